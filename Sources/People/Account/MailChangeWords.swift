import Core

/// The sentences about another mail address, in both languages.
struct MailChangeWords: PageWords {
    let language: Language

    /// The same sentence in both languages, for forms.
    // MARK: The pages

    var title: String { say("Wijzig je mailadres", "Change your mail address") }
    func lead(_ mail: String) -> String {
        say(
            "Je mailadres is nu \(mail). Je meldt je ermee aan, en wij sturen er mail naartoe.",
            "Your mail address is now \(mail). You sign in with it, and we send mail to it.")
    }
    var oldWorks: String {
        say(
            "Naar je nieuwe adres gaat een mail met een code. Tot je die invult, blijft je oude adres werken.",
            "A mail with a code goes to your new address. Until you fill it in, your old address keeps working.")
    }
    var also: String {
        say(
            "Sta je met je oude adres ergens als contactpersoon? Dan komt daar je nieuwe adres. Op je andere apparaten word je afgemeld.",
            "Are you someone to contact somewhere, with your old address? Then your new address comes there. On your other devices you are signed out.")
    }
    var new: String { say("Je nieuwe mailadres", "Your new mail address") }
    var newEmpty: String { say("Vul je nieuwe mailadres in", "Fill in your new mail address") }
    var same: String { say("Dit is je mailadres al. Vul een ander adres in", "This is your mail address already. Fill in another one") }
    var taken: String {
        say("Dit mailadres hoort nu bij iemand anders. Vul een ander adres in", "This mail address now belongs to someone else. Fill in another one")
    }
    var send: String { say("Stuur mij een code", "Send me a code") }
    var codeTitle: String { say("Kijk in de mail van je nieuwe adres", "Look in the mail of your new address") }
    func codeLead(_ mail: String) -> String {
        say(
            "Wij stuurden een mail naar \(mail). Vul hier de code in. De code werkt 10 minuten.",
            "We sent a mail to \(mail). Fill in the code here. The code works for 10 minutes.")
    }
    var noCode: String {
        say(
            "Staat er geen code in de mail, of kreeg je niets? Lees dan wat er in de mail staat, en kijk of het adres klopt.",
            "Is there no code in the mail, or did you get nothing? Then read what the mail says, and see whether the address is right.")
    }
    var again: String { say("Vul het adres opnieuw in", "Fill in the address again") }

    // MARK: The mails

    var hello: String { say("Hallo,", "Hello,") }
    var codeSubject: String { say("Je code voor je nieuwe mailadres", "Your code for your new mail address") }
    func codeFor(_ site: String) -> String {
        say("Je wilt dit mailadres gebruiken voor \(site).", "You want to use this mail address for \(site).")
    }
    var code: String { say("Je code is:", "Your code is:") }
    var codeOnce: String { say("De code werkt 10 minuten en kan één keer worden gebruikt.", "The code works for 10 minutes and can be used once.") }
    var notAsked: String {
        say(
            "Heb je niet om deze code gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.",
            "Did you not ask for this code? Then you do not have to do anything. Give the code to nobody.")
    }
    var takenSubject: String { say("Je hebt al een account", "You have an account already") }
    func takenLead(_ site: String) -> String {
        say(
            "Iemand wil dit mailadres gebruiken voor een ander account bij \(site). Dat kan niet: jij hebt al een account met dit adres.",
            "Someone wants to use this mail address for another account at \(site). That cannot be: you have an account with this address already.")
    }
    var takenYou: String {
        say(
            "Was jij dit? Meld je dan aan met dit mailadres. Was jij dit niet? Dan hoef je niets te doen. Er is niets gewijzigd.",
            "Was this you? Then sign in with this mail address. Was this not you? Then you do not have to do anything. Nothing has changed.")
    }
    var changedSubject: String { say("Je mailadres is gewijzigd", "Your mail address was changed") }
    func changedLead(_ site: String, at moment: Int64) -> String {
        let time = AccountWords(language).time(moment)
        return say(
            "Je account bij \(site) heeft een ander mailadres sinds \(time). Met dit adres kun je je niet meer aanmelden.",
            "Your account at \(site) has another mail address since \(time). With this address you can no longer sign in.")
    }
    var changedYou: String { say("Was jij dit? Dan hoef je niets te doen.", "Was this you? Then you do not have to do anything.") }
    func changedNotYou(_ site: String) -> String {
        say(
            "Was jij dit niet? Zeg het dan meteen aan de beheerder van \(site). Die kan je account afsluiten.",
            "Was this not you? Then tell the administrator of \(site) at once. They can close your account.")
    }
    var contact: String { say("Neem contact op", "Contact us") }
    var contactLead: String { say("Zo bereik je de beheerder:", "This is how you reach the administrator:") }

    /// What happened, for the journal; nil for what is not of mail addresses.
    func action(_ name: String) -> String? {
        switch name {
        case "mail-change.asked": say("Om een ander mailadres gevraagd", "Another mail address asked for")
        case "mail-change.refused": say("Code voor een ander mailadres klopte niet", "The code for another mail address was not right")
        case "person.mail-changed": say("Mailadres gewijzigd", "Mail address changed")
        default: nil
        }
    }
}
