import Core
import Mail
import People
import SQL

/// Reads look-backs within a transaction.
enum LookBackRows {
    static func lookBack(_ id: Identifier, _ reading: Reading) throws -> LookBack? { try lookBacks("id = \(id.description)", reading).first }

    /// The oldest first.
    ///
    /// - Parameter condition: on the columns of `look_back`
    static func lookBacks(_ condition: Query, _ reading: Reading) throws -> [LookBack] {
        var steps: [String: [LookBackStep]] = [:]
        try reading.each(
            """
            SELECT look_back, state, at, actor, reason FROM look_back_state WHERE look_back IN (SELECT look_back.id FROM look_back WHERE \(condition))
            ORDER BY look_back, number
            """
        ) { row in
            let step = LookBackStep(
                state: try row.raw(1), at: Int64(try row.int(2)), by: try row.optionalString(3).flatMap { Identifier($0) }, reason: try row.string(4))
            steps[try row.string(0), default: []].append(step)
        }
        return try reading.all("SELECT id, meeting, tomorrow, main, about_author, author, due, version FROM look_back WHERE \(condition) ORDER BY id") { row in
            guard let due = CivilDay(try row.string(6)) else { throw SQLError.value(column: "due", "is not a day") }
            return LookBack(
                id: try row.identifier(0), meeting: try row.identifier(1), facts: try facts(row, from: 2),
                author: try row.optionalString(5).flatMap { Identifier($0) }, due: due, version: try row.int(7), steps: steps[try row.string(0)] ?? [])
        }
    }

    private static func facts(_ row: Row, from index: Int) throws -> LookBack.Facts {
        LookBack.Facts(tomorrow: try row.string(index), main: try row.string(index + 1), aboutAuthor: try row.string(index + 2))
    }

    private static let pieceColumns: Query = "id, item, subgroup, topic, asked, outcome, steps, works, works_not, version, written_at"

    /// In the order of the programme as it was when they were prepared.
    static func pieces(of id: Identifier, _ reading: Reading) throws -> [LookBackPiece] {
        try reading.all("SELECT \(pieceColumns) FROM look_back_piece WHERE look_back = \(id.description) ORDER BY number", piece)
    }

    private static func piece(_ row: Row) throws -> LookBackPiece {
        let text = LookBackPiece.Text(outcome: try row.string(5), steps: try row.string(6), works: try row.string(7), worksNot: try row.string(8))
        return LookBackPiece(
            id: try row.identifier(0), item: try row.identifier(1), subgroup: try row.optionalString(2).flatMap { Identifier($0) }, topic: try row.string(3),
            asked: try row.string(4), text: text, version: try row.int(9), writtenAt: try row.optionalInt(10).map(Int64.init))
    }

    private static let figureColumns: Query = "label, value, unit, period, source, day"

    static func figures(of id: Identifier, _ reading: Reading) throws -> [LookBackFigure] {
        try reading.all("SELECT \(figureColumns), id FROM look_back_figure WHERE look_back = \(id.description) ORDER BY number") { row in
            LookBackFigure(id: try row.identifier(6), facts: try figure(row))
        }
    }

    private static func figure(_ row: Row) throws -> LookBackFigure.Facts {
        LookBackFigure.Facts(
            label: try row.string(0), value: try row.string(1), unit: try row.string(2), period: try row.string(3), source: try row.string(4),
            day: try row.string(5))
    }

    /// - Parameter condition: on the columns of `attention_point`
    static func points(_ condition: Query, _ reading: Reading) throws -> [AttentionPoint] {
        try reading.all("SELECT id, look_back, number, words, published_at, withdrawn_at FROM attention_point WHERE \(condition) ORDER BY look_back, number") {
            row in
            AttentionPoint(
                id: try row.identifier(0), lookBack: try row.identifier(1), number: try row.int(2), words: try row.string(3),
                publishedAt: try row.optionalInt(4).map(Int64.init), withdrawnAt: try row.optionalInt(5).map(Int64.init))
        }
    }

    /// The editions of a look-back, the oldest first.
    static func editions(of id: Identifier, _ reading: Reading) throws -> [LookBackEdition] {
        let key = id.description
        var pieces: [Int: [LookBackPiece]] = [:], figures: [Int: [LookBackFigure.Facts]] = [:]
        try reading.each("SELECT \(pieceColumns), edition FROM look_back_edition_piece WHERE look_back = \(key) ORDER BY edition, number") { row in
            pieces[try row.int(11), default: []].append(try piece(row))
        }
        try reading.each("SELECT \(figureColumns), edition FROM look_back_edition_figure WHERE look_back = \(key) ORDER BY edition, number") { row in
            figures[try row.int(6), default: []].append(try figure(row))
        }
        return try reading.all(
            "SELECT number, at, reason, author, tomorrow, main, about_author FROM look_back_edition WHERE look_back = \(key) ORDER BY number"
        ) { row in
            let number = try row.int(0)
            return LookBackEdition(
                lookBack: id, number: number, at: Int64(try row.int(1)), reason: try row.string(2), facts: try facts(row, from: 4),
                author: try row.optionalString(3).flatMap { Identifier($0) }, pieces: pieces[number] ?? [], figures: figures[number] ?? [])
        }
    }
}
