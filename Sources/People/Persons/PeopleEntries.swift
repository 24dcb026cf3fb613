import Core
import SQL
import Web

extension Slice {
    /// Organisations, for everyone, and people, as things that can be found: by those who administer them, by name only, and by whom they show their profile.
    ///
    /// Where someone can be reached is never searched.
    package var searchSource: SearchSource {
        let follower = JournalFollower(database, kinds: ["person", "organisation", "municipalities", "profile"])
        return SearchSource("people") {
            try await follower.version()
        } entries: {
            let terms = Dictionary(try await self.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            let shown = try await profiles.shown().map { Self.entry($0, terms) }, known = Set(shown.map(\.key))
            let others = try await persons.everyone().map(Self.entry).filter { !known.contains($0.key) }
            return try await organisationEntries(terms) + shown + others
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

    private static func entry(_ shown: ProfileStore.Entry, _ terms: [String: Term]) -> SearchEntry {
        let profile = shown.profile
        let text = [profile.work, profile.expertise, profile.region, profile.languages].filter { !$0.isEmpty }.joined(separator: "\n")
        return SearchEntry(
            .person, shown.person.description, title: Localized(shown.name), text: Localized(text), labels: shown.terms.compactMap { terms[$0]?.label },
            path: ProfileRoute.profile(shown.person).address.segments,
            audience: profile.visibility.audience.union([.role(.functionalAdministrator, at: .installation)]))
    }

    private static func entry(_ person: (id: Identifier, name: String)) -> SearchEntry {
        SearchEntry(
            .person, person.id.description, title: Localized(person.name), path: AdministrationRoute.person(person.id).address.segments,
            audience: [.role(.functionalAdministrator, at: .installation)])
    }
}
