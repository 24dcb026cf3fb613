import Areas
import Core
import HTML

/// The sentences of the pages of the slice in both languages; those of one page stand in its own file.
package struct FiguresWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// `2024`, `mei 2024`, `1 mei 2024`.
    func period(_ period: Period) -> String {
        guard let month = period.month else { return String(period.year) }
        let name = Self.months[min(max(month, 1), 12) - 1][language]
        return (period.day.map { "\($0) " } ?? "") + "\(name) \(period.year)"
    }

    private static let months = [
        Localized(nl: "januari", en: "January"), Localized(nl: "februari", en: "February"), Localized(nl: "maart", en: "March"),
        Localized(nl: "april", en: "April"), Localized(nl: "mei", en: "May"), Localized(nl: "juni", en: "June"), Localized(nl: "juli", en: "July"),
        Localized(nl: "augustus", en: "August"), Localized(nl: "september", en: "September"), Localized(nl: "oktober", en: "October"),
        Localized(nl: "november", en: "November"), Localized(nl: "december", en: "December"),
    ]

    /// `21 november 2026`, in UTC.
    ///
    /// - Parameter milliseconds: since 1970
    func day(_ milliseconds: Int64) -> String {
        let (year, month, day) = CivilDay.of(milliseconds)
        return period(Period(year: year, month: month, day: day))
    }

    func count(_ number: Int, of level: AreaLevel) -> String {
        let words = AreasWords(language)
        return "\(Numbers.text(Double(number), in: language)) \(number == 1 ? words.kind(level) : words.kinds(level))"
    }

    /// `deze buurt`, `deze gemeente`, `dit land`.
    func this(_ level: AreaLevel) -> String {
        let kind = AreasWords(language).kind(level)
        return say(level == .country ? "dit \(kind)" : "deze \(kind)", "this \(kind)")
    }

    func status(_ status: FigureStatus) -> String {
        switch status {
        case .definitive: say("definitief", "final")
        case .nearDefinitive: say("bijna definitief", "nearly final")
        case .provisional: say("voorlopig", "provisional")
        }
    }

    func intervalKind(_ kind: Interval.Kind) -> String {
        switch kind {
        case .published: say("marge van de bron", "margin of the source")
        case .chance: say("toeval, 95%", "chance, 95%")
        case .rounding: say("afronding", "rounding")
        }
    }

    /// `37 tot 50%`.
    func range(_ interval: Interval, _ unit: Unit) -> String {
        unit.number(interval.lower, in: language) + say(" tot ", " to ") + unit.text(interval.upper, in: language)
    }

    var noFigure: String { say("geen cijfer", "no figure") }
    var figure: String { say("Cijfer", "Figure") }
    var value: String { say("Waarde", "Value") }
    var periodHead: String { say("Periode", "Period") }
    var marginHead: String { say("Marge", "Margin") }
    var statusHead: String { say("Stand", "Status") }
    var sourceHead: String { say("Bron", "Source") }
    var aboutFigure: String { say("Alles over dit cijfer", "All about this figure") }
}

extension Attributes {
    /// Marks the Dutch words of a source on a page in another language.
    consuming func dutch(on language: Language) -> Attributes { language == .nl ? self : lang("nl") }
}

/// The Gregorian day of a moment, without a calendar of the machine: pages are the same everywhere.
enum CivilDay {
    /// - Parameter milliseconds: since 1970 UTC
    static func of(_ milliseconds: Int64) -> (year: Int, month: Int, day: Int) {
        // Days since 1 March 0000; years then begin in March, so that the day that may be missing comes last.
        let bounded = min(max(milliseconds, -62_000_000_000_000), 253_000_000_000_000)
        let days = Int((Double(bounded) / 86_400_000).rounded(.down)) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let isAfterDecember = month >= 10
        return (yearOfEra + era * 400 + (isAfterDecember ? 1 : 0), isAfterDecember ? month - 9 : month + 3, day)
    }
}
