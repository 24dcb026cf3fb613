/// Reads JSON (RFC 8259) from bytes without building a tree: the caller walks through objects and arrays and takes what it wants.
///
/// Foundation's reader takes seconds and hundreds of megabytes for a file of boundaries. Every step checks the end of the bytes and the depth.
struct JSONScanner {
    let bytes: [UInt8]
    var position = 0
    /// Real files lie about ten deep.
    static let depthLimit = 64

    /// Skips a byte order mark.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    func failure(_ expected: String) -> GeoError { GeoError(.malformed(expected: expected), position: position) }

    /// The next byte that is not white space, still to be read; 0 at the end.
    mutating func peek() -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return 0
    }

    mutating func expect(_ byte: UInt8) throws(GeoError) {
        guard peek() == byte, position < bytes.count else { throw failure("'\(Character(Unicode.Scalar(byte)))'") }
        position += 1
    }

    /// Takes the byte if it is the next one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte, position < bytes.count else { return false }
        position += 1
        return true
    }

    /// The next name in an object whose brace is read, nil behind its closing brace. `first` starts as true.
    mutating func nextKey(_ first: inout Bool) throws(GeoError) -> String? {
        if take(0x7D) { return nil }
        if !first { try expect(0x2C) }
        first = false
        let key = try string()
        try expect(0x3A)
        return key
    }

    /// Whether another element follows in an array whose bracket is read; reads its closing bracket. `first` starts as true.
    mutating func nextElement(_ first: inout Bool) throws(GeoError) -> Bool {
        if take(0x5D) { return false }
        if !first { try expect(0x2C) }
        first = false
        return true
    }

    mutating func literal(_ word: StaticString) throws(GeoError) {
        _ = peek()
        let count = word.utf8CodeUnitCount
        let matches = position + count <= bytes.count && word.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
        guard matches else { throw failure("\(word)") }
        position += count
    }

    /// Steps over any value.
    mutating func skip(depth: Int = 0) throws(GeoError) {
        guard depth < JSONScanner.depthLimit else { throw GeoError(.tooDeep, position: position) }
        switch peek() {
        case 0x7B:
            position += 1
            var first = true
            while !take(0x7D) {
                if !first { try expect(0x2C) }
                first = false
                try skipString()
                try expect(0x3A)
                try skip(depth: depth + 1)
            }
        case 0x5B:
            position += 1
            var first = true
            while try nextElement(&first) { try skip(depth: depth + 1) }
        case 0x22: try skipString()
        case 0x74: try literal("true")
        case 0x66: try literal("false")
        case 0x6E: try literal("null")
        default: _ = try numberBytes()
        }
    }

    /// Nothing but white space may follow.
    mutating func end() throws(GeoError) {
        guard peek() == 0, position >= bytes.count else { throw failure("the end") }
    }
}

// MARK: - Scalars

extension JSONScanner {
    /// A scalar as text: strings unescaped, numbers as written, true and false; nil for null, objects and arrays, which are stepped over.
    mutating func scalarText() throws(GeoError) -> String? {
        switch peek() {
        case 0x22: return try string()
        case 0x74:
            try literal("true")
            return "true"
        case 0x66:
            try literal("false")
            return "false"
        case 0x7B, 0x5B, 0x6E:
            try skip()
            return nil
        default: return String(decoding: bytes[try numberBytes()], as: UTF8.self)
        }
    }

    private mutating func skipString() throws(GeoError) {
        try expect(0x22)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return
            }
            guard byte >= 0x20 else { throw failure("no control character in a string") }
            position += byte == 0x5C ? 2 : 1
        }
        position = bytes.count
        throw failure("'\"'")
    }

    mutating func string() throws(GeoError) -> String {
        try expect(0x22)
        let start = position
        while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 { position += 1 }
        guard position < bytes.count else { throw failure("'\"'") }
        if bytes[position] == 0x22 {
            position += 1
            return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while position < bytes.count, bytes[position] != 0x22 {
            guard bytes[position] >= 0x20 else { throw failure("no control character in a string") }
            if bytes[position] == 0x5C {
                position += 1
                try unescape(into: &text)
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        try expect(0x22)
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func unescape(into text: inout [UInt8]) throws(GeoError) {
        guard position < bytes.count else { throw failure("an escaped character") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var code = try hexadecimal()
            let isPair = (0xD800..<0xDC00).contains(code) && position + 1 < bytes.count && bytes[position] == 0x5C && bytes[position + 1] == 0x75
            if isPair {
                position += 2
                let low = try hexadecimal()
                code = (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
            }
            text.append(contentsOf: Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8))
        default:
            position -= 1
            throw failure("an escaped character")
        }
    }

    private mutating func hexadecimal() throws(GeoError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw failure("four hexadecimal digits") }
        var code: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw failure("four hexadecimal digits")
            }
            code = code << 4 | UInt32(digit)
        }
        position += 4
        return code
    }

    /// The extent of a number by its first and following characters; ``number()`` checks the rest.
    private mutating func numberBytes() throws(GeoError) -> Range<Int> {
        _ = peek()
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: position += 1
            default:
                guard position > start else { throw failure("a value") }
                return start..<position
            }
        }
        guard position > start else { throw failure("a value") }
        return start..<position
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// A finite number. Up to 15 digits without exponent are exact by one division (Clinger 1990); the rest takes the standard library's way.
    mutating func number() throws(GeoError) -> Double {
        _ = peek()
        let start = position
        let isNegative = position < bytes.count && bytes[position] == 0x2D
        if isNegative { position += 1 }
        var mantissa: UInt64 = 0
        var digits = 0, decimals = 0
        var seenPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39 {
                if digits < 18 { mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30) }
                digits += 1
                if seenPoint { decimals += 1 }
            } else if byte == 0x2E, !seenPoint {
                seenPoint = true
            } else {
                break
            }
            position += 1
        }
        let hasExponent = position < bytes.count && (bytes[position] == 0x45 || bytes[position] == 0x65)
        if digits > 0, digits <= 15, !hasExponent {
            let value = Double(mantissa) / JSONScanner.powersOfTen[decimals]
            return isNegative ? -value : value
        }
        position = start
        let range = try numberBytes()
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
            position = start
            throw failure("a number")
        }
        return value
    }

    /// A whole number that fits an Int32.
    mutating func integer() throws(GeoError) -> Int {
        let start = position
        guard let value = Int32(exactly: try number()) else {
            position = start
            throw failure("a whole number")
        }
        return Int(value)
    }
}
