import Core
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

/// A site on which something closed stands in every corner of learning: the words of a group, a case that was not shared, who registered, the link to join,
/// who asks for help.
private struct ClosedGround {
    let site: PeopleSite
    let group: IntervisionSite
    let session: Identifier
    let values: [String: String]

    /// What only members of the group may read.
    static let ofGroup = ["Kring Stilte", "Verbruggen", "zwaluwnest7391", "Gesloten geval"]
    /// What only who organises may read, and the person themselves.
    static let ofOrganisers = ["Zeldzaam", "moerasgeit5512", "videokamer8846"]
    /// What only the two of a request may read.
    static let ofRequest = ["ijsvogel4420", "vraagster@", "kenner@"]

    init(_ site: PeopleSite) async throws {
        let group = try await IntervisionSite(site), session = try await group.begin()
        try await group.go(2, in: session)
        _ = try await group.write("zwaluwnest7391", step: 2, in: session, by: 3)
        let member = group.people[1].id, parts = group.part.sessions
        try await parts.addYield(.insight, words: "zwaluwnest7391", address: nil, owner: member, due: "2028-01-31", to: session, from: site.origin)
        let yield = try #require(try await parts.yields(of: session).first?.id)
        let facts = PracticeCase.Facts(words: [.title: "Gesloten geval", .situation: "zwaluwnest7391", .question: "Hoe?"])
        let closed = try await group.cases.store.add(facts, group: group.group, by: member, from: site.origin)
        let (meeting, registration) = try await Self.register(site, in: group.programme)
        let (request, ask) = try await Self.ask(site)
        self.site = site
        self.group = group
        self.session = session
        let other = Identifier(at: 1).description
        values = [
            "groep": group.group.description, "sessie": session.description, "persoon": member.description, "opbrengst": yield.description,
            "casus": closed.description, "methode": "incident", "bijeenkomst": meeting.description, "inschrijving": registration.description,
            "verzoek": request.description, "vraag": ask.description, "bewijs": "abcdefghijklmnopqrstuv", "geheim": "abcdefghijklmnopqrstuv.ics",
            "agenda": group.programme.description, "oproep": other,
        ]
    }

    /// An online meeting for one, with someone in it and someone who waits.
    private static func register(_ site: PeopleSite, in programme: Identifier) async throws -> (Identifier, Identifier) {
        let learning = site.site.learning, starts = site.clock.now + 30 * 86_400_000
        let facts = Meeting.Facts(
            title: "Wijkprofielen", form: .online, startsAt: starts, endsAt: starts + 7_200_000, joinLink: "https://video.example/videokamer8846", capacity: 1)
        let meeting = try await learning.meetings.store.add(facts, to: programme, from: site.origin)
        try await learning.meetings.store.announce(meeting.id, from: site.origin)
        for name in ["Quirijn", "Ottilie"] {
            let mail = try MailAddress("\(name.lowercased()).zeldzaam@lindenmeer.example")
            let draft = RegistrationDraft(
                name: "\(name) Zeldzaam", mail: mail, role: .official, way: .online, need: "moerasgeit5512", caseText: "moerasgeit5512")
            _ = try await learning.registration.store.register([draft], for: meeting.id, from: site.origin)
        }
        let first = try #require(try await learning.registration.store.participants(of: meeting.id).first)
        return (meeting.id, first.id)
    }

    /// A request to someone who knows, which was not answered.
    private static func ask(_ site: PeopleSite) async throws -> (Identifier, Identifier) {
        let part = site.site.learning.expertise
        let term = try await site.people.terms.add(TermDraft(vocabulary: .theme, name: Localized("Vogels in de straat")), from: site.origin)
        let asker = try await site.add("Anke Asker", "vraagster@lindenmeer.example"), expert = try await site.add("Berend Kwakkel", "kenner@lindenmeer.example")
        try await part.store.add(.person(expert.id), label: term.key, kind: .experience, region: nil, from: site.origin)
        let draft = HelpRequest.Draft(question: "Hoe helpt een ijsvogel4420?", label: term.key)
        let added = try await part.requests.add(
            draft, by: asker.id, organisation: nil, area: nil, try await part.surroundings(of: nil), from: site.origin)
        let ask = try #require(try await part.requests.asks(of: added.id).first)
        return (added.id, ask.id)
    }

    /// The address of a route with what was planted in it; what was not planted is something that is not there.
    func target(_ route: Route) -> String {
        let parts = route.pattern.split(separator: "/").map { piece in
            guard let open = piece.firstIndex(of: "{"), let close = piece.firstIndex(of: "}") else { return String(piece) }
            let value = values[String(piece[piece.index(after: open)..<close])] ?? Identifier(at: 1).description
            return piece[..<open] + value + piece[piece.index(after: close)...]
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Every row of every table that holds what was planted.
    func counts() async throws -> [String: Int] {
        try await site.site.database.read { reading in
            var counts: [String: Int] = [:]
            for table in [
                "intervision_session", "intervision_presence", "intervision_note", "intervision_ready", "intervision_reveal", "intervision_yield",
                "practice_case", "registration", "help_ask",
            ] { counts[table] = try reading.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? 0 }
            return counts
        }
    }
}

@Suite("Getting at what is closed in learning")
struct LearningAttackTests {
    private static let fields = [
        ("doe", "verder"), ("antwoord", "ja"), ("soort", "gedeeld"), ("stap", "2"), ("gedeeld", "x"), ("blijft", "ja"), ("mail", "a@b.nl"),
    ]

    private struct Attacker: Sendable {
        let name: String
        let subject: PermissionTable.Subject
        let client: Client
    }

    /// Nobody, every role, someone of another group, and someone who left this one.
    private func attackers(_ ground: ClosedGround) async throws -> [Attacker] {
        let site = ground.site, groups = ground.group.part.groups, plain = PermissionTable.Subject(role: nil, proof: .oneFactor)
        var all: [Attacker] = []
        for subject in PermissionTable.Subject.all { all.append(Attacker(name: subject.name, subject: subject, client: try await site.client(subject))) }
        let stranger = try await site.add("Oda", "oda@lindenmeer.example"), gone = try await site.add("Ulf", "ulf@lindenmeer.example")
        _ = try await groups.add(
            name: "Ander", programme: ground.group.programme, part: nil, agreements: IntervisionSite.agreements, by: stranger.id, from: site.origin)
        try await groups.invite(gone.id, to: ground.group.group, from: site.origin)
        try await groups.answer(true, gone.id, in: ground.group.group, from: site.origin)
        try await groups.remove(gone.id, from: ground.group.group, origin: site.origin)
        for (name, person) in [("another group", stranger), ("left the group", gone)] {
            all.append(Attacker(name: name, subject: plain, client: try await IntervisionSite.client(of: person.id, .oneFactor, on: site)))
        }
        return all
    }

    /// No word of what is closed in the body or in a header, and no page of the group at all.
    private func judge(_ reply: Reply, _ what: String, _ route: Route, mayKnow: Bool) {
        let read = reply.text + "\n" + reply.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        for word in ClosedGround.ofGroup + ClosedGround.ofRequest + (mayKnow ? [] : ClosedGround.ofOrganisers) where read.contains(word) {
            Issue.record("\(what): \(word)")
        }
        #expect(reply.status < 500, "\(what): \(reply.status)")
        let isOfGroup = route.name.hasPrefix("intervision.") && ["{groep}", "{sessie}"].contains { route.pattern.contains($0) }
        if isOfGroup { #expect([303, 403, 404].contains(reply.status), "\(what): \(reply.status)") }
        if isOfGroup && reply.status == 303 {
            #expect(reply[header: "Location"]?.hasPrefix("/aanmelden") == true, "\(what): \(reply[header: "Location"] ?? "")")
        }
    }

    @Test("D-33, D-36, CAS-08, MTG-04, EXP-05: every route of learning and of its API, as nobody and as every role: what is closed is in no body and no header")
    func everyRoute() async throws {
        try await PeopleSite.with { site in
            let ground = try await ClosedGround(site), before = try await ground.counts()
            let attackers = try await attackers(ground)
            let learning = site.site.learning.routes, api = try site.site.routes().routes.filter { $0.pattern.hasPrefix("/api/") && $0.method == .get }
            #expect(learning.count >= 120, "\(learning.count)")
            for attacker in attackers {
                let organises = LearningPolicy.organise(programme: ground.group.programme, part: nil, by: attacker.subject.actor).isAllowed
                let token = try await attacker.client.get("/aanmelden").formToken
                // The API asks nobody who they are.
                for route in learning + (attacker.subject.proof == .none ? api : []) {
                    // A role without its second factor is no more than someone who signed in; who organises may change all that, which would say nothing.
                    let isBare = attacker.subject.role != nil && attacker.subject.proof == .oneFactor
                    if route.isUnsafe && (organises || isBare) || isBare && route.access == .everyone { continue }
                    let target = ground.target(route)
                    let reply =
                        route.isUnsafe
                        ? try await attacker.client.post(target, Self.fields, token: token) : try await attacker.client.get(target)
                    judge(reply, "\(attacker.name) \(route.method) \(target)", route, mayKnow: organises && route.access == .organisers)
                }
            }
            #expect(try await ground.counts() == before)
            let after = try #require(try await ground.group.part.sessions.find(ground.session))
            #expect(after.step == 2 && after.state == .running)
        }
    }

    @Test("D-33: who may see it does, so that the attack above looks for words that are there")
    func planted() async throws {
        try await PeopleSite.with { site in
            let ground = try await ClosedGround(site)
            let own = try await ground.group.get(.session(ground.session), by: 3)
            #expect(own.status == 200 && own.text.contains("zwaluwnest7391"))
            let organiser = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            let meeting = try #require(ground.values["bijeenkomst"])
            let list = try await organiser.get("/bijeenkomsten/\(meeting)/deelnemers")
            #expect(list.status == 200 && list.text.contains("Quirijn Zeldzaam"))
            #expect(try await organiser.get("/bijeenkomsten/\(meeting)/bewerken").text.contains("videokamer8846"))
        }
    }

    @Test("D-33, CAS-08: nothing closed is in what the search and the links between things are made of")
    func searchAndLinks() async throws {
        try await PeopleSite.with { site in
            let ground = try await ClosedGround(site)
            var count = 0
            for source in ground.site.site.learning.searchSources {
                for entry in try await source.entries() {
                    count += 1
                    let text = [entry.title, entry.note, entry.text].flatMap { [$0.nl, $0.en] }.joined(separator: " ")
                    for word in ClosedGround.ofGroup + ClosedGround.ofOrganisers + ClosedGround.ofRequest {
                        #expect(!text.contains(word), "\(entry.id): \(word)")
                    }
                }
            }
            // The methods that come with the site, and the meeting.
            #expect(count >= 7, "\(count)")
        }
    }
}
