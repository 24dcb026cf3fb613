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
        "voices.withdrawn": Localized(nl: "Iemand nam iets terug", en: "Someone took something back"),
    ]
}
