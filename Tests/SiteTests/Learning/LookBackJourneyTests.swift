import Core
import HTTPTypes
import Learning
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Look-backs on the site")
struct LookBackJourneyTests {
    private static let hour: Int64 = 3_600_000

    /// A meeting with two groups that is over, its organiser, the leaders of the groups, and a member of an organisation.
    private struct Ground {
        let site: PeopleSite
        let store: LookBackStore
        let meeting: Identifier
        let organiser: Client
        let leaders: [Client]
        let member: Client

        init(_ site: PeopleSite) async throws {
            self.site = site
            store = LookBackStore(site.site.database, journal: site.people.journal)
            let origin = site.origin, meetings = MeetingStore(site.site.database, journal: site.people.journal)
            let programme = try await site.people.programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: origin).id
            let end = site.clock.now - LookBackJourneyTests.hour
            let facts = Meeting.Facts(title: "Veilig wonen", form: .online, startsAt: end - 2 * LookBackJourneyTests.hour, endsAt: end)
            let id = try await meetings.add(facts, to: programme, from: origin).id
            try await meetings.announce(id, from: origin)
            let item = try await meetings.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 60), to: id, from: origin)
            var leaders: [Client] = []
            for (title, name) in [("Sturing", "leo"), ("Inwoners betrekken", "mia")] {
                let group = try await meetings.addSubgroup(.init(title: title, question: "Hoe begin je?"), to: item, of: id, from: origin)
                leaders.append(try await Self.client(site, "\(name)@voorbeeld.nl", .subgroupLeader, at: .thing(kind: Subgroup.kind, id: group)))
            }
            self.leaders = leaders
            organiser = try await Self.client(site, "olga@voorbeeld.nl", .programmeFacilitator, at: .programme(programme))
            let organisation = try await site.people.organisations.add(name: "De Brug", kind: .civilSociety, from: origin).id
            member = try await Self.client(site, "otto@voorbeeld.nl", organisation: organisation)
            meeting = id
        }

        private static func client(
            _ site: PeopleSite, _ mail: String, _ role: Role? = nil, at scope: Scope = .installation, organisation: Identifier? = nil
        ) async throws -> Client {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            if let role { try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin) }
            if let organisation { try await site.people.organisations.join(person.id, organisation, from: site.origin) }
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
            let client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        func get(_ route: LookBackRoute, by client: Client? = nil) async throws -> Reply { try await (client ?? site.client()).get(route.address.url(in: .nl)) }

        func post(_ route: LookBackRoute, _ fields: [(String, String)] = [], by client: Client) async throws -> Reply {
            try await site.post(route.address.url(in: .nl), fields, by: client)
        }

        func draft() async throws -> LookBackDraft { try #require(try await store.draft(of: meeting)) }

        /// Prepared, joined and public, by way of the forms.
        func publish(_ tomorrow: String = "Bel bij je buren aan.") async throws {
            var statuses = [try await post(.generate(meeting), by: organiser).status, try await post(.join(meeting), by: organiser).status]
            let version = try await draft().lookBack.version
            let head = [("morgen", tomorrow), ("tekst", "Wij spraken over buren."), ("schrijver", "ja"), ("versie", "\(version)")]
            statuses.append(try await post(.desk(meeting), head, by: organiser).status)
            statuses.append(try await post(.points(meeting), [("punt", "Vraag eerst wie er al is")], by: organiser).status)
            statuses.append(try await post(.publish(meeting), by: organiser).status)
            #expect(statuses == [303, 303, 303, 303, 303])
        }
    }

    @Test("TER-01, TER-02, TER-06: the organiser prepares, leaders write their own part, everyone reads it in one click from the meeting")
    func journey() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), meeting = ground.meeting
            let early = try await ground.get(.lookBack(meeting)), desk = try await ground.get(.desk(meeting), by: ground.organiser)
            #expect(early.status == 404 && desk.text.contains("Zet de terugblik klaar"))
            let refused = try await ground.post(.generate(meeting), by: ground.leaders[0]),
                made = try await ground.post(.generate(meeting), by: ground.organiser)
            #expect(refused.status == 404 && made.status == 303)
            let pieces = try await ground.draft().pieces, mine = LookBackRoute.piece(meeting, pieces[0].id), other = LookBackRoute.piece(meeting, pieces[1].id)
            let form = try await ground.get(mine, by: ground.leaders[0])
            #expect(form.status == 200 && form.text.contains("Hoe begin je?"))
            for client in [ground.member, ground.leaders[1]] { #expect(try await ground.get(mine, by: client).status == 404) }
            let empty = try await ground.post(mine, [("uitkomst", " "), ("stappen", "Bel aan"), ("versie", "0")], by: ground.leaders[0])
            #expect(empty.status == 400 && empty.text.contains("Schrijf op wat eruit kwam") && empty.text.contains("Bel aan"))
            let answer = [
                ("uitkomst", "Begin met één straat."), ("stappen", "Bel aan\nKom terug"), ("werkt", "Koffie"), ("werkt-niet", "Een brief"), ("versie", "0"),
            ]
            let wrong = try await ground.post(other, answer, by: ground.leaders[0]), right = try await ground.post(mine, answer, by: ground.leaders[0])
            #expect(wrong.status == 404 && right.status == 303)
            let hidden = try await ground.get(.lookBack(meeting), by: ground.member)
            #expect(hidden.status == 404)
            try await ground.publish()
            let page = try await ground.get(.lookBack(meeting)).text
            for words in [
                "Wat je morgen kunt doen", "Bel bij je buren aan.", "Begin met één straat.", "Wat niet werkt", "Een brief", "Over de schrijver",
                "olga@voorbeeld.nl",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(!page.contains("Inwoners betrekken"))
            let link = LookBackRoute.lookBack(meeting).address.url(in: .nl)
            #expect(try await site.client().get("/bijeenkomsten/\(meeting)").text.contains("href=\"\(link)\""))
        }
    }

    @Test("TER-03, MTG-22: a point has a page to refer to, and catching up shows what came out, for everyone")
    func points() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            #expect(try await ground.get(.catchUp).text.contains("kwam er niets bij"))
            try await ground.publish()
            let point = try #require(try await ground.draft().points.first), address = LookBackRoute.point(point.id).address.url(in: .nl)
            let page = try await ground.get(.point(point.id))
            #expect(page.status == 200 && page.text.contains("Vraag eerst wie er al is") && page.text.contains("Uit de terugblik op Veilig wonen"))
            #expect(try await ground.get(.lookBack(ground.meeting)).text.contains("href=\"\(address)\""))
            #expect(try await ground.get(.catchUp).text.contains("Veilig wonen"))
            let gone = try await ground.post(.pointRemoval(ground.meeting, point.id), by: ground.organiser)
            let after = try await ground.get(.point(point.id)), whole = try await ground.get(.lookBack(ground.meeting))
            #expect(gone.status == 303 && after.status == 200 && after.text.contains("teruggenomen"))
            // What hangs together with it, below, follows within two seconds.
            let own = try #require(whole.text.split(separator: "id=\"verbanden\"", maxSplits: 1).first)
            #expect(!own.contains(address))
            site.clock.advance(minutes: 93 * 24 * 60)
            #expect(try await ground.get(.catchUp).text.contains("kwam er niets bij"))
        }
    }

    @Test("TER-04, TER-05: a figure needs source and date, and an experience stands on the page of the method too")
    func figures() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), meeting = ground.meeting
            #expect(try await ground.post(.generate(meeting), by: ground.organiser).status == 303)
            let figure = [("cijfer-naam", "Voelt zich veilig"), ("cijfer-waarde", "78,5"), ("cijfer-eenheid", "procent"), ("cijfer-periode", "2024")]
            let refused = try await ground.post(.figures(meeting), figure, by: ground.organiser)
            #expect(refused.status == 400 && refused.text.contains("Vul de bron in") && refused.text.contains("78,5"))
            let source = [("cijfer-bron", "Monitor Lindenmeer"), ("cijfer-datum", "1-6-2025")]
            #expect(try await ground.post(.figures(meeting), figure + source, by: ground.organiser).status == 303)
            try await ground.publish()
            #expect(try await ground.get(.lookBack(meeting)).text.contains("Monitor Lindenmeer, 01-06-2025"))
            let words = "Wij namen er een uur voor."
            let experience = [("methode", "incident"), ("waar", "Lindenmeer"), ("wanneer", "11-2026"), ("resultaat", "werkte"), ("ervaring", words)]
            let told = try await ground.post(.experiences(meeting), experience, by: ground.member)
            #expect(told.status == 303)
            let here = try await ground.get(.lookBack(meeting)), there = try await site.client().get("/intervisie/methoden/incident")
            #expect(here.text.contains(words) && there.text.contains(words))
        }
    }

    @Test("CAS-05: a yield is for its makers until the facilitator shares it; an organisation says that it used it")
    func yields() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            #expect(try await ground.post(.generate(ground.meeting), by: ground.organiser).status == 303)
            let id = try await ground.draft().lookBack.id
            func post(_ route: YieldRoute, _ fields: [(String, String)] = [], by client: Client) async throws -> Reply {
                try await site.post(route.address.url(in: .nl), fields, by: client)
            }
            let fields = [
                ("naam", "Koffie op de stoep"), ("voor-wie", "Buren"), ("eerste-stap", "Leen een bank."), ("bron", "Veilig wonen"), ("licentie", "cc-by"),
            ]
            let refused = try await post(.new(.lookBack(id)), fields, by: ground.member),
                made = try await post(.new(.lookBack(id)), fields, by: ground.leaders[0])
            #expect(refused.status == 404 && made.status == 303)
            let place = try #require(made[header: "Location"]), yield = try #require(place.split(separator: "/").last.flatMap { Identifier(String($0)) })
            #expect(try await site.client().get(place).status == 404)
            let early = try await post(.share(yield), by: ground.leaders[0]), shared = try await post(.share(yield), by: ground.organiser)
            #expect(early.status == 404 && shared.status == 303)
            let list = try await site.client().get("/opbrengsten?zoek=stoep"), other = try await site.client().get("/opbrengsten?stand=hergebruikt")
            #expect(list.text.contains("Koffie op de stoep") && !other.text.contains("Koffie op de stoep"))
            let use = [("resultaat", "werkte"), ("verhaal", "Elke week weer.")]
            let alone = try await post(.use(yield), use, by: ground.leaders[0]), used = try await post(.use(yield), use, by: ground.member)
            #expect(alone.status == 403 && used.status == 303)
            let page = try await site.client().get(place).text
            #expect(page.contains("De Brug") && page.contains("Elke week weer.") && page.contains("Elders gebruikt"))
        }
    }
}
