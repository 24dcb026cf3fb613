import Core
import Transfer

/// What the path of a request says, before any route is looked for.
package enum RequestPath: Sendable, Hashable {
    /// A usable path: the address, its language and the path the router matches.
    case found(PageAddress, language: Language, space: PathSpace, routed: String)
    /// The same page without the slash at the end.
    case moved(PageAddress, Language)
    /// No route can have this path.
    case unknown(Language)

    package var language: Language {
        switch self {
        case .found(_, let language, _, _), .moved(_, let language), .unknown(let language): language
        }
    }

    /// - Parameter target: the request target as received: raw path and query
    package init(target: String) {
        let raw = target.prefix { $0 != "?" && $0 != "#" }
        let query = target[raw.endIndex...].prefix { $0 != "#" }
        let isEnglish = raw == "/en" || raw.hasPrefix("/en/")
        guard Self.isWellFormed(raw.utf8) else {
            self = .unknown(isEnglish ? .en : .nl)
            return
        }
        let pieces = raw.split(separator: "/")
        let decoded = pieces.map { PercentEncoding.decode($0.utf8, plusIsSpace: false) }
        guard decoded.allSatisfy({ $0 != "." && $0 != ".." && !$0.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }) }) else {
            self = .unknown(isEnglish ? .en : .nl)
            return
        }
        let language = pieces.first.flatMap { Language(rawValue: String($0)) }.flatMap { $0 == .nl ? nil : $0 }
        let rest = language == nil ? decoded[...] : decoded.dropFirst()
        let address = PageAddress(Array(rest), query: Form.items(of: Array(query.utf8.dropFirst())))
        let space = PathSpace(address.segments)
        if language != nil && space != .page {
            self = .unknown(.en)
        } else if raw.last == "/" && !pieces.isEmpty {
            self = space == .page ? .moved(address, language ?? .nl) : .unknown(.nl)
        } else {
            self = .found(address, language: language ?? .nl, space: space, routed: address.path + query)
        }
    }

    /// Begins with a slash, has none beside another, and nothing but visible ASCII without the backslash.
    private static func isWellFormed(_ path: Substring.UTF8View) -> Bool {
        guard path.first == 0x2F, path.count <= 2000 else { return false }
        var before: UInt8 = 0
        for byte in path {
            guard byte > 0x20, byte < 0x7F, byte != 0x5C, byte != 0x2F || before != 0x2F else { return false }
            before = byte
        }
        return true
    }
}
