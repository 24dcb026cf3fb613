import Core
import Web

/// Every address of what stories are about.
package enum CodingRoute: Sendable, Hashable {
    /// For everyone.
    case results(Identifier, isFile: Bool = false)
    case desk(Identifier, isFile: Bool = false)
    case removeTheme(Identifier)
    case story(Identifier, Identifier)
    /// What coders decide together.
    case joint(Identifier, Identifier)
    case unquote(Identifier, Identifier)

    static let file = "themas.csv"
    static let deskFile = "indeling.csv"

    package var address: PageAddress {
        switch self {
        case .results(let id, let isFile): PageAddress(["stemmen", id.description, "themas"] + (isFile ? [Self.file] : []))
        case .desk(let id, let isFile): PageAddress(["stemmen", id.description, "regelen", "themas"] + (isFile ? [Self.deskFile] : []))
        case .removeTheme(let id): PageAddress("stemmen", id.description, "regelen", "themas", "weg")
        case .story(let id, let story): PageAddress("stemmen", id.description, "regelen", "themas", "verhalen", story.description)
        case .joint(let id, let story): PageAddress("stemmen", id.description, "regelen", "themas", "verhalen", story.description, "samen")
        case .unquote(let id, let story): PageAddress("stemmen", id.description, "regelen", "themas", "verhalen", story.description, "citaat-weg")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        let rest = Array(parts.dropFirst(2)), story = rest.count > 3 && rest[2] == "verhalen" ? Identifier(rest[3]) : nil
        switch (rest.count, rest) {
        case (1, ["themas"]): self = .results(id)
        case (2, ["themas", Self.file]): self = .results(id, isFile: true)
        case (2, ["regelen", "themas"]): self = .desk(id)
        case (3, ["regelen", "themas", Self.deskFile]): self = .desk(id, isFile: true)
        case (3, ["regelen", "themas", "weg"]): self = .removeTheme(id)
        default:
            guard let story, rest.prefix(2) == ["regelen", "themas"] else { return nil }
            switch rest.dropFirst(4) {
            case []: self = .story(id, story)
            case ["samen"]: self = .joint(id, story)
            case ["citaat-weg"]: self = .unquote(id, story)
            default: return nil
            }
        }
    }
}
