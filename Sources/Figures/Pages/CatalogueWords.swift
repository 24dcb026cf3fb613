import Areas
import Core

/// The words of the catalogue and of the page of one kind of figure.
extension FiguresWords {
    var catalogueTitle: String { say("Cijfers", "Figures") }
    var catalogueLead: String {
        say(
            "Dit zijn alle soorten cijfers die wij kennen. Bij elk cijfer lees je wat het wel en niet zegt.",
            "These are all kinds of figures we know. For each you read what it says and does not say.")
    }
    var themes: String { say("Thema’s", "Themes") }
    var newestHead: String { say("Nieuwste", "Newest") }
    var notYet: String { say("nog niet ingelezen", "not imported yet") }
    var howToRead: String { say("Hoe lees je dit cijfer?", "How to read this figure") }
    var noEffect: String { say("Gebruik dit cijfer niet als bewijs dat een aanpak werkt.", "Do not use this figure as evidence that an approach works.") }
    func sensitivity(_ sensitivity: Indicator.Sensitivity) -> String {
        switch sensitivity {
        case .ordinary: ""
        case .stigmaProne:
            say(
                "Dit cijfer kan een buurt een stempel geven. Wij maken er geen ranglijst van.",
                "This figure can brand a neighbourhood. We make no ranking of it.")
        case .excludedFromIndices: say("Dit cijfer telt nooit mee in een samengestelde score.", "This figure never counts in a composite score.")
        }
    }
    var spreadHeading: String { say("Hoe vaak komt het voor in Nederland?", "How often does it occur in the Netherlands?") }
    func kindsAndPeriod(_ level: AreaLevel, _ period: Period) -> String {
        let kinds = AreasWords(language).kinds(level)
        return "\(kinds.prefix(1).uppercased())\(kinds.dropFirst()), \(self.period(period))"
    }
    func spreadLabel(_ name: String, _ count: Int, _ level: AreaLevel) -> String {
        say(
            "Verdeling van \(name.lowercased()) over \(self.count(count, of: level))",
            "Distribution of \(name.lowercased()) over \(self.count(count, of: level))")
    }
    func spreadSentence(_ level: AreaLevel, median: String, low: String, high: String) -> String {
        let kind = AreasWords(language).kind(level), kinds = AreasWords(language).kinds(level)
        return say(
            "De middelste \(kind) heeft \(median). Van elke tien \(kinds) liggen er acht tussen \(low) en \(high).",
            "The middle \(kind) has \(median). Of every ten \(kinds), eight lie between \(low) and \(high).")
    }
    func spreadCount(_ count: Int, _ missing: Int, _ level: AreaLevel) -> String {
        let total = self.count(count, of: level)
        return missing == 0
            ? say("\(total) met een cijfer.", "\(total) with a figure.")
            : say(
                "\(total) met een cijfer, \(Numbers.text(Double(missing), in: .nl)) zonder.",
                "\(total) with a figure, \(Numbers.text(Double(missing), in: .en)) without.")
    }
    var countryMap: String { say("Bekijk de kaart van Nederland", "See the map of the Netherlands") }
    var allFacts: String { say("Alle gegevens over dit cijfer", "All facts about this figure") }
    var kindHead: String { say("Soort", "Kind") }
    var unitHead: String { say("Eenheid", "Unit") }
    var noUnit: String { say("geen", "none") }
    var registeredHead: String { say("Geteld naar", "Counted by") }
    var roundingBelow: String { say("Afronding, wijk en buurt", "Rounding, districts and neighbourhoods") }
    var roundingMunicipality: String { say("Afronding, gemeente", "Rounding, municipalities") }
    var adding: String { say("Optellen", "Adding up") }
    var comparableHead: String { say("Vergelijkbaar vanaf", "Comparable since") }
    var keyHead: String { say("Vaste naam in adressen en bestanden", "Permanent name in addresses and files") }
    var breaksHeading: String { say("Breuken", "Breaks") }
    var breaksLead: String { say("Vergelijk cijfers van voor en na een breuk niet met elkaar.", "Do not compare figures from before and after a break.") }
    var sourcesHeading: String { say("Bron", "Source") }
    func atPublisher(_ publisher: String) -> String { say("Naar de bron bij \(publisher)", "To the source at \(publisher)") }
    var deliveries: String { say("Leveringen met dit cijfer", "Deliveries with this figure") }
    var bordersHead: String { say("Indeling van", "Borders of") }
}
