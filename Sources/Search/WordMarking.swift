import Dutch

/// Finds in a text the words that a question finds things on: other forms of them and compounds with them too.
package struct WordMarking: Sendable {
    /// A stretch of a text.
    package struct Piece: Sendable, Hashable {
        package var text: String
        package let isFound: Bool

        package init(_ text: String, isFound: Bool) {
            self.text = text
            self.isFound = isFound
        }
    }

    private let terms: Set<[UInt8]>
    private let analysis: WordAnalysis

    init(terms: Set<[UInt8]>, analysis: WordAnalysis) {
        self.terms = terms
        self.analysis = analysis
    }

    /// Letters of a text that are looked at.
    package static let longest = 4_000

    /// The whole text, cut where words that were found begin and end.
    package func pieces(of text: String, in language: WordLanguage) -> [Piece] {
        var known: [Substring: Bool] = [:]
        var pieces: [Piece] = []
        for run in Self.runs(of: text.prefix(Self.longest)) {
            let isFound: Bool
            if let before = known[run] {
                isFound = before
            } else {
                isFound = isWord(run) && finds(run, in: language)
                known[run] = isFound
            }
            if let last = pieces.last, last.isFound == isFound, !isFound {
                pieces[pieces.count - 1].text += run
            } else {
                pieces.append(Piece(String(run), isFound: isFound))
            }
        }
        return pieces
    }

    /// The part of a text with the most of the words, about `length` letters; all of it where it is shorter.
    package func excerpt(of text: String, in language: WordLanguage, length: Int = 200) -> [Piece] {
        guard text.count > length else { return pieces(of: text, in: language) }
        let runs = Self.runs(of: text.prefix(Self.longest))
        let found = runs.map { isWord($0) && finds($0, in: language) }
        var ends: [Int] = []
        for run in runs { ends.append((ends.last ?? 0) + run.count) }
        let first = Self.start(runs, found, ends, length: length)
        let before = first == 0 ? 0 : ends[first - 1]
        var last = first
        while last + 1 < runs.count, ends[last + 1] - before <= length { last += 1 }
        var pieces: [Piece] = before > 0 ? [Piece("… ", isFound: false)] : []
        for place in first...last {
            if let piece = pieces.last, !piece.isFound, !found[place] {
                pieces[pieces.count - 1].text += runs[place]
            } else {
                pieces.append(Piece(String(runs[place]), isFound: found[place]))
            }
        }
        if last + 1 < runs.count || text.count > Self.longest { pieces.append(Piece(" …", isFound: false)) }
        return pieces
    }

    /// The first run of the stretch with the most different words that were found, a little before them; the beginning of a sentence where one is near.
    private static func start(_ runs: [Substring], _ found: [Bool], _ ends: [Int], length: Int) -> Int {
        var best = (place: 0, words: 0)
        for place in runs.indices where found[place] {
            var words: Set<String> = []
            for next in place..<runs.count {
                if ends[next] - ends[place] > length * 2 / 3 { break }
                if found[next] { words.insert(runs[next].lowercased()) }
            }
            if words.count > best.words { best = (place, words.count) }
        }
        var start = best.place
        while start > 0, ends[best.place] - ends[start - 1] < length / 3 {
            start -= 1
            if runs[start].contains(where: { ".!?".contains($0) }) { return min(start + 1, best.place) }
        }
        // A stretch begins with a word.
        while start > 0, start < best.place, runs[start].first.map(isLetter) != true { start += 1 }
        return start
    }

    private func finds(_ run: Substring, in language: WordLanguage) -> Bool {
        Tokenizer().words(of: String(run)).contains { word in
            // Names stand in texts of either language.
            WordLanguage.allCases.contains { other in
                let forms = analysis.forms(of: word, in: other)
                let parts = other == language ? forms.parts.map(\.stem) : []
                return (forms.stems + parts).contains { terms.contains([other.rawValue] + $0.utf8) }
            }
        }
    }

    private func isWord(_ run: Substring) -> Bool { run.first.map(Self.isLetter) ?? false }

    private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Words and what stands between them, in turn.
    private static func runs(of text: Substring) -> [Substring] {
        var runs: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let isWord = isLetter(text[start])
            let end = text[start...].firstIndex { isLetter($0) != isWord } ?? text.endIndex
            runs.append(text[start..<end])
            start = end
        }
        return runs
    }
}

extension SearchSnapshot {
    /// What a question is found on, for showing it in titles and texts.
    package func marking(of question: Question, for reader: SearchReader) -> WordMarking {
        let (plan, _) = plan(question, visible: parts.map { $0.visible(to: reader) })
        // A stop word of one language is asked in the other, and found on every page.
        let telling = plan.terms.filter { !StopWords.dutch.contains($0.shown) && !StopWords.english.contains($0.shown) }
        return WordMarking(terms: Set((telling.isEmpty ? plan.terms : telling).map(\.key)), analysis: analysis)
    }
}
