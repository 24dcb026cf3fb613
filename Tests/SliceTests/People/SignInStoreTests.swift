import Core
import Credentials
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing
import Transfer

@Suite("Signing in with a code or a link")
struct SignInStoreTests {
    private typealias Outcome = SignInStore.Outcome

    private static let start = PeopleGround.start
    private let client = "203.0.113.7"

    private func origin(_ time: Int64 = start) -> Origin { PeopleGround.origin(time) }

    private func begin(_ people: PeopleGround, _ mail: String, client: String? = nil, at time: Int64 = start) async throws -> (id: Identifier, code: String) {
        try await people.slice.signIns.begin(try MailAddress(mail), goal: "/gebieden/GM0301", client: client ?? self.client, from: origin(time))
    }

    private func attempt(
        _ people: PeopleGround, _ id: Identifier, _ proof: SignInStore.Proof, client: String? = nil, at time: Int64 = start
    ) async throws -> Outcome {
        try await people.slice.signIns.attempt(id, with: proof, client: client ?? self.client, from: origin(time))
    }

    private func wrong(_ code: String) -> String { String(code.dropLast()) + (code.hasSuffix("0") ? "1" : "0") }

    /// The words of the mails that wait, the oldest first.
    private func mails(_ people: PeopleGround) async throws -> [String] {
        try await people.database.read { try $0.all("SELECT body_text FROM outbox ORDER BY id") { try $0.string(0) } }
    }

    /// The token of the link in a mail.
    private func link(_ mail: String) throws -> String {
        let line = try #require(mail.split(separator: "\n").first { $0.hasPrefix("https://buurt.example.nl/aanmelden/link?") })
        return String(try #require(line.components(separatedBy: "sleutel=").last))
    }

    @Test("the code that comes by mail signs in, once, and leads to where the person wanted to go", arguments: TestDatabase.engines)
    func right(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let begun = try await begin(people, "ANNA@voorbeeld.nl")
            let mail = try #require(try await mails(people).first)
            #expect(begun.code.count == 6 && mail.contains(begun.code) && mail.contains("Beste Anna"))
            let typed = " " + begun.code.prefix(3) + "-" + begun.code.suffix(3)
            #expect(try await attempt(people, begun.id, .code(typed)) == .accepted(person: anna.id, goal: "/gebieden/GM0301"))
            #expect(try await attempt(people, begun.id, .code(begun.code)) == .over)
            #expect(try await attempt(people, begun.id, .link(try link(mail))) == .over)
        }
    }

    @Test("the link in the mail signs in, once", arguments: TestDatabase.engines)
    func linkOnce(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let begun = try await begin(people, "anna@voorbeeld.nl")
            let token = try link(try #require(try await mails(people).first))
            #expect(try await attempt(people, begun.id, .link(token + "x")) == .wrong(left: 4))
            #expect(try await attempt(people, begun.id, .link("")) == .wrong(left: 3))
            #expect(try await attempt(people, begun.id, .code(token)) == .wrong(left: 2))
            #expect(try await attempt(people, Identifier(at: Self.start), .link(token)) == .over)
            #expect(try await attempt(people, begun.id, .link(token)) == .accepted(person: anna.id, goal: "/gebieden/GM0301"))
            #expect(try await attempt(people, begun.id, .link(token)) == .over)
            #expect(try await attempt(people, begun.id, .code(begun.code)) == .over)
        }
    }

    @Test("a wrong code may be typed five times, then the right one is too late", arguments: TestDatabase.engines)
    func countdown(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            _ = try await people.person("Anna")
            let begun = try await begin(people, "anna@voorbeeld.nl")
            var outcomes: [Outcome] = []
            for _ in 0..<6 { outcomes.append(try await attempt(people, begun.id, .code(wrong(begun.code)))) }
            #expect(outcomes == [.wrong(left: 4), .wrong(left: 3), .wrong(left: 2), .wrong(left: 1), .over, .over])
            #expect(try await attempt(people, begun.id, .code(begun.code)) == .over)
            // A new code works, and the old one is not good for it.
            let next = try await begin(people, "anna@voorbeeld.nl")
            if next.code != begun.code { #expect(try await attempt(people, next.id, .code(begun.code)) == .wrong(left: 4)) }
            guard case .accepted = try await attempt(people, next.id, .code(next.code)) else { throw SQLError.connection("the new code was refused") }
        }
    }

    @Test("every wrong code for a person leaves an event, the fifth too", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            _ = try await people.person("Anna")
            let begun = try await begin(people, "anna@voorbeeld.nl")
            for _ in 0..<5 { _ = try await attempt(people, begun.id, .code(wrong(begun.code))) }
            let refused = try await people.slice.journal.lines().filter { $0.event.action == "sign-in.refused" }
            #expect(refused.allSatisfy { $0.event.result == .refused })
            #expect(refused.count == 5)
        }
    }

    @Test("a code and a link work for ten minutes", arguments: TestDatabase.engines)
    func expiry(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let accepted = Outcome.accepted(person: anna.id, goal: "/gebieden/GM0301")
            let late = try await begin(people, "anna@voorbeeld.nl")
            let token = try link(try #require(try await mails(people).last))
            #expect(try await attempt(people, late.id, .code(late.code), at: Self.start + 600_000) == .over)
            #expect(try await attempt(people, late.id, .link(token), at: Self.start + 600_000) == .over)
            let inTime = try await begin(people, "anna@voorbeeld.nl")
            #expect(try await attempt(people, inTime.id, .code(inTime.code), at: Self.start + 599_999) == accepted)
        }
    }

    @Test("ASVS 6.3.8: an unknown address gets the same answer, no mail, and a code that is never right", arguments: TestDatabase.engines)
    func unknown(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            _ = try await people.person("Anna")
            let known = try await begin(people, "anna@voorbeeld.nl"), unknown = try await begin(people, "niemand@voorbeeld.nl")
            #expect(try await mails(people).count == 1)
            #expect(unknown.code.count == known.code.count && unknown.id.description.prefix(10) == known.id.description.prefix(10))
            // Wrong codes count down alike.
            for left in [4, 3, 2, 1] {
                #expect(try await attempt(people, known.id, .code(wrong(known.code))) == .wrong(left: left))
                #expect(try await attempt(people, unknown.id, .code(wrong(unknown.code))) == .wrong(left: left))
            }
            for id in [known.id, unknown.id] { #expect(try await attempt(people, id, .code("x")) == .over) }
            let again = try await begin(people, "niemand@voorbeeld.nl")
            for _ in 0..<6 {
                if case .accepted = try await attempt(people, again.id, .code(again.code)) { Issue.record("the code of nobody was accepted") }
            }
        }
    }

    @Test("someone whose account was closed gets no mail and cannot sign in", arguments: TestDatabase.engines)
    func closed(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            try await people.close(anna.id)
            let begun = try await begin(people, "anna@voorbeeld.nl")
            #expect(try await mails(people).isEmpty)
            if case .accepted = try await attempt(people, begun.id, .code(begun.code)) { Issue.record("the code of a closed account was accepted") }
        }
    }

    @Test("an account that was closed after the code was sent cannot be signed in to", arguments: TestDatabase.engines)
    func closedBetween(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let begun = try await begin(people, "anna@voorbeeld.nl")
            try await people.close(anna.id)
            let outcome = try await attempt(people, begun.id, .code(begun.code))
            #expect(outcome == .over)
        }
    }

    @Test("ASVS 6.1.1: the seventh code for one mail address within an hour is not sent, and the answer does not show it", arguments: TestDatabase.engines)
    func mailLimit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            for number in 0..<6 { _ = try await begin(people, "anna@voorbeeld.nl", client: "198.51.100.\(number)", at: Self.start + Int64(number)) }
            #expect(try await mails(people).count == 6)
            for mail in ["anna@voorbeeld.nl", "Anna@Voorbeeld.nl"] {
                let seventh = try await begin(people, mail, at: Self.start + 3_599_999)
                #expect(seventh.code.count == 6)
                #expect(try await mails(people).count == 6)
                if case .accepted = try await attempt(people, seventh.id, .code(seventh.code), at: Self.start + 3_599_999) {
                    Issue.record("a code that was not sent was accepted")
                }
            }
            // Another address is not held up, and an hour after the first there is room again.
            _ = try await people.person("Bert")
            _ = try await begin(people, "bert@voorbeeld.nl", at: Self.start + 3_599_999)
            #expect(try await mails(people).count == 7)
            let later = try await begin(people, "anna@voorbeeld.nl", at: Self.start + 3_600_000)
            #expect(try await mails(people).count == 8)
            let outcome = try await attempt(people, later.id, .code(later.code), at: Self.start + 3_600_000)
            #expect(outcome == .accepted(person: anna.id, goal: "/gebieden/GM0301"))
        }
    }

    @Test("ASVS 6.3.1: who asks for sixty codes within a quarter of an hour must wait; another address need not", arguments: TestDatabase.engines)
    func askingLimit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            for number in 0..<60 { _ = try await begin(people, "wie\(number)@voorbeeld.nl") }
            let before = try await people.rows("sign_in").count
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await begin(people, "anna@voorbeeld.nl") }
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await begin(people, "anna@voorbeeld.nl", at: Self.start + 899_999) }
            #expect(try await people.rows("sign_in").count == before)
            _ = try await begin(people, "anna@voorbeeld.nl", client: "203.0.113.8")
            _ = try await begin(people, "anna@voorbeeld.nl", at: Self.start + 900_000)
        }
    }

    @Test("ASVS 6.3.1: who types 120 codes within a quarter of an hour must wait, whosever they are; another address need not", arguments: TestDatabase.engines)
    func typingLimit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            for _ in 0..<120 { #expect(try await attempt(people, Identifier(at: 1), .code("000000")) == .over) }
            let begun = try await begin(people, "anna@voorbeeld.nl")
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await attempt(people, begun.id, .code(begun.code)) }
            let outcome = try await attempt(people, begun.id, .code(begun.code), client: "2001:db8::/64")
            #expect(outcome == .accepted(person: anna.id, goal: "/gebieden/GM0301"))
        }
    }

    @Test("of ten who type the right code at the same moment, on two nodes, one is let in", arguments: TestDatabase.engines)
    func rightTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await first.person("Anna")
            for _ in 0..<5 {
                let begun = try await begin(first, "anna@voorbeeld.nl")
                let token = try link(try #require(try await mails(first).first { $0.contains(begun.code) }))
                let outcomes = try await outcomes(first, second, begun.id) { $0 % 3 == 0 ? .link(token) : .code(begun.code) }
                #expect(outcomes.filter { $0 == .accepted(person: anna.id, goal: "/gebieden/GM0301") }.count == 1)
                #expect(outcomes.filter { $0 == .over }.count == 9)
            }
        }
    }

    @Test("of ten wrong codes at the same moment, on two nodes, five count", arguments: TestDatabase.engines)
    func wrongTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            _ = try await first.person("Anna")
            let begun = try await begin(first, "anna@voorbeeld.nl")
            let outcomes = try await outcomes(first, second, begun.id) { _ in .code(wrong(begun.code)) }
            for left in 1...4 { #expect(outcomes.filter { $0 == .wrong(left: left) }.count == 1) }
            #expect(outcomes.filter { $0 == .over }.count == 6)
        }
    }

    /// Ten attempts at once.
    private func outcomes(
        _ first: PeopleGround, _ second: PeopleGround, _ id: Identifier, _ proof: (Int) -> SignInStore.Proof
    ) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for number in 0..<10 {
                let people = number % 2 == 0 ? first : second, proof = proof(number)
                group.addTask { try await attempt(people, id, proof) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("the tables of signing in hold no code, link, mail address or address of a visitor that could be read", arguments: TestDatabase.engines)
    func unreadable(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna")
            let begun = try await begin(people, "anna@voorbeeld.nl"), unknown = try await begin(people, "niemand@voorbeeld.nl")
            let token = try link(try #require(try await mails(people).first))
            _ = try await attempt(people, begun.id, .code("abcxyz"))
            let bytes = try #require(BitEncoding.base64URL.decode(token))
            #expect(bytes.count == 32)
            for table in ["sign_in", "sign_in_try"] {
                #expect(try await people.rows(table).count >= 2)
                let texts = [
                    begun.code, unknown.code, "abcxyz", token, "anna@", "voorbeeld.nl", "niemand", client, "203.0", Digest.hex(bytes),
                    Digest.hex(Digest.sha256(client)), Digest.hex(Digest.sha256("anna@voorbeeld.nl")),
                ]
                for text in texts { #expect(try await !people.holds(table, text), "\(table): \(text)") }
                // Nor the raw bytes, or a digest that anyone could make of what can be guessed.
                let guesses = [bytes, Digest.sha256(begun.code), Digest.sha256(client), Digest.sha256("anna@voorbeeld.nl"), [203, 0, 113, 7]]
                for guess in guesses { #expect(try await !people.holds(table, guess.prefix(16)), "\(table): \(guess)") }
            }
            // What does stand there is found by the same search.
            #expect(try await people.holds("sign_in", begun.id.description))
            #expect(try await people.holds("sign_in", anna.id.description))
            #expect(try await people.holds("sign_in", Digest.sha256(token)))
            #expect(try await people.holds("outbox", begun.code))
        }
    }
}
