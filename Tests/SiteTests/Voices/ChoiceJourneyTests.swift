import Core
import TestSupport
import Testing
import Web

@Suite("Choosing together on the site")
struct ChoiceJourneyTests {
    @Test("WYK-03: a budget from its plans to an explanation of each, and nothing is told before it is counted", arguments: TestDatabase.engines)
    func budget(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/keuzes"
            let empty = try await site.post(desk, [("soort", "geld"), ("titel", "Buurtgeld")], by: ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#bedrag\""))
            let added = try await site.post(desk, [("soort", "geld"), ("titel", "Buurtgeld"), ("bedrag", "1000")], by: ground.official)
            let edit = try #require(added[header: "Location"]), open = edit.replacing("/regelen", with: "")
            #expect(try await site.post(edit + "/openen", [], by: ground.official).status == 409)
            let dear = try await site.post(edit + "/plannen", [("titel", "Zwembad"), ("kosten", "5000")], by: ground.official)
            #expect(dear.status == 400 && dear.text.contains("duurder dan het geld"))
            for (title, cost) in [("Bankjes", "300"), ("Bomen", "400"), ("Feest", "900")] {
                #expect(try await site.post(edit + "/plannen", [("titel", title), ("kosten", cost)], by: ground.official).status == 303)
            }
            #expect(try await site.client().get(open).status == 404)
            #expect(try await site.post(edit + "/openen", [], by: ground.official).status == 303)
            var last = site.client()
            for voter in 0..<6 {
                last = site.client()
                let form = try await last.get(open).text
                #expect(form.contains("Tot die tijd ziet niemand iets") && form.contains("Bankjes, € 300"))
                let chosen = voter < 5 ? [("gekozen", "1"), ("gekozen", "2")] : [("gekozen", "3")]
                #expect(try await site.post(open, chosen, by: last).status == 303)
            }
            let none = try await site.post(open, [], by: last)
            #expect(none.status == 400 && none.text.contains("href=\"#gekozen\""))
            #expect(try await !site.client().get(open).text.contains("Er kozen"))
            #expect(try await site.client().get(open + "/stemmen.pb").status == 404)
            #expect(try await site.post(edit + "/sluiten", [], by: ground.official).status == 303)
            let told = try await site.client().get(open).text
            #expect(told.contains("Er kozen 6 mensen.") && told.contains("Gekozen, als nummer 1. Dit wilden 5 mensen."))
            // 6 people on € 1,000: Bankjes and Bomen cost 700, and Feest does not fit whatever is added.
            #expect(told.contains("Ieder had een even groot deel: € 166,67.") && told.contains("Dan gaat het goedkoopste voor."))
            #expect(told.contains("In het echt was er nog € 300 over: te weinig voor dit plan."))
            #expect(told.contains("Niet gekozen. Dit wilden minder dan 5 mensen.") && told.contains("tekort"))
            #expect(try await last.get(open).text.contains("Jouw deel is niet gebruikt"))
            let ballots = try await site.client().get(open + "/stemmen.pb").text
            #expect(ballots.contains("VOTES\nvoter_id;vote\n1;1,2") && ballots.contains("num_votes;6"))
            #expect(try await site.client().get(open + "/uitkomst.csv").text.contains("1,Bankjes,300,5,gekozen,60.00,"))
            let node = try await site.client().get("/api/v1/gesprekken" + ground.page.dropFirst("/stemmen".count) + "/keuzes").text
            #expect(node.contains("\"stembiljetten\":6") && node.contains("\"uitkomst\":\"gekozen\""))
        }
    }

    @Test("WYK-03: an order is chosen on paper too, and a file that cannot be read says which line is wrong")
    func orderAndFile() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/keuzes"
            let added = try await site.post(desk, [("soort", "volgorde"), ("titel", "Wat eerst?")], by: ground.official)
            let edit = try #require(added[header: "Location"])
            for title in ["Straat", "Plein"] { _ = try await site.post(edit + "/plannen", [("titel", title)], by: ground.official) }
            #expect(try await site.post(edit + "/openen", [], by: ground.official).status == 303)
            let wrong = try await site.post(edit + "/papier", [("papiercode", "2345 6789 ABCD M"), ("nummers", "9")], by: ground.official)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#nummers\""))
            let unknown = try await site.post(edit + "/papier", [("papiercode", "2345 6789 ABCD M"), ("nummers", "1, 2")], by: ground.official)
            #expect(unknown.status == 400 && unknown.text.contains("href=\"#papiercode\""))
            #expect(try await ground.official.get(edit + "/papier").text.contains("Twee mensen typen elk papier over"))
        }
    }
}
