import Core
import Geo
import SQL
import Transfer

/// Brings boundaries in: read, check, repair, simplify with shared borders kept shared, find neighbours, and store all or nothing.
package struct BoundaryImport: Sendable {
    private let database: Database

    /// Metres by which outlines for maps are simplified, per level: about a pixel on the map that shows that level.
    package static func tolerance(for level: AreaLevel) -> Double {
        switch level {
        case .country, .province: 200
        case .municipality: 60
        case .district: 50
        case .neighbourhood: 20
        }
    }

    /// How far apart the outlines of neighbours may lie, in metres, in files of a level: they are simplified shape by shape.
    private struct Fit {
        /// Corners this near become one.
        let vertex: Double
        /// Corners this near to a neighbour's border are put into it: somewhat more than the file was simplified to.
        let edge: Double
        /// Outlines this near count as one border afterwards.
        let snap: Double

        init(_ level: AreaLevel) {
            (vertex, edge, snap) =
                switch level {
                case .country, .province: (10, 200, 50)
                case .municipality: (2, 50, 10)
                case .district: (2, 10, 10)
                case .neighbourhood: (2, 12, 2)
                }
        }
    }

    package struct Report: Sendable {
        package let areas: Int
        package let repaired: Int
        package let islands: [AreaCode]
        package let notes: [Diagnostic]
        /// The same file had been imported before.
        package let isUnchanged: Bool
    }

    package init(_ database: Database) {
        self.database = database
    }

    /// - Parameters:
    ///   - bytes: contents of the file
    ///   - now: milliseconds since 1970
    package func run(_ file: BoundaryFile, bytes: [UInt8], at now: Int64, progress: WorkProgress = .silent) async throws -> Report {
        let digest = Digest.hex(Digest.sha256(bytes))
        let known = try await database.read { try AreaStore.newestDigest(year: file.year, level: file.level, in: $0) }
        if known == digest { return Report(areas: 0, repaired: 0, islands: [], notes: [], isUnchanged: true) }
        progress(Localized(nl: "\(file.name): lezen", en: "\(file.name): reading"), 0)
        let prepared = try prepare(file, bytes: bytes, progress: progress)
        progress(Localized(nl: "\(file.name): bewaren", en: "\(file.name): storing"), 0, of: prepared.shapes.count)
        try await store(prepared, file: file, digest: digest, at: now)
        return Report(
            areas: prepared.shapes.count, repaired: prepared.repaired, islands: prepared.islands, notes: prepared.notes, isUnchanged: false)
    }

    private struct Prepared: Sendable {
        let shapes: [StoredShape]
        let areas: [NamedCode]
        let neighbours: [Neighbours]
        let repaired: Int
        let islands: [AreaCode]
        let notes: [Diagnostic]
    }

    struct NamedCode: Sendable {
        let code: AreaCode
        let name: String?
        let province: AreaCode?
    }

    private func prepare(_ file: BoundaryFile, bytes: [UInt8], progress: WorkProgress) throws -> Prepared {
        let (coded, notes) = try file.coded(try file.features(bytes))
        let codes = coded.map(\.code)
        let repaired = try repair(coded.map(\.shape)) { done, total in progress(file.stage("vlakken herstellen", "repairing polygons"), done, of: total) }
        let fit = Fit(file.level)
        let welded = try weld(repaired.shapes, vertexTolerance: fit.vertex, edgeTolerance: fit.edge) { done, total in
            progress(file.stage("grenzen samenvoegen", "joining borders"), done, of: total)
        }
        let outlines = try simplify(welded.shapes, tolerance: Self.tolerance(for: file.level)) { done, total in
            progress(file.stage("vereenvoudigen", "simplifying"), done, of: total)
        }
        let borders = try Borders(of: welded.shapes, snap: fit.snap) { done, total in
            progress(file.stage("buren zoeken", "finding neighbours"), done, of: total)
        }
        let neighbours = ContiguityKind.allCases.map { kind in
            Neighbours(
                year: file.year, level: file.level, kind: kind, codes: codes, contiguity: borders.contiguity(kind, minimumLength: max(1, 2 * fit.snap)))
        }
        let shapes = try coded.indices.map { index in
            try StoredShape(code: codes[index], shape: repaired.shapes[index], outline: outlines.shapes[index])
        }
        let islands = neighbours.first.map { queen in queen.contiguity.islands.map { codes[$0] } } ?? []
        return Prepared(
            shapes: shapes, areas: coded.map { NamedCode(code: $0.code, name: $0.name, province: $0.province) }, neighbours: neighbours,
            repaired: repaired.repairs.filter { $0.reason != nil }.count, islands: islands, notes: notes + repairNotes(repaired, codes, file))
    }

    private func repairNotes(_ repaired: RepairedShapes, _ codes: [AreaCode], _ file: BoundaryFile) -> [Diagnostic] {
        repaired.repairs.compactMap { repair in
            guard let reason = repair.reason else { return nil }
            return Diagnostic(
                .note, source: file.name, row: repair.index + 1, value: codes[repair.index].description,
                reason: Localized(nl: "vlak hersteld: \(reason)", en: "polygon repaired: \(reason)"))
        }
    }

    private func store(_ prepared: Prepared, file: BoundaryFile, digest: String, at now: Int64) async throws {
        try await database.write { transaction in
            let provinces = try AreaStore.provinces(in: transaction)
            let names = try ShapeStore.names(level: file.level, near: file.year, in: transaction)
            let areas = prepared.areas.map { item in
                Area(
                    year: file.year, code: item.code, name: item.name ?? names[item.code] ?? item.code.description,
                    parent: item.code.parent(province: item.province ?? provinces[item.code.description]))
            }
            try AreaStore.add(areas, in: transaction)
            try ShapeStore.replace(prepared.shapes, year: file.year, level: file.level, in: transaction)
            for item in prepared.neighbours { try ShapeStore.replace(item, in: transaction) }
            try AreaStore.log(
                AreaImport(
                    year: file.year, level: file.level, source: file.name, digest: digest, areas: prepared.shapes.count, repaired: prepared.repaired,
                    licence: file.licence, attribution: file.attribution, importedAt: now), in: transaction)
        }
    }
}

extension BoundaryFile {
    /// What is being done with this file, for who watches.
    fileprivate func stage(_ nl: String, _ en: String) -> Localized {
        Localized(nl: "\(name): \(nl)", en: "\(name): \(en)")
    }
}

extension AreaCode {
    /// The area directly above. Of a municipality only a table or file can say it.
    package func parent(province: AreaCode?) -> AreaCode? {
        switch level {
        case .country: nil
        case .province: .netherlands
        case .municipality: province
        case .district: municipality
        case .neighbourhood: district
        }
    }
}
