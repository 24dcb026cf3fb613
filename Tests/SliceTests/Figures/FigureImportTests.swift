import Areas
import Core
import SQL
import TestSupport
import Testing

@testable import Figures

@Suite struct FigureImportTests {
    @Test("one broken row refuses the whole file, names row, column, value and reason, and nothing changes", arguments: TestDatabase.engines)
    func broken(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            let rows = try await database.figureRows()
            let refused = await #expect(throws: ImportRefused.self) {
                try await TownDelivery.store(TownDelivery.csv.replacing("2985,1325", with: "2x85,1325"), in: database)
            }
            let errors = (refused?.diagnostics ?? []).filter { $0.severity == .error }
            #expect(errors.map(\.row) == [5])
            #expect(errors.map(\.column) == ["inwoners"])
            #expect(errors.map(\.value) == ["2x85"])
            #expect(errors.allSatisfy { !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty })
            #expect(try await database.figureRows() == rows)
            #expect(try await EditionStore(database).book().cell("inwoners", "BU99990002").value == 2_985)
        }
    }

    @Test("any changed file is taken whole or changes nothing and says why", arguments: TestDatabase.engines)
    func changed(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            var chance = Chance(20_26), refusals = 0
            for round in 0..<Fuzz.mutations {
                let rows = try await database.figureRows()
                // Cut at a character: bytes that are no text are for the readers' own tests.
                let text = String(decoding: chance.mutated(Array(TownDelivery.csv.utf8)), as: UTF8.self)
                do {
                    let report = try await TownDelivery.store(text, in: database, at: Int64(round + 2))
                    #expect(try await database.figureRows()[0] == rows[0] + (report.edition == nil ? 0 : 1))
                } catch let refused as ImportRefused {
                    refusals += 1
                    #expect(refused.diagnostics.contains { $0.severity == .error && !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty })
                    #expect(try await database.figureRows() == rows)
                }
            }
            #expect(refusals > Fuzz.mutations / 3)
        }
    }

    @Test("values that the catalogue holds for impossible, codes that are none, and areas that stand twice refuse the file")
    func impossible() throws {
        for (old, new, column) in [("2985,1325", "-5,1325", "inwoners"), ("BU99990002", "BU9999000", "code"), ("BU99990002", "BU99990001", nil)] {
            let refused = #expect(throws: ImportRefused.self) { try TownDelivery.table(TownDelivery.csv.replacing(old, with: new)) }
            #expect(
                refused?.diagnostics.contains { $0.severity == .error && $0.row == 5 && $0.column == column } == true,
                "\(new): \(refused?.diagnostics.map { $0.line(in: .en) } ?? [])")
        }
    }

    @Test("two nodes that import the same file at once make one edition, and neither fails", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let one = try await Database.open(address), two = try await Database.open(address)
            try await one.migrate(AreasMigrations.all + FiguresMigrations.all)
            let reports = try await withThrowingTaskGroup(of: FigureImport.Report.self) { group in
                for node in [one, two, one, two, one, two] { group.addTask { try await TownDelivery.store(in: node) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.compactMap(\.edition) == [1])
            #expect(try await EditionStore(one).editions().map(\.number) == [1])
            await one.close()
            await two.close()
        }
    }

    @Test("different files that come in at once all become editions", arguments: TestDatabase.engines)
    func manySources(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask { try await TownDelivery.store(mapping: TownDelivery.mapping("bron-\(number)"), in: database) }
                }
                try await group.waitForAll()
            }
            #expect(try await EditionStore(database).editions().map(\.source) == (0..<4).map { "bron-\($0)" })
            #expect(Set(try await EditionStore(database).editions().map(\.id)).count == 4)
        }
    }

    @Test("a bundle that brought a part of the country does not keep the whole file out", arguments: TestDatabase.engines)
    func part(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            try await database.write { _ = try $0.execute("UPDATE edition SET part = 'PV25'") }
            let digest = FigureImport.digest(of: Array(TownDelivery.csv.utf8), mapping: [])
            #expect(try await !FigureImport(database).isKnown(source: "kern", digest: digest))
            #expect(try await TownDelivery.store(in: database).edition == 2)
            #expect(try await FigureImport(database).isKnown(source: "kern", digest: digest))
        }
    }

    @Test("a register table names the areas of its year; other tables leave them alone", arguments: TestDatabase.engines)
    func areas(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(mapping: TownDelivery.mapping("los", isRegister: false), in: database)
            #expect(try await AreaStore(database).gazetteer().years.isEmpty)
            try await TownDelivery.store(in: database)
            let gazetteer = try await AreaStore(database).gazetteer()
            let code = try #require(AreaCode("BU99990003"))
            #expect(gazetteer.area(code, in: 2024)?.name == "Haveneiland")
            #expect(gazetteer.area(code, in: 2024)?.parent?.description == "WK999900")
            #expect(try await AreaStore(database).imports().map(\.source) == ["kern"])
        }
    }

    @Test("a delivery without names leaves areas the names they have", arguments: TestDatabase.engines)
    func names(engine: TestDatabase.Engine) async throws {
        try await TownDelivery.with(engine) { database in
            try await TownDelivery.store(in: database)
            let nameless = TownDelivery.csv.replacing("code,naam", with: "code,x") + "BU99990004,Nieuw,5,5,300\n"
            try await TownDelivery.store(nameless, in: database)
            let gazetteer = try await AreaStore(database).gazetteer()
            #expect(gazetteer.area(try #require(AreaCode("BU99990001")), in: 2024)?.name == "Oude Haven")
            #expect(gazetteer.area(try #require(AreaCode("BU99990004")), in: 2024)?.name == "BU99990004")
        }
    }

    @Test("rows are stored by code, whatever their order; the digest tells a change of file or mapping")
    func packed() throws {
        let lines = TownDelivery.csv.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        let straight = try PackedDelivery(TownDelivery.table()), reversed = try PackedDelivery(TownDelivery.table(turned))
        #expect(straight.codes == straight.codes.sorted())
        #expect(straight.codes == reversed.codes)
        #expect(straight.columns.map(\.cells) == reversed.columns.map(\.cells))
        #expect(straight.columns.map(\.reasons) == reversed.columns.map(\.reasons))
        #expect(try TownDelivery.table().fingerprint == TownDelivery.table(turned).fingerprint)
        #expect(try TownDelivery.table().fingerprint != TownDelivery.table(TownDelivery.csv.replacing(",.\n", with: ",\n")).fingerprint)
        #expect(FigureImport.digest(of: [1], mapping: [2]) != FigureImport.digest(of: [1], mapping: [3]))
        #expect(FigureImport.digest(of: [1], mapping: [2]) != FigureImport.digest(of: [2], mapping: [1]))
    }
}
