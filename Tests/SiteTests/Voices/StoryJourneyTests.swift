import Core
import Foundation
import People
import Site
import TestSupport
import Testing
import Voices
import Web

@Suite("Stories on the site")
struct StoryJourneyTests {
    private static let words = "De kikkervijver is vol. Bel mevrouw Jansen op 06-12345678."

    /// What the thanks page shows.
    private static func code(_ text: String) throws -> VoiceCode {
        try #require(text.components(separatedBy: "</strong>").compactMap { VoiceCode(String($0.suffix(16))) }.first)
    }

    /// A story that was sent as it is, by a visitor.
    private static func tell(_ page: String, _ site: PeopleSite, _ client: Client, _ changes: [(String, String)] = []) async throws -> VoiceCode {
        let usual = [("verhaal", words), ("taal", "nl"), ("soort", "droom"), ("plek", "Het plein"), ("lezers", "iedereen"), ("knop", "toch")]
        let names = Set(changes.map(\.0))
        let sent = try await site.post(page + "/verhalen/nieuw", usual.filter { !names.contains($0.0) } + changes, by: client)
        #expect(sent.status == 303, "\(sent.text)")
        let thanks = try await client.get(try #require(sent[header: "Location"]))
        return try code(thanks.text)
    }

    /// The page of what became of it, by its code.
    private static func look(_ code: VoiceCode, _ site: PeopleSite, _ client: Client) async throws -> String {
        let asked = try await site.post("/stemmen/mijn-inbreng", [("code", code.spaced.lowercased())], by: client)
        #expect(asked.status == 303, "\(asked.text)")
        let address = try #require(asked[header: "Location"])
        #expect(!address.contains(code.description))
        return address
    }

    @Test(
        "WYK-03, WYK-11: a story is hinted at, moderated with parts left out, read by everyone, followed by its code, and taken back everywhere",
        arguments: TestDatabase.engines)
    func story(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official), visitor = site.client()
            let empty = try await site.post(page + "/verhalen/nieuw", [("verhaal", ""), ("plek", "Lindelaan 12, 1234 AB")], by: visitor)
            #expect(empty.status == 400 && empty.text.contains("href=\"#verhaal\"") && empty.text.contains("Lindelaan 12"))
            let hinted = try await site.post(
                page + "/verhalen/nieuw", [("verhaal", Self.words), ("taal", "nl"), ("lezers", "iedereen")], by: visitor)
            #expect(hinted.text.contains("[telefoon?]") && hinted.text.contains("value=\"toch\"") && hinted.text.contains("kikkervijver"))
            let code = try await Self.tell(page, site, visitor)
            #expect(try await !visitor.get(page + "/verhalen").text.contains("kikkervijver"))

            let desk = page + "/regelen/moderatie", queue = try await official.get(desk)
            #expect(queue.status == 200 && queue.text.contains("misschien gegevens van mensen"))
            let item = try #require(queue.text.components(separatedBy: desk + "/").dropFirst().first.map { desk + "/" + $0.prefix(26) })
            let opened = try await official.get(item)
            #expect(opened.text.contains("Het plein") && opened.text.contains("[telefoon?]"))
            let unsaid = try await site.post(item, [("besluit", "deels-geplaatst"), ("tekst", Self.words)], by: official)
            #expect(unsaid.status == 400 && unsaid.text.contains("href=\"#reden\""))
            let ruling = [
                ("besluit", "deels-geplaatst"), ("tekst", "De kikkervijver is vol."), ("reden", "persoonsgegevens"), ("toelichting", "Zonder nummer."),
            ]
            #expect(try await site.post(item, ruling, by: official).status == 303)

            let shown = try await visitor.get(page + "/verhalen?soort=droom")
            #expect(shown.text.contains("De kikkervijver is vol.") && !shown.text.contains("Jansen") && shown.text.contains("november 2026"))
            let id = item.suffix(26)
            #expect(try await visitor.get(page + "/verhalen/\(id)").text.contains("Het plein"))
            let api = "/api/v1/gesprekken/" + page.suffix(26) + "/verhalen"
            let json = try await visitor.get(api).text
            #expect(json.contains("kikkervijver") && !json.contains("Jansen") && json.contains("\"ingekort\":true"))

            let mine = try await Self.look(code, site, visitor), state = try await visitor.get(mine)
            #expect(state.text.contains("Zonder nummer.") && state.text.contains("met stukken weggelaten") && state.text.contains("Jansen"))
            let proof = try #require(state.text.components(separatedBy: "name=\"bewijs\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) })
            #expect(try await site.post("/stemmen/mijn-inbreng/terugnemen", [("bewijs", proof)], by: visitor).status == 303)
            #expect(try await visitor.get(mine).text.contains("Weggehaald door de gever"))
            for path in [page + "/verhalen", page, api, "/stemmen", page + "/moderatie"] {
                #expect(try await !visitor.get(path).text.contains("kikkervijver"), "\(path)")
            }
            #expect(try await visitor.get(page + "/verhalen/\(id)").status == 404)
            #expect(try await official.get(item).status == 404)
        }
    }

    @Test("WYK-31: nobody but who leads the conversation reads the queue; what was told to the team is nowhere public")
    func closed() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official, [("moderatie", "achteraf")]), visitor = site.client()
            _ = try await Self.tell(page, site, visitor, [("verhaal", "Alleen voor jullie: ik ben bang."), ("lezers", "team")])
            _ = try await Self.tell(page, site, visitor, [("verhaal", "Mooi hier.")])
            let shown = try await visitor.get(page + "/verhalen")
            #expect(shown.text.contains("Mooi hier.") && !shown.text.contains("ik ben bang"))
            let desk = page + "/regelen/moderatie"
            #expect(try await official.get(desk).status == 200)
            let elsewhere = try await ground.client("els@voorbeeld.nl", .official, at: "GM9998")
            #expect(try await elsewhere.get(desk).status == 404)
            let administrator = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            #expect(try await administrator.get(desk).status == 404)
            #expect(try await visitor.get(desk).status == 303)
        }
    }

    @Test("a report hides nothing, is seen by the moderator, and a wrong code is told from one with a typing error")
    func reports() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official, [("moderatie", "achteraf")]), visitor = site.client()
            _ = try await Self.tell(page, site, visitor, [("verhaal", "Mooi hier.")])
            let list = try await visitor.get(page + "/verhalen").text
            let report = try #require(
                list.components(separatedBy: page + "/inbreng/").dropFirst().first.map { page + "/inbreng/" + $0.prefix(26) + "/melding" })
            #expect(try await site.post(report, [("toelichting", "Lelijk")], by: visitor).status == 400)
            #expect(try await site.post(report, [("reden", "kwetsend"), ("toelichting", "Lelijk")], by: visitor).status == 303)
            #expect(try await visitor.get(page + "/verhalen").text.contains("Mooi hier."))
            #expect(try await official.get(page + "/regelen/moderatie").text.contains("gemeld: 1"))
            let typed = try await site.post("/stemmen/mijn-inbreng", [("code", "2345 6789 ABCD N")], by: visitor)
            #expect(typed.status == 400 && typed.text.contains("typefout"))
            let unknown = try await site.post("/stemmen/mijn-inbreng", [("code", "2345 6789 ABCD M")], by: visitor)
            #expect(unknown.status == 400 && unknown.text.contains("kennen we niet"))
        }
    }

    @Test("WYK-24: who was signed in finds what they told without a code, until the hour of the page is over")
    func own() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let page = try await ground.open(official), resident = try await ground.client("bea@voorbeeld.nl", .resident, at: "GM9999")
            _ = try await Self.tell(page, site, resident, [("verhaal", "Van mij.")])
            let list = try await resident.get("/stemmen/mijn-inbreng").text
            let link = try #require(list.components(separatedBy: "/stemmen/mijn-inbreng?bewijs=").dropFirst().first.map { $0.prefix { $0 != "\"" } })
            let address = "/stemmen/mijn-inbreng?bewijs=" + link
            #expect(try await resident.get(address).text.contains("Van mij."))
            #expect(try await !site.client().get("/stemmen/mijn-inbreng").text.contains("bewijs="))
            site.clock.advance(minutes: 59)
            #expect(try await site.client().get(address).text.contains("Van mij."))
            site.clock.advance(minutes: 2)
            let late = try await site.client().get(address)
            #expect(!late.text.contains("Van mij.") && late.text.contains("Typ je code opnieuw"))
        }
    }
}
