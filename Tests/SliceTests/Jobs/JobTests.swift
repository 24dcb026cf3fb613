import Core
import Jobs
import SQL
import TestSupport
import Testing

@Suite("Jobs")
struct JobTests {
    private func with(_ engine: TestDatabase.Engine, _ body: (JobStore) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: JobStore.migrations) { try await body(JobStore($0)) }
    }

    @Test("a job tells its stage and how far it is", arguments: TestDatabase.engines)
    func progress(engine: TestDatabase.Engine) async throws {
        try await with(engine) { jobs in
            try await jobs.start(id: "a", kind: "figures", title: "kwb.csv", at: 1000)
            let started = try #require(try await jobs.find("a"))
            #expect(started.stage == Localized(nl: "Beginnen", en: "Starting"))
            #expect((started.done, started.total, started.fraction) == (0, nil, nil))
            #expect((started.startedAt, started.seenAt, started.endedAt) == (1000, 1000, nil))
            try await jobs.report(id: "a", stage: Localized(nl: "lezen", en: "reading"), done: 30, total: 120, at: 2000)
            let later = try #require(try await jobs.find("a"))
            #expect(later.stage == Localized(nl: "lezen", en: "reading"))
            #expect((later.fraction, later.seenAt) == (0.25, 2000))
            #expect(later.state(at: 2500) == .running)
            try await jobs.report(id: "a", stage: Localized("x"), done: 5, total: 0, at: 3000)
            #expect(try await jobs.find("a")?.fraction == nil)
            try await jobs.report(id: "a", stage: Localized("x"), done: 7, total: 5, at: 3000)
            #expect(try await jobs.find("a")?.fraction == 1)
        }
    }

    @Test("a job that has been silent for more than a minute counts as interrupted", arguments: TestDatabase.engines)
    func silence(engine: TestDatabase.Engine) async throws {
        try await with(engine) { jobs in
            try await jobs.start(id: "a", kind: "figures", title: "kwb.csv", at: 1000)
            let job = try #require(try await jobs.find("a"))
            #expect(job.state(at: 1000 + Job.patience) == .running)
            #expect(job.state(at: 1001 + Job.patience) == .interrupted)
            try await jobs.report(id: "a", stage: Localized("x"), done: 1, total: nil, at: 90_000)
            #expect(try await jobs.find("a")?.state(at: 100_000) == .running)
        }
    }

    @Test("every outcome is kept with its report, and an ended job stays as it ended", arguments: TestDatabase.engines)
    func outcomes(engine: TestDatabase.Engine) async throws {
        try await with(engine) { jobs in
            for outcome in [Job.Outcome.done, .unchanged, .refused, .failed, .cancelled] {
                let id = outcome.rawValue
                try await jobs.start(id: id, kind: "figures", title: "kwb.csv", at: 1)
                try await jobs.end(id: id, outcome: outcome, report: "regel 1\nregel 2", at: 5)
                try await jobs.report(id: id, stage: Localized("te laat"), done: 9, total: 9, at: 9)
                try await jobs.end(id: id, outcome: .failed, report: "", at: 9)
                let job = try #require(try await jobs.find(id))
                #expect(job.state(at: 1_000_000) == .ended(outcome))
                #expect((job.report, job.endedAt, job.done) == ("regel 1\nregel 2", 5, 0))
                #expect(!outcome.name.nl.isEmpty && outcome.name.nl != outcome.name.en)
            }
        }
    }

    @Test("the newest jobs come first, and no more than asked", arguments: TestDatabase.engines)
    func newest(engine: TestDatabase.Engine) async throws {
        try await with(engine) { jobs in
            for number in 1...5 { try await jobs.start(id: "\(number)", kind: "k", title: "t", at: Int64(number)) }
            #expect(try await jobs.newest().map(\.id) == ["5", "4", "3", "2", "1"])
            #expect(try await jobs.newest(2).map(\.id) == ["5", "4"])
            #expect(try await jobs.find("6") == nil)
            await #expect(throws: SQLError.self) { try await jobs.start(id: "1", kind: "k", title: "t", at: 1) }
        }
    }
}
