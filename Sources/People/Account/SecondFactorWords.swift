import Core

/// The sentences about one's own second step and its recovery codes, in both languages.
struct SecondFactorWords: PageWords {
    let language: Language

    // MARK: On one's own page

    var step: String { say("Tweede stap bij het aanmelden", "Second step when signing in") }
    var on: String { say("De tweede stap staat aan.", "The second step is on.") }
    func recoveryLeft(_ count: Int) -> String {
        switch count {
        case 0: say("Je hebt geen herstelcodes meer.", "You have no recovery codes left.")
        case 1: say("Je hebt nog 1 herstelcode.", "You have 1 recovery code left.")
        default: say("Je hebt nog \(count) herstelcodes.", "You have \(count) recovery codes left.")
        }
    }
    var off: String { say("De tweede stap staat nog niet aan.", "The second step is not on yet.") }
    var change: String { say("Andere telefoon, of zet de tweede stap uit", "Another phone, or turn the second step off") }

    // MARK: An app

    var set: String { say("Zet de tweede stap aan", "Turn on the second step") }
    var lead: String {
        say(
            "Je hebt een app nodig die codes maakt, zoals FreeOTP of Google Authenticator. Scan het plaatje met die app. Of typ de letters over.",
            "You need an app that makes codes, such as FreeOTP or Google Authenticator. Scan the picture with that app. Or type the letters.")
    }
    var other: String { say("Een andere telefoon", "Another phone") }
    var otherLead: String {
        say(
            "Scan het plaatje met de app op je nieuwe telefoon. Of typ de letters over. Vul daarna de code in die je nieuwe app toont.",
            "Scan the picture with the app on your new phone. Or type the letters. Then fill in the code that your new app shows.")
    }
    var oldWorks: String {
        say(
            "Je oude app werkt tot je nieuwe app een goede code geeft. Daarna werkt alleen de nieuwe, en krijg je nieuwe herstelcodes.",
            "Your old app works until your new app gives a right code. After that only the new one works, and you get new recovery codes.")
    }
    var othersEnd: String { say("Op je andere apparaten word je afgemeld.", "On your other devices you are signed out.") }
    var useOther: String { say("Neem deze app", "Use this app") }
    var picture: String { say("Plaatje voor je app", "Picture for your app") }
    var letters: String { say("Of typ dit over in je app:", "Or type this in your app:") }
    var code: String { say("De code die je app nu toont", "The code that your app shows now") }
    var codeWrong: String {
        say("Deze code klopt niet. Staat de klok van je telefoon goed?", "This code is not right. Is the clock of your phone right?")
    }

    // MARK: Turning it off

    var remove: String { say("Zet de tweede stap uit", "Turn the second step off") }
    var removeLead: String {
        say(
            "Daarna is één stap genoeg om je aan te melden. Je app en je herstelcodes werken dan niet meer.",
            "After that one step is enough to sign in. Your app and your recovery codes then work no longer.")
    }

    // MARK: Recovery codes

    var renew: String { say("Maak nieuwe herstelcodes", "Make new recovery codes") }
    var renewLead: String {
        say(
            "Ben je je herstelcodes kwijt, of kan een ander ze zien? Maak dan nieuwe. De oude codes werken daarna niet meer.",
            "Did you lose your recovery codes, or can someone else see them? Then make new ones. After that the old codes work no longer.")
    }
    var renewBusy: String { say("Het is nu te druk. Probeer het over een minuut opnieuw.", "It is too busy now. Try again in a minute.") }
    var recoveryTitle: String { say("Bewaar je herstelcodes", "Keep your recovery codes") }
    func recoveryLead(_ reason: RecoveryPage.Reason) -> String {
        switch reason {
        case .set: say("De tweede stap staat aan.", "The second step is on.")
        case .changed: say("Je nieuwe app werkt. Je oude app en je oude codes werken niet meer.", "Your new app works. Your old app and your old codes do not.")
        case .renewed: say("Dit zijn je nieuwe codes. Je oude codes werken niet meer.", "These are your new codes. Your old codes work no longer.")
        }
    }
    var recoveryUse: String {
        say(
            "Ben je je telefoon kwijt? Dan kun je met een herstelcode aanmelden. Elke code werkt één keer. Je ziet ze alleen nu.",
            "Did you lose your phone? Then you can sign in with a recovery code. Each code works once. You see them only now.")
    }
    var recoveryKept: String { say("Ik heb de codes bewaard", "I have kept the codes") }

    /// What happened, for the journal; nil for what is not of the second step.
    func action(_ name: String) -> String? {
        switch name {
        case "second-factor.confirmed": say("Tweede stap aangezet", "Second step turned on")
        case "second-factor.changed": say("Andere app voor de tweede stap", "Another app for the second step")
        case "second-factor.removed": say("Tweede stap uitgezet", "Second step turned off")
        case "second-factor.reset": say("Tweede stap weggehaald door een beheerder", "Second step taken away by an administrator")
        case "second-factor.refused": say("Code van de app klopte niet", "The code of the app was not right")
        case "recovery-code.used": say("Herstelcode gebruikt", "Recovery code used")
        case "recovery-codes.renewed": say("Nieuwe herstelcodes gemaakt", "New recovery codes made")
        default: nil
        }
    }
}
