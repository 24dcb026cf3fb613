import Foundation

/// A colour of the screen (sRGB), and how well two of them can be told apart.
package struct Colour: Sendable, Hashable, LosslessStringConvertible {
    /// 0 to 1.
    package let red: Double
    package let green: Double
    package let blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = min(max(red, 0), 1)
        self.green = min(max(green, 0), 1)
        self.blue = min(max(blue, 0), 1)
    }

    /// `#0d4b62`, with capitals or without.
    package init?(_ text: String) {
        let digits = Array(text.utf8.dropFirst())
        guard text.utf8.first == 0x23, digits.count == 6, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        self.init(red: Double(number >> 16 & 0xFF) / 255, green: Double(number >> 8 & 0xFF) / 255, blue: Double(number & 0xFF) / 255)
    }

    package static let white = Colour(red: 1, green: 1, blue: 1)
    package static let black = Colour(red: 0, green: 0, blue: 0)

    /// `#0d4b62`.
    package var description: String {
        "#"
            + [red, green, blue].map { part in
                let text = String(Int((part * 255).rounded()), radix: 16)
                return text.utf8.count == 1 ? "0" + text : text
            }.joined()
    }

    /// This colour with so much of another in it, 0 to 1; as it is written, in whole steps.
    package func mixed(_ share: Double, of other: Colour) -> Colour {
        func part(_ own: Double, _ theirs: Double) -> Double { ((own + (theirs - own) * share) * 255).rounded() / 255 }
        return Colour(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }

    /// Relative luminance: 0 for black, 1 for white (WCAG 2.2).
    package var luminance: Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio, 1 to 21 (WCAG 2.2); the same both ways.
    package func contrast(with other: Colour) -> Double {
        let one = luminance, two = other.luminance
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The nearest to this colour, on the way to another, that can be read on all of these.
    ///
    /// - Parameter ratio: the least contrast
    package func moved(to other: Colour, until ratio: Double, on grounds: [Colour]) -> Colour {
        for step in 0...40 {
            let candidate = mixed(Double(step) / 40, of: other)
            if grounds.allSatisfy({ candidate.contrast(with: $0) >= ratio }) { return candidate }
        }
        return other
    }
}
