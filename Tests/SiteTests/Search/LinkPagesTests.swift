import Core
import HTTPTypes
import Knowledge
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Links on the pages of things")
struct LinkPagesTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)
    private static let hall = "/ding/gebied/\(SmallTown.municipality)/verbanden"

    /// A site with the areas of the small town, its municipality as an organisation, and a programme in which that takes part.
    private struct Place: Sendable {
        let site: PeopleSite
        let municipality: Organisation
        let programme: Programme
        let part: ProgrammePart
    }

    private func with(_ engine: TestDatabase.Engine = .sqlite, _ body: @Sendable (Place) async throws -> Void) async throws {
        try await PeopleSite.with(engine) { site in
            try await SmallTown.load(into: site.site.database)
            let people = site.people, origin = site.origin
            let municipality = try await people.organisations.add(
                name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode(SmallTown.municipality), from: origin)
            let facts = Programme.Facts(name: "Samen verder", purpose: "Leren.", owner: municipality.id, goals: ["Leefbaarheid", "Groen"])
            let programme = try await people.programmes.add(facts, from: origin)
            let outline = try await people.programmes.outline(programme.slug)
            let part = try #require(outline?.parts.first)
            try await body(Place(site: site, municipality: municipality, programme: programme, part: part))
        }
    }

    /// Someone with one role at one place, signed in with two factors.
    private func client(_ role: Role, at scope: Scope, _ site: PeopleSite) async throws -> Client {
        let person = try await site.add("Iemand", "iemand-\(role.rawValue)@voorbeeld.nl")
        try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin)
        let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    @Test(
        "ORG-21: the pages of area, organisation, programme, part, figure and subject show what hangs together with them, from both sides, for anyone to keep")
    func panels() async throws {
        try await with { place in
            let client = place.site.client(), slug = place.programme.slug.description
            let organisation = "/organisaties/\(place.municipality.id)", area = "/gebieden/\(SmallTown.municipality)"
            for (target, links) in [
                (area, [organisation, "/programmas/\(slug)"]), (organisation, [area, "/programmas/\(slug)"]),
                ("/programmas/\(slug)", [area, "/onderwerpen/leefbaarheid", "/ding/programma/\(place.programme.id)"]),
                ("/programmas/\(slug)/onderdelen/\(place.part.id)", ["/ding/programmaonderdeel/\(place.part.id)"]),
                ("/cijfers/inwoners", ["/ding/cijfer/inwoners/verbanden"]), ("/onderwerpen/leefbaarheid", ["/programmas/\(slug)"]),
                ("/onderwerpen/wonen", ["/cijfers/"]),
            ] {
                for prefix in ["", "/en"] {
                    let reply = try await client.get(prefix + target)
                    #expect(reply.status == 200 && (reply[header: "Cache-Control"] ?? "").hasPrefix("public"), "\(prefix)\(target)")
                    #expect(reply[header: "Set-Cookie"] == nil)
                    let panel = try #require(reply.text.split(separator: "id=\"verbanden\"").last, "\(target)")
                    for link in links { #expect(panel.contains("href=\"\(prefix)\(link)"), "\(target) \(link)") }
                }
            }
            let area2 = try await client.get("/gebieden/\(SmallTown.neighbour)").text
            #expect(!area2.contains("id=\"verbanden\""), "nothing is said where nothing is linked")
            #expect(try await client.get("/onderwerpen").text.contains("href=\"/onderwerpen/dorpshuizen\""))
            #expect(try await client.get("/onderwerpen/bestaat-niet").status == 404)
        }
    }

    @Test("the panel of an area is written from memory: the database is not asked", arguments: TestDatabase.engines)
    func memory(_ engine: TestDatabase.Engine) async throws {
        try await with(engine) { place in
            let source = place.site.site.knowledge.linkedThings, area = ThingReference(.area, SmallTown.municipality)
            try await place.site.site.knowledge.desk.refresh()
            await place.site.site.database.close()
            for _ in 0..<100 { #expect(try await source(area, .nl).lines.count == 2) }
        }
    }

    @Test("ORG-21: the permanent address leads to the page of a thing, also after it got another name in addresses, or ended")
    func permanent() async throws {
        try await with { place in
            let client = place.site.client(), database = place.site.site.database
            func goal(_ thing: String) async throws -> String? {
                let reply = try await client.get("/ding/" + thing)
                return reply.status == 302 ? reply[header: "Location"] : nil
            }
            #expect(try await goal("gebied/\(SmallTown.municipality)") == "/gebieden/\(SmallTown.municipality)")
            #expect(try await goal("gebied/gm9999") == "/gebieden/GM9999")
            #expect(try await goal("cijfer/inwoners") == "/cijfers/inwoners")
            #expect(try await goal("pagina/begin%2Fgebieden") == "/gebieden")
            #expect(try await goal("onderwerp/eenzaamheid") == "/onderwerpen/eenzaamheid")
            #expect(try await client.get("/en/ding/onderwerp/eenzaamheid")[header: "Location"] == "/en/onderwerpen/eenzaamheid")
            #expect(try await goal("programma/\(place.programme.id)") == "/programmas/samen-verder")
            // The name in addresses changes, and whoever wrote down the permanent one still arrives.
            let id = place.programme.id.description
            try await database.write { try $0.execute("UPDATE programme SET slug = 'anders' WHERE id = \(id)") }
            try await place.site.people.programmes.setEnded(true, place.programme.id, from: place.site.origin)
            try await place.site.site.knowledge.desk.refresh()
            #expect(try await goal("programma/\(id)") == "/programmas/anders")
            #expect(try await goal("programmaonderdeel/\(place.part.id)") == "/programmas/anders/onderdelen/\(place.part.id)")
            let organisation = "organisatie/\(place.municipality.id)"
            try await place.site.people.organisations.end(place.municipality.id, from: place.site.origin)
            try await place.site.site.knowledge.desk.refresh()
            #expect(try await goal(organisation) == "/organisaties/\(place.municipality.id)")
            // It is no longer found, but its links stay, and say that it is no more.
            let area = try await client.get("/gebieden/\(SmallTown.municipality)").text
            #expect(area.contains("Gemeente, is er niet meer sinds") && area.contains("href=\"/organisaties/\(place.municipality.id)\""))
            for thing in ["gebied/GM0001", "iets/x", "programma/x", "mens/\(Identifier(at: 1))", "gebied/%00"] {
                #expect(try await goal(thing) == nil, "\(thing)")
            }
        }
    }

    @Test(
        "ORG-02, ORG-21: an administrator finds the other thing by name, lays a link and takes it away, without script; both ends show it at once to them",
        arguments: TestDatabase.engines)
    func journey(_ engine: TestDatabase.Engine) async throws {
        try await with(engine) { place in
            let site = place.site, client = try await site.client(Self.administrator)
            #expect(try await client.get(Self.hall).text.contains("Leg een verband"))
            let found = try await client.get(Self.hall + "?zoek=eenzaamhied")
            #expect(found.status == 200 && found.text.contains("value=\"onderwerp/eenzaamheid\""), "a typing error is forgiven")
            let laid = try await site.post(Self.hall, [("zoek", "eenzaam"), ("ander", "onderwerp/eenzaamheid"), ("verband", "gaat-over")], by: client)
            #expect(laid.status == 303 && laid[header: "Location"] == Self.hall)
            let page = try await client.get(Self.hall).text
            #expect(page.contains("Haal weg") && page.contains("href=\"/onderwerpen/eenzaamheid\""))
            #expect(try await client.get("/ding/onderwerp/eenzaamheid/verbanden").text.contains("href=\"/gebieden/\(SmallTown.municipality)\""))
            try await site.site.knowledge.desk.refresh()
            let visitor = site.client()
            #expect(try await visitor.get("/onderwerpen/eenzaamheid").text.contains("href=\"/gebieden/\(SmallTown.municipality)\""))
            #expect(try await visitor.get("/gebieden/\(SmallTown.municipality)").text.contains("href=\"/onderwerpen/eenzaamheid\""))
            let open = try await visitor.get(Self.hall)
            #expect(open.status == 200 && !open.text.contains("Haal weg") && !open.text.contains("Leg een verband"))
            let gone = try await site.post(Self.hall + "/weg", [("ander", "onderwerp/eenzaamheid"), ("verband", "gaat-over")], by: client)
            #expect(gone.status == 303)
            #expect(try await !client.get(Self.hall).text.contains("href=\"/onderwerpen/eenzaamheid\""))
            #expect(try await site.post(Self.hall + "/weg", [("ander", "onderwerp/eenzaamheid"), ("verband", "gaat-over")], by: client).status == 404)
            let actions = try await site.people.journal.all().map(\.event.action).filter { $0.hasPrefix("link.") }
            #expect(actions == ["link.removed", "link.added"])
        }
    }

    @Test("a faulty form says what to do and keeps the choices; what is not there is not found")
    func faults() async throws {
        try await with { place in
            let site = place.site, client = try await site.client(Self.administrator)
            let figure = ("ander", "cijfer/inwoners"), words = ("zoek", "inwoners")
            for (fields, message) in [
                ([words], "Kies een van de dingen die gevonden zijn"), ([words, figure], "Kies een verband"),
                ([words, figure, ("verband", "terug:doet-mee")], "Dit verband kan niet"), ([words, figure, ("verband", "zomaar")], "Kies een verband"),
                ([words, ("ander", "onderwerp/nergens")], "Kies een verband"),
            ] {
                let reply = try await site.post(Self.hall, fields, by: client)
                #expect(reply.status == 400 && reply.text.contains(message) && reply.text.contains("value=\"inwoners\""), "\(message)")
            }
            #expect(try await site.post(Self.hall, [figure, ("verband", "hangt-samen-met")], by: client).status == 303)
            #expect(try await site.post(Self.hall, [words, figure, ("verband", "hangt-samen-met")], by: client).text.contains("Dit verband is er al"))
            #expect(try await site.post(Self.hall, [("ander", "cijfer/bestaat-niet"), ("verband", "hangt-samen-met")], by: client).status == 404)
            #expect(try await site.post("/ding/cijfer/bestaat-niet/verbanden", [figure], by: client).status == 404)
            #expect(try await client.get("/ding/cijfer/bestaat-niet/verbanden").status == 404)
        }
    }

    @Test("KWA-03: a facilitator links their own programme and its parts, an official their own area; others are refused with the reason, or find nothing")
    func rights() async throws {
        try await with { place in
            let site = place.site, other = try await site.people.programmes.add(Programme.Facts(name: "Ander", purpose: "x"), from: site.origin)
            let facilitator = try await client(.programmeFacilitator, at: .programme(place.programme.id), site)
            let official = try await client(.official, at: .area(try #require(AreaCode(SmallTown.municipality))), site)
            let resident = try await client(.resident, at: .installation, site)
            func lay(_ thing: String, by client: Client) async throws -> Reply {
                try await site.post("/ding/\(thing)/verbanden", [("ander", "cijfer/inwoners"), ("verband", "hangt-samen-met")], by: client)
            }
            #expect(try await lay("programma/\(place.programme.id)", by: facilitator).status == 303)
            #expect(try await lay("programmaonderdeel/\(place.part.id)", by: facilitator).status == 303)
            for thing in ["programma/\(other.id)", "gebied/\(SmallTown.municipality)"] {
                let reply = try await lay(thing, by: facilitator)
                #expect(reply.status == 403 && reply.text.contains("Alleen wie over een van deze twee gaat"), "\(thing)")
            }
            #expect(try await lay("gebied/\(SmallTown.complete)", by: official).status == 303)
            #expect(try await lay("gebied/\(SmallTown.neighbour)", by: official).status == 403)
            #expect(try await lay("gebied/\(SmallTown.municipality)", by: resident).status == 404)
            let page = try await site.client().get("/ding/programma/\(other.id)/verbanden?zoek=inwoners")
            #expect(page.status == 200 && !page.text.contains("name=\"ander\""))
            let offered = try await facilitator.get("/ding/programma/\(other.id)/verbanden?zoek=samen+verder+inwoners").text
            #expect(offered.contains("value=\"programma/\(place.programme.id)\"") && !offered.contains("value=\"cijfer/inwoners\""), "only what may be linked")
        }
    }

    @Test("people who belong to an organisation are seen at it by administrators only, counted for nobody else, and seeing them leaves a line")
    func people() async throws {
        try await with { place in
            let site = place.site, administrator = try await site.client(Self.administrator), person = try await site.add("Dina Dam", "dina@voorbeeld.nl")
            try await site.people.organisations.join(person.id, place.municipality.id, from: site.origin)
            try await site.site.knowledge.desk.refresh()
            let target = "/ding/organisatie/\(place.municipality.id)/verbanden"
            #expect(try await administrator.get(target).text.contains("Dina Dam"))
            #expect(try await site.people.readLog.lines(about: person.id).count == 1)
            for path in [target, "/organisaties/\(place.municipality.id)"] {
                let seen = try await site.client().get(path).text
                #expect(!seen.contains("Dina Dam") && !seen.contains(person.id.description) && !seen.contains(">Mensen<"), "\(path)")
            }
            #expect(try await site.client().get("/ding/mens/\(person.id)").status == 404)
            #expect(try await administrator.get("/ding/mens/\(person.id)").status == 302)
            // Whoever is erased is linked with nothing.
            try await site.people.persons.erase(person.id, from: site.origin)
            try await site.site.knowledge.desk.refresh()
            #expect(try await !administrator.get(target).text.contains(">Mensen<"))
            #expect(try await administrator.get("/ding/mens/\(person.id)").status == 404)
        }
    }

    @Test("AGD-13, AGD-19: an area with two labels is found by both together, and by the theme above a subject")
    func combination() async throws {
        try await with { place in
            let site = place.site, origin = site.origin, links = site.site.knowledge.links
            for (area, term) in [
                (SmallTown.municipality, "armoede-en-schulden"), (SmallTown.municipality, "dorpshuizen"), (SmallTown.neighbour, "dorpshuizen"),
            ] {
                try await links.add(Link(ThingReference(.area, area), .about, ThingReference(.term, term)), from: origin)
            }
            try await site.site.knowledge.desk.refresh()
            let client = site.client()
            let subject = try await client.get("/onderwerpen/sociale-infrastructuur").text
            #expect(subject.contains("/gebieden/\(SmallTown.municipality)") && subject.contains("/gebieden/\(SmallTown.neighbour)"))
            #expect(try await site.people.terms.things("gebied", with: ["armoede-en-schulden", "sociale-infrastructuur"]) == [SmallTown.municipality])
        }
    }
}
