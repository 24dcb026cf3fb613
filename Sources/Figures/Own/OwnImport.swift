import Areas
import Core
import Foundation
import Geo
import Measures
import SQL
import Transfer

/// Takes in own tables and custom areas: all of a file or nothing, and nothing that may not be shown is ever given out.
///
/// It runs as a command and not as a job that pages show: faults quote what stood in the file, and that may be about people.
package struct OwnImport: Sendable {
    let store: OwnStore
    let areas: Areas.Slice

    package init(store: OwnStore, areas: Areas.Slice) {
        self.store = store
        self.areas = areas
    }

    package struct Report: Sendable {
        package let key: String
        /// Nil when the newest revision came from the same bytes and the same words of the command.
        package let number: Int?
        package let rows: Int
        package let areas: Int
        /// Cells that are shown with a number of this revision, with one of an earlier revision, and not at all.
        package let shown: Int
        package let kept: Int
        package let hidden: Int
        package let notes: [Diagnostic]
    }

    /// Imports a file as a new revision of its key.
    ///
    /// - Parameters:
    ///   - postcodes: a table with the columns postcode and buurt, for tables by postcode
    ///   - now: milliseconds since 1970
    package func table(
        _ file: [UInt8], name: String, upload: OwnUpload, postcodes: (bytes: [UInt8], name: String)? = nil, at now: Int64, progress: WorkProgress = .silent
    ) async throws -> Report {
        var findings = Findings()
        upload.check(name, &findings)
        let digest = Digest.hex(Digest.sha256(Digest.sha256(file) + Digest.sha256(upload.fingerprint) + Digest.sha256(postcodes?.bytes ?? [])))
        if let newest = try await store.revisions(of: upload.key).first, newest.digest == digest { return Self.unchanged(newest) }
        progress(Localized(nl: "\(name): lezen", en: "\(name): reading"), 0)
        guard let counts = try await counts(file, name, upload, postcodes, &findings) else { throw findings.refusal(of: name) ?? ImportRefused([]) }
        progress(Localized(nl: "\(name): nagaan wat te zien mag zijn", en: "\(name): judging what may be shown"), 0)
        let notes = findings.notes
        return try await attempted(name) { state in
            let draft = try await draft(counts, upload, name: name, digest: digest, state: state, at: now)
            guard let draft else { return Self.unchanged(try await store.revisions(of: upload.key).first) }
            let isWritten = try await store.write(after: state) { transaction in try draft.write(in: transaction) }
            return isWritten ? draft.report(notes: notes) : nil
        }
    }

    private static let attempts = 5

    /// Does work on the state as it is, and again when somebody else wrote in between.
    ///
    /// - Parameter work: gives nil when its writing came too late
    /// - Throws: ``ImportRefused`` when somebody else did so five times
    func attempted<Result>(_ name: String, _ work: (OwnStore.State) async throws -> Result?) async throws -> Result {
        for _ in 0..<Self.attempts { if let result = try await work(try await store.state()) { return result } }
        let reason = Localized(
            nl: "Andere opdrachten kwamen er steeds tussen. Probeer het later nog eens.", en: "Other commands kept coming in between. Try again later.")
        throw ImportRefused([Diagnostic(.error, source: name, reason: reason)])
    }

    private static func unchanged(_ revision: OwnRevision?) -> Report {
        Report(key: revision?.key ?? "", number: nil, rows: revision?.rows ?? 0, areas: 0, shown: 0, kept: 0, hidden: 0, notes: [])
    }

    // MARK: Reading

    private func counts(
        _ file: [UInt8], _ name: String, _ upload: OwnUpload, _ postcodes: (bytes: [UInt8], name: String)?, _ findings: inout Findings
    ) async throws -> OwnCounts? {
        let gazetteer = try await areas.gazetteer.current()
        guard let year = upload.boundaryYear ?? gazetteer.latestYear, let map = gazetteer.map(of: year), map.has(upload.unit.level) else {
            let years = gazetteer.years.map(String.init).joined(separator: ", ")
            findings.error(
                name, column: "--boundary-year", value: upload.boundaryYear.map(String.init),
                Localized(nl: "Van dit jaar zijn er geen gebieden. Wel van: \(years).", en: "There are no areas of this year. There are of: \(years)."))
            return nil
        }
        guard let sheet = OwnSheet.read(file, name: name, needed: upload.column, tab: upload.tab, findings: &findings) else { return nil }
        var places: [String: AreaCode] = [:]
        if upload.unit == .postcode { places = Self.postcodes(postcodes, map, year, name: name, &findings) }
        let finder = upload.unit == .point ? try await finder(sheet, upload, year: year) : nil
        let reader = OwnReader(upload: upload, name: name, year: year, map: map, postcodes: places) { finder?.area(at: $0) }
        let counts = reader.counts(sheet, findings: &findings)
        return findings.errorCount == 0 ? counts : nil
    }

    private static func postcodes(
        _ table: (bytes: [UInt8], name: String)?, _ map: AreaMap, _ year: Int, name: String, _ findings: inout Findings
    ) -> [String: AreaCode] {
        guard let table else {
            findings.error(
                name, column: "--postcodes",
                Localized(
                    nl: "Geef een tabel met de kolommen postcode en buurt.", en: "Give a table with the columns postcode and buurt."))
            return [:]
        }
        guard let sheet = OwnSheet.read(table.bytes, name: table.name, needed: "postcode", tab: nil, findings: &findings) else { return [:] }
        guard let first = sheet.column(named: "postcode"), let second = sheet.column(named: "buurt") else {
            findings.error(table.name, row: 1, column: "buurt", Localized(nl: "Deze kolom ontbreekt.", en: "This column is missing."))
            return [:]
        }
        var found: [String: AreaCode] = [:]
        for row in 0..<sheet.rowCount {
            let text = sheet.text(row, second)
            guard let code = AreaCode(text), code.level == .neighbourhood, map.area(code) != nil else {
                findings.error(
                    table.name, row: sheet.rowNumbers[row], column: "buurt", value: text,
                    Localized(nl: "Deze buurt bestaat niet in de indeling van \(year).", en: "This neighbourhood does not exist in the borders of \(year)."))
                continue
            }
            found[OwnReader.postcode(sheet.text(row, first))] = code
        }
        return found
    }

    /// The neighbourhoods around all points of a table.
    private func finder(_ sheet: Sheet, _ upload: OwnUpload, year: Int) async throws -> PointFinder? {
        guard let first = sheet.column(named: upload.column), let second = upload.secondColumn.flatMap({ sheet.column(named: $0) }) else { return nil }
        var box = BoundingBox.empty
        for row in 0..<sheet.rowCount {
            if let point = OwnPoint.read(sheet.text(row, first), sheet.text(row, second)) { box.add(x: point.x, y: point.y) }
        }
        guard !box.isEmpty else { return nil }
        let codes = try await areas.shapes.codes(year: year, level: .neighbourhood, touching: box.expanded(by: 1)).sorted()
        var shapes: [(code: AreaCode, shape: MultiPolygon)] = []
        for code in codes { if let shape = try await areas.shapes.shape(of: code, year: year) { shapes.append((code, shape)) } }
        return PointFinder(codes: shapes.map(\.code), index: AreaIndex(shapes.map(\.shape)))
    }

    private struct PointFinder {
        let codes: [AreaCode]
        let index: AreaIndex

        func area(at point: Point) -> AreaCode? { index.shape(at: point).map { codes[$0] } }
    }
}
