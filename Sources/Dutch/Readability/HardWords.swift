/// Words of offices, law and statistics that many readers do not know, with what can be said instead. Chosen for Leefkring, from the advice of the Dutch government
/// for level B1: words that nearly everyone uses, terms only with their explanation.
package enum HardWords {
    /// Words as they stand, in small letters.
    static let whole: [String: String] = [
        "aangaande": "over", "aangezien": "omdat", "aanvangen": "beginnen", "abusievelijk": "per ongeluk", "additioneel": "extra", "alsmede": "en",
        "alsnog": "toch nog", "alvorens": "voordat", "anderszins": "op een andere manier", "benevens": "en", "beogen": "willen", "beoogt": "wil",
        "betreffende": "over", "bevorderlijk": "goed", "bewerkstelligen": "zorgen voor", "bijgevolg": "dus", "casus": "geval", "causaal": "oorzaak",
        "causale": "oorzaak", "circa": "ongeveer", "conform": "volgens", "congruent": "gelijk", "consistent": "steeds hetzelfde", "convenant": "afspraak",
        "covariantie": "samenhang", "daartoe": "daarvoor", "derden": "anderen", "derhalve": "daarom",
        "desalniettemin": "toch", "desbetreffend": "dit", "desbetreffende": "deze", "desgewenst": "als je wilt", "desondanks": "toch",
        "dientengevolge": "daardoor", "discrepantie": "verschil", "doch": "maar", "echter": "maar", "eensgezind": "het eens",
        "ergo": "dus", "evenals": "net als", "evenwel": "maar", "exclusief": "zonder", "expliciet": "duidelijk", "expliciete": "duidelijke",
        "fiat": "toestemming",
        "generiek": "algemeen", "generieke": "algemene", "gelieve": "wil je", "geschieden": "gebeuren", "geschiedt": "gebeurt", "heden": "nu", "hetgeen": "wat",
        "hetzij": "of", "heterogeen": "verschillend", "heterogene": "verschillende", "hieromtrent": "hierover", "hiertoe": "hiervoor", "homogeen": "gelijk",
        "homogene": "gelijke", "impact": "gevolg", "impliciet": "niet uitgesproken", "incidenteel": "soms", "indien": "als",
        "inherent": "hoort bij", "integraal": "als geheel", "integrale": "samen met anderen", "interventie": "hulp, aanpak", "interventies": "hulp, aanpak",
        "inzake": "over", "jegens": "tegen", "kader": "plan, regels", "kaders": "regels", "krachtens": "volgens", "laatstgenoemde": "de laatste",
        "legitiem": "terecht", "logaritme": "maat voor verhoudingen", "logaritmisch": "naar verhouding", "louter": "alleen", "mandaat": "bevoegdheid",
        "marginaal": "klein", "marginale": "kleine", "mediaan": "middelste waarde",
        "methodiek": "manier van werken", "middels": "met", "mits": "als", "mitsdien": "daarom", "momenteel": "nu", "monitoring": "volgen",
        "mutatie": "verandering",
        "mutaties": "veranderingen", "naargelang": "hangt af van", "niettemin": "toch", "nihil": "niets", "nochtans": "toch", "nopens": "over",
        "onderhavig": "dit", "onderhavige": "deze", "ondermeer": "bijvoorbeeld", "onverminderd": "ook", "onverwijld": "direct", "onzerzijds": "van ons",
        "optimaal": "zo goed mogelijk", "optimale": "beste", "participatie": "meedoen", "perceptie": "hoe iemand het ziet", "preventie": "voorkomen",
        "preventief": "om te voorkomen", "primair": "eerst", "primaire": "eerste", "prioriteit": "voorrang", "prioriteiten": "wat voorgaat",
        "problematiek": "problemen", "protocol": "vaste werkwijze", "reeds": "al", "relevant": "belangrijk", "relevante": "belangrijke", "residu": "rest",
        "respectievelijk": "en", "robuust": "stevig", "robuuste": "stevige", "secundair": "daarna", "secundaire": "tweede", "segregatie": "apart wonen",
        "significant": "meer dan toeval", "significante": "meer dan toeval", "significantie": "hoe zeker het geen toeval is",
        "sociaaleconomisch": "werk en geld",
        "sociaaleconomische": "over werk en geld", "stagnatie": "stilstand", "substantieel": "groot", "substantiële": "grote", "teneinde": "om te",
        "terzake": "hierover", "terstond": "direct", "tevens": "ook", "thans": "nu", "transitie": "verandering",
        "uitsluitend": "alleen", "variabele": "kenmerk", "variabelen": "kenmerken", "variantie": "spreiding", "verscheidene": "een paar",
        "vervolgens": "daarna",
        "vigerend": "geldend", "vigerende": "geldende", "vitaliteit": "gezond en sterk zijn", "voormeld": "genoemd", "voormelde": "genoemde",
        "voornemens": "van plan",
        "voornoemd": "genoemd", "voornoemde": "genoemde", "voorts": "ook", "wederom": "weer", "wegens": "door", "wijziging": "verandering",
        "zodanig": "zo", "zodanige": "zulke", "zorgdragen": "zorgen",
    ]

    /// Beginnings: of verbs with all their forms, and of words with many endings.
    static let beginnings: [String: String] = [
        "aggreg": "optellen", "accommod": "gebouw", "actualis": "bijwerken", "adequa": "goed genoeg", "ambiëren": "willen", "anticip": "vooruitlopen",
        "arbeidspartici": "werk hebben", "autocorrel": "lijken op de buren", "begunstig": "voordeel geven", "belanghebbend": "wie het aangaat",
        "beleidsvoer": "wat de gemeente doet", "bemiddel": "helpen", "beschikking": "besluit", "bestuurlijk": "van de gemeente", "bestuursorg": "overheid",
        "betrouwbaarheidsint": "marge", "bewerkstellig": "zorgen voor", "bewoningsdicht": "hoe dicht mensen wonen", "bureaucrat": "met veel regels",
        "cofinanci": "samen betalen", "cohesie": "samenhang", "compens": "goedmaken", "conceptu": "bedacht",
        "consolid": "vasthouden", "consulteer": "vragen", "consulter": "vragen", "continueer": "doorgaan", "continuer": "doorgaan", "coördinatie": "regelen",
        "coördineer": "regelen", "coördiner": "regelen",
        "correleer": "samenhangen",
        "correlat": "samenhang", "creëer": "maken", "creëren": "maken", "decentral": "bij gemeenten", "demograf": "over de bevolking", "depriv": "achterstand",
        "desaggreg": "uitsplitsen", "determin": "bepalen", "dispers": "spreiding", "distribu": "verdeling", "doelmatig": "zuinig", "doelstelling": "doel",
        "ecologisch": "over gebieden", "effectu": "uitvoeren", "empirisch": "gemeten", "escal": "erger worden", "evalu": "beoordelen", "euclidisch": "gewoon",
        "evident": "duidelijk",
        "exogeen": "van buiten", "faciliteer": "helpen", "faciliter": "helpen", "formaliser": "vastleggen", "fluctu": "schommelen", "gecoördineer": "geregeld",
        "gecorreleer": "hangt samen", "geconsult": "gevraagd", "gecreëer": "gemaakt", "geëffectu": "uitgevoerd", "geëvalu": "beoordeeld",
        "gefaciliteer": "geholpen",
        "gehanteer": "gebruikt", "geïdentific": "gevonden", "geïmplement": "ingevoerd", "geïndic": "aangewezen", "geïnitieer": "begonnen", "geïntegr": "samen",
        "gemonitor": "gevolgd", "genormalis": "op één schaal", "geprioriteer": "gekozen", "geografisch": "op de kaart", "gerealiseer": "gemaakt",
        "gesignaleer": "gezien", "gestandaardis": "vergelijkbaar gemaakt", "governance": "bestuur", "hanteer": "gebruiken", "hanter": "gebruiken",
        "heterogenit": "verschil", "identific": "herkennen", "implement": "invoeren", "implic": "gevolg", "indicat": "cijfer, teken", "initieer": "beginnen",
        "initiër": "beginnen", "instrumentar": "middelen", "intensiv": "meer doen", "interpreteer": "lezen", "interpreter": "lezen", "interpretat": "uitleg",
        "inventaris": "op een rij zetten", "kwalitat": "over hoe goed", "kwantific": "tellen", "kwantitat": "in getallen",
        "methodolog": "manier van meten", "modalit": "manier", "monitor": "volgen", "multicollin": "samenhang", "multidisciplin": "uit meer vakken",
        "normalis": "op één schaal zetten", "onderbouwing": "uitleg waarom", "ontvankelijk": "mag meedoen", "operationalis": "meetbaar maken",
        "overdispers": "extra spreiding", "overeenkomstig": "volgens", "parameter": "keuze", "particip": "meedoen", "percentiel": "plek van de 100",
        "permut": "loten", "perspectief": "kijk", "populat": "groep", "potenti": "mogelijk", "prevalen": "hoe vaak iets voorkomt",
        "prioriteer": "kiezen wat eerst komt",
        "prioriter": "kiezen wat eerst komt", "progressief": "steeds meer", "rapporteer": "vertellen", "realiseer": "maken", "realiser": "maken",
        "rechtmatig": "volgens de wet",
        "referent": "waarmee je vergelijkt", "regress": "terugval", "representat": "lijkt op de hele groep", "residenti": "om te wonen", "resulteer": "geven",
        "resulter": "geven", "ruimtelijk": "op de kaart", "sectoroverstijg": "samen met anderen", "signaleer": "zien", "signaler": "zien", "simul": "naspelen",
        "sociodemograf": "over de bevolking", "specifi": "precies", "standaardafwijk": "gewone spreiding", "standaarddevi": "gewone spreiding",
        "statistisch": "met cijfers", "stigmatis": "een slechte naam geven", "stimuleer": "aanmoedigen", "stimuler": "aanmoedigen", "strateg": "plan",
        "structureel": "blijvend", "structurele": "blijvende", "systemat": "volgens een plan", "toereikend": "genoeg",
        "transparan": "open", "triangul": "op meer manieren kijken", "uitvoeringsprogr": "plan", "uniformer": "gelijk maken", "univari": "van één kenmerk",
        "urgent": "dringend", "valid": "klopt", "verantwoording": "uitleg", "verificat": "controle", "verifieer": "controleren", "verifiër": "controleren",
        "verstrek": "geven", "waarborg": "zorgen dat", "waarschijnlijkheidsverd": "kans", "winsor": "uiterste waarden inkorten",
    ]

    /// Several words that can be said in one.
    static let phrases: [(words: [String], instead: String)] = [
        (["met", "betrekking", "tot"], "over"), (["ten", "aanzien", "van"], "over"), (["in", "het", "kader", "van"], "voor"),
        (["door", "middel", "van"], "met"),
        (["ten", "behoeve", "van"], "voor"), (["ten", "gevolge", "van"], "door"), (["als", "gevolg", "van"], "door"), (["met", "ingang", "van"], "vanaf"),
        (["op", "grond", "van"], "volgens"), (["op", "basis", "van"], "met"), (["in", "verband", "met"], "door"), (["naar", "aanleiding", "van"], "over"),
        (["ten", "opzichte", "van"], "vergeleken met"), (["met", "inachtneming", "van"], "volgens"), (["ter", "zake", "van"], "over"),
        (["in", "casu"], "hier"), (["te", "allen", "tijde"], "altijd"), (["al", "dan", "niet"], "wel of niet"), (["ter", "beschikking", "stellen"], "geven"),
        (["van", "toepassing", "zijn"], "gelden"), (["dan", "wel"], "of"), (["een", "en", "ander"], "dit"), (["in", "relatie", "tot"], "bij"),
        (["voor", "wat", "betreft"], "over"), (["ter", "bevordering", "van"], "voor"), (["op", "het", "gebied", "van"], "over"),
    ]

    private static let phrasesByStart = Dictionary(grouping: phrases) { $0.words[0] }
    private static let lengths: ClosedRange<Int> = {
        let all = beginnings.keys.map { $0.unicodeScalars.count }
        return (all.min() ?? 1)...(all.max() ?? 1)
    }()

    /// What is hard at one place of a sentence.
    struct Match {
        /// Words it takes.
        let count: Int
        let instead: String
    }

    static func match(_ words: [Sentence.Word], _ place: Int) -> Match? {
        for phrase in phrasesByStart[words[place].text] ?? [] {
            if words[place...].prefix(phrase.words.count).map(\.text) == phrase.words { return Match(count: phrase.words.count, instead: phrase.instead) }
        }
        return instead(of: words[place].text).map { Match(count: 1, instead: $0) }
    }

    /// - Parameter word: in small letters
    package static func instead(of word: String) -> String? {
        if let found = whole[word] { return found }
        let letters = word.unicodeScalars
        guard letters.count >= lengths.lowerBound else { return nil }
        var beginning = String(letters.prefix(lengths.lowerBound - 1))
        for letter in letters.dropFirst(lengths.lowerBound - 1).prefix(lengths.count) {
            beginning.unicodeScalars.append(letter)
            if let found = beginnings[beginning] { return found }
        }
        return nil
    }
}
