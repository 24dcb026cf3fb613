/// Cuts a text into sentences and words, in one pass.
struct SentenceReader {
    private let scalars: [Unicode.Scalar]
    /// Distance from the start in UTF-8 bytes, one more than there are scalars.
    private let offsets: [Int]
    private var index = 0
    private var words: [Sentence.Word] = []
    private var sentences: [Sentence] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var (offsets, offset) = ([Int](), 0)
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    mutating func read() -> [Sentence] {
        skipListMark()
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isLetter || scalar.isDigit {
                readWord()
            } else if scalar.isNewline {
                readNewline()
            } else if scalar.endsSentence {
                readEnd()
            } else {
                index += 1
            }
        }
        close()
        return sentences
    }

    private func scalar(_ place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

    private mutating func close() {
        if !words.isEmpty { sentences.append(Sentence(words: words)) }
        words = []
    }

    // MARK: Words

    private mutating func readWord() {
        var start = index
        // `'s` and `’t` begin with their apostrophe.
        if let before = scalar(start - 1), before.isApostrophe, scalar(start - 2)?.isPartOfWord != true, scalar(start + 1)?.isPartOfWord != true { start -= 1 }
        let isNumber = scalars[index].isDigit
        while let current = scalar(index), current.isPartOfWord || joins(index, isNumber) { index += 1 }
        var isAddress = false
        if scalar(index) == ":" && scalar(index + 1) == "/" && scalar(index + 2) == "/" || scalar(index) == "@" {
            isAddress = true
            while let current = scalar(index), !current.properties.isWhitespace { index += 1 }
            while index > start + 1, scalars[index - 1].endsSentence { index -= 1 }
        }
        var text = String(String.UnicodeScalarView(scalars[start..<index]))
        let syllables = isNumber || isAddress ? 0 : Syllables.count(text)
        text = text.lowercased()
        let place = TextPlace(start: offsets[start], length: offsets[index] - offsets[start])
        words.append(.init(text: text, place: place, isNumber: isNumber || isAddress, syllables: syllables))
    }

    /// Whether a sign inside a word holds two parts together: `zo'n`, `e-mail`, `o.a`, `4.510`, `0,5`.
    private func joins(_ place: Int, _ isNumber: Bool) -> Bool {
        guard let before = scalar(place - 1), let sign = scalar(place), let after = scalar(place + 1) else { return false }
        if sign.isApostrophe || sign.isHyphen { return before.isPartOfWord && after.isPartOfWord }
        if isNumber { return before.isDigit && after.isDigit && (sign == "." || sign == "," || sign == ":" || sign == "/" || sign == "–") }
        return sign == "." && before.isLetter && after.isLetter
    }

    // MARK: Ends

    private mutating func readEnd() {
        let (start, last) = (index, words.last?.text ?? "")
        while let current = scalar(index), current.endsSentence || current.closes { index += 1 }
        let isPlainStop = scalars[start] == "." && !(scalar(start + 1)?.endsSentence ?? false)
        guard let next = scalar(index) else { return close() }
        guard next.properties.isWhitespace else { return }
        guard let follower = follower(of: index) else { return close() }
        if follower.isSmall { return }
        if isPlainStop, let before = scalar(start - 1), before.isPartOfWord {
            if Abbreviations.neverLast.contains(last) { return }
            // An initial, as in `J. Jansen`.
            if last.unicodeScalars.count == 1 && before.isLetter && follower.isLetter { return }
        }
        close()
    }

    /// The first sign of the next word: a letter or a digit, past spaces, opening marks and a loose `'s`. Nil at the end of the line.
    private func follower(of place: Int) -> Unicode.Scalar? {
        var place = place
        while let current = scalar(place), current.properties.isWhitespace || current.opens {
            if current.isNewline { return nil }
            if current.isApostrophe, scalar(place + 1)?.isLetter == true, scalar(place + 2) == " " { place += 2 }
            place += 1
        }
        return scalar(place)
    }

    private mutating func readNewline() {
        let start = index
        while let current = scalar(index), current.properties.isWhitespace { index += 1 }
        let lines = scalars[start..<index].count { $0 == "\n" || $0 == "\u{2029}" }
        let next = scalar(index)
        let goesOn = lines < 2 && next?.isSmall == true && !isListMark(index)
        if !goesOn { close() }
        skipListMark()
    }

    /// `-`, `•`, `1.`, `a)` before an item.
    private mutating func skipListMark() {
        guard isListMark(index) else { return }
        while let current = scalar(index), !current.properties.isWhitespace { index += 1 }
    }

    private func isListMark(_ place: Int) -> Bool {
        guard let first = scalar(place) else { return false }
        if first.isBullet { return scalar(place + 1)?.properties.isWhitespace == true }
        var end = place
        while end < place + 3, scalar(end)?.isDigit == true { end += 1 }
        if end == place && first.isLetter { end += 1 }
        guard end > place, let mark = scalar(end), mark == ")" || (mark == "." && first.isDigit) else { return false }
        return scalar(end + 1)?.properties.isWhitespace == true
    }
}

/// Written short, with a full stop that need not end a sentence.
enum Abbreviations {
    /// Something always follows these. Others, such as `enz.`, end a sentence when a capital follows.
    static let neverLast: Set<String> = [
        "art", "bijv", "bv", "blz", "ca", "dhr", "dr", "drs", "evt", "excl", "fam", "i.v.m", "incl", "ir", "m.b.t", "m.b.v", "max", "mevr",
        "mr", "mw", "nl", "nr", "nrs", "o.a", "o.l.v", "o.b.v", "prof", "resp", "t.a.v", "t.b.v", "t.n.v", "t.o.v", "t/m", "tel", "vgl", "zgn", "d.w.z",
        "d.m.v", "n.a.v", "i.p.v", "a.d.h.v", "z.s.m", "c.q", "ds", "jhr",
    ]
}

extension Unicode.Scalar {
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }
    var isLetter: Bool { value < 0x80 ? (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A : value > 0xA9 && properties.isAlphabetic }
    var isSmall: Bool { value < 0x80 ? value >= 0x61 && value <= 0x7A : properties.isLowercase }
    /// Letters, digits and the accents that follow a letter.
    var isPartOfWord: Bool { isLetter || isDigit || (value >= 0x300 && properties.generalCategory == .nonspacingMark) }
    var isApostrophe: Bool { self == "'" || self == "’" || self == "‘" }
    var isHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" || self == "\u{AD}" }
    var isNewline: Bool { value >= 0x0A && value <= 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029 }
    var endsSentence: Bool { self == "." || self == "!" || self == "?" || self == "…" }
    var isBullet: Bool { self == "-" || self == "*" || self == "•" || self == "–" || self == "·" || self == "▪" }
    var opens: Bool { isApostrophe || self == "\"" || self == "“" || self == "„" || self == "«" || self == "(" || self == "[" }
    var closes: Bool { self == "'" || self == "’" || self == "\"" || self == "”" || self == "»" || self == ")" || self == "]" }
}
