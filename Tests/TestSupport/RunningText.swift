/// The running text of a page: paragraphs, items of lists, what a picture or a fold says of itself. One block each, as a reader meets them.
///
/// Left out are headings and labels (not sentences), tables, navigation, addresses and commands (no text to read in one go), the names of deliveries
/// (as their publishers wrote them), and the block "how it was computed". That names methods with their authors so that a specialist can check;
/// it is folded away, and all that another reader needs stands outside it.
package struct RunningText {
    package private(set) var blocks: [String] = []
    private var current = ""
    /// Names of open elements with whether they began a part that is left out.
    private var open: [(name: String, isOut: Bool)] = []

    private static let kept: Set<String> = ["p", "li", "figcaption", "summary", "legend", "blockquote"]
    private static let out: Set<String> = [
        "table", "nav", "header", "footer", "script", "style", "svg", "pre", "select", "label", "dl", "progress", "h1", "h2", "h3", "h4",
    ]
    private static let outClasses = ["methode", "bronnen", "adres", "kruimels"]
    private static let empty: Set<String> = ["br", "hr", "img", "input", "meta", "link", "wbr"]

    /// - Parameter html: a page of this site; only what is inside `main`
    package init(_ html: String) {
        guard let start = html.range(of: "<main"), let end = html.range(of: "</main>") else { return }
        var rest = html[start.lowerBound..<end.lowerBound]
        while let tag = rest.firstIndex(of: "<") {
            text(rest[..<tag])
            guard let close = rest[tag...].firstIndex(of: ">") else { break }
            element(rest[rest.index(after: tag)..<close])
            rest = rest[rest.index(after: close)...]
        }
        finish()
    }

    private mutating func text(_ piece: Substring) {
        guard !open.contains(where: \.isOut), open.contains(where: { Self.kept.contains($0.name) }) else { return }
        current += piece
    }

    private mutating func element(_ tag: Substring) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if Self.kept.contains(name) { finish() }
            if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
            return
        }
        let name = String(tag.prefix { $0.isLetter || $0.isNumber })
        guard !Self.empty.contains(name) else { return }
        let classes = tag.range(of: "class=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" }.split(separator: " ") } ?? []
        let isOut = Self.out.contains(name) || classes.contains { Self.outClasses.contains(String($0)) }
        if Self.kept.contains(name) { finish() }
        open.append((name, isOut))
    }

    private mutating func finish() {
        var words = current
        for (sign, text) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")] {
            words = words.replacing(sign, with: text)
        }
        words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !words.isEmpty { blocks.append(words) }
        current = ""
    }
}
