/// The segments of a JPEG up to the start of its pixels (ITU-T T.81, annex B). Ends where the bytes make no sense.
struct JPEGSegments: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 2

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> (marker: UInt8, content: ArraySlice<UInt8>)? {
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            switch marker {
            // Filling, and marks without content.
            case 0xFF: position += 1
            case 0x01, 0xD0...0xD7: position += 2
            case 0xDA, 0xD9: return nil
            default:
                let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
                guard length >= 2, length <= bytes.count - position - 2 else { return nil }
                defer { position += 2 + length }
                return (marker, bytes[position + 4..<position + 2 + length])
            }
        }
        return nil
    }
}

/// The chunks of a PNG (W3C PNG, section 5.3). Ends where the bytes make no sense.
struct PNGChunks: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 8

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> (name: ArraySlice<UInt8>, content: ArraySlice<UInt8>)? {
        guard position + 12 <= bytes.count else { return nil }
        let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - position - 12 else { return nil }
        defer { position += 12 + length }
        return (bytes[position + 4..<position + 8], bytes[position + 8..<position + 8 + length])
    }
}

/// The chunks of a WebP (RFC 9649, section 2.3). Ends where the bytes make no sense.
struct WebPChunks: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 12

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> (name: ArraySlice<UInt8>, content: ArraySlice<UInt8>)? {
        guard position + 8 <= bytes.count else { return nil }
        let length = bytes[position + 4..<position + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - position - 8 else { return nil }
        defer { position += 8 + length + length % 2 }
        return (bytes[position..<position + 4], bytes[position + 8..<position + 8 + length])
    }
}
