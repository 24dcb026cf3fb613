/// The stemming algorithm for Dutch of Wessel Kraaij and Renée Pohlmann, as `dutch` of Snowball 3.1 defines it (snowballstem.org).
///
/// Written from that definition; compared with the reference over all words of OpenTaal in `Tests/Cli/test_stemmer.py`.
struct KraaijPohlmann {
    var word: Letters
    /// Where the regions after the first and the second syllable begin.
    var first = 0
    var second = 0
    var isStemmed = false

    /// The stem of a word in lower case.
    static func stem(_ word: String) -> String {
        var stemmer = KraaijPohlmann(word)
        stemmer.run()
        return stemmer.word.text
    }

    private init(_ word: String) {
        self.word = Letters(word)
    }

    mutating func run() {
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
    mutating func measure() {
        (first, second) = (word.count, word.count)
        guard let one = syllable(from: 0) else { return }
        first = one
        if let two = syllable(from: one) { second = two }
    }

    func syllable(from start: Int) -> Int? {
        var place = start
        while place < word.count, !isVowel(place) { place += 1 }
        let vowels = place
        while let next = afterVowel(place) { place = next }
        return place > vowels && place < word.count ? place + 1 : nil
    }

    func isVowel(_ place: Int) -> Bool { Self.vowels.contains(word[place]) }

    /// Past a vowel or *ij* that stands here.
    func afterVowel(_ place: Int) -> Int? {
        if word.starts("ij", at: place) { return place + 2 }
        return place < word.count && isVowel(place) ? place + 1 : nil
    }

    func inFirst(_ end: Int) -> Bool { first <= end }
    func inSecond(_ end: Int) -> Bool { second <= end }

    /// A vowel or *ij* stands before `end`.
    func vowel(before end: Int) -> Bool { end > 0 && (isVowel(end - 1) || word.ends("ij", at: end)) }

    /// A consonant stands before `end`, and it is not the end of *ij*.
    func consonant(before end: Int) -> Bool { end > 0 && !word.ends("ij", at: end) && !isVowel(end - 1) }

    // MARK: Endings

    /// The longest of these that the word ends in, with the place where it begins.
    func longest(_ endings: [StaticString]) -> (ending: String, start: Int)? {
        var found: (ending: String, start: Int)?
        for ending in endings where word.ends(ending) {
            let text = ending.description
            let start = word.count - text.utf16.count
            if found.map({ start < $0.start }) ?? true { found = (text, start) }
        }
        return found
    }

    /// Step 1: plurals of nouns, endings of verbs.
    mutating func plurals() -> Bool {
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

    mutating func pluralES(_ start: Int) -> Bool {
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

    mutating func pluralEN(_ start: Int) -> Bool {
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
    mutating func diminutives() -> Bool {
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

    mutating func diminutive(_ start: Int) -> Bool {
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
