/// Writes numbers on a decimal grid into bytes: whole steps of a tenth, a hundredth and so on, without the detour over `String`.
enum DecimalText {
    static let scales: [Int] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// The nearest step of the grid, held within what every later sum can bear.
    static func steps(_ value: Double, decimals: Int) -> Int {
        let scaled = value * Double(scales[decimals])
        guard scaled.isFinite else { return 0 }
        return Int(min(max(scaled.rounded(), -1e15), 1e15))
    }

    /// `-5` with 1 decimal is `-0.5`, or `-.5` when short; `120` is `12`: no trailing zeros.
    static func append(_ steps: Int, decimals: Int, short: Bool = false, to bytes: inout [UInt8]) {
        if steps < 0 { bytes.append(0x2D) }
        let scale = scales[decimals]
        var (whole, part) = abs(steps).quotientAndRemainder(dividingBy: scale)
        if whole > 0 || part == 0 || !short { appendDigits(whole, width: 1, to: &bytes) }
        guard part > 0 else { return }
        var width = decimals
        while part % 10 == 0 {
            part /= 10
            width -= 1
        }
        whole = part
        bytes.append(0x2E)
        appendDigits(whole, width: width, to: &bytes)
    }

    private static func appendDigits(_ number: Int, width: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || bytes.count - start < width
        bytes[start...].reverse()
    }
}
