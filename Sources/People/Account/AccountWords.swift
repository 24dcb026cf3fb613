import Core

/// The sentences of the pages about oneself and of the administration, in both languages.
struct AccountWords: PageWords {
    let language: Language
    /// What happened in other slices.
    let actions: [String: Localized]

    /// - Parameter actions: the words of actions of other slices, by their name
    init(_ language: Language, actions: [String: Localized]) {
        self.language = language
        self.actions = actions
    }

    init(language: Language) { self.init(language, actions: [:]) }

    var title: String { say("Mijn Leefkring", "My Leefkring") }
    func lead(_ name: String) -> String { say("Je bent aangemeld als \(name).", "You are signed in as \(name).") }
    var yours: String { say("Van jou", "Yours") }
    var mail: String { say("Mailadres", "Mail address") }
    var mailPrivate: String { say("Alleen jij en de beheerder zien dit.", "Only you and the administrator see this.") }
    var signOut: String { say("Afmelden", "Sign out") }

    var roles: String { say("Wat je bent", "What you are") }
    var noRoles: String { say("Je hebt nog geen rol. Je kunt alles lezen wat openbaar is.", "You have no role yet. You can read all that is public.") }
    var everywhere: String { say("overal op deze site", "everywhere on this site") }
    func until(_ date: String) -> String { say("tot \(date)", "until \(date)") }
    func place(_ scope: Scope) -> String {
        switch scope {
        case .installation: everywhere
        case .organisation: say("voor een organisatie", "for an organisation")
        case .programme: say("in een programma", "in a programme")
        case .area(let code): say("in gebied \(code)", "in area \(code)")
        case .thing: say("voor één onderdeel", "for one part")
        }
    }
    var needsStep: String {
        say("Je rol werkt pas na de tweede stap.", "Your role works only after the second step.")
    }

    var sessions: String { say("Waar je bent aangemeld", "Where you are signed in") }
    var sessionsLead: String {
        say("Herken je een aanmelding niet? Beëindig die dan.", "Is there one you do not know? Then end it.")
    }
    var device: String { say("Apparaat", "Device") }
    var since: String { say("Sinds", "Since") }
    var lastSeen: String { say("Laatst gebruikt", "Last used") }
    var action: String { say("Doen", "Action") }
    var thisOne: String { say("Dit apparaat", "This device") }
    var end: String { say("Beëindig", "End") }
    var unknownDevice: String { say("Onbekend apparaat", "Unknown device") }

    var log: String { say("Wat je hebt gedaan", "What you have done") }
    var logLead: String {
        say("Alles wat je hier verandert, wordt opgeschreven. Dit is jouw deel.", "Everything you change here is written down. This is your part.")
    }
    var journal: String { say("Logboek", "Journal") }
    var journalLead: String { say("Wie wat deed, en wanneer. Het nieuwste staat boven.", "Who did what, and when. The newest is on top.") }
    var when: String { say("Wanneer", "When") }
    var what: String { say("Wat", "What") }
    var who: String { say("Wie", "Who") }
    var whom: String { say("Waarmee", "With what") }
    var result: String { say("Uitkomst", "Result") }
    func result(_ result: Event.Result) -> String {
        switch result {
        case .done: say("gedaan", "done")
        case .refused: say("geweigerd", "refused")
        }
    }
    var older: String { say("Ouder", "Older") }
    var nothingYet: String { say("Nog niets.", "Nothing yet.") }
    var system: String { say("de site zelf", "the site itself") }

    var people: String { say("Mensen", "People") }
    var peopleLead: String { say("Iedereen met toegang, met de rollen die nu gelden.", "Everyone with access, with the roles that hold now.") }
    var name: String { say("Naam", "Name") }
    var noAction: String { say("geen rol", "no role") }
    var dueForReview: String { say("nog te bekijken", "due for review") }

    // MARK: Privacy

    var archive: String { say("Alles wat wij van je bewaren, om te lezen (ZIP)", "Everything we keep of you, to read (ZIP)") }
    var file: String { say("Hetzelfde voor een programma (JSON)", "The same for a program (JSON)") }

    var register: String { say("Wat wij van je bewaren", "What we keep of you") }
    var registerLead: String {
        say("Per doel staat hier wat wij bewaren, waarom dat mag en hoe lang.", "For each purpose: what we keep, why we may, and for how long.")
    }
    var purpose: String { say("Waarvoor", "What for") }
    var basis: String { say("Waarom het mag", "Why we may") }
    var kept: String { say("Wat", "What") }
    var term: String { say("Hoe lang", "How long") }
    var readTitle: String { say("Wanneer je gegevens zijn gelezen", "When your data was read") }
    var readLead: String {
        say("Leest een beheerder jouw gegevens? Dan staat dat hier.", "When an administrator reads your data, it stands here.")
    }

    /// What happened, in words; the name itself for an action that has none yet.
    func action(_ name: String) -> String {
        switch name {
        case "person.erased": say("Iemand verwijderd", "Someone erased")
        case "person.added": say("Iemand toegevoegd", "Someone added")
        case "role.granted": say("Een rol gegeven", "A role given")
        case "role.ended": say("Een rol beëindigd", "A role ended")
        case "role.reviewed": say("Een rol bekeken", "A role reviewed")
        case "session.begun": say("Aangemeld", "Signed in")
        case "session.ended": say("Afgemeld", "Signed out")
        case "sign-in.refused": say("Code klopte niet", "The code was not right")
        case "membership.started": say("Bij een organisatie gezet", "Added to an organisation")
        case "membership.ended": say("Bij een organisatie weggehaald", "Taken away from an organisation")
        case "organisation.added": say("Een organisatie toegevoegd", "An organisation added")
        case "organisation.described": say("De pagina van een organisatie geschreven", "The page of an organisation written")
        case "organisation.changed": say("Een organisatie gewijzigd", "An organisation changed")
        case "organisation.ended": say("Een organisatie beëindigd", "An organisation ended")
        case "organisation.resumed": say("Een organisatie weer begonnen", "An organisation begun again")
        case "municipalities.settled": say("Gemeenten bijgewerkt", "Municipalities brought up to date")
        case "programme.added": say("Een programma begonnen", "A programme begun")
        case "programme.changed": say("Een programma gewijzigd", "A programme changed")
        case "programme.ended": say("Een programma afgerond", "A programme finished")
        case "programme.resumed": say("Een programma weer begonnen", "A programme begun again")
        case "programme.part-added": say("Een onderdeel van een programma toegevoegd", "A part of a programme added")
        case "programme.part-changed": say("Een onderdeel van een programma gewijzigd", "A part of a programme changed")
        case "programme.part-ended": say("Een onderdeel van een programma afgerond", "A part of a programme finished")
        case "programme.part-resumed": say("Een onderdeel van een programma weer begonnen", "A part of a programme begun again")
        case "programme.organisation-added": say("Een organisatie bij een programma gezet", "An organisation added to a programme")
        case "programme.organisation-removed": say("Een organisatie bij een programma weggehaald", "An organisation taken away from a programme")
        case "programme.contact-added": say("Een contactpersoon toegevoegd", "Someone to contact added")
        case "programme.contact-removed": say("Een contactpersoon weggehaald", "Someone to contact taken away")
        case "profile.changed": say("Een profiel aangepast", "A profile changed")
        case "file.sent": say("Een bestand gestuurd", "A file sent")
        case "file.added": say("Een bestand toegevoegd", "A file added")
        case "file.removed": say("Een bestand weggehaald", "A file taken away")
        case "file.refused": say("Een bestand geweigerd", "A file refused")
        case "installation.changed": say("Instellingen gewijzigd", "Settings changed")
        case "people.read": say("Gegevens van mensen gelezen", "Data of people read")
        case "retention.done": say("Opgeruimd wat zijn termijn voorbij was", "What was past its term taken away")
        default:
            CredentialWords(language).action(name) ?? SecondFactorWords(language).action(name) ?? MailChangeWords(language).action(name)
                ?? ContactWords(language).action(name) ?? NoticeWords(language).action(name)
                ?? actions[name]?[language] ?? name
        }
    }

    /// `21 november 2026 om 14:05`, in Dutch time.
    func time(_ milliseconds: Int64) -> String { moment(milliseconds) }
}
