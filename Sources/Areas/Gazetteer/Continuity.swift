import Core

/// Whether figures of one code in two boundary years speak of the same piece of land.
///
/// CBS says per year whether a border changed, not between any two years, and codes are used again for other places after a
/// new division. So a figure of another year is joined only when the land surface stayed the same and the name does not
/// contradict it. In doubt there is a break: a false break costs a line in a chart, a false trend misleads.
package enum Continuity: Sendable, Hashable {
    case same
    case broken(Localized)

    package var isSame: Bool { self == .same }

    /// - Parameters:
    ///   - older, newer: the two areas; the same code in two years
    package static func between(_ older: Area?, _ newer: Area?) -> Continuity {
        guard let older, let newer else {
            return .broken(Localized(nl: "Deze code bestond toen nog niet.", en: "This code did not exist then."))
        }
        guard older.code == newer.code else {
            return .broken(Localized(nl: "De code is veranderd.", en: "The code has changed."))
        }
        if older.year == newer.year || older.level <= .province { return .same }
        guard let before = older.landHectares, let after = newer.landHectares else {
            return nameConfirms(older.name, newer.name)
                ? .same : .broken(Localized(nl: "Niet bekend of de grens gelijk bleef.", en: "It is not known whether the border stayed the same."))
        }
        guard abs(before - after) <= max(1, 0.01 * before) else {
            return .broken(
                Localized(
                    nl: "De grens is veranderd: van \(Numbers.text(before, in: .nl)) naar \(Numbers.text(after, in: .nl)) hectare land.",
                    en: "The border changed: from \(Numbers.text(before, in: .en)) to \(Numbers.text(after, in: .en)) hectares of land."))
        }
        // A new name on exactly the same, sizeable surface is a new name; on a small surface it may well be another place.
        if nameAgrees(older.name, newer.name) || (before == after && before >= 100) { return .same }
        return .broken(
            Localized(
                nl: "De code hoorde eerst bij een gebied met een andere naam: \(older.name).",
                en: "The code first belonged to an area with another name: \(older.name)."))
    }

    /// Whether the names do not contradict one another: without case, marks and a leading "Wijk 01", at least half of the letter pairs are shared.
    ///
    /// In 2020 CBS had many districts that were called only "Wijk 03"; such a name says nothing, so it contradicts nothing.
    static func nameAgrees(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let a = pairs(telling(left)), b = pairs(telling(right))
        guard !a.isEmpty, !b.isEmpty else {
            return telling(left).isEmpty || telling(right).isEmpty || telling(left) == telling(right)
        }
        let shared = a.intersection(b).count
        return 2 * shared * 2 >= a.count + b.count
    }

    /// Whether the names alone are enough to say that it is the same place, where the land surface is not known.
    static func nameConfirms(_ left: String, _ right: String) -> Bool {
        if SearchText.plain(left) == SearchText.plain(right) { return true }
        return !telling(left).isEmpty && !telling(right).isEmpty && nameAgrees(left, right)
    }

    /// A name made plain, without "wijk" and its number at the beginning.
    private static func telling(_ name: String) -> String {
        let words = SearchText.plain(name).split(separator: " ")
        guard words.count >= 2, words[0] == "wijk", words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return words.joined(separator: " ") }
        return words.dropFirst(2).joined(separator: " ")
    }

    private static func pairs(_ text: String) -> Set<[UInt8]> {
        let letters = Array(text.utf8).filter { $0 >= 0x61 }
        return Set(zip(letters, letters.dropFirst()).map { [$0, $1] })
    }
}
