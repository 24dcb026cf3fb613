import Core
import Credentials
import Measures
import Synchronization

/// A conversation with its statements and counts, as of at most a second ago.
struct VoteScene: Sendable {
    let conversation: Conversation
    let areaName: String
    let statements: [Statement]
    let people: ShownPeople
    /// How many are kept apart.
    let apart: Int

    func statement(_ number: Int) -> Statement? { statements.first { $0.number == number } }

    /// What someone can still be asked: places in the list.
    func open(for ballot: Ballot) -> [Int] {
        statements.indices.filter { ballot.choices[statements[$0].number] == nil && !ballot.own.contains(statements[$0].number) }
    }

    /// Draws the next statement by its priority.
    ///
    /// - Parameter number: evenly from 0 up to but not including 1
    func next(for ballot: Ballot, number: Double) -> Statement? {
        StatementPriority.draw(statements.map(\.candidate), offered: open(for: ballot), number: number).map { statements[$0] }
    }
}

/// Scenes in memory of this node: who votes does not read them from the database each time.
final class VoteScenes: Sendable {
    typealias Load = @Sendable (Identifier) async throws -> VoteScene?

    private struct Entry: Sendable {
        let begun: ContinuousClock.Instant
        let task: Task<VoteScene?, any Error>
    }

    private static let age: Duration = .seconds(1), most = 500
    private let entries = Mutex<[Identifier: Entry]>([:])
    private let load: Load

    init(_ load: @escaping Load) {
        self.load = load
    }

    /// - Returns: nil where there is no such conversation
    func scene(of conversation: Identifier) async throws -> VoteScene? {
        let now = ContinuousClock.now, load = load
        let task = entries.withLock { entries in
            if let known = entries[conversation], now - known.begun < Self.age { return known.task }
            if entries.count >= Self.most { entries.removeAll() }
            let fresh = Task { try await load(conversation) }
            entries[conversation] = Entry(begun: now, task: fresh)
            return fresh
        }
        return try await task.value
    }

    /// For the node that changed it.
    func expire(_ conversation: Identifier) { entries.withLock { $0[conversation] = nil } }
}

/// What people did so far, in memory of this node; what is not here is read from the database.
///
/// Two generations: when the younger is full it becomes the older and the oldest is forgotten.
final class Ballots: Sendable {
    private struct Key: Hashable {
        let conversation: Identifier
        let mark: [UInt8]
    }

    private struct Entry {
        var ballot: Ballot
        let read: ContinuousClock.Instant
    }

    /// What came while it was read from the database: the reading may be older.
    private struct Reading {
        var readers = 0
        var notes: [(voter: Int, statement: Int, choice: Vote.Choice)] = []
        var isForgotten = false
    }

    private struct State {
        var young: [Key: Entry] = [:]
        var old: [Key: Entry] = [:]
        var reading: [Key: Reading] = [:]

        /// One reader less.
        ///
        /// - Returns: what came meanwhile
        mutating func end(_ key: Key) -> Reading {
            guard var known = reading[key] else { return Reading() }
            known.readers -= 1
            reading[key] = known.readers > 0 ? known : nil
            return known
        }
    }

    /// Another node may have heard more.
    private static let age: Duration = .seconds(300), most = 20_000
    private let state = Mutex(State())
    private let load: @Sendable (_ mark: [UInt8], Identifier) async throws -> Ballot

    init(_ load: @escaping @Sendable (_ mark: [UInt8], Identifier) async throws -> Ballot) {
        self.load = load
    }

    func ballot(of mark: [UInt8], in conversation: Identifier) async throws -> Ballot {
        let key = Key(conversation: conversation, mark: mark), now = ContinuousClock.now
        let known = state.withLock { state -> Ballot? in
            if let entry = state.young[key] ?? state.old[key], now - entry.read < Self.age { return entry.ballot }
            state.reading[key, default: Reading()].readers += 1
            return nil
        }
        if let known { return known }
        var ballot: Ballot
        do { ballot = try await load(mark, conversation) } catch {
            state.withLock { _ = $0.end(key) }
            throw error
        }
        state.withLock { state in
            let meanwhile = state.end(key)
            for note in meanwhile.notes {
                ballot.voter = note.voter
                ballot.choices[note.statement] = note.choice
            }
            if meanwhile.isForgotten { return }
            if state.young.count >= Self.most { (state.old, state.young) = (state.young, [:]) }
            // Meanwhile a vote may have come: what was written here is newer than what was read.
            if let noted = state.young[key], noted.read >= now { return }
            state.young[key] = Entry(ballot: ballot, read: now)
        }
        return ballot
    }

    /// A vote that was kept.
    func note(_ vote: CastVote, by voter: Int, in conversation: Identifier) {
        let key = Key(conversation: conversation, mark: vote.mark)
        state.withLock { state in
            state.reading[key]?.notes.append((voter, vote.statement, vote.choice))
            guard var entry = state.young[key] ?? state.old[key] else { return }
            entry.ballot.voter = voter
            entry.ballot.choices[vote.statement] = vote.choice
            state.young[key] = entry
        }
    }

    /// To be read anew.
    func forget(_ mark: [UInt8], in conversation: Identifier) {
        let key = Key(conversation: conversation, mark: mark)
        state.withLock { state in
            state.young[key] = nil
            state.old[key] = nil
            state.reading[key]?.notes = []
            state.reading[key]?.isForgotten = true
        }
    }
}

/// Sees where very many new voters come from one address in a short time. Nobody is shut out: they are counted once a person has looked.
///
/// In memory of this node only, for about an hour; an address is kept as a digest under a key that goes with the program.
final class CrowdWatch: Sendable {
    private struct Place {
        var people = 0
        let since: Int64
        let crowd: Int64
    }

    /// A household, a class or a waiting room fits within it.
    static let most = 25
    static let window: Int64 = 3_600_000
    private static let capacity = 50_000

    private struct State {
        var places: [[UInt8]: Place] = [:]
        var swept: Int64 = 0
    }

    private let key = SecretKey.random()
    private let state = Mutex(State())

    /// A new voter comes.
    ///
    /// - Returns: the number of the crowd; nil where the address has few
    func crowd(of client: String, in conversation: Identifier, at now: Int64) -> Int64? {
        var bytes = CanonicalBytes("voices crowd")
        bytes.add(conversation.description)
        bytes.add(client)
        let tag = Array(key.tag(bytes).prefix(16))
        return state.withLock { state in
            if now - state.swept >= Self.window || state.places.count >= Self.capacity {
                state.places = state.places.filter { now - $0.value.since < Self.window }
                state.swept = now
            }
            if state.places.count >= Self.capacity { state.places.removeAll() }
            let known = state.places[tag].flatMap { now - $0.since < Self.window ? $0 : nil }
            var place = known ?? Place(since: now, crowd: Int64.random(in: 1...Int64.max))
            place.people += 1
            state.places[tag] = place
            return place.people > Self.most ? place.crowd : nil
        }
    }
}
