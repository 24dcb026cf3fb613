/// Prints numbers as people of a language write them.
package enum Numbers {
    /// `4510` -> `4.510` (nl) or `4,510` (en); `0.5` -> `0,5`; a real minus sign; never more decimals than asked.
    ///
    /// - Parameter decimals: digits behind the decimal mark; halves round away from zero, as CBS publishes.
    package static func text(_ value: Double, decimals: Int = 0, in language: Language) -> String {
        guard value.isFinite else { return "" }
        var decimals = min(max(decimals, 0), powers.count - 1)
        // Beyond 2^53 a number has no decimals to show.
        while decimals > 0 && abs(value) * Double(powers[decimals]) >= 9e15 { decimals -= 1 }
        let scale = powers[decimals]
        let product = abs(value) * Double(scale)
        // 1.005 is kept as a little less than it says, and times 100 comes out below the half; two units in the last place make up for both.
        let scaled = (product < 1e12 ? product + 2 * product.ulp : product).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return "\(value)" }
        // On the stack: most numbers are short enough to be a string without an allocation.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { bytes in
            let start = write(Int64(scaled), isNegative: value < 0, decimals: decimals, in: language, to: bytes)
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
        }
    }

    /// Writes from the last digit to the first, up to the end of the buffer.
    ///
    /// - Returns: where the first byte stands
    private static func write(_ digits: Int64, isNegative: Bool, decimals: Int, in language: Language, to bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var start = bytes.count, rest = digits, written = 0
        func put(_ byte: UInt8) {
            start -= 1
            bytes.initializeElement(at: start, to: byte)
        }
        repeat {
            if decimals > 0 && written == decimals { put(language == .nl ? 0x2C : 0x2E) }
            let whole = written - decimals
            if whole > 0 && whole % 3 == 0 { put(language == .nl ? 0x2E : 0x2C) }
            put(UInt8(0x30 + rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= decimals
        if isNegative && digits != 0 { for byte in "−".utf8.reversed() { put(byte) } }
        return start
    }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
}
