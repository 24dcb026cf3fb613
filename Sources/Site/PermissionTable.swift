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
        return (Self.head + rows + Self.roleHead + Self.roleRows).joined(separator: "\n") + "\n"
    }

    /// Someone as the table of roles has them: a role, and how they signed in.
    package struct Subject: Sendable, Hashable {
        /// Nil for someone without a role.
        package let role: Role?
        package let proof: Actor.Proof

        package init(role: Role?, proof: Actor.Proof) {
            self.role = role
            self.proof = proof
        }

        /// A visitor, someone without a role, and every role with one factor and with two.
        package static let all: [Subject] =
            [Subject(role: nil, proof: .none), Subject(role: nil, proof: .oneFactor)]
            + Role.allCases.flatMap { [Subject(role: $0, proof: .oneFactor), Subject(role: $0, proof: .twoFactors)] }

        /// `beheerder, 2 factors`.
        package var name: String {
            switch proof {
            case .none: "visitor"
            case .oneFactor: (role?.rawValue ?? "signed in, no role") + ", 1 factor"
            case .twoFactors: (role?.rawValue ?? "signed in, no role") + ", 2 factors"
            }
        }

        /// Someone with this role everywhere.
        package var actor: Actor {
            guard proof != .none else { return .visitor }
            let id = Identifier(at: 0)
            let grants = role.map { [RoleGrant(id: id, role: $0, scope: .installation, start: 0, end: nil, reviewed: 0)] } ?? []
            return Actor(person: Actor.Person(id: id, name: "", organisation: nil), grants: grants, proof: proof)
        }
    }

    /// The decision as a word of the table.
    package static func word(_ decision: Decision) -> String {
        switch decision {
        case .allowed: "yes"
        case .refused: "refused, with the reason"
        case .signIn(.twoFactors): "after the second factor"
        case .signIn: "after signing in"
        case .hidden: "not found"
        }
    }

    private static let roleHead = [
        "", "## Roles", "",
        "What each role may, where it holds in the whole installation. Routes for everyone are left out: there everyone may.", "",
        "| role | " + tabled.map(who).joined(separator: " | ") + " |", "|---|" + tabled.map { _ in "---|" }.joined(),
    ]

    private static var tabled: [Access] { Access.allCases.filter { $0 != .everyone && $0 != .operators } }

    private static var roleRows: [String] {
        Subject.all.map { subject in "| \(subject.name) | " + tabled.map { word($0.decide(subject.actor)) }.joined(separator: " | ") + " |" }
    }

    private static let head = [
        "# Permissions", "",
        "Made by `leefkring routes --markdown`; a test compares this page with the routes of the site. Pages are also there in English, below `/en`.", "",
        "| method | path | who | wat | what |", "|---|---|---|---|---|",
    ]

    private static func who(_ access: Access) -> String {
        switch access {
        case .everyone: "everyone"
        case .person: "who signed in"
        case .administrator: "functional administrators, with a second factor"
        case .programmeTeam: "functional administrators and the facilitators of that programme, with a second factor"
        case .organisers: "functional administrators, and who organises learning in a programme or a part of one, with a second factor"
        case .conversationLeads: "functional administrators, and who holds conversations with residents somewhere, with a second factor"
        case .linkers: "who administers, facilitates a programme, edits for a partner or works for an area, with a second factor"
        case .operators: "the machine itself, or the operator's token"
        }
    }
}
