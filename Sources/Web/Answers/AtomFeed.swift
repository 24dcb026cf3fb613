import Core

/// News for a reader of feeds (RFC 4287). Printing is total: any text gives XML that is well formed.
package struct AtomFeed: Sendable, Hashable {
    /// One thing in the feed. Times are milliseconds since 1970.
    package struct Entry: Sendable, Hashable {
        /// An address that stays for as long as the thing lives: ``AtomFeed/tag(_:since:_:)``, or an https address that never changes.
        package let id: String
        package let title: String
        /// The page of the thing, a full address.
        package let address: String
        /// When something of it changed that a reader wants to know.
        package let updated: Int64
        package var published: Int64?
        /// Plain text; empty for nothing.
        package var summary = ""
        package var categories: [String] = []

        package init(id: String, title: String, address: String, updated: Int64) {
            self.id = id
            self.title = title
            self.address = address
            self.updated = updated
        }
    }

    /// As of an entry.
    package let id: String
    package let title: String
    package var subtitle = ""
    /// Whose feed it is: the name of the site.
    package let author: String
    package let language: Language
    /// The feed itself, a full address.
    package let address: String
    /// The page with the same, a full address.
    package let page: String
    /// Since when it is as it is, where it holds no entries; milliseconds since 1970.
    package let since: Int64
    /// In the order in which they are to be read; as a rule the newest first.
    package var entries: [Entry]

    package init(
        id: String, title: String, author: String, language: Language, address: String, page: String, since: Int64, entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.language = language
        self.address = address
        self.page = page
        self.since = since
        self.entries = entries
    }

    /// A permanent id that is no address (RFC 4151): `tag:leefkring.example,2026:bijeenkomst/01h…`.
    ///
    /// - Parameters:
    ///   - host: of the site
    ///   - year: in which the host was this site's; never changed after
    ///   - thing: its kind and permanent name
    package static func tag(_ host: String, since year: Int, _ thing: String) -> String {
        "tag:\(host.lowercased()),\(year):\(thing)"
    }

    /// The newest of the entries.
    package var updated: Int64 { entries.map(\.updated).max() ?? since }

    /// The whole document in UTF-8.
    package var bytes: [UInt8] { Array(text.utf8) }

    package func answer(cache: CachePolicy) -> Answer { Answer(bytes, as: .atom, cache: cache) }

    private var text: String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
            Self.element("id", Self.link(id)), Self.element("title", title),
        ]
        if !subtitle.isEmpty { lines.append(Self.element("subtitle", subtitle)) }
        lines += [
            Self.element("updated", Self.time(updated)), "<author>" + Self.element("name", author) + "</author>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(Self.escaped(Self.link(address)))\"/>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(Self.escaped(Self.link(page)))\"/>",
        ]
        for entry in entries { lines += Self.lines(of: entry) }
        return (lines + ["</feed>", ""]).joined(separator: "\n")
    }

    private static func lines(of entry: Entry) -> [String] {
        var lines = ["<entry>", element("id", link(entry.id)), element("title", entry.title), element("updated", time(entry.updated))]
        if let published = entry.published { lines.append(element("published", time(published))) }
        lines.append("<link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(link(entry.address)))\"/>")
        for category in entry.categories { lines.append("<category term=\"\(escaped(category))\"/>") }
        if !entry.summary.isEmpty { lines.append(element("summary", entry.summary)) }
        return lines + ["</entry>"]
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }

    /// RFC 3339, in the years that it can hold.
    private static func time(_ milliseconds: Int64) -> String { UTCTime.text(Double(min(max(milliseconds / 1000, 0), 253_402_300_799))) }

    /// What XML 1.0 cannot hold, also escaped, is left out (section 2.2, `Char`).
    private static func escaped(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;".unicodeScalars
            case "<": output += "&lt;".unicodeScalars
            case ">": output += "&gt;".unicodeScalars
            case "\"": output += "&quot;".unicodeScalars
            // As it is, a reader of XML would make a line feed of it.
            case "\r": output += "&#13;".unicodeScalars
            case "\t", "\n": output.append(scalar)
            default: if scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF { output.append(scalar) }
            }
        }
        return String(output)
    }

    /// An address with `%` for every byte that cannot stand in one.
    private static func link(_ address: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            let isFit = (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
            bytes += isFit ? [byte] : [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension MediaKind {
    package static let atom = MediaKind("application/atom+xml; charset=utf-8", isText: true)
    package static let calendar = MediaKind("text/calendar; charset=utf-8", isText: true)
}
