import Areas
import Core

/// The words of the panels on the page of an area.
extension FiguresWords {
    var brief: String { say("In het kort", "In brief") }
    var briefLead: String {
        say(
            "Deze lijst komt alleen uit cijfers. Wat bewoners ervan vinden, staat er niet bij.",
            "This list comes from figures alone. What residents think of it is not in it.")
    }
    var qualities: String { say("Kwaliteiten", "Qualities") }
    var opportunities: String { say("Kansen", "Opportunities") }
    var bottlenecks: String { say("Knelpunten", "Bottlenecks") }
    var problems: String { say("Problemen", "Problems") }
    var nothingKnown: String { say("Hier weten wij nog niets over.", "We do not know anything about this yet.") }
    var `where`: String { say("Waar? ", "Where? ") }
    var why: String { say("Waarom? ", "Why? ") }
    var whereWhole: String { say("In het hele gebied, kleiner gaat het cijfer niet. ", "In the whole area, the figure does not go smaller. ") }
    var whereMost: String { say("Het minst gunstig in ", "Least favourable in ") }
    var seeMap: String { say("Bekijk de kaart", "See the map") }
    var whyUnknown: String { say("Dat zegt het cijfer niet.", "The figure does not say.") }
    var whyAsk: String {
        say(
            "Cijfers laten zien dát er iets speelt, niet waardoor. Vraag het aan wie er woont en werkt.",
            "Figures show that something is going on, not why. Ask those who live and work there.")
    }
    var and: String { say(" en ", " and ") }

    var map: String { say("Kaart", "Map") }
    func mapHeading(_ figure: String, _ place: String) -> String { say("\(figure) in \(place)", "\(figure) in \(place)") }
    var chooseFigure: String { say("Kies een ander cijfer", "Choose another figure") }
    var unknownFigure: String { say("Dit cijfer kennen wij niet. Kies een cijfer uit de lijst.", "We do not know this figure. Choose one from the list.") }
    var showMap: String { say("Toon kaart", "Show map") }
    var largeMap: String { say("Bekijk de grote kaart, met andere indelingen", "See the large map, with other classes") }
    var noMap: String { say("Er is geen kaart van dit gebied in deze indeling.", "There is no map of this area with these borders.") }
    var noMapFigures: String { say("Er is nog geen cijfer voor een kaart van dit gebied.", "There is no figure for a map of this area yet.") }

    var byTheme: String { say("Cijfers per thema", "Figures by theme") }
    func themesLead(_ level: AreaLevel, nearby: String?) -> String {
        let kinds = AreasWords(language).kinds(level)
        let local =
            nearby.map {
                say(
                    "Bovenaan tussen de \(kinds) van \($0), onderaan",
                    "On top among the \(kinds) of \($0), below")
            } ?? say("Onderaan", "Below")
        return say(
            "Elke strook laat zien waar \(this(level)) staat. \(local) tussen alle \(kinds) van Nederland. Hoger is niet altijd beter.",
            "Each strip shows where \(this(level)) stands. \(local) among all \(kinds) of the Netherlands. Higher is not always better.")
    }
    var keyLabel: String { say("Zo lees je de stroken", "How to read the strips") }
    func counted(_ name: String) -> String { say("\(name), geteld", "\(name), counted") }
    func estimated(_ name: String) -> String { say("\(name), geschat met een model", "\(name), estimated by a model") }
    var marginKey: String { say("marge: tot zover kan het echte getal gaan", "margin: how far the true number may go") }
    func other(_ level: AreaLevel, nearby: String?) -> String {
        let kind = AreasWords(language).kind(level)
        return nearby.map { say("andere \(kind) in \($0)", "another \(kind) in \($0)") } ?? say("andere \(kind)", "another \(kind)")
    }
    var distributionKey: String { say("hoe vaak het voorkomt in Nederland", "how often it occurs in the Netherlands") }
    func medianKey(_ level: AreaLevel) -> String {
        let kind = AreasWords(language).kind(level)
        return say("middelste \(kind) van Nederland", "middle \(kind) of the Netherlands")
    }
    func local(_ count: Int, _ level: AreaLevel, in place: String, outside: Int) -> String {
        let base = "\(place), \(self.count(count, of: level))"
        return outside == 0 ? base : base + say(", \(outside) buiten de schaal", ", \(outside) off the scale")
    }
    func national(_ count: Int, _ level: AreaLevel) -> String { say("Nederland, ", "Netherlands, ") + self.count(count, of: level) }
    /// The name of a strip in two parts; the value stands between them.
    func stripLabel(_ name: String, median: String?, from lower: String, to upper: String, level: AreaLevel) -> (String, String) {
        let middle = median.map { say(" Midden van Nederland \($0).", " Middle of the Netherlands \($0).") } ?? ""
        return ("\(name): \(this(level)) ", ".\(middle)" + say(" Schaal van \(lower) tot \(upper).", " Scale from \(lower) to \(upper)."))
    }
    var comparing: String { say(" Ter vergelijking: ", " For comparison: ") }
    /// `gemeente Arnhem 15%`: the kind, because a district is often called as a neighbourhood in it.
    func reference(_ area: Area, _ value: String) -> String {
        area.level == .country ? "\(area.name) \(value)" : "\(AreasWords(language).kind(area.level)) \(area.name) \(value)"
    }
    var sourcePrefix: String { say("Bron: ", "Source: ") }
    var allPeriods: String { say("Alle jaren", "All years") }
    func ofAll(_ name: String, _ values: String) -> String { say("In \(name): \(values).", "In \(name): \(values).") }
    func otherBorders(_ year: Int) -> String { say("grenzen van \(year)", "borders of \(year)") }

    var contributions: String { say("Waar komt de score vandaan?", "Where does the score come from?") }
    func contributionsLead(_ total: String) -> String {
        say(
            "De Leefbaarometer telt vijf delen op. Samen zijn ze \(total): het verschil met het gemiddelde van Nederland.",
            "The Leefbaarometer adds up five parts. Together they are \(total): the difference from the average of the Netherlands.")
    }
    var partOf: String { say("Dit is een van de vijf delen van de Leefbaarometer", "This is one of the five parts of the Leefbaarometer") }
    var part: String { say("Deel", "Part") }
    var difference: String { say("Verschil", "Difference") }
    var number: String { say("Getal", "Number") }
    var meaning: String { say("Betekent", "Means") }
    func contribution(_ value: Double) -> String {
        if abs(value) < 0.005 { return say("rond het gemiddelde", "around the average") }
        return value > 0 ? say("gunstiger dan gemiddeld", "more favourable than average") : say("minder gunstig dan gemiddeld", "less favourable than average")
    }

    func allFigures(_ count: Int) -> String { say("Bekijk alle cijfers als tabel (\(count))", "See all figures as a table (\(count))") }
    func allFiguresCaption(_ name: String) -> String { say("Alle cijfers van \(name)", "All figures of \(name)") }

    var knowing: String { say("Wat wij weten en niet weten", "What we know and do not know") }
    func knownCount(_ known: Int, of total: Int) -> String {
        say("Van de \(total) cijfers die wij zoeken, kennen wij er hier \(known).", "Of the \(total) figures we look for, we know \(known) here.")
    }
    var ages: String { say("Hoe oud zijn de cijfers?", "How old are the figures?") }
    func agesRow(_ count: Int) -> String { count == 1 ? say("1 cijfer", "1 figure") : say("\(count) cijfers", "\(count) figures") }
    var year: String { say("Jaar", "Year") }
    var gaps: String { say("Wat ontbreekt?", "What is missing?") }
    var noGaps: String { say("Alle cijfers die wij zoeken, zijn er.", "All figures we look for are there.") }
    func gapsSummary(_ count: Int) -> String {
        count == 1
            ? say(
                "1 cijfer ontbreekt",
                "1 figure is missing") : say("\(count) cijfers ontbreken", "\(count) figures are missing")
    }
    var reason: String { say("Waarom", "Why") }
    var onlyCounted: String {
        say(
            "Verhalen van bewoners staan hier nog niet. Cijfers alleen geven geen compleet beeld.",
            "Stories of residents are not here yet. Figures alone do not give a complete picture.")
    }

    var taking: String { say("Downloaden en delen", "Download and share") }
    var csv: String { say("Cijfers als CSV", "Figures as CSV") }
    var json: String { say("Cijfers als JSON", "Figures as JSON") }
    var csvAll: String {
        say(
            "Alle cijfers die er zijn als CSV, ook die niet op deze pagina staan",
            "All figures there are as CSV, also those not on this page")
    }
    var printing: String { say("Op papier? Gebruik de afdrukknop van je browser.", "On paper? Use your browser's print command.") }
    func compareThis(_ name: String) -> String { say("Vergelijk \(name) met een ander gebied", "Compare \(name) with another area") }
    var permanent: String { say("Vast adres van deze pagina: ", "Permanent address of this page: ") }
    func codeAndYear(_ code: String, _ year: Int) -> String { say("Code \(code), indeling van \(year).", "Code \(code), borders of \(year).") }
    var otherYears: String { say("Andere indelingen: ", "Other borders: ") }
    var sourcesUsed: String { say("Bronnen op deze pagina", "Sources on this page") }
    var licence: String { say("Licentie", "Licence") }
    func oldEdition(_ title: String, _ number: Int) -> String {
        say("Je leest een eerdere levering: \(title), levering \(number).", "You are reading an earlier delivery: \(title), delivery \(number).")
    }
    var newestEdition: String { say("Bekijk de nieuwste cijfers", "See the newest figures") }
}
