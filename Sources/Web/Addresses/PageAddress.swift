import Core
import Transfer

/// A place on this site as a value: path and query, without language. Prints itself for a language and can never lead elsewhere.
///
/// Paths are Dutch nouns, the same in every language; English stands under `/en`. The path is kept in pieces, so a piece with a slash in it
/// is printed as `%2F` and an address can never become `//elsewhere.example`.
package struct PageAddress: Sendable, Hashable {
    /// A key and value of the query, decoded.
    package struct Item: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The pieces of the path, decoded, none empty.
    package let segments: [String]
    package let query: [Item]
    /// The id on the page to go to; nil for the top.
    package let fragment: String?

    /// Empty pieces, `.` and `..` are left out.
    package init(_ segments: [String], query: [Item] = [], fragment: String? = nil) {
        self.segments = segments.filter { !$0.isEmpty && $0 != "." && $0 != ".." }
        self.query = query
        self.fragment = fragment
    }

    package init(_ segments: String..., query: [Item] = []) {
        self.init(segments, query: query)
    }

    /// The start page.
    package static let home = PageAddress([])

    /// Reads a request target without language prefix: `/gebieden/GM0222?jaar=2024`. Everything readable is taken, the rest left out.
    package init(target: some StringProtocol) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = (parts.first ?? "").split(separator: "/").map { PercentEncoding.decode($0.utf8, plusIsSpace: false) }
        let query = parts.count > 1 ? Form.items(of: Array(parts[1].utf8)) : []
        self.init(segments, query: query)
    }

    /// The same place with these keys, in place of any of the same name.
    package func with(_ items: Item...) -> PageAddress {
        let names = Set(items.map(\.name))
        return PageAddress(segments, query: query.filter { !names.contains($0.name) } + items, fragment: fragment)
    }

    /// The same page without a query, or with only these keys.
    package func keeping(_ names: Set<String> = []) -> PageAddress {
        PageAddress(segments, query: query.filter { names.contains($0.name) }, fragment: fragment)
    }

    /// A part of the same page.
    package func at(_ fragment: String) -> PageAddress {
        PageAddress(segments, query: query, fragment: fragment)
    }

    /// The path without language, percent-encoded: `/gebieden/GM0222`.
    package var path: String {
        var text = segments.isEmpty ? "/" : ""
        for segment in segments {
            text += "/"
            text += PercentEncoding.encode(segment)
        }
        return text
    }

    /// What goes into a link: path with the prefix of the language, query and fragment, percent-encoded.
    ///
    /// Addresses outside the pages (API, assets) have no language and print the same for each.
    package func url(in language: Language) -> String {
        var text = path
        if language != .nl && PathSpace(segments) == .page {
            text = "/" + language.rawValue + (segments.isEmpty ? "" : text)
        }
        if !query.isEmpty {
            text += "?" + PercentEncoding.form(query.map { ($0.name, $0.value) })
        }
        if let fragment { text += "#" + PercentEncoding.encode(fragment) }
        return text
    }
}

/// The parts of the site that differ in how they speak: pages have languages, the API has problem documents, the rest is plain.
package enum PathSpace: Sendable, Hashable {
    /// Has a language prefix, answers with designed pages.
    case page
    /// Under `/api`: one address for all languages, answers with JSON.
    case api
    /// Assets, the theme, `/health`, `/metrics`, `/.well-known`, `/robots.txt`: no language.
    case plain

    private static let plainNames: Set<String> = ["assets", "thema", "health", "metrics", ".well-known", "robots.txt", "favicon.ico"]

    package init(_ segments: [String]) {
        switch segments.first {
        case "api": self = .api
        case let name? where Self.plainNames.contains(name): self = .plain
        default: self = .page
        }
    }
}
