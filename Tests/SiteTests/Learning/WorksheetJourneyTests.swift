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

/// A meeting that has begun, with an organiser and someone with a place and an account.
private struct WorksheetSite {
    let site: PeopleSite
    let meeting: Identifier
    let person: Person
    let registration: Registration
    let organiser: Client
    let participant: Client

    static let words = "Zwaluwnest onder de dakgoot"

    init(_ site: PeopleSite) async throws {
        let programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: site.origin).id
        let meetings = MeetingStore(site.people.database, journal: site.people.journal), starts = site.clock.now + 3_600_000
        let facts = Meeting.Facts(title: "Wijkprofielen", form: .online, startsAt: starts, endsAt: starts + 7_200_000)
        let meeting = try await meetings.add(facts, to: programme, from: site.origin).id
        try await meetings.announce(meeting, from: site.origin)
        let olga = try await site.add("Olga Vink", "olga.vink@lindenmeer.example"), anke = try await site.add("Anke Mus", "anke.mus@lindenmeer.example")
        try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: olga.id, from: site.origin)
        let draft = RegistrationDraft(name: anke.name, mail: anke.mail, person: anke.id, role: .official, way: .online)
        let outcome = try await site.site.learning.registration.store.register([draft], for: meeting, by: .form, from: site.origin)
        guard case .taken(let taken) = outcome else { throw RegistrationStore.Fault.state }
        self.site = site
        self.meeting = meeting
        person = anke
        registration = try #require(taken.first)
        // Before they sign in: a session is not kept that long without a visit.
        site.clock.advance(minutes: 60)
        organiser = try await Self.client(olga.id, site, .twoFactors)
        participant = try await Self.client(anke.id, site, .oneFactor)
    }

    static func client(_ person: Identifier, _ site: PeopleSite, _ proof: Actor.Proof) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: proof, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    static func with(_ body: (WorksheetSite) async throws -> Void) async throws {
        try await PeopleSite.with(showsCodes: false) { try await body(try await WorksheetSite($0)) }
    }

    static func url(_ route: WorksheetRoute) -> String { route.address.url(in: .nl) }

    /// Made by the organiser with the form.
    func worksheet() async throws -> Identifier {
        let sent = try await site.post(
            Self.url(.new(meeting)), [("titel", "Aan de slag"), ("vraag-1", "Wat neem je mee?"), ("vraag-2", "Wat doe je morgen?")], by: organiser)
        #expect(sent.status == 303, "\(sent.status)")
        let place = try #require(sent[header: "Location"])
        guard case .one(_, let id)? = WorksheetRoute(PageAddress(target: place)) else { throw WorksheetStore.Fault.unknown }
        return id
    }

    /// The proof of the mail about the place.
    func proof() async throws -> String {
        let door = try #require(try await site.site.learning.registration.store.door(meeting))
        return RegistrationProof.make(registration.id, door, site.people.installation.key)
    }

    func sees(_ client: Client, _ worksheet: Identifier) async throws -> Bool {
        let page = try await client.get(Self.url(.one(meeting, worksheet)))
        #expect(page.status == 200)
        return page.text.contains(Self.words)
    }
}

@Suite("Worksheets on the site")
struct WorksheetJourneyTests {
    @Test("MTG-18: a participant writes and shares with who facilitates; no administrator and no visitor reads it, and it can be taken back")
    func sharing() async throws {
        try await WorksheetSite.with { ground in
            let worksheet = try await ground.worksheet(), mine = WorksheetSite.url(.mine(ground.meeting, worksheet)), site = ground.site
            let administrator = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            let visitor = site.client()
            #expect(try await ground.organiser.get(mine).status == 404)
            let saved = try await site.post(mine, [("versie", "0"), ("antwoord-1", WorksheetSite.words), ("antwoord-2", "")], by: ground.participant)
            #expect(saved.status == 303)
            for client in [ground.organiser, administrator, visitor] { #expect(try await !ground.sees(client, worksheet)) }
            let share = WorksheetSite.url(.mineSharing(ground.meeting, worksheet))
            #expect(try await site.post(share, [("met", "begeleider")], by: ground.participant).status == 303)
            #expect(try await ground.sees(ground.organiser, worksheet))
            #expect(try await !ground.organiser.get(WorksheetSite.url(.one(ground.meeting, worksheet))).text.contains(ground.person.name))
            for client in [administrator, visitor] { #expect(try await !ground.sees(client, worksheet)) }
            #expect(try await site.post(share, [("met", "openbaar"), ("naam", "ja")], by: ground.participant).status == 303)
            let open = try await visitor.get(WorksheetSite.url(.one(ground.meeting, worksheet)))
            #expect(open.text.contains(WorksheetSite.words) && open.text.contains(ground.person.name) && open[header: "Cache-Control"] == "no-store")
            #expect(try await site.post(share, [("met", "zelf")], by: ground.participant).status == 303)
            for client in [ground.organiser, administrator, visitor] { #expect(try await !ground.sees(client, worksheet)) }
            #expect(try await ground.participant.get("/mijn/werkbladen").text.contains("Aan de slag"))
        }
    }

    @Test("MTG-18, D-13: behind the link of the mail opening changes nothing, writing keeps one's own words, and sharing with everyone asks to sign in")
    func proof() async throws {
        try await WorksheetSite.with { ground in
            let worksheet = try await ground.worksheet(), proof = try await ground.proof(), site = ground.site, client = site.client()
            let own = WorksheetSite.url(.own(proof, worksheet)), before = try await dump(site)
            for path in [WorksheetSite.url(.ownList(proof)), own] {
                #expect(try await client.get(path).status == 200)
                _ = try await client.send(.head, path)
            }
            #expect(try await dump(site) == before)
            #expect(try await client.get(WorksheetSite.url(.own("x" + proof, worksheet))).status == 404)
            #expect(try await site.post(own, [("versie", "0"), ("antwoord-1", "Van de telefoon")], by: client).status == 303)
            let late = try await site.post(own, [("versie", "0"), ("antwoord-1", WorksheetSite.words)], by: client)
            #expect(late.status == 409 && late.text.contains(WorksheetSite.words) && late.text.contains("Van de telefoon"))
            let refused = try await site.post(WorksheetSite.url(.ownSharing(proof, worksheet)), [("met", "openbaar")], by: client)
            #expect(refused.status == 400 && refused.text.contains("Meld je aan om met iedereen te delen"))
            #expect(try await client.get(own).text.contains("Nu leest alleen jij het."))
        }
    }

    private func dump(_ site: PeopleSite) async throws -> [String] {
        try await site.people.database.read { reading in
            try ["worksheet", "worksheet_sheet", "worksheet_answer", "registration", "outbox", "journal"].flatMap { table in
                try reading.all("SELECT * FROM \(identifier: table)") { row in try (0..<row.count).map { "\(try row.value($0))" }.joined(separator: "|") }
                    .sorted()
            }
        }
    }

    @Test("who is in the room types the code of the screen; a look at the link in the picture notes nobody")
    func attendance() async throws {
        try await WorksheetSite.with { ground in
            let screen = AttendanceRoute.screen(ground.meeting).address.url(in: .nl), site = ground.site, registrations = site.site.learning.registration.store
            #expect(try await ground.participant.get(screen).status == 404)
            #expect(try await site.post(screen, by: ground.organiser).status == 303)
            let shown = try await ground.organiser.get(screen).text
            let code = try #require(shown.firstMatch(of: /De code is ([A-Z0-9]{3} [A-Z0-9]{3})/).map { String($0.1) })
            #expect(shown.contains("Nog niet bekend: 1."))
            let enter = AttendanceRoute.enter(code: AttendanceCode(code)?.description).address.url(in: .nl)
            #expect(try await ground.participant.get(enter).text.contains(code))
            #expect(try await registrations.find(ground.registration.id)?.attendance == .unknown)
            let visitor = site.client()
            #expect(try await site.post("/aanwezig", [("code", "ACDEFH"), ("mail", "anke.mus@lindenmeer.example")], by: visitor).status == 400)
            // It does not tell a stranger who has a place.
            let stranger = try await site.post("/aanwezig", [("code", code), ("mail", "iemand@lindenmeer.example")], by: visitor)
            #expect(stranger.status == 303 && stranger[header: "Location"] == "/aanwezig/genoteerd")
            let here = try await site.post("/aanwezig", [("code", code.lowercased()), ("mail", "anke.mus@lindenmeer.example")], by: visitor)
            #expect(here.status == 303)
            #expect(try await registrations.find(ground.registration.id)?.attendance == .present)
            #expect(try await ground.organiser.get(screen).text.contains("Aanwezig: 1. Afwezig: 0. Nog niet bekend: 0."))
        }
    }

    @Test("who leads a group notes who of that group was there, and of no other; the list leaves lines in the read log")
    func leading() async throws {
        try await WorksheetSite.with { ground in
            let site = ground.site, meetings = MeetingStore(site.people.database, journal: site.people.journal)
            let item = try await meetings.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 30), to: ground.meeting, from: site.origin)
            var groups: [Identifier] = []
            for title in ["Groen", "Blauw"] {
                groups.append(try await meetings.addSubgroup(.init(title: title), to: item, of: ground.meeting, from: site.origin))
            }
            var leaders: [Client] = []
            for (index, group) in groups.enumerated() {
                let leader = try await site.add("Leider \(index)", "leider\(index)@lindenmeer.example")
                try await site.people.persons.grant(.subgroupLeader, at: .thing(kind: Subgroup.kind, id: group), to: leader.id, from: site.origin)
                leaders.append(try await WorksheetSite.client(leader.id, site, .twoFactors))
            }
            let (own, id) = (groups[0].description, ground.registration.id)
            try await site.people.database.write { _ = try $0.execute("UPDATE registration SET subgroup = \(own) WHERE id = \(id.description)") }
            let place = AttendanceRoute.groups(ground.meeting).address.url(in: .nl), before = try await lines(site)
            #expect(try await leaders[0].get(place).text.contains(ground.person.name))
            #expect(try await lines(site) == before + 1)
            #expect(try await !leaders[1].get(place).text.contains(ground.person.name))
            #expect(try await ground.participant.get(place).status == 404)
            let store = site.site.learning.registration.store
            #expect(try await site.post(place, [("was-\(id)", "afwezig")], by: leaders[1]).status == 303)
            #expect(try await store.find(id)?.attendance == .unknown)
            #expect(try await site.post(place, [("was-\(id)", "afwezig")], by: leaders[0]).status == 303)
            #expect(try await store.find(id)?.attendance == .absent)
        }
    }

    private func lines(_ site: PeopleSite) async throws -> Int {
        try await site.people.database.read { try $0.first("SELECT COUNT(*) FROM read_line") { try $0.int(0) } ?? 0 }
    }
}
