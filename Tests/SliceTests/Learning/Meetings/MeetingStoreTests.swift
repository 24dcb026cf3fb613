import Core
import Learning
import Mail
import People
import SQL
import Synchronization
import TestSupport
import Testing

@Suite("Meetings")
struct MeetingStoreTests {
    private static let now = PeopleGround.start
    private static let day = PeopleGround.day

    /// What registration was told, in order.
    private final class Told: Sendable {
        private let changes = Mutex<[MeetingChange]>([])

        var all: [MeetingChange] { changes.withLock { $0 } }
        var kinds: [Set<MeetingChange.Kind>] { all.map(\.kinds) }

        var taking: MeetingTaking {
            MeetingTaking(
                counts: { _ in [:] }, changed: { change, _, _ in self.changes.withLock { $0.append(change) } }, needs: { _ in [] }, form: { _ in nil },
                seriesForm: { _ in nil }, list: { _ in nil })
        }
    }

    @Test("MTG-01, MTG-02, MTG-08: the series of three online meetings of 2020 and 2021, numbered, each with a subject, free", arguments: TestDatabase.engines)
    func three(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let hour = PeopleGround.hour
            let days = [
                ("Datagedreven instrumenten", try MeetingGround.winter(2020, 11, 12, 14)),
                ("Het perspectief van bewoners", try MeetingGround.winter(2020, 12, 1, 10)),
                ("Tellen en vertellen", try MeetingGround.winter(2021, 1, 21, 10)),
            ]
            for (subject, start) in days {
                _ = try await ground.add(
                    ground.facts("Wijkprofielen en buurtagenda’s", startsAt: start) {
                        $0.subject = subject; $0.endsAt = start + 2 * hour
                    })
            }
            let found = try await ground.store.series(ground.series)
            #expect(found.map(\.facts.number) == [1, 2, 3] && found.map(\.facts.subject) == days.map(\.0))
            let hours = found.map { MeetingHours.whole($0.facts.startsAt, $0.facts.endsAt, .nl) }
            #expect(
                hours == [
                    "donderdag 12 november 2020, 14.00 tot 16.00 uur", "dinsdag 1 december 2020, 10.00 tot 12.00 uur",
                    "donderdag 21 januari 2021, 10.00 tot 12.00 uur",
                ])
            #expect(found.allSatisfy { $0.facts.isFree && $0.facts.form == .online && $0.registrationState(at: Self.now, places: nil) == .past })
            // Online it closes at the start: the column that registration reads says so too.
            let columns = try await ground.people.database.read { reading in
                try reading.all("SELECT closes_at, own_closing FROM meeting ORDER BY number") { (Int64(try $0.int(0)), try $0.int(1)) }
            }
            #expect(columns.map(\.0) == days.map(\.1) && columns.allSatisfy { $0.1 == 0 })
        }
    }

    @Test("a number in a series is there once, also of two nodes at once; without one it is the last", arguments: TestDatabase.engines)
    func numbers(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let first = try await ground.add("Een"), third = try await ground.add("Drie") { $0.number = 3 }
            #expect(first.facts.number == 1 && third.facts.number == 3)
            let fourth = try await ground.add("Vier")
            #expect(fourth.facts.number == 4)
            await #expect(throws: MeetingStore.Fault.numberTaken) { try await ground.add("Nog eens") { $0.number = 3 } }
            await #expect(throws: MeetingStore.Fault.numberTaken) {
                try await ground.store.change(fourth.id, to: ground.facts("Vier") { $0.number = 1 }, from: ground.origin())
            }
            try await ground.store.change(fourth.id, to: ground.facts("Vier") { $0.number = 2 }, from: ground.origin())
            async let here = ground.add("A"), there = ground.add("B")
            let both = try await [here, there]
            #expect(Set(both.map(\.facts.number)) == [4, 5])
            let loose = try await ground.add("Los") {
                $0.part = nil; $0.number = 7
            }
            #expect(loose.facts.number == nil)
        }
    }

    @Test("D-37: the sequence rises by one with each change of hours, place and status, and with nothing else", arguments: TestDatabase.engines)
    func sequence(engine: TestDatabase.Engine) async throws {
        let told = Told()
        try await MeetingGround.with(engine, taking: told.taking) { ground in
            let store = ground.store, origin = ground.origin()
            let id = try await store.add(
                ground.facts {
                    $0.form = .physical; $0.place = "De Linde"
                }, to: ground.programme, from: origin
            ).id
            var numbers: [Int] = []
            func note() async throws { numbers.append(try #require(try await store.find(id)).sequence) }
            func change(_ change: (inout Meeting.Facts) -> Void) async throws {
                var facts = try #require(try await store.find(id)).facts
                change(&facts)
                try await store.change(id, to: facts, reason: "De zaal is dicht", from: origin)
                try await note()
            }
            try await note()
            try await store.announce(id, from: origin)
            try await note()
            try await change { $0.title = "Een andere naam" }
            try await change {
                $0.startsAt += PeopleGround.hour; $0.endsAt += PeopleGround.hour
            }
            try await change { $0.place = "Het Anker" }
            try await change { $0.capacity = 30 }
            try await change { $0.closesAt = $0.startsAt }
            try await store.addItem(.init(kind: .plenary, title: "Welkom", minutes: 10), to: id, from: origin)
            try await note()
            try await store.makeDefinitive(id, from: origin)
            try await note()
            try await store.cancel(id, because: "De spreker is ziek", from: origin)
            try await note()
            #expect(numbers == [0, 1, 1, 2, 3, 3, 3, 3, 4, 5])
            // Closing follows the start where nobody chose another moment.
            #expect(told.kinds == [[.announced], [.hours, .registration], [.place], [.capacity], [.registration], [.definitive], [.cancelled]])
            #expect(told.all[1].reason == "De zaal is dicht" && told.all[1].before.facts.startsAt == told.all[1].after.facts.startsAt - PeopleGround.hour)
            #expect(told.all.last?.reason == "De spreker is ziek" && told.all.last?.after.publication == .cancelled)
            let steps = try #require(try await store.find(id)).steps
            #expect(steps.map(\.kind) == [.draft, .announced, .moved, .moved, .definitive, .cancelled])
            #expect(steps.map(\.reason) == ["", "", "De zaal is dicht", "De zaal is dicht", "", "De spreker is ziek"])
            let actions = try await ground.people.actions().filter { $0.hasPrefix("meeting.") }
            #expect(
                actions == [
                    "meeting.added", "meeting.announced", "meeting.changed", "meeting.changed", "meeting.changed", "meeting.changed", "meeting.changed",
                    "meeting.item-added", "meeting.definitive", "meeting.cancelled",
                ])
            // Words of people do not stand in the journal.
            for word in ["ziek", "Anker"] { #expect(try await !ground.people.holds("journal", word), "\(word)") }
        }
    }

    @Test("MTG-19: draft, announced, definitive, held and looked back come in this order and no other", arguments: TestDatabase.engines)
    func steps(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, end = Self.now + 30 * Self.day + 2 * PeopleGround.hour
            let draft = try await ground.add(announced: false)
            #expect(draft.publication == .draft && !draft.isPublic)
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.makeDefinitive(draft.id, from: ground.origin()) }
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.cancel(draft.id, because: "x", from: ground.origin()) }
            try await store.announce(draft.id, from: ground.origin())
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.announce(draft.id, from: ground.origin()) }
            // A programme first.
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.makeDefinitive(draft.id, from: ground.origin()) }
            try await store.addItem(.init(kind: .plenary, title: "Welkom", minutes: 10), to: draft.id, from: ground.origin())
            try await store.makeDefinitive(draft.id, from: ground.origin())
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.markHeld(draft.id, from: ground.origin(end - 1000)) }
            await #expect(throws: MeetingStore.Fault.facts(.text)) { try await store.cancel(draft.id, because: "", from: ground.origin()) }
            await #expect(throws: MeetingStore.Fault.notNow) { try await store.cancel(draft.id, because: "Te laat", from: ground.origin(end)) }
            try await store.markHeld(draft.id, from: ground.origin(end))
            for _ in 1...2 {
                try await ground.people.database.write { try MeetingStore.markLookedBack(draft.id, from: ground.origin(end + 1), in: $0) }
            }
            let found = try #require(try await store.find(draft.id))
            #expect(found.publication == .lookedBack && found.steps.map(\.kind) == [.draft, .announced, .definitive, .held, .lookedBack])
            await #expect(throws: MeetingStore.Fault.unknown) { try await store.announce(Identifier(at: 9), from: ground.origin()) }
        }
    }

    @Test("a cancelled meeting stays as it is, and so do hours, place and number of one that is over; words can be mended", arguments: TestDatabase.engines)
    func over(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let store = ground.store, meeting = try await ground.add(), end = meeting.facts.endsAt
            let later = ground.facts(startsAt: meeting.facts.startsAt + Self.day)
            await #expect(throws: MeetingStore.Fault.over) { try await store.change(meeting.id, to: later, from: ground.origin(end)) }
            let mended = ground.facts("Zonder tikfout")
            try await store.change(meeting.id, to: mended, from: ground.origin(end))
            try await store.cancel(meeting.id, because: "Ziek", from: ground.origin(end - 1))
            await #expect(throws: MeetingStore.Fault.over) { try await store.change(meeting.id, to: mended, from: ground.origin()) }
            await #expect(throws: MeetingStore.Fault.over) {
                try await store.addItem(.init(kind: .pause, title: "Pauze", minutes: 5), to: meeting.id, from: ground.origin())
            }
        }
    }

    @Test("what cannot be is refused with its reason, before the database sees it", arguments: TestDatabase.engines)
    func faults(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let wrong: [(MeetingRules.Fault, (inout Meeting.Facts) -> Void)] = [
                (.title, { $0.title = "" }), (.title, { $0.title = String(repeating: "a", count: 201) }), (.hours, { $0.endsAt = $0.startsAt }),
                (.closing, { $0.closesAt = $0.endsAt + 1 }), (.opening, { $0.opensAt = $0.startsAt }), (.capacity, { $0.capacity = 0 }),
                (.link, { $0.joinLink = "http://vergader.example" }), (.link, { $0.joinLink = "javascript:alert(1)" }), (.circle, { $0.isClosedCircle = true }),
                (.text, { $0.preparation = 1441 }), (.text, { $0.purpose = "a\0b" }),
            ]
            for (fault, change) in wrong {
                let facts = ground.facts("Een", change)
                #expect(MeetingRules.fault(facts) == fault)
                await #expect(throws: MeetingStore.Fault.facts(fault)) { try await ground.store.add(facts, to: ground.programme, from: ground.origin()) }
            }
            await #expect(throws: MeetingStore.Fault.unknownProgramme) {
                try await ground.store.add(ground.facts(), to: Identifier(at: 1), from: ground.origin())
            }
            await #expect(throws: MeetingStore.Fault.unknownPart) { try await ground.add("Een") { $0.part = Identifier(at: 1) } }
            await #expect(throws: MeetingStore.Fault.unknownTerm) { try await ground.add(ground.facts(), terms: ["bestaat-niet"]) }
            let rows = try await ground.people.rows("meeting")
            #expect(rows.isEmpty)
        }
    }

    @Test("MTG-01: the next of a series takes facts, audience and programme along, at the same length, as a draft", arguments: TestDatabase.engines)
    func copy(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let first = try await ground.add("Kring") {
                $0.audience = [.official]; $0.subject = "Cijfers"; $0.closesAt = $0.startsAt - PeopleGround.hour
            }
            try await ground.store.addItem(
                .init(kind: .plenary, title: "Welkom", minutes: 10), speakers: [Speaker(name: "Gerda")], to: first.id, from: ground.origin())
            let start = first.facts.startsAt + 28 * Self.day
            let next = try await ground.store.copy(first.id, startingAt: start, terms: ["eenzaamheid"], from: ground.origin())
            #expect(next.facts.number == 2 && next.publication == .draft && next.facts.subject.isEmpty && next.facts.audience == [.official])
            #expect(next.facts.startsAt == start && next.facts.minutes == 120 && next.facts.closesAt == start - PeopleGround.hour)
            let items = try await ground.store.items(of: next.id)
            #expect(items.map(\.facts.title) == ["Welkom"] && items.allSatisfy(\.speakers.isEmpty))
            #expect(try await ground.store.labels(of: [next.id]) == [next.id: ["eenzaamheid"]])
        }
    }

    @Test("a draft can be thrown away with all of it; what was public stays", arguments: TestDatabase.engines)
    func removal(engine: TestDatabase.Engine) async throws {
        try await MeetingGround.with(engine) { ground in
            let draft = try await ground.add(ground.facts { $0.audience = [.official] }, announced: false, terms: ["eenzaamheid"])
            let item = try await ground.store.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 30), to: draft.id, from: ground.origin())
            try await ground.store.addSubgroup(.init(title: "Een"), to: item, of: draft.id, from: ground.origin())
            try await ground.store.removeDraft(draft.id, from: ground.origin())
            for table in ["meeting", "meeting_state", "meeting_audience", "programme_item", "subgroup", "labelling"] {
                #expect(try await ground.people.rows(table).isEmpty, "\(table)")
            }
            let open = try await ground.add()
            await #expect(throws: MeetingStore.Fault.notNow) { try await ground.store.removeDraft(open.id, from: ground.origin()) }
        }
    }
}
