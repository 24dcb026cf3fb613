import Transfer

/// Reads `multipart/form-data` (RFC 7578) as it comes in: never more of it in memory than one piece and one head.
///
/// Total: whatever the bytes are and however they are cut, there are pieces or a fault.
struct MultipartReader {
    /// The head of one part.
    struct Head: Sendable, Hashable {
        let name: String
        /// As the sender has it; nil for a field that is no file.
        let fileName: String?
    }

    enum Piece: Sendable, Hashable {
        case begin(Head)
        case bytes([UInt8])
        case end
    }

    enum Fault: Error, Sendable, Hashable {
        /// Not what the standard says: no boundary, a head that is too long or has no name, cut off.
        case malformed
    }

    private enum State {
        /// Before the first delimiter; what stands there means nothing.
        case preamble
        /// Behind a delimiter: another part follows, or the end.
        case delimiter
        case head, body
        /// Behind the last delimiter; what stands there means nothing.
        case epilogue
    }

    /// Most bytes of the head of a part.
    static let headLimit = 8 << 10

    /// CR LF, two hyphens and the boundary (RFC 2046, 5.1.1).
    private let delimiter: [UInt8]
    private var state = State.preamble
    /// As if a line ended before the first byte: then the first delimiter is as all others.
    private var waiting: [UInt8] = [0x0D, 0x0A]

    /// - Parameter contentType: the whole header; nil where it is of another kind or names no boundary
    init?(contentType: String) {
        let parts = contentType.split(separator: ";", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == "multipart/form-data",
            let boundary = Self.parameters(Array(parts[1].utf8)[...])["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !boundary.hasSuffix(" ")
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next bytes and gives what is known now.
    mutating func take(_ bytes: some Sequence<UInt8>, _ give: (Piece) throws -> Void) throws {
        waiting.append(contentsOf: bytes)
        while try step(give) {}
    }

    /// The body has ended.
    func finish() throws(Fault) {
        guard case .epilogue = state else { throw .malformed }
    }

    /// Whether there is more to do with the bytes that are there.
    private mutating func step(_ give: (Piece) throws -> Void) throws -> Bool {
        switch state {
        case .preamble:
            guard let place = find(delimiter) else {
                keepTail()
                return false
            }
            drop(place + delimiter.count)
            state = .delimiter
        case .delimiter: return try behindDelimiter()
        case .head: return try head(give)
        case .body: return try body(give)
        case .epilogue:
            waiting.removeAll()
            return false
        }
        return true
    }

    private mutating func behindDelimiter() throws -> Bool {
        // Senders may pad the line with white space.
        let padding = waiting.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard padding <= 64 else { throw Fault.malformed }
        guard waiting.count >= padding + 2 else { return false }
        switch (waiting[padding], waiting[padding + 1]) {
        case (0x2D, 0x2D) where padding == 0: state = .epilogue
        case (0x0D, 0x0A):
            drop(padding + 2)
            state = .head
        default: throw Fault.malformed
        }
        return true
    }

    private mutating func head(_ give: (Piece) throws -> Void) throws -> Bool {
        guard let end = find([0x0D, 0x0A, 0x0D, 0x0A]), end <= Self.headLimit else {
            if waiting.count > Self.headLimit + 4 { throw Fault.malformed }
            return false
        }
        guard let head = Self.head(waiting[..<end]) else { throw Fault.malformed }
        try give(.begin(head))
        // The line end stays: an empty part has its delimiter right behind the head.
        drop(end + 2)
        skipsLineEnd = true
        state = .body
        return true
    }

    /// Whether the line end of the head still stands before the body.
    private var skipsLineEnd = false

    private mutating func body(_ give: (Piece) throws -> Void) throws -> Bool {
        let end = find(delimiter), start = skipsLineEnd ? 2 : 0
        let known = end ?? max(0, waiting.count - delimiter.count + 1)
        if known > start {
            try give(.bytes(Array(waiting[start..<known])))
            drop(known)
            skipsLineEnd = false
            // The delimiter moved to the front.
            return end != nil
        }
        guard let end else { return false }
        try give(.end)
        drop(end + delimiter.count)
        skipsLineEnd = false
        state = .delimiter
        return true
    }

    private mutating func drop(_ count: Int) { waiting.removeFirst(count) }

    /// Lets go of what cannot be a part of a delimiter any more.
    private mutating func keepTail() {
        if waiting.count >= delimiter.count { drop(waiting.count - delimiter.count + 1) }
    }

    private func find(_ pattern: [UInt8]) -> Int? { waiting.withUnsafeBytes { ByteSearch.first(pattern, in: $0) } }

    private static func head(_ bytes: ArraySlice<UInt8>) -> Head? {
        for line in bytes.split(whereSeparator: { $0 == 0x0D || $0 == 0x0A }) {
            guard let colon = line.firstIndex(of: 0x3A), String(decoding: line[..<colon], as: UTF8.self).lowercased() == "content-disposition" else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == 0x20 || $0 == 0x09 }
            guard let end = value.firstIndex(of: 0x3B), String(decoding: value[..<end], as: UTF8.self).filter({ $0 != " " }).lowercased() == "form-data" else {
                return nil
            }
            let parameters = parameters(value[value.index(after: end)...])
            return parameters["name"].map { Head(name: $0, fileName: parameters["filename"]) }
        }
        return nil
    }

    /// `name="foto"; filename="zee.jpg"`. Browsers write a quotation mark as `%22`, other programs with a backslash (WHATWG HTML, 4.10.21.8).
    private static func parameters(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var rest = bytes, found: [String: String] = [:]
        while found.count < 16 {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3B }
            guard let equals = rest.firstIndex(of: 0x3D) else { break }
            let name = String(decoding: rest[..<equals], as: UTF8.self).lowercased()
            rest = rest[rest.index(after: equals)...]
            var value: [UInt8] = []
            if rest.first == 0x22 {
                rest = rest.dropFirst()
                while let byte = rest.popFirst(), byte != 0x22 {
                    if byte == 0x5C, rest.first == 0x22 { value.append(rest.removeFirst()) } else { value.append(byte) }
                }
            } else {
                value = Array(rest.prefix { $0 != 0x3B && $0 != 0x20 })
                rest = rest.dropFirst(value.count)
            }
            if found[name] == nil { found[name] = String(decoding: value, as: UTF8.self).replacing("%22", with: "\"") }
        }
        return found
    }
}
