import Core
import SQL

/// Keeps jobs, so that any node and any page can see how far they are.
package struct JobStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package static let migrations: [Migration] = [
        Migration("jobs-1", reason: "Long work that a page and a terminal can follow") { _ in
            [
                """
                CREATE TABLE job (
                    id TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    title TEXT NOT NULL,
                    stage_nl TEXT NOT NULL,
                    stage_en TEXT NOT NULL,
                    done BIGINT NOT NULL DEFAULT 0,
                    total BIGINT,
                    started_at BIGINT NOT NULL,
                    seen_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    outcome TEXT CHECK (outcome IN ('done', 'unchanged', 'refused', 'failed', 'cancelled')),
                    report TEXT NOT NULL DEFAULT ''
                )
                """,
                "CREATE INDEX job_started ON job (started_at)",
            ]
        }
    ]

    /// - Parameter now: milliseconds since 1970
    package func start(id: String, kind: String, title: String, at now: Int64) async throws {
        let stage = Localized(nl: "Beginnen", en: "Starting")
        try await database.write { transaction in
            _ = try transaction.execute(
                """
                INSERT INTO job (id, kind, title, stage_nl, stage_en, started_at, seen_at)
                VALUES (\(id), \(kind), \(title), \(stage.nl), \(stage.en), \(now), \(now))
                """)
        }
    }

    /// How far a job is, and that it is alive; nothing for one that has ended.
    package func report(id: String, stage: Localized, done: Int, total: Int?, at now: Int64) async throws {
        try await database.write { transaction in
            _ = try transaction.execute(
                """
                UPDATE job SET stage_nl = \(stage.nl), stage_en = \(stage.en), done = \(done), total = \(total), seen_at = \(now)
                WHERE id = \(id) AND outcome IS NULL
                """)
        }
    }

    /// Ends a job; one that ended before stays as it ended.
    package func end(id: String, outcome: Job.Outcome, report: String, at now: Int64) async throws {
        try await database.write { transaction in
            _ = try transaction.execute(
                "UPDATE job SET outcome = \(outcome), report = \(report), ended_at = \(now), seen_at = \(now) WHERE id = \(id) AND outcome IS NULL")
        }
    }

    package func find(_ id: String) async throws -> Job? {
        try await database.read { reading in
            try reading.first(
                """
                SELECT id, kind, title, stage_nl, stage_en, done, total, started_at, seen_at, ended_at, outcome, report FROM job WHERE id = \(id)
                """, Self.job)
        }
    }

    /// The newest jobs first.
    package func newest(_ limit: Int = 50) async throws -> [Job] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, kind, title, stage_nl, stage_en, done, total, started_at, seen_at, ended_at, outcome, report FROM job
                ORDER BY started_at DESC, id LIMIT \(limit)
                """, Self.job)
        }
    }

    private static func job(_ row: Row) throws -> Job {
        Job(
            id: try row.string(0), kind: try row.string(1), title: try row.string(2), stage: Localized(nl: try row.string(3), en: try row.string(4)),
            done: try row.int(5), total: try row.optionalInt(6), startedAt: Int64(try row.int(7)), seenAt: Int64(try row.int(8)),
            endedAt: try row.optionalInt(9).map(Int64.init), outcome: try row.optionalString(10).flatMap(Job.Outcome.init), report: try row.string(11))
    }
}
