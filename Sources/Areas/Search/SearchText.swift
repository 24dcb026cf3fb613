import Foundation

/// Text made plain for comparing: lower case, without accents, with single spaces for everything that is no letter or digit.
package enum SearchText {
    package static func plain(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        let folded = isPlain ? text : text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "nl"))
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
