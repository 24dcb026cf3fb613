import Core
import TestSupport
import Testing

@testable import Learning

@Suite("The desk of registration")
struct RegistrationDeskTests {
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 24 * hour
    /// Monday 2 November 2026, 12:00 in the Netherlands.
    private static let noon: Int64 = 1_793_617_200_000

    private func rules(_ capacity: Int, closesIn: Int64 = 30 * day) -> PlaceRules {
        PlaceRules(capacity: [.physical: capacity], closesAt: Self.noon + closesIn)
    }

    // MARK: Offers

    @Test("D-02: an offer lasts a quarter of the time to closing, 2 to 48 hours, never ends at night and never after closing")
    func offerTimes() {
        func end(_ from: Int64, closesIn: Int64) -> Int64 { RegistrationDesk.offerEnd(from: from, closesAt: from + closesIn) - from }
        // A quarter of 16 hours: from 12:00 to 16:00.
        #expect(end(Self.noon, closesIn: 16 * Self.hour) == 4 * Self.hour)
        // A quarter of 4 hours is less than the least.
        #expect(end(Self.noon, closesIn: 4 * Self.hour) == 2 * Self.hour)
        // A quarter of 30 days is more than the most: two days later at 12:00.
        #expect(end(Self.noon, closesIn: 30 * Self.day) == 48 * Self.hour)
        // A quarter of 36 hours ends at 21:00: at night, so at 9:00 the next day.
        #expect(end(Self.noon, closesIn: 36 * Self.hour) == 21 * Self.hour)
        // One second before 21:00 is not night.
        #expect(end(Self.noon - 1000, closesIn: 36 * Self.hour) == 9 * Self.hour)
        // From 5:59:59, 2 hours end at 7:59:59: at 9:00. From 6:00 they end at 8:00, and that is day.
        let six = Self.noon - 6 * Self.hour
        #expect(end(six - 1000, closesIn: 4 * Self.hour) == 3 * Self.hour + 1000)
        #expect(end(six, closesIn: 4 * Self.hour) == 2 * Self.hour)
        // At 22:00 with closing at 6:00: not later than closing.
        #expect(end(Self.noon + 10 * Self.hour, closesIn: 8 * Self.hour) == 8 * Self.hour)
    }

    @Test("offers over both nights of summer time end at 9:00 on the clock")
    func summerTime() {
        // Saturday 24 October 2026, 20:00 summer time (18:00Z); the clock goes back at 3:00: 14 hours later it is 9:00.
        let autumn: Int64 = 1_792_864_800_000
        #expect(RegistrationDesk.offerEnd(from: autumn, closesAt: autumn + 6 * Self.hour) == autumn + 6 * Self.hour)
        #expect(RegistrationDesk.offerEnd(from: autumn, closesAt: autumn + 20 * Self.hour) == autumn + 14 * Self.hour)
        // Saturday 27 March 2027, 20:00 winter time (19:00Z); the clock goes forward: 12 hours later it is 9:00.
        let spring: Int64 = 1_806_174_000_000
        #expect(RegistrationDesk.offerEnd(from: spring, closesAt: spring + 20 * Self.hour) == spring + 12 * Self.hour)
    }

    @Test("under two hours to closing nothing is offered, and what is free is open to all", arguments: [-1000, 0, 1000] as [Int64])
    func lastHours(offset: Int64) {
        let closing = Self.noon + 10 * Self.day, now = closing - 2 * Self.hour + offset
        var model = RegistrationModel(PlaceRules(capacity: [.physical: 1], closesAt: closing))
        model.register(at: Self.noon)
        model.register(at: Self.noon)
        model.step(1, to: .cancelled, at: now)
        let isLate = offset > 0
        #expect(model.numbers(.offered) == (isLate ? [] : [2]))
        #expect(model.register(at: now) == (isLate ? .registered : .waiting))
    }

    // MARK: The list

    @Test("D-03: while somebody waits newcomers join the list, also after a raise")
    func newcomers() {
        var model = RegistrationModel(rules(2))
        for _ in 1...4 { model.register(at: Self.noon) }
        #expect(model.numbers(.registered) == [1, 2] && model.numbers(.waiting) == [3, 4])
        model.rules.capacity[.physical] = 3
        model.giveTurns(at: Self.noon)
        #expect(model.numbers(.offered) == [3])
        #expect(model.register(at: Self.noon) == .waiting)
        model.step(3, to: .declined, at: Self.noon)
        #expect(model.numbers(.offered) == [4] && model.numbers(.waiting) == [5])
    }

    @Test("D-04: a group of three waits at two free places, and those behind it too; from 72 hours before closing the first that fits comes in")
    func groups() {
        for (closesIn, isStrict) in [(72 * Self.hour + 1000, true), (72 * Self.hour, false)] {
            var model = RegistrationModel(rules(4, closesIn: closesIn))
            #expect(model.register(size: 2, at: Self.noon) == .registered)
            #expect(model.register(size: 3, at: Self.noon) == .waiting)
            let next = model.register(at: Self.noon)
            if isStrict { #expect(next == .waiting) } else { #expect(next == .offered(until: Self.noon + 21 * Self.hour)) }
            model.step(1, to: .cancelled, at: Self.noon)
            // Four are free: all of the group, and where it is strict the one behind it.
            #expect(model.numbers(.offered) == [2, 3])
        }
    }

    @Test("D-06: kept places go to their group first, and at their date to everyone in order")
    func reserved() {
        let until = Self.noon + Self.day, lot = ReservedPlaces(id: Identifier(at: 1), group: .municipality("GM0222"), number: 2, until: until)
        var model = RegistrationModel(PlaceRules(capacity: [.physical: 3], reserved: [lot], closesAt: Self.noon + 30 * Self.day))
        #expect(model.register(municipality: "GM0202", at: Self.noon) == .registered)
        #expect(model.register(municipality: "GM0202", at: Self.noon) == .waiting)
        // Not held up by who waits for a place for everyone.
        #expect(model.register(municipality: "GM0222", at: Self.noon) == .registered)
        #expect(model.register(municipality: "GM0202", at: until - 1) == .waiting)
        model.giveTurns(at: until - 1)
        #expect(model.numbers(.offered) == [])
        model.giveTurns(at: until)
        #expect(model.numbers(.offered) == [2])
        #expect(model.register(municipality: "GM0222", at: until) == .waiting)
    }

    @Test("MTG-12, D-07: who waits for one subgroup holds up nobody who wants another")
    func subgroups() {
        let red = Identifier(at: 1), blue = Identifier(at: 2)
        var model = RegistrationModel(PlaceRules(capacity: [.physical: 4], maximum: [red: 1, blue: 2], closesAt: Self.noon + 30 * Self.day))
        #expect(model.register(subgroup: red, at: Self.noon) == .registered)
        #expect(model.register(subgroup: red, at: Self.noon) == .waiting)
        #expect(model.register(subgroup: blue, at: Self.noon) == .registered)
        #expect(model.register(subgroup: red, at: Self.noon) == .waiting)
        model.step(3, to: .cancelled, at: Self.noon)
        #expect(model.numbers(.offered) == [])
        model.step(1, to: .cancelled, at: Self.noon)
        #expect(model.numbers(.offered) == [2])
    }

    @Test("both ways to be there have places of their own, and the order is kept")
    func ways() {
        var model = RegistrationModel(PlaceRules(ways: [.physical, .online], capacity: [.physical: 1], closesAt: Self.noon + 30 * Self.day))
        #expect(model.register(.physical, at: Self.noon) == .registered)
        #expect(model.register(.physical, at: Self.noon) == .waiting)
        #expect(model.register(.online, at: Self.noon) == .registered)
        model.step(1, to: .cancelled, at: Self.noon)
        #expect(model.numbers(.offered) == [2])
    }

    @Test("lowering takes nobody's place away and stops offers")
    func lowering() {
        var model = RegistrationModel(rules(3))
        for _ in 1...5 { model.register(at: Self.noon) }
        model.rules.capacity[.physical] = 1
        model.giveTurns(at: Self.noon)
        #expect(model.numbers(.registered) == [1, 2, 3])
        model.step(1, to: .cancelled, at: Self.noon)
        model.step(2, to: .cancelled, at: Self.noon)
        #expect(model.numbers(.offered) == [] && model.numbers(.waiting) == [4, 5])
        model.step(3, to: .cancelled, at: Self.noon)
        #expect(model.numbers(.offered) == [4])
    }

    @Test("the steps that exist are those of the specification")
    func machine() {
        let steps = RegistrationStanding.allCases.flatMap { from in from.next.map { "\(from.rawValue) > \($0.rawValue)" } }
        #expect(
            Set(steps) == [
                "ingeschreven > afgemeld", "ingeschreven > verplaatst", "wacht > aangeboden", "wacht > verlaten", "wacht > ingeschreven",
                "aangeboden > ingeschreven", "aangeboden > afgewezen", "aangeboden > verlopen",
            ])
    }
}
