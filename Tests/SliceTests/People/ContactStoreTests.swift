import Core
import Credentials
import Foundation
import Mail
import SQL
import TestSupport
import Testing
import Web

@testable import People

@Suite("Questions")
struct ContactStoreTests {
    private static let now = PeopleGround.start

    private static func draft(_ mail: String = "bo@voorbeeld.nl", _ body: String = "Wanneer?", _ topic: ContactTopic = .content) throws -> ContactDraft {
        ContactDraft(topic: topic, name: "Zebedea Quist", mail: try MailAddress(mail), phone: "026 1234567", subject: "Quist", body: body, language: .nl)
    }

    private static func point(_ kind: ContactPoint.Kind, _ name: String, mail: Bool = true) throws -> ContactPoint {
        let address = mail ? try MailAddress("\(name)@voorbeeld.nl") : nil
        return ContactPoint(
            id: Identifier(at: 1), details: .init(kind: kind, name: name, mail: address, phone: nil, showsMail: false, showsPhone: false))
    }

    private static func place(_ points: [ContactPoint], desk: [ContactPoint] = []) -> ContactPlace {
        ContactPlace(thing: Event.Thing("pilot", "1"), name: "Pilot", page: PageAddress("pilots"), points: points, desk: desk)
    }

    private func send(
        _ ground: PeopleGround, _ draft: ContactDraft, seal: String, at time: Int64 = now, to place: ContactPlace? = nil
    ) async throws -> ContactStore.Sending {
        try await ground.slice.contact.send(draft, about: place ?? Self.place([]), seal: seal, client: "192.0.2.1", from: PeopleGround.origin(time))
    }

    @Test("ORG-06, CON-03, CON-06: whom a question goes to")
    func routing() throws {
        let practical = try Self.point(.practical, "p"), first = try Self.point(.content, "c"), second = try Self.point(.content, "d")
        let silent = try Self.point(.practical, "s", mail: false), desk = try Self.point(.desk, "l")
        let all = Self.place([silent, practical, first, second], desk: [desk])
        #expect(ContactRouting.choose(.practical, at: all, wanted: nil, open: [:]) == practical)
        #expect(ContactRouting.choose(.content, at: all, wanted: nil, open: [:]) == first)
        #expect(ContactRouting.choose(.content, at: all, wanted: nil, open: [first.id: 2, second.id: 1]) == second)
        #expect(ContactRouting.choose(.content, at: all, wanted: practical.id, open: [:]) == practical)
        #expect(ContactRouting.choose(.content, at: all, wanted: Identifier(at: 5), open: [:]) == first)
        #expect(ContactRouting.choose(.practical, at: Self.place([silent, first], desk: [desk]), wanted: nil, open: [:]) == desk)
        #expect(ContactRouting.choose(.practical, at: Self.place([silent], desk: [first, practical]), wanted: nil, open: [:]) == practical)
        #expect(ContactRouting.choose(.practical, at: Self.place([silent]), wanted: silent.id, open: [:]) == nil)
    }

    @Test("the same person sends the same words once; another form goes through; a form goes once", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            guard case .sent(let message) = try await send(ground, try Self.draft(), seal: "a") else {
                Issue.record("not sent")
                return
            }
            #expect(try await send(ground, try Self.draft("BO@voorbeeld.nl", " wanneer?"), seal: "b") == .already(message))
            #expect(try await send(ground, try Self.draft("bo@voorbeeld.nl", "Waar?"), seal: "a") == .used)
            #expect(try await ground.slice.contact.repeats(of: try Self.draft("an@voorbeeld.nl"), at: Self.now) == 1)
            #expect(try await ground.slice.contact.repeats(of: try Self.draft(), at: Self.now) == 0)
            #expect(try await ground.slice.contact.repeats(of: try Self.draft("an@voorbeeld.nl"), at: Self.now + PeopleGround.day) == 0)
            #expect(try await ground.actions() == ["contact.sent"])
        }
    }

    @Test("BIO2 5.18: a question that nobody is named for goes to administrators, and not to one whose account is closed", arguments: TestDatabase.engines)
    func toAdministrators(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            _ = try await ground.person("Anna", .functionalAdministrator)
            let cor = try await ground.person("Cor", .functionalAdministrator)
            try await ground.close(cor.id)
            _ = try await send(ground, try Self.draft(), seal: "a")
            let recipients = try await ground.database.read { reading in
                try reading.all("SELECT recipient FROM outbox WHERE kind = 'contact-question' ORDER BY recipient") { try $0.string(0) }
            }
            #expect(recipients == ["anna@voorbeeld.nl"])
            let found = try await ground.database.read { try PersonStore.administrators(at: Self.now, $0).map(\.name) }
            #expect(found == ["Anna"])
        }
    }

    @Test("one form from two nodes at once is one question with one mail of each kind", arguments: TestDatabase.engines)
    func two(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second in
            async let here = send(first, try Self.draft(), seal: "a")
            async let there = send(second, try Self.draft("bo@voorbeeld.nl", "Iets anders"), seal: "a")
            let both = try await [here, there]
            #expect(both.contains(.used))
            #expect(try await first.rows("contact_message").count == 1)
            #expect(try await first.rows("outbox").count == 1)
            #expect(try await first.actions() == ["contact.sent"])
        }
    }

    @Test("no more than five receipts a day go to one address, whatever is filled in", arguments: TestDatabase.engines)
    func receipts(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            for number in 1...8 { _ = try await send(ground, try Self.draft("slachtoffer@voorbeeld.nl", "Vraag \(number)"), seal: "\(number)") }
            #expect(try await ground.rows("contact_message").count == 8)
            #expect(try await ground.slice.outbox.newest(limit: 100).count == 5)
        }
    }

    @Test("who is erased leaves no trace in questions, whom to ask and mail, also of what they asked without signing in", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let contact = ground.slice.contact, origin = PeopleGround.origin()
            let person = try await ground.slice.persons.add(name: "Zebedea Quist", mail: MailAddress("quist@voorbeeld.nl"), from: origin)
            let desk = try Self.point(.desk, "loket")
            _ = try await send(ground, try Self.draft("Quist@voorbeeld.nl"), seal: "a", to: Self.place([desk]))
            let own = ContactPoint.Details(kind: .desk, name: person.name, mail: person.mail, phone: "026", showsMail: true, showsPhone: true)
            try await contact.addPoint(own, to: Event.Thing("installation", ""), from: origin)
            let file = String(decoding: try #require(try await ground.slice.file(of: person.id)).json, as: UTF8.self)
            #expect(file.contains("\"subject\" : \"Quist\"") && file.contains("Wanneer?"))
            for table in ["contact_message", "contact_point", "outbox"] { #expect(try await ground.holds(table, "quist"), "\(table)") }
            try await ground.slice.persons.erase(person.id, from: PeopleGround.origin(Self.now + 1))
            for table in ["contact_message", "contact_point", "outbox", "journal", "read_line"] {
                #expect(try await !ground.holds(table, "quist"), "\(table)")
            }
        }
    }

    @Test("a question of someone without an account is erased with its mail, and other questions stay", arguments: TestDatabase.engines)
    func eraseOne(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let contact = ground.slice.contact
            _ = try await send(ground, try Self.draft("quist@voorbeeld.nl"), seal: "a", to: Self.place([try Self.point(.desk, "loket")]))
            _ = try await send(ground, try Self.draft("an@voorbeeld.nl", "Iets anders"), seal: "b")
            let message = try #require(try await contact.asked(by: MailAddress("quist@voorbeeld.nl")).first)
            try await contact.erase(message.id, from: PeopleGround.origin())
            #expect(try await !ground.holds("outbox", "quist@"))
            #expect(try await ground.rows("contact_message").count == 1)
            await #expect(throws: ContactStore.Fault.unknown) { try await contact.erase(message.id, from: PeopleGround.origin()) }
        }
    }

    @Test("questions go a year after the answer and two years without one", arguments: TestDatabase.engines)
    func retention(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            _ = try await send(ground, try Self.draft(), seal: "a")
            _ = try await send(ground, try Self.draft("an@voorbeeld.nl", "Open"), seal: "b")
            let answered = try #require(try await ground.slice.contact.asked(by: MailAddress("bo@voorbeeld.nl")).first)
            try await ground.slice.contact.step(.answer, answered.id, from: PeopleGround.origin(Self.now + PeopleGround.day))
            func retain(_ days: Int64) async throws -> Int {
                try await ground.slice.retention.run(from: PeopleGround.origin(Self.now + days * PeopleGround.day)).questions
            }
            #expect(try await retain(365) == 0)
            #expect(try await retain(367) == 1)
            #expect(try await retain(730) == 0)
            #expect(try await retain(731) == 1)
        }
    }

    @Test("what the reach of someone shows is what the policy allows, for every role, place and proof", arguments: TestDatabase.engines)
    func reach(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let programme = Identifier(at: 7), me = try await ground.person("Ineke")
            let things = [
                Event.Thing("installation", ""), Event.Thing("programme", programme.description), Event.Thing("programme", Identifier(at: 8).description),
            ]
            for (number, thing) in (things + [Event.Thing("pilot", "1")]).enumerated() {
                for (other, mail) in ["ineke", "loket"].enumerated() {
                    let point = try Self.point(.content, mail)
                    let place = ContactPlace(thing: thing, name: "x", page: .home, points: [point], desk: [])
                    _ = try await send(ground, try Self.draft("bo@voorbeeld.nl", "\(number) \(other)"), seal: "\(number)\(other)", to: place)
                }
            }
            let everyone = ContactReach(of: .init(person: .init(id: me.id, name: "", organisation: nil), grants: [], proof: .oneFactor))
            #expect(try await ground.slice.contact.list(everyone).count == 4)
            let scopes: [Scope] = [.installation, .programme(programme), .organisation(programme)]
            for role in Role.allCases {
                for scope in scopes {
                    for proof in [Actor.Proof.oneFactor, .twoFactors] {
                        let grant = RoleGrant(id: Identifier(at: 9), role: role, scope: scope, start: 0, end: nil, reviewed: 0)
                        let actor = Actor(person: .init(id: me.id, name: "", organisation: nil), grants: [grant], proof: proof)
                        let seen = Set(try await ground.slice.contact.list(ContactReach(of: actor)).map(\.id))
                        let all = try await ground.slice.contact.asked(by: MailAddress("bo@voorbeeld.nl"))
                        let allowed = all.filter { ContactPolicy.answer(about: $0.thing, assigned: $0.assigned, by: actor).isAllowed }.map(\.id)
                        #expect(seen == Set(allowed), "\(role) \(scope) \(proof)")
                    }
                }
            }
            #expect(ContactPolicy.answer(about: things[0], assigned: nil, by: .visitor) == .signIn(.oneFactor))
        }
    }

    @Test("the promise is the end of the fifth working day, in Dutch time")
    func promise() throws {
        // Monday 2 November 2026, 10:00; Friday 6 November 2026, 23:30; Saturday.
        for (day, hour, expected) in [("2026-11-02", 10, "2026-11-09"), ("2026-11-06", 23, "2026-11-13"), ("2026-11-07", 3, "2026-11-13")] {
            let start = try #require(DutchDay(day)).start + Int64(hour) * PeopleGround.hour
            #expect(ContactTerm.promise(from: start) == (try #require(DutchDay(expected)).end), "\(day)")
        }
    }

    @Test("the little work of a browser is known, and lowers doubt once by a little")
    func work() throws {
        let seal = ContactSeal.field(.first, key: .random(), at: Self.now)
        let answer = try #require((0..<200_000).lazy.map(String.init).first { ContactSeal.isWorked(seal, answer: $0) })
        #expect(!ContactSeal.isWorked(seal + "x", answer: answer) || !ContactSeal.isWorked(seal, answer: answer + "1"))
        #expect(!ContactSeal.isWorked(nil, answer: answer) && !ContactSeal.isWorked(seal, answer: "") && !ContactSeal.isWorked(seal, answer: nil))
        let key = SecretKey.random(), shown = ContactSeal(ContactSeal.field(.first, key: key, at: Self.now), key: key, at: Self.now)
        func judge(_ points: Int, _ isWorked: Bool) -> ContactJudgement {
            .judge([.links: points], seal: shown, isMeant: false, isWorked: isWorked, at: Self.now + 5000)
        }
        #expect(judge(3, false) == .send(doubts: []) && judge(4, false) == .doubtful([.links]) && judge(5, true) == .send(doubts: []))
        #expect(judge(6, true) == .doubtful([.links]) && judge(12, true) == .advertising([.links]))
        #expect(ContactJudgement.judge([:], seal: nil, isMeant: true, isWorked: true, at: Self.now) == .again)
    }
}
