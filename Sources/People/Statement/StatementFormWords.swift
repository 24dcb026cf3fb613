import Core

/// The sentences of the form of the accessibility statement, in both languages.
struct StatementFormWords: PageWords {
    let language: Language

    var title: String { say("Toegankelijkheid", "Accessibility") }
    var lead: String {
        say(
            "Wat de site zegt over zichzelf. Zeg niet meer dan je weet: iedereen leest dit, en het register ook.",
            "What the site says about itself. Say no more than you know: everyone reads this, and the register too.")
    }
    var see: String { say("Bekijk de pagina", "See the page") }
    var status: String { say("Status", "Status") }
    var statusEmpty: String { say("Kies een status", "Choose a status") }
    var organisation: String { say("Organisatie die over de site gaat", "Organisation that answers for the site") }
    var audited: String { say("Dag van het onderzoek", "Day of the audit") }
    var auditedHint: String {
        say("Bijvoorbeeld 31-12-2026. Alleen bij een onderzoek van de hele site.", "For example 31-12-2026. Only for an audit of the whole site.")
    }
    var dayShape: String { say("Schrijf de dag zo: 31-12-2026", "Write the day like this: 31-12-2026") }
    var auditMissing: String { say("Bij A en B hoort de dag van het onderzoek", "A and B need the day of the audit") }
    var auditInFuture: String { say("Deze dag moet nog komen", "This day is still to come") }
    var auditor: String { say("Wie deed het onderzoek?", "Who did the audit?") }
    var auditorMissing: String { say("Bij A en B hoort wie het onderzoek deed", "A and B need who did the audit") }
    var report: String { say("Adres van het rapport", "Address of the report") }
    var register: String { say("Adres in het register", "Address in the register") }
    var addressHint: String { say("Begint met https://", "Begins with https://") }
    var addressShape: String { say("Schrijf een adres dat begint met https://", "Write an address that begins with https://") }
    var barriersNl: String { say("Wat nog niet werkt, in het Nederlands", "What does not work yet, in Dutch") }
    var barriersEn: String { say("Wat nog niet werkt, in het Engels", "What does not work yet, in English") }
    var barriersHint: String {
        say(
            "Eén punt op elke regel. Zeg ook wat iemand zo lang kan doen, en wanneer het klaar is.",
            "One point on every line. Also say what someone can do meanwhile, and when it will be ready.")
    }
    var barriersBoth: String { say("Schrijf evenveel regels in beide talen", "Write as many lines in both languages") }
    var barriersLeft: String { say("Bij status A is er niets dat niet werkt", "With status A there is nothing that does not work") }
    var barriersMissing: String { say("Noem wat er nog niet werkt", "Name what does not work yet") }
    var mail: String { say("Mailadres voor meldingen", "Mail address for reports") }
    var mailHint: String { say("Van de organisatie, niet van één mens.", "Of the organisation, not of one person.") }
    var mailShape: String { say("Schrijf een mailadres, zoals naam@voorbeeld.nl", "Write a mail address, such as name@example.nl") }
    var mailOfPerson: String {
        say(
            "Dit is het adres van iemand op deze site. Neem er een van de organisatie.",
            "This is the address of someone on this site. Take one of the organisation.")
    }
    var phone: String { say("Telefoonnummer voor meldingen", "Telephone number for reports") }
    var phoneShape: String { say("Schrijf een nummer met cijfers", "Write a number with digits") }
    var days: String { say("Antwoord binnen hoeveel werkdagen?", "Answer within how many working days?") }
    var daysShape: String { say("Kies een getal van 1 tot 60", "Choose a number from 1 to 60") }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("De verklaring is bewaard.", "The statement is kept.") }
}
