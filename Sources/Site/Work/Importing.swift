import Areas
import Core
import Figures
import Foundation
import Jobs
import Transfer

/// Imports of files, each as a job: all of a file or nothing of it.
package struct Importing: Sendable {
    private let site: Composition
    private let runner: JobRunner

    package init(_ site: Composition, watcher: WorkProgress = .silent) {
        self.site = site
        self.runner = JobRunner(site.jobs, watcher: watcher)
    }

    /// Boundaries from a file.
    package func boundaries(_ file: BoundaryFile) async throws -> String {
        try await runner.run(kind: "boundaries", title: file.name) { progress in
            let bytes = file.format == .geoPackage ? try Self.digestible(file.path) : try Self.read(file.path)
            let report = try await BoundaryImport(site.database).run(file, bytes: bytes, at: JobRunner.now, progress: progress)
            guard !report.isUnchanged else { return JobRunner.Ending(.unchanged, "\(file.name): niets nieuws") }
            var lines = ["\(file.name): \(report.areas) vlakken, \(report.repaired) hersteld, \(report.islands.count) zonder buren"]
            if !report.islands.isEmpty { lines.append("zonder buren: " + report.islands.map(\.description).joined(separator: " ")) }
            return JobRunner.Ending(.done, lines.joined(separator: "\n"))
        }.report
    }

    /// Figures from a CSV file, by a mapping.
    package func figures(_ path: String, mapping mappingPath: String) async throws -> String {
        let name = URL(filePath: path).lastPathComponent
        return try await runner.run(kind: "figures", title: name) { progress in
            let importing = FigureImport(site.database)
            progress(Localized(nl: "\(name): lezen", en: "\(name): reading"), 0)
            let mappingBytes = try Self.read(mappingPath)
            let mapping = try Mapping(json: mappingBytes, source: mappingPath)
            let bytes = try Self.read(path)
            let digest = FigureImport.digest(of: bytes, mapping: mappingBytes)
            if try await importing.isKnown(source: mapping.id, digest: digest) { return JobRunner.Ending(.unchanged, "\(name): niets nieuws") }
            let retrieved = mapping.retrieved.flatMap(Self.day) ?? Self.modified(path)
            let table = try CSVDelivery.read(bytes, mapping: mapping, name: name, retrieved: retrieved, checks: .catalogue)
            let report = try await importing.store(table, digest: digest, at: JobRunner.now, progress: progress)
            let notes = report.notes.map { $0.line(in: .nl) }
            let known = report.cells - report.missing
            let summary = "\(name): levering \(report.edition ?? 0) van \(report.source): \(report.rows) gebieden, \(report.columns) kolommen, \(known) cijfers"
            return JobRunner.Ending(.done, ([summary] + notes).joined(separator: "\n"))
        }.report
    }

    /// A bundle into an empty database; 0 rows when it was not empty.
    package func bundle(_ path: String) async throws -> Int {
        try await BundleLoading(site.database).load(try BundleFile(try Self.read(path), source: path), source: path)
    }

    /// The bytes of a file; a missing or unreadable one is refused in words.
    static func read(_ path: String) throws(ImportRefused) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
            throw ImportRefused([
                Diagnostic(.error, source: path, reason: Localized(nl: "Het bestand is er niet of is niet te lezen.", en: "The file is missing or cannot be read."))
            ])
        }
        return [UInt8](data)
    }

    /// A GeoPackage is read in place; its digest stands for its bytes.
    private static func digestible(_ path: String) throws(ImportRefused) -> [UInt8] {
        try read(path)
    }

    private static func day(_ text: String) -> Date? {
        Period(text).flatMap { period in
            DateComponents(calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: period.year, month: period.month ?? 1, day: period.day ?? 1).date
        }
    }

    private static func modified(_ path: String) -> Date {
        (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) ?? Date()
    }
}
