import Core
import SQL

/// Areas: what there is, where it lies, how to find it. The table of contents of the slice.
package struct Slice: Sendable {
    package let store: AreaStore
    package let shapes: ShapeStore
    /// All areas of every boundary year, in memory.
    package let gazetteer: Snapshot<Gazetteer>
    /// Search over the newest boundary year.
    package let search: Snapshot<AreaSearch?>

    package static let migrations = AreasMigrations.all

    package init(database: Database) {
        let store = AreaStore(database)
        let gazetteer = Snapshot {
            try await store.version()
        } load: {
            try await store.gazetteer()
        }
        self.store = store
        self.shapes = ShapeStore(database)
        self.gazetteer = gazetteer
        self.search = Snapshot {
            try await store.version()
        } load: {
            let gazetteer = try await gazetteer.current()
            return gazetteer.latestYear.flatMap(gazetteer.map).map(AreaSearch.init)
        }
    }
}
