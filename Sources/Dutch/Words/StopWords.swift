/// Words that say little: they leave a question unless nothing remains.
package enum StopWords {
    package static func of(_ language: WordLanguage) -> Set<String> { language == .dutch ? dutch : english }

    package static let dutch: Set<String> = [
        "de", "het", "een", "en", "van", "in", "op", "te", "voor", "met", "als", "bij", "aan", "of", "door", "om", "uit", "naar", "is", "zijn", "tot",
        "over", "dat", "die", "er",
    ]
    package static let english: Set<String> = [
        "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "how", "in", "is", "it", "of", "on", "or", "that", "the", "this", "to", "what",
        "which", "with",
    ]
}
