import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Registration for meetings")
struct RegistrationStoreTests {
    private typealias Ground = RegistrationGround
    private static let now = RegistrationGround.start
    private static let hour = RegistrationGround.hour
    private static let day = RegistrationGround.day

    @Test("MTG-05, D-02: who comes first has a place, who comes later waits and sees how many are before them", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(2)
            for name in ["Anna", "Bo", "Cor", "Dirk"] { try await ground.register(name, meeting) }
            let all = try await ground.store.participants(of: meeting)
            #expect(all.map(\.name) == ["Anna", "Bo", "Cor", "Dirk"])
            #expect(all.map(\.standing) == [.registered, .registered, .waiting, .waiting])
            #expect(all.map(\.number) == all.map(\.number).sorted())
            let place = try #require(try await ground.store.place(of: all[3].id, at: Self.now))
            #expect(place.ahead == 1 && place.offerEnd == nil && place.together == 1)
            let counts = try await ground.store.counts([meeting], at: Self.now)
            #expect(counts[meeting] == Places(Places.Pool(used: 2, waiting: 2)))
            #expect(
                try await ground.mails().sorted() == [
                    "anna: Je doet mee", "bo: Je doet mee", "cor: Je staat op de wachtlijst", "dirk: Je staat op de wachtlijst",
                ])
        }
    }

    @Test("D-02: every step of the state machine, and no other", arguments: TestDatabase.engines)
    func machine(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1)
            let anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting)
            let cor = try await ground.register("Cor", meeting), dirk = try await ground.register("Dirk", meeting)
            let els = try await ground.register("Els", meeting), origin = Ground.origin()
            // Who does not stand there cannot take the step.
            for (step, registration) in [
                (OwnStep.cancel, bo), (.leave, anna), (.accept, bo), (.decline, bo), (.accept, anna), (.take, bo),
            ] {
                await #expect(throws: RegistrationStore.Fault.self) { try await ground.store.take(step, registration.id, from: origin) }
            }
            #expect(try await ground.store.take(.leave, dirk.id, from: origin).standing == .left)
            #expect(try await ground.store.take(.cancel, anna.id, from: origin).standing == .cancelled)
            #expect(try await ground.standing(bo) == .offered)
            #expect(try await ground.store.take(.decline, bo.id, from: origin).standing == .declined)
            #expect(try await ground.standing(cor) == .offered)
            // 48 hours later it is 16:13; a second before the offer still stands.
            try await ground.round(at: Self.now + 48 * Self.hour - 1000)
            #expect(try await ground.standing(cor) == .offered)
            try await ground.round(at: Self.now + 48 * Self.hour)
            #expect(try await ground.standing(cor) == .expired)
            #expect(try await ground.standing(els) == .offered)
            let later = Ground.origin(Self.now + 49 * Self.hour)
            #expect(try await ground.store.take(.accept, els.id, from: later).standing == .registered)
            #expect(try await ground.standings(meeting) == [.cancelled: 1, .declined: 1, .expired: 1, .left: 1, .registered: 1])
            // Who is off the list gets nothing more, and may come again at the end.
            for registration in [anna, bo, cor, dirk] {
                for step in OwnStep.allCases {
                    await #expect(throws: RegistrationStore.Fault.self) { try await ground.store.take(step, registration.id, from: later) }
                }
            }
            let again = try await ground.register("Bo", meeting, at: later.time)
            #expect(again.standing == .waiting && again.id != bo.id && again.number > els.number)
        }
    }

    @Test("D-02: who took an offer and later cancels is off the list, and the place goes on", arguments: TestDatabase.engines)
    func offTheList(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1), origin = Ground.origin()
            let anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting),
                cor = try await ground.register("Cor", meeting)
            try await ground.store.take(.cancel, anna.id, from: origin)
            try await ground.store.take(.accept, bo.id, from: origin)
            try await ground.store.take(.cancel, bo.id, from: origin)
            #expect(try await ground.standing(cor) == .offered)
            try await ground.store.take(.decline, cor.id, from: origin)
            #expect(try await ground.standing(bo) == .cancelled)
            #expect(try await ground.standings(meeting) == [.cancelled: 2, .declined: 1])
            #expect(try await ground.register("Dirk", meeting).standing == .registered)
        }
    }

    @Test("a form that is sent again answers the same and changes nothing", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1), first = try await ground.register("Anna", meeting)
            var draft = try Ground.draft("Anna")
            draft.mail = try MailAddress("ANNA@voorbeeld.nl")
            for _ in 1...8 {
                let outcome = try await ground.store.register([draft], for: meeting, from: Ground.origin())
                #expect(outcome == .already([try #require(try await ground.store.find(first.id))]))
            }
            #expect(try await ground.store.participants(of: meeting).count == 1)
            // The first mail and five again in a day, however often someone presses.
            #expect(try await ground.mails().sorted() == Array(repeating: "anna: Je bent al bekend", count: 5) + ["anna: Je doet mee"])
        }
    }

    @Test(
        "ASVS 2.4.1: from one address on the network so many register in an hour and no more, also when they come together",
        arguments: TestDatabase.engines)
    func many(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(200), most = RegistrationStore.rule.most
            @Sendable func outcome(_ number: Int, _ client: String?, at time: Int64 = Self.now) async throws -> RegistrationOutcome {
                var draft = try Ground.draft("Anna")
                draft.mail = try MailAddress("anna\(number)@voorbeeld.nl")
                return try await ground.store.register([draft], for: meeting, client: client, from: Ground.origin(time))
            }
            let outcomes = try await withThrowingTaskGroup(of: RegistrationOutcome.self) { group in
                for number in 0..<most + 9 { group.addTask { try await outcome(number, "192.0.2.1") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .tooMany } == 9 && outcomes.count { if case .taken = $0 { true } else { false } } == most)
            #expect(try await ground.store.participants(of: meeting).count == most)
            #expect(try await outcome(500, "192.0.2.1") == .tooMany)
            // Others, and who is not counted, are not held up; nor is the same address an hour later.
            for (number, client, time) in [(501, "192.0.2.2", Self.now), (502, nil, Self.now), (503, "192.0.2.1", Self.now + Self.hour + 1)] {
                guard case .taken = try await outcome(number, client, at: time) else {
                    Issue.record("\(number) was held up")
                    continue
                }
            }
        }
    }

    @Test("MTG-24: a second before opening and from closing on nobody comes in", arguments: TestDatabase.engines)
    func clocks(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let opens = Self.now + Self.hour, closes = Self.now + 20 * Self.day
            let meeting = try await ground.meeting(10) { facts in (facts.opensAt, facts.closesAt) = (opens, closes) }
            func shut(_ name: String, _ time: Int64) async throws -> MeetingDoor.Shut? {
                let outcome = try await ground.store.register([try Ground.draft(name)], for: meeting, from: Ground.origin(time))
                if case .shut(let reason) = outcome { return reason }
                return nil
            }
            #expect(try await shut("A", opens - 1000) == .notYetOpen)
            #expect(try await shut("B", opens) == nil)
            #expect(try await shut("C", opens + 1000) == nil)
            #expect(try await shut("D", closes - 1000) == nil)
            #expect(try await shut("E", closes) == .closed)
            #expect(try await shut("F", closes + 1000) == .closed)
            let end = Self.now + 30 * Self.day + 2 * Self.hour
            #expect(try await shut("G", end - 1000) == .closed)
            #expect(try await shut("H", end) == .past)
            #expect(try await shut("I", end + 1000) == .past)
        }
    }

    @Test("cancelling: until the start, and late from closing on", arguments: TestDatabase.engines)
    func late(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(10), starts = Self.now + 30 * Self.day, closes = starts - Self.day
            for (name, time, isLate) in [("A", closes - 1000, false), ("B", closes, true), ("C", starts - 1000, true)] {
                let registration = try await ground.register(name, meeting)
                #expect(try await ground.store.take(.cancel, registration.id, from: Ground.origin(time)).isLate == isLate)
            }
            let last = try await ground.register("D", meeting)
            for time in [starts, starts + 1000] {
                await #expect(throws: RegistrationStore.Fault.over) { try await ground.store.take(.cancel, last.id, from: Ground.origin(time)) }
            }
        }
    }

    @Test("an offer can be taken until a second before its end", arguments: TestDatabase.engines)
    func offerEnd(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            for (offset, isTaken) in [(-1000, true), (0, false), (1000, false)] as [(Int64, Bool)] {
                let meeting = try await ground.meeting(1), anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting)
                try await ground.store.take(.cancel, anna.id, from: Ground.origin())
                let end = try #require(try await ground.store.place(of: bo.id, at: Self.now)?.offerEnd)
                #expect(end == Self.now + 48 * Self.hour)
                let origin = Ground.origin(end + offset)
                if isTaken {
                    #expect(try await ground.store.take(.accept, bo.id, from: origin).standing == .registered)
                } else {
                    await #expect(throws: RegistrationStore.Fault.over) { try await ground.store.take(.accept, bo.id, from: origin) }
                }
            }
        }
    }

    @Test("D-03: a raise goes to who waits, in the same transaction", arguments: TestDatabase.engines)
    func raise(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1)
            for name in ["Anna", "Bo", "Cor", "Dirk"] { try await ground.register(name, meeting) }
            try await ground.store.setPlaces(3, online: nil, of: meeting, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.registered: 1, .offered: 2, .waiting: 1])
            #expect(try await ground.register("Els", meeting).standing == .waiting)
            // The same by way of the form of the meeting.
            var facts = try #require(try await ground.store.door(meeting)).facts
            facts.capacity = 4
            try await ground.meetings.change(meeting, to: facts, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.registered: 1, .offered: 3, .waiting: 1])
            try await ground.store.setPlaces(1, online: nil, of: meeting, from: Ground.origin())
            let anna = try #require(try await ground.store.participants(of: meeting).first)
            try await ground.store.take(.cancel, anna.id, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.cancelled: 1, .offered: 3, .waiting: 1])
        }
    }

    @Test("MTG-22: to another date only when there is a place, in one transaction", arguments: TestDatabase.engines)
    func otherDate(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let first = try await ground.meeting(1), second = try await ground.meeting(1, startsIn: 40 * Self.day)
            let anna = try await ground.register("Anna", first), bo = try await ground.register("Bo", first)
            let other = try await ground.register("Cor", second), origin = Ground.origin()
            #expect(try await ground.store.otherDates(for: anna, at: Self.now).map(\.id) == [second])
            await #expect(throws: RegistrationStore.Fault.full) { try await ground.store.move(anna.id, to: second, from: origin) }
            #expect(try await ground.standing(anna) == .registered)
            try await ground.store.take(.cancel, other.id, from: origin)
            let moved = try await ground.store.move(anna.id, to: second, from: origin)
            #expect(moved.standing == .registered && moved.meeting == second && moved.path == .otherDate && moved.draft.need == "Hoe begin je?")
            #expect(try await ground.standing(anna) == .moved)
            // What came free is offered at once.
            #expect(try await ground.standing(bo) == .offered)
            await #expect(throws: RegistrationStore.Fault.state) { try await ground.store.move(anna.id, to: second, from: origin) }
        }
    }

    @Test("D-09: what is asked later is written by who has a place or waits", arguments: TestDatabase.engines)
    func words(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1), anna = try await ground.register("Anna", meeting)
            let words = RegistrationStore.OwnWords(need: "Hoe houd je vol?", caseText: "Een plein.", extra: "Vega")
            try await ground.store.change(words, of: anna.id, from: Ground.origin())
            let found = try #require(try await ground.store.find(anna.id))
            #expect(found.draft.need == "Hoe houd je vol?" && found.draft.caseText == "Een plein." && found.extra == "Vega")
            #expect(try await ground.store.needs(of: meeting) == [NeedLine(id: anna.id, text: "Hoe houd je vol?")])
            try await ground.store.take(.cancel, anna.id, from: Ground.origin())
            await #expect(throws: RegistrationStore.Fault.state) { try await ground.store.change(words, of: anna.id, from: Ground.origin()) }
            #expect(try await ground.store.needs(of: meeting).isEmpty)
            // No words of people in the journal.
            #expect(try await !ground.people.holds("journal", "vol?"))
            #expect(try await !ground.people.holds("journal", "anna"))
        }
    }
}
