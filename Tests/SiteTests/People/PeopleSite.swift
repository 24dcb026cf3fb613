import Core
import Credentials
import Foundation
import HTTPTypes
import Mail
import People
import SQL
import Site
import Synchronization
import TestSupport
import Testing
import Web

/// A site with people, asked through every layer but the socket, with a clock that tests can turn.
struct PeopleSite: Sendable {
    let site: Composition
    let stack: WebStack
    let clock: Clock

    /// Milliseconds since 1970.
    final class Clock: Sendable {
        private let time = Mutex<Int64>(1_795_000_000_000)

        var now: Int64 { time.withLock { $0 } }

        func advance(seconds: Int64) { time.withLock { $0 += seconds * 1000 } }

        func advance(minutes: Int64) { time.withLock { $0 += minutes * 60_000 } }
    }

    static func with(
        _ engine: TestDatabase.Engine = .sqlite, showsCodes: Bool = true, providers: [IdentityProvider] = [], _ body: (PeopleSite) async throws -> Void
    ) async throws {
        let files = FileManager.default.temporaryDirectory.appending(path: "leefkring-bestanden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: files) }
        try await TestDatabase.withAddress(engine, migrations: Composition.migrations) { address in
            let clock = Clock()
            var settings = InstallationSettings()
            settings.files = files.path
            settings.showsCodes = showsCodes
            settings.origin = showsCodes && providers.isEmpty ? nil : "https://buurt.example.nl"
            settings.providers = providers
            settings.now = { clock.now }
            let site = try await Composition.open(address, connections: 3, settings: settings)
            var configuration = Configuration(database: address, assets: "Public")
            configuration.web.rateLimit = nil
            let people = PeopleSite(site: site, stack: try site.stack(configuration), clock: clock)
            do { try await body(people) } catch {
                await site.database.close()
                throw error
            }
            await site.database.close()
        }
    }

    var people: People.Slice { site.people }

    var origin: Origin { Origin(person: nil, request: "test", channel: .commandLine, time: clock.now) }

    @discardableResult
    func add(_ name: String, _ mail: String, _ roles: Role...) async throws -> Person {
        let person = try await people.persons.add(name: name, mail: MailAddress(mail), from: origin)
        for role in roles { try await people.persons.grant(role, at: .installation, to: person.id, from: origin) }
        return person
    }

    /// A browser of this site.
    func client(peer: String = "192.0.2.10") -> Client { Client(stack, peer: peer) }

    /// The browser of someone with this role, signed in as the subject says; a session made by the store itself.
    func client(_ subject: PermissionTable.Subject) async throws -> Client {
        let client = client()
        guard subject.proof != .none else { return client }
        let mail = "s\(subject.name.filter { $0.isLetter || $0.isNumber })@voorbeeld.nl"
        let person = try await people.persons.add(name: subject.name, mail: MailAddress(mail), from: origin)
        if let role = subject.role { try await people.persons.grant(role, at: .installation, to: person.id, from: origin) }
        let session = try await people.sessions.begin(person.id, proof: subject.proof, device: "", from: origin)
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    /// Sends an empty form with a right token.
    func post(_ target: String, _ fields: [(String, String)] = [], by client: Client) async throws -> Reply {
        let token = try await client.get("/aanmelden").formToken
        return try await client.post(target, fields, token: token)
    }

    /// What the page of the second step shows someone in the session that they used last.
    func proposal(for person: Identifier) async throws -> OneTimePassword? {
        let session = try #require(try await people.sessions.sessions(of: person, at: clock.now).first)
        return try await people.secondFactors.proposal(for: person, in: session.id, at: clock.now)
    }

    /// Goes the way of signing in with a code, up to the answer to the code.
    func signIn(_ client: Client, _ mail: String, back: String? = nil, code typed: String? = nil) async throws -> Reply {
        let page = try await client.get(PeopleRoute.signIn(back: back).address.url(in: .nl))
        let sent = try await client.post(PeopleRoute.signIn(back: back).address.url(in: .nl), [("mail", mail)], token: page.formToken)
        let place = try #require(sent[header: "Location"])
        let asked = try await client.get(place)
        let code = try typed ?? #require(asked.text.firstMatch(of: /<strong>([0-9]{6})<\/strong>/).map { String($0.1) })
        return try await client.post(place, [("code", code)], token: asked.formToken)
    }
}
