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
    /// Another mail address, and the code that went to it.
    case mail
    case mailCode
    case recoveryCodes
    /// Turns the second step off. Its page is ``PeopleRoute/secondFactor(back:)``.
    case secondFactorRemoval
    /// Leaves for a provider, by its key.
    case provider(String, back: String? = nil)
    /// Where a provider sends the browser back to: registered there exactly so.
    case providerReturn(String)
    case providerProblem(String, ProviderProblem)
    /// The public keys of this site.
    case providerKeys
    case identities
    /// Leaves for a provider to add it to one's account.
    case identityBind(String)
    case identityRemoval(Identifier)

    package var address: PageAddress {
        switch self {
        case .proof(let back): PageAddress(["mijn", "bewijs"], query: Self.items(back))
        case .proofCode(let back): PageAddress(["mijn", "bewijs", "code"], query: Self.items(back))
        case .password: PageAddress("mijn", "wachtwoord")
        case .passwordRemoval: PageAddress("mijn", "wachtwoord", "weg")
        case .mail: PageAddress("mijn", "mailadres")
        case .mailCode: PageAddress("mijn", "mailadres", "code")
        case .recoveryCodes: PageAddress("mijn", "herstelcodes")
        case .secondFactorRemoval: PageAddress("mijn", "tweede-stap", "weg")
        case .provider(let key, let back): PageAddress(["aanmelden", "openid", key], query: Self.items(back))
        case .providerReturn(let key): PageAddress("aanmelden", "openid", key, "terug")
        case .providerProblem(let key, let problem):
            PageAddress(["aanmelden", "openid", key, "mislukt"], query: [.init("reden", problem.rawValue)])
        case .providerKeys: PageAddress("aanmelden", "openid-sleutels.json")
        case .identities: PageAddress("mijn", "koppelingen")
        case .identityBind(let key): PageAddress("mijn", "koppelen", key)
        case .identityRemoval(let id): PageAddress("mijn", "koppelingen", id.description, "weg")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        func value(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let back = value("terug")
        switch address.segments {
        case ["mijn", "bewijs"]: self = .proof(back: back)
        case ["mijn", "bewijs", "code"]: self = .proofCode(back: back)
        case ["mijn", "wachtwoord"]: self = .password
        case ["mijn", "wachtwoord", "weg"]: self = .passwordRemoval
        case ["mijn", "mailadres"]: self = .mail
        case ["mijn", "mailadres", "code"]: self = .mailCode
        case ["mijn", "herstelcodes"]: self = .recoveryCodes
        case ["mijn", "tweede-stap", "weg"]: self = .secondFactorRemoval
        case ["aanmelden", "openid-sleutels.json"]: self = .providerKeys
        case ["mijn", "koppelingen"]: self = .identities
        default:
            guard let route = Self.named(address.segments, back: back, problem: value("reden").flatMap { ProviderProblem(rawValue: $0) }) else { return nil }
            self = route
        }
    }

    /// Addresses with a name or an identifier in the path.
    private static func named(_ segments: [String], back: String?, problem: ProviderProblem?) -> CredentialRoute? {
        guard (3...4).contains(segments.count) else { return nil }
        let key = segments[2]
        switch (segments[0], segments[1], segments.count == 4 ? segments[3] : "") {
        case ("aanmelden", "openid", ""): return .provider(key, back: back)
        case ("aanmelden", "openid", "terug"): return .providerReturn(key)
        case ("aanmelden", "openid", "mislukt"): return problem.map { .providerProblem(key, $0) }
        case ("mijn", "koppelen", ""): return .identityBind(key)
        case ("mijn", "koppelingen", "weg"): return Identifier(key).map { .identityRemoval($0) }
        default: return nil
        }
    }

    private static func items(_ back: String?) -> [PageAddress.Item] { back.map { [.init("terug", $0)] } ?? [] }
}
