import Core
import Web

/// Every address of the slice in the API, for links between resources.
package enum PeopleAPIRoute: Sendable, Hashable {
    case organisations
    case organisation(Identifier)
    case programmes
    case programme(Identifier)
    case subjects
    case subject(String)

    package var address: PageAddress {
        switch self {
        case .organisations: Self.of("organisaties")
        case .organisation(let id): Self.of("organisaties", id.description)
        case .programmes: Self.of("programmas")
        case .programme(let id): Self.of("programmas", id.description)
        case .subjects: Self.of("onderwerpen")
        case .subject(let key): Self.of("onderwerpen", key)
        }
    }

    private static func of(_ segments: String...) -> PageAddress { PageAddress(["api", "v1"] + segments) }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        guard address.segments.prefix(2) == ["api", "v1"] else { return nil }
        let rest = Array(address.segments.dropFirst(2)), id = rest.count == 2 ? Identifier(rest[1]) : nil
        switch (rest.first, rest.count, id) {
        case ("organisaties", 1, _): self = .organisations
        case ("organisaties", 2, let id?): self = .organisation(id)
        case ("programmas", 1, _): self = .programmes
        case ("programmas", 2, let id?): self = .programme(id)
        case ("onderwerpen", 1, _): self = .subjects
        case ("onderwerpen", 2, _): self = .subject(rest[1])
        default: return nil
        }
    }
}
