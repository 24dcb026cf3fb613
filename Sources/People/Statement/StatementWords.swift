import Core

/// The sentences of the accessibility statement, in both languages.
package struct StatementWords: PageWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    // MARK: The page for everyone

    func lead(_ organisation: String?) -> String {
        guard let organisation else {
            return say(
                "Iedereen moet deze site kunnen gebruiken. Hier lees je hoe ver wij zijn.",
                "Everyone should be able to use this site. Here you read how far we are.")
        }
        return say(
            "\(organisation) wil dat iedereen deze site kan gebruiken. Hier lees je hoe ver wij zijn.",
            "\(organisation) wants everyone to be able to use this site. Here you read how far we are.")
    }
    var statusTitle: String { say("Hoe ver zijn wij?", "How far are we?") }
    func status(_ status: AccessibilityStatement.Status) -> String {
        switch status {
        case .full: say("De site voldoet aan alle eisen", "The site meets all requirements")
        case .partial: say("De site voldoet voor een deel aan de eisen", "The site meets part of the requirements")
        case .firstSteps: say("De eerste stappen zijn gezet", "The first steps have been taken")
        case .not: say("De site voldoet niet aan de eisen", "The site does not meet the requirements")
        case .unknown: say("Nog niet onderzocht", "Not yet audited")
        }
    }
    func meaning(_ status: AccessibilityStatement.Status) -> String {
        switch status {
        case .full:
            say("Iemand van buiten heeft de hele site onderzocht. Er is niets gevonden.", "Someone from outside audited the whole site. Nothing was found.")
        case .partial:
            say(
                "Iemand van buiten heeft de hele site onderzocht. Wij weten wat er nog beter moet.",
                "Someone from outside audited the whole site. We know what has to improve.")
        case .firstSteps:
            say("De site is nog niet als geheel onderzocht. Wij werken eraan.", "The site has not yet been audited as a whole. We are working on it.")
        case .not: say("Er is nog veel dat niet voor iedereen werkt.", "There is still a lot that does not work for everyone.")
        case .unknown:
            say(
                "Nog niemand van buiten heeft deze site onderzocht. Wij weten dus niet of alles voor iedereen werkt.",
                "Nobody from outside has audited this site yet. So we do not know whether everything works for everyone.")
        }
    }
    func statusLetter(_ status: AccessibilityStatement.Status) -> String { say("Status \(status.rawValue)", "Status \(status.rawValue)") }
    var outdated: String {
        say("Het onderzoek is meer dan drie jaar oud. Er moet een nieuw onderzoek komen.", "The audit is more than three years old. A new one is needed.")
    }
    var audited: String { say("Onderzocht op", "Audited on") }
    var auditor: String { say("Onderzocht door", "Audited by") }
    var report: String { say("Rapport", "Report") }
    var readReport: String { say("Lees het rapport", "Read the report") }
    var register: String { say("In het landelijke register", "In the national register") }
    var readRegister: String { say("Bekijk de verklaring in het register", "See the statement in the register") }
    var changed: String { say("Deze verklaring is van", "This statement is of") }
    var norm: String { say("Norm", "Standard") }
    var normName: String { say("EN 301 549, met WCAG 2.1 niveau A en AA", "EN 301 549, with WCAG 2.1 levels A and AA") }
    var barriersTitle: String { say("Wat werkt nog niet voor iedereen?", "What does not work for everyone yet?") }
    var noBarriers: String { say("Wij kennen nu niets dat niet werkt.", "We know of nothing now that does not work.") }
    var unknownBarriers: String {
        say("Dat weten wij nog niet. Het onderzoek moet nog komen.", "We do not know that yet. The audit is still to come.")
    }
    var tellTitle: String { say("Werkt er iets niet voor jou?", "Does something not work for you?") }
    var tell: String {
        say(
            "Laat het ons weten. Zeg om welke pagina het gaat en wat er niet lukt. Heb je iets in een andere vorm nodig? Vraag daar ook om.",
            "Let us know. Tell us which page it is and what fails. Do you need something in another form? Ask for that too.")
    }
    var mail: String { say("Mail", "Mail") }
    var phone: String { say("Telefoon", "Telephone") }
    func answer(_ days: Int) -> String {
        say("Binnen \(days) werkdagen hoor je wat wij doen.", "Within \(days) working days you hear what we do.")
    }
    var nowhere: String {
        say("De beheerder heeft hier nog geen adres ingevuld.", "The administrator has not filled in an address here yet.")
    }
    var complaintTitle: String { say("Niet tevreden met ons antwoord?", "Not satisfied with our answer?") }
    var complaint: String {
        say(
            "Dien dan eerst een klacht in bij ons. Helpt dat niet? Dan kun je naar de Nationale ombudsman.",
            "Then first file a complaint with us. Does that not help? Then you can go to the National Ombudsman.")
    }
    var ombudsman: String { say("Naar de Nationale ombudsman", "To the National Ombudsman") }
}
