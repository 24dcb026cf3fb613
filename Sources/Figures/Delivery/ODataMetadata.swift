import Core

extension TableMetadata {
    /// Metadata of OData v3.
    ///
    /// - Parameters:
    ///   - properties: entries of `DataProperties`
    ///   - info: the entry of `TableInfos`
    ///   - periods: entries of the period dimension
    init(v3 properties: [JSONValue], info: JSONValue?, periods: [JSONValue] = []) {
        var groups: [Int: (title: String, parent: Int?)] = [:]
        for entry in properties where entry["Type"]?.text == "TopicGroup" {
            guard let id = entry.whole("ID") else { continue }
            groups[id] = (entry["Title"]?.text?.trimmed ?? "", entry.whole("ParentID"))
        }
        var columns: [ColumnDescription] = []
        var dimensions: [Dimension] = []
        for entry in properties {
            guard let key = entry["Key"]?.text?.trimmed, !key.isEmpty, let type = entry["Type"]?.text else { continue }
            switch type {
            case "Topic":
                columns.append(
                    ColumnDescription(
                        key: key, title: entry["Title"]?.text?.trimmed, unit: entry["Unit"]?.text?.trimmed, decimals: entry.whole("Decimals"),
                        path: TableMetadata.path(from: entry.whole("ParentID"), in: groups)))
            case "TopicGroup": continue
            default: dimensions.append(Dimension(name: key, isArea: type.hasPrefix("Geo"), isPeriod: type == "TimeDimension"))
            }
        }
        self.init(
            table: info?["Identifier"]?.text?.trimmed ?? "", title: info?["Title"]?.text?.trimmed ?? "", modified: info?["Modified"]?.text, columns: columns,
            dimensions: dimensions, statuses: TableMetadata.statuses(periods, key: "Key"), rowCount: info?.whole("RecordCount"))
    }

    /// Metadata of OData v4.
    ///
    /// - Parameters:
    ///   - properties: the singleton `Properties`
    ///   - measures: entries of `MeasureCodes`
    ///   - groups: entries of `MeasureGroups`
    ///   - dimensions: entries of `Dimensions`
    ///   - periods: codes of the period dimension
    init(v4 properties: JSONValue?, measures: [JSONValue], groups: [JSONValue], dimensions: [JSONValue], periods: [JSONValue] = []) {
        var known: [String: (title: String, parent: String?)] = [:]
        for group in groups {
            guard let id = group["Id"]?.text else { continue }
            known[id] = (group["Title"]?.text?.trimmed ?? "", group["ParentId"]?.text)
        }
        let columns = measures.compactMap { measure -> ColumnDescription? in
            guard let key = measure["Identifier"]?.text?.trimmed, !key.isEmpty else { return nil }
            return ColumnDescription(
                key: key, title: measure["Title"]?.text?.trimmed, unit: measure["Unit"]?.text?.trimmed, decimals: measure.whole("Decimals"),
                path: TableMetadata.path(from: measure["MeasureGroupId"]?.text, in: known))
        }
        let axes = dimensions.compactMap { dimension -> Dimension? in
            guard let name = dimension["Identifier"]?.text?.trimmed, !name.isEmpty else { return nil }
            let kind = dimension["Kind"]?.text ?? ""
            return Dimension(name: name, isArea: kind.hasPrefix("Geo"), isPeriod: kind == "TimeDimension")
        }
        self.init(
            table: properties?["Identifier"]?.text?.trimmed ?? "", title: properties?["Title"]?.text?.trimmed ?? "",
            modified: properties?["ObservationsModified"]?.text ?? properties?["Modified"]?.text, columns: columns, dimensions: axes,
            statuses: TableMetadata.statuses(periods, key: "Identifier"), rowCount: properties?.whole("ObservationCount"))
    }

    /// Reads `DataProperties` (v3) or `MeasureCodes` (v4) that were saved beside a CSV file.
    package init(json bytes: [UInt8], groups: [UInt8]? = nil, source: String) throws(ImportRefused) {
        do {
            let entries = try JSONValue(bytes)["value"]?.list ?? []
            if entries.contains(where: { $0["Identifier"] != nil }) {
                let groups = try groups.map { bytes throws(JSONFault) in try JSONValue(bytes) }?["value"]?.list ?? []
                self.init(v4: nil, measures: entries, groups: groups, dimensions: [])
            } else {
                self.init(v3: entries, info: nil)
            }
        } catch {
            let reason = Localized(
                nl: "Dit is geen JSON (byte \(error.position)): \(error.reason).", en: "This is not JSON (byte \(error.position)): \(error.reason).")
            throw ImportRefused([Diagnostic(.error, source: source, reason: reason)])
        }
    }

    /// Titles from the outermost group to the nearest; a circle of groups ends at sixteen.
    private static func path<ID: Hashable>(from id: ID?, in groups: [ID: (title: String, parent: ID?)]) -> [String] {
        var path: [String] = []
        var next = id
        while let id = next, let group = groups[id], path.count < 16 {
            path.insert(group.title, at: 0)
            next = group.parent
        }
        return path
    }

    private static func statuses(_ periods: [JSONValue], key: String) -> [String: FigureStatus] {
        var statuses: [String: FigureStatus] = [:]
        for period in periods {
            guard let code = period[key]?.text?.trimmed, let status = period["Status"]?.text.flatMap(TableMetadata.status(word:)) else { continue }
            statuses[code] = status
        }
        return statuses
    }
}

extension JSONValue {
    /// A whole number, also where the source writes `4.0`.
    func whole(_ key: String) -> Int? { self[key]?.number.flatMap { Int(exactly: $0) } }
}
