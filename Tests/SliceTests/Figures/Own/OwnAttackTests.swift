import Areas
import Core
import Foundation
import Measures
import OpenAPI
import TestSupport
import Testing
import Web

@testable import Figures

@Suite("Attack on own data")
struct OwnAttackTests {
    /// A published number: where it stood, and for how many atoms.
    private struct Published: Hashable {
        let place: String
        let category: String
        let number: Int
    }

    private static let names = ["geluid", "afval", "verkeer"]

    private static func counts(_ seed: Int) -> [(code: String, categories: [Int])] {
        var random = Chance(UInt64(seed) &+ 77)
        return OwnSite.neighbourhoods.enumerated().map { index, code in
            // The neighbourhood of the promise: ten records, seven and three.
            if index == 0 { return (code, [7, 3, 0]) }
            return (code, (0..<3).map { _ in Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : Int.random(in: 10...45, using: &random) })
        }
    }

    private static let customs = [
        "binnen": ["BU99990001", "BU99990002"], "zonder-eerste": ["BU99990002", "BU99990003", "BU99990A01", "BU99990A02"],
        "dwars": ["BU99990001", "BU99990A01"], "rest": ["BU99990003", "BU99990A02"], "bijna": ["BU99990001", "BU99990002", "BU99990003", "BU99990A01"],
    ]

    /// Neighbourhoods of a place, by its code or by the key of a custom area.
    private static func members(_ place: String) -> [Int] {
        OwnSite.neighbourhoods.indices.filter { index in
            let code = OwnSite.neighbourhoods[index]
            if let custom = customs[place] { return custom.contains(code) }
            return code == place || place == "GM9999" || (place.hasPrefix("WK") && code.dropFirst(2).prefix(6) == place.dropFirst(2))
        }
    }

    private static func bits(_ item: Published) -> UInt64 {
        let columns = names.firstIndex(of: item.category).map { [$0] } ?? [0, 1, 2]
        return members(item.place).reduce(0) { bits, leaf in columns.reduce(bits) { $0 | 1 << UInt64(leaf * 3 + $1) } }
    }

    /// Numbers in the cells of the tables of a page of own data.
    private static func read(html: String, place fixed: String?) -> Set<Published> {
        var found: Set<Published> = []
        for table in html.components(separatedBy: "<table class=\"stapel eigen\">").dropFirst() {
            let body = table.components(separatedBy: "</table>")[0]
            for row in body.components(separatedBy: "<tr>").dropFirst(2) {
                let code = row.components(separatedBy: "/gebieden/").dropFirst().first.map { String($0.prefix { $0 != "\"" && $0 != "?" }) }
                for cell in row.components(separatedBy: "<td").dropFirst() {
                    let column = cell.components(separatedBy: "data-kop=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
                    let content = cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
                    guard let number = Int(content.replacing(".", with: "")), let place = fixed ?? code else { continue }
                    found.insert(Published(place: place, category: column == "Totaal" ? "" : column, number: number))
                }
            }
        }
        return found
    }

    private static func read(csv: String, place: String, category: String, number: String) -> Set<Published> {
        let lines = csv.components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: ",") }
        guard let head = lines.first, let first = head.firstIndex(of: place), let second = head.firstIndex(of: category),
            let third = head.firstIndex(of: number)
        else { return [] }
        return Set(
            lines.dropFirst().compactMap { line in
                Int(line[third]).map { Published(place: line[first], category: line[second] == "totaal" ? "" : line[second], number: $0) }
            })
    }

    private static func read(cells: [[String: any Sendable]], place fixed: String?) -> Set<Published> {
        Set(
            cells.compactMap { cell in
                guard let number = cell["aantal"] as? Int, let place = fixed ?? cell["gebied"] as? String else { return nil }
                return Published(place: place, category: cell["categorie"] as? String ?? "", number: number)
            })
    }

    private static func pages(_ site: OwnSite, key: String) async throws -> Set<Published> {
        var found: Set<Published> = []
        for level in ["buurt", "wijk", "gemeente"] {
            let page = try await site.client.get("/eigen-cijfers/\(key)?niveau=\(level)")
            #expect(page.status == 200)
            found.formUnion(read(html: page.text, place: nil))
        }
        for custom in customs.keys {
            let page = try await site.client.get("/eigen-gebieden/\(custom)")
            if page.status == 200 { found.formUnion(read(html: page.text, place: custom)) }
        }
        return found
    }

    private static func files(_ site: OwnSite, key: String) async throws -> (csv: Set<Published>, json: Set<Published>) {
        var csv = read(csv: try await site.client.get("/eigen-cijfers/\(key)/cijfers.csv").text, place: "code", category: "categorie", number: "aantal")
        let document = try #require(try await site.client.get("/eigen-cijfers/\(key)/cijfers.json").json)
        var json = read(cells: document["cellen"] as? [[String: any Sendable]] ?? [], place: nil)
        for custom in customs.keys {
            let file = try await site.client.get("/eigen-gebieden/\(custom)/cijfers.csv")
            guard file.status == 200 else { continue }
            let own = file.text.components(separatedBy: "\r\n").enumerated().filter { $0.offset == 0 || $0.element.contains(",eigen,") }.map(\.element)
            csv.formUnion(read(csv: own.joined(separator: "\r\n"), place: "eigen_gebied", category: "categorie", number: "waarde"))
            let area = try #require(try await site.client.get("/eigen-gebieden/\(custom)/cijfers.json").json)
            for table in area["eigenCijfers"] as? [[String: any Sendable]] ?? [] {
                json.formUnion(read(cells: table["cellen"] as? [[String: any Sendable]] ?? [], place: custom))
            }
        }
        return (csv, json)
    }

    @Test("WYK-34: own data: 10 own records are never told apart, on a page, in CSV, in JSON or by subtracting areas", arguments: 0..<6)
    func attack(seed: Int) async throws {
        try await OwnSite.with { site in
            let counts = Self.counts(seed)
            // Areas that came before the table, and areas that came after it.
            for key in ["binnen", "zonder-eerste"] { try await site.add(key, Self.customs[key] ?? []) }
            try await site.take(OwnSite.records(counts))
            for key in ["dwars", "rest", "bijna"] { _ = try? await site.add(key, Self.customs[key] ?? []) }
            let html = try await Self.pages(site, key: "proef")
            let (csv, json) = try await Self.files(site, key: "proef")
            #expect(html == csv && csv == json && !html.isEmpty)
            let attacker = Attacker(atoms: counts.flatMap(\.categories), threshold: 10)
            let finds = attacker.attack(Set(html.map(Self.bits)))
            #expect(finds.isEmpty, "\(finds)")
            for item in html {
                let count = attacker.count(Self.bits(item))
                #expect(item.number % 5 == 0 && abs(item.number - count) < 5 && (count == 0 || item.number >= 10), "\(item) \(count)")
            }
            // The same attacker on the same table without the control.
            var all: Set<Published> = []
            for place in OwnSite.neighbourhoods + ["WK999900", "WK99990A", "GM9999"] + Self.customs.keys {
                for category in Self.names + [""] { all.insert(Published(place: place, category: category, number: 0)) }
            }
            #expect(!attacker.attack(Set(all.map(Self.bits))).isEmpty)
        }
    }

    @Test("WYK-34: own data: a correction of the table does not tell who was added, on a page, in CSV or in JSON")
    func correction() async throws {
        try await OwnSite.with { site in
            let before = [
                ("BU99990001", [30, 20, 0]), ("BU99990002", [25, 40, 12]), ("BU99990003", [14, 11, 0]), ("BU99990A01", [40, 12, 18]),
                ("BU99990A02", [22, 22, 22]),
            ]
            let now = [
                ("BU99990001", [30, 23, 0]), ("BU99990002", [25, 40, 12]), ("BU99990003", [14, 11, 0]), ("BU99990A01", [80, 12, 18]),
                ("BU99990A02", [22, 22, 22]),
            ]
            try await site.take(OwnSite.records(before.map { (code: $0.0, categories: $0.1) }))
            let first = try await Self.files(site, key: "proef").csv
            let report = try await site.take(OwnSite.records(now.map { (code: $0.0, categories: $0.1) }))
            #expect(report.number == 2 && report.kept > 0)
            // A page may be a second behind.
            try await Task.sleep(for: .milliseconds(1_100))
            let table = try #require(try await site.slice.own.table("proef"))
            func cell(_ code: String, _ column: Int) throws -> OwnCell { table.cell(.area(try #require(AreaCode(code))), column) }
            // Three more in one neighbourhood: its number stays the one of the first delivery. Forty more elsewhere may be seen.
            let changed = try #require(table.revision.categories.firstIndex(of: "afval"))
            #expect(try cell("BU99990001", changed).number == 1)
            let large = try #require(table.revision.categories.firstIndex(of: "geluid"))
            #expect(try cell("BU99990A01", large) == OwnCell(shown: 80, number: 2))
            let page = try await site.client.get("/eigen-cijfers/proef")
            #expect(page.text.contains("levering 1"))
            // What is shown as new is attacked as what came and what went.
            let newer = Set(
                try await Self.files(site, key: "proef").csv.filter { item in
                    let column = table.revision.categories.firstIndex(of: item.category) ?? OwnTable.total
                    return table.cell(.area(AreaCode(item.place) ?? .netherlands), column).number == 2
                }.map(Self.bits))
            let rise = zip(before, now).flatMap { zip($0.1, $1.1).map { max(0, $1 - $0) } }
            #expect(Attacker(atoms: rise, threshold: 10).attack(newer).isEmpty && !newer.isEmpty && !first.isEmpty)
        }
    }
}
