import Core
import People
import TestSupport
import Testing
import Web

@Suite("Who is missing on the site")
struct MissingJourneyTests {
    @Test("WYK-35: people tell of themselves if they like, and everyone sees who is missing from twenty answers", arguments: TestDatabase.engines)
    func walk(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoteJourneyTests.Ground(site), page = ground.page, desk = page + "/regelen/wie-missen-we"
            #expect(try await site.client().get(page + "/over-jou").text.contains("vragen wij niets over jou"))
            #expect(try await site.post(desk, [("vragen", "leeftijd"), ("vragen", "woning")], by: ground.official).status == 303)
            let asked = try await site.client().get(page + "/over-jou").text
            #expect(asked.contains("Hoe oud ben je?") && asked.contains("Dat zeg ik niet") && !asked.contains("Met wie woon je?"))
            for person in 0..<20 {
                let visitor = site.client()
                let answers = [("leeftijd", person < 18 ? "65-plus" : "15-25"), ("woning", "")]
                #expect(try await site.post(page + "/over-jou", answers, by: visitor).status == 303)
                if person == 0 {
                    #expect(try await visitor.get(page + "/over-jou").text.contains("value=\"65-plus\" checked"))
                    #expect(try await site.client().get(page + "/wie-missen-we").text.contains("Nog geen 20 mensen gaven antwoord."))
                }
            }
            let told = try await site.client().get(page + "/wie-missen-we").text
            #expect(told.contains("20 mensen gaven antwoord.") && told.contains("te weinig om te vertellen") && told.contains("geen stem zwaarder"))
            let csv = try await site.client().get(page + "/wie-missen-we/wie-missen-we.csv").text
            #expect(csv.contains("leeftijd,15-25,,20,") && !csv.contains(",2,20,"))
            let node = try await site.client().get("/api/v1/gesprekken" + page.dropFirst("/stemmen".count) + "/wie-missen-we").text
            #expect(node.contains("\"antwoorden\":20"))
            let empty = try await site.post(desk + "/bezoeken", [("wie", "Jongeren")], by: ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#waar\"") && empty.text.contains("value=\"Jongeren\""))
            let visit = [("wie", "Jongeren"), ("waar", "Het plein"), ("door", "Buurtwerk"), ("dag", "20-11-2026")]
            #expect(try await site.post(desk + "/bezoeken", visit, by: ground.official).status == 303)
            #expect(try await ground.official.get(desk).text.contains("Het plein"))
        }
    }

    @Test(
        "WYK-35: in which part of the area people live stands beside how many live there; an area without parts does not ask it",
        arguments: TestDatabase.engines)
    func neighbourhoods(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            try await SmallTown.load(into: site.people.database)
            let ground = try await VoteJourneyTests.Ground(site, area: SmallTown.municipality), page = ground.page, desk = page + "/regelen/wie-missen-we"
            #expect(try await site.post(desk, [("vragen", "buurt")], by: ground.official).status == 303)
            let asked = try await site.client().get(page + "/over-jou").text
            #expect(asked.contains("In welke buurt woon je?") && asked.contains("Centrum") && asked.contains("value=\"WK99990A\""))
            #expect(try await site.post(page + "/over-jou", [("buurt", "WK999800")], by: site.client()).status == 400)
            for person in 0..<30 {
                let answer = [("buurt", person < 28 ? "WK999900" : "WK99990A")]
                #expect(try await site.post(page + "/over-jou", answer, by: site.client()).status == 303)
            }
            let told = try await site.client().get(page + "/wie-missen-we").text
            // 5,925 and 3,950 people live there; two of the thirty who answered are too few to tell.
            #expect(told.contains("30 mensen gaven antwoord.") && told.contains("van alle inwoners") && told.contains(">60%<") && told.contains(">40%<"))
            #expect(told.contains("te weinig om te vertellen") && !told.contains("28 mensen") && !told.contains("2 mensen"))
        }
        try await PeopleSite.with(engine) { site in
            try await SmallTown.load(into: site.people.database)
            let ground = try await VoteJourneyTests.Ground(site, area: SmallTown.complete)
            #expect(!(try await ground.official.get(ground.page + "/regelen/wie-missen-we").text.contains("In welke buurt woon je?")))
        }
    }
}
