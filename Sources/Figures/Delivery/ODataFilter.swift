import Core

/// Filters that the servers of StatLine really keep to. `ge` and `lt` on areas are accepted and ignored, so they are never used.
enum ODataFilter {
    /// `startswith`, which does not mind how far keys are padded, for every level from the area downwards.
    static func areas(_ areas: [AreaCode], in dimension: String) -> String {
        var prefixes: [String] = []
        for area in areas {
            let digits = area.description.dropFirst(2)
            switch area.level {
            case .country: prefixes.append("NL")
            case .province: prefixes.append(area.description)
            case .municipality: prefixes += ["GM\(digits)", "WK\(digits)", "BU\(digits)"]
            case .district: prefixes += ["WK\(digits)", "BU\(digits)"]
            case .neighbourhood: prefixes.append(area.description)
            }
        }
        var seen: Set<String> = []
        let parts = prefixes.filter { seen.insert($0).inserted }.map { "startswith(\(dimension),'\($0)')" }
        return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " or ")))"
    }

    /// Exact keys, padded as the dimension has them.
    static func keys(_ keys: [String], in dimension: String) -> String {
        let parts = keys.map { "\(dimension) eq '\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'" }
        return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " or ")))"
    }

    /// For use in an address: everything but letters, digits and the marks that OData writes itself.
    static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x27, 0x28, 0x29, 0x2A, 0x2C, 0x2D, 0x2E, 0x5F: bytes.append(byte)
            default: bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
