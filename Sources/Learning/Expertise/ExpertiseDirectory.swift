import Core
import People
import SQL

/// Someone, or an organisation, that can be found. Never anything to reach them by.
package struct ExpertiseEntry: Sendable, Hashable {
    package let owner: ExpertiseLine.Owner
    package let name: String
    /// Of a person, whom they work for now.
    package let organisation: String
    package let area: AreaCode?
    package let roles: Set<Role>
    package let helps: Set<HelpKind>
    package let lines: [ExpertiseLine]
}

/// What someone looks for; all of it has to fit.
package struct ExpertiseFilter: Sendable, Hashable {
    /// Key of a term.
    package var label: String?
    package var kind: ExpertiseLine.Kind?
    package var role: Role?
    package var region: AreaCode?
    /// The municipalities of ``region`` where that is a province.
    package var within: Set<AreaCode> = []
    package var help: HelpKind?
    /// Stays inside this network.
    package var programme: Identifier?

    package init() {}
}

extension ExpertiseStore {
    /// Who approved a line and is open to requests, the best fitting label first, then by name.
    package func directory(_ filter: ExpertiseFilter, tree: LabelTree, at now: Int64) async throws -> [ExpertiseEntry] {
        let all = try await database.read { try Self.entries(in: filter.programme, at: now, $0) }
        return all.compactMap { entry in Self.fit(entry, filter, tree).map { (entry, $0) } }
            .sorted { ($0.1, $0.0.name.lowercased(), $0.0.name) < ($1.1, $1.0.name.lowercased(), $1.0.name) }.map(\.0)
    }

    /// How near it is, nearest 0; nil for what does not fit.
    private static func fit(_ entry: ExpertiseEntry, _ filter: ExpertiseFilter, _ tree: LabelTree) -> Int? {
        if let role = filter.role, !entry.roles.contains(role) { return nil }
        if let help = filter.help, !entry.helps.isEmpty, !entry.helps.contains(help) { return nil }
        return entry.lines.compactMap { line -> Int? in
            if let kind = filter.kind, line.kind != kind { return nil }
            if let region = filter.region {
                guard let place = line.region ?? entry.area, place == region || filter.within.contains(place) else { return nil }
            }
            guard let label = filter.label else { return 0 }
            switch tree.fit(line.label, for: label) {
            case .exact: return 0
            case .narrower: return 1
            case .broader: return 2
            default: return nil
            }
        }.min()
    }

    private static func entries(in programme: Identifier?, at now: Int64, _ reading: Reading) throws -> [ExpertiseEntry] {
        let fresh = try lines("state = 'goedgekeurd'", reading).filter { $0.counts(at: now) }
        let settings = try settings("is_open = 1 AND paused = 0 AND cap > 0", reading)
        let homes = try homes(at: now, reading), members = try programme.map { try organisations(in: $0, reading) }
        var names: [String: String] = [:], places: [String: AreaCode] = [:], roles: [String: Set<Role>] = [:]
        try reading.each("SELECT id, name FROM person WHERE closed_at IS NULL") { names[try $0.string(0)] = try $0.string(1) }
        try reading.each("SELECT id, name, area FROM organisation WHERE ended_at IS NULL") { row in
            names[try row.string(0)] = try row.string(1)
            places[try row.string(0)] = try row.optionalString(2).flatMap { AreaCode($0) }
        }
        try reading.each("SELECT person, role FROM role_grant WHERE started_at <= \(now) AND (ended_at IS NULL OR ended_at > \(now))") { row in
            if let role = Role(rawValue: try row.string(1)) { roles[try row.string(0), default: []].insert(role) }
        }
        return Dictionary(grouping: fresh, by: \.owner).compactMap { owner, lines in
            switch owner {
            case .person(let id):
                guard let name = names[id.description], let setting = settings[id], setting.isAvailable(at: now) else { return nil }
                let home = homes[id.description]
                if let members, !(home.map(members.contains) ?? false) { return nil }
                return ExpertiseEntry(
                    owner: owner, name: name, organisation: home.flatMap { names[$0] } ?? "", area: home.flatMap { places[$0] },
                    roles: roles[id.description] ?? [], helps: setting.helps, lines: lines)
            case .organisation(let id):
                guard let name = names[id.description], members?.contains(id.description) ?? true else { return nil }
                return ExpertiseEntry(
                    owner: owner, name: name, organisation: "", area: places[id.description], roles: [], helps: [], lines: lines)
            }
        }
    }

    /// The organisation of each person now; of several the one they joined first.
    static func homes(at now: Int64, _ reading: Reading) throws -> [String: String] {
        var found: [String: String] = [:]
        try reading.each(
            """
            SELECT person, organisation FROM membership WHERE started_at <= \(now) AND (ended_at IS NULL OR ended_at > \(now))
            ORDER BY started_at DESC, id DESC
            """
        ) { found[try $0.string(0)] = try $0.string(1) }
        return found
    }

    /// Organisations that take part in a programme.
    static func organisations(in programme: Identifier, _ reading: Reading) throws -> Set<String> {
        Set(try reading.all("SELECT organisation FROM programme_organisation WHERE programme = \(programme.description)") { try $0.string(0) })
    }
}
