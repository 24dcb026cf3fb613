import Core
import Foundation
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Administering people")
struct AdministrationJourneyTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    @Test("KWA-03: an administrator adds someone, gives a role in an area with a sub-role and an end, and ends it", arguments: TestDatabase.engines)
    func roles(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ans = try await site.client(Self.administrator)
            let added = try await site.post("/beheer/mensen", [("naam", " Bo \n Bakker "), ("mail", "bo@voorbeeld.nl"), ("taal", "en")], by: ans)
            let place = try #require(added[header: "Location"])
            #expect(added.status == 303 && place.hasPrefix("/beheer/mensen/"))
            let bo = try #require(try await site.people.persons.find(MailAddress("bo@voorbeeld.nl")))
            #expect(bo.language == .en)
            let given = try await site.post(
                place + "/rollen",
                [("rol", "wijkprofessional"), ("soort-werk", "Straatcoach"), ("waar", "gebied"), ("gebied", "GM0222"), ("tot", "31-12-2027")], by: ans)
            #expect(given.status == 303 && given[header: "Location"] == place + "#rollen")
            let grant = try #require(try await site.people.persons.grants(of: bo.id).first)
            #expect(grant.role == .neighbourhoodProfessional && grant.subRole == "Straatcoach" && grant.end == 1_830_294_000_000)
            #expect(grant.scope == .area(try #require(AreaCode("GM0222"))))
            let page = try await ans.get(place)
            for word in ["Wijkprofessional, Straatcoach", "GM0222", "Een rol gegeven: Wijkprofessional", "beheerder, 2 factors"] {
                #expect(page.text.contains(word), "\(word)")
            }
            #expect(page[header: "Cache-Control"] == "no-store")
            #expect(try await ans.get("/en" + place).text.contains("A role given: Neighbourhood professional"))
            // The same role twice is said.
            let twice = try await site.post(
                place + "/rollen", [("rol", "wijkprofessional"), ("soort-werk", "Straatcoach"), ("waar", "gebied"), ("gebied", "GM0222")], by: ans)
            #expect(twice.status == 400 && twice.text.contains("heeft deze rol daar al") && twice.text.contains("value=\"Straatcoach\""))
            let ended = try await site.post(place + "/rollen/\(grant.id)/einde", by: ans)
            #expect(ended.status == 303)
            #expect(try await site.people.persons.grants(of: bo.id).allSatisfy { !$0.holds(at: site.clock.now) })
            #expect(try await site.post(place + "/rollen/\(grant.id)/einde", by: ans).status == 404)
            // What ended can be given again.
            let again = try await site.post(
                place + "/rollen", [("rol", "wijkprofessional"), ("soort-werk", "Straatcoach"), ("waar", "gebied"), ("gebied", "GM0222")], by: ans)
            #expect(again.status == 303)
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("wrong words come back with what to do, and nothing is written", arguments: Language.allCases)
    func faults(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl"), ans = try await site.client(Self.administrator)
            let people = PeopleRoute.people.address.url(in: language), roles = AdministrationRoute.roles(bo.id).address.url(in: language)
            let before = try await site.people.journal.lines(limit: 500).filter { $0.event.action != "people.read" }
            for (target, fields, field) in [
                (people, [("naam", ""), ("mail", "x@voorbeeld.nl"), ("taal", "nl")], "naam"),
                (people, [("naam", String(repeating: "é", count: 201)), ("mail", "x@voorbeeld.nl"), ("taal", "nl")], "naam"),
                (people, [("naam", "X"), ("mail", "geen adres"), ("taal", "nl")], "mail"),
                (people, [("naam", "X"), ("mail", "BO@voorbeeld.nl"), ("taal", "nl")], "mail"), (people, [("naam", "X"), ("mail", "x@voorbeeld.nl")], "taal"),
                (roles, [("waar", "overal")], "rol"), (roles, [("rol", "koning"), ("waar", "overal")], "rol"), (roles, [("rol", "ambtenaar")], "waar"),
                (roles, [("rol", "ambtenaar"), ("waar", "gebied")], "gebied"), (roles, [("rol", "ambtenaar"), ("waar", "gebied"), ("gebied", "X")], "gebied"),
                (roles, [("rol", "ambtenaar"), ("waar", "organisatie")], "organisatie"),
                (roles, [("rol", "ambtenaar"), ("waar", "organisatie"), ("organisatie", bo.id.description)], "organisatie"),
                (roles, [("rol", "ambtenaar"), ("waar", "overal"), ("tot", "morgen")], "tot"),
                (roles, [("rol", "ambtenaar"), ("waar", "overal"), ("tot", "1-1-2020")], "tot"),
                (roles, [("rol", "beheerder"), ("waar", "gebied"), ("gebied", "GM0222")], "waar"),
                (AdministrationRoute.memberships(bo.id).address.url(in: language), [], "lid-organisatie"),
                (AdministrationRoute.erasure(bo.id).address.url(in: language), [], "zeker"),
            ] {
                let reply = try await site.post(target, fields, by: ans)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\"") && reply.text.contains("id=\"\(field)\""), "\(target) \(fields)")
                #expect(reply.text.contains(language == .nl ? "<title>Fout: " : "<title>Error: "), "\(target) \(fields)")
            }
            let after = try await site.people.journal.lines(limit: 500).filter { $0.event.action != "people.read" }
            #expect(before == after)
        }
    }

    @Test("nobody gives themselves rights, and the last administrator stays: the page says why (BIO2 5.18)")
    func refused() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator)
            let me = try #require(try await site.people.persons.all(withRolesAt: site.clock.now).first?.person)
            let club = try await site.people.organisations.add(name: "Buurtclub", kind: .residentsGroup, from: site.origin)
            let page = try await ans.get(AdministrationRoute.person(me.id).address.url(in: .nl))
            #expect(page.status == 200 && page.text.contains("Je kunt jezelf geen rol geven") && !page.text.contains("id=\"rol\""))
            let role = try #require(try await site.people.persons.grants(of: me.id).first)
            for (target, fields, words) in [
                (AdministrationRoute.roles(me.id), [("rol", "ambtenaar"), ("waar", "overal")], "jezelf geen rol"),
                (.memberships(me.id), [("lid-organisatie", club.id.description)], "jezelf niet bij een organisatie"),
                (.roleEnd(me.id, role: role.id), [], "laatste beheerder"), (.erasure(me.id), [("zeker", "ja")], "jezelf hier niet wissen"),
                (.review, [("persoon", me.id.description), ("rol", role.id.description), ("besluit", "blijft")], "iemand anders bekijken"),
                (.review, [("persoon", me.id.description), ("rol", role.id.description), ("besluit", "einde")], "laatste beheerder"),
            ] {
                let reply = try await site.post(target.address.url(in: .nl), fields, by: ans)
                #expect(reply.status == 403 && reply.text.contains(words), "\(target): \(reply.status)")
            }
            #expect(try await site.people.persons.grants(of: me.id) == [role])
            #expect(try await site.people.organisations.memberships(of: me.id).isEmpty)
            // With a second one the first may go.
            try await site.add("Cleo", "cleo@voorbeeld.nl", .functionalAdministrator)
            #expect(try await site.post(AdministrationRoute.roleEnd(me.id, role: role.id).address.url(in: .nl), by: ans).status == 303)
            #expect(try await ans.get("/beheer/mensen").status == 404)
        }
    }

    @Test("ORG-03: someone is put with an organisation from a day on, and taken away", arguments: TestDatabase.engines)
    func memberships(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl"), ans = try await site.client(Self.administrator)
            let club = try await site.people.organisations.add(name: "Wij & zij", kind: .residentsGroup, from: site.origin)
            let place = AdministrationRoute.memberships(bo.id).address.url(in: .nl)
            let joined = try await site.post(place, [("lid-organisatie", club.id.description), ("lid-vanaf", "1-1-2026")], by: ans)
            #expect(joined.status == 303)
            let membership = try #require(try await site.people.organisations.memberships(of: bo.id).first)
            #expect(membership.start == 1_767_222_000_000 && membership.end == nil)
            let page = try await ans.get(AdministrationRoute.person(bo.id).address.url(in: .nl))
            #expect(page.text.contains("Wij &amp; zij") && page.text.contains("Bij een organisatie gezet: Wij &amp; zij"))
            let twice = try await site.post(place, [("lid-organisatie", club.id.description)], by: ans)
            #expect(twice.status == 400 && twice.text.contains("hoort hier al bij"))
            let left = try await site.post(AdministrationRoute.membershipEnd(bo.id, membership: membership.id).address.url(in: .nl), by: ans)
            #expect(left.status == 303)
            #expect(try await site.people.organisations.memberships(of: bo.id).map(\.end) == [site.clock.now])
            // One that is still to begin is taken away before it begins.
            _ = try await site.post(place, [("lid-organisatie", club.id.description), ("lid-vanaf", "1-1-2099")], by: ans)
            let future = try #require(try await site.people.organisations.memberships(of: bo.id).last)
            let away = try await site.post(AdministrationRoute.membershipEnd(bo.id, membership: future.id).address.url(in: .nl), by: ans)
            #expect(away.status == 303)
            #expect(try await site.people.organisations.memberships(of: bo.id).last?.end == future.start)
        }
    }

    @Test("ASVS 7.4.5: closing someone's sessions signs them out; erasing asks first, and then nothing of them is left on any page")
    func leaving() async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident), ans = try await site.client(Self.administrator)
            let browser = site.client()
            _ = try await site.signIn(browser, "bo@voorbeeld.nl")
            let place = AdministrationRoute.person(bo.id).address.url(in: .nl)
            #expect(try await ans.get(place).text.contains("op één plek aangemeld"))
            #expect(try await site.post(AdministrationRoute.sessionsEnd(bo.id).address.url(in: .nl), by: ans).status == 303)
            #expect(try await browser.get("/mijn").status == 303)
            let asked = try await ans.get(place + "/wissen")
            #expect(asked.status == 200 && asked.text.contains("Ja, wis Bo Bakker"))
            #expect(try await site.post(place + "/wissen", by: ans).status == 400)
            #expect(try await site.people.persons.find(bo.id)?.isOpen == true)
            let erased = try await site.post(place + "/wissen", [("zeker", "ja")], by: ans)
            #expect(erased.status == 303 && erased[header: "Location"] == "/beheer/mensen")
            for page in [place, place + "/wissen"] { #expect(try await ans.get(page).status == 404) }
            #expect(try await !ans.get("/beheer/mensen").text.contains("Bakker"))
        }
    }

    @Test("reading the page of someone leaves a line they can see; the page of someone who reads of themselves does not")
    func read() async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .official), ans = try await site.client(Self.administrator)
            let me = try #require(try await site.people.persons.all(withRolesAt: site.clock.now).first { $0.person.id != bo.id }?.person)
            for person in [bo, me] { #expect(try await ans.get(AdministrationRoute.person(person.id).address.url(in: .nl)).status == 200) }
            #expect(try await site.people.readLog.lines(about: bo.id).map(\.activity) == [.administration])
            #expect(try await site.people.readLog.lines(about: me.id).isEmpty)
        }
    }

    @Test("an administrator finds all there is to keep from their own page, and someone else finds none of it")
    func links() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator), official = try await site.client(PermissionTable.Subject(role: .official, proof: .twoFactors))
            let page = try await ans.get("/mijn").text, other = try await official.get("/mijn").text
            for place in ["mensen", "rollen", "organisaties", "programmas", "instellingen", "logboek"] {
                #expect(page.contains("href=\"/beheer/\(place)\"") && !other.contains("/beheer/\(place)"), "\(place)")
                #expect(try await ans.get("/beheer/\(place)").status == 200, "\(place)")
            }
        }
    }

    @Test("the yearly look: a role of more than a year stands there, stays for a year or ends", arguments: TestDatabase.engines)
    func review(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .official), cas = try await site.add("Cas", "cas@voorbeeld.nl", .official)
            site.clock.advance(minutes: 367 * 24 * 60)
            let ans = try await site.client(Self.administrator)
            let page = try await ans.get("/beheer/rollen")
            #expect(page.status == 200 && page.text.contains("Bo Bakker") && page.text.contains("Cas"))
            #expect(try await site.people.readLog.lines(about: bo.id).count == 1)
            for (person, choice) in [(bo, "blijft"), (cas, "einde")] {
                let role = try #require(try await site.people.persons.grants(of: person.id).first)
                let fields = [("persoon", person.id.description), ("rol", role.id.description), ("besluit", choice)]
                #expect(try await site.post("/beheer/rollen", fields, by: ans).status == 303, "\(choice)")
            }
            #expect(try await site.people.reviews.due(at: site.clock.now).isEmpty)
            #expect(try await site.people.persons.grants(of: bo.id).map { $0.holds(at: site.clock.now) } == [true])
            #expect(try await site.people.persons.grants(of: cas.id).map { $0.holds(at: site.clock.now) } == [false])
            #expect(try await ans.get("/en/beheer/rollen").text.contains("There are no roles to look at now."))
            #expect(try await site.post("/beheer/rollen", [("besluit", "blijft")], by: ans).status == 404)
        }
    }
}
