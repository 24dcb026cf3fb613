import Core
import Mail
import People
import TestSupport
import Testing
import Voices
import Web

@Suite("Codes by post on the site")
struct CodeJourneyTests {
    /// A conversation by code in the fictional Lindenmeer, open now, and who leads it.
    private struct Ground {
        let site: PeopleSite
        let page: String
        let official: Client

        init(_ site: PeopleSite) async throws {
            self.site = site
            let owner = try await site.people.organisations.add(
                name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode("GM9999"), from: site.origin)
            let store = ConversationStore(database: site.people.database, journal: site.people.journal)
            // The clock stands on 18 November 2026.
            let facts = Conversation.Facts(
                title: "Wat vind jij van Waterkers?", question: "Wat kan beter?", decided: "Waar het geld heen gaat.", notDecided: "Of er huizen komen.",
                influence: .advise, decider: "De gemeenteraad", decidedBy: try #require(DutchDay("2027-01-31")), afterwards: "Wij lezen alles.",
                firstDay: try #require(DutchDay("2026-11-01")), lastDay: try #require(DutchDay("2026-12-31")), ways: [.screen, .paper, .help],
                invitation: "Een brief aan elk huis.", languages: ["nl"], houseRules: "", contact: "Buurthuis De Kers", level: .code, moderation: .before)
            let id = try await store.add(facts, about: try #require(AreaCode("BU99990101")), by: owner.id, from: site.origin)
            try await store.announce(id, from: site.origin)
            page = "/stemmen/\(id)"
            official = try await Self.client("ans@voorbeeld.nl", .official, site)
        }

        static func client(_ mail: String, _ role: Role, at scope: Scope = .area(AreaCode("GM9999")!), _ site: PeopleSite) async throws -> Client {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin)
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
            let client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        /// Codes from a file, in the order of their numbers.
        func codes(_ amount: Int) async throws -> [String] {
            let fields = [("doel", "brieven"), ("aantal", String(amount)), ("notitie", "Brieven van november"), ("vorm", "bestand")]
            let file = try await site.post(page + "/regelen/codes/uitgeven", fields, by: official)
            #expect(file.status == 200 && file[header: "Content-Disposition"]?.contains("attachment") == true)
            #expect(file[header: "Cache-Control"]?.contains("no-store") == true)
            let lines = file.text.split(separator: "\r\n").dropFirst()
            #expect(lines.count == amount)
            return lines.map { String($0.split(separator: ",")[1]) }
        }
    }

    @Test("from the file to a voice: a code typed in small letters opens the conversation, in two browsers", arguments: TestDatabase.engines)
    func taking(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), codes = try await ground.codes(3), page = ground.page
            // Nothing of them stands on the desk afterwards.
            let desk = try await ground.official.get(page + "/regelen/codes")
            #expect(desk.status == 200 && desk.text.contains("Brieven van november") && !codes.contains { desk.text.contains($0) })
            for typed in [codes[0].lowercased(), codes[0].filter { $0 != " " }] {
                let visitor = site.client()
                #expect(try await visitor.get("/stemmen/code").text.contains("2345 6789 ABCD M"))
                let sent = try await site.post("/stemmen/code", [("code", typed)], by: visitor)
                #expect(sent.status == 303 && sent[header: "Location"] == page + "/code", "\(sent.text)")
                #expect(try await visitor.get(page + "/code").text.contains("Je code klopt."))
            }
            #expect(try await !site.client().get(page + "/code").text.contains("Je code klopt."))
        }
    }

    @Test("what is wrong with a code is said at its field: shape, a typing error, unknown, used on paper, not valid any more")
    func faults() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), codes = try await ground.codes(2), page = ground.page, visitor = site.client()
            func said(_ typed: String) async throws -> String {
                let reply = try await site.post(page + "/code", [("code", typed)], by: visitor)
                #expect(reply.status == 400 && reply.text.contains("href=\"#code\""), "\(typed)")
                return reply.text
            }
            #expect(try await said("").contains("Vul je code in"))
            #expect(try await said("2345").contains("13 letters en cijfers"))
            #expect(try await said("2345 6789 ABCD N").contains("Er zit een typefout in de code"))
            #expect(try await said("2345 6789 ABCD M").contains("hoort niet bij dit gesprek"))
            #expect(try await site.post(page + "/regelen/codes/papier", [("papiercode", codes[0])], by: ground.official).status == 303)
            #expect(try await said(codes[0]).contains("al op papier meegedaan"))
            let again = try await site.post(page + "/regelen/codes/papier", [("papiercode", codes[0])], by: ground.official)
            #expect(again.status == 400 && again.text.contains("Gebruikt op papier"))
            let desk = try await ground.official.get(page + "/regelen/codes").text
            let batch = try #require(desk.firstMatch(of: /<option value="([0-9a-z]{26})"/)).1
            let fields = [("partij", String(batch)), ("nummers", "2"), ("gebeurd", "vervallen"), ("reden", "")]
            #expect(try await site.post(page + "/regelen/codes/merken", fields, by: ground.official).status == 400)
            let whole = fields.dropLast() + [("reden", "Brief gestolen")]
            #expect(try await site.post(page + "/regelen/codes/merken", Array(whole), by: ground.official).status == 303)
            #expect(try await said(codes[1]).contains("Buurthuis De Kers"))
        }
    }

    @Test("the count is for everyone after the last day, and is closed by who leads the conversation")
    func counting() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), page = ground.page
            _ = try await ground.codes(8)
            #expect(try await site.client().get(page + "/verantwoording").status == 404)
            #expect(try await site.post(page + "/regelen/codes/afsluiten", by: ground.official).status == 409)
            site.clock.advance(minutes: 50 * 24 * 60)
            let later = try await Ground.client("bo@voorbeeld.nl", .official, site)
            #expect(try await site.client().get(page + "/verantwoording").text.contains("Deze telling is nog niet klaar."))
            #expect(try await site.post(page + "/regelen/codes/afsluiten", by: later).status == 303)
            #expect(try await site.client().get(page + "/verantwoording").text.contains("De telling is klaar sinds"))
            let refused = try await site.post(
                page + "/regelen/codes/uitgeven", [("doel", "brieven"), ("aantal", "1"), ("vorm", "bestand")], by: later)
            #expect(refused.status == 409)
        }
    }

    @Test("cards are made for 200 at most; only who leads the conversation gets codes or helps, and no functional administrator")
    func desks() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), page = ground.page
            let many = [("doel", "stroken"), ("aantal", "201"), ("vorm", "kaartjes")]
            #expect(try await site.post(page + "/regelen/codes/uitgeven", many, by: ground.official).text.contains("href=\"#aantal\""))
            let cards = try await site.post(
                page + "/regelen/codes/uitgeven", [("doel", "stroken"), ("aantal", "2"), ("vorm", "kaartjes")], by: ground.official)
            #expect(cards.status == 200 && cards.text.ranges(of: "class=\"kaartje\"").count == 2 && cards.text.contains("Nummer 2"))
            #expect(try await site.post(page + "/regelen/helpen", by: ground.official).status == 400)
            #expect(try await site.post(page + "/regelen/helpen", [("hulp", "lezen")], by: ground.official).status == 303)
            #expect(try await ground.official.get(page + "/regelen/helpen").text.contains("Je helpt nu iemand anders."))
            #expect(try await site.post(page + "/regelen/helpen/klaar", by: ground.official).status == 303)
            #expect(try await ground.official.get(page + "/regelen/helpen").text.contains("Begin met helpen"))
            let administrator = try await Ground.client("fem@voorbeeld.nl", .functionalAdministrator, at: .installation, site)
            for path in ["/regelen/codes", "/regelen/helpen"] {
                #expect(try await administrator.get(page + path).status == 404, "\(path)")
                #expect(try await site.client().get(page + path).status == 303, "\(path)")
            }
        }
    }
}
