import Core
import Web

/// Every address of what someone signs in with.
package enum CredentialRoute: Sendable, Hashable {
    /// Asks someone who is signed in to prove anew who they are.
    ///
    /// - back: the page to go to afterwards, as a path of this site
    case proof(back: String? = nil)
    /// Sends a code to the one who is signed in.
    case proofCode(back: String? = nil)
    case password
    case passwordRemoval

    package var address: PageAddress {
        switch self {
        case .proof(let back): PageAddress(["mijn", "bewijs"], query: Self.items(back))
        case .proofCode(let back): PageAddress(["mijn", "bewijs", "code"], query: Self.items(back))
        case .password: PageAddress("mijn", "wachtwoord")
        case .passwordRemoval: PageAddress("mijn", "wachtwoord", "weg")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let back = address.query.first { $0.name == "terug" }?.value
        switch address.segments {
        case ["mijn", "bewijs"]: self = .proof(back: back)
        case ["mijn", "bewijs", "code"]: self = .proofCode(back: back)
        case ["mijn", "wachtwoord"]: self = .password
        case ["mijn", "wachtwoord", "weg"]: self = .passwordRemoval
        default: return nil
        }
    }

    private static func items(_ back: String?) -> [PageAddress.Item] { back.map { [.init("terug", $0)] } ?? [] }
}
