/// The permanent name of a thing among all things of the platform: what it is, and its key within that kind.
///
/// Prints as the id of its ``SearchEntry``: `organisatie/01m80z…`. Neither changes when the thing gets another name or address.
package struct ThingReference: Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let kind: SearchEntry.Kind
    package let key: String

    package init(_ kind: SearchEntry.Kind, _ key: String) {
        self.kind = kind
        self.key = key
    }

    /// Reads what ``description`` printed; nil for anything else. A key has 1 to 200 signs and none that controls.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = SearchEntry.Kind(rawValue: String(parts[0])), let key = Self.key(String(parts[1])) else { return nil }
        self.init(kind, key)
    }

    /// A key that may be asked for; nil for a text that cannot be one.
    package static func key(_ text: String) -> String? {
        let isFit = (1...200).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        return isFit ? text : nil
    }

    package var description: String { kind.rawValue + "/" + key }

    package static func < (left: ThingReference, right: ThingReference) -> Bool { left.description < right.description }
}

extension SearchEntry {
    package var reference: ThingReference { ThingReference(kind, key) }
}

/// How one thing stands to another. A closed list: every relation has a name from both sides, in both languages.
package enum Relation: String, Sendable, Hashable, CaseIterable {
    /// A municipality or province and its area.
    case governs = "bestuurt"
    case worksIn = "werkt-in"
    case programmeOf = "programma-van"
    case organisedBy = "georganiseerd-door"
    case partner = "partner"
    /// A programme and the areas that take part.
    case involves = "doet-mee"
    case partOf = "onderdeel-van"
    /// A person and an organisation.
    case belongsTo = "hoort-bij"
    /// Anything and a label (ORG-02, AGD-05).
    case about = "gaat-over"
    /// What something tries to change, and the figure that shows it.
    case followedBy = "gevolgd-met"
    case buildsOn = "bouwt-voort-op"
    /// In the chain from a question to what came of it: a meeting and the issue that it is held for.
    case comesFrom = "komt-voort-uit"
    /// The same from both sides.
    case related = "hangt-samen-met"

    package var isSymmetric: Bool { self == .related }

    /// As the heading above the things at the other end.
    ///
    /// - Parameter isBack: seen from the thing that the link leads to
    package func name(isBack: Bool) -> Localized {
        switch (self, isBack) {
        case (.governs, false): Localized(nl: "Bestuurt", en: "Governs")
        case (.governs, true): Localized(nl: "Wordt bestuurd door", en: "Governed by")
        case (.worksIn, false): Localized(nl: "Werkt in", en: "Works in")
        case (.worksIn, true): Localized(nl: "Organisaties die hier werken", en: "Organisations that work here")
        case (.programmeOf, false): Localized(nl: "Programma van", en: "Programme of")
        case (.programmeOf, true): Localized(nl: "Eigen programma’s", en: "Own programmes")
        case (.organisedBy, false): Localized(nl: "Georganiseerd door", en: "Organised by")
        case (.organisedBy, true): Localized(nl: "Organiseert mee", en: "Helps to organise")
        case (.partner, false): Localized(nl: "Partners", en: "Partners")
        case (.partner, true): Localized(nl: "Is partner in", en: "Is a partner in")
        case (.involves, false): Localized(nl: "Gebieden die meedoen", en: "Areas that take part")
        case (.involves, true): Localized(nl: "Programma’s waar dit gebied aan meedoet", en: "Programmes this area takes part in")
        case (.partOf, false): Localized(nl: "Onderdeel van", en: "Part of")
        case (.partOf, true): Localized(nl: "Onderdelen", en: "Parts")
        case (.belongsTo, false): Localized(nl: "Hoort bij", en: "Belongs to")
        case (.belongsTo, true): Localized(nl: "Mensen", en: "People")
        case (.about, false): Localized(nl: "Gaat over", en: "Is about")
        case (.about, true): Localized(nl: "Gaat hierover", en: "About this")
        case (.followedBy, false): Localized(nl: "Cijfers om dit te volgen", en: "Figures to follow this by")
        case (.followedBy, true): Localized(nl: "Wordt gevolgd door", en: "Followed by")
        case (.buildsOn, false): Localized(nl: "Bouwt voort op", en: "Builds on")
        case (.buildsOn, true): Localized(nl: "Hierop bouwt voort", en: "Built upon by")
        case (.comesFrom, false): Localized(nl: "Komt voort uit", en: "Comes from")
        case (.comesFrom, true): Localized(nl: "Wat hieruit kwam", en: "What came of this")
        case (.related, _): Localized(nl: "Hangt samen met", en: "Related to")
        }
    }

    /// The kinds of things that it can lead from and to.
    package var ends: (from: Set<SearchEntry.Kind>, to: Set<SearchEntry.Kind>) {
        let work: Set<SearchEntry.Kind> = [.programme, .part]
        let learning: Set<SearchEntry.Kind> = [.call, .issue, .agendaItem, .meeting, .lookBack, .practiceCase]
        return switch self {
        case .governs, .worksIn: ([.organisation], [.area])
        case .programmeOf: ([.programme], [.organisation])
        case .organisedBy, .partner: (work.union([.meeting, .conversation, .match]), [.organisation])
        case .involves: (work.union([.conversation, .match]), [.area])
        case .partOf: (learning.union([.part]), work)
        case .comesFrom: (learning.union([.method, .story, .statement, .match]), learning.union([.conversation, .story, .statement]))
        case .belongsTo: ([.person], [.organisation])
        case .about: (Self.linkable.subtracting([.term]), [.term])
        case .followedBy: (work.union([.organisation, .term, .match]), [.figure])
        case .buildsOn: (work, work)
        case .related: (Self.linkable, Self.linkable)
        }
    }

    /// People are not linked by hand: what binds them stands in memberships and roles, which end and are shown to few.
    private static let linkable = Set(SearchEntry.Kind.allCases).subtracting([.person])

    /// Those that people may lay; the others follow from what stands elsewhere.
    package static let byHand: [Relation] = [.related, .about, .worksIn, .involves, .followedBy, .buildsOn]
}

/// A named relation between two things. Its back-link is the same link, seen from the other end.
package struct Link: Sendable, Hashable {
    package let from: ThingReference
    package let relation: Relation
    package let to: ThingReference

    /// Who may lay links by hand where their role holds, and everywhere with a role in the whole installation.
    package static let layers: Set<Role> = [.functionalAdministrator, .programmeFacilitator, .partnerEditor, .official]

    /// - Returns: a symmetric relation always has the same end first, so that it is there once
    package init(_ from: ThingReference, _ relation: Relation, _ to: ThingReference) {
        let turns = relation.isSymmetric && to < from
        self.from = turns ? to : from
        self.relation = relation
        self.to = turns ? from : to
    }

    /// Whether these kinds of things can stand to each other like this; nothing stands so to itself.
    package var fits: Bool { from != to && relation.ends.from.contains(from.kind) && relation.ends.to.contains(to.kind) }
}

/// The links that a slice gives, and whether they changed; as ``SearchSource``, beside it.
package struct LinkSource: Sendable {
    /// Of this source and no other.
    package let name: String
    /// A cheap question that every node asks all the time: another number after every change.
    package let version: @Sendable () async throws -> Int64
    /// Every link there is now, for all readers: whoever may not see one of the ends never sees the link.
    package let links: @Sendable () async throws -> [Link]
    /// What the slice knows of these things although the search has them no more: they ended, or are of older borders. Others are left out.
    package let things: @Sendable (Set<ThingReference>) async throws -> [SearchEntry]

    package init(
        _ name: String, version: @escaping @Sendable () async throws -> Int64, links: @escaping @Sendable () async throws -> [Link] = { [] },
        things: @escaping @Sendable (Set<ThingReference>) async throws -> [SearchEntry] = { _ in [] }
    ) {
        self.name = name
        self.version = version
        self.links = links
        self.things = things
    }
}
