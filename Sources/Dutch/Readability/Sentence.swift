/// A sentence, or what stands for one: a heading, an item of a list.
package struct Sentence: Sendable, Hashable {
    package struct Word: Sendable, Hashable {
        /// In small letters, as written otherwise.
        package let text: String
        package let place: TextPlace
        /// Has a digit first, or is an address: counts as a word, not by its syllables.
        package let isNumber: Bool
        /// As said aloud; 0 for numbers.
        package let syllables: Int
    }

    /// At least one.
    package let words: [Word]

    /// From the first word to the end of the last.
    package var place: TextPlace {
        guard let first = words.first, let last = words.last else { return TextPlace(start: 0, length: 0) }
        return TextPlace(start: first.place.start, length: last.place.start + last.place.length - first.place.start)
    }

    /// The sentences of a text in order.
    ///
    /// A full stop ends a sentence unless it belongs to a number, an abbreviation or an initial, or small letters follow. A new line ends one too,
    /// unless it goes on in small letters. The signs before items of a list are no words.
    package static func all(of text: String) -> [Sentence] {
        var reader = SentenceReader(text)
        return reader.read()
    }
}
