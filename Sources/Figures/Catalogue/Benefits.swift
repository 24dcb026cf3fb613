import Core

/// People with a benefit or state pension, by kind. CBS rounds to tens.
extension Catalogue {
    static let benefitsFigures: [Indicator] = [
        socialAssistance, disabilityBenefit, unemploymentBenefit, statePension, socialAssistanceShare, disabilityBenefitShare, unemploymentBenefitShare,
        statePensionShare,
    ]

    static let socialAssistance = Indicator(
        "bijstand", theme: .workAndIncome,
        name: Localized(nl: "Mensen met bijstand", en: "People on social assistance"),
        question: Localized(nl: "Hoeveel mensen krijgen bijstand?", en: "How many people receive social assistance?"),
        kind: .count, unit: .people, rounding: .nearestTen, suppression: .smallAreas, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dak- en thuislozen tellen niet mee. Ook mensen in een instelling zitten er niet in.",
            en: "Homeless people are not counted. People in an institution are not included either."),
        sensitivity: .stigmaProne, possible: Possible.people, inProfile: false)

    static let disabilityBenefit = Indicator(
        "arbeidsongeschiktheid", theme: .workAndIncome,
        name: Localized(nl: "Mensen met een uitkering voor arbeidsongeschiktheid", en: "People on a disability benefit"),
        question: Localized(nl: "Hoeveel mensen krijgen een uitkering voor arbeidsongeschiktheid?", en: "How many people receive a disability benefit?"),
        kind: .count, unit: .people, rounding: .nearestTen, suppression: .smallAreas, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Wie ziek is zonder uitkering telt niet mee. Sommigen werken daarnaast.",
            en: "People who are ill without a benefit are not counted. Some of them work as well."),
        sensitivity: .stigmaProne, possible: Possible.people, inProfile: false)

    static let unemploymentBenefit = Indicator(
        "ww", theme: .workAndIncome,
        name: Localized(nl: "Mensen met WW", en: "People on unemployment benefit"),
        question: Localized(nl: "Hoeveel mensen krijgen een WW-uitkering?", en: "How many people receive an unemployment benefit?"),
        kind: .count, unit: .people, rounding: .nearestTen, suppression: .smallAreas, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Niet iedereen zonder werk krijgt WW. Zelfstandigen en schoolverlaters hebben er geen recht op.",
            en: "Not everybody without work gets this benefit. Self-employed people and school-leavers have no right to it."),
        sensitivity: .stigmaProne, possible: Possible.people, inProfile: false)

    static let statePension = Indicator(
        "aow", theme: .workAndIncome,
        name: Localized(nl: "Mensen met AOW", en: "People with a state pension"),
        question: Localized(nl: "Hoeveel mensen krijgen AOW?", en: "How many people receive a state pension?"),
        kind: .count, unit: .people, rounding: .nearestTen, suppression: .smallAreas, aggregation: .sum, referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "De AOW-leeftijd gaat stap voor stap omhoog. Daardoor verandert het aantal ook zonder dat er iets gebeurt.",
            en: "The pension age goes up step by step. So the number changes even when nothing happens."),
        possible: Possible.people, inProfile: false)

    static let socialAssistanceShare = Indicator(
        "aandeel-bijstand", theme: .workAndIncome,
        name: Localized(nl: "Mensen met bijstand, deel van de inwoners", en: "People on social assistance, share of residents"),
        question: Localized(nl: "Welk deel van de inwoners krijgt bijstand?", en: "What share of residents receives social assistance?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, suppression: .smallAreas, aggregation: .weighted(by: "inwoners"),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Veel mensen met recht op bijstand vragen die niet aan. Zij ontbreken hier.",
            en: "Many people with a right to social assistance do not ask for it. They are missing here."),
        sensitivity: .stigmaProne, possible: Possible.percent, derivation: .share(of: "bijstand", in: "inwoners"), inProfile: true)

    static let disabilityBenefitShare = Indicator(
        "aandeel-arbeidsongeschiktheid", theme: .workAndIncome,
        name: Localized(
            nl: "Mensen met een uitkering voor arbeidsongeschiktheid, deel van de inwoners",
            en: "People on a disability benefit, share of residents"),
        question: Localized(
            nl: "Welk deel van de inwoners krijgt een uitkering voor arbeidsongeschiktheid?",
            en: "What share of residents receives a disability benefit?"),
        kind: .share, unit: .percentWithDecimal, suppression: .smallAreas, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Het deel hangt sterk af van leeftijd en oude wetten. Het meet niet hoe gezond mensen nu zijn.",
            en: "The number depends strongly on age and on old laws. It does not measure how healthy people are now."),
        sensitivity: .stigmaProne, possible: Possible.percent, derivation: .share(of: "arbeidsongeschiktheid", in: "inwoners"), inProfile: false)

    static let unemploymentBenefitShare = Indicator(
        "aandeel-ww", theme: .workAndIncome,
        name: Localized(nl: "Mensen met WW, deel van de inwoners", en: "People on unemployment benefit, share of residents"),
        question: Localized(nl: "Welk deel van de inwoners krijgt een WW-uitkering?", en: "What share of residents receives an unemployment benefit?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, suppression: .smallAreas, aggregation: .weighted(by: "inwoners"),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "De WW stopt na een tijd. Wie langer geen werk heeft, verdwijnt uit dit cijfer.",
            en: "This benefit stops after some time. People without work for longer disappear from this figure."),
        sensitivity: .stigmaProne, possible: Possible.percent, derivation: .share(of: "ww", in: "inwoners"), inProfile: true)

    static let statePensionShare = Indicator(
        "aandeel-aow", theme: .workAndIncome,
        name: Localized(nl: "Mensen met AOW, deel van de inwoners", en: "People with a state pension, share of residents"),
        question: Localized(nl: "Welk deel van de inwoners krijgt AOW?", en: "What share of residents receives a state pension?"),
        kind: .share, unit: .percentWithDecimal, suppression: .smallAreas, aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet of mensen naast de AOW nog pensioen hebben.",
            en: "This does not say whether people have another pension beside it."),
        possible: Possible.percent, derivation: .share(of: "aow", in: "inwoners"), inProfile: false)
}
