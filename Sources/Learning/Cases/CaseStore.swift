import Core
import People
import SQL

/// Reads and writes cases and their shared versions. The only writer of the table.
package struct CaseStore: Sendable {
    let database: Database
    let journal: Journal
    let deeds: ExpertiseDeeds

    package init(_ database: Database, journal: Journal, deeds: ExpertiseDeeds = .none) {
        self.database = database
        self.journal = journal
        self.deeds = deeds
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such case, or it is not in a state that allows this.
        case unknown
        /// A version of it is there already.
        case versionThere
    }

    // MARK: A case

    /// Who brings one knows about its domains; who tells of another place does not.
    package func add(
        _ facts: PracticeCase.Facts, group: Identifier?, by person: Identifier, kind: ExpertiseLine.Kind = .professional, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { [deeds] transaction in
            try Self.insert(id, facts, bringer: person.description, group: group?.description, original: nil, .closed, at: origin.time, transaction)
            if !facts.isExternal { try deeds(.practiceCase, by: person, about: facts.domains, as: kind, origin, transaction) }
            return (id, Self.event("case.added", id))
        }
    }

    static func event(_ action: String, _ id: Identifier) -> Event { Event(action, Event.Thing("case", id.description)) }

    private static func insert(
        _ id: Identifier, _ facts: PracticeCase.Facts, bringer: String?, group: String?, original: Identifier?, _ state: PracticeCase.State, at now: Int64,
        _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO practice_case (id, bringer, group_id, original, state, titel, situatie, vraag, aanpak, methoden, samenwerking, rol, stappen, werkt,
                werkt_niet, uitkomst, overgenomen, fit, domains, external, names, added_at)
            VALUES (\(id.description), \(bringer), \(group), \(original?.description), \(state), \(facts.words[.title] ?? "?"), '', '', '', '', '', '', '', '',
                '', '', '', \(facts.fit), '', 0, '', \(now))
            """)
        try set(facts, of: id, transaction)
    }

    private static func set(_ facts: PracticeCase.Facts, of id: Identifier, _ transaction: Transaction) throws {
        func word(_ field: PracticeCase.Field) -> String { facts.words[field] ?? "" }
        try transaction.execute(
            """
            UPDATE practice_case SET titel = \(word(.title)), situatie = \(word(.situation)), vraag = \(word(.question)), aanpak = \(word(.approach)),
                methoden = \(word(.methods)), samenwerking = \(word(.collaboration)), rol = \(word(.role)), stappen = \(word(.steps)),
                werkt = \(word(.works)), werkt_niet = \(word(.worksNot)), uitkomst = \(word(.outcome)), overgenomen = \(word(.takenOver)),
                area = \(facts.area?.description), size_class = \(facts.size), urbanity = \(facts.urbanity), fit = \(facts.fit),
                domains = \(facts.domains.sorted().joined(separator: " ")), external = \(facts.isExternal), source = \(facts.source),
                inspired_by = \(facts.inspiredBy?.description)
            WHERE id = \(id.description)
            """)
    }

    /// Writes anew what a case or a version says. A version that was checked has to be checked again.
    ///
    /// - Parameter names: of people it may not name, one on each line; for a version
    package func change(_ id: Identifier, to facts: PracticeCase.Facts, names: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE practice_case SET names = \(names), state = CASE WHEN state = 'gecontroleerd' THEN 'concept' ELSE state END
                WHERE id = \(id.description) AND state IN ('besloten', 'concept', 'gecontroleerd')
                """)
            guard changed == 1 else { throw Fault.unknown }
            try Self.set(facts, of: id, transaction)
            return ((), Self.event("case.changed", id))
        }
    }

    // MARK: Sharing

    /// Makes a version to share, with the same words to begin with; the place stays behind.
    package func makeVersion(of original: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            // Held, so that two presses make one.
            let held = try transaction.execute("UPDATE practice_case SET state = state WHERE id = \(original.description) AND original IS NULL")
            guard held == 1, let one = try Self.cases(where: "id = \(original.description)", transaction).first else { throw Fault.unknown }
            let there = try transaction.first("SELECT 1 FROM practice_case WHERE original = \(original.description) AND state <> 'ingetrokken'") {
                try $0.int(0)
            }
            guard there == nil else { throw Fault.versionThere }
            var facts = one.facts
            facts.area = nil
            try Self.insert(
                id, facts, bringer: one.bringer?.description, group: one.group?.description, original: original, .draft, at: origin.time, transaction)
            return (id, Self.event("case.version-made", id))
        }
    }

    /// Notes that a person looked through the marks in these very words.
    package func check(_ id: Identifier, words: PracticeCase.Facts, from origin: Origin) async throws {
        try await step(id, "case.checked", "state = 'gecontroleerd'", if: "state IN ('concept', 'gecontroleerd')", words: words, from: origin)
    }

    /// Publishes a checked version: the one who brought it says yes to these very words.
    package func publish(_ id: Identifier, words: PracticeCase.Facts, from origin: Origin) async throws {
        try await step(
            id, "case.published", "state = 'gedeeld', published_at = \(origin.time)", if: "state = 'gecontroleerd'", words: words, from: origin)
    }

    /// Takes a shared version back, or stops writing one.
    package func withdraw(_ id: Identifier, from origin: Origin) async throws {
        try await step(
            id, "case.withdrawn", "state = 'ingetrokken', published_at = COALESCE(published_at, \(origin.time))",
            if: "state IN ('concept', 'gecontroleerd', 'gedeeld')", words: nil, from: origin)
    }

    private func step(
        _ id: Identifier, _ action: String, _ change: Query, if condition: Query, words: PracticeCase.Facts?, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute("UPDATE practice_case SET \(change) WHERE id = \(id.description) AND \(condition)")
            guard changed == 1, let now = try Self.cases(where: "id = \(id.description)", transaction).first else { throw Fault.unknown }
            // Someone changed a word since the page was made: then nobody has seen what it says now.
            if let words, words != now.facts { throw Fault.unknown }
            return ((), Self.event(action, id))
        }
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> PracticeCase? {
        try await database.read { try Self.cases(where: "id = \(id.description)", $0).first }
    }

    /// Every shared version, the newest first.
    package func published() async throws -> [PracticeCase] {
        try await database.read { try Self.cases(where: "state = 'gedeeld'", $0) }.sorted { ($0.publishedAt ?? 0, $0.id) > ($1.publishedAt ?? 0, $1.id) }
    }

    /// The cases that someone brought, the newest first; versions that were taken back are left out.
    package func brought(by person: Identifier) async throws -> [PracticeCase] {
        try await database.read { try Self.cases(where: "bringer = \(person.description) AND state <> 'ingetrokken'", $0) }.reversed()
    }

    /// The closed cases of a group, the newest first.
    package func cases(of group: Identifier) async throws -> [PracticeCase] {
        try await database.read { try Self.cases(where: "group_id = \(group.description) AND state = 'besloten'", $0) }.reversed()
    }

    /// The version of a case that is written or shared now.
    package func version(of original: Identifier) async throws -> PracticeCase? {
        try await database.read { try Self.cases(where: "original = \(original.description) AND state <> 'ingetrokken'", $0).first }
    }

    /// The names that a version may not have in it, as they were listed.
    package func names(of id: Identifier) async throws -> String {
        try await database.read { try $0.first("SELECT names FROM practice_case WHERE id = \(id.description)") { try $0.string(0) } ?? "" }
    }

    static func cases(where condition: Query, _ reading: Reading) throws -> [PracticeCase] {
        try reading.all("SELECT * FROM practice_case WHERE \(condition) ORDER BY id") { row in
            var words: [PracticeCase.Field: String] = [:]
            for field in PracticeCase.Field.allCases {
                let text = try row.string(field.rawValue)
                if !text.isEmpty { words[field] = text }
            }
            func id(_ name: String) throws -> Identifier? { try row.optionalString(name).flatMap { Identifier($0) } }
            let facts = PracticeCase.Facts(
                words: words, area: try row.optionalString("area").flatMap { AreaCode($0) }, size: try row.optionalRaw("size_class"),
                urbanity: try row.optionalRaw("urbanity"), fit: try row.raw("fit"),
                domains: Set(try row.string("domains").split(separator: " ").map(String.init)), isExternal: try row.bool("external"),
                source: try row.optionalString("source"), inspiredBy: try id("inspired_by"))
            guard let own = try id("id") else { throw SQLError.value(column: "id", "is not an identifier") }
            return PracticeCase(
                id: own, facts: facts, bringer: try id("bringer"), group: try id("group_id"), original: try id("original"), state: try row.raw("state"),
                addedAt: Int64(try row.int("added_at")), publishedAt: try row.optionalInt("published_at").map(Int64.init))
        }
    }

    /// Takes out what someone brought. What they shared stays, for they agreed to that, without saying who brought it.
    package static func forget(person: String, in transaction: Transaction) throws {
        try transaction.execute("UPDATE practice_case SET bringer = NULL, group_id = NULL, names = '' WHERE bringer = \(person) AND state = 'gedeeld'")
        try transaction.execute("DELETE FROM practice_case WHERE bringer = \(person) AND original IS NOT NULL AND state <> 'gedeeld'")
        for field in [Query("situatie"), "vraag", "aanpak", "methoden", "samenwerking", "rol", "stappen", "werkt", "werkt_niet", "uitkomst", "overgenomen"] {
            try transaction.execute("UPDATE practice_case SET \(field) = '' WHERE bringer = \(person)")
        }
        try transaction.execute(
            """
            UPDATE practice_case SET titel = 'verwijderd', area = NULL, source = NULL, names = '', group_id = NULL, bringer = NULL WHERE bringer = \(person)
            """)
    }
}
