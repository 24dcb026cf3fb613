import Areas
import Core
import SQL
import TestSupport
import Testing

@Suite("Store of areas")
struct AreaStoreTests {
    @Test("ORG-09: a register gives names, parents, postcodes and land; country and twelve provinces come with every year", arguments: TestDatabase.engines)
    func register(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.register([
                .made("GM0003", "Appingedam", land: 2377, province: "PV20"), .made("BU00030000", "'t Centrum – \"Oost\"", land: 84, postcode: "9901"),
            ])
            let map = try #require(try await areas.store.gazetteer().map(of: 2024))
            #expect(map.areas(of: .province).map(\.name).sorted() == Provinces.names.map(\.name).sorted())
            let code = try AreaCode.made("BU00030000")
            let area = try #require(map.area(code))
            #expect((area.name, area.postcode, area.landHectares) == ("'t Centrum – \"Oost\"", "9901", 84))
            #expect(area.parent?.description == "WK000300")
            #expect(map.area(try AreaCode.made("GM0003"))?.parent?.description == "PV20")
        }
    }

    @Test("a later register takes the new name and keeps what it does not give", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.register([.made("GM0003", "Apingedam", land: 2377, province: "PV20", postcode: "9901")])
            let before = try await areas.store.version()
            try await areas.register([.made("GM0003", "Appingedam")])
            #expect(try await areas.store.version() > before)
            let area = try #require(try await areas.store.gazetteer().newest(try AreaCode.made("GM0003")))
            #expect((area.name, area.postcode, area.landHectares, area.parent?.description) == ("Appingedam", "9901", 2377, "PV20"))
        }
    }

    @Test("what only a boundary file knows is added, and a name that is known stays", arguments: TestDatabase.engines)
    func adding(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.register([.made("GM0003", "Appingedam")])
            let added = [try Area.made("GM0003", "APPINGEDAM", province: "PV20"), try .made("GM0010", "Delfzijl", province: "PV20")]
            try await areas.database.write { try AreaStore.add(added, in: $0) }
            let map = try #require(try await areas.store.gazetteer().map(of: 2024))
            #expect(map.areas(of: .municipality).map(\.name) == ["Appingedam", "Delfzijl"])
            #expect(map.areas(of: .municipality).map { $0.parent?.description } == ["PV20", "PV20"])
        }
    }

    @Test("the log tells what was imported, newest first, with licence and attribution", arguments: TestDatabase.engines)
    func log(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            #expect(try await areas.store.version() == 0)
            try await areas.importing(try MadeUpBoundaries.town.geoJSON(), year: 2020, at: 7)
            try await areas.importing(try MadeUpBoundaries.town.geoJSON(), name: "nieuw.geojson", year: 2024, at: 9)
            let imports = try await areas.store.imports()
            #expect(imports.map(\.year) == [2024, 2020])
            #expect(imports.map(\.importedAt) == [9, 7])
            #expect(imports.map(\.source) == ["nieuw.geojson", "buurten.geojson"])
            #expect(imports.map(\.areas) == [4, 4])
            #expect(imports.map(\.licence) == ["CC0", "CC0"] && imports.map(\.attribution) == ["Verzonnen", "Verzonnen"])
            #expect(imports.map(\.level) == [.neighbourhood, .neighbourhood])
        }
    }

    @Test("ORG-09: the slice shows an import to who asks, and search follows the newest year", arguments: TestDatabase.engines)
    func slice(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            let slice = Areas.Slice(database: areas.database)
            #expect(try await slice.search.current() == nil)
            try await areas.importing(try MadeUpBoundaries.town.geoJSON(), year: 2024)
            try await Task.sleep(for: .milliseconds(1100))
            #expect(try await slice.search.current()?.find("haven").map(\.area.code.description) == ["BU99990001"])
            #expect(try await slice.gazetteer.current().latestYear == 2024)
        }
    }
}
