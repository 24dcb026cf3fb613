import Core
import HTTPTypes
import People
import SQL
import Site
import TestSupport
import Testing
import Voices
import Web

/// A story is used wherever a story can be used, and then its giver takes it back.
@Suite("Taking a story back takes it from everywhere")
struct RemovalProofTests {
    /// Stands in the story and nowhere else.
    private static let mark = "loop om"

    /// Uses the story: sorted by two readers with a quote, laid beside a figure with a quote, answered, and reported.
    private static func use(_ scene: MatchJourneyTests.Scene) async throws -> (story: Identifier, match: Identifier) {
        let voices = scene.site.site.voices, conversation = try #require(Identifier(scene.conversation)), origin = scene.site.origin
        let story = try #require(try await voices.stories.store.published(in: conversation).first?.contribution.id)
        for (number, mail) in ["een@voorbeeld.nl", "twee@voorbeeld.nl"].enumerated() {
            let reader = try await scene.site.add("Lezer \(number)", mail)
            let own = Origin(person: reader.id, request: "test", channel: .web, time: scene.site.clock.now)
            if number == 0 { try await voices.coding.store.addTheme("Licht", meaning: "", in: conversation, from: own) }
            try await voices.coding.store.code(story, [1], quotes: [1: "Ik loop om."], in: conversation, from: own)
        }
        let path = try await scene.match()
        try await voices.aftermath.store.tell(
            .takenUp, because: "De lamp waarom je omloopt komt er.", next: nil, about: [story], in: conversation, from: origin)
        let report = [("reden", "kwetsend"), ("toelichting", "Hier staat: Ik loop om.")]
        let reported = try await scene.site.post(scene.ground.page + "/inbreng/\(story)/melding", report, by: scene.site.client())
        #expect(reported.status == 303, "\(reported.text)")
        return (story, try #require(Identifier(String(path.suffix(26)))))
    }

    /// Everything that can be asked about the conversation and its area: for everyone, and at the desk.
    private static func addresses(_ scene: MatchJourneyTests.Scene, _ story: Identifier, _ match: Identifier) throws -> [(address: String, isDesk: Bool)] {
        let parts = [
            "gesprek": scene.conversation, "code": SmallTown.complete, "inbreng": story.description, "verhouding": match.description,
        ]
        return try scene.site.site.routes().routes.compactMap { route -> (address: String, isDesk: Bool)? in
            let isOfIt = ["{gesprek}", "{code}/tellen-en-vertellen", "{code}/verhoudingen"].contains { route.pattern.contains($0) }
            let isArea = route.pattern == "/gebieden/{code}"
            guard route.method == .get, isOfIt || isArea, let address = DisclosureAttackTests.Scene.fill(route.pattern, parts) else { return nil }
            return (address, route.access != .everyone)
        }
    }

    /// Tables and columns in which a text still stands.
    private static func places(of text: String, in database: Database) async throws -> [String] {
        try await database.read { reading in
            let columns: Query =
                switch database.dialect {
                case .sqlite:
                    """
                    SELECT tables.name, columns.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
                    WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
                    """
                case .postgres:
                    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND data_type = 'text'"
                }
            var found: [String] = []
            for (table, column) in try reading.all(columns, { (try $0.string(0), try $0.string(1)) }) {
                let like = "%\(text)%"
                let query: Query = "SELECT COUNT(*) FROM \(identifier: table) WHERE CAST(\(identifier: column) AS TEXT) LIKE \(like)"
                if try reading.first(query, { try $0.int(0) }) ?? 0 > 0 { found.append("\(table).\(column)") }
            }
            return found
        }
    }

    @Test("WYK-25: no page, file, answer of the API, search or table of the database holds a word of it any more", arguments: TestDatabase.engines)
    func removal(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let scene = try await MatchJourneyTests.Scene(site), (story, match) = try await Self.use(scene)
            let addresses = try Self.addresses(scene, story, match), everyone = site.client()
            func holding() async throws -> Set<String> {
                var found: Set<String> = []
                for (address, isDesk) in addresses {
                    let reply = try await (isDesk ? scene.ground.official : everyone).get(address)
                    if reply.text.contains(Self.mark) { found.insert(address) }
                }
                if try await everyone.get("/zoeken?q=speeltuin").text.contains(Self.mark) { found.insert("/zoeken") }
                return found
            }
            let before = try await holding(), stored = try await Self.places(of: Self.mark, in: site.people.database)
            let page = scene.ground.page
            for used in [
                page + "/verhalen", page + "/verhalen/\(story)", page + "/themas", scene.area, scene.section, page + "/wat-er-mee-gebeurde", "/zoeken",
            ] {
                #expect(before.contains(used), "\(used) among \(before.sorted())")
            }
            #expect(stored.contains("contribution.words") && stored.contains("coding_quote.words") && stored.contains("ring_match_quote.words"))
            let asked = try await site.post("/stemmen/mijn-inbreng", [("code", scene.code)], by: scene.giver)
            let form = try await scene.giver.get(try #require(asked[header: "Location"])).text
            let proof = String(try #require(form.firstMatch(of: /name="bewijs" value="([^"]+)"/)?.1))
            #expect(try await site.post("/stemmen/mijn-inbreng/terugnemen", [("bewijs", proof)], by: scene.giver).status == 303)
            // Search, and the titles that links give, follow within two seconds.
            var after = try await holding()
            for _ in 0..<30 where !after.isEmpty {
                try await Task.sleep(for: .milliseconds(100))
                after = try await holding()
            }
            #expect(after.isEmpty, "\(after.sorted())")
            #expect(try await Self.places(of: Self.mark, in: site.people.database).isEmpty)
            #expect(try await everyone.get(page + "/verhalen/\(story)").status == 404)
        }
    }
}
