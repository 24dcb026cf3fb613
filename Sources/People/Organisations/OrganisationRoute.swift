import Core
import Web

/// Every address of organisations.
package enum OrganisationRoute: Sendable, Hashable {
    /// - Parameters:
    ///   - kind: nil for all kinds
    ///   - withEnded: also those that are no more
    case list(kind: OrganisationKind? = nil, withEnded: Bool = false)
    case organisation(Identifier)
    /// Who belongs to it, for those who may see.
    case people(Identifier)
    case administration
    case edit(Identifier)
    /// Writing what it tells of itself.
    case describe(Identifier)
    case end(Identifier)
    case resume(Identifier)

    package var address: PageAddress {
        switch self {
        case .list(let kind, let withEnded):
            PageAddress(
                ["organisaties"], query: (kind.map { [.init("soort", $0.rawValue)] } ?? []) + (withEnded ? [.init("ook", "beeindigd")] : []))
        case .organisation(let id): PageAddress("organisaties", id.description)
        case .people(let id): PageAddress("organisaties", id.description, "mensen")
        case .administration: PageAddress("beheer", "organisaties")
        case .edit(let id): PageAddress("beheer", "organisaties", id.description)
        case .describe(let id): PageAddress("beheer", "organisaties", id.description, "pagina")
        case .end(let id): PageAddress("beheer", "organisaties", id.description, "einde")
        case .resume(let id): PageAddress("beheer", "organisaties", id.description, "hervat")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part. A kind that is none counts as no kind.
    package init?(_ address: PageAddress) {
        func value(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let segments = address.segments
        let isOurs = segments.first == "organisaties", isAdministration = Array(segments.prefix(2)) == ["beheer", "organisaties"]
        guard isOurs || isAdministration else { return nil }
        let rest = Array(segments.dropFirst(isOurs ? 1 : 2)), id = rest.first.flatMap { Identifier($0) }
        switch (isOurs, rest.count, id, rest.last) {
        case (true, 0, _, _): self = .list(kind: value("soort").flatMap(OrganisationKind.init), withEnded: value("ook") == "beeindigd")
        case (true, 1, let id?, _): self = .organisation(id)
        case (true, 2, let id?, "mensen"): self = .people(id)
        case (false, 0, _, _): self = .administration
        case (false, 1, let id?, _): self = .edit(id)
        case (false, 2, let id?, "pagina"): self = .describe(id)
        case (false, 2, let id?, "einde"): self = .end(id)
        case (false, 2, let id?, "hervat"): self = .resume(id)
        default: return nil
        }
    }
}
