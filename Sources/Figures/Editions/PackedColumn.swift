/// One figure of one delivery for all its areas, packed into bytes: the form in which figures are stored and read.
///
/// Figures are delivered and revised as whole columns, so they are kept so. Whole numbers with a fixed number of decimals take
/// one, two or four bytes; anything else takes eight. Missing values take the highest code, and their reasons stand apart.
///
/// Layout: kind (1 byte: 1, 2, 4 or 8), decimals (1 byte), offset (8 bytes, little-endian Int64), then one cell per area, little-endian.
package struct PackedColumn: Sendable, Hashable {
    package let bytes: [UInt8]
    package let count: Int
    private let kind: Int
    private let scale: Double
    private let offset: Int64

    private static let header = 10
    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// Packs values; NaN means missing. Every value is got back exactly.
    package init(_ values: [Double]) {
        let decimals = Self.decimals(of: values)
        self.count = values.count
        guard let decimals, let (low, high) = Self.range(of: values, scale: Self.powers[decimals]) else {
            (kind, scale, offset) = (8, 1, 0)
            bytes = Self.pack(values, kind: 8, decimals: 0, offset: 0) { $0.isNaN ? UInt64.max : $0.bitPattern }
            return
        }
        let span = UInt64(high - low)
        let kind = span < 0xFF ? 1 : span < 0xFFFF ? 2 : 4
        let scale = Self.powers[decimals]
        (self.kind, self.scale, self.offset) = (kind, scale, low)
        bytes = Self.pack(values, kind: kind, decimals: decimals, offset: low) { value in
            value.isNaN ? UInt64.max : UInt64(Int64((value * scale).rounded()) - low)
        }
    }

    /// Reads bytes written by ``init(_:)``; nil when they are not such bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= Self.header, [1, 2, 4, 8].contains(bytes[0]), Int(bytes[1]) < Self.powers.count else { return nil }
        let kind = Int(bytes[0])
        guard (bytes.count - Self.header) % kind == 0 else { return nil }
        self.bytes = bytes
        self.kind = kind
        self.scale = Self.powers[Int(bytes[1])]
        self.offset = Int64(bitPattern: bytes[2..<10].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        self.count = (bytes.count - Self.header) / kind
    }

    /// The value at a position; nil where it is missing or the position lies outside.
    package subscript(_ position: Int) -> Double? {
        let value = self.value(at: position)
        return value.isNaN ? nil : value
    }

    /// The value at a position; NaN where it is missing or the position lies outside.
    package func value(at position: Int) -> Double {
        guard position >= 0, position < count else { return .nan }
        return bytes.withUnsafeBytes { raw in
            let at = Self.header + position * kind
            switch kind {
            case 1: return decoded(UInt64(raw[at]), missing: 0xFF)
            case 2: return decoded(UInt64(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt16.self))), missing: 0xFFFF)
            case 4: return decoded(UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))), missing: 0xFFFF_FFFF)
            default:
                let pattern = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                return pattern == .max ? .nan : Double(bitPattern: pattern)
            }
        }
    }

    private func decoded(_ code: UInt64, missing: UInt64) -> Double {
        code == missing ? .nan : Double(Int64(code) &+ offset) / scale
    }

    /// All values, NaN where missing.
    package var values: [Double] { (0..<count).map(value(at:)) }

    /// The smallest number of decimals that gives every value back exactly; nil when six do not.
    private static func decimals(of values: [Double]) -> Int? {
        var decimals = 0
        for value in values where !value.isNaN {
            guard value.isFinite, abs(value) < 1e9 else { return nil }
            while (value * powers[decimals]).rounded() / powers[decimals] != value {
                decimals += 1
                if decimals == powers.count { return nil }
            }
        }
        return decimals
    }

    /// Lowest and highest scaled value, when their distance fits four bytes.
    private static func range(of values: [Double], scale: Double) -> (Int64, Int64)? {
        var low = Int64.max, high = Int64.min
        for value in values where !value.isNaN {
            let scaled = Int64((value * scale).rounded())
            low = min(low, scaled)
            high = max(high, scaled)
        }
        if low > high { return (0, 0) }
        return high - low < 0xFFFF_FFFF ? (low, high) : nil
    }

    private static func pack(_ values: [Double], kind: Int, decimals: Int, offset: Int64, code: (Double) -> UInt64) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(kind), UInt8(decimals)]
        bytes.reserveCapacity(header + values.count * kind)
        withUnsafeBytes(of: offset.littleEndian) { bytes.append(contentsOf: $0) }
        for value in values {
            withUnsafeBytes(of: code(value).littleEndian) { bytes.append(contentsOf: $0.prefix(kind)) }
        }
        return bytes
    }
}
