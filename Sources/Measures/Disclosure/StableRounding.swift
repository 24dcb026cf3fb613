/// Random rounding that gives the same cell the same number each time: fresh chance for each request would average out.
///
/// Unbiased over cells. The chance comes from a secret key and the name of the cell (SipHash-2-4; Aumasson and Bernstein, 2012), so who does
/// not hold the key cannot tell which way a count went.
package struct StableRounding: Sendable, Hashable {
    /// Published counts are multiples of this.
    package let base: Int
    private let key: (low: UInt64, high: UInt64)

    /// - Returns: nil unless the base is from 1 to a million
    package init?(base: Int = 5, key low: UInt64, _ high: UInt64) {
        guard base >= 1, base <= 1_000_000 else { return nil }
        self.base = base
        key = (low, high)
    }

    package static func == (left: StableRounding, right: StableRounding) -> Bool { left.base == right.base && left.key == right.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(base) }

    /// Up or down to a multiple of the base, the nearer one with the larger chance; a multiple stays.
    ///
    /// - Parameters:
    ///   - cell: name of the cell: figure, area, period and category
    /// - Returns: nil for a negative count
    package func rounded(_ count: Int, cell: String) -> Int? {
        guard count >= 0, count <= Int.max - base else { return nil }
        let rest = count % base
        let chance = Double(SipHash.value(Array(cell.utf8), key.low, key.high) >> 11) * 0x1p-53
        return count - rest + (Double(rest) / Double(base) > chance ? base : 0)
    }
}

/// A keyed hash with 2 rounds for each word and 4 at the end.
enum SipHash {
    static func value(_ bytes: [UInt8], _ low: UInt64, _ high: UInt64) -> UInt64 {
        var state = State(low, high)
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            word |= UInt64(byte) << UInt64(8 * (index % 8))
            if index % 8 == 7 {
                state.take(word)
                word = 0
            }
        }
        state.take(word | UInt64(truncatingIfNeeded: bytes.count) << 56)
        return state.end()
    }

    private struct State {
        var a: UInt64, b: UInt64, c: UInt64, d: UInt64

        init(_ low: UInt64, _ high: UInt64) {
            a = low ^ 0x736f_6d65_7073_6575
            b = high ^ 0x646f_7261_6e64_6f6d
            c = low ^ 0x6c79_6765_6e65_7261
            d = high ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func end() -> UInt64 {
            c ^= 0xff
            for _ in 0..<4 { round() }
            return a ^ b ^ c ^ d
        }

        private mutating func round() {
            a = a &+ b
            b = Self.turn(b, 13) ^ a
            a = Self.turn(a, 32)
            c = c &+ d
            d = Self.turn(d, 16) ^ c
            a = a &+ d
            d = Self.turn(d, 21) ^ a
            c = c &+ b
            b = Self.turn(b, 17) ^ c
            c = Self.turn(c, 32)
        }

        private static func turn(_ value: UInt64, _ places: UInt64) -> UInt64 { (value << places) | (value >> (64 - places)) }
    }
}
