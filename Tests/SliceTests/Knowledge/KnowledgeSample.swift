import Areas
import Core
import Credentials
import Figures
import Knowledge
import People
import SQL
import Synchronization
import TestSupport
import Web

/// The slice on a fresh database with the areas of the small town, people, and things that a test puts there and takes away.
struct KnowledgeSample: Sendable {
    /// What a slice of its own would give.
    final class Shelf: Sendable {
        private let state = Mutex<(version: Int64, entries: [SearchEntry], reads: Int)>((0, [], 0))

        func put(_ entries: SearchEntry...) {
            state.withLock { state in
                state.entries.removeAll { known in entries.contains { $0.id == known.id } }
                state.entries += entries
                state.version += 1
            }
        }

        func take(_ id: String) {
            state.withLock { state in
                state.entries.removeAll { $0.id == id }
                state.version += 1
            }
        }

        /// How often everything was read.
        var reads: Int { state.withLock { $0.reads } }

        var source: SearchSource {
            SearchSource("shelf") { [self] in
                state.withLock { $0.version }
            } entries: { [self] in
                state.withLock { state in
                    state.reads += 1
                    return state.entries
                }
            }
        }
    }

    let slice: Knowledge.Slice
    let people: People.Slice
    let shelf: Shelf
    let client: Client

    /// - Parameter all: with programmes, terms and the links that follow from them
    static func with(_ engine: TestDatabase.Engine = .sqlite, town: Bool = true, all: Bool = false, _ body: (KnowledgeSample) async throws -> Void) async throws
    {
        let migrations = Areas.Slice.migrations + Figures.Slice.migrations + People.Slice.migrations + Knowledge.Slice.migrations
        try await TestDatabase.withDatabase(engine, migrations: migrations) { database in
            if town { try await SmallTown.load(into: database) }
            let areas = Areas.Slice(database: database), shelf = Shelf()
            let people = People.Slice(
                database: database, installation: Installation(key: .random(), name: "Leefkring", origin: nil), now: { 1_790_000_000_000 })
            let slice = Knowledge.Slice(
                areas: areas, people: people,
                sources: [areas.searchSource, people.searchSource, shelf.source] + (all ? [people.programmeSource, people.termSource] : []),
                links: all ? [areas.linkSource, people.linkSource] : [], words: { CompoundWords.small })
            var routes = RouteTable()
            try routes.register(slice.routes)
            var configuration = WebConfiguration()
            configuration.rateLimit = nil
            let stack = try WebStack.install(on: routes, configuration: configuration, frame: SiteFrame(name: "Leefkring"), visits: people.visits)
            try await body(KnowledgeSample(slice: slice, people: people, shelf: shelf, client: Client(stack)))
        }
    }

    static func figure(_ key: String, _ nl: String, _ en: String, text: String = "", theme: String? = nil, for audience: Set<SearchAudience> = [.everyone])
        -> SearchEntry
    {
        SearchEntry(
            .figure, key, title: Localized(nl: nl, en: en), text: Localized(text), labels: theme.map { [.init("thema:" + $0, Localized($0))] } ?? [],
            path: ["cijfers", key], audience: audience)
    }
}
