import Areas
import Charts
import Core
import Measures

/// The words of maps.
extension FiguresWords {
    /// `2 kilometer`, `500 meter`.
    func distance(_ metres: Double) -> String {
        metres >= 1000
            ? Numbers.text(metres / 1000, in: language) + say(" kilometer", " kilometres") : Numbers.text(metres, in: language) + say(" meter", " metres")
    }

    func legend(_ made: Classification, _ values: MapValues) -> [ClassLegend.Row] {
        let unit = values.indicator.unit, ranges = made.ranges
        let rows = ranges.indices.map { index in
            let range = ranges[index], isLast = index == ranges.count - 1
            let text: String =
                if isLast && index > 0 {
                    unit.text(range.lower, in: language) + say(" of meer", " or more")
                } else if index == 0 && !isLast {
                    say("minder dan ", "less than ") + unit.text(ranges[1].lower, in: language)
                } else if range.lower >= range.upper {
                    unit.text(range.lower, in: language)
                } else {
                    unit.prefix + unit.number(range.lower, in: language) + say(" tot en met ", " up to ") + unit.text(range.upper, in: language)
                }
            return ClassLegend.Row(class: MapClasses.shade(index, of: ranges.count), text: text, count: count(range.count, of: values.level))
        }
        return rows + missingRow(values)
    }

    func legend(_ made: DivergingClasses, _ values: MapValues) -> [ClassLegend.Row] {
        let unit = values.indicator.unit, steps = made.steps
        let rows = made.counts.indices.map { index in
            let step = index - steps.count
            return ClassLegend.Row(
                class: MapClasses.side(step, of: steps.count), text: side(step, steps, unit), count: count(made.counts[index], of: values.level))
        }
        return rows.reversed() + missingRow(values)
    }

    /// `3 tot 6 procentpunt hoger`; the outermost class is open.
    private func side(_ step: Int, _ steps: [Double], _ unit: Unit) -> String {
        guard step != 0 else { return say("geen duidelijk verschil", "no clear difference") }
        let side = step > 0 ? say("hoger", "higher") : say("lager", "lower")
        let text = { (value: Double) in difference(value, unit) }
        let outer = steps[min(abs(step), steps.count) - 1]
        if steps.count == 1 { return side }
        if abs(step) == steps.count { return say("meer dan ", "more than ") + text(steps[steps.count - 2]) + " " + side }
        if abs(step) == 1 { return say("tot ", "up to ") + text(outer) + " " + side }
        return unit.number(steps[abs(step) - 2], in: language) + say(" tot ", " to ") + text(outer) + " " + side
    }

    /// A difference between two percentages is in percentage points.
    func difference(_ value: Double, _ unit: Unit) -> String {
        unit.suffix.nl == "%" ? unit.number(value, in: language) + say(" procentpunt", " percentage points") : unit.text(value, in: language)
    }

    private func missingRow(_ values: MapValues) -> [ClassLegend.Row] {
        values.missing == 0 ? [] : [ClassLegend.Row(class: nil, text: noFigure, count: count(values.missing, of: values.level))]
    }

    func mapLabel(_ figure: String, _ place: String, _ period: String, _ level: AreaLevel) -> String {
        let kind = AreasWords(language).kind(level)
        return say("Kaart van \(place): \(figure) per \(kind), \(period)", "Map of \(place): \(figure) per \(kind), \(period)")
    }
    var mapExplanation: String { say("Alle getallen staan in de tabel bij de kaart.", "All numbers stand in the table beside the map.") }
    var fullyHatched: String { say("Grijs met strepen: geen cijfer. De reden staat in de tabel.", "Grey with stripes: no figure. The reason is in the table.") }
    func method(_ method: MapQuestion.Method) -> String {
        switch method {
        case .fixed: say("Vaste klassen", "Fixed classes")
        case .fisherJenks: say("Natuurlijke groepen (Fisher-Jenks)", "Natural groups (Fisher-Jenks)")
        case .quantiles: say("Evenveel gebieden per klasse", "Equal numbers of areas")
        case .diverging: say("Rond het midden van Nederland", "Around the middle of the Netherlands")
        }
    }
    func methodSentence(_ classes: MapClasses, _ unit: Unit) -> String {
        switch classes.method {
        case .fixed:
            say(
                "\(classes.count) vaste klassen met ronde grenzen, gelijk voor alle gemeenten en jaren.",
                "\(classes.count) fixed classes with round bounds, the same for all municipalities and years.")
        case .fisherJenks:
            say(
                "\(classes.count) klassen waarin waarden het meest op elkaar lijken. Alleen voor deze kaart.",
                "\(classes.count) classes in which values are most alike. For this map only.") + fitText(classes.fit)
        case .quantiles:
            say(
                "\(classes.count) klassen met zo veel mogelijk even veel gebieden. Alleen voor deze kaart.",
                "\(classes.count) classes with numbers of areas as equal as can be. For this map only.") + fitText(classes.fit)
        case .diverging:
            say("Vergeleken met het middelste gebied van Nederland", "Compared with the middle area of the Netherlands")
                + (classes.reference.map { " (\(unit.text($0, in: language)))" } ?? "")
                + (classes.tolerance == 0
                    ? say(
                        ". Kan afronding of toeval het verschil verklaren? Dan staat er: geen duidelijk verschil.",
                        ". Can rounding or chance explain the difference? Then it says: no clear difference.")
                    : say(
                        ". De bron geeft geen marge. Een verschil tot \(difference(classes.tolerance, unit)) noemen wij daarom niet duidelijk.",
                        ". The source gives no margin. So a difference up to \(difference(classes.tolerance, unit)) is not called clear."))
        }
    }
    private func fitText(_ fit: Double?) -> String {
        guard let fit else { return "" }
        let percent = Numbers.text(100 * fit, in: language)
        return say(" De klassen bewaren \(percent)% van de verschillen.", " The classes keep \(percent)% of the differences.")
    }
    func manyMissing(_ missing: Int, of total: Int) -> String {
        say("Let op: \(missing) van de \(total) gebieden hebben geen cijfer.", "Note: \(missing) of the \(total) areas have no figure.")
    }
    func mapTable(_ count: Int, _ level: AreaLevel) -> String {
        say("Bekijk de kaart als tabel (\(self.count(count, of: level)))", "See the map as a table (\(self.count(count, of: level)))")
    }
    func mapCaption(_ values: MapValues, in place: String) -> String {
        let order = values.indicator.sensitivity == .stigmaProne ? say("op naam", "by name") : say("van hoog naar laag", "from high to low")
        let kind = AreasWords(language).kind(values.level), name = values.indicator.name[language]
        return say("\(name) per \(kind) in \(place), \(period(values.period)), \(order)", "\(name) per \(kind) in \(place), \(period(values.period)), \(order)")
    }
    var noRanking: String {
        say(
            "Wij zetten dit cijfer niet op volgorde van hoog naar laag. Een ranglijst kan een buurt een stempel geven.",
            "We do not rank this figure from high to low. A ranking can brand a neighbourhood.")
    }
    func mapSource(_ year: Int) -> String { say("Grenzen: CBS en Kadaster \(year), vereenvoudigd.", "Borders: CBS and Kadaster \(year), simplified.") }
    func mapTitle(_ figure: String, _ place: String) -> String { say("\(figure) in \(place)", "\(figure) in \(place)") }
    func mapOf(_ place: String) -> String { say("Kaart van \(place)", "Map of \(place)") }
    var per: String { say("Gebieden", "Areas") }
    var methodLabel: String { say("Indeling in klassen", "Classes by") }
    var classesLabel: String { say("Aantal klassen", "Number of classes") }
    var shareMap: String {
        say(
            "Alles wat je kiest, staat in het adres van deze pagina. Zo kun je deze kaart delen.",
            "Everything you choose stands in the address of this page. So you can share this map.")
    }
    var remarkHead: String { say("Marge, of waarom geen cijfer", "Margin, or why no figure") }
    var area: String { say("Gebied", "Area") }
}
