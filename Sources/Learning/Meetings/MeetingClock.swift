import Core

/// Whether people can register, as everyone may know it (learning network 5.1, MTG-24).
package enum RegistrationState: String, Sendable, Hashable, CaseIterable {
    case cancelled = "afgelast"
    case past = "voorbij"
    case closed = "gesloten"
    case notYetOpen = "nog-niet-open"
    /// Nothing free, or somebody waits.
    case full = "vol"
    case few = "enkele-plaatsen"
    case open = "open"
}

extension Meeting.Facts {
    private static let hour: Int64 = 3_600_000

    /// When registration closes where its organisers say nothing: online at the start; where people go to a place, 24 hours before.
    package var usualClosing: Int64 { form == .online ? startsAt : startsAt - 24 * Self.hour }

    /// The moment from which nobody can register any more.
    package var closing: Int64 { closesAt ?? usualClosing }

    /// Minutes from start to end.
    package var minutes: Int { Int((endsAt - startsAt) / 60_000) }

    /// Whether a link to it works now: from 24 hours before the start until the end.
    package func opensDoor(at now: Int64) -> Bool { startsAt - 24 * Self.hour <= now && now < endsAt }

    package var isFree: Bool { price.isEmpty }

    /// From how few places left it is called few.
    package static func few(of capacity: Int) -> Int { max(3, capacity / 10) }
}

extension Meeting {
    /// The first that applies, in the order of the specification. A draft is not open yet.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970
    ///   - places: how many are taken and wait; nil where nobody counts them, and then none is taken
    package func registrationState(at now: Int64, places: Places?) -> RegistrationState {
        if publication == .cancelled { return .cancelled }
        if now >= facts.endsAt { return .past }
        if now >= facts.closing { return .closed }
        if !isPublic || now < facts.opensAt ?? .min { return .notYetOpen }
        // Where one can come in two ways, the way with most room speaks for the meeting.
        let pools = [(facts.capacity, places?.main ?? .empty)] + (facts.form == .both ? [(facts.onlineCapacity, places?.online ?? .empty)] : [])
        let states = pools.map { capacity, pool in Self.state(capacity: capacity, pool) }
        return [.open, .few].first(where: states.contains) ?? .full
    }

    private static func state(capacity: Int?, _ pool: Places.Pool) -> RegistrationState {
        guard let capacity else { return pool.waiting > 0 ? .full : .open }
        let left = capacity - pool.used
        if left <= 0 || pool.waiting > 0 { return .full }
        return left <= Facts.few(of: capacity) ? .few : .open
    }
}
