import Core
import Credentials
import Foundation
import People
import SQL
import TestSupport
import Testing
import Web

@Suite("Who read what")
struct ReadLogTests {
    private static let known = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test("a page with fifty people leaves fifty lines of one trace, each with its own span, and one event", arguments: TestDatabase.engines)
    func fifty(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let subjects = (0..<50).map { Identifier(at: Int64($0)) }, reader = Identifier(at: 99)
            let origin = Origin(person: reader, request: "r", channel: .web, time: 5000)
            // Twice the same person on a page is read once.
            let trace = TraceContext(header: Self.known)
            try await people.slice.readLog.note(.administration, "people.people", of: subjects + subjects.prefix(3), trace: trace, from: origin)
            let rows = try await people.database.read { reading in
                try reading.all("SELECT trace, parent, span, name, activity, subject, subject_kind, started_at, ended_at, status FROM read_line") { row in
                    try (0..<10).map { "\(try row.value($0))" }
                }
            }
            #expect(rows.count == 50)
            #expect(Set(rows.map { $0[0] }).count == 1 && rows[0][0].contains("4bf92f3577b34da6a3ce929d0e0e4736"))
            #expect(Set(rows.map { $0[1] }).count == 1 && Set(rows.map { $0[2] }).count == 50 && Set(rows.map { $0[5] }).count == 50)
            for row in rows {
                #expect(row[3].contains("people.people") && row[4].contains("mensen-en-rollen") && row[6].contains("person") && row[9].contains("Ok"))
                #expect(row[7].contains("5000") && row[8].contains("5000"))
            }
            let text = rows.joined().joined()
            #expect(!subjects.contains { text.contains($0.description) } && !text.contains(reader.description))
            let lines = try await people.slice.journal.lines()
            #expect(lines.map(\.event.action) == ["people.read"])
            #expect(lines[0].origin.person == reader)
            #expect(lines[0].event.details == ["activity": "mensen-en-rollen", "trace": "4bf92f3577b34da6a3ce929d0e0e4736", "people": "50"])
        }
    }

    @Test(
        "a person finds the lines about them and about nobody else, the newest first; without the key of the site nobody does", arguments: TestDatabase.engines)
    func own(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = Identifier(at: 1), bert = Identifier(at: 2), log = people.slice.readLog
            for (time, activity, subjects) in [(10, ProcessingActivity.administration, [anna, bert]), (20, .journal, [anna]), (30, .journal, [bert])] {
                let origin = Origin(person: nil, request: "r", channel: .web, time: Int64(time))
                try await log.note(activity, "x", of: subjects, trace: TraceContext(header: nil), from: origin)
            }
            #expect(try await log.lines(about: anna).map(\.activity) == [.journal, .administration])
            #expect(try await log.lines(about: anna).map(\.time) == [20, 10])
            #expect(try await log.lines(about: bert).map(\.time) == [30, 10])
            #expect(try await log.lines(about: Identifier(at: 3)).isEmpty)
            let stranger = ReadLog(people.database, journal: people.slice.journal, key: .random())
            #expect(try await stranger.lines(about: anna).isEmpty)
        }
    }

    @Test("nobody read is nothing written", arguments: TestDatabase.engines)
    func nobody(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let origin = Origin(person: nil, request: "r", channel: .web, time: 1)
            try await people.slice.readLog.note(.journal, "x", of: [], trace: TraceContext(header: nil), from: origin)
            #expect(try await people.slice.journal.lines().isEmpty)
        }
    }

    @Test("a trace of a caller is gone on with; what is no traceparent begins a new one")
    func traces() {
        let caller = TraceContext(header: Self.known)
        #expect(caller.trace == "4bf92f3577b34da6a3ce929d0e0e4736" && caller.parent == "00f067aa0ba902b7")
        // A later version may say more behind the flags.
        #expect(TraceContext(header: "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more").parent == "00f067aa0ba902b7")
        let wrong = [
            nil, "", "00", Self.known + "-more", "ff" + Self.known.dropFirst(2), Self.known.uppercased(),
            "00-" + String(repeating: "0", count: 32) + "-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-" + String(repeating: "0", count: 16) + "-01", "00-4bf92f3577b34da6-00f067aa0ba902b7-01", Self.known + "\n",
            "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        ]
        for header in wrong {
            let fresh = TraceContext(header: header)
            #expect(fresh.parent == nil && fresh.trace.utf8.count == 32 && fresh.trace != "4bf92f3577b34da6a3ce929d0e0e4736", "\(header ?? "nil")")
        }
        #expect(TraceContext(header: nil).trace != TraceContext(header: nil).trace)
    }
}
