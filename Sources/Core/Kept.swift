import Synchronization

/// Values that are made when they are first asked for and then kept, one per key.
///
/// Two threads that ask at the same time may both make one; the first that is ready stays.
@usableFromInline package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline let values: Mutex<[Key: Value]>
    @usableFromInline let most: Int

    /// - Parameter most: more than this many and all are dropped
    @inlinable package init(most: Int = .max) {
        values = Mutex([:])
        self.most = most
    }

    /// Nil when it was not made yet.
    @inlinable package func known(_ key: Key) -> Value? { values.withLock { $0[key] } }

    @inlinable package func value(for key: Key, make: () -> Value) -> Value { known(key) ?? keep(make(), for: key) }

    /// Gives back what is kept: this value, or one that was ready before it.
    @discardableResult @inlinable package func keep(_ value: Value, for key: Key) -> Value {
        values.withLock { values in
            if let earlier = values[key] { return earlier }
            if values.count >= most { values.removeAll() }
            values[key] = value
            return value
        }
    }
}
