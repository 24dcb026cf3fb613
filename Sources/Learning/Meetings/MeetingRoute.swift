import Core
import Web

/// Every address of meetings.
package enum MeetingRoute: Sendable, Hashable {
    case list(MeetingFilter = MeetingFilter())
    /// All that fit, as a file or a feed.
    case file(MeetingFile, MeetingFilter = MeetingFilter())
    case meeting(Identifier)
    case calendar(Identifier)
    /// The meetings of a part by number.
    case series(Identifier)
    case seriesCalendar(Identifier)
    /// What someone organises.
    case organising
    /// - Parameter programme: to begin with; nil asks for it
    case new(programme: Identifier? = nil, part: Identifier? = nil)
    case edit(Identifier)
    case steps(Identifier)
    case copy(Identifier)
    case removal(Identifier)
    case programme(Identifier)
    case item(Identifier, Identifier)
    case itemMove(Identifier, Identifier)
    case itemRemoval(Identifier, Identifier)
    /// The slides of an item (MTG-14).
    case itemFiles(Identifier, Identifier)
    case itemFileRemoval(Identifier, Identifier, file: Identifier)
    /// A new group in an item.
    case subgroups(Identifier, item: Identifier)
    case subgroup(Identifier, Identifier)
    case subgroupRemoval(Identifier, Identifier)

    package enum MeetingFile: String, Sendable, Hashable, CaseIterable {
        case calendar = "agenda.ics"
        case atom = "bijeenkomsten.atom"
        case csv = "bijeenkomsten.csv"
        case json = "bijeenkomsten.json"
    }

    package var address: PageAddress {
        switch self {
        case .list(let filter): PageAddress(["bijeenkomsten"], query: filter.query)
        case .file(let file, let filter): PageAddress(["bijeenkomsten", file.rawValue], query: filter.query)
        case .meeting(let id): Self.of(id)
        case .calendar(let id): Self.of(id, MeetingFile.calendar.rawValue)
        case .series(let part): PageAddress("reeksen", part.description)
        case .seriesCalendar(let part): PageAddress("reeksen", part.description, MeetingFile.calendar.rawValue)
        case .organising: PageAddress("organiseren")
        case .new(let programme, let part): PageAddress(["organiseren", "nieuw"], query: Self.items([("programma", programme), ("reeks", part)]))
        case .edit(let id): Self.of(id, "bewerken")
        case .steps(let id): Self.of(id, "stappen")
        case .copy(let id): Self.of(id, "vervolg")
        case .removal(let id): Self.of(id, "weg")
        case .programme(let id): Self.of(id, "programma")
        case .item(let id, let item): Self.of(id, "programma", item.description)
        case .itemMove(let id, let item): Self.of(id, "programma", item.description, "plek")
        case .itemRemoval(let id, let item): Self.of(id, "programma", item.description, "weg")
        case .itemFiles(let id, let item): Self.of(id, "programma", item.description, "bestanden")
        case .itemFileRemoval(let id, let item, let file): Self.of(id, "programma", item.description, "bestanden", file.description, "weg")
        case .subgroups(let id, let item): Self.of(id, "programma", item.description, "groepen")
        case .subgroup(let id, let subgroup): Self.of(id, "groepen", subgroup.description)
        case .subgroupRemoval(let id, let subgroup): Self.of(id, "groepen", subgroup.description, "weg")
        }
    }

    private static func of(_ id: Identifier, _ more: String...) -> PageAddress { PageAddress(["bijeenkomsten", id.description] + more) }

    private static func items(_ values: [(String, Identifier?)]) -> [PageAddress.Item] {
        values.compactMap { name, id in id.map { PageAddress.Item(name, $0.description) } }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let rest = Array(address.segments.dropFirst())
        switch address.segments.first {
        case "bijeenkomsten": self.init(meeting: rest, MeetingFilter(query: address.query))
        case "reeksen":
            guard let part = rest.first.flatMap({ Identifier($0) }) else { return nil }
            switch Array(rest.dropFirst()) {
            case []: self = .series(part)
            case [MeetingFile.calendar.rawValue]: self = .seriesCalendar(part)
            default: return nil
            }
        case "organiseren":
            func id(_ name: String) -> Identifier? { address.query.first { $0.name == name }.flatMap { Identifier($0.value) } }
            switch rest {
            case []: self = .organising
            case ["nieuw"]: self = .new(programme: id("programma"), part: id("reeks"))
            default: return nil
            }
        default: return nil
        }
    }

    private init?(meeting rest: [String], _ filter: MeetingFilter) {
        guard let first = rest.first else {
            self = .list(filter)
            return
        }
        if rest.count == 1, let file = MeetingFile(rawValue: first) {
            self = .file(file, filter)
            return
        }
        guard let id = Identifier(first) else { return nil }
        let thing = rest.count > 2 ? Identifier(rest[2]) : nil
        switch (rest.count > 1 ? rest[1] : nil, thing, Array(rest.dropFirst(3))) {
        case (nil, _, _): self = .meeting(id)
        case (MeetingFile.calendar.rawValue?, nil, _) where rest.count == 2: self = .calendar(id)
        case ("bewerken"?, nil, _) where rest.count == 2: self = .edit(id)
        case ("stappen"?, nil, _) where rest.count == 2: self = .steps(id)
        case ("vervolg"?, nil, _) where rest.count == 2: self = .copy(id)
        case ("weg"?, nil, _) where rest.count == 2: self = .removal(id)
        case ("programma"?, nil, _) where rest.count == 2: self = .programme(id)
        case ("programma"?, let item?, []): self = .item(id, item)
        case ("programma"?, let item?, ["plek"]): self = .itemMove(id, item)
        case ("programma"?, let item?, ["weg"]): self = .itemRemoval(id, item)
        case ("programma"?, let item?, ["bestanden"]): self = .itemFiles(id, item)
        case ("programma"?, let item?, let more) where more.count == 3 && more[0] == "bestanden" && more[2] == "weg":
            guard let file = Identifier(more[1]) else { return nil }
            self = .itemFileRemoval(id, item, file: file)
        case ("programma"?, let item?, ["groepen"]): self = .subgroups(id, item: item)
        case ("groepen"?, let subgroup?, []): self = .subgroup(id, subgroup)
        case ("groepen"?, let subgroup?, ["weg"]): self = .subgroupRemoval(id, subgroup)
        default: return nil
        }
    }
}
