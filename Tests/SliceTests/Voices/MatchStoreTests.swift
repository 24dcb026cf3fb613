import Core
import People
import TestSupport
import Testing

@testable import Voices

@Suite("Figures beside stories")
struct MatchStoreTests {
    private static let origin = Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon)

    private static let figure = FigureEvidence(
        key: "onveilig", name: Localized(nl: "Voelt zich onveilig", en: "Feels unsafe"), theme: "veiligheid", value: Localized("38%"), period: "2024",
        source: "Verzonnen bron", basis: Localized(nl: "uit een steekproef", en: "from a sample"),
        standing: Localized(nl: "Hoger dan in 71% van de buurten.", en: "Higher than in 71% of neighbourhoods."))

    private static func facts(
        _ counting: Match.Counting, _ telling: Match.Telling, _ relation: Match.Relation, title: String = "Verlichting"
    ) -> Match.Facts {
        Match.Facts(title: title, theme: "veiligheid", counting: counting, telling: telling, relation: relation, explanation: "")
    }

    /// A conversation that is read afterwards, with six stories of which three are about a problem.
    private struct Scene {
        let ground: VoicesGround
        let conversation: Conversation
        let stories: [Identifier]

        init(_ ground: VoicesGround) async throws {
            self.ground = ground
            var facts = VoicesGround.facts
            facts.moderation = .after
            let conversation = try await ground.conversation(facts)
            self.conversation = conversation
            var stories: [Identifier] = []
            for number in 1...6 {
                let entry = Contribution.Entry(.story, "Het is donker bij huis \(number).", isQuotable: number == 1)
                let marks: Set<Story.Mark> = number > 3 ? [.problem] : []
                stories.append(
                    try await ground.slice.stories.store.give(entry, marks: marks, place: nil, in: conversation, at: VoicesGround.noon).id)
            }
            self.stories = stories
        }

        var store: MatchStore { ground.slice.matches.store }

        func add(_ facts: Match.Facts) async throws -> Identifier {
            try await store.add(facts, about: VoicesGround.area, by: ground.owner, from: MatchStoreTests.origin)
        }

        func telling(mark: Story.Mark? = nil, theme: Int? = nil, quote: Match.Quote? = nil) -> Match.Telling {
            .stories(.init(conversation: conversation.id, mark: mark, theme: theme, quote: quote))
        }

        func views() async throws -> [MatchView] { try await ground.slice.matches.views(try await store.list()) }
    }

    @Test("WYK-11: a figure stands beside stories as it was when it was noted, and the contradiction comes first", arguments: TestDatabase.engines)
    func sideBySide(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), quote = Match.Quote(story: scene.stories[0], words: "donker bij huis 1")
            _ = try await scene.add(Self.facts(.figure(Self.figure), scene.telling(), .confirms, title: "Alles"))
            let id = try await scene.add(Self.facts(.figure(Self.figure), scene.telling(mark: .problem, quote: quote), .contradicts))
            let views = try await scene.views()
            #expect(views.map(\.match.facts.relation) == [.contradicts, .confirms] && views.first?.match.id == id)
            #expect(views[0].match.facts.counting == .figure(Self.figure) && views[0].quote?.quote == quote && views[0].owner == "Gemeente Lindenmeer")
            // Three of six: fewer than five is not told. All six are.
            #expect(views[0].summary == .stories(count: nil, of: 6, channels: [:]))
            #expect(views[1].summary == .stories(count: 6, of: 6, channels: [.screen: 6]))
        }
    }

    @Test("WYK-14: a side that is empty says so, and a judgement is only of two sides", arguments: TestDatabase.engines)
    func emptySides(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), told = scene.telling(), counted = Match.Counting.figure(Self.figure)
            for (counting, telling, relation) in [
                (Match.Counting.nothing, Match.Telling.nothing, Match.Relation.notMeasured), (.nothing, told, .confirms), (counted, told, .notMeasured),
                (counted, .nothing, .contradicts),
            ] {
                await #expect(throws: MatchStore.Fault.relation) { _ = try await scene.add(Self.facts(counting, telling, relation)) }
            }
            _ = try await scene.add(Self.facts(.nothing, told, .notMeasured))
            _ = try await scene.add(Self.facts(counted, .nothing, .notTold))
            let relations = try await scene.store.list().map(\.facts.relation)
            #expect(relations == [.notMeasured, .notTold])
        }
    }

    @Test("WYK-18, WYK-34: what a partner knows keeps its source, and whether it is from a system or the street", arguments: TestDatabase.engines)
    func partners(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground)
            let counting = Match.Counting.partner(words: "Wij zien er meer mensen.", source: "Welzijn Lindenmeer", kind: .street)
            let id = try await scene.add(Self.facts(counting, scene.telling(), .explains))
            let kept = try await scene.store.find(id)
            #expect(kept?.facts.counting == counting && kept?.facts.relation == .explains)
        }
    }

    @Test(
        "WYK-03: only words that may be quoted are quoted, and only what is announced about this area stands beside a figure", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground)
            for quote in [Match.Quote(story: scene.stories[1], words: "donker"), Match.Quote(story: scene.stories[0], words: "licht")] {
                await #expect(throws: MatchStore.Fault.quote) { _ = try await scene.add(Self.facts(.nothing, scene.telling(quote: quote), .notMeasured)) }
            }
            let draft = try await ground.conversation(isAnnounced: false)
            let hidden = Match.Telling.stories(.init(conversation: draft.id)), theme = scene.telling(theme: 1)
            for telling in [hidden, theme, .statement(conversation: scene.conversation.id, contribution: scene.stories[0])] {
                await #expect(throws: MatchStore.Fault.unknown) { _ = try await scene.add(Self.facts(.nothing, telling, .notMeasured)) }
            }
            let elsewhere = try #require(AreaCode("BU99980101"))
            await #expect(throws: MatchStore.Fault.unknown) {
                _ = try await scene.store.add(
                    Self.facts(.nothing, scene.telling(), .notMeasured), about: elsewhere, by: ground.owner, from: Self.origin)
            }
            let none = try await scene.store.list()
            #expect(none.isEmpty)
        }
    }

    @Test("WYK-11: what is done with a difference is added with a reason and nothing of it goes away", arguments: TestDatabase.engines)
    func changes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), id = try await scene.add(Self.facts(.figure(Self.figure), scene.telling(), .contradicts))
            try await scene.store.change(id, to: .discussed, because: "Besproken op het plein.", from: Self.origin)
            try await scene.store.change(id, to: .accepted, because: "Overdag klopt het cijfer.", from: Self.origin)
            let match = try #require(try await scene.store.find(id))
            #expect(match.state == .accepted && match.changes.map(\.reason) == ["Besproken op het plein.", "Overdag klopt het cijfer."])
            await #expect(throws: MatchStore.Fault.unknown) { try await scene.store.change(Identifier(at: 9), to: .open, because: "Nee.", from: Self.origin) }
        }
    }

    @Test("WYK-25: a story that is taken back is gone from what was laid beside it, in words and in number", arguments: TestDatabase.engines)
    func takingBack(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), quote = Match.Quote(story: scene.stories[0], words: "donker bij huis 1")
            _ = try await scene.add(Self.facts(.nothing, scene.telling(quote: quote), .notMeasured))
            try await ground.slice.contributions.withdraw(scene.stories[0], at: VoicesGround.noon)
            let view = try #require(try await scene.views().first)
            #expect(view.quote == nil && view.match.facts.telling.selection?.quote == nil)
            #expect(view.summary == .stories(count: 5, of: 5, channels: [.screen: 5]))
            var links: [Link] = []
            for source in ground.slice.linkSources { links += try await source.links() }
            #expect(!links.contains { $0.to.key == scene.stories[0].description || $0.from.key == scene.stories[0].description })
        }
    }

    @Test("WYK-25: a match is linked to its conversation, its story, its figure and its area", arguments: TestDatabase.engines)
    func links(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), quote = Match.Quote(story: scene.stories[0], words: "donker bij huis 1")
            let id = try await scene.add(Self.facts(.figure(Self.figure), scene.telling(quote: quote), .contradicts))
            var links: [Link] = []
            for source in ground.slice.linkSources { links += try await source.links() }
            let own = links.filter { $0.from == ThingReference(.match, id.description) }
            #expect(own.allSatisfy { $0.fits })
            #expect(
                Set(own.map(\.to.description)) == [
                    "gesprek/\(scene.conversation.id)", "verhaal/\(scene.stories[0])", "cijfer/onveilig", "gebied/BU99990101", "organisatie/\(ground.owner)",
                ])
        }
    }

    @Test("WYK-30: groups that know an area stand there, also on the page of the municipality, and can be taken away", arguments: TestDatabase.engines)
    func knowers(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let part = ground.slice.matches, municipality = try #require(AreaCode("GM9999"))
            let facts = Knower.Facts(name: "Bewonersgroep Waterkers", kind: .residents, knows: "De speeltuin", contact: "")
            try await part.store.addKnower(facts, of: VoicesGround.area, from: Self.origin)
            let there = try await part.scene(of: MatchPlace(area: municipality, name: "Lindenmeer", hasPage: false)).knowers, known = try #require(there.first)
            #expect(there.count == 1 && known.facts == facts)
            await #expect(throws: MatchStore.Fault.unknown) { try await part.store.removeKnower(known.id, of: municipality, from: Self.origin) }
            try await part.store.removeKnower(known.id, of: VoicesGround.area, from: Self.origin)
            let left = try await part.store.knowers()
            #expect(left.isEmpty)
        }
    }

    @Test("every address of counting beside telling reads back as itself")
    func addresses() {
        let area = VoicesGround.area, id = Identifier(at: 7)
        let all: [MatchRoute] = [
            .area(area), .area(area, isFile: true), .one(area, id), .desk(area), .new(area), .new(area, id), .change(area, id), .knower(area),
            .removeKnower(area),
        ]
        for route in all { #expect(MatchRoute(route.address) == route) }
    }
}
