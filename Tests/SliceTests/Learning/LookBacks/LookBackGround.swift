import Areas
import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A meeting of one talk and two groups that is over, with an organiser and a leader of each group.
struct LookBackGround: Sendable {
    let people: PeopleGround
    let part: LookBacksPart
    let programme: Identifier
    let meeting: Meeting
    let organiser: Person
    let leaders: [Person]
    let groups: [Identifier]
    let item: Identifier

    var store: LookBackStore { part.store }

    static let migrations = MeetingPart.migrations + IntervisionPart.migrations + CasesPart.migrations + LookBacksPart.migrations
    /// Thursday 12 November 2026, 14.00 to 16.00 in the Netherlands.
    static let startsAt: Int64 = 1_794_488_400_000
    static let endsAt = startsAt + 2 * PeopleGround.hour

    static func with(_ engine: TestDatabase.Engine, _ body: (LookBackGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in try await body(LookBackGround(people)) }
    }

    init(_ people: PeopleGround) async throws {
        self.people = people
        let slice = people.slice, origin = PeopleGround.origin()
        let meetings = MeetingPart(areas: Areas.Slice(database: people.database), people: slice), store = meetings.store
        part = LookBacksPart(people: slice, meetings: meetings, intervision: IntervisionPart(people: slice))
        programme = try await slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: origin).id
        organiser = try await people.person("Olga")
        try await slice.persons.grant(.programmeFacilitator, at: .programme(programme), to: organiser.id, from: origin)
        let facts = Meeting.Facts(title: "Veilig wonen", form: .online, startsAt: Self.startsAt, endsAt: Self.endsAt)
        let id = try await store.add(facts, to: programme, terms: [], from: origin).id
        try await store.announce(id, from: origin)
        let talk = ProgrammeItem.Facts(kind: .expert, title: "Wat cijfers zeggen", text: "Een half uur.", minutes: 30)
        item = try await store.addItem(talk, speakers: [Speaker(name: "An Spreker", organisationName: "GGD")], to: id, from: origin)
        try await store.addItem(.init(kind: .pause, title: "Pauze", minutes: 10), to: id, from: origin)
        let parting = try await store.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 60), to: id, from: origin)
        var leaders: [Person] = [], groups: [Identifier] = []
        for (title, name) in [("Sturing", "Leo"), ("Inwoners betrekken", "Mia")] {
            let leader = try await people.person(name)
            let group = try await store.addSubgroup(
                .init(title: title, question: "Hoe begin je?", leader: Speaker(name: name, person: leader.id)), to: parting, of: id, from: origin)
            try await slice.persons.grant(.subgroupLeader, at: .thing(kind: Subgroup.kind, id: group), to: leader.id, from: origin)
            leaders.append(leader)
            groups.append(group)
        }
        self.leaders = leaders
        self.groups = groups
        meeting = try #require(try await store.find(id))
    }

    /// So many days after the end.
    func origin(_ days: Int64 = 0, by person: Person? = nil) -> Origin { PeopleGround.origin(Self.endsAt + days * PeopleGround.day, by: person?.id) }

    func actor(_ person: Person) async throws -> Actor {
        Actor(
            person: Actor.Person(id: person.id, name: person.name, organisation: nil), grants: try await people.slice.persons.grants(of: person.id),
            proof: .twoFactors)
    }

    func scene(_ person: Person) async throws -> LookBackScene {
        let outline = try #require(try await people.slice.programmes.outline(programme))
        return try await part.scene(meeting, outline, try await actor(person))
    }

    func draft() async throws -> LookBackDraft { try #require(try await store.draft(of: meeting.id)) }

    func write(_ text: LookBackPiece.Text, _ index: Int, in id: Identifier, isFacilitator: Bool = false) async throws {
        let piece = try await draft().pieces[index]
        try await store.write(text, of: piece.id, in: id, version: piece.version, isFacilitator: isFacilitator, from: origin(by: leaders[0]))
    }

    /// Prepared, joined, with what one can do tomorrow.
    func joined(_ tomorrow: String = "Bel je buurman.") async throws -> Identifier {
        let id = try await store.generate(for: meeting.id, from: origin()).id
        try await store.join(id, from: origin())
        try await change(id) { $0.tomorrow = tomorrow }
        return id
    }

    func change(_ id: Identifier, author: Identifier? = nil, _ change: (inout LookBack.Facts) -> Void) async throws {
        let before = try #require(try await store.find(id))
        var facts = before.facts
        change(&facts)
        try await store.change(id, to: facts, author: author, version: before.version, from: origin())
    }
}
