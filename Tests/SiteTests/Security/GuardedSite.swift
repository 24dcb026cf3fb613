import Core
import Foundation
import HTTPTypes
import Logging
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

/// The whole site with the figures of a small town and with people, as visitors reach it over https; with all that it logs.
struct GuardedSite: Sendable {
    static let origin = "https://buurt.example.nl"
    static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    let people: PeopleSite
    let book: LogBook

    var site: Composition { people.site }
    var stack: WebStack { people.stack }

    static func with(loaded: Bool = false, configure: (inout Configuration) -> Void = { _ in }, _ body: (GuardedSite) async throws -> Void) async throws {
        try await TestDatabase.withAddress(.sqlite, migrations: Composition.migrations) { address in
            let clock = PeopleSite.Clock()
            var settings = InstallationSettings()
            settings.origin = Self.origin
            settings.now = { clock.now }
            let site = try await Composition.open(address, connections: 3, settings: settings)
            if loaded { try await SmallTown.load(into: site.database) }
            var configuration = Configuration(database: address, assets: HouseTests.root.appending(path: "Public").path)
            configuration.web.rateLimit = nil
            configuration.web.origin = Self.origin
            configuration.web.securityContact = SecurityContact(contacts: ["security@example.nl"])
            configure(&configuration)
            let guarded = GuardedSite(people: PeopleSite(site: site, stack: try site.stack(configuration), clock: clock), book: LogBook())
            do { try await body(guarded) } catch {
                await site.database.close()
                throw error
            }
            await site.database.close()
        }
    }

    /// A browser whose requests are logged, with all that is logged of them.
    func client(peer: String = "192.0.2.10") -> Client { Client(stack, peer: peer, logger: book.logger(everything: true)) }

    /// The browser of a person, signed in.
    func client(_ person: Identifier, proof: Actor.Proof = .twoFactors) async throws -> Client {
        let client = client()
        let session = try await site.people.sessions.begin(person, proof: proof, device: "", from: people.origin)
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    /// The browser of someone with this role, signed in.
    func client(_ subject: PermissionTable.Subject) async throws -> Client {
        let known = try await people.client(subject), client = client()
        if let secret = known.cookies[ForgeryTokens.cookieName] { client.keep(ForgeryTokens.cookie(secret)) }
        return client
    }

    /// Sends a form with a right token, as a page of this site does.
    func post(_ target: String, _ fields: [(String, String)] = [], by client: Client, headers: [String: String] = [:]) async throws -> Reply {
        let token = try await client.get("/aanmelden").formToken
        return try await client.post(target, fields, token: token, headers: Self.own.merging(headers) { $1 })
    }

    static let own = ["Origin": origin, "Host": "buurt.example.nl"]

    /// Everything that was written down of what people did: reading alone adds nothing.
    func writes() async throws -> [JournalLine] { try await site.people.journal.all().filter { $0.event.action != "people.read" } }
}
