/// A thing that can be found. Every slice gives its own; `Site` collects them for the one search.
package struct SearchEntry: Sendable, Hashable {
    /// What it is, in the order in which a reader can narrow a search.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case area = "gebied"
        case figure = "cijfer"
        case source = "bron"
        case programme = "programma"
        /// A track, network, project or series of a programme.
        case part = "programmaonderdeel"
        /// A call to say what one wants to learn.
        case call = "oproep"
        /// What several people want to learn, made of their answers.
        case issue = "vraagstuk"
        /// What a programme or a part of it wants to learn together.
        case agendaItem = "agendapunt"
        case meeting = "bijeenkomst"
        case lookBack = "terugblik"
        /// What someone met in practice, for others to think along with.
        case practiceCase = "casus"
        /// What residents are asked, and say, about an area.
        case conversation = "gesprek"
        /// What someone told in their own words, as everyone may read it.
        case story = "verhaal"
        /// One sentence to agree or disagree with.
        case statement = "stelling"
        /// A figure laid beside what people tell.
        case match = "verhouding"
        /// A way to talk about a question in a group.
        case method = "methode"
        case organisation = "organisatie"
        case person = "mens"
        /// A label: a theme, a domain or a goal.
        case term = "onderwerp"
        case page = "pagina"
    }

    /// A term that several things have, with its name in both languages.
    package struct Label: Sendable, Hashable {
        /// `thema:wonen`: a vocabulary and a word of it.
        package let key: String
        package let name: Localized

        package init(_ key: String, _ name: Localized) {
            self.key = key
            self.name = name
        }
    }

    package let kind: Kind
    /// The same thing always has the same; within its kind.
    package let key: String
    package let title: Localized
    /// What stands behind the title, to tell things of one name apart; not searched.
    package let note: Localized
    /// Running text without mark-up; never contact data.
    package let text: Localized
    package let labels: [Label]
    /// What it is about, with the areas around that.
    package let areas: [AreaCode]
    /// The pieces of the path of its page; nil for a thing without one.
    package let path: [String]?
    /// Who may find it: one of these. Empty is nobody.
    package let audience: Set<SearchAudience>

    package init(
        _ kind: Kind, _ key: String, title: Localized, note: Localized = Localized(""), text: Localized = Localized(""), labels: [Label] = [],
        areas: [AreaCode] = [], path: [String]?, audience: Set<SearchAudience> = [.everyone]
    ) {
        self.kind = kind
        self.key = key
        self.title = title
        self.note = note
        self.text = text
        self.labels = labels
        self.areas = areas
        self.path = path
        self.audience = audience
    }

    /// Permanent, and of this thing alone.
    package var id: String { kind.rawValue + "/" + key }
}

/// Whom a thing may be found by.
package enum SearchAudience: Sendable, Hashable {
    case everyone
    /// Everyone who signed in.
    case members
    case person(Identifier)
    /// Who has this role there; one who has it in the whole installation has it everywhere.
    case role(Role, at: Scope)

    /// All that a person is part of. A role of a professional counts only after a second factor (``Actor/decide(_:at:)``).
    package static func containing(_ actor: Actor) -> Set<SearchAudience> {
        var found: Set<SearchAudience> = [.everyone]
        guard let person = actor.person else { return found }
        found.formUnion([.members, .person(person.id)])
        for grant in actor.grants where actor.decide([grant.role], at: [grant.scope]).isAllowed { found.insert(.role(grant.role, at: grant.scope)) }
        return found
    }

    /// A word for an index. Who is in `audience` has one of these words among ``key``s of ``containing(_:)``.
    package static func keys(of audience: Set<SearchAudience>) -> Set<String> {
        var keys = Set(audience.map(\.key))
        for case .role(let role, _) in audience { keys.insert(SearchAudience.role(role, at: .installation).key) }
        return keys
    }

    package var key: String {
        switch self {
        case .everyone: "everyone"
        case .members: "members"
        case .person(let id): "person \(id)"
        case .role(let role, let scope): "role \(role.rawValue) \(Self.key(of: scope))"
        }
    }

    private static func key(of scope: Scope) -> String {
        switch scope {
        case .installation: ""
        case .organisation(let id): "organisation \(id)"
        case .programme(let id): "programme \(id)"
        case .area(let code): "area \(code)"
        case .thing(let kind, let id): "thing \(kind) \(id)"
        }
    }
}

/// What of a slice can be found, and whether it changed.
package struct SearchSource: Sendable {
    /// Of this source and no other.
    package let name: String
    /// A cheap question that every node asks all the time: another number after every change.
    package let version: @Sendable () async throws -> Int64
    /// Everything that can be found now: no older than a version that was asked before.
    package let entries: @Sendable () async throws -> [SearchEntry]

    package init(
        _ name: String, version: @escaping @Sendable () async throws -> Int64, entries: @escaping @Sendable () async throws -> [SearchEntry]
    ) {
        self.name = name
        self.version = version
        self.entries = entries
    }
}
