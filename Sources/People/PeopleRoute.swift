import Core
import Web

/// Every address of the slice. Paths are Dutch nouns, the same in every language.
package enum PeopleRoute: Sendable, Hashable {
    /// - back: the page to go to afterwards, as a path of this site
    case signIn(back: String? = nil)
    case code(Identifier, back: String? = nil)
    case link(Identifier, token: String)
    case secondStep(back: String? = nil)
    case signOut
    case account
    case sessionEnd(Identifier)
    case secondFactor(back: String? = nil)
    case log(before: Int64? = nil)
    /// Everything that is kept of who asks, as a file for programs and as a folder to read.
    case file
    case archive
    case people
    case journal(JournalQuestion = JournalQuestion())
    /// What is kept of people, why and how long.
    case register

    package var address: PageAddress {
        switch self {
        case .signIn(let back): PageAddress(["aanmelden"], query: Self.items(back: back))
        case .code(let id, let back): PageAddress(["aanmelden", "code"], query: [.init("poging", id.description)] + Self.items(back: back))
        case .link(let id, let token): PageAddress(["aanmelden", "link"], query: [.init("poging", id.description), .init("sleutel", token)])
        case .secondStep(let back): PageAddress(["aanmelden", "tweede-stap"], query: Self.items(back: back))
        case .signOut: PageAddress("afmelden")
        case .account: PageAddress("mijn")
        case .sessionEnd(let id): PageAddress("mijn", "aanmeldingen", id.description, "einde")
        case .secondFactor(let back): PageAddress(["mijn", "tweede-stap"], query: Self.items(back: back))
        case .file: PageAddress("mijn", "gegevens.json")
        case .archive: PageAddress("mijn", "gegevens.zip")
        case .log(let before): PageAddress(["mijn", "logboek"], query: Self.items(before: before))
        case .people: PageAddress("beheer", "mensen")
        case .register: PageAddress("privacy", "verwerkingen")
        case .journal(let question): PageAddress(["beheer", "logboek"], query: question.items)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        func value(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let attempt = value("poging").flatMap { Identifier($0) }, before = value("voor").flatMap { Int64($0) }
        switch address.segments {
        case ["aanmelden"]: self = .signIn(back: value("terug"))
        case ["aanmelden", "code"]:
            guard let attempt else { return nil }
            self = .code(attempt, back: value("terug"))
        case ["aanmelden", "link"]:
            guard let attempt, let token = value("sleutel") else { return nil }
            self = .link(attempt, token: token)
        case ["aanmelden", "tweede-stap"]: self = .secondStep(back: value("terug"))
        case ["afmelden"]: self = .signOut
        case ["mijn"]: self = .account
        case ["mijn", "tweede-stap"]: self = .secondFactor(back: value("terug"))
        case ["mijn", "logboek"]: self = .log(before: before)
        case ["mijn", "gegevens.json"]: self = .file
        case ["mijn", "gegevens.zip"]: self = .archive
        case ["beheer", "mensen"]: self = .people
        case ["privacy", "verwerkingen"]: self = .register
        case ["beheer", "logboek"]:
            var form = Form(items: address.query)
            self = .journal(JournalQuestion(&form))
        default:
            guard address.segments.count == 4, address.segments[0] == "mijn", address.segments[1] == "aanmeldingen", address.segments[3] == "einde",
                let id = Identifier(address.segments[2])
            else { return nil }
            self = .sessionEnd(id)
        }
    }

    private static func items(back: String?) -> [PageAddress.Item] { back.map { [.init("terug", $0)] } ?? [] }
    private static func items(before: Int64?) -> [PageAddress.Item] { before.map { [.init("voor", String($0))] } ?? [] }
}
