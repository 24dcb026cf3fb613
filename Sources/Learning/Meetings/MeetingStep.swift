import Core

/// Something that was said of a meeting as a whole: when, by whom, why. The state shown is computed from all of them.
package struct MeetingStep: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case draft = "concept"
        /// Public, with a provisional programme (MTG-19).
        case announced = "voorlopig"
        case definitive = "definitief"
        case held = "gehouden"
        case lookedBack = "teruggeblikt"
        /// To other hours or another place; changes nothing else.
        case moved = "verplaatst"
        case cancelled = "afgelast"
    }

    package let kind: Kind
    /// Milliseconds since 1970.
    package let at: Int64
    /// Nil for what nobody did by hand, and for someone who was erased.
    package let by: Identifier?
    package let reason: String

    package init(_ kind: Kind, at: Int64, by: Identifier?, reason: String = "") {
        self.kind = kind
        self.at = at
        self.by = by
        self.reason = reason
    }
}

/// How far a meeting has come towards its public (learning network 5.1).
package enum Publication: Int, Sendable, Hashable, CaseIterable, Comparable {
    case draft, announced, definitive, held, lookedBack, cancelled

    package static func < (left: Publication, right: Publication) -> Bool { left.rawValue < right.rawValue }

    /// What it can become by hand.
    package var next: Set<Publication> {
        switch self {
        case .draft: [.announced]
        case .announced: [.definitive, .held, .cancelled]
        case .definitive: [.held, .cancelled]
        case .held: [.lookedBack]
        case .lookedBack, .cancelled: []
        }
    }

    package var name: Localized {
        switch self {
        case .draft: Localized(nl: "Concept", en: "Draft")
        case .announced: Localized(nl: "Voorlopig programma", en: "Provisional programme")
        case .definitive: Localized(nl: "Definitief programma", en: "Definitive programme")
        case .held: Localized(nl: "Gehouden", en: "Held")
        case .lookedBack: Localized(nl: "Met terugblik", en: "With a look-back")
        case .cancelled: Localized(nl: "Afgelast", en: "Cancelled")
        }
    }
}

extension Meeting {
    /// The state now: the furthest that was said; being cancelled stands above all.
    package var publication: Publication {
        steps.map { step in
            switch step.kind {
            case .draft, .moved: Publication.draft
            case .announced: .announced
            case .definitive: .definitive
            case .held: .held
            case .lookedBack: .lookedBack
            case .cancelled: .cancelled
            }
        }.max() ?? .draft
    }

    package var isPublic: Bool { publication > .draft }

    /// Why it was cancelled; nil for one that was not.
    package var cancellation: MeetingStep? { steps.last { $0.kind == .cancelled } }

    /// When it last went to other hours or another place.
    package var lastMove: MeetingStep? { steps.last { $0.kind == .moved } }

    package func at(_ kind: MeetingStep.Kind) -> Int64? { steps.first { $0.kind == kind }?.at }
}
