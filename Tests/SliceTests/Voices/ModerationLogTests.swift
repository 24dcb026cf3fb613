import Core
import People
import Testing
import Web

@testable import Voices

@Suite("Public log of moderation")
struct ModerationLogTests {
    @Test("INV-08: a number below 5 is not told, and one decision more moves the others in steps of 5 only")
    func protects() {
        #expect([0, 1, 4, 5, 9, 10].map(ModerationLog.Count.init) == [.zero, .few, .few, .atLeast(5), .atLeast(5), .atLeast(10)])
    }

    @Test("WYK-03: working days leave out Saturday and Sunday")
    func countsWorkingDays() throws {
        let friday = try #require(DutchDay("2026-10-02")), monday = try #require(DutchDay("2026-10-05")), thursday = try #require(DutchDay("2026-10-08"))
        #expect(WorkingDays.count(after: friday, upTo: monday) == 1)
        #expect(WorkingDays.count(after: friday, upTo: thursday) == 4)
        #expect(WorkingDays.count(after: monday, upTo: friday) == 0)
        #expect(ModerationLog([], waitingSince: [friday], today: thursday).isLate)
        #expect(!ModerationLog([], waitingSince: [monday], today: thursday).isLate)
    }

    @Test("WYK-03: every address of stories and moderation is read back as it was printed")
    func roundTrips() {
        let id = Identifier(at: 1), other = Identifier(at: 2)
        for route: StoryRoute in [.list(id), .list(id, mark: .dream, page: 3), .one(id, other), .new(id), .thanks(id, proof: "x")] {
            #expect(StoryRoute(route.address) == route)
        }
        let routes: [ModerationRoute] = [
            .queue(id), .item(id, other), .log(id), .report(id, other), .mine(), .mine(proof: "x"), .mineAnswer, .mineEnd, .mineObject,
        ]
        for route in routes { #expect(ModerationRoute(route.address) == route) }
    }
}
