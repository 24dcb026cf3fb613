import Core
import People
import SQL
import TestSupport
import Testing

@Suite("Review of roles")
struct RoleReviewTests {
    private static let day: Int64 = 86_400_000

    private func origin(_ day: Int64) -> Origin { PeopleInDatabase.origin(day * Self.day) }

    @Test("a role is due a year after it was looked at, that of the functional administrator after a quarter", arguments: TestDatabase.engines)
    func due(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let review = RoleReview(people.database, journal: people.journal)
            let anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let area = Scope.area(try #require(AreaCode("GM0222")))
            let official = try await people.persons.grant(.official, at: area, to: anna.id, from: origin(1))
            let keeper = try await people.persons.grant(.functionalAdministrator, at: .installation, to: bert.id, from: origin(2))
            let partner = try await people.persons.grant(
                .neighbourhoodProfessional, subRole: "Sporttrainer", at: area, to: bert.id, until: 200 * Self.day, from: origin(3))
            func due(_ day: Int64) async throws -> [RoleGrant] { try await review.due(at: day * Self.day).map(\.grant) }
            #expect(try await due(93) == [])
            #expect(try await due(94) == [keeper])
            #expect(try await due(366) == [keeper])
            // The one of the partner has ended by then.
            #expect(try await due(369) == [official, keeper])
            #expect(try await review.due(at: 400 * Self.day).map(\.name) == ["Anna", "Bert"])

            try await review.review(official.id, of: anna.id, from: origin(369))
            #expect(try await due(369) == [keeper])
            #expect(try await due(369 + 366).map(\.id) == [keeper.id, official.id])
            #expect(try await people.persons.grants(of: anna.id).map(\.reviewed) == [369 * Self.day])
            for (grant, person) in [(partner.id, bert.id), (official.id, bert.id), (Identifier(at: 1), anna.id)] {
                await #expect(throws: RoleReview.Fault.unknownGrant) { try await review.review(grant, of: person, from: origin(370)) }
            }
            let line = try #require(try await people.journal.lines(limit: 1).first)
            #expect(line.event == Event("role.reviewed", Event.Thing("person", anna.id.description), details: ["grant": official.id.description]))
            #expect(try await people.actions().count == 6)
        }
    }

    @Test("roles of a closed account are not looked at", arguments: TestDatabase.engines)
    func closed(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let anna = try await people.person("Anna")
            let grant = try await people.persons.grant(.official, at: .installation, to: anna.id, from: origin(1))
            let review = RoleReview(people.database, journal: people.journal)
            #expect(try await review.due(at: 400 * Self.day).map(\.grant) == [grant])
            try await people.database.write { _ = try $0.execute("UPDATE person SET closed_at = 5 WHERE id = \(anna.id.description)") }
            #expect(try await review.due(at: 400 * Self.day).isEmpty)
        }
    }
}
