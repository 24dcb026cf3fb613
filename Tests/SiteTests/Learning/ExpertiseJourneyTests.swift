import Core
import Credentials
import HTTPTypes
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

/// A site with someone who asks, someone who knows, and their organisations.
private struct ExpertiseSite {
    let site: PeopleSite
    let part: ExpertisePart
    let label: String
    let asker: Person
    let expert: Person
    let asking: Client
    let knowing: Client

    static let question = "Hoe begin je een zwaluwnest?"

    init(_ site: PeopleSite) async throws {
        let part = ExpertisePart(areas: site.site.areas, people: site.people)
        let term = try await site.people.terms.add(TermDraft(vocabulary: .theme, name: Localized("Vogels in de straat")), from: site.origin)
        asker = try await site.add("Anke Verbruggen", "anke.verbruggen@lindenmeer.example")
        expert = try await site.add("Berend Kwakkel", "berend.kwakkel@linderveld.example")
        asking = try await Self.client(of: asker.id, on: site)
        knowing = try await Self.client(of: expert.id, on: site)
        for (person, name) in [(asker, "Stichting Lindenmeer"), (expert, "Stichting Linderveld")] {
            let organisation = try await site.people.organisations.add(name: name, kind: .civilSociety, from: site.origin)
            try await site.people.organisations.join(person.id, organisation.id, from: site.origin)
        }
        self.site = site
        self.part = part
        label = term.key
    }

    static func client(of person: Identifier, on site: PeopleSite, _ proof: Actor.Proof = .oneFactor) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: proof, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    func get(_ route: ExpertiseRoute, by client: Client) async throws -> Reply { try await client.get(route.address.url(in: .nl)) }

    func post(_ route: ExpertiseRoute, _ fields: [(String, String)] = [], by client: Client) async throws -> Reply {
        try await site.post(route.address.url(in: .nl), fields, by: client)
    }

    func know() async throws {
        #expect(try await post(.lines, [("onderwerp", label), ("soort", "ervaring"), ("voor", "mij")], by: knowing).status == 303)
    }

    func ask() async throws -> Identifier {
        let fields = [("vraag", Self.question), ("onderwerp", label), ("wie", "beide"), ("hulp", "gesprek"), ("geprobeerd", "")]
        let reply = try await post(.requests, fields, by: asking)
        #expect(reply.status == 303, "\(reply.status)")
        let place = try #require(reply[header: "Location"]).split(separator: "/").last.map(String.init)
        return try #require(place.flatMap { Identifier($0) })
    }

    func answer(_ said: String, to request: Identifier) async throws -> Reply {
        let ask = try #require(try await part.requests.asks(of: request).first { $0.person == expert.id })
        return try await post(.ask(ask.id), [("antwoord", said)], by: knowing)
    }
}

@Suite("Who knows, and asking them")
struct ExpertiseJourneyTests {
    @Test("EXP-01, EXP-03: one step makes a line; who signed in finds the person, a visitor does not, and nobody sees an address")
    func directory() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site)
            try await ground.know()
            let own = try await ground.get(.mine, by: ground.knowing)
            #expect(own.status == 200 && own.text.contains("Vogels in de straat"))
            let found = try await ground.asking.get("/expertise?onderwerp=\(ground.label)")
            #expect(found.status == 200 && found.text.contains("Berend Kwakkel") && found.text.contains("Stichting Linderveld"))
            #expect(!found.text.contains("berend.kwakkel@"))
            let visitor = try await ground.get(.directory, by: site.client())
            #expect(visitor.status == 200 && !visitor.text.contains("Berend") && visitor.text.contains("Meld je aan"))
        }
    }

    @Test("EXP-03: who offered something in an answer chooses one subject and finds it on their own list, for nobody else to see")
    func offering() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site), key = site.people.installation.key
            let route = ExpertiseRoute.offer(OfferProof.token(key, at: site.clock.now)), visitor = site.client()
            let asked = try await ground.get(route, by: visitor)
            #expect(asked.status == 303 && asked[header: "Location"]?.hasPrefix("/aanmelden?") == true)
            let page = try await ground.get(route, by: ground.knowing)
            #expect(page.status == 200 && page.text.contains("Vogels in de straat") && page.text.contains("Je antwoord zelf gaat niet mee."))
            #expect(try await ground.part.store.lines(of: .person(ground.expert.id)).isEmpty, "looking proposes nothing")
            let faulty = try await ground.post(route, [("onderwerp", ""), ("soort", "ervaring")], by: ground.knowing)
            #expect(faulty.status == 400 && faulty.text.contains("href=\"#onderwerp\""))
            let sent = try await ground.post(route, [("onderwerp", ground.label), ("soort", "ervaring")], by: ground.knowing)
            #expect(sent.status == 303 && sent[header: "Location"] == "/mijn/expertise#regels")
            #expect(try await ground.part.store.lines(of: .person(ground.expert.id)).map(\.deed) == [.offer])
            #expect(try await ground.get(.mine, by: ground.knowing).text.contains("Bood hulp aan"))
            let found = try await ground.asking.get("/expertise?onderwerp=\(ground.label)")
            #expect(!found.text.contains("Berend Kwakkel"))
            for proof in [OfferProof.token(key, at: site.clock.now - 3_600_000), "geen"] {
                #expect(try await ground.get(.offer(proof), by: ground.knowing).status == 404)
                #expect(try await ground.post(.offer(proof), [("onderwerp", ground.label), ("soort", "vak")], by: ground.knowing).status == 404)
            }
        }
    }

    @Test("EXP-02, EXP-06, CAS-10: asking, yes, reaching each other, and what helped")
    func asking() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site)
            try await ground.know()
            let request = try await ground.ask()
            let before = try await ground.get(.request(request), by: ground.knowing)
            #expect(before.text.contains("zwaluwnest") && before.text.contains("Stichting Lindenmeer"))
            #expect(!before.text.contains("Verbruggen") && !before.text.contains("anke.verbruggen@"))
            #expect(try await ground.answer("ja", to: request).status == 303)
            #expect(try await ground.get(.request(request), by: ground.knowing).text.contains("anke.verbruggen@lindenmeer.example"))
            let mine = try await ground.get(.request(request), by: ground.asking)
            #expect(mine.text.contains("berend.kwakkel@linderveld.example") && mine.text.contains("Weet van dit onderwerp"))
            #expect(try await site.people.readLog.lines(about: ground.expert.id).isEmpty == false)
            let ask = try #require(try await ground.part.requests.asks(of: request).first)
            let closed = try await ground.post(.close(request), [("hielp", ask.id.description), ("opbrengst", "Klein beginnen.")], by: ground.asking)
            #expect(closed.status == 303)
            let entry = try #require(try await ground.part.requests.entries(of: ground.expert.id).first)
            #expect(try await ground.post(.entry(entry.id), by: ground.knowing).status == 303)
            #expect(try await ground.part.requests.confirmed().count == 1)
        }
    }

    @Test("D-23: a no needs no reason, and the asker does not see it")
    func declining() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site)
            try await ground.know()
            let request = try await ground.ask(), before = try await ground.get(.request(request), by: ground.asking)
            #expect(try await ground.answer("nee", to: request).status == 303)
            let after = try await ground.get(.request(request), by: ground.asking)
            for page in [before, after] { #expect(page.text.contains("De vraag is onderweg") && !page.text.contains("Berend")) }
            let own = try await ground.get(.mine, by: ground.knowing)
            #expect(own.text.contains("Je zei nee"))
        }
    }

    @Test("EXP-02, D-13: the link of a mail changes nothing until its button is pressed, says who asks to nobody, and then shows how it stands")
    func proof() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let ground = try await ExpertiseSite(site)
            try await ground.know()
            let request = try await ground.ask()
            let mails = try await site.site.database.read { reading in try reading.all("SELECT body_text FROM outbox") { try $0.string(0) } }
            let found = mails.compactMap { mail in mail.firstMatch(of: /\/meedenken\/antwoord\/([A-Za-z0-9_-]+)/).map { String($0.1) } }.first
            let route = ExpertiseRoute.askProof(try #require(found)), reader = site.client()
            for _ in 0..<2 {
                let page = try await ground.get(route, by: reader)
                #expect(page.status == 200 && page.text.contains("zwaluwnest") && !page.text.contains("Verbruggen"))
            }
            #expect(try await ground.part.requests.asks(of: request).map(\.state) == [.asked])
            #expect(try await ground.post(route, [("antwoord", "ja")], by: reader).status == 303)
            #expect(try await ground.post(route, [("antwoord", "nee")], by: reader).status == 303)
            let after = try await ground.get(route, by: reader)
            #expect(after.text.contains("Je zei ja") && !after.text.contains("Verbruggen") && !after.text.contains("anke.verbruggen@"))
            #expect(try await ground.part.requests.asks(of: request).map(\.state) == [.accepted])
            site.clock.advance(minutes: 30 * 24 * 60)
            #expect(try await ground.get(route, by: reader).status == 404)
        }
    }

    @Test("EXP-02: a form that is not right comes back with the words")
    func faults() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site)
            let reply = try await ground.post(.requests, [("vraag", ""), ("geprobeerd", "eigenwoord"), ("onderwerp", "anders")], by: ground.asking)
            #expect(reply.status == 400 && reply.text.contains("eigenwoord"))
            #expect(try await ground.post(.settings, [("aantal", "11")], by: ground.knowing).status == 400)
            #expect(try await ground.post(.settings, [("aantal", "0"), ("wil", "open")], by: ground.knowing).status == 303)
        }
    }

    @Test("EXP-02, EXP-05: before a yes no page shows contact data, to either side or to any role; others cannot answer for them")
    func attack() async throws {
        try await PeopleSite.with { site in
            let ground = try await ExpertiseSite(site)
            try await ground.know()
            let request = try await ground.ask(), ask = try #require(try await ground.part.requests.asks(of: request).first)
            let homes = try await site.people.organisations.memberships(of: ground.expert.id).map(\.organisation)
            let draft = HelpRequest.Draft(question: "Hoe nu?", label: ground.label)
            _ = try await ground.part.requests.add(
                draft, by: ground.expert.id, organisation: homes.first, area: nil, try await ground.part.surroundings(of: nil), from: site.origin)
            let clusters = try await ground.part.introductions.clusters(at: site.clock.now), cluster = try #require(clusters.first)
            let introduction = try await ground.part.introductions.propose(
                Set(cluster.askers.keys), label: ground.label, programme: nil, isAlike: false, site: "x", from: site.origin)
            var readers: [(String, Client)] = [("asker", ground.asking), ("expert", ground.knowing)]
            for subject in PermissionTable.Subject.all { readers.append((subject.name, try await site.client(subject))) }
            let patterns = try site.site.routes().routes.filter {
                $0.name.hasPrefix("expertise.") || $0.name.hasPrefix("help.") || $0.name.hasPrefix("introductions.")
            }
            #expect(patterns.count == 23, "\(patterns.count)")
            for (name, client) in readers {
                for route in patterns {
                    let target = route.pattern.replacing("{verzoek}", with: request.description).replacing("{vraag}", with: ask.id.description)
                        .replacing("{hulp}", with: ask.id.description).replacing("{kennismaking}", with: introduction.description)
                        .replacing("{bewijs}", with: "abcdefghijklmnopqrstuv")
                    // Those whose answer it is would share their data by it.
                    let isOwn = name == "asker" || name == "expert"
                    if route.method != .get && isOwn { continue }
                    let reply =
                        route.method == .get ? try await client.get(target) : try await site.post(target, [("antwoord", "ja")], by: client)
                    for word in ["anke.verbruggen@", "berend.kwakkel@"] { #expect(!reply.text.contains(word), "\(name) \(route.method) \(target)") }
                    if !isOwn, ["{verzoek}", "{kennismaking}", "{bewijs}", "{vraag}"].contains(where: route.pattern.contains) {
                        #expect([303, 403, 404].contains(reply.status) && !reply.text.contains("zwaluwnest"), "\(name) \(target) \(reply.status)")
                    }
                }
            }
            #expect(try await ground.part.requests.asks(of: request).map(\.state) == [.asked])
        }
    }
}
