import Areas
import Core
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("Reminders to organisers")
struct MeetingRoundTests {
    @Test("MTG-19: who organises is reminded at 14 days, at 10 days and when it is late, each once, and others are not", arguments: TestDatabase.engines)
    func reminders(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let day = PeopleGround.day, slice = ground.people.slice, origin = ground.origin()
            let part = MeetingPart(areas: Areas.Slice(database: ground.people.database), people: slice)
            for (name, role, scope) in [
                ("Olga", Role.programmeFacilitator, Scope.programme(ground.programme)),
                ("Niek", .circleFacilitator, .thing(kind: "programmaonderdeel", id: ground.network)),
                ("Otto", .programmeFacilitator, .programme(Identifier(at: 1))), ("Ria", .resident, .installation), ("Iva", .adviser, .installation),
            ] {
                let person = try await ground.people.person(name)
                try await slice.persons.grant(role, at: scope, to: person.id, from: origin)
            }
            let meeting = try await ground.add(ground.facts(startsAt: PeopleGround.start + 30 * day)), round = MeetingRound(part)
            func run(_ daysBefore: Int64) async throws -> Int { try await round.run(from: ground.origin(meeting.facts.startsAt - daysBefore * day)) }
            var told: [Int] = []
            for days: Int64 in [20, 14, 13, 10, 9, 6, 5] { told.append(try await run(days)) }
            #expect(told == [0, 1, 0, 1, 0, 1, 0])
            // A meeting that moves is due again.
            try await ground.store.change(meeting.id, to: ground.facts(startsAt: meeting.facts.startsAt + 60 * day), from: origin)
            let again = try await run(14 - 60)
            #expect(again == 1)
            let notices = try await ground.people.database.read { reading in
                try reading.all("SELECT name FROM notice JOIN person ON person.id = notice.person WHERE notice.kind = 'programma-bijeenkomst'") {
                    try $0.string(0)
                }
            }
            #expect(notices.sorted() == ["Niek", "Niek", "Niek", "Niek", "Olga", "Olga", "Olga", "Olga"])
            #expect(try await ground.people.actions().filter { $0 == "meeting.reminded" }.count == 4)
        }
    }
}
