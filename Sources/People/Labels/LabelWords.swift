import Core

/// The sentences about labels, in both languages.
struct LabelWords: PageWords {
    let language: Language

    var title: String { say("Labels", "Labels") }
    var lead: String {
        say(
            "Met labels zeggen mensen waar iets over gaat. Een thema kan onderwerpen onder zich hebben.",
            "With labels people say what something is about. A theme can have subjects below it.")
    }
    func list(_ vocabulary: Term.Vocabulary) -> String {
        switch vocabulary {
        case .theme: say("Thema’s", "Themes")
        case .domain: say("Domeinen", "Domains")
        case .goal: say("Doelen", "Goals")
        }
    }
    var subjects: String { say("Onderwerpen", "Subjects") }
    var subjectsLead: String {
        say("Kies een onderwerp. Je ziet dan alles wat erover gaat.", "Choose a subject. Then you see everything that is about it.")
    }
    var subject: String { say("Alles over een onderwerp", "Everything about a subject") }
    var below: String { say("Onderwerpen hieronder", "Subjects below this") }
    var place: Localized { Localized(nl: "Plek in de onderwerpen", en: "Place among the subjects") }
    func plays(_ scales: [String]) -> String { say("Speelt in een \(scales.joined(separator: " of "))", "Plays in a \(scales.joined(separator: " or "))") }
    var find: String { say("Zoek verder in alles met dit label", "Search in everything with this label") }
    var retiredLead: String {
        say("Dit label wordt niet meer gebruikt. Wat het heeft, staat hier nog.", "This label is not used any more. What has it still stands here.")
    }
    var add: String { say("Voeg een label toe", "Add a label") }
    var edit: String { say("Label veranderen", "Change a label") }
    var save: String { say("Bewaar", "Save") }
    var vocabulary: String { say("Soort", "Kind") }
    var vocabularyEmpty: String { say("Kies een soort", "Choose a kind") }
    var nameDutch: String { say("Naam in het Nederlands", "Name in Dutch") }
    var nameEnglish: String { say("Naam in het Engels", "Name in English") }
    var nameEmpty: String { say("Vul een naam in van hoogstens 80 tekens", "Fill in a name of at most 80 characters") }
    var nameTaken: String { say("Er is al een label met deze naam", "There is a label with this name already") }
    var parent: String { say("Hoort onder", "Belongs below") }
    var top: String { say("Geen ander label", "No other label") }
    var parentWrong: String { say("Kies een label dat zelf niet onder een ander staat", "Choose a label that is not below another itself") }
    var hasChildren: String {
        say("Onder dit label staan andere labels. Haal die eerst weg.", "There are other labels below this label. Take those away first.")
    }
    var scales: String { say("Waar speelt dit?", "Where does this play?") }
    var scalesHint: String { say("Kies niets als het overal kan spelen.", "Choose nothing if it can play anywhere.") }
    var retire: String { say("Niet meer gebruiken", "Use no longer") }
    var retireLead: String {
        say("Niemand kan dit label dan nog kiezen. Wat het label al heeft, houdt het.", "Nobody can choose this label then. What has the label keeps it.")
    }
    var resume: String { say("Weer gebruiken", "Use again") }
    var retired: String { say("niet meer in gebruik", "no longer in use") }
}
