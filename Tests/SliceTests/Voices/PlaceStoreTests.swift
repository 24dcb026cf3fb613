import Core
import Credentials
import Geo
import OpenAPI
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Voices

@Suite("Places")
struct PlaceStoreTests {
    private static let frame = PlaceFrame(west: 180_000, south: 450_000, side: 1024)

    private static func origin() -> Origin { Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon) }

    private static func told(_ items: [(String, String)], isAboutHome: Bool = false) throws -> Place.Spot {
        var facts = VoicesGround.facts
        facts.isAboutHome = isAboutHome
        let conversation = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: facts, openedAt: 1, closedAt: nil, addedAt: 0)
        let usual = [("weg", "kaart"), ("waar", "buiten"), ("gevoel", "goed"), ("tekst", "Mooi"), ("lezers", "iedereen")]
        let names = Set(items.map(\.0)), all = usual.filter { !names.contains($0.0) } + items
        var form = Form(items: all.map { .init($0.0, $0.1) })
        if PlaceForm.pointed(form) { form = PlaceForm.pointing(form, in: frame, isAboutHome: isAboutHome) }
        let told = PlaceForm.told(&form, in: conversation, frame: frame, themes: [])
        return try #require(told, "\(form.errors)").spot
    }

    @Test("WYK-11: a click, a square, squares in order and words all end in a place; the corner that the Enter key gives is none")
    func ways() throws {
        #expect(try Self.told([("punt.x", "128"), ("punt.y", "64")]).points == [GroundPoint(180_510, 450_770)])
        let square = try Self.told([("vakken", "c4")])
        #expect(square.points == [GroundPoint(180_320, 450_580)] && square.exactness == .square && square.shape == .point)
        let line = try Self.told([("vakken", "A1, B1 C1"), ("vorm", "lijn")])
        #expect(line.shape == .line && line.points.map(\.x) == [180_060, 180_190, 180_320])
        #expect(try Self.told([("vakken", "A1 A2")]).shape == .area)
        let words = try Self.told([("weg", "woorden"), ("plek", "Hoek Lindelaan"), ("deel", "midden")])
        #expect(words.words == "Hoek Lindelaan" && words.exactness == .part && words.anchor.flatMap(Self.frame.square(of:)) != nil)
        #expect(try Self.told([("weg", "woorden"), ("plek", "Hoek Lindelaan")]).exactness == .words)
        for wrong in [[("punt.x", "0"), ("punt.y", "0")], [("vakken", "J9")], [("vakken", "A1"), ("vorm", "lijn")], [("oost", "1"), ("noord", "2")]] {
            #expect(throws: (any Error).self) { try Self.expectToldQuietly(wrong) }
        }
    }

    private struct Refused: Error {}

    private static func expectToldQuietly(_ items: [(String, String)]) throws {
        let conversation = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: nil, addedAt: 0)
        let usual = [("weg", "kaart"), ("waar", "buiten"), ("gevoel", "goed"), ("tekst", "Mooi"), ("lezers", "iedereen")]
        var form = Form(items: (usual + items).map { .init($0.0, $0.1) })
        if PlaceForm.pointed(form) { form = PlaceForm.pointing(form, in: frame, isAboutHome: false) }
        if PlaceForm.told(&form, in: conversation, frame: frame, themes: []) == nil {
            #expect(form.errors.map(\.field) == ["vakken"])
            throw Refused()
        }
    }

    @Test("WYK-11: squares hold each point once, and a map within a square is cut the same way")
    func frames() throws {
        for x in stride(from: 180_000, to: 181_024, by: 61) {
            for y in stride(from: 450_000, to: 451_024, by: 67) {
                let point = GroundPoint(x, y), square = try #require(Self.frame.square(of: point)), part = Self.frame.part(square)
                #expect(part.square(of: point) != nil && MapSquare.all.filter { Self.frame.part($0).square(of: point) != nil } == [square])
            }
        }
        #expect(Self.frame.square(of: GroundPoint(179_999, 450_000)) == nil && Self.frame.square(of: GroundPoint(181_024, 450_000)) == nil)
        #expect(MapSquare("A1").map { Self.frame.part($0) } == PlaceFrame(west: 180_000, south: 450_896, side: 128))
        let box = BoundingBox(minX: 180_000, minY: 450_000, maxX: 181_000, maxY: 450_700), around = try #require(PlaceFrame(around: box))
        #expect(around.side == 1536 && around.box.union(box) == around.box && PlaceFrame(around: .empty) == nil)
    }

    @Test("WYK-31: a place at home is nowhere kept exactly: no table holds it", arguments: TestDatabase.engines)
    func home(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = PlaceStore(contributions: ground.slice.contributions)
            let spot = try Self.told([("punt.x", "33"), ("punt.y", "77"), ("waar", "thuis")])
            let aboutHome = try Self.told([("punt.x", "33"), ("punt.y", "77")], isAboutHome: true)
            let exact = try #require(Self.frame.point(across: 33, down: 77, size: 256))
            #expect(exact.rounded != exact.coarse && spot.points == [exact.coarse] && aboutHome.points == spot.points && spot.exactness == .cell)
            _ = try await store.give(Contribution.Entry(.place, "Bij mij", visibility: .everyone), at: spot, in: conversation, at: VoicesGround.noon)
            let direct = Place.Spot(.good, isHome: true, points: [exact])
            _ = try await store.give(Contribution.Entry(.place, "Ook"), at: direct, in: conversation, at: VoicesGround.noon)
            let kept = try await ground.people.database.read { reading in
                try reading.all("SELECT x, y FROM map_place UNION ALL SELECT x, y FROM map_place_point") { GroundPoint(try $0.int(0), try $0.int(1)) }
            }
            #expect(kept.count == 4 && Set(kept) == [exact.coarse])
            let events = try await ground.people.database.read { reading in try reading.all("SELECT details FROM journal") { try $0.string(0) } }
            #expect(!events.isEmpty && events.allSatisfy { !$0.contains(String(exact.rounded.x)) && !$0.contains(String(exact.x)) })
        }
    }

    @Test(
        "WYK-03, WYK-31: a place is moderated, loses its place for good where a moderator says so, and goes from every table when it is taken back",
        arguments: TestDatabase.engines)
    func removal(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = PlaceStore(contributions: ground.slice.contributions),
                contributions = store.contributions
            let spot = Place.Spot(
                .unsafe, shape: .line, exactness: .square, words: "Kikkerpad", points: [GroundPoint(180_100, 450_100), GroundPoint(180_300, 450_100)])
            let receipt = try await store.give(Contribution.Entry(.place, "Donker"), at: spot, in: conversation, at: VoicesGround.noon)
            #expect(try await store.count(in: conversation.id) == 0)
            #expect(try await contributions.item(receipt.id, of: conversation.id)?.place == "Kikkerpad")
            try await contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin())
            let shown = try #require(try await store.list(in: conversation.id).first)
            #expect(shown.spot == spot && shown.shown == "Donker" && shown.month == "2026-10")
            try await contributions.rule(Contribution.Ruling(.masked, reason: .personalData, hidesPlace: true), on: receipt.id, from: Self.origin())
            let hidden = try #require(try await store.list(in: conversation.id).first)
            #expect(hidden.spot.points.isEmpty && hidden.spot.words == nil && hidden.shown == "Donker")
            try await contributions.withdraw(receipt.id, at: VoicesGround.noon)
            #expect(try await store.count(in: conversation.id) == 0)
            let left = try await ground.people.database.read { reading in
                try reading.all("SELECT COUNT(*) FROM map_place UNION ALL SELECT COUNT(*) FROM map_place_point") { try $0.int(0) }
            }
            #expect(left == [0, 0])
        }
    }

    @Test("WYK-11: with 10,000 places the list, the map, each square of it and the files tell the same numbers, under every filter")
    func many() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            var facts = VoicesGround.facts
            facts.moderation = .after
            let conversation = try await ground.conversation(facts), store = PlaceStore(contributions: ground.slice.contributions)
            let feelings = Place.Feeling.allCases
            try await ground.people.database.write { transaction in
                for number in 0..<10_000 {
                    let receipt = try store.contributions.receive(
                        Contribution.Entry(.place, "Plek \(number)"), in: conversation.id, moderation: .after,
                        at: VoicesGround.noon + (number % 3 == 0 ? 31 * 86_400_000 : 0), transaction
                    ).receipt
                    let points = number % 50 == 0 ? [] : [GroundPoint(180_000 + number * 37 % 1024, 450_000 + number / 7 * 91 % 1024)]
                    try PlaceStore.add(Place.Spot(feelings[number % 4], isHome: number % 5 == 0, points: points), to: receipt.id, transaction)
                }
            }
            for filter in [PlaceFilter(), PlaceFilter(feeling: .unsafe), PlaceFilter(month: "2026-11"), PlaceFilter(feeling: .good, month: "2026-10")] {
                let count = try await store.count(in: conversation.id, filter), spread = try await store.spread(in: conversation.id, filter, frame: Self.frame)
                let files = PlaceDocument(places: try await store.all(in: conversation.id, filter, frame: Self.frame))
                #expect(count > 1_000 && spread.total == count && files.places.count == count && spread.squares.count == 64)
                #expect(files.csv.split(separator: 10).count == count + 1)
                for square in [MapSquare("A1"), MapSquare("C4"), MapSquare("H8")].compactMap(\.self) {
                    let part = filter.within([square]), inner = try await store.spread(in: conversation.id, part, frame: Self.frame)
                    let listed = try await store.count(in: conversation.id, part, frame: Self.frame)
                    #expect(inner.total == spread.squares[square] && listed == inner.total && inner.beside == 0)
                }
            }
            let all = try await store.count(in: conversation.id)
            let first = try await store.list(in: conversation.id, from: 0), last = try await store.list(in: conversation.id, from: 9_990)
            #expect(
                all == 10_000 && first.count == 20 && last.count == 10 && first.allSatisfy { $0.month == "2026-11" }
                    && last.allSatisfy { $0.month == "2026-10" })
        }
    }

    @Test("WYK-11: the map file has lengths and widths in the Netherlands, and none for words alone")
    func geoJSON() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            var facts = VoicesGround.facts
            facts.moderation = .after
            let conversation = try await ground.conversation(facts), store = PlaceStore(contributions: ground.slice.contributions)
            let corner = Place.Spot(.good, points: [GroundPoint(155_000, 463_000)])
            for spot in [corner, Place.Spot(.idea, words: "Het plein")] {
                _ = try await store.give(Contribution.Entry(.place, "Hier"), at: spot, in: conversation, at: VoicesGround.noon)
            }
            let document = PlaceDocument(places: try await store.all(in: conversation.id, PlaceFilter(), frame: nil))
            let text = String(decoding: try document.geoJSON().bytes, as: UTF8.self)
            // The origin of the grid lies at Amersfoort.
            #expect(text.contains("[5.3872") && text.contains("52.155") && text.contains("\"geometry\":null") && text.contains("\"Point\""))
        }
    }

    @Test("every address of places reads back what it prints")
    func routes() throws {
        let id = Identifier(at: 1), square = try #require(MapSquare("C4"))
        let filter = PlaceFilter(feeling: .better, theme: "wonen", month: "2026-10", squares: [square, square])
        let routes: [PlaceRoute] = [
            .list(id), .list(id, filter, page: 3), .file(id, .csv, filter), .file(id, .geoJSON), .new(id), .new(id, way: .words), .map(id),
            .thanks(id, proof: "x"),
        ]
        for route in routes { #expect(PlaceRoute(route.address) == route, "\(route.address.path)") }
        let odd = PageAddress("stemmen", id.description, "plekken").with(.init("vak", "Z9"), .init("maand", "x"), .init("gevoel", "x"))
        #expect(PlaceRoute(odd) == .list(id) && PlaceRoute(PageAddress("stemmen", id.description, "verhalen")) == nil)
    }
}
