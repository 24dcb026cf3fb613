import Core
import People
import SQL
import TestSupport
import Testing

@Suite("Memberships")
struct MembershipTests {
    private typealias Fault = OrganisationStore.Fault

    private func origin(_ time: Int64) -> Origin { PeopleInDatabase.origin(time) }

    @Test("ORG-21: who belonged to an organisation is no longer linked to it, and who will is not yet", arguments: TestDatabase.engines)
    func links(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let organisations = ground.slice.organisations, now = PeopleGround.start, day = PeopleGround.day
            let club = try await organisations.add(name: "De Wijkmakers", kind: .advisoryFirm, from: PeopleGround.origin())
            let anna = try await ground.person("Anna"), bo = try await ground.person("Bo"), cor = try await ground.person("Cor")
            try await organisations.join(anna.id, club.id, since: now - day, from: PeopleGround.origin())
            try await organisations.join(bo.id, club.id, since: now - 2 * day, until: now - day, from: PeopleGround.origin())
            try await organisations.join(cor.id, club.id, since: now + day, from: PeopleGround.origin())
            let linked = try await ground.slice.linkSource.links().filter { $0.relation == .belongsTo }.map(\.from.key)
            #expect(linked == [anna.id.description])
        }
    }

    @Test("ORG-03: someone belongs to an organisation from when to when, and can come back", arguments: TestDatabase.engines)
    func joining(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let firm = try await organisations.add(name: "De Wijkmakers", kind: .advisoryFirm, from: origin(1000))
            let first = try await organisations.join(anna.id, firm.id, from: origin(2000))
            #expect((first.start, first.end, first.holds(at: 1999), first.holds(at: 2000), first.holds(at: .max - 1)) == (2000, nil, false, true, true))
            await #expect(throws: Fault.memberAlready) { try await organisations.join(anna.id, firm.id, from: origin(2500)) }
            let other = try await organisations.join(bert.id, firm.id, until: 2600, from: origin(2100))
            await #expect(throws: Fault.unknownMembership) { try await organisations.leave(first.id, of: bert.id, from: origin(3000)) }
            try await organisations.leave(first.id, of: anna.id, from: origin(3000))
            await #expect(throws: Fault.unknownMembership) { try await organisations.leave(first.id, of: anna.id, from: origin(3100)) }
            await #expect(throws: Fault.unknownMembership) { try await organisations.leave(other.id, of: bert.id, from: origin(3100)) }
            let second = try await organisations.join(anna.id, firm.id, from: origin(4000))
            let found = try await organisations.memberships(of: anna.id)
            #expect(found == [Membership(id: first.id, person: anna.id, organisation: firm.id, start: 2000, end: 3000), second])
            #expect(found.map { $0.holds(at: 3000) } == [false, false])
            #expect(try await organisations.members(of: firm.id).map(\.person) == [anna.id, bert.id, anna.id])
            let events = ["membership.started", "membership.started", "membership.ended", "membership.started"]
            #expect(try await Array(people.actions().dropFirst(3)) == events)
        }
    }

    @Test("nobody joins what is not there, or has ended; and no one unknown joins", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let organisations = people.organisations
            let anna = try await people.person("Anna")
            let (old, new) = (try #require(AreaCode("GM0501")), try #require(AreaCode("GM1992")))
            try await organisations.settle([MunicipalityListTests.country(2022, [old: "Brielle"])], from: origin(1000))
            let brielle = try #require(try await organisations.governing(old))
            let membership = try await organisations.join(anna.id, brielle.id, from: origin(1100))
            try await organisations.settle([MunicipalityListTests.country(2023, [new: "Voorne aan Zee"])], from: origin(1200))
            await #expect(throws: Fault.unknownOrganisation) { try await organisations.join(anna.id, brielle.id, from: origin(1300)) }
            await #expect(throws: Fault.unknownOrganisation) { try await organisations.join(anna.id, Identifier(at: 1), from: origin(1300)) }
            let voorne = try #require(try await organisations.governing(new))
            await #expect(throws: Fault.unknownPerson) { try await organisations.join(Identifier(at: 1), voorne.id, from: origin(1300)) }
            // The merger took no one's membership away.
            #expect(try await organisations.memberships(of: anna.id) == [membership])
        }
    }

    @Test("ASVS 2.3.4: the same member added ten times at once is added once", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.withTwo(engine) { first, second in
            let anna = try await first.person("Anna")
            let firm = try await first.organisations.add(name: "De Wijkmakers", kind: .advisoryFirm, from: origin(1000))
            let added = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<10 {
                    let organisations = number % 2 == 0 ? first.organisations : second.organisations
                    group.addTask { (try? await organisations.join(anna.id, firm.id, from: PeopleInDatabase.origin(2000))) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(added == 1)
            #expect(try await first.organisations.memberships(of: anna.id).count == 1)
            #expect(try await first.actions().count { $0 == "membership.started" } == 1)
        }
    }
}
