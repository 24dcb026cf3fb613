import Core
import Mail

/// Decides on every way in and out of a meeting: a button, a group, a series, an organiser, another date. Pure, and the only place where it is decided (D-01).
package enum RegistrationDesk {
    /// What becomes of who asks for a place.
    package enum Admission: Sendable, Hashable {
        case registered
        /// At the end of the list.
        case waiting
        /// On the list, and it is their turn at once: those before them do not fit. Until this moment, milliseconds since 1970.
        case offered(until: Int64)
    }

    /// - Parameters:
    ///   - entry: who asks, with the highest number of all
    ///   - tally: places that are taken
    ///   - list: who waits, in the order of their numbers, after every turn that could be given was given
    package static func admit(_ entry: PlaceEntry, _ rules: PlaceRules, _ tally: PlaceTally, list: [PlaceEntry], at now: Int64) -> Admission {
        guard rules.makesOffers(at: now) else { return fits(entry, rules, tally, at: now) ? .registered : .waiting }
        var walk = PlaceWalk(rules, tally, isStrict: true, at: now)
        for other in list { _ = walk.take(other) }
        if walk.take(entry) { return .registered }
        guard !rules.isStrict(at: now), fits(entry, rules, tally, at: now) else { return .waiting }
        return .offered(until: offerEnd(from: now, closesAt: rules.closesAt))
    }

    /// Whether there is room, whoever waits.
    package static func fits(_ entry: PlaceEntry, _ rules: PlaceRules, _ tally: PlaceTally, at now: Int64) -> Bool {
        var walk = PlaceWalk(rules, tally, isStrict: false, at: now)
        return walk.take(entry)
    }

    /// Who gets an offer now, in the order of the list; nobody in the last two hours before closing.
    ///
    /// - Parameter next: the next of the list, in the order of their numbers; nil at its end
    package static func turns(_ rules: PlaceRules, _ tally: PlaceTally, at now: Int64, next: () throws -> PlaceEntry?) rethrows -> [PlaceEntry] {
        guard rules.makesOffers(at: now) else { return [] }
        var walk = PlaceWalk(rules, tally, isStrict: rules.isStrict(at: now), at: now), turns: [PlaceEntry] = []
        while !walk.isOver, let entry = try next() {
            if walk.take(entry) { turns.append(entry) }
        }
        return turns
    }

    // MARK: The time of an offer

    private static let hour: Int64 = 3_600_000

    /// When an offer ends: after a quarter of the time to closing, but 2 to 48 hours; an end at night, between 21:00 and 8:00, becomes 9:00; never past
    /// closing.
    ///
    /// - Returns: milliseconds since 1970
    package static func offerEnd(from now: Int64, closesAt: Int64) -> Int64 {
        let life = min(max((closesAt - now) / 4, 2 * hour), 48 * hour)
        return min(awake(now + life), closesAt)
    }

    /// The same moment, or 9:00 after it where people sleep.
    static func awake(_ moment: Int64) -> Int64 {
        let local = AmsterdamTime(at: moment)
        guard local.hour >= 21 || local.hour < 8 else { return moment }
        // In the evening the morning of the next day: 36 hours past midnight are always within it, also when the clock changes.
        let day = local.hour < 8 ? local.day : AmsterdamTime(at: AmsterdamTime.start(of: local.day) + 36 * hour).day
        return AmsterdamTime(day, hour: 9)?.moment ?? moment
    }
}
