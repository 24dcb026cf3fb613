import Core
import Synchronization
import Testing

@Suite("Snapshot")
struct SnapshotTests {
    /// Counts what is asked, and can be changed and broken.
    final class Origin: Sendable {
        struct Broken: Error {}

        let version = Atomic<Int>(1)
        let loads = Atomic<Int>(0)
        let isBroken = Atomic<Bool>(false)

        func snapshot(interval: Duration = .zero, pause: Duration = .zero) -> Snapshot<Int> {
            Snapshot(interval: interval) { [self] in
                Int64(version.load(ordering: .relaxed))
            } load: { [self] in
                loads.add(1, ordering: .relaxed)
                try await Task.sleep(for: pause)
                if isBroken.load(ordering: .relaxed) { throw Broken() }
                return version.load(ordering: .relaxed)
            }
        }
    }

    @Test("a picture is made once and made anew when the version changes")
    func version() async throws {
        let origin = Origin()
        let snapshot = origin.snapshot()
        for _ in 0..<5 { #expect(try await snapshot.current() == 1) }
        #expect(origin.loads.load(ordering: .relaxed) == 1)
        origin.version.store(2, ordering: .relaxed)
        #expect(try await snapshot.current() == 2)
        #expect(origin.loads.load(ordering: .relaxed) == 2)
    }

    @Test("within the interval the version is not asked")
    func interval() async throws {
        let origin = Origin()
        let snapshot = origin.snapshot(interval: .seconds(3600))
        #expect(try await snapshot.current() == 1)
        origin.version.store(2, ordering: .relaxed)
        #expect(try await snapshot.current() == 1)
    }

    @Test("fifty that ask together share one picture")
    func together() async throws {
        let origin = Origin()
        let snapshot = origin.snapshot(pause: .milliseconds(100))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { try await snapshot.current() } }
            for try await value in group { #expect(value == 1) }
        }
        #expect(origin.loads.load(ordering: .relaxed) == 1)
    }

    @Test("an error is told to who asked and not kept")
    func failure() async throws {
        let origin = Origin()
        let snapshot = origin.snapshot()
        origin.isBroken.store(true, ordering: .relaxed)
        await #expect(throws: Origin.Broken.self) { try await snapshot.current() }
        origin.isBroken.store(false, ordering: .relaxed)
        #expect(try await snapshot.current() == 1)
    }
}
