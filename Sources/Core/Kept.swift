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

/// One of a few, with a number of its own: found without hashing.
@usableFromInline package protocol Numbered: Sendable {
    /// How many there are.
    static var count: Int { get }
    /// 0 up to `count`.
    var number: Int { get }
}

/// As ``Kept``, for keys that are few and numbered.
@usableFromInline package final class KeptFew<Key: Numbered, Value: Sendable>: Sendable {
    @usableFromInline let values: Mutex<[Value?]>

    @inlinable package init() {
        values = Mutex(Array(repeating: nil, count: Key.count))
    }

    @inlinable package func value(for key: Key, make: () -> Value) -> Value {
        let number = key.number
        if let known = values.withLock({ $0[number] }) { return known }
        let made = make()
        return values.withLock { values in
            if let earlier = values[number] { return earlier }
            values[number] = made
            return made
        }
    }
}

extension AreaLevel: Numbered {
    package static var count: Int { 5 }
    package var number: Int { depth }
}

extension Language: Numbered {
    package static var count: Int { 2 }
    package var number: Int { self == .nl ? 0 : 1 }
}
