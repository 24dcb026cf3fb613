import SQL
import Site
import Testing

@Suite("Names of changes to the tables")
struct MigrationNamesTests {
    @Test("no two changes to the tables have one name: the second would be taken for done")
    func unique() {
        let names = Composition.migrations.map(\.id)
        let twice: [String] = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice.isEmpty)
        #expect(names.count > 60)
    }
}
