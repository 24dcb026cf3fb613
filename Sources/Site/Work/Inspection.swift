import Areas
import Core
import Credentials
import Figures
import People
import SQL

/// Looks whether what the database holds fits together: what SQL cannot check inside packed columns is checked here.
package struct Inspection: Sendable {
    package struct Report: Sendable {
        package var facts: [String] = []
        package var faults: [String] = []
    }

    private let site: Composition

    package init(_ site: Composition) {
        self.site = site
    }

    package func run() async throws -> Report {
        var report = Report()
        try await areas(&report)
        try await columns(&report)
        try await journal(&report)
        try await files(&report)
        return report
    }

    /// Every file that a row tells of is there with the bytes it should have; bytes that no row knows are a fact, for the next sweep takes them away.
    private func files(_ report: inout Report) async throws {
        let desk = site.people.attachments, known = try await site.database.read { try AttachmentStore.digests($0) }
        guard let folder = desk.folder else {
            if !known.isEmpty { report.faults.append("bestanden: \(known.count), maar er is geen map (LEEFKRING_FILES)") }
            return
        }
        for digest in known.keys.sorted() {
            let state = try await desk.lanes.disk { folder.has(digest) ? (folder.isWhole(digest) ? "" : "is veranderd") : "ontbreekt" }
            if !state.isEmpty { report.faults.append("bestanden: \(digest) \(state)") }
        }
        let orphans = try await desk.lanes.disk { folder.all().filter { known[$0] == nil }.count }
        report.facts.append("bestanden: \(known.count), \(known.values.reduce(0, +)) bytes" + (orphans > 0 ? ", \(orphans) op te ruimen" : ""))
    }

    private func journal(_ report: inout Report) async throws {
        let check = try await site.people.journal.check()
        report.facts.append("logboek: \(check.events) gebeurtenissen")
        switch check.fault {
        case nil: break
        case .digest(number: let number)?: report.faults.append("logboek: gebeurtenis \(number) of iets ervoor is veranderd")
        case .order(expected: let expected, found: let found)?: report.faults.append("logboek: gebeurtenis \(expected) ontbreekt, gevonden \(found)")
        }
    }

    private func areas(_ report: inout Report) async throws {
        let gazetteer = try await site.areas.gazetteer.current()
        for year in gazetteer.years {
            guard let map = gazetteer.map(of: year) else { continue }
            var counts: [String] = []
            for level in AreaLevel.allCases where map.has(level) {
                let shapes = try await site.areas.shapes.count(year: year, level: level)
                counts.append("\(map.areas(of: level).count) \(level.rawValue) (\(shapes) met vlak)")
                for area in map.areas(of: level) {
                    if let parent = area.parent, map.area(parent) == nil { report.faults.append("\(year) \(area.code): \(parent) bestaat niet") }
                }
            }
            report.facts.append("indeling \(year): " + counts.joined(separator: ", "))
        }
    }

    private struct Column: Sendable {
        let name: String
        let packed: PackedColumn?
        let reasons: [UInt8]?
        let count: Int
        let measure: String
    }

    private func columns(_ report: inout Report) async throws {
        for edition in try await site.figures.editions.editions() {
            let columns = try await site.database.read { reading in try Self.read(edition, reading) }
            var known = 0
            for column in columns {
                guard let packed = column.packed, packed.count == column.count, let reasons = column.reasons else {
                    report.faults.append("\(edition.source) \(edition.number), \(column.name): beschadigd")
                    continue
                }
                let values = packed.values
                known += values.count { !$0.isNaN }
                let odd = zip(values, reasons).filter { $0.0.isNaN != ($0.1 != 0) }.count
                if odd > 0 && column.measure == "value" {
                    report.faults.append("\(edition.source) \(edition.number), \(column.name): \(odd) cellen zonder waarde én zonder reden")
                }
            }
            report.facts.append("\(edition.source) \(edition.number): \(edition.rows) gebieden, \(columns.count) kolommen, \(known) cijfers")
        }
    }

    private static func read(_ edition: Edition, _ reading: Reading) throws -> [Column] {
        let count = try reading.first("SELECT codes FROM edition WHERE id = \(edition.id)") { CodeList.decode(try $0.bytes(0)).count } ?? 0
        return try reading.all("SELECT indicator, period, measure, cells, reasons FROM edition_column WHERE edition = \(edition.id)") { row in
            Column(
                name: "\(try row.string(0)) \(try row.string(1))", packed: PackedColumn(bytes: try row.bytes(3)),
                reasons: ReasonRuns.decode(try row.bytes(4), count: count), count: count, measure: try row.string(2))
        }
    }
}
