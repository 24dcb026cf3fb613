import Areas
import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A programme with two networks on a fresh database, and three organisations.
struct AgendaGround: Sendable {
    let people: PeopleGround
    let part: AgendaPart
    let programme: Identifier
    let networks: [Identifier]
    let organisations: [Identifier]

    var store: AgendaStore { part.store }
    var place: AgendaPlace { AgendaPlace(programme: programme, part: networks[0]) }
    var other: AgendaPlace { AgendaPlace(programme: programme, part: networks[1]) }

    static let migrations = InventoryPart.migrations + MeetingPart.migrations + AgendaPart.migrations

    static func with(_ engine: TestDatabase.Engine, _ body: (AgendaGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in try await body(AgendaGround(people)) }
    }

    init(_ people: PeopleGround) async throws {
        self.people = people
        let areas = Areas.Slice(database: people.database), slice = people.slice, origin = PeopleGround.origin()
        part = AgendaPart(
            people: slice, inventory: InventoryPart(areas: areas, people: slice), meetings: MeetingPart(areas: areas, people: slice))
        programme = try await slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: origin).id
        let track = try #require(try await slice.programmes.outline(programme)?.parts.first).id
        var networks: [Identifier] = []
        for name in ["Netwerk Oost", "Netwerk West"] {
            networks.append(try await slice.programmes.addPart(.network, name: name, purpose: "", below: track, in: programme, from: origin).id)
        }
        self.networks = networks
        var organisations: [Identifier] = []
        for name in ["De Brug", "Huis van de Wijk", "Samen Sterk"] {
            organisations.append(try await slice.organisations.add(name: name, kind: .civilSociety, from: origin).id)
        }
        self.organisations = organisations
    }

    func origin(_ days: Int64 = 0, by person: Identifier? = nil) -> Origin { PeopleGround.origin(PeopleGround.start + days * PeopleGround.day, by: person) }

    /// An item that was agreed, and planned where a month is given.
    func add(_ title: String, month: String? = nil, at place: AgendaPlace? = nil, _ change: (inout AgendaItem.Facts) -> Void = { _ in }) async throws
        -> Identifier
    {
        var facts = AgendaItem.Facts(title: title)
        change(&facts)
        let id = try await store.propose(facts, at: place ?? self.place, from: origin())
        try await store.take(id, to: .agreed, from: origin())
        if let month { try await store.take(id, to: .planned, month: Period(month), from: origin()) }
        return id
    }

    func titles(_ place: AgendaPlace? = nil) async throws -> [String] { try await store.agenda(place ?? self.place).living.map(\.facts.title) }

    func scene(_ place: AgendaPlace? = nil) async throws -> AgendaScene { try #require(try await part.scene((place ?? self.place).id)) }
}
