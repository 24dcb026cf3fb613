import Core
import People
import Web

/// Every address of learning agendas. An agenda has the id of its programme or part.
package enum AgendaRoute: Sendable, Hashable {
    case list
    case agenda(Identifier, AgendaFilter = AgendaFilter())
    case item(Identifier, Identifier)
    case support(Identifier, Identifier)
    case objection(Identifier, Identifier)
    case version(Identifier, Int)
    case calendar(Identifier)
    case file(Identifier, CalendarFile)
    case proposals(Identifier)
    // For who organises.
    case desk(Identifier)
    case new(Identifier)
    case edit(Identifier, Identifier)
    case step(Identifier, Identifier)
    case move(Identifier, Identifier)
    case effect(Identifier, Identifier)
    case answer(Identifier, Identifier)
    case versions(Identifier)

    package enum CalendarFile: String, Sendable, Hashable, CaseIterable {
        case calendar = "kalender.ics"
        case csv = "kalender.csv"
        case json = "kalender.json"
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("leeragenda")
        case .agenda(let agenda, let filter): PageAddress(Self.of(agenda).segments, query: filter.items)
        case .item(let agenda, let item): Self.of(agenda, "punten", item.description)
        case .support(let agenda, let item): Self.of(agenda, "punten", item.description, "steun")
        case .objection(let agenda, let item): Self.of(agenda, "punten", item.description, "bezwaar")
        case .version(let agenda, let number): Self.of(agenda, "versies", "\(number)")
        case .calendar(let agenda): Self.of(agenda, "kalender")
        case .file(let agenda, let file): Self.of(agenda, file.rawValue)
        case .proposals(let agenda): Self.of(agenda, "voorstellen")
        case .desk(let agenda): Self.of(agenda, "bewerken")
        case .new(let agenda): Self.of(agenda, "bewerken", "nieuw")
        case .versions(let agenda): Self.of(agenda, "bewerken", "versies")
        case .edit(let agenda, let item): Self.of(agenda, "bewerken", "punten", item.description)
        case .step(let agenda, let item): Self.of(agenda, "bewerken", "punten", item.description, "stap")
        case .move(let agenda, let item): Self.of(agenda, "bewerken", "punten", item.description, "plaats")
        case .effect(let agenda, let item): Self.of(agenda, "bewerken", "punten", item.description, "verband")
        case .answer(let agenda, let item): Self.of(agenda, "bewerken", "punten", item.description, "antwoord")
        }
    }

    private static func of(_ agenda: Identifier, _ more: String...) -> PageAddress { PageAddress(["leeragenda", agenda.description] + more) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        guard all.first == "leeragenda" else { return nil }
        guard all.count > 1 else {
            self = .list
            return
        }
        guard let agenda = Identifier(all[1]) else { return nil }
        let rest = Array(all.dropFirst(2))
        guard let found = rest.first == "bewerken" ? Self.desk(agenda, Array(rest.dropFirst())) : Self.open(agenda, rest, address.query) else { return nil }
        self = found
    }

    private static func open(_ agenda: Identifier, _ rest: [String], _ query: [PageAddress.Item]) -> AgendaRoute? {
        let item = rest.count > 1 && rest[0] == "punten" ? Identifier(rest[1]) : nil
        switch (rest.first, rest.count, item) {
        case (nil, _, _): return .agenda(agenda, AgendaFilter(query))
        case ("kalender", 1, _): return .calendar(agenda)
        case ("voorstellen", 1, _): return .proposals(agenda)
        case ("versies", 2, _): return Int(rest[1]).flatMap { $0 > 0 && "\($0)" == rest[1] ? .version(agenda, $0) : nil }
        case ("punten", 2, let item?): return .item(agenda, item)
        case ("punten", 3, let item?) where rest[2] == "steun": return .support(agenda, item)
        case ("punten", 3, let item?) where rest[2] == "bezwaar": return .objection(agenda, item)
        default: return rest.count == 1 ? CalendarFile(rawValue: rest[0]).map { .file(agenda, $0) } : nil
        }
    }

    private static func desk(_ agenda: Identifier, _ rest: [String]) -> AgendaRoute? {
        switch rest {
        case []: return .desk(agenda)
        case ["nieuw"]: return .new(agenda)
        case ["versies"]: return .versions(agenda)
        default: break
        }
        guard rest.first == "punten", (2...3).contains(rest.count), let item = Identifier(rest[1]) else { return nil }
        switch rest.count == 3 ? rest[2] : "" {
        case "": return .edit(agenda, item)
        case "stap": return .step(agenda, item)
        case "plaats": return .move(agenda, item)
        case "verband": return .effect(agenda, item)
        case "antwoord": return .answer(agenda, item)
        default: return nil
        }
    }
}

/// Which items an agenda shows: on this level, and with all of these domains (AGD-08, AGD-13).
package struct AgendaFilter: Sendable, Hashable {
    package var level: Term.Scale?
    package var domains: [String]

    package init(level: Term.Scale? = nil, domains: [String] = []) {
        self.level = level
        self.domains = Array(Set(domains)).sorted()
    }

    /// What cannot be read is left out.
    init(_ items: [PageAddress.Item]) {
        self.init(
            level: items.first { $0.name == "schaal" }.flatMap { Term.Scale(rawValue: $0.value) },
            domains: items.filter { $0.name == "domein" && !$0.value.isEmpty }.prefix(20).map(\.value))
    }

    var items: [PageAddress.Item] { (level.map { [.init("schaal", $0.rawValue)] } ?? []) + domains.map { .init("domein", $0) } }

    /// An item without a level plays on all of them.
    package func takes(_ facts: AgendaItem.Facts) -> Bool {
        (level == nil || facts.level == nil || facts.level == level) && domains.allSatisfy(facts.domains.contains)
    }
}
