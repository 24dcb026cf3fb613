import Core
import HTTPTypes
import Knowledge
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Rights to single things and fields")
struct RightsTests {
    /// Two programmes, each with a contact, an organisation and a part, and the browser of who facilitates the first.
    private struct Two {
        let mine: ProgrammeOutline
        let theirs: ProgrammeOutline
        let facilitator: Client
    }

    private static func two(_ guarded: GuardedSite) async throws -> Two {
        let store = guarded.site.people.programmes, origin = guarded.people.origin
        var outlines: [ProgrammeOutline] = []
        for name in ["Ons", "Hun"] {
            let programme = try await store.add(Programme.Facts(name: name, purpose: "Leren."), from: origin)
            let organisation = try await guarded.site.people.organisations.add(name: "Bureau \(name)", kind: .company, from: origin)
            try await store.involve(organisation.id, as: .organiser, in: programme.id, part: nil, from: origin)
            let contact = ProgrammeContact.Details(
                kind: .content, name: "Cas \(name)", mail: try MailAddress("cas.\(name.lowercased())@voorbeeld.nl"), phone: "026 1234567", showsMail: false,
                showsPhone: true)
            try await store.addContact(contact, to: programme.id, from: origin)
            outlines.append(try #require(try await store.outline(programme.slug)))
        }
        let person = try await guarded.people.add("Fa Bos", "fa@voorbeeld.nl")
        try await guarded.site.people.persons.grant(.programmeFacilitator, at: .programme(outlines[0].programme.id), to: person.id, from: origin)
        return Two(mine: outlines[0], theirs: outlines[1], facilitator: try await guarded.client(person.id))
    }

    @Test("ASVS 8.2.2, 8.4.1: parts, organisations and contacts of another programme are not found, by its address or by one's own, and stay as they are")
    func otherProgramme() async throws {
        try await GuardedSite.with { guarded in
            let two = try await Self.two(guarded), mine = two.mine.programme.slug, theirs = two.theirs.programme.slug
            let part = try #require(two.theirs.parts.first).id, contact = try #require(two.theirs.contacts.first).id
            let involvement = try #require(two.theirs.involvements.first).id, before = try await guarded.writes()
            let missing = ProgrammeRoute.contactRemoval(mine, Identifier(at: 1)).address.url(in: .nl)
            let words = try await guarded.post(missing, by: two.facilitator)
            #expect(words.status == 404)
            for slug in [mine, theirs] {
                for route in [
                    ProgrammeRoute.partEdit(slug, part), .partEnd(slug, part), .organisationRemoval(slug, involvement), .contactRemoval(slug, contact),
                ] {
                    let target = route.address.url(in: .nl)
                    let reply = try await guarded.post(target, [("deel-naam", "X"), ("deel-nummer", "1")], by: two.facilitator)
                    #expect(reply.status == 404, "\(target): \(reply.status)")
                    // What is another's looks like what is not there.
                    #expect(Self.title(reply) == Self.title(words), "\(target)")
                }
                #expect(try await two.facilitator.get(ProgrammeRoute.partEdit(slug, part).address.url(in: .nl)).status == 404)
            }
            #expect(try await guarded.writes() == before)
            let after = try #require(try await guarded.site.people.programmes.outline(theirs))
            #expect(after.parts == two.theirs.parts && after.contacts.count == 1 && after.involvements.count == 1)
        }
    }

    private static func title(_ reply: Reply) -> Substring? { reply.text.firstMatch(of: /<h1>(.*?)<\/h1>/)?.output.1 }

    @Test("ASVS 8.2.2: a role, a membership and a session are only found with the person they are of", arguments: TestDatabase.engines)
    func ofAnother(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(GuardedSite.administrator)
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident), cas = try await site.add("Cas Kok", "cas@voorbeeld.nl", .resident)
            let bureau = try await site.people.organisations.add(name: "Bureau", kind: .company, from: site.origin)
            try await site.people.organisations.join(cas.id, bureau.id, from: site.origin)
            let role = try #require(try await site.people.persons.grants(of: cas.id).first).id
            let membership = try #require(try await site.people.organisations.memberships(of: cas.id).first).id
            for route in [AdministrationRoute.roleEnd(bo.id, role: role), .membershipEnd(bo.id, membership: membership)] {
                #expect(try await site.post(route.address.url(in: .nl), by: ans).status == 404, "\(route)")
            }
            let review = AdministrationRoute.review.address.url(in: .nl)
            for decision in ["blijft", "einde"] {
                let fields = [("persoon", bo.id.description), ("rol", role.description), ("besluit", decision)]
                #expect(try await site.post(review, fields, by: ans).status == 404, "\(decision)")
            }
            #expect(try await site.people.persons.grants(of: cas.id).first?.holds(at: site.clock.now) == true)
            #expect(try await site.people.organisations.memberships(of: cas.id).first?.holds(at: site.clock.now) == true)
        }
    }

    @Test("ASVS 8.2.3: of one thing everyone sees the fields that are theirs to see, on pages, in the search and in the file of a person")
    func fields() async throws {
        try await GuardedSite.with { guarded in
            let two = try await Self.two(guarded), page = ProgrammeRoute.programme(two.mine.programme.slug).address.url(in: .nl)
            let bo = try await guarded.people.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let resident = try await guarded.client(bo.id, proof: .oneFactor), administrator = try await guarded.client(GuardedSite.administrator)
            for client in [guarded.client(), resident, administrator, two.facilitator] {
                let text = try await client.get(page).text
                #expect(text.contains("Cas Ons") && text.contains("tel:0261234567") && !text.contains("cas.ons@voorbeeld.nl"))
            }
            let edit = ProgrammeRoute.edit(two.mine.programme.slug).address.url(in: .nl)
            #expect(try await two.facilitator.get(edit).text.contains("cas.ons@voorbeeld.nl"))
            try await guarded.site.knowledge.desk.refresh()
            for client in [guarded.client(), resident, two.facilitator, administrator] {
                let text = try await client.get("/zoeken?q=bakker").text
                #expect(text.contains("/beheer/mensen/\(bo.id)") == (client === administrator) && !text.contains("bo@voorbeeld.nl"))
            }
            let file = try await resident.get("/mijn/gegevens.json").text
            #expect(file.contains("bo@voorbeeld.nl") && !file.contains("fa@voorbeeld.nl") && !file.contains("Cas"))
        }
    }

    @Test("ASVS 15.3.3: fields that a form does not have change nothing, whoever sends them")
    func extraFields() async throws {
        try await GuardedSite.with { guarded in
            let administrator = try await guarded.client(GuardedSite.administrator)
            let extra = [
                ("id", "01m80z5njhgfcm0npw6m3sbzrq"), ("rol", "beheerder"), ("role", "beheerder"), ("waar", "overal"), ("proof", "2"), ("closed_at", "1"),
                ("gesloten", "ja"), ("persoon", "01m80z5njhgfcm0npw6m3sbzrq"), ("organisatie", "01m80z5njhgfcm0npw6m3sbzrq"), ("listed", "1"),
            ]
            let added = try await guarded.post("/beheer/mensen", [("naam", "Bo"), ("mail", "bo@voorbeeld.nl"), ("taal", "nl")] + extra, by: administrator)
            #expect(added.status == 303)
            let bo = try #require(try await guarded.site.people.persons.find(MailAddress("bo@voorbeeld.nl")))
            #expect(bo.id.description != "01m80z5njhgfcm0npw6m3sbzrq" && bo.isOpen)
            #expect(try await guarded.site.people.persons.grants(of: bo.id).isEmpty)
            #expect(try await guarded.site.people.organisations.memberships(of: bo.id).isEmpty)
            let organisation = [("naam", "Bureau"), ("soort", "bedrijf"), ("ended_at", "1"), ("last_listed", "2024")] + extra
            #expect(try await guarded.post("/beheer/organisaties", organisation, by: administrator).status == 303)
            let bureau = try #require(try await guarded.site.people.organisations.list().first { $0.name == "Bureau" })
            #expect(bureau.listed == nil && bureau.endedAt == nil)
            let two = try await Self.two(guarded), place = ProgrammeRoute.edit(two.mine.programme.slug).address.url(in: .nl)
            let facts = [("naam", "Ons"), ("doel", "Leren."), ("slug", "hun"), ("programma", two.theirs.programme.id.description), ("ended_at", "1")]
            #expect(try await guarded.post(place, facts + extra, by: two.facilitator).status == 303)
            let after = try #require(try await guarded.site.people.programmes.outline(two.mine.programme.slug)).programme
            #expect(after.id == two.mine.programme.id && after.slug == two.mine.programme.slug && after.endedAt == nil)
            let theirs = try #require(try await guarded.site.people.programmes.outline(two.theirs.programme.slug)).programme
            #expect(theirs.facts == two.theirs.programme.facts)
        }
    }

    @Test("ASVS 14.3.2: what someone sees who signed in is kept by no browser and no cache; what anyone may keep is the same for everyone")
    func caches() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let administrator = try await guarded.client(GuardedSite.administrator), visitor = guarded.client()
            for route in guarded.stack.table.routes where route.method == .get && route.access != .operators {
                let target = try PermissionTableTests.target(route.pattern), reply = try await administrator.get(target)
                if route.readsSession {
                    #expect(reply[header: "Cache-Control"] == "no-store", "\(target): \(reply[header: "Cache-Control"] ?? "")")
                } else if reply[header: "Cache-Control"]?.hasPrefix("public") == true {
                    #expect(try await visitor.get(target).bytes == reply.bytes, "\(target)")
                }
            }
        }
    }
}
