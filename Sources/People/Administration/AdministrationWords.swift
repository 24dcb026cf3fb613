import Core

/// The sentences of the administration of people, in both languages.
struct AdministrationWords: PageWords {
    let language: Language

    var administration: String { say("Beheer", "Administration") }

    // MARK: Adding someone

    var add: String { say("Voeg iemand toe", "Add someone") }
    var addLead: String {
        say(
            "Wie je toevoegt, kan zich met dit mailadres aanmelden. Daarna kun je een rol geven.",
            "Who you add can sign in with this mail address. After that you can give a role.")
    }
    var name: String { say("Naam", "Name") }
    var nameEmpty: String { say("Vul een naam in", "Fill in a name") }
    var mail: String { say("Mailadres", "Mail address") }
    var mailHint: String { say("Bijvoorbeeld: naam@voorbeeld.nl", "For example: name@example.nl") }
    var mailEmpty: String { say("Vul een mailadres in", "Fill in a mail address") }
    var mailShape: String { say("Schrijf het mailadres zoals naam@voorbeeld.nl", "Write the mail address like name@example.nl") }
    var mailTaken: String { say("Iemand anders heeft dit mailadres al", "Someone else has this mail address already") }
    var mailLanguage: String { say("Taal van mail", "Language of mail") }
    var since: String { say("Toegevoegd", "Added") }
    func tooLong(_ limit: Int) -> String { say("Gebruik hoogstens \(limit) tekens", "Use at most \(limit) characters") }

    // MARK: Roles

    var roles: String { say("Rollen", "Roles") }
    var noRoles: String { say("Deze persoon heeft geen rol.", "This person has no role.") }
    var role: String { say("Rol", "Role") }
    var place: String { say("Waar", "Where") }
    var from: String { say("Vanaf", "From") }
    var until: String { say("Tot en met", "Up to and including") }
    var noEnd: String { say("geen einde", "no end") }
    var action: String { say("Doen", "Action") }
    var ended: String { say("beëindigd", "ended") }
    var end: String { say("Beëindig", "End") }
    var give: String { say("Geef een rol", "Give a role") }
    var roleEmpty: String { say("Kies een rol", "Choose a role") }
    var where_: String { say("Waar geldt de rol?", "Where does the role hold?") }
    var everywhere: String { say("Overal op deze site", "Everywhere on this site") }
    var inArea: String { say("In een gebied", "In an area") }
    var inOrganisation: String { say("Voor een organisatie", "For an organisation") }
    var inProgramme: String { say("In een programma", "In a programme") }
    var area: String { say("Code van het gebied", "Code of the area") }
    var areaHint: String { say("Alleen bij een gebied. Bijvoorbeeld: GM0222", "Only for an area. For example: GM0222") }
    var areaShape: String { say("Vul de code van een gebied in, zoals GM0222", "Fill in the code of an area, such as GM0222") }
    var areaUnknown: String { say("Dit gebied is hier niet bekend. Kijk de code na", "This area is not known here. Check the code") }
    var organisation: String { say("Organisatie", "Organisation") }
    var organisationHint: String { say("Alleen bij een organisatie.", "Only for an organisation.") }
    var organisationEmpty: String { say("Kies een organisatie", "Choose an organisation") }
    var programme: String { say("Programma", "Programme") }
    var programmeHint: String { say("Alleen bij een programma.", "Only for a programme.") }
    var programmeEmpty: String { say("Kies een programma", "Choose a programme") }
    var choose: String { say("Kies…", "Choose…") }
    var subRole: String { say("Wat voor werk", "What kind of work") }
    var subRoleHint: String {
        say(
            "In je eigen woorden. Bijvoorbeeld: wijkmanager, opbouwwerker of buurtbouwer.",
            "In your own words. For example: neighbourhood manager, community worker or neighbourhood builder.")
    }
    var lastDay: String { say("Laatste dag", "Last day") }
    var lastDayHint: String { say("Bijvoorbeeld: 31-12-2027", "For example: 31-12-2027") }
    var dayShape: String { say("Schrijf de dag zoals 31-12-2027", "Write the day like 31-12-2027") }
    var dayPast: String { say("Kies een dag die nog komt", "Choose a day that is still to come") }
    var roleTwice: String { say("Deze persoon heeft deze rol daar al", "This person has this role there already") }

    // MARK: Organisations of someone

    var organisations: String { say("Organisaties", "Organisations") }
    var noOrganisations: String { say("Deze persoon hoort bij geen organisatie.", "This person belongs to no organisation.") }
    var join: String { say("Zet bij een organisatie", "Add to an organisation") }
    var joinSince: String { say("Vanaf welke dag", "From which day") }
    var joinSinceHint: String { say("Laat leeg voor nu. Bijvoorbeeld: 1-2-2027", "Leave empty for now. For example: 1-2-2027") }
    var leave: String { say("Haal weg", "Take away") }
    var memberAlready: String { say("Deze persoon hoort hier al bij", "This person belongs to it already") }
    var organisationGone: String { say("Deze organisatie is er niet meer", "This organisation is no more") }

    // MARK: Sessions, second step, journal, erasure

    var sessions: String { say("Aanmeldingen", "Sessions") }
    func openSessions(_ count: Int) -> String {
        switch count {
        case 0: say("Deze persoon is nergens aangemeld.", "This person is signed in nowhere.")
        case 1: say("Deze persoon is op één plek aangemeld.", "This person is signed in at one place.")
        default: say("Deze persoon is op \(count) plekken aangemeld.", "This person is signed in at \(count) places.")
        }
    }
    var closeSessions: String { say("Meld overal af", "Sign out everywhere") }
    var step: String { say("Tweede stap", "Second step") }
    var stepOn: String { say("De tweede stap staat aan.", "The second step is on.") }
    var stepOff: String { say("De tweede stap staat niet aan.", "The second step is not on.") }
    var resetStep: String { say("Haal de tweede stap weg", "Take the second step away") }
    var resetStepLead: String {
        say(
            "Is deze persoon de telefoon en de herstelcodes kwijt? Haal de tweede stap dan weg. Doe dat alleen als je zeker weet wie het je vraagt.",
            "Did this person lose the phone and the recovery codes? Then take the second step away. Only do so when you are sure who asks you.")
    }
    var journal: String { say("Wat er gebeurde", "What happened") }
    var by: String { say("Door", "By") }
    var erase: String { say("Wis deze persoon", "Erase this person") }
    func eraseTitle(_ name: String) -> String { say("Wis \(name)", "Erase \(name)") }
    var eraseLead: String {
        say(
            "Dit kan niet terug. De naam, het mailadres en de aanmeldingen gaan weg. Alle rollen stoppen.",
            "This cannot be undone. The name, the mail address and the sessions go. All roles end.")
    }
    var eraseStays: String {
        say("In het logboek blijft staan wat er is gedaan, zonder naam.", "The journal keeps what was done, without the name.")
    }
    func eraseSure(_ name: String) -> String { say("Ja, wis \(name)", "Yes, erase \(name)") }
    var eraseUnsure: String { say("Zet een vinkje als je het zeker weet", "Tick the box when you are sure") }
    var backToPerson: String { say("Terug zonder te wissen", "Back without erasing") }

    // MARK: The review

    var review: String { say("Rollen bekijken", "Look at roles") }
    var reviewLead: String {
        say(
            "Heeft iedereen zijn rol nog nodig? Kijk er elk jaar naar, en naar beheerders elk kwartaal.",
            "Does everyone still need their role? Look at them every year, and at administrators every quarter.")
    }
    var reviewNone: String { say("Er zijn nu geen rollen om te bekijken.", "There are no roles to look at now.") }
    var who: String { say("Wie", "Who") }
    var lastLook: String { say("Laatst bekeken", "Last looked at") }
    var stays: String { say("Blijft", "Stays") }
    var someoneElse: String { say("Dit is je eigen rol. Een andere beheerder bekijkt die.", "This is your own role. Another administrator looks at it.") }
}
