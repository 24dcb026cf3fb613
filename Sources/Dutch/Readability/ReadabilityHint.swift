/// Something in a text that makes it harder to read, and where.
package struct ReadabilityHint: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// More than ``Readability/longestForB1`` words.
        case longSentence(words: Int)
        /// A form of `worden` with a participle: say who does it.
        case passive
        /// A word of offices or of statistics, with what can be said instead.
        case hardWord(instead: String)
        /// A compound of many syllables: take it apart.
        case longWord(syllables: Int)
    }

    package let kind: Kind
    package let place: TextPlace
    /// What stands there; for a sentence its first words.
    package let text: String
}
