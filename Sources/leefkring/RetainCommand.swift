import ArgumentParser
import Core
import People
import SQL
import Site

struct RetainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain", abstract: "Ruim op wat zijn termijn voorbij is. Take away what is past its term.",
        discussion: "A server does this by itself every day. What was taken away stands in the journal.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let origin = Origin(person: nil, request: "leefkring retain", channel: .commandLine, time: site.people.now())
            let outcome = try await site.people.retain(from: origin)
            print(
                """
                codes \(outcome.codes), pogingen \(outcome.tries), aanmeldingen \(outcome.sessions), mails \(outcome.mail), vragen \(outcome.questions), \
                berichten \(outcome.notices), bestanden \(outcome.files)
                """)
            await site.database.close()
        }
    }
}
