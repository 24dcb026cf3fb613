import Core
import Credentials
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("A code that says who is there")
struct AttendanceCodeTests {
    private typealias Ground = RegistrationGround
    private static let minute = PeopleGround.minute, hour = PeopleGround.hour, day = PeopleGround.day
    private static let begins = PeopleGround.start + 30 * day

    private static func with(_ engine: TestDatabase.Engine, _ body: (Ground, AttendanceStore) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: Ground.migrations + AttendancePart.migrations) { people in
            let slice = people.slice, key = slice.installation.key
            let programme = try await slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let store = AttendanceStore(database: slice.database, journal: slice.journal, throttle: Throttle(key), mark: RegistrationMark(key))
            try await body(Ground(people, programme: programme.id), store)
        }
    }

    private static func subject(_ name: String) throws -> AttendanceStore.Subject {
        AttendanceStore.Subject(mail: try MailAddress("\(name)@voorbeeld.nl"))
    }

    @Test("a code has six signs that do not look alike; small letters and spaces do not matter")
    func shape() throws {
        let codes = (0..<200).map { _ in AttendanceCode.random() }
        #expect(Set(codes).count == 200)
        #expect(codes.allSatisfy { $0.description.count == 6 && !$0.description.contains { "BGILOSUZ012568".contains($0) } })
        let code = try #require(AttendanceCode("acd 3-47"))
        #expect(code.description == "ACD347" && code.spaced == "ACD 347" && AttendanceCode(code.spaced) == code)
        for wrong in ["", "ACD34", "ACD3477", "ACD34O", "ACD3 4é"] { #expect(AttendanceCode(wrong) == nil, "\(wrong)") }
    }

    @Test("the code works from 15 minutes before the start until 15 after the end; who types nothing is unknown, not absent", arguments: TestDatabase.engines)
    func window(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, store in
            let meeting = try await ground.meeting(nil), ends = Self.begins + 2 * Self.hour
            for name in ["Anna", "Bo", "Cor"] { try await ground.register(name, meeting) }
            let code = try await store.make(for: meeting, from: Ground.origin())
            func enter(_ name: String, at time: Int64) async throws -> AttendanceStore.Outcome {
                try await store.enter(code, Self.subject(name), client: "192.0.2.1", from: Ground.origin(time))
            }
            #expect(try await enter("anna", at: Self.begins - 15 * Self.minute - 1) == .unknown)
            #expect(try await enter("anna", at: Self.begins - 15 * Self.minute) == .present)
            #expect(try await enter("bo", at: ends + 15 * Self.minute - 1) == .present)
            #expect(try await enter("cor", at: ends + 15 * Self.minute) == .unknown)
            #expect(try await enter("dirk", at: Self.begins) == .notRegistered)
            #expect(try await store.counts(of: meeting) == [.present: 2, .unknown: 1])
            // Once more changes nothing and leaves no second line.
            #expect(try await enter("anna", at: Self.begins) == .present)
            #expect(try await ground.people.actions().filter { $0 == "attendance.entered" }.count == 2)
        }
    }

    @Test("a new code takes the place of the old one, and a cancelled meeting has none", arguments: TestDatabase.engines)
    func renewal(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, store in
            let meeting = try await ground.meeting(nil)
            try await ground.register("Anna", meeting)
            let old = try await store.make(for: meeting, from: Ground.origin()), new = try await store.make(for: meeting, from: Ground.origin())
            #expect(try await store.code(of: meeting) == new)
            let origin = Ground.origin(Self.begins)
            #expect(try await store.enter(old, Self.subject("anna"), client: "192.0.2.1", from: origin) == .unknown)
            try await ground.meetings.cancel(meeting, because: "Ziek.", from: Ground.origin())
            #expect(try await store.enter(new, Self.subject("anna"), client: "192.0.2.1", from: origin) == .unknown)
            await #expect(throws: RegistrationStore.Fault.over) { try await store.make(for: meeting, from: Ground.origin()) }
        }
    }

    @Test("guessing from one address is stopped, also with the right code")
    func guessing() async throws {
        try await Self.with(.sqlite) { ground, store in
            let meeting = try await ground.meeting(nil)
            try await ground.register("Anna", meeting)
            let code = try await store.make(for: meeting, from: Ground.origin()), wrong = try #require(AttendanceCode("ACDEFH"))
            for _ in 0..<150 {
                let outcome = try await store.enter(wrong, Self.subject("anna"), client: "192.0.2.1", from: Ground.origin(Self.begins))
                #expect(outcome == .unknown)
            }
            #expect(try await store.enter(code, Self.subject("anna"), client: "192.0.2.1", from: Ground.origin(Self.begins)) == .tooMany)
            #expect(try await store.enter(code, Self.subject("anna"), client: "192.0.2.2", from: Ground.origin(Self.begins)) == .present)
        }
    }

    @Test("every address of attendance reads back what it prints")
    func roundTrip() {
        let routes: [AttendanceRoute] = [.enter(), .enter(code: "ACD347"), .entered, .screen(Identifier(at: 1)), .groups(Identifier(at: 1))]
        for route in routes { #expect(AttendanceRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/aanwezig/x", "/bijeenkomsten/x/aanwezig", "/bijeenkomsten/\(Identifier(at: 1))/aanwezig/x"] {
            #expect(AttendanceRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("WYK-06: all words of attendance are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Attendance")
        #expect(count > 20, "\(count)")
    }
}
