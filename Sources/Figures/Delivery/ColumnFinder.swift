/// What a source says about one of its columns or measures.
package struct ColumnDescription: Sendable, Hashable {
    /// Name of the column or code of the measure: `Tussenwoning_49`, `T001036`.
    package let key: String
    /// Nil where only a name is known.
    package let title: String?
    package let unit: String?
    package let decimals: Int?
    /// Titles of the groups it stands under, outermost first.
    package let path: [String]

    package init(key: String, title: String? = nil, unit: String? = nil, decimals: Int? = nil, path: [String] = []) {
        self.key = key
        self.title = title
        self.unit = unit
        self.decimals = decimals
        self.path = path
    }

    /// Reads the header of a StatLine export, `Group/Title (unit)`; any other name has no title.
    init(header: String) {
        let text = header.trimmed
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            let parts = text.split(separator: "/").map { String($0).trimmed }
            self.init(key: text, title: parts.count > 1 ? parts.last : nil, path: Array(parts.dropLast()))
            return
        }
        let unit = text[text.index(after: open)...].dropLast()
        let parts = text[..<open].split(separator: "/").map { String($0).trimmed }
        self.init(key: text, title: parts.last, unit: String(unit).trimmed, path: Array(parts.dropLast()))
    }

    /// The name without the running number that StatLine puts behind it.
    var stem: String {
        let bytes = Array(key.trimmed.utf8)
        var end = bytes.count
        while end > 0, (0x30...0x39).contains(bytes[end - 1]) { end -= 1 }
        guard end > 1, end < bytes.count, bytes[end - 1] == 0x5F else { return key.trimmed }
        return String(decoding: bytes[..<(end - 1)], as: UTF8.self)
    }

    /// For comparing: lower case, white space collapsed.
    static func plain(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}

/// Finds the columns a mapping means: by name without running number, or by title and unit; never by number.
struct ColumnFinder {
    enum Answer: Hashable {
        case found(Int)
        case absent
        case ambiguous([Int])
        /// Only titles are asked for, and the source gives none.
        case needsMetadata
    }

    let columns: [ColumnDescription]
    private let plain: [(key: String, stem: String, title: String?, unit: String?, path: [String])]

    init(_ columns: [ColumnDescription]) {
        self.columns = columns
        plain = columns.map { column in
            (
                ColumnDescription.plain(column.key), ColumnDescription.plain(column.stem), column.title.map(ColumnDescription.plain),
                column.unit.map(ColumnDescription.plain), column.path.map(ColumnDescription.plain)
            )
        }
    }

    func find(_ selector: Mapping.Selector) -> Answer {
        let isPlainName = selector.title == nil && selector.unit == nil && selector.under.isEmpty
        guard !isPlainName, plain.contains(where: { $0.title != nil }) else {
            return selector.name.map { find(name: $0) } ?? .needsMetadata
        }
        let title = selector.title.map(ColumnDescription.plain)
        let unit = selector.unit.map(ColumnDescription.plain)
        let under = selector.under.map(ColumnDescription.plain)
        let name = selector.name.map(ColumnDescription.plain)
        let found = plain.indices.filter { index in
            let column = plain[index]
            guard let known = column.title else { return false }
            if let title { guard known == title else { return false } } else if name != column.key && name != column.stem { return false }
            return (unit == nil || unit == column.unit) && under.allSatisfy { column.path.contains($0) }
        }
        return answer(found)
    }

    /// The name as it stands; else without running number; else as a title.
    func find(name: String) -> Answer {
        let name = ColumnDescription.plain(name)
        for found in [plain.indices.filter { plain[$0].key == name }, plain.indices.filter { plain[$0].stem == name }] where !found.isEmpty {
            return answer(found)
        }
        return answer(plain.indices.filter { plain[$0].title == name })
    }

    /// Everything with this name: for leaving out, more than one is fine.
    func all(named name: String) -> [Int] {
        let name = ColumnDescription.plain(name)
        let exact = plain.indices.filter { plain[$0].key == name }
        return exact.isEmpty ? plain.indices.filter { plain[$0].stem == name || plain[$0].title == name } : exact
    }

    /// The first of several names that is there without doubt.
    func first(of names: [String]) -> Int? {
        for name in names {
            if case .found(let index) = find(name: name) { return index }
        }
        return nil
    }

    private func answer(_ found: [Int]) -> Answer {
        switch found.count {
        case 0: .absent
        case 1: .found(found[0])
        default: .ambiguous(found)
        }
    }
}

extension String {
    /// Without white space on both sides.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
