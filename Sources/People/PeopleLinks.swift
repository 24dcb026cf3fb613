import Core
import SQL
import Web

extension Slice {
    /// How organisations, programmes and people hang together, and with areas: what follows from what stands in their own tables.
    package var linkSource: LinkSource {
        let follower = JournalFollower(database, kinds: ["person", "organisation", "municipalities", "membership", "programme", "profile"])
        return LinkSource("people") {
            // Memberships end by themselves, at the latest they are looked at anew the next day.
            try await follower.version() << 20 | (now() / 86_400_000) & 0xF_FFFF
        } links: {
            let organisations = try await organisations.list(withEnded: true), now = now()
            // Whoever shows a profile chooses whether it says whom they belong to; the others are seen by administrators only.
            let silent = Set(try await profiles.shown().filter { !$0.profile.showsOrganisation }.map(\.person))
            let members = try await self.organisations.memberships().filter { $0.holds(at: now) && !silent.contains($0.person) }
            let known = Dictionary(organisations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return organisations.compactMap(Self.link) + (try await programmes.outlines()).flatMap { Self.links($0, known) }
                + members.map { Link(ThingReference(.person, $0.person.description), .belongsTo, Organisation.reference($0.organisation)) }
        } things: { wanted in
            try await ended(wanted)
        }
    }

    private static func link(_ organisation: Organisation) -> Link? {
        organisation.area.map { Link(organisation.reference, organisation.kind.governs == nil ? .worksIn : .governs, ThingReference(.area, $0.description)) }
    }

    private static func links(_ outline: ProgrammeOutline, _ organisations: [Identifier: Organisation]) -> [Link] {
        let programme = outline.programme.reference
        let owner = outline.programme.facts.owner.map { [Link(programme, .programmeOf, Organisation.reference($0))] } ?? []
        let places = ([nil] + outline.parts.map(\.id)).flatMap { part -> [Link] in
            let thing = part.map { ThingReference(.part, $0.description) } ?? programme
            return outline.areas(of: part, organisations).map { Link(thing, .involves, ThingReference(.area, $0.description)) }
        }
        let taking = outline.involvements.map { involvement in
            Link(
                involvement.part.map { ThingReference(.part, $0.description) } ?? programme,
                involvement.capacity == .organiser ? .organisedBy : .partner, Organisation.reference(involvement.organisation))
        }
        let parts = outline.parts.map { part in Link(part.reference, .partOf, part.parent.map { ThingReference(.part, $0.description) } ?? programme) }
        return owner + places + taking + parts
    }

    /// Organisations that are no more keep their page.
    private func ended(_ wanted: Set<ThingReference>) async throws -> [SearchEntry] {
        let ids = wanted.filter { $0.kind == .organisation }.compactMap { Identifier($0.key) }
        return try await organisations.find(ids).map { organisation in
            let entry = Self.entry(organisation)
            let note = { (language: Language) in
                let gone = OrganisationWords(language).gone(organisation).map { ", " + $0.prefix(1).lowercased() + $0.dropFirst() } ?? ""
                return entry.note[language] + gone
            }
            return SearchEntry(
                .organisation, entry.key, title: entry.title, note: Localized(nl: note(.nl), en: note(.en)), areas: entry.areas, path: entry.path)
        }
    }
}

extension Organisation {
    package var reference: ThingReference { Self.reference(id) }

    static func reference(_ id: Identifier) -> ThingReference { ThingReference(.organisation, id.description) }
}

extension OrganisationStore {
    /// Those of these that are or were there.
    func find(_ ids: [Identifier]) async throws -> [Organisation] {
        guard !ids.isEmpty else { return [] }
        return try await database.read { reading in
            try reading.all("SELECT \(Self.columns) FROM organisation WHERE id IN \(list: ids.map(\.description)) ORDER BY id", Self.organisation)
        }
    }
}
