import Core

/// What happens in this slice, in words, by its name in the journal.
enum VoicesActions {
    static let all: [String: Localized] = [
        "conversation.added": Localized(nl: "Een gesprek begonnen", en: "A conversation begun"),
        "conversation.changed": Localized(nl: "Een gesprek veranderd", en: "A conversation changed"),
        "conversation.announced": Localized(nl: "Een gesprek aangekondigd", en: "A conversation announced"),
        "conversation.extended": Localized(nl: "Een gesprek langer open gezet", en: "A conversation given more time"),
        "voices.added": Localized(nl: "Iemand zei iets in een gesprek", en: "Someone said something in a conversation"),
        "voices.ruled": Localized(nl: "Besloten over wat iemand zei", en: "Decided about what someone said"),
        "voices.reported": Localized(nl: "Iemand meldde iets in een gesprek", en: "Someone reported something in a conversation"),
        "voices.answered": Localized(nl: "Iemand antwoordde een moderator", en: "Someone answered a moderator"),
        "voices.objected": Localized(nl: "Iemand maakte bezwaar", en: "Someone objected"),
        "voices.withdrawn": Localized(nl: "Iemand nam iets terug", en: "Someone took something back"),
        "voices.voted": Localized(nl: "Mensen stemden op stellingen", en: "People voted on statements"),
        "voices.seeded": Localized(nl: "Stellingen toegevoegd", en: "Statements added"),
        "voices.must-see": Localized(nl: "Gekozen welke stellingen iedereen ziet", en: "Chosen which statements everyone sees"),
        "voices.crowd": Localized(nl: "Mensen van één plek meegeteld of apart gehouden", en: "People of one place counted or kept apart"),
        "voices.groups-made": Localized(nl: "Gezocht naar groepen die hetzelfde stemmen", en: "Searched for groups that vote alike"),
        "voices.groups-named": Localized(nl: "Namen van groepen gekozen", en: "Names of groups chosen"),
        "voices.resumable": Localized(nl: "Iemand vroeg een code om verder te stemmen", en: "Someone asked for a code to go on voting"),
        "voices.resumed": Localized(nl: "Iemand ging verder met stemmen", en: "Someone went on voting"),
        "codes.issued": Localized(nl: "Codes uitgegeven", en: "Codes handed out"),
        "codes.used": Localized(nl: "Een code gebruikt", en: "A code used"),
        "codes.marked": Localized(nl: "Opgeschreven wat er met codes gebeurde", en: "Noted what became of codes"),
        "codes.replaced": Localized(nl: "Een code vervangen", en: "A code replaced"),
        "codes.closed": Localized(nl: "De telling van codes afgesloten", en: "The account of codes closed"),
        "codes.sheet": Localized(nl: "Een vel met stemmen overgetypt", en: "Typed in a sheet with votes"),
        "codes.sheet-checked": Localized(nl: "Een vel nog eens overgetypt", en: "Typed in a sheet once more"),
        "codes.sheet-settled": Localized(nl: "Besloten wat er op een vel staat", en: "Decided what a sheet says"),
        "workshop.added": Localized(nl: "Een werkplaats gemaakt", en: "A workshop made"),
        "workshop.entered": Localized(nl: "Een tafel van een werkplaats overgetypt", en: "Typed in a table of a workshop"),
        "workshop.closed": Localized(nl: "Een werkplaats afgesloten", en: "A workshop closed"),
        "assist.begun": Localized(nl: "Begonnen iemand te helpen", en: "Began to help someone"),
        "assist.ended": Localized(nl: "Klaar met iemand helpen", en: "Done helping someone"),
    ]
}
