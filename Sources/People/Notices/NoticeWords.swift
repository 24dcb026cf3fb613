import Core

/// The sentences of what people are told, in both languages.
struct NoticeWords: PageWords {
    let language: Language

    // MARK: What is told

    var roleGiven: String { say("Je hebt een rol gekregen", "You have been given a role") }
    var roleEnded: String { say("Een rol van jou is gestopt", "A role of yours has stopped") }
    var roleEnding: String { say("Een rol van jou stopt binnenkort", "A role of yours stops soon") }
    var joined: String { say("Je hoort nu bij een organisatie", "You now belong to an organisation") }
    func joinedDetail(_ name: String) -> String { say("Je kunt iets doen namens \(name).", "You can act on behalf of \(name).") }
    var question: String { say("Er is een vraag voor je", "There is a question for you") }
    func questionDetail(_ about: String, before day: String) -> String {
        say("De vraag gaat over \(about). Antwoord uiterlijk op \(day).", "The question is about \(about). Answer on \(day) at the latest.")
    }
    var reviewDue: String { say("Er zijn rollen te bekijken", "There are roles to look at") }
    func reviewDetail(_ count: Int) -> String {
        count == 1
            ? say("Kijk of 1 rol nog nodig is.", "See whether 1 role is still needed.")
            : say("Kijk of \(count) rollen nog nodig zijn.", "See whether \(count) roles are still needed.")
    }
    var administratorMore: String { say("Er is een beheerder bij gekomen", "There is one more administrator") }
    var administratorLess: String { say("Er is een beheerder af gegaan", "There is one administrator less") }
    var administratorDetail: String {
        say("Klopt dit? Als je twijfelt, vraag het dan aan een andere beheerder.", "Is this right? If you doubt it, ask another administrator.")
    }
    var newDevice: String { say("Iemand meldde zich aan met een nieuw apparaat", "Someone signed in with a new device") }
    func newDeviceDetail(_ device: String, at moment: Int64) -> String {
        let name = device.isEmpty ? AccountWords(language).unknownDevice : device
        return name + ", " + AccountWords(language).time(moment) + "."
    }
    var recoveryUsed: String { say("Er is een herstelcode van jou gebruikt", "A recovery code of yours was used") }
    var passwordSet: String { say("Je wachtwoord is ingesteld", "Your password was set") }
    var passwordChanged: String { say("Je wachtwoord is gewijzigd", "Your password was changed") }
    var passwordRemoved: String { say("Je wachtwoord is verwijderd", "Your password was removed") }
    var secondFactorSet: String { say("De tweede stap staat aan", "The second step was turned on") }
    var secondFactorChanged: String { say("Je gebruikt een andere app voor de tweede stap", "You use another app for the second step") }
    var secondFactorRemoved: String { say("De tweede stap staat uit", "The second step was turned off") }
    var secondFactorReset: String { say("Een beheerder heeft je tweede stap weggehaald", "An administrator took your second step away") }
    var recoveryRenewed: String { say("Er zijn nieuwe herstelcodes voor je gemaakt", "New recovery codes were made for you") }
    var mailChanged: String { say("Je mailadres is gewijzigd", "Your mail address was changed") }
    func identityAdded(_ name: String) -> String { say("Je kunt je nu aanmelden met \(name)", "You can now sign in with \(name)") }
    func identityRemoved(_ name: String) -> String { say("Aanmelden met \(name) is weggehaald", "Signing in with \(name) was taken away") }
    func at(_ moment: Int64) -> String { say("Dat was op \(AccountWords(language).time(moment)).", "That was on \(AccountWords(language).time(moment)).") }

    // MARK: Mails

    func greeting(_ name: String) -> String { say("Beste \(name),", "Dear \(name),") }
    var look: String { say("Bekijk het op de site", "See it on the site") }
    var lookLead: String { say("Hier lees je meer:", "Read more here:") }
    func notYou(_ site: String) -> String {
        say(
            "Was jij dit niet? Meld je aan, kijk waar je bent aangemeld en stop wat je niet kent. Zeg het ook aan de beheerder van \(site).",
            "Was this not you? Sign in, look where you are signed in and end what you do not know. Tell the administrator of \(site) too.")
    }
    var whySecurity: String {
        say("Je krijgt deze mail altijd, want hij gaat over je veiligheid.", "You always get this mail, because it is about your safety.")
    }
    func why(_ name: String) -> String {
        say("Je krijgt deze mail omdat je mail wilt over: \(name.lowercased()).", "You get this mail because you want mail about: \(name.lowercased()).")
    }
    func whyDigest(_ pace: NoticePace) -> String {
        pace == .weekly
            ? say("Je krijgt deze mail één keer per week.", "You get this mail once a week.")
            : say("Je krijgt deze mail hoogstens één keer per dag.", "You get this mail once a day at most.")
    }
    var stop: String { say("Stop met deze mail", "Stop this mail") }
    var stopLead: String { say("Wil je deze mail niet meer?", "Do you not want this mail any more?") }
    var choose: String { say("Kies wat je krijgt", "Choose what you get") }
    var chooseLead: String { say("Wil je iets anders kiezen?", "Do you want to choose something else?") }
    func digestSubject(_ pace: NoticePace, _ count: Int) -> String {
        count == 1 ? say("1 bericht voor je", "1 message for you") : say("\(count) berichten voor je", "\(count) messages for you")
    }
    func digestLead(_ pace: NoticePace) -> String {
        pace == .weekly
            ? say("Dit is nieuw van de afgelopen week:", "This is new from the past week:")
            : say("Dit is nieuw van de afgelopen dag:", "This is new from the past day:")
    }

    // MARK: The page

    var title: String { say("Berichten", "Messages") }
    var lead: String { say("Hier staat wat er voor je veranderde. Je hebt er geen mail voor nodig.", "Here is what changed for you. You need no mail for it.") }
    var none: String { say("Er zijn geen berichten.", "There are no messages.") }
    var new: String { say("nieuw", "new") }
    func newCount(_ count: Int) -> String { count == 1 ? say("1 nieuw bericht", "1 new message") : say("\(count) nieuwe berichten", "\(count) new messages") }
    var markRead: String { say("Gelezen", "Read") }
    func markReadOf(_ title: String) -> String { ": " + title }
    var markAll: String { say("Zet alles op gelezen", "Mark all as read") }
    var choices: String { say("Hoe vaak wil je mail?", "How often do you want mail?") }
    var choicesLead: String {
        say("Op de site staat altijd alles. Kies hier wat je ook als mail krijgt.", "The site always has everything. Choose here what you get as mail too.")
    }
    var always: String { say("Altijd meteen een mail", "Always a mail at once") }
    var alwaysLead: String { say("Deze mail gaat over je veiligheid. Die kan niet uit.", "This mail is about your safety. It cannot be off.") }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("Je keuze is bewaard.", "Your choice has been saved.") }

    // MARK: One click

    var stopTitle: String { say("Geen mail meer", "No more mail") }
    func stopQuestion(_ name: String) -> String {
        say("Wil je geen mail meer over: \(name)? Op de site blijft het staan.", "Do you want no more mail about: \(name)? It stays on the site.")
    }
    var stopButton: String { say("Stop deze mail", "Stop this mail") }
    func stopped(_ name: String) -> String {
        say("Je krijgt geen mail meer over: \(name). Andere mail blijft komen.", "You get no more mail about: \(name). Other mail keeps coming.")
    }
    func digestName(_ pace: NoticePace) -> String {
        pace == .weekly ? say("alles van een week", "all of a week") : say("alles van een dag", "all of a day")
    }

    /// What happened with notices, for the journal; nil for another action.
    func action(_ name: String) -> String? {
        switch name {
        case "notices.told": say("Iemand een bericht gestuurd", "Someone sent a message")
        case "notices.mailed": say("Een mail met berichten gestuurd", "A mail with messages sent")
        case "notices.read": say("Berichten gelezen", "Messages read")
        case "notices.chosen": say("Gekozen hoe vaak er mail komt", "Chosen how often mail comes")
        case "notices.stopped": say("Mail gestopt met één klik", "Mail stopped with one click")
        default: nil
        }
    }
}
