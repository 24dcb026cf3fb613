import Core
import TestSupport
import Testing

@testable import Learning

@Suite("The desk of registration on random days")
struct RegistrationModelTests {
    private static let hour: Int64 = 3_600_000
    private static let start: Int64 = 1_793_617_200_000
    private static let groups = [Identifier(at: 1), Identifier(at: 2), Identifier(at: 3)]

    private static func rules(_ chance: inout Chance) -> PlaceRules {
        let isBoth = Bool.random(using: &chance), closesAt = start + Int64.random(in: 3...400, using: &chance) * hour
        var rules = PlaceRules(
            ways: isBoth ? [.physical, .online] : [.physical], capacity: [.physical: Int.random(in: 0...12, using: &chance)], closesAt: closesAt)
        if isBoth && Bool.random(using: &chance) { rules.capacity[.online] = Int.random(in: 0...6, using: &chance) }
        if Int.random(in: 0..<3, using: &chance) == 0 {
            for group in groups.prefix(2) { rules.maximum[group] = Int.random(in: 1...4, using: &chance) }
        }
        if Int.random(in: 0..<3, using: &chance) == 0 {
            let until = start + Int64.random(in: 1...200, using: &chance) * hour
            rules.reserved = [
                ReservedPlaces(id: Identifier(at: 11), group: .role(.resident), number: Int.random(in: 1...3, using: &chance), until: min(until, closesAt)),
                ReservedPlaces(id: Identifier(at: 12), group: .municipality("GM0222"), number: 1, until: closesAt),
            ]
        }
        return rules
    }

    @Test("D-01, D-02, D-03: a hundred thousand random steps break no rule", arguments: [1, 2, 3, 4] as [UInt64])
    func randomSteps(seed: UInt64) {
        var chance = Chance(seed), steps = 0
        while steps < 25_000 {
            var model = RegistrationModel(Self.rules(&chance)), now = Self.start
            for _ in 0..<100 {
                let before = model
                Self.act(&model, &now, &chance)
                steps += 1
                let faults = Self.faults(before, model, at: now)
                if !faults.isEmpty {
                    #expect(faults == [], "seed \(seed), step \(steps)")
                    return
                }
            }
        }
    }

    private static func act(_ model: inout RegistrationModel, _ now: inout Int64, _ chance: inout Chance) {
        switch Int.random(in: 0..<12, using: &chance) {
        case 0...4:
            guard now < model.rules.closesAt else { return }
            let way: Presence = model.rules.ways.count > 1 && Bool.random(using: &chance) ? .online : .physical
            let size = Int.random(in: 0..<5, using: &chance) == 0 ? Int.random(in: 2...4, using: &chance) : 1
            model.register(
                way, subgroup: model.rules.maximum.isEmpty ? nil : groups.randomElement(using: &chance),
                role: Bool.random(using: &chance) ? .resident : .official,
                municipality: ["GM0222", "GM0202", nil].randomElement(using: &chance) ?? nil, size: size, at: now)
        case 5, 6: end(&model, .registered, .cancelled, now, &chance)
        case 7: end(&model, .waiting, .left, now, &chance)
        case 8: end(&model, .offered, Bool.random(using: &chance) ? .registered : .declined, now, &chance)
        case 9:
            model.rules.capacity[.physical] = max(0, (model.rules.capacity[.physical] ?? 0) + Int.random(in: -3...3, using: &chance))
            model.giveTurns(at: now)
        default:
            now += Int64.random(in: 1...12, using: &chance) * hour
            model.expire(at: now)
        }
    }

    private static func end(
        _ model: inout RegistrationModel, _ from: RegistrationStanding, _ to: RegistrationStanding, _ now: Int64, _ chance: inout Chance
    ) {
        if let number = model.numbers(from).randomElement(using: &chance) { model.step(number, to: to, at: now) }
    }

    // MARK: The rules, counted again in another way

    private static func faults(_ before: RegistrationModel, _ after: RegistrationModel, at now: Int64) -> [String] {
        var faults: [String] = []
        let old = before.tally, new = after.tally
        for way in after.rules.ways {
            let used = new.used[way] ?? 0
            if let most = after.rules.capacity[way], used > most, used > old.used[way] ?? 0 { faults.append("\(way): \(used) of \(most)") }
        }
        for (group, most) in after.rules.maximum where new.subgroups[group] ?? 0 > most { faults.append("a subgroup above its maximum") }
        for (number, state) in before.ended where after.ended[number] != state || after.all[number] != nil { faults.append("\(number) came back") }
        if after.rules.makesOffers(at: now), let head = after.list.first, isFree(for: head, after, at: now) {
            faults.append("\(head.number) waits beside a free place")
        }
        if after.rules.makesOffers(at: now), !after.rules.isStrict(at: now) {
            for entry in after.list where isFree(for: entry, after, at: now) { faults.append("\(entry.number) fits and waits") }
        }
        faults += overtaken(before, after, at: now)
        return faults
    }

    /// Room for this entry, counted by hand: places that are not taken and not kept for others.
    private static func isFree(for entry: PlaceEntry, _ model: RegistrationModel, at now: Int64) -> Bool {
        let tally = model.tally
        if let group = entry.subgroup, let most = model.rules.maximum[group], tally.subgroups[group, default: 0] + entry.size > most { return false }
        guard let capacity = model.rules.capacity[entry.way] else { return true }
        var kept = 0
        if entry.way == model.rules.reservedWay {
            for (lot, open) in zip(model.rules.reserved, tally.unused(model.rules.reserved, at: now))
            where !lot.group.holds(entry.role, entry.municipality) { kept += open }
        }
        return tally.used[entry.way, default: 0] + kept + entry.size <= capacity
    }

    /// Nobody gets a turn before another who wants just the same, is not more people, and came earlier.
    private static func overtaken(_ before: RegistrationModel, _ after: RegistrationModel, at now: Int64) -> [String] {
        guard after.rules.makesOffers(at: now) else { return [] }
        let won = after.all.values.filter { standing in
            let was = before.all[standing.entry.number]?.state
            return standing.state == .offered && was != .offered || standing.state == .registered && was == nil
        }
        return won.flatMap { winner in
            after.list.filter { other in
                other.number < winner.entry.number && other.way == winner.entry.way && other.subgroup == winner.entry.subgroup
                    && other.role == winner.entry.role
                    && other.municipality == winner.entry.municipality && other.size <= winner.entry.size
            }.map { "\(winner.entry.number) came before \($0.number)" }
        }
    }
}
