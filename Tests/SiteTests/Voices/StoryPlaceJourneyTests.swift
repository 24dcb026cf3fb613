import Core
import People
import TestSupport
import Testing
import Voices
import Web

@Suite("Where a story happened")
struct StoryPlaceJourneyTests {
    private static let told = [("verhaal", "Bij de speeltuin is het donker."), ("lezers", "iedereen"), ("taal", "nl")]

    private static func with(_ body: (PeopleSite, VoteJourneyTests.Ground) async throws -> Void) async throws {
        try await PeopleSite.with { site in
            try await SmallTown.load(into: site.people.database)
            try await body(site, try await VoteJourneyTests.Ground(site, moderation: .after, area: SmallTown.complete))
        }
    }

    @Test("WYK-03, WYK-11: a click on the map comes back as a square, whatever was typed stays, and the story keeps a cell of 100 metres")
    func pointing() async throws {
        try await Self.with { site, ground in
            let target = ground.page + "/verhalen/nieuw", visitor = site.client()
            #expect(try await visitor.get(target).text.contains("type=\"image\""))
            let pointed = try await site.post(target, Self.told + [("punt.x", "100"), ("punt.y", "60")], by: visitor).text
            #expect(pointed.contains("Je koos een punt in vak D2.") && pointed.contains("Bij de speeltuin is het donker."))
            let east = String(try #require(pointed.firstMatch(of: /name="oost" value="(\d+)"/)?.1))
            let north = String(try #require(pointed.firstMatch(of: /name="noord" value="(\d+)"/)?.1))
            // The middle of a cell: no more exact than that even between two pages.
            #expect(east.hasSuffix("50") && north.hasSuffix("50"))
            let place = [("oost", east), ("noord", north)]
            let unnamed = try await site.post(target, Self.told + place, by: visitor)
            #expect(unnamed.status == 400 && unnamed.text.contains("href=\"#plek\"") && unnamed.text.contains("vak D2"))
            #expect(try await site.post(target, Self.told + place + [("plek", "De speeltuin")], by: visitor).status == 303)
            #expect(try await site.client().get(ground.page + "/verhalen").text.contains("De speeltuin. Vak D2 op de kaart"))
            let api = try await site.client().get("/api/v1/gesprekken/\(ground.page.suffix(26))/verhalen").text
            #expect(api.contains("\"vak\":{\"x\":\(east),\"y\":\(north)}"))
        }
    }

    @Test("WYK-03: a square that is typed ends in the same, a wrong one is said, and no square is needed")
    func typing() async throws {
        try await Self.with { site, ground in
            let target = ground.page + "/verhalen/nieuw", visitor = site.client(), place = [("plek", "De speeltuin")]
            for wrong in ["Z9", "C4, D4"] {
                let reply = try await site.post(target, Self.told + place + [("vakken", wrong)], by: visitor)
                #expect(reply.status == 400 && reply.text.contains("href=\"#vakken\"") && reply.text.contains("value=\"\(wrong)\""), "\(wrong)")
            }
            #expect(try await site.post(target, Self.told + place + [("vakken", "c4")], by: visitor).status == 303)
            #expect(try await site.post(target, [("verhaal", "Overal.")] + Self.told.dropFirst(), by: site.client()).status == 303)
            let list = try await site.client().get(ground.page + "/verhalen").text
            #expect(list.contains("Vak C4 op de kaart") && list.contains("Overal."))
        }
    }
}
