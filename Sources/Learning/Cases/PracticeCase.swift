import Core

/// What someone met in practice, for others to think along with (CAS-01, CAS-05, CAS-07).
package struct PracticeCase: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// For the one who brought it and the group.
        case closed = "besloten"
        /// A version to share, being written.
        case draft = "concept"
        /// Looked through for what tells who it is about; its words did not change since.
        case checked = "gecontroleerd"
        case published = "gedeeld"
        case withdrawn = "ingetrokken"
    }

    /// Residents of the municipality, in the classes of Statistics Netherlands taken together.
    package enum Size: String, Sendable, Hashable, CaseIterable {
        case under20 = "tot-20000", to50 = "tot-50000", to100 = "tot-100000", to250 = "tot-250000", above = "vanaf-250000"

        package var name: Localized {
            switch self {
            case .under20: Localized(nl: "Minder dan 20.000 inwoners", en: "Fewer than 20,000 residents")
            case .to50: Localized(nl: "20.000 tot 50.000 inwoners", en: "20,000 to 50,000 residents")
            case .to100: Localized(nl: "50.000 tot 100.000 inwoners", en: "50,000 to 100,000 residents")
            case .to250: Localized(nl: "100.000 tot 250.000 inwoners", en: "100,000 to 250,000 residents")
            case .above: Localized(nl: "250.000 inwoners of meer", en: "250,000 residents or more")
            }
        }
    }

    /// The five classes of address density of Statistics Netherlands.
    package enum Urbanity: String, Sendable, Hashable, CaseIterable {
        case very = "1", strong = "2", moderate = "3", little = "4", not = "5"

        package var name: Localized {
            switch self {
            case .very: Localized(nl: "Zeer sterk stedelijk", en: "Very strongly urban")
            case .strong: Localized(nl: "Sterk stedelijk", en: "Strongly urban")
            case .moderate: Localized(nl: "Matig stedelijk", en: "Moderately urban")
            case .little: Localized(nl: "Weinig stedelijk", en: "Hardly urban")
            case .not: Localized(nl: "Niet stedelijk", en: "Not urban")
            }
        }
    }

    /// The fields of words, in the order of the page. The raw value is the name of the field in forms and of the column in the table.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case title = "titel", situation = "situatie", question = "vraag", approach = "aanpak", methods = "methoden", collaboration = "samenwerking"
        case role = "rol", steps = "stappen", works = "werkt", worksNot = "werkt_niet", outcome = "uitkomst", takenOver = "overgenomen"

        /// Most code points: half a page for the situation.
        package var limit: Int { self == .title ? 150 : self == .situation ? 3000 : 2000 }
        package var isRequired: Bool { self == .title || self == .situation || self == .question }
    }

    /// What it says, apart from who may see it.
    package struct Facts: Sendable, Hashable {
        /// No key for what is empty.
        package var words: [Field: String]
        /// Where it was; a shared version need not say.
        package var area: AreaCode?
        package var size: Size?
        package var urbanity: Urbanity?
        package var fit: IntervisionMethod.Fit
        /// Keys of terms of the vocabulary of domains.
        package var domains: Set<String>
        /// Of a municipality outside the programme, as someone tells it (CAS-12).
        package var isExternal: Bool
        /// A full address of where it was told; for an external one.
        package var source: String?
        /// A shared case that this one took something over from (CAS-11).
        package var inspiredBy: Identifier?

        package init(
            words: [Field: String], area: AreaCode? = nil, size: Size? = nil, urbanity: Urbanity? = nil, fit: IntervisionMethod.Fit = .content,
            domains: Set<String> = [], isExternal: Bool = false, source: String? = nil, inspiredBy: Identifier? = nil
        ) {
            self.words = words
            self.area = area
            self.size = size
            self.urbanity = urbanity
            self.fit = fit
            self.domains = domains
            self.isExternal = isExternal
            self.source = source
            self.inspiredBy = inspiredBy
        }
    }

    package let id: Identifier
    package let facts: Facts
    /// Nil when they are gone.
    package let bringer: Identifier?
    /// The group that sees it; nil for the bringer alone.
    package let group: Identifier?
    /// The case that this is a version of, to share; nil for a case itself.
    package let original: Identifier?
    package let state: State
    /// Times are milliseconds since 1970.
    package let addedAt: Int64
    package let publishedAt: Int64?

    package var title: String { facts.words[.title] ?? "" }
    package var isPublic: Bool { state == .published }
    package var reference: ThingReference { ThingReference(.practiceCase, id.description) }
    package var thing: Event.Thing { Event.Thing("case", id.description) }
}

/// Who may do what with a case. Pure: the same facts give the same answer.
package enum CasePolicy {
    /// - Parameter group: that of the case, as it is now; nil for none
    package static func see(_ one: PracticeCase, group: IntervisionGroup?, by actor: Actor) -> Decision {
        if one.isPublic { return .allowed }
        if isBringer(one, actor) { return proved(actor) }
        // A version that is not shared yet is for the group to prepare, like the case itself.
        guard one.state != .withdrawn, let group, one.group == group.id else { return .hidden }
        return IntervisionPolicy.see(group, by: actor)
    }

    /// Writing in a case or a version: who brought it; in a version also who facilitates the group.
    package static func write(_ one: PracticeCase, group: IntervisionGroup?, by actor: Actor) -> Decision {
        guard one.state == .closed || one.state == .draft || one.state == .checked else { return .hidden }
        if isBringer(one, actor) { return proved(actor) }
        guard one.original != nil, let group, one.group == group.id else { return .hidden }
        return IntervisionPolicy.facilitate(group, by: actor)
    }

    /// Approving and taking back: who brought it, and nobody else.
    package static func approve(_ one: PracticeCase, by actor: Actor) -> Decision { isBringer(one, actor) ? proved(actor) : .hidden }

    private static func isBringer(_ one: PracticeCase, _ actor: Actor) -> Bool { actor.person != nil && actor.person?.id == one.bringer }

    private static func proved(_ actor: Actor) -> Decision {
        actor.needsTwoFactors && actor.proof < .twoFactors ? .signIn(.twoFactors) : .allowed
    }
}
