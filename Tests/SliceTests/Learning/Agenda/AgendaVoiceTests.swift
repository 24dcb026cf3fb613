import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Supports, order and versions of agendas")
struct AgendaVoiceTests {
    @Test("AGD-02: one support per organisation and item, saying what it brings; it can be changed and taken back", arguments: TestDatabase.engines)
    func supports(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let store = ground.store, id = try await ground.add("Eenzaamheid"),
                people = [try await ground.people.person("Ada"), try await ground.people.person("Bas")]
            try await store.support(id, by: ground.organisations[0], brings: "Een zaal", from: ground.origin(by: people[0].id))
            try await store.support(id, by: ground.organisations[1], brings: "Tijd", from: ground.origin(1))
            // Another member of the same organisation: still one.
            try await store.support(id, by: ground.organisations[0], brings: "Twee zalen", from: ground.origin(2, by: people[1].id))
            var item = try #require(try await store.item(id))
            #expect(item.supports.map(\.organisation) == [ground.organisations[0], ground.organisations[1]])
            #expect(item.supports.map(\.brings) == ["Twee zalen", "Tijd"])
            try await store.withdrawSupport(id, of: ground.organisations[1], from: ground.origin(3))
            await #expect(throws: AgendaStore.Fault.unknown) { try await store.withdrawSupport(id, of: ground.organisations[1], from: ground.origin(3)) }
            try await store.object(id, by: ground.organisations[2], words: "Te groot.", from: ground.origin(4))
            item = try #require(try await store.item(id))
            let objection = try #require(item.objections.first)
            #expect(item.supports.count == 1 && objection.words == "Te groot." && objection.answer == nil)
            try await store.answer(objection.id, of: id, words: "Wij beginnen klein.", from: ground.origin(5))
            #expect(try await store.item(id)?.objections.map(\.answer) == ["Wij beginnen klein."])
            await #expect(throws: AgendaStore.Fault.unknown) { try await store.answer(Identifier(at: 1), of: id, words: "x", from: ground.origin()) }
            try await store.take(id, to: .dropped, reason: "Klaar", from: ground.origin(6))
            await #expect(throws: AgendaStore.Fault.state(.dropped)) {
                try await store.support(id, by: ground.organisations[1], brings: "x", from: ground.origin(7))
            }
        }
    }

    @Test("AGD-02: owners set the order by hand; going against the counts needs a reason, and that reason stays", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let store = ground.store, first = try await ground.add("A"), second = try await ground.add("B"), third = try await ground.add("C")
            try await store.support(first, by: ground.organisations[0], brings: "Tijd", from: ground.origin())
            await #expect(throws: AgendaStore.Fault.departs) { try await store.move(second, .up, from: ground.origin()) }
            #expect(try await ground.titles() == ["A", "B", "C"])
            try await store.move(second, .up, reason: "B kan nu beginnen.", from: ground.origin(1))
            #expect(try await ground.titles() == ["B", "A", "C"])
            let departure = try #require(try await store.agenda(ground.place).departures.first)
            #expect(departure.item == second && departure.above == first && departure.reason == "B kan nu beginnen.")
            // With the counts no reason is needed.
            try await store.move(second, .down, from: ground.origin(2))
            #expect(try await ground.titles() == ["A", "B", "C"])
            // Equal counts: no reason either. Inputs count too.
            try await store.move(third, .up, from: ground.origin(3))
            #expect(try await ground.titles() == ["A", "C", "B"])
            await #expect(throws: AgendaStore.Fault.departs) { try await store.move(second, .up, inputs: [second: 6, third: 12], from: ground.origin(4)) }
            for (item, way) in [(first, AgendaStore.Direction.up), (second, .down), (Identifier(at: 1), .up)] {
                await #expect(throws: AgendaStore.Fault.unknown) { try await store.move(item, way, from: ground.origin()) }
            }
            #expect(try await store.agenda(ground.place).departures.count == 1)
        }
    }

    @Test("AGD-02: an unknown number speaks for nobody, and counts that differ both ways neither")
    func counts() {
        func counts(_ supports: Int, _ inputs: Int?) -> AgendaCounts { AgendaCounts(supports: supports, inputs: inputs) }
        #expect(counts(0, nil).isBehind(counts(1, 9)) && !counts(1, nil).isBehind(counts(1, 9)))
        #expect(counts(1, 5).isBehind(counts(1, 9)) && counts(1, 5).isBehind(counts(2, 5)) && !counts(1, 5).isBehind(counts(1, 5)))
        #expect(!counts(2, 5).isBehind(counts(1, 9)) && !counts(1, 9).isBehind(counts(2, 5)))
    }

    @Test("AGD-01: a version keeps the agenda as it stood, who agreed, objections and what changed; nothing changes it", arguments: TestDatabase.engines)
    func versions(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let store = ground.store
            await #expect(throws: AgendaStore.Fault.empty) { _ = try await store.record(ground.place, agreed: [], from: ground.origin()) }
            let first = try await ground.add("Armoede", month: "2021-06") { $0.ownerOrganisation = ground.organisations[1] }
            let second = try await ground.add("Eenzaamheid"), third = try await ground.add("Zorg")
            _ = try await store.propose(AgendaItem.Facts(title: "Alleen voorgesteld"), at: ground.place, from: ground.origin())
            try await store.object(second, by: ground.organisations[2], words: "Te groot.", from: ground.origin())
            let agreed = Set(ground.organisations.prefix(2))
            let number = try await store.record(ground.place, agreed: agreed, note: "Na de zomer.", from: ground.origin(1))
            let kept = try #require(try await store.versions(of: ground.place.id).first)
            #expect(number == 1 && kept.at == PeopleGround.start + PeopleGround.day && kept.note == "Na de zomer.")
            #expect(kept.items.map(\.title) == ["Armoede", "Eenzaamheid", "Zorg"] && kept.items.map(\.state) == [.planned, .agreed, .agreed])
            #expect(kept.items[0].month == Period("2021-06") && kept.items[0].owner == "Huis van de Wijk" && kept.agreed == ["De Brug", "Huis van de Wijk"])
            #expect(kept.objections.map(\.words) == ["Te groot."] && kept.objections.map(\.organisation) == ["Samen Sterk"])
            // Everything moves on.
            try await store.change(second, to: AgendaItem.Facts(title: "Samen zijn"), issues: [], from: ground.origin(2))
            try await store.move(second, .up, from: ground.origin(2))
            try await store.take(first, to: .running, from: ground.origin(2))
            try await store.take(third, to: .dropped, reason: "Elders", from: ground.origin(2))
            _ = try await ground.add("Nieuw")
            let again = try await store.record(ground.place, agreed: [], from: ground.origin(3))
            let versions = try await store.versions(of: ground.place.id)
            #expect(again == 2 && versions.count == 2 && versions[0] == kept, "the first stays as it was")
            #expect(
                versions[1].changes(since: kept) == [
                    .renamed(from: "Eenzaamheid", to: "Samen zijn"), .moved("Samen zijn", from: 2, to: 1), .state("Armoede", from: .planned, to: .running),
                    .moved("Armoede", from: 1, to: 2), .added("Nieuw"), .removed("Zorg"),
                ])
            #expect(kept.changes(since: kept).isEmpty)
        }
    }

    @Test(
        "INV-10: an item shows how many people named what it comes from, few of them in words only, and the issue knows its items",
        arguments: TestDatabase.engines)
    func inputs(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine, more: AgendaGround.migrations) { people in
            let ground = try await AgendaGround(people), inventory = InventoryStore(people.slice)
            let call = try await inventory.add(InventoryGround.facts(), programme: ground.programme, from: PeopleGround.origin())
            let round = try await inventory.addRound(
                to: call.id, start: InventoryGround.start, end: InventoryGround.end, from: PeopleGround.origin())
            try await inventory.makeReady(round.id, from: PeopleGround.origin())
            let desk = InventoryGround(ground: people, store: inventory, call: call, round: round)
            var issues: [Identifier] = []
            for (title, count) in [("Veel", 6), ("Weinig", 2)] {
                var issue: Identifier?
                for number in 0..<count { try await desk.handIn(try InventoryGround.question("\(title) \(number)"), form: "\(title)\(number)") }
                for entry in try await desk.desk().entries where entry.content.words.hasPrefix(title) {
                    let made = try await desk.take(.mark(entry: entry.id, words: entry.content.words, issue: issue, new: issue == nil ? title : nil))
                    issue = issue ?? made
                }
                issues.append(try #require(issue))
            }
            let closed = PeopleGround.origin(InventoryGround.end + 2 * PeopleGround.hour)
            try await inventory.workOut(round.id, from: closed)
            try await inventory.publish(round.id, from: closed)
            var items: [Identifier] = []
            for chosen in [[issues[0]], [issues[1]], issues, []] {
                items.append(try await ground.store.propose(AgendaItem.Facts(title: "Punt"), issues: chosen, at: ground.place, from: ground.origin()))
            }
            let scene = try await ground.scene(), found = items.compactMap(scene.item)
            #expect(found.map(scene.inputs) == [6, nil, 6, nil] && found.map(scene.isLeast) == [false, true, true, false])
            #expect(scene.inputs == [items[0]: 6, items[2]: 6])
            for (issue, mail) in [(issues[0], "bo@voorbeeld.nl"), (issues[1], "an@voorbeeld.nl")] {
                let isKept = try await inventory.follow(
                    issue: issue, try MailAddress(mail), in: .nl, client: "192.0.2.1", from: PeopleGround.origin(InventoryGround.end))
                #expect(isKept)
            }
            #expect(try await ground.part.tellFollowers(from: closed) == 0)
            #expect(try await ground.store.items(from: issues[0]).isEmpty, "proposals are not shown to everyone")
            try await ground.store.take(items[0], to: .agreed, from: ground.origin())
            #expect(try await ground.store.items(from: issues[0]).map(\.id) == [items[0]])
            let entries = try await #require(ground.part.searchSources.first).entries()
            #expect(entries.map(\.id) == ["agendapunt/\(items[0])"], "what everyone may see, and no proposal")
            let links = try await #require(ground.part.linkSources.first).links()
            let own = ThingReference(.agendaItem, items[0].description)
            #expect(links.contains(Link(own, .comesFrom, ThingReference(.issue, issues[0].description))) && links.filter { !$0.fits }.isEmpty)
            let told = [try await ground.part.tellFollowers(from: closed), try await ground.part.tellFollowers(from: closed)]
            #expect(told == [1, 0], "one mail, once")
            let mails = try await people.database.read { reading in
                try reading.all("SELECT recipient, body_text FROM outbox WHERE kind = 'inventory-agenda'") { (try $0.string(0), try $0.string(1)) }
            }
            #expect(mails.count == 1 && mails.first?.0 == "bo@voorbeeld.nl")
            #expect(mails.first?.1.contains("/vraagstukken/\(issues[0])") == true)
            #expect(try await people.rows("issue_follower").count == 1, "the other waits on")
            // Merged into the one that is on the agenda: then it is there too.
            try await desk.take(.merge(issue: issues[1], into: issues[0]))
            #expect(try await ground.part.tellFollowers(from: closed) == 1)
            #expect(try await people.rows("issue_follower").isEmpty)
        }
    }

    @Test("AGD-02: who is erased is in no row any more; what their organisation said stays", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let person = try await ground.people.person("Zebedea"), origin = ground.origin(by: person.id), store = ground.store
            let facts = AgendaItem.Facts(title: "Eenzaamheid", ownerPerson: person.id)
            let id = try await store.propose(facts, at: ground.place, from: origin)
            try await store.take(id, to: .agreed, from: origin)
            try await store.support(id, by: ground.organisations[0], brings: "Een zaal", from: origin)
            try await store.object(id, by: ground.organisations[0], words: "Te groot.", from: origin)
            let subject = PersonalRecords.Subject(person: person.id, mailKey: person.mail.key), records = AgendaRecords.all
            let kept = try await ground.people.database.read { try records.records(subject, $0) }
            #expect(kept.map(\.kind) == ["agenda-proposal", "agenda-owner", "agenda-support", "agenda-objection"])
            #expect(kept[2].details == ["title": "Eenzaamheid", "day": "2026-09-21", "words": "Een zaal"])
            try await ground.people.database.write { try records.erase(subject, PeopleGround.start, $0) }
            for table in ["agenda_item", "agenda_item_state", "agenda_support", "agenda_objection"] {
                #expect(try await !ground.people.holds(table, person.id.description), "\(table)")
            }
            let left = try #require(try await store.item(id))
            #expect(left.supports.map(\.brings) == ["Een zaal"] && left.objections.map(\.words) == ["Te groot."] && left.facts.ownerPerson == nil)
        }
    }

    @Test("AGD-02: members of an organisation speak, who organises decides, and a proposal is not for everyone")
    func policy() throws {
        let programme = Identifier(at: 1), network = Identifier(at: 2), organisation = Identifier(at: 3)
        func actor(_ grants: [RoleGrant] = [], organisation: Identifier? = nil) -> Actor {
            Actor(person: Actor.Person(id: Identifier(at: 4), name: "Ada", organisation: organisation), grants: grants, proof: .twoFactors)
        }
        #expect(AgendaPolicy.speak(by: .visitor) == .signIn(.oneFactor) && AgendaPolicy.speak(by: actor(organisation: organisation)) == .allowed)
        guard case .refused = AgendaPolicy.speak(by: actor()) else {
            Issue.record("without an organisation nobody speaks")
            return
        }
        let place = AgendaPlace(programme: programme, part: network), member = actor(organisation: organisation)
        #expect(!AgendaPolicy.organise(place, line: [network], by: member).isAllowed)
    }
}
