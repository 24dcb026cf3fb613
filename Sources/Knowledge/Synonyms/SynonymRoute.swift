import Core
import Web

/// Every address of the synonyms.
package enum SynonymRoute: Sendable, Hashable {
    case list
    case group(String)
    case retire(String)
    case resume(String)

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("beheer", "synoniemen")
        case .group(let key): PageAddress("beheer", "synoniemen", key)
        case .retire(let key): PageAddress("beheer", "synoniemen", key, "einde")
        case .resume(let key): PageAddress("beheer", "synoniemen", key, "hervat")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        guard Array(address.segments.prefix(2)) == ["beheer", "synoniemen"] else { return nil }
        let rest = Array(address.segments.dropFirst(2))
        switch (rest.count, rest.last) {
        case (0, _): self = .list
        case (1, let key?): self = .group(key)
        case (2, "einde"): self = .retire(rest[0])
        case (2, "hervat"): self = .resume(rest[0])
        default: return nil
        }
    }
}
