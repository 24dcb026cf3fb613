import Core
import Web

/// Every address of programmes.
package enum ProgrammeRoute: Sendable, Hashable {
    /// - Parameter goal: only those with this goal; nil for all
    case list(goal: String? = nil)
    case programme(Slug)
    case part(Slug, Identifier)
    case administration
    case edit(Slug)
    case parts(Slug)
    case partEdit(Slug, Identifier)
    /// Ends a part, or lets it go on.
    case partEnd(Slug, Identifier)
    case organisations(Slug)
    case organisationRemoval(Slug, Identifier)
    case contacts(Slug)
    case contactRemoval(Slug, Identifier)
    /// Ends the programme, or lets it go on.
    case end(Slug)

    package var address: PageAddress {
        switch self {
        case .list(let goal): PageAddress(["programmas"], query: goal.map { [.init("doel", $0)] } ?? [])
        case .programme(let slug): Self.of(slug)
        case .part(let slug, let part): Self.of(slug, "onderdelen", part.description)
        case .administration: PageAddress("beheer", "programmas")
        case .edit(let slug): Self.of(slug, "bewerken")
        case .parts(let slug): Self.of(slug, "bewerken", "onderdelen")
        case .partEdit(let slug, let part): Self.of(slug, "bewerken", "onderdelen", part.description)
        case .partEnd(let slug, let part): Self.of(slug, "bewerken", "onderdelen", part.description, "einde")
        case .organisations(let slug): Self.of(slug, "bewerken", "organisaties")
        case .organisationRemoval(let slug, let id): Self.of(slug, "bewerken", "organisaties", id.description, "weg")
        case .contacts(let slug): Self.of(slug, "bewerken", "contact")
        case .contactRemoval(let slug, let id): Self.of(slug, "bewerken", "contact", id.description, "weg")
        case .end(let slug): Self.of(slug, "bewerken", "einde")
        }
    }

    private static func of(_ slug: Slug, _ more: String...) -> PageAddress { PageAddress(["programmas", slug.description] + more) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        if address.segments == ["beheer", "programmas"] {
            self = .administration
            return
        }
        guard address.segments.first == "programmas" else { return nil }
        guard address.segments.count > 1 else {
            self = .list(goal: address.query.first { $0.name == "doel" }?.value)
            return
        }
        guard let slug = Slug(address.segments[1]) else { return nil }
        let rest = Array(address.segments.dropFirst(2)), id = rest.compactMap { Identifier($0) }.first
        // The words of the path with the identifier taken out.
        switch (rest.filter { Identifier($0) == nil }, rest.count, id) {
        case ([], 0, _): self = .programme(slug)
        case (["onderdelen"], 2, let id?) where rest[0] == "onderdelen": self = .part(slug, id)
        case (["bewerken"], 1, _): self = .edit(slug)
        case (["bewerken", "onderdelen"], 2, nil): self = .parts(slug)
        case (["bewerken", "organisaties"], 2, nil): self = .organisations(slug)
        case (["bewerken", "contact"], 2, nil): self = .contacts(slug)
        case (["bewerken", "einde"], 2, nil): self = .end(slug)
        case (["bewerken", "onderdelen"], 3, let id?) where rest[2] == id.description: self = .partEdit(slug, id)
        case (["bewerken", "onderdelen", "einde"], 4, let id?) where rest[2] == id.description: self = .partEnd(slug, id)
        case (["bewerken", "organisaties", "weg"], 4, let id?) where rest[2] == id.description: self = .organisationRemoval(slug, id)
        case (["bewerken", "contact", "weg"], 4, let id?) where rest[2] == id.description: self = .contactRemoval(slug, id)
        default: return nil
        }
    }
}
