import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("What time does to registration")
struct RegistrationRoundTests {
    private typealias Ground = RegistrationGround
    private static let now = RegistrationGround.start
    private static let minute = RegistrationGround.minute, hour = RegistrationGround.hour, day = RegistrationGround.day

    @Test("D-02: an offer that ends goes to the next, and each is told once", arguments: TestDatabase.engines)
    func expiry(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1)
            let anna = try await ground.register("Anna", meeting)
            for name in ["Bo", "Cor"] { try await ground.register(name, meeting) }
            try await ground.store.take(.cancel, anna.id, from: Ground.origin(Self.now + 1))
            try await ground.round(at: Self.now + 2)
            let end = Self.now + 1 + 48 * Self.hour
            for time in [end, end, end + Self.minute] { try await ground.round(at: time) }
            #expect(try await ground.standings(meeting) == [.cancelled: 1, .expired: 1, .offered: 1])
            let told = try await ground.mails().dropFirst(3)
            #expect(
                told.sorted() == ["anna: Je bent afgemeld", "bo: Er is een plek voor je", "bo: Je plek is voorbij", "cor: Er is een plek voor je"])
        }
    }

    @Test("two nodes that make a round at once do everything once", arguments: TestDatabase.engines)
    func twoNodes(engine: TestDatabase.Engine) async throws {
        try await Ground.withTwo(engine) { first, second in
            let meeting = try await first.meeting(1), anna = try await first.register("Anna", meeting)
            for name in ["Bo", "Cor"] { try await first.register(name, meeting) }
            try await first.store.take(.cancel, anna.id, from: Ground.origin())
            async let here = first.round(at: Self.now + 48 * Self.hour)
            async let there = second.round(at: Self.now + 48 * Self.hour)
            let made = try await here + there
            // Cancelled, expired and offered; the offer of Bo was over before it could be mailed.
            #expect(made == 3)
            #expect(try await first.standings(meeting) == [.cancelled: 1, .expired: 1, .offered: 1])
            #expect(try await first.people.slice.journal.check().fault == nil)
        }
    }

    @Test("under two hours to closing who waits is told once, and a free place is for who is first", arguments: TestDatabase.engines)
    func lastHours(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let closing = Self.now + 29 * Self.day, meeting = try await ground.meeting(1)
            let anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting),
                cor = try await ground.register("Cor", meeting)
            try await ground.round(at: closing - 2 * Self.hour)
            #expect(try await ground.mails().count == 3)
            for time in [closing - 2 * Self.hour + 1000, closing - Self.hour] { try await ground.round(at: time) }
            #expect(try await ground.mails().dropFirst(3).sorted() == ["bo: De laatste uren", "cor: De laatste uren"])
            try await ground.store.take(.cancel, anna.id, from: Ground.origin(closing - Self.hour))
            #expect(try await ground.standing(bo) == .waiting)
            #expect(try await ground.store.place(of: cor.id, at: closing - Self.hour)?.canTake == true)
            #expect(try await ground.store.take(.take, cor.id, from: Ground.origin(closing - Self.hour)).standing == .registered)
            await #expect(throws: RegistrationStore.Fault.full) { try await ground.store.take(.take, bo.id, from: Ground.origin(closing - Self.hour)) }
            for time in [closing, closing + Self.minute] { try await ground.round(at: time) }
            #expect(try await ground.mails().filter { $0.hasSuffix("Geen plek meer") } == ["bo: Geen plek meer"])
        }
    }

    @Test("closing ends all offers", arguments: TestDatabase.engines)
    func closing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let closing = Self.now + 29 * Self.day, meeting = try await ground.meeting(1)
            let anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting)
            try await ground.store.take(.cancel, anna.id, from: Ground.origin(closing - 3 * Self.hour))
            #expect(try await ground.standing(bo) == .offered)
            var facts = try #require(try await ground.store.door(meeting)).facts
            facts.closesAt = closing - 2 * Self.hour
            try await ground.meetings.change(meeting, to: facts, from: Ground.origin(closing - 3 * Self.hour))
            try await ground.round(at: closing - 2 * Self.hour - 1000)
            #expect(try await ground.standing(bo) == .offered)
            try await ground.round(at: closing - 2 * Self.hour)
            #expect(try await ground.standing(bo) == .expired)
        }
    }

    @Test("D-06: kept places come free at their date and are offered in order", arguments: TestDatabase.engines)
    func reserved(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(2), until = Self.now + 5 * Self.day
            try await ground.store.reserve(.role(.resident), 1, until: until, of: meeting, from: Ground.origin())
            #expect(try await ground.store.counts([meeting], at: Self.now)[meeting] == Places(Places.Pool(used: 1, waiting: 0)))
            #expect(try await ground.register("Anna", meeting).standing == .registered)
            let bo = try await ground.register("Bo", meeting)
            #expect(bo.standing == .waiting)
            try await ground.round(at: until - 1000)
            #expect(try await ground.standing(bo) == .waiting)
            try await ground.round(at: until)
            #expect(try await ground.standing(bo) == .offered)
        }
    }

    @Test("D-04: from 72 hours before closing the first that fits comes in", arguments: TestDatabase.engines)
    func firstThatFits(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let closing = Self.now + 29 * Self.day, meeting = try await ground.meeting(3)
            try await ground.register("Anna", meeting)
            let group = try ["Bo", "Cor", "Dirk"].map { try Ground.draft($0) }
            guard case .taken(let members) = try await ground.store.register(group, for: meeting, by: .group, from: Ground.origin()) else {
                Issue.record("not taken")
                return
            }
            let els = try await ground.register("Els", meeting)
            #expect(members.allSatisfy { $0.standing == .waiting } && els.standing == .waiting)
            try await ground.round(at: closing - 72 * Self.hour - 1000)
            #expect(try await ground.standing(els) == .waiting)
            try await ground.round(at: closing - 72 * Self.hour)
            #expect(try await ground.standing(els) == .offered)
            #expect(try await ground.standings(meeting) == [.registered: 1, .waiting: 3, .offered: 1])
        }
    }

    @Test("a reminder goes out once, a day before, to who registered before that day", arguments: TestDatabase.engines)
    func reminder(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let starts = Self.now + 30 * Self.day, meeting = try await ground.meeting(10) { $0.closesAt = $0.startsAt }
            try await ground.register("Anna", meeting)
            try await ground.round(at: starts - Self.day - 1000)
            #expect(try await ground.mails() == ["anna: Je doet mee"])
            try await ground.register("Bo", meeting, at: starts - Self.hour * 20)
            for time in [starts - Self.hour * 19, starts - Self.hour] { try await ground.round(at: time) }
            #expect(try await ground.mails() == ["anna: Je doet mee", "bo: Je doet mee", "anna: Bijna zover"])
        }
    }

    @Test("D-37, MTG-19: a move and a definitive programme of one day are one mail; a cancellation is told to all, once", arguments: TestDatabase.engines)
    func changes(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1)
            try await ground.register("Anna", meeting)
            let bo = try await ground.register("Bo", meeting)
            var facts = try #require(try await ground.store.door(meeting)).facts
            (facts.startsAt, facts.endsAt, facts.closesAt) = (facts.startsAt + Self.hour, facts.endsAt + Self.hour, nil)
            try await ground.meetings.change(meeting, to: facts, reason: "De zaal is dicht.", from: Ground.origin(Self.now + Self.minute))
            facts.place = "Kerkplein 2"
            try await ground.meetings.change(meeting, to: facts, reason: "Een grotere zaal.", from: Ground.origin(Self.now + 2 * Self.minute))
            try await ground.round(at: Self.now + 3 * Self.minute)
            #expect(try await ground.mails().count == 2)
            for _ in 1...2 { try await ground.round(at: Self.now + 12 * Self.minute) }
            #expect(try await ground.mails().dropFirst(2).sorted() == ["anna: Er verandert iets", "bo: Er verandert iets"])
            #expect(try await ground.standings(meeting) == [.registered: 1, .waiting: 1])
            // Another change of the same day waits for the next.
            facts.place = "Kerkplein 4"
            try await ground.meetings.change(meeting, to: facts, from: Ground.origin(Self.now + Self.hour))
            try await ground.round(at: Self.now + 2 * Self.hour)
            #expect(try await ground.mails().count == 4)
            try await ground.round(at: Self.now + Self.day)
            #expect(try await ground.mails().count == 6)
            try await ground.meetings.cancel(meeting, because: "De spreker is ziek.", from: Ground.origin(Self.now + Self.day))
            for _ in 1...2 { try await ground.round(at: Self.now + Self.day + Self.minute) }
            #expect(try await ground.mails().dropFirst(6).sorted() == ["anna: Gaat niet door", "bo: Gaat niet door"])
            #expect(try await ground.people.holds("outbox", "De spreker is ziek."))
            await #expect(throws: RegistrationStore.Fault.self) { try await ground.store.take(.accept, bo.id, from: Ground.origin(Self.now + Self.day)) }
        }
    }

    @Test("erased and past their term people leave nothing of themselves, and their place comes free", arguments: TestDatabase.engines)
    func forgetting(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1)
            try await ground.register("Quist", meeting)
            let bo = try await ground.register("Bo", meeting), records = RegistrationRecords.all(ground.people.slice.installation.key)
            let quist = PersonalRecords.Subject(person: Identifier(at: 1), mailKey: try MailAddress("Quist@voorbeeld.nl").key)
            let kept = try await ground.people.database.read { try records.records(quist, $0) }
            #expect(kept.map { $0.details["meeting"] } == ["Wijkprofielen"])
            try await ground.people.database.write { try records.erase(quist, Self.now + 1, $0) }
            #expect(try await !ground.people.holds("registration", "quist"))
            try await ground.round(at: Self.now + Self.minute)
            #expect(try await ground.standing(bo) == .offered)
            let end = Self.now + 30 * Self.day + 2 * Self.hour
            func forgotten(_ time: Int64) async throws -> Int { try await ground.people.database.write { try records.forget(time, $0) } }
            #expect(try await forgotten(end + 365 * Self.day) == 0)
            #expect(try await forgotten(end + 365 * Self.day + 1) == 1)
            #expect(try await !ground.people.holds("registration", "bo@voorbeeld.nl"))
        }
    }
}
