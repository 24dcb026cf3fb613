import Core
import Credentials
import HTTPTypes
import Mail
import People
import Site
import Synchronization
import TestSupport
import Testing
import Web

@Suite("The order of steps")
struct StepOrderTests {
    @Test("ASVS 2.3.1: a code without a mail, a second step without a first, recovery codes without a right code: nothing opens anything")
    func skipped() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.add("Ans de Vries", "ans@voorbeeld.nl", .functionalAdministrator), visitor = site.client()
            let made = PeopleRoute.code(Identifier(at: site.clock.now)).address.url(in: .nl)
            #expect(try await site.post(made, [("code", "123456")], by: visitor).status == 400)
            #expect(try await site.post("/aanmelden/link", [("poging", Identifier(at: 1).description), ("sleutel", "x")], by: visitor).status == 400)
            for target in ["/aanmelden/tweede-stap", "/mijn/tweede-stap"] {
                #expect(try await site.post(target, [("code", "123456")], by: visitor).status == 403, "\(target)")
            }
            #expect(try await site.people.sessions.sessions(of: ans.id, at: site.clock.now).isEmpty)
            // With one factor: the second step is not passed by going on without it, nor with a code of an app that was never taken into use.
            _ = try await site.signIn(visitor, "ans@voorbeeld.nl")
            #expect(try await visitor.get("/beheer/mensen")[header: "Location"]?.hasPrefix("/aanmelden/tweede-stap") == true)
            let app = try #require(try await site.proposal(for: ans.id))
            let code = app.code(counter: app.counter(at: site.clock.now))
            let passed = try await site.post("/aanmelden/tweede-stap", [("code", code)], by: visitor)
            #expect(passed[header: "Location"]?.hasPrefix("/mijn/tweede-stap") == true, "\(passed.status)")
            #expect(try await visitor.get("/beheer/mensen").status == 303)
        }
    }

    @Test("ASVS 2.3.1: erasing someone, giving a role and the yearly look take every step: without the answer to the question nothing is done")
    func unanswered() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(GuardedSite.administrator), bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            #expect(try await site.post(AdministrationRoute.erasure(bo.id).address.url(in: .nl), [("zeker", "nee")], by: ans).status == 400)
            let role = try #require(try await site.people.persons.grants(of: bo.id).first).id
            let look = [("persoon", bo.id.description), ("rol", role.description)]
            #expect(try await site.post(AdministrationRoute.review.address.url(in: .nl), look, by: ans).status == 404)
            #expect(try await site.people.persons.find(bo.id)?.isOpen == true)
            #expect(try await site.people.persons.grants(of: bo.id).first?.holds(at: site.clock.now) == true)
        }
    }

    @Test("ASVS 16.5.3: when it cannot be found out who asks, nobody is let in, and nothing is done")
    func closed() async throws {
        struct Lost: Error {}
        let handled = Handled()
        var table = RouteTable()
        try table.register([
            Route(.get, "/kluis", name: "vault", access: .person, summary: nil) { _, _ in
                handled.mark()
                return .empty
            },
            Route(.post, "/kluis", name: "vault.change", access: .administrator, summary: nil) { _, _ in
                handled.mark()
                return .empty
            },
        ])
        let stack = try WebStack.install(on: table, configuration: WebConfiguration(), frame: .bare, visits: { _ in throw Lost() })
        let client = Client(stack)
        client.keep(ForgeryTokens.cookie(ForgeryTokens.newSession()))
        #expect(try await client.get("/kluis").status == 500)
        #expect(try await client.post("/kluis", []).status == 500)
        #expect(!handled.isMarked)
    }
}

/// Whether a handler was reached.
private final class Handled: Sendable {
    private let state = Mutex(false)

    var isMarked: Bool { state.withLock { $0 } }

    func mark() { state.withLock { $0 = true } }
}
