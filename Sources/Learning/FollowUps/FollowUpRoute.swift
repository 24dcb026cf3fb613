import Core
import People
import Web

/// Every address of what is asked later.
package enum FollowUpRoute: Sendable, Hashable {
    /// Of who signed in.
    case mine
    /// The same behind the proof of a mail.
    case proof(String)
    case stop(String)
    /// What came of it, for who organises.
    case results(Slug)

    package var address: PageAddress {
        switch self {
        case .mine: PageAddress("mijn", "navraag")
        case .proof(let proof): PageAddress("navraag", proof)
        case .stop(let proof): PageAddress("navraag", proof, "stop")
        case .results(let programme): PageAddress("programmas", programme.description, "navraag")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        switch (all.first, all.count) {
        case ("mijn", 2) where all[1] == "navraag": self = .mine
        case ("navraag", 2): self = .proof(all[1])
        case ("navraag", 3) where all[2] == "stop": self = .stop(all[1])
        case ("programmas", 3) where all[2] == "navraag":
            guard let slug = Slug(all[1]) else { return nil }
            self = .results(slug)
        default: return nil
        }
    }
}
