import Core
import Mail
import People
import TestSupport
import Testing
import Voices
import Web

@Suite("Conversations on the site")
struct ConversationJourneyTests {
    @Test("WYK-03, WYK-28: from a draft to an announcement that tells everyone who, how, when and with how much say", arguments: TestDatabase.engines)
    func announcement(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let form = try await official.get("/stemmen/regelen/nieuw")
            #expect(form.status == 200 && form.text.contains("Gemeente Lindenmeer") && !form.text.contains("Gemeente Elders"))
            let faulty = try await site.post(
                "/stemmen/regelen/nieuw", ground.fields([("titel", "A & <b>"), ("tot", "30-11-2026"), ("gebied", "")]), by: official)
            #expect(faulty.status == 400 && faulty.text.contains("A &amp; &lt;b&gt;"))
            #expect(faulty.text.contains("href=\"#tot\"") && faulty.text.contains("href=\"#gebied\""))
            let desk = try await ground.begin(official), page = String(desk.dropLast("/regelen".count)), visitor = site.client()
            #expect(try await visitor.get(page).status == 404)
            let preview = try await official.get(page)
            #expect(preview.status == 200 && preview.text.contains("Dit is een concept."))
            #expect(try await site.post(desk + "/aankondigen", by: official).status == 303)
            #expect(try await site.post(desk, ground.fields(), by: official).status == 409)
            let shown = try await visitor.get(page)
            #expect(shown.status == 200 && visitor.cookies.isEmpty)
            for words in [
                "Wat kan beter?", "Waar het geld heen gaat.", "Of er huizen komen.", "Advies geven", "De gemeenteraad. Uiterlijk op 31 januari 2027.",
                "Van 1 december 2026 tot en met 31 december 2026.", "Op papier", "العربية", "Blijf vriendelijk.", "Buurthuis De Kers", "Wij lezen alles.",
                "Iedereen kan meedoen.", "Een mens leest wat je schrijft.", "Een brief aan elk huis.", "Gemeente Lindenmeer", "112", "0900-8844",
            ] { #expect(shown.text.contains(words), "\(words)") }
            #expect(shown.text.contains("aria-current=\"step\"") && shown.text.contains("Dat neemt: De gemeenteraad."))
            let english = try await visitor.get("/en" + page)
            #expect(english.text.contains("How much say do you have?") && english.text.contains("Giving advice"))
        }
    }

    @Test("WYK-28: after announcing only more time is given, and never past the day of the decision")
    func longer() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let desk = try await ground.begin(official)
            #expect(try await site.post(desk + "/langer", [("langer", "05-01-2027")], by: official).status == 409)
            #expect(try await site.post(desk + "/aankondigen", by: official).status == 303)
            for day in ["30-12-2026", "01-02-2027", "x"] {
                let refused = try await site.post(desk + "/langer", [("langer", day)], by: official)
                #expect(refused.status == 400 && refused.text.contains("href=\"#langer\"") && refused.text.contains("value=\"\(day)\""), "\(day)")
            }
            #expect(try await site.post(desk + "/langer", [("langer", "05-01-2027")], by: official).status == 303)
            let shown = try await site.client().get(String(desk.dropLast("/regelen".count)))
            #expect(shown.text.contains("5 januari 2027"))
        }
    }

    @Test("a draft whose last day is over is not announced: it says which day to change")
    func late() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let desk = try await ground.begin(official, [("van", "01-11-2026"), ("tot", "02-11-2026")])
            let refused = try await site.post(desk + "/aankondigen", by: official)
            #expect(refused.status == 400 && refused.text.contains("href=\"#tot\""))
            #expect(try await ground.store.announced().isEmpty)
        }
    }

    @Test("nobody from elsewhere, without a second factor or without a role sees a desk or begins for another municipality")
    func strangers() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let desk = try await ground.begin(official)
            let elsewhere = try await ground.client("els@voorbeeld.nl", .official, at: "GM9998")
            #expect(try await elsewhere.get(desk).status == 404)
            #expect(try await site.post(desk + "/aankondigen", by: elsewhere).status == 404)
            #expect(try await !elsewhere.get("/stemmen/regelen").text.contains("Waterkers"))
            #expect(try await site.post("/stemmen/regelen/nieuw", ground.fields(), by: elsewhere).status == 400)
            let nowhere = try await ground.client("noor@voorbeeld.nl", .official, at: "GM9997")
            #expect(try await nowhere.get("/stemmen/regelen").status == 200)
            // There is no municipality here that they could speak for: the list says so.
            #expect(try await nowhere.get("/stemmen/regelen/nieuw")[header: "Location"] == "/stemmen/regelen")
            #expect(try await nowhere.get("/stemmen/regelen").text.contains("kunt hier zelf geen gesprek beginnen"))
            #expect(try await site.post("/stemmen/regelen/nieuw", ground.fields(), by: nowhere).status == 404)
            let weak = try await ground.client("wim@voorbeeld.nl", .official, at: "GM9999", .oneFactor)
            #expect(try await weak.get(desk).status == 303)
            #expect(try await site.client().get(desk).status == 303)
            let resident = try await ground.client("bea@voorbeeld.nl", .resident, at: "GM9999")
            #expect(try await resident.get("/stemmen/regelen").status == 404)
            #expect(try await ground.store.list().count == 1)
        }
    }

    @Test("the list is narrowed by area and state, tells nothing of drafts, and asks again for an area it does not know")
    func list() async throws {
        try await PeopleSite.with { site in
            let ground = try await VoicesSite(site), official = try await ground.client("ans@voorbeeld.nl", .official, at: "GM9999")
            let desk = try await ground.begin(official), visitor = site.client()
            #expect(try await visitor.get("/stemmen").text.contains("Er zijn hier nu geen gesprekken."))
            #expect(try await site.post(desk + "/aankondigen", by: official).status == 303)
            for path in ["/stemmen", "/stemmen?gebied=GM9999", "/stemmen?gebied=bu99990101&stand=komt", "/stemmen?gebied=&stand="] {
                #expect(try await visitor.get(path).text.contains("Wat vind jij van Waterkers?"), "\(path)")
            }
            for path in ["/stemmen?gebied=GM9998", "/stemmen?stand=open", "/stemmen?gebied=BU99990102"] {
                #expect(try await !visitor.get(path).text.contains("Wat vind jij van Waterkers?"), "\(path)")
            }
            let unknown = try await visitor.get("/stemmen?gebied=Nergenshuizen")
            #expect(unknown.status == 400 && unknown.text.contains("value=\"Nergenshuizen\"") && unknown.text.contains("href=\"#gebied\""))
            // The clock goes to 2 December 2026.
            site.clock.advance(minutes: 14 * 24 * 60)
            #expect(try await visitor.get("/stemmen?stand=open").text.contains("Wat vind jij van Waterkers?"))
        }
    }
}
