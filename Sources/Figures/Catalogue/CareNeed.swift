import Core

/// Illness, limitations, and care. Model estimates of RIVM, and care in registers.
extension Catalogue {
    static let careNeedFigures: [Indicator] = [
        chronicIllness, limited, severelyLimited, illAndLimited, physicallyLimited, hearing, sight, mobility, supportClients, supportRate,
        youthCareClients, youthCareShare,
    ]

    static let chronicIllness = Indicator(
        "langdurige-aandoening", theme: .health,
        name: Localized(nl: "Langdurige aandoening", en: "Long-term illness"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft een of meer langdurige aandoeningen?",
            en: "What share of adults has one or more long-term illnesses?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Lichte en zware aandoeningen tellen hetzelfde. Waar veel ouderen wonen, is dit vanzelf hoger.",
            en: "Mild and serious illnesses count the same. Where many older people live it is higher by itself."),
        possible: Possible.percent, inProfile: true)

    static let limited = Indicator(
        "beperkt-door-gezondheid", theme: .health,
        name: Localized(nl: "Beperkt door gezondheid", en: "Limited by health"),
        question: Localized(
            nl: "Welk deel van de volwassenen is beperkt door de eigen gezondheid?",
            en: "What share of adults is limited by their own health?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(nl: "Een beetje beperkt en erg beperkt zijn samengeteld.", en: "Somewhat limited and severely limited are added together."),
        possible: Possible.percent, inProfile: false)

    static let severelyLimited = Indicator(
        "ernstig-beperkt-door-gezondheid", theme: .health,
        name: Localized(nl: "Ernstig beperkt door gezondheid", en: "Severely limited by health"),
        question: Localized(
            nl: "Welk deel van de volwassenen is ernstig beperkt door de eigen gezondheid?",
            en: "What share of adults is severely limited by their own health?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Mensen in een instelling doen niet mee aan de enquête. Dit telt dus vooral mensen die thuis wonen.",
            en: "People in an institution do not take part in the survey. So this counts mainly people who live at home."),
        possible: Possible.percent, inProfile: false)

    static let illAndLimited = Indicator(
        "langdurig-ziek-en-beperkt", theme: .health,
        name: Localized(nl: "Langdurig ziek en beperkt", en: "Long-term ill and limited"),
        question: Localized(
            nl: "Welk deel van de volwassenen is langdurig ziek en daardoor beperkt?",
            en: "What share of adults is ill for a long time and limited by it?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit laat zien hoeveel zorg nodig kan zijn. Het zegt niet wie die zorg ook krijgt.",
            en: "This shows how much care may be needed. It does not say who gets that care."),
        possible: Possible.percent, inProfile: false)

    static let physicallyLimited = Indicator(
        "lichamelijke-beperking", theme: .health,
        name: Localized(nl: "Lichamelijke beperking", en: "Physical limitation"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft moeite met horen, zien of bewegen?",
            en: "What share of adults has trouble with hearing, seeing or moving?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Met een bril of hoortoestel telt iemand vaak niet meer mee.",
            en: "With glasses or a hearing aid people often no longer count."),
        possible: Possible.percent, inProfile: true)

    static let hearing = Indicator(
        "beperking-horen", theme: .health,
        name: Localized(nl: "Moeite met horen", en: "Trouble with hearing"),
        question: Localized(nl: "Welk deel van de volwassenen heeft een beperking bij het horen?", en: "What share of adults has a limitation in hearing?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Slecht horen valt mensen zelf vaak laat op. Het echte deel kan hoger zijn.",
            en: "People often notice poor hearing late. The real share can be higher."),
        possible: Possible.percent, inProfile: false)

    static let sight = Indicator(
        "beperking-zien", theme: .health,
        name: Localized(nl: "Moeite met zien", en: "Trouble with seeing"),
        question: Localized(nl: "Welk deel van de volwassenen heeft een beperking bij het zien?", en: "What share of adults has a limitation in seeing?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Wie slecht ziet, kan een vragenlijst moeilijk invullen. Zij doen minder vaak mee.",
            en: "People who see poorly find a questionnaire hard. They take part less often."),
        possible: Possible.percent, inProfile: false)

    static let mobility = Indicator(
        "beperking-bewegen", theme: .health,
        name: Localized(nl: "Moeite met bewegen", en: "Trouble with moving"),
        question: Localized(nl: "Welk deel van de volwassenen heeft een beperking bij het bewegen?", en: "What share of adults has a limitation in moving?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit zegt niet of huizen en stoepen hier geschikt zijn voor een rolstoel.",
            en: "This does not say whether homes and pavements here suit a wheelchair."),
        possible: Possible.percent, inProfile: false)

    static let supportClients = Indicator(
        "wmo-clienten", theme: .health,
        name: Localized(nl: "Mensen met Wmo-hulp", en: "People with social support (Wmo)"),
        question: Localized(
            nl: "Hoeveel mensen kregen hulp op maat van de gemeente (Wmo)?",
            en: "How many people received tailored support from the municipality (Wmo)?"),
        kind: .count, unit: .people, rounding: .nearestFive, suppression: .zeroToSeven, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Niet elke gemeente geeft deze cijfers vrij. Hulp zonder aanvraag, zoals een inloophuis, telt niet mee.",
            en: "Not every municipality releases these figures. Help without a request, such as a drop-in centre, is not counted."),
        possible: Possible.people, inProfile: false)

    static let supportRate = Indicator(
        "wmo-per-1000", theme: .health,
        name: Localized(nl: "Mensen met Wmo-hulp, per 1.000 inwoners", en: "People with social support (Wmo), per 1,000 residents"),
        question: Localized(
            nl: "Hoeveel van elke 1.000 inwoners kregen hulp op maat van de gemeente?",
            en: "How many of every 1,000 residents received tailored support from the municipality?"),
        kind: .rate, unit: .perThousand, rounding: .wholeNumber, suppression: .zeroToSeven, aggregation: .weighted(by: "inwoners"),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit is gebruik van hulp, niet de behoefte. Weinig gebruik kan ook betekenen dat mensen de weg niet weten.",
            en: "This is use of help, not the need. Little use can also mean that people do not know the way."),
        possible: 0...1_000, inProfile: true)

    static let youthCareClients = Indicator(
        "jongeren-met-jeugdzorg", theme: .health,
        name: Localized(nl: "Jongeren met jeugdzorg", en: "Young people with youth care"),
        question: Localized(nl: "Hoeveel jongeren tot 23 jaar kregen jeugdzorg?", en: "How many young people under 23 received youth care?"),
        kind: .count, unit: .people, rounding: .nearestFive, suppression: .zeroToSeven, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Lichte hulp en zware hulp tellen hetzelfde. Zorg uit een eigen budget (pgb) zit er niet in.",
            en: "Light help and heavy help count the same. Care paid from a personal budget is not included."),
        sensitivity: .stigmaProne, possible: Possible.people, inProfile: false)

    static let youthCareShare = Indicator(
        "jeugdzorg", theme: .health,
        name: Localized(nl: "Deel jongeren met jeugdzorg", en: "Share of young people with youth care"),
        question: Localized(nl: "Welk deel van de jongeren tot 23 jaar kreeg jeugdzorg?", en: "What share of young people under 23 received youth care?"),
        kind: .share, unit: .percentWithDecimal, rounding: .oneDecimal, suppression: .zeroToSeven, aggregation: .notPossible(Reason.groupUnknown),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Meer jeugdzorg kan ook betekenen dat hulp hier sneller wordt gevonden.",
            en: "More youth care can also mean that help is found sooner here."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)
}
