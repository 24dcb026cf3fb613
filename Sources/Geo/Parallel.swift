import Dispatch
import Synchronization

/// Does the same for every index, on all cores, in chunks; the answers come back in order, so that the number of cores changes nothing.
///
/// - Parameters:
///   - progress: told after every chunk how many are done of how many; called from any thread, one at a time
///   - chunk: answers for a range of indices; an error of the first failing chunk is thrown
func inParallel<Value: Sendable>(
    _ count: Int, chunkSize: Int = 256, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    _ chunk: @Sendable (Range<Int>) throws(GeoError) -> [Value]
) throws(GeoError) -> [Value] {
    let chunks = (count + chunkSize - 1) / chunkSize
    guard chunks > 0 else { return [] }
    let results = Mutex<(parts: [Result<[Value], GeoError>?], done: Int)>((Array(repeating: nil, count: chunks), 0))
    DispatchQueue.concurrentPerform(iterations: chunks) { index in
        let range = index * chunkSize..<min(count, (index + 1) * chunkSize)
        let part: Result<[Value], GeoError>
        do throws(GeoError) { part = .success(try chunk(range)) } catch { part = .failure(error) }
        results.withLock { state in
            state.parts[index] = part
            state.done += range.count
            progress?(state.done, count)
        }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for part in results.withLock({ $0.parts }) {
        if let part { values.append(contentsOf: try part.get()) }
    }
    return values
}
