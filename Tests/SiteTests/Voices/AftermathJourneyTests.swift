import Core
import People
import SQL
import Site
import TestSupport
import Testing
import Voices
import Web

@Suite("What became of it, on the site")
struct AftermathJourneyTests {
    @Test("WYK-25: the giver reads with the code what became of it, everyone reads it beside what was said, and then the conversation is finished")
    func walk() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site, moderation: .after), page = ground.page, desk = page + "/regelen/opvolging"
            let giver = site.client()
            _ = try await giver.get(page + "/verhalen/nieuw")
            let sent = try await site.post(
                page + "/verhalen/nieuw", [("verhaal", "Het plein is te donker."), ("lezers", "iedereen"), ("taal", "nl")], by: giver)
            let thanks = try #require(sent[header: "Location"], "\(sent.text)")
            let code = try #require(try await giver.get(thanks).text.firstMatch(of: /<strong>(\w{4} \w{4} \w{4} \w)<\/strong>/)?.1)
            #expect(try await site.client().get(page + "/wat-er-mee-gebeurde").text.contains("Hierover is nog niet besloten."))
            let list = try await ground.official.get(desk).text
            let id = try #require(list.firstMatch(of: /name="gekozen" value="(\w+)"/)?.1)
            #expect(try await site.post(desk + "/afronden", [], by: ground.official).status == 409)
            let empty = try await site.post(desk, [("gekozen", String(id)), ("uitkomst", "overgenomen")], by: ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#reden\""))
            let told = [("gekozen", String(id)), ("uitkomst", "overgenomen"), ("reden", "In maart komt er een lamp."), ("volgende", "01-04-2027")]
            #expect(try await site.post(desk, told, by: ground.official).status == 303)
            let asked = try await site.post("/stemmen/mijn-inbreng", [("code", String(code))], by: site.client())
            let mine = try await site.client().get(try #require(asked[header: "Location"])).text
            #expect(mine.contains("Dit doen wij") && mine.contains("In maart komt er een lamp.") && mine.contains("01-04-2027"))
            let open = try await site.client().get(page + "/wat-er-mee-gebeurde").text
            #expect(open.contains("Het plein is te donker.") && open.contains("In maart komt er een lamp."))
            #expect(try await site.post(desk + "/afronden", [], by: ground.official).status == 303)
            #expect(try await site.client().get(page + "/wat-er-mee-gebeurde").text.contains("Alles heeft een antwoord, sinds"))
            #expect(!(try await site.client().get(page).text).contains("Dit gesprek is klaar."))
            site.clock.advance(minutes: 60 * 24 * 60)
            #expect(try await site.client().get(page).text.contains("Dit gesprek is klaar. Sinds"))
        }
    }

    @Test("WYK-25: who signed in hears by mail that there is an answer, without a word of what was said; who gave it on paper gets a letter")
    func tellingGivers() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoteJourneyTests.Ground(site, moderation: .after), desk = ground.page + "/regelen/opvolging"
            let giver = try await site.add("Ria", "ria@voorbeeld.nl"), id = try #require(Identifier(String(ground.page.suffix(26))))
            let conversation = try #require(try await site.site.voices.conversations.store.find(id)), stories = site.site.voices.stories.store
            let signed = Contribution.Entry(.story, "Het plein is te donker.", giver: giver.id)
            let paper = Contribution.Entry(.story, "Een bankje bij het water.", channel: .paper)
            var ids: [Identifier] = []
            for entry in [signed, paper] {
                ids.append(try await stories.give(entry, marks: [], place: nil, in: conversation, at: site.clock.now).id)
            }
            let told = ids.map { ("gekozen", $0.description) } + [("uitkomst", "beantwoord"), ("reden", "In maart kijken wij ernaar.")]
            #expect(try await site.post(desk, told, by: ground.official).status == 303)
            let mails = try await site.people.outbox.newest(for: giver.id)
            #expect(mails.map(\.kind) == ["notice-inbreng-antwoord"])
            let text = try await site.people.database.read { reading in
                try reading.first("SELECT body_text FROM outbox WHERE kind = 'notice-inbreng-antwoord'") { try $0.string(0) } ?? ""
            }
            #expect(text.contains("Er is een antwoord op iets dat je zei") && !text.contains("plein") && !text.contains("maart"))
            let letters = try await ground.official.get(desk + "/brieven").text
            #expect(letters.contains("Een bankje bij het water.") && letters.contains("In maart kijken wij ernaar.") && !letters.contains("plein"))
        }
    }
}
