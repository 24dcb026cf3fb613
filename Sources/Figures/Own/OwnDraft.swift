import Areas
import Core
import Measures
import SQL

/// A revision that is ready to be written: its counts, and what of them may be shown.
struct OwnDraft: Sendable {
    let revision: OwnRevision
    let atoms: [[Int]]
    let cells: [OwnPlace: [Int: OwnCell]]

    func write(in transaction: Transaction) throws {
        try OwnStore.insert(revision, atoms: atoms, in: transaction)
        try OwnStore.insert(cells, revision: revision.id, in: transaction)
    }

    func report(notes: [Diagnostic]) -> OwnImport.Report {
        let all = cells.values.flatMap(\.values)
        let shown = all.count { $0.number == revision.number }
        let kept = all.count { $0.number != nil } - shown
        return OwnImport.Report(
            key: revision.key, number: revision.number, rows: revision.rows, areas: revision.leaves.count, shown: shown, kept: kept,
            hidden: all.count - shown - kept, notes: notes)
    }
}

extension OwnImport {
    /// - Returns: nil when the newest revision came from the same bytes
    func draft(
        _ counts: OwnCounts, _ upload: OwnUpload, name: String, digest: String, state: OwnStore.State, at now: Int64
    ) async throws -> OwnDraft? {
        let earlier = try await store.revisions(of: upload.key)
        if earlier.first?.digest == digest { return nil }
        try check(counts, upload, against: earlier.first, name: name)
        let categories = counts.categories + Set(earlier.flatMap(\.categories)).subtracting(counts.categories).sorted()
        let revision = OwnRevision(
            id: try await store.nextRevision(), key: upload.key, number: (earlier.first?.number ?? 0) + 1, title: upload.title, period: upload.period,
            source: upload.source, level: upload.unit.level, isOfRecords: upload.isOfRecords, boundaryYear: counts.boundaryYear, threshold: upload.threshold,
            rows: counts.rows, digest: digest, importedAt: now, categories: categories, leaves: try await leaves(counts, earlier))
        let atoms = Self.aligned(counts, to: revision)
        var release = try await judge(revision, atoms: atoms, earlier: earlier, customs: state.areas.filter { $0.removedAt == nil })
        try checkSize(release.model, name: name)
        try release.openHierarchy()
        try release.openCustom(Array(release.model.hierarchy..<release.model.regions.count))
        let before = try await store.table(upload.key)
        return OwnDraft(revision: revision, atoms: atoms, cells: try Self.cells(release, revision, atoms, key: state.roundingKey, before: before))
    }

    /// For records an area that was counted before is counted on, with 0; areas of counts are those of the file.
    private func leaves(_ counts: OwnCounts, _ earlier: [OwnRevision]) async throws -> [AreaCode] {
        guard let newest = earlier.first, newest.isOfRecords else { return counts.leaves }
        return Set(counts.leaves).union(newest.leaves).sorted()
    }

    private static func aligned(_ counts: OwnCounts, to revision: OwnRevision) -> [[Int]] {
        let known = Dictionary(zip(counts.leaves, counts.atoms), uniquingKeysWith: { first, _ in first })
        let width = max(1, revision.categories.count)
        return revision.leaves.map { code in
            let row = known[code] ?? []
            return row + [Int](repeating: 0, count: max(0, width - row.count))
        }
    }

    /// Revisions can only be told apart safely when they count the same kind of thing on the same borders.
    private func check(_ counts: OwnCounts, _ upload: OwnUpload, against newest: OwnRevision?, name: String) throws(ImportRefused) {
        guard let newest else { return }
        func refusal(_ what: Localized) -> ImportRefused {
            let reason = Localized(
                nl: "De vorige levering van ‘\(upload.key)’ had \(what.nl). Gebruik een andere naam bij --key.",
                en: "The earlier delivery of ‘\(upload.key)’ had \(what.en). Use another name with --key.")
            return ImportRefused([Diagnostic(.error, source: name, column: "--key", value: upload.key, reason: reason)])
        }
        if newest.level != upload.unit.level { throw refusal(Localized(nl: "een ander niveau", en: "another level")) }
        if newest.boundaryYear != counts.boundaryYear { throw refusal(Localized(nl: "een andere indeling", en: "other borders")) }
        if newest.isOfRecords != upload.isOfRecords { throw refusal(Localized(nl: "een andere soort rijen", en: "another kind of rows")) }
        if newest.categories.isEmpty != counts.categories.isEmpty {
            throw refusal(Localized(nl: "wel of juist geen categorieën", en: "categories, or just none"))
        }
    }

    /// Cells of one municipality: with more, finding out what may be shown takes longer than anyone waits (a thousand take some ten seconds, and it grows faster than their number).
    private static let mostCells = 2_000

    private func checkSize(_ model: OwnModel, name: String) throws(ImportRefused) {
        let cells = Dictionary(grouping: model.regions.prefix(model.hierarchy)) { region -> AreaCode? in
            if case .area(let code) = region.place { return code.municipality }
            return nil
        }.mapValues { $0.count * model.columns }
        guard let (code, count) = cells.max(by: { $0.value < $1.value }), count > Self.mostCells else { return }
        let reason = Localized(
            nl: "Voor één gemeente zijn dit \(count) aantallen, en \(Self.mostCells) is het meeste. Neem minder categorieën, of tel per wijk.",
            en: "For one municipality these are \(count) numbers, and \(Self.mostCells) is the most. Take fewer categories, or count by district.")
        throw ImportRefused([Diagnostic(.error, source: name, value: code?.description, reason: reason)])
    }

    /// The judge of a revision, with nothing open yet.
    func judge(_ revision: OwnRevision, atoms: [[Int]], earlier: [OwnRevision], customs: [CustomArea]) async throws -> OwnRelease {
        guard let map = try await areas.gazetteer.current().map(of: revision.boundaryYear) else { throw Problem.notFound }
        let fitting = revision.level == .neighbourhood ? customs.filter { $0.boundaryYear == revision.boundaryYear } : []
        let model = OwnModel(
            leaves: revision.leaves, categories: revision.categories.count, map: map, customs: fitting.map { (id: $0.id, members: $0.members) })
        var before: [[[Int]]] = []
        for one in earlier where one.number < revision.number {
            before.append(try await store.atoms(of: one, leaves: revision.leaves, categories: revision.categories))
        }
        var rules = DisclosureRules()
        rules.threshold = revision.threshold
        return OwnRelease(model: model, rules: rules, atoms: atoms, earlier: before)
    }

    /// The cells of a judged revision. Where a new number may not be shown the one that was shown before stays, with the revision that it is of.
    ///
    /// - Parameter regions: nil for all
    static func cells(
        _ release: OwnRelease, _ revision: OwnRevision, _ atoms: [[Int]], key: [UInt8], before: OwnTable?, regions: [Int]? = nil
    ) throws -> [OwnPlace: [Int: OwnCell]] {
        let model = release.model
        guard let rounding = StableRounding(base: OwnTable.roundingBase, key: word(key, 0), word(key, 8)) else { return [:] }
        let counts = model.counts(atoms, regions: model.regions.count)
        let old = Dictionary((before?.revision.categories ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var cells: [OwnPlace: [Int: OwnCell]] = [:]
        for region in regions ?? Array(model.regions.indices) {
            let place = model.regions[region].place
            for column in 0..<model.columns {
                let cell = model.cell(region, column), isTotal = column == model.categories
                var content = before?.cell(place, isTotal ? OwnTable.total : old[revision.categories[column]] ?? -2) ?? .hidden
                if release.shown.contains(cell) {
                    let name = revision.key + "|" + model.name(region, column, atoms: atoms, names: revision.categories)
                    content = OwnCell(shown: rounding.rounded(counts[cell], cell: name), number: revision.number)
                }
                cells[place, default: [:]][isTotal ? OwnTable.total : column] = content
            }
        }
        return cells
    }

    private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        bytes.dropFirst(start).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension OwnUpload {
    var isOfRecords: Bool { if case .records = form { true } else { false } }
}
