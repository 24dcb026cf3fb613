import Core
import Web

/// Every address of asking and answering.
package enum ContactRoute: Sendable, Hashable {
    /// The form of the installation.
    ///
    /// - Parameter to: someone to ask in particular
    case site(to: Identifier? = nil)
    case programme(Slug, to: Identifier? = nil)
    /// The form of any other thing.
    case thing(kind: String, id: String, to: Identifier? = nil)
    /// Shows a mail address.
    case address
    /// After sending.
    ///
    /// - Parameter proof: says which question it was
    case sent(proof: String? = nil)
    /// The questions that someone may answer.
    case questions(ContactFilter = .open)
    case question(Identifier)
    case questionErasure(Identifier)
    /// Whom to ask at this installation.
    case administration
    case pointRemoval(Identifier)

    /// The form about a thing.
    package static func of(_ thing: Event.Thing) -> ContactRoute {
        thing.kind == ContactPlace.installation.kind ? .site() : .thing(kind: thing.kind, id: thing.id)
    }

    package var address: PageAddress {
        switch self {
        case .site(let to): PageAddress(["contact"], query: Self.items(to))
        case .programme(let slug, let to): PageAddress(["programmas", slug.description, "contact"], query: Self.items(to))
        case .thing(let kind, let id, let to): PageAddress(["contact", "over", kind, id], query: Self.items(to))
        case .address: PageAddress("contact", "adres")
        case .sent(let proof): PageAddress(["contact", "verstuurd"], query: proof.map { [.init("bewijs", $0)] } ?? [])
        case .questions(let filter): PageAddress(["vragen"], query: filter == .open ? [] : [.init("welke", filter.rawValue)])
        case .question(let id): PageAddress("vragen", id.description)
        case .questionErasure(let id): PageAddress("vragen", id.description, "wissen")
        case .administration: PageAddress("beheer", "contact")
        case .pointRemoval(let id): PageAddress("beheer", "contact", id.description, "weg")
        }
    }

    private static func items(_ to: Identifier?) -> [PageAddress.Item] { to.map { [.init("aan", $0.description)] } ?? [] }
}

/// Which questions a list shows.
package enum ContactFilter: String, Sendable, Hashable, CaseIterable {
    case open = "open"
    case done = "klaar"

    package var name: Localized {
        switch self {
        case .open: Localized(nl: "Nog te doen", en: "Still to do")
        case .done: Localized(nl: "Klaar", en: "Done")
        }
    }
}
