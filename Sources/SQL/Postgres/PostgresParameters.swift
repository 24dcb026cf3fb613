/// Type numbers of PostgreSQL (`pg_type.dat` of its sources; they never change).
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let json: UInt32 = 114
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let unknown: UInt32 = 705
    static let bpchar: UInt32 = 1042
    static let varchar: UInt32 = 1043
    static let numeric: UInt32 = 1700
}

/// Values as libpq takes them: in binary where the type is known, else as text.
struct PostgresParameters {
    private var storage: [UInt8] = []
    /// -1 for null.
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(count: Int) {
        starts.reserveCapacity(count)
        lengths.reserveCapacity(count)
        formats.reserveCapacity(count)
        storage.reserveCapacity(16 * count)
    }

    /// False for a text with a NUL character.
    mutating func append(_ value: Value, as type: UInt32) -> Bool {
        let start = storage.count
        var isBinary = true
        switch value {
        case .null:
            starts.append(-1)
            lengths.append(0)
            formats.append(0)
            return true
        case .integer(let number):
            isBinary = append(number, as: type)
        case .real(let number):
            // SQLite has no such value; null it is on both.
            if number.isNaN { return append(.null, as: type) }
            isBinary = type == PostgresType.float8
            if isBinary { append(bigEndian: number.bitPattern) } else { storage += PostgresText.number(number).utf8 }
        case .text(let text):
            isBinary = type == PostgresType.text || type == PostgresType.varchar || type == PostgresType.bpchar
            storage += text.utf8
            if storage[start...].contains(0) { return false }
        case .bytes(let bytes):
            isBinary = type == PostgresType.bytea
            if isBinary { storage += bytes } else { PostgresText.append(hexadecimal: bytes, to: &storage) }
        }
        guard let length = Int32(exactly: storage.count - start) else { return false }
        starts.append(start)
        lengths.append(length)
        formats.append(isBinary ? 1 : 0)
        // libpq takes a text value for a C string; after a binary value the byte is not read.
        storage.append(0)
        return true
    }

    private mutating func append(_ number: Int64, as type: UInt32) -> Bool {
        switch type {
        case PostgresType.int8: append(bigEndian: UInt64(bitPattern: number))
        case PostgresType.float8: append(bigEndian: Double(number).bitPattern)
        default:
            storage += "\(number)".utf8
            return false
        }
        return true
    }

    private mutating func append(bigEndian bits: UInt64) {
        withUnsafeBytes(of: bits.bigEndian) { storage.append(contentsOf: $0) }
    }

    /// Calls with values, lengths and formats.
    func use<Result>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result) -> Result {
        storage.withUnsafeBytes { bytes in
            let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return body(starts.map { start in start < 0 ? nil : base.map { $0 + start } }, lengths, formats)
        }
    }
}

/// Values in the text form of PostgreSQL.
enum PostgresText {
    /// Swift prints the shortest digits that read back the same.
    static func number(_ value: Double) -> String {
        value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)"
    }

    static func append(hexadecimal bytes: [UInt8], to output: inout [UInt8]) {
        output.append(0x5C)
        output.append(0x78)
        for byte in bytes {
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
