import Core
import Foundation
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Transfer
import Web

@Suite("The journal on the site")
struct JournalJourneyTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    /// The number of lines in the table.
    private func lines(_ page: String) -> Int { page.components(separatedBy: "<th scope=\"row\">").count - 1 }

    @Test("BIO2 8.15: administrators narrow the journal, and a name never stands in an address", arguments: TestDatabase.engines)
    func search(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(Self.administrator)
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl", code: "999999")
            let all = try await ans.get("/beheer/logboek")
            #expect(all.text.contains("Code klopte niet") && all.text.contains("geweigerd") && all.text.contains("Bo Bakker"))
            #expect(all[header: "Cache-Control"] == "no-store")
            let refused = try await ans.get("/beheer/logboek?uitkomst=refused&langs=web").text
            #expect(lines(refused) == 1 && refused.contains("Code klopte niet"))
            let added = try await site.people.journal.lines().count { $0.event.action == "person.added" }
            let found = try await ans.get("/beheer/logboek?wat=person.added").text
            #expect(added >= 2 && lines(found) == added)
            let about = try await ans.get(PeopleRoute.journal(JournalQuestion(thing: Event.Thing("person", bo.id.description))).address.url(in: .en))
            #expect(about.text.contains("Show the whole journal") && about.text.contains("Bo Bakker"))
            let none = try await ans.get("/beheer/logboek?van=01-01-2001&tot=02-01-2001")
            #expect(lines(none.text) == 0 && none.text.contains("Niets gevonden") && none.status == 200)
            let wrong = try await ans.get("/beheer/logboek?van=31-02-2026&tot=morgen&wie=ik")
            #expect(wrong.status == 400 && wrong.text.contains("Kies iemand uit de lijst") && wrong.text.contains("value=\"31-02-2026\""))
            let turned = try await ans.get("/en/beheer/logboek?van=02-01-2026&tot=01-01-2026")
            #expect(turned.status == 400 && turned.text.contains("Turn them around"))
            #expect(try await site.people.readLog.lines(about: bo.id).contains { $0.activity == .journal })
        }
    }

    @Test("law 30: everyone can take all that is kept of them with them, to read and for programs")
    func archive() async throws {
        try await PeopleSite.with { site in
            _ = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            _ = try await site.add("Cas de Wit", "cas@voorbeeld.nl", .resident)
            let client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            for (path, word) in [("/mijn/gegevens.zip", "Alles wat Leefkring van je bewaart"), ("/en/mijn/gegevens.zip", "Everything Leefkring keeps of you")] {
                let answer = try await client.get(path)
                #expect(answer.status == 200 && answer[header: "Content-Type"] == "application/zip")
                let archive = try Archive(answer.bytes, limit: 1 << 22)
                let page = String(decoding: try archive.part("lees-mij.html"), as: UTF8.self)
                #expect(page.contains(word) && page.contains("bo@voorbeeld.nl") && !page.contains("cas@voorbeeld.nl"))
                #expect(String(decoding: try archive.part("gegevens.json"), as: UTF8.self).contains("bo@voorbeeld.nl"))
            }
            #expect(try await site.client().get("/mijn/gegevens.zip").status == 303)
        }
    }
}
