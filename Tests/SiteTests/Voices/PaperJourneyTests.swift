import Core
import Foundation
import TestSupport
import Testing
import Voices
import Web

@Suite("From paper to the outcome on the site")
struct PaperJourneyTests {
    /// The codes of the sheets, as they stand on the page that prints.
    private static func codes(_ text: String) -> [String] {
        text.components(separatedBy: "<code>").dropFirst().compactMap { $0.components(separatedBy: "</code>").first }.filter { $0.count > 12 }
    }

    @Test("WYK-03: sheets are printed, filled in by hand, typed in and stand in the outcome as paper", arguments: TestDatabase.engines)
    func walk(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/papier"
            #expect(try await ground.official.get(desk).text.contains("Druk vellen af"))
            let none = try await site.post(desk + "/vellen", [("aantal", "0"), ("letters", "gewoon")], by: ground.official)
            #expect(none.status == 400 && none.text.contains("href=\"#aantal\""))
            let printed = try await site.post(desk + "/vellen", [("aantal", "6"), ("letters", "groot")], by: ground.official).text
            let codes = Self.codes(printed)
            #expect(Set(codes).count == 6 && printed.contains("class=\"vel groot\"") && printed.contains("Minder auto"))
            for code in codes {
                let sent = try await site.post(
                    desk + "/invoer", [("papiercode", code.lowercased()), ("s1", "e"), ("s2", "o"), ("s3", "?")], by: ground.official)
                #expect(sent.status == 303, "\(sent.text)")
            }
            let again = try await site.post(desk + "/invoer", [("papiercode", codes[0]), ("s1", "o")], by: ground.official)
            #expect(again.status == 400 && again.text.contains("Deze code staat op") && again.text.contains("value=\"o\""))
            let wrong = try await site.post(desk + "/invoer", [("papiercode", codes[0]), ("s1", "x")], by: ground.official)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#s1\""))
            let outcome = try await site.client().get(ground.page + "/uitkomst").text
            #expect(outcome.contains("papier: 5") && outcome.contains("Er deden 5 mensen mee."))
            let csv = try await site.client().get(ground.page + "/uitkomst/uitkomst.csv").text
            #expect(csv.contains("1,Meer bomen,5,0,0,5") && csv.contains("3,Minder auto’s,,,,minder dan 5"))
        }
    }

    @Test("WYK-03: tables of a workshop are typed in from their sheets, and everyone sees dots beside votes once it is closed", arguments: TestDatabase.engines)
    func workshop(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/werkplaatsen", open = ground.page + "/werkplaatsen"
            let empty = try await site.post(desk, [("titel", "Avond"), ("keuzes", "Bomen")], by: ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#keuzes\"") && empty.text.contains("value=\"Avond\""))
            let fields = [
                ("titel", "Avond"), ("dag", "18-11-2026"), ("plaats", "De Kers"), ("vraag", "Wat eerst?"), ("tafels", "2"), ("keuzes", "Bomen\r\nBankjes"),
            ]
            #expect(try await site.post(desk, fields, by: ground.official).status == 303)
            let missing = try await ground.official.get(desk + "/vel?vel=W1-T9")
            #expect(missing.text.contains("Dit is geen code van een vel"))
            let table = try #require(try await ground.official.get(desk + "/vel?vel=w1-t2")[header: "Location"])
            #expect(try await site.post(table, [("mensen", "12"), ("k1", "9"), ("k2", "?")], by: ground.official).status == 303)
            #expect(try await ground.official.get(table + "?gelukt=bewaard").text.contains("Lees het nu voor aan de tafel."))
            let said = try await site.post(table + "/uitspraak", [("tekst", "Het plein is te donker."), ("citeren", "ja")], by: ground.official)
            let strip = try #require(said[header: "Location"])
            #expect(try await ground.official.get(strip).text.contains("class=\"sectie strook\""))
            #expect(try await site.client().get(open).text.contains("Er is nog geen werkplaats klaar."))
            let close = table.replacing("/tafels/2", with: "/afsluiten")
            #expect(try await site.post(close, [], by: ground.official).status == 303)
            let shown = try await site.client().get(open).text
            #expect(shown.contains("Er waren 12 mensen, aan 1 tafels.") && shown.contains("Stippen van een tafel zijn geen stemmen"))
            #expect(try await site.client().get(open + "/werkplaatsen.csv").text.contains("1,Avond,2026-11-18,12,,1,Bomen,9,1"))
            let node = try await site.client().get("/api/v1/gesprekken" + ground.page.dropFirst("/stemmen".count) + "/werkplaatsen").text
            #expect(node.contains("\"stippen\":9") && node.contains("\"stippen\":null"))
            let late = try await site.post(table, [("mensen", "12"), ("k1", "1")], by: ground.official)
            #expect(late.status == 409)
        }
    }

    @Test("WYK-03: who calls takes part by telephone, and stands as such in the outcome")
    func telephone() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site), help = ground.page + "/regelen/helpen"
            for _ in 0..<5 {
                #expect(try await site.post(help, [("hulp", "telefoon")], by: ground.official).status == 303)
                try await ground.vote(1, "eens", by: ground.official)
                #expect(try await site.post(help + "/klaar", [], by: ground.official).status == 303)
            }
            #expect(try await site.client().get(ground.page + "/uitkomst").text.contains("telefoon: 5"))
        }
    }
}
