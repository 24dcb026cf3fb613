import Core
import HTTPTypes
import Hummingbird

/// Who may use a route. Grows with the roles; the permission table prints it.
package enum Access: String, Sendable, Hashable, CaseIterable {
    /// Anyone, signed in or not.
    case everyone
    /// Who signed in.
    case person
    /// Functional administrators of the installation, with a second factor.
    case administrator
    /// Functional administrators, and who facilitates a programme, with a second factor. Which programme someone may change, the page itself decides.
    case programmeTeam
    /// Functional administrators, and who organises learning in a programme or a part of one, with a second factor. Where, the page decides.
    case organisers
    /// Functional administrators, and who holds conversations with residents somewhere, with a second factor. Which ones, the page decides.
    case conversationLeads
    /// Who may lay links between things, of one programme, organisation or area or of all, with a second factor. Between which things, the page decides.
    case linkers
    /// Only the machine itself or who holds the token of the operator: figures about the server.
    case operators

    /// What it says to someone, before the route looks at the thing itself.
    package func decide(_ actor: Actor) -> Decision {
        switch self {
        case .everyone: .allowed
        case .person: actor.person == nil ? .signIn(.oneFactor) : .allowed
        case .administrator: actor.person == nil ? .signIn(.twoFactors) : actor.decide([.functionalAdministrator])
        case .programmeTeam: actor.person == nil ? .signIn(.twoFactors) : Self.programmeTeam(actor)
        case .organisers: actor.person == nil ? .signIn(.twoFactors) : Self.anywhere(Role.organisers, actor)
        case .conversationLeads: actor.person == nil ? .signIn(.twoFactors) : Self.anywhere(Role.conversationLeads, actor)
        case .linkers: actor.person == nil ? .signIn(.twoFactors) : actor.decide(Link.layers, at: Set(actor.grants.map(\.scope)))
        case .operators: .hidden
        }
    }

    /// Functional administrators, and who has one of these roles somewhere.
    private static func anywhere(_ roles: Set<Role>, _ actor: Actor) -> Decision {
        let administrator = actor.decide([.functionalAdministrator])
        let own = actor.decide(roles, at: Set(actor.grants.map(\.scope)))
        return administrator.isAllowed || own == .hidden ? administrator : own
    }

    private static func programmeTeam(_ actor: Actor) -> Decision {
        let administrator = actor.decide([.functionalAdministrator])
        let programmes = actor.grants.map(\.scope).filter { if case .programme = $0 { true } else { false } }
        let facilitator = actor.decide([.programmeFacilitator], at: Set(programmes))
        return administrator.isAllowed || facilitator == .hidden ? administrator : facilitator
    }
}

/// How a changing route is guarded against forged requests.
package enum ForgeryGuard: Sendable, Hashable {
    /// Own origin and a token, see ``ForgeryTokens``.
    case token
    /// Not guarded, with the reason: such a route may not use any authority that a browser sends by itself.
    case notNeeded(because: String)
}

/// One line of the table of routes: what may be asked, who may, and who answers.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Request, WebContext) async throws -> Answer

    package let method: HTTPRequest.Method
    /// The path without language, with `{name}` for parts that vary: `/gebieden/{code}`.
    package let pattern: String
    /// A name that stays when the path changes: `areas.profile`.
    package let name: String
    package let access: Access
    /// Whether the handler wants to know who asks, where anyone may. Others are answered without a look at sessions, so that everyone gets the same page.
    package let readsSession: Bool
    /// What it is for, in the permission table and the API document; nil for what needs no words.
    package let summary: Localized?
    package let forgeryGuard: ForgeryGuard
    /// Most bytes of a body; more is refused with 413.
    package let bodyLimit: Int
    /// What files its form may send along; nil for a form without.
    package let uploads: UploadLimits?
    package let handler: Handler

    package init(
        _ method: HTTPRequest.Method, _ pattern: String, name: String, access: Access = .everyone, readsSession: Bool = false, summary: Localized? = nil,
        forgeryGuard: ForgeryGuard = .token, bodyLimit: Int = 64 << 10, uploads: UploadLimits? = nil,
        handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.name = name
        self.access = access
        self.readsSession = readsSession || (access != .everyone && access != .operators)
        self.summary = summary
        self.forgeryGuard = forgeryGuard
        self.bodyLimit = bodyLimit
        self.uploads = uploads
        self.handler = handler
    }

    /// Whether this can change something. GET and HEAD never do; HEAD is answered by the route for GET.
    package var isUnsafe: Bool { method != .get && method != .head }
}

/// A table of routes that cannot be: found when the server starts, never while it runs.
package struct RouteTableError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
}

/// Every route of the site, in order. One place to print the permission table from, to test, and to build the router of.
package struct RouteTable: Sendable {
    package private(set) var routes: [Route] = []
    private var names: Set<String> = []
    /// The methods of each shape. With hundreds of routes it matters that none is compared with all others.
    private var shapes: [String: Set<HTTPRequest.Method>] = [:]

    package init() {}

    /// Adds routes. Refuses a second route of the same method and shape, the same name twice, HEAD (GET answers it), a pattern that ends in a
    /// slash or that begins with a language.
    package mutating func register(_ added: [Route]) throws(RouteTableError) {
        for route in added {
            let pieces = route.pattern.split(separator: "/", omittingEmptySubsequences: false)
            guard pieces.first == "", route.pattern == "/" || pieces.dropFirst().allSatisfy({ !$0.isEmpty }) else {
                throw RouteTableError(description: "\(route.pattern): begins with a slash and has no empty piece")
            }
            if pieces.count > 1, Language(rawValue: String(pieces[1])) != nil {
                throw RouteTableError(description: "\(route.pattern): a route has no language")
            }
            guard Self.methods.contains(route.method), route.method != .head else {
                throw RouteTableError(description: "\(route.pattern): method \(route.method.rawValue) is not served")
            }
            guard names.insert(route.name).inserted else { throw RouteTableError(description: "\(route.name): name used twice") }
            guard shapes[Self.shape(route.pattern), default: []].insert(route.method).inserted else {
                throw RouteTableError(description: "\(route.method.rawValue) \(route.pattern): routed twice")
            }
            routes.append(route)
        }
    }

    /// Two patterns of one shape match the same paths.
    private static func shape(_ pattern: String) -> String {
        pattern.split(separator: "/").map { piece in
            guard let open = piece.firstIndex(of: "{"), let close = piece.firstIndex(of: "}"), open < close else { return String(piece) }
            return piece[..<open] + "{}" + piece[piece.index(after: close)...]
        }.joined(separator: "/")
    }

    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]

    /// The methods a pattern answers, for `Allow`: in the order of the standard, with HEAD wherever there is GET.
    func allowed(_ pattern: String) -> [HTTPRequest.Method] {
        let own = shapes[Self.shape(pattern)] ?? []
        return Self.methods.filter { own.contains($0) || ($0 == .head && own.contains(.get)) }
    }
}
