import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A programme in which the municipalities Lindenmeer, Linderveld and Stilstad take part.
struct ReportGround: Sendable {
    let people: PeopleGround
    let registration: RegistrationGround
    let programme: Identifier
    /// By name.
    let organisations: [String: Identifier]

    static let places = ["Lindenmeer": "GM0301", "Linderveld": "GM0302", "Stilstad": "GM0303"]
    static let year = 2026
    static let start = PeopleGround.start, day = PeopleGround.day

    static func with(_ engine: TestDatabase.Engine, _ body: (ReportGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: FollowUpGround.migrations) { people in try await body(ReportGround(people)) }
    }

    private init(_ people: PeopleGround) async throws {
        let slice = people.slice, origin = PeopleGround.origin()
        let programme = try await slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: origin).id
        var organisations: [String: Identifier] = [:]
        for (name, code) in Self.places.sorted(by: { $0.key < $1.key }) {
            let one = try await slice.organisations.add(name: name, kind: .municipality, area: AreaCode(code), from: origin).id
            organisations[name] = one
            try await slice.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO programme_organisation (id, programme, part, organisation, capacity)
                    VALUES (\(Identifier(at: 1).description), \(programme.description), NULL, \(one.description), 'partner')
                    """)
            }
        }
        self.people = people
        self.programme = programme
        self.organisations = organisations
        registration = RegistrationGround(people, programme: programme)
    }

    static func code(_ name: String) throws -> AreaCode { try #require(places[name].flatMap { AreaCode($0) }) }

    func codes() throws -> Set<AreaCode> { Set(try Self.places.keys.map(Self.code)) }

    func municipalities() async throws -> [LearningOverview.Municipality] {
        let outline = try #require(try await people.slice.programmes.outline(programme))
        return try await people.slice.municipalities(of: outline)
    }

    /// Someone of a municipality, with a place at a meeting.
    @discardableResult
    func register(
        _ name: String, of municipality: String, _ meeting: Identifier, _ attendance: Attendance = .unknown, at time: Int64 = start
    ) async throws -> Registration {
        let draft = try RegistrationGround.draft(name, municipality: Self.code(municipality).description)
        guard case .taken(let taken) = try await registration.store.register([draft], for: meeting, by: .form, from: PeopleGround.origin(time)) else {
            throw RegistrationStore.Fault.state
        }
        let one = try #require(taken.first)
        try await people.database.write { transaction in
            try transaction.execute("UPDATE registration SET attendance = \(attendance) WHERE id = \(one.id.description)")
        }
        return one
    }

    /// A question for help of an organisation, with whether and when someone said yes.
    func ask(
        of organisation: String, _ state: HelpRequest.State = .open, label: String = "zorg", at time: Int64 = start, yes: Int64? = nil
    ) async throws {
        let asker = try await people.person("Vrager\(Identifier(at: time).description.suffix(6))"), request = Identifier(at: time)
        let ended: Int64? = state == .open ? nil : time + 60 * Self.day
        try await people.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO help_request (id, asker, organisation, question, tried, label, wanted, help, state, outcome, added_at, closed_at)
                VALUES (\(request.description), \(asker.id.description), \(organisations[organisation]?.description), 'Hoe?', '', \(label), 'beide', 'gesprek',
                    \(state), '', \(time), \(ended))
                """)
            guard let yes else { return }
            try transaction.execute(
                """
                INSERT INTO help_ask (id, request, person, kind, reasons, state, token, asked_at, due_at, answered_at)
                VALUES (\(Identifier(at: time).description), \(request.description), \(asker.id.description), 'vak', '', 'ja',
                    \(Array(request.description.utf8)), \(time), \(time), \(yes))
                """)
        }
    }

    /// Help between two organisations, confirmed or not.
    func help(_ helper: String, _ helped: String, isConfirmed: Bool, at time: Int64 = start) async throws {
        let confirmed: Int64? = isConfirmed ? time : nil, ask = Identifier(at: time).description
        try await people.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO help_entry (id, ask, helper_organisation, helped_organisation, label, entered_at, confirmed_at)
                VALUES (\(Identifier(at: time).description), \(ask), \(organisations[helper]?.description), \(organisations[helped]?.description), 'zorg',
                    \(time), \(confirmed))
                """)
        }
    }

    /// An introduction of organisations; those in `yes` said yes.
    func introduce(_ sides: [String], yes: Set<String>, at time: Int64 = start) async throws {
        let id = Identifier(at: time)
        try await people.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO introduction (id, label, programme, alike, state, added_at, due_at, ended_at)
                VALUES (\(id.description), 'zorg', \(programme.description), 0, 'gedeeld', \(time), \(time), \(time))
                """)
            for side in sides {
                try transaction.execute(
                    """
                    INSERT INTO introduction_side (introduction, organisation, answer, token)
                    VALUES (\(id.description), \(organisations[side]?.description), \(yes.contains(side) ? "ja" : "nee"),
                        \(Array((id.description + side).utf8)))
                    """)
            }
        }
    }
}
