import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Date polls")
struct DatePollStoreTests {
    private typealias Ground = DatePollGround

    @Test("D-08: each gets a mail with a link of their own; who answers sees counts, who asks sees names, and no link is kept", arguments: TestDatabase.engines)
    func answering(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let poll = try await ground.ask(Ground.options([2, 1]), [try Ground.guest("Anna", isRequired: true), try Ground.guest("Bo")])
            #expect(try await ground.mails(to: "Anna").map(\.subject) == ["Wanneer kun je? Wijkprofielen"])
            let anna = try await ground.token("Anna"), bo = try await ground.token("Bo")
            // 128 bits in 22 letters.
            #expect(anna != bo && anna.count == 22)
            #expect(try await !ground.people.holds("date_poll_person", anna))
            try await ground.answer("Anna", [1: .yes, 2: .no])
            try await ground.answer("Anna", [1: .yes, 2: .ifNeeded])
            let seen = try #require(try await ground.store.find(token: bo, at: Ground.start + 2))
            // By their start, whatever order they were given in.
            #expect(seen.poll.options.map(\.startsAt) == [Ground.deadline + Ground.day, Ground.deadline + 2 * Ground.day])
            #expect(seen.tally.lines.map(\.yes) == [1, 0] && seen.tally.lines.map(\.ifNeeded) == [0, 1] && seen.invitee.answers.isEmpty)
            #expect(try await ground.store.invitees(of: poll).map(\.answers) == [[1: .yes, 2: .ifNeeded], [:]])
            await #expect(throws: DatePollStore.Fault.unknown) { try await ground.answer("Bo", [1: .yes]) }
            await #expect(throws: DatePollStore.Fault.unknown) {
                try await ground.store.answer([1: .yes, 2: .yes], token: "x", from: ground.origin())
            }
            let last = Ground.deadline + 2 * Ground.day + Ground.hour + 30 * Ground.day
            #expect(try await ground.store.find(token: bo, at: last - 1) != nil)
            #expect(try await ground.store.find(token: bo, at: last) == nil)
        }
    }

    @Test("D-08: a moment takes no more people than its maximum; who has it keeps it", arguments: TestDatabase.engines)
    func maximum(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            _ = try await ground.ask(Ground.options([1, 2], maximum: 1), [try Ground.guest("Anna"), try Ground.guest("Bo")])
            try await ground.answer("Anna", [1: .ifNeeded, 2: .no])
            await #expect(throws: DatePollStore.Fault.full(1)) { try await ground.answer("Bo", [1: .yes, 2: .yes]) }
            try await ground.answer("Bo", [1: .no, 2: .yes])
            try await ground.answer("Anna", [1: .yes, 2: .no])
            let seen = try #require(try await ground.store.find(token: try await ground.token("Anna"), at: Ground.start + 2))
            #expect(seen.tally.lines.map(\.isFull) == [true, true])
        }
    }

    @Test("D-08: it closes at its deadline, once, and who asked is told", arguments: TestDatabase.engines)
    func closing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let organiser = try await ground.people.person("Olga")
            let poll = try await ground.ask(Ground.options([1]), [try Ground.guest("Anna")], by: organiser.id)
            try await ground.answer("Anna", [1: .yes], at: Ground.deadline - 1)
            await #expect(throws: DatePollStore.Fault.over) { try await ground.answer("Anna", [1: .no], at: Ground.deadline) }
            #expect(try await ground.store.closeDue(from: ground.origin(Ground.deadline - 1)) == 0)
            #expect(try await ground.store.closeDue(from: ground.origin(Ground.deadline)) == 1)
            #expect(try await ground.store.closeDue(from: ground.origin(Ground.deadline + 1)) == 0)
            #expect(try await ground.store.find(poll)?.state == .closed)
            #expect(try await ground.people.slice.notices.list(of: organiser.id).map(\.kind) == ["datumprikker-gesloten"])
            await #expect(throws: DatePollStore.Fault.over) {
                try await ground.store.add([try Ground.guest("Bo")], to: poll, site: "Buurtplein", from: ground.origin(Ground.deadline + 1))
            }
        }
    }

    @Test("D-08: who did not answer is reminded once, two days before the deadline, by a link that also works", arguments: TestDatabase.engines)
    func reminding(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let poll = try await ground.ask(Ground.options([1]), [try Ground.guest("Anna"), try Ground.guest("Bo")])
            try await ground.answer("Anna", [1: .yes])
            let due = Ground.deadline - 2 * Ground.day
            func remind(_ time: Int64) async throws -> Int { try await ground.store.remindDue(site: { "Buurtplein" }, from: ground.origin(time)) }
            #expect(try await remind(due - 1) == 0)
            // Within the two days before the deadline: who is asked now knows it.
            try await ground.store.add([try Ground.guest("Cas")], to: poll, site: "Buurtplein", from: ground.origin(due))
            #expect(try await remind(due) == 1)
            #expect(try await remind(due + 1) == 0)
            #expect(try await ground.people.actions().suffix(1) == ["date-poll.reminded"])
            #expect(try await ground.mails(to: "Anna").count == 1)
            #expect(try await ground.mails(to: "Cas").count == 1)
            let mails = try await ground.mails(to: "Bo")
            #expect(mails.map(\.subject) == ["Wanneer kun je? Wijkprofielen", "Kun je nog antwoorden? Wijkprofielen"])
            let first = try await ground.token("Bo"), second = try Ground.token(in: try #require(mails.last).text)
            #expect(second != first && second.count == 22)
            #expect(try await !ground.people.holds("date_poll_person", second))
            try await ground.store.answer([1: .ifNeeded], token: second, from: ground.origin(due + 2))
            let seen = try #require(try await ground.store.find(token: first, at: due + 3))
            #expect(seen.invitee.guest.name == "Bo" && seen.invitee.answers == [1: .ifNeeded])
        }
    }

    @Test("D-08: nobody is reminded of a poll that is closed, over its deadline, or was asked within two days", arguments: TestDatabase.engines)
    func noReminder(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let closed = try await ground.ask(Ground.options([1]), [try Ground.guest("Anna")])
            try await ground.store.close(closed, from: ground.origin(Ground.start + 1))
            let remind = { (time: Int64) in try await ground.store.remindDue(site: { "Buurtplein" }, from: ground.origin(time)) }
            #expect(try await remind(Ground.deadline - 1) == 0)
            _ = try await ground.ask(Ground.options([1]), [try Ground.guest("Bo")])
            #expect(try await remind(Ground.deadline) == 0)
            let facts = DatePoll.Facts(title: "Snel", minutes: 60, form: .online, deadline: Ground.start + 2 * Ground.day)
            try await ground.store.ask(
                facts, Ground.options([1]), [try Ground.guest("Cas")], at: DatePoll.Place(programme: ground.programme), site: "Buurtplein",
                from: ground.origin())
            #expect(try await remind(Ground.start + Ground.day) == 0)
        }
    }

    @Test("D-08: of two nodes that remind at once one sends the mail", arguments: TestDatabase.engines)
    func remindedOnce(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine, more: Ground.migrations) { first, second in
            let programme = try await first.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let grounds = [try Ground(first, programme: programme.id), try Ground(second, programme: programme.id)]
            _ = try await grounds[0].ask(Ground.options([1]), [try Ground.guest("Anna"), try Ground.guest("Bo")])
            let reminded = try await withThrowingTaskGroup(of: Int.self) { group in
                for ground in grounds {
                    group.addTask { try await ground.store.remindDue(site: { "Buurtplein" }, from: ground.origin(Ground.deadline - 1)) }
                }
                return try await group.reduce(into: 0) { $0 += $1 }
            }
            #expect(reminded == 2)
            for name in ["Anna", "Bo"] { #expect(try await grounds[0].mails(to: name).count == 2) }
        }
    }

    @Test("D-08, MTG-22: one step makes the draft of a meeting and gives everyone a file for their calendar", arguments: TestDatabase.engines)
    func choosing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let poll = try await ground.ask(Ground.options([1, 2]), [try Ground.guest("Anna", isRequired: true), try Ground.guest("Bo")])
            try await ground.answer("Anna", [1: .no, 2: .yes])
            let time = Ground.deadline + 1
            let meeting = try await ground.store.choose(2, of: poll, site: "Buurtplein", from: ground.origin(time))
            let draft = try #require(try await ground.meetings.find(meeting)), starts = Ground.deadline + 2 * Ground.day
            #expect(draft.publication == .draft && draft.facts.title == "Wijkprofielen" && draft.facts.place == "Markt 11")
            #expect(draft.facts.startsAt == starts && draft.facts.endsAt == starts + Ground.hour)
            // Also who said nothing.
            for name in ["Anna", "Bo"] {
                let mail = try #require(try await ground.mails(to: name).last)
                #expect(mail.subject == "Er is een dag: Wijkprofielen")
                // Long lines are folded.
                let calendar = try #require(mail.calendar).replacing("\r\n ", with: "")
                #expect(calendar.contains("METHOD:REQUEST") && calendar.contains("UID:\(meeting)@leefkring") && calendar.contains("RSVP=FALSE"))
            }
            await #expect(throws: DatePollStore.Fault.over) {
                try await ground.store.choose(1, of: poll, site: "Buurtplein", from: ground.origin(time + 1))
            }
            #expect(try await ground.people.actions().suffix(1) == ["date-poll.decided"])
        }
    }

    @Test("D-08: of two nodes that choose at once one makes the meeting", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine, more: Ground.migrations) { first, second in
            let programme = try await first.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let grounds = [try Ground(first, programme: programme.id), try Ground(second, programme: programme.id)]
            let poll = try await grounds[0].ask(Ground.options([1, 2]), [try Ground.guest("Anna")])
            let made = await withTaskGroup(of: Bool.self) { group in
                for (index, ground) in grounds.enumerated() {
                    group.addTask {
                        (try? await ground.store.choose(index + 1, of: poll, site: "Buurtplein", from: ground.origin(Ground.deadline))) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            #expect(try await first.rows("meeting").count == 1)
        }
    }

    @Test("what someone was asked and said is in their file, goes with them, and goes 90 days after the last moment", arguments: TestDatabase.engines)
    func kept(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let records = DatePollRecords.all(ground.people.slice.installation.key), anna = try await ground.people.person("Anna")
            let poll = try await ground.ask(Ground.options([1]), [try Ground.guest("Anna"), try Ground.guest("Bo")], by: anna.id)
            try await ground.answer("Anna", [1: .ifNeeded])
            let subject = PersonalRecords.Subject(person: anna.id, mailKey: anna.mail.key)
            let file = try await ground.people.database.read { try records.records(subject, $0) }
            #expect(file.map(\.kind) == ["date-poll-asked", "date-poll"])
            #expect(file.last?.details["answer"]?.hasSuffix(": Als het moet") == true)
            try await ground.people.database.write { try records.erase(subject, Ground.start, $0) }
            #expect(try await ground.store.invitees(of: poll).map(\.shown) == ["Bo"])
            #expect(try await ground.store.find(poll)?.organiser == nil)
            let last = Ground.deadline + Ground.day + Ground.hour + 90 * Ground.day
            #expect(try await ground.people.database.write { try records.forget(last, $0) } == 0)
            #expect(try await ground.people.database.write { try records.forget(last + 1, $0) } == 1)
            #expect(try await ground.people.rows("date_poll_person").isEmpty)
        }
    }
}
