import Core

/// How many people live in an area, by sex and age. Counts of CBS: rounded at random to 5 below the municipality.
extension Catalogue {
    static let residentsFigures: [Indicator] = [
        residents, men, women, age0To15, age15To25, age25To45, age45To65, age65Plus, age0To15Share, age15To25Share, age25To45Share, age45To65Share,
        age65PlusShare,
    ]

    static let residents = Indicator(
        "inwoners", theme: .population,
        name: Localized(nl: "Inwoners", en: "Residents"),
        question: Localized(nl: "Hoeveel mensen staan hier op 1 januari ingeschreven?", en: "How many people are registered here on 1 January?"),
        kind: .count, unit: .residents, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit telt wie staat ingeschreven. Wie hier woont zonder inschrijving telt niet mee. "
                + "Van sommige mensen is alleen de gemeente bekend: zij zitten niet in de buurten.",
            en: "This counts people who are registered. People who live here without registration are not counted. "
                + "Of some people only the municipality is known: they are not in its neighbourhoods."),
        possible: Possible.people, inProfile: true)

    static let men = Indicator(
        "mannen", theme: .population,
        name: Localized(nl: "Mannen", en: "Men"),
        question: Localized(nl: "Hoeveel mannen staan hier ingeschreven?", en: "How many men are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit volgt het geslacht in het bevolkingsregister. Het zegt niet hoe mensen zichzelf noemen.",
            en: "This follows the sex in the population register. It does not say how people describe themselves."),
        possible: Possible.people, inProfile: false)

    static let women = Indicator(
        "vrouwen", theme: .population,
        name: Localized(nl: "Vrouwen", en: "Women"),
        question: Localized(nl: "Hoeveel vrouwen staan hier ingeschreven?", en: "How many women are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Mannen en vrouwen zijn apart afgerond. Samen zijn zij daarom niet altijd het aantal inwoners.",
            en: "Men and women are rounded apart. Together they are therefore not always the number of residents."),
        possible: Possible.people, inProfile: false)

    static let age0To15 = Indicator(
        "inwoners-0-15", theme: .population,
        name: Localized(nl: "Inwoners van 0 tot 15 jaar", en: "Residents aged 0 to 14"),
        question: Localized(nl: "Hoeveel kinderen van 0 tot 15 jaar staan hier ingeschreven?", en: "How many children aged 0 to 14 are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet hoeveel gezinnen hier wonen. Een gezin kan meer kinderen hebben.",
            en: "This does not say how many families live here. A family can have more children."),
        possible: Possible.people, inProfile: false)

    static let age15To25 = Indicator(
        "inwoners-15-25", theme: .population,
        name: Localized(nl: "Inwoners van 15 tot 25 jaar", en: "Residents aged 15 to 24"),
        question: Localized(
            nl: "Hoeveel jongeren van 15 tot 25 jaar staan hier ingeschreven?",
            en: "How many young people aged 15 to 24 are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Studenten tellen mee waar zij staan ingeschreven. Dat kan nog bij hun ouders zijn.",
            en: "Students count where they are registered. That can still be with their parents."),
        possible: Possible.people, inProfile: false)

    static let age25To45 = Indicator(
        "inwoners-25-45", theme: .population,
        name: Localized(nl: "Inwoners van 25 tot 45 jaar", en: "Residents aged 25 to 44"),
        question: Localized(nl: "Hoeveel mensen van 25 tot 45 jaar staan hier ingeschreven?", en: "How many people aged 25 to 44 are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet of mensen werken of een gezin hebben.", en: "This does not say whether people work or have a family."),
        possible: Possible.people, inProfile: false)

    static let age45To65 = Indicator(
        "inwoners-45-65", theme: .population,
        name: Localized(nl: "Inwoners van 45 tot 65 jaar", en: "Residents aged 45 to 64"),
        question: Localized(nl: "Hoeveel mensen van 45 tot 65 jaar staan hier ingeschreven?", en: "How many people aged 45 to 64 are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet hoeveel mensen binnenkort met pensioen gaan.", en: "This does not say how many people will retire soon."),
        possible: Possible.people, inProfile: false)

    static let age65Plus = Indicator(
        "inwoners-65-plus", theme: .population,
        name: Localized(nl: "Inwoners van 65 jaar of ouder", en: "Residents aged 65 or older"),
        question: Localized(nl: "Hoeveel mensen van 65 jaar of ouder staan hier ingeschreven?", en: "How many people aged 65 or older are registered here?"),
        kind: .count, unit: .people, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet hoeveel ouderen hulp nodig hebben. Ook mensen in een verpleeghuis tellen mee.",
            en: "This does not say how many older people need help. People in a nursing home count too."),
        possible: Possible.people, inProfile: false)

    static let age0To15Share = Indicator(
        "aandeel-0-15", theme: .population,
        name: Localized(nl: "Deel 0 tot 15 jaar", en: "Share aged 0 to 14"),
        question: Localized(nl: "Welk deel van de inwoners is 0 tot 15 jaar?", en: "What share of residents is aged 0 to 14?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een laag deel betekent niet dat kinderen hier geen plek hebben. Het zegt niets over speelplekken of opvang.",
            en: "A low share does not mean that there is no place for children here. It says nothing about playgrounds or child care."),
        possible: Possible.percent, derivation: .share(of: "inwoners-0-15", in: "inwoners"), inProfile: true)

    static let age15To25Share = Indicator(
        "aandeel-15-25", theme: .population,
        name: Localized(nl: "Deel 15 tot 25 jaar", en: "Share aged 15 to 24"),
        question: Localized(nl: "Welk deel van de inwoners is 15 tot 25 jaar?", en: "What share of residents is aged 15 to 24?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een studentenhuis kan dit deel in een kleine buurt sterk verhogen.",
            en: "One student house can raise this share a lot in a small neighbourhood."),
        possible: Possible.percent, derivation: .share(of: "inwoners-15-25", in: "inwoners"), inProfile: true)

    static let age25To45Share = Indicator(
        "aandeel-25-45", theme: .population,
        name: Localized(nl: "Deel 25 tot 45 jaar", en: "Share aged 25 to 44"),
        question: Localized(nl: "Welk deel van de inwoners is 25 tot 45 jaar?", en: "What share of residents is aged 25 to 44?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Deze groep is breed. Starters en ouders met pubers zitten erin.",
            en: "This group is wide. It holds starters and parents of teenagers."),
        possible: Possible.percent, derivation: .share(of: "inwoners-25-45", in: "inwoners"), inProfile: true)

    static let age45To65Share = Indicator(
        "aandeel-45-65", theme: .population,
        name: Localized(nl: "Deel 45 tot 65 jaar", en: "Share aged 45 to 64"),
        question: Localized(nl: "Welk deel van de inwoners is 45 tot 65 jaar?", en: "What share of residents is aged 45 to 64?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit deel zegt niet hoe gezond of actief deze mensen zijn.",
            en: "This share does not say how healthy or active these people are."),
        possible: Possible.percent, derivation: .share(of: "inwoners-45-65", in: "inwoners"), inProfile: true)

    static let age65PlusShare = Indicator(
        "aandeel-65-plus", theme: .population,
        name: Localized(nl: "Deel 65 jaar of ouder", en: "Share aged 65 or older"),
        question: Localized(nl: "Welk deel van de inwoners is 65 jaar of ouder?", en: "What share of residents is aged 65 or older?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Veel ouderen is geen probleem op zich. Een verpleeghuis kan het deel in een kleine buurt sterk verhogen.",
            en: "Many older people is not a problem in itself. One nursing home can raise the share a lot in a small neighbourhood."),
        possible: Possible.percent, derivation: .share(of: "inwoners-65-plus", in: "inwoners"), inProfile: true)
}
