import Core
import People
import Testing

@testable import Learning

@Suite("Whom to ask")
struct ExpertiseMatchingTests {
    private static let now: Int64 = 1_790_000_000_000
    private static let day: Int64 = 86_400_000
    private static let tree = LabelTree(parents: ["eenzaamheid": "zorg", "mantelzorg": "zorg"])
    private static let home = AreaCode("GM0222")

    private func line(
        _ label: String, _ kind: ExpertiseLine.Kind = .professional, age: Int64 = 0, state: ExpertiseLine.State = .approved
    ) -> ExpertiseLine {
        ExpertiseLine(
            id: Identifier(at: 1), owner: .person(Identifier(at: 1)), label: label, kind: kind, region: nil, deed: .own,
            deedAt: Self.now - age * Self.day, confirmedAt: nil, state: state)
    }

    /// - Parameter asked: days ago
    private func candidate(
        _ number: Int64, _ lines: ExpertiseLine..., area: AreaCode? = nil, programmes: Set<Identifier> = [], asked: [Int64] = [], isKnown: Bool = false,
        setting: (inout ExpertiseSetting) -> Void = { _ in }
    ) -> ExpertiseMatching.Candidate {
        var chosen = ExpertiseSetting()
        setting(&chosen)
        return ExpertiseMatching.Candidate(
            person: Identifier(at: number * 1000), lines: lines, setting: chosen, area: area, programmes: programmes,
            asked: asked.map { Self.now - $0 * Self.day }, isKnown: isKnown)
    }

    private func request(_ label: String, _ wanted: HelpRequest.Wanted = .any, programme: Identifier? = nil) -> HelpRequest {
        HelpRequest(
            id: Identifier(at: 2), asker: Identifier(at: 3), organisation: nil, area: nil,
            draft: HelpRequest.Draft(question: "Hoe?", label: label, wanted: wanted, programme: programme), state: .open, outcome: "", addedAt: Self.now,
            closedAt: nil)
    }

    private func order(
        _ candidates: [ExpertiseMatching.Candidate], _ request: HelpRequest, comparable: Set<AreaCode> = []
    ) -> [Identifier] {
        ExpertiseMatching.order(candidates, for: request, tree: Self.tree, comparable: comparable, at: Self.now).map(\.person)
    }

    @Test("EXP-02: exact comes before narrower, narrower before broader, and others do not come")
    func labels() {
        let exact = candidate(3, line("zorg")), narrower = candidate(2, line("eenzaamheid")), none = candidate(1, line("wonen"))
        #expect(order([none, narrower, exact], request("zorg")) == [exact.person, narrower.person])
        let broader = candidate(1, line("zorg")), sibling = candidate(2, line("mantelzorg")), same = candidate(3, line("eenzaamheid"))
        #expect(order([broader, sibling, same], request("eenzaamheid")) == [same.person, broader.person])
    }

    @Test("D-21: labels are terms: letters that a label has in it find nothing")
    func terms() {
        #expect(Self.tree.fit("jeugd-ontwikkeling", for: "ontwikkeling") == nil)
        #expect(order([candidate(1, line("software-ontwikkeling"))], request("jeugd-ontwikkeling")).isEmpty)
    }

    @Test("EXP-08: experience and work stand equal, unless the asker says which they look for")
    func kinds() {
        let work = candidate(2, line("zorg")), life = candidate(1, line("zorg", .experience))
        #expect(order([work, life], request("zorg")) == [life.person, work.person])
        #expect(order([life, work], request("zorg", .professional)) == [work.person, life.person])
    }

    @Test("D-23: cap, pause, holiday, closed to requests and asked before keep someone out")
    func exclusions() {
        let all = [
            candidate(1, line("zorg"), asked: [1, 10, 29]), candidate(2, line("zorg")) { $0.isPaused = true },
            candidate(3, line("zorg")) { $0.holidayUntil = Self.now + 1 }, candidate(4, line("zorg"), isKnown: true),
            candidate(5, line("zorg")) { $0.isOpen = false }, candidate(6, line("zorg")) { $0.cap = 0 },
            candidate(7, line("zorg", age: 730)), candidate(8, line("zorg", state: .proposed)),
        ]
        #expect(order(all, request("zorg")).isEmpty)
        let back = candidate(9, line("zorg")) { $0.holidayUntil = Self.now }, month = candidate(10, line("zorg"), asked: [1, 10, 30])
        #expect(order([month, back], request("zorg")) == [back.person, month.person])
    }

    @Test("D-21: a request inside a network stays inside it")
    func network() {
        let programme = Identifier(at: 9), inside = candidate(2, line("zorg"), programmes: [programme]), outside = candidate(1, line("zorg"))
        #expect(order([outside, inside], request("zorg", programme: programme)) == [inside.person])
    }

    @Test("EXP-02: among equals who was asked least in 90 days comes first; comparable and recent go before that")
    func fairness() throws {
        let often = candidate(1, line("zorg"), asked: [5, 60]), once = candidate(2, line("zorg"), asked: [80]), long = candidate(3, line("zorg"), asked: [91])
        #expect(order([often, once, long], request("zorg")) == [long.person, once.person, often.person])
        let area = try #require(Self.home), near = candidate(4, line("zorg"), area: area, asked: [1])
        #expect(order([long, near], request("zorg"), comparable: [area]) == [near.person, long.person])
        let old = candidate(5, line("zorg", age: 400))
        #expect(order([old, often], request("zorg")) == [often.person, old.person])
    }

    @Test("EXP-02: the reasons say why")
    func reasons() throws {
        let area = try #require(Self.home), one = candidate(1, line("eenzaamheid", .experience, age: 10), area: area)
        let match = ExpertiseMatching.order([one], for: request("zorg", .experience), tree: Self.tree, comparable: [area], at: Self.now)
        #expect(match.map(\.reasons) == [[.narrower, .kind, .help, .place, .recent]])
    }

    @Test("EXP-02: five working days over a weekend, to the end of the day")
    func days() {
        // Friday 20 November 2026, 12:00 UTC; the fifth working day is Friday 27 November, over at 23:00 UTC.
        let due = HelpTerm.due(after: 1_795_176_000_000) { DutchDay(at: $0).end }
        #expect(due == 1_795_820_400_000)
    }

    @Test("EXP-05: what an introduction comes to", arguments: [2, 3, 5])
    func outcomes(count: Int) {
        typealias Answer = Introduction.Answer
        let yes = Array(repeating: Answer.yes, count: count)
        #expect(Introduction.outcome(yes, isDue: false) == .shared)
        #expect(Introduction.outcome(Array(repeating: .open, count: count), isDue: false) == nil)
        #expect(Introduction.outcome(Array(repeating: .open, count: count), isDue: true) == .notNow)
        #expect(Introduction.outcome(Array(yes.dropLast()) + [.no], isDue: false) == (count == 2 ? .notNow : .shared))
        #expect(Introduction.outcome([.yes, .yes] + Array(repeating: .open, count: count - 2), isDue: true) == .shared)
    }
}
