/// Years of days, without a calendar of the system (Hinnant, "chrono-compatible low-level date algorithms", 2013).
enum CivilYear {
    /// The year of a day, counted from 1 January 1970.
    static func year(_ day: Int) -> Int {
        let shifted = max(-1_000_000_000, min(1_000_000_000, day)) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0)
    }
}
