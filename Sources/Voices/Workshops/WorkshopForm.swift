import Core
import People
import Web

/// Reads what staff type about workshops.
enum WorkshopForm {
    static let title = "titel"
    static let day = "dag"
    static let place = "plaats"
    static let question = "vraag"
    static let tables = "tafels"
    static let options = "keuzes"
    static let people = "mensen"
    static let words = "tekst"
    static let quotable = "citeren"
    static let sheet = "vel"
    static func dots(_ option: Int) -> String { "k\(option)" }

    private typealias Words = WorkshopDeskWords

    static func workshop(_ form: inout Form) -> (facts: Workshop.Facts, options: [String])? {
        let title = form.text(title, limit: 100, required: Words.both(\.titleEmpty))
        let day = form.value(day, as: DutchDay.self, required: Words.both(\.dayWrong), otherwise: Words.both(\.dayWrong))
        let place = form.text(place, limit: 100, required: Words.both(\.placeEmpty))
        let question = form.text(question, limit: 300, required: Words.both(\.questionEmpty))
        let tables = form.whole(tables, Workshop.tableLimit, required: Words.both(\.tablesWrong), otherwise: Words.both(\.tablesWrong))
        let typed = form.text(options, limit: 5000, required: Words.both(\.optionsWrong)) ?? ""
        let lines = typed.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        if !typed.isEmpty, !Workshop.optionLimit.contains(lines.count) { form.fail(options, Words.both(\.optionsWrong)) }
        if let long = lines.firstIndex(where: { $0.count > 140 }) { form.fail(options, Words.both { $0.optionLong(long + 1) }) }
        guard let title, let day, let place, let question, let tables, form.errors.isEmpty else { return nil }
        return (Workshop.Facts(title: title, day: day, place: place, question: question, tables: tables), lines)
    }

    static func yield(_ form: inout Form, of workshop: Workshop) -> TableYield? {
        let people = form.whole(people, Workshop.peopleLimit, required: Words.both(\.peopleWrong), otherwise: Words.both(\.peopleWrong))
        var dots: [Int: Int?] = [:]
        for option in 1...workshop.options.count {
            let typed = (form[Self.dots(option)] ?? "").filter { !$0.isWhitespace }
            if typed.isEmpty || typed == "?" {
                dots[option] = .some(nil)
            } else if let count = Int(typed), Workshop.dotLimit.contains(count) {
                dots[option] = count
            } else {
                form.fail(Self.dots(option), Words.both(\.dotsWrong))
            }
        }
        guard let people, form.errors.isEmpty else { return nil }
        return TableYield(people: people, dots: dots)
    }

    static func quote(_ form: inout Form) -> (words: String, isQuotable: Bool)? {
        let words = form.text(words, limit: 2000, required: Words.both(\.quoteEmpty))
        guard let words, form.errors.isEmpty else { return nil }
        return (words, form.has(quotable, "ja"))
    }
}
