import Core
import People
import SQL

/// Reads and writes figures beside stories, and who knows an area. The only writer of these tables, but for taking back.
package struct MatchStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such match, organisation or group, or a conversation that is not about this area or not announced.
        case unknown
        /// Words that stand in no story that everyone reads and whose giver agreed.
        case quote
        /// Neither side holds anything, or a relation that does not fit the sides.
        case relation
    }

    static func event(_ action: String, _ match: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("match", match.description), details: details)
    }

    // MARK: Writing

    /// - Throws: ``Fault``: then nothing is written
    package func add(_ facts: Match.Facts, about area: AreaCode, by owner: Identifier, from origin: Origin) async throws -> Identifier {
        let forced = Match.Relation.forced(facts.counting, facts.telling)
        guard facts.counting != .nothing || facts.telling != .nothing, forced.map({ $0 == facts.relation }) ?? Match.Relation.judged.contains(facts.relation)
        else { throw Fault.relation }
        let id = Identifier(at: origin.time), figure = try facts.counting.figure.map { try KeptText.of($0) }
        return try await journal.write(from: origin) { transaction in
            guard try transaction.execute("UPDATE organisation SET name = name WHERE id = \(owner.description)") == 1 else { throw Fault.unknown }
            try Self.check(facts.telling, in: area, transaction)
            let partner = facts.counting.partner, told = facts.telling
            try transaction.execute(
                """
                INSERT INTO ring_match (id, area, owner, title, theme, relation, explanation, figure, partner_words, partner_source, partner_kind,
                    conversation, mark, coding_theme, statement, added_on, added_by)
                VALUES (\(id.description), \(area.description), \(owner.description), \(facts.title), \(facts.theme), \(facts.relation),
                    \(facts.explanation), \(figure), \(partner?.words), \(partner?.source), \(partner?.kind), \(told.conversation?.description),
                    \(told.selection?.mark), \(told.selection?.theme), \(told.statement?.description), \(DutchDay(at: origin.time).description),
                    \(origin.person?.description))
                """)
            if let quote = told.selection?.quote {
                try transaction.execute(
                    "INSERT INTO ring_match_quote (match_id, contribution, words) VALUES (\(id.description), \(quote.story.description), \(quote.words))")
            }
            return (id, Self.event("match.added", id, ["area": area.description, "relation": facts.relation.rawValue]))
        }
    }

    /// That what was told is there for everyone, and about this area.
    private static func check(_ telling: Match.Telling, in area: AreaCode, _ transaction: Transaction) throws {
        guard let id = telling.conversation else { return }
        try transaction.execute("UPDATE conversation SET title = title WHERE id = \(id.description)")
        guard let conversation = try ConversationStore.find(id, transaction), conversation.isPublic, conversation.touches(area) else { throw Fault.unknown }
        switch telling {
        case .nothing: return
        case .statement(_, let contribution):
            let open: Query = "id = \(contribution.description) AND conversation = \(id.description) AND kind = 'stelling' AND \(ContributionStore.isOpen)"
            guard try ContributionStore.find(open, transaction) != nil else { throw Fault.unknown }
        case .stories(let selection):
            if let theme = selection.theme {
                let known = try transaction.first(
                    "SELECT 1 FROM coding_theme WHERE conversation = \(id.description) AND number = \(theme)"
                ) { try $0.int(0) }
                guard known != nil else { throw Fault.unknown }
            }
            guard let quote = selection.quote else { return }
            let story = try ContributionStore.find("id = \(quote.story.description) AND conversation = \(id.description)", transaction)
            guard let story, quote.holds(in: story) else { throw Fault.quote }
        }
    }

    /// What is done with it. Nothing that was decided before goes away.
    ///
    /// - Throws: ``Fault/unknown``
    package func change(_ id: Identifier, to state: Match.State, because reason: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try transaction.execute("UPDATE ring_match SET title = title WHERE id = \(id.description)") == 1 else { throw Fault.unknown }
            let number = try transaction.first("SELECT COUNT(*) FROM ring_match_change WHERE match_id = \(id.description)") { try $0.int(0) } ?? 0
            try transaction.execute(
                """
                INSERT INTO ring_match_change (match_id, number, state, reason, changed_on, changed_by)
                VALUES (\(id.description), \(number + 1), \(state), \(reason), \(DutchDay(at: origin.time).description), \(origin.person?.description))
                """)
            return ((), Self.event("match.changed", id, ["state": state.rawValue]))
        }
    }

    package func addKnower(_ facts: Knower.Facts, of area: AreaCode, from origin: Origin) async throws {
        let id = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO area_knower (id, area, name, kind, knows, contact, added_by)
                VALUES (\(id.description), \(area.description), \(facts.name), \(facts.kind), \(facts.knows), \(facts.contact), \(origin.person?.description))
                """)
            return ((), Self.event("match.knower", id, ["area": area.description]))
        }
    }

    /// - Throws: ``Fault/unknown``
    package func removeKnower(_ id: Identifier, of area: AreaCode, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let gone = try transaction.execute("DELETE FROM area_knower WHERE id = \(id.description) AND area = \(area.description)")
            guard gone == 1 else { throw Fault.unknown }
            return ((), Self.event("match.knower-removed", id, ["area": area.description]))
        }
    }

    /// For taking back: its words go from everywhere.
    static func empty(_ contribution: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM ring_match_quote WHERE contribution = \(contribution.description)")
    }

    // MARK: Reading

    /// All, contradictions first and then by title.
    package func list() async throws -> [Match] { try await database.read { try Self.rows("TRUE", $0) } }

    package func find(_ id: Identifier) async throws -> Match? { try await database.read { try Self.rows("id = \(id.description)", $0).first } }

    /// Those in which a story is quoted.
    package func quoting(_ story: Identifier) async throws -> [Match] {
        try await database.read { try Self.rows("id IN (SELECT match_id FROM ring_match_quote WHERE contribution = \(story.description))", $0) }
    }

    private static func rows(_ condition: Query, _ reading: Reading) throws -> [Match] {
        let ids: Query = "match_id IN (SELECT id FROM ring_match WHERE \(condition))"
        var changes: [Identifier: [Match.Change]] = [:], quotes: [Identifier: Match.Quote] = [:]
        try reading.each("SELECT match_id, state, reason, changed_on FROM ring_match_change WHERE \(ids) ORDER BY match_id, number") { row in
            guard let day = DutchDay(try row.string(3)) else { throw Fault.unknown }
            changes[try row.identifier(0), default: []].append(Match.Change(state: try row.raw(1), reason: try row.string(2), changedOn: day))
        }
        try reading.each("SELECT match_id, contribution, words FROM ring_match_quote WHERE \(ids)") { row in
            quotes[try row.identifier(0)] = Match.Quote(story: try row.identifier(1), words: try row.string(2))
        }
        let found = try reading.all(
            """
            SELECT id, area, owner, title, theme, relation, explanation, figure, partner_words, partner_source, partner_kind, conversation, mark,
                coding_theme, statement, added_on
            FROM ring_match WHERE \(condition)
            """
        ) { row in
            let id = try row.identifier(0)
            guard let area = AreaCode(try row.string(1)), let day = DutchDay(try row.string(15)) else { throw Fault.unknown }
            let facts = Match.Facts(
                title: try row.string(3), theme: try row.string(4), counting: try counting(row), telling: try telling(row, quotes[id]),
                relation: try row.raw(5), explanation: try row.string(6))
            return Match(id: id, area: area, owner: try row.identifier(2), facts: facts, addedOn: day, changes: changes[id] ?? [])
        }
        return found.sorted { ($0.facts.relation.place, $0.facts.title, $0.id) < ($1.facts.relation.place, $1.facts.title, $1.id) }
    }

    private static func counting(_ row: Row) throws -> Match.Counting {
        if let figure = try row.optionalString(7) { return .figure(try KeptText.value(figure)) }
        guard let words = try row.optionalString(8), let source = try row.optionalString(9), let kind: Match.Information = try row.optionalRaw(10) else {
            return .nothing
        }
        return .partner(words: words, source: source, kind: kind)
    }

    private static func telling(_ row: Row, _ quote: Match.Quote?) throws -> Match.Telling {
        guard let conversation = try row.optionalString(11).flatMap({ Identifier($0) }) else { return .nothing }
        if let statement = try row.optionalString(14).flatMap({ Identifier($0) }) { return .statement(conversation: conversation, contribution: statement) }
        return .stories(.init(conversation: conversation, mark: try row.optionalRaw(12), theme: try row.optionalInt(13), quote: quote))
    }

    /// Areas of which a figure was laid beside something of this conversation.
    static func areas(of conversation: Identifier, in database: Database) async throws -> [AreaCode] {
        try await database.read { reading in
            try reading.all("SELECT DISTINCT area FROM ring_match WHERE conversation = \(conversation.description) ORDER BY area") {
                AreaCode(try $0.string(0))
            }
        }.compactMap(\.self)
    }

    /// Contributions of a conversation with this mark.
    func marked(_ mark: Story.Mark, in conversation: Identifier) async throws -> Set<Identifier> {
        try await database.read { reading in
            Set(
                try reading.all(
                    """
                    SELECT contribution FROM story_mark JOIN contribution ON contribution.id = story_mark.contribution
                    WHERE conversation = \(conversation.description) AND mark = \(mark)
                    """
                ) { try $0.identifier(0) })
        }
    }

    /// How many contributions in own words everyone may read, by conversation.
    func openCounts() async throws -> [Identifier: Int] {
        try await database.read { reading in
            var counts: [Identifier: Int] = [:]
            try reading.each(
                "SELECT conversation, COUNT(*) FROM contribution WHERE kind IN ('verhaal', 'idee', 'plek') AND \(ContributionStore.isOpen) GROUP BY conversation"
            ) { counts[try $0.identifier(0)] = try $0.int(1) }
            return counts
        }
    }

    /// Conversations of which stories are sorted by theme.
    func sortedConversations() async throws -> [Identifier] {
        try await database.read { try $0.all("SELECT DISTINCT conversation FROM coding_theme ORDER BY conversation") { try $0.identifier(0) } }
    }

    /// Who knows an area, by name.
    package func knowers() async throws -> [Knower] {
        try await database.read { reading in
            try reading.all("SELECT id, area, name, kind, knows, contact FROM area_knower ORDER BY name, id") { row in
                guard let area = AreaCode(try row.string(1)) else { throw Fault.unknown }
                return Knower(
                    id: try row.identifier(0), area: area,
                    facts: .init(name: try row.string(2), kind: try row.raw(3), knows: try row.string(4), contact: try row.string(5)))
            }
        }
    }
}

extension Match.Relation {
    /// In the order in which they are shown.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Match.Quote {
    /// Whether these words stand in a story that everyone reads, and its giver agreed that it is quoted.
    func holds(in story: Contribution) -> Bool {
        story.id == self.story && story.isQuotable && story.isOpen && story.shown?.contains(words) == true
    }
}

extension Match.Counting {
    var figure: FigureEvidence? { if case .figure(let figure) = self { figure } else { nil } }

    var partner: (words: String, source: String, kind: Match.Information)? {
        if case .partner(let words, let source, let kind) = self { (words, source, kind) } else { nil }
    }
}

extension Match.Telling {
    var selection: Match.StorySelection? { if case .stories(let selection) = self { selection } else { nil } }
    var statement: Identifier? { if case .statement(_, let contribution) = self { contribution } else { nil } }
}
