import Core
import Web

/// Every address of yields.
package enum YieldRoute: Sendable, Hashable {
    case list(YieldFilter = YieldFilter())
    case one(Identifier)
    case mine
    case new(YieldSource)
    case edit(Identifier)
    case share(Identifier)
    case catalogue(Identifier)
    case use(Identifier)

    package var address: PageAddress {
        switch self {
        case .list(let filter): PageAddress(["opbrengsten"], query: filter.items)
        case .one(let id): PageAddress("opbrengsten", id.description)
        case .mine: PageAddress("opbrengsten", "van-jou")
        case .new(let source): PageAddress(["opbrengsten", "nieuw"], query: source.items)
        case .edit(let id): PageAddress("opbrengsten", id.description, "bewerken")
        case .share(let id): PageAddress("opbrengsten", id.description, "delen")
        case .catalogue(let id): PageAddress("opbrengsten", id.description, "catalogus")
        case .use(let id): PageAddress("opbrengsten", id.description, "gebruikt")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        guard all.first == "opbrengsten", all.count <= 3 else { return nil }
        guard all.count > 1 else {
            self = .list(YieldFilter(address.query))
            return
        }
        switch (all[1], all.count) {
        case ("van-jou", 2): self = .mine
        case ("nieuw", 2):
            guard let source = YieldSource(address.query) else { return nil }
            self = .new(source)
        default:
            guard let id = Identifier(all[1]) else { return nil }
            switch all.count == 3 ? all[2] : "" {
            case "": self = .one(id)
            case "bewerken": self = .edit(id)
            case "delen": self = .share(id)
            case "catalogus": self = .catalogue(id)
            case "gebruikt": self = .use(id)
            default: return nil
            }
        }
    }
}

extension YieldFilter {
    /// What cannot be read is left out.
    init(_ items: [PageAddress.Item]) {
        func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
        self.init(
            state: value("stand").flatMap { LearningYield.State(rawValue: $0) }, origin: value("uit").flatMap { Origin(rawValue: $0) },
            words: String((value("zoek") ?? "").prefix(200)))
    }

    var items: [PageAddress.Item] {
        (state.map { [.init("stand", $0.rawValue)] } ?? []) + (origin.map { [.init("uit", $0.rawValue)] } ?? [])
            + (words.isEmpty ? [] : [.init("zoek", words)])
    }
}

extension YieldSource {
    init?(_ items: [PageAddress.Item]) {
        func id(_ name: String) -> Identifier? { items.first { $0.name == name }.flatMap { Identifier($0.value) } }
        if let lookBack = id("terugblik") {
            self = .lookBack(lookBack)
        } else if let session = id("sessie"), let yield = id("uit") {
            self = .session(session, yield: yield)
        } else {
            return nil
        }
    }

    var items: [PageAddress.Item] {
        switch self {
        case .lookBack(let id): [.init("terugblik", id.description)]
        case .session(let id, let yield): [.init("sessie", id.description), .init("uit", yield.description)]
        }
    }
}
