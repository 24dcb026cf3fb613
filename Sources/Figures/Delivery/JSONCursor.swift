/// Where JSON text is not JSON.
struct JSONFault: Error, Hashable {
    /// Offset in bytes.
    let position: Int
    let reason: String
}

/// A JSON document as values, for small documents: mappings and metadata. Figures are read by ``ODataPage`` without values in between.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads one whole document.
    init(_ bytes: [UInt8]) throws(JSONFault) {
        var cursor = JSONCursor(bytes)
        self = try cursor.value(depth: 0)
        try cursor.end()
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    subscript(_ key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}

/// Walks over JSON bytes (RFC 8259), at most ``JSONCursor/deepest`` levels deep.
struct JSONCursor {
    static let deepest = 64

    let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is not JSON, but some servers send one.
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    func fault(_ reason: String) -> JSONFault { JSONFault(position: position, reason: reason) }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// The next byte that is not white space, not consumed; nil at the end.
    mutating func peek() -> UInt8? {
        skipSpace()
        return position < bytes.count ? bytes[position] : nil
    }

    /// Consumes the given character when it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let next = peek(), UInt32(next) == character.value else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
        guard take(character) else { throw fault("expected \(character)") }
    }

    mutating func end() throws(JSONFault) {
        guard peek() == nil else { throw fault("something behind the end") }
    }

    /// The bytes between the quotation marks of the string that is next.
    mutating func string() throws(JSONFault) -> (range: Range<Int>, isEscaped: Bool) {
        try expect("\"")
        let start = position
        var isEscaped = false
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:
                position += 1
                return (start..<(position - 1), isEscaped)
            case 0x5C:
                isEscaped = true
                position += 2
            case 0..<0x20: throw fault("control character in a string")
            default: position += 1
            }
        }
        position = bytes.count
        throw fault("a string does not end")
    }

    /// The bytes of the number, `true`, `false` or `null` that is next.
    mutating func literal() throws(JSONFault) -> Range<Int> {
        skipSpace()
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x2D, 0x2E: position += 1
            default:
                guard position > start else { throw fault("expected a value") }
                return start..<position
            }
        }
        guard position > start else { throw fault("expected a value") }
        return start..<position
    }

    mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < JSONCursor.deepest else { throw fault("too deep") }
        switch peek() {
        case 0x22: return .text(try text())
        case 0x7B:
            var object: [String: JSONValue] = [:]
            try members { (cursor: inout JSONCursor, key: String) throws(JSONFault) in object[key] = try cursor.value(depth: depth + 1) }
            return .object(object)
        case 0x5B:
            var list: [JSONValue] = []
            try elements { (cursor: inout JSONCursor) throws(JSONFault) in list.append(try cursor.value(depth: depth + 1)) }
            return .list(list)
        default: return try scalar(literal())
        }
    }

    private func scalar(_ range: Range<Int>) throws(JSONFault) -> JSONValue {
        let word = String(decoding: bytes[range], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            guard let number = NumberForm.json.read(bytes, range) else { throw fault("not a value: \(word.prefix(20))") }
            return .number(number.value)
        }
    }

    /// Hands every member of the object that is next to `body`, which must consume the value.
    mutating func members(_ body: (inout JSONCursor, String) throws(JSONFault) -> Void) throws(JSONFault) {
        try expect("{")
        if take("}") { return }
        repeat {
            let key = try text()
            try expect(":")
            try body(&self, key)
        } while take(",")
        try expect("}")
    }

    /// Calls `body` before every element of the list that is next; `body` must consume it.
    mutating func elements(_ body: (inout JSONCursor) throws(JSONFault) -> Void) throws(JSONFault) {
        try expect("[")
        if take("]") { return }
        repeat { try body(&self) } while take(",")
        try expect("]")
    }

    mutating func skipValue(depth: Int = 0) throws(JSONFault) {
        guard depth < JSONCursor.deepest else { throw fault("too deep") }
        switch peek() {
        case 0x22: _ = try string()
        case 0x7B: try members { (cursor: inout JSONCursor, _: String) throws(JSONFault) in try cursor.skipValue(depth: depth + 1) }
        case 0x5B: try elements { (cursor: inout JSONCursor) throws(JSONFault) in try cursor.skipValue(depth: depth + 1) }
        default: _ = try literal()
        }
    }

    /// The string that is next, with its escapes read.
    mutating func text() throws(JSONFault) -> String {
        let (range, isEscaped) = try string()
        return isEscaped ? String(decoding: try unescaped(range), as: UTF8.self) : String(decoding: bytes[range], as: UTF8.self)
    }

    /// UTF-8 bytes of a string with its escapes read; half a surrogate pair becomes U+FFFD.
    func unescaped(_ range: Range<Int>) throws(JSONFault) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == 0x5C else {
                output.append(bytes[index])
                index += 1
                continue
            }
            guard index + 1 < range.upperBound else { throw JSONFault(position: index, reason: "escape") }
            let escape = bytes[index + 1]
            index += 2
            if escape == 0x75 {
                output.append(contentsOf: Array(String(try scalar(at: &index, in: range)).utf8))
            } else if let place = JSONCursor.escapes.firstIndex(of: escape) {
                output.append(JSONCursor.escaped[place])
            } else {
                throw JSONFault(position: index, reason: "unknown escape")
            }
        }
        return output
    }

    private static let escapes = Array("\"\\/bfnrt".utf8)
    private static let escaped: [UInt8] = [0x22, 0x5C, 0x2F, 0x08, 0x0C, 0x0A, 0x0D, 0x09]

    private func scalar(at index: inout Int, in range: Range<Int>) throws(JSONFault) -> Character {
        let first = try unit(at: &index, in: range)
        if (0xD800..<0xDC00).contains(first), index + 1 < range.upperBound, bytes[index] == 0x5C, bytes[index + 1] == 0x75 {
            var next = index + 2
            let second = try unit(at: &next, in: range)
            if (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
                index = next
                return Character(scalar)
            }
        }
        return Unicode.Scalar(first).map(Character.init) ?? "\u{FFFD}"
    }

    private func unit(at index: inout Int, in range: Range<Int>) throws(JSONFault) -> UInt32 {
        guard index + 4 <= range.upperBound, let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
            throw JSONFault(position: index, reason: "unicode escape")
        }
        index += 4
        return unit
    }
}
