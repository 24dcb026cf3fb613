/// Finds the passive voice: a form of `worden` with a past participle in the same sentence.
///
/// A rule of thumb: participles are told by their form. What was done by `zijn` (`is berekend`) is not counted, as it reads like an ordinary past.
enum Passive {
    private static let auxiliaries: Set<String> = ["word", "wordt", "worden", "werd", "werden"]
    /// Farther apart they rarely belong together.
    private static let reach = 12

    /// The place of the form of `worden` and of the participle in each passive construction.
    static func pairs(in words: [Sentence.Word]) -> [(auxiliary: Int, participle: Int)] {
        var pairs: [(auxiliary: Int, participle: Int)] = []
        for (place, word) in words.enumerated() where auxiliaries.contains(word.text) {
            // In a subordinate clause the participle stands directly before or after.
            let after = (place + 1..<min(words.count, place + 1 + reach)).first { isParticiple(words[$0].text) }
            let before = place > 0 && isParticiple(words[place - 1].text) ? place - 1 : nil
            if let participle = before ?? after { pairs.append((place, participle)) }
        }
        return pairs
    }

    private static let separable = [
        "aan", "achter", "af", "bij", "binnen", "buiten", "dicht", "door", "goed", "in", "kwijt", "los", "mee", "na", "neer", "om", "onder", "op", "over",
        "plaats",
        "rond", "samen", "stop", "teleur", "terug", "toe", "uit", "vast", "vol", "voor", "voort", "vrij", "waar", "weg",
    ]
    /// Look like a participle and are none.
    private static let others: Set<String> = [
        "gebied", "gebieden", "geld", "geluid", "gevoel", "gezond", "gedicht", "gewicht", "gewichten", "gezicht", "gerecht", "geduld", "geweld", "gebouwen",
        "geen", "gegevens", "gemiddeld", "gebeurt", "geeft", "geldt", "gelden", "geloven", "genieten", "geven", "geleden", "gezinnen", "getallen", "gevallen",
        "gebruiken", "gerust", "gemeenten", "gesprekken", "geworden", "gevolgen", "gezien", "verband", "verstand", "bericht", "bestand", "behalve", "besluit",
        "bekend", "betekent", "verschilt", "verandert", "vooruit", "onderhoud", "overheid", "bestaat", "begint", "verhoudt", "voorbeeld", "beeld", "beleid",
        "tegenwoordig", "ingewikkeld", "gezegend", "gelijk", "gebit",
    ]
    /// Strong participles without `ge`.
    private static let strong: Set<String> = [
        "vergeleken", "bekeken", "besproken", "begonnen", "begrepen", "beschreven", "besloten", "bedrogen", "behouden", "beboet", "betrokken", "bewezen",
        "bewogen", "verloren", "vergeten", "verboden", "verwezen", "verkregen", "verschoven", "vertrokken", "verworpen", "verzonden", "vervangen", "verhoogd",
        "ontvangen", "onthouden", "ontnomen", "ondernomen", "overgenomen", "ontworpen", "onderzocht", "herzien", "herschreven", "gedaan", "gezien", "gegaan",
        "overwogen", "overschreden", "onderscheiden", "ondervonden", "voorzien", "doorstaan",
    ]

    static func isParticiple(_ word: String) -> Bool {
        if strong.contains(word) { return true }
        if others.contains(word) || word.utf8.count < 5 { return false }
        let endsWell = word.hasSuffix("d") || word.hasSuffix("t") || word.hasSuffix("en") || word.hasSuffix("daan") || word.hasSuffix("zien")
        guard endsWell else { return false }
        if word.hasPrefix("ge") { return true }
        if word.contains("ge"), separable.contains(where: { word.hasPrefix($0) && word.dropFirst($0.count).hasPrefix("ge") && word.count >= $0.count + 5 }) {
            return true
        }
        let isWeak = word.hasSuffix("d") || ["kt", "cht", "ft", "pt", "st", "oot"].contains { word.hasSuffix($0) }
        return isWeak && ["be", "ver", "ont", "her", "onder", "over"].contains { word.hasPrefix($0) && word.count >= $0.count + 4 }
    }
}
