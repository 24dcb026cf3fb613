import Core

/// The sentences about synonyms in both languages.
package struct SynonymWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    package var title: String { say("Woorden die hetzelfde betekenen", "Words that mean the same") }
    var lead: String {
        say(
            "Wie op een van deze woorden zoekt, vindt ook de andere woorden.",
            "Who searches for one of these words also finds what is written with the other words.")
    }
    var add: String { say("Voeg een groep toe", "Add a group") }
    var edit: String { say("Groep veranderen", "Change a group") }
    var save: String { say("Bewaar", "Save") }
    var groups: String { say("Groepen", "Groups") }
    var dutch: String { say("Nederlandse woorden", "Dutch words") }
    var english: String { say("Engelse woorden", "English words") }
    var hint: String {
        say("Eén woord op elke regel. Een paar woorden die bij elkaar horen mag ook.", "One word on each line. A few words that belong together is fine too.")
    }
    var few: String { say("Vul twee of meer woorden in", "Fill in two words or more") }
    var many: String { say("Vul hoogstens 20 woorden in", "Fill in at most 20 words") }
    func wrong(_ word: String) -> String {
        say(
            "Gebruik hoogstens vier woorden op een regel, met letters of cijfers: ‘\(word)’",
            "Use at most four words on a line, with letters or digits: ‘\(word)’")
    }
    var retire: String { say("Niet meer gebruiken", "Use no longer") }
    var retireLead: String { say("Deze woorden betekenen dan niet meer hetzelfde.", "These words then no longer mean the same.") }
    var resume: String { say("Weer gebruiken", "Use again") }
    var retired: String { say("niet meer in gebruik", "no longer in use") }
}
