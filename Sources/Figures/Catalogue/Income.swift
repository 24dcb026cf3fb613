import Core

/// Income and wealth of persons and households.
extension Catalogue {
    static let incomeFigures: [Indicator] = [
        incomeRecipients, incomePerRecipient, incomePerResident, lowestIncomePersons, highestIncomePersons, standardisedIncome, lowestIncomeHouseholds,
        highestIncomeHouseholds, lowIncomeHouseholds, socialMinimum, socialMinimum110, socialMinimum120, medianWealth,
    ]

    static let incomeRecipients = Indicator(
        "inkomensontvangers", theme: .workAndIncome,
        name: Localized(nl: "Mensen met inkomen", en: "People with income"),
        question: Localized(nl: "Hoeveel mensen hebben een eigen inkomen?", en: "How many people have an income of their own?"),
        kind: .count, unit: .people, rounding: .nearestHundred, aggregation: .sum, referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Ook een uitkering of pensioen is inkomen. Kinderbijslag telt niet.",
            en: "A benefit or pension is income too. Child benefit is not counted."),
        possible: Possible.people, inProfile: false)

    static let incomePerRecipient = Indicator(
        "inkomen-per-ontvanger", theme: .workAndIncome,
        name: Localized(nl: "Inkomen per persoon met inkomen", en: "Income per person with income"),
        question: Localized(
            nl: "Hoeveel verdient iemand met inkomen gemiddeld per jaar?",
            en: "How much does a person with income earn per year, on average?"),
        kind: .mean, unit: .thousandEuros, rounding: .oneDecimal, suppression: .persons2500, aggregation: .weighted(by: "inkomensontvangers"),
        referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit is voor belasting. Enkele hoge inkomens trekken het gemiddelde omhoog.",
            en: "This is before tax. A few high incomes pull the average up."),
        possible: 0...1_000, inProfile: false)

    static let incomePerResident = Indicator(
        "inkomen-per-inwoner", theme: .workAndIncome,
        name: Localized(nl: "Inkomen per inwoner", en: "Income per resident"),
        question: Localized(
            nl: "Hoeveel inkomen is er gemiddeld per inwoner, kinderen meegeteld?",
            en: "How much income is there per resident on average, children included?"),
        kind: .mean, unit: .thousandEuros, rounding: .oneDecimal, suppression: .persons2500, aggregation: .weighted(by: "inwoners"),
        referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Waar veel kinderen wonen, is dit lager. Kleine buurten hebben geen cijfer. Het zegt niets over de verschillen binnen de buurt.",
            en: "Where many children live this is lower. Small neighbourhoods have no figure. It says nothing about differences within the neighbourhood."),
        possible: 0...1_000, inProfile: true)

    static let lowestIncomePersons = Indicator(
        "personen-laagste-inkomens", theme: .workAndIncome,
        name: Localized(nl: "Mensen met een laag inkomen", en: "People with a low income"),
        question: Localized(
            nl: "Welk deel van de mensen hoort bij de 40 procent laagste inkomens van Nederland?",
            en: "What share of people belongs to the 40 percent lowest incomes of the Netherlands?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .persons100,
        aggregation: .weighted(by: "inkomensontvangers"), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Het gaat om het inkomen van één persoon. Een partner kan veel verdienen. Studenten tellen ook mee.",
            en: "This is the income of one person. A partner can earn a lot. Students count too."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let highestIncomePersons = Indicator(
        "personen-hoogste-inkomens", theme: .workAndIncome,
        name: Localized(nl: "Mensen met een hoog inkomen", en: "People with a high income"),
        question: Localized(
            nl: "Welk deel van de mensen hoort bij de 20 procent hoogste inkomens van Nederland?",
            en: "What share of people belongs to the 20 percent highest incomes of the Netherlands?"),
        kind: .share, unit: .percentWithDecimal, rounding: .oneDecimal, suppression: .persons100, aggregation: .weighted(by: "inkomensontvangers"),
        referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Spaargeld en een eigen huis tellen niet mee. Dit gaat alleen over inkomen.",
            en: "Savings and an own house are not counted. This is only about income."),
        possible: Possible.percent, inProfile: false)

    static let standardisedIncome = Indicator(
        "gestandaardiseerd-inkomen", theme: .workAndIncome,
        name: Localized(nl: "Koopkracht van huishoudens", en: "Spending power of households"),
        question: Localized(
            nl: "Hoeveel heeft een huishouden gemiddeld te besteden, rekening houdend met hoeveel mensen er zijn?",
            en: "How much can a household spend on average, allowing for its size?"),
        kind: .mean, unit: .thousandEuros, rounding: .oneDecimal, aggregation: .weighted(by: "huishoudens"), referenceDate: ReferenceDate.wholeYear,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Vaste lasten zoals de huur zijn er niet af. Twee gezinnen met dit inkomen kunnen dus anders rondkomen.",
            en: "Fixed costs such as rent are not taken off. So two families with this income can get by differently."),
        possible: 0...1_000, inProfile: false)

    static let lowestIncomeHouseholds = Indicator(
        "huishoudens-laagste-inkomens", theme: .workAndIncome,
        name: Localized(nl: "Huishoudens bij de laagste inkomens", en: "Households among the lowest incomes"),
        question: Localized(
            nl: "Welk deel van de huishoudens hoort bij de 40 procent laagste inkomens van Nederland?",
            en: "What share of households belongs to the 40 percent lowest incomes of the Netherlands?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .households100,
        aggregation: .weighted(by: "huishoudens"), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Wie alleen woont, komt sneller in deze groep. Het is geen maat voor armoede.",
            en: "People who live alone are in this group sooner. It is not a measure of poverty."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let highestIncomeHouseholds = Indicator(
        "huishoudens-hoogste-inkomens", theme: .workAndIncome,
        name: Localized(nl: "Huishoudens bij de hoogste inkomens", en: "Households among the highest incomes"),
        question: Localized(
            nl: "Welk deel van de huishoudens hoort bij de 20 procent hoogste inkomens van Nederland?",
            en: "What share of households belongs to the 20 percent highest incomes of the Netherlands?"),
        kind: .share, unit: .percentWithDecimal, rounding: .oneDecimal, suppression: .households100, aggregation: .weighted(by: "huishoudens"),
        referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Twee gewone inkomens samen kunnen al in deze groep vallen.",
            en: "Two ordinary incomes together can already fall in this group."),
        possible: Possible.percent, inProfile: false)

    static let lowIncomeHouseholds = Indicator(
        "huishoudens-laag-inkomen", theme: .workAndIncome,
        name: Localized(nl: "Huishoudens onder de lage-inkomensgrens", en: "Households below the low-income line"),
        question: Localized(
            nl: "Welk deel van de huishoudens heeft minder dan de lage-inkomensgrens van CBS?",
            en: "What share of households has less than the low-income line of CBS?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .targetHouseholds100,
        aggregation: .notPossible(Reason.groupUnknown), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Studenten tellen niet mee. Schulden en hoge lasten zie je hier niet. Een huishouden boven de grens kan dus ook tekortkomen.",
            en: "Students are not counted. Debts and high costs do not show here. So a household above the line can fall short too."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let socialMinimum = Indicator(
        "sociaal-minimum", theme: .workAndIncome,
        name: Localized(nl: "Rond het sociaal minimum", en: "Around the social minimum"),
        question: Localized(
            nl: "Welk deel van de huishoudens leeft onder of rond het wettelijke minimum?",
            en: "What share of households lives below or around the legal minimum?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .targetHouseholds100,
        aggregation: .notPossible(Reason.groupUnknown), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet wie hulp van de gemeente krijgt. Het zegt ook niet hoe lang het al duurt.",
            en: "This does not say who gets help from the municipality. Nor does it say how long it has lasted."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let socialMinimum110 = Indicator(
        "sociaal-minimum-110", theme: .workAndIncome,
        name: Localized(nl: "Tot 110% van het sociaal minimum", en: "Up to 110% of the social minimum"),
        question: Localized(
            nl: "Welk deel van de huishoudens heeft minder dan 110 procent van het wettelijke minimum?",
            en: "What share of households has less than 110 percent of the legal minimum?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .targetHouseholds100,
        aggregation: .notPossible(Reason.groupUnknown), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Gemeenten gebruiken eigen grenzen voor hulp. Dit cijfer hoeft daar niet bij te passen.",
            en: "Municipalities use their own limits for help. This figure need not match them."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let socialMinimum120 = Indicator(
        "sociaal-minimum-120", theme: .workAndIncome,
        name: Localized(nl: "Tot 120% van het sociaal minimum", en: "Up to 120% of the social minimum"),
        question: Localized(
            nl: "Welk deel van de huishoudens heeft minder dan 120 procent van het wettelijke minimum?",
            en: "What share of households has less than 120 percent of the legal minimum?"),
        kind: .share, unit: .percentWithDecimal, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .targetHouseholds100,
        aggregation: .notPossible(Reason.groupUnknown), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "In dit deel zit ook iedereen onder 100 en 110 procent. Tel de drie cijfers dus nooit op.",
            en: "This share also holds everyone below 100 and 110 percent. So never add the three figures."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let medianWealth = Indicator(
        "mediaan-vermogen", theme: .workAndIncome,
        name: Localized(nl: "Vermogen van het middelste huishouden", en: "Wealth of the middle household"),
        question: Localized(nl: "Hoeveel bezit het middelste huishouden, na aftrek van schulden?", en: "How much does the middle household own, after debts?"),
        kind: .median, unit: .thousandEuros, rounding: .wholeNumber, aggregation: .notPossible(Reason.median), referenceDate: ReferenceDate.firstOfJanuary,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Het eigen huis telt mee. Dit is dus meestal geen geld dat je zo kunt uitgeven.",
            en: "The own house is included. So this is mostly not money that you can spend at once."),
        possible: -1_000...10_000, inProfile: false)
}
