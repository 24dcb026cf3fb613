import Core

/// One time that a group talks about one question, step by step.
package struct IntervisionSession: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case planned = "gepland"
        case lobby = "lobby"
        case running = "bezig"
        case paused = "pauze"
        case yields = "opbrengst"
        case closed = "gesloten"

        /// A step is on the screen.
        package var isOnStep: Bool { self == .running || self == .paused }
    }

    package let id: Identifier
    package let group: Identifier
    /// Key of the method.
    package let method: String
    /// What it is about, in one sentence; empty after the notes are gone.
    package let question: String
    package let practiceCase: Identifier?
    /// Times are milliseconds since 1970.
    package let plannedAt: Int64
    package let roles: Roles
    package let state: State
    /// From 0.
    package let step: Int
    package let clock: StepClock
    /// Goes up with every step, pause, reveal or role.
    package let version: Int
    /// Goes up with every word that others may read.
    package let words: Int
    /// Whether what came of it may stay after the notes are gone; nil until the one who brought the question says so.
    package let keepsYields: Bool?
    package let closedAt: Int64?

    package struct Roles: Sendable, Hashable {
        package let bringer: Identifier?
        package let facilitator: Identifier?
        package let timeKeeper: Identifier?
        package let noteTaker: Identifier?

        package init(bringer: Identifier? = nil, facilitator: Identifier?, timeKeeper: Identifier? = nil, noteTaker: Identifier? = nil) {
            self.bringer = bringer
            self.facilitator = facilitator
            self.timeKeeper = timeKeeper
            self.noteTaker = noteTaker
        }
    }

    package var facilitator: Identifier? { roles.facilitator }
    package var bringer: Identifier? { roles.bringer }
}

/// The clock of a step, held by the server: any node and any reload shows the same.
package struct StepClock: Sendable, Hashable {
    /// Milliseconds since 1970; nil while no step runs.
    package let startedAt: Int64?
    /// What the facilitator gave extra, in milliseconds.
    package let added: Int64
    /// Since when it stands still.
    package let pausedAt: Int64?

    package init(startedAt: Int64?, added: Int64 = 0, pausedAt: Int64? = nil) {
        self.startedAt = startedAt
        self.added = added
        self.pausedAt = pausedAt
    }

    /// What one press gives extra.
    package static let extra: Int64 = 120_000

    /// Milliseconds that are left of a step; never below zero, for zero signals and waits.
    package func left(of minutes: Int, at now: Int64) -> Int64 {
        let total = Int64(minutes) * 60_000 + added
        guard let startedAt else { return total }
        return max(0, total - ((pausedAt ?? now) - startedAt))
    }
}

/// What someone wrote in a step.
package struct SessionNote: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// For the group, when the step lets it be read.
        case shared = "gedeeld"
        /// For the writer alone, always.
        case own = "eigen"
    }

    package let step: Int
    package let person: Identifier
    package let kind: Kind
    package let body: String

    package init(step: Int, person: Identifier, kind: Kind, body: String) {
        self.step = step
        self.person = person
        self.kind = kind
        self.body = body
    }
}

/// A handhold that a session gave (CAS-04).
package struct SessionYield: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case action = "actie", tool = "hulpmiddel", insight = "inzicht", link = "link"
    }

    package let id: Identifier
    package let kind: Kind
    package let words: String
    /// A full address, for a link.
    package let address: String?
    /// Who takes it along.
    package let owner: Identifier?
    /// `2026-12-31`: by when it is done or looked back on.
    package let due: String

    package init(id: Identifier, kind: Kind, words: String, address: String?, owner: Identifier?, due: String) {
        self.id = id
        self.kind = kind
        self.words = words
        self.address = address
        self.owner = owner
        self.due = due
    }
}

/// What may be written and read while a session runs. Pure.
package enum SessionRules {
    /// Why a word for the group is refused; nil where it may come.
    package enum Refusal: Error, Sendable, Hashable, CaseIterable {
        case notRunning, notPresent, bringerListens, alreadyOpen, notWriter
    }

    /// - Parameters:
    ///   - isPresent: came into the session
    ///   - isOpen: the words of this step can be read by all already
    package static func refusal(
        of person: Identifier, in session: IntervisionSession, on step: IntervisionMethod.Step, isPresent: Bool, isOpen: Bool
    ) -> Refusal? {
        guard session.state.isOnStep else { return .notRunning }
        guard isPresent else { return .notPresent }
        if step.quietsBringer && session.bringer == person { return .bringerListens }
        switch step.writer {
        case .nobody: return .notWriter
        case .noteTaker: return person == session.roles.noteTaker || person == session.facilitator ? nil : .notWriter
        case .everyone: return step.isHidden && isOpen ? .alreadyOpen : nil
        }
    }

    /// The steps whose words for the group all may read: those that are open by nature, and those that were opened.
    package static func open(_ method: IntervisionMethod, upTo step: Int, revealed: Set<Int>) -> Set<Int> {
        Set(method.steps.indices.filter { $0 <= step && (method.steps[$0].visibility == .all || (method.steps[$0].isHidden && revealed.contains($0))) })
    }
}
