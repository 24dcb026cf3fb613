import Core

/// The words of figures in both languages.
package struct FigureWords {
    let comparison: Unit.Comparison
    let level: AreaLevel

    /// A word of comparison, also as the first of a sentence: made once, because a profile has dozens.
    private struct Comparative {
        let within: Localized
        let atStart: Localized

        init(_ nl: String, _ en: String) {
            within = Localized(nl: nl, en: en)
            atStart = Localized(nl: nl.prefix(1).uppercased() + nl.dropFirst(), en: en.prefix(1).uppercased() + en.dropFirst())
        }

        static let higher = Comparative("hoger", "higher"), larger = Comparative("groter", "larger")
        static let farther = Comparative("verder", "farther"), more = Comparative("meer", "more")
        static let lower = Comparative("lager", "lower"), smaller = Comparative("kleiner", "smaller")
        static let nearer = Comparative("dichterbij", "nearer"), less = Comparative("minder", "less")
    }

    private var up: Comparative {
        switch comparison {
        case .higher: .higher
        case .larger: .larger
        case .farther: .farther
        case .more: .more
        }
    }

    private var down: Comparative {
        switch comparison {
        case .higher: .lower
        case .larger: .smaller
        case .farther: .nearer
        case .more: .less
        }
    }

    /// "buurten", "wijken", "gemeenten".
    package static func areas(_ level: AreaLevel) -> Localized {
        switch level {
        case .country: Localized(nl: "landen", en: "countries")
        case .province: Localized(nl: "provincies", en: "provinces")
        case .municipality: Localized(nl: "gemeenten", en: "municipalities")
        case .district: Localized(nl: "wijken", en: "districts")
        case .neighbourhood: Localized(nl: "buurten", en: "neighbourhoods")
        }
    }

    /// "buurt", "wijk", "gemeente".
    package static func area(_ level: AreaLevel) -> Localized {
        switch level {
        case .country: Localized(nl: "land", en: "country")
        case .province: Localized(nl: "provincie", en: "province")
        case .municipality: Localized(nl: "gemeente", en: "municipality")
        case .district: Localized(nl: "wijk", en: "district")
        case .neighbourhood: Localized(nl: "buurt", en: "neighbourhood")
        }
    }

    static let notZero = Localized(nl: "Dit is niet nul: wij weten het niet.", en: "This is not zero: we do not know it.")

    func onlyValue(_ value: Double, _ unit: Unit, into phrase: inout Phrase) {
        phrase.add("Het cijfer is ", "The figure is ")
        phrase.add(value, unit)
        phrase.add(".", ".")
    }

    /// "Hoger dan in 80% van de buurten in Nederland."
    func aside(_ side: FigureSentence.Side, percent: Int, into phrase: inout Phrase) {
        phrase.add((side == .above ? up : down).atStart)
        phrase.add(" dan in ", " than in ")
        phrase.add(percent)
        phrase.add("% van de ", "% of the ")
        phrase.add(Self.areas(level))
        phrase.add(" in Nederland.", " in the Netherlands.")
    }

    func middle(percentLower: Int, into phrase: inout Phrase) {
        phrase.add("Rond het midden van Nederland: ", "Around the middle of the Netherlands: ")
        phrase.add(up.within)
        phrase.add(" dan in ", " than in ")
        phrase.add(percentLower)
        phrase.add("% van de ", "% of the ")
        phrase.add(Self.areas(level))
        phrase.add(".", ".")
    }

    static func unclear(into phrase: inout Phrase) {
        phrase.add("Niet duidelijk anders dan het midden van Nederland.", "Not clearly different from the middle of the Netherlands.")
    }

    /// - Parameter side: of the area among those nearby, by the same rule as in the country
    func nearby(_ place: PlaceAmongAreas, side: FigureSentence.Side, name: String, nationSide: FigureSentence.Side, into phrase: inout Phrase) {
        switch side {
        case .above, .below:
            let isAlso = side == nationSide
            if isAlso { phrase.add("Ook in ", "In ") } else { phrase.add("In ", "In ") }
            phrase.add(name)
            if isAlso { phrase.add(" ", " too ") } else { phrase.add(" ", " ") }
            phrase.add((side == .above ? up : down).within)
            phrase.add(" dan in de meeste ", " than in most ")
            phrase.add(Self.areas(level))
            phrase.add(" (", " (")
            phrase.add(FigureSentence.percent(side == .above ? place.lowerShare : place.higherShare))
            phrase.add("%).", "%).")
        case .middle:
            phrase.add("Voor ", "Around the middle for ")
            phrase.add(name)
            phrase.add(" rond het midden.", ".")
        case .unclear:
            phrase.add("Voor ", "For ")
            phrase.add(name)
            phrase.add(" niet duidelijk anders dan het midden.", " not clearly different from the middle.")
        }
    }

    /// "In 2016 was het 31%. Ook in de middelste buurt van Nederland daalde het."
    func change(_ change: FigureChange, of indicator: Indicator, into phrase: inout Phrase) {
        guard let before = change.first.value, let difference = change.difference else { return }
        // A difference that the printed digits do not show is no news.
        guard !change.isHidden(by: indicator.unit) else { return }
        phrase.space()
        phrase.add("In ", "In ")
        phrase.add(change.first.period.year)
        phrase.add(" was het ", " it was ")
        phrase.add(before, indicator.unit)
        phrase.add(".", ".")
        guard change.isBeyondIntervals, difference != 0 else {
            if difference != 0 { phrase.add(" Dat verschil kan ook toeval of afronding zijn.", " That difference may also be chance or rounding.") }
            return
        }
        guard let middle = change.medianDifference else { return }
        let isOther = middle * difference <= 0
        if isOther { phrase.add(" In de middelste ", " In the middle ") } else { phrase.add(" Ook in de middelste ", " In the middle ") }
        phrase.add(Self.area(level))
        phrase.add(" van Nederland ", " of the Netherlands ")
        if isOther {
            phrase.add("was dat niet zo.", "that was not so.")
        } else if difference > 0 {
            phrase.add("steeg het.", "it rose as well.")
        } else {
            phrase.add("daalde het.", "it fell as well.")
        }
    }

    static func interval(_ interval: Interval, unit: Unit, into phrase: inout Phrase) {
        switch interval.kind {
        case .published: phrase.add("De marge van de bron loopt van ", "The margin of the source runs from ")
        case .chance: phrase.add("Door toeval kan dit cijfer tussen ", "By chance this figure may lie between ")
        case .rounding: phrase.add("Door afronding ligt het echte getal tussen ", "Because of rounding the true number lies between ")
        }
        phrase.add(interval.lower, unit, withUnit: false)
        if interval.kind == .published { phrase.add(" tot ", " to ") } else { phrase.add(" en ", " and ") }
        phrase.add(interval.upper, unit)
        if interval.kind == .chance { phrase.add(" liggen.", ".") } else { phrase.add(".", ".") }
    }

    static func modelWithoutMargin(into phrase: inout Phrase) {
        phrase.add(
            "Dit is een schatting met een model. De marge is er niet bij geleverd.", "This is a model estimate. Its margin was not delivered with it.")
    }

    package static func notForLevel(_ level: AreaLevel) -> Localized {
        Localized(nl: "Geen bron geeft dit cijfer per \(area(level).nl).", en: "No source gives this figure per \(area(level).en).")
    }

    static func summaryLine(_ figure: Figure, level: AreaLevel, in language: Language) -> String {
        let value = figure.latest.value.map { figure.indicator.unit.text($0, in: language) } ?? ""
        let sentence = FigureSentence(figure, withChange: false, level: level, nearby: nil, in: language)
        return "\(figure.indicator.name[language]): \(value) (\(figure.latest.period.year)). \(sentence.lead)"
    }

    static func improvement(_ figure: Figure, _ change: FigureChange, level: AreaLevel, in language: Language) -> String {
        let unit = figure.indicator.unit
        let before = change.first.value.map { unit.text($0, in: language) } ?? "", after = change.last.value.map { unit.text($0, in: language) } ?? ""
        let name = figure.indicator.name[language]
        return language == .nl
            ? "\(name): van \(before) in \(change.first.period.year) naar \(after) in \(change.last.period.year). Dat is gunstiger dan in de middelste \(area(level).nl)."
            : "\(name): from \(before) in \(change.first.period.year) to \(after) in \(change.last.period.year). That is better than in the middle \(area(level).en)."
    }
}
