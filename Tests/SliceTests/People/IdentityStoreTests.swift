import Core
import People
import TestSupport
import Testing

@Suite("Answers of providers")
struct IdentityStoreTests {
    @Test("ASVS 6.3.1: answers of a provider are counted by address, so that nobody can try states without end", arguments: TestDatabase.engines)
    func counted(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let store = ground.slice.identities
            func take(_ client: String, at now: Int64 = PeopleGround.start) async throws -> Bool {
                try await store.take(state: "guess", at: "provider", browser: "browser", client: client, now: now) != nil
            }
            for _ in 0..<120 {
                let isTaken = try await take("192.0.2.1")
                #expect(!isTaken)
            }
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await take("192.0.2.1") }
            let other = try await take("192.0.2.2"), later = try await take("192.0.2.1", at: PeopleGround.start + 900_001)
            #expect(!other && !later)
        }
    }
}
