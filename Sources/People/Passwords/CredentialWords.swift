import Core
import Credentials

/// The sentences about what someone signs in with, in both languages.
struct CredentialWords: PageWords {
    let language: Language

    /// The same sentence in both languages, for forms.
    // MARK: Signing in

    var password: String { say("Wachtwoord", "Password") }
    var signInHint: String {
        say(
            "Heb je geen wachtwoord, of weet je het niet meer? Laat dit leeg. Dan krijg je een mail met een code.",
            "Do you have no password, or did you forget it? Leave this empty. Then you get a mail with a code.")
    }
    var goOn: String { say("Verder", "Continue") }
    var wrong: String {
        say(
            "Dit wachtwoord past niet bij dit mailadres. Probeer het opnieuw, of laat het leeg voor een code per mail",
            "This password does not go with this mail address. Try again, or leave it empty for a code by mail")
    }
    var tooMany: String {
        say(
            "Er is te vaak een wachtwoord geprobeerd. Laat het leeg voor een code per mail, of wacht een uur",
            "A password was tried too often. Leave it empty for a code by mail, or wait for an hour")
    }
    var busy: String {
        say(
            "Het is nu te druk. Laat het leeg voor een code per mail, of probeer het over een minuut opnieuw",
            "It is too busy now. Leave it empty for a code by mail, or try again in a minute")
    }

    // MARK: Proving it anew

    var proofTitle: String { say("Laat zien dat jij het bent", "Show that it is you") }
    var proofLead: String {
        say(
            "Je wilt wijzigen hoe je je aanmeldt. Daarom vragen wij eerst opnieuw wie je bent.",
            "You want to change how you sign in. That is why we first ask again who you are.")
    }
    var proofOr: String { say("Of met een code per mail", "Or with a code by mail") }
    func proofCode(_ mail: String) -> String { say("Wij sturen een code naar \(mail).", "We send a code to \(mail).") }
    var proofEmpty: String { say("Vul je wachtwoord in", "Fill in your password") }
    var proofWrong: String {
        say("Dit wachtwoord klopt niet. Probeer het opnieuw, of kies een code per mail", "This password is not right. Try again, or choose a code by mail")
    }
    var proofMany: String {
        say("Er is te vaak een wachtwoord geprobeerd. Kies een code per mail", "A password was tried too often. Choose a code by mail")
    }
    var proofBusy: String { say("Het is nu te druk. Kies een code per mail", "It is too busy now. Choose a code by mail") }

    // MARK: The page

    var set: String { say("Stel een wachtwoord in", "Set a password") }
    var change: String { say("Wijzig je wachtwoord", "Change your password") }
    var changeOrRemove: String { say("Wijzig of verwijder je wachtwoord", "Change or remove your password") }
    var lead: String {
        say(
            "Met een wachtwoord hoef je niet op een mail te wachten. De code per mail blijft ook werken.",
            "With a password you do not have to wait for a mail. The code by mail keeps working too.")
    }
    var current: String { say("Je wachtwoord van nu", "Your password of now") }
    var currentEmpty: String { say("Vul je wachtwoord van nu in", "Fill in your password of now") }
    var currentWrong: String { say("Je wachtwoord van nu klopt niet", "Your password of now is not right") }
    var currentMany: String {
        say("Er is te vaak een wachtwoord geprobeerd. Wacht een uur", "A password was tried too often. Wait for an hour")
    }
    var new: String { say("Nieuw wachtwoord", "New password") }
    var newHint: String {
        say(
            "Minstens 8 tekens. Beter zijn er 15 of meer, zoals vier of vijf woorden achter elkaar. Plakken mag.",
            "At least 8 characters. Better is 15 or more, such as four or five words in a row. You may paste it.")
    }
    var newEmpty: String { say("Vul een nieuw wachtwoord in", "Fill in a new password") }
    var others: String { say("Andere apparaten", "Other devices") }
    var othersEnd: String { say("Meld mij af op al mijn andere apparaten", "Sign me out on all my other devices") }
    var keep: String { say("Bewaar dit wachtwoord", "Keep this password") }
    var remove: String { say("Verwijder je wachtwoord", "Remove your password") }
    var removeLead: String {
        say(
            "Weet je het niet meer, of wil je het niet meer gebruiken? Dan meld je je aan met een code per mail.",
            "Did you forget it, or do you no longer want to use it? Then you sign in with a code by mail.")
    }
    var overtaken: String {
        say("Je wachtwoord is net ergens anders gewijzigd. Kijk of het klopt", "Your password was just changed elsewhere. See whether that is right")
    }
    var setBusy: String { say("Het is nu te druk. Probeer het over een minuut opnieuw", "It is too busy now. Try again in a minute") }
    var back: String { say("Terug naar Mijn Leefkring", "Back to My Leefkring") }
    func has(since date: String) -> String { say("Je hebt een wachtwoord sinds \(date).", "You have a password since \(date).") }
    var none: String {
        say("Je hebt geen wachtwoord. Je meldt je aan met een code per mail.", "You have no password. You sign in with a code by mail.")
    }

    func fault(_ fault: PasswordRules.Fault) -> String {
        switch fault {
        case .tooShort(let minimum): say("Gebruik minstens \(minimum) tekens", "Use at least \(minimum) characters")
        case .tooLong: say("Gebruik hoogstens \(Password.maximum) tekens", "Use at most \(Password.maximum) characters")
        case .common:
            say("Dit is te makkelijk te raden. Maak het langer, of kies andere woorden", "This is too easy to guess. Make it longer, or choose other words")
        case .personal:
            say(
                "Hier staat je naam, je mailadres of de naam van deze site in. Kies andere woorden",
                "Your name, your mail address or the name of this site is in this. Choose other words")
        case .breached:
            say(
                "Dit wachtwoord is bij een inbraak op een andere site gestolen. Kies een ander",
                "This password was stolen in a break-in at another site. Choose another")
        }
    }

    /// What happened, for the journal; nil for what is not of credentials.
    func action(_ name: String) -> String? {
        switch name {
        case "password.set": say("Wachtwoord ingesteld", "Password set")
        case "password.changed": say("Wachtwoord gewijzigd", "Password changed")
        case "password.removed": say("Wachtwoord verwijderd", "Password removed")
        case "password.refused": say("Wachtwoord klopte niet", "The password was not right")
        case "password.rehashed": say("Wachtwoord sterker opgeslagen", "Password stored more strongly")
        case "identity.added": say("Aanmelden via een organisatie gekoppeld", "Signing in through an organisation linked")
        case "identity.removed": say("Aanmelden via een organisatie weggehaald", "Signing in through an organisation taken away")
        case "identity.refused": say("Aanmelden via een organisatie mislukt", "Signing in through an organisation failed")
        default: nil
        }
    }
}
