import Core
import Web

/// Every address of stories.
package enum StoryRoute: Sendable, Hashable {
    case list(Identifier, mark: Story.Mark? = nil, page: Int = 1)
    case one(Identifier, Identifier)
    case new(Identifier)
    /// What a giver reads once: the signed proof holds the code.
    case thanks(Identifier, proof: String)

    package var address: PageAddress {
        switch self {
        case .list(let id, let mark, let page):
            PageAddress(
                ["stemmen", id.description, "verhalen"],
                query: (mark.map { [.init("soort", $0.rawValue)] } ?? []) + (page > 1 ? [.init("blad", String(page))] : []))
        case .one(let id, let story): PageAddress("stemmen", id.description, "verhalen", story.description)
        case .new(let id): PageAddress("stemmen", id.description, "verhalen", "nieuw")
        case .thanks(let id, let proof): PageAddress(["stemmen", id.description, "verhalen", "bedankt"], query: [.init("bewijs", proof)])
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", parts[2] == "verhalen", let id = Identifier(parts[1]) else { return nil }
        func item(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        switch parts.dropFirst(3) {
        case []: self = .list(id, mark: item("soort").flatMap { Story.Mark(rawValue: $0) }, page: item("blad").flatMap { Int($0) } ?? 1)
        case ["nieuw"]: self = .new(id)
        case ["bedankt"]: self = .thanks(id, proof: item("bewijs") ?? "")
        default:
            guard parts.count == 4, let story = Identifier(parts[3]) else { return nil }
            self = .one(id, story)
        }
    }
}
