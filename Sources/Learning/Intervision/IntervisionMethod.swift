import Core

/// A way to talk about a question in a group: its steps with their minutes, as data (CAS-02, D-36).
package struct IntervisionMethod: Sendable, Hashable {
    /// What a group must be used to.
    package enum Experience: String, Sendable, Hashable, CaseIterable, Comparable {
        case starter = "beginner"
        case average = "gemiddeld"
        case seasoned = "ervaren"

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        package static func < (left: Experience, right: Experience) -> Bool { left.order < right.order }
    }

    /// How safe people must feel with each other.
    package enum Trust: String, Sendable, Hashable, CaseIterable {
        case usual = "gewoon"
        case high = "hoog"
    }

    /// The kind of question it suits.
    package enum Fit: String, Sendable, Hashable, CaseIterable {
        case content = "inhoud"
        case ownPart = "eigen-aandeel"
        case dilemma = "dilemma"
    }

    /// The three parts that every method has: see, judge, decide.
    package enum Band: String, Sendable, Hashable, CaseIterable {
        case picture = "beeldvorming"
        case judgement = "oordeelsvorming"
        case decision = "besluitvorming"
    }

    package struct Step: Sendable, Hashable {
        package enum Speaker: String, Sendable, Hashable, CaseIterable {
            case bringer = "inbrenger", others = "anderen", everyone = "iedereen", nobody = "niemand"
        }

        package enum Writer: String, Sendable, Hashable, CaseIterable {
            case everyone = "iedereen", noteTaker = "notulist", nobody = "niemand"
        }

        /// Who may read what someone writes in this step.
        package enum Visibility: String, Sendable, Hashable, CaseIterable {
            /// The writer alone.
            case own = "eigen"
            /// The writer, and all when everyone is ready.
            case hidden = "verborgen"
            case all = "allen"
        }

        package enum Bringer: String, Sendable, Hashable, CaseIterable {
            case speaks = "spreekt", silent = "stil", outside = "buiten"
        }

        /// What is there when it is over.
        package enum Output: String, Sendable, Hashable, CaseIterable {
            case choice = "keuze", story = "verhaal", questions = "vragen", answers = "antwoorden", core = "kern", advice = "advies", decision = "besluit"
            case yield = "opbrengst", nothing = "niets"
        }

        package let text: Localized
        package let minutes: Int
        /// Nil where the group that made the method did not say.
        package let band: Band?
        package let speaker: Speaker
        package let writer: Writer
        package let visibility: Visibility
        package let bringer: Bringer
        package let output: Output

        package init(
            _ text: Localized, minutes: Int, band: Band?, speaker: Speaker, writer: Writer = .noteTaker, visibility: Visibility = .all,
            bringer: Bringer = .speaks, output: Output = .nothing
        ) {
            self.text = text
            self.minutes = minutes
            self.band = band
            self.speaker = speaker
            self.writer = writer
            self.visibility = visibility
            self.bringer = bringer
            self.output = output
        }

        /// Everyone writes for themselves first.
        package var isHidden: Bool { visibility == .hidden }
        /// The one who brought the question only listens.
        package var quietsBringer: Bool { bringer != .speaks }
    }

    /// Permanent: a word for a method of the platform, an identifier for one of a group.
    package let key: String
    package let name: Localized
    package let lead: Localized
    package let people: ClosedRange<Int>
    package let experience: Experience
    package let trust: Trust
    package let fits: Set<Fit>
    /// Short enough to do several questions after each other.
    package let isForSeveral: Bool
    package let steps: [Step]
    /// Where the order of the steps was published; empty for a method of a group.
    package let source: String
    /// The group that made it and alone has it; nil for one of the platform.
    package let group: Identifier?

    package init(
        key: String, name: Localized, lead: Localized, people: ClosedRange<Int>, experience: Experience, trust: Trust, fits: Set<Fit>,
        isForSeveral: Bool = false, steps: [Step], source: String = "", group: Identifier? = nil
    ) {
        self.key = key
        self.name = name
        self.lead = lead
        self.people = people
        self.experience = experience
        self.trust = trust
        self.fits = fits
        self.isForSeveral = isForSeveral
        self.steps = steps
        self.source = source
        self.group = group
    }

    /// For one question.
    package var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }
}

extension IntervisionMethod {
    package var reference: ThingReference { ThingReference(.method, key) }
}

extension IntervisionMethod.Experience {
    package var name: Localized {
        switch self {
        case .starter: Localized(nl: "Wij doen dit voor het eerst", en: "This is our first time")
        case .average: Localized(nl: "Wij deden dit al een paar keer", en: "We have done this a few times")
        case .seasoned: Localized(nl: "Wij doen dit al lang", en: "We have long experience")
        }
    }
}

extension IntervisionMethod.Trust {
    package var name: Localized {
        switch self {
        case .usual: Localized(nl: "Wij kennen elkaar nog niet zo goed", en: "We do not know each other that well yet")
        case .high: Localized(nl: "Wij durven alles te zeggen", en: "We dare to say anything")
        }
    }
}

extension IntervisionMethod.Fit {
    package var name: Localized {
        switch self {
        case .content: Localized(nl: "De inhoud: hoe pak ik dit aan?", en: "The content: how do I go about this?")
        case .ownPart: Localized(nl: "Mijn eigen rol: wat doe ik hierin zelf?", en: "My own part: what do I do in this myself?")
        case .dilemma: Localized(nl: "Een lastige keuze", en: "A hard choice")
        }
    }
}

extension IntervisionMethod.Band {
    package var name: Localized {
        switch self {
        case .picture: Localized(nl: "Beeld vormen", en: "Forming a picture")
        case .judgement: Localized(nl: "Oordeel vormen", en: "Forming a judgement")
        case .decision: Localized(nl: "Besluit vormen", en: "Coming to a decision")
        }
    }
}
