import CSnowball

/// Stems of English words: Snowball's `english` (Porter 2) from the system's libstemmer.
struct EnglishStems {
    /// The stem of a word in lower case; the word itself where the library does not know the language.
    static func stem(_ word: String) -> String {
        guard let stemmer = sb_stemmer_new("english", nil) else { return word }
        defer { sb_stemmer_delete(stemmer) }
        let bytes = Array(word.utf8)
        guard bytes.count < 256, let stem = sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return word }
        let count = Int(sb_stemmer_length(stemmer))
        return String(decoding: UnsafeBufferPointer(start: stem, count: max(0, count)), as: UTF8.self)
    }
}
