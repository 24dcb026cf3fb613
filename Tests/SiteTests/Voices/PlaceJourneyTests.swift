import Core
import Foundation
import People
import Site
import TestSupport
import Testing
import Voices
import Web

@Suite("Places on the site")
struct PlaceJourneyTests {
    private static let usual = [
        ("weg", "woorden"), ("waar", "buiten"), ("plek", "De kikkerhoek"), ("gevoel", "kan-beter"), ("tekst", "Hier is het glad."), ("taal", "nl"),
        ("lezers", "iedereen"),
    ]

    @Test("WYK-03, WYK-11: a place in words is moderated, shown in list, files and API, and taken back everywhere", arguments: TestDatabase.engines)
    func journey(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official), visitor = site.client(), form = page + "/plekken/nieuw"
            #expect(try await visitor.get(page).text.contains(page + "/plekken"))
            let empty = try await site.post(form, [("weg", "woorden"), ("plek", "Lindelaan 12, 1234 AB")], by: visitor)
            #expect(empty.status == 400 && empty.text.contains("href=\"#tekst\"") && empty.text.contains("Lindelaan 12"))
            let hinted = try await site.post(form, Self.usual.filter { $0.0 != "tekst" } + [("tekst", "Bel 06-12345678.")], by: visitor)
            #expect(hinted.text.contains("[telefoon?]") && hinted.text.contains("De kikkerhoek"))
            let sent = try await site.post(form, Self.usual, by: visitor)
            #expect(sent.status == 303, "\(sent.text)")
            let thanks = try await visitor.get(try #require(sent[header: "Location"])).text
            let code = try #require(thanks.components(separatedBy: "</strong>").compactMap { VoiceCode(String($0.suffix(16))) }.first)
            let api = "/api/v1/gesprekken/" + page.suffix(26) + "/plekken"
            let open = [
                page + "/plekken", page + "/plekken/plekken.csv", page + "/plekken/plekken.geojson", api, page + "/plekken?gevoel=kan-beter&maand=2026-11",
            ]
            for path in open { #expect(try await !visitor.get(path).text.contains("kikkerhoek"), "\(path)") }

            let desk = page + "/regelen/moderatie", queue = try await official.get(desk).text
            let item = try #require(queue.components(separatedBy: desk + "/").dropFirst().first.map { desk + "/" + $0.prefix(26) })
            #expect(try await official.get(item).text.contains("De kikkerhoek"))
            #expect(try await site.post(item, [("besluit", "geplaatst"), ("tekst", "Hier is het glad.")], by: official).status == 303)
            for path in open {
                let shown = try await visitor.get(path)
                #expect(shown.status == 200 && shown.text.contains("kikkerhoek") && shown.text.contains("Hier is het glad."), "\(path)")
            }
            #expect(try await !visitor.get(page + "/plekken?gevoel=goed").text.contains("kikkerhoek"))
            #expect(try await !visitor.get(page + "/plekken?maand=2026-12").text.contains("kikkerhoek"))

            let asked = try await site.post("/stemmen/mijn-inbreng", [("code", code.spaced)], by: visitor)
            let mine = try await visitor.get(try #require(asked[header: "Location"])).text
            let proof = try #require(mine.components(separatedBy: "name=\"bewijs\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) })
            #expect(try await site.post("/stemmen/mijn-inbreng/terugnemen", [("bewijs", proof)], by: visitor).status == 303)
            for path in open { #expect(try await !visitor.get(path).text.contains("kikkerhoek"), "\(path)") }
        }
    }

    @Test("WYK-31: a place for the team alone is nowhere public; a closed conversation takes none")
    func team() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official, [("moderatie", "achteraf")]), visitor = site.client()
            for (words, readers) in [("Voor jullie", "team"), ("Voor iedereen", "iedereen")] {
                let fields = Self.usual.filter { !["tekst", "lezers"].contains($0.0) } + [("tekst", words), ("lezers", readers)]
                #expect(try await site.post(page + "/plekken/nieuw", fields, by: visitor).status == 303)
            }
            for path in [page + "/plekken", page + "/plekken/plekken.csv", page + "/plekken/plekken.geojson"] {
                let shown = try await visitor.get(path).text
                #expect(shown.contains("Voor iedereen") && !shown.contains("Voor jullie"), "\(path)")
            }
            #expect(try await visitor.get(page + "/plekken/kaart.svg").status == 404)
            site.clock.advance(minutes: 60 * 24 * 60)
            let late = try await visitor.get(page + "/plekken/nieuw")
            #expect(late.status == 200 && late.text.contains("nu niet open") && !late.text.contains("name=\"tekst\""))
            _ = try await site.post(page + "/plekken/nieuw", Self.usual, by: visitor)
            #expect(try await !visitor.get(page + "/plekken").text.contains("Hier is het glad."))
        }
    }
}
