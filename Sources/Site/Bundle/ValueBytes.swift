import SQL

/// Writes values as bytes: counts and lengths as unsigned LEB128, whole numbers as zigzag LEB128, texts and bytes with their length before them.
struct ValueWriter {
    private(set) var bytes: [UInt8] = []

    mutating func count(_ number: Int) { unsigned(UInt64(number)) }

    mutating func unsigned(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func blob(_ blob: some Collection<UInt8>) {
        count(blob.count)
        bytes.append(contentsOf: blob)
    }

    mutating func text(_ text: String) { blob(text.utf8) }

    mutating func texts(_ texts: [String]) {
        count(texts.count)
        for text in texts { self.text(text) }
    }

    mutating func value(_ value: Value) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            unsigned(UInt64(bitPattern: number << 1 ^ number >> 63))
        case .real(let number):
            bytes.append(2)
            withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        case .text(let text):
            bytes.append(3)
            self.text(text)
        case .bytes(let blob):
            bytes.append(4)
            self.blob(blob)
        }
    }
}

/// Reads what the writer wrote; every method gives nil at the first thing that is not so.
struct ValueReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func row(_ width: Int) -> [Value]? {
        var row: [Value] = []
        row.reserveCapacity(width)
        for _ in 0..<width {
            guard let value = value() else { return nil }
            row.append(value)
        }
        return row
    }

    mutating func unsigned() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
        }
        return nil
    }

    /// At most as many as there are bytes: nothing that is counted takes less than one.
    mutating func count() -> Int? {
        unsigned().flatMap { $0 <= UInt64(bytes.count) ? Int($0) : nil }
    }

    mutating func blob() -> ArraySlice<UInt8>? {
        guard let length = count(), index + length <= bytes.count else { return nil }
        defer { index += length }
        return bytes[index..<index + length]
    }

    mutating func text() -> String? {
        blob().flatMap { String(validating: $0, as: UTF8.self) }
    }

    mutating func texts() -> [String]? {
        guard let count = count() else { return nil }
        var texts: [String] = []
        for _ in 0..<count {
            guard let text = text() else { return nil }
            texts.append(text)
        }
        return texts
    }

    mutating func value() -> Value? {
        guard index < bytes.count else { return nil }
        index += 1
        switch bytes[index - 1] {
        case 0: return .null
        case 1: return unsigned().map { .integer(Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1)) }
        case 2:
            guard index + 8 <= bytes.count else { return nil }
            defer { index += 8 }
            return .real(Double(bitPattern: bytes[index..<index + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
        case 3: return text().map { .text($0) }
        case 4: return blob().map { .bytes(Array($0)) }
        default: return nil
        }
    }
}
