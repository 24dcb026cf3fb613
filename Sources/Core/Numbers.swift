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
        let digits = Int64(scaled)
        let (whole, part) = digits.quotientAndRemainder(dividingBy: scale)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        if value < 0 && digits != 0 { bytes.append(contentsOf: Array("−".utf8)) }
        group(whole, with: language == .nl ? 0x2E : 0x2C, into: &bytes)
        if decimals > 0 {
            bytes.append(language == .nl ? 0x2C : 0x2E)
            let fraction = Array(String(part).utf8)
            for _ in fraction.count..<max(decimals, fraction.count) { bytes.append(0x30) }
            bytes.append(contentsOf: fraction)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]

    private static func group(_ number: Int64, with mark: UInt8, into bytes: inout [UInt8]) {
        let digits = Array(String(number).utf8)
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { bytes.append(mark) }
            bytes.append(digit)
        }
    }
}
