import Core
import Foundation
import Transfer

/// Fetches tables of CBS and of third parties from StatLine, through OData v3 or v4.
package struct StatLine: Sendable {
    /// The two generations of the service.
    package enum Edition: String, Sendable, Hashable, CaseIterable {
        /// A column per measure.
        case v3
        /// A row per measure.
        case v4
    }

    /// Where the services are, without a slash at the end.
    package struct Addresses: Sendable, Hashable {
        package var v3: [Mapping.Catalogue: String]
        package var v4: [Mapping.Catalogue: String]

        package init(v3: [Mapping.Catalogue: String], v4: [Mapping.Catalogue: String]) {
            self.v3 = v3
            self.v4 = v4
        }

        /// The bulk service of v3, which has no limit on rows in all, and the v4 service.
        package static let official = Addresses(
            v3: [.cbs: "https://opendata.cbs.nl/ODataFeed/odata", .derden: "https://dataderden.cbs.nl/ODataFeed/odata"],
            v4: [.cbs: "https://datasets.cbs.nl/odata/v1/CBS", .derden: "https://datasets.cbs.nl/odata/v1/RIVM"])
    }

    private let edition: Edition
    private let addresses: Addresses
    private let service: ODataService
    private let store: PageStore

    /// - Parameters:
    ///   - attempts: how often a request is tried in all, with waits of 1, 2, 4 … seconds between
    ///   - store: keeps pages, so that an interrupted fetch goes on where it stopped
    package init(
        client: HTTPClient, edition: Edition, addresses: Addresses = .official, pace: Pace = Pace(), attempts: Int = 5, store: PageStore = .none
    ) {
        self.edition = edition
        self.addresses = addresses
        service = ODataService(client: client, pace: pace, attempts: max(attempts, 1))
        self.store = store
    }

    /// Fetches the table of a mapping and reads it.
    ///
    /// - Parameters:
    ///   - areas: only these and what lies in them; empty: the whole table
    ///   - retrieved: the time of this fetch
    /// - Throws: what was wrong with the source or its data. Pages that came whole stay in the store.
    package func deliver(
        _ mapping: Mapping, areas: [AreaCode] = [], checks: DeliveryChecks = DeliveryChecks(), retrieved: Date, progress: WorkProgress = .silent
    ) async throws(ImportRefused) -> DeliveredTable {
        let root = try root(of: mapping)
        let metadata = try await metadata(root)
        let filter = try await filter(root, mapping: mapping, metadata: metadata, areas: areas)
        let expected = await expectedRows(root, filter: filter, metadata: metadata)
        var findings = Findings()
        if expected == nil {
            findings.warning(
                root,
                Localized(
                    nl: "Het aantal rijen is niet na te tellen: de bron noemt het niet.",
                    en: "The number of rows cannot be verified: the source does not tell it."))
        }
        let tidy: Mapping.Tidy? = edition == .v4 ? .odata : nil
        // Numbers in OData are JSON, whatever the mapping says about its CSV file.
        let plain = mapping.withPlainNumbers
        var builder = TableBuilder(mapping: plain, metadata: metadata, tidy: tidy, checks: checks, source: root, findings: findings)
        let key = "\(root) \(metadata.modified ?? "") "
        let pages = ODataPages(service: service, store: store, key: key, expected: expected)
        let stage = Localized(nl: "Cijfers ophalen: \(mapping.title.nl)", en: "Fetching figures: \(mapping.title.en)")
        let used = try await pages.read(from: data(root) + query(filter)) { page, url, rows in
            builder.add(page.sheet, source: url)
            progress(stage, rows, of: expected)
        }
        guard try await modified(root) == metadata.modified else {
            throw service.refused(
                root, Localized(nl: "De bron is veranderd tijdens het ophalen. Begin opnieuw.", en: "The source has changed during the fetch. Start again."))
        }
        let table = try builder.finish(retrieved: retrieved)
        for url in used { await store.remove(url) }
        return table
    }

    /// Columns, dimensions and edition of a mapping's table.
    package func metadata(_ mapping: Mapping) async throws(ImportRefused) -> TableMetadata {
        try await metadata(root(of: mapping))
    }

    private func root(of mapping: Mapping) throws(ImportRefused) -> String {
        let base = edition == .v3 ? addresses.v3[mapping.catalogue] : addresses.v4[mapping.catalogue]
        guard let table = mapping.table, let base, table.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }) else {
            throw service.refused(mapping.id, Localized(nl: "Deze mapping noemt geen tabel van StatLine.", en: "This mapping names no table of StatLine."))
        }
        return "\(base)/\(table)"
    }

    private func metadata(_ root: String) async throws(ImportRefused) -> TableMetadata {
        switch edition {
        case .v3:
            let info = try await service.list("\(root)/TableInfos?$format=json").first
            let properties = try await service.list("\(root)/DataProperties?$format=json")
            let time = properties.first { $0["Type"]?.text == "TimeDimension" }?["Key"]?.text?.trimmed
            var periods: [JSONValue] = []
            if let time { periods = try await service.list("\(root)/\(ODataFilter.escaped(time))?$format=json") }
            return TableMetadata(v3: properties, info: info, periods: periods)
        case .v4:
            let properties = try await service.get("\(root)/Properties") { (answer: HTTPAnswer) throws(JSONFault) in try JSONValue(answer.body) }
            let measures = try await service.list("\(root)/MeasureCodes")
            // Tables without groups have no such list at all.
            let hasGroups = measures.contains { $0["MeasureGroupId"]?.text != nil }
            let groups = hasGroups ? try await service.list("\(root)/MeasureGroups") : []
            let dimensions = try await service.list("\(root)/Dimensions")
            let time = dimensions.first { $0["Kind"]?.text == "TimeDimension" }?["Identifier"]?.text?.trimmed
            var periods: [JSONValue] = []
            if let time { periods = try await service.list("\(root)/\(ODataFilter.escaped(time))Codes") }
            return TableMetadata(v4: properties, measures: measures, groups: groups, dimensions: dimensions, periods: periods)
        }
    }

    private func modified(_ root: String) async throws(ImportRefused) -> String? {
        switch edition {
        case .v3: return try await service.list("\(root)/TableInfos?$format=json").first?["Modified"]?.text
        case .v4:
            let properties = try await service.get("\(root)/Properties") { (answer: HTTPAnswer) throws(JSONFault) in try JSONValue(answer.body) }
            return properties["ObservationsModified"]?.text ?? properties["Modified"]?.text
        }
    }

    /// Address of the rows. Untyped rows of v3 keep the signs apart that typed rows make the same null of.
    private func data(_ root: String) -> String { edition == .v3 ? "\(root)/UntypedDataSet" : "\(root)/Observations" }

    private func query(_ filter: String?) -> String {
        let format = edition == .v3 ? "$format=json" : nil
        let parts = [format, filter.map { "$filter=\(ODataFilter.escaped($0))" }].compactMap { $0 }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// Rows that must come; nil when the source does not tell.
    private func expectedRows(_ root: String, filter: String?, metadata: TableMetadata) async -> Int? {
        let escaped = filter.map { "$filter=\(ODataFilter.escaped($0))" }
        let counted: Int?
        switch edition {
        case .v3:
            counted = try? await service.get("\(data(root))/$count" + (escaped.map { "?\($0)" } ?? "")) { (answer: HTTPAnswer) throws(JSONFault) in
                let text = String(decoding: answer.body.prefix(40), as: UTF8.self).filter { $0.isASCII && $0.isNumber }
                guard let count = Int(text) else { throw JSONFault(position: 0, reason: "not a count") }
                return count
            }
        case .v4:
            counted = try? await service.get("\(data(root))?$count=true&$top=1" + (escaped.map { "&\($0)" } ?? "")) { (answer: HTTPAnswer) throws(JSONFault) in
                guard let count = try ODataPage(answer.body).count else { throw JSONFault(position: 0, reason: "not a count") }
                return count
            }
        }
        return counted ?? (filter == nil ? metadata.rowCount : nil)
    }

    /// The filter for areas and for row rules on dimensions; nil for the whole table.
    private func filter(_ root: String, mapping: Mapping, metadata: TableMetadata, areas: [AreaCode]) async throws(ImportRefused) -> String? {
        var parts: [String] = []
        if !areas.isEmpty {
            let names = mapping.code.columns.map(ColumnDescription.plain)
            let axis = metadata.dimensions.first { names.contains(ColumnDescription.plain($0.name)) } ?? metadata.dimensions.first { $0.isArea }
            guard let axis else {
                throw service.refused(root, Localized(nl: "Deze tabel heeft geen dimensie met gebieden.", en: "This table has no dimension of areas."))
            }
            parts.append(ODataFilter.areas(areas, in: axis.name))
        }
        for rule in mapping.rows {
            guard let axis = metadata.dimensions.first(where: { ColumnDescription.plain($0.name) == ColumnDescription.plain(rule.column) }) else { continue }
            let address = edition == .v3 ? "\(root)/\(ODataFilter.escaped(axis.name))?$format=json" : "\(root)/\(ODataFilter.escaped(axis.name))Codes"
            let known = try await service.list(address).compactMap { $0[edition == .v3 ? "Key" : "Identifier"]?.text }
            // Keys are padded to the width of their dimension; any other width gives an empty answer without an error.
            let keys = known.filter { rule.values.contains($0.trimmed) }
            guard Set(keys.map(\.trimmed)).isSuperset(of: rule.values) else {
                let missing = Set(rule.values).subtracting(keys.map(\.trimmed)).sorted().joined(separator: ", ")
                throw service.refused(
                    address, Localized(nl: "De dimensie kent deze waarde niet.", en: "The dimension does not know this value."), value: missing)
            }
            parts.append(ODataFilter.keys(keys, in: axis.name))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
}

extension Mapping {
    /// The same mapping for numbers as JSON writes them.
    var withPlainNumbers: Mapping {
        var copy = self
        copy.format = Format()
        return copy
    }
}
