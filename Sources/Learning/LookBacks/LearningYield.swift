import Core
import People

/// Something that learning gave and that others can use: what, for whom, and how to begin (CAS-04, CAS-05).
package struct LearningYield: Sendable, Hashable {
    package let id: Identifier
    package let source: YieldSource
    package let facts: Facts
    /// Where it stands in the catalogue: a path of this site or a full address; empty where it does not.
    package let catalogue: String
    /// Goes up with every change.
    package let version: Int
    package let addedBy: Identifier?
    /// Since when everyone may see it; milliseconds since 1970.
    package let sharedAt: Int64?
    package let cataloguedAt: Int64?
    /// The oldest first.
    package let uses: [YieldUse]

    package struct Facts: Sendable, Hashable {
        /// What it is, in one line.
        package var title: String
        package var forWhom: String
        package var steps: String
        package var works: String
        package var worksNot: String
        package var firstStep: String
        /// Nil while nobody chose one.
        package var licence: Licence?
        /// Where it comes from, in words.
        package var source: String

        package init(
            title: String, forWhom: String = "", steps: String = "", works: String = "", worksNot: String = "", firstStep: String = "",
            licence: Licence? = nil, source: String = ""
        ) {
            self.title = title
            self.forWhom = forWhom
            self.steps = steps
            self.works = works
            self.worksNot = worksNot
            self.firstStep = firstStep
            self.licence = licence
            self.source = source
        }

        /// Whether others have all they need to use it.
        package var isWhole: Bool { !forWhom.isEmpty && !firstStep.isEmpty && licence != nil && !source.isEmpty }

        var texts: [String] { [title, forWhom, steps, works, worksNot, firstStep, source] }
    }

    package enum Licence: String, Sendable, Hashable, CaseIterable {
        case free = "cc0"
        case named = "cc-by"
        case alike = "cc-by-sa"

        package var name: Localized {
            switch self {
            case .free: Localized(nl: "Vrij te gebruiken (CC0)", en: "Free to use (CC0)")
            case .named: Localized(nl: "Vrij te gebruiken, noem de maker (CC BY)", en: "Free to use, name the maker (CC BY)")
            case .alike: Localized(nl: "Noem de maker en deel op dezelfde manier (CC BY-SA)", en: "Name the maker and share alike (CC BY-SA)")
            }
        }
    }

    /// How far it came; the furthest stands.
    package enum State: String, Sendable, Hashable, CaseIterable {
        case noted = "genoteerd"
        case shareable = "deelbaar"
        case catalogued = "catalogus"
        /// Told by those who used it; never written as a state.
        case reused = "hergebruikt"

        package var name: Localized {
            switch self {
            case .noted: Localized(nl: "Opgeschreven", en: "Noted")
            case .shareable: Localized(nl: "Om te delen", en: "Shareable")
            case .catalogued: Localized(nl: "In de catalogus", en: "In the catalogue")
            case .reused: Localized(nl: "Elders gebruikt", en: "Used elsewhere")
            }
        }
    }

    package var state: State {
        if sharedAt == nil { return .noted }
        if !uses.isEmpty { return .reused }
        return cataloguedAt == nil ? .shareable : .catalogued
    }

    package var isPublic: Bool { sharedAt != nil }

    package var reference: ThingReference { ThingReference(.lookBack, id.description) }
}

/// What a yield came from.
package enum YieldSource: Sendable, Hashable {
    case lookBack(Identifier)
    /// A closed session, with the yield as its group wrote it.
    case session(Identifier, yield: Identifier)
}

/// That an organisation used it, and how that went.
package struct YieldUse: Sendable, Hashable {
    package let organisation: Identifier
    package let result: PracticeExperience.Result
    package let words: String
    /// Milliseconds since 1970.
    package let at: Int64
}

/// Which yields a list shows.
package struct YieldFilter: Sendable, Hashable {
    package enum Origin: String, Sendable, Hashable, CaseIterable {
        case meeting = "bijeenkomst"
        case session = "intervisie"

        package var name: Localized {
            switch self {
            case .meeting: Localized(nl: "Een bijeenkomst", en: "A meeting")
            case .session: Localized(nl: "Een groep voor intervisie", en: "A peer consultation group")
            }
        }
    }

    package var state: LearningYield.State?
    package var origin: Origin?
    /// All of these words, anywhere in it.
    package var words: String

    package init(state: LearningYield.State? = nil, origin: Origin? = nil, words: String = "") {
        self.state = state
        self.origin = origin
        self.words = words
    }

    package func takes(_ yield: LearningYield) -> Bool {
        if let state, yield.state != state { return false }
        if let origin, yield.source.origin != origin { return false }
        let text = yield.facts.texts.joined(separator: "\n").lowercased()
        return words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy(text.contains)
    }
}

extension YieldSource {
    package var origin: YieldFilter.Origin {
        switch self {
        case .lookBack: .meeting
        case .session: .session
        }
    }

    /// Nil for one of a session.
    package var lookBack: Identifier? {
        if case .lookBack(let id) = self { id } else { nil }
    }
}
