import Core
import Foundation
import Mail
import SQL
import TestSupport
import Testing
import Web

@testable import People

@Suite("What people are told")
struct NoticeTests {
    private static let start = PeopleGround.start
    private static let text = NoticeText(
        Localized(nl: "Er is iets nieuws", en: "There is something new"), detail: Localized(nl: "Kijk maar.", en: "Have a look."),
        address: PageAddress("programmas").at("sporen"))

    private func tell(_ ground: PeopleGround, _ kind: NoticeKind, to people: [Identifier], at time: Int64 = start) async throws {
        let notices = ground.slice.notices, origin = PeopleGround.origin(time)
        try await ground.slice.journal.write(from: origin) { transaction in
            try notices.tell(kind, Self.text, to: people, from: origin, in: transaction)
            return ((), Event("test.told", nil))
        }
    }

    private func mails(_ ground: PeopleGround) async throws -> [(kind: String, to: String, subject: String, stop: String?)] {
        try await ground.database.read { reading in
            try reading.all("SELECT kind, recipient, subject, unsubscribe FROM outbox ORDER BY id") {
                (try $0.string(0), try $0.string(1), try $0.string(2), try $0.optionalString(3))
            }
        }
    }

    private func kinds(_ ground: PeopleGround, of person: Identifier) async throws -> [String] {
        try await ground.slice.notices.list(of: person).map(\.kind).reversed()
    }

    @Test("who is told finds it on the site in both languages, and by mail as they chose; who closed the account is not told", arguments: TestDatabase.engines)
    func told(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna"), bert = try await ground.person("Bert"), cas = try await ground.person("Cas")
            try await ground.slice.notices.choose(["vraag": .never], for: bert.id, from: PeopleGround.origin(by: bert.id))
            try await ground.close(cas.id)
            try await tell(ground, PeopleNotice.question.kind, to: [anna.id, bert.id, cas.id, anna.id])
            let entry = try #require(try await ground.slice.notices.list(of: anna.id).first)
            #expect(entry.text == Self.text && entry.readAt == nil && entry.kind == "vraag")
            #expect(try await ground.slice.notices.list(of: bert.id).count == 1)
            #expect(try await ground.slice.notices.list(of: cas.id).isEmpty)
            let sent = try await mails(ground)
            #expect(sent.map(\.to) == ["anna@voorbeeld.nl"] && sent[0].kind == "notice-vraag" && sent[0].subject == "Er is iets nieuws")
            #expect(sent[0].stop?.hasPrefix("https://buurt.example.nl/berichten/uit?sleutel=") == true)
            #expect(try await ground.actions().suffix(2) == ["notices.chosen", "test.told"])
            #expect(try await ground.slice.notices.read(entry.id, of: bert.id, from: PeopleGround.origin()) == 0)
            #expect(try await ground.slice.notices.read(entry.id, of: anna.id, from: PeopleGround.origin()) == 1)
            #expect(try await ground.slice.notices.read(nil, of: anna.id, from: PeopleGround.origin()) == 0)
        }
    }

    @Test("a notice is there if and only if the write it tells about is", arguments: TestDatabase.engines)
    func transaction(engine: TestDatabase.Engine) async throws {
        struct Refusal: Error {}
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna"), notices = ground.slice.notices
            await #expect(throws: Refusal.self) {
                try await ground.database.write { transaction in
                    try notices.tell(PeopleNotice.question.kind, Self.text, to: [anna.id], from: PeopleGround.origin(), in: transaction)
                    throw Refusal()
                }
            }
            #expect(try await notices.list(of: anna.id).isEmpty)
            #expect(try await mails(ground).isEmpty)
        }
    }

    @Test("mail about the safety of an account cannot be off, and has no way to stop it", arguments: TestDatabase.engines)
    func security(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna"), notices = ground.slice.notices
            let all = Dictionary(PeopleNotice.kinds.map { ($0.key, NoticePace.never) }) { $1 }
            try await notices.choose(all, for: anna.id, from: PeopleGround.origin())
            try await notices.stop(.kind("nieuw-apparaat"), for: anna.id, from: PeopleGround.origin())
            let paces = try await notices.paces(of: anna.id)
            for notice in PeopleNotice.allCases { #expect(paces[notice.rawValue] == (notice.kind.isSecurity ? .atOnce : .never), "\(notice)") }
            for kind in PeopleNotice.kinds { try await tell(ground, kind, to: [anna.id]) }
            let sent = try await mails(ground)
            let security: Set = ["notice-beheerders", "notice-nieuw-apparaat", "notice-herstelcode", "notice-manier-van-aanmelden"]
            #expect(Set(sent.map(\.kind)) == security && sent.allSatisfy { $0.stop == nil })
        }
    }

    @Test("roles, organisations and administrators: who is told what, in the transaction of the write", arguments: TestDatabase.engines)
    func people(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let slice = ground.slice, ans = try await ground.person("Ans", .functionalAdministrator), bert = try await ground.person("Bert")
            #expect(try await kinds(ground, of: ans.id) == ["rol-gekregen"])
            let club = try await slice.organisations.add(name: "Buurtclub", kind: .residentsGroup, area: nil, from: PeopleGround.origin())
            let role = try await slice.persons.grant(.partner, at: .organisation(club.id), to: bert.id, from: PeopleGround.origin(Self.start + 1, by: ans.id))
            try await slice.organisations.join(bert.id, club.id, from: PeopleGround.origin(Self.start + 2, by: ans.id))
            try await slice.persons.end(role.id, of: bert.id, from: PeopleGround.origin(Self.start + 3, by: ans.id))
            let told = try await slice.notices.list(of: bert.id)
            #expect(told.map(\.kind) == ["rol-beeindigd", "organisatie", "rol-gekregen"])
            #expect(told[2].text.detail.nl == "Partner in de wijk, voor Buurtclub." && told[2].text.detail.en == "Partner in the neighbourhood, for Buurtclub.")
            #expect(told[1].text.detail.nl == "Je kunt iets doen namens Buurtclub.")
            // The alarm goes to the others who keep the installation running, and names nobody.
            let more = try await slice.persons.grant(.functionalAdministrator, at: .installation, to: bert.id, from: PeopleGround.origin(Self.start + 4))
            #expect(try await kinds(ground, of: ans.id) == ["rol-gekregen", "beheerders"])
            #expect(try await kinds(ground, of: bert.id).last == "rol-gekregen")
            try await slice.persons.end(more.id, of: bert.id, from: PeopleGround.origin(Self.start + 5))
            try await slice.persons.grant(.functionalAdministrator, at: .installation, to: bert.id, from: PeopleGround.origin(Self.start + 6))
            try await slice.persons.erase(bert.id, from: PeopleGround.origin(Self.start + 7, by: ans.id))
            #expect(try await kinds(ground, of: ans.id) == ["rol-gekregen"] + Array(repeating: "beheerders", count: 4))
            #expect(try await slice.notices.list(of: bert.id).isEmpty)
            #expect(try await !ground.holds("notice", "bert"))
            #expect(try await !ground.holds("outbox", "bert"))
        }
    }

    @Test("a sign-in with another device than ever before is told at once; the first ever and a device of before are not", arguments: TestDatabase.engines)
    func devices(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna")
            for (minute, device) in ["Firefox, Windows", "Firefox, Windows", "Safari, iPhone", "Firefox, Windows", "Safari, iPhone", ""].enumerated() {
                let origin = PeopleGround.origin(Self.start + Int64(minute) * PeopleGround.minute, by: anna.id)
                _ = try await ground.slice.sessions.begin(anna.id, proof: .oneFactor, device: device, from: origin)
            }
            let told = try await ground.slice.notices.list(of: anna.id)
            #expect(told.map(\.kind) == ["nieuw-apparaat", "nieuw-apparaat"])
            #expect(told[1].text.detail.nl.hasPrefix("Safari, iPhone, ") && told[0].text.detail.nl.hasPrefix("Onbekend apparaat, "))
            #expect(try await mails(ground).map(\.kind) == ["notice-nieuw-apparaat", "notice-nieuw-apparaat"])
        }
    }

    // MARK: The round

    private static func day(_ text: String, hour: Int64) throws -> Int64 { try #require(DutchDay(text)).start + hour * PeopleGround.hour }

    @Test("all of a day comes in one mail at seven in the morning, Dutch time, and all of a week on Monday; never twice", arguments: TestDatabase.engines)
    func digests(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second in
            let anna = try await first.person("Anna"), bert = try await first.person("Bert")
            // Wednesday 11 November 2026.
            let noon = try Self.day("2026-11-11", hour: 12)
            try await first.slice.notices.choose(["vraag": .daily, "rol-gekregen": .weekly], for: anna.id, from: PeopleGround.origin(noon - 1))
            for minute in 0..<3 {
                try await tell(first, PeopleNotice.question.kind, to: [anna.id], at: noon + Int64(minute) * PeopleGround.minute)
            }
            try await tell(first, PeopleNotice.roleGiven.kind, to: [anna.id], at: noon)
            try await tell(first, PeopleNotice.organisationJoined.kind, to: [bert.id], at: noon)
            // What was read on the site needs no mail.
            try await first.slice.notices.read(nil, of: bert.id, from: PeopleGround.origin(noon + 1))
            func round(_ ground: PeopleGround, _ time: Int64) async throws -> Int { try await ground.slice.noticeRound.run(from: PeopleGround.origin(time)) }
            #expect(try await round(first, noon + 5 * PeopleGround.minute) == 0)
            let seven = try Self.day("2026-11-12", hour: 7)
            #expect(try await round(first, seven - 1) == 0)
            async let here = round(first, seven + 1)
            async let there = round(second, seven + 1)
            let counts = try await [here, there]
            #expect(counts.reduce(0, +) == 1)
            #expect(try await round(second, seven + PeopleGround.hour) == 0)
            let daily = try await mails(first)
            #expect(daily.map(\.kind) == ["digest"] && daily[0].to == "anna@voorbeeld.nl" && daily[0].subject == "3 berichten voor je")
            let monday = try Self.day("2026-11-16", hour: 7)
            #expect(try await round(first, monday - 1) == 0)
            #expect(try await round(first, monday + 1) == 1)
            #expect(try await mails(first).map(\.subject) == ["3 berichten voor je", "1 bericht voor je"])
            #expect(try await first.actions().filter { $0 == "notices.mailed" }.count == 2)
        }
    }

    @Test("twenty people with mail of the day and two nodes at once: one mail each", arguments: TestDatabase.engines)
    func crowd(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second in
            let noon = try Self.day("2026-11-11", hour: 12), seven = try Self.day("2026-11-12", hour: 7)
            for number in 1...20 {
                let person = try await first.person("Mens\(number)")
                try await tell(first, PeopleNotice.organisationJoined.kind, to: [person.id], at: noon)
            }
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for ground in [first, second, first, second] {
                    group.addTask { try await ground.slice.noticeRound.run(from: PeopleGround.origin(seven + 1)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.reduce(0, +) == 20)
            #expect(Set(try await mails(first).map(\.to)).count == 20)
            #expect(try await mails(first).count == 20)
            #expect(try await first.slice.journal.check().fault == nil)
        }
    }

    @Test("the link of an account that is closed stops nothing any more and leaves no event")
    func stopsClosed() async throws {
        try await PeopleGround.with(.sqlite) { ground in
            let anna = try await ground.person("Anna"), notices = ground.slice.notices
            try await notices.choose(["vraag": .daily], for: anna.id, from: PeopleGround.origin())
            try await ground.close(anna.id)
            try await notices.stop(.kind("vraag"), for: anna.id, from: PeopleGround.origin())
            #expect(try await notices.paces(of: anna.id)["vraag"] == .daily)
            #expect(try await !ground.actions().contains("notices.stopped"))
        }
    }

    @Test("who stops with one click gets no more mail of that kind, also not what was waiting; other mail goes on", arguments: TestDatabase.engines)
    func stops(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna"), notices = ground.slice.notices, noon = try Self.day("2026-11-11", hour: 12)
            try await notices.choose(["vraag": .daily], for: anna.id, from: PeopleGround.origin(noon))
            try await tell(ground, PeopleNotice.question.kind, to: [anna.id], at: noon)
            try await tell(ground, PeopleNotice.organisationJoined.kind, to: [anna.id], at: noon)
            let token = notices.unsubscribing.token(anna.id, .kind("vraag"))
            let found = try #require(notices.unsubscribing.open(token, at: noon))
            #expect(found.person == anna.id && found.what == .kind("vraag"))
            for _ in 1...2 { try await notices.stop(found.what, for: found.person, from: PeopleGround.origin(noon, by: anna.id)) }
            #expect(try await notices.paces(of: anna.id)["vraag"] == .never)
            #expect(try await ground.actions().filter { $0 == "notices.stopped" }.count == 1)
            _ = try await ground.slice.noticeRound.run(from: PeopleGround.origin(noon + PeopleGround.day))
            #expect(try await mails(ground).map(\.subject) == ["1 bericht voor je"])
            try await notices.stop(.digest(.daily), for: anna.id, from: PeopleGround.origin(noon))
            let paces = try await notices.paces(of: anna.id)
            #expect(paces["organisatie"] == .never && paces["rol-gekregen"] == .atOnce)
            #expect(notices.unsubscribing.open(token + "x", at: noon) == nil && notices.unsubscribing.open("", at: noon) == nil)
        }
    }

    @Test("a role that ends is told of thirty days before, once; roles to look at once a month to each administrator", arguments: TestDatabase.engines)
    func roles(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second in
            let ans = try await first.person("Ans", .functionalAdministrator), bert = try await first.person("Bert")
            let end = Self.start + 200 * PeopleGround.day
            try await first.slice.persons.grant(.official, at: .installation, to: bert.id, until: end, from: PeopleGround.origin())
            // A role that was given for less than that needs no warning.
            try await first.slice.persons.grant(.adviser, at: .installation, to: bert.id, until: Self.start + PeopleGround.day, from: PeopleGround.origin())
            func round(_ ground: PeopleGround, _ days: Int64) async throws {
                _ = try await ground.slice.noticeRound.run(from: PeopleGround.origin(Self.start + days * PeopleGround.day))
            }
            try await round(first, 0)
            #expect(try await kinds(first, of: bert.id) == ["rol-gekregen", "rol-gekregen"])
            async let here: Void = round(first, 175)
            async let there: Void = round(second, 175)
            _ = try await (here, there)
            try await round(first, 176)
            #expect(try await kinds(first, of: bert.id).filter { $0 == "rol-loopt-af" }.count == 1)
            // The role of Ans was not looked at for more than a quarter: told this month, and again the next.
            #expect(try await kinds(first, of: ans.id).filter { $0 == "rollen-bekijken" }.count == 1)
            try await round(second, 210)
            #expect(try await kinds(first, of: ans.id).filter { $0 == "rollen-bekijken" }.count == 2)
        }
    }

    @Test("what was told goes after a year", arguments: TestDatabase.engines)
    func retention(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let anna = try await ground.person("Anna")
            try await tell(ground, PeopleNotice.question.kind, to: [anna.id])
            func retain(_ days: Int64) async throws -> Int {
                try await ground.slice.retention.run(from: PeopleGround.origin(Self.start + days * PeopleGround.day)).notices
            }
            #expect(try await retain(365) == 0)
            #expect(try await retain(366) == 1)
            #expect(try await ground.slice.notices.list(of: anna.id).isEmpty)
        }
    }

    @Test("the last seven o'clock is that of the Netherlands, in summer and in winter")
    func clock() throws {
        for (now, hour, expected) in [("2026-11-12", 6, "2026-11-11"), ("2026-11-12", 8, "2026-11-12"), ("2026-07-01", 8, "2026-07-01")] {
            #expect(NoticeRound.last(.daily, before: try Self.day(now, hour: Int64(hour))) == (try Self.day(expected, hour: 7)))
        }
        #expect(NoticeRound.last(.weekly, before: try Self.day("2026-11-16", hour: 6)) == (try Self.day("2026-11-09", hour: 7)))
        #expect(NoticeRound.last(.weekly, before: try Self.day("2026-11-18", hour: 6)) == (try Self.day("2026-11-16", hour: 7)))
    }

    @Test("keys of kinds are unique and fit addresses and fields")
    func keys() {
        let keys = PeopleNotice.kinds.map(\.key)
        #expect(Set(keys).count == keys.count && keys.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
    }
}
