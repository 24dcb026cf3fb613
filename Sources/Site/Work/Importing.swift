import Areas
import Core
import Figures
import Foundation
import Jobs
import People
import Transfer

/// Imports of files, each as a job: all of a file or nothing of it.
package struct Importing: Sendable {
    private let site: Composition
    private let runner: JobRunner
    /// Several files are settled together, after the last.
    private var settlesEachFile = true

    /// - Parameter watcher: sees the progress besides the job page
    package init(_ site: Composition, watcher: WorkProgress = .silent) {
        self.site = site
        self.runner = JobRunner(site.jobs, watcher: watcher)
    }

    /// Does work that ends with the municipalities settled once.
    func together(_ work: (Importing) async throws -> Void) async throws {
        var each = self
        each.settlesEachFile = false
        try await work(each)
        try await settleMunicipalities()
    }

    /// An import as a job. Afterwards the municipalities among the organisations are those of the areas, also when an earlier run stopped before that.
    private func run(
        kind: String, title: String, _ work: @Sendable (WorkProgress) async throws -> JobRunner.Ending
    ) async throws -> JobRunner.Ending {
        let ending = try await runner.run(kind: kind, title: title, work)
        if settlesEachFile { try await settleMunicipalities() }
        return ending
    }

    private func settleMunicipalities() async throws {
        let gazetteer = try await site.areas.gazetteer.current()
        let lists = gazetteer.years.compactMap { year in
            gazetteer.map(of: year).map { map in MunicipalityList(year: year, map.areas(of: .municipality).lazy.map { ($0.code, $0.name) }) }
        }
        guard lists.contains(where: { !$0.names.isEmpty }) else { return }
        let origin = Origin(person: nil, request: "municipalities", channel: .job, time: site.people.now())
        try await site.people.organisations.settle(lists, from: origin)
    }

    /// Boundaries from a file.
    package func boundaries(_ file: BoundaryFile) async throws -> JobRunner.Ending {
        try await run(kind: "boundaries", title: file.name) { progress in
            let bytes = try Self.read(file.path)
            let report = try await BoundaryImport(site.database).run(file, bytes: bytes, at: JobRunner.now, progress: progress)
            guard !report.isUnchanged else { return JobRunner.Ending(.unchanged, "\(file.name): niets nieuws") }
            var lines = ["\(file.name): \(report.areas) vlakken, \(report.repaired) hersteld, \(report.islands.count) zonder buren"]
            if !report.islands.isEmpty { lines.append("zonder buren: " + report.islands.map(\.description).joined(separator: " ")) }
            return JobRunner.Ending(.done, lines.joined(separator: "\n"))
        }
    }

    /// Figures from a CSV file, by a mapping.
    ///
    /// - Parameter metadataPath: `DataProperties` or `MeasureCodes` of the table, saved beside the file, for mappings that find columns by title
    package func figures(_ path: String, mapping mappingPath: String, metadata metadataPath: String? = nil) async throws -> JobRunner.Ending {
        let name = URL(filePath: path).lastPathComponent
        return try await run(kind: "figures", title: name) { progress in
            let importing = FigureImport(site.database)
            progress(Localized(nl: "\(name): lezen", en: "\(name): reading"), 0)
            let mappingBytes = try Self.read(mappingPath)
            let mapping = try Mapping(json: mappingBytes, source: mappingPath)
            let bytes = try Self.read(path)
            let digest = FigureImport.digest(of: bytes, mapping: mappingBytes)
            if try await importing.isKnown(source: mapping.id, digest: digest) { return JobRunner.Ending(.unchanged, "\(name): niets nieuws") }
            let metadata = try metadataPath.map { try TableMetadata(json: Self.read($0), source: $0) }
            let retrieved = mapping.retrieved.flatMap { Period($0)?.start } ?? Self.modified(path)
            let table = try Delivery.csv(bytes, name: name, mapping: mapping, metadata: metadata, checks: .catalogue, retrieved: retrieved)
            let report = try await importing.store(table, digest: digest, at: JobRunner.now, progress: progress)
            return Self.ending(report, name: name)
        }
    }

    /// Figures straight from StatLine, whole or for some areas. Pages that came in are kept, so that an interrupted fetch goes on where it stopped.
    ///
    /// - Parameters:
    ///   - address: of another server with the same service, without a slash at the end
    ///   - areas: only what lies in these; empty for the whole table
    package func statLine(
        mapping mappingPath: String, edition: StatLine.Edition, address: String?, areas: [AreaCode], client: HTTPClient
    ) async throws -> JobRunner.Ending {
        let mappingBytes = try Self.read(mappingPath)
        let mapping = try Mapping(json: mappingBytes, source: mappingPath)
        return try await run(kind: "statline", title: mapping.title.nl) { progress in
            let places = address.map { StatLine.Addresses(v3: [mapping.catalogue: $0], v4: [mapping.catalogue: $0]) } ?? .official
            let source = StatLine(client: client, edition: edition, addresses: places, store: .database(site.database))
            let table = try await source.deliver(mapping, areas: areas, checks: .catalogue, retrieved: Date(), progress: progress)
            let digest = FigureImport.digest(of: table.fingerprint, mapping: mappingBytes)
            let importing = FigureImport(site.database)
            let part = areas.isEmpty ? nil : areas.map(\.description).sorted().joined(separator: " ")
            if try await importing.isKnown(source: mapping.id, digest: digest, part: part) {
                return JobRunner.Ending(.unchanged, "\(mapping.id): niets nieuws")
            }
            return Self.ending(try await importing.store(table, digest: digest, at: JobRunner.now, part: part, progress: progress), name: mapping.id)
        }
    }

    private static func ending(_ report: FigureImport.Report, name: String) -> JobRunner.Ending {
        guard let edition = report.edition else { return JobRunner.Ending(.unchanged, "\(name): niets nieuws") }
        let known = report.cells - report.missing
        let summary = "\(name): levering \(edition) van \(report.source): \(report.rows) gebieden, \(report.columns) kolommen, \(known) cijfers"
        return JobRunner.Ending(.done, ([summary] + report.notes.map { $0.line(in: .nl) }).joined(separator: "\n"))
    }

    /// A bundle into an empty database; 0 rows when it was not empty.
    package func bundle(_ path: String) async throws -> Int {
        let rows = try await BundleLoading(site.database).load(try BundleFile(try Self.read(path), source: path), source: path)
        try await settleMunicipalities()
        return rows
    }

    /// The bytes of a file; a missing or unreadable one is refused in words.
    static func read(_ path: String) throws(ImportRefused) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
            let reason = Localized(nl: "Het bestand is er niet of is niet te lezen.", en: "The file is missing or cannot be read.")
            throw ImportRefused([Diagnostic(.error, source: path, reason: reason)])
        }
        return [UInt8](data)
    }

    private static func modified(_ path: String) -> Date {
        (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) ?? Date()
    }
}
