import ArgumentParser
import Core
import Foundation
import Mail
import People
import SQL
import Site
import Web

/// People and their roles. The first administrator of an installation is made here.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Mensen en rollen. People and roles.",
        discussion: "The first administrator: leefkring user add \"Naam\" naam@voorbeeld.nl --role beheerder",
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserGrantCommand.self, UserEndCommand.self, UserFileCommand.self,
            UserResetStepCommand.self, UserEraseCommand.self,
        ])

    /// Who works on the command line is not known by name; the journal says where it came from.
    static func origin(_ site: Composition, _ command: String) -> Origin {
        Origin(person: nil, request: "leefkring user \(command)", channel: .commandLine, time: site.people.now())
    }

    static func find(_ mail: String, in site: Composition) async throws -> Person {
        guard let address = try? MailAddress(mail), let person = try await site.people.persons.find(address) else {
            warn("\(mail): niet bekend, not known")
            throw Ending.notFound
        }
        return person
    }
}

/// A role and where it holds.
struct RoleOptions: ParsableArguments {
    @Option(name: .long, help: "Area where the role holds: GM0222; otherwise everywhere.") var area: String?
    @Option(name: .long, help: "Sub-role in your own words.") var subRole: String?
    @Option(name: .long, help: "Last day of the role: 2027-12-31.") var until: String?

    func scope() throws -> Scope {
        guard let area else { return .installation }
        guard let code = AreaCode(area) else { throw ValidationError("--area: a code such as GM0222") }
        return .area(code)
    }

    /// The end of that day in the Netherlands, as milliseconds since 1970.
    func end() throws -> Int64? {
        guard let until else { return nil }
        guard let day = DutchDay(until) else { throw ValidationError("--until: a day such as 2027-12-31") }
        return day.end
    }

    static func role(_ name: String) throws -> Role {
        guard let role = Role(rawValue: name) else {
            throw ValidationError("\(name): no role; one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return role
    }
}

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Voeg iemand toe. Add someone.")

    @Argument(help: "Name.") var name: String
    @Argument(help: "Mail address.") var mail: String
    @Option(name: .long, help: "A role to begin with.") var role: String?
    @Option(name: .long, help: "Language of mail: nl or en.") var language: String = "nl"
    @OptionGroup var options: RoleOptions
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard let address = try? MailAddress(mail) else { throw ValidationError("\(mail): no mail address") }
        guard let language = Language(rawValue: language) else { throw ValidationError("--language: nl or en") }
        let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...200).contains(trimmed.count) else { throw ValidationError("name: 1 to 200 letters") }
        let role = try self.role.map { try RoleOptions.role($0) }, scope = try options.scope(), end = try options.end()
        try await reporting {
            let site = try await database.open()
            let origin = UserCommand.origin(site, "add")
            do {
                let person = try await site.people.persons.add(name: trimmed, mail: address, language: language, from: origin)
                if let role { try await site.people.persons.grant(role, subRole: options.subRole, at: scope, to: person.id, until: end, from: origin) }
                print(person.id)
            } catch PersonStore.Fault.mailTaken {
                warn("\(mail): heeft al een account, has an account already")
                throw Ending.refused
            }
            await site.database.close()
        }
    }
}

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Iedereen met toegang. Everyone with access.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            for (person, grants) in try await site.people.persons.all(withRolesAt: site.people.now()) {
                let roles = grants.map { "\($0.role.rawValue) (\($0.id))" }.joined(separator: ", ")
                print([person.id.description, person.mail.description, person.name, roles].joined(separator: "\t"))
            }
            await site.database.close()
        }
    }
}

struct UserGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "Geef iemand een rol. Give someone a role.")

    @Argument(help: "Mail address.") var mail: String
    @Argument(help: "Role.") var role: String
    @OptionGroup var options: RoleOptions
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let role = try RoleOptions.role(role), scope = try options.scope(), end = try options.end()
        try await reporting {
            let site = try await database.open()
            let person = try await UserCommand.find(mail, in: site)
            let origin = UserCommand.origin(site, "grant")
            let grant = try await site.people.persons.grant(role, subRole: options.subRole, at: scope, to: person.id, until: end, from: origin)
            print(grant.id)
            await site.database.close()
        }
    }
}

struct UserEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "Beëindig een rol. End a role.")

    @Argument(help: "Mail address.") var mail: String
    @Argument(help: "The role, by the name that list gives.") var grant: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard let id = Identifier(grant) else { throw ValidationError("\(grant): no role of someone") }
        try await reporting {
            let site = try await database.open()
            let person = try await UserCommand.find(mail, in: site)
            do {
                try await site.people.persons.end(id, of: person.id, from: UserCommand.origin(site, "end"))
            } catch PersonStore.Fault.unknownGrant {
                warn("\(grant): geen rol van \(mail) die nu geldt, no role that holds now")
                throw Ending.notFound
            }
            await site.database.close()
        }
    }
}

struct UserFileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "Alles wat van iemand bewaard wordt, als JSON of als map. Everything that is kept of someone.")

    @Argument(help: "Mail address.") var mail: String
    @Option(help: "Write a ZIP archive with a page to read and the JSON here.") var archive: String?
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let person = try await UserCommand.find(mail, in: site)
            let trace = TraceContext(header: nil)
            try await site.people.readLog.note(.administration, "user file", of: [person.id], trace: trace, from: UserCommand.origin(site, "file"))
            if let file = try await site.people.file(of: person.id) {
                if let archive {
                    let name = try await site.people.settings.look()?.name ?? "Leefkring"
                    let bytes = try PersonArchive(file, site: name, language: person.language, names: site.people.fileNames).bytes
                    try Data(bytes).write(to: URL(fileURLWithPath: archive), options: .atomic)
                } else {
                    FileHandle.standardOutput.write(Data(try file.json + [0x0A]))
                }
            }
            await site.database.close()
        }
    }
}

struct UserResetStepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-step", abstract: "Haal de tweede stap van iemand weg. Take the second step of someone away.",
        discussion: "For who lost the phone and the recovery codes. They are signed out everywhere, and are told by mail.")

    @Argument(help: "Mail address.") var mail: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let person = try await UserCommand.find(mail, in: site)
            guard try await site.people.resetStep(of: person.id, from: UserCommand.origin(site, "reset-step")) else {
                warn("\(mail): heeft geen tweede stap, has no second step")
                throw Ending.notFound
            }
            await site.database.close()
        }
    }
}

struct UserEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Sluit een account en wis wie het was. Close an account and erase whose it was.",
        discussion: "It cannot be undone. What stays, and why, is in docs/people.md.")

    @Argument(help: "Mail address.") var mail: String
    @Flag(name: .long, help: "Really do it.") var yes = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let person = try await UserCommand.find(mail, in: site)
            guard yes else {
                warn("\(mail): \(person.name). Met --yes wordt dit gewist, with --yes this is erased.")
                throw Ending.refused
            }
            try await site.people.persons.erase(person.id, from: UserCommand.origin(site, "erase"))
            await site.database.close()
        }
    }
}
