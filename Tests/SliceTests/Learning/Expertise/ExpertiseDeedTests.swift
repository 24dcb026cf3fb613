import Areas
import Core
import Credentials
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Deeds that show what people know")
struct ExpertiseDeedTests {
    private static let migrations = MeetingPart.migrations + IntervisionPart.migrations + CasesPart.migrations + ExpertisePart.migrations

    private func shown(_ person: Identifier, _ people: PeopleGround) async throws -> [String] {
        try await ExpertiseStore(people.database, journal: people.slice.journal).lines(of: .person(person))
            .map { "\($0.label) \($0.kind.rawValue) \($0.deed.rawValue) \($0.state.rawValue)" }
    }

    @Test("EXP-03: who led a subgroup is proposed a line for each theme of the meeting once it was held, and one who only spoke is not")
    func leading() async throws {
        try await PeopleGround.with(.sqlite, more: Self.migrations) { people in
            let origin = PeopleGround.origin(), leader = try await people.person("Berend").id, speaker = try await people.person("Chaima").id
            let part = MeetingPart(areas: Areas.Slice(database: people.database), people: people.slice, deeds: ExpertisePart.deeds)
            let programme = try await people.slice.programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: origin).id
            let end = PeopleGround.start + PeopleGround.day
            let facts = Meeting.Facts(title: "Alleen", form: .online, startsAt: end - PeopleGround.hour, endsAt: end)
            let meeting = try await part.store.add(facts, to: programme, terms: ["eenzaamheid"], from: origin).id
            let speakers = [Speaker(name: "Chaima", person: speaker)]
            let item = try await part.store.addItem(
                .init(kind: .subgroups, title: "In groepen", minutes: 60), speakers: speakers, to: meeting, from: origin)
            for title in ["Een", "Twee"] {
                try await part.store.addSubgroup(
                    .init(title: title, leader: Speaker(name: "Berend", person: leader)), to: item, of: meeting, from: origin)
            }
            try await part.store.announce(meeting, from: origin)
            #expect(try await shown(leader, people).isEmpty, "nothing before it was held")
            try await part.store.markHeld(meeting, from: PeopleGround.origin(end))
            #expect(try await shown(leader, people) == ["eenzaamheid vak deelsessie voorgesteld"])
            #expect(try await shown(speaker, people).isEmpty)
        }
    }

    @Test("EXP-03: a case and an experience with one propose a line for each domain; a story of elsewhere does not", arguments: TestDatabase.engines)
    func telling(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine, more: Self.migrations) { people in
            let part = CasesPart(people: people.slice, deeds: ExpertisePart.deeds), origin = PeopleGround.origin()
            let bringer = try await people.person("Berend").id, other = try await people.person("Chaima").id
            let words: [PracticeCase.Field: String] = [.title: "Niemand kwam", .situation: "Er kwam niemand.", .question: "Hoe nu?"]
            let facts = PracticeCase.Facts(words: words, domains: ["wonen", "werk"])
            let one = try await part.store.add(facts, group: nil, by: bringer, kind: .experience, from: origin)
            #expect(try await shown(bringer, people) == ["werk ervaring casus voorgesteld", "wonen ervaring casus voorgesteld"])
            var elsewhere = facts
            elsewhere.isExternal = true
            _ = try await part.store.add(elsewhere, group: nil, by: other, from: origin)
            #expect(try await shown(other, people).isEmpty)
            try await part.groups.experiences.add(
                to: Event.Thing("case", one.description), place: "Lindenmeer", month: Period(year: 2026, month: 11), result: .worked, words: "Het lukte.",
                by: other, about: ["wonen"], from: origin)
            #expect(try await shown(other, people) == ["wonen vak ervaring voorgesteld"])
        }
    }

    @Test("EXP-03: what someone offered in an answer is proposed to themselves only, and what they refused stays refused", arguments: TestDatabase.engines)
    func offering(engine: TestDatabase.Engine) async throws {
        try await ExpertiseGround.with(engine) { ground in
            let person = try await ground.people.person("Berend").id, region = try #require(AreaCode("GM0222"))
            try await ground.store.offer(ground.subject, kind: .experience, by: person, region: region, from: ground.origin(by: person))
            let line = try #require(try await ground.store.lines(of: .person(person)).first)
            #expect(line.label == ground.subject && line.kind == .experience && line.deed == .offer && line.region == region)
            #expect(line.state == .proposed && line.deedAt == ExpertiseGround.start)
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: ExpertiseGround.start).isEmpty, "nobody sees it yet")
            // The journal says that someone did, and neither of which call nor about what.
            let event = try #require(try await ground.people.slice.journal.lines().first { $0.event.action == "expertise.offered" }?.event)
            #expect(event.thing == Event.Thing("person", person.description) && event.details.isEmpty)
            await #expect(throws: ExpertiseStore.Fault.unknown) {
                try await ground.store.offer("geen thema", kind: .professional, by: person, region: nil, from: ground.origin(by: person))
            }
            try await ground.store.decide([line.id: .refused], of: .person(person), from: ground.origin(by: person))
            let later = ExpertiseGround.start + ExpertiseGround.day
            try await ground.store.offer(ground.subject, kind: .experience, by: person, region: nil, from: ground.origin(later, by: person))
            #expect(try await ground.store.lines(of: .person(person)).map(\.state) == [.refused])
        }
    }

    @Test("EXP-03: the proof of an offer holds for an hour, was made here, and is the same whoever offered what")
    func offerProof() {
        let key = SecretKey.random(), start = ExpertiseGround.start, token = OfferProof.token(key, at: start)
        #expect(OfferProof.holds(token, key, at: start) && OfferProof.holds(token, key, at: start + PeopleGround.hour - 1))
        #expect(!OfferProof.holds(token, key, at: start + PeopleGround.hour) && !OfferProof.holds(token, .random(), at: start))
        #expect(!OfferProof.holds(TokenSigner(key, purpose: "inventory receipt").sign("aanbod", until: start + 1), key, at: start))
        #expect(OfferProof.token(key, at: start) == token)
    }

    @Test("EXP-01, EXP-07: what an organisation approved is linked to its theme for everyone; what people know is not")
    func links() async throws {
        try await ExpertiseGround.with(.sqlite) { ground in
            let part = ExpertisePart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            let organisation = try await ground.organisation("Stichting Zwaluw")
            try await ground.store.add(.organisation(organisation), label: ground.theme, kind: .professional, region: nil, from: ground.origin())
            _ = try await ground.expert("Anke", ground.subject)
            let source = try #require(part.linkSources.first), links = try await source.links()
            #expect(links == [Link(ThingReference(.organisation, organisation.description), .about, ThingReference(.term, ground.theme))])
            #expect(links.filter { !$0.fits }.isEmpty)
        }
    }

    @Test("EXP-08: a deed of who lives or has a shop somewhere shows their own experience, of anyone else knowledge from work")
    func kinds() {
        func kind(_ roles: Role...) -> ExpertiseLine.Kind {
            let grants = roles.map { RoleGrant(id: Identifier(at: 1), role: $0, scope: .installation, start: 0, end: nil, reviewed: 0) }
            return Actor(person: nil, grants: grants, proof: .none).knowledge
        }
        #expect(kind(.resident) == .experience && kind(.entrepreneur, .resident) == .experience)
        #expect(kind(.resident, .official) == .professional && kind() == .professional)
    }
}
