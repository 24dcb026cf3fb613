import Core

/// The sentences of the slice in both languages.
package struct AreasWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// "buurt", "wijk", "gemeente".
    package func kind(_ level: AreaLevel) -> String {
        switch level {
        case .country: say("land", "country")
        case .province: say("provincie", "province")
        case .municipality: say("gemeente", "municipality")
        case .district: say("wijk", "district")
        case .neighbourhood: say("buurt", "neighbourhood")
        }
    }

    package func kinds(_ level: AreaLevel) -> String {
        switch level {
        case .country: say("landen", "countries")
        case .province: say("provincies", "provinces")
        case .municipality: say("gemeenten", "municipalities")
        case .district: say("wijken", "districts")
        case .neighbourhood: say("buurten", "neighbourhoods")
        }
    }

    var browseTitle: String { say("Gebieden", "Areas") }
    var browseLead: String {
        say(
            "Kies een provincie, een gemeente, een wijk of een buurt. Of zoek op naam.",
            "Choose a province, a municipality, a district or a neighbourhood. Or search by name.")
    }
    var provinces: String { say("Provincies", "Provinces") }
    var allMunicipalities: String { say("Alle gemeenten", "All municipalities") }
    func inProvince(_ count: Int) -> String { say("\(count) gemeenten", "\(count) municipalities") }
    func boundaryYear(_ year: Int) -> String { say("Indeling van \(year).", "Borders of \(year).") }

    /// "buurt in Arnhem".
    package func about(_ hit: AreaSearch.Hit) -> String { kind(hit.area.level) + (hit.municipality.map { " in \($0)" } ?? "") }

    var searchLabel: String { say("Naam, postcode of code", "Name, postcode or code") }
    var searchHint: String { say("Bijvoorbeeld: Malburgen, 7001 of BU02220101", "For example: Malburgen, 7001 or BU02220101") }
    /// Said after a number.
    var suggestion: String { say("voorstel. Kies met pijl omlaag.", "suggestion. Choose with arrow down.") }
    var suggestions: String { say("voorstellen. Kies met pijl omlaag.", "suggestions. Choose with arrow down.") }
    var suggestionList: String { say("Voorstellen", "Suggestions") }
    var searchButton: String { say("Zoek", "Search") }
    package func results(_ count: Int, _ words: String) -> String {
        count == 1 ? say("1 gebied voor ‘\(words)’", "1 area for ‘\(words)’") : say("\(count) gebieden voor ‘\(words)’", "\(count) areas for ‘\(words)’")
    }
    package func guesses(_ words: String) -> String {
        say("Geen gebied heet ‘\(words)’. Bedoel je een van deze?", "No area is called ‘\(words)’. Did you mean one of these?")
    }
    func nothing(_ words: String) -> String { say("Niets gevonden voor ‘\(words)’", "Nothing found for ‘\(words)’") }
    var nothingHelp: String {
        say("Kijk of de naam klopt. Je kunt ook bladeren door alle gebieden.", "Check the spelling. You can also browse all areas.")
    }

    var liveTitle: String { say("Waar woon je?", "Where do you live?") }
    var liveLead: String {
        say(
            "Vul je postcode in, of de naam van je buurt of plaats. Wij bewaren niet wat je invult.",
            "Enter your postcode, or the name of your neighbourhood or town. We do not keep what you enter.")
    }
    var liveLabel: String { say("Postcode of naam", "Postcode or name") }
    var liveHint: String { say("Bijvoorbeeld: 6841 of Malburgen", "For example: 6841 or Malburgen") }
    var liveButton: String { say("Vind mijn buurt", "Find my neighbourhood") }
    var liveEmpty: String { say("Vul je postcode of de naam van je buurt in", "Enter your postcode or the name of your neighbourhood") }
    var postcodeNote: String {
        say(
            "Wij kennen per buurt alleen de postcode die het meest voorkomt. Staat je buurt er niet bij? Zoek dan op naam.",
            "For each neighbourhood we only know the most common postcode. Is yours not listed? Then search by name.")
    }

    func intro(_ area: Area, within: String?) -> String {
        let kind = kind(area.level)
        let opening = kind.prefix(1).uppercased() + kind.dropFirst()
        let place = within.map { say(" in \($0)", " in \($0)") } ?? ""
        return say(
            "\(opening)\(place). Hier lees je hoe het gaat: eerst de cijfers, daarna wat ze betekenen.",
            "\(opening)\(place). Read how things are here: first the figures, then what they mean.")
    }
    var place: String { say("Plek", "Place") }
    var onThisPage: String { say("Op deze pagina", "On this page") }
    func below(_ level: AreaLevel, in name: String) -> String {
        let kinds = kinds(level)
        return (kinds.prefix(1).uppercased() + kinds.dropFirst()) + say(" in \(name)", " in \(name)")
    }
    func oldYear(_ year: Int, newest: Int) -> String {
        say(
            "Je ziet dit gebied zoals het in \(year) was. Er is een nieuwere indeling: \(newest).",
            "You see this area as it was in \(year). There are newer borders: \(newest).")
    }
    func goneCode(_ year: Int) -> String {
        say("Deze code bestaat niet meer. Je ziet het gebied zoals het in \(year) was.", "This code no longer exists. You see the area as it was in \(year).")
    }
    var newestYear: String { say("Bekijk de nieuwste indeling", "See the newest borders") }
    var noAreas: String {
        say(
            "Er zijn nog geen gebieden ingelezen. Een beheerder kan dat doen met de opdracht ‘leefkring import’.",
            "No areas have been imported yet. An administrator can do so with the command ‘leefkring import’.")
    }
}
