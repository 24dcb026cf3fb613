import Core
import Learning
import Testing

@Suite("Whether people can register")
struct MeetingClockTests {
    private static let hour: Int64 = 3_600_000
    /// 23 September 2026, 14:00 in Amsterdam.
    private static let start: Int64 = 1_790_164_800_000
    private static let end = start + 2 * hour

    private func meeting(
        _ form: Meeting.Form = .physical, capacity: Int? = 20, online: Int? = nil, opensAt: Int64? = nil, closesAt: Int64? = nil,
        steps: [MeetingStep.Kind] = [.draft, .announced]
    ) -> Meeting {
        let facts = Meeting.Facts(
            title: "Een", form: form, startsAt: Self.start, endsAt: Self.end, capacity: capacity, onlineCapacity: online, opensAt: opensAt,
            closesAt: closesAt)
        let steps = steps.enumerated().map { MeetingStep($1, at: Int64($0), by: nil, reason: $1 == .cancelled ? "Ziek" : "") }
        return Meeting(id: Identifier(at: 1), programme: Identifier(at: 2), facts: facts, sequence: 0, steps: steps, addedAt: 0, updatedAt: 0)
    }

    private func state(_ meeting: Meeting, at now: Int64, used: Int = 0, waiting: Int = 0) -> RegistrationState {
        meeting.registrationState(at: now, places: Places(.init(used: used, waiting: waiting)))
    }

    /// What a clock says one second before a moment, at it and one second after.
    private func around(_ moment: Int64, _ meeting: Meeting, used: Int = 0) -> [RegistrationState] {
        [-1000, 0, 1000].map { state(meeting, at: moment + $0, used: used) }
    }

    @Test("MTG-24: each boundary holds to the second: opening and start inclusive, closing and end exclusive")
    func boundaries() {
        let opens = Self.start - 100 * Self.hour, physical = meeting(opensAt: opens)
        #expect(around(opens, physical) == [.notYetOpen, .open, .open])
        // Where people go to a place, it closes 24 hours before.
        #expect(around(Self.start - 24 * Self.hour, physical) == [.open, .closed, .closed])
        #expect(around(Self.start, physical) == [.closed, .closed, .closed])
        #expect(around(Self.end, physical) == [.closed, .past, .past])
        // Online it closes at the start.
        let online = meeting(.online)
        #expect(around(Self.start - 24 * Self.hour, online) == [.open, .open, .open])
        #expect(around(Self.start, online) == [.open, .closed, .closed])
        #expect(around(Self.end, online) == [.closed, .past, .past])
        let own = meeting(.online, closesAt: Self.start - 5 * Self.hour)
        #expect(around(Self.start - 5 * Self.hour, own) == [.open, .closed, .closed])
    }

    @Test("MTG-24, D-05: the first that applies: cancelled, past, closed, not yet open, full, few, open")
    func order() {
        let opens = Self.start - 100 * Self.hour, before = opens - 1
        let cancelled = meeting(opensAt: opens, steps: [.draft, .announced, .cancelled])
        #expect([before, opens, Self.end].map { state(cancelled, at: $0, used: 20) } == [.cancelled, .cancelled, .cancelled])
        #expect(state(meeting(opensAt: opens), at: before, used: 20) == .notYetOpen)
        #expect(state(meeting(steps: [.draft]), at: opens) == .notYetOpen)
        let open = meeting(capacity: 50)
        // 10 percent of 50 is 5.
        #expect([44, 45, 46, 49, 50, 51].map { state(open, at: opens, used: $0) } == [.open, .few, .few, .few, .full, .full])
        // Never fewer than 3: of 20 places 10 percent is 2.
        #expect([16, 17, 18, 19, 20].map { state(meeting(), at: opens, used: $0) } == [.open, .few, .few, .few, .full])
        #expect([28, 29].map { state(meeting(capacity: 32), at: opens, used: $0) } == [.open, .few])
        // While somebody waits, newcomers join the list, whatever is free.
        #expect(state(meeting(), at: opens, used: 3, waiting: 1) == .full)
        #expect(state(meeting(capacity: nil), at: opens, used: 5_000) == .open)
        #expect(state(meeting(capacity: nil), at: opens, used: 5, waiting: 1) == .full)
        #expect(meeting().registrationState(at: opens, places: nil) == .open)
    }

    @Test("MTG-04: where one can come in two ways, the way with most room speaks for the meeting")
    func both() {
        let hybrid = meeting(.both, capacity: 20, online: 100), now = Self.start - 100 * Self.hour
        func state(_ main: Int, _ online: Int, waiting: Int = 0) -> RegistrationState {
            hybrid.registrationState(at: now, places: Places(.init(used: main, waiting: waiting), online: .init(used: online, waiting: 0)))
        }
        #expect([state(20, 0), state(20, 90), state(20, 100), state(5, 100)] == [.open, .few, .full, .open])
        #expect(state(20, 0, waiting: 3) == .open)
    }

    @Test("a link to join opens 24 hours before the start and shuts at the end")
    func door() {
        let facts = meeting(.online).facts, open = Self.start - 24 * Self.hour
        #expect([open - 1000, open, open + 1000].map(facts.opensDoor) == [false, true, true])
        #expect([Self.end - 1000, Self.end, Self.end + 1000].map(facts.opensDoor) == [true, false, false])
    }

    @Test("MTG-19: the organiser is reminded 14 and 10 days before, and told that it is late within 7")
    func reminders() {
        let day = 24 * Self.hour, announced = meeting()
        func reminder(_ days: Int64, _ seconds: Int64) -> MeetingRules.Reminder? {
            MeetingRules.reminder(announced, at: Self.start - days * day + seconds * 1000)
        }
        #expect([-1, 0, 1].map { reminder(14, $0) } == [nil, .early, .early])
        #expect([-1, 0, 1].map { reminder(10, $0) } == [.early, .soon, .soon])
        #expect([-1, 0, 1].map { reminder(7, $0) } == [.soon, .soon, .late])
        #expect(reminder(0, 0) == nil)
        for steps: [MeetingStep.Kind] in [[.draft], [.draft, .announced, .definitive], [.draft, .announced, .cancelled]] {
            #expect(MeetingRules.reminder(meeting(steps: steps), at: Self.start - 8 * day) == nil)
        }
    }
}
