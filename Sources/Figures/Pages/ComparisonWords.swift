import Core

/// The words of the comparison.
extension FiguresWords {
    var comparisonTitle: String { say("Gebieden vergelijken", "Compare areas") }
    var comparisonLead: String { say("Zet twee tot vijf gebieden naast elkaar.", "Put two to five areas side by side.") }
    var chosenAreas: String { say("Gekozen gebieden", "Chosen areas") }
    var remove: String { say("Verwijder", "Remove") }
    var addArea: String { say("Voeg een gebied toe", "Add an area") }
    var addAreaHint: String { say("Naam of code, bijvoorbeeld: Malburgen-West of GM0202", "Name or code, for example: Malburgen-West or GM0202") }
    var add: String { say("Voeg toe", "Add") }
    var fillArea: String { say("Vul de naam of code van een gebied in", "Enter the name or code of an area") }
    var areaNotFound: String { say("Wij vinden dit gebied niet. Controleer de naam", "We cannot find this area. Check the name") }
    var areaAmbiguous: String { say("Meer gebieden passen hierbij. Kies er een uit de lijst", "More areas fit this. Choose one from the list") }
    var tooManyAreas: String { say("Je kunt vijf gebieden vergelijken. Verwijder er eerst een", "You can compare five areas. Remove one first") }
    var didYouMean: String { say("Bedoel je een van deze?", "Did you mean one of these?") }
    var needTwo: String {
        say(
            "Kies minstens twee gebieden. Dan zie je hun cijfers naast elkaar.",
            "Choose at least two areas. Then you see their figures side by side.")
    }
    func comparisonRule(_ first: String) -> String {
        say(
            "Wij vergelijken met \(first). Een verschil noemen wij alleen als toeval en afronding het niet kunnen verklaren.",
            "We compare with \(first). We name a difference only when chance and rounding cannot explain it.")
    }
    var otherLevels: String {
        say(
            "Dit zijn verschillende soorten gebieden. Een gemeente is een gemiddelde van haar buurten.",
            "These are different kinds of areas. A municipality is an average of its neighbourhoods.")
    }
    var otherBorderYears: String {
        say("De grenzen zijn van verschillende jaren. Let op het jaar bij elk cijfer.", "The borders are of different years. Mind the year of every figure.")
    }
    var figuresSideBySide: String { say("Cijfers naast elkaar", "Figures side by side") }
    func comparisonCaption(_ names: [String]) -> String { say("Cijfers van ", "Figures of ") + names.joined(separator: ", ") }
    var clearDifference: String { say("Duidelijk verschil?", "Clear difference?") }
    func finding(_ finding: Comparison.Finding, _ names: [String]) -> String {
        switch finding {
        case .clear(let higher, let lower):
            let parts = [(higher, say("hoger", "higher")), (lower, say("lager", "lower"))].filter { !$0.0.isEmpty }
            return parts.map { indexes, word in indexes.map { names[$0] }.joined(separator: ", ") + " " + word }.joined(separator: "; ")
        case .notClear: return say("niet duidelijk", "not clear")
        case .cannotSay: return say("niet te zeggen: geen marge", "cannot be said: no margin")
        case .otherYears: return say("niet te zeggen: andere jaren", "cannot be said: other years")
        case .tooFew: return ""
        }
    }
    /// Nil where it says no more than the printed value.
    func visibleRange(_ interval: Interval?, _ unit: Unit) -> String? {
        interval.flatMap { $0.isWider(thanPrinted: unit) ? range($0, unit) : nil }
    }
    func stripsHeading(_ figure: String) -> String { say("\(figure): waar staan ze?", "\(figure): where do they stand?") }
    var showStrips: String { say("Toon stroken", "Show strips") }
    var shareComparison: String {
        say(
            "De gebieden staan in het adres van deze pagina. Zo kun je deze vergelijking delen.",
            "The areas stand in the address of this page. So you can share this comparison.")
    }
}
