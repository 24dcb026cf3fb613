/// The SQL an engine speaks, where the two differ.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
    case sqlite, postgres

    /// The column type for byte strings.
    package var bytes: StaticString {
        switch self {
        case .sqlite: "BLOB"
        case .postgres: "BYTEA"
        }
    }
}

/// Where the database is: a file, or a PostgreSQL server. Printing it hides the password.
package enum DatabaseAddress: Sendable, Hashable {
    /// A file; made when it is not there.
    case sqlite(path: String)
    /// A connection URI as libpq reads it: `postgres://user:password@host:port/name?sslmode=require`.
    case postgres(String)

    /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`; nil for anything else.
    package init?(_ text: String) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(text)
        } else if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
            self = .sqlite(path: path)
        } else {
            return nil
        }
    }
}

extension DatabaseAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:" + path
        case .postgres(let uri): DatabaseAddress.withoutPassword(uri)
        }
    }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: [("address", description)]) }

    private static func withoutPassword(_ uri: String) -> String {
        guard let scheme = uri.firstRange(of: "://") else { return "•••" }
        let rest = uri[scheme.upperBound...]
        // A password may hold any character when its owner forgot to encode it, so everything up to the last @ counts as user and password.
        let host = rest.lastIndex(of: "@").map { rest.index(after: $0) } ?? rest.startIndex
        var text = String(uri[..<scheme.upperBound])
        if host > rest.startIndex {
            let owner = rest[..<rest.index(before: host)]
            text += owner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)[0]
            text += owner.contains(":") ? ":•••@" : "@"
        }
        let parts = rest[host...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        text += parts[0]
        guard parts.count > 1 else { return text }
        let settings = parts[1].split(separator: "&").map { setting in
            let name = setting.prefix { $0 != "=" }
            return name.lowercased().contains("password") ? "\(name)=•••" : String(setting)
        }
        return text + "?" + settings.joined(separator: "&")
    }
}
