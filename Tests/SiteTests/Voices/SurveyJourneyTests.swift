import Core
import TestSupport
import Testing
import Web

@Suite("Surveys on the site")
struct SurveyJourneyTests {
    @Test("WYK-24: a survey from a set and a question of one's own, answered page by page, to results and taking back", arguments: TestDatabase.engines)
    func walk(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/vragenlijsten"
            let added = try await site.post(desk, [("titel", "Jouw straat")], by: ground.official)
            let edit = try #require(added[header: "Location"]), open = edit.replacing("/regelen", with: "")
            #expect(try await site.post(edit + "/openen", [], by: ground.official).status == 409)
            let wrong = try await site.post(edit + "/vragen", [("soort", "een"), ("tekst-nl", "Woon je hier?"), ("keuzes-nl", "Ja")], by: ground.official)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#keuzes-nl\""))
            let asked = [("soort", "een"), ("tekst-nl", "Woon je hier?"), ("keuzes-nl", "Ja\r\nNee"), ("verplicht", "ja")]
            #expect(try await site.post(edit + "/vragen", asked, by: ground.official).status == 303)
            let after = [("soort", "getal"), ("tekst-nl", "Hoe lang al?"), ("van", "0"), ("tot", "99"), ("na", "1"), ("antwoord", "1")]
            #expect(try await site.post(edit + "/vragen", after, by: ground.official).status == 303)
            let never = [("soort", "tekst"), ("tekst-nl", "Waarom?"), ("na", "1"), ("antwoord", "9")]
            #expect(try await site.post(edit + "/vragen", never, by: ground.official).text.contains("href=\"#antwoord\""))
            #expect(try await site.post(edit + "/reeks", [("reeks", "beleving")], by: ground.official).status == 303)
            #expect(try await ground.official.get(edit).text.contains("Ik voel me thuis in mijn buurt."))
            #expect(try await site.client().get(open).status == 404)
            #expect(try await site.post(edit + "/openen", [], by: ground.official).status == 303)
            var thanks = ""
            for person in 0..<5 {
                let visitor = site.client()
                let first = try await visitor.get(open).text
                #expect(first.contains("Woon je hier?") && !first.contains("Hoe lang al?") && first.contains("Wij vragen je naam niet"))
                #expect(try await site.post(open, [("stap", "1")], by: visitor).text.contains("href=\"#v1\""))
                let next = try await site.post(open, [("stap", "1"), ("v1", person == 0 ? "2" : "1")], by: visitor)
                #expect(next.status == 303 && next[header: "Location"] == open + "?stap=2", "\(next.text)")
                let second = try await visitor.get(open + "?stap=2").text
                #expect(second.contains("Hoe lang al?") == (person > 0) && second.contains("Ik voel me thuis"))
                let bad = try await site.post(open, [("stap", "2"), ("v2", "300"), ("v3", "4")], by: visitor)
                #expect(person == 0 || (bad.status == 400 && bad.text.contains("href=\"#v2\"")))
                guard person > 0 else { continue }
                let sent = try await site.post(open, [("stap", "2"), ("v2", "12"), ("v3", "4"), ("v11", "Bankjes")], by: visitor)
                thanks = try #require(sent[header: "Location"])
                #expect(try await visitor.get(open).text.contains("Je hebt deze vragen al ingevuld."))
            }
            let results = try await site.client().get(open + "/uitkomst").text
            #expect(results.contains("5 mensen vulden dit in.") && results.contains("4 van de 5") && !results.contains("Bankjes"))
            #expect(try await site.client().get(open + "/uitkomst/uitkomst.csv").text.contains("1,Woon je hier?,1,Ja,4,5,,,,"))
            let node = try await site.client().get("/api/v1/gesprekken" + ground.page.dropFirst("/stemmen".count) + "/vragenlijsten").text
            #expect(node.contains("\"waarde\":\"1\"") && !node.contains("Bankjes"))
            #expect(try await ground.official.get(edit + "/woorden").text.contains("Bankjes"))
            let page = try await site.client().get(thanks).text
            let code = try #require(page.firstMatch(of: /<strong>(\w{4} \w{4} \w{4} \w)<\/strong>/)?.1)
            let gone = try await site.post(open + "/terugnemen", [("code", String(code))], by: site.client())
            #expect(gone.status == 303 && gone[header: "Location"]?.contains("gelukt") == true)
            #expect(try await site.client().get(open + "/uitkomst").text.contains("5 mensen vulden dit in."))
        }
    }

    @Test("WYK-24: the same questions on paper, with a code each, and typed in by keyboard")
    func paper() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site), desk = ground.page + "/regelen/vragenlijsten"
            let edit = try #require(try await site.post(desk, [("titel", "Jouw straat")], by: ground.official)[header: "Location"])
            _ = try await site.post(edit + "/reeks", [("reeks", "beleving")], by: ground.official)
            _ = try await site.post(edit + "/openen", [], by: ground.official)
            let printed = try await site.post(edit + "/vellen", [("aantal", "2"), ("letters", "groot"), ("taal", "nl")], by: ground.official).text
            let codes = printed.matches(of: /<code>(\w{4} \w{4} \w{4} \w)<\/code>/).map { String($0.1) }
            #expect(codes.count == 2 && printed.contains("class=\"vel groot\"") && printed.contains("☐ 1: helemaal oneens"))
            let wrong = try await site.post(edit + "/papier", [("papiercode", codes[0]), ("v1", "9")], by: ground.official)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#v1\"") && wrong.text.contains("value=\"9\""))
            let typed = [("papiercode", codes[0]), ("v1", "4"), ("v2", "?"), ("v8", "1, 3"), ("v9", "Meer licht")]
            #expect(try await site.post(edit + "/papier", typed, by: ground.official).status == 303)
            #expect(try await site.post(edit + "/papier", typed, by: ground.official).text.contains("Deze code staat op"))
        }
    }
}
