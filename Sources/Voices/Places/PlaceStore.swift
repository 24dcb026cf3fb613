import Core
import People
import SQL

/// Reads and writes where a contribution points. The only writer of these tables, but for taking back.
package struct PlaceStore: Sendable {
    let database: Database
    let journal: Journal
    let contributions: ContributionStore

    package init(contributions: ContributionStore) {
        database = contributions.database
        journal = contributions.journal
        self.contributions = contributions
    }

    /// Takes in a place.
    ///
    /// - Parameter code: of the form: what was sent twice comes in once
    package func give(
        _ entry: Contribution.Entry, at spot: Place.Spot, in conversation: Conversation, code: VoiceCode = .random(), at time: Int64
    ) async throws -> ContributionStore.Receipt {
        try await database.write { transaction in
            let (receipt, isNew) = try contributions.receive(
                entry, in: conversation.id, moderation: conversation.facts.moderation, code: code, at: time, transaction)
            guard isNew else { return receipt }
            try Self.add(spot, to: receipt.id, transaction)
            try journal.add(ContributionStore.added(entry.kind, in: conversation.id), from: ContributionStore.nobody(time), in: transaction)
            return receipt
        }
    }

    static func add(_ spot: Place.Spot, to id: Identifier, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO map_place (contribution, feeling, theme, is_home, shape, exactness, words, x, y)
            VALUES (\(id.description), \(spot.feeling), \(spot.theme), \(spot.isHome), \(spot.shape), \(spot.exactness), \(spot.words),
                \(spot.anchor?.x), \(spot.anchor?.y))
            """)
        for (number, point) in spot.points.enumerated() {
            try transaction.execute(
                "INSERT INTO map_place_point (contribution, number, x, y) VALUES (\(id.description), \(number), \(point.x), \(point.y))")
        }
    }

    /// Takes the place away for good: what is felt there, and the theme, tell no place and stay until the words go.
    static func clear(_ id: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM map_place_point WHERE contribution = \(id.description)")
        try transaction.execute("UPDATE map_place SET words = NULL, x = NULL, y = NULL, exactness = 'woorden' WHERE contribution = \(id.description)")
    }

    static func remove(_ id: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM map_place_point WHERE contribution = \(id.description)")
        try transaction.execute("DELETE FROM map_place WHERE contribution = \(id.description)")
    }

    // MARK: Reading

    /// What everyone may see, by a filter: the list, the map and the files ask by this condition alone.
    ///
    /// - Parameter frame: of the whole area; without one squares hold nothing
    private static func condition(_ conversation: Identifier, _ filter: PlaceFilter, _ frame: PlaceFrame?) -> Query {
        let none: Query = "1 = 1"
        let feeling = filter.feeling.map { value -> Query in "map_place.feeling = \(value)" } ?? none
        let theme = filter.theme.map { value -> Query in "map_place.theme = \(value)" } ?? none
        let month = filter.month.map { value -> Query in "contribution.added_on >= \(value + "-01") AND contribution.added_on <= \(value + "-31")" } ?? none
        var ground = none
        if !filter.squares.isEmpty {
            let part = frame.map { $0.part(filter.squares) } ?? PlaceFrame(west: 0, south: 0, side: 0)
            ground =
                """
                map_place.x >= \(part.west) AND map_place.x < \(part.west + part.side) AND map_place.y >= \(part.south)
                    AND map_place.y < \(part.south + part.side)
                """
        }
        return """
            FROM contribution JOIN map_place ON map_place.contribution = contribution.id
            WHERE contribution.conversation = \(conversation.description) AND contribution.kind = 'plek' AND \(ContributionStore.isOpen)
                AND \(feeling) AND \(theme) AND \(month) AND \(ground)
            """
    }

    package func count(in conversation: Identifier, _ filter: PlaceFilter = PlaceFilter(), frame: PlaceFrame? = nil) async throws -> Int {
        let from = Self.condition(conversation, filter, frame)
        return try await database.read { try $0.first("SELECT COUNT(*) \(from)") { try $0.int(0) } ?? 0 }
    }

    /// How many there are on the ground, by square of the part of the map that the filter names; those in words alone, or beside the map, apart.
    package func spread(in conversation: Identifier, _ filter: PlaceFilter, frame: PlaceFrame?) async throws -> PlaceSpread {
        let from = Self.condition(conversation, filter, frame), part = frame.map { $0.part(filter.squares) }
        return try await database.read { reading in
            var spread = PlaceSpread()
            try reading.each("SELECT map_place.x, map_place.y, COUNT(*) \(from) GROUP BY map_place.x, map_place.y") { row in
                let count = try row.int(2)
                if let part, let x = try row.optionalInt(0), let y = try row.optionalInt(1), let square = part.square(of: GroundPoint(x, y)) {
                    spread.squares[square, default: 0] += count
                } else {
                    spread.beside += count
                }
            }
            return spread
        }
    }

    /// A page of what everyone may see: newest month first, and within it in no order that tells who came when.
    package func list(
        in conversation: Identifier, _ filter: PlaceFilter = PlaceFilter(), frame: PlaceFrame? = nil, from start: Int = 0, limit: Int = Place.pageSize
    ) async throws -> [Place] {
        let from = Self.condition(conversation, filter, frame)
        return try await database.read { reading in
            let ids = try reading.all(
                "SELECT contribution.id \(from) ORDER BY substr(contribution.added_on, 1, 7) DESC, contribution.id LIMIT \(limit) OFFSET \(start)"
            ) { try $0.string(0) }
            return try Self.read(ids, reading)
        }
    }

    /// All of them, for the files.
    package func all(in conversation: Identifier, _ filter: PlaceFilter, frame: PlaceFrame?) async throws -> [Place] {
        let from = Self.condition(conversation, filter, frame)
        return try await database.read { reading in
            let ids = try reading.all("SELECT contribution.id \(from) ORDER BY substr(contribution.added_on, 1, 7) DESC, contribution.id") {
                try $0.string(0)
            }
            var found: [Place] = []
            for start in stride(from: 0, to: ids.count, by: 500) { found += try Self.read(Array(ids[start..<min(start + 500, ids.count)]), reading) }
            return found
        }
    }

    private static func read(_ ids: [String], _ reading: Reading) throws -> [Place] {
        guard !ids.isEmpty else { return [] }
        var points: [String: [GroundPoint]] = [:], found: [String: Place] = [:]
        try reading.each("SELECT contribution, x, y FROM map_place_point WHERE contribution IN \(list: ids) ORDER BY contribution, number") { row in
            points[try row.string(0), default: []].append(GroundPoint(try row.int(1), try row.int(2)))
        }
        let known = Dictionary(
            try ContributionStore.rows("id IN \(list: ids)", reading).map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        try reading.each("SELECT contribution, feeling, theme, is_home, shape, exactness, words FROM map_place WHERE contribution IN \(list: ids)") { row in
            let id = try row.string(0)
            guard let contribution = known[id] else { return }
            let spot = Place.Spot(
                try row.raw(1), theme: try row.optionalString(2), isHome: try row.bool(3), shape: try row.raw(4), exactness: try row.raw(5),
                words: try row.optionalString(6), points: points[id] ?? [])
            found[id] = Place(contribution: contribution, spot: spot)
        }
        return ids.compactMap { found[$0] }
    }
}

/// How many places lie in each square of a map.
package struct PlaceSpread: Sendable, Hashable {
    package var squares: [MapSquare: Int] = [:]
    /// In words alone, or beside the map.
    package var beside = 0

    package var total: Int { squares.values.reduce(beside, +) }
}
