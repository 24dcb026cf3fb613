import Core
import People

/// The sentences of what stories are about, for everyone.
struct CodingWords: PageWords {
    let language: Language

    var title: String { say("Waar gaan de verhalen over?", "What are the stories about?") }
    var lead: String {
        say("Meer mensen lazen elk verhaal en zochten de thema’s erin.", "Several people read each story and looked for the themes in it.")
    }
    var none: String { say("Er is nog niets ingedeeld.", "Nothing is sorted yet.") }
    func decided(_ count: Int, of stories: Int) -> String {
        say(
            "Van \(count) van de \(stories) geplaatste verhalen staan de thema’s vast.",
            "The themes are settled of \(count) of the \(stories) published stories.")
    }
    var noVotes: String {
        say(
            "Dit telt verhalen, geen mensen. Een thema met veel verhalen is niet altijd het belangrijkst.",
            "This counts stories, not people. A theme with many stories is not always the most important.")
    }
    func about(_ count: Int?, of decided: Int) -> String {
        count.map { say("\($0) van de \(decided) verhalen gaan hierover.", "\($0) of \(decided) stories are about this.") }
            ?? say("Minder dan 5 verhalen gaan hierover.", "Fewer than 5 stories are about this.")
    }
    var read: String { say("Lees het hele verhaal", "Read the whole story") }

    func agreement(_ agreement: CodingAgreement?) -> String {
        guard let agreement else {
            return say(
                "Zien zij hetzelfde in dit thema? Dat weten wij nog niet. Er zijn te weinig verhalen, of te weinig verschil.",
                "Do they see the same in this theme? That is not known yet. There are too few stories, or too little difference.")
        }
        let verdict =
            switch agreement.verdict {
            case .good: say("Wie de verhalen lazen, zien hetzelfde in dit thema", "Those who read the stories see the same in this theme")
            case .fair: say("Wie de verhalen lazen, zien bijna hetzelfde in dit thema", "Those who read the stories see nearly the same in this theme")
            case .poor: say("Wie de verhalen lazen, zien niet hetzelfde in dit thema", "Those who read the stories do not see the same in this theme")
            }
        return "\(verdict): \(name(agreement.measure)) \(number(agreement.value))\(margin(agreement)) (\(agreement.stories) \(say("verhalen", "stories")))."
    }

    private func margin(_ agreement: CodingAgreement) -> String {
        agreement.interval.map {
            say(", marge \(number($0.lowerBound)) tot \(number($0.upperBound))", ", margin \(number($0.lowerBound)) to \(number($0.upperBound))")
        }
            ?? ""
    }

    func name(_ measure: CodingAgreement.Measure) -> String {
        measure == .kappa ? say("kappa van Cohen", "Cohen’s kappa") : say("alfa van Krippendorff", "Krippendorff’s alpha")
    }

    /// With two digits.
    func number(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded()), sign = value < 0 && hundredths > 0 ? "−" : ""
        return sign + "\(hundredths / 100)" + say(",", ".") + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}

/// The sentences of the desk where stories are sorted.
struct CodingDeskWords: PageWords {
    let language: Language

    var title: String { say("Verhalen indelen op thema", "Sort stories by theme") }
    var lead: String {
        say(
            "Twee of meer mensen lezen elk verhaal, ieder alleen. Daarna kijken jullie samen naar de verschillen.",
            "Two or more people read each story, each alone. Then you look at the differences together.")
    }
    var kept: String { say("Bewaard.", "Kept.") }
    var themes: String { say("Thema’s", "Themes") }
    var noThemes: String { say("Er zijn nog geen thema’s. Maak er eerst een paar.", "There are no themes yet. Make some first.") }
    var theme: String { say("Thema", "Theme") }
    var meaning: String { say("Wanneer hoort een verhaal erbij?", "When does a story belong to it?") }
    var meaningHint: String { say("Zo bedoelt iedereen hetzelfde.", "So everyone means the same.") }
    var themeEmpty: String { say("Schrijf de naam van het thema op", "Write the name of the theme") }
    var subject: String { say("Bij welk deel van het buurtprofiel hoort het?", "To which part of the area profile does it belong?") }
    var noSubject: String { say("Bij geen deel", "To no part") }
    var add: String { say("Voeg dit thema toe", "Add this theme") }
    var remove: String { say("Haal weg", "Remove") }
    var used: String { say("Dit thema is al gebruikt. Het blijft staan.", "This theme was used already. It stays.") }
    var full: String { say("Er zijn al 60 thema’s. Meer past niet.", "There are 60 themes already. There is no room for more.") }

    var mine: String { say("Jouw deel", "Your part") }
    func progress(_ done: Int, of all: Int) -> String { say("Jij las \(done) van de \(all) verhalen.", "You read \(done) of \(all) stories.") }
    var go: String { say("Lees het volgende verhaal", "Read the next story") }
    var allDone: String { say("Je hebt alles gelezen.", "You have read everything.") }
    var noStories: String { say("Er zijn nog geen verhalen om in te delen.", "There are no stories to sort yet.") }
    var differences: String { say("Hier verschillen jullie", "Here you differ") }
    var noDifferences: String { say("Er zijn geen verschillen om over te praten.", "There are no differences to talk about.") }
    var together: String { say("Beslis samen", "Decide together") }
    var agreement: String { say("Zien jullie hetzelfde?", "Do you see the same?") }
    var measure: String { say("Maat", "Measure") }
    var value: String { say("Uitkomst", "Result") }
    var margin: String { say("Marge (95%)", "Margin (95%)") }
    var stories: String { say("Verhalen", "Stories") }
    var tooFew: String { say("nog niet te zeggen", "cannot be said yet") }
    var agreementLead: String {
        say(
            "1 is helemaal hetzelfde, 0 is niet meer dan toeval. Vanaf 0,8 kun je erop bouwen. Het telt pas vanaf 20 verhalen.",
            "1 is fully the same, 0 is no more than chance. From 0.8 you can rely on it. It counts from 20 stories.")
    }
    var file: String { say("Neem de indeling mee als CSV", "Take the sorting along as CSV") }

    var one: String { say("Waar gaat dit verhaal over?", "What is this story about?") }
    var oneLead: String { say("Lees het alleen. Wat anderen vonden zie je later.", "Read it alone. You see later what others found.") }
    var which: String { say("Kies alle thema’s die erin zitten", "Choose all themes that are in it") }
    var whichHint: String { say("Zit er geen thema in? Laat dan alles leeg.", "Is there no theme in it? Then leave all empty.") }
    var quote: String { say("Een zin om te citeren", "A sentence to quote") }
    var quoteHint: String { say("Neem de woorden precies over uit het verhaal.", "Copy the words exactly from the story.") }
    var quoteTheme: String { say("Bij welk thema hoort die zin?", "To which theme does that sentence belong?") }
    var quoteThemeEmpty: String { say("Kies een thema dat je bij dit verhaal aankruiste", "Choose a theme that you ticked for this story") }
    var quoteWrong: String { say("Deze woorden staan niet zo in het verhaal", "These words do not stand like this in the story") }
    var noQuote: String {
        say("Wie dit vertelde, wil niet dat anderen het citeren.", "Who told this does not want others to quote it.")
    }
    var none: String { say("Geen citaat", "No quote") }
    var save: String { say("Bewaar en ga verder", "Keep and go on") }
    var quotes: String { say("Gekozen citaten", "Chosen quotes") }
    var changed: String { say("Dit verhaal is net veranderd of teruggenomen.", "This story was just changed or taken back.") }

    var jointLead: String { say("Wat vonden jullie, en wat blijft staan?", "What did you find, and what stays?") }
    func coder(_ number: Int) -> String { say("Lezer \(number)", "Reader \(number)") }
    var noTheme: String { say("geen thema", "no theme") }
    var alone: String { say("Dit verhaal moet eerst door twee mensen zijn gelezen.", "Two people must have read this story first.") }
    var settle: String { say("Dit spreken wij af", "This we agree") }
    var settled: String { say("Afgesproken", "Agreed") }
    var back: String { say("Terug naar de verhalen", "Back to the stories") }
}
