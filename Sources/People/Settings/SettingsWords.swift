import Core

/// The sentences of the settings of the installation, in both languages.
struct SettingsWords: PageWords {
    let language: Language

    var title: String { say("Instellingen", "Settings") }
    var lead: String {
        say(
            "Hoe deze site heet en hoe zij eruitziet. Binnen een paar tellen ziet iedereen het.",
            "What this site is called and what it looks like. Everyone sees it within seconds.")
    }
    var name: String { say("Naam van de site", "Name of the site") }
    var nameHint: String { say("Staat bovenaan elke pagina en in mail.", "Stands on top of every page and in mail.") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var taglineNl: String { say("Regel onder de naam, in het Nederlands", "Line below the name, in Dutch") }
    var taglineEn: String { say("Regel onder de naam, in het Engels", "Line below the name, in English") }
    var taglineHint: String { say("Bijvoorbeeld: samen werken aan de buurt", "For example: working together on the neighbourhood") }
    var taglineBoth: String { say("Vul deze regel ook in de andere taal in", "Fill in this line in the other language too") }
    var main: String { say("Hoofdkleur", "Main colour") }
    var mainHint: String {
        say(
            "Van knoppen, links en de balk bovenaan. Bijvoorbeeld: #0d4b62. Laat leeg voor de kleur van Leefkring.",
            "Of buttons, links and the band on top. For example: #0d4b62. Leave empty for the colour of Leefkring.")
    }
    var accent: String { say("Tweede kleur", "Second colour") }
    var accentHint: String { say("Van lijnen. Laat leeg voor de kleur van Leefkring.", "Of lines. Leave empty for the colour of Leefkring.") }
    var colourShape: String {
        say("Schrijf een kleur als # met zes tekens, zoals #0d4b62", "Write a colour as # with six signs, such as #0d4b62")
    }
    /// - Parameter ratio: of white text on the colour
    func contrast(_ ratio: Double) -> String {
        let found = Numbers.text((ratio * 10).rounded(.down) / 10, decimals: 1, in: language)
        return say(
            "Witte letters op deze kleur zijn slecht te lezen: \(found) op 1. Kies een donkerder kleur, met minstens 4,5 op 1",
            "White letters on this colour are hard to read: \(found) to 1. Choose a darker colour, with at least 4.5 to 1")
    }
    var defaultLanguage: String { say("Taal van de site", "Language of the site") }
    var defaultLanguageHint: String {
        say(
            "Deze taal krijgt wie zelf niets kiest, ook op de startpagina. De andere taal blijft er altijd naast.",
            "Who chooses nothing gets this language, also on the start page. The other one always stays beside it.")
    }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("De instellingen zijn bewaard.", "The settings are kept.") }
}
