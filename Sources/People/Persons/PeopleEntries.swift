import Core
import SQL
import Web

extension Slice {
    /// Organisations, for everyone, and people, for those who administer them, as things that can be found.
    ///
    /// Of a person the name and nothing else: where someone can be reached is never searched.
    package var searchSource: SearchSource {
        let follower = JournalFollower(database, kinds: ["person", "organisation", "municipalities"])
        return SearchSource("people") {
            try await follower.version()
        } entries: {
            let organisations = try await organisations.list()
            return organisations.map(Self.entry) + (try await persons.named().map(Self.entry))
        }
    }

    static func entry(_ organisation: Organisation) -> SearchEntry {
        // There are so many municipalities that the word would say nothing.
        let text = organisation.kind.governs == nil ? organisation.kind.name : Localized("")
        return SearchEntry(
            .organisation, organisation.id.description, title: Localized(organisation.name), note: organisation.kind.name, text: text,
            areas: organisation.area.map { code in [code] + (code.municipality.map { [$0] } ?? []).filter { $0 != code } } ?? [],
            path: OrganisationRoute.organisation(organisation.id).address.segments)
    }

    private static func entry(_ person: (id: Identifier, name: String)) -> SearchEntry {
        SearchEntry(
            .person, person.id.description, title: Localized(person.name), path: AdministrationRoute.person(person.id).address.segments,
            audience: [.role(.functionalAdministrator, at: .installation)])
    }
}

extension PersonStore {
    /// Everyone whose account is open.
    func named() async throws -> [(id: Identifier, name: String)] {
        try await database.read { reading in
            try reading.all("SELECT id, name FROM person WHERE closed_at IS NULL ORDER BY id") { (Identifier(try $0.string(0)), try $0.string(1)) }
                .compactMap { id, name in id.map { ($0, name) } }
        }
    }
}
