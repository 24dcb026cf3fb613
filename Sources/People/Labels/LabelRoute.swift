import Core
import Web

/// Every address of labels: as subjects for everyone, and of their administration.
package enum LabelRoute: Sendable, Hashable {
    case subjects
    case subject(String)
    case list
    case term(String)
    case retire(String)
    case resume(String)

    package var address: PageAddress {
        switch self {
        case .subjects: PageAddress("onderwerpen")
        case .subject(let key): PageAddress("onderwerpen", key)
        case .list: PageAddress("beheer", "labels")
        case .term(let key): PageAddress("beheer", "labels", key)
        case .retire(let key): PageAddress("beheer", "labels", key, "einde")
        case .resume(let key): PageAddress("beheer", "labels", key, "hervat")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        if address.segments.first == "onderwerpen", address.segments.count <= 2 {
            self = address.segments.count == 1 ? .subjects : .subject(address.segments[1])
            return
        }
        guard Array(address.segments.prefix(2)) == ["beheer", "labels"] else { return nil }
        let rest = Array(address.segments.dropFirst(2))
        switch (rest.count, rest.last) {
        case (0, _): self = .list
        case (1, let key?): self = .term(key)
        case (2, "einde"): self = .retire(rest[0])
        case (2, "hervat"): self = .resume(rest[0])
        default: return nil
        }
    }
}
