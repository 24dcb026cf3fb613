import Core
import Testing

@testable import Areas

@Suite("Gazetteer")
struct GazetteerTests {
    /// Two municipalities in 2020 of which one became part of the other in 2024; codes with letters and leading zeros; a province that nothing lies in.
    static func areas() throws -> [Area] {
        func roots(_ year: Int) throws -> [Area] {
            [try .made("NL00", "Nederland", year: year), try .made("PV20", "Groningen", year: year), try .made("PV25", "Gelderland", year: year)]
        }
        return try roots(2020) + roots(2024) + roots(2025) + [
            .made("GM0003", "Appingedam", year: 2020, land: 2377, province: "PV20"), .made("GM0010", "Delfzijl", year: 2020, land: 13_000, province: "PV20"),
            .made("WK000300", "Appingedam", year: 2020, land: 2377), .made("BU00030000", "Appingedam-Centrum", year: 2020, land: 84),
            .made("WK00100A", "Delfzijl", year: 2020, land: 800), .made("BU00100A0B", "Delfzijl-Noord", year: 2020, land: 120),
            .made("GM1979", "Eemsdelta", land: 26_000, province: "PV20"), .made("WK197900", "Appingedam", land: 2377),
            .made("BU19790000", "Appingedam-Centrum", land: 84), .made("GM0010", "Delfzijl", land: 500, province: "PV20"),
            .made("WK00100A", "Delfzijl", land: 500),
            .made("GM1979", "Eemsdelta", year: 2025, land: 26_000, province: "PV20"),
        ]
    }

    private func code(_ text: String) throws -> AreaCode { try AreaCode.made(text) }

    @Test("ORG-09: a code is looked up in a year, or in the newest year that has it, whichever order the areas came in")
    func lookup() throws {
        for _ in 0..<5 {
            let gazetteer = Gazetteer(try Self.areas().shuffled())
            #expect(gazetteer.years == [2020, 2024, 2025])
            #expect(gazetteer.latestYear == 2024, "2025 has no neighbourhoods yet")
            #expect(gazetteer.newest(try code("GM0003"))?.year == 2020)
            #expect(gazetteer.newest(try code("GM1979"))?.year == 2025)
            #expect(gazetteer.newest(try code("GM1979"), upTo: 2024)?.year == 2024)
            #expect(gazetteer.newest(try code("GM1979"), upTo: 2023) == nil)
            #expect(gazetteer.area(try code("GM0003"), in: 2024) == nil)
            #expect(gazetteer.area(try code("GM0003"), in: 2021) == nil)
        }
    }

    @Test("ORG-09: the line of an area runs from country and province down, with letters and leading zeros in the codes")
    func lineage() throws {
        let map = try #require(Gazetteer(try Self.areas()).map(of: 2020))
        #expect(map.lineage(of: try code("BU00100A0B")).map(\.code.description) == ["NL00", "PV20", "GM0010", "WK00100A", "BU00100A0B"])
        #expect(map.lineage(of: try code("NL00")).map(\.name) == ["Nederland"])
        #expect(map.lineage(of: try code("BU11111111")).isEmpty)
    }

    @Test("ORG-09: all municipalities are listed by province and by code")
    func within() throws {
        let map = try #require(Gazetteer(try Self.areas()).map(of: 2020))
        #expect(map.areas(of: .municipality).map(\.code.description) == ["GM0003", "GM0010"])
        #expect(map.areas(of: .municipality, within: try code("PV20")).map(\.name) == ["Appingedam", "Delfzijl"])
        #expect(map.areas(of: .municipality, within: try code("PV25")).isEmpty)
        #expect(map.areas(of: .neighbourhood, within: try code("PV20")).count == 2)
        #expect(map.areas(of: .neighbourhood, within: .netherlands).count == 2)
        #expect(map.areas(of: .neighbourhood, within: try code("GM0010")).map(\.code.description) == ["BU00100A0B"])
        #expect(map.areas(of: .neighbourhood, within: try code("WK000300")).map(\.code.description) == ["BU00030000"])
        #expect(map.areas(of: .municipality, within: try code("WK000300")).isEmpty)
        #expect(map.areas(of: .neighbourhood, within: try code("BU00030000")).isEmpty)
    }

    @Test("the children of an area are those directly below it, or the next level that is known")
    func children() throws {
        let gazetteer = Gazetteer(try Self.areas() + [.made("BU19790100", "Zonder wijk", year: 2025)])
        let map = try #require(gazetteer.map(of: 2020))
        #expect(map.children(of: try code("GM0010")).map(\.code.description) == ["WK00100A"])
        #expect(map.children(of: .netherlands).count == 2)
        #expect(try #require(gazetteer.map(of: 2025)).children(of: try code("GM1979")).map(\.name) == ["Zonder wijk"])
        #expect(map.children(of: try code("BU00030000")).isEmpty)
    }

    @Test("an area without a known province ends its line at itself, and a circle of parents ends too")
    func brokenLines() throws {
        let a = try AreaCode.made("GM0001"), b = try AreaCode.made("GM0002")
        let map = try #require(
            Gazetteer([Area(year: 2024, code: a, name: "A", parent: b), Area(year: 2024, code: b, name: "B", parent: a), try .made("GM0003", "C")]).map(
                of: 2024))
        #expect(map.lineage(of: a).count <= AreaLevel.allCases.count)
        #expect(map.lineage(of: try code("GM0003")).map(\.name) == ["C"])
    }

    @Test("without areas there is no year and nothing is found")
    func empty() throws {
        let gazetteer = Gazetteer([])
        #expect(gazetteer.latestYear == nil && gazetteer.years.isEmpty && gazetteer.map(of: 2024) == nil)
        #expect(gazetteer.newest(.netherlands) == nil)
    }

    @Test("ORG-09: between two years, codes that are new, gone or stand for other land are told, each with its reason")
    func changes() throws {
        let gazetteer = Gazetteer(try Self.areas())
        let changes = AreaChanges.between(try #require(gazetteer.map(of: 2020)), try #require(gazetteer.map(of: 2024)))
        #expect(
            changes.map { "\($0.code) \($0.kind.rawValue)" } == [
                "BU00030000 vervallen", "BU00100A0B vervallen", "BU19790000 nieuw", "GM0003 vervallen", "GM0010 veranderd", "GM1979 nieuw",
                "WK000300 vervallen",
                "WK00100A veranderd", "WK197900 nieuw",
            ])
        for change in changes {
            switch change.kind {
            case .added: #expect(change.older == nil && change.newer != nil && change.reason == nil)
            case .removed: #expect(change.older != nil && change.newer == nil && change.reason == nil)
            case .broken: #expect(change.older != nil && change.newer != nil && change.reason?.nl.isEmpty == false)
            }
        }
    }

    @Test("ORG-09: a level that one of the years lacks is not reported as gone")
    func missingLevel() throws {
        let gazetteer = Gazetteer(try Self.areas())
        let changes = AreaChanges.between(try #require(gazetteer.map(of: 2024)), try #require(gazetteer.map(of: 2025)))
        #expect(changes.map { "\($0.code) \($0.kind.rawValue)" } == ["GM0010 vervallen"])
    }

    @Test("ORG-09: the twelve provinces are found by code, number and name, in Frisian and Dutch")
    func provinces() {
        #expect(Provinces.names.count == 12)
        for province in Provinces.names {
            #expect(Provinces.code(for: province.code)?.description == province.code)
            #expect(Provinces.code(for: String(province.code.dropFirst(2)))?.description == province.code)
            #expect(Provinces.code(for: province.name)?.description == province.code)
        }
        #expect(Provinces.code(for: "Friesland")?.description == "PV21")
        for text in ["", "19", "32", "PV19", "Holland", "2", "é5"] { #expect(Provinces.code(for: text) == nil) }
    }
}
