import Core
import People
import Site
import TestSupport
import Testing

@Suite("Pages of labels")
struct LabelPagesTests {
    private func administrator(_ site: PeopleSite) async throws -> Client {
        try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
    }

    @Test("AGD-05: an administrator adds, changes, takes away and brings back a label; in both languages")
    func journey() async throws {
        try await PeopleSite.with { site in
            let client = try await administrator(site)
            let list = try await client.get("/beheer/labels").text
            #expect(list.contains("Eenzaamheid") && list.contains("href=\"/beheer/labels/dorpshuizen\"") && list.contains("Regenboogbeleid"))
            #expect(try await client.get("/en/beheer/labels").text.contains("Loneliness"))
            let added = try await site.post(
                "/beheer/labels", [("soort", "thema"), ("naam", "Jongeren"), ("naam-en", "Young people"), ("onder", "eenzaamheid"), ("schaal", "dorp")],
                by: client)
            #expect(added.status == 303)
            let page = try await client.get("/beheer/labels/jongeren").text
            #expect(page.contains("value=\"Young people\"") && page.contains("value=\"eenzaamheid\" selected"))
            let changed = try await site.post("/beheer/labels/jongeren", [("naam", "Jonge mensen"), ("naam-en", "Young people"), ("onder", "")], by: client)
            #expect(changed.status == 303)
            #expect(
                try await site.people.terms.all().contains { $0.key == "jongeren" && $0.name.nl == "Jonge mensen" && $0.parent == nil && $0.scales.isEmpty })
            #expect(try await site.post("/beheer/labels/jongeren/einde", by: client).status == 303)
            #expect(try await client.get("/beheer/labels/jongeren").text.contains("Weer gebruiken"))
            #expect(try await site.post("/beheer/labels/jongeren/hervat", by: client).status == 303)
            #expect(try await client.get("/beheer/labels/jongeren").text.contains("Niet meer gebruiken"))
        }
    }

    @Test("a faulty form says what to do and keeps the words; what is not there is not found")
    func faults() async throws {
        try await PeopleSite.with { site in
            let client = try await administrator(site)
            for (fields, message) in [
                ([("soort", "thema"), ("naam", ""), ("naam-en", "Mine")], "Vul een naam in"), ([("naam", "Iets"), ("naam-en", "Mine")], "Kies een soort"),
                ([("soort", "thema"), ("naam", "eenzaamheid"), ("naam-en", "Mine")], "Er is al een label met deze naam"),
                ([("soort", "thema"), ("naam", "Iets"), ("naam-en", "Mine"), ("onder", "dorpshuizen")], "Kies een label dat zelf niet onder een ander staat"),
            ] {
                let reply = try await site.post("/beheer/labels", fields, by: client)
                #expect(reply.status == 400 && reply.text.contains(message) && reply.text.contains("value=\"Mine\""), "\(message)")
            }
            let kept = try await site.post("/beheer/labels/sociale-infrastructuur/einde", by: client)
            #expect(kept.status == 400 && kept.text.contains("Onder dit label staan andere labels"))
            for target in ["/beheer/labels/bestaat-niet", "/beheer/labels/bestaat-niet/einde"] {
                #expect(try await site.post(target, [("naam", "x"), ("naam-en", "x")], by: client).status == 404, "\(target)")
            }
        }
    }
}
