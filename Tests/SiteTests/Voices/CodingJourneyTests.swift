import Core
import TestSupport
import Testing
import Voices
import Web

@Suite("What stories are about, on the site")
struct CodingJourneyTests {
    @Test("WYK-11: from themes by two readers apart to what everyone sees as a page, a file and by the API; then the story is taken back")
    func walk() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site, moderation: .after), page = ground.page, desk = page + "/regelen/themas"
            let other = try await VoteJourneyTests.Ground.client("bob@voorbeeld.nl", .official, at: .area(try #require(AreaCode("GM9999"))), site)
            let giver = site.client()
            _ = try await giver.get(page + "/verhalen/nieuw")
            let story = [("verhaal", "Bij de speeltuin is het donker. Ik loop om."), ("lezers", "iedereen"), ("taal", "nl"), ("citaat", "ja")]
            let sent = try await site.post(page + "/verhalen/nieuw", story, by: giver)
            let thanks = try #require(sent[header: "Location"], "\(sent.text)")
            let code = try #require(try await giver.get(thanks).text.firstMatch(of: /<strong>(\w{4} \w{4} \w{4} \w)<\/strong>/)?.1)
            #expect(!(try await site.client().get(page).text.contains("Waar gaan de verhalen over?")))
            let empty = try await site.post(desk, [("naam", "")], by: ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#naam\""))
            for name in ["Licht", "Groen"] { #expect(try await site.post(desk, [("naam", name)], by: ground.official).status == 303) }
            let list = try await ground.official.get(desk).text
            #expect(list.contains("Jij las 0 van de 1 verhalen."))
            let path = try #require(list.firstMatch(of: /href="([^"]+themas\/verhalen\/\w+)"/)?.1)
            let wrong = [("themas", "1"), ("citaat", "Het is er licht"), ("citaat-thema", "1")]
            let refused = try await site.post(String(path), wrong, by: ground.official)
            #expect(refused.status == 400 && refused.text.contains("Deze woorden staan niet zo in het verhaal") && refused.text.contains("Het is er licht"))
            let right = [("themas", "1"), ("citaat", "Ik loop om."), ("citaat-thema", "1")]
            #expect(try await site.post(String(path), right, by: ground.official).status == 303)
            // Who did not read it yet does not see what others found.
            let early = try await other.get(path + "/samen").status, alone = try await other.get(String(path)).text
            #expect(early == 303 && !alone.contains("value=\"1\" checked"))
            #expect(try await site.post(String(path), [("themas", "2")], by: other).status == 303)
            let differ = try await other.get(path + "/samen").text
            #expect(differ.contains("Lezer 1: Licht") && differ.contains("Lezer 2: Groen"))
            #expect(try await site.post(path + "/samen", [("themas", "1")], by: other).status == 303)
            let shown = try await site.client().get(page + "/themas").text
            #expect(shown.contains("Van 1 van de 1 geplaatste verhalen") && shown.contains("Ik loop om.") && shown.contains("Minder dan 5 verhalen"))
            #expect(try await site.client().get(page + "/themas/themas.csv").text.contains("1,Licht,,minder dan 5,1"))
            let api = "/api/v1/gesprekken" + page.dropFirst("/stemmen".count) + "/themas"
            #expect(try await site.client().get(api).text.contains("\"woorden\":\"Ik loop om.\""))
            let apart = try await ground.official.get(desk + "/indeling.csv").text
            #expect(apart.contains(",1,Licht") && apart.contains(",2,Groen") && apart.contains(",samen,Licht") && !apart.contains("loop"))
            let stranger = try await VoteJourneyTests.Ground.client("fem@voorbeeld.nl", .functionalAdministrator, at: .installation, site)
            for hidden in [desk, desk + "/indeling.csv"] { #expect(try await stranger.get(hidden).status == 404) }
            let asked = try await site.post("/stemmen/mijn-inbreng", [("code", String(code))], by: giver)
            let mine = try #require(asked[header: "Location"]), form = try await giver.get(mine).text
            let proof = String(try #require(form.firstMatch(of: /name="bewijs" value="([^"]+)"/)?.1, "\(form)"))
            #expect(try await site.post("/stemmen/mijn-inbreng/terugnemen", [("bewijs", proof)], by: giver).status == 303)
            #expect(!(try await site.client().get(page + "/themas").text.contains("Ik loop om.")))
            #expect(!(try await site.client().get(api).text.contains("loop")))
        }
    }
}
