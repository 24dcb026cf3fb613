import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A programme with a group of people who know each other, on a fresh database.
struct IntervisionGround: Sendable {
    let people: PeopleGround
    let part: IntervisionPart
    let group: IntervisionGroup
    /// The first facilitates the group.
    let members: [Person]

    static let start = PeopleGround.start
    static let minute = PeopleGround.minute
    static let migrations = IntervisionPart.migrations + CasesPart.migrations

    static let agreements = IntervisionGroup.Agreements(
        attendance: "Altijd.", confidentiality: "Alles blijft hier.", facilitating: "Om de beurt.", replacement: "Nee.")

    static func with(_ engine: TestDatabase.Engine, count: Int = 4, _ body: (IntervisionGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in try await body(try await IntervisionGround(people, count: count)) }
    }

    init(_ people: PeopleGround, count: Int) async throws {
        let part = IntervisionPart(people: people.slice)
        let names = ["Anke", "Berend", "Chaima", "Dorus", "Evi", "Fenna", "Govert", "Hilde"].prefix(count)
        var members: [Person] = []
        for name in names { members.append(try await people.person(name)) }
        let first = try #require(members.first)
        let programme = try await people.slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: PeopleGround.origin())
        let id = try await part.groups.add(
            name: "Kring Lindenmeer", programme: programme.id, part: nil, agreements: Self.agreements, by: first.id,
            from: PeopleGround.origin(by: first.id))
        for member in members.dropFirst() {
            try await part.groups.invite(member.id, to: id, from: PeopleGround.origin(by: first.id))
            try await part.groups.answer(true, member.id, in: id, from: PeopleGround.origin(by: member.id))
        }
        self.people = people
        self.part = part
        self.members = members
        group = try #require(try await part.groups.find(id))
    }

    var facilitator: Identifier { members[0].id }
    var bringer: Identifier { members[1].id }

    func origin(_ index: Int = 0, at time: Int64 = start) -> Origin { PeopleGround.origin(time, by: members[index].id) }

    /// A session with the second member as bringer, and everyone in it.
    func session(_ method: IntervisionMethod, at time: Int64 = start, noteTaker: Int? = nil) async throws -> Identifier {
        let roles = IntervisionSession.Roles(bringer: bringer, facilitator: facilitator, noteTaker: noteTaker.map { members[$0].id })
        let id = try await part.sessions.plan(
            group, method: method.key, question: "Hoe bereik ik wie nooit komt?", at: time + PeopleGround.day, day: "1-1-2027", roles: roles,
            from: origin(at: time))
        try await move(.openLobby, id, method, at: time)
        for index in members.indices { try await part.sessions.join(members[index].id, id, from: origin(index, at: time)) }
        return id
    }

    func move(_ move: IntervisionSessionStore.Move, _ session: Identifier, _ method: IntervisionMethod, at time: Int64 = start) async throws {
        try await part.sessions.move(move, session, by: method, from: origin(at: time))
    }

    func now(_ session: Identifier) async throws -> IntervisionSession { try #require(try await part.sessions.find(session)) }

    func write(
        _ body: String, _ kind: SessionNote.Kind = .shared, by index: Int, in session: Identifier, step: Int, _ method: IntervisionMethod
    ) async throws {
        try await part.sessions.write(body, kind, by: members[index].id, in: session, step: step, method: method, from: origin(index))
    }

    func bodies(for index: Int, in session: Identifier, _ method: IntervisionMethod) async throws -> [String] {
        try await part.sessions.notes(in: try await now(session), for: members[index].id, method: method).map(\.body)
    }
}
