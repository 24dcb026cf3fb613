import Synchronization

/// A read-only picture of slow-changing data (areas, figures) that many requests share, made anew when the data's version changes.
///
/// The version is asked at most once per `interval`, so a node sees what another node imported within that time.
package final class Snapshot<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var value: Value?
        var version: Int64 = .min
        var checked: ContinuousClock.Instant?
        /// The picture being made: who comes meanwhile waits for it and makes none of its own.
        var making: (version: Int64, task: Task<Value, any Error>)?
    }

    private let state = Mutex(State())
    private let interval: Duration
    private let version: @Sendable () async throws -> Int64
    private let load: @Sendable () async throws -> Value

    /// - Parameters:
    ///   - interval: how old the knowledge of the version may be
    ///   - version: a cheap query that answers another number after every change
    ///   - load: makes the picture
    package init(
        interval: Duration = .seconds(1), version: @escaping @Sendable () async throws -> Int64, load: @escaping @Sendable () async throws -> Value
    ) {
        self.interval = interval
        self.version = version
        self.load = load
    }

    /// Asks the version anew at the next look: for the node that made a change itself.
    package func expire() { state.withLock { $0.checked = nil } }

    /// The picture as of at most `interval` ago.
    package func current() async throws -> Value {
        let now = ContinuousClock.now
        let known: (value: Value?, version: Int64) = state.withLock { state in
            guard let value = state.value, let checked = state.checked, now - checked < interval else { return (nil, state.version) }
            return (value, state.version)
        }
        if let value = known.value { return value }
        let newest = try await version()
        let unchanged: Value? = state.withLock { state in
            guard state.version == newest, let value = state.value else { return nil }
            state.checked = now
            return value
        }
        if let unchanged { return unchanged }
        return try await make(newest)
    }

    /// The picture as of now, however short ago the version was asked.
    package func newest() async throws -> Value {
        let newest = try await version()
        let known: Value? = state.withLock { state in state.version == newest ? state.value : nil }
        if let known { return known }
        return try await make(newest)
    }

    /// Makes the picture of a version once, however many ask for it together.
    private func make(_ newest: Int64) async throws -> Value {
        let task = state.withLock { state in
            if let making = state.making, making.version == newest { return making.task }
            let task = Task { [load] in try await load() }
            state.making = (newest, task)
            return task
        }
        let made = await task.result
        state.withLock { state in
            guard state.making?.task == task else { return }
            state.making = nil
            guard case .success(let fresh) = made else { return }
            state.value = fresh
            state.version = newest
            state.checked = ContinuousClock.now
        }
        return try made.get()
    }
}
