import Core

/// Civil status, births and deaths.
extension Catalogue {
    static let civilStatusFigures: [Indicator] = [
        neverMarried, married, divorced, widowed, neverMarriedShare, marriedShare, divorcedShare, widowedShare, births, deaths, birthRate, deathRate,
    ]

    static let neverMarried = Indicator(
        "ongehuwd", theme: .population,
        name: Localized(nl: "Ongehuwd", en: "Never married"),
        question: Localized(nl: "Hoeveel inwoners zijn nooit getrouwd?", en: "How many residents are never married?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Kinderen tellen mee als ongehuwd. Ook wie samenwoont zonder trouwen telt mee.",
            en: "Children count as never married. So do people who live together without marrying."),
        possible: Possible.people, inProfile: false)

    static let married = Indicator(
        "gehuwd", theme: .population,
        name: Localized(nl: "Gehuwd", en: "Married"),
        question: Localized(
            nl: "Hoeveel inwoners zijn getrouwd of hebben een geregistreerd partnerschap?",
            en: "How many residents are married or in a registered partnership?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een geregistreerd partnerschap telt mee. Wie gescheiden leeft zonder scheiding telt ook als gehuwd.",
            en: "A registered partnership counts. People who live apart without divorce count as married too."),
        possible: Possible.people, inProfile: false)

    static let divorced = Indicator(
        "gescheiden", theme: .population,
        name: Localized(nl: "Gescheiden", en: "Divorced"),
        question: Localized(nl: "Hoeveel inwoners zijn gescheiden?", en: "How many residents are divorced?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Wie na een scheiding opnieuw trouwt, telt hier niet meer mee.",
            en: "People who marry again after a divorce are no longer counted here."),
        possible: Possible.people, inProfile: false)

    static let widowed = Indicator(
        "verweduwd", theme: .population,
        name: Localized(nl: "Verweduwd", en: "Widowed"),
        question: Localized(nl: "Hoeveel inwoners zijn weduwe of weduwnaar?", en: "How many residents are widows or widowers?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Wie zijn partner verloor zonder huwelijk, telt niet mee.",
            en: "People who lost a partner without being married are not counted."),
        possible: Possible.people, inProfile: false)

    static let neverMarriedShare = Indicator(
        "aandeel-ongehuwd", theme: .population,
        name: Localized(nl: "Deel ongehuwd", en: "Share never married"),
        question: Localized(nl: "Welk deel van de inwoners is nooit getrouwd?", en: "What share of residents is never married?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een buurt met veel kinderen heeft vanzelf een hoog deel.",
            en: "A neighbourhood with many children has a high share by itself."),
        possible: Possible.percent, derivation: .share(of: "ongehuwd", in: "inwoners"), inProfile: false)

    static let marriedShare = Indicator(
        "aandeel-gehuwd", theme: .population,
        name: Localized(nl: "Deel gehuwd", en: "Share married"),
        question: Localized(
            nl: "Welk deel van de inwoners is getrouwd of heeft een geregistreerd partnerschap?",
            en: "What share of residents is married or in a registered partnership?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet hoeveel mensen een relatie hebben.", en: "This does not say how many people have a relationship."),
        possible: Possible.percent, derivation: .share(of: "gehuwd", in: "inwoners"), inProfile: false)

    static let divorcedShare = Indicator(
        "aandeel-gescheiden", theme: .population,
        name: Localized(nl: "Deel gescheiden", en: "Share divorced"),
        question: Localized(nl: "Welk deel van de inwoners is gescheiden?", en: "What share of residents is divorced?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit telt scheidingen van een huwelijk of partnerschap. Uit elkaar gaan zonder huwelijk telt niet mee.",
            en: "This counts the end of a marriage or partnership. Separation without marriage is not counted."),
        possible: Possible.percent, derivation: .share(of: "gescheiden", in: "inwoners"), inProfile: false)

    static let widowedShare = Indicator(
        "aandeel-verweduwd", theme: .population,
        name: Localized(nl: "Deel verweduwd", en: "Share widowed"),
        question: Localized(nl: "Welk deel van de inwoners is weduwe of weduwnaar?", en: "What share of residents is a widow or widower?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet of mensen zich alleen voelen.", en: "This does not say whether people feel alone."),
        possible: Possible.percent, derivation: .share(of: "verweduwd", in: "inwoners"), inProfile: false)

    static let births = Indicator(
        "geboorten", theme: .population,
        name: Localized(nl: "Geboorten", en: "Births"),
        question: Localized(nl: "Hoeveel kinderen zijn in dit jaar geboren?", en: "How many children were born in this year?"),
        kind: .count, unit: .births, rounding: .unknownFive, uncertainty: .count, aggregation: .sum, referenceDate: ReferenceDate.wholeYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit telt waar de moeder woont, niet waar het ziekenhuis staat. In een kleine buurt bepaalt toeval het aantal.",
            en: "This counts where the mother lives, not where the hospital is. In a small neighbourhood chance decides the number."),
        possible: Possible.people, inProfile: false)

    static let deaths = Indicator(
        "sterfgevallen", theme: .population,
        name: Localized(nl: "Sterfgevallen", en: "Deaths"),
        question: Localized(nl: "Hoeveel inwoners zijn in dit jaar overleden?", en: "How many residents died in this year?"),
        kind: .count, unit: .deaths, rounding: .unknownFive, uncertainty: .count, aggregation: .sum, referenceDate: ReferenceDate.wholeYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niets over de oorzaak. Een verpleeghuis in de buurt verhoogt het aantal sterk.",
            en: "This says nothing about the cause. A nursing home in the neighbourhood raises the number a lot."),
        possible: Possible.people, inProfile: false)

    static let birthRate = Indicator(
        "geboorten-per-1000", theme: .population,
        name: Localized(nl: "Geboorten per 1.000 inwoners", en: "Births per 1,000 residents"),
        question: Localized(nl: "Hoeveel kinderen zijn geboren per 1.000 inwoners?", en: "How many children were born per 1,000 residents?"),
        kind: .rate, unit: .perThousand, uncertainty: .count, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.wholeYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "In een nieuwe wijk kan dit cijfer heel hoog zijn. De inwoners zijn op 1 januari geteld en de geboorten het hele jaar.",
            en: "In a new district this figure can be very high. Residents are counted on 1 January and births all year."),
        possible: Possible.rate, derivation: .rate(of: "geboorten", per: 1_000, in: "inwoners"), inProfile: false)

    static let deathRate = Indicator(
        "sterfgevallen-per-1000", theme: .population,
        name: Localized(nl: "Sterfgevallen per 1.000 inwoners", en: "Deaths per 1,000 residents"),
        question: Localized(nl: "Hoeveel inwoners overleden per 1.000 inwoners?", en: "How many residents died per 1,000 residents?"),
        kind: .rate, unit: .perThousand, uncertainty: .count, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.wholeYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Waar veel ouderen wonen, is dit cijfer hoger. Het zegt dus niet hoe gezond een buurt is.",
            en: "Where many older people live this figure is higher. So it does not say how healthy a neighbourhood is."),
        possible: Possible.rate, derivation: .rate(of: "sterfgevallen", per: 1_000, in: "inwoners"), inProfile: false)
}
