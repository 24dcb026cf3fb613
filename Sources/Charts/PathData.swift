import HTML

/// The `d` of an SVG path, written as short as it can be.
package struct PathData: Sendable {
    private var bytes: [UInt8] = []
    private let decimals: Int

    /// - Parameter decimals: digits kept behind the point, 0 to 6.
    package init(decimals: Int = 1) { self.decimals = decimals }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The text for ``HTML/Attributes/d(_:)``.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Starts a new line.
    package mutating func move(_ x: Double, _ y: Double) { command(0x4D, x, y) }

    /// Draws to a point.
    package mutating func line(_ x: Double, _ y: Double) { command(0x4C, x, y) }

    /// Draws up or down to a height.
    package mutating func vertical(_ y: Double) {
        bytes.append(0x56)
        DecimalText.append(y, decimals: decimals, to: &bytes)
    }

    /// A line without length: with round ends it is a dot.
    package mutating func dot(_ x: Double, _ y: Double) {
        move(x, y)
        bytes.append(0x68)
        bytes.append(0x30)
    }

    /// Draws back to the start of the line.
    package mutating func close() { bytes.append(0x5A) }

    private mutating func command(_ letter: UInt8, _ x: Double, _ y: Double) {
        bytes.append(letter)
        DecimalText.append(x, decimals: decimals, to: &bytes)
        let start = bytes.count
        bytes.append(0x20)
        DecimalText.append(y, decimals: decimals, to: &bytes)
        // A minus sign separates two numbers by itself.
        if bytes[start + 1] == 0x2D { bytes.remove(at: start) }
    }
}
