import Core
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Settings of the installation")
struct SettingsJourneyTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    private static let fields = [
        ("naam", "Buurt & Co"), ("regel-nl", "Samen aan de buurt"), ("regel-en", "Together on the area"), ("hoofdkleur", "#0D4B62"),
        ("tweede-kleur", "#c0a000"),
        ("taal", "en"),
    ]

    /// The pages around which the look stands.
    private static let pages = ["/en", "/hulp", "/bestaat-niet", "/aanmelden", "/organisaties"]

    @Test(
        "ORG-23: name, tagline, colours and language of an installation stand around every page, in mail, and in the style sheet",
        arguments: TestDatabase.engines)
    func change(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(Self.administrator), visitor = site.client()
            let before = try await visitor.get("/hulp").text
            #expect(before.contains("Hulp - Leefkring</title>") && !before.contains("/thema/"))
            let saved = try await site.post("/beheer/instellingen", Self.fields, by: ans)
            #expect(saved.status == 303)
            #expect(try await ans.get(try #require(saved[header: "Location"])).text.contains("De instellingen zijn bewaard."))
            for path in Self.pages {
                let text = try await visitor.get(path).text
                let line = path == "/en" ? "Together on the area" : "Samen aan de buurt"
                #expect(text.contains("Buurt &amp; Co</title>") && text.contains(line) && text.contains("content=\"#0d4b62\""), "\(path)")
            }
            #expect(try await visitor.get("/en/hulp").text.contains("Together on the area"))
            let text = try await visitor.get("/hulp").text
            #expect(text.contains("hreflang=\"x-default\" href=\"/en/hulp\""))
            let place = try #require(text.firstMatch(of: /href="(\/thema\/[0-9a-f]{16}\.css)"/).map { String($0.1) })
            let sheet = try await visitor.get(place)
            #expect(sheet.status == 200 && sheet.text.contains("--basis-color-accent-1-bg-default: #0d4b62;") && sheet.text.contains("#c0a000"))
            #expect(sheet[header: "Content-Type"] == "text/css; charset=utf-8" && sheet[header: "Cache-Control"]?.contains("immutable") == true)
            // An older page names an older sheet: it gets that of now, for a short while.
            let older = try await visitor.get("/thema/0123456789abcdef.css")
            #expect(older.status == 200 && older[header: "Cache-Control"] == "public, max-age=60")
            for wrong in ["/thema/x", "/thema/0123456789abcdef.js", "/en" + place] { #expect(try await visitor.get(wrong).status == 404, "\(wrong)") }
            // Who says nothing about a language gets that of the site.
            let problem = try await visitor.get("/api/v1/bestaat-niet")
            #expect(problem.status == 404 && problem[header: "Content-Language"] ?? "en" == "en")
            #expect(try await ans.get("/beheer/mensen").text.contains("value=\"en\" checked"))
            let line = try #require(try await site.people.journal.lines().first { $0.event.action == "installation.changed" })
            #expect(line.event.details == ["parts": "name tagline theme language"])
            // Without colours those of the platform are back.
            _ = try await site.post("/beheer/instellingen", [("naam", "Buurt"), ("taal", "nl")], by: ans)
            let plain = try await visitor.get("/hulp").text
            #expect(plain.contains("Buurt</title>") && !plain.contains("/thema/") && !plain.contains("Samen aan de buurt"))
            #expect(try await visitor.get(place).status == 404)
        }
    }

    @Test("the name of the installation stands in the mail with a code")
    func mail() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            try await site.people.settings.save(InstallationLook(name: "Buurtplein"), from: site.origin)
            let client = site.client(), page = try await client.get("/aanmelden", headers: ["Host": "buurt.example.nl"])
            _ = try await client.post(
                "/aanmelden", [("mail", "bo@voorbeeld.nl")], token: page.formToken, headers: ["Origin": "https://buurt.example.nl", "Host": "buurt.example.nl"])
            let text = try await site.site.database.read { reading in
                try reading.first("SELECT body_text FROM outbox WHERE kind = 'sign-in'") { try $0.string(0) } ?? ""
            }
            #expect(text.contains("Buurtplein") && !text.contains("Leefkring"))
        }
    }

    @Test("a colour that white words cannot be read on is refused with the contrast it has; so are other wrong words", arguments: Language.allCases)
    func refused(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator), place = language == .nl ? "/beheer/instellingen" : "/en/beheer/instellingen"
            for (name, value, field) in [
                ("hoofdkleur", "#ffcc00", "hoofdkleur"), ("hoofdkleur", "#777777", "hoofdkleur"), ("hoofdkleur", "rood", "hoofdkleur"),
                ("tweede-kleur", "#12", "tweede-kleur"),
                ("naam", "", "naam"), ("naam", String(repeating: "x", count: 61), "naam"), ("regel-en", "", "regel-en"), ("regel-nl", "", "regel-nl"),
                ("taal", "fy", "taal"),
            ] {
                let reply = try await site.post(place, Self.fields.map { $0.0 == name ? (name, value) : $0 }, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\""), "\(name) \(value)")
                if value == "#777777" { #expect(reply.text.contains(language == .nl ? "4,4 op 1" : "4.4 to 1")) }
                if value == "#ffcc00" { #expect(reply.text.contains("value=\"#ffcc00\"")) }
            }
            #expect(try await site.people.settings.look() == nil)
        }
    }

    @Test("a second node shows the change within seconds, and no page asks the database for it", arguments: TestDatabase.engines)
    func nodes(_ engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let first = try await Composition.open(address, connections: 2), second = try await Composition.open(address, connections: 2)
            var configuration = Configuration(database: address, assets: "Public")
            configuration.web.rateLimit = nil
            let client = Client(try second.stack(configuration))
            #expect(try await client.get("/hulp").text.contains("Leefkring</title>"))
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: first.people.now())
            try await first.people.settings.save(InstallationLook(name: "Buurtplein"), from: origin)
            let deadline = ContinuousClock.now + .seconds(5)
            var seen = false
            while !seen, ContinuousClock.now < deadline {
                try await Task.sleep(for: .milliseconds(100))
                seen = try await client.get("/hulp").text.contains("Buurtplein</title>")
            }
            #expect(seen)
            // Without a database the last look stays.
            await second.database.close()
            try await Task.sleep(for: .milliseconds(1200))
            #expect(try await client.get("/hulp").text.contains("Buurtplein</title>"))
            await first.database.close()
        }
    }
}
