import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("What people used, asked later")
struct FollowUpStoreTests {
    private typealias Ground = FollowUpGround

    @Test("KWA-07: asked after 13 weeks from nine o'clock, once; who was absent is not, who may have been there is", arguments: TestDatabase.engines)
    func asking(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.registration.meeting(nil)
            let present = try await ground.registration.register("Anna", meeting), absent = try await ground.registration.register("Bram", meeting)
            try await ground.registration.register("Cees", meeting)
            try await ground.attendance(.present, of: present)
            try await ground.attendance(.absent, of: absent)
            #expect(try await ground.round(90) == 0)
            #expect(try await ground.round(91, hour: 8, minute: 59) == 0)
            #expect(try await ground.round(91) == 2)
            #expect(try await ground.round(91, hour: 10) == 0)
            #expect(try await ground.mails().map(\.to) == ["anna", "cees"])
            #expect(try await ground.people.actions().filter { $0 == "follow-up.asked" }.count == 2)
        }
    }

    @Test("KWA-07: asked again after 52 weeks, a day before registration forgets who came; a meeting that was cancelled never", arguments: TestDatabase.engines)
    func year(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.registration.meeting(nil), cancelled = try await ground.registration.meeting(nil)
            try await ground.registration.register("Anna", meeting)
            try await ground.registration.register("Bram", cancelled)
            try await ground.registration.meetings.cancel(cancelled, because: "Ziek", from: ground.origin(Ground.start))
            let before = try Ground.moment(364, hour: 8)
            let forgotten = try await ground.people.database.write { try RegistrationStore.forget(before: before, in: $0) }
            #expect(forgotten == 0)
            #expect(try await ground.round(364) == 1)
            #expect(try await ground.store.asked(.proof(ground.proof("anna")), at: Ground.moment(364)).map(\.term) == [.year])
        }
    }

    @Test("KWA-07: two meetings of one day make one mail and one page", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            for _ in 0..<2 { try await ground.registration.register("Anna", ground.registration.meeting(nil)) }
            #expect(try await ground.round(91) == 1)
            #expect(try await ground.mails().count == 1)
            #expect(try await ground.store.asked(.proof(ground.proof("anna")), at: Ground.moment(91)).count == 2)
        }
    }

    @Test("KWA-07: who said nothing is reminded once after 14 days, who answered is not; both links work", arguments: TestDatabase.engines)
    func reminding(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.registration.meeting(nil)
            for name in ["Anna", "Bram"] { try await ground.registration.register(name, meeting) }
            try await ground.round(91)
            let first = try await ground.proof("anna"), asked = try await ground.store.asked(.proof(first), at: Ground.moment(92))
            let other = try await ground.proof("bram"), id = try #require(try await ground.store.asked(.proof(other), at: Ground.moment(92)).first).id
            try await ground.store.answer([id: FollowUp.Said(used: .no)], .proof(other), from: ground.origin(Ground.moment(92)))
            #expect(try await ground.round(104) == 0)
            #expect(try await ground.round(105) == 1)
            #expect(try await ground.round(106) == 0)
            let mails = try await ground.mails()
            #expect(mails.map(\.to) == ["anna", "bram", "anna"] && mails.last?.subject.hasPrefix("Nog één keer") == true)
            let second = try await ground.proof("anna")
            #expect(second != first)
            #expect(try await ground.store.asked(.proof(second), at: Ground.moment(106)) == asked)
            #expect(try await ground.store.asked(.proof(first), at: Ground.moment(106)) == asked)
        }
    }

    @Test("KWA-07, D-13: reading a link changes nothing; an answer is given once, and not after 30 days", arguments: TestDatabase.engines)
    func answering(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            try await ground.registration.register("Anna", ground.registration.meeting(nil))
            try await ground.round(91)
            let proof = try await ground.proof("anna"), time = try Ground.moment(92), before = try await ground.people.rows("follow_up")
            let one = try #require(try await ground.store.asked(.proof(proof), at: time).first)
            #expect(try await ground.people.rows("follow_up") == before)
            #expect(try await !ground.people.holds("follow_up_proof", proof))
            let said = FollowUp.Said(used: .yes, words: "Het spel", outcome: "Meer buren", hours: 6, sharing: .unnamed)
            await #expect(throws: FollowUpStore.Fault.unknown) {
                try await ground.store.answer([one.id: said], .proof(proof + "x"), from: ground.origin(time))
            }
            try await ground.store.answer([one.id: said], .proof(proof), from: ground.origin(time))
            #expect(try await ground.store.asked(.proof(proof), at: time).first?.said == said)
            await #expect(throws: FollowUpStore.Fault.over) {
                try await ground.store.answer([one.id: FollowUp.Said(used: .no)], .proof(proof), from: ground.origin(time))
            }
            let late = try Ground.moment(121)
            #expect(try await ground.store.asked(.proof(proof), at: late).isEmpty)
            #expect(try await !ground.people.holds("journal", "Meer buren"))
        }
    }

    @Test("KWA-01, KWA-07: silence is unknown and never no; hours are counted of who gave them; words only of who shares", arguments: TestDatabase.engines)
    func results(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.registration.meeting(nil)
            for name in ["Anna", "Bram", "Cees", "Dirk"] { try await ground.registration.register(name, meeting) }
            try await ground.round(91)
            let said: [String: FollowUp.Said] = [
                "anna": FollowUp.Said(used: .yes, words: "Het spel", hours: 6, sharing: .named), "bram": FollowUp.Said(used: .notYet, sharing: .unnamed),
                "cees": FollowUp.Said(used: .yes, words: "Geheim", hours: 4),
            ]
            let time = try Ground.moment(92)
            for (name, one) in said {
                let proof = try await ground.proof(name), id = try #require(try await ground.store.asked(.proof(proof), at: time).first).id
                try await ground.store.answer([id: one], .proof(proof), from: ground.origin(time))
            }
            let result = try #require(try await ground.store.results(of: ground.programme).first)
            #expect(result.count.asked == 4 && result.count.unknown == 1 && result.count.used == [.yes: 2, .notYet: 1])
            #expect(result.count.hours == 10 && result.count.hoursGiven == 2)
            #expect(result.quotes == [FollowUpStore.Quote(words: "Het spel", outcome: "", name: "Anna", person: nil)])
        }
    }

    @Test("KWA-07: who wants no more gets no reminder and no second question", arguments: TestDatabase.engines)
    func stopping(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            try await ground.registration.register("Anna", ground.registration.meeting(nil))
            try await ground.round(91)
            let proof = try await ground.proof("anna")
            #expect(try await !ground.store.isStopped(proof))
            try await ground.store.stop(proof, from: ground.origin(Ground.moment(92)))
            #expect(try await ground.store.isStopped(proof))
            #expect(try await ground.round(105) == 0)
            #expect(try await ground.round(364) == 0)
        }
    }

    @Test("KWA-03, KWA-07: who was in a session of a group is asked, and no mail says which group or what about", arguments: TestDatabase.engines)
    func sessions(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let person = try await ground.people.person("Evi")
            _ = try await ground.session([person.id])
            #expect(try await ground.round(91) == 1)
            let mail = try #require(try await ground.mails().first)
            #expect(mail.to == "evi" && !mail.text.contains("Zwaluw") && !mail.text.contains("zwaluw"))
            // On the site stands a message without the proof.
            let proof = try await ground.proof("evi")
            #expect(try await !ground.people.holds("notice", proof))
            let mine = try await ground.store.asked(.person(person.id), at: Ground.moment(91))
            #expect(mine.map(\.kind) == [.session] && mine.first?.title == "")
            #expect(try await ground.store.results(of: ground.programme).map(\.meeting) == [nil])
        }
    }

    @Test("KWA-03: a person takes along what they said; erasing leaves the number and nothing of them", arguments: TestDatabase.engines)
    func erasing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            try await ground.registration.register("Anna", ground.registration.meeting(nil))
            try await ground.round(91)
            let proof = try await ground.proof("anna"), time = try Ground.moment(92)
            let id = try #require(try await ground.store.asked(.proof(proof), at: time).first).id
            let said = FollowUp.Said(used: .yes, words: "Het spel", outcome: "Meer buren", hours: 3, sharing: .named)
            try await ground.store.answer([id: said], .proof(proof), from: ground.origin(time))
            let records = FollowUpRecords.all(ground.people.slice.installation.key)
            let subject = try PersonalRecords.Subject(person: Identifier(at: 1), mailKey: MailAddress("anna@voorbeeld.nl").key)
            let kept = try await ground.people.database.read { try records.records(subject, $0) }
            #expect(kept.count == 1 && kept.first?.details["outcome"] == "Meer buren" && kept.first?.details["used"] == "ja")
            try await ground.people.database.write { try records.erase(subject, time, $0) }
            for words in ["Het spel", "Meer buren", "anna"] { #expect(try await !ground.people.holds("follow_up", words), "\(words)") }
            let result = try #require(try await ground.store.results(of: ground.programme).first)
            #expect(result.count.used == [.yes: 1] && result.count.hours == 3 && result.quotes.isEmpty)
            #expect(try await ground.people.rows("follow_up_proof").isEmpty)
        }
    }

    @Test("KWA-03: an address goes when it is of no use; after two years nobody is behind the words", arguments: TestDatabase.engines)
    func forgetting(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            try await ground.registration.register("Anna", ground.registration.meeting(nil))
            try await ground.round(91)
            let records = FollowUpRecords.all(ground.people.slice.installation.key), asked = try Ground.moment(91)
            func forget(_ days: Int64) async throws -> Int {
                try await ground.people.database.write { try records.forget(asked + days * Ground.day, $0) }
            }
            #expect(try await forget(30) == 0)
            #expect(try await ground.people.holds("follow_up", "anna@"))
            // The proof, and the address.
            #expect(try await forget(46) == 2)
            #expect(try await !ground.people.holds("follow_up", "anna@"))
            #expect(try await forget(731) == 1)
            #expect(try await forget(732) == 0)
            #expect(try await !ground.people.holds("follow_up", "anna"))
        }
    }
}
