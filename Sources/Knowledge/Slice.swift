import Areas
import Core
import Dutch
import People
import SQL
import Web

/// Knowledge: finding what everybody gives, and how it hangs together. The table of contents of the slice.
package struct Slice: Sendable {
    package let desk: SearchDesk
    /// Links that people lay.
    package let links: LinkStore
    /// Words that mean the same.
    package let synonyms: SynonymStore
    let areas: Areas.Slice
    let people: People.Slice

    package static let migrations = LinkMigrations.all + SynonymStore.migrations

    /// - Parameters:
    ///   - sources: what can be found, of every slice
    ///   - links: how things hang together, of every slice
    ///   - words: reads the words that compounds consist of
    package init(
        areas: Areas.Slice, people: People.Slice, sources: [SearchSource], links: [LinkSource] = [], words: @escaping @Sendable () -> WordList?
    ) {
        let store = LinkStore(people.database, journal: people.journal)
        let follower = JournalFollower(people.database, kinds: ["link"])
        let laid = LinkSource("laid by people") { try await follower.version() }
        self.areas = areas
        self.people = people
        self.links = store
        let synonyms = SynonymStore(people.database, journal: people.journal)
        let changes = JournalFollower(people.database, kinds: ["synonym"])
        self.synonyms = synonyms
        self.desk = SearchDesk(
            sources: sources, links: links + [laid], byHand: { try await store.all() },
            synonyms: SynonymSource {
                try await changes.version()
            } groups: {
                try await synonyms.all()
            }, words: words)
    }

    package var routes: [Route] { KnowledgeRoutes(slice: self).table + LinkRoutes(slice: self).table + SynonymRoutes(slice: self).table }

    /// For every page: what hangs together with a thing, as everyone may see it.
    package var linkedThings: LinkedThingsSource { { thing, language in try await desk.links().panel(of: thing, in: language) } }

    /// What this slice puts on the page of an area; nothing where nothing is linked to it.
    package var areaPart: AreaPageSource {
        { request in
            let linked = try await linkedThings(ThingReference(.area, request.area.code.description), request.language)
            guard !linked.lines.isEmpty else { return AreaPagePart() }
            let title = LinkedThingsSection.title[request.language]
            let list = LinkedThingsList(linked, language: request.language)
            return AreaPagePart(panels: [.init(anchor: LinkedThingsSection.anchor, title: title, content: list)])
        }
    }
}
