import Areas
import Core
import HTML
import Web

/// One figure on a large map, with every choice in the address.
struct MapPage: Component {
    let area: Area
    let place: Area
    let lineage: [Area]
    let level: AreaLevel
    let levels: [AreaLevel]
    let question: MapQuestion
    let form: Form
    let indicators: [Indicator]
    let values: MapValues?
    let paths: MapPaths?
    let book: FigureBook
    let newest: Int
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var title: String {
        values.map { words.mapTitle($0.indicator.name[language], place.name) } ?? words.mapOf(place.name)
    }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            ErrorSummary(form.errors, language: language)
            PlaceTrail(
                lineage.map { PlaceTrail.Step($0.name, kind: AreasWords(language).kind($0.level), address: $0.address(newest: newest)) }
                    + [PlaceTrail.Step(words.map)], language: language)
            h1 { title }
            if let values { p(.class("inleiding")) { values.indicator.question[language] } }
            choices
            if let values, let paths { drawing(values, paths) } else { p { paths == nil ? words.noMap : words.noMapFigures } }
        }
    }

    @HTMLBuilder private func drawing(_ values: MapValues, _ paths: MapPaths) -> some HTML {
        if let classes = MapClasses(
            values, method: question.method ?? .fixed, classes: question.classes ?? MapClasses.usualClasses, book: book, language: language)
        {
            MapFigure(
                sheet: MapSheet(values: values, classes: classes, paths: paths, place: place, link: link, isLinked: true, language: language), own: area,
                isTableOpen: true)
            p { values.indicator.doesNotSay[language] }
            p { a(.href(FiguresRoute.indicator(values.indicator.key).address.url(in: language))) { words.aboutFigure } }
            p(.class("klein subtiel")) { words.shareMap }
        }
    }

    private func link(_ area: Area) -> String { area.address(newest: newest).url(in: language) }

    private var choices: some HTML {
        HTML::form(.class("kaartkeuze").action(FiguresRoute.map(area.code).address.url(in: language)).method("get").novalidate()) {
            GroupedSelect(name: "cijfer", prompt: words.figure, indicators: indicators, chosen: values?.indicator.key, form: form, language: language)
            if let values {
                SelectField(
                    "periode", FiguresWords.both(\.periodHead), choices: values.periods.map { Choice($0.description, periodName($0)) }, isRequired: true,
                    form: filled("periode", values.period.description), language: language)
            }
            if levels.count > 1 {
                SelectField(
                    "niveau", FiguresWords.both(\.per), choices: levels.map { Choice($0.rawValue, FigureWords.areas($0)) },
                    form: filled("niveau", level.rawValue), language: language)
            }
            SelectField(
                "indeling", FiguresWords.both(\.methodLabel), choices: MapQuestion.Method.allCases.map(methodChoice),
                form: filled("indeling", (question.method ?? .fixed).rawValue), language: language)
            SelectField(
                "klassen", FiguresWords.both(\.classesLabel), choices: MapQuestion.classBounds.map { Choice(String($0), Localized(String($0))) },
                form: filled("klassen", String(question.classes ?? MapClasses.usualClasses)), language: language)
            if let year = question.year { input(.type("hidden").name("jaar").value(String(year))) }
            button(.class("knop").type("submit")) { words.showMap }
        }
    }

    private func methodChoice(_ method: MapQuestion.Method) -> Choice {
        Choice(method.rawValue, Localized(nl: FiguresWords(.nl).method(method), en: FiguresWords(.en).method(method)))
    }

    private func periodName(_ period: Period) -> Localized { Localized(nl: FiguresWords(.nl).period(period), en: FiguresWords(.en).period(period)) }

    /// The field with what is shown now, and with its own faults.
    private func filled(_ name: String, _ value: String) -> Form {
        var filled = Form(items: [.init(name, value)])
        for error in form.errors where error.field == name { filled.fail(name, error.message) }
        return filled
    }
}

extension FiguresWords {
    /// A word in both languages.
    static func both(_ path: KeyPath<FiguresWords, String>) -> Localized {
        Localized(nl: FiguresWords(.nl)[keyPath: path], en: FiguresWords(.en)[keyPath: path])
    }
}

/// A drop-down list of figures by theme, with its fault above it.
struct GroupedSelect: Component {
    let name: String
    let prompt: String
    let indicators: [Indicator]
    let chosen: String?
    let form: Form
    let language: Language

    private var faults: [String] { form.errors.filter { $0.field == name }.map { $0.message[language] } }

    var body: some HTML {
        div(.class("veld", "is-fout", when: !faults.isEmpty)) {
            label(.for(name)) { prompt }
            if !faults.isEmpty {
                p(.class("foutregel").id(name + "-fout")) {
                    Icon(.warning)
                    span {
                        span(.class("vh")) { language == .nl ? "Fout: " : "Error: " }
                        faults.joined(separator: ". ")
                        if let sent = form[name] { " (‘\(sent.prefix(60))’)" }
                    }
                }
            }
            select(attributes) {
                options
            }
        }
    }

    private struct Key: Hashable {
        let indicators: [ObjectIdentifier]
        let chosen: String?
        let language: Language
    }

    /// About 4 kB each: many areas have the same figures.
    private static let kept = Kept<Key, Fragment>(most: 500)

    private var options: Fragment {
        Self.kept.value(for: Key(indicators: indicators.map { ObjectIdentifier($0) }, chosen: chosen, language: language)) {
            Fragment {
                Each(FigureChoices.groups(indicators)) { group in
                    optgroup(.label(group.theme.name[language])) {
                        Part { out in for item in group.indicators { write(item, into: &out) } }
                    }
                }
            }
        }
    }

    private func write(_ item: Indicator, into out: inout HTMLWriter) {
        out.raw("<option value=\"")
        out.text(item.key)
        if item.key == chosen { out.raw("\" selected>") } else { out.raw("\">") }
        out.text(item.name[language])
        out.raw("</option>")
    }

    private var attributes: Attributes {
        let attributes = Attributes.id(name).name(name)
        return faults.isEmpty ? attributes : attributes.aria("invalid", "true").ariaDescribedBy(name + "-fout")
    }
}
