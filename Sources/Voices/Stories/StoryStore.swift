import Core
import People
import SQL

/// Reads and writes what stories have beside their contribution. The only writer of these tables, but for taking back.
package struct StoryStore: Sendable {
    let database: Database
    let journal: Journal
    let contributions: ContributionStore

    package init(contributions: ContributionStore) {
        database = contributions.database
        journal = contributions.journal
        self.contributions = contributions
    }

    /// Takes in a story.
    ///
    /// - Parameters:
    ///   - place: a street or place; nil for the whole area
    ///   - point: on the map; kept as its cell of 100 metres, so that it tells of no home
    ///   - photo: one that waits
    ///   - code: of the form: what was sent twice comes in once
    package func give(
        _ entry: Contribution.Entry, marks: Set<Story.Mark>, place: String?, point: GroundPoint? = nil, photo: ContributionPhotos.Sent? = nil,
        in conversation: Conversation,
        code: VoiceCode = .random(), at time: Int64
    ) async throws -> ContributionStore.Receipt {
        try await database.write { transaction in
            let (receipt, isNew) = try contributions.receive(
                entry, in: conversation.id, moderation: conversation.facts.moderation, code: code, at: time, transaction)
            guard isNew else { return receipt }
            try transaction.send(
                "INSERT INTO story_mark (contribution, mark)",
                rows: marks.sorted { $0.rawValue < $1.rawValue }.map { "(\(receipt.id.description), \($0))" })
            if let place {
                try transaction.execute(
                    """
                    INSERT INTO story_place (contribution, words, cell_x, cell_y, exactness)
                    VALUES (\(receipt.id.description), \(place), \(point.map { $0.x / 100 }), \(point.map { $0.y / 100 }), \(point == nil ? "straat" : "vak"))
                    """)
            }
            if let photo { try ContributionPhotos.attach(photo, to: receipt.id, at: time, transaction) }
            try journal.add(ContributionStore.added(entry.kind, in: conversation.id), from: ContributionStore.nobody(time), in: transaction)
            return receipt
        }
    }

    /// What everyone may read, newest month first and within it in no order that tells who came when.
    package func published(in conversation: Identifier, mark: Story.Mark? = nil) async throws -> [Story] {
        try await read("conversation = \(conversation.description)").filter { story in mark.map { story.marks.contains($0) } ?? true }
            .sorted { ($1.month, $0.contribution.id) < ($0.month, $1.contribution.id) }
    }

    /// One that everyone may read; nil for any other.
    package func published(_ id: Identifier, in conversation: Identifier) async throws -> Story? {
        try await read("id = \(id.description) AND conversation = \(conversation.description)").first
    }

    /// Of all conversations.
    func publishedEverywhere() async throws -> [Story] { try await read("1 = 1") }

    /// - Parameter condition: on `contribution`
    private func read(_ condition: Query) async throws -> [Story] {
        try await database.read { reading in
            let open: Query = "\(condition) AND kind = 'verhaal' AND \(ContributionStore.isOpen)"
            let known = try ContributionStore.rows(open, reading)
            var marks: [Identifier: Set<Story.Mark>] = [:], places: [Identifier: (words: String, cell: GroundPoint?)] = [:]
            let ids: Query = "SELECT id FROM contribution WHERE \(open)"
            try reading.each("SELECT contribution, mark FROM story_mark WHERE contribution IN (\(ids))") { row in
                marks[try row.identifier(0), default: []].insert(try row.raw(1))
            }
            try reading.each("SELECT contribution, words, cell_x, cell_y FROM story_place WHERE contribution IN (\(ids))") { row in
                let x = try row.optionalInt(2), y = try row.optionalInt(3)
                places[try row.identifier(0)] = (try row.string(1), x.flatMap { x in y.map { GroundPoint(x * 100 + 50, $0 * 100 + 50) } })
            }
            let photos = try ContributionPhotos.photos(of: ids, reading)
            return known.map {
                Story(
                    contribution: $0, marks: marks[$0.id] ?? [], place: places[$0.id]?.words, cell: places[$0.id]?.cell, photo: photos[$0.id])
            }
        }
    }
}
