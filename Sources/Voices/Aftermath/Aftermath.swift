import Core
import People

/// What became of something that somebody said.
package struct Aftermath: Sendable, Hashable {
    package let outcome: Outcome
    /// As its giver reads it.
    package let reason: String
    /// When the giver hears more; nil where this was the last.
    package let nextOn: DutchDay?
    package let toldOn: String

    package init(outcome: Outcome, reason: String, nextOn: DutchDay?, toldOn: String) {
        self.outcome = outcome
        self.reason = reason
        self.nextOn = nextOn
        self.toldOn = toldOn
    }

    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case takenUp = "overgenomen"
        case combined = "samengevoegd"
        case passedOn = "doorgegeven"
        case answered = "beantwoord"
        case notTakenUp = "niet-overgenomen"
    }
}

/// A contribution beside what became of it.
package struct AftermathLine: Sendable, Hashable {
    package let contribution: Contribution
    /// nil: its giver was not told yet.
    package let aftermath: Aftermath?
}

/// How many of the contributions have an end, as everyone may see it.
package struct AftermathCount: Sendable, Hashable {
    package let outcomes: [Aftermath.Outcome: Int]
    /// Not published, with a moderator's reason.
    package let refused: Int
    package let withdrawn: Int
    /// Without an end.
    package let open: Int
}
