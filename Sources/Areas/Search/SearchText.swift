import Foundation

/// Text made plain for comparing: lower case, without accents, with single spaces for everything that is no letter or digit.
package enum SearchText {
    package static func plain(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        // Compatibility forms too, so that the ligature ĳ and full-width letters are found.
        let folded = isPlain ? text : unmarked(text.decomposedStringWithCompatibilityMapping)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(folded.utf8.count)
        for byte in folded.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: bytes.append(byte)
            // An apostrophe joins ('s-Gravenhage, 't Zand) where a hyphen or space parts.
            case 0x27: continue
            default: if bytes.last != 0x20 && !bytes.isEmpty { bytes.append(0x20) }
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lower case without accents; telephones write ’ for an apostrophe, and any other mark than a letter or digit becomes a space.
    private static func unmarked(_ decomposed: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in decomposed.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{02BC}", "\u{00B4}", "\u{0060}": continue
            case _ where scalar.isASCII: scalars.append(scalar)
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil: scalars.append(scalar)
            default: scalars.append(" ")
            }
        }
        return String(scalars)
    }

    /// Edits (insert, delete, replace, swap of neighbours) between two words, or nil when more than `limit`.
    package static func edits(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        let a = Array(left), b = Array(right)
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = previous
        for i in 0..<a.count {
            current[0] = i + 1
            var best = current[0]
            for j in 0..<b.count {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
                current[j + 1] = cost
                best = min(best, cost)
            }
            if best > limit { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}
