import Areas
import Core
import Foundation
import Geo
import TestSupport
import Testing

/// The open boundaries of CBS and Kadaster: `LEEFKRING_DATA`, or `../shared/data` beside the checkout. Skipped without.
@Suite("Boundaries of the Netherlands", .enabled(if: DeliveryFiles.isPresent))
struct RealBoundariesTests {
    /// Districts and neighbourhoods take long: with `LEEFKRING_SLOW=1` only.
    static let files: [(file: String, level: AreaLevel, count: Int)] = {
        let quick: [(String, AreaLevel, Int)] = [("provincie_2024_nl", .province, 12), ("gemeente_2024_nl", .municipality, 342)]
        let slow: [(String, AreaLevel, Int)] = [("wijk_2024_nl", .district, 3393), ("buurt_2024_nl", .neighbourhood, 14_565)]
        return ProcessInfo.processInfo.environment["LEEFKRING_SLOW"] == "1" ? quick + slow : quick
    }()

    @Test("ORG-09: all municipalities of 2024 come in, each with a shape, a province, and neighbours that know one another", arguments: TestDatabase.engines)
    func country(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            for (file, level, count) in Self.files {
                let report = try await areas.importing(try DeliveryFiles.bytes("boundaries/\(file).geojson"), name: "\(file).geojson", level: level)
                #expect(report.areas == count)
                #expect(try await areas.shapes.count(year: 2024, level: level) == count)
                for kind in ContiguityKind.allCases {
                    let found = try #require(try await areas.shapes.neighbours(year: 2024, level: level, kind: kind))
                    #expect(found.codes.count == count)
                    for index in 0..<count {
                        for other in found.contiguity[index] { #expect(found.contiguity[Int(other)].contains(Int32(index))) }
                    }
                }
            }
            let map = try #require(try await areas.store.gazetteer().map(of: 2024))
            #expect(map.areas(of: .municipality).count == 342)
            #expect(map.areas(of: .municipality).allSatisfy { $0.parent?.level == .province })
            #expect(map.areas(of: .province).allSatisfy { !map.areas(of: .municipality, within: $0.code).isEmpty })
            let doetinchem = try await areas.shapes.areas(at: Point(x: 217_500, y: 442_500), year: 2024)
            #expect(doetinchem.prefix(2).map(\.description) == ["PV25", "GM0222"])
        }
    }

    @Test("ORG-09: Ameland, whose waters touch no other municipality, has no neighbour and is told")
    func islands() async throws {
        try await AreasInDatabase.with(.sqlite) { areas async throws in
            let report = try await areas.importing(
                try DeliveryFiles.bytes("boundaries/gemeente_2024_nl.geojson"), name: "gemeenten.geojson", level: .municipality)
            #expect(report.islands.map(\.description) == ["GM0060"])
        }
    }

    @Test("ORG-09: from 2020 to 2024 municipalities merged: 355 became 342, and what went and came is told")
    func merges() throws {
        let changes = AreaChanges.between(try municipalities(2020), try municipalities(2024))
        let gone = changes.filter { $0.kind == .removed }.map(\.code.description), new = changes.filter { $0.kind == .added }.map(\.code.description)
        #expect(gone.count - new.count == 355 - 342)
        // Appingedam, Delfzijl and Loppersum became Eemsdelta (2021); Brielle, Hellevoetsluis and Westvoorne became Voorne aan Zee (2023).
        #expect(Set(gone).isSuperset(of: ["GM0003", "GM0010", "GM0024", "GM0501", "GM0530", "GM0614"]))
        #expect(Set(new).isSuperset(of: ["GM1979", "GM1992"]))
        // Landerd joined Uden as Maashorst; Heerhugowaard became Dijk en Waard with Langedijk.
        #expect(Set(gone).isSuperset(of: ["GM1685", "GM0856", "GM0398", "GM0416"]))
        #expect(Set(new).isSuperset(of: ["GM1991", "GM1980"]))
    }

    private func municipalities(_ year: Int) throws -> AreaMap {
        let file = year == 2020 ? "kerncijfers/kwb_2020_84799NED.csv" : "kerncijfers/kwb_2024_85984NED_subset_gm_wk_bu.csv"
        let lines = String(decoding: try DeliveryFiles.bytes(file), as: UTF8.self).split(whereSeparator: \.isNewline)
        let head = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        let code = try #require(head.firstIndex { $0 == "WijkenEnBuurten" || $0 == "code" })
        let name = try #require(head.firstIndex { $0 == "Naam" || $0 == "naam" })
        let areas = try lines.dropFirst().compactMap { line -> Area? in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count > max(code, name), let found = AreaCode(String(cells[code])), found.level == .municipality else { return nil }
            return try .made(found.description, String(cells[name]), year: year)
        }
        #expect(areas.count == (year == 2020 ? 355 : 342))
        return try #require(Gazetteer(areas).map(of: year))
    }
}
