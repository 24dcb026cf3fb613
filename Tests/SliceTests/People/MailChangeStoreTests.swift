import Core
import Credentials
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("Another mail address")
struct MailChangeStoreTests {
    private typealias Outcome = MailChangeStore.Outcome

    private static let start = PeopleGround.start
    private static let client = "203.0.113.7"

    private func begin(_ people: PeopleGround, _ mail: String, _ person: Person, at time: Int64 = start) async throws -> String {
        try await people.slice.mailChanges.begin(try MailAddress(mail), for: person, client: Self.client, from: PeopleGround.origin(time, by: person.id))
    }

    private func attempt(_ people: PeopleGround, _ code: String, _ person: Person, at time: Int64 = start) async throws -> Outcome {
        try await people.slice.mailChanges.attempt(code, for: person.id, client: Self.client, from: PeopleGround.origin(time, by: person.id))
    }

    private func wrong(_ code: String) -> String { code == "000000" ? "111111" : "000000" }

    /// Kind, recipient and words of the mails that are no notice of a role, the oldest first.
    private func mails(_ people: PeopleGround) async throws -> [(kind: String, to: String, text: String)] {
        try await people.database.read { reading in
            try reading.all("SELECT kind, recipient, body_text FROM outbox WHERE kind <> 'notice-rol-gekregen' ORDER BY id") {
                (try $0.string(0), try $0.string(1), try $0.string(2))
            }
        }
    }

    private func signIn(_ people: PeopleGround, _ mail: String, at time: Int64 = start) async throws -> SignInStore.Outcome {
        let origin = PeopleGround.origin(time), begun = try await people.slice.signIns.begin(MailAddress(mail), goal: "", client: Self.client, from: origin)
        return try await people.slice.signIns.attempt(begun.id, with: .code(begun.code), client: Self.client, from: origin)
    }

    @Test("ASVS 6.4.3, 6.3.7: a code goes to the new address only; then it signs in, the old one does not, and both are told", arguments: TestDatabase.engines)
    func wholeWay(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let code = try await begin(people, "Anna.Nieuw@voorbeeld.nl", anna)
            var sent = try await mails(people)
            #expect(sent.map(\.to) == ["Anna.Nieuw@voorbeeld.nl"] && sent[0].text.contains(code) && !sent[0].text.contains("Anna"))
            #expect(try await people.slice.persons.find(anna.id)?.mail == anna.mail)
            // A code on its way to the old address must not let anyone in afterwards.
            let open = try await people.slice.signIns.begin(anna.mail, goal: "", client: Self.client, from: PeopleGround.origin())
            #expect(try await attempt(people, " \(code.prefix(3))-\(code.suffix(3))", anna) == .changed)
            #expect(try await people.slice.persons.find(anna.id)?.mail.description == "Anna.Nieuw@voorbeeld.nl")
            #expect(try await people.rows("mail_change").isEmpty)
            sent = try await mails(people)
            let told = ["mail-changed": "anna@voorbeeld.nl", "notice-manier-van-aanmelden": "Anna.Nieuw@voorbeeld.nl"]
            #expect(sent.count == 4 && told.allSatisfy { kind, to in sent.contains { $0.kind == kind && $0.to == to } })
            let old = try #require(sent.first { $0.kind == "mail-changed" })
            #expect(old.to == "anna@voorbeeld.nl" && old.text.contains("Was jij dit niet?") && old.text.contains("https://buurt.example.nl/contact"))
            #expect(!old.text.lowercased().contains("anna.nieuw"))
            let late = try await people.slice.signIns.attempt(open.id, with: .code(open.code), client: Self.client, from: PeopleGround.origin())
            #expect(late == .over)
            #expect(try await signIn(people, "anna.nieuw@voorbeeld.nl") == .accepted(person: anna.id, goal: ""))
            #expect(try await signIn(people, "anna@voorbeeld.nl") == .wrong(left: 4))
            // The code is good once.
            #expect(try await attempt(people, code, anna) == .over)
            #expect(try await people.actions().filter { $0.contains("mail-change") } == ["mail-change.asked", "person.mail-changed"])
            #expect(try await people.slice.journal.lines().allSatisfy { !"\($0)".contains("voorbeeld.nl") })
        }
    }

    @Test("ASVS 6.6.3: after five wrong codes even the right one is over; each is written down", arguments: TestDatabase.engines)
    func tries(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), code = try await begin(people, "nieuw@voorbeeld.nl", anna)
            for left in [4, 3, 2, 1] { #expect(try await attempt(people, wrong(code), anna) == .wrong(left: left)) }
            for typed in [wrong(code), code] { #expect(try await attempt(people, typed, anna) == .over) }
            #expect(try await people.slice.persons.find(anna.id)?.mail == anna.mail)
            let refused = try await people.slice.journal.lines().filter { $0.event.action == "mail-change.refused" }
            #expect(refused.count == 5 && refused.allSatisfy { $0.event.result == .refused && $0.event.details.isEmpty })
            // Asking again starts anew, with another code.
            let next = try await begin(people, "nieuw@voorbeeld.nl", anna)
            if next != code { #expect(try await attempt(people, code, anna) == .wrong(left: 4)) }
            #expect(try await attempt(people, next, anna) == .changed)
        }
    }

    @Test("ASVS 6.5.5: a code works for ten minutes, for one person and one address, and is gone an hour later", arguments: TestDatabase.engines)
    func expiry(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let code = try await begin(people, "nieuw@voorbeeld.nl", anna), other = try await begin(people, "nieuw@voorbeeld.nl", bert)
            if other != code { #expect(try await attempt(people, code, bert) == .wrong(left: 4)) }
            #expect(try await attempt(people, code, anna, at: Self.start + 600_000) == .over)
            #expect(try await attempt(people, other, bert, at: Self.start + 599_999) == .changed)
            #expect(try await people.slice.retention.run(from: PeopleGround.origin(Self.start + 600_000 + PeopleGround.hour)).codes == 0)
            #expect(try await people.slice.retention.run(from: PeopleGround.origin(Self.start + 600_001 + PeopleGround.hour)).codes == 1)
            #expect(try await people.rows("mail_change").isEmpty)
        }
    }

    @Test("ASVS 6.3.8: of an address in use who asks learns nothing: no code is right, its owner gets a mail without one", arguments: TestDatabase.engines)
    func taken(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), bert = try await people.person("Bert"), cas = try await people.person("Cas")
            try await people.close(cas.id)
            for mail in ["BERT@voorbeeld.nl", "cas@voorbeeld.nl"] {
                let code = try await begin(people, mail, anna)
                #expect(try await people.slice.mailChanges.pending(of: anna.id)?.description == mail)
                #expect(try await attempt(people, code, anna) == .wrong(left: 4))
            }
            let sent = try await mails(people)
            #expect(sent.map(\.to) == ["bert@voorbeeld.nl"] && sent[0].kind == "mail-change-taken")
            #expect(sent[0].text.contains("jij hebt al een account met dit adres") && sent[0].text.firstMatch(of: /[0-9]{6}/) == nil)
            #expect(try await people.slice.persons.find(bert.mail)?.id == bert.id)
            // Nor does the file of who asked tell: it has the address either way, and the mail with the code never.
            func file() async throws -> (newMail: Bool, mails: [String]) {
                let text = String(decoding: try #require(try await people.slice.file(of: anna.id)).json, as: UTF8.self)
                return (text.contains("\"newMail\""), text.matches(of: /"kind" : "(mail-change[a-z-]*)"/).map { String($0.1) })
            }
            let whenTaken = try await file()
            _ = try await begin(people, "vrij@voorbeeld.nl", anna)
            let whenFree = try await file()
            #expect(whenTaken.newMail && whenFree.newMail && whenTaken.mails.isEmpty && whenFree.mails.isEmpty)
            let asked = try await people.slice.journal.lines().filter { $0.event.action == "mail-change.asked" }
            #expect(asked.count == 3 && asked.allSatisfy { $0.event.details.isEmpty })
        }
    }

    @Test("an address that someone else got meanwhile is theirs: the right code changes nothing", arguments: TestDatabase.engines)
    func meanwhile(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), code = try await begin(people, "bert@voorbeeld.nl", anna), bert = try await people.person("Bert")
            #expect(try await attempt(people, code, anna) == .taken)
            #expect(try await people.slice.persons.find(anna.id)?.mail == anna.mail)
            #expect(try await people.slice.persons.find(bert.mail)?.id == bert.id)
            #expect(try await attempt(people, code, anna) == .over)
        }
    }

    @Test("ASVS 2.3.4: of two who prove one address at the same moment, on two nodes, one gets it; the other keeps their own", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            for round in 0..<5 {
                let mail = "samen\(round)@voorbeeld.nl", anna = try await first.person("Anna\(round)"), bert = try await first.person("Bert\(round)")
                let codes = [try await begin(first, mail, anna), try await begin(second, mail, bert)]
                async let here = attempt(first, codes[0], anna)
                async let there = attempt(second, codes[1], bert)
                let outcomes = try await [here, there]
                #expect(outcomes.count { $0 == .changed } == 1 && outcomes.count { $0 == .taken } == 1, "\(outcomes)")
                let owner = try #require(try await first.slice.persons.find(MailAddress(mail)))
                #expect(owner.id == (outcomes[0] == .changed ? anna.id : bert.id))
                let other = try #require(try await second.slice.persons.find(owner.id == anna.id ? bert.id : anna.id))
                #expect([anna.mail, bert.mail].contains(other.mail))
            }
            #expect(try await first.rows("mail_change").isEmpty)
            #expect(try await first.actions().count { $0 == "person.mail-changed" } == 5)
        }
    }

    @Test("of ten who type the right code at the same moment, on two nodes, one changes the address", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await first.person("Anna"), code = try await begin(first, "nieuw@voorbeeld.nl", anna)
            let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                for number in 0..<10 { group.addTask { try await attempt(number % 2 == 0 ? first : second, code, anna) } }
                return try await group.reduce(into: [Outcome]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .changed } == 1 && outcomes.count { $0 == .over } == 9)
            #expect(try await mails(first).count { $0.kind == "mail-changed" } == 1)
        }
    }

    @Test("ASVS 6.6.3: ten new addresses in an hour for one person, six codes in an hour to one address, then no more", arguments: TestDatabase.engines)
    func limits(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), bert = try await people.person("Bert")
            var last = ""
            for number in 0..<7 { last = try await begin(people, "nieuw@voorbeeld.nl", anna, at: Self.start + Int64(number)) }
            #expect(try await mails(people).count == 6)
            #expect(try await attempt(people, last, anna) == .wrong(left: 4))
            for number in 0..<3 { _ = try await begin(people, "nieuw\(number)@voorbeeld.nl", anna) }
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await begin(people, "nog@voorbeeld.nl", anna) }
            _ = try await begin(people, "nog@voorbeeld.nl", bert)
            _ = try await begin(people, "nog@voorbeeld.nl", anna, at: Self.start + PeopleGround.hour)
        }
    }

    @Test("where someone is to be found by their address they stay found, and erasing them takes it out there", arguments: TestDatabase.engines)
    func contacts(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), slice = people.slice, origin = PeopleGround.origin()
            let programme = try await slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren"), from: origin)
            let contact = ProgrammeContact.Details(kind: .practical, name: "A.", mail: anna.mail, phone: nil, showsMail: true, showsPhone: false)
            try await slice.programmes.addContact(contact, to: programme.id, from: origin)
            let point = ContactPoint.Details(kind: .content, name: "A.", mail: anna.mail, phone: nil, showsMail: false, showsPhone: false)
            try await slice.contact.addPoint(point, to: Event.Thing("installation", ""), from: origin)
            #expect(try await attempt(people, try await begin(people, "zebedea@voorbeeld.nl", anna), anna) == .changed)
            for table in ["programme_contact", "contact_point"] {
                #expect(try await people.holds(table, "zebedea"), "\(table)")
                #expect(try await !people.holds(table, "anna@"), "\(table)")
            }
            #expect(try await slice.programmes.contacts(withMail: MailAddress("zebedea@voorbeeld.nl")) == ["Kring"])
            _ = try await begin(people, "later@voorbeeld.nl", try #require(try await slice.persons.find(anna.id)))
            let bert = try await people.person("Bert")
            _ = try await begin(people, "Zebedea@voorbeeld.nl", bert)
            try await slice.persons.erase(anna.id, from: PeopleGround.origin(Self.start + 1))
            for table in ["programme_contact", "contact_point", "mail_change", "outbox", "person"] {
                for word in ["zebedea", "anna", "later@"] { #expect(try await !people.holds(table, word), "\(table): \(word)") }
            }
        }
    }

    @Test("a code of who was erased or whose account was closed changes nothing", arguments: TestDatabase.engines)
    func closed(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let code = try await begin(people, "a@voorbeeld.nl", anna), other = try await begin(people, "b@voorbeeld.nl", bert)
            try await people.close(anna.id)
            try await people.slice.persons.erase(bert.id, from: PeopleGround.origin())
            #expect(try await attempt(people, code, anna) == .over)
            #expect(try await attempt(people, other, bert) == .over)
            #expect(try await people.slice.persons.find(anna.id)?.mail == anna.mail)
            #expect(try await !people.holds("person", "b@voorbeeld.nl"))
        }
    }

    @Test("the table of new addresses has no code that could be read", arguments: TestDatabase.engines)
    func unreadable(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let code = try await begin(people, "nieuw@voorbeeld.nl", try await people.person("Anna"))
            #expect(try await people.holds("mail_change", "nieuw@voorbeeld.nl"))
            for table in ["mail_change", "journal", "sign_in_try"] { #expect(try await !people.holds(table, code), "\(table)") }
        }
    }
}
