import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("The programme of a meeting")
struct MeetingProgrammeTests {
    @Test(
        "MTG-10, MTG-11, MTG-13, MTG-14: a plenary part with two speakers of two organisations, a break, and three groups with a leader each",
        arguments: TestDatabase.engines)
    func second(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, origin = ground.origin()
            let umbrella = try await ground.people.slice.organisations.add(name: "Koepel van gemeenten", kind: .umbrella, from: origin)
            // Wednesday 23 September 2020, 10:00 in summer time.
            let start: Int64 = 1_600_848_000_000
            let meeting = try await ground.add(ground.facts("Tweede bijeenkomst", startsAt: start)).id
            let speakers = [Speaker(name: "An", organisation: umbrella.id), Speaker(name: "Bo", organisationName: "Platform Steden")]
            try await store.addItem(.init(kind: .plenary, title: "Praktijk", minutes: 45), speakers: speakers, to: meeting, from: origin)
            try await store.addItem(.init(kind: .pause, title: "Pauze", minutes: 15), to: meeting, from: origin)
            let item = try await store.addItem(.init(kind: .subgroups, title: "In drie groepen", minutes: 60), to: meeting, from: origin)
            for (title, leader) in [("Sturing en de projectleider", "Cor"), ("Inwoners betrekken", "Dia"), ("Werken met gegevens", "Ed")] {
                try await store.addSubgroup(
                    .init(
                        title: title, leader: Speaker(name: leader, organisationName: "Bureau \(leader)"), joinLink: "https://vergader.example/\(leader)",
                        maximum: 15),
                    to: item, of: meeting, from: origin)
            }
            let items = try await store.items(of: meeting)
            #expect(items.map(\.facts.kind) == [.plenary, .pause, .subgroups] && items[0].speakers == speakers)
            #expect(items[2].subgroups.map(\.facts.title) == ["Sturing en de projectleider", "Inwoners betrekken", "Werken met gegevens"])
            #expect(items[2].subgroups.map(\.facts.leader?.name) == ["Cor", "Dia", "Ed"])
            let hours = items.timed(from: start).map { MeetingHours.span($0.start, $0.end, .nl) }
            #expect(hours == ["10.00 tot 10.45 uur", "10.45 tot 11.00 uur", "11.00 tot 12.00 uur"])
            // A meeting that moves takes its hours along.
            #expect(items.minutes == 120)
        }
    }

    @Test("MTG-16, MTG-17: every kind of item can be kept", arguments: TestDatabase.engines)
    func kinds(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let meeting = try await ground.add().id
            for kind in ProgrammeItem.Kind.allCases {
                try await ground.store.addItem(.init(kind: kind, title: kind.name.nl, minutes: 10), to: meeting, from: ground.origin())
            }
            #expect(try await ground.store.items(of: meeting).map(\.facts.kind) == ProgrammeItem.Kind.allCases)
            #expect(ProgrammeItem.Kind.allCases.count == 9)
        }
    }

    @Test("AGD-10: two networks have programmes of their own, from no template", arguments: TestDatabase.engines)
    func tailored(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let programmes = ground.people.slice.programmes, origin = ground.origin()
            let track = try #require(try await programmes.outline(ground.programme)?.parts.first { $0.kind == .track }).id
            let west = try await programmes.addPart(.network, name: "Netwerk West", purpose: "", below: track, in: ground.programme, from: origin).id
            let here = try await ground.add("Oost") { $0.part = ground.network }, there = try await ground.add("West") { $0.part = west }
            let empty = try await ground.store.items(of: here.id)
            #expect(empty.isEmpty)
            for kind in [ProgrammeItem.Kind.plenary, .expert, .application] {
                try await ground.store.addItem(.init(kind: kind, title: "Deel", minutes: 30), to: here.id, from: origin)
            }
            try await ground.store.addItem(.init(kind: .exchange, title: "Delen", minutes: 90), to: there.id, from: origin)
            let programme = try await ground.store.items(of: here.id).map(\.facts.kind), other = try await ground.store.items(of: there.id).map(\.facts.kind)
            #expect(programme == [.plenary, .expert, .application] && other == [.exchange])
        }
    }

    @Test("items go up and down one place at a time, and the ends stay where they are", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, meeting = try await ground.add().id
            var ids: [Identifier] = []
            for title in ["A", "B", "C"] {
                ids.append(try await store.addItem(.init(kind: .plenary, title: title, minutes: 10), to: meeting, from: ground.origin()))
            }
            func titles() async throws -> String { try await store.items(of: meeting).map(\.facts.title).joined() }
            try await store.moveItem(ids[2], .up, in: meeting, from: ground.origin())
            #expect(try await titles() == "ACB")
            try await store.moveItem(ids[0], .down, in: meeting, from: ground.origin())
            #expect(try await titles() == "CAB")
            try await store.moveItem(ids[2], .up, in: meeting, from: ground.origin())
            try await store.moveItem(ids[1], .down, in: meeting, from: ground.origin())
            #expect(try await titles() == "CAB")
            try await store.removeItem(ids[0], of: meeting, from: ground.origin())
            #expect(try await titles() == "CB")
            await #expect(throws: MeetingStore.Fault.unknown) { try await store.moveItem(ids[0], .up, in: meeting, from: ground.origin()) }
            let other = try await ground.add("Ander").id
            await #expect(throws: MeetingStore.Fault.unknown) { try await store.removeItem(ids[1], of: other, from: ground.origin()) }
        }
    }

    @Test("AGD-11: an item says which needs it answers", arguments: TestDatabase.engines)
    func needs(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let meeting = try await ground.add().id, need = Identifier(at: 7), other = Identifier(at: 8)
            let facts = ProgrammeItem.Facts(kind: .expert, title: "Uitleg", minutes: 20)
            let item = try await ground.store.addItem(facts, needs: [need, other], to: meeting, from: ground.origin())
            #expect(try await ground.store.items(of: meeting).first?.needs == [need, other])
            try await ground.store.changeItem(item, to: facts, speakers: [], needs: [other], of: meeting, from: ground.origin())
            #expect(try await ground.store.items(of: meeting).first?.needs == [other])
        }
    }

    @Test("groups stand in an item of that kind only, which stays one while they are there", arguments: TestDatabase.engines)
    func groups(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, origin = ground.origin(), meeting = try await ground.add().id
            let plenary = try await store.addItem(.init(kind: .plenary, title: "A", minutes: 10), to: meeting, from: origin)
            await #expect(throws: MeetingStore.Fault.inUse) { try await store.addSubgroup(.init(title: "Een"), to: plenary, of: meeting, from: origin) }
            let facts = ProgrammeItem.Facts(kind: .subgroups, title: "B", minutes: 10)
            let item = try await store.addItem(facts, to: meeting, from: origin)
            let group = try await store.addSubgroup(.init(title: "Een", maximum: 5), to: item, of: meeting, from: origin)
            await #expect(throws: MeetingStore.Fault.inUse) { try await store.removeItem(item, of: meeting, from: origin) }
            let changed = ProgrammeItem.Facts(kind: .exchange, title: "B", minutes: 10)
            await #expect(throws: MeetingStore.Fault.inUse) {
                try await store.changeItem(item, to: changed, speakers: [], needs: [], of: meeting, from: origin)
            }
            await #expect(throws: MeetingStore.Fault.facts(.link)) {
                try await store.changeSubgroup(group, to: .init(title: "Een", joinLink: "ftp://a.example/b"), of: meeting, from: origin)
            }
            await #expect(throws: MeetingStore.Fault.facts(.capacity)) {
                try await store.changeSubgroup(group, to: .init(title: "Een", maximum: 0), of: meeting, from: origin)
            }
            await #expect(throws: MeetingStore.Fault.unknownSpeaker) {
                let leader = Speaker(name: "Cor", person: Identifier(at: 3))
                try await store.changeSubgroup(group, to: .init(title: "Een", leader: leader), of: meeting, from: origin)
            }
            try await store.changeSubgroup(group, to: .init(title: "Twee", maximum: 8), of: meeting, from: origin)
            #expect(try await store.subgroup(group)?.facts == .init(title: "Twee", maximum: 8))
            try await store.removeSubgroup(group, of: meeting, from: origin)
            try await store.removeItem(item, of: meeting, from: origin)
            #expect(try await store.items(of: meeting).count == 1)
        }
    }

    @Test("who is erased stands in no programme, leads no group and did nothing", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, person = try await ground.people.person("Zebedea"), meeting = try await ground.add(announced: false).id
            let origin = ground.origin(by: person.id)
            try await store.announce(meeting, from: origin)
            let item = try await store.addItem(
                .init(kind: .subgroups, title: "B", minutes: 10), speakers: [Speaker(name: "Zebedea", person: person.id)], to: meeting, from: origin)
            try await store.addSubgroup(.init(title: "Een", leader: Speaker(name: "Zebedea", person: person.id)), to: item, of: meeting, from: origin)
            let who = PersonalRecords.Subject(person: person.id, mailKey: person.mail.key)
            let kept = try await ground.people.database.read { try MeetingRecords.all.records(who, $0) }
            #expect(kept.map { [$0.kind, $0.details["title"]] } == [["speaker", "B"], ["leader", "Een"]])
            try await ground.people.database.write { try MeetingRecords.all.erase(who, PeopleGround.start, $0) }
            for table in ["item_speaker", "subgroup", "meeting_state"] {
                for word in ["zebedea", person.id.description] { #expect(try await !ground.people.holds(table, word), "\(table) \(word)") }
            }
        }
    }
}
