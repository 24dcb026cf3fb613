import Core

/// Work that takes long, as a page and a terminal show it.
package struct Job: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable {
        case done
        /// There was nothing new.
        case unchanged
        /// The input could not be used; nothing changed.
        case refused
        case failed, cancelled

        package var name: Localized {
            switch self {
            case .done: Localized(nl: "klaar", en: "done")
            case .unchanged: Localized(nl: "niets nieuws", en: "nothing new")
            case .refused: Localized(nl: "geweigerd, niets veranderd", en: "refused, nothing changed")
            case .failed: Localized(nl: "mislukt, niets veranderd", en: "failed, nothing changed")
            case .cancelled: Localized(nl: "gestopt, niets veranderd", en: "cancelled, nothing changed")
            }
        }
    }

    package enum State: Sendable, Hashable {
        case running
        /// No sign of life for a minute: the process has died. The work is done again from where it was kept.
        case interrupted
        case ended(Outcome)
    }

    package let id: String
    package let kind: String
    package let title: String
    package let stage: Localized
    package let done: Int
    package let total: Int?
    /// Times are milliseconds since 1970.
    package let startedAt: Int64
    package let seenAt: Int64
    package let endedAt: Int64?
    package let outcome: Outcome?
    /// What the work has to say at its end, line by line.
    package let report: String

    /// Silence after which a running job is taken for dead, in milliseconds.
    package static let patience: Int64 = 60_000

    package func state(at now: Int64) -> State {
        if let outcome { return .ended(outcome) }
        return now - seenAt > Self.patience ? .interrupted : .running
    }

    /// Part done, 0 to 1; nil when the total is not known.
    package var fraction: Double? {
        total.flatMap { $0 > 0 ? min(1, Double(done) / Double($0)) : nil }
    }
}
