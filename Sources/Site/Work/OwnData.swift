import Areas
import Core
import Figures
import Foundation

/// What an administrator does with own tables and custom areas.
///
/// No jobs: the page of a job is for everyone, and the faults of an own file quote what stands in it.
package struct OwnData: Sendable {
    private let site: Composition
    private let taking: OwnImport

    package init(_ site: Composition) {
        self.site = site
        self.taking = OwnImport(store: site.figures.own, areas: site.areas)
    }

    /// - Parameter postcodes: path of a table with the columns postcode and buurt
    package func table(_ path: String, _ upload: OwnUpload, postcodes: String?, progress: WorkProgress) async throws -> OwnImport.Report {
        let table = try postcodes.map { (bytes: try Importing.read($0), name: Self.name($0)) }
        return try await taking.table(try Importing.read(path), name: Self.name(path), upload: upload, postcodes: table, at: JobRunner.now, progress: progress)
    }

    package func tables() async throws -> [OwnRevision] { try await site.figures.own.newest() }

    /// - Parameters:
    ///   - codes: of the neighbourhoods; each that is no code is refused
    ///   - year: boundary year; nil for the newest
    package func addArea(_ key: String, name: Localized, codes: [String], year: Int?) async throws -> OwnImport.AreaReport {
        let faults = codes.filter { AreaCode($0) == nil }.map { text in
            let reason = Localized(nl: "Dit is geen gebiedscode.", en: "This is not the code of an area.")
            return Diagnostic(.error, source: key, column: "--buurten", value: text, reason: reason)
        }
        guard faults.isEmpty else { throw ImportRefused(faults) }
        let newest = try await site.areas.gazetteer.current().latestYear
        return try await taking.add(
            key, name: name, members: codes.compactMap { AreaCode($0) }, year: year ?? newest ?? 0, book: try await site.figures.book.current(),
            at: JobRunner.now)
    }

    package func areas() async throws -> [CustomArea] { try await site.figures.own.customAreas() }

    /// - Returns: false when there is no such area
    package func removeArea(_ key: String) async throws -> Bool { try await taking.remove(key, at: JobRunner.now) }

    private static func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }
}
