import Core
import Learning
import TestSupport
import Testing

@Suite("Division over subgroups") struct SubgroupAssignmentTests {
    private typealias Group = SubgroupAssignment.Group
    private typealias Participant = SubgroupAssignment.Participant

    private static func id(_ number: Int64) -> Identifier { Identifier(at: number) }

    /// Three groups: on green, on moving, on meeting.
    private static let green = id(1), moving = id(2), meeting = id(3)

    private static func groups(_ maxima: Int?...) -> [Group] { zip([green, moving, meeting], maxima).map { Group(id: $0, maximum: $1) } }

    private static func town(_ number: Int) -> AreaCode? { AreaCode("GM99\(number < 10 ? "0" : "")\(number)") }

    /// The groups of the participants, in their order; nil for no place.
    private func homes(_ outcome: SubgroupAssignment.Outcome, _ participants: [Participant]) -> [Identifier?] { participants.map { outcome.places[$0.id] } }

    @Test("MTG-12: wishes of first, second and third choice cost 0, 1 and 3, none of them 10; the cheapest division in all is taken")
    func costs() {
        let (green, moving, meeting) = (Self.green, Self.moving, Self.meeting)
        let people = [
            Participant(id: Self.id(11), wishes: [green, moving, meeting]), Participant(id: Self.id(12), wishes: [green]),
            Participant(id: Self.id(13), wishes: [green, meeting]), Participant(id: Self.id(14), wishes: [moving, green, meeting]),
        ]
        // One place for green, one for moving, two for meeting. By hand: 12 has nothing but green (else 10). Then 13 to meeting 1; of 11 and 14 one is to go
        // to moving and one to meeting: 11 to moving 1 and 14 to meeting 3, or 14 to moving 0 and 11 to meeting 3. The second: 0 + 1 + 0 + 3 = 4.
        let outcome = SubgroupAssignment(over: Self.groups(1, 1, 2), spreadsMunicipalities: false).divide(people)
        #expect(homes(outcome, people) == [meeting, green, meeting, moving] && outcome.cost == 4 && outcome.unplaced.isEmpty)
        let wishes = [moving, green, meeting, Self.id(99)]
        let first = Participant(id: Self.id(15), wishes: wishes)
        #expect(wishes.map { SubgroupAssignment.cost(of: $0, for: first) } == [0, 1, 3, 10])
    }

    @Test("MTG-12: of two who ask for the same, who registered first gets it; who asks nothing goes where the fewest are")
    func ties() {
        let (green, moving, meeting) = (Self.green, Self.moving, Self.meeting)
        let equal = (0..<4).map { Participant(id: Self.id(20 + $0), wishes: [green, moving]) }
        let outcome = SubgroupAssignment(over: Self.groups(2, 9, 9), spreadsMunicipalities: false).divide(equal)
        #expect(homes(outcome, equal) == [green, green, moving, moving] && outcome.cost == 2)
        let none = (0..<7).map { Participant(id: Self.id(30 + $0), wishes: []) }
        let spread = SubgroupAssignment(over: Self.groups(nil, 2, nil), spreadsMunicipalities: false).divide(none)
        #expect(homes(spread, none) == [green, moving, meeting, green, moving, meeting, green] && spread.cost == 70)
    }

    @Test("MTG-12: spread over municipalities, everyone above an equal share in a group costs 2: less than no wish, more than a second wish")
    func municipalities() {
        let (green, moving) = (Self.green, Self.moving)
        let town = Self.town(1)
        // Four of one municipality over two groups: a share of 2. By hand: all in green costs 2 x 2 = 4; two of them to their second wish costs 2.
        let flexible = (0..<4).map { Participant(id: Self.id(40 + $0), wishes: [green, moving], municipality: town) }
        let two = Array(Self.groups(9, 9))
        let spread = SubgroupAssignment(over: two, spreadsMunicipalities: true).divide(flexible)
        #expect(homes(spread, flexible) == [green, green, moving, moving] && spread.cost == 2)
        #expect(homes(SubgroupAssignment(over: two, spreadsMunicipalities: false).divide(flexible), flexible) == Array(repeating: green, count: 4))
        // Nobody asks for the other group: 10 for each who would go there is more than 2.
        let firm = (0..<4).map { Participant(id: Self.id(50 + $0), wishes: [green], municipality: town) }
        let together = SubgroupAssignment(over: two, spreadsMunicipalities: true).divide(firm)
        #expect(homes(together, firm) == Array(repeating: green, count: 4) && together.cost == 4)
        #expect((0...7).map { SubgroupAssignment.share(of: $0, over: 3) } == [0, 1, 1, 1, 2, 2, 2, 3] && SubgroupAssignment.share(of: 4, over: 0) == 0)
        // Of whom the municipality is not known, nobody is spread.
        let unknown = (0..<4).map { Participant(id: Self.id(60 + $0), wishes: [green, moving]) }
        #expect(SubgroupAssignment(over: two, spreadsMunicipalities: true).divide(unknown).cost == 0)
    }

    @Test("MTG-12: whoever was put in a group by hand stays there and takes a place; a group that is no more binds nobody")
    func pinned() {
        let (green, moving, meeting) = (Self.green, Self.moving, Self.meeting)
        let people = [
            Participant(id: Self.id(71), wishes: [green]), Participant(id: Self.id(72), wishes: [moving], pinned: green),
            Participant(id: Self.id(73), wishes: [green, meeting]), Participant(id: Self.id(74), wishes: [meeting], pinned: Self.id(99)),
        ]
        let outcome = SubgroupAssignment(over: Self.groups(2, 2, 2), spreadsMunicipalities: false).divide(people)
        #expect(homes(outcome, people) == [green, green, meeting, meeting] && outcome.cost == 0 + 10 + 1 + 0)
    }

    @Test("MTG-12, D-07: with too few places those who registered last have none, and it is said who; no maximum is passed, also not by hand")
    func full() {
        let (green, moving) = (Self.green, Self.moving)
        let people = (0..<6).map { Participant(id: Self.id(80 + $0), wishes: $0 < 3 ? [green] : [moving], pinned: $0 > 3 ? moving : nil) }
        // Green 2, moving 1: of two pinned to moving the first has the place; then the two who registered first.
        let outcome = SubgroupAssignment(over: Self.groups(2, 1), spreadsMunicipalities: false).divide(people)
        #expect(homes(outcome, people) == [green, green, nil, nil, moving, nil])
        #expect(outcome.unplaced == [people[2].id, people[3].id, people[5].id] && outcome.cost == 0)
        let nowhere = SubgroupAssignment(over: [], spreadsMunicipalities: true).divide(people)
        #expect(nowhere.places.isEmpty && nowhere.unplaced == people.map(\.id) && nowhere.cost == 0)
        let odd = SubgroupAssignment(over: Self.groups(-3, .max, .max), spreadsMunicipalities: true).divide(people)
        #expect(odd.unplaced.isEmpty && !odd.places.values.contains(green))
        #expect(SubgroupAssignment(over: Self.groups(1), spreadsMunicipalities: false).divide([]).places.isEmpty)
    }

    @Test("someone or a group that is named twice counts once")
    func doubles() {
        let someone = Participant(id: Self.id(91), wishes: [Self.green])
        let again = Participant(id: someone.id, wishes: [Self.moving])
        let groups = Self.groups(1, 1) + [Group(id: Self.green, maximum: 5)]
        let outcome = SubgroupAssignment(over: groups, spreadsMunicipalities: false).divide([someone, again])
        #expect(outcome.places == [someone.id: Self.green] && outcome.unplaced.isEmpty)
    }

    /// A small problem of chance.
    private struct Problem {
        let groups: [Group]
        let people: [Participant]
        let isSpread: Bool

        init(_ chance: inout Chance) {
            let names = (0..<Int.random(in: 1...3, using: &chance)).map { Identifier(at: Int64($0)) }
            let count = Int.random(in: 1...6, using: &chance)
            groups = names.map { Group(id: $0, maximum: Bool.random(using: &chance) ? Int.random(in: 0...4, using: &chance) : nil) }
            people = (0..<count).map { number in
                let wishes = names.shuffled(using: &chance).prefix(Int.random(in: 0...names.count, using: &chance))
                let town = Int.random(in: 0...2, using: &chance)
                return Participant(
                    id: Identifier(at: Int64(100 + number)), wishes: Array(wishes), municipality: town == 0 ? nil : SubgroupAssignmentTests.town(town),
                    pinned: Int.random(in: 0..<6, using: &chance) == 0 ? names.randomElement(using: &chance) : nil)
            }
            isSpread = Bool.random(using: &chance)
        }

        /// What a division costs, counted as the specification says it.
        func cost(_ people: [Participant], _ homes: [Int]) -> Int {
            var sum = 0
            for (person, home) in zip(people, homes) {
                switch person.wishes.firstIndex(of: groups[home].id) {
                case 0: sum += 0
                case 1: sum += 1
                case 2: sum += 3
                default: sum += 10
                }
            }
            for town in Set(people.compactMap(\.municipality)) where isSpread {
                let all = people.indices.filter { people[$0].municipality == town }
                let share = (Double(all.count) / Double(groups.count)).rounded(.up)
                for group in groups.indices { sum += 2 * max(0, all.count { homes[$0] == group } - Int(share)) }
            }
            return sum
        }

        /// All divisions of people that pass no maximum and move nobody who is pinned.
        func divisions(_ people: [Participant]) -> [[Int]] {
            var all: [[Int]] = [[]]
            for person in people {
                all = all.flatMap { homes in
                    groups.indices.filter { group in
                        homes.count { $0 == group } < groups[group].maximum ?? .max && (person.pinned == nil || person.pinned == groups[group].id)
                    }.map { homes + [$0] }
                }
            }
            return all
        }

        /// Of the cheapest divisions the one in which each in turn has the best of what is left.
        func best(_ people: [Participant]) -> [Int] {
            var left = divisions(people)
            let least = left.map { cost(people, $0) }.min() ?? 0
            left = left.filter { cost(people, $0) == least }
            for (number, person) in people.enumerated() {
                func rank(_ homes: [Int]) -> [Int] {
                    let home = homes[number]
                    let before = people.indices.count { ($0 < number || people[$0].pinned != nil) && $0 != number && homes[$0] == home }
                    return [SubgroupAssignment.cost(of: groups[home].id, for: person), before, home]
                }
                let first = left.map(rank).min { $0.lexicographicallyPrecedes($1) } ?? []
                left = left.filter { rank($0) == first }
            }
            return left.first ?? []
        }
    }

    @Test("MTG-12: on small cases the division is the best of all that can be, found by trying each")
    func bruteForce() {
        var chance = Chance(95)
        var costs: Set<Int> = []
        for number in 0..<(Fuzz.isFull ? 3_000 : 400) {
            let problem = Problem(&chance)
            let outcome = SubgroupAssignment(over: problem.groups, spreadsMunicipalities: problem.isSpread).divide(problem.people)
            let placed = problem.people.filter { outcome.places[$0.id] != nil }
            #expect(outcome.unplaced == problem.people.filter { outcome.places[$0.id] == nil }.map(\.id), "case \(number)")
            // Somebody more could only be placed past a maximum, or away from where they were pinned.
            for (place, person) in problem.people.enumerated() where outcome.places[person.id] == nil {
                let more = problem.people.enumerated().filter { $0.offset == place || outcome.places[$0.element.id] != nil }.map(\.element)
                #expect(problem.divisions(more).isEmpty, "case \(number)")
            }
            let best = problem.best(placed)
            let homes = placed.compactMap { person in problem.groups.firstIndex { $0.id == outcome.places[person.id] } }
            #expect(homes == best, "case \(number): \(problem)")
            #expect(outcome.cost == problem.cost(placed, best), "case \(number)")
            costs.insert(outcome.cost)
        }
        #expect(costs.count > 10)
    }

    @Test("MTG-12: 150 people over three groups of 50 within a second, the same each time, no maximum passed")
    func large() {
        var chance = Chance(96)
        let groups = Self.groups(50, 50, 50)
        let people = (0..<150).map { number in
            let wishes = groups.map(\.id).shuffled(using: &chance).prefix(Int.random(in: 0...3, using: &chance))
            return Participant(
                id: Self.id(Int64(1000 + number)), wishes: Array(wishes), municipality: Self.town(Int.random(in: 1...20, using: &chance)),
                pinned: number % 25 == 0 ? groups[number / 25 % 3].id : nil)
        }
        let division = SubgroupAssignment(over: groups, spreadsMunicipalities: true)
        var outcome = division.divide([])
        let time = ContinuousClock().measure { outcome = division.divide(people) }
        #expect(time < .seconds(1), "\(time)")
        #expect(outcome.unplaced.isEmpty && groups.allSatisfy { group in outcome.places.values.count { $0 == group.id } == 50 })
        #expect(people.allSatisfy { $0.pinned == nil || outcome.places[$0.id] == $0.pinned })
        #expect(division.divide(people) == outcome)
    }
}
