import Core

/// The words of figures in both languages.
package struct FigureWords {
    let language: Language
    let comparison: Unit.Comparison
    let level: AreaLevel

    private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    /// "Hoger", "Groter", "Verder", "Meer".
    private var up: String {
        switch comparison {
        case .higher: say("Hoger", "Higher")
        case .larger: say("Groter", "Larger")
        case .farther: say("Verder", "Farther")
        case .more: say("Meer", "More")
        }
    }

    private var down: String {
        switch comparison {
        case .higher: say("Lager", "Lower")
        case .larger: say("Kleiner", "Smaller")
        case .farther: say("Dichterbij", "Nearer")
        case .more: say("Minder", "Less")
        }
    }

    private var areas: String { Self.areas(level)[language] }

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

    var notZero: String { say("Dit is niet nul: wij weten het niet.", "This is not zero: we do not know it.") }

    func onlyValue(_ value: String) -> String { say("Het cijfer is \(value).", "The figure is \(value).") }

    func above(percent: Int) -> String {
        say("\(up) dan in \(percent)% van de \(areas) in Nederland.", "\(up) than in \(percent)% of the \(areas) in the Netherlands.")
    }

    func below(percent: Int) -> String {
        say("\(down) dan in \(percent)% van de \(areas) in Nederland.", "\(down) than in \(percent)% of the \(areas) in the Netherlands.")
    }

    func middle(percentLower: Int) -> String {
        say(
            "Rond het midden van Nederland: \(up.lowercased()) dan in \(percentLower)% van de \(areas).",
            "Around the middle of the Netherlands: \(up.lowercased()) than in \(percentLower)% of the \(areas).")
    }

    var unclear: String {
        say("Niet duidelijk anders dan het midden van Nederland.", "Not clearly different from the middle of the Netherlands.")
    }

    /// - Parameter side: of the area among those nearby, by the same rule as in the country
    func nearby(_ place: PlaceAmongAreas, side: FigureSentence.Side, name: String, nationSide: FigureSentence.Side) -> String {
        let isAlso = side == nationSide
        let opening = isAlso ? say("Ook in", "In") : say("In", "In")
        let place = { (share: Double, word: String) in
            let percent = FigureSentence.percent(share)
            return say(
                "\(opening) \(name) \(word) dan in de meeste \(areas) (\(percent)%).",
                "\(opening) \(name)\(isAlso ? " too" : "") \(word) than in most \(areas) (\(percent)%).")
        }(side == .above ? place.lowerShare : place.higherShare, side == .above ? up.lowercased() : down.lowercased())
        return switch side {
        case .above, .below: place
        case .middle: say("Voor \(name) rond het midden.", "Around the middle for \(name).")
        case .unclear: say("Voor \(name) niet duidelijk anders dan het midden.", "For \(name) not clearly different from the middle.")
        }
    }

    /// "In 2016 was het 31%. In de middelste buurt van Nederland daalde het ook."
    func change(_ change: FigureChange, of indicator: Indicator) -> [String] {
        guard let before = change.first.value, let difference = change.difference else { return [] }
        // A difference that the printed digits do not show is no news.
        guard indicator.unit.text(before, in: language) != change.last.value.map({ indicator.unit.text($0, in: language) }) else { return [] }
        let was = say(
            "In \(change.first.period.year) was het \(indicator.unit.text(before, in: language)).",
            "In \(change.first.period.year) it was \(indicator.unit.text(before, in: language)).")
        guard change.isBeyondIntervals, difference != 0 else {
            return difference == 0 ? [was] : [was, say("Dat verschil kan ook toeval of afronding zijn.", "That difference may also be chance or rounding.")]
        }
        guard let middle = change.medianDifference else { return [was] }
        let middleArea = say("de middelste \(Self.area(level).nl) van Nederland", "the middle \(Self.area(level).en) of the Netherlands")
        if middle * difference <= 0 {
            return [was, say("In \(middleArea) was dat niet zo.", "In \(middleArea) that was not so.")]
        }
        return [
            was, say("Ook in \(middleArea) \(difference > 0 ? "steeg" : "daalde") het.", "In \(middleArea) it \(difference > 0 ? "rose" : "fell") as well."),
        ]
    }

    func interval(_ interval: Interval, unit: Unit) -> String {
        let low = unit.number(interval.lower, in: language), high = unit.text(interval.upper, in: language)
        return switch interval.kind {
        case .published: say("De marge van de bron loopt van \(low) tot \(high).", "The margin of the source runs from \(low) to \(high).")
        case .chance: say("Door toeval kan dit cijfer tussen \(low) en \(high) liggen.", "By chance this figure may lie between \(low) and \(high).")
        case .rounding:
            say("Door afronding ligt het echte getal tussen \(low) en \(high).", "Because of rounding the true number lies between \(low) and \(high).")
        }
    }

    var modelWithoutMargin: String {
        say("Dit is een schatting met een model. De marge is er niet bij geleverd.", "This is a model estimate. Its margin was not delivered with it.")
    }

    package static func notForLevel(_ level: AreaLevel) -> Localized {
        Localized(nl: "Geen bron geeft dit cijfer per \(area(level).nl).", en: "No source gives this figure per \(area(level).en).")
    }

    static func summaryLine(_ figure: Figure, level: AreaLevel) -> Localized {
        Localized(nl: summaryLine(figure, level: level, in: .nl), en: summaryLine(figure, level: level, in: .en))
    }

    private static func summaryLine(_ figure: Figure, level: AreaLevel, in language: Language) -> String {
        let value = figure.latest.value.map { figure.indicator.unit.text($0, in: language) } ?? ""
        let sentence = FigureSentence(figure, change: nil, level: level, nearby: nil, in: language)
        return "\(figure.indicator.name[language]): \(value) (\(figure.latest.period.year)). \(sentence.lead)"
    }

    static func improvement(_ figure: Figure, _ change: FigureChange) -> Localized {
        func text(_ language: Language) -> String {
            let unit = figure.indicator.unit
            let before = change.first.value.map { unit.text($0, in: language) } ?? "", after = change.last.value.map { unit.text($0, in: language) } ?? ""
            let name = figure.indicator.name[language]
            return language == .nl
                ? "\(name): van \(before) in \(change.first.period.year) naar \(after) in \(change.last.period.year). Dat is gunstiger dan in de middelste buurt."
                : "\(name): from \(before) in \(change.first.period.year) to \(after) in \(change.last.period.year). That is better than in the middle area."
        }
        return Localized(nl: text(.nl), en: text(.en))
    }
}
