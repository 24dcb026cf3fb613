import Core
import Measures

/// Votes as Polis exports them, in either form.
///
/// Participants stand in the order of their numbers, which Polis hands out at the first vote; where they are not numbers, as they come in the file.
/// Statements stand in the order of their numbers.
package struct VoteFile: Sendable {
    package let name: String
    package private(set) var participants: [String]
    package private(set) var statements: [String]
    package private(set) var votes: [Vote]
    /// False for statements that were moderated out.
    package private(set) var isAdmitted: [Bool]

    private init(name: String, participants: NameNumbers, statements: NameNumbers, votes: consuming [Vote]) {
        let people = participants.order, list = statements.order
        var person = [Int32](repeating: 0, count: people.count), statement = [Int32](repeating: 0, count: list.count)
        for (new, old) in people.enumerated() { person[old] = Int32(new) }
        for (new, old) in list.enumerated() { statement[old] = Int32(new) }
        self.name = name
        self.participants = people.map { participants.names[$0] }
        self.statements = list.map { statements.names[$0] }
        self.votes = votes
        for place in self.votes.indices {
            let vote = self.votes[place]
            self.votes[place] = Vote(participant: person[Int(vote.participant)], statement: statement[Int(vote.statement)], choice: vote.choice)
        }
        isAdmitted = [Bool](repeating: true, count: list.count)
    }

    /// A row for each vote, with the columns `comment-id`, `voter-id`, `vote` (1, 0, -1) and, if it is there, `timestamp`: of two votes by one voter on one
    /// statement the later counts, without a time or at one time the lower in the file.
    package static func votes(_ file: InputFile) throws(InputFailure) -> VoteFile {
        var rows = try VoteRows(file)
        let statement = try rows.index(of: "comment-id"), voter = try rows.index(of: "voter-id"), vote = try rows.index(of: "vote")
        let time = rows.columns.contains("timestamp") ? try rows.index(of: "timestamp") : nil
        var participants = NameNumbers(), statements = NameNumbers()
        var votes: [Vote] = [], times: [Int64] = []
        // Rows of an export are longer than this: the lists never move, and room that is not used costs nothing.
        votes.reserveCapacity(file.bytes.count / 16)
        if time != nil { times.reserveCapacity(file.bytes.count / 16) }
        while try rows.next() {
            guard let choice = try choice(rows, vote) else {
                throw rows.failure(vote, Localized(nl: "Hier ontbreekt de stem.", en: "The vote is missing."))
            }
            let person = try number(of: rows, voter, in: &participants, most: VoteMatrix.mostParticipants)
            let about = try number(of: rows, statement, in: &statements, most: VoteMatrix.mostStatements)
            votes.append(Vote(participant: person, statement: about, choice: choice))
            if let time { times.append(try moment(rows, time)) }
        }
        if zip(times, times.dropFirst()).contains(where: { $0 > $1 }) { keepLatest(&votes, times, participants.names.count, statements.names.count) }
        return VoteFile(name: file.name, participants: participants, statements: statements, votes: votes)
    }

    /// A row for each participant (`participant` or `voter-id`), a column for each statement, named by its number; an empty cell: no vote. Other columns
    /// are passed over.
    package static func matrix(_ file: InputFile) throws(InputFailure) -> VoteFile {
        var rows = try VoteRows(file)
        let voter = try rows.index(of: "participant", "voter-id")
        var participants = NameNumbers(), statements = NameNumbers()
        var columns: [(column: Int, statement: Int32)] = []
        for (place, name) in rows.columns.enumerated() where place != voter && !name.isEmpty && name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard columns.count < VoteMatrix.mostStatements else { throw tooMany(rows, place, most: VoteMatrix.mostStatements) }
            columns.append((try rows.index(of: name), statements.number(of: Array(name.utf8)[...])))
        }
        guard !columns.isEmpty else {
            let reason = Localized(nl: "Er is geen kolom met het nummer van een stelling.", en: "No column has the number of a statement.")
            throw InputFailure(file.name, row: 1, reason)
        }
        var votes: [Vote] = []
        while try rows.next() {
            let person = try number(of: rows, voter, in: &participants, most: VoteMatrix.mostParticipants)
            for (column, statement) in columns {
                guard let choice = try choice(rows, column) else { continue }
                votes.append(Vote(participant: person, statement: statement, choice: choice))
            }
        }
        return VoteFile(name: file.name, participants: participants, statements: statements, votes: votes)
    }

    /// Leaves out statements that a list of comments (`comment-id`, `moderated`) marks with -1.
    package mutating func moderate(_ comments: InputFile) throws(InputFailure) {
        var rows = try VoteRows(comments)
        let id = try rows.index(of: "comment-id"), moderated = try rows.index(of: "moderated")
        let place = Dictionary(uniqueKeysWithValues: statements.indices.map { (statements[$0], $0) })
        while try rows.next() {
            guard let statement = place[String(decoding: rows.cell(id), as: UTF8.self)] else { continue }
            guard let mark = try Self.choice(rows, moderated) else {
                throw rows.failure(moderated, Localized(nl: "Kies 1, 0 of -1.", en: "Choose 1, 0 or -1."))
            }
            isAdmitted[statement] = mark != .disagree
        }
    }

    /// - Throws: ``InputFailure`` where there are too many participants or statements
    package func voteMatrix() throws(InputFailure) -> VoteMatrix {
        do {
            return try VoteMatrix(votes, participants: participants.count, statements: statements.count, isAdmitted: isAdmitted)
        } catch {
            throw InputFailure(name, Localized(nl: "Er zijn te veel deelnemers of stellingen.", en: "There are too many participants or statements."))
        }
    }

    /// Nil for an empty cell.
    private static func choice(_ rows: VoteRows, _ column: Int) throws(InputFailure) -> Vote.Choice? {
        let cell = rows.cell(column)
        switch (cell.count, cell.first, cell.last) {
        case (0, _, _): return nil
        case (1, UInt8(ascii: "1"), _): return .agree
        case (1, UInt8(ascii: "0"), _): return .pass
        case (2, UInt8(ascii: "-"), UInt8(ascii: "1")): return .disagree
        default:
            throw rows.failure(column, Localized(nl: "Dit is geen 1 (eens), 0 (pas) of -1 (oneens).", en: "This is not 1 (agree), 0 (pass) or -1 (disagree)."))
        }
    }

    private static func number(of rows: VoteRows, _ column: Int, in names: inout NameNumbers, most: Int) throws(InputFailure) -> Int32 {
        let cell = rows.cell(column)
        guard !cell.isEmpty else { throw rows.failure(column, Localized(nl: "Hier ontbreekt het nummer.", en: "The number is missing.")) }
        let number = names.number(of: cell)
        guard number < most else { throw tooMany(rows, column, most: most) }
        return number
    }

    private static func tooMany(_ rows: VoteRows, _ column: Int, most: Int) -> InputFailure {
        rows.failure(column, Localized(nl: "Meer dan \(most) kan niet.", en: "More than \(most) is not possible."))
    }

    /// Milliseconds; any whole number.
    private static func moment(_ rows: VoteRows, _ column: Int) throws(InputFailure) -> Int64 {
        let cell = rows.cell(column)
        var value: Int64 = 0
        for byte in cell where value >= 0 { value = (0x30...0x39).contains(byte) && value < Int64.max / 20 ? value * 10 + Int64(byte - 0x30) : -1 }
        guard !cell.isEmpty, value >= 0 else { throw rows.failure(column, Localized(nl: "Dit is geen tijdstip.", en: "This is not a time.")) }
        return value
    }

    /// Leaves of the votes by one participant on one statement the latest.
    private static func keepLatest(_ votes: inout [Vote], _ times: [Int64], _ participants: Int, _ statements: Int) {
        var starts = [Int](repeating: 0, count: participants + 1)
        for vote in votes { starts[Int(vote.participant) + 1] += 1 }
        for person in 0..<participants { starts[person + 1] += starts[person] }
        var places = [Int32](repeating: 0, count: votes.count), next = starts
        for (place, vote) in votes.enumerated() {
            places[next[Int(vote.participant)]] = Int32(place)
            next[Int(vote.participant)] += 1
        }
        var isKept = [Bool](repeating: true, count: votes.count)
        var latest = [(person: Int, place: Int)](repeating: (-1, 0), count: statements)
        for person in 0..<participants {
            for place in places[starts[person]..<starts[person + 1]].lazy.map({ Int($0) }) {
                let statement = Int(votes[place].statement), earlier = latest[statement]
                if earlier.person != person {
                    latest[statement] = (person, place)
                } else if times[place] >= times[earlier.place] {
                    isKept[earlier.place] = false
                    latest[statement] = (person, place)
                } else {
                    isKept[place] = false
                }
            }
        }
        guard isKept.contains(false) else { return }
        votes = votes.indices.filter { isKept[$0] }.map { votes[$0] }
    }
}
