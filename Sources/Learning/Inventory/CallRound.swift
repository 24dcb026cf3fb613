import Core

/// A numbered round of a call (INV-07). Times are milliseconds since 1970.
package struct CallRound: Sendable, Hashable {
    /// The steps that someone takes; opening and closing follow from the clock.
    package enum Step: String, Sendable, Hashable, CaseIterable {
        case ready = "klaargezet"
        case workedOut = "uitgewerkt"
        case published = "gepubliceerd"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft = "concept"
        /// Ready, and not yet begun.
        case coming = "komt"
        case open = "open"
        case closed = "gesloten"
        case workedOut = "uitgewerkt"
        case published = "gepubliceerd"

        package var name: Localized {
            switch self {
            case .draft: Localized(nl: "Concept", en: "Draft")
            case .coming: Localized(nl: "Komt nog", en: "Still to come")
            case .open: Localized(nl: "Open", en: "Open")
            case .closed: Localized(nl: "Gesloten", en: "Closed")
            case .workedOut: Localized(nl: "Uitgewerkt", en: "Worked out")
            case .published: Localized(nl: "Uitkomst bekend", en: "Outcome known")
            }
        }
    }

    package let id: Identifier
    package let call: Identifier
    package let number: Int
    /// Inclusive.
    package let start: Int64
    /// Exclusive.
    package let end: Int64
    /// When each step was taken.
    package let steps: [Step: Int64]

    package init(id: Identifier, call: Identifier, number: Int, start: Int64, end: Int64, steps: [Step: Int64]) {
        self.id = id
        self.call = call
        self.number = number
        self.start = start
        self.end = end
        self.steps = steps
    }

    package func state(at now: Int64) -> State {
        if steps[.published] != nil { return .published }
        if steps[.workedOut] != nil { return .workedOut }
        guard steps[.ready] != nil else { return .draft }
        if now < start { return .coming }
        return now < end ? .open : .closed
    }

    package var isPublished: Bool { steps[.published] != nil }

    /// Milliseconds behind the end in which a form that was opened before it still counts as in time.
    package static let grace: Int64 = 3_600_000

    /// What an answer is that comes in now; nil before the round opens.
    ///
    /// - Parameter opened: when its form was opened
    package func timing(opened: Int64, at now: Int64) -> AnswerTiming? {
        guard steps[.ready] != nil, now >= start else { return nil }
        if now < end { return .inTime }
        return opened < end && now < end + Self.grace ? .grace : .late
    }
}

/// Whether an answer came in time. All are kept.
package enum AnswerTiming: String, Sendable, Hashable, CaseIterable {
    case inTime = "op-tijd"
    /// Behind the end, from a form that was opened before it.
    case grace = "uitloop"
    case late = "te-laat"

    package var name: Localized {
        switch self {
        case .inTime: Localized(nl: "op tijd", en: "in time")
        case .grace: Localized(nl: "kort na het einde", en: "shortly after the end")
        case .late: Localized(nl: "te laat", en: "late")
        }
    }
}

/// A call with its questions, channels and rounds.
package struct CallView: Sendable, Hashable {
    package let call: Call
    package let questions: [CallQuestion]
    package let channels: [CallChannel]
    /// By number.
    package let rounds: [CallRound]

    package var id: Identifier { call.id }
    package var facts: Call.Facts { call.facts }

    package func question(_ kind: CallQuestion.Kind) -> CallQuestion? { questions.first { $0.kind == kind } }

    package func round(_ id: Identifier) -> CallRound? { rounds.first { $0.id == id } }

    package func round(number: Int) -> CallRound? { rounds.first { $0.number == number } }

    /// The one that can be answered now.
    package func open(at now: Int64) -> CallRound? { rounds.first { $0.state(at: now) == .open } }

    /// What visitors may know of: rounds that are ready.
    package var shown: [CallRound] { rounds.filter { $0.steps[.ready] != nil } }

    package var published: [CallRound] { rounds.filter(\.isPublished) }

    /// Whether everyone may see the call.
    package var isPublic: Bool { !shown.isEmpty }

    /// What it is for a visitor: that of the round that matters most.
    package func state(at now: Int64) -> CallRound.State {
        let states = Set(shown.map { $0.state(at: now) })
        return [.open, .coming, .published, .workedOut, .closed].first { states.contains($0) } ?? .draft
    }
}
