import Areas
import Core
import HTML
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Which questions live in an area")
struct LearningPanelTests {
    @Test(
        "INV-11: an issue stands at a municipality once ten people of it named it; a meeting of there stands beside it",
        arguments: TestDatabase.engines)
    func panel(engine: TestDatabase.Engine) async throws {
        try await ReportGround.with(engine) { ground in
            let slice = ground.people.slice, areas = Areas.Slice(database: ground.people.database), origin = PeopleGround.origin()
            let store = InventoryStore(slice), call = try await store.add(InventoryGround.facts(), programme: ground.programme, from: origin)
            let round = try await store.addRound(to: call.id, start: InventoryGround.start, end: InventoryGround.end, from: origin)
            try await store.makeReady(round.id, from: origin)
            let inventory = InventoryGround(ground: ground.people, store: store, call: call, round: round)
            // Ten of each: a group and all others are both large enough to be told.
            for number in 1...20 {
                var one = try InventoryGround.question("Hoe vind je jongeren? \(number)")
                if number > 10 { one.municipality = AnswerPlace(code: try ReportGround.code("Lindenmeer"), name: "Lindenmeer") }
                try await inventory.handIn(one, form: "\(number)")
            }
            var issue: Identifier?
            for entry in try await inventory.desk().entries {
                let words = "Hoe vind je jongeren?", new = issue == nil ? "Jongeren bereiken" : nil
                let taken = try await inventory.take(.mark(entry: entry.id, words: words, issue: issue, new: new))
                issue = issue ?? taken
            }
            // A picture of its own each time: one is kept for a second.
            func panels(_ code: String) async throws -> [AreaPagePart.Panel] {
                let source = LearningPanel(
                    people: slice, inventory: InventoryPart(areas: areas, people: slice), meetings: MeetingPart(areas: areas, people: slice),
                    cases: CasesPart(people: slice)
                ).source
                let area = Area(year: 2026, code: try #require(AreaCode(code)), name: "Plek", parent: nil)
                return try await source(AreaPageRequest(area: area, language: .nl, address: PageAddress("gebieden", code))).panels
            }
            // Nothing is told before the outcome is.
            #expect(try await panels("GM0222").isEmpty)
            try await store.workOut(round.id, from: PeopleGround.origin(InventoryGround.end))
            try await store.publish(round.id, from: PeopleGround.origin(InventoryGround.end))
            _ = try await ground.registration.meeting(nil) { $0.area = AreaCode("GM0301") }
            let panel = try #require(try await panels("GM0222").first)
            let html = String(decoding: panel.content.rendered(), as: UTF8.self)
            #expect(panel.anchor == "leervragen" && html.contains("Jongeren bereiken") && html.contains("minstens 10 mensen uit deze gemeente"))
            #expect(!html.contains("Wijkprofielen"))
            let other = try #require(try await panels("GM0301").first)
            let text = String(decoding: other.content.rendered(), as: UTF8.self)
            #expect(text.contains("Wijkprofielen") && text.contains("Jongeren bereiken"))
            #expect(try await panels("GM0302").isEmpty)
        }
    }
}
