import Core

/// The sentences of signing in, in both languages.
struct SignInWords: PageWords {
    let language: Language

    /// The same sentence in both languages, for forms.
    var title: String { say("Aanmelden", "Sign in") }
    var lead: String {
        say(
            "Vul je mailadres in. Je krijgt een mail met een code. Een wachtwoord mag, maar is niet nodig.",
            "Fill in your mail address. You get a mail with a code. A password may be used, but is not needed.")
    }
    var mail: String { say("Je mailadres", "Your mail address") }
    var mailHint: String { say("Bijvoorbeeld: naam@voorbeeld.nl", "For example: name@example.nl") }
    var mailEmpty: String { say("Vul je mailadres in", "Fill in your mail address") }
    var mailShape: String { say("Schrijf je mailadres zoals naam@voorbeeld.nl", "Write your mail address like name@example.nl") }
    var sendCode: String { say("Stuur mij een code", "Send me a code") }
    var noAccount: String {
        say(
            "Heb je nog geen toegang? Vraag het aan de beheerder van je gemeente of je organisatie.",
            "Do you not have access yet? Ask the administrator of your municipality or organisation.")
    }
    var readingIsOpen: String { say("Lezen kan altijd zonder aanmelden.", "You can always read without signing in.") }

    var codeTitle: String { say("Kijk in je mail", "Look in your mail") }
    var codeLead: String {
        say(
            "Is dit adres bij ons bekend? Dan staat er een mail voor je klaar met een code van 6 cijfers. De code werkt 10 minuten.",
            "Do we know this address? Then a mail is waiting for you with a code of 6 digits. The code works for 10 minutes.")
    }
    var code: String { say("De code uit de mail", "The code from the mail") }
    var codeHint: String { say("6 cijfers. Plakken mag.", "6 digits. You may paste it.") }
    var codeEmpty: String { say("Vul de code uit de mail in", "Fill in the code from the mail") }
    func codeWrong(left: Int) -> String {
        left == 1
            ? say("Deze code klopt niet. Je kunt het nog 1 keer proberen", "This code is not right. You can try once more")
            : say("Deze code klopt niet. Je kunt het nog \(left) keer proberen", "This code is not right. You can try \(left) more times")
    }
    var codeOver: String { say("Deze code werkt niet meer. Vraag een nieuwe code", "This code no longer works. Ask for a new code") }
    var newCode: String { say("Vraag een nieuwe code", "Ask for a new code") }
    var noMail: String {
        say(
            "Geen mail? Kijk ook bij ongewenste mail. Klopt je adres?",
            "No mail? Look in your junk mail too. Is your address right?")
    }
    var development: String {
        say(
            "Deze site draait op je eigen computer en verstuurt geen mail. Je code is:",
            "This site runs on your own computer and sends no mail. Your code is:")
    }
    var goOn: String { say("Verder", "Continue") }

    var linkTitle: String { say("Aanmelden met de link", "Sign in with the link") }
    var linkLead: String { say("Druk op de knop. Daarna ben je aangemeld.", "Press the button. Then you are signed in.") }

    var stepTitle: String { say("Tweede stap", "Second step") }
    var stepLead: String {
        say(
            "Jij kunt meer zien dan een bezoeker. Daarom vragen we nog een code uit de app op je telefoon.",
            "You can see more than a visitor. That is why we ask for one more code, from the app on your phone.")
    }
    var stepCode: String { say("De code uit je app", "The code from your app") }
    var stepHint: String {
        say(
            "6 cijfers. Telefoon kwijt? Vul dan een van je herstelcodes in.",
            "6 digits. Lost your phone? Then fill in one of your recovery codes.")
    }
    var stepEmpty: String { say("Vul de code uit je app in", "Fill in the code from your app") }
    var stepWrong: String {
        say("Deze code klopt niet. Wacht op de volgende code en probeer het opnieuw", "This code is not right. Wait for the next code and try again")
    }
    var stepMany: String {
        say("Er zijn te veel codes geprobeerd. Wacht een kwartier", "Too many codes were tried. Wait a quarter of an hour")
    }
    var stepBusy: String { say("Het is nu te druk. Probeer het over een minuut opnieuw", "It is too busy now. Try again in a minute") }

    // MARK: The mail

    var mailSubject: String { say("Je code om je aan te melden", "Your code to sign in") }
    func mailText(name: String, code: String, link: String?, site: String) -> String {
        let way = link.map { say("\n\nOf gebruik deze link:\n\($0)", "\n\nOr use this link:\n\($0)") } ?? ""
        return say(
            """
            Beste \(name),

            Je code voor \(site) is: \(code)

            De code werkt 10 minuten en kan één keer worden gebruikt.\(way)

            Heb je niet om deze code gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.
            """,
            """
            Dear \(name),

            Your code for \(site) is: \(code)

            The code works for 10 minutes and can be used once.\(way)

            Did you not ask for this code? Then you do not have to do anything. Give the code to nobody.
            """)
    }
}
