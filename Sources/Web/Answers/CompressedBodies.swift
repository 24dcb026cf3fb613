import Synchronization

/// Keeps compressed bodies by `ETag`, so that a page that did not change is compressed once. Bounded in bytes; the longest unused go first.
package final class CompressedBodies: Sendable {
    private struct Entry {
        let bytes: [UInt8]
        var lastUse: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var size = 0
        var uses: UInt64 = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: most bytes to keep; a body above an eighth of it is never kept
    package init(limit: Int = 24 << 20) {
        self.limit = limit
    }

    /// Bytes kept now.
    package var size: Int { state.withLock { $0.size } }

    package func body(for tag: String) -> [UInt8]? {
        state.withLock { state in
            guard let bytes = state.entries[tag]?.bytes else { return nil }
            state.uses += 1
            state.entries[tag]?.lastUse = state.uses
            return bytes
        }
    }

    package func keep(_ bytes: [UInt8], for tag: String) {
        guard bytes.count <= limit / 8 else { return }
        state.withLock { state in
            state.uses += 1
            if let old = state.entries.updateValue(Entry(bytes: bytes, lastUse: state.uses), forKey: tag) { state.size -= old.bytes.count }
            state.size += bytes.count
            if state.size > limit { shrink(&state) }
        }
    }

    /// Drops down to three quarters at once, so that the sort is paid seldom.
    private func shrink(_ state: inout State) {
        for (tag, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard state.size > limit * 3 / 4 else { return }
            state.entries[tag] = nil
            state.size -= entry.bytes.count
        }
    }
}
