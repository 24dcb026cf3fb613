import Core
import HTML
import Mail

/// A mail of this site in parts. Text and HTML are made of the same parts, so that both say the same.
///
/// The HTML holds nothing from elsewhere: no pictures, no counting of who reads. It is plain enough to be read without its style.
package struct MailLetter: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case paragraph(String)
        /// What is to be typed over, behind its sentence.
        case code(String, after: String)
        /// A full address to go to, below its sentence.
        ///
        /// - words: what the link is called where it can be pressed
        case link(words: String, address: String, after: String)
        /// Words of someone else, as they wrote them.
        case quote(String)
        /// Names with their values.
        case facts([Fact])
        /// Several messages below each other.
        case items([Item])
    }

    package struct Fact: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One message of several.
    package struct Item: Sendable, Hashable {
        package let title: String
        package let detail: String
        /// A full address; nil where there is no page, or the site does not know its own address.
        package let address: String?

        package init(title: String, detail: String, address: String?) {
            self.title = title
            self.detail = detail
            self.address = address
        }
    }

    package let language: Language
    /// The name of the site, as it is now.
    package let site: String
    package let subject: String
    package let parts: [Part]
    /// Why it came and how to stop it, in small letters at the end.
    package let footnotes: [Part]

    package init(language: Language, site: String, subject: String, parts: [Part], footnotes: [Part] = []) {
        self.language = language
        self.site = site
        self.subject = subject
        self.parts = parts
        self.footnotes = footnotes
    }

    /// The same as plain text.
    package var text: String {
        let below = footnotes.isEmpty ? [] : ["-- "] + footnotes.map(Self.text)
        return (parts.map(Self.text) + below).joined(separator: "\n\n")
    }

    private static func text(_ part: Part) -> String {
        switch part {
        case .paragraph(let words): words
        case .code(let code, let sentence): sentence + " " + code
        case .link(_, let address, let sentence): sentence + "\n" + address
        case .quote(let words): words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "> " + $0 }.joined(separator: "\n")
        case .facts(let facts): facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        case .items(let items): items.map(text).joined(separator: "\n\n")
        }
    }

    private static func text(_ item: Item) -> String {
        (["* " + item.title] + [item.detail, item.address ?? ""].filter { !$0.isEmpty }.map { "  " + $0 }).joined(separator: "\n")
    }

    /// The same as a whole document.
    package var html: String { String(decoding: renderDocument(MailDocument(letter: self), capacity: 6 * 1024), as: UTF8.self) }
}

/// The one form that every mail has.
private struct MailDocument: Component {
    let letter: MailLetter

    var body: some HTML {
        html(.lang(letter.language.rawValue).dir("ltr")) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport").content("width=device-width, initial-scale=1"))
                meta(.name("color-scheme").content("light dark"))
                pageTitle { letter.subject }
                Self.style
            }
            pageBody {
                // Programs that show a mail often take away `html` with its language.
                div(.class("blad").lang(letter.language.rawValue).dir("ltr").role("article").ariaLabel(letter.subject)) {
                    p(.class("site")) { letter.site }
                    h1 { letter.subject }
                    Each(letter.parts) { part in Self.block(part) }
                    if !letter.footnotes.isEmpty { div(.class("onder")) { Each(letter.footnotes) { part in Self.block(part) } } }
                }
            }
        }
    }

    private static func block(_ part: MailLetter.Part) -> AnyHTML {
        switch part {
        case .paragraph(let words): AnyHTML(p { words })
        case .code(let code, let sentence):
            AnyHTML(
                Group {
                    p { sentence }
                    p(.class("code")) { strong { code } }
                })
        case .link(let words, let address, let sentence):
            AnyHTML(
                Group {
                    p { sentence }
                    p { a(.class("knop").href(address)) { words } }
                })
        case .quote(let words):
            AnyHTML(blockquote(.dir("auto")) { Each(words.split(whereSeparator: \.isNewline).map(String.init)) { line in p { line } } })
        case .facts(let facts):
            AnyHTML(
                dl {
                    Each(facts) { fact in
                        dt { fact.name }
                        dd { fact.value }
                    }
                })
        case .items(let items): AnyHTML(ul { Each(items) { item in li { Self.item(item) } } })
        }
    }

    @HTMLBuilder private static func item(_ item: MailLetter.Item) -> some HTML {
        if let address = item.address { a(.href(address)) { item.title } } else { strong { item.title } }
        if !item.detail.isEmpty { p { item.detail } }
    }

    /// Colours that can be read at 7 to 1 on both grounds; sizes that grow with the letters of the reader.
    private static var style: Raw {
        Raw(
            """
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; padding: 1rem; background: #f7f5f8; color: #211a26; font: 1rem/1.6 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
            .blad { max-width: 36rem; margin: 0 auto; padding: 1.5rem; background: #ffffff; border-top: 6px solid #4a1743; }
            .site { margin: 0 0 .5rem; font-weight: 700; color: #4a1743; }
            h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.3; }
            a { color: #651f5a; }
            .knop { display: inline-block; padding: .625rem 1.25rem; border: 2px solid #651f5a; border-radius: .375rem; font-weight: 700; }
            .code { font-size: 1.75rem; letter-spacing: .15em; }
            blockquote { margin: 0 0 1rem; padding: .25rem 1rem; border-left: 4px solid #857b8d; }
            dt { font-weight: 700; }
            dd { margin: 0 0 .5rem; }
            li { margin-bottom: .75rem; }
            li p { margin: .125rem 0 0; }
            .onder { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid #d9d3dd; font-size: .875rem; }
            .onder .knop { padding: 0; border: 0; font-weight: 400; }
            @media (prefers-color-scheme: dark) {
            body { background: #17121b; color: #f7f5f8; }
            .blad { background: #211a26; border-top-color: #d7a3cc; }
            .site, a { color: #e6c3de; }
            .knop { border-color: #e6c3de; }
            .onder { border-top-color: #5a5062; }
            }
            </style>
            """)
    }
}
