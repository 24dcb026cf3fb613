import Core
import People
import TestSupport
import Testing
import Voices
import Web

@Suite("Counting beside telling, on the site")
struct MatchJourneyTests {
    /// The small town with its figures, a conversation about one of its neighbourhoods, and a story that may be quoted.
    struct Scene {
        let ground: VoteJourneyTests.Ground
        let site: PeopleSite
        let area = "/gebieden/\(SmallTown.complete)"
        let giver: Client
        let code: String

        init(_ site: PeopleSite) async throws {
            self.site = site
            try await SmallTown.load(into: site.people.database)
            ground = try await VoteJourneyTests.Ground(site, moderation: .after, area: SmallTown.complete)
            giver = site.client()
            let page = ground.page
            _ = try await giver.get(page + "/verhalen/nieuw")
            let told = [("verhaal", "Bij de speeltuin is het donker. Ik loop om."), ("lezers", "iedereen"), ("taal", "nl"), ("citaat", "ja")]
            let thanks = try #require(try await site.post(page + "/verhalen/nieuw", told, by: giver)[header: "Location"])
            code = String(try #require(try await giver.get(thanks).text.firstMatch(of: /<strong>(\w{4} \w{4} \w{4} \w)<\/strong>/)?.1))
        }

        var section: String { area + "/tellen-en-vertellen" }
        var desk: String { section + "/regelen" }
        var conversation: String { String(ground.page.dropFirst("/stemmen/".count)) }

        func read(_ address: String) async throws -> String { try await site.client().get(address).text }

        /// Lays a figure beside the story; the path of its page.
        func match(_ more: [(String, String)] = []) async throws -> String {
            let form = try await ground.official.get(desk + "/nieuw?gesprek=\(conversation)").text
            let owner = try #require(form.firstMatch(of: /name="eigenaar".*?<option value="(\w{26})"/.dotMatchesNewlines())?.1, "\(form)")
            let fields =
                [
                    ("titel", "Verlichting"), ("thema", "veiligheid"), ("geteld", "inwoners"), ("verteld", "alle"), ("citaat", "Ik loop om."),
                    ("verhouding", "spreekt-tegen"), ("uitleg", "Het is er na vijven donker."), ("eigenaar", String(owner)),
                ] + more
            let sent = try await site.post(desk + "/nieuw?gesprek=\(conversation)", fields, by: ground.official)
            return try #require(sent[header: "Location"], "\(sent.text)")
        }
    }

    @Test("WYK-11, WYK-14: a figure and a story stand side by side on the page of the area, as a page, a file and by the API, and in search")
    func sideBySide() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site)
            #expect(try await scene.read(scene.area).contains("zijn minder dan 5 verhalen"))
            let path = try await scene.match(), panel = try await scene.read(scene.area)
            #expect(panel.contains("Cijfer en verhaal spreken elkaar tegen") && panel.contains("Ik loop om.") && panel.contains("van bewoners"))
            // Right after what is counted, and before what is known of it.
            let places = try ["id=\"cijfers\"", "id=\"tellen\"", "id=\"gesprekken\"", "id=\"weten\""].map { try #require(panel.firstRange(of: $0)).lowerBound }
            #expect(places == places.sorted())
            #expect(panel.contains("Op 1 punt spreken cijfer en verhaal elkaar tegen."))
            let page = try await scene.read(path)
            #expect(page.contains("Het is er na vijven donker.") && page.contains("Nog niet besproken") && page.contains("Minder dan 5 van de 1 verhalen"))
            #expect(try await scene.read(scene.section + "/verhoudingen.csv").contains("veiligheid,Verlichting,spreekt-tegen,open,inwoners"))
            let node = try await scene.read("/api/v1/gebieden/\(SmallTown.complete)/verhoudingen")
            #expect(node.contains("\"verhouding\":\"spreekt-tegen\"") && node.contains("\"herkomst\":\"register\"") && node.contains("\"verhalen\":null"))
            // Also on the page of the municipality, with the name of the area.
            #expect(try await scene.read("/gebieden/GM9999/tellen-en-vertellen").contains("Verlichting"))
            let english = try await scene.read("/en" + path)
            #expect(english.contains("Figure and story contradict each other") && english.contains("Not talked over yet"))
        }
    }

    @Test("WYK-11: a form that lacks something comes back with the own words, and a conversation elsewhere is not found")
    func faults() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site), target = scene.desk + "/nieuw?gesprek=\(scene.conversation)"
            let wrong = try await site.post(target, [("titel", "Verlichting"), ("citaat", "Het is er licht"), ("verteld", "alle")], by: scene.ground.official)
            #expect(wrong.status == 400 && wrong.text.contains("value=\"Verlichting\"") && wrong.text.contains("Het is er licht"))
            for field in ["thema", "geteld", "citaat", "eigenaar"] { #expect(wrong.text.contains("href=\"#\(field)\""), "\(field)") }
            #expect(try await scene.ground.official.get("/gebieden/GM9998/tellen-en-vertellen/regelen").status == 404)
            #expect(try await scene.ground.official.get(scene.desk + "/nieuw?gesprek=01m80z5njhgfcm0npw6m3sbzrq").status == 404)
            let stranger = try await VoteJourneyTests.Ground.client("els@voorbeeld.nl", .official, at: .area(try #require(AreaCode("GM9998"))), site)
            #expect(try await stranger.get(scene.desk).status == 404)
        }
    }

    @Test("WYK-11: a difference is talked over and stays, with what was done and why")
    func changing() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site), path = try await scene.match()
            let empty = try await site.post(path + "/regelen", [("stand", "besproken")], by: scene.ground.official)
            #expect(empty.status == 400 && empty.text.contains("href=\"#reden\""))
            let told = [("stand", "verschil-blijft"), ("reden", "Overdag klopt het cijfer.")]
            #expect(try await site.post(path + "/regelen", told, by: scene.ground.official).status == 303)
            let page = try await scene.read(path)
            #expect(page.contains("Het verschil blijft staan") && page.contains("Overdag klopt het cijfer."))
            #expect(!(try await scene.read(scene.area).contains("Dat is nog niet besproken.")))
        }
    }

    @Test("WYK-18, WYK-30, WYK-31: what a partner knows has its label, who knows the area stands there, and a first signal is about a place")
    func others() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site)
            let partner = [("partner", "Wij zien er meer mensen."), ("partner-bron", "Welzijn Lindenmeer"), ("partner-soort", "straat")]
            let form = try await scene.ground.official.get(scene.desk + "/nieuw?gesprek=\(scene.conversation)").text
            let owner = String(try #require(form.firstMatch(of: /name="eigenaar".*?<option value="(\w{26})"/.dotMatchesNewlines())?.1))
            let fields =
                [
                    ("titel", "Drukte"), ("thema", "veiligheid"), ("geteld", "van-een-partner"), ("verteld", "stelling-1"), ("verhouding", "verklaart"),
                    ("eigenaar", owner),
                ] + partner
            let sent = try await site.post(scene.desk + "/nieuw?gesprek=\(scene.conversation)", fields, by: scene.ground.official)
            let page = try await scene.read(try #require(sent[header: "Location"], "\(sent.text)"))
            #expect(page.contains("Wat een partner weet, van de straat") && page.contains("Welzijn Lindenmeer") && page.contains("Meer bomen"))
            #expect(page.contains("Hierop stemden minder dan 5 mensen."))
            let knower = [("naam", "Bewonersgroep Waterkers"), ("soort", "bewoners"), ("weet", "De speeltuin")]
            #expect(try await site.post(scene.desk + "/kenners", knower, by: scene.ground.official).status == 303)
            let area = try await scene.read(scene.section)
            #expect(area.contains("Bewonersgroep Waterkers") && area.contains("nooit over een mens") && area.contains(scene.ground.page + "/plekken/nieuw"))
            let list = try await scene.ground.official.get(scene.desk).text
            let id = try #require(list.firstMatch(of: /name="kenner" value="(\w+)"/)?.1)
            #expect(try await site.post(scene.desk + "/kenners/weg", [("kenner", String(id))], by: scene.ground.official).status == 303)
            #expect(!(try await scene.read(scene.section).contains("Bewonersgroep Waterkers")))
        }
    }

    @Test("WYK-25: the story leads to what it became part of, and taking it back takes its words from everywhere")
    func takingBack() async throws {
        try await PeopleSite.with { site in
            let scene = try await Scene(site), path = try await scene.match()
            let stories = try await scene.read(scene.ground.page + "/verhalen")
            let story = String(try #require(stories.firstMatch(of: /href="([^"]+\/verhalen\/\w{26})"/)?.1))
            #expect(try await scene.read(story).contains("Verlichting"))
            let asked = try await site.post("/stemmen/mijn-inbreng", [("code", scene.code)], by: scene.giver)
            let form = try await scene.giver.get(try #require(asked[header: "Location"])).text
            let proof = String(try #require(form.firstMatch(of: /name="bewijs" value="([^"]+)"/)?.1))
            #expect(try await site.post("/stemmen/mijn-inbreng/terugnemen", [("bewijs", proof)], by: scene.giver).status == 303)
            let places = [
                scene.area, scene.section, path, scene.section + "/verhoudingen.csv", "/api/v1/gebieden/\(SmallTown.complete)/verhoudingen",
                scene.ground.page + "/verhalen", "/api/v1/gesprekken/\(scene.conversation)/verhalen",
            ]
            for place in places { #expect(!(try await scene.read(place).contains("loop om")), "\(place)") }
            #expect(try await site.client().get(story).status == 404)
            // The index follows within two seconds.
            var found = true
            for _ in 0..<40 where found {
                found = try await scene.read("/zoeken?q=speeltuin").contains("loop om")
                if found { try await Task.sleep(for: .milliseconds(100)) }
            }
            #expect(!found)
        }
    }
}
