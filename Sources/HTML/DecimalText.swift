/// Prints numbers as short as machines can read them: `12.5`, `-3`, `0.07`.
@usableFromInline package enum DecimalText {
    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// Bytes that the longest number takes: a sign, nineteen digits and a point, and room to spare.
    @usableFromInline static let longest = 24

    /// Appends ASCII digits; rounds to at most `decimals` (0 to 6), drops trailing zeros, prints `0` for infinities and NaN.
    ///
    /// Sizes from 10^12 on print at that bound: no drawing needs them, and no integer overflows.
    @usableFromInline package static func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { memory in
            guard let start = memory.baseAddress else { return }
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: write(value, decimals: decimals, to: start)))
        }
    }

    /// As ``append(_:decimals:to:)``, into memory with room for ``longest`` bytes. Gives how many were written.
    @usableFromInline static func write(_ value: Double, decimals: Int, to memory: UnsafeMutablePointer<UInt8>) -> Int {
        var places = min(max(decimals, 0), 6)
        var digits = value.isFinite ? Int64(min(abs(value), 1e12) * powers[places] + 0.5) : 0
        if digits == 0 {
            memory[0] = 0x30
            return 1
        }
        while places > 0 && digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        // Backwards from the last digit, until the digit before the point is written.
        var low = longest
        var written = 0
        repeat {
            if written == places && places > 0 {
                low -= 1
                memory[low] = 0x2E
            }
            low -= 1
            memory[low] = 0x30 + UInt8(digits % 10)
            digits /= 10
            written += 1
        } while digits > 0 || written <= places
        if value < 0 {
            low -= 1
            memory[low] = 0x2D
        }
        memory.update(from: memory + low, count: longest - low)
        return longest - low
    }
}
