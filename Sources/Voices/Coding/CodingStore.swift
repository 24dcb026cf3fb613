import Core
import People
import SQL

/// Reads and writes what stories are about. The only writer of these tables, but for taking back.
package struct CodingStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such story or theme, or it was taken back.
        case unknown
        /// There are as many themes as a conversation can have.
        case full
        /// A theme that stories were sorted by.
        case used
        /// Words that do not stand in the story, or that its giver does not let others quote.
        case quote
        /// Two coders must have done the story first, each alone.
        case alone
    }

    /// Whom nobody is: who did something without an account.
    private static func person(_ origin: Origin) throws -> String {
        guard let person = origin.person else { throw Fault.unknown }
        return person.description
    }

    // MARK: Themes

    /// - Throws: ``Fault/full``
    package func addTheme(
        _ name: String, meaning: String, subject: String? = nil, in conversation: Identifier, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            let newest = try transaction.first("SELECT MAX(number) FROM coding_theme WHERE conversation = \(conversation.description)") {
                try $0.optionalInt(0)
            }
            let number = ((newest ?? nil) ?? 0) + 1
            guard number <= CodingTheme.most else { throw Fault.full }
            try transaction.execute(
                """
                INSERT INTO coding_theme (conversation, number, name, meaning, subject)
                VALUES (\(conversation.description), \(number), \(name), \(meaning), \(subject))
                """)
            return ((), ConversationStore.event("coding.theme", conversation, ["theme": String(number)]))
        }
    }

    /// Takes away a theme that nobody used.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/used``
    package func removeTheme(_ number: Int, in conversation: Identifier, from origin: Origin) async throws {
        let own: Query = "theme = \(number) AND contribution IN (SELECT id FROM contribution WHERE conversation = \(conversation.description))"
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            for table: Query in ["coding_given", "coding_joint_theme", "coding_quote"] {
                let uses = try transaction.first("SELECT COUNT(*) FROM \(table) WHERE \(own)") { try $0.int(0) } ?? 0
                guard uses == 0 else { throw Fault.used }
            }
            let gone = try transaction.execute("DELETE FROM coding_theme WHERE conversation = \(conversation.description) AND number = \(number)")
            guard gone == 1 else { throw Fault.unknown }
            return ((), ConversationStore.event("coding.theme-removed", conversation, ["theme": String(number)]))
        }
    }

    private static func hold(_ conversation: Identifier, _ transaction: Transaction) throws {
        guard try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)") == 1 else { throw Fault.unknown }
    }

    // MARK: Coding

    /// What one coder finds in a story, alone. Doing it again replaces what the same coder found before.
    ///
    /// - Parameter quotes: by theme: words of the story; empty for none
    /// - Throws: ``Fault/unknown``, ``Fault/quote``
    package func code(
        _ story: Identifier, _ themes: Set<Int>, quotes: [Int: String] = [:], in conversation: Identifier, from origin: Origin
    ) async throws {
        let person = try Self.person(origin)
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            let known = try Self.checked(story, themes.union(quotes.keys), in: conversation, transaction)
            guard quotes.isEmpty || (known.mayBeQuoted && quotes.values.allSatisfy { known.words.contains($0) }) else { throw Fault.quote }
            let coder = try Self.number(of: person, in: conversation, transaction)
            let id = story.description
            try transaction.execute("DELETE FROM coding_given WHERE contribution = \(id) AND coder = \(coder)")
            try transaction.execute("INSERT INTO coding_done (contribution, coder) VALUES (\(id), \(coder)) ON CONFLICT (contribution, coder) DO NOTHING")
            try transaction.send("INSERT INTO coding_given (contribution, coder, theme)", rows: themes.sorted().map { "(\(id), \(coder), \($0))" })
            for (theme, words) in quotes {
                try transaction.execute(
                    """
                    INSERT INTO coding_quote (contribution, theme, words) VALUES (\(id), \(theme), \(words))
                    ON CONFLICT (contribution, theme) DO UPDATE SET words = excluded.words
                    """)
            }
            return ((), ConversationStore.event("coding.coded", conversation))
        }
    }

    /// What coders decide together about a story on which two or more of them worked.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/alone``
    package func decide(_ story: Identifier, _ themes: Set<Int>, in conversation: Identifier, from origin: Origin) async throws {
        let person = try Self.person(origin)
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            guard try Self.checked(story, themes, in: conversation, transaction).given.count > 1 else { throw Fault.alone }
            let id = story.description
            try transaction.execute("DELETE FROM coding_joint_theme WHERE contribution = \(id)")
            try transaction.execute(
                """
                INSERT INTO coding_joint (contribution, decided_by) VALUES (\(id), \(person))
                ON CONFLICT (contribution) DO UPDATE SET decided_by = excluded.decided_by
                """)
            try transaction.send("INSERT INTO coding_joint_theme (contribution, theme)", rows: themes.sorted().map { "(\(id), \($0))" })
            return ((), ConversationStore.event("coding.decided", conversation))
        }
    }

    /// Takes away a quote.
    package func removeQuote(of story: Identifier, theme: Int, in conversation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            _ = try Self.checked(story, [], in: conversation, transaction)
            try transaction.execute("DELETE FROM coding_quote WHERE contribution = \(story.description) AND theme = \(theme)")
            return ((), ConversationStore.event("coding.unquoted", conversation))
        }
    }

    /// The story as it is, with themes that all exist.
    private static func checked(_ story: Identifier, _ themes: Set<Int>, in conversation: Identifier, _ transaction: Transaction) throws -> CodedStory {
        let book = try Self.book("id = \(story.description) AND conversation = \(conversation.description)", in: conversation, transaction)
        guard let known = book.stories.first, themes.isSubset(of: book.themes.map(\.number)) else { throw Fault.unknown }
        return known
    }

    private static func number(of person: String, in conversation: Identifier, _ transaction: Transaction) throws -> Int {
        let of: Query = "conversation = \(conversation.description)"
        if let known = try transaction.first("SELECT number FROM coding_coder WHERE \(of) AND person = \(person)", { try $0.int(0) }) { return known }
        let newest = try transaction.first("SELECT MAX(number) FROM coding_coder WHERE \(of)") { try $0.optionalInt(0) }
        let number = ((newest ?? nil) ?? 0) + 1
        try transaction.execute("INSERT INTO coding_coder (conversation, number, person) VALUES (\(conversation.description), \(number), \(person))")
        return number
    }

    /// For taking back: nothing of it stays.
    static func empty(_ contribution: Identifier, _ transaction: Transaction) throws {
        for table: Query in ["coding_given", "coding_done", "coding_joint_theme", "coding_joint", "coding_quote"] {
            try transaction.execute("DELETE FROM \(table) WHERE contribution = \(contribution.description)")
        }
    }

    // MARK: Reading

    /// The number of this coder; nil for who did not begin.
    package func coder(_ person: Identifier?, in conversation: Identifier) async throws -> Int? {
        guard let person else { return nil }
        return try await database.read { reading in
            try reading.first(
                "SELECT number FROM coding_coder WHERE conversation = \(conversation.description) AND person = \(person.description)"
            ) { try $0.int(0) }
        }
    }

    /// Whether a conversation has themes.
    static func hasThemes(_ conversation: Identifier, in database: Database) async throws -> Bool {
        try await database.read { reading in
            try reading.first("SELECT 1 FROM coding_theme WHERE conversation = \(conversation.description) LIMIT 1") { try $0.int(0) } != nil
        }
    }

    package func book(in conversation: Identifier) async throws -> CodingBook {
        try await database.read { try Self.book("conversation = \(conversation.description)", in: conversation, $0) }
    }

    /// Words of one's own: stories, ideas and places that everyone may read, and what was told to the team alone.
    private static let coded: Query =
        "kind IN ('verhaal', 'idee', 'plek') AND state <> 'teruggenomen' AND (visibility = 'team' OR state IN ('geplaatst', 'deels-geplaatst'))"

    /// - Parameter condition: on `contribution`
    static func book(_ condition: Query, in conversation: Identifier, _ reading: Reading) throws -> CodingBook {
        let which: Query = "\(condition) AND \(coded)", ids: Query = "contribution IN (SELECT id FROM contribution WHERE \(which))"
        var given: [Identifier: [Int: Set<Int>]] = [:], joint: [Identifier: Set<Int>] = [:], quotes: [Identifier: [Int: String]] = [:]
        try reading.each("SELECT contribution, coder FROM coding_done WHERE \(ids)") { given[try $0.identifier(0), default: [:]][try $0.int(1)] = [] }
        try reading.each("SELECT contribution, coder, theme FROM coding_given WHERE \(ids)") { row in
            given[try row.identifier(0), default: [:]][try row.int(1), default: []].insert(try row.int(2))
        }
        try reading.each("SELECT contribution FROM coding_joint WHERE \(ids)") { joint[try $0.identifier(0)] = [] }
        try reading.each("SELECT contribution, theme FROM coding_joint_theme WHERE \(ids)") { joint[try $0.identifier(0), default: []].insert(try $0.int(1)) }
        try reading.each("SELECT contribution, theme, words FROM coding_quote WHERE \(ids)") { row in
            quotes[try row.identifier(0), default: [:]][try row.int(1)] = try row.string(2)
        }
        let themes = try reading.all("SELECT number, name, meaning, subject FROM coding_theme WHERE conversation = \(conversation.description) ORDER BY number")
        {
            CodingTheme(number: try $0.int(0), name: try $0.string(1), meaning: try $0.string(2), subject: try $0.optionalString(3))
        }
        let stories = try ContributionStore.rows(which, reading).map {
            CodedStory(contribution: $0, given: given[$0.id] ?? [:], joint: joint[$0.id], quotes: quotes[$0.id] ?? [:])
        }
        return CodingBook(themes: themes, stories: stories)
    }
}
