/// The level of an area in the Dutch statistical hierarchy.
package enum AreaLevel: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case country = "land"
    case province = "provincie"
    case municipality = "gemeente"
    case district = "wijk"
    case neighbourhood = "buurt"

    /// 0 for the country to 4 for a neighbourhood.
    package var depth: Int {
        switch self {
        case .country: 0
        case .province: 1
        case .municipality: 2
        case .district: 3
        case .neighbourhood: 4
        }
    }

    /// By its depth: hashing by name would read letters for every look into a dictionary.
    package func hash(into hasher: inout Hasher) { hasher.combine(depth) }

    package static func < (left: AreaLevel, right: AreaLevel) -> Bool { left.depth < right.depth }
}

/// The CBS code of an area: `NL00`, `PV25`, `GM0222`, `WK022201`, `BU02220101`.
///
/// Codes are text: leading zeros count and the last positions may hold letters (`WK0363TL`). A code means an area only together with a boundary year.
package struct AreaCode: Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let description: String
    package let level: AreaLevel

    /// Trims white space and takes lower case for upper; nil for anything that is not a code.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D || last == 0x0A { bytes.removeLast() }
        if let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), start > 0 { bytes.removeFirst(start) }
        for index in bytes.indices where (0x61...0x7A).contains(bytes[index]) { bytes[index] -= 0x20 }
        guard bytes.count >= 4, let level = AreaCode.level(of: bytes) else { return nil }
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        guard bytes[2..<min(6, bytes.count)].allSatisfy(isDigit) else { return nil }
        guard bytes.dropFirst(6).allSatisfy({ isDigit($0) || (0x41...0x5A).contains($0) }) else { return nil }
        self.description = String(decoding: bytes, as: UTF8.self)
        self.level = level
    }

    private static func level(of bytes: [UInt8]) -> AreaLevel? {
        switch (bytes[0], bytes[1], bytes.count) {
        case (0x4E, 0x4C, 4): .country
        case (0x50, 0x56, 4): .province
        case (0x47, 0x4D, 6): .municipality
        case (0x57, 0x4B, 8): .district
        case (0x42, 0x55, 10): .neighbourhood
        default: nil
        }
    }

    /// The country as a whole. Sources write `NL00`, `NL01` or `NL10`; see ``AreaCode/normalised``.
    package static let netherlands = AreaCode(known: "NL00", level: .country)

    /// The letters alone decide; the level follows from them.
    package static func == (left: AreaCode, right: AreaCode) -> Bool { left.description == right.description }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }

    private init(known: String, level: AreaLevel) {
        self.description = known
        self.level = level
    }

    /// `NL01` and `NL10` of some sources mean the country too: all become `NL00`. Other codes stay.
    package var normalised: AreaCode { level == .country ? .netherlands : self }

    /// The municipality a district or neighbourhood lies in: the first four positions. A municipality is its own.
    package var municipality: AreaCode? {
        level >= .municipality ? AreaCode(known: "GM" + description.dropFirst(2).prefix(4), level: .municipality) : nil
    }

    /// The district a neighbourhood lies in: the first six positions.
    package var district: AreaCode? {
        level >= .district ? AreaCode(known: "WK" + description.dropFirst(2).prefix(6), level: .district) : nil
    }

    package static func < (left: AreaCode, right: AreaCode) -> Bool { left.description < right.description }
}
