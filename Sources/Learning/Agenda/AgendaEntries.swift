import Core
import People
import Web

extension AgendaPart {
    package var searchSources: [SearchSource] {
        let follower = follower
        return [
            SearchSource("agenda") {
                try await follower.version()
            } entries: {
                let terms = Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
                let outlines = try await people.programmes.outlines()
                let names = outlines.map { ($0.programme.id, $0.programme.name) } + outlines.flatMap(\.parts).map { ($0.id, $0.name) }
                let places = Dictionary(names, uniquingKeysWith: { first, _ in first })
                return try await store.publicItems().map { Self.entry($0, of: places[$0.agenda] ?? "", terms) }
            }
        ]
    }

    private var follower: JournalFollower { JournalFollower(people.database, kinds: ["agenda-item", "programme", "term"]) }

    private static func entry(_ item: AgendaItem, of place: String, _ terms: [String: Term]) -> SearchEntry {
        let facts = item.facts
        let text = [facts.words, facts.subjects, facts.questions, facts.whyTough, facts.reinforces, facts.perspective].filter { !$0.isEmpty }
        return SearchEntry(
            .agendaItem, item.id.description, title: Localized(facts.title), note: Localized(place), text: Localized(text.joined(separator: "\n")),
            labels: Self.keys(facts).compactMap { terms[$0]?.label }, path: AgendaRoute.item(item.agenda, item.id).address.segments)
    }

    private static func keys(_ facts: AgendaItem.Facts) -> [String] { [facts.theme].compactMap(\.self) + facts.domains }

    /// Whose agenda an item stands on, which issues it comes from, and what it is about.
    package var linkSources: [LinkSource] {
        let follower = follower
        return [
            LinkSource("agenda") {
                try await follower.version()
            } links: {
                let programmes = Set(try await people.programmes.outlines().map(\.programme.id))
                return try await store.publicItems().flatMap { item in
                    let own = ThingReference(.agendaItem, item.id.description)
                    let place = ThingReference(programmes.contains(item.agenda) ? .programme : .part, item.agenda.description)
                    return [Link(own, .partOf, place)] + item.issues.map { Link(own, .comesFrom, ThingReference(.issue, $0.description)) }
                        + Self.keys(item.facts).map { Link(own, .about, ThingReference(.term, $0)) }
                }
            }
        ]
    }
}
