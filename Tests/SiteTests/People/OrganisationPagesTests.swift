import Core
import Foundation
import Knowledge
import Mail
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Pages of organisations")
struct OrganisationPagesTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    @Test("ORG-17: everyone sees the organisations, of one kind when they choose, and the page of each", arguments: Language.allCases)
    func list(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let organisations = site.people.organisations, client = site.client()
            for (name, kind) in [("VNG", OrganisationKind.umbrella), ("Groen & Co", .company), ("De Wijkmakers", .advisoryFirm)] {
                try await organisations.add(name: name, kind: kind, from: site.origin)
            }
            let all = try await client.get(OrganisationRoute.list().address.url(in: language))
            #expect(all.status == 200 && ["VNG", "Groen &amp; Co", "De Wijkmakers"].allSatisfy { all.text.contains($0) })
            #expect(all[header: "Cache-Control"] == "public, max-age=60")
            let one = try await client.get(OrganisationRoute.list(kind: .company).address.url(in: language))
            #expect(one.text.contains("Groen &amp; Co") && !one.text.contains("VNG") && one.text.contains("selected"))
            let firm = try #require(try await organisations.list(kind: .advisoryFirm).first)
            let page = try await client.get(OrganisationRoute.organisation(firm.id).address.url(in: language))
            #expect(page.status == 200 && page.text.contains(language == .nl ? "Adviesbureau" : "Advisory firm"))
            try await organisations.end(firm.id, from: site.origin)
            #expect(try await !client.get(OrganisationRoute.list().address.url(in: language)).text.contains("De Wijkmakers"))
            let ended = try await client.get(OrganisationRoute.list(withEnded: true).address.url(in: language))
            #expect(ended.text.contains("De Wijkmakers") && ended.text.contains(language == .nl ? "Is er niet meer sinds" : "No more since"))
        }
    }

    @Test("ORG-09: a municipality that merged is shown with the years, and no longer in the list of today")
    func merged() async throws {
        try await PeopleSite.with { site in
            let others = (1...300).compactMap { number in AreaCode("GM\(9000 + number)").map { ($0, "Elders \(number)") } }
            let brielle = try #require(AreaCode("GM0501")), voorne = try #require(AreaCode("GM1992")), weesp = try #require(AreaCode("GM0457"))
            let lists = [
                MunicipalityList(year: 2020, others + [(brielle, "Brielle"), (weesp, "Weesp")]),
                MunicipalityList(year: 2022, others + [(brielle, "Brielle")]), MunicipalityList(year: 2023, others + [(voorne, "Voorne aan Zee")]),
            ]
            try await site.people.organisations.settle(lists, from: site.origin)
            let client = site.client()
            let now = try await client.get("/organisaties?soort=gemeente")
            #expect(now.text.contains("Voorne aan Zee") && !now.text.contains("Brielle") && now.text.contains("301 organisaties"))
            let all = try await client.get("/organisaties?soort=gemeente&ook=beeindigd")
            #expect(all.text.contains("Is er niet meer sinds 1 januari 2023") && all.text.contains("Was er nog in 2020. Is er niet meer in 2022"))
            let gone = try #require(try await site.people.organisations.governing(brielle))
            #expect(try await client.get(OrganisationRoute.organisation(gone.id).address.url(in: .en)).text.contains("No more since 1 January 2023"))
        }
    }

    @Test("ORG-09: the bundle of a province brings its municipalities among the organisations and ends none; loading twice changes nothing")
    func bundle() async throws {
        try await PeopleSite.with { site in
            let bundle = HouseTests.root.appending(path: "demo/gelderland.bundle").path
            let known = try await site.people.organisations.add(name: "Assen", kind: .municipality, area: AreaCode("GM0106"), from: site.origin)
            #expect(try await Importing(site.site).bundle(bundle) > 0)
            // Gelderland has 51 municipalities since 2023.
            let municipalities = try await site.people.organisations.list(kind: .municipality)
            #expect(municipalities.count == 52 && municipalities.contains(known))
            #expect(municipalities.allSatisfy { $0.endedAt == nil } && municipalities.contains { $0.name == "Doetinchem" && $0.area?.description == "GM0222" })
            let page = try await site.client().get("/organisaties?soort=gemeente")
            #expect(page.text.contains("52 organisaties") && page.text.contains("Doetinchem"))
            let events = try await site.people.journal.lines().map(\.event.action)
            _ = try await Importing(site.site).bundle(bundle)
            #expect(try await site.people.journal.lines().map(\.event.action) == events)
        }
    }

    @Test("who belongs to an organisation is for its people and administrators, and leaves a line for each", arguments: TestDatabase.engines)
    func people(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident), cas = try await site.add("Cas Kok", "cas@voorbeeld.nl", .resident)
            try await site.add("Dirk", "dirk@voorbeeld.nl", .resident)
            let club = try await site.people.organisations.add(name: "Buurtclub", kind: .residentsGroup, from: site.origin)
            for person in [bo, cas] { try await site.people.organisations.join(person.id, club.id, from: site.origin) }
            let place = OrganisationRoute.people(club.id).address.url(in: .nl)
            #expect(try await site.client().get(place).status == 303)
            #expect(try await !site.client().get(OrganisationRoute.organisation(club.id).address.url(in: .nl)).text.contains("Bakker"))
            let dirk = site.client(), browser = site.client()
            _ = try await site.signIn(dirk, "dirk@voorbeeld.nl")
            let refused = try await dirk.get(place)
            #expect(refused.status == 403 && refused.text.contains("Alleen wie bij deze organisatie hoort") && !refused.text.contains("Bakker"))
            _ = try await site.signIn(browser, "bo@voorbeeld.nl")
            let page = try await browser.get(place)
            #expect(page.status == 200 && page.text.contains("Cas Kok") && page.text.contains("Bo Bakker") && !page.text.contains("@voorbeeld.nl"))
            #expect(page[header: "Cache-Control"] == "no-store")
            #expect(try await site.people.readLog.lines(about: cas.id).count == 1)
            #expect(try await site.people.readLog.lines(about: bo.id).isEmpty)
            #expect(try await site.client(Self.administrator).get(place).status == 200)
            #expect(try await site.people.readLog.lines(about: bo.id).count == 1)
        }
    }

    @Test("EXP-07: an administrator writes the page of an organisation; everyone sees it, and how to reach it only where that is for everyone")
    func about() async throws {
        try await PeopleSite.with { site in
            let club = try await site.people.organisations.add(name: "Stichting Zwaluw", kind: .knowledgeInstitute, from: site.origin)
            let page = OrganisationRoute.organisation(club.id).address.url(in: .nl), place = OrganisationRoute.describe(club.id).address.url(in: .nl)
            let ans = try await site.client(Self.administrator), visitor = site.client()
            #expect(try await !visitor.get(page).text.contains("Wat zij heeft gemaakt"), "what is empty is not there")
            #expect(try await ans.get(OrganisationRoute.edit(club.id).address.url(in: .nl)).text.contains("href=\"\(place)\""))
            let fields = [
                ("onderwerp", "eenzaamheid"), ("producten", "Gids voor buren https://zwaluw.example/gids\nKaartspel <Buren>"),
                ("platforms", "Zwaluwplein https://plein.zwaluw.example"), ("bereiken", "Bel ons op dinsdag."), ("mail", "vragen@zwaluw.example"),
                ("link", "https://zwaluw.example/contact"),
            ]
            let faulty = try await site.post(place, fields.filter { $0.0 != "platforms" } + [("platforms", "Zwaluwplein javascript:alert(1)")], by: ans)
            #expect(faulty.status == 400 && faulty.text.contains("href=\"#platforms\"") && faulty.text.contains("Kaartspel &lt;Buren&gt;"))
            #expect(faulty.text.contains("Zwaluwplein javascript:alert(1)") && faulty.text.contains("Bel ons op dinsdag."))
            #expect(try await site.people.organisations.about(club.id) == OrganisationAbout())
            let saved = try await site.post(place, fields, by: ans)
            #expect(saved.status == 303 && saved[header: "Location"] == place + "?bewaard=ja")
            let quiet = try await visitor.get(page).text
            for words in [
                "Eenzaamheid", "<a href=\"https://zwaluw.example/gids\" rel=\"external\">Gids voor buren</a>", "Kaartspel &lt;Buren&gt;",
                "<a href=\"https://plein.zwaluw.example\" rel=\"external\">Zwaluwplein</a>",
            ] { #expect(quiet.contains(words), "\(words)") }
            #expect(!quiet.contains("dinsdag") && !quiet.contains("vragen@") && !quiet.contains("zwaluw.example/contact"))
            #expect(try await ans.get(place).text.contains("vragen@zwaluw.example"))
            #expect(try await site.post(place, fields + [("openbaar", "ja")], by: ans).status == 303)
            let open = try await visitor.get(page).text
            #expect(open.contains("Bel ons op dinsdag.") && open.contains("mailto:vragen@zwaluw.example") && open.contains("zwaluw.example/contact"))
            try await site.site.knowledge.desk.refresh()
            #expect(try await visitor.get("/zoeken?q=kaartspel").text.contains(page))
            #expect(try await !visitor.get("/zoeken?q=dinsdag").text.contains(page))
            let member = try await site.client(PermissionTable.Subject(role: .knowledgeOrganisation, proof: .twoFactors))
            #expect(try await site.post(place, fields, by: member).status != 303)
            try await site.people.organisations.end(club.id, from: site.origin)
            #expect(try await site.post(place, fields, by: ans).status == 404)
            #expect(try await visitor.get(page).text.contains("Gids voor buren"), "the page stays")
        }
    }

    @Test("an administrator adds, renames, ends and resumes an organisation; municipalities of the list stay as the list says", arguments: TestDatabase.engines)
    func administration(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(Self.administrator)
            let added = try await site.post("/beheer/organisaties", [("naam", "Wij"), ("soort", "bewonersgroep"), ("gebied", "GM0222")], by: ans)
            let place = try #require(added[header: "Location"])
            #expect(added.status == 303 && place.hasPrefix("/beheer/organisaties/"))
            #expect(try await ans.get(place).text.contains("value=\"GM0222\""))
            #expect(try await site.post(place, [("naam", "Wij in De Huet"), ("gebied", "WK022205")], by: ans).status == 303)
            let club = try #require(try await site.people.organisations.list().first)
            #expect(club.name == "Wij in De Huet" && club.area?.description == "WK022205")
            #expect(try await site.post(place + "/einde", by: ans).status == 303)
            #expect(try await site.people.organisations.find(club.id)?.endedAt == site.clock.now)
            #expect(try await site.post(place + "/einde", by: ans).status == 404)
            #expect(try await site.post(place + "/hervat", by: ans).status == 303)
            #expect(try await site.people.organisations.find(club.id)?.endedAt == nil)
            for (fields, field) in [
                ([("naam", ""), ("soort", "bedrijf")], "naam"), ([("naam", "X")], "soort"), ([("naam", "X"), ("soort", "koning")], "soort"),
                ([("naam", "X"), ("soort", "bedrijf"), ("gebied", "Y")], "gebied"), ([("naam", "X"), ("soort", "gemeente")], "gebied"),
                ([("naam", "X"), ("soort", "provincie"), ("gebied", "GM0222")], "gebied"),
            ] {
                let reply = try await site.post("/beheer/organisaties", fields, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\""), "\(fields)")
            }
            try await site.people.organisations.settle([MunicipalityList(year: 2024, [(try #require(AreaCode("GM0222")), "Doetinchem")])], from: site.origin)
            let town = try #require(try await site.people.organisations.list(kind: .municipality).first)
            let edit = OrganisationRoute.edit(town.id).address.url(in: .nl)
            #expect(try await ans.get(edit).text.contains("lijst van het CBS"))
            for target in [edit, edit + "/einde", edit + "/hervat"] {
                #expect(try await site.post(target, [("naam", "X")], by: ans).status == 403, "\(target)")
            }
            #expect(try await site.people.organisations.find(town.id) == town)
            #expect(try await site.people.journal.check().fault == nil)
        }
    }
}
