import Core
import Foundation
import Measures
import People
import Site
import TestSupport
import Testing
import Voices
import Web

@Suite("Opinion groups on the site")
struct GroupJourneyTests {
    /// Votes of invented people: two camps, or one.
    private static func vote(_ ground: VoteJourneyTests.Ground, people: Int, difference: Double) async throws {
        let id = try #require(Identifier(String(ground.page.dropFirst("/stemmen/".count))))
        var random = Xoshiro256(seed: 9), cast: [CastVote] = []
        for person in 0..<people {
            for statement in 0..<12 {
                let side = (person + statement) % 2 == 0 ? 1.0 : -1.0
                let choice: Vote.Choice = random.uniform() < 0.5 + side * difference / 2 ? .agree : .disagree
                cast.append(
                    CastVote(mark: [UInt8](repeating: UInt8(person), count: 16), statement: statement + 1, choice: choice, channel: .screen, client: nil))
            }
        }
        let people = ground.site.people
        let store = VoteStore(database: people.database, journal: people.journal, key: people.installation.key)
        _ = try await store.cast(cast, in: id, at: people.now())
    }

    private static func ground(_ site: PeopleSite) async throws -> VoteJourneyTests.Ground {
        let ground = try await VoteJourneyTests.Ground(site)
        let seeds = [("stellingen", (4...12).map { "Nog een stelling \($0)" }.joined(separator: "\r\n")), ("taal", "nl")]
        #expect(try await site.post(ground.page + "/regelen/stellingen/nieuw", seeds, by: ground.official).status == 303)
        return ground
    }

    @Test("WYK-03: groups that are there are told in words, a table, files and by the API; a name is chosen by people", arguments: TestDatabase.engines)
    func shown(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Self.ground(site), page = ground.page, desk = page + "/regelen/groepen"
            #expect(try await ground.official.get(desk).text.contains("Kijk of er groepen zijn"))
            let few = try await site.post(desk, [("kleinste", "10")], by: ground.official)
            #expect(few.status == 400 && few.text.contains("20 mensen nodig") && few.text.contains("href=\"#kleinste\""))
            try await Self.vote(ground, people: 80, difference: 0.9)
            #expect(try await site.client().get(page + "/uitkomst").text.contains("Wij hebben nog niet gekeken of er groepen zijn."))
            #expect(try await site.post(desk, [("kleinste", "10")], by: ground.official).status == 303)
            var text = ""
            for _ in 0..<600 where !text.contains("Alle keren dat wij keken") {
                text = try await ground.official.get(desk).text
                if text.contains("Wij zijn nog bezig") { try await Task.sleep(for: .milliseconds(100)) }
            }
            let outcome = try await site.client().get(page + "/uitkomst").text
            #expect(outcome.contains("Ja. Er zijn 2 groepen") && outcome.contains("ongeveer 40 mensen") && outcome.contains("De groepen kwamen terug"))
            #expect(try await site.post(desk + "/namen", [("naam-A", "Meer groen"), ("naam-B", "")], by: ground.official).status == 303)
            #expect(try await site.client().get(page + "/uitkomst").text.contains("Groep A: Meer groen"))
            let csv = try await site.client().get(page + "/uitkomst/groepen.csv").text
            #expect(csv.contains(",A,Meer groen,40,"))
            let node = try await site.client().get("/api/v1/gesprekken" + page.dropFirst("/stemmen".count) + "/groepen").text
            #expect(node.contains("\"naam\":\"Meer groen\"") && node.contains("\"getoond\":true"))
            // No page, file or answer of the API tells who is in which group.
            for told in [outcome, csv, node, text] { #expect(!told.contains("deelnemer\":") && !told.contains("\"voter")) }
        }
    }

    @Test("WYK-03: a visitor sees their own place move with each vote, and nobody else's")
    func own() async throws {
        try await PeopleSite.with { site in
            let ground = try await Self.ground(site), page = ground.page, visitor = site.client()
            #expect(try await visitor.get(page + "/mijn-plek").text.contains("Er zijn nu geen duidelijke groepen"))
            try await Self.vote(ground, people: 80, difference: 0.9)
            let id = try #require(Identifier(String(page.dropFirst("/stemmen/".count))))
            try await site.site.voices.groups.search(id, floor: 10, because: nil, from: site.origin)
            #expect(try await visitor.get(page + "/mijn-plek").text.contains("Stem eerst op een stelling"))
            try await ground.vote(1, "eens", by: visitor)
            let one = try await visitor.get(page + "/mijn-plek").text
            #expect(one.contains("Je staat het dichtst bij Groep") && one.contains("Je gaf nog weinig antwoorden") && one.contains("class=\"jij\""))
            try await ground.vote(2, "eens", by: visitor)
            let two = try await visitor.get(page + "/mijn-plek").text
            #expect(Self.dot(one) != nil && Self.dot(one) != Self.dot(two))
            #expect(try await !site.client().get(page + "/uitkomst").text.contains("class=\"jij\""))
        }
    }

    @Test("WYK-03: votes of chance are told to have no groups, and the statements stay with their margins")
    func none() async throws {
        try await PeopleSite.with { site in
            let ground = try await Self.ground(site), page = ground.page
            try await Self.vote(ground, people: 60, difference: 0)
            let id = try #require(Identifier(String(page.dropFirst("/stemmen/".count))))
            try await site.site.voices.groups.search(id, floor: 10, because: nil, from: site.origin)
            let outcome = try await site.client().get(page + "/uitkomst").text
            #expect(outcome.contains("Nee, er zijn geen duidelijke groepen.") && outcome.contains("De marge is") && !outcome.contains("groepenplaat"))
        }
    }

    private static func dot(_ text: String) -> Substring? {
        text.range(of: "class=\"jij\"").map { text[$0.upperBound...].prefix(40) }
    }
}
