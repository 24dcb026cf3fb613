import Core

/// The sentences about links in both languages.
package struct LinkWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    var permanent: String { say("Het vaste adres van een ding", "The permanent address of a thing") }
    var title: String { say("Verbanden", "Links") }
    func title(_ name: String) -> String { say("Verbanden van \(name)", "Links of \(name)") }
    var lead: String {
        say(
            "Hier zie je wat hiermee samenhangt. Elk verband zie je van twee kanten.",
            "Here you see what hangs together with this. You see every link from both sides.")
    }
    var none: String { say("Er is nog niets aan verbonden.", "Nothing is linked to this yet.") }
    var address: String { say("Vast adres", "Permanent address") }
    var addressHint: String {
        say("Dit adres blijft werken, ook als de naam verandert.", "This address keeps working, also when the name changes.")
    }
    var back: String { say("Terug naar de pagina", "Back to the page") }
    var remove: String { say("Haal weg", "Take away") }
    var removal: String { say("Haal een verband weg", "Take a link away") }
    /// Read out after ``remove``.
    func removing(_ title: String) -> String { say(": het verband met \(title)", ": the link with \(title)") }

    // MARK: Laying a link

    var add: String { say("Leg een verband", "Lay a link") }
    var addLead: String {
        say("Zoek eerst waarmee dit samenhangt. Kies daarna wat het verband is.", "First look for what this hangs together with. Then choose what the link is.")
    }
    var search: String { say("Waarmee hangt dit samen?", "What does this hang together with?") }
    var searchHint: String {
        say(
            "Een gebied, organisatie, programma, cijfer of label. Een typefout mag.",
            "An area, organisation, programme, figure or label. A typing error is fine.")
    }
    var searchButton: String { say("Zoek", "Search") }
    func nothing(_ words: String) -> String {
        say("Niets gevonden voor ‘\(words)’. Probeer een ander woord.", "Nothing found for ‘\(words)’. Try another word.")
    }
    var other: String { say("Wat bedoel je?", "What do you mean?") }
    var otherEmpty: String { say("Kies een van de dingen die gevonden zijn", "Choose one of the things that were found") }
    var relation: String { say("Wat is het verband?", "What is the link?") }
    func relationHint(_ name: String) -> String { say("Gezien vanuit \(name).", "Seen from \(name).") }
    var relationEmpty: String { say("Kies een verband", "Choose a link") }
    var doesNotFit: String {
        say("Dit verband kan niet met wat je koos. Kies iets anders.", "This link cannot be with what you chose. Choose something else.")
    }
    var already: String { say("Dit verband is er al", "This link is there already") }
    var unknownTerm: String { say("Dit label is niet meer in gebruik. Kies een ander.", "This label is no longer in use. Choose another.") }
    var lay: String { say("Leg dit verband", "Lay this link") }
}
