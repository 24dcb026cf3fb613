import Core

/// Finds areas by name, code or postcode, forgiving typing errors. Made once per boundary year, read-only.
package struct AreaSearch: Sendable {
    package struct Hit: Sendable, Hashable {
        package let area: Area
        /// The municipality it lies in, to tell the many "Centrum"s apart; nil for a municipality and above.
        package let municipality: String?
        /// Found only by forgiving a typing error.
        package let isGuess: Bool
    }

    private struct Entry: Sendable {
        let area: Area
        let municipality: String?
        let words: [ArraySlice<UInt8>]
        let plain: [UInt8]
        let municipalityWords: [ArraySlice<UInt8>]
        /// One bit per letter in the name: two words whose letters differ too much need no comparison.
        let letters: UInt64
    }

    private let entries: [Entry]

    package init(_ map: AreaMap) {
        var entries: [Entry] = []
        for level in AreaLevel.allCases {
            for area in map.areas(of: level) {
                let municipality = level > .municipality ? area.code.municipality.flatMap(map.area)?.name : nil
                let plain = Array(SearchText.plain(area.name).utf8)
                let around = Array(SearchText.plain(municipality ?? "").utf8)
                entries.append(
                    Entry(
                        area: area, municipality: municipality, words: plain.split(separator: 0x20), plain: plain,
                        municipalityWords: around.split(separator: 0x20), letters: Self.mask(plain)))
            }
        }
        self.entries = entries
    }

    /// The best hits first; at most `limit`.
    ///
    /// Every word of the question must fit a word of the name, of the municipality, or of both: "centrum zutphen" finds the centre of Zutphen.
    package func find(_ question: String, limit: Int = 20) -> [Hit] {
        guard limit > 0 else { return [] }
        if let code = AreaCode(question) {
            return entries.filter { $0.area.code == code }.map { hit($0, isGuess: false) }
        }
        let plain = Array(SearchText.plain(question).utf8)
        guard !plain.isEmpty, plain.count <= 100 else { return [] }
        if let postcode = Self.postcode(plain) {
            return Array(entries.filter { $0.area.postcode == postcode }.prefix(limit).map { hit($0, isGuess: false) })
        }
        let words = plain.split(separator: 0x20)
        let exact = ranked { Self.score($0, plain: plain, words: words) }
        if !exact.isEmpty { return exact.prefix(limit).map { hit($0, isGuess: false) } }
        let mask = Self.mask(plain)
        return ranked { Self.guess($0, words: words, mask: mask) }.prefix(limit).map { hit($0, isGuess: true) }
    }

    private func ranked(_ score: (Entry) -> Int?) -> [Entry] {
        entries.compactMap { entry in score(entry).map { (entry, $0) } }
            .sorted { left, right in
                let (a, b) = (left.0.area, right.0.area)
                return (left.1, a.level.depth, a.name, a.code.description) < (right.1, b.level.depth, b.name, b.code.description)
            }
            .map(\.0)
    }

    private func hit(_ entry: Entry, isGuess: Bool) -> Hit {
        Hit(area: entry.area, municipality: entry.municipality, isGuess: isGuess)
    }

    /// Lower is better: 0 the whole name, 1 its beginning, 2 all words at word beginnings in the name, 3 with help of the municipality's name.
    private static func score(_ entry: Entry, plain: [UInt8], words: [ArraySlice<UInt8>]) -> Int? {
        if entry.plain == plain { return 0 }
        if entry.plain.starts(with: plain) { return 1 }
        var outside = false
        var inside = false
        for word in words {
            if entry.words.contains(where: { $0.starts(with: word) }) {
                inside = true
            } else if entry.municipalityWords.contains(where: { $0.starts(with: word) }) {
                outside = true
            } else {
                return nil
            }
        }
        guard inside else { return nil }
        return outside ? 3 : 2
    }

    /// The number of typing errors forgiven, over all words; nil when too many.
    private static func guess(_ entry: Entry, words: [ArraySlice<UInt8>], mask: UInt64) -> Int? {
        // Each forgiven error changes at most two letters of the set.
        let allowed = words.reduce(0) { $0 + forgiven($1.count) }
        guard entry.municipality != nil || (mask & ~entry.letters).nonzeroBitCount <= allowed else { return nil }
        var total = 0
        var inside = false
        for word in words {
            let limit = forgiven(word.count)
            let own = closest(word, in: entry.words, limit: limit)
            let around = closest(word, in: entry.municipalityWords, limit: limit)
            guard let best = [own, around].compactMap({ $0 }).min() else { return nil }
            if own == best { inside = true }
            total += best
        }
        return inside ? total : nil
    }

    private static func closest(_ word: ArraySlice<UInt8>, in words: [ArraySlice<UInt8>], limit: Int) -> Int? {
        var best: Int?
        for candidate in words {
            let found = candidate.starts(with: word) ? 0 : SearchText.edits(word, candidate, limit: min(limit, best ?? limit))
            if let found, found < best ?? .max { best = found }
        }
        return best
    }

    /// Short words must be right; from four letters one error, from eight two.
    private static func forgiven(_ length: Int) -> Int {
        length < 4 ? 0 : length < 8 ? 1 : 2
    }

    private static func mask(_ text: [UInt8]) -> UInt64 {
        text.reduce(0) { mask, byte in (0x61...0x7A).contains(byte) ? mask | 1 << UInt64(byte - 0x61) : mask }
    }

    /// `7001`, `7001 ab` and `7001ab` are postcodes.
    private static func postcode(_ plain: [UInt8]) -> String? {
        let compact = plain.filter { $0 != 0x20 }
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        guard compact.count == 4 || compact.count == 6, compact.prefix(4).allSatisfy(isDigit), compact.dropFirst(4).allSatisfy({ !isDigit($0) }) else {
            return nil
        }
        return String(decoding: compact.prefix(4), as: UTF8.self)
    }
}
