import Core
import HTTPTypes
import Knowledge
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Profiles")
struct ProfileJourneyTests {
    /// The smallest PNG: one red pixel, as Pillow writes it.
    private static let pixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,
        0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x00,
        0x00, 0x03, 0x01, 0x01, 0x00, 0xC9, 0xFE, 0x92, 0xEF, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private static let fields = [
        ("werk", "Groen in de straat"), ("kennis", "Geveltuinen"), ("regio", "Achterhoek"), ("talen", "Nederlands, Turks"), ("telefoon", "026 123 45 67"),
        ("label", "eenzaamheid"), ("organisatie", "ja"), ("alt", "Bo met een schep"),
    ]

    private static func seen(_ whole: String, mail: String = "niemand", telephone: String = "niemand") -> [(String, String)] {
        [("zien", whole), ("mail-zien", mail), ("telefoon-zien", telephone)]
    }

    /// The form as a browser sends it, with a file.
    private func save(
        _ fields: [(String, String)], photo: [UInt8]? = nil, to path: String = "/mijn/profiel", field: String = "foto", by client: Client
    ) async throws -> Reply {
        let token = try #require(try await client.get(path).formToken)
        var body: [UInt8] = []
        for (name, value) in [(ForgeryTokens.fieldName, token)] + fields {
            body += Array("--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body +=
            Array("--grens\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(photo == nil ? "" : "foto.png")\"\r\n\r\n".utf8) + (photo ?? [])
        body += Array("\r\n--grens--\r\n".utf8)
        let headers = ["Content-Type": "multipart/form-data; boundary=grens", "Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"]
        return try await client.send(.post, path, headers: headers, body: body)
    }

    private struct People {
        let bo: Person
        let own: Client
        let member: Client
        let visitor: Client
        let path: String
    }

    private func with(_ engine: TestDatabase.Engine = .sqlite, _ body: (PeopleSite, People) async throws -> Void) async throws {
        try await PeopleSite.with(engine) { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .neighbourhoodMaker)
            let session = try await site.people.sessions.begin(bo.id, proof: .oneFactor, device: "", from: site.origin)
            let own = site.client()
            own.keep(ForgeryTokens.cookie(session.secret))
            let member = try await site.client(PermissionTable.Subject(role: .resident, proof: .oneFactor))
            try await body(site, People(bo: bo, own: own, member: member, visitor: site.client(), path: "/mensen/\(bo.id)"))
        }
    }

    @Test("nobody sees a profile until its owner says so; then members, or everyone, and never more of how to reach them", arguments: TestDatabase.engines)
    func visibility(_ engine: TestDatabase.Engine) async throws {
        try await with(engine) { site, people in
            for client in [people.visitor, people.member] { #expect(try await client.get(people.path).status == 404) }
            #expect(try await people.own.get(people.path).status == 200)
            let cases: [(fields: [(String, String)], member: (Int, Bool, Bool), visitor: (Int, Bool, Bool))] = [
                (Self.seen("niemand", mail: "iedereen", telephone: "iedereen"), (404, false, false), (404, false, false)),
                (Self.seen("aangemeld"), (200, false, false), (404, false, false)),
                (Self.seen("aangemeld", mail: "iedereen", telephone: "aangemeld"), (200, true, true), (404, false, false)),
                (Self.seen("iedereen", mail: "aangemeld"), (200, true, false), (200, false, false)),
                (Self.seen("iedereen", mail: "iedereen", telephone: "iedereen"), (200, true, true), (200, true, true)),
            ]
            for one in cases {
                #expect(try await save(Self.fields + one.fields, by: people.own).status == 303)
                for (client, expected) in [(people.member, one.member), (people.visitor, one.visitor)] {
                    for prefix in ["", "/en"] {
                        let reply = try await client.get(prefix + people.path)
                        #expect(reply.status == expected.0, "\(one.fields)")
                        #expect(reply.text.contains("bo@voorbeeld.nl") == expected.1, "\(one.fields)")
                        #expect(reply.text.contains("026 123 45 67") == expected.2, "\(one.fields)")
                        #expect(reply.text.contains("Geveltuinen") == (expected.0 == 200))
                    }
                }
            }
            // Reading by someone who is known leaves a line; by nobody in particular it does not.
            let lines = try await site.people.readLog.lines(about: people.bo.id, limit: 100)
            #expect(lines.count == 8 && lines.allSatisfy { $0.activity == .profiles })
            // An account that is closed shows nothing, also where its words are still there.
            let bo = people.bo.id.description
            try await site.site.database.write { try $0.execute("UPDATE person SET closed_at = added_at WHERE id = \(bo)") }
            for client in [people.visitor, people.member] { #expect(try await client.get(people.path).status == 404) }
            try await site.site.database.write { try $0.execute("UPDATE person SET closed_at = NULL WHERE id = \(bo)") }
            try await site.people.persons.erase(people.bo.id, from: site.origin)
            for client in [people.visitor, people.member] { #expect(try await client.get(people.path).status == 404) }
        }
    }

    @Test("EXP-04: a profile says in someone's own short words what they are working on; a picture is a choice")
    func working() async throws {
        try await with { _, people in
            let words = Self.fields.filter { $0.0 != "werk" && $0.0 != "alt" } + Self.seen("iedereen")
            let work = [("werk", "Onderzoek naar meedoen.\nEn een moestuin & <b>groen</b>")]
            #expect(try await save(words + work, by: people.own).status == 303)
            let plain = try await people.visitor.get(people.path).text
            #expect(plain.contains("Werkt aan") && plain.contains("<p>Onderzoek naar meedoen.</p>"))
            #expect(plain.contains("En een moestuin &amp; &lt;b&gt;groen&lt;/b&gt;") && !plain.contains("src=\"/bestanden/"))
            #expect(try await save(words + work + [("alt", "Bo met een schep")], photo: Self.pixel, by: people.own).status == 303)
            let pictured = try await people.visitor.get(people.path).text
            #expect(pictured.contains("src=\"/bestanden/") && pictured.contains("alt=\"Bo met een schep\"") && pictured.contains("Onderzoek naar meedoen."))
            let long = try await save(words + [("werk", String(repeating: "x", count: 2001)), ("alt", "Bo met een schep")], by: people.own)
            #expect(long.status == 400 && long.text.contains("href=\"#werk\"") && long.text.contains("hoogstens 2000"))
        }
    }

    @Test("ORG-08, ORG-16: a profile shows every role that holds, with its sub-role, and the organisation only where that is chosen")
    func roles() async throws {
        try await with { site, people in
            let slice = site.people, origin = site.origin
            try await slice.persons.grant(.neighbourhoodProfessional, subRole: "Straatcoach", at: .installation, to: people.bo.id, from: origin)
            let club = try await slice.organisations.add(name: "Wij in De Huet", kind: .residentsGroup, area: nil, from: origin)
            _ = try await slice.organisations.join(people.bo.id, club.id, from: origin)
            #expect(try await save(Self.fields + Self.seen("iedereen"), by: people.own).status == 303)
            let page = try await people.visitor.get(people.path).text
            for words in ["Buurtmaker", "Wijkprofessional, Straatcoach", "Wij in De Huet", "Eenzaamheid", "Achterhoek", "Nederlands, Turks"] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(try await people.visitor.get("/organisaties/\(club.id)").text.contains("href=\"\(people.path)\""))
            let without = Self.fields.filter { $0.0 != "organisatie" } + Self.seen("iedereen")
            #expect(try await save(without, by: people.own).status == 303)
            #expect(try await !people.visitor.get(people.path).text.contains("Wij in De Huet"))
            try await site.site.knowledge.desk.refresh()
            #expect(try await !people.visitor.get("/organisaties/\(club.id)").text.contains(people.path))
        }
    }

    @Test("a photo is seen by who sees the profile, goes when another comes and when its owner is erased", arguments: TestDatabase.engines)
    func photo(_ engine: TestDatabase.Engine) async throws {
        try await with(engine) { site, people in
            let folder = try #require(site.people.attachments.folder)
            let faulty = try await save(Self.fields.filter { $0.0 != "alt" } + Self.seen("iedereen"), photo: Self.pixel, by: people.own)
            #expect(faulty.status == 400 && faulty.text.contains("Groen in de straat") && faulty.text.contains("href=\"#alt\""))
            let kept = try #require(faulty.text.firstMatch(of: /name="foto-bewaard" value="([0-9a-z]{26})"/).map { String($0.1) })
            #expect(try await people.member.get("/bestanden/\(kept)").status == 404)
            #expect(try await save(Self.fields + Self.seen("aangemeld") + [("foto-bewaard", kept)], by: people.own).status == 303)
            #expect(try await people.member.get(people.path).text.contains("src=\"/bestanden/\(kept)\""))
            #expect(try await people.member.get(people.path).text.contains("alt=\"Bo met een schep\""))
            #expect(try await people.member.get("/bestanden/\(kept)").status == 200)
            #expect(try await people.visitor.get("/bestanden/\(kept)").status == 404)
            #expect(try await save(Self.fields + Self.seen("iedereen"), by: people.own).status == 303)
            let shown = try await people.visitor.get("/bestanden/\(kept)")
            #expect(shown.status == 200 && shown[header: "Content-Type"] == "image/png" && shown.bytes.starts(with: [0x89, 0x50]))
            #expect(try await save(Self.fields + Self.seen("iedereen") + [("foto-weg", "ja")], by: people.own).status == 303)
            #expect(try await people.visitor.get("/bestanden/\(kept)").status == 404 && folder.all().isEmpty)
            #expect(try await save(Self.fields + Self.seen("iedereen"), photo: Self.pixel, by: people.own).status == 303)
            #expect(folder.all().count == 1)
            let file = try #require(try await site.people.file(of: people.bo.id))
            let text = String(decoding: try file.json, as: UTF8.self)
            for words in ["Groen in de straat", "Geveltuinen", "Eenzaamheid", "026 123 45 67", "foto.png", "Bo met een schep"] {
                #expect(text.contains(words), "\(words)")
            }
            try await site.people.persons.erase(people.bo.id, from: site.origin)
            #expect(folder.all().isEmpty)
            #expect(try await Inspection(site.site).run().faults.isEmpty)
        }
    }

    @Test("ZOE: a profile is found by who may see it and by nobody else, and never by how to reach someone", arguments: TestDatabase.engines)
    func search(_ engine: TestDatabase.Engine) async throws {
        try await with(engine) { site, people in
            func finds(_ client: Client, _ words: String) async throws -> Bool {
                try await site.site.knowledge.desk.refresh()
                return try await client.get("/zoeken?q=\(words)").text.contains(people.path)
            }
            func check(_ seen: [(String, String)]?, finds expected: [(Client, String, Bool)]) async throws {
                if let seen {
                    let saved = try await save(seen, by: people.own)
                    #expect(saved.status == 303)
                }
                for (client, words, isFound) in expected {
                    let found = try await finds(client, words)
                    #expect(found == isFound, "\(words)")
                }
            }
            try await check(nil, finds: [(people.member, "geveltuinen", false)])
            try await check(Self.fields + Self.seen("aangemeld"), finds: [(people.member, "geveltuinen", true), (people.visitor, "geveltuinen", false)])
            try await check(
                Self.fields + Self.seen("iedereen", mail: "iedereen"),
                finds: [
                    (people.visitor, "geveltuinen", true), (people.visitor, "Bakker", true), (people.visitor, "voorbeeld.nl", false),
                    (people.visitor, "0261234567", false),
                ])
            try await check(Self.fields + Self.seen("niemand"), finds: [(people.visitor, "geveltuinen", false), (people.member, "Bakker", false)])
        }
    }

    @Test("bad input loses nothing and says what to do")
    func faults() async throws {
        try await with { _, people in
            let words = Self.fields.filter { $0.0 != "telefoon" }
            for (field, value, message) in [
                ("telefoon", "bel mij", "Vul een nummer in"), ("telefoon", "12", "Vul een nummer in"), ("zien", "de buren", "Kies een van de antwoorden"),
                ("label", "bestaat-niet", "Een van deze labels is er niet meer"), ("regio", String(repeating: "x", count: 300), "hoogstens 200"),
            ] {
                let reply = try await save(words.filter { $0.0 != field } + Self.seen("iedereen").filter { $0.0 != field } + [(field, value)], by: people.own)
                #expect(reply.status == 400 && reply.text.contains(message) && reply.text.contains("Groen in de straat"), "\(field) \(value)")
            }
            let wrong = try await save(Self.fields + Self.seen("iedereen"), photo: Array("geen foto".utf8), by: people.own)
            #expect(wrong.status == 400 && wrong.text.contains("Kies een foto: JPEG, PNG of WebP."))
            #expect(try await people.own.get("/mijn/profiel").text.contains("Mijn profiel"))
            #expect(try await people.own.get("/en/mijn/profiel").text.contains("My profile"))
        }
    }
}
