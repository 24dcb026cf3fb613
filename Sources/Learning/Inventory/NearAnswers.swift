import Core

/// Finds answers that may be about the same, by the words they have in common. It only proposes, and says why (section 3). Pure.
package enum NearAnswers {
    /// A proposal with the words it rests on.
    package struct Proposal: Sendable, Hashable {
        package let issue: Identifier
        /// As they stand in the answer, in the order of the alphabet.
        package let words: [String]
    }

    /// Two answers of which nearly all words are the same.
    package struct Twin: Sendable, Hashable {
        package let entry: Identifier
        package let other: Identifier
    }

    /// Issues whose title or fragments share at least two words with an answer; most shared first.
    package static func issues(for words: String, among desk: Workbench, most: Int = 3) -> [Proposal] {
        let own = stems(words)
        return desk.issues.compactMap { issue -> (Proposal, Int)? in
            let texts = [issue.title, issue.facts.words] + desk.fragments(of: issue.id).map(\.words)
            let theirs = Set(texts.flatMap { stems($0).keys })
            let shared = own.filter { theirs.contains($0.key) }.values.sorted()
            return shared.count >= 2 ? (Proposal(issue: issue.id, words: shared), shared.count) : nil
        }
        .sorted { $0.1 == $1.1 ? $0.0.issue < $1.0.issue : $0.1 > $1.1 }.prefix(most).map { $0.0 }
    }

    /// Answers that say nearly the same: four of five words are in both.
    package static func doubles(_ entries: [AnswerEntry]) -> [Twin] {
        let all = entries.map { (id: $0.id, stems: Set(stems($0.content.words).keys)) }.filter { $0.stems.count >= 3 }
        var found: [Twin] = []
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] {
                let shared = one.stems.intersection(other.stems).count, together = one.stems.union(other.stems).count
                if shared * 5 >= together * 4 { found.append(Twin(entry: one.id, other: other.id)) }
            }
        }
        return found
    }

    /// Each word that says something, by a rough stem; the value is the word as it was written.
    static func stems(_ text: String) -> [String: String] {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 && !empty.contains($0) }
        return Dictionary(words.map { (stem($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes off what Dutch words end in when there are more of them, or when they are smaller; and brings double letters together.
    ///
    /// Rough on purpose: a wrong stem gives a proposal less or more, and a person decides.
    static func stem(_ word: String) -> String {
        var stem = word
        for ending in ["heden", "heid", "ingen", "ing", "jes", "tje", "je", "eren", "ers", "en", "er", "e"]
        where stem.hasSuffix(ending) && stem.count - ending.count >= 3 {
            stem.removeLast(ending.count)
            break
        }
        var plain = ""
        for letter in stem where plain.last != letter { plain.append(letter) }
        if plain.last == "v" { return plain.dropLast() + "f" }
        // The z of more houses is the s of one, and many an s says that there are more.
        return ["s", "z"].contains(plain.last) && plain.count > 3 ? String(plain.dropLast()) : plain
    }

    /// Words that bind others.
    private static let empty: Set<String> = [
        "deze", "door", "voor", "maar", "naar", "niet", "veel", "meer", "want", "waar", "wordt", "worden", "zijn", "hebben", "heeft", "daar", "over",
        "onze", "jullie", "kunnen", "moeten", "willen", "zouden", "omdat", "zodat", "toch", "heel", "alle", "allemaal", "andere", "anders", "steeds",
        "nooit", "altijd", "samen", "mensen", "zonder", "tussen", "tegen", "onder", "weer", "goed", "welke", "hier", "elkaar", "iets", "niets", "iedereen",
        "leren", "weten", "gemeente", "buurt", "wijk",
    ]
}
