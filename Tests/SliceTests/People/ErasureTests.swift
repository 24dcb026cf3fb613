import Core
import Credentials
import Foundation
import Mail
import SQL
import TestSupport
import Testing
import Transfer
import Web

@testable import People

@Suite("Leaving")
struct ErasureTests {
    /// Every table that a migration of the slice makes.
    private static let tables = [
        "person", "organisation", "organisation_page", "organisation_product", "organisation_platform", "membership", "role_grant", "sign_in", "second_factor",
        "session", "sign_in_try", "journal", "journal_head", "read_line",
        "outbox", "installation", "programme", "programme_part", "programme_goal", "programme_organisation", "programme_contact",
        "installation_setting", "person_password", "contact_point", "contact_message", "notice", "notice_choice", "notice_once", "attachment",
        "attachment_thumbnail", "profile", "term", "labelling", "accessibility_statement", "accessibility_barrier",
        "person_identity", "openid_flow", "mail_change",
    ]

    /// Someone with something in every table that can hold it.
    private func someone(_ people: PeopleGround) async throws -> (person: Person, secret: String) {
        let slice = people.slice, origin = PeopleGround.origin()
        let person = try await slice.persons.add(name: "Zebedea Quist", mail: MailAddress("zebedea.quist@voorbeeld.nl"), from: origin)
        try await slice.persons.grant(.neighbourhoodProfessional, subRole: "Quistmeester", at: .installation, to: person.id, from: origin)
        try await slice.persons.grant(.resident, at: .installation, to: person.id, until: nil, from: PeopleGround.origin(PeopleGround.start + 5, by: person.id))
        let club = try await slice.organisations.add(name: "Buurtclub", kind: .residentsGroup, area: nil, from: origin)
        _ = try await slice.organisations.join(person.id, club.id, from: origin)
        _ = try await slice.signIns.begin(person.mail, goal: "", client: "192.0.2.77", from: origin)
        let own = PeopleGround.origin(by: person.id)
        let session = try await slice.sessions.begin(person.id, proof: .oneFactor, device: "Quistbrowser", from: own)
        let app = try #require(try await slice.secondFactors.proposal(for: person.id, at: PeopleGround.start))
        _ = try await slice.secondFactors.confirm(app.code(counter: app.counter(at: PeopleGround.start)), for: person.id, from: own)
        _ = try await slice.passwords.set("vier lange koele zwaluwen", current: nil, of: person, context: [], client: "192.0.2.77", from: own)
        _ = try await slice.mailChanges.begin(MailAddress("z.quist@voorbeeld.nl"), for: person, client: "192.0.2.77", from: own)
        let programme = try await slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren"), from: origin)
        for mail in [person.mail, nil] {
            let contact = ProgrammeContact.Details(kind: .practical, name: person.name, mail: mail, phone: "026 1234567", showsMail: true, showsPhone: true)
            try await slice.programmes.addContact(contact, to: programme.id, from: origin)
        }
        try await slice.readLog.note(.administration, "people.people", of: [person.id], trace: TraceContext(header: nil), from: origin)
        return (person, session.secret)
    }

    @Test("the list of tables is that of the migrations", arguments: TestDatabase.engines)
    func complete(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let query: Query =
                engine == .sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name"
            let names = try await people.database.read { reading in try reading.all(query) { try $0.string(0) } }
            #expect(Set(names.filter { !$0.contains("migration") && !$0.hasPrefix("sqlite_") }) == Set(Self.tables))
        }
    }

    @Test("erasing someone leaves no trace of name, address, words or device in any table, and their session is gone", arguments: TestDatabase.engines)
    func erase(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (person, secret) = try await someone(people)
            for table in ["person", "outbox", "programme_contact", "mail_change"] {
                for word in table == "mail_change" ? ["quist"] : ["zebedea", "quist"] { #expect(try await people.holds(table, word), "\(word) in \(table)") }
            }
            #expect(try await people.slice.sessions.visit(secret, at: PeopleGround.start) != nil)
            try await people.slice.persons.erase(person.id, from: PeopleGround.origin(PeopleGround.start + 10))
            for table in Self.tables { for word in ["zebedea", "quist"] { #expect(try await !people.holds(table, word), "\(word) in \(table)") } }
            #expect(try await people.slice.sessions.visit(secret, at: PeopleGround.start + 11) == nil)
            #expect(try await people.slice.persons.find(person.mail) == nil)
            #expect(try await people.slice.persons.grants(of: person.id).allSatisfy { !$0.holds(at: PeopleGround.start + 10) })
            #expect(try await people.slice.secondFactors.state(of: person.id) == .none)
            #expect(try await people.slice.organisations.memberships(of: person.id).allSatisfy { !$0.holds(at: PeopleGround.start + 10) })
            // The chain stands, and the last event says it.
            #expect(try await people.actions().last == "person.erased")
            // The address is free for someone else.
            let again = try await people.slice.persons.add(name: "Q", mail: person.mail, from: PeopleGround.origin(PeopleGround.start + 20))
            #expect(again.id != person.id)
        }
    }

    @Test("who is not known cannot be erased, and another person stays as they were", arguments: TestDatabase.engines)
    func others(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let bert = try await people.person("Bert", .official)
            await #expect(throws: PersonStore.Fault.unknownPerson) { try await people.slice.persons.erase(Identifier(at: 1), from: PeopleGround.origin()) }
            let (person, _) = try await someone(people)
            try await people.slice.persons.erase(person.id, from: PeopleGround.origin(PeopleGround.start + 10))
            #expect(try await people.slice.persons.find(bert.id) == bert)
            #expect(try await people.slice.persons.grants(of: bert.id).count == 1)
        }
    }

    @Test("the file of someone has all that is kept of them and nothing of others, and reads the same each time", arguments: TestDatabase.engines)
    func file(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let bert = try await people.person("Bert", .official)
            let (person, secret) = try await someone(people)
            let file = try #require(try await people.slice.file(of: person.id))
            let text = String(decoding: try file.json, as: UTF8.self)
            let words = [
                "Zebedea Quist", "zebedea.quist@voorbeeld.nl", "z.quist@voorbeeld.nl", "Quistmeester", "Buurtclub", "Quistbrowser", "sign-in", "person.added",
            ]
            for word in words + ["mensen-en-rollen"] {
                #expect(text.contains(word), "\(word)")
            }
            #expect(!text.contains("Bert") && !text.contains(bert.id.description) && !text.contains(secret) && !text.contains("scrypt"))
            #expect(
                file.secondFactor && file.sessions.count == 1 && file.roles.count == 2 && file.passwordSince != nil && file.readings.count == 1)
            // A code, two roles, a second step and a password; the organisation comes with the mail of a day.
            #expect(file.messages.count == 5 && file.notices.count == 5 && file.mailPace["organisatie"] == "dag")
            #expect(try await people.slice.file(of: person.id)?.json == file.json)
            for language in Language.allCases {
                let archive = try Archive(PersonArchive(file, site: "Buurt & wijk", language: language).bytes, limit: 1 << 24)
                #expect(try archive.part("gegevens.json") == file.json)
                let page = String(decoding: try archive.part("lees-mij.html"), as: UTF8.self)
                for word in words.dropLast(2) + ["Buurt &amp; wijk", language == .nl ? "Iemand toegevoegd" : "Someone added"] {
                    #expect(page.contains(word), "\(word)")
                }
            }
            // Every field has a name in both languages; details of events are named by what they are.
            func names(_ fields: [Field]) -> Set<String> {
                fields.reduce(into: []) { found, field in
                    found.insert(field.name)
                    if field.name != "details" && field.name != "mailPace" { found.formUnion(names(below(field.value))) }
                }
            }
            func below(_ value: Field.Value) -> [Field] {
                switch value {
                case .text: []
                case .list(let items): items.flatMap(below)
                case .record(let fields): fields
                }
            }
            #expect(names(Field.all(of: file)).subtracting(PersonFileWords.fields.keys) == [])
            #expect(try await people.slice.file(of: Identifier(at: 1)) == nil)
        }
    }
}
