/// A conversation that goes on: votes come in one by one, and its map, groups and statistics are at hand within milliseconds.
///
/// What a vote changes in the products of columns is kept in whole numbers, so nothing drifts: the result is that of a cold run on the same votes.
package struct OpinionConversation: Sendable {
    private struct Entry: Sendable {
        let statement: UInt16
        var value: Int8
    }

    package let plan: OpinionTestPlan
    /// Votes of each participant, by statement.
    private var rows: [[Entry]] = []
    private var isBanned: [Bool] = []
    private var isAdmitted: [Bool]
    /// Of each statement, by those who are not banned.
    private var sums: [VoteTally]
    private var together: CoVotes?
    private var lastComponents: [(statements: [Int32], components: [[Double]])] = []
    private var live = LiveGroupCount()

    /// - Parameter statements: how many numbers of statements there can be
    package init(statements: Int, plan: OpinionTestPlan = OpinionTestPlan()) throws(VoteMatrixFault) {
        guard statements <= VoteMatrix.mostStatements else { throw .tooManyStatements(statements) }
        self.plan = plan
        isAdmitted = [Bool](repeating: true, count: max(0, statements))
        sums = [VoteTally](repeating: VoteTally(), count: max(0, statements))
        together = statements <= CoVotes.mostStatements ? CoVotes(statements: max(0, statements)) : nil
    }

    package var statementCount: Int { sums.count }
    /// Votes on each statement, moderated or not.
    package var tallies: [VoteTally] { sums }

    /// Takes a vote; a later one on the same statement replaces it. A few hundred steps of work.
    package mutating func add(_ vote: Vote) throws(VoteMatrixFault) {
        let participant = Int(vote.participant)
        guard (0..<VoteMatrix.mostParticipants).contains(participant) else { throw .tooManyParticipants(participant) }
        guard sums.indices.contains(Int(vote.statement)) else { throw .unknown(vote: 0) }
        if participant >= rows.count {
            isBanned += [Bool](repeating: false, count: participant + 1 - rows.count)
            rows += [[Entry]](repeating: [], count: participant + 1 - rows.count)
        }
        let statement = UInt16(vote.statement)
        let place = rows[participant].firstIndex { $0.statement >= statement } ?? rows[participant].count
        if place < rows[participant].count, rows[participant][place].statement == statement {
            count(rows[participant].remove(at: place), of: participant, times: -1)
        }
        let entry = Entry(statement: statement, value: vote.choice.rawValue)
        count(entry, of: participant, times: 1)
        rows[participant].insert(entry, at: place)
    }

    /// Takes a participant out, or back in.
    package mutating func setBanned(_ banned: Bool, participant: Int) {
        guard rows.indices.contains(participant), isBanned[participant] != banned else { return }
        let entries = rows[participant]
        if !banned { isBanned[participant] = false }
        rows[participant] = []
        for entry in banned ? entries.reversed() : entries {
            if banned {
                rows[participant] = Array(entries.prefix { $0.statement != entry.statement })
                count(entry, of: participant, times: -1)
            } else {
                count(entry, of: participant, times: 1)
                rows[participant].append(entry)
            }
        }
        rows[participant] = entries
        isBanned[participant] = banned
    }

    /// Moderates a statement out, or back in.
    package mutating func setAdmitted(_ admitted: Bool, statement: Int) {
        guard isAdmitted.indices.contains(statement) else { return }
        isAdmitted[statement] = admitted
    }

    /// - Precondition: the row of the participant does not hold the entry
    private mutating func count(_ entry: Entry, of participant: Int, times: Int) {
        guard !isBanned[participant] else { return }
        sums[Int(entry.statement)].add(entry.value, times: times)
        together?.count(entry.statement, entry.value, with: rows[participant].map { ($0.statement, $0.value) }, times: times)
    }

    /// Rows and columns as a cold run has them.
    package var matrix: VoteMatrix {
        let statements = sums.indices.filter { isAdmitted[$0] && sums[$0].votes > 0 }
        var column = [Int](repeating: -1, count: sums.count)
        for (place, statement) in statements.enumerated() { column[statement] = place }
        var participants: [Int32] = [], starts = [0], columns: [UInt16] = [], values: [Int8] = []
        for (participant, row) in rows.enumerated() where !isBanned[participant] {
            for entry in row where column[Int(entry.statement)] >= 0 {
                columns.append(UInt16(column[Int(entry.statement)]))
                values.append(entry.value)
            }
            guard values.count > starts[starts.count - 1] else { continue }
            participants.append(Int32(participant))
            starts.append(values.count)
        }
        return VoteMatrix(participants: participants, statements: statements.map { Int32($0) }, starts: starts, columns: columns, values: values)
    }

    /// Map, groups and statistics of the votes so far, without the tests: a live view, in which the number of groups changes only after four runs with
    /// another best number. What is published is a cold ``OpinionRun`` on ``matrix``.
    package mutating func result() -> OpinionResult? {
        let matrix = matrix
        let tallies = matrix.statements.map { sums[Int($0)] }
        var map: OpinionMap?
        if matrix.rowCount > 1, matrix.columnCount > 1 {
            let votes = CentredVotes(matrix, tallies: tallies)
            let products = together?.products(of: matrix.statements, means: votes.means)
            map = OpinionMap(matrix, votes, products: products, near: near(matrix.statements), precision: 1e-12)
            lastComponents = [(matrix.statements, map?.components ?? [])]
        }
        var live = live
        let run = OpinionRun(plan: plan, hasTests: false)
        let result = try? run.result(matrix, tallies: tallies, map: map) { clustering in
            let best = clustering.best
            guard let shown = live.take(best?.count) else { return nil }
            return clustering.candidate(shown) ?? best
        }
        self.live = live
        return result
    }

    /// The components of the last result in the columns of now.
    private func near(_ statements: [Int32]) -> [[Double]]? {
        guard let last = lastComponents.first else { return nil }
        guard last.statements != statements else { return last.components }
        var place = [Int](repeating: -1, count: sums.count)
        for (column, statement) in last.statements.enumerated() { place[Int(statement)] = column }
        return last.components.map { component in statements.map { place[Int($0)] < 0 ? 0 : component[place[Int($0)]] } }
    }
}

/// For each pair of statements: how many voted on both, and the sums of what they voted. Three whole numbers of 21 bits in one word, so that a vote is
/// one addition for each other vote of the same participant, and is taken back exactly.
private struct CoVotes: Sendable {
    /// 32 MB.
    static let mostStatements = 2000
    private static let width: UInt64 = 21

    private let size: Int
    /// Row j, column k, over those who voted on both: people, Σ(x_j + 1) above it, Σ(x_j·x_k + 1) above that.
    private var words: [UInt64]

    init(statements: Int) {
        size = statements
        words = [UInt64](repeating: 0, count: statements * statements)
    }

    private static func word(_ one: Int8, _ other: Int8) -> UInt64 {
        1 + UInt64(one + 1) << width + UInt64(one * other + 1) << (2 * width)
    }

    mutating func count(_ statement: UInt16, _ value: Int8, with others: [(statement: UInt16, value: Int8)], times: Int) {
        let line = Int(statement)
        change(line, line, by: Self.word(value, value), times)
        for other in others {
            change(line, Int(other.statement), by: Self.word(value, other.value), times)
            change(Int(other.statement), line, by: Self.word(other.value, value), times)
        }
    }

    private mutating func change(_ row: Int, _ column: Int, by word: UInt64, _ times: Int) {
        if times > 0 { words[row * size + column] &+= word } else { words[row * size + column] &-= word }
    }

    /// Σ (x_j − μ_j)(x_k − μ_k) over those who voted on both j and k.
    func products(of statements: [Int32], means: [Double]) -> ColumnProducts {
        let count = statements.count, mask = UInt64(1) << Self.width - 1
        var entries = [Double](repeating: 0, count: count * count)
        for (j, one) in statements.enumerated() {
            for k in 0...j {
                let other = Int(statements[k])
                let word = words[Int(one) * size + other], turned = words[other * size + Int(one)]
                let people = Double(word & mask)
                let first = Double((word >> Self.width) & mask) - people, second = Double((turned >> Self.width) & mask) - people
                let both = Double(word >> (2 * Self.width)) - people
                let product = both - means[k] * first - means[j] * second + means[j] * means[k] * people
                (entries[j * count + k], entries[k * count + j]) = (product, product)
            }
        }
        return ColumnProducts(size: count, entries: entries)
    }
}
