import Core
import Web

/// Every address of a conversation itself; the other parts have theirs below ``conversation(_:)``.
package enum ConversationRoute: Sendable, Hashable {
    case list(ConversationFilter = ConversationFilter())
    case conversation(Identifier)
    /// Those that someone leads.
    case desks
    case new
    case desk(Identifier)
    case announce(Identifier)
    case extend(Identifier)

    package var address: PageAddress {
        switch self {
        case .list(let filter): PageAddress(["stemmen"], query: filter.items)
        case .conversation(let id): PageAddress("stemmen", id.description)
        case .desks: PageAddress("stemmen", "regelen")
        case .new: PageAddress("stemmen", "regelen", "nieuw")
        case .desk(let id): PageAddress("stemmen", id.description, "regelen")
        case .announce(let id): PageAddress("stemmen", id.description, "regelen", "aankondigen")
        case .extend(let id): PageAddress("stemmen", id.description, "regelen", "langer")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let segments = address.segments
        guard segments.first == "stemmen" else { return nil }
        let rest = Array(segments.dropFirst())
        switch rest.count {
        case 0: self = .list(ConversationFilter(address.query))
        case 1 where rest[0] == "regelen": self = .desks
        case 2 where rest == ["regelen", "nieuw"]: self = .new
        default:
            guard let id = Identifier(rest[0]), let route = Self.below(id, Array(rest.dropFirst())) else { return nil }
            self = route
        }
    }

    private static func below(_ id: Identifier, _ rest: [String]) -> ConversationRoute? {
        switch rest {
        case []: .conversation(id)
        case ["regelen"]: .desk(id)
        case ["regelen", "aankondigen"]: .announce(id)
        case ["regelen", "langer"]: .extend(id)
        default: nil
        }
    }
}

/// Which conversations a list shows.
package struct ConversationFilter: Sendable, Hashable {
    /// An area; those within it and around it count too. Nil for everywhere.
    package var area: AreaCode?
    package var state: Conversation.State?

    package init(area: AreaCode? = nil, state: Conversation.State? = nil) {
        self.area = area
        self.state = state
    }

    init(_ items: [PageAddress.Item]) {
        self.init(
            area: items.first { $0.name == "gebied" }.flatMap { AreaCode($0.value) },
            state: items.first { $0.name == "stand" }.flatMap { Conversation.State(rawValue: $0.value) }.flatMap { $0 == .draft ? nil : $0 })
    }

    var items: [PageAddress.Item] {
        (area.map { [.init("gebied", $0.description)] } ?? []) + (state.map { [.init("stand", $0.rawValue)] } ?? [])
    }

    func takes(_ conversation: Conversation, at now: Int64) -> Bool {
        (state == nil || conversation.state(at: now) == state) && (area.map { conversation.touches($0) } ?? true)
    }
}

extension Conversation {
    /// Whether it is about this area, one within it, or one around it.
    package func touches(_ place: AreaCode) -> Bool {
        area.withParents.contains(place) || place.withParents.contains(area)
    }
}
