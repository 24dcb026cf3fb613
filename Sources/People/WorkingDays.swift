import Mail

/// Days on which people work in the Netherlands: Monday to Friday, without the days of article 3 of the Algemene termijnenwet.
package enum WorkingDays {
    /// The day that is so many working days after another; the day itself does not count.
    package static func day(_ count: Int, after day: CivilDay) -> CivilDay {
        var found = day, left = count
        while left > 0 {
            found = found.adding(1)
            if isWorkingDay(found) { left -= 1 }
        }
        return found
    }

    /// How many there are after the first day, up to and with the last; 0 where the last is not later.
    package static func count(after first: DutchDay, upTo last: DutchDay) -> Int {
        guard let start = CivilDay(first.description), let end = CivilDay(last.description), start < end else { return 0 }
        return (1...end.number - start.number).count { isWorkingDay(start.adding($0)) }
    }

    package static func isWorkingDay(_ day: CivilDay) -> Bool { day.weekday <= 5 && !isHoliday(day) }

    /// New Year, Good Friday, the days around Easter, Ascension, Whitsun, the birthday of the King, 5 May and Christmas.
    package static func isHoliday(_ day: CivilDay) -> Bool {
        switch (day.month, day.day) {
        case (1, 1), (5, 5), (12, 25), (12, 26): return true
        // On a Sunday the birthday of the King is kept the day before.
        case (4, 27): return day.weekday != 7
        case (4, 26): return day.adding(1).weekday == 7
        default: break
        }
        guard let easter = easter(day.year) else { return false }
        return [-2, 0, 1, 39, 49, 50].contains(day.number - easter.number)
    }

    /// Easter Sunday, by the rule of Meeus, Jones and Butcher for the Gregorian calendar.
    package static func easter(_ year: Int) -> CivilDay? {
        let golden = year % 19, century = year / 100, rest = year % 100
        let leap = century / 4, fix = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - leap - fix + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
