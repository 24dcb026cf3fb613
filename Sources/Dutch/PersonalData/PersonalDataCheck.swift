/// Looks in a text for what can tell who it is about (D-33). It marks and never rewrites: a person decides.
package struct PersonalDataCheck: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case name, mail, telephone, address, bankAccount, citizenNumber, birthDate, numberPlate, rareTrait
    }

    /// One place in one text.
    package struct Mark: Sendable, Hashable {
        package let kind: Kind
        package let range: Range<String.Index>
    }

    /// Words of names that are looked for, in small letters, without accents that people leave out.
    private let names: Set<String>

    /// - Parameter names: full names that are known, such as of a group, and those that someone listed
    package init(names: [String] = []) {
        var found: Set<String> = []
        for name in names {
            for word in name.split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }) {
                let plain = Self.plain(word)
                if plain.count >= 3 || (plain.count == 2 && word.first?.isUppercase == true), !Self.particles.contains(plain) { found.insert(plain) }
            }
        }
        self.names = found
    }

    /// Every mark in a text, by place; of marks that overlap the longest.
    package func marks(in text: String) -> [Mark] {
        var found: [Mark] = []
        for (kind, pattern) in PersonalDataPatterns.all {
            for match in text.matches(of: pattern.regex) where pattern.accepts(String(text[match.range])) {
                found.append(Mark(kind: kind, range: match.range))
            }
        }
        found += nameMarks(in: text)
        return Self.withoutOverlap(found)
    }

    private func nameMarks(in text: String) -> [Mark] {
        var found: [Mark] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isLetter else {
                index = text.index(after: index)
                continue
            }
            let end = text[index...].firstIndex { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" } ?? text.endIndex
            let word = text[index..<end], plain = Self.plain(word)
            // Also in capitals, and with the s of the genitive.
            let isListed =
                names.contains(plain) || (plain.hasSuffix("s") && names.contains(String(plain.dropLast())))
                || (plain.hasSuffix("'s") && names.contains(String(plain.dropLast(2))))
            let isKnown = CommonNames.first.contains(plain) && word.first?.isUppercase == true
            if isListed && (word.first?.isUppercase == true || plain.count >= 4) || isKnown { found.append(Mark(kind: .name, range: index..<end)) }
            index = end
        }
        return found
    }

    private static func plain(_ word: some StringProtocol) -> String {
        String(word.lowercased().map { accents[$0] ?? $0 })
    }

    private static let accents: [Character: Character] = [
        "é": "e", "è": "e", "ë": "e", "ê": "e", "ï": "i", "í": "i", "ö": "o", "ó": "o", "ô": "o", "ü": "u", "ú": "u", "á": "a", "à": "a", "ä": "a", "ç": "c",
        "ñ": "n", "’": "'",
    ]

    /// Stand before surnames and in every text.
    private static let particles: Set<String> = [
        "van", "den", "der", "ten", "ter", "het", "aan", "bij", "uit", "von", "dos", "del", "de", "la", "le", "te", "el", "in", "op", "al", "di", "da", "du",
    ]

    private static func withoutOverlap(_ marks: [Mark]) -> [Mark] {
        var kept: [Mark] = []
        for mark in marks.sorted(by: { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }) {
            if let last = kept.last, last.range.overlaps(mark.range) { continue }
            kept.append(mark)
        }
        return kept
    }

    /// The check of citizen service numbers: 9, 8, … 2 times the first eight digits minus the last is a multiple of 11.
    package static func isCitizenNumber(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = digits.dropLast().enumerated().reduce(0) { $0 + (9 - $1.offset) * $1.element }
        return (sum - digits[8]) % 11 == 0
    }

    /// ISO 13616: the country and check digits to the end, letters as numbers from 10, the rest by 97 is 1.
    package static func isBankAccount(_ text: String) -> Bool {
        let signs = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard (15...34).contains(signs.count) else { return false }
        var rest = 0
        for sign in signs.dropFirst(4) + signs.prefix(4) {
            guard let value = Int(String(sign), radix: 36) else { return false }
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest == 1
    }

    /// A Dutch telephone number: ten digits from 0, or what stands for it from abroad.
    static func isTelephone(_ text: String) -> Bool {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        if digits.hasPrefix("0031") || text.hasPrefix("+31") { return (11...14).contains(digits.count) }
        if text.hasPrefix("+") { return (9...15).contains(digits.count) }
        return digits.count == 10 && digits.hasPrefix("0")
    }
}
