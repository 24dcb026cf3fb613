import Areas
import Core
import SQL

/// Figures: what is counted about areas. The table of contents of the slice.
package struct Slice: Sendable {
    package let database: Database
    package let areas: Areas.Slice
    package let editions: EditionStore
    /// The figures in force, in memory.
    package let book: Snapshot<FigureBook>
    /// Own tables and custom areas.
    package let own: OwnStore
    /// What of own tables may be shown, in memory.
    package let ownShelf: Snapshot<OwnShelf>
    /// The year now, for the age of figures.
    package let currentYear: @Sendable () -> Int
    /// Drawn outlines of maps, in memory.
    package let maps: Snapshot<MapShelf>

    package static let migrations = FiguresMigrations.all

    package init(database: Database, areas: Areas.Slice, currentYear: @escaping @Sendable () -> Int) {
        let editions = EditionStore(database)
        self.database = database
        self.areas = areas
        self.editions = editions
        self.book = Snapshot {
            try await editions.version()
        } load: {
            try await editions.book()
        }
        let own = OwnStore(database)
        self.own = own
        self.ownShelf = Snapshot {
            try await own.version()
        } load: {
            try await own.shelf()
        }
        self.currentYear = currentYear
        self.maps = Snapshot {
            try await areas.store.version()
        } load: {
            MapShelf()
        }
    }

    /// The profile of an area; nil when the code is not known.
    ///
    /// - Parameters:
    ///   - year: boundary year; nil for the newest in which the code exists
    ///   - edition: an older delivery to read instead of the one in force
    package func profile(of code: AreaCode, year: Int? = nil, edition: (source: String, number: Int)? = nil, all: Bool = false) async throws -> Profile? {
        let gazetteer = try await areas.gazetteer.current()
        let book: FigureBook? =
            if let edition { try await editions.book(source: edition.source, number: edition.number) } else { try await self.book.current() }
        guard let book else { return nil }
        return ProfileBuilder(code: code, year: year, book: book, gazetteer: gazetteer, currentYear: currentYear())?.profile(all: all)
    }
}
