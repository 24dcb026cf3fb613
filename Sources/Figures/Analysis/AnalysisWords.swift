import Areas
import Core

/// The words of the frame around every analysis.
extension FiguresWords {
    var analysisTitle: String { say("Gebiedsanalyse", "Area analysis") }
    func analysisOf(_ place: String) -> String { say("Gebiedsanalyse van \(place)", "Area analysis of \(place)") }
    var analysisLead: String {
        say(
            "Een gebiedsanalyse zet cijfers van gebieden naast elkaar. Zo zie je wat opvalt. Bij elke uitkomst lees je hoe zeker die is en wat hij niet zegt.",
            "An area analysis puts figures of areas beside each other, so that you see what stands out. With each outcome you read how sure it is and what it does not say."
        )
    }
    var analysisOutside: String {
        say(
            "Dit is een blik van buiten: alleen cijfers. Hoe bewoners het ervaren, staat er niet in. Leg de uitkomst daarom naast hun verhaal.",
            "This is a view from outside: figures only. How residents experience it is not in it. So lay the outcome beside their story.")
    }
    func name(_ kind: AnalysisKind) -> String {
        switch kind {
        case .stacking: say("Stapeling", "Stacking")
        case .ranking: say("Rangorde", "Ranking")
        case .index: say("Eigen index", "Own index")
        case .clusters: say("Clusters", "Clusters")
        case .funnel: say("Trechter", "Funnel")
        case .change: say("Wat is er veranderd?", "What changed?")
        case .comparable: say("Vergelijkbare gebieden", "Comparable areas")
        }
    }
    func sentence(_ kind: AnalysisKind) -> String {
        switch kind {
        case .stacking: say("Waar komen meer problemen tegelijk voor, en hoe zeker is dat?", "Where do more problems come together, and how sure is that?")
        case .ranking:
            say("Tussen welke plaatsen staat een gebied op één cijfer?", "Between which places does an area stand on one figure?")
        case .index:
            say(
                "Maak één score van cijfers die jij kiest, en zie wat andere keuzes hadden gegeven.",
                "Make one score of figures that you choose, and see what other choices would have given.")
        case .clusters:
            say(
                "Waar liggen gebieden die op elkaar lijken bij elkaar, en is dat meer dan toeval?",
                "Where do alike areas lie together, and is that more than chance?")
        case .funnel: say("Welke verschillen zijn groter dan toeval?", "Which differences are larger than chance?")
        case .change: say("Wat werd anders, en kun je dat zeker zeggen?", "What became different, and can that be said with certainty?")
        case .comparable: say("Welke gebieden elders lijken echt op dit gebied?", "Which areas elsewhere are really like this area?")
        }
    }
    func title(_ kind: AnalysisKind, _ place: String) -> String { say("\(name(kind)) in \(place)", "\(name(kind)) in \(place)") }

    var changeChoices: String { say("Verander de keuzes", "Change the choices") }
    var compute: String { say("Reken uit", "Compute") }
    func analysedAreas(_ count: Int, _ level: AreaLevel, own: Bool) -> String {
        own
            ? say("Je koos zelf \(self.count(count, of: level)).", "You chose \(self.count(count, of: level)) yourself.")
            : say("Over \(self.count(count, of: level)).", "About \(self.count(count, of: level)).")
    }
    var chooseAreas: String { say("Kies zelf gebieden", "Choose areas yourself") }
    var chooseAreasHint: String {
        say(
            "Kies je niets, dan gaat het over alle gebieden. Kies anders ten minste twee.",
            "Choose nothing and it is about all areas. Otherwise choose at least two.")
    }
    var noAnalysis: String {
        say("Voor deze gebieden zijn er geen cijfers om dit mee uit te rekenen.", "For these areas there are no figures to compute this with.")
    }
    var otherAnalyses: String { say("Andere analyses", "Other analyses") }
    var allAnalyses: String { say("Alle analyses op een rij", "All analyses at a glance") }
    func toAnalysis(_ place: String) -> String { say("Analyse: wat valt op in \(place)?", "Analysis: what stands out in \(place)?") }
    var showAnalyses: String { say("Kies deze gebieden", "Choose these areas") }
    var outcome: String { say("De uitkomst", "The outcome") }
    var analysisMapHelp: String {
        say(
            "Elk gebied heeft de kleur van zijn antwoord. Dezelfde antwoorden staan in de tabel.",
            "Each area has the colour of its answer. The same answers stand in the table.")
    }
    var onMap: String { say("Op de kaart", "On the map") }

    // Interpretation
    var interpretationTitle: String { say("Zo lees je dit", "How to read this") }
    var doesNotSayTitle: String { say("Wat dit niet zegt", "What this does not say") }
    var yieldsTitle: String { say("Wat levert het op?", "What does it yield?") }
    var readingTitle: String { say("Hoe lees je het?", "How do you read it?") }
    var advantagesTitle: String { say("Voordelen", "Advantages") }
    var limitsTitle: String { say("Beperkingen", "Limits") }
    var methodTitle: String { say("Zo is het berekend", "How it was computed") }
    var methodName: String { say("Methode", "Method") }
    var methodVersion: String { say("Versie van de methode", "Version of the method") }
    var seedName: String { say("Startgetal van het toeval", "Seed of the chance") }
    var seedHelp: String {
        say("Met hetzelfde startgetal krijg je precies dezelfde uitkomst.", "With the same seed you get exactly the same outcome.")
    }
    func caution(_ caution: Interpretation.Caution) -> String {
        switch caution {
        case .ecologicalFallacy:
            say(
                "Wat voor een gebied geldt, hoeft niet te gelden voor de mensen die er wonen. Trek geen conclusies over personen of gezinnen.",
                "What holds for an area need not hold for the people who live there. Draw no conclusions about persons or households.")
        case .stigma:
            say(
                "Een lijst kan een buurt een slechte naam geven. Daarom staat er geen ‘slechtste buurt’. Noem ook wat er goed gaat, en wat bewoners zelf zeggen.",
                "A list can give a neighbourhood a bad name. So there is no ‘worst neighbourhood’ here. Also name what goes well, and what residents say themselves."
            )
        }
    }
    var noOrigin: String {
        say(
            "Afkomst en nationaliteit tellen nooit mee. Er zijn hier geen cijfers over.",
            "Origin and nationality never count. There are no figures about them here.")
    }

    // Taking it along
    var takeAlong: String { say("Meenemen en narekenen", "Take along and check") }
    func file(_ file: AnalysisFile) -> String {
        switch file {
        case .result: say("Uitkomst (CSV)", "Outcome (CSV)")
        case .document: say("Uitkomst (JSON)", "Outcome (JSON)")
        case .input: say("Cijfers die erin gingen (CSV)", "Figures that went in (CSV)")
        case .cutoffs: say("Grenzen (CSV)", "Cut-offs (CSV)")
        case .index: say("Opzet van de index (YAML)", "Set-up of the index (YAML)")
        case .weights: say("Buren (GAL)", "Neighbours (GAL)")
        case .country: say("Het hele land (CSV)", "The whole country (CSV)")
        }
    }
    var commandHelp: String {
        say(
            "Zo reken je dit na op je eigen computer. Zet de bestanden in één map en geef daar deze opdracht:",
            "This is how you check it on your own computer. Put the files in one folder and give this command there:")
    }
    var noCommand: String {
        say("Met de cijfers die erin gingen reken je dit zelf na.", "With the figures that went in you can check this yourself.")
    }
    var analysisAddress: String {
        say(
            "Dit adres bewaart al je keuzes. Deel het, en een ander ziet precies hetzelfde:",
            "This address holds all your choices. Share it, and another sees exactly the same:")
    }

    // Waiting
    func computing(_ kind: AnalysisKind) -> String {
        say("Wij rekenen dit uit: \(name(kind).lowercased())", "We are computing this: \(name(kind).lowercased())")
    }
    var computingHelp: String {
        say(
            "Dit is de eerste keer dat iemand dit vraagt. Daarna staat de uitkomst klaar.",
            "This is the first time somebody asks this. After that the outcome is ready.")
    }
    func computed(_ part: Double) -> String { say("\(Int(part * 100))% klaar", "\(Int(part * 100))% done") }
    var lookAgain: String { say("Kijk of het klaar is", "See whether it is ready") }
    var followJob: String { say("Volg deze taak", "Follow this job") }
}
