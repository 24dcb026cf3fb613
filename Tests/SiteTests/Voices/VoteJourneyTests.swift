import Core
import Mail
import People
import TestSupport
import Testing
import Voices
import Web

@Suite("Statements and votes on the site")
struct VoteJourneyTests {
    /// An open conversation in the fictional Lindenmeer with three statements, and who leads it.
    struct Ground {
        let site: PeopleSite
        let page: String
        let official: Client

        init(_ site: PeopleSite, moderation: Conversation.Moderation = .before, area: String = "BU99990101") async throws {
            self.site = site
            let owner = try await site.people.organisations.add(
                name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode("GM9999"), from: site.origin)
            let store = ConversationStore(database: site.people.database, journal: site.people.journal)
            // The clock stands on 18 November 2026.
            let facts = Conversation.Facts(
                title: "Wat vind jij van Waterkers?", question: "Wat kan beter?", decided: "Waar het geld heen gaat.", notDecided: "Of er huizen komen.",
                influence: .advise, decider: "De gemeenteraad", decidedBy: try #require(DutchDay("2027-01-31")), afterwards: "Wij lezen alles.",
                firstDay: try #require(DutchDay("2026-11-01")), lastDay: try #require(DutchDay("2026-12-31")), ways: [.screen], invitation: "",
                languages: ["nl"], houseRules: "", contact: "Buurthuis De Kers", level: .open, moderation: moderation)
            let id = try await store.add(facts, about: try #require(AreaCode(area)), by: owner.id, from: site.origin)
            try await store.announce(id, from: site.origin)
            page = "/stemmen/\(id)"
            official = try await Self.client("ans@voorbeeld.nl", .official, at: .area(try #require(AreaCode("GM9999"))), site)
            let seeds = [("stellingen", "Meer bomen\r\n\r\nEen speeltuin erbij\r\nMinder auto’s"), ("taal", "nl")]
            let sent = try await site.post(page + "/regelen/stellingen/nieuw", seeds, by: official)
            #expect(sent.status == 303, "\(sent.text)")
        }

        static func client(_ mail: String, _ role: Role, at scope: Scope, _ site: PeopleSite) async throws -> Client {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin)
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
            let client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        func vote(_ number: Int, _ choice: String, by visitor: Client) async throws {
            let sent = try await site.post(page + "/stellingen", [("stelling", String(number)), ("stem", choice)], by: visitor)
            #expect(sent.status == 303 && sent[header: "Location"] == page + "/stellingen?vorige=\(number)", "\(sent.text)")
        }
    }

    @Test("WYK-03: a visitor votes on all, goes back and changes an answer; no page of the outcome tells of one voter", arguments: TestDatabase.engines)
    func voting(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), page = ground.page, visitor = site.client()
            #expect(try await visitor.get(page + "/stellingen").text.contains("op 0 van de 3 stellingen"))
            for number in 1...3 { try await ground.vote(number, "eens", by: visitor) }
            let end = try await visitor.get(page + "/stellingen?vorige=3").text
            #expect(end.contains("Je hebt alles gehad") && end.contains("stellingen?nummer=3"))
            #expect(try await visitor.get(page + "/stellingen?nummer=3").text.contains("Jouw antwoord: eens."))
            try await ground.vote(3, "pas", by: visitor)
            #expect(try await visitor.get(page + "/stellingen?nummer=3").text.contains("Jouw antwoord: weet ik niet."))
            let outcome = try await site.client().get(page + "/uitkomst").text, file = try await site.client().get(page + "/uitkomst/uitkomst.csv").text
            #expect(outcome.contains("Er deden minder dan 5 mensen mee.") && !outcome.contains("van de 1"))
            #expect(file.contains("1,Meer bomen,,,,minder dan 5,,,,"))
        }
    }

    @Test("WYK-03: from five voters the outcome is told, the same as a page, a file and by the API")
    func outcome() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), page = ground.page
            for _ in 0..<5 { try await ground.vote(1, "eens", by: site.client()) }
            let shown = try await site.client().get(page + "/uitkomst").text
            // 5 of 5: Wilson's lower limit is 0.57.
            #expect(shown.contains("Er deden 5 mensen mee.") && shown.contains("5 van de 5: eens.") && shown.contains("geen steekproef"))
            #expect(try await site.client().get(page + "/uitkomst/uitkomst.csv").text.contains("1,Meer bomen,5,0,0,5,,,,"))
            let node = try await site.client().get("/api/v1/gesprekken" + page.dropFirst("/stemmen".count) + "/uitkomst").text
            #expect(node.contains("\"eens\":5") && node.contains("\"deelnemers\":5"))
            try await ground.vote(1, "oneens", by: site.client())
            #expect(try await site.client().get(page + "/uitkomst").text.contains("5 van de 5: eens."))
        }
    }

    @Test("WYK-03: what a resident writes comes back with a hint, waits for a moderator, and its writer is not asked about it")
    func writing() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site, moderation: .after), page = ground.page, writer = site.client(), address = page + "/stellingen/nieuw"
            let long = try await site.post(address, [("tekst", String(repeating: "a", count: 141)), ("taal", "nl")], by: writer)
            #expect(long.status == 400 && long.text.contains("href=\"#tekst\""))
            let mail = "Mail naar an@voorbeeld.nl over bankjes"
            let hinted = try await site.post(address, [("tekst", mail), ("taal", "nl")], by: writer)
            #expect(hinted.text.contains("mailadres?") && hinted.text.contains("Verstuur zoals het is"))
            let sent = try await site.post(address, [("tekst", "Meer bankjes"), ("taal", "nl")], by: writer)
            #expect(sent.status == 303 && sent[header: "Location"]?.contains("/bedankt?bewijs=") == true)
            #expect(try await writer.get(page + "/stellingen").text.contains("op 0 van de 3 stellingen"))
            #expect(try await site.client().get(page + "/stellingen").text.contains("op 0 van de 4 stellingen"))
        }
    }

    @Test("WYK-03: the desk is of who leads the conversation, and shows three statements to everyone at most")
    func desk() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), desk = ground.page + "/regelen/stellingen"
            let text = try await ground.official.get(desk).text
            #expect(text.contains("Meer bomen") && text.contains("Er staat nu niemand apart."))
            #expect(try await site.post(desk + "/voor-iedereen", [("gekozen", "1"), ("gekozen", "2")], by: ground.official).status == 303)
            let marked = try await ground.official.get(desk).text
            #expect(marked.contains("name=\"gekozen\" value=\"1\" checked") && !marked.contains("name=\"gekozen\" value=\"3\" checked"))
            let many = try await site.post(desk + "/nieuw", [("stellingen", String(repeating: "b", count: 141)), ("taal", "nl")], by: ground.official)
            #expect(many.status == 400 && many.text.contains("Regel 1 is te lang"))
            let administrator = try await Ground.client("fem@voorbeeld.nl", .functionalAdministrator, at: .installation, site)
            #expect(try await administrator.get(desk).status == 404)
        }
    }
}
