import Core

/// The sentences about signing in at a provider, in both languages.
struct IdentityWords: PageWords {
    let language: Language

    /// The same sentence in both languages, for the table of routes.
    var or: String { say("Of via je organisatie", "Or through your organisation") }
    func signIn(_ name: String) -> String { say("Meld je aan met \(name)", "Sign in with \(name)") }

    var leaveTitle: String { say("Aanmelden via je organisatie", "Sign in through your organisation") }
    func leaveLead(_ name: String) -> String {
        say("Je gaat nu naar \(name). Daarna kom je hier terug.", "You now go to \(name). After that you come back here.")
    }
    func leave(_ name: String) -> String { say("Verder naar \(name)", "Continue to \(name)") }
    var returnTitle: String { say("Terug van je organisatie", "Back from your organisation") }
    var keys: String { say("De sleutels van deze site, voor wie je aanmeldt", "The keys of this site, for who signs you in") }

    // MARK: What went wrong

    var problemTitle: String { say("Aanmelden is niet gelukt", "Signing in did not work") }
    func problem(_ problem: ProviderProblem, _ name: String) -> String {
        switch problem {
        case .cancelled: say("Je bent gestopt bij \(name). Er is niets gewijzigd.", "You stopped at \(name). Nothing has changed.")
        case .unreachable: say("\(name) geeft nu geen antwoord. Probeer het later opnieuw.", "\(name) gives no answer now. Try again later.")
        case .over:
            say(
                "Het duurde te lang, of je kwam terug in een ander venster. Begin opnieuw.",
                "It took too long, or you came back in another window. Start again.")
        case .refused:
            say(
                "Het antwoord van \(name) klopt niet. Daarom laten wij je niet binnen. Begin opnieuw.",
                "The answer of \(name) is not right. That is why we do not let you in. Start again.")
        case .level:
            say(
                "Je moet je bij \(name) sterker aanmelden, met een tweede stap.",
                "You must sign in more strongly at \(name), with a second step.")
        case .unknown: say("Wij kennen jou nog niet via \(name).", "We do not know you through \(name) yet.")
        case .taken:
            say("Dit account van \(name) hoort al bij iemand anders op deze site.", "This account of \(name) already belongs to someone else on this site.")
        case .closed: say("Je account op deze site is gesloten.", "Your account on this site was closed.")
        }
    }
    var unknownFirst: String {
        say("Heb je hier een account? Meld je dan één keer aan met een code per mail.", "Do you have an account here? Then sign in once with a code by mail.")
    }
    func unknownThen(_ name: String) -> String {
        say("Koppel daarna \(name) met één druk op de knop.", "Then link \(name) with one press of a button.")
    }
    var unknownWhy: String {
        say("Zo weten wij zeker dat niemand anders in jouw account komt.", "That way we are sure that nobody else gets into your account.")
    }
    var otherWay: String { say("Naar het aanmelden", "To signing in") }

    // MARK: One's own

    var title: String { say("Aanmelden via een organisatie", "Signing in through an organisation") }
    var lead: String {
        say(
            "Koppel je account aan dat van je organisatie. Dan hoef je niet op een mail te wachten.",
            "Link your account to that of your organisation. Then you do not have to wait for a mail.")
    }
    var bindTitle: String { say("Koppel je account", "Link your account") }
    func bind(_ name: String) -> String { say("Koppel \(name)", "Link \(name)") }
    var nothing: String { say("Je hebt nog niets gekoppeld.", "You have not linked anything yet.") }
    var change: String { say("Bekijk en wijzig", "See and change") }
    var with: String { say("Met", "With") }
    var since: String { say("Sinds", "Since") }
    var used: String { say("Laatst gebruikt", "Last used") }
    var never: String { say("nog niet", "not yet") }
    var action: String { say("Doen", "Action") }
    var remove: String { say("Haal weg", "Take away") }
}
