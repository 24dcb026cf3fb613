import Core
import Web

/// Every address of what became of what people said.
package enum AftermathRoute: Sendable, Hashable {
    /// For everyone; prints as a letter.
    case results(Identifier)
    /// - Parameter isAll: also those that have an end
    case desk(Identifier, isAll: Bool = false)
    case finish(Identifier)
    /// Answers on paper, one on a page.
    case letters(Identifier)

    package var address: PageAddress {
        switch self {
        case .results(let id): PageAddress("stemmen", id.description, "wat-er-mee-gebeurde")
        case .desk(let id, let isAll): PageAddress(["stemmen", id.description, "regelen", "opvolging"], query: isAll ? [.init("alles", "ja")] : [])
        case .letters(let id): PageAddress("stemmen", id.description, "regelen", "opvolging", "brieven")
        case .finish(let id): PageAddress("stemmen", id.description, "regelen", "opvolging", "afronden")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        switch Array(parts.dropFirst(2)) {
        case ["wat-er-mee-gebeurde"]: self = .results(id)
        case ["regelen", "opvolging"]: self = .desk(id, isAll: address.query.contains { $0.name == "alles" })
        case ["regelen", "opvolging", "brieven"]: self = .letters(id)
        case ["regelen", "opvolging", "afronden"]: self = .finish(id)
        default: return nil
        }
    }
}
