import Core
import People
import Web

/// Reads what is found in a story.
enum CodingForm {
    static let name = "naam"
    static let meaning = "uitleg"
    static let subject = "onderdeel"
    static let theme = "thema"
    static let themes = "themas"
    static let quote = "citaat"
    static let quoteTheme = "citaat-thema"

    private typealias Words = CodingDeskWords

    static func newTheme(_ form: inout Form, subjects: [AreaTheme]) -> (name: String, meaning: String, subject: String?)? {
        let name = form.text(name, limit: 80, required: Words.both(\.themeEmpty)), meaning = form.text(meaning, limit: 400)
        guard let name, form.errors.isEmpty else { return nil }
        return (name, meaning ?? "", subjects.first { $0.key == form[subject] }?.key)
    }

    /// Numbers of themes of this book; nil where one of them does not exist.
    static func chosen(_ form: Form, of book: CodingBook) -> Set<Int>? {
        let sent = form.all(themes).map { Int($0) }, known = Set(book.themes.map(\.number)), numbers = Set(sent.compactMap(\.self))
        return sent.allSatisfy { $0 != nil } && numbers.isSubset(of: known) ? numbers : nil
    }

    /// A quote with its theme; empty where none was written.
    static func quote(_ form: inout Form, from story: CodedStory, themes: Set<Int>) -> [Int: String] {
        guard story.mayBeQuoted, let words = form.text(quote, limit: CodingTheme.quoteLimit) else { return [:] }
        let theme = form[quoteTheme].flatMap { Int($0) }
        if !story.words.contains(words) { form.fail(quote, Words.both(\.quoteWrong)) }
        guard let theme, themes.contains(theme) else {
            form.fail(quoteTheme, Words.both(\.quoteThemeEmpty))
            return [:]
        }
        return [theme: words]
    }
}
