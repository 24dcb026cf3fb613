import Core
import Knowledge
import Mail
import OpenAPI
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Organisations, programmes, labels and links in the API")
struct PeopleAPITests {
    private static let origin = Origin(person: nil, request: "test", channel: .commandLine, time: 1_790_000_000_000)

    @Test("organisations are browsed by name, kind and area, page by page; one that ended is there only when asked")
    func organisations() async throws {
        try await APISite.with { site async throws in
            let store = site.site.people.organisations
            var ids: [String] = []
            for name in ["Beter Wonen", "Anders", "Caritas"] {
                ids.append(try await store.add(name: name, kind: .civilSociety, area: AreaCode("GM9999"), from: Self.origin).id.description)
            }
            let gone = try await store.add(name: "Weg", kind: .company, from: Self.origin)
            try await store.end(gone.id, from: Self.origin)
            let all = try await site.tree("/organisaties?soort=maatschappelijke-organisatie")
            #expect(all.texts("organisaties", "naam") == ["Anders", "Beter Wonen", "Caritas"] && all["totaal"]?.number == 3)
            let second = try await site.tree("/organisaties?gebied=GM9999&aantal=2&pagina=2")
            #expect(second.texts("organisaties", "naam") == ["Caritas"] && second.at("_links", "prev", "href") != nil)
            #expect(try await site.tree("/organisaties?soort=bedrijf")["totaal"]?.number == 0)
            #expect(try await site.tree("/organisaties?soort=bedrijf&metBeeindigd=true").texts("organisaties", "naam") == ["Weg"])
            let one = try await site.tree("/organisaties/\(ids[0])")
            #expect(one["naam"]?.text == "Beter Wonen" && one.at("_links", "pagina", "href")?.text == "/organisaties/\(ids[0])")
            #expect(try await site.faults("/organisaties?soort=x&gebied=gm9999&meer=1") == ["meer", "soort", "gebied"])
            _ = try await site.get("/organisaties/\(Identifier(at: 1))", status: 404)
            _ = try await site.get("/organisaties/\(ids[0].uppercased())", status: 404)
        }
    }

    @Test("ORG-02, ORG-19, ORG-24: a programme is given with its tracks and all below them in order, its goals and who takes part; nobody's address")
    func programmes() async throws {
        try await APISite.with { site async throws in
            let people = site.site.people, owner = try await people.organisations.add(name: "Lindenmeer", kind: .residentsGroup, from: Self.origin)
            let facts = Programme.Facts(name: "Samen", purpose: "Leren.", owner: owner.id, firstYear: 2024, goals: ["Leefbaarheid"])
            let programme = try await people.programmes.add(facts, from: Self.origin)
            let track = try #require(try await people.programmes.outline(programme.id)?.parts.first)
            let network = try await people.programmes.addPart(.network, name: "Kring", purpose: "", below: track.id, in: programme.id, from: Self.origin)
            _ = try await people.programmes.addPart(.series, name: "Reeks", purpose: "", below: network.id, in: programme.id, from: Self.origin)
            let all = try await site.tree("/programmas?doel=LEEFBAARHEID")
            #expect(all.texts("programmas", "naam") == ["Samen"])
            #expect(try await site.tree("/programmas?doel=iets")["totaal"]?.number == 0)
            let reply = try await site.get("/programmas/\(programme.id)"), one = reply.tree
            #expect(one.texts("onderdelen", "naam") == ["(Leer)netwerk", "Kring", "Reeks", "Pilots", "Inspiratie en inzicht"])
            #expect(one["onderdelen"]?.elements[2]["onder"]?.text == network.id.description)
            #expect(one.at("van", "naam")?.text == "Lindenmeer" && one.at("_links", "pagina", "href")?.text == "/programmas/samen")
            #expect(!reply.text.contains("mail") && !reply.text.contains("contact"))
            #expect(try await site.faults("/programmas?doel=") == ["doel"])
            _ = try await site.get("/programmas/\(Identifier(at: 1))", status: 404)
        }
    }

    @Test("AGD-05, AGD-06, AGD-14: labels are given in two levels with their names in both languages, by vocabulary")
    func subjects() async throws {
        try await APISite.with(loaded: false) { site async throws in
            let goals = try await site.tree("/onderwerpen?soort=doel")
            #expect(Set(goals.texts("onderwerpen", "sleutel")) == ["leefbaarheid", "sociale-verbondenheid", "inwoners-activeren"])
            let one = try await site.tree("/onderwerpen/dorpshuizen")
            #expect(
                one["onder"]?.text == "sociale-infrastructuur" && one.at("naam", "en")?.text == "Village halls" && one["label"]?.text == "thema:dorpshuizen")
            #expect(try await site.faults("/onderwerpen?soort=x") == ["soort"])
            _ = try await site.get("/onderwerpen/bestaat-niet", status: 404)
        }
    }

    @Test("ORG-21: links are given with both ends, all or those of one thing; what not everyone may see is not among them; a label alone finds what has it")
    func links() async throws {
        try await APISite.with { site async throws in
            let people = site.site.people, area = "GM9999"
            let organisation = try await people.organisations.add(name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode(area), from: Self.origin)
            let person = try await people.persons.add(name: "Dina", mail: MailAddress("dina@voorbeeld.nl"), from: Self.origin)
            try await people.organisations.join(person.id, organisation.id, from: Self.origin)
            try await site.site.knowledge.links.add(
                Link(ThingReference(.area, area), .about, ThingReference(.term, "eenzaamheid")), from: Self.origin)
            try await site.site.knowledge.desk.refresh()
            let mine = try await site.tree("/verbanden?ding=gebied/\(area)")
            #expect(Set(mine.texts("verbanden", "verband")) == ["bestuurt", "gaat-over"])
            #expect(mine["verbanden"]?.elements.first?.at("van", "titel", "nl")?.text == "Gemeente Lindenmeer")
            #expect(try await site.tree("/verbanden?ding=organisatie/\(organisation.id)")["totaal"]?.number == 1)
            #expect(try await site.tree("/verbanden?ding=mens/\(person.id)")["totaal"]?.number == 0)
            let all = try await site.tree("/verbanden?aantal=1000")
            #expect((all["totaal"]?.number ?? 0) > 10 && !all.texts("verbanden", "verband").contains("hoort-bij"))
            let figures = try await site.tree("/verbanden?ding=onderwerp/wonen&verband=gaat-over&aantal=3")
            #expect(figures["verbanden"]?.elements.count == 3 && figures.at("_links", "next", "href") != nil)
            #expect(try await site.faults("/verbanden?ding=x&verband=y") == ["ding", "verband"])
            let found = try await site.tree("/zoekresultaten?label=thema:eenzaamheid&soort=gebied")
            #expect(found.texts("resultaten", "sleutel") == [area])
        }
    }

    @Test("addresses of these resources are read as they were printed")
    func routes() {
        let id = Identifier(at: 1)
        for route in [PeopleAPIRoute.organisations, .organisation(id), .programmes, .programme(id), .subjects, .subject("a-b")] {
            #expect(PeopleAPIRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        }
        for target in ["/organisaties", "/api/v1", "/api/v1/organisaties/x", "/api/v1/gebieden", "/api/v1/programmas/x/y"] {
            #expect(PeopleAPIRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
