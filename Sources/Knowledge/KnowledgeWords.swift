import Core

/// The sentences of the slice in both languages.
package struct KnowledgeWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// Several of a kind, as a choice.
    static func kinds(_ kind: SearchEntry.Kind) -> Localized {
        switch kind {
        case .area: Localized(nl: "Gebieden", en: "Areas")
        case .figure: Localized(nl: "Cijfers", en: "Figures")
        case .source: Localized(nl: "Bronnen", en: "Sources")
        case .programme: Localized(nl: "Programma’s", en: "Programmes")
        case .part: Localized(nl: "Onderdelen van programma’s", en: "Parts of programmes")
        case .call: Localized(nl: "Oproepen", en: "Calls")
        case .issue: Localized(nl: "Vraagstukken", en: "Issues")
        case .agendaItem: Localized(nl: "Punten van de leeragenda", en: "Items of the learning agenda")
        case .meeting: Localized(nl: "Bijeenkomsten", en: "Meetings")
        case .lookBack: Localized(nl: "Terugblikken", en: "Look-backs")
        case .practiceCase: Localized(nl: "Praktijkgevallen", en: "Cases")
        case .conversation: Localized(nl: "Gesprekken", en: "Conversations")
        case .story: Localized(nl: "Verhalen", en: "Stories")
        case .statement: Localized(nl: "Stellingen", en: "Statements")
        case .match: Localized(nl: "Cijfers naast verhalen", en: "Figures beside stories")
        case .method: Localized(nl: "Methodes", en: "Methods")
        case .organisation: Localized(nl: "Organisaties", en: "Organisations")
        case .person: Localized(nl: "Mensen", en: "People")
        case .term: Localized(nl: "Onderwerpen", en: "Subjects")
        case .page: Localized(nl: "Uitleg en hulp", en: "Explanation and help")
        }
    }

    /// One of a kind, before its own note.
    func kind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .area: say("Gebied", "Area")
        case .figure: say("Cijfer", "Figure")
        case .source: say("Bron", "Source")
        case .programme: say("Programma", "Programme")
        case .part: say("Onderdeel", "Part")
        case .call: say("Oproep", "Call")
        case .issue: say("Vraagstuk", "Issue")
        case .agendaItem: say("Punt van de leeragenda", "Item of the learning agenda")
        case .meeting: say("Bijeenkomst", "Meeting")
        case .lookBack: say("Terugblik", "Look-back")
        case .practiceCase: say("Praktijkgeval", "Case")
        case .conversation: say("Gesprek", "Conversation")
        case .story: say("Verhaal", "Story")
        case .statement: say("Stelling", "Statement")
        case .match: say("Cijfer naast verhaal", "Figure beside story")
        case .method: say("Methode", "Method")
        case .organisation: say("Organisatie", "Organisation")
        case .person: say("Mens", "Person")
        case .term: say("Onderwerp", "Subject")
        case .page: say("Uitleg", "Explanation")
        }
    }

    // MARK: Asking

    var title: String { say("Zoeken", "Search") }
    var suggestionsTitle: String { say("Suggesties terwijl je typt", "Suggestions while you type") }
    var label: String { say("Waar zoek je naar?", "What are you looking for?") }
    var hint: String {
        say(
            "Een buurt, wijk of gemeente, een postcode, een cijfer of een onderwerp. Een typefout mag.",
            "A neighbourhood, district or municipality, a postcode, a figure or a subject. A typing error is fine.")
    }
    var button: String { say("Zoek", "Search") }
    /// Said after a number.
    var suggestion: String { say("voorstel. Kies met pijl omlaag.", "suggestion. Choose with arrow down.") }
    var suggestions: String { say("voorstellen. Kies met pijl omlaag.", "suggestions. Choose with arrow down.") }
    var suggestionList: String { say("Voorstellen", "Suggestions") }

    var examplesTitle: String { say("Dit kun je vinden", "What you can find") }
    var examples: [(what: String, words: String)] {
        [
            (say("Een gebied, op naam, postcode of code", "An area, by name, postcode or code"), "Doetinchem"),
            (say("Een cijfer, met wat het wel en niet zegt", "A figure, with what it says and does not say"), say("eenzaamheid", "loneliness")),
            (say("Uitleg over hoe wij rekenen", "An explanation of how we calculate"), say("afronding", "rounding")),
        ]
    }

    // MARK: What was found

    func results(_ count: Int, _ words: String) -> String {
        count == 1
            ? say("1 resultaat voor ‘\(words)’", "1 result for ‘\(words)’") : say("\(count) resultaten voor ‘\(words)’", "\(count) results for ‘\(words)’")
    }
    func all(_ count: Int) -> String { count == 1 ? say("1 resultaat", "1 result") : say("\(count) resultaten", "\(count) results") }
    func others(_ count: Int) -> String {
        count == 1 ? say("1 ander resultaat", "1 other result") : say("\(count) andere resultaten", "\(count) other results")
    }
    func allAreas(_ count: Int) -> String { say("Alle \(count) gebieden met deze naam", "All \(count) areas with this name") }
    /// "Cijfer · Gezondheid".
    func about(_ entry: SearchEntry) -> String {
        let note = entry.note[language]
        switch entry.kind {
        case .area: return note.isEmpty ? kind(entry.kind) : note.prefix(1).uppercased() + note.dropFirst()
        default: return kind(entry.kind) + (note.isEmpty ? "" : " · " + note)
        }
    }
    func foundOn(_ words: [String]) -> String { say("Gevonden op: ", "Found on: ") + words.joined(separator: " + ") }

    func unknown(_ word: String) -> String {
        say("Het woord ‘\(word)’ komt hier niet voor. Bedoelde je ", "The word ‘\(word)’ does not occur here. Did you mean ")
    }
    var or: String { say(" of ", " or ") }
    var literally: String { say("Zoek precies wat ik typte", "Search for exactly what I typed") }

    var narrow: String { say("Verfijn", "Narrow down") }
    var byKind: String { say("Soort", "Kind") }
    var byMunicipality: String { say("Gemeente", "Municipality") }
    /// Read out before a choice that was made; following it takes the choice back.
    var chosen: String { say("Gekozen, haal weg: ", "Chosen, take away: ") }

    // MARK: Nothing

    func nothing(_ words: String) -> String { say("Niets gevonden voor ‘\(words)’", "Nothing found for ‘\(words)’") }
    var nothingHere: String { say("Niets gevonden met dit label", "Nothing found with this label") }
    var advice: String { say("Probeer dit:", "Try this:") }
    var tips: [String] {
        [
            say("Kijk of je woorden goed geschreven zijn.", "Check how your words are spelled."),
            say("Gebruik één woord, of een ander woord voor hetzelfde.", "Use one word, or another word for the same."),
        ]
    }
    var withoutChoices: String { say("Zoek opnieuw zonder je keuzes", "Search again without your choices") }
    var withCorrections: String { say("Zoek ook op woorden die erop lijken", "Search for similar words too") }
    var browseAreas: String { say("Blader door alle gebieden", "Browse all areas") }
    var allFigures: String { say("Bekijk alle cijfers", "See all figures") }

    // MARK: Leafing

    var pages: String { say("Bladeren door de resultaten", "Leaf through the results") }
    var previous: String { say("Vorige", "Previous") }
    var next: String { say("Volgende", "Next") }
    func page(_ number: Int, of last: Int) -> String { say("Pagina \(number) van \(last)", "Page \(number) of \(last)") }
}
