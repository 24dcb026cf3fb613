import Areas
import Core
import Measures
import SQL

extension OwnImport {
    package struct AreaReport: Sendable {
        package let area: CustomArea
        /// False when the area was like this already.
        package let isNew: Bool
        /// Per own table on the same borders, how many cells of the area are shown and how many are not.
        package let tables: [(key: String, shown: Int, hidden: Int)]
    }

    /// Adds a custom area, or a new version of one, and opens what may be shown of it in the own tables that are there.
    ///
    /// - Parameter now: milliseconds since 1970
    /// - Throws: ``ImportRefused`` with every reason, also when the number of residents of a few would follow by subtraction
    package func add(_ key: String, name: Localized, members: [AreaCode], year: Int, book: FigureBook, at now: Int64) async throws -> AreaReport {
        let members = Set(members).sorted()
        return try await attempted(key) { state in
            let present = state.areas.filter { $0.removedAt == nil }
            let own = present.first { $0.key == key }
            if let own, own.members == members, own.name == name, own.boundaryYear == year { return AreaReport(area: own, isNew: false, tables: []) }
            let others = state.areas.filter { $0.boundaryYear == year && $0.members != members }
            try check(key, name: name, members, year: year, gazetteer: try await areas.gazetteer.current(), book: book, others: others)
            let area = CustomArea(
                id: (state.areas.map(\.id).max() ?? 0) + 1, key: key, version: (state.areas.filter { $0.key == key }.map(\.version).max() ?? 0) + 1, name: name,
                boundaryYear: year, members: members, createdAt: now, removedAt: nil)
            let opened = try await opened(area, state: state)
            let isWritten = try await store.write(after: state) { transaction in
                if let own { try OwnStore.remove(own, at: now, in: transaction) }
                try OwnStore.insert(area, in: transaction)
                for one in opened { try OwnStore.insert(one.cells, revision: one.revision.id, in: transaction) }
            }
            guard isWritten else { return nil }
            let tables = opened.map { one in
                let cells = one.cells.values.flatMap(\.values), shown = cells.count { $0.shown != nil }
                return (key: one.revision.key, shown: shown, hidden: cells.count - shown)
            }
            return AreaReport(area: area, isNew: true, tables: tables)
        }
    }

    /// Takes a custom area from the site. What was shown of it stays accounted for.
    ///
    /// - Returns: false when there is no such area
    package func remove(_ key: String, at now: Int64) async throws -> Bool {
        try await attempted(key) { state in
            guard let area = state.areas.first(where: { $0.key == key && $0.removedAt == nil }) else { return false }
            return try await store.write(after: state) { try OwnStore.remove(area, at: now, in: $0) } ? true : nil
        }
    }

    /// The cells of a new area in every own table in force, judged together with all that was ever shown there.
    private func opened(_ area: CustomArea, state: OwnStore.State) async throws -> [(revision: OwnRevision, cells: [OwnPlace: [Int: OwnCell]])] {
        var found: [(revision: OwnRevision, cells: [OwnPlace: [Int: OwnCell]])] = []
        for revision in try await store.newest() where revision.boundaryYear == area.boundaryYear && revision.level == .neighbourhood {
            let table = try await store.table(for: revision)
            let shown = state.areas.filter { earlier in
                table.cells[.custom(earlier.id)]?.values.contains { $0.number == revision.number } ?? false
            }
            let atoms = try await store.atoms(of: revision, leaves: revision.leaves, categories: revision.categories)
            let earlier = try await store.revisions(of: revision.key)
            var release = try await judge(revision, atoms: atoms, earlier: earlier, customs: shown + [area])
            guard let region = release.model.regions.firstIndex(where: { $0.place == .custom(area.id) }) else { continue }
            release.open(like: table)
            try release.openCustom([region])
            let cells = try Self.cells(release, revision, atoms, key: state.roundingKey, before: nil, regions: [region])
            found.append((revision, cells))
        }
        return found
    }

    private func check(
        _ key: String, name: Localized, _ members: [AreaCode], year: Int, gazetteer: Gazetteer, book: FigureBook, others: [CustomArea]
    ) throws(ImportRefused) {
        var findings = Findings()
        if !OwnKey.isValid(key) { findings.error(key, column: "--key", value: key, OwnKey.expected) }
        if name.nl.trimmed.isEmpty || name.nl.count > 100 || name.en.count > 100 {
            findings.error(
                key, column: "--name", value: name.nl, Localized(nl: "Geef een naam van 1 tot 100 tekens.", en: "Give a name of 1 to 100 characters."))
        }
        let map = gazetteer.map(of: year)
        if map == nil {
            findings.error(
                key, column: "--year", value: String(year), Localized(nl: "Van dit jaar zijn er geen gebieden.", en: "There are no areas of this year."))
        }
        if members.count < 2 {
            findings.error(key, column: "--buurten", Localized(nl: "Noem twee of meer buurten.", en: "Name two or more neighbourhoods."))
        }
        for code in members where code.level != .neighbourhood || map.map({ $0.area(code) == nil }) ?? false {
            findings.error(
                key, column: "--buurten", value: code.description,
                Localized(nl: "Dit is geen buurt in de indeling van \(year).", en: "This is no neighbourhood in the borders of \(year)."))
        }
        if let refused = findings.refusal(of: key) { throw refused }
        if let map { differ(key, members, year: year, map: map, book: book, others: others, &findings) }
        if let refused = findings.refusal(of: key) { throw refused }
    }

    /// The open number of residents: what is left when districts, municipalities and other custom areas are taken off, or the area off those.
    ///
    /// Single neighbourhoods are not taken off: their numbers are the source's own to publish, and it did so.
    private func differ(
        _ key: String, _ members: [AreaCode], year: Int, map: AreaMap, book: FigureBook, others: [CustomArea], _ findings: inout Findings
    ) {
        guard let column = book.column(of: "inwoners", level: .neighbourhood, boundaryYear: year) else { return }
        let municipalities = Set((members + others.flatMap(\.members)).compactMap(\.municipality)).sorted()
        let all = municipalities.flatMap { map.areas(of: .neighbourhood, within: $0).map(\.code) }
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        let counts = all.map { code -> Int in
            guard let value = column.frame.position(of: code).map({ column.value(at: $0) }), value.isFinite, value >= 0, value < 1e9 else { return 0 }
            return Int(value)
        }
        func set(_ codes: [AreaCode]) -> Set<Int> { Set(codes.compactMap { places[$0] }) }
        let above = municipalities + municipalities.flatMap { map.areas(of: .district, within: $0).map(\.code) }
        let published = above.map { set(map.areas(of: .neighbourhood, within: $0).map(\.code)) } + others.map { set($0.members) }
        guard let check = Differencing(of: set(members), published: published, counts: counts), !check.passes else { return }
        for remainder in check.refused.prefix(20) {
            let left = remainder.neighbourhoods.sorted().map { all[$0].description }.joined(separator: ", ")
            findings.error(
                key, column: "--buurten", value: left,
                Localized(
                    nl: "Wie dit gebied en andere gebieden van elkaar aftrekt, houdt minder dan 10 inwoners over.",
                    en: "Whoever subtracts this area and other areas from each other has fewer than 10 residents left."))
        }
        if !check.isComplete {
            findings.error(
                key, column: "--buurten",
                Localized(
                    nl: "Er zijn te veel gebieden om alle verschillen na te gaan. Haal eerst een eigen gebied weg.",
                    en: "There are too many areas to check all differences. Remove a custom area first."))
        }
    }
}

extension OwnRelease {
    /// Opens what a stored table shows with numbers of its own revision.
    mutating func open(like table: OwnTable) {
        shown = Set(
            model.regions.indices.flatMap { region in
                (0..<model.columns).filter { column in
                    table.cell(model.regions[region].place, column == model.categories ? OwnTable.total : column).number == table.revision.number
                }.map { model.cell(region, $0) }
            })
    }
}
