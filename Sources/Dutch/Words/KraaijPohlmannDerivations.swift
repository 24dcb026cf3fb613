extension KraaijPohlmann {
    /// Step 3: nouns made of other words.
    mutating func nouns() -> Bool {
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
    mutating func adjectives() -> Bool {
        adjectiveOfManyLetters() || adjectiveIG()
    }

    mutating func adjectiveOfManyLetters() -> Bool {
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

    mutating func adjectiveIG() -> Bool {
        guard let (_, start) = longest(["iger", "igst", "ig"]), inFirst(start) else { return false }
        if start == 3, word.ends("inn", at: start) { return false }  // innig (intimate) is not in
        guard consonant(before: start) else { return false }
        word.cut(to: start)
        lengthen()
        return true
    }

    // MARK: Participles

    /// Takes *ge* off the front: *gewerkt*.
    mutating func losePrefix() -> Bool {
        guard word.starts("ge", at: 0), isWord(from: 2) else { return false }
        if !word.starts("vali", at: 2) {
            for kept: StaticString in ["eft", "val", "vaa", "vare"] where word.starts(kept, at: 2) { return false }
        }
        loseGE(at: 0)
        return true
    }

    /// Takes the first *ge* within off: *afgewerkt*.
    mutating func loseInfix() -> Bool {
        guard word.count > 1, let place = (1..<word.count).first(where: { word.starts("ge", at: $0) }), isWord(from: place + 2) else { return false }
        loseGE(at: place)
        return true
    }

    /// Three letters or more, among them a vowel that is not at the end.
    func isWord(from start: Int) -> Bool {
        guard start + 3 <= word.count else { return false }
        var place = start
        while place < word.count, afterVowel(place) == nil { place += 1 }
        guard place < word.count else { return false }
        while let next = afterVowel(place) { place = next }
        return place < word.count
    }

    mutating func loseGE(at place: Int) {
        word.remove(place..<place + 2)
        guard place < word.count else { return }
        if word[place] == 0xEB { word.put(0x65, at: place) }
        if word[place] == 0xEF { word.put(0x69, at: place) }
    }

    /// Step 1c: the *d* or *t* of a participle.
    mutating func participle() {
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
    mutating func loseT() -> Bool {
        guard longest(["kt", "ft", "pt"]) != nil else { return false }
        word.cut(to: word.count - 1)
        return true
    }

    /// Step 6: one consonant for two, *f* for *v* and *s* for *z* at the end.
    mutating func singleConsonant() {
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
    mutating func lengthen() {
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
    func isWeak(_ place: Int) -> Bool {
        guard place >= 2 else { return false }
        let before = word[place - 2]
        if Self.aiou.contains(before) { return true }
        if place == 2, Self.eAll.contains(before) { return true }
        return place >= 4 && Self.aiou.contains(word[place - 3]) && !Self.aeiou.contains(word[place - 4])
    }

    private static let a: Set<UInt16> = [0x61, 0xE0, 0xE1, 0xE2, 0xE4]
    static let e: Set<UInt16> = [0x65, 0xE8, 0xE9, 0xEA]
    static let eAll: Set<UInt16> = e.union([0xEB])
    static let i: Set<UInt16> = [0x69, 0xEC, 0xED, 0xEE, 0xEF]
    static let o: Set<UInt16> = [0x6F, 0xF2, 0xF3, 0xF4, 0xF6]
    static let u: Set<UInt16> = [0x75, 0xF9, 0xFA, 0xFB, 0xFC]
    static let aou = a.union(o).union(u)
    static let aiou = aou.union(i)
    static let aeiou = aiou.union(eAll)
    static let vowels = aeiou.union([0x79])
    static let vowelsWX = vowels.union([0x77, 0x78])
}
