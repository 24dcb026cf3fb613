import Core
import Web

/// Every address of choosing together.
package enum ChoiceRoute: Sendable, Hashable {
    case list(Identifier)
    /// What can be chosen, or what came of it.
    case one(Identifier, choice: Identifier)
    case file(Identifier, choice: Identifier, File)
    case desk(Identifier)
    /// A whole election from a file.
    case read(Identifier)
    case edit(Identifier, choice: Identifier)
    case project(Identifier, choice: Identifier)
    case withdraw(Identifier, choice: Identifier)
    case open(Identifier, choice: Identifier)
    case close(Identifier, choice: Identifier)
    case paper(Identifier, choice: Identifier)

    package enum File: String, Sendable, Hashable, CaseIterable {
        case csv = "uitkomst.csv"
        /// Of pabulib.org: anyone can count again.
        case ballots = "stemmen.pb"
    }

    package var address: PageAddress {
        func desk(_ id: Identifier, _ choice: Identifier, _ more: String...) -> PageAddress {
            PageAddress(["stemmen", id.description, "regelen", "keuzes", choice.description] + more, query: [])
        }
        return switch self {
        case .list(let id): PageAddress("stemmen", id.description, "keuzes")
        case .one(let id, let choice): PageAddress("stemmen", id.description, "keuzes", choice.description)
        case .file(let id, let choice, let file): PageAddress("stemmen", id.description, "keuzes", choice.description, file.rawValue)
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "keuzes")
        case .read(let id): PageAddress("stemmen", id.description, "regelen", "keuzes", "inlezen")
        case .edit(let id, let choice): desk(id, choice)
        case .project(let id, let choice): desk(id, choice, "plannen")
        case .withdraw(let id, let choice): desk(id, choice, "plannen", "weg")
        case .open(let id, let choice): desk(id, choice, "openen")
        case .close(let id, let choice): desk(id, choice, "sluiten")
        case .paper(let id, let choice): desk(id, choice, "papier")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        let rest = Array(parts.dropFirst(2))
        if rest.first == "keuzes" {
            guard rest.count > 1 else {
                self = .list(id)
                return
            }
            guard let choice = Identifier(rest[1]) else { return nil }
            if rest.count == 2 {
                self = .one(id, choice: choice)
            } else {
                guard rest.count == 3, let file = File(rawValue: rest[2]) else { return nil }
                self = .file(id, choice: choice, file)
            }
            return
        }
        guard rest.starts(with: ["regelen", "keuzes"]) else { return nil }
        let more = Array(rest.dropFirst(2))
        if more.isEmpty {
            self = .desk(id)
        } else if more == ["inlezen"] {
            self = .read(id)
        } else {
            guard let choice = Identifier(more[0]), let found = Self.edit(id, choice, Array(more.dropFirst())) else { return nil }
            self = found
        }
    }

    private static func edit(_ id: Identifier, _ choice: Identifier, _ rest: [String]) -> ChoiceRoute? {
        switch rest {
        case []: .edit(id, choice: choice)
        case ["plannen"]: .project(id, choice: choice)
        case ["plannen", "weg"]: .withdraw(id, choice: choice)
        case ["openen"]: .open(id, choice: choice)
        case ["sluiten"]: .close(id, choice: choice)
        case ["papier"]: .paper(id, choice: choice)
        default: nil
        }
    }
}
