/// The stemming algorithm for Dutch of Wessel Kraaij and Renée Pohlmann, as `dutch` of Snowball 3.1 defines it (snowballstem.org).
///
/// Written from that definition; compared with the reference over all words of OpenTaal in `Tests/Cli/test_stemmer.py`.
struct KraaijPohlmann {
    private var word: Letters
    /// Where the regions after the first and the second syllable begin.
    private var first = 0
    private var second = 0
    private var isStemmed = false

    /// The stem of a word in lower case.
    static func stem(_ word: String) -> String {
        var stemmer = KraaijPohlmann(word)
        stemmer.run()
        return stemmer.word.text
    }

    private init(_ word: String) {
        self.word = Letters(word)
    }

    private mutating func run() {
        measure()
        if plurals() { isStemmed = true }
        if diminutives() { isStemmed = true }
        if nouns() { isStemmed = true }
        if adjectives() { isStemmed = true }
        if losePrefix() {
            measure()
            participle()
        }
        if loseInfix() {
            measure()
            participle()
        }
        if loseT() { isStemmed = true }
        if isStemmed { singleConsonant() }
    }

    // MARK: Regions

    /// Finds where the two regions begin: past letters that are no vowels, vowels, and one letter that is none; and once more.
    private mutating func measure() {
        (first, second) = (word.count, word.count)
        guard let one = syllable(from: 0) else { return }
        first = one
        if let two = syllable(from: one) { second = two }
    }

    private func syllable(from start: Int) -> Int? {
        var place = start
        while place < word.count, !isVowel(place) { place += 1 }
        let vowels = place
        while let next = afterVowel(place) { place = next }
        return place > vowels && place < word.count ? place + 1 : nil
    }

    private func isVowel(_ place: Int) -> Bool { Self.vowels.contains(word[place]) }

    /// Past a vowel or *ij* that stands here.
    private func afterVowel(_ place: Int) -> Int? {
        if word.starts("ij", at: place) { return place + 2 }
        return place < word.count && isVowel(place) ? place + 1 : nil
    }

    private func inFirst(_ end: Int) -> Bool { first <= end }
    private func inSecond(_ end: Int) -> Bool { second <= end }

    /// A vowel or *ij* stands before `end`.
    private func vowel(before end: Int) -> Bool { end > 0 && (isVowel(end - 1) || word.ends("ij", at: end)) }

    /// A consonant stands before `end`, and it is not the end of *ij*.
    private func consonant(before end: Int) -> Bool { end > 0 && !word.ends("ij", at: end) && !isVowel(end - 1) }

    // MARK: Endings

    /// The longest of these that the word ends in, with the place where it begins.
    private func longest(_ endings: [StaticString]) -> (ending: String, start: Int)? {
        var found: (ending: String, start: Int)?
        for ending in endings where word.ends(ending) {
            let text = ending.description
            let start = word.count - text.utf16.count
            if found.map({ start < $0.start }) ?? true { found = (text, start) }
        }
        return found
    }

    /// Step 1: plurals of nouns, endings of verbs.
    private mutating func plurals() -> Bool {
        guard let (ending, start) = longest(["'s", "s", "ies", "es", "és", "aus", "en", "nde"]) else { return false }
        switch ending {
        case "'s": word.cut(to: start)
        case "s":
            let afterT = word.ends("t", at: start) && inFirst(start - 1)
            guard inFirst(start), !afterT, consonant(before: start) else { return false }
            word.cut(to: start)
        case "ies":
            guard inFirst(start) else { return false }
            word.replace(from: start, with: "ie")
        case "es": return pluralES(start)
        case "és":
            guard inFirst(start) else { return false }
            word.replace(from: start, with: "é")
        case "aus":
            guard inFirst(start), vowel(before: start) else { return false }
            word.replace(from: start, with: "au")
        case "en": return pluralEN(start)
        default: word.replace(from: start, with: "nd")
        }
        return true
    }

    private mutating func pluralES(_ start: Int) -> Bool {
        func follows(_ ending: StaticString) -> Bool { word.ends(ending, at: start) && inFirst(start - 2) && consonant(before: start - 2) }
        if follows("ar") {
            word.cut(to: start)
            lengthen()
        } else if follows("er") {
            word.cut(to: start)
        } else {
            guard inFirst(start), consonant(before: start) else { return false }
            word.replace(from: start, with: "e")
        }
        return true
    }

    private mutating func pluralEN(_ start: Int) -> Bool {
        if word.ends("hed", at: start), inFirst(start - 3) {
            word.replace(from: start - 3, with: "heid")
        } else if word.ends("nd", at: start) {
            word.cut(to: start)
        } else if word.ends("d", at: start), inFirst(start - 1), consonant(before: start - 1) {
            word.cut(to: start - 1)
        } else if word.ends("i", at: start) || word.ends("j", at: start), vowel(before: start - 1) {
            word.cut(to: start)
        } else {
            guard inFirst(start), consonant(before: start) else { return false }
            word.cut(to: start)
            lengthen()
        }
        return true
    }

    /// Step 2: diminutives and a last *e*.
    private mutating func diminutives() -> Bool {
        guard let (ending, start) = longest(["je", "ge", "lijke", "ische", "de", "te", "se", "re", "le", "ene", "ieve"]) else { return false }
        if ending == "je" { return diminutive(start) }
        guard inFirst(start) else { return false }
        switch ending {
        case "ge", "te", "se", "re", "lijke", "ische": word.cut(to: word.count - 1)
        case "de":
            guard consonant(before: start) else { return false }
            word.cut(to: start)
        case "le":
            word.cut(to: start + 1)
            lengthen()
        case "ene":
            guard consonant(before: start) else { return false }
            word.cut(to: start + 2)
            lengthen()
        default:
            guard consonant(before: start) else { return false }
            word.replace(from: start, with: "ief")
        }
        return true
    }

    private mutating func diminutive(_ start: Int) -> Bool {
        if word.ends("'t", at: start) {
            word.cut(to: start - 2)
        } else if word.ends("et", at: start), inFirst(start - 2), consonant(before: start - 2) {
            word.cut(to: start - 2)
        } else if word.ends("rnt", at: start) {
            word.cut(to: start - 1)
        } else if word.ends("t", at: start), inFirst(start - 1), start >= 2, vowel(before: start - 2) {
            word.cut(to: start - 1)
        } else if word.ends("ink", at: start) {
            word.replace(from: start - 1, with: "g")
        } else if word.ends("mp", at: start) {
            word.cut(to: start - 1)
        } else if word.ends("'", at: start), inFirst(start - 1) {
            word.cut(to: start - 1)
        } else {
            guard inFirst(start), consonant(before: start) else { return false }
            word.cut(to: start)
        }
        return true
    }
}

// MARK: - Derivations

extension KraaijPohlmann {
    /// Step 3: nouns made of other words.
    private mutating func nouns() -> Bool {
        let endings: [StaticString] = ["atie", "iteit", "heid", "sel", "ster", "rder", "ing", "isme", "erij", "arij", "fie", "gie", "tst", "dst"]
        guard let (ending, start) = longest(endings) else { return false }
        if ending == "rder" {
            word.replace(from: start, with: "r")
            return true
        }
        if ["ing", "isme", "erij"].contains(ending), word.ends("ild", at: start) {
            word.replace(from: start, with: "er")  // schilderij (painting) is no schild (shield)
            return true
        }
        guard ["fie", "gie"].contains(ending) ? inSecond(start) : inFirst(start) else { return false }
        switch ending {
        case "atie": word.replace(from: start, with: "eer")
        case "heid", "sel", "ster": word.cut(to: start)
        case "iteit", "ing", "isme", "erij":
            word.cut(to: start)
            lengthen()
        case "fie", "gie":
            word.cut(to: start + 1)
            lengthen()
        default:
            guard consonant(before: start) else { return false }
            if ending == "arij" { word.replace(from: start, with: "aar") } else { word.cut(to: start + 1) }
        }
        return true
    }

    /// Step 4: adjectives made of other words.
    private mutating func adjectives() -> Bool {
        adjectiveOfManyLetters() || adjectiveIG()
    }

    private mutating func adjectiveOfManyLetters() -> Bool {
        let endings: [StaticString] = [
            "ioneel", "atief", "baar", "naar", "laar", "raar", "tant", "lijker", "lijkst", "achtig", "achtiger", "achtigst", "eriger", "erigst", "erig",
            "end",
        ]
        guard let (ending, start) = longest(endings), inFirst(start) else { return false }
        switch ending {
        case "ioneel": word.replace(from: start, with: "ie")
        case "atief": word.replace(from: start, with: "eer")
        case "tant": word.replace(from: start, with: "teer")
        case "lijker", "lijkst": word.replace(from: start, with: "lijk")
        case "baar", "achtig", "achtiger", "achtigst": word.cut(to: start)
        case "naar", "laar", "raar":
            guard vowel(before: start) else { return false }
            word.cut(to: start + 1)
        default:
            guard consonant(before: start) else { return false }
            word.cut(to: start)
            lengthen()
        }
        return true
    }

    private mutating func adjectiveIG() -> Bool {
        guard let (_, start) = longest(["iger", "igst", "ig"]), inFirst(start) else { return false }
        if start == 3, word.ends("inn", at: start) { return false }  // innig (intimate) is not in
        guard consonant(before: start) else { return false }
        word.cut(to: start)
        lengthen()
        return true
    }

    // MARK: Participles

    /// Takes *ge* off the front: *gewerkt*.
    private mutating func losePrefix() -> Bool {
        guard word.starts("ge", at: 0), isWord(from: 2) else { return false }
        if !word.starts("vali", at: 2) {
            for kept: StaticString in ["eft", "val", "vaa", "vare"] where word.starts(kept, at: 2) { return false }
        }
        loseGE(at: 0)
        return true
    }

    /// Takes the first *ge* within off: *afgewerkt*.
    private mutating func loseInfix() -> Bool {
        guard word.count > 1, let place = (1..<word.count).first(where: { word.starts("ge", at: $0) }), isWord(from: place + 2) else { return false }
        loseGE(at: place)
        return true
    }

    /// Three letters or more, among them a vowel that is not at the end.
    private func isWord(from start: Int) -> Bool {
        guard start + 3 <= word.count else { return false }
        var place = start
        while place < word.count, afterVowel(place) == nil { place += 1 }
        guard place < word.count else { return false }
        while let next = afterVowel(place) { place = next }
        return place < word.count
    }

    private mutating func loseGE(at place: Int) {
        word.remove(place..<place + 2)
        guard place < word.count else { return }
        if word[place] == 0xEB { word.put(0x65, at: place) }
        if word[place] == 0xEF { word.put(0x69, at: place) }
    }

    /// Step 1c: the *d* or *t* of a participle.
    private mutating func participle() {
        isStemmed = true
        let end = word.count - 1
        guard end >= 0, inFirst(end), consonant(before: end) else { return }
        if word.ends("d") {
            if word.ends("n", at: end), inFirst(end - 1) { return }
            if end == 2, word.ends("in", at: end) {
                word.replace(from: end, with: "n")  // geïnd belongs to innen
            } else {
                word.cut(to: end)
            }
        } else if word.ends("t") {
            if word.ends("h", at: end), inFirst(end - 1) { return }
            if end == 2, word.ends("en", at: end) { return }  // geënt is not en
            word.cut(to: end)
        }
    }

    /// Step 7.
    private mutating func loseT() -> Bool {
        guard longest(["kt", "ft", "pt"]) != nil else { return false }
        word.cut(to: word.count - 1)
        return true
    }

    /// Step 6: one consonant for two, *f* for *v* and *s* for *z* at the end.
    private mutating func singleConsonant() {
        guard let last = word.units.last else { return }
        if word.count >= 2, word[word.count - 2] == last, (0x62...0x7A).contains(last), !Self.vowels.contains(last) {
            if last == 0x6E, word.count == 3, word[0] == 0x69 { return }  // innen is not in
            word.cut(to: word.count - 1)
        } else if last == 0x76 {
            word.put(0x66, at: word.count - 1)
        } else if last == 0x7A {
            word.put(0x73, at: word.count - 1)
        }
    }

    // MARK: Spelling

    /// Writes the last vowel double where an ending left it short: *bom(en)* to *boom*.
    private mutating func lengthen() {
        let place = word.count - 2
        guard place >= 0, !Self.vowelsWX.contains(word[place + 1]) else { return }
        let vowel = word[place]
        if vowel == 0xEB {
            guard place >= 1 else { return }
            if word[place - 1] == 0x65 { word.insert(0x65, at: place + 1) }
            if word[place - 1] == 0x69 {
                word.put(0x65, at: place)
                word.insert(0x65, at: place)
            }
            return
        }
        let isE = Self.e.contains(vowel)
        guard isE || Self.aou.contains(vowel) else { return }
        guard place == 0 || !Self.aeiou.contains(word[place - 1]) else { return }
        if isE, isWeak(place) { return }
        word.insert(vowel, at: place)
    }

    /// An *e* that is not spoken long: a vowel goes before the consonant before it.
    private func isWeak(_ place: Int) -> Bool {
        guard place >= 2 else { return false }
        let before = word[place - 2]
        if Self.aiou.contains(before) { return true }
        if place == 2, Self.eAll.contains(before) { return true }
        return place >= 4 && Self.aiou.contains(word[place - 3]) && !Self.aeiou.contains(word[place - 4])
    }

    private static let a: Set<UInt16> = [0x61, 0xE0, 0xE1, 0xE2, 0xE4]
    private static let e: Set<UInt16> = [0x65, 0xE8, 0xE9, 0xEA]
    private static let eAll: Set<UInt16> = e.union([0xEB])
    private static let i: Set<UInt16> = [0x69, 0xEC, 0xED, 0xEE, 0xEF]
    private static let o: Set<UInt16> = [0x6F, 0xF2, 0xF3, 0xF4, 0xF6]
    private static let u: Set<UInt16> = [0x75, 0xF9, 0xFA, 0xFB, 0xFC]
    private static let aou = a.union(o).union(u)
    private static let aiou = aou.union(i)
    private static let aeiou = aiou.union(eAll)
    private static let vowels = aeiou.union([0x79])
    private static let vowelsWX = vowels.union([0x77, 0x78])
}
