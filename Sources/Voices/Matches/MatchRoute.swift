import Core
import Web

/// Every address of figures beside stories: below the page of their area.
package enum MatchRoute: Sendable, Hashable {
    case area(AreaCode, isFile: Bool = false)
    case one(AreaCode, Identifier)
    case desk(AreaCode)
    /// - Parameter conversation: of what is laid beside a figure; nil where nothing was told
    case new(AreaCode, Identifier? = nil)
    case change(AreaCode, Identifier)
    case knower(AreaCode)
    case removeKnower(AreaCode)

    static let segment = "tellen-en-vertellen"
    static let file = "verhoudingen.csv"
    static let conversation = "gesprek"

    package var address: PageAddress {
        func below(_ area: AreaCode, _ rest: [String] = [], _ query: [PageAddress.Item] = []) -> PageAddress {
            PageAddress(["gebieden", area.description, Self.segment] + rest, query: query)
        }
        return switch self {
        case .area(let area, let isFile): below(area, isFile ? [Self.file] : [])
        case .one(let area, let id): below(area, [id.description])
        case .desk(let area): below(area, ["regelen"])
        case .new(let area, let conversation): below(area, ["regelen", "nieuw"], conversation.map { [.init(Self.conversation, $0.description)] } ?? [])
        case .change(let area, let id): below(area, [id.description, "regelen"])
        case .knower(let area): below(area, ["regelen", "kenners"])
        case .removeKnower(let area): below(area, ["regelen", "kenners", "weg"])
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "gebieden", parts[2] == Self.segment, let area = AreaCode(parts[1]) else { return nil }
        let rest = Array(parts.dropFirst(3))
        switch rest {
        case []: self = .area(area)
        case [Self.file]: self = .area(area, isFile: true)
        case ["regelen"]: self = .desk(area)
        case ["regelen", "nieuw"]: self = .new(area, address.query.first { $0.name == Self.conversation }.flatMap { Identifier($0.value) })
        case ["regelen", "kenners"]: self = .knower(area)
        case ["regelen", "kenners", "weg"]: self = .removeKnower(area)
        default:
            guard let id = rest.first.flatMap({ Identifier($0) }) else { return nil }
            switch rest.dropFirst() {
            case []: self = .one(area, id)
            case ["regelen"]: self = .change(area, id)
            default: return nil
            }
        }
    }
}
