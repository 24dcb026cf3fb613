import Core
import Mail
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Making a programme")
struct ProgrammeJourneyTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    private static let fields = [
        ("naam", "Kennisprogramma leefbaarheid"), ("doel", "Samen leren.\nEn doen."), ("van", "2022"), ("tot", "2026"),
        ("doelen", " Leefbaarheid \n\nSociale   verbondenheid\nleefbaarheid"), ("post", "Postbus 9090\n6800 GX Arnhem"), ("bezoek", "Markt 11, Arnhem"),
    ]

    /// Someone who facilitates this programme, signed in with two factors.
    private func facilitator(of programme: Identifier, _ mail: String, on site: PeopleSite) async throws -> Client {
        let person = try await site.add("Fa \(mail)", mail)
        try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: person.id, from: site.origin)
        let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    @Test("ORG-01, ORG-02, ORG-24: an administrator begins a programme; everyone sees its tracks, goals and years", arguments: TestDatabase.engines)
    func begin(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(Self.administrator), visitor = site.client()
            let owner = try await site.people.organisations.add(name: "Gelderland", kind: .province, area: AreaCode("PV25"), from: site.origin)
            let added = try await site.post("/beheer/programmas", Self.fields + [("eigenaar", owner.id.description)], by: ans)
            #expect(added.status == 303 && added[header: "Location"] == "/programmas/kennisprogramma-leefbaarheid/bewerken")
            let page = try await visitor.get("/programmas/kennisprogramma-leefbaarheid")
            #expect(page.status == 200 && page[header: "Cache-Control"] == "public, max-age=60")
            for word in [
                "Gelderland, 2022 tot en met 2026", "Spoor 1: (Leer)netwerk", "Spoor 2: Pilots", "Spoor 3: Inspiratie en inzicht",
                "<p>Samen leren.</p><p>En doen.</p>",
                "Sociale verbondenheid", "Postbus 9090",
            ] { #expect(page.text.contains(word), "\(word)") }
            #expect(try await visitor.get("/en/programmas/kennisprogramma-leefbaarheid").text.contains("Track 2: Pilots"))
            _ = try await site.post("/beheer/programmas", [("naam", "Ander"), ("doel", "Iets anders."), ("doelen", "Groen")], by: ans)
            let both = try await visitor.get("/programmas")
            #expect(both.text.contains("Ander") && both.text.contains("Kennisprogramma leefbaarheid"))
            // Found by its goal, whatever the capitals.
            let one = try await visitor.get(ProgrammeRoute.list(goal: "SOCIALE verbondenheid").address.url(in: .nl))
            #expect(one.text.contains("Kennisprogramma") && !one.text.contains("Iets anders."))
            #expect(try await visitor.get("/programmas?doel=niets").text.contains("Er zijn nog geen programma"))
            for target in ["/programmas/geen", "/programmas/X", "/programmas/ander/onderdelen/\(owner.id)"] {
                #expect(try await visitor.get(target).status == 404, "\(target)")
            }
        }
    }

    @Test("ORG-19, ORG-20, ORG-25: network, project and series below a track; up and down by links on four levels, with five organisers by name")
    func levels() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator), visitor = site.client()
            _ = try await site.post("/beheer/programmas", [("naam", "Kring"), ("doel", "Leren.")], by: ans)
            let slug = try #require(Slug("kring")), edit = ProgrammeRoute.parts(slug).address.url(in: .nl)
            var parent = try #require(try await site.people.programmes.outline(slug)?.parts.first { $0.number == 2 })
            for (kind, name) in [("netwerk", "Leerkring Oost"), ("project", "De straat op"), ("reeks", "Avonden 2026")] {
                let added = try await site.post(edit, [("deel-soort", kind), ("deel-onder", parent.id.description), ("deel-naam", name)], by: ans)
                #expect(added.status == 303, "\(kind)")
                parent = try #require(try await site.people.programmes.outline(slug)?.parts.first { $0.name == name })
            }
            let wrong = try await site.post(edit, [("deel-soort", "netwerk"), ("deel-onder", parent.id.description), ("deel-naam", "Fout")], by: ans)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#deel-onder\"") && wrong.text.contains("value=\"Fout\""))
            for number in 1...5 {
                let organisation = try await site.people.organisations.add(name: "Organisatie \(number)", kind: .company, from: site.origin)
                let fields = [("organisatie", organisation.id.description), ("hoedanigheid", "organisator"), ("waarbij", parent.id.description)]
                #expect(try await site.post(ProgrammeRoute.organisations(slug).address.url(in: .nl), fields, by: ans).status == 303)
            }
            // Down from the programme to the series, by the links of each page, and up by the trail.
            let programme = try await visitor.get("/programmas/kring").text
            #expect(["Leerkring Oost", "De straat op", "Avonden 2026"].allSatisfy { programme.contains($0) })
            let page = try await visitor.get(ProgrammeRoute.part(slug, parent.id).address.url(in: .nl))
            #expect(page.status == 200 && (1...5).allSatisfy { page.text.contains("Organisatie \($0)") })
            let outline = try #require(try await site.people.programmes.outline(slug))
            for above in outline.lineage(of: parent).dropLast() {
                let place = ProgrammeRoute.part(slug, above.id).address.url(in: .nl)
                #expect(page.text.contains("href=\"\(place)\""), "\(above.name)")
                #expect(try await visitor.get(place).text.contains("Avonden 2026"), "\(above.name)")
            }
            #expect(page.text.contains("href=\"/programmas/kring\"") && page.text.contains("aria-label=\"Plek in het programma\""))
            // What has parts that run does not end, and the page says so.
            let track = try #require(outline.parts.first { $0.number == 2 && $0.kind == .track })
            let refused = try await site.post(ProgrammeRoute.partEnd(slug, track.id).address.url(in: .nl), by: ans)
            #expect(refused.status == 409 && refused.text.contains("Rond die eerst af"))
            #expect(try await site.post(ProgrammeRoute.partEnd(slug, parent.id).address.url(in: .nl), by: ans).status == 303)
            #expect(try await visitor.get(ProgrammeRoute.part(slug, parent.id).address.url(in: .nl)).text.contains("Dit is afgerond"))
            let involvement = try #require(outline.involvements.first)
            #expect(try await site.post(ProgrammeRoute.organisationRemoval(slug, involvement.id).address.url(in: .nl), by: ans).status == 303)
            #expect(try await site.people.programmes.outline(slug)?.involvements.count == 4)
        }
    }

    @Test("ORG-04, ASVS 8.4.1: a facilitator writes in their own programme and not in another; nobody else does", arguments: TestDatabase.engines)
    func facilitators(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let programmes = site.people.programmes
            let ours = try await programmes.add(Programme.Facts(name: "Ons", purpose: "A"), from: site.origin)
            let theirs = try await programmes.add(Programme.Facts(name: "Hun", purpose: "B"), from: site.origin)
            let fa = try await facilitator(of: ours.id, "fa@voorbeeld.nl", on: site)
            let mine = ProgrammeRoute.edit(ours.slug).address.url(in: .nl), other = ProgrammeRoute.edit(theirs.slug).address.url(in: .nl)
            let page = try await fa.get(mine)
            #expect(page.status == 200 && !page.text.contains("Rond het programma af") && page[header: "Cache-Control"] == "no-store")
            #expect(try await fa.get(other).status == 404)
            let fields = [("naam", "Van ons"), ("doel", "C")]
            #expect(try await site.post(mine, fields, by: fa).status == 303)
            #expect(try await site.post(other, fields, by: fa).status == 404)
            for target in [
                ProgrammeRoute.parts(theirs.slug), .organisations(theirs.slug), .contacts(theirs.slug), .end(theirs.slug), .end(ours.slug), .administration,
            ] { #expect(try await site.post(target.address.url(in: .nl), fields, by: fa).status == 404, "\(target)") }
            let official = try await site.client(PermissionTable.Subject(role: .official, proof: .twoFactors))
            #expect(try await official.get(mine).status == 404)
            #expect(try await site.client().get(mine).status == 303)
            #expect(try await programmes.outline(ours.slug)?.programme.name == "Van ons")
            #expect(try await programmes.outline(theirs.slug)?.programme.name == "Hun")
            let ans = try await site.client(Self.administrator)
            #expect(try await site.post(ProgrammeRoute.end(theirs.slug).address.url(in: .nl), by: ans).status == 303)
            #expect(try await site.client().get("/programmas/hun").text.contains("Dit is afgerond"))
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("CON-01 to CON-03, CON-06: contact for practice, content and the desk; only what was chosen is public")
    func contact() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator),
                programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "A"), from: site.origin)
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl")
            let place = ProgrammeRoute.contacts(programme.slug).address.url(in: .nl)
            for (kind, name, mail, phone, shown) in [
                ("praktisch", "Bo Bakker", "bo@voorbeeld.nl", "026 123 45 67", "telefoon"), ("inhoud", "Cas", "cas@voorbeeld.nl", "", "mail"),
                ("loket", "Loket", "", "+31 (26) 999-9999", "telefoon"),
            ] {
                let fields = [
                    ("contact-soort", kind), ("contact-naam", name), ("contact-mail", mail), ("contact-telefoon", phone), ("contact-zichtbaar", shown),
                ]
                #expect(try await site.post(place, fields, by: ans).status == 303, "\(kind)")
            }
            let page = try await site.client().get("/programmas/kring").text
            for word in [
                "Praktische vragen", "Vragen over de inhoud", "Algemeen loket", "href=\"tel:0261234567\"",
                "href=\"tel:+31269999999\"",
            ] {
                #expect(page.contains(word), "\(word)")
            }
            // CON-04: who gathers addresses finds none; who asks for one gets it.
            #expect(!page.contains("bo@voorbeeld.nl") && !page.contains("cas@voorbeeld.nl") && page.contains("/programmas/kring/contact"))
            // The team sees it all, and Bo sees that they did.
            #expect(try await ans.get(ProgrammeRoute.edit(programme.slug).address.url(in: .nl)).text.contains("bo@voorbeeld.nl (niet te zien op de site)"))
            #expect(try await site.people.readLog.lines(about: bo.id).first?.activity == .contacts)
            for (fields, field) in [
                ([("contact-naam", "X"), ("contact-mail", "x@voorbeeld.nl"), ("contact-zichtbaar", "mail")], "contact-soort"),
                ([("contact-soort", "loket"), ("contact-mail", "x@voorbeeld.nl"), ("contact-zichtbaar", "mail")], "contact-naam"),
                ([("contact-soort", "loket"), ("contact-naam", "X"), ("contact-mail", "geen")], "contact-mail"),
                ([("contact-soort", "loket"), ("contact-naam", "X"), ("contact-telefoon", "bel mij")], "contact-telefoon"),
                ([("contact-soort", "loket"), ("contact-naam", "X"), ("contact-mail", "x@voorbeeld.nl")], "contact-zichtbaar"),
                ([("contact-soort", "loket"), ("contact-naam", "X"), ("contact-zichtbaar", "telefoon")], "contact-zichtbaar"),
            ] {
                let reply = try await site.post(place, fields, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\"") && reply.text.contains("id=\"\(field)\""), "\(field)")
            }
            let first = try #require(try await site.people.programmes.outline(programme.slug)?.contacts.first)
            #expect(try await site.post(ProgrammeRoute.contactRemoval(programme.slug, first.id).address.url(in: .nl), by: ans).status == 303)
            #expect(try await site.people.programmes.outline(programme.slug)?.contacts.count == 2)
        }
    }

    @Test("a role in a programme is given on the page of someone, and says which programme")
    func role() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator), bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl")
            let programme = try await site.people.programmes.add(Programme.Facts(name: "Kring Oost", purpose: "A"), from: site.origin)
            let place = AdministrationRoute.roles(bo.id).address.url(in: .nl)
            let fields = [("rol", "programmabegeleider"), ("waar", "programma"), ("programma", programme.id.description)]
            #expect(try await site.post(place, fields, by: ans).status == 303)
            #expect(try await site.people.persons.grants(of: bo.id).map(\.scope) == [.programme(programme.id)])
            #expect(try await ans.get(AdministrationRoute.person(bo.id).address.url(in: .nl)).text.contains("in Kring Oost"))
            for wrong in ["", "x", bo.id.description] {
                let reply = try await site.post(place, [("rol", "programmabegeleider"), ("waar", "programma"), ("programma", wrong)], by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#programma\""), "\(wrong)")
            }
        }
    }

    @Test("wrong words about a programme come back with what to do", arguments: Language.allCases)
    func faults(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator),
                programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "A"), from: site.origin)
            let track = try #require(try await site.people.programmes.outline(programme.slug)?.parts.first)
            let add = ProgrammeRoute.administration.address.url(in: language), edit = ProgrammeRoute.edit(programme.slug).address.url(in: language)
            let part = ProgrammeRoute.partEdit(programme.slug, track.id).address.url(in: language)
            for (target, fields, field) in [
                (add, [("naam", ""), ("doel", "X")], "naam"), (add, [("naam", "X")], "doel"),
                (edit, [("naam", "X"), ("doel", "Y"), ("van", "lang geleden")], "van"),
                (edit, [("naam", "X"), ("doel", "Y"), ("van", "2026"), ("tot", "2025")], "tot"),
                (edit, [("naam", "X"), ("doel", "Y"), ("eigenaar", track.id.description)], "eigenaar"),
                (edit, [("naam", "X"), ("doel", "Y"), ("doelen", String(repeating: "a", count: 101))], "doelen"),
                (part, [("deel-naam", ""), ("deel-nummer", "1")], "deel-naam"),
                (part, [("deel-naam", "X"), ("deel-nummer", "0")], "deel-nummer"), (part, [("deel-naam", "X")], "deel-nummer"),
            ] {
                let reply = try await site.post(target, fields, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\"") && reply.text.contains("id=\"\(field)\""), "\(target) \(fields)")
            }
            #expect(try await site.people.programmes.outline(programme.slug)?.programme.name == "Kring")
        }
    }
}
