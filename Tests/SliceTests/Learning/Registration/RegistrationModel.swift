import Core

@testable import Learning

/// One meeting in memory: the same steps as the store takes, with the desk deciding, so that random days can be lived fast.
struct RegistrationModel {
    struct Standing {
        let entry: PlaceEntry
        var state: RegistrationStanding
        var offerEnd: Int64?
    }

    var rules: PlaceRules
    private(set) var all: [Int64: Standing] = [:]
    /// What became of who is off the list; nothing may happen to them any more.
    private(set) var ended: [Int64: RegistrationStanding] = [:]
    private(set) var last: Int64 = 0
    /// Who got a turn from the list in the last step, and who waited before it.
    private(set) var turns: [PlaceEntry] = []

    init(_ rules: PlaceRules) { self.rules = rules }

    var tally: PlaceTally {
        all.values.filter { $0.state == .registered || $0.state == .offered }.reduce(into: PlaceTally()) { $0.add($1.entry, reservedWay: rules.reservedWay) }
    }

    var list: [PlaceEntry] { all.values.filter { $0.state == .waiting }.map(\.entry).sorted { $0.number < $1.number } }

    func numbers(_ state: RegistrationStanding) -> [Int64] { all.filter { $0.value.state == state }.keys.sorted() }

    @discardableResult
    mutating func register(
        _ way: Presence = .physical, subgroup: Identifier? = nil, role: Role = .official, municipality: String? = nil, size: Int = 1, at now: Int64
    ) -> RegistrationDesk.Admission {
        last += 1
        let entry = PlaceEntry(number: last, way: way, subgroup: subgroup, role: role, municipality: municipality, size: size)
        giveTurns(at: now)
        let admission = RegistrationDesk.admit(entry, rules, tally, list: list, at: now)
        switch admission {
        case .registered: all[last] = Standing(entry: entry, state: .registered)
        case .waiting: all[last] = Standing(entry: entry, state: .waiting)
        case .offered(let until): all[last] = Standing(entry: entry, state: .offered, offerEnd: until)
        }
        return admission
    }

    /// - Returns: false where the state machine does not allow it
    @discardableResult
    mutating func step(_ number: Int64, to state: RegistrationStanding, at now: Int64) -> Bool {
        turns = []
        guard let standing = all[number], standing.state.next.contains(state) else { return false }
        if state.isLiving {
            all[number]?.state = state
        } else {
            all[number] = nil
            ended[number] = state
        }
        giveTurns(at: now)
        return true
    }

    mutating func expire(at now: Int64) {
        for number in numbers(.offered) where min(all[number]?.offerEnd ?? .max, rules.closesAt) <= now {
            all[number] = nil
            ended[number] = .expired
        }
        giveTurns(at: now)
    }

    mutating func giveTurns(at now: Int64) {
        var waiting = list[...]
        guard now < rules.closesAt else { return turns = [] }
        turns = RegistrationDesk.turns(rules, tally, at: now) { waiting.popFirst() }
        let until = RegistrationDesk.offerEnd(from: now, closesAt: rules.closesAt)
        for turn in turns { all[turn.number] = Standing(entry: turn, state: .offered, offerEnd: until) }
    }
}
