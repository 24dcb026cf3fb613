/// One vote of one participant on one statement. Numbers count from 0.
package struct Vote: Sendable, Hashable {
    package enum Choice: Int8, Sendable, Hashable, CaseIterable {
        case disagree = -1
        case pass = 0
        case agree = 1
    }

    package let participant: Int32
    package let statement: Int32
    package let choice: Choice

    package init(participant: Int32, statement: Int32, choice: Choice) {
        (self.participant, self.statement, self.choice) = (participant, statement, choice)
    }
}

/// Why votes are not a matrix.
package enum VoteMatrixFault: Error, Hashable {
    /// More than ``VoteMatrix/mostParticipants``.
    case tooManyParticipants(Int)
    /// More than ``VoteMatrix/mostStatements``.
    case tooManyStatements(Int)
    /// The vote at this place names a participant or statement that is not there.
    case unknown(vote: Int)
}

/// Who voted what: participants with a vote × statements with a vote, as sparse rows of three bytes a vote.
package struct VoteMatrix: Sendable, Hashable {
    package static let mostParticipants = 100_000
    package static let mostStatements = 10_000

    /// Number of the participant of each row, ascending.
    package let participants: [Int32]
    /// Number of the statement of each column, ascending.
    package let statements: [Int32]
    /// Where each row begins in the lists below, and at the end where the last one stops.
    package let starts: [Int]
    /// Column of each vote, ascending within a row.
    package let columns: [UInt16]
    /// 1 agree, 0 pass, −1 disagree.
    package let values: [Int8]

    init(participants: [Int32], statements: [Int32], starts: [Int], columns: [UInt16], values: [Int8]) {
        (self.participants, self.statements, self.starts) = (participants, statements, starts)
        (self.columns, self.values) = (columns, values)
    }

    /// Puts votes in rows. Of two votes by one participant on one statement the later in the list counts; participants and statements without any vote
    /// that counts are left out.
    ///
    /// - Parameters:
    ///   - participants: how many there are, in the order of their first vote
    ///   - statements: how many there are, in the order of their numbers
    ///   - isAdmitted: false for statements that were moderated out, and for questions about background; nil: all are admitted
    ///   - isBanned: participants whose votes do not count; nil: none
    package init(
        _ votes: [Vote], participants: Int, statements: Int, isAdmitted: [Bool]? = nil, isBanned: [Bool]? = nil
    ) throws(VoteMatrixFault) {
        guard participants <= Self.mostParticipants else { throw .tooManyParticipants(participants) }
        guard statements <= Self.mostStatements else { throw .tooManyStatements(statements) }
        // Two stable counting sorts: by statement, then by participant.
        var counts = [Bool](repeating: true, count: participants), isOpen = [Bool](repeating: true, count: statements)
        for (place, banned) in (isBanned ?? []).enumerated() where banned && place < participants { counts[place] = false }
        for (place, admitted) in (isAdmitted ?? []).enumerated() where !admitted && place < statements { isOpen[place] = false }
        var places = [Int](repeating: 0, count: statements + 1)
        for place in votes.indices {
            let vote = votes[place]
            let participant = Int(vote.participant), statement = Int(vote.statement)
            guard participant >= 0, participant < participants, statement >= 0, statement < statements else { throw .unknown(vote: place) }
            if isOpen[statement], counts[participant] { places[statement + 1] += 1 }
        }
        for statement in 0..<statements { places[statement + 1] += places[statement] }
        var sorted = [SortedVote](repeating: SortedVote(participant: 0, statement: 0, value: 0), count: places[statements])
        for vote in votes where isOpen[Int(vote.statement)] && counts[Int(vote.participant)] {
            let statement = Int(vote.statement)
            sorted[places[statement]] = SortedVote(participant: vote.participant, statement: UInt16(statement), value: vote.choice.rawValue)
            places[statement] += 1
        }
        self = Self.rows(of: sorted, participants: participants)
    }

    /// - Parameter table: participants × statements; nil where somebody did not vote
    package init(_ table: [[Vote.Choice?]]) throws(VoteMatrixFault) {
        var votes: [Vote] = []
        for (participant, row) in table.enumerated() {
            for (statement, choice) in row.enumerated() {
                guard let choice else { continue }
                votes.append(Vote(participant: Int32(participant), statement: Int32(statement), choice: choice))
            }
        }
        try self.init(votes, participants: table.count, statements: table.map(\.count).max() ?? 0)
    }

    private struct SortedVote {
        let participant: Int32
        let statement: UInt16
        let value: Int8
    }

    /// - Parameter sorted: by statement; of equal ones the last counts
    private static func rows(of sorted: [SortedVote], participants: Int) -> VoteMatrix {
        var places = [Int](repeating: 0, count: participants + 1)
        for vote in sorted { places[Int(vote.participant) + 1] += 1 }
        for participant in 0..<participants { places[participant + 1] += places[participant] }
        let bounds = places
        var statements = [UInt16](repeating: 0, count: sorted.count), values = [Int8](repeating: 0, count: sorted.count)
        for vote in sorted {
            let place = places[Int(vote.participant)]
            (statements[place], values[place]) = (vote.statement, vote.value)
            places[Int(vote.participant)] += 1
        }
        var numbers: [Int32] = [], starts = [0]
        var end = 0
        for participant in 0..<participants {
            let start = end
            for place in bounds[participant]..<bounds[participant + 1] {
                if end > start, statements[end - 1] == statements[place] { end -= 1 }
                (statements[end], values[end]) = (statements[place], values[place])
                end += 1
            }
            guard end > start else { continue }
            numbers.append(Int32(participant))
            starts.append(end)
        }
        statements.removeSubrange(end...)
        values.removeSubrange(end...)
        return VoteMatrix(participants: numbers, columnsOf: statements, starts: starts, values: values)
    }

    /// - Parameter columnsOf: statement of each vote, by its number; those without a vote get no column
    private init(participants: [Int32], columnsOf places: [UInt16], starts: [Int], values: [Int8], numbers: [Int32]? = nil) {
        var isUsed = [Bool](repeating: false, count: (places.max().map(Int.init) ?? -1) + 1)
        for place in places { isUsed[Int(place)] = true }
        var column = [UInt16](repeating: 0, count: isUsed.count), used: [Int32] = []
        for place in isUsed.indices where isUsed[place] {
            column[place] = UInt16(used.count)
            used.append(numbers?[place] ?? Int32(place))
        }
        let columns = used.count == isUsed.count ? places : places.map { column[Int($0)] }
        self.init(participants: participants, statements: used, starts: starts, columns: columns, values: values)
    }

    package var rowCount: Int { participants.count }
    package var columnCount: Int { statements.count }
    package var voteCount: Int { values.count }

    /// How many votes a row holds.
    package func voteCount(of row: Int) -> Int { starts[row + 1] - starts[row] }

    /// Some of the rows, in the order that is given; columns in which none of them voted are dropped.
    package func rows(_ rows: [Int]) -> VoteMatrix {
        var starts = [0], columns: [UInt16] = [], values: [Int8] = []
        starts.reserveCapacity(rows.count + 1)
        for row in rows {
            columns.append(contentsOf: self.columns[self.starts[row]..<self.starts[row + 1]])
            values.append(contentsOf: self.values[self.starts[row]..<self.starts[row + 1]])
            starts.append(values.count)
        }
        return VoteMatrix(participants: rows.map { participants[$0] }, columnsOf: columns, starts: starts, values: values, numbers: statements)
    }

    /// Votes on each statement, by all.
    package var tallies: [VoteTally] {
        var tallies = [VoteTally](repeating: VoteTally(), count: columnCount)
        for (column, value) in zip(columns, values) { tallies[Int(column)].add(value) }
        return tallies
    }

    /// Rows with enough votes to be put in a group: at least 7, or all there are to give; where fewer than 15 have so many, those with the most votes
    /// (earlier participants first) until there are 15.
    package var clusterable: [Int] {
        let enough = min(7, columnCount), least = 15
        let found = (0..<rowCount).filter { voteCount(of: $0) >= enough }
        guard found.count < least else { return found }
        let others = (0..<rowCount).filter { voteCount(of: $0) < enough }.sorted { (-voteCount(of: $0), $0) < (-voteCount(of: $1), $1) }
        return (found + others.prefix(least - found.count)).sorted()
    }
}
