import Core
import Hummingbird
import Web

/// Who may do what: every route of a running site, as a page of the documentation.
package struct PermissionTable: Sendable {
    private let routes: [Route]

    package init(_ table: RouteTable) {
        routes = table.routes
    }

    /// `docs/permissions.md`.
    package var markdown: String {
        let rows = routes.map { route in
            let method = route.method == .get ? "GET, HEAD" : route.method.rawValue
            let cells = [method, "`\(route.pattern)`", Self.who(route.access), route.summary?.nl ?? "", route.summary?.en ?? ""]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return (Self.head + rows).joined(separator: "\n") + "\n"
    }

    private static let head = [
        "# Permissions", "",
        "Made by `leefkring routes --markdown`; a test compares this page with the routes of the site. Pages are also there in English, below `/en`.", "",
        "| method | path | who | wat | what |", "|---|---|---|---|---|",
    ]

    private static func who(_ access: Access) -> String {
        switch access {
        case .everyone: "everyone"
        case .operators: "the machine itself, or the operator's token"
        }
    }
}
