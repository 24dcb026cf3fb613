import Core
import Credentials
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("Passwords")
struct PasswordStoreTests {
    private static let start = PeopleGround.start
    private static let good = "vier lange koele zwaluwen", other = "een brug over de Linge 8"

    private func attempt(
        _ people: PeopleGround, _ typed: String, _ mail: String = "anna@voorbeeld.nl", client: String = "203.0.113.7", at time: Int64 = start
    ) async throws -> PasswordStore.Outcome {
        try await people.slice.passwords.attempt(typed, of: MailAddress(mail), client: client, from: PeopleGround.origin(time))
    }

    private func set(
        _ people: PeopleGround, _ typed: String, current: String? = nil, of person: Person, at time: Int64 = start
    ) async throws -> PasswordStore.Change {
        try await people.slice.passwords.set(
            typed, current: current, of: person, context: ["Buurtplein"], client: "203.0.113.9", from: PeopleGround.origin(time, by: person.id))
    }

    /// Someone with a password.
    private func anna(_ people: PeopleGround) async throws -> Person {
        let anna = try await people.person("Anna")
        let change = try await set(people, Self.good, of: anna)
        #expect(change == .done)
        return anna
    }

    private func mails(_ people: PeopleGround) async throws -> [String] {
        try await people.database.read { try $0.all("SELECT subject || ' ' || body_text FROM outbox ORDER BY id") { try $0.string(0) } }
    }

    @Test("ASVS 6.2.8: the password that was set signs in, and no other: every sign counts", arguments: TestDatabase.engines)
    func right(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            #expect(try await attempt(people, Self.good) == .accepted(anna.id))
            #expect(try await attempt(people, Self.good, "ANNA@Voorbeeld.nl") == .accepted(anna.id))
            for typed in [Self.good.uppercased(), Self.good + " ", " " + Self.good, String(Self.good.dropLast()), "", "x", String(repeating: "x", count: 5000)]
            {
                #expect(try await attempt(people, typed, client: "203.0.113.8") == .wrong, "\(typed.prefix(30))")
            }
            #expect(try await people.slice.passwords.changedAt(of: anna.id) == Self.start)
        }
    }

    @Test("ASVS 6.2.2, 6.2.3: a password is changed by who has the current one; then the old one is worth nothing", arguments: TestDatabase.engines)
    func change(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            #expect(try await set(people, Self.other, of: anna, at: Self.start + 5) == .wrongCurrent)
            #expect(try await set(people, Self.other, current: Self.other, of: anna, at: Self.start + 5) == .wrongCurrent)
            #expect(try await attempt(people, Self.good) == .accepted(anna.id))
            #expect(try await set(people, Self.other, current: Self.good, of: anna, at: Self.start + 5) == .done)
            #expect(try await attempt(people, Self.good) == .wrong)
            #expect(try await attempt(people, Self.other) == .accepted(anna.id))
            #expect(try await people.slice.passwords.changedAt(of: anna.id) == Self.start + 5)
            #expect(try await people.slice.passwords.remove(of: anna.id, from: PeopleGround.origin(by: anna.id)) == .done)
            #expect(try await people.slice.passwords.remove(of: anna.id, from: PeopleGround.origin(by: anna.id)) == .overtaken)
            #expect(try await attempt(people, Self.other) == .wrong)
            let actions = try await people.actions().filter { $0 != "password.refused" }
            #expect(actions == ["person.added", "password.set", "password.changed", "password.removed"])
        }
    }

    @Test(
        "ASVS 6.2.1, 6.2.4, 6.2.11: short, common and personal passwords are refused with the reason, and nothing is written", arguments: TestDatabase.engines)
    func faults(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Annabella")
            for (typed, fault) in [
                ("kwx7vpl", PasswordRules.Fault.tooShort(minimum: 8)), ("welkom01", .common), ("Buurtplein!annabella", .personal),
                ("annabella-voorbeeld", .personal), (String(repeating: "kwx7vplq2nzt", count: 30), .tooLong),
            ] {
                guard case .faulty(let faults) = try await set(people, typed, of: anna) else {
                    Issue.record("\(typed) was taken")
                    continue
                }
                #expect(faults.contains(fault), "\(typed): \(faults)")
            }
            #expect(try await people.rows("person_password").isEmpty)
            #expect(try await people.actions() == ["person.added"])
        }
    }

    @Test("ASVS 6.2.12: a password from the list of the installation is refused", arguments: TestDatabase.engines)
    func breached(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let path = NSTemporaryDirectory() + "leefkring-known-\(UUID().uuidString)"
            // SHA-1 of the good password, as `printf '%s' '…' | sha1sum` gives it, among others.
            try "0000000000000000000000000000000000000000:1\r\n\(Self.goodSHA1):7\r\nFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:1\r\n"
                .write(toFile: path, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let installation = Installation(breached: try BreachedPasswords(path: path))
            let cheap = HashingQueue(cost: try #require(Scrypt.Cost(logN: 4)))
            let slice = People.Slice(database: people.database, installation: installation, hashing: cheap, now: { Self.start })
            let origin = PeopleGround.origin(by: anna.id)
            let known = try await slice.passwords.set(Self.good, current: nil, of: anna, context: [], client: "", from: origin)
            #expect(known == .faulty([.breached]))
            let unknown = try await slice.passwords.set(Self.other, current: nil, of: anna, context: [], client: "", from: origin)
            #expect(unknown == .done)
        }
    }

    private static let goodSHA1 = "57FFF4097A5EEEDC3D75D4829624E4ECA8AFAF92"

    @Test(
        "ASVS 6.3.8: an address of nobody, of someone without a password and of a closed account get the answer of a wrong password, the same events, and as much work",
        arguments: TestDatabase.engines)
    func enumeration(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            _ = try await people.person("Bert")
            let closed = try await people.person("Cor")
            try await people.close(closed.id)
            let dear = HashingQueue(cost: try #require(Scrypt.Cost(logN: 14)), atOnce: 1)
            let slice = People.Slice(database: people.database, installation: Installation(), hashing: dear, now: { Self.start })
            let anna = try await people.person("Anna")
            let isSet = try await slice.passwords.set(Self.good, current: nil, of: anna, context: [], client: "", from: PeopleGround.origin(by: anna.id))
            #expect(isSet == .done)
            var times: [String: Duration] = [:]
            // In turns, and of each the quickest: what the machine does meanwhile is left out.
            for round in 0..<8 {
                for name in ["anna", "bert", "cor", "niemand"] {
                    let before = try await slice.journal.lines(limit: 500).count
                    let began = ContinuousClock.now
                    let outcome = try await slice.passwords.attempt(
                        Self.other, of: MailAddress("\(name)@voorbeeld.nl"), client: "203.0.113.\(round)", from: PeopleGround.origin())
                    times[name] = min(times[name] ?? .seconds(99), ContinuousClock.now - began)
                    #expect(outcome == .wrong)
                    #expect(try await slice.journal.lines(limit: 500).count - before == 1, "\(name)")
                }
            }
            let known = try #require(times["anna"])
            for (name, time) in times { #expect(time > known / 3 && time < known * 3, "\(name): \(time) beside \(known)") }
        }
    }

    @Test(
        "ASVS 6.3.1: ten tries from one place hold up that place only; a hundred from everywhere hold up the password, never the code by mail",
        arguments: TestDatabase.engines)
    func throttle(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            for _ in 0..<10 { #expect(try await attempt(people, "verkeerd woord") == .wrong) }
            #expect(try await attempt(people, Self.good) == .tooMany)
            #expect(try await attempt(people, Self.good, client: "203.0.113.200") == .accepted(anna.id))
            #expect(try await attempt(people, Self.good, at: Self.start + 900_000) == .accepted(anna.id))
            for number in 0..<98 { _ = try await attempt(people, "verkeerd woord", client: "2001:db8:\(number)::", at: Self.start + 900_000) }
            #expect(try await attempt(people, Self.good, client: "203.0.113.201", at: Self.start + 900_000) == .tooMany)
            // For an address that nobody has it goes the same way.
            for number in 0..<100 { _ = try await attempt(people, "x", "niemand@voorbeeld.nl", client: "2001:db8:\(number)::", at: Self.start) }
            #expect(try await attempt(people, "x", "niemand@voorbeeld.nl", client: "203.0.113.202") == .tooMany)
            let begun = try await people.slice.signIns.begin(anna.mail, goal: "", client: "203.0.113.201", from: PeopleGround.origin(Self.start + 900_000))
            let outcome = try await people.slice.signIns.attempt(
                begun.id, with: .code(begun.code), client: "203.0.113.201", from: PeopleGround.origin(Self.start + 900_000))
            #expect(outcome == .accepted(person: anna.id, goal: ""))
            #expect(try await attempt(people, Self.good, client: "203.0.113.201", at: Self.start + 900_000 + 3_600_000) == .accepted(anna.id))
        }
    }

    @Test("ASVS 2.4.1: forty tries from one place for whomever are enough for a quarter of an hour", arguments: TestDatabase.engines)
    func spraying(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            for number in 0..<40 { #expect(try await attempt(people, Self.good, "wie\(number)@voorbeeld.nl") == .wrong) }
            #expect(try await attempt(people, Self.good) == .tooMany)
            #expect(try await attempt(people, Self.good, client: "203.0.113.8") == .accepted(anna.id))
        }
    }

    @Test("ASVS 11.4.2: a hash that is cheaper than today's is made anew when its password is typed, and not before", arguments: TestDatabase.engines)
    func rehash(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            let dear = HashingQueue(cost: try #require(Scrypt.Cost(logN: 6)))
            let slice = People.Slice(database: people.database, installation: Installation(), hashing: dear, now: { Self.start })
            func cost() async throws -> String {
                try await people.database.read { try $0.first("SELECT hash FROM person_password") { try $0.string(0) } ?? "" }
            }
            let (mail, origin) = (anna.mail, PeopleGround.origin())
            _ = try await slice.passwords.attempt("verkeerd", of: mail, client: "", from: origin)
            #expect(try await cost().hasPrefix("$scrypt$ln=4,"))
            let first = try await slice.passwords.attempt(Self.good, of: mail, client: "", from: origin)
            #expect(try await cost().hasPrefix("$scrypt$ln=6,"))
            let second = try await slice.passwords.attempt(Self.good, of: mail, client: "", from: origin)
            #expect(first == .accepted(anna.id) && second == .accepted(anna.id))
            let actions = try await slice.journal.lines().map(\.event.action)
            #expect(actions.filter { $0 == "password.rehashed" }.count == 1)
            #expect(try await people.slice.passwords.changedAt(of: anna.id) == Self.start)
        }
    }

    @Test("ASVS 6.2.3: whose account closed just before sets no password any more, first or new", arguments: TestDatabase.engines)
    func setAfterClosing(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people), cor = try await people.person("Cor")
            for person in [anna.id, cor.id] { try await people.close(person) }
            #expect(try await set(people, Self.other, current: Self.good, of: anna) == .overtaken)
            #expect(try await set(people, Self.other, of: cor) == .overtaken)
            #expect(try await people.slice.passwords.changedAt(of: cor.id) == nil)
            #expect(try await people.slice.passwords.changedAt(of: anna.id) == Self.start)
        }
    }

    @Test("ASVS 6.2.10: a password has no end: ten years on it signs in", arguments: TestDatabase.engines)
    func noRotation(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            #expect(try await attempt(people, Self.good, at: Self.start + 10 * 365 * PeopleGround.day) == .accepted(anna.id))
        }
    }

    @Test("ASVS 6.3.7: every change is told by mail, in the language of the person, with the time and without the password", arguments: TestDatabase.engines)
    func notices(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await anna(people)
            _ = try await set(people, Self.other, current: Self.good, of: anna, at: Self.start + 1)
            _ = try await people.slice.passwords.remove(of: anna.id, from: PeopleGround.origin(Self.start + 2, by: anna.id))
            let app = try #require(try await people.slice.secondFactors.proposal(for: anna.id, at: Self.start + 3))
            _ = try await people.slice.secondFactors.confirm(
                app.code(counter: app.counter(at: Self.start + 3)), for: anna.id, from: PeopleGround.origin(Self.start + 3, by: anna.id))
            let english = try await people.slice.persons.add(name: "Eve", mail: MailAddress("eve@voorbeeld.nl"), language: .en, from: PeopleGround.origin())
            _ = try await set(people, Self.good, of: english, at: Self.start + 4)
            let mails = try await mails(people)
            #expect(mails.count == 5)
            for (mail, words) in zip(
                mails, ["wachtwoord is ingesteld", "wachtwoord is gewijzigd", "wachtwoord is verwijderd", "De tweede stap staat aan", "password was set"])
            {
                #expect(mail.contains("Buurtplein") && mail.contains(words) && mail.contains("2026"), "\(mail)")
                #expect(mail.contains("https://buurt.example.nl"))
            }
            #expect(mails[0].contains("Beste Anna") && mails[4].contains("Dear Eve"))
            for table in ["outbox", "journal", "person_password", "session", "person"] {
                for word in [Self.good, Self.other] { #expect(try await !people.holds(table, word), "\(table)") }
            }
        }
    }

    @Test("of two who change a password at the same moment, on two nodes, one does", arguments: TestDatabase.engines)
    func race(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await anna(first)
            async let one = set(first, "een oude brug bij Zutphen", current: Self.good, of: anna)
            async let two = set(second, "tien gele emmers in de sloot", current: Self.good, of: anna)
            let changes = Set([try await one, try await two].map { "\($0)" })
            #expect(changes.contains("done") && changes.count == 2, "\(changes)")
            #expect(try await first.slice.journal.lines().filter { $0.event.action == "password.changed" }.count == 1)
        }
    }
}
