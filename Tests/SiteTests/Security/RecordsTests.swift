import Core
import Credentials
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

@Suite("What is logged and what is not")
struct RecordsTests {
    /// Goes through signing in right and wrong, administering, being refused and reading.
    private static func live(_ guarded: GuardedSite) async throws -> [String] {
        let bo = try await guarded.people.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
        let administrator = try await guarded.client(GuardedSite.administrator), resident = try await guarded.client(bo.id, proof: .oneFactor)
        _ = try await guarded.post("/aanmelden", [("mail", "bo@voorbeeld.nl")], by: guarded.client())
        _ = try await guarded.post("/beheer/mensen", [("naam", "Dirk Smit"), ("mail", "dirk@voorbeeld.nl"), ("taal", "nl")], by: administrator)
        _ = try await resident.get("/beheer/mensen")
        _ = try await resident.get("/zoeken?q=123456782")
        _ = try await guarded.post("/beheer/mensen", [("naam", "X")], by: resident)
        _ = try await resident.post("/afmelden", [], token: nil, headers: GuardedSite.own)
        for target in ["/mijn", "/mijn/logboek", "/mijn/gegevens.json", "/mijn/tweede-stap?terug=%2Fmijn%0Aerror%20forged"] {
            _ = try await resident.get(target)
        }
        for route in guarded.stack.table.routes where route.method == .get {
            _ = try await administrator.get(try PermissionTableTests.target(route.pattern))
        }
        let session = Identifier(at: 1)
        let app = try #require(try await guarded.site.people.secondFactors.proposal(for: bo.id, in: session, at: guarded.people.clock.now))
        let codes = try await guarded.site.people.secondFactors.confirm(
            app.code(counter: app.counter(at: guarded.people.clock.now)), for: bo.id, in: session, from: guarded.people.origin)
        return [administrator, resident].compactMap { $0.cookies[ForgeryTokens.cookieName] } + (codes ?? []) + [app.readableSecret, "192.0.2.10"]
    }

    @Test("ASVS 16.2.1, 16.2.2, BIO2 8.15.01: every line of the journal says who, what, which thing, with what result, from where and when in UTC")
    func journal() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            _ = try await Self.live(guarded)
            let rows = try await guarded.site.database.read { reading in
                try reading.all("SELECT happened_at, person, action, thing_kind, thing_id, result, channel, request FROM journal ORDER BY number") { row in
                    (
                        time: Int64(try row.int(0)), person: try row.optionalString(1), action: try row.string(2), kind: try row.optionalString(3),
                        thing: try row.optionalString(4), result: try row.string(5), channel: try row.string(6), request: try row.string(7)
                    )
                }
            }
            #expect(rows.count >= 8 && rows.contains { $0.channel == "web" } && rows.contains { $0.result == "done" })
            for row in rows {
                #expect(row.action.wholeMatch(of: /[a-z-]+\.[a-z-]+/) != nil, "\(row.action)")
                #expect(["done", "refused"].contains(row.result) && ["web", "command-line", "job"].contains(row.channel), "\(row.action)")
                #expect(row.time == guarded.people.clock.now && !row.request.isEmpty, "\(row.action)")
                #expect((row.kind == nil) == (row.thing == nil), "\(row.action)")
                #expect(row.channel != "web" || row.person != nil || row.action.hasPrefix("sign-in"), "\(row.action)")
            }
        }
    }

    @Test("ASVS 16.2.5, BIO2 8.15.02: no line and no event has a code, session, secret, name, mail address, number of a citizen or place on the net")
    func noSecrets() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let secrets = try await Self.live(guarded)
            let events = try await guarded.site.people.journal.all().map { "\($0)" }
            let lines = guarded.book.lines + events
            #expect(guarded.book.lines.count > 60 && events.count >= 8)
            for line in lines {
                for secret in secrets { #expect(!line.contains(secret), "\(line)") }
                #expect(line.firstMatch(of: /[\w.]+@voorbeeld\.nl|Bakker|Smit|123456782|sleutel=|formulierteken/) == nil, "\(line)")
                #expect(line.firstMatch(of: /(?:^|[^0-9a-z])[0-9]{9}(?:$|[^0-9a-z])/) == nil, "\(line)")
            }
        }
    }

    @Test("ASVS 16.3.1: signing in, right and wrong, is written down with the person it was about")
    func signIns() async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            _ = try await site.signIn(site.client(), "bo@voorbeeld.nl", code: "000000")
            _ = try await site.signIn(site.client(), "bo@voorbeeld.nl")
            let lines = try await site.people.journal.all(about: Event.Thing("person", bo.id.description))
            #expect(lines.contains { $0.event.action == "sign-in.refused" && $0.event.result == .refused })
            #expect(lines.contains { $0.event.action == "session.begun" && $0.event.details["factors"] == "1" && $0.origin.person == bo.id })
        }
    }

    @Test("ASVS 16.3.2, 16.3.3: who is refused stands in the log with the route and by identifier: a page of others, a thing that is not theirs, a forged form")
    func refusals() async throws {
        try await GuardedSite.with { guarded in
            let bo = try await guarded.people.add("Bo Bakker", "bo@voorbeeld.nl", .resident), resident = try await guarded.client(bo.id, proof: .oneFactor)
            func refused() -> [String] { guarded.book.lines.filter { $0.contains(" refused ") } }
            _ = try await guarded.client().get("/mijn")
            _ = try await resident.get("/bestaat-niet")
            _ = try await resident.get("/mijn")
            #expect(refused().isEmpty)
            _ = try await resident.get("/beheer/mensen")
            let line = try #require(refused().first)
            #expect(refused().count == 1 && line.contains("person=\(bo.id)") && line.contains("route=people.people") && line.contains("reason=not found"))
            _ = try await guarded.post("/mijn/aanmeldingen/\(Identifier(at: 1))/einde", by: resident)
            #expect(refused().last?.contains("route=people.session.end") == true)
            _ = try await resident.post("/afmelden", [], token: nil, headers: GuardedSite.own)
            #expect(refused().last?.contains("reason=forbidden") == true && refused().last?.contains("route=people.sign-out") == true)
            _ = try await guarded.post("/mijn/tweede-stap", by: guarded.client())
            #expect(refused().last?.contains("person=-") == true && refused().last?.contains("route=people.second-factor.confirm") == true)
            #expect(refused().count == 4 && refused().allSatisfy { $0.hasPrefix("notice ") && $0.contains("request=") })
        }
    }

    @Test("ASVS 16.4.1: whatever stands in a line, it stays one line, and what tells its facts apart cannot be made by a visitor")
    func oneLine() {
        let book = LogBook()
        var logger = Logger(label: "x") { _ in LineLog(clock: WebClock(seconds: { 0 }, epoch: { 1_795_000_000 }), write: { book.add($0) }) }
        logger.logLevel = .trace
        logger[metadataKey: "request"] = "abc"
        logger.info("answered", metadata: ["path": "/x y\n2026-01-01T00:00:00Z error forged person=1", "turned": "a\u{202E}b\u{7}\u{2028}", "empty": ""])
        logger.warning("two\r\nlines", metadata: ["quote\"d": "say \"ja\""])
        #expect(
            book.lines == [
                #"2026-11-18T11:06:40Z info answered empty="" path="/x y\u{a}2026-01-01T00:00:00Z error forged person=1" request=abc turned="a\u{202e}b\u{7}\u{2028}""#
                    + "\n", #"2026-11-18T11:06:40Z warning two\u{d}\u{a}lines quote"d="say \"ja\"" request=abc"# + "\n",
            ])
    }

    @Test("ASVS 14.2.1: nothing that is typed as a mail address, a code or a name goes into an address: such forms are sent, not asked for")
    func addresses() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let administrator = try await guarded.client(GuardedSite.administrator)
            for route in guarded.stack.table.routes where route.method == .get && !route.pattern.hasPrefix("/api") {
                let reply = try await administrator.get(try PermissionTableTests.target(route.pattern))
                #expect(reply[header: "Location"]?.contains("@") != true && reply[header: "Location"]?.contains("%40") != true, "\(route.pattern)")
                for form in reply.text.matches(of: /<form(?:(?!method="post")[^>])*>.*?<\/form>/) {
                    let isPrivate = form.output.firstMatch(of: /type="(password|email|tel)"|name="(naam|mail|code|wachtwoord)"/) != nil
                    #expect(!isPrivate, "\(route.pattern)")
                }
                let named = reply.text.firstMatch(of: /href="[^"#]*(@|%40)[^"]*\.nl/.ignoresCase())
                #expect(named?.output.0.hasPrefix("href=\"mailto:") != false, "\(route.pattern)")
            }
        }
    }
}
