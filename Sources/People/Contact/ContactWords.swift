import Core

/// The sentences of asking and answering, in both languages.
struct ContactWords: PageWords {
    let language: Language

    func day(_ moment: Int64) -> String { AccountWords(language).date(moment - 1) }

    // MARK: The page

    var title: String { say("Contact", "Contact") }
    var siteLead: String { say("Heb je een vraag of een idee? Schrijf ons.", "Do you have a question or an idea? Write to us.") }
    func placeLead(_ name: String) -> String {
        say("Heb je een vraag over \(name)? Dit zijn de mensen.", "Do you have a question about \(name)? These are the people.")
    }
    var people: String { say("Wie je kunt vragen", "Whom you can ask") }
    var nobody: String {
        say("Hier staat nog niemand. Je bericht komt bij de beheerder.", "Nobody stands here yet. Your message goes to the administrator.")
    }
    var general: String { say("Algemeen loket", "General desk") }
    var postal: String { say("Postadres", "Postal address") }
    var visiting: String { say("Bezoekadres", "Visiting address") }
    var showAddress: String { say("Laat het mailadres zien", "Show the mail address") }
    func ofWhom(_ name: String) -> String { say(" van \(name)", " of \(name)") }
    func write(_ name: String) -> String { say("Schrijf \(name)", "Write to \(name)") }
    var ask: String { say("Stel een vraag", "Ask a question") }
    var askLead: String { say("Weet je niet bij wie je moet zijn? Wij zoeken het uit.", "Not sure who to turn to? We will find out.") }
    var more: String { say("Meer weten?", "Want to know more?") }
    var place: String { say("Plek op de site", "Place on the site") }

    // MARK: The form

    var formTitle: String { say("Schrijf ons", "Write to us") }
    var topicQuestion: String { say("Waar gaat je vraag over?", "What is your question about?") }
    var topicEmpty: String { say("Kies waar je vraag over gaat", "Choose what your question is about") }
    var to: String { say("Aan wie?", "To whom?") }
    var anyone: String { say("Wie het eerst kan", "Whoever is first") }
    var subject: String { say("Onderwerp", "Subject") }
    var subjectEmpty: String { say("Schrijf in een paar woorden waar het over gaat", "Write in a few words what it is about") }
    var body: String { say("Je bericht", "Your message") }
    var bodyEmpty: String { say("Schrijf je bericht", "Write your message") }
    var bodyHint: String { say("Schrijf het zoals je het zou zeggen. Fouten zijn niet erg.", "Write it as you would say it. Mistakes do not matter.") }
    var name: String { say("Je naam", "Your name") }
    var nameEmpty: String { say("Vul je naam in", "Fill in your name") }
    var yourMail: String { say("Je mailadres", "Your mail address") }
    var mailHint: String { say("Daar sturen we het antwoord naartoe.", "We send the answer there.") }
    var mailEmpty: String { say("Vul je mailadres in", "Fill in your mail address") }
    var mailShape: String { say("Schrijf je mailadres zoals naam@voorbeeld.nl", "Write your mail address like name@example.nl") }
    var mailLetters: String { say("Schrijf je mailadres zonder letters zoals é of ü", "Write your mail address without letters such as é or ü") }
    var yourPhone: String { say("Je telefoonnummer", "Your telephone number") }
    var phoneHint: String { say("Als je liever gebeld wordt.", "If you would rather be called.") }
    var phoneShape: String { say("Schrijf je telefoonnummer met cijfers", "Write your telephone number in digits") }
    var oneLine: String { say("Schrijf dit op één regel", "Write this on one line") }
    var send: String { say("Verstuur", "Send") }
    var privacy: String {
        say(
            "Wij gebruiken je gegevens alleen om je te antwoorden. Een jaar na het antwoord halen wij ze weg.",
            "We use your data only to answer you. A year after the answer we take it away.")
    }
    var privacyLink: String { say("Wat wij van je bewaren", "What we keep of you") }

    // MARK: Once more

    var again: String {
        say(
            "Je bericht is nog niet weg. Druk nog één keer op Verstuur. Alles wat je schreef staat er nog.",
            "Your message is not on its way yet. Press Send once more. All that you wrote is still there.")
    }
    var doubtTitle: String { say("Eén vraag nog", "One more question") }
    var doubtLead: String {
        say(
            "Je bericht lijkt een beetje op reclame. Dat kan toeval zijn. Dit viel op:",
            "Your message looks a little like advertising. That may be chance. This stood out:")
    }
    var doubtError: String { say("Zet een vinkje als je dit echt wilt sturen", "Tick the box if you really want to send this") }
    var meant: String { say("Ben je een mens, en wil je dit zo sturen?", "Are you a person, and do you want to send this as it is?") }
    var meantYes: String { say("Ja, ik ben een mens en ik meen dit", "Yes, I am a person and I mean this") }
    var refusedLead: String {
        say(
            "Zo kunnen we je bericht niet sturen. Het lijkt te veel op reclame. Dit viel op:",
            "We cannot send your message like this. It looks too much like advertising. This stood out:")
    }
    var refusedWay: String {
        say("Haal dit weg en probeer het opnieuw. Of bel ons, of schrijf een brief.", "Take this out and try again. Or call us, or write a letter.")
    }
    var refusedError: String { say("Haal weg wat op reclame lijkt", "Take out what looks like advertising") }
    var tooMany: String {
        say(
            "Er komt nu veel van jouw netwerk. Wacht een uur en druk nog eens op Verstuur. Of bel ons.",
            "A lot is coming from your network now. Wait an hour and press Send again. Or call us.")
    }

    func sign(_ sign: ContactSign) -> String {
        switch sign {
        case .hiddenField: say("Een vak dat leeg moet blijven, is ingevuld.", "A box that should stay empty was filled in.")
        case .links: say("Er staan links in.", "There are links in it.")
        case .linkInName: say("Er staat een link bij je naam of onderwerp.", "There is a link in your name or subject.")
        case .markup: say("Er staat code in voor een webpagina.", "There is code of a web page in it.")
        case .headerWords: say("Er staan woorden in die bij een mailprogramma horen.", "There are words in it that belong to a mail program.")
        case .hiddenLetters: say("Er staan tekens in die je niet ziet.", "There are signs in it that you cannot see.")
        case .mixedLetters: say("Er staan letters van twee alfabetten door elkaar.", "Letters of two alphabets are mixed.")
        case .decoratedLetters: say("Er staan versierde letters in.", "There are decorated letters in it.")
        case .advertising: say("Er staan woorden in die veel in reclame staan.", "There are words in it that are often in advertising.")
        case .placeholders: say("Er staat een plek in waar nog iets moet komen.", "There is a place in it that was not filled in.")
        case .repeated: say("Wij kregen dit bericht al van iemand anders.", "We got this message from someone else already.")
        case .noWords: say("We zien geen woorden in je bericht.", "We see no words in your message.")
        case .manyAddresses: say("Er staan veel mailadressen in.", "There are many mail addresses in it.")
        case .sameEverywhere: say("Overal staat hetzelfde.", "The same is written everywhere.")
        case .otherLetters: say("Het is in een ander schrift.", "It is in another script.")
        }
    }

    // MARK: After sending

    var sentTitle: String { say("Je bericht is verstuurd", "Your message has been sent") }
    var sentLead: String { say("Dank je wel. Je krijgt ook een mail.", "Thank you. You get a mail too.") }
    func takes(_ name: String?) -> String {
        name.map { say("\($0) neemt je vraag mee.", "\($0) takes your question along.") }
            ?? say("De beheerder van deze site neemt je vraag mee.", "The administrator of this site takes your question along.")
    }
    func promise(_ moment: Int64) -> String { say("Je krijgt antwoord uiterlijk op \(day(moment)).", "You get an answer on \(day(moment)) at the latest.") }
    var backHome: String { say("Naar het begin", "To the start") }
}
