import Areas
import Core
import SQL
import TestSupport
import Testing

@testable import Figures

@Suite struct EditionStoreTests {
    @Test("a delivery becomes edition 1 with all it says of its source", arguments: TestDatabase.engines)
    func first(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            let report = try await TownDelivery.store(in: database, at: 1_793_491_200_000)
            #expect(report.edition == 1)
            #expect(!report.isUnchanged)
            #expect((report.rows, report.columns, report.cells, report.missing) == (5, 3, 15, 2))
            let store = EditionStore(database)
            let edition = try #require(try await store.editions().first)
            #expect((edition.source, edition.number, edition.rows, edition.boundaryYear) == ("kern", 1, 5, 2024))
            #expect((edition.publisher, edition.table, edition.licence, edition.attribution) == ("Gemeente Lindenmeer", "9999LIN", "CC0", "Lindenmeer"))
            #expect((edition.retrievedAt, edition.importedAt) == (1_760_000_000_000, 1_793_491_200_000))
            #expect(try await store.version() == edition.id)
            let book = try await store.book()
            #expect(book.editions == [edition])
            #expect(book.cell("inwoners", "BU99990003").value == 625)
            #expect(book.cell("woningwaarde", "GM9999").value == 284)
        }
    }

    @Test("missing stays missing with its reason, never zero; an area that is not in the delivery has no cell", arguments: TestDatabase.engines)
    func missing(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            let book = try await EditionStore(database).book()
            #expect(book.cell("woningwaarde", "BU99990002") == (nil, .secret))
            #expect(book.cell("woningwaarde", "BU99990003") == (nil, .zeroOrSecret))
            #expect(book.cell("woningwaarde", "BU99990001") == (249, nil))
            #expect(book.cell("woningwaarde", "BU99990009") == (nil, nil))
        }
    }

    @Test("the same bytes change nothing; other bytes become edition 2, and edition 1 stays readable", arguments: TestDatabase.engines)
    func revised(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            let store = EditionStore(database)
            try await TownDelivery.store(in: database)
            let rows = try await database.figureRows()
            let again = try await TownDelivery.store(in: database, at: 2)
            #expect(again.isUnchanged)
            #expect(try await database.figureRows() == rows)
            let second = try await TownDelivery.store(TownDelivery.csv.replacing("625", with: "."), in: database, at: 3)
            #expect(second.edition == 2)
            #expect(try await store.editions().map(\.number) == [2, 1])
            #expect(try await store.book().cell("inwoners", "BU99990003") == (nil, .secret))
            #expect(try await store.book(source: "kern", number: 1)?.cell("inwoners", "BU99990003").value == 625)
            #expect(try await store.book(source: "kern", number: 2)?.cell("inwoners", "BU99990003").value == nil)
            #expect(try await store.book(source: "kern", number: 3) == nil)
            #expect(try await store.book(source: "other", number: 1) == nil)
            // Back to the first bytes: that is news again.
            #expect(try await TownDelivery.store(in: database, at: 4).edition == 3)
        }
    }

    @Test("what was noticed is kept with its place, in order; a NUL in it does no harm", arguments: TestDatabase.engines)
    func notes(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            let lines = TownDelivery.csv.split(separator: "\n").enumerated().map { index, line in index == 0 ? "\(line),vr\u{0}eemd" : "\(line),1" }
            let text = lines.joined(separator: "\n")
            let report = try await TownDelivery.store(text, in: database)
            #expect(!report.notes.isEmpty)
            let store = EditionStore(database)
            let edition = try #require(try await store.editions().first)
            let kept = try await store.notes(edition: edition.id)
            #expect(kept.map(\.reason) == report.notes.map(\.reason))
            #expect(kept.map(\.severity) == report.notes.map(\.severity))
            #expect(kept.contains { $0.column == "vr\u{2400}eemd" })
            #expect(kept.allSatisfy { $0.source == "kern" })
        }
    }

    @Test("a list of codes comes back; lines that are no code are left out")
    func codes() {
        let codes = ["BU00140000", "BU0363TL01", "GM0014", "WK001400"].compactMap { AreaCode($0) }
        #expect(CodeList.decode(CodeList.encode(codes)) == codes)
        #expect(CodeList.decode([]).isEmpty)
        #expect(CodeList.decode(Array("GM0014\n\u{FFFD}\n\nXX\nGM0015".utf8)).map(\.description) == ["GM0014", "GM0015"])
    }

    @Test("columns that are damaged in the database are left out, and the rest is read", arguments: TestDatabase.engines)
    func damaged(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            try await database.write { transaction in
                try transaction.execute("UPDATE edition_column SET cells = \([UInt8]([9, 9])) WHERE indicator = 'inwoners'")
                try transaction.execute("UPDATE edition_column SET cells = \(PackedColumn([1, 2]).bytes) WHERE indicator = 'huishoudens'")
                try transaction.execute("UPDATE edition_column SET reasons = \([UInt8]([0xFF, 0xFF])) WHERE indicator = 'woningwaarde'")
            }
            let book = try await EditionStore(database).book()
            #expect(book.indicators.map(\.key) == ["woningwaarde"])
            #expect(book.cell("woningwaarde", "BU99990001").value == 249)
            #expect(book.cell("woningwaarde", "BU99990002") == (nil, .notDelivered))
        }
    }
}
