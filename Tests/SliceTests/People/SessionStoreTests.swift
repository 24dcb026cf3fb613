import Core
import Foundation
import People
import SQL
import TestSupport
import Testing
import Transfer
import Web

@Suite("Sessions")
struct SessionStoreTests {
    private static let start = PeopleGround.start
    private let minute = PeopleGround.minute
    private let hour = PeopleGround.hour
    private let day = PeopleGround.day

    private func origin(_ time: Int64 = start) -> Origin { PeopleGround.origin(time) }

    private func begin(
        _ people: PeopleGround, _ person: Person, _ proof: Actor.Proof = .oneFactor, inPlaceOf earlier: Identifier? = nil, at time: Int64 = start
    ) async throws -> (id: Identifier, secret: String) {
        try await people.slice.sessions.begin(person.id, proof: proof, device: "Firefox, Linux", inPlaceOf: earlier, from: origin(time))
    }

    private func isOpen(_ people: PeopleGround, _ secret: String, at time: Int64 = start) async throws -> Bool {
        try await people.slice.sessions.visit(secret, at: time) != nil
    }

    @Test("a visit finds the person with the roles that hold now and how surely it is them", arguments: TestDatabase.engines)
    func visit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let persons = people.slice.persons, anna = try await people.person("Anna"), bert = try await people.person("Bert", .resident)
            let role = try await persons.grant(.official, at: .programme(Identifier(at: 7)), to: anna.id, from: origin())
            try await persons.grant(.adviser, at: .installation, to: anna.id, until: Self.start + 10, from: origin())
            let one = try await begin(people, anna), two = try await begin(people, bert, .twoFactors)
            let visit = try #require(try await people.slice.sessions.visit(one.secret, at: Self.start + 10))
            #expect(visit.session == one.id && visit.actor.proof == .oneFactor && visit.actor.grants == [role])
            #expect(visit.actor.person == Actor.Person(id: anna.id, name: "Anna", organisation: nil))
            let other = try #require(try await people.slice.sessions.visit(two.secret, at: Self.start))
            #expect(
                other.session == two.id && other.actor.proof == .twoFactors && other.actor.person?.id == bert.id
                    && other.actor.grants.map(\.role) == [.resident])
            // Nobody looks for the session of a visitor, which begins with a letter no other has.
            #expect(!ForgeryTokens.isVisitor(one.secret) && !ForgeryTokens.isVisitor(two.secret))
            try await people.database.write { [secret = "v" + one.secret] in
                try $0.execute("UPDATE session SET token_digest = \(Digest.sha256(secret)) WHERE id = \(one.id.description)")
            }
            #expect(try await !isOpen(people, "v" + one.secret))
            try await people.database.write {
                try $0.execute("UPDATE session SET token_digest = \(Digest.sha256(one.secret)) WHERE id = \(one.id.description)")
            }
            for secret in ["", "x", String(one.secret.dropLast()), one.secret + "0", one.secret.uppercased() + " ", one.id.description] {
                #expect(try await !isOpen(people, secret), "\(secret)")
            }
            try await persons.end(role.id, of: anna.id, from: origin(Self.start + 20))
            #expect(try await people.slice.sessions.visit(one.secret, at: Self.start + 20)?.actor.grants == [])
        }
    }

    @Test("ASVS 7.3.1: without a request a session ends after an hour for professionals and seven days for others", arguments: TestDatabase.engines)
    func idle(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let limits = [
                (try await people.person("Anna", .resident), 7 * day), (try await people.person("Bert", .official), hour),
                (try await people.person("Cor"), 7 * day),
            ]
            for (person, limit) in limits {
                let inTime = try await begin(people, person), late = try await begin(people, person)
                #expect(try await isOpen(people, inTime.secret, at: Self.start + limit - 1), "\(person.name)")
                #expect(try await !isOpen(people, late.secret, at: Self.start + limit), "\(person.name)")
                // A request begins the time anew.
                #expect(try await isOpen(people, inTime.secret, at: Self.start + 2 * limit - 2), "\(person.name)")
            }
        }
    }

    @Test(
        "ASVS 7.3.2: however often it is used, a session ends after twelve hours for professionals and thirty days for others", arguments: TestDatabase.engines)
    func absolute(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna", .resident), bert = try await people.person("Bert", .official)
            for (person, step, limit) in [(anna, 6 * day, 30 * day), (bert, 50 * minute, 12 * hour)] {
                let session = try await begin(people, person, .twoFactors)
                for time in stride(from: step, to: limit, by: Int64.Stride(step)) { #expect(try await isOpen(people, session.secret, at: Self.start + time)) }
                #expect(try await isOpen(people, session.secret, at: Self.start + limit - 1), "\(person.name)")
                #expect(try await !isOpen(people, session.secret, at: Self.start + limit), "\(person.name)")
            }
        }
    }

    @Test("who gets the role of a professional has their short limits at once", arguments: TestDatabase.engines)
    func promoted(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna", .resident)
            let session = try await begin(people, anna)
            #expect(try await isOpen(people, session.secret, at: Self.start + hour))
            try await people.slice.persons.grant(.partner, at: .programme(Identifier(at: 1)), to: anna.id, from: origin(Self.start + hour))
            #expect(try await isOpen(people, session.secret, at: Self.start + 2 * hour - 1))
            #expect(try await !isOpen(people, session.secret, at: Self.start + 4 * hour))
        }
    }

    @Test("ASVS 7.4.1: a session that was ended is nobody's, and only its own person ends it", arguments: TestDatabase.engines)
    func ending(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let sessions = people.slice.sessions, anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let session = try await begin(people, anna)
            let before = try await people.actions()
            #expect(try await !sessions.end(session.id, of: bert.id, because: "signed out", from: origin()))
            #expect(try await !sessions.end(Identifier(at: 1), of: anna.id, because: "signed out", from: origin()))
            #expect(try await isOpen(people, session.secret))
            #expect(try await people.actions() == before)
            #expect(try await sessions.end(session.id, of: anna.id, because: "signed out", from: origin()))
            #expect(try await !isOpen(people, session.secret))
            #expect(try await !sessions.end(session.id, of: anna.id, because: "signed out", from: origin()))
            #expect(try await people.actions() == before + ["session.ended"])
            #expect(try await sessions.sessions(of: anna.id, at: Self.start).isEmpty)
        }
    }

    @Test("ASVS 7.2.4: a session in place of another ends that one", arguments: TestDatabase.engines)
    func replaced(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna", .official)
            let first = try await begin(people, anna), aside = try await begin(people, anna)
            let second = try await begin(people, anna, .twoFactors, inPlaceOf: first.id, at: Self.start + 5)
            #expect(first.secret != second.secret && first.id != second.id)
            #expect(try await !isOpen(people, first.secret, at: Self.start + 5))
            #expect(try await isOpen(people, aside.secret, at: Self.start + 5))
            #expect(try await people.slice.sessions.visit(second.secret, at: Self.start + 5)?.actor.proof == .twoFactors)
            #expect(try await people.actions().suffix(3) == ["session.begun", "session.ended", "session.begun"])
        }
    }

    @Test("ASVS 7.4.3: someone ends all their other sessions, and nobody else's", arguments: TestDatabase.engines)
    func others(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let sessions = people.slice.sessions, anna = try await people.person("Anna"), bert = try await people.person("Bert")
            var own: [(id: Identifier, secret: String)] = []
            for _ in 0..<4 { own.append(try await begin(people, anna)) }
            let foreign = try await begin(people, bert)
            try await sessions.end(own[3].id, of: anna.id, because: "signed out", from: origin())
            try await sessions.endOthers(than: own[1].id, of: anna.id, because: "second factor", from: origin(Self.start + 1))
            var open: [Bool] = []
            for session in own + [foreign] { open.append(try await isOpen(people, session.secret, at: Self.start + 1)) }
            #expect(open == [false, true, false, false, true])
            #expect(try await people.actions().filter { $0 == "session.ended" }.count == 3)
            try await sessions.endOthers(than: nil, of: anna.id, because: "account closed", from: origin(Self.start + 2))
            #expect(try await !isOpen(people, own[1].secret, at: Self.start + 2))
            #expect(try await isOpen(people, foreign.secret, at: Self.start + 2))
        }
    }

    @Test("ASVS 7.4.2: the sessions of a closed account are nobody's", arguments: TestDatabase.engines)
    func closed(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), session = try await begin(people, anna)
            #expect(try await isOpen(people, session.secret))
            try await people.close(anna.id)
            #expect(try await !isOpen(people, session.secret))
        }
    }

    @Test("ASVS 7.2.3: the database has what the browser holds only as a digest", arguments: TestDatabase.engines)
    func digest(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let session = try await begin(people, try await people.person("Anna"))
            let bytes = stride(from: 0, to: session.secret.count, by: 2).compactMap { place in UInt8(session.secret.dropFirst(place).prefix(2), radix: 16) }
            #expect(session.secret.count == 32 && bytes.count == 16)
            for table in ["session", "journal", "person"] {
                #expect(try await !people.holds(table, session.secret), "\(table)")
                #expect(try await !people.holds(table, bytes), "\(table)")
            }
            #expect(try await people.holds("session", Digest.sha256(session.secret)))
        }
    }

    @Test("when a session was last used is written at most once a minute", arguments: TestDatabase.engines)
    func seen(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), session = try await begin(people, anna)
            var seen: [Int64] = []
            for time in [0, 1000, 59_999, 60_000, 60_001, 119_999, 120_000, 90_000, 500_000] as [Int64] {
                #expect(try await isOpen(people, session.secret, at: Self.start + time))
                seen.append(try await people.slice.sessions.sessions(of: anna.id, at: Self.start).first.map { $0.seenAt - Self.start } ?? -1)
            }
            #expect(seen == [0, 0, 0, 60_000, 60_000, 60_000, 120_000, 120_000, 500_000])
            // Reading leaves no event.
            #expect(try await people.actions() == ["person.added", "session.begun"])
        }
    }

    @Test("someone acts on behalf of the organisation they belong to now, the newest where there are several", arguments: TestDatabase.engines)
    func organisation(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let organisations = people.slice.organisations, anna = try await people.person("Anna"), session = try await begin(people, anna)
            let start = Self.start
            let firm = try await organisations.add(name: "De Wijkmakers", kind: .advisoryFirm, from: origin())
            let group = try await organisations.add(name: "Bewoners Noord", kind: .residentsGroup, from: origin())
            let first = try await organisations.join(anna.id, firm.id, from: origin(start + 10))
            try await organisations.join(anna.id, group.id, until: start + 30, from: origin(start + 20))
            try await organisations.leave(first.id, of: anna.id, from: origin(start + 40))
            var found: [Identifier?] = []
            for time in [start, start + 10, start + 19, start + 20, start + 29, start + 30, start + 39, start + 40] {
                found.append(try await people.slice.sessions.visit(session.secret, at: time)?.actor.person?.organisation)
            }
            #expect(found == [nil, firm.id, firm.id, group.id, group.id, firm.id, firm.id, nil])
        }
    }

    @Test("someone sees their own sessions that are open, the one used last first", arguments: TestDatabase.engines)
    func list(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let sessions = people.slice.sessions, anna = try await people.person("Anna"), bert = try await people.person("Bert")
            let old = try await begin(people, anna), new = try await begin(people, anna, .twoFactors, at: Self.start + hour)
            _ = try await begin(people, bert)
            func ids(at time: Int64) async throws -> [Identifier] { try await sessions.sessions(of: anna.id, at: time).map(\.id) }
            #expect(try await ids(at: Self.start + hour) == [new.id, old.id])
            #expect(try await isOpen(people, old.secret, at: Self.start + 2 * hour))
            let list = try await sessions.sessions(of: anna.id, at: Self.start + 2 * hour)
            #expect(
                list.map(\.id) == [old.id, new.id] && list.map(\.proof) == [.oneFactor, .twoFactors]
                    && list.map(\.device) == ["Firefox, Linux", "Firefox, Linux"])
            #expect(list.map(\.startedAt) == [Self.start, Self.start + hour] && list.map(\.endedAt) == [nil, nil])
            #expect(try await ids(at: Self.start + 30 * day + hour) == [])
        }
    }

    @Test("a session that ended for want of use is not listed as open", arguments: TestDatabase.engines)
    func listedIdle(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna", .official), session = try await begin(people, anna)
            #expect(try await !isOpen(people, session.secret, at: Self.start + hour))
            let listed = try await people.slice.sessions.sessions(of: anna.id, at: Self.start + hour)
            #expect(listed.isEmpty)
        }
    }
}
