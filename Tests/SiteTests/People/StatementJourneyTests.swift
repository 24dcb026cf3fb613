import Core
import HTTPTypes
import Mail
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Keeping the accessibility statement")
struct StatementJourneyTests {
    private static let place = "/beheer/toegankelijkheid"
    private static let fields = [
        ("status", "B"), ("organisatie", "Gemeente Doetinchem"), ("onderzocht", "1-11-2026"), ("onderzoeker", "Bureau Toegang"),
        ("rapport", "https://example.nl/rapport"), ("punten-nl", "De kaart.\n\n Oude  pdf’s. "), ("punten-en", "The map.\nOld pdfs."),
        ("mail", "toegankelijk@example.nl"), ("telefoon", "0314 12 34 56"), ("dagen", "10"), ("register", "https://example.nl/register"),
    ]

    @Test("everyone reads that nobody has looked yet, until an administrator writes what is known; in both languages", arguments: TestDatabase.engines)
    func journey(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let visitor = site.client(), ans = try await site.client(GuardedSite.administrator)
            let before = try await visitor.get("/toegankelijkheid")
            #expect(before.status == 200 && before.text.contains("Status E: Nog niet onderzocht") && before.text.contains("nog geen adres ingevuld"))
            #expect(before.text.contains("Nationale ombudsman") && !before.text.contains("Wij kennen nu niets dat niet werkt"))
            #expect(before[header: "Cache-Control"] == "public, max-age=0")
            #expect(try await visitor.get("/en/toegankelijkheid").text.contains("Status E: Not yet audited"))
            #expect(try await ans.get(Self.place).text.contains("value=\"E\" checked"))
            let saved = try await site.post(Self.place, Self.fields, by: ans)
            #expect(saved.status == 303 && saved[header: "Location"] == Self.place + "?bewaard=ja")
            #expect(try await ans.get(try #require(saved[header: "Location"])).text.contains("De verklaring is bewaard."))
            let dutch = try await visitor.get("/toegankelijkheid").text
            for word in [
                "Gemeente Doetinchem wil dat iedereen", "Status B: De site voldoet voor een deel", "1 november 2026", "Bureau Toegang", "<li>De kaart.</li>",
                "<li>Oude pdf’s.</li>", "href=\"mailto:toegankelijk@example.nl\"", "href=\"tel:0314123456\"", "Binnen 10 werkdagen",
                "href=\"https://example.nl/rapport\"", "18 november 2026",
            ] { #expect(dutch.contains(word), "\(word)") }
            let english = try await visitor.get("/en/toegankelijkheid").text
            #expect(english.contains("<li>Old pdfs.</li>") && english.contains("Within 10 working days") && !english.contains("De kaart."))
            // The form shows what was written.
            let form = try await ans.get(Self.place).text
            #expect(form.contains("value=\"01-11-2026\"") && form.contains("De kaart.\nOude pdf’s.</textarea>"))
            #expect(try await site.people.journal.lines().contains { $0.event.action == "accessibility.changed" && $0.event.details["status"] == "B" })
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("what cannot be is said at its field, and the words come back", arguments: Language.allCases)
    func refused(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(GuardedSite.administrator), target = (language == .nl ? "" : "/en") + Self.place
            try await site.add("Bo Bakker", "bo@voorbeeld.nl")
            for (changed, value, field) in [
                ("status", "", "status"), ("status", "Z", "status"), ("status", "A", "punten-nl"), ("onderzocht", "morgen", "onderzocht"),
                ("onderzocht", "", "onderzocht"), ("onderzocht", "31-12-2026", "onderzocht"), ("onderzoeker", "", "onderzoeker"),
                ("rapport", "http://example.nl", "rapport"), ("rapport", "javascript:alert(1)", "rapport"), ("register", "https://x y", "register"),
                ("punten-en", "The map.", "punten-en"), ("punten-nl", "", "punten-nl"), ("mail", "geen adres", "mail"), ("mail", "bo@voorbeeld.nl", "mail"),
                ("telefoon", "bel mij", "telefoon"), ("dagen", "0", "dagen"), ("organisatie", String(repeating: "a", count: 201), "organisatie"),
            ] {
                let sent = Self.fields.map { $0.0 == changed ? ($0.0, value) : $0 }
                let reply = try await site.post(target, sent, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\"") && reply.text.contains("id=\"\(field)\""), "\(changed)=\(value)")
                #expect(
                    reply.text.contains(language == .nl ? "<title>Fout: " : "<title>Error: ")
                        && reply.text.contains("Bureau Toegang") == (changed != "onderzoeker"))
            }
            #expect(try await site.people.statements.current() == .untested)
        }
    }
}

@Suite("The language of the start page")
struct HomeLanguageTests {
    private static func start(_ client: Client, _ headers: [String: String]) async throws -> String {
        let reply = try await client.get("/", headers: headers)
        return reply.status == 302 ? "to \(reply[header: "Location"] ?? "")" : "\(reply.status)"
    }

    @Test("where the language is Dutch the start page is Dutch for everyone and the same for all caches")
    func dutch() async throws {
        try await PeopleSite.with { site async throws in
            let visitor = site.client()
            for headers in [[:], ["Accept-Language": "en"], ["Accept-Language": "nl"], ["Sec-Fetch-Site": "none"]] {
                #expect(try await Self.start(visitor, headers) == "200")
            }
            #expect(try await visitor.get("/")[header: "Vary"]?.contains("Accept-Language") != true)
        }
    }

    @Test("where it is English, who has no preference is led to English; who prefers Dutch, or chose it on this site, is not; caches tell them apart")
    func english() async throws {
        try await PeopleSite.with { site in
            try await site.people.settings.save(InstallationLook(name: "Buurt", language: .en), from: site.origin)
            site.people.look.expire()
            let visitor = site.client()
            for (headers, expected) in [
                ([:], "to /en"), (["Accept-Language": "en-GB,nl;q=0.5"], "to /en"), (["Accept-Language": "de,fr"], "to /en"),
                (["Accept-Language": "nl-NL,nl;q=0.9,en;q=0.8"], "200"), (["Accept-Language": "de, nl;q=0.3"], "200"),
                (["Sec-Fetch-Site": "same-origin"], "200"),
                (["Sec-Fetch-Site": "cross-site"], "to /en"), (["Sec-Fetch-Site": "none"], "to /en"), (["Accept-Language": ";;q=x,*"], "to /en"),
            ] as [([String: String], String)] {
                #expect(try await Self.start(visitor, headers) == expected, "\(headers)")
                let reply = try await visitor.get("/", headers: headers), vary = reply[header: "Vary"] ?? ""
                #expect(vary.contains("Accept-Language") && vary.contains("Sec-Fetch-Site"), "\(headers): \(vary)")
            }
            // Nowhere else is a language guessed.
            for target in ["/en", "/hulp", "/en/hulp", "/aanmelden"] {
                #expect(try await visitor.get(target, headers: ["Accept-Language": "nl"]).status == 200)
            }
            #expect(try await visitor.get("/hulp").text.contains("<html lang=\"nl\">"))
            #expect(try await visitor.get("/en")[header: "Vary"]?.contains("Sec-Fetch-Site") != true)
        }
    }
}
