import Core
import Synchronization

/// Tells every open stream of a thing that it changed: one question a second to the database for each thing on a node, however many people look.
package final class LiveWatch: Sendable {
    /// The standing of a thing as a text that differs when it changed; nil when it is over.
    package typealias Reading = @Sendable (Identifier) async throws -> String?

    private struct Watched {
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
        var last: String?
    }

    private struct State {
        var things: [Identifier: Watched] = [:]
        var number = 0
    }

    /// Looks between two signs of life.
    static let beat = 15

    private let state = Mutex(State())
    private let read: Reading
    private let most: Int
    private let pause: Duration

    /// - Parameters:
    ///   - most: streams for one thing on this node; who comes later asks by itself
    ///   - read: gives the standing of one thing
    package init(most: Int = 300, pause: Duration = .seconds(1), read: @escaping Reading) {
        self.most = most
        self.pause = pause
        self.read = read
    }

    /// Every standing from now on, beginning with that of now; ends when the thing is over.
    ///
    /// - Returns: nil when too many look already
    package func standings(of thing: Identifier) -> AsyncStream<String>? { listen(to: thing)?.standings }

    /// The same, with what ends it from outside: a server that stops does not wait for who looks.
    func listen(to thing: Identifier) -> (standings: AsyncStream<String>, end: @Sendable () -> Void)? {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let (number, isFirst): (Int?, Bool) = state.withLock { state in
            var watched = state.things[thing] ?? Watched()
            guard watched.listeners.count < most else { return (nil, false) }
            let isFirst = watched.listeners.isEmpty
            state.number += 1
            watched.listeners[state.number] = continuation
            if let last = watched.last { continuation.yield(last) }
            state.things[thing] = watched
            return (state.number, isFirst)
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in self?.leave(thing, number) }
        if isFirst { Task { [weak self] in await self?.follow(thing) } }
        return (stream, { continuation.finish() })
    }

    /// How many look at a thing.
    package func count(of thing: Identifier) -> Int { state.withLock { $0.things[thing]?.listeners.count ?? 0 } }

    private func leave(_ thing: Identifier, _ number: Int) {
        state.withLock { $0.things[thing]?.listeners[number] = nil }
    }

    /// Until nobody looks any more, or the thing is over.
    private func follow(_ thing: Identifier) async {
        var turn = 0
        while isWatched(thing) {
            turn += 1
            do {
                guard let standing = try await read(thing) else { return end(thing) }
                tell(standing, thing, isBeat: turn.isMultiple(of: Self.beat))
            } catch {
                // A database that is away for a moment: streams stay, and the next question tells.
            }
            do { try await Task.sleep(for: pause) } catch { return end(thing) }
        }
    }

    /// Takes the thing away together with the look whether anyone is left, so that who comes now starts anew.
    private func isWatched(_ thing: Identifier) -> Bool {
        state.withLock { state in
            guard state.things[thing]?.listeners.isEmpty ?? true else { return true }
            state.things[thing] = nil
            return false
        }
    }

    /// What did not change is told again now and then, so that a stream shows that it lives.
    private func tell(_ standing: String, _ thing: Identifier, isBeat: Bool) {
        let told: [AsyncStream<String>.Continuation] = state.withLock { state in
            guard let watched = state.things[thing], isBeat || watched.last != standing else { return [] }
            state.things[thing]?.last = standing
            return Array(watched.listeners.values)
        }
        for listener in told { listener.yield(standing) }
    }

    private func end(_ thing: Identifier) {
        let ended = state.withLock { $0.things.removeValue(forKey: thing)?.listeners.values.map { $0 } ?? [] }
        for listener in ended { listener.finish() }
    }
}
