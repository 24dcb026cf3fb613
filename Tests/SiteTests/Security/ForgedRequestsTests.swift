import Core
import HTTPTypes
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Forged requests to the whole site")
struct ForgedRequestsTests {
    /// Every route that changes something, with what a form of this site would not be without.
    private static func changing(_ guarded: GuardedSite) -> [Route] { guarded.stack.table.routes.filter { $0.isUnsafe && $0.forgeryGuard == .token } }

    @Test("ASVS 3.5.1, 3.5.2: without a token, with that of another browser or from another site no form changes anything, whoever sends it")
    func everyForm() async throws {
        try await GuardedSite.with { guarded in
            let client = try await guarded.client(GuardedSite.administrator), other = guarded.client()
            let own = try #require(try await client.get("/aanmelden").formToken), foreign = try #require(try await other.get("/aanmelden").formToken)
            let before = try await guarded.writes()
            let attacks: [(token: String?, headers: [String: String])] = [
                (nil, GuardedSite.own), (foreign, GuardedSite.own), (own, ["Origin": "https://evil.example", "Host": "buurt.example.nl"]),
                (own, ["Origin": "https://evil.example", "Host": "evil.example"]), (own, GuardedSite.own.merging(["Sec-Fetch-Site": "cross-site"]) { $1 }),
                (own, ["Origin": "", "Sec-Fetch-Site": "", "Host": "buurt.example.nl"]), (own, ["Origin": "null", "Sec-Fetch-Site": ""]),
            ]
            for route in Self.changing(guarded) {
                let target = try PermissionTableTests.target(route.pattern)
                for attack in attacks {
                    let reply = try await client.post(target, [("mail", "x@voorbeeld.nl")], token: attack.token, headers: attack.headers)
                    #expect(reply.status == 403, "\(route.name): \(reply.status)")
                    #expect(reply.text.contains("Dit formulier is verlopen"), "\(route.name)")
                }
            }
            #expect(try await guarded.writes() == before)
        }
    }

    @Test("every route that changes something is guarded, or says why it need not be and takes nothing that a browser sends by itself")
    func guarded() async throws {
        try await GuardedSite.with { guarded in
            let unsafe = guarded.stack.table.routes.filter(\.isUnsafe)
            #expect(unsafe.count >= 30)
            for route in unsafe {
                if case .notNeeded(let reason) = route.forgeryGuard { #expect(!reason.isEmpty && !route.readsSession, "\(route.name)") }
            }
        }
    }

    @Test("ASVS 3.5.3: asking for any page, as a visitor or as an administrator, changes nothing but what says that it was read")
    func reading() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let person = try await guarded.people.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let administrator = try await guarded.client(GuardedSite.administrator), visitor = guarded.client()
            let before = try await guarded.writes(), sessions = try await guarded.site.people.sessions.sessions(of: person.id, at: guarded.people.clock.now)
            for route in guarded.stack.table.routes where route.method == .get {
                let target = try PermissionTableTests.target(route.pattern).replacing("01m80z5njhgfcm0npw6m3sbzrq", with: person.id.description)
                for client in [administrator, visitor] {
                    _ = try await client.get(target)
                    _ = try await client.send(.head, target)
                }
            }
            #expect(try await guarded.writes() == before)
            #expect(try await guarded.site.people.sessions.sessions(of: person.id, at: guarded.people.clock.now) == sessions)
        }
    }

    @Test("ASVS 3.3.1 to 3.3.4: the one cookie is of this host alone, over https, out of reach of scripts, and not sent along from elsewhere")
    func cookie() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            try await guarded.people.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            var lines: Set<String> = []
            for route in guarded.stack.table.routes where route.method == .get {
                let reply = try await guarded.client().get(try PermissionTableTests.target(route.pattern))
                let set = reply.headers[values: .setCookie]
                // What anyone may keep must not carry someone's session.
                #expect(set.isEmpty || reply[header: "Cache-Control"] == "no-store", "\(route.pattern)")
                lines.formUnion(set)
            }
            #expect(!lines.isEmpty)
            for line in lines {
                let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
                #expect(parts.first?.hasPrefix("__Host-leefkring=") == true && parts.first?.count == 17 + 1 + 32)
                #expect(Set(parts.dropFirst()) == ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"])
            }
        }
    }
}
