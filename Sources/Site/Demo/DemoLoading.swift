import Core
import Learning
import Mail
import People
import SQL

/// Loads a year of a made-up learning network into an empty installation, through the stores and with a clock that is turned from step to step, so that
/// journal, messages and links are what they would be after such a year.
package struct DemoLoading: Sendable {
    /// What was loaded.
    package struct Report: Sendable {
        package let people: Int
        package let events: Int64
        /// Mail that was written to made-up addresses, and ended without being sent.
        package let mails: Int
        /// With one of these anyone can see what became of an answer.
        package let receipt: String?
    }

    private let site: Composition
    private let clock: DemoClock
    private let content: DemoContent

    /// - Parameters:
    ///   - site: opened with this clock
    ///   - clock: shows the time at which it is loaded
    package init(_ site: Composition, clock: DemoClock, content: DemoContent) {
        self.site = site
        self.clock = clock
        self.content = content
    }

    static let request = "leefkring demo"

    /// Whether nobody is there yet.
    package static func isFree(_ database: Database) async throws -> Bool {
        try await database.read { reading in try reading.first("SELECT 1 FROM person LIMIT 1") { try $0.int(0) } == nil }
    }

    /// - Throws: `ImportRefused` for a database with people in it and for words that cannot be used, before anything is written; ``DemoBroken`` afterwards
    package func load(progress: WorkProgress = .silent) async throws -> Report {
        guard try await Self.isFree(site.database) else {
            throw DemoFault.refused(
                "", Localized(nl: "hier zijn al mensen; kies een nieuwe database", en: "there are people here; choose a new database"))
        }
        let days = DemoDays(now: clock.now), steps = try script(days).ordered
        if let late = steps.last(where: { $0.time >= days.now }) {
            throw DemoFault.refused("\(AmsterdamTime(at: late.time))", Localized(nl: "dit ligt na vandaag", en: "this is after today"))
        }
        var book = DemoBook(), mails = 0, dawn = (steps.first?.time ?? days.now) + DemoDays.day
        for (index, step) in steps.enumerated() {
            do {
                mails += try await pass(&dawn, until: step.time)
                clock.turn(to: step.time)
                try await take(step, &book)
            } catch {
                throw DemoBroken(time: step.time, person: step.person, reason: "\(error)")
            }
            progress(Localized(nl: "een jaar in Lindenmeer", en: "a year in Lindenmeer"), index + 1, of: steps.count)
        }
        mails += try await pass(&dawn, until: days.now)
        clock.turn(to: days.now)
        mails += try await day()
        try await sign(days.now)
        return Report(
            people: content.people.people.count, events: try await site.people.journal.check().events, mails: mails, receipt: book.receipts.first)
    }

    private func take(_ step: DemoScript.Step, _ book: inout DemoBook) async throws {
        let person = try step.person.map { try book.person($0) }, home = try step.person.flatMap { try book.home($0) }
        let origin = Origin(person: person, organisation: home, request: Self.request, channel: .commandLine, time: step.time)
        try await step.run(&book, origin)
    }

    private func script(_ days: DemoDays) throws -> DemoScript {
        var script = DemoScript()
        try content.people.write(&script, site, days)
        try content.help.write(&script, site, days)
        try content.inventory.write(&script, site, days)
        try content.agenda.write(&script, site, days)
        try content.meetings.write(&script, site, days, content.people)
        try content.lookBacks.write(&script, site, days, content.meetings, content.people)
        try content.groups.write(&script, site, days)
        try content.conversations.write(&script, site, days)
        return script
    }

    // MARK: Time

    /// Lets day after day go by, as on a server that runs.
    ///
    /// - Returns: mails that ended
    private func pass(_ dawn: inout Int64, until time: Int64) async throws -> Int {
        var mails = 0
        while dawn <= time {
            clock.turn(to: dawn)
            mails += try await day()
            dawn += DemoDays.day
        }
        return mails
    }

    /// What a server does by itself: reminders, offers, messages. What would go out by mail is ended here, for these addresses are nobody's.
    private func day() async throws -> Int {
        let clock = clock
        let origin = Origin(person: nil, request: Self.request, channel: .job, time: clock.now)
        try await site.learning.round(from: origin)
        try await site.people.noticeRound.run(from: origin)
        let sender = OutboxSender(
            site.people.outbox, node: Self.request, from: Mailbox(try MailAddress("demo@\(DemoMail.domain)")), now: { clock.now },
            send: { _ in DemoMail.refusal })
        return try await sender.sendDue().values.reduce(0, +)
    }

    /// Writes down that all of this is a demonstration.
    private func sign(_ now: Int64) async throws {
        let origin = Origin(person: nil, request: Self.request, channel: .commandLine, time: now)
        try await site.people.journal.write(from: origin) { _ in ((), Event(DemoMark.action, nil)) }
    }
}

/// A demonstration that stopped halfway: what was written stays, so it begins again in a new database.
package struct DemoBroken: Error, CustomStringConvertible {
    /// Of the step that failed, milliseconds since 1970.
    let time: Int64
    let person: String?
    let reason: String

    package var description: String {
        "\(AmsterdamTime(at: time)) \(person ?? "leefkring demo"): \(reason). Niet af: begin met een nieuwe database. Not finished: begin with a new database."
    }
}
