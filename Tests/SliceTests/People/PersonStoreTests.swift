import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("Persons and their roles")
struct PersonStoreTests {
    private typealias Fault = PersonStore.Fault

    private func origin(_ time: Int64 = PeopleGround.start) -> Origin { PeopleGround.origin(time) }

    @Test("someone who was added is found by name and by mail, whatever its capitals", arguments: TestDatabase.engines)
    func adding(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let persons = people.slice.persons
            let zoë = try await persons.add(name: "Zoë 't Hart", mail: try MailAddress("Zoe.Hart@Voorbeeld.NL"), language: .en, from: origin(5))
            let anna = try await people.person("Anna")
            #expect(zoë.isOpen && zoë.addedAt == 5 && zoë.mail.description == "Zoe.Hart@voorbeeld.nl")
            #expect(try await persons.find(zoë.id) == zoë)
            #expect(try await persons.find(try MailAddress("zoe.HART@voorbeeld.nl")) == zoë)
            #expect(try await persons.find(try MailAddress("zoe@voorbeeld.nl")) == nil)
            #expect(try await persons.find(Identifier(at: 5)) == nil)
            #expect(try await persons.all(withRolesAt: PeopleGround.start).map(\.person) == [anna, zoë])
            #expect(try await people.actions() == ["person.added", "person.added"])
        }
    }

    @Test("a mail address has one person, whatever its capitals", arguments: TestDatabase.engines)
    func taken(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            _ = try await people.person("Anna")
            let before = try await people.rows("person")
            for mail in ["anna@voorbeeld.nl", "ANNA@voorbeeld.nl", "Anna@Voorbeeld.NL"] {
                let address = try MailAddress(mail)
                await #expect(throws: Fault.mailTaken) { try await people.slice.persons.add(name: "Bert", mail: address, from: origin()) }
            }
            #expect(try await people.rows("person") == before)
            #expect(try await people.actions() == ["person.added"])
        }
    }

    @Test("of ten who take one mail address at the same moment one gets it", arguments: TestDatabase.engines)
    func takenTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let mail = try MailAddress("anna@voorbeeld.nl")
            let added = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<10 {
                    let persons = (number % 2 == 0 ? first : second).slice.persons
                    group.addTask {
                        do {
                            try await persons.add(name: "Anna \(number)", mail: mail, from: origin())
                            return true
                        } catch Fault.mailTaken {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(added == 1)
            #expect(try await first.actions() == ["person.added"])
        }
    }

    @Test("a role comes back as it was given, at every kind of place", arguments: TestDatabase.engines)
    func scopes(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let persons = people.slice.persons, anna = try await people.person("Anna")
            let scopes: [Scope] = [
                .installation, .organisation(Identifier(at: 1)), .programme(Identifier(at: 2)), .area(try #require(AreaCode("NL00"))),
                .area(try #require(AreaCode("PV25"))), .area(try #require(AreaCode("GM0301"))), .area(try #require(AreaCode("WK030101"))),
                .area(try #require(AreaCode("BU03010101"))), .thing(kind: "circle", id: Identifier(at: 3)), .thing(kind: "a:b", id: Identifier(at: 4)),
                .thing(kind: "installation", id: Identifier(at: 5)), .thing(kind: "", id: Identifier(at: 6)),
            ]
            var given: [RoleGrant] = []
            for (number, scope) in scopes.enumerated() {
                let time = PeopleGround.start + Int64(number)
                given.append(try await persons.grant(.partner, subRole: "Wijkverpleegkundige", at: scope, to: anna.id, until: time + 9, from: origin(time)))
                #expect(given.last?.start == time && given.last?.end == time + 9 && given.last?.reviewed == time && given.last?.scope == scope)
            }
            #expect(try await persons.grants(of: anna.id) == given)
            for (number, role) in Role.allCases.enumerated() {
                given.append(try await persons.grant(role, at: .installation, to: anna.id, from: origin(PeopleGround.start + 100 + Int64(number))))
            }
            #expect(try await persons.grants(of: anna.id) == given)
            #expect(try await people.actions() == ["person.added"] + Array(repeating: "role.granted", count: given.count))
        }
    }

    @Test("a role that has ended or has not begun does not hold, and one that was ended stays to be seen", arguments: TestDatabase.engines)
    func holding(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let persons = people.slice.persons, anna = try await people.person("Anna"), start = PeopleGround.start
            let endless = try await persons.grant(.resident, at: .installation, to: anna.id, from: origin(start))
            let limited = try await persons.grant(.partner, at: .installation, to: anna.id, until: start + 100, from: origin(start + 1))
            let later = try await persons.grant(.adviser, at: .installation, to: anna.id, from: origin(start + 200))
            func held(at time: Int64) async throws -> [RoleGrant] { try await persons.grants(of: anna.id).filter { $0.holds(at: time) } }
            #expect(try await held(at: start - 1).isEmpty)
            #expect(try await held(at: start) == [endless])
            #expect(try await held(at: start + 1) == [endless, limited])
            #expect(try await held(at: start + 99) == [endless, limited])
            #expect(try await held(at: start + 100) == [endless])
            #expect(try await held(at: start + 199) == [endless])
            #expect(try await held(at: start + 200) == [endless, later])
            // The list of everyone says the same.
            for time in [start - 1, start + 1, start + 100, start + 200] {
                let listed = try await persons.all(withRolesAt: time).map(\.grants), held = try await held(at: time)
                #expect(listed == [held], "\(time)")
            }
            try await persons.end(endless.id, of: anna.id, from: origin(start + 300))
            #expect(try await held(at: start + 299).map(\.id) == [endless.id, later.id])
            #expect(try await held(at: start + 300) == [later])
            #expect(try await persons.grants(of: anna.id).map(\.end) == [start + 300, start + 100, nil])
            #expect(try await people.actions().last == "role.ended")
        }
    }

    @Test("a role has to be looked at after 366 days, that of the functional administrator after 92")
    func review() {
        let start = PeopleGround.start
        for role in Role.allCases {
            let days: Int64 = role == .functionalAdministrator ? 92 : 366
            let grant = RoleGrant(id: Identifier(at: 1), role: role, scope: .installation, start: 0, end: nil, reviewed: start)
            #expect(!grant.isDueForReview(at: start) && !grant.isDueForReview(at: start + days * PeopleGround.day - 1))
            #expect(grant.isDueForReview(at: start + days * PeopleGround.day))
        }
    }

    @Test("nobody unknown or closed gets a role, and nothing is written", arguments: TestDatabase.engines)
    func unknownPerson(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            try await people.close(anna.id)
            #expect(try await people.slice.persons.find(anna.id)?.isOpen == false)
            for id in [anna.id, Identifier(at: 1)] {
                await #expect(throws: Fault.unknownPerson) {
                    try await people.slice.persons.grant(.functionalAdministrator, at: .installation, to: id, from: origin())
                }
            }
            #expect(try await people.rows("role_grant").isEmpty)
            #expect(try await people.actions() == ["person.added"])
        }
    }

    @Test("a role that is not there, is someone else's or has ended cannot be ended, and nothing is written", arguments: TestDatabase.engines)
    func unknownGrant(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let persons = people.slice.persons, anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let start = PeopleGround.start
            let over = try await persons.grant(.resident, at: .installation, to: anna.id, until: start + 10, from: origin())
            let ended = try await persons.grant(.partner, at: .installation, to: anna.id, from: origin())
            try await persons.end(ended.id, of: anna.id, from: origin(start + 20))
            let held = try await persons.grant(.adviser, at: .installation, to: anna.id, from: origin())
            let before = try await people.rows("role_grant"), actions = try await people.actions()
            for (grant, person) in [(over.id, anna.id), (ended.id, anna.id), (held.id, bert.id), (Identifier(at: 1), anna.id), (held.id, Identifier(at: 1))] {
                await #expect(throws: Fault.unknownGrant) { try await persons.end(grant, of: person, from: origin(start + 30)) }
            }
            #expect(try await people.rows("role_grant") == before)
            #expect(try await people.actions() == actions)
        }
    }
}
