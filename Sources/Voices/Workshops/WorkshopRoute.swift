import Core
import Web

/// Every address of workshops.
package enum WorkshopRoute: Sendable, Hashable {
    /// What came of them, for everyone; as a file too.
    case results(Identifier, isFile: Bool = false)
    case desk(Identifier)
    /// Where the code of a sheet is typed.
    case find(Identifier, code: String? = nil)
    case print(Identifier, workshop: Identifier)
    case table(Identifier, workshop: Identifier, table: Int)
    case quote(Identifier, workshop: Identifier, table: Int, proof: String? = nil)
    case close(Identifier, workshop: Identifier)

    package static let file = "werkplaatsen.csv"

    package var address: PageAddress {
        func desk(_ id: Identifier, _ more: String...) -> PageAddress {
            PageAddress(["stemmen", id.description, "regelen", "werkplaatsen"] + more, query: [])
        }
        switch self {
        case .results(let id, let isFile): return PageAddress(["stemmen", id.description, "werkplaatsen"] + (isFile ? [Self.file] : []), query: [])
        case .desk(let id): return desk(id)
        case .find(let id, let code): return code.map { desk(id, "vel").with(.init("vel", $0)) } ?? desk(id, "vel")
        case .print(let id, let workshop): return desk(id, workshop.description, "vellen")
        case .table(let id, let workshop, let table): return desk(id, workshop.description, "tafels", String(table))
        case .quote(let id, let workshop, let table, let proof):
            let plain = desk(id, workshop.description, "tafels", String(table), "uitspraak")
            return proof.map { plain.with(.init("bewijs", $0)) } ?? plain
        case .close(let id, let workshop): return desk(id, workshop.description, "afsluiten")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        let rest = Array(parts.dropFirst(2))
        if rest == ["werkplaatsen"] || rest == ["werkplaatsen", Self.file] {
            self = .results(id, isFile: rest.count == 2)
            return
        }
        guard rest.starts(with: ["regelen", "werkplaatsen"]) else { return nil }
        func item(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let more = Array(rest.dropFirst(2)), workshop = more.first.flatMap { Identifier($0) }
        switch (more.count, workshop) {
        case (0, _): self = .desk(id)
        case (1, nil) where more[0] == "vel": self = .find(id, code: item("vel"))
        case (2, let workshop?) where more[1] == "vellen": self = .print(id, workshop: workshop)
        case (2, let workshop?) where more[1] == "afsluiten": self = .close(id, workshop: workshop)
        case (3, let workshop?) where more[1] == "tafels":
            guard let table = Int(more[2]) else { return nil }
            self = .table(id, workshop: workshop, table: table)
        case (4, let workshop?) where more[1] == "tafels" && more[3] == "uitspraak":
            guard let table = Int(more[2]) else { return nil }
            self = .quote(id, workshop: workshop, table: table, proof: item("bewijs"))
        default: return nil
        }
    }
}
