import Core
import Foundation
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Advertising stays out and people come in")
struct ContactSubmissionTests {
    /// What a program sent, with how it came by its form.
    private struct Submission: Decodable, Sendable, CustomTestStringConvertible {
        let kind: String
        let why: String
        /// `good`, `none`, `forged`, `foreign`, `old` or `used`.
        let seal: String
        /// Seconds between showing and sending.
        let wait: Int64
        let fields: [String: String]
        /// How often it comes, from other mail addresses; the last must be refused.
        let times: Int?

        var testDescription: String { "\(kind): \(why)" }
    }

    private struct Letter: Decodable, Sendable {
        let why: String
        let language: Language
        let fields: [String: String]
    }

    private static func read<Value: Decodable>(_ name: String) throws -> [Value] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Letters").standardized
        return try JSONDecoder().decode([Value].self, from: Data(contentsOf: folder.appending(path: name)))
    }

    private static func seal(_ page: String) throws -> String { try #require(page.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) }) }

    /// A browser on an address of its own, so that only the words count.
    private static func visitor(_ number: Int, _ site: PeopleSite) -> Client { site.client(peer: "198.51.\(number / 200).\(number % 200 + 1)") }

    private static func send(_ fields: [String: String], by client: Client, on site: PeopleSite, language: Language = .nl, seal: String?) async throws -> Reply
    {
        let path = ContactRoute.site().address.url(in: language)
        return try await client.post(path, fields.map { ($0.key, $0.value) } + (seal.map { [("zegel", $0)] } ?? []))
    }

    private static func opened(_ site: PeopleSite, by client: Client) async throws -> String { try seal(try await client.get("/contact").text) }

    private static func questions(_ site: PeopleSite) async throws -> Int {
        try await site.site.database.read { reading in try reading.first("SELECT COUNT(*) FROM contact_message") { try $0.int(0) } ?? -1 }
    }

    @Test("CON-01: none of the shipped submissions of programs is taken, and each answer keeps what was typed", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        let submissions: [Submission] = try Self.read("bot-submissions.json")
        #expect(submissions.count >= 60 && Set(submissions.map(\.kind)).count >= 7)
        try await PeopleSite.with(engine) { site in
            try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            for (number, submission) in submissions.enumerated() {
                let taken = try await taken(submission, number, on: site)
                let before = try await Self.questions(site), mails = try await site.people.outbox.newest(limit: 500).count
                let client = Self.visitor(number, site), seal = try await self.seal(submission, taken, by: client, on: site)
                let reply = try await Self.send(submission.fields, by: client, on: site, seal: seal)
                #expect(reply.status == 400, "\(submission.testDescription): \(reply.status)")
                #expect(reply.text.contains("<title>Fout: "), "\(submission.testDescription)")
                #expect(try await Self.questions(site) == before, "\(submission.testDescription)")
                #expect(try await site.people.outbox.newest(limit: 500).count == mails, "\(submission.testDescription)")
                let word = submission.fields["bericht"]?.split(whereSeparator: { !$0.isLetter }).first.map(String.init) ?? ""
                #expect(word.isEmpty || reply.text.contains(word), "\(submission.testDescription): \(word)")
                #expect(reply[header: "Cache-Control"] == "no-store")
            }
        }
    }

    /// What must have come before: the same letter of others, or the form that is used once more.
    private func taken(_ submission: Submission, _ number: Int, on site: PeopleSite) async throws -> String? {
        if submission.seal == "used" {
            let client = Self.visitor(500 + number, site), seal = try await Self.opened(site, by: client)
            site.clock.advance(minutes: 1)
            let fields = ["soort": "inhoud", "naam": "Bo", "mail": "bo\(number)@voorbeeld.nl", "onderwerp": "Vraag", "bericht": "Een gewone vraag \(number)."]
            #expect(try await Self.send(fields, by: client, on: site, seal: seal).status == 303)
            return seal
        }
        for time in 1..<(submission.times ?? 1) where time == 1 {
            let client = Self.visitor(600 + number, site), seal = try await Self.opened(site, by: client)
            site.clock.advance(minutes: 1)
            var fields = submission.fields
            fields["mail"] = "ander\(time)@voorbeeld.nl"
            if fields["vary"] != nil { fields["bericht"] = fields["bericht"]?.uppercased().replacing(" ", with: "  ") }
            _ = try await Self.send(fields, by: client, on: site, seal: seal)
        }
        return nil
    }

    private func seal(_ submission: Submission, _ used: String?, by client: Client, on site: PeopleSite) async throws -> String? {
        switch submission.seal {
        case "none": return nil
        case "forged": return "MDEyMzQ1Njc4OWFiY2RlZiAxIDE3OTUwMDAwMDAwMDA.1895000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        case "foreign":
            var seal = ""
            try await PeopleSite.with { other in seal = try await Self.opened(other, by: other.client()) }
            return seal
        case "used": return used
        case "old":
            let seal = try await Self.opened(site, by: client)
            site.clock.advance(minutes: 7 * 24 * 60)
            return seal
        default:
            let seal = try await Self.opened(site, by: client)
            site.clock.advance(seconds: submission.wait)
            return seal
        }
    }

    @Test(
        "CON-01: every honest letter is taken at once, without script and without a cookie, and the receipt says none of its words",
        arguments: TestDatabase.engines)
    func honest(engine: TestDatabase.Engine) async throws {
        let letters: [Letter] = try Self.read("honest-letters.json")
        #expect(letters.count >= 40)
        try await PeopleSite.with(engine) { site in
            try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            for (number, letter) in letters.enumerated() {
                let reader = Self.visitor(number, site), seal = try await Self.opened(site, by: reader)
                #expect(reader.cookies.isEmpty)
                site.clock.advance(seconds: 20)
                let reply = try await Self.send(letter.fields, by: Self.visitor(number, site), on: site, language: letter.language, seal: seal)
                let signs = reply.text.matches(of: /<li>([^<]+)<\/li>/).map { String($0.1) }
                #expect(reply.status == 303, "\(letter.why): \(reply.status) \(signs)")
            }
            #expect(try await Self.questions(site) == letters.count)
            let words = try await site.site.database.read { reading in
                try reading.all("SELECT body_text FROM outbox WHERE kind = 'contact-receipt'") { try $0.string(0) }
            }
            #expect(words.count == letters.count && words.allSatisfy { !$0.contains("casino") && !$0.contains("http") && !$0.contains("SCHANDE") })
        }
    }

    @Test("a letter that looks like advertising can still be sent by who says that they are a person; three an hour from one address")
    func meant() async throws {
        try await PeopleSite.with { site in
            try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            let client = site.client()
            for number in 1...4 {
                var fields = ["soort": "inhoud", "naam": "Kim", "mail": "kim\(number)@voorbeeld.nl", "onderwerp": "Klacht over reclame"]
                fields["bericht"] = "Ik krijg steeds mail over SEO en backlinks \(number). Kan dat stoppen?"
                let seal = try await Self.opened(site, by: client)
                site.clock.advance(seconds: 30)
                let asked = try await Self.send(fields, by: client, on: site, seal: seal)
                #expect(asked.status == 400 && asked.text.contains("Eén vraag nog") && asked.text.contains("backlinks \(number)"))
                #expect(asked.text.contains("Er staan woorden in die veel in reclame staan."))
                let second = try Self.seal(asked.text)
                // Saying nothing is not enough, and neither is the box with a form that never asked.
                site.clock.advance(seconds: 5)
                #expect(try await Self.send(fields, by: client, on: site, seal: second).text.contains("href=\"#zeker\""))
                fields["zeker"] = "ja"
                #expect(try await Self.send(fields, by: client, on: site, seal: seal).status == 400)
                let sent = try await Self.send(fields, by: client, on: site, seal: second)
                #expect(sent.status == (number <= 3 ? 303 : 429) && (number <= 3 || sent.text.contains("backlinks 4")))
            }
            let doubts = try await site.people.contact.list(ContactReach(of: .init(person: nil, grants: [], proof: .none)))
            #expect(doubts.isEmpty)
            #expect(try await Self.questions(site) == 3)
        }
    }

    @Test("pressing twice sends once, and a form that is too fast or too old goes with one more press")
    func twice() async throws {
        try await PeopleSite.with { site in
            try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            let client = site.client()
            let fields = ["soort": "praktisch", "naam": "Bo", "mail": "bo@voorbeeld.nl", "onderwerp": "Zaal", "bericht": "Is de zaal vrij?"]
            let fast = try await Self.send(fields, by: client, on: site, seal: try await Self.opened(site, by: client))
            #expect(fast.status == 400 && fast.text.contains("Druk nog één keer op Verstuur") && fast.text.contains("Is de zaal vrij?"))
            site.clock.advance(seconds: 2)
            let again = try Self.seal(fast.text)
            for _ in 1...2 {
                let sent = try await Self.send(fields, by: client, on: site, seal: again)
                #expect(sent.status == 303 && sent[header: "Location"]?.hasPrefix("/contact/verstuurd?bewijs=") == true)
            }
            #expect(try await Self.questions(site) == 1)
            let old = try await Self.opened(site, by: client)
            site.clock.advance(minutes: 3 * 24 * 60)
            var other = fields
            other["bericht"] = "Is de zaal ook in mei vrij?"
            let late = try await Self.send(other, by: client, on: site, seal: old)
            site.clock.advance(seconds: 2)
            #expect(try await Self.send(other, by: client, on: site, seal: try Self.seal(late.text)).status == 303)
            #expect(try await Self.questions(site) == 2)
        }
    }

    @Test("ASVS 2.4.1: too many from one address or /64 wait, with their words on the page; another address goes on")
    func rate() async throws {
        try await PeopleSite.with { site in
            try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            var statuses: [Int] = []
            for number in 1...22 {
                let client = site.client(peer: "2001:db8:1:2::\(number)"), seal = try await Self.opened(site, by: client)
                site.clock.advance(seconds: 10)
                let fields = [
                    "soort": "praktisch", "naam": "Bo", "mail": "bo\(number)@voorbeeld.nl", "onderwerp": "Zaal", "bericht": "Is zaal \(number) vrij?",
                ]
                let reply = try await Self.send(fields, by: client, on: site, seal: seal)
                statuses.append(reply.status)
                if reply.status == 429 { #expect(reply.text.contains("Is zaal \(number) vrij?") && reply.text.contains("Wacht een uur")) }
            }
            #expect(statuses == Array(repeating: 303, count: 20) + [429, 429])
            let other = site.client(peer: "2001:db8:1:3::1"), seal = try await Self.opened(site, by: other)
            site.clock.advance(seconds: 10)
            let fields = ["soort": "praktisch", "naam": "Bo", "mail": "bo@voorbeeld.nl", "onderwerp": "Zaal", "bericht": "En deze zaal?"]
            #expect(try await Self.send(fields, by: other, on: site, seal: seal).status == 303)
        }
    }
}
