import Core
import Mail
import Web

extension OrganisationAbout {
    private typealias Words = OrganisationWords

    /// The fields of the form, filled with what is kept.
    var form: Form {
        let lines = { (entries: [Entry]) in entries.map { ([$0.title] + ($0.link.map { [$0] } ?? [])).joined(separator: " ") }.joined(separator: "\n") }
        let fields = [
            ("producten", lines(products)), ("platforms", lines(platforms)), ("bereiken", contact.words), ("mail", contact.mail?.description ?? ""),
            ("link", contact.link ?? ""),
        ]
        let chosen = terms.sorted().map { ("onderwerp", $0) } + (contact.isPublic ? [("openbaar", "ja")] : [])
        return Form(items: (fields + chosen).map { Form.Item($0.0, $0.1) })
    }

    /// Nil where a field cannot be read; the form says why.
    init?(_ form: inout Form) {
        self.init()
        terms = Set(form.all("onderwerp"))
        products = Self.entries("producten", most: Self.mostProducts, wantsLink: false, &form)
        platforms = Self.entries("platforms", most: Self.mostPlatforms, wantsLink: true, &form)
        contact.words = form.paragraphs("bereiken", limit: Self.longestWords) ?? ""
        contact.mail = form.mail("mail", otherwise: Words.both(\.mailShape))
        if let typed = form.line("link", limit: Self.longestLink) {
            contact.link = Self.link(typed)
            if contact.link == nil { form.fail("link", Words.both(\.linkShape)) }
        }
        contact.isPublic = form.has("openbaar", "ja")
        if !form.errors.isEmpty { return nil }
    }

    /// How many signs such a field takes.
    static func room(for count: Int) -> Int { count * (longestTitle + longestLink + 2) }

    /// One on each line: the name, and where it is behind it.
    private static func entries(_ field: String, most: Int, wantsLink: Bool, _ form: inout Form) -> [Entry] {
        let lines = (form.paragraphs(field, limit: room(for: most)) ?? "").split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter { !$0.isEmpty }
        guard lines.count <= most else {
            form.fail(field, Words.both { $0.tooManyLines(most) })
            return []
        }
        var found: [Entry] = []
        for pieces in lines {
            switch entry(pieces, wantsLink: wantsLink) {
            case .success(let entry): found.append(entry)
            case .failure(let fault):
                let line = pieces.joined(separator: " "), start = line.count > 40 ? line.prefix(40) + "…" : Substring(line)
                form.fail(field, Words.both { $0.line(String(start), fault) })
            }
        }
        return found
    }

    /// What is wrong with a line.
    enum LineFault: Error, Sendable, Hashable {
        case noTitle, longTitle, noLink, badLink
    }

    private static func entry(_ pieces: [String], wantsLink: Bool) -> Result<Entry, LineFault> {
        var pieces = pieces, address: String?
        if let last = pieces.last, looksLikeLink(last) {
            guard let link = link(last) else { return .failure(.badLink) }
            address = link
            pieces.removeLast()
        }
        let title = pieces.joined(separator: " ")
        if title.isEmpty { return .failure(.noTitle) }
        guard isTitle(title) else { return .failure(.longTitle) }
        if wantsLink, address == nil { return .failure(.noLink) }
        return .success(Entry(title, link: address))
    }

    /// Also what is meant as one: it is better refused than shown as the end of a name.
    private static func looksLikeLink(_ text: String) -> Bool {
        let low = text.lowercased()
        return low.contains("://") || ["www.", "javascript:", "data:", "mailto:", "file:", "vbscript:"].contains(where: low.hasPrefix)
    }

    /// A link as it is kept; a telephone writes the first letter large.
    private static func link(_ typed: String) -> String? {
        guard let colon = typed.firstIndex(of: ":") else { return nil }
        let text = typed[..<colon].lowercased() + typed[colon...]
        return isLink(text) ? text : nil
    }
}
