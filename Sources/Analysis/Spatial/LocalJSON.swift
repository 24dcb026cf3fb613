/// A document with so many rows that it writes its JSON itself: Foundation's encoder took ten times as long as the statistics.
package protocol LargeDocument: Codable {
    /// UTF-8, with the same keys and values as its `Codable` form.
    var json: [UInt8] { get }
}

extension LocalDocument: LargeDocument {
    package var json: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(areas.count * 140 + 64)
        out.append(contentsOf: "{\"areas\":[".utf8)
        for (index, area) in areas.enumerated() {
            out.append(contentsOf: index == 0 ? "\n{\"id\":".utf8 : ",\n{\"id\":".utf8)
            JSONText.append(area.id, to: &out)
            for (key, number) in [("statistic", area.statistic), ("z", area.z), ("p", area.p), ("q", area.q)] {
                out.append(contentsOf: ",\"\(key)\":".utf8)
                JSONText.append(number, to: &out)
            }
            out.append(contentsOf: ",\"quadrant\":\(area.quadrant.map(String.init) ?? "null"),\"significant\":\(area.significant)".utf8)
            if let state = area.state {
                out.append(contentsOf: ",\"state\":".utf8)
                JSONText.append(state, to: &out)
            }
            out.append(0x7D)
        }
        out.append(contentsOf: "\n],\"n\":\(n)}".utf8)
        return out
    }
}

/// Values as JSON (RFC 8259).
enum JSONText {
    /// The shortest digits that give the same number back; null where there is none.
    static func append(_ number: Double?, to out: inout [UInt8]) {
        guard let number, number.isFinite else { return out.append(contentsOf: "null".utf8) }
        out.append(contentsOf: number.description.utf8)
    }

    /// In quotes, with what JSON does not allow in them escaped.
    static func append(_ text: String, to out: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        out.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C:
                out.append(0x5C)
                out.append(byte)
            case 0..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append(digits[Int(byte >> 4)])
                out.append(digits[Int(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }
}
