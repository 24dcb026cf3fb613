/// One page of rows of OData v3 or v4, read straight from its bytes.
struct ODataPage {
    let sheet: Sheet
    /// Address of the next page, to be followed exactly as it stands; nil on the last one.
    let nextLink: String?
    /// Rows in all, when it was asked for.
    let count: Int?

    /// - Parameter firstRow: number of the first row, counted from 1 over all pages
    init(_ bytes: [UInt8], firstRow: Int = 1) throws(JSONFault) {
        var cursor = JSONCursor(bytes)
        guard bytes.count < Int(UInt32.max) / 2 else { throw cursor.fault("page larger than 2 GB") }
        var rows: ODataRows?
        var nextLink: String?
        var count: Int?
        try cursor.members { (cursor: inout JSONCursor, key: String) throws(JSONFault) in
            switch key {
            case "value": rows = try ODataRows(&cursor)
            case "odata.nextLink", "@odata.nextLink": nextLink = try cursor.value(depth: 1).text
            case "odata.count", "@odata.count": count = ODataPage.count(try cursor.value(depth: 1))
            default: try cursor.skipValue(depth: 1)
            }
        }
        try cursor.end()
        guard let rows else { throw cursor.fault("there is no list called value") }
        let numbers = Array(firstRow..<(firstRow + rows.rowCount))
        sheet = Sheet(bytes: bytes + rows.pool, columns: rows.columns, cells: rows.cells, rowNumbers: numbers)
        self.nextLink = nextLink.flatMap { $0.isEmpty ? nil : $0 }
        self.count = count
    }

    /// v3 writes the count as text, v4 as a number.
    private static func count(_ value: JSONValue) -> Int? {
        value.number.flatMap { Int(exactly: $0) } ?? value.text.flatMap { Int($0) }
    }
}

/// The rows of a page as places of cells. All rows have the keys of the first, in any order.
struct ODataRows {
    private(set) var columns: [String] = []
    private(set) var cells: [Sheet.Cell] = []
    private(set) var pool: [UInt8] = []
    private(set) var rowCount = 0
    private var keys: [[UInt8]] = []

    init(_ cursor: inout JSONCursor) throws(JSONFault) {
        try cursor.expect("[")
        if cursor.take("]") { return }
        try first(&cursor)
        while cursor.take(",") { try next(&cursor) }
        try cursor.expect("]")
    }

    /// Row numbers of the source (`ID`, `Id`) say nothing and are left out.
    private static func isNumber(_ key: ArraySlice<UInt8>) -> Bool { key.elementsEqual("ID".utf8) || key.elementsEqual("Id".utf8) }

    private mutating func first(_ cursor: inout JSONCursor) throws(JSONFault) {
        try cursor.expect("{")
        rowCount = 1
        if cursor.take("}") { return }
        repeat {
            let key = try cursor.string().range
            try cursor.expect(":")
            if ODataRows.isNumber(cursor.bytes[key]) {
                try cursor.skipValue(depth: 3)
                continue
            }
            guard columns.count < 4_096 else { throw cursor.fault("more than 4096 columns") }
            columns.append(String(decoding: cursor.bytes[key], as: UTF8.self))
            keys.append(Array(cursor.bytes[key]))
            cells.append(try cell(&cursor))
        } while cursor.take(",")
        try cursor.expect("}")
    }

    private mutating func next(_ cursor: inout JSONCursor) throws(JSONFault) {
        try cursor.expect("{")
        let start = cells.count
        cells.append(contentsOf: repeatElement(.null, count: columns.count))
        rowCount += 1
        if cursor.take("}") { return }
        var expected = 0
        repeat {
            let key = try cursor.string().range
            try cursor.expect(":")
            if let column = column(cursor.bytes[key], expected) {
                cells[start + column] = try cell(&cursor)
                expected = column + 1
            } else if ODataRows.isNumber(cursor.bytes[key]) {
                try cursor.skipValue(depth: 3)
            } else {
                throw cursor.fault("a row has a key that the first row has not: \(String(decoding: cursor.bytes[key].prefix(40), as: UTF8.self))")
            }
        } while cursor.take(",")
        try cursor.expect("}")
    }

    /// Keys come in the same order in nearly every row, so the expected one is tried first.
    private func column(_ key: ArraySlice<UInt8>, _ expected: Int) -> Int? {
        if expected < keys.count, keys[expected].count == key.count, keys[expected].elementsEqual(key) { return expected }
        return keys.firstIndex { $0.count == key.count && $0.elementsEqual(key) }
    }

    private mutating func cell(_ cursor: inout JSONCursor) throws(JSONFault) -> Sheet.Cell {
        switch cursor.peek() {
        case 0x22:
            let (range, isEscaped) = try cursor.string()
            guard isEscaped else { return Sheet.Cell(start: UInt32(range.lowerBound), length: UInt32(range.count)) }
            let text = try cursor.unescaped(range)
            let start = cursor.bytes.count + pool.count
            pool.append(contentsOf: text)
            return Sheet.Cell(start: UInt32(start), length: UInt32(text.count))
        case 0x7B, 0x5B:
            try cursor.skipValue(depth: 3)
            return .null
        default:
            let range = try cursor.literal()
            if range.count == 4, cursor.bytes[range].elementsEqual("null".utf8) { return .null }
            return Sheet.Cell(start: UInt32(range.lowerBound), length: UInt32(range.count))
        }
    }
}
