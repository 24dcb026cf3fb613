import Core
import Web

/// Every address of statements, votes and what came of them.
package enum VoteRoute: Sendable, Hashable {
    /// One statement to vote on: a certain one, or the next; with the one before, to go back to it.
    case vote(Identifier, number: Int? = nil, before: Int? = nil)
    case write(Identifier)
    /// What a writer reads once: the signed proof holds the code.
    case written(Identifier, proof: String)
    /// Going on elsewhere: asking a code, and typing one. The signed proof holds a code that was just made.
    case resume(Identifier, proof: String? = nil)
    case resumeCode(Identifier)
    case desk(Identifier)
    case seed(Identifier)
    case forEveryone(Identifier)
    case crowd(Identifier)
    case results(Identifier, file: File? = nil)

    package enum File: String, Sendable, Hashable, CaseIterable {
        case csv = "uitkomst.csv"
        case json = "uitkomst.json"
    }

    package var address: PageAddress {
        switch self {
        case .vote(let id, let number, let before):
            PageAddress(["stemmen", id.description, "stellingen"], query: Self.item("nummer", number) + Self.item("vorige", before))
        case .write(let id): PageAddress("stemmen", id.description, "stellingen", "nieuw")
        case .written(let id, let proof): PageAddress(["stemmen", id.description, "stellingen", "bedankt"], query: [.init("bewijs", proof)])
        case .resume(let id, let proof):
            PageAddress(["stemmen", id.description, "stellingen", "verder"], query: proof.map { [.init("bewijs", $0)] } ?? [])
        case .resumeCode(let id): PageAddress("stemmen", id.description, "stellingen", "verder", "code")
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "stellingen")
        case .seed(let id): PageAddress("stemmen", id.description, "regelen", "stellingen", "nieuw")
        case .forEveryone(let id): PageAddress("stemmen", id.description, "regelen", "stellingen", "voor-iedereen")
        case .crowd(let id): PageAddress("stemmen", id.description, "regelen", "stellingen", "apart")
        case .results(let id, nil): PageAddress("stemmen", id.description, "uitkomst")
        case .results(let id, let file?): PageAddress("stemmen", id.description, "uitkomst", file.rawValue)
        }
    }

    private static func item(_ name: String, _ number: Int?) -> [PageAddress.Item] { number.map { [.init(name, String($0))] } ?? [] }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        func item(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        switch Array(parts.dropFirst(2)) {
        case ["stellingen"]: self = .vote(id, number: item("nummer").flatMap { Int($0) }, before: item("vorige").flatMap { Int($0) })
        case ["stellingen", "nieuw"]: self = .write(id)
        case ["stellingen", "bedankt"]: self = .written(id, proof: item("bewijs") ?? "")
        case ["stellingen", "verder"]: self = .resume(id, proof: item("bewijs"))
        case ["stellingen", "verder", "code"]: self = .resumeCode(id)
        case ["regelen", "stellingen"]: self = .desk(id)
        case ["regelen", "stellingen", "nieuw"]: self = .seed(id)
        case ["regelen", "stellingen", "voor-iedereen"]: self = .forEveryone(id)
        case ["regelen", "stellingen", "apart"]: self = .crowd(id)
        case ["uitkomst"]: self = .results(id)
        case let rest where rest.count == 2 && rest[0] == "uitkomst":
            guard let file = File(rawValue: rest[1]) else { return nil }
            self = .results(id, file: file)
        default: return nil
        }
    }
}
