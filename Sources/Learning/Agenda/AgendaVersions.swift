import Core
import People
import SQL

// Versions: only ever added.
extension AgendaStore {
    /// Keeps the agenda as it stands now, with who agreed and what is said against it.
    ///
    /// - Parameter agreed: organisations
    /// - Returns: the number of the version
    package func record(
        _ place: AgendaPlace, agreed: Set<Identifier>, note: String = "", from origin: Origin
    ) async throws -> Int {
        try await journal.write(from: origin) { transaction in
            let number = try transaction.first(
                "UPDATE learning_agenda SET last_version = last_version + 1 WHERE id = \(place.id.description) RETURNING last_version"
            ) { try $0.int(0) }
            guard let number else { throw Fault.empty }
            let items = try Self.agenda(place, transaction).items.filter { $0.state.isLiving || $0.state == .done }
            guard !items.isEmpty else { throw Fault.empty }
            let wanted = agreed.union(items.flatMap { $0.objections.map(\.organisation) + [$0.facts.ownerOrganisation].compactMap { $0 } })
            let names = Dictionary(
                try transaction.all("SELECT id, name FROM organisation WHERE id IN \(list: wanted.map(\.description))") {
                    (try $0.string(0), try $0.string(1))
                }, uniquingKeysWith: { first, _ in first })
            let agenda = place.id.description
            try transaction.execute(
                "INSERT INTO agenda_version (agenda, number, at, note) VALUES (\(agenda), \(number), \(origin.time), \(note))")
            for (index, item) in items.enumerated() { try Self.keep(item, at: index + 1, names, agenda, number, transaction) }
            for organisation in agreed.map(\.description).sorted() {
                guard let name = names[organisation] else { throw Fault.unknown }
                try transaction.execute(
                    "INSERT INTO agenda_version_agreed (agenda, version, organisation, name) VALUES (\(agenda), \(number), \(organisation), \(name))")
            }
            try Self.keepObjections(to: items, names, agenda, number, transaction)
            return (number, Event("agenda.version-recorded", Event.Thing("agenda", agenda), details: ["number": "\(number)"]))
        }
    }

    private static func keep(
        _ item: AgendaItem, at place: Int, _ names: [String: String], _ agenda: String, _ version: Int, _ transaction: Transaction
    ) throws {
        let facts = item.facts, owner = facts.ownerOrganisation.flatMap { names[$0.description] } ?? ""
        try transaction.execute(
            """
            INSERT INTO agenda_version_item (agenda, version, place, item, title, words, subjects, questions, state, month, owner, ad_hoc_reason, supports)
            VALUES (\(agenda), \(version), \(place), \(item.id.description), \(facts.title), \(facts.words), \(facts.subjects), \(facts.questions),
                \(item.state), \(item.month?.description), \(owner), \(facts.adHocReason), \(item.supports.count))
            """)
    }

    private static func keepObjections(
        to items: [AgendaItem], _ names: [String: String], _ agenda: String, _ version: Int, _ transaction: Transaction
    ) throws {
        let all = items.flatMap { item in item.objections.map { (item.facts.title, $0) } }
        for (index, (title, objection)) in all.enumerated() {
            try transaction.execute(
                """
                INSERT INTO agenda_version_objection (agenda, version, number, title, name, words, answer)
                VALUES (\(agenda), \(version), \(index + 1), \(title), \(names[objection.organisation.description] ?? ""), \(objection.words),
                    \(objection.answer))
                """)
        }
    }

    /// Every version, the oldest first.
    package func versions(of agenda: Identifier) async throws -> [AgendaVersion] {
        try await database.read { reading in
            let key = agenda.description
            var items: [Int: [AgendaVersion.Item]] = [:], agreed: [Int: [String]] = [:], objections: [Int: [AgendaVersion.Objection]] = [:]
            try reading.each(
                """
                SELECT version, item, title, words, subjects, questions, state, month, owner, ad_hoc_reason, supports FROM agenda_version_item
                WHERE agenda = \(key) ORDER BY version, place
                """
            ) { row in items[try row.int(0), default: []].append(try Self.versionItem(row)) }
            try reading.each("SELECT version, name FROM agenda_version_agreed WHERE agenda = \(key) ORDER BY version, name") { row in
                agreed[try row.int(0), default: []].append(try row.string(1))
            }
            try reading.each("SELECT version, title, name, words, answer FROM agenda_version_objection WHERE agenda = \(key) ORDER BY version, number") {
                row in
                objections[try row.int(0), default: []].append(
                    AgendaVersion.Objection(
                        title: try row.string(1), organisation: try row.string(2), words: try row.string(3), answer: try row.optionalString(4)))
            }
            return try reading.all("SELECT number, at, note FROM agenda_version WHERE agenda = \(key) ORDER BY number") { row in
                let number = try row.int(0)
                return AgendaVersion(
                    number: number, at: Int64(try row.int(1)), note: try row.string(2), items: items[number] ?? [], agreed: agreed[number] ?? [],
                    objections: objections[number] ?? [])
            }
        }
    }

    private static func versionItem(_ row: Row) throws -> AgendaVersion.Item {
        AgendaVersion.Item(
            item: try row.identifier(1), title: try row.string(2), words: try row.string(3), subjects: try row.string(4), questions: try row.string(5),
            state: try row.raw(6), month: try row.optionalString(7).flatMap { Period($0) }, owner: try row.string(8), adHocReason: try row.string(9),
            supports: try row.int(10))
    }
}
