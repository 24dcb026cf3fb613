import Core
import Web

/// Every address of cases.
package enum CaseRoute: Sendable, Hashable {
    case list(CaseFilter = CaseFilter())
    case new
    /// A case, or a version of one that is shared.
    case practiceCase(Identifier)
    case edit(Identifier)
    /// Makes a version to share.
    case share(Identifier)
    /// The check before a version is shared, and the approval.
    case check(Identifier)
    case withdraw(Identifier)
    case experiences(Identifier)

    package var address: PageAddress {
        switch self {
        case .list(let filter): PageAddress(["casussen"], query: filter.items)
        case .new: PageAddress("casussen", "nieuw")
        case .practiceCase(let id): PageAddress("casussen", id.description)
        case .edit(let id): PageAddress("casussen", id.description, "bewerken")
        case .share(let id): PageAddress("casussen", id.description, "delen")
        case .check(let id): PageAddress("casussen", id.description, "controle")
        case .withdraw(let id): PageAddress("casussen", id.description, "intrekken")
        case .experiences(let id): PageAddress("casussen", id.description, "ervaringen")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        guard all.first == "casussen", all.count <= 3 else { return nil }
        if all.count == 1 {
            self = .list(CaseFilter(address.query))
            return
        }
        if all == ["casussen", "nieuw"] {
            self = .new
            return
        }
        guard let id = Identifier(all[1]) else { return nil }
        switch all.count == 3 ? all[2] : "" {
        case "": self = .practiceCase(id)
        case "bewerken": self = .edit(id)
        case "delen": self = .share(id)
        case "controle": self = .check(id)
        case "intrekken": self = .withdraw(id)
        case "ervaringen": self = .experiences(id)
        default: return nil
        }
    }
}

/// Which shared cases a list shows: all that fit every choice.
package struct CaseFilter: Sendable, Hashable {
    package var size: PracticeCase.Size?
    package var urbanity: PracticeCase.Urbanity?
    /// Keys of terms; a case has every one of them (AGD-19).
    package var domains: [String]

    package init(size: PracticeCase.Size? = nil, urbanity: PracticeCase.Urbanity? = nil, domains: [String] = []) {
        self.size = size
        self.urbanity = urbanity
        self.domains = domains
    }

    /// What cannot be read is left out.
    init(_ items: [PageAddress.Item]) {
        size = items.first { $0.name == "grootte" }.flatMap { PracticeCase.Size(rawValue: $0.value) }
        urbanity = items.first { $0.name == "stedelijk" }.flatMap { PracticeCase.Urbanity(rawValue: $0.value) }
        var seen: Set<String> = []
        domains = items.filter { $0.name == "domein" && !$0.value.isEmpty }.map(\.value).filter { seen.insert($0).inserted }
    }

    var items: [PageAddress.Item] {
        (size.map { [.init("grootte", $0.rawValue)] } ?? []) + (urbanity.map { [.init("stedelijk", $0.rawValue)] } ?? [])
            + domains.map { .init("domein", $0) }
    }

    func takes(_ one: PracticeCase) -> Bool {
        (size == nil || one.facts.size == size) && (urbanity == nil || one.facts.urbanity == urbanity) && Set(domains).isSubset(of: one.facts.domains)
    }
}
