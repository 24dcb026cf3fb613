import Core
import People
import Synchronization
import Testing

@testable import Learning

@Suite("Who comes together is written together")
struct RegistrationQueueTests {
    private struct Trouble: Error {}

    private static func request(_ number: Int64) -> RegistrationRequest {
        RegistrationRequest(drafts: [], path: .form, client: nil, origin: Origin(person: nil, request: "\(number)", channel: .web, time: number))
    }

    @Test("D-01: what one runs into is not the others' trouble, nobody is written twice, and a meeting has one write at a time")
    func together() async throws {
        let queue = RegistrationQueue(), meeting = Identifier(at: 1), written = Mutex<[[Int64]]>([]), running = Mutex(0), most = Mutex(0)
        let write: RegistrationQueue.Write = { requests in
            let now = running.withLock { running in
                running += 1
                return running
            }
            most.withLock { $0 = max($0, now) }
            defer { running.withLock { $0 -= 1 } }
            // Long enough that the others come meanwhile.
            try await Task.sleep(for: .milliseconds(2))
            if requests.contains(where: { $0.origin.time % 10 == 3 }) { throw Trouble() }
            written.withLock { $0.append(requests.map(\.origin.time)) }
            return requests.map { _ in .tooMany }
        }
        let refused = await withTaskGroup(of: Int64?.self) { group in
            for number in 0..<100 as Range<Int64> {
                group.addTask {
                    do {
                        return try await queue.outcome(of: Self.request(number), for: meeting, write) == .tooMany ? nil : -1
                    } catch { return number }
                }
            }
            return await group.reduce(into: [Int64]()) { list, number in if let number { list.append(number) } }
        }
        #expect(refused.sorted() == (0..<10).map { $0 * 10 + 3 })
        let all = written.withLock { $0 }
        #expect(all.flatMap { $0 }.sorted() == (0..<100 as Range<Int64>).filter { $0 % 10 != 3 })
        #expect(all.allSatisfy { $0.count <= 16 } && all.contains { $0.count > 1 })
        #expect(most.withLock { $0 } == 1)
    }

    @Test("meetings do not wait for each other")
    func apart() async throws {
        let queue = RegistrationQueue(), (open, gate) = AsyncStream.makeStream(of: Void.self)
        async let slow = queue.outcome(of: Self.request(1), for: Identifier(at: 1)) { requests in
            for await _ in open { break }
            return requests.map { _ in .tooMany }
        }
        let other = try await queue.outcome(of: Self.request(2), for: Identifier(at: 2)) { requests in requests.map { _ in .already([]) } }
        #expect(other == .already([]))
        gate.yield()
        #expect(try await slow == .tooMany)
    }
}
