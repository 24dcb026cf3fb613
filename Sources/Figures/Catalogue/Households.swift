import Core

/// Private households: number, kind and size. Counts of CBS: rounded at random to 5 below the municipality.
extension Catalogue {
    static let householdsFigures: [Indicator] = [
        households, singleHouseholds, householdsWithoutChildren, householdsWithChildren, singleHouseholdShare, householdsWithoutChildrenShare,
        householdsWithChildrenShare, householdSize,
    ]

    static let households = Indicator(
        "huishoudens", theme: .population,
        name: Localized(nl: "Huishoudens", en: "Households"),
        question: Localized(nl: "Hoeveel huishoudens wonen hier?", en: "How many households live here?"),
        kind: .count, unit: .households, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Bewoners van een verpleeghuis of andere instelling tellen niet mee. Een huishouden is niet hetzelfde als een woning.",
            en: "Residents of a nursing home or other institution are not counted. A household is not the same as a dwelling."),
        possible: Possible.people, inProfile: true)

    static let singleHouseholds = Indicator(
        "eenpersoonshuishoudens", theme: .population,
        name: Localized(nl: "Eenpersoonshuishoudens", en: "One-person households"),
        question: Localized(nl: "Hoeveel huishoudens bestaan uit één persoon?", en: "How many households consist of one person?"),
        kind: .count, unit: .households, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Alleen wonen is niet hetzelfde als eenzaam zijn. Studenten op kamers tellen ook mee.",
            en: "Living alone is not the same as being lonely. Students in rooms count too."),
        possible: Possible.people, inProfile: false)

    static let householdsWithoutChildren = Indicator(
        "huishoudens-zonder-kinderen", theme: .population,
        name: Localized(nl: "Huishoudens zonder kinderen", en: "Households without children"),
        question: Localized(
            nl: "Hoeveel huishoudens van twee of meer mensen hebben geen thuiswonend kind?",
            en: "How many households of two or more people have no child at home?"),
        kind: .count, unit: .households, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Kinderen die het huis uit zijn, tellen niet mee. Mensen die alleen wonen zitten er ook niet in.",
            en: "Children who have left home are not counted. People who live alone are not included either."),
        possible: Possible.people, inProfile: false)

    static let householdsWithChildren = Indicator(
        "huishoudens-met-kinderen", theme: .population,
        name: Localized(nl: "Huishoudens met kinderen", en: "Households with children"),
        question: Localized(nl: "Hoeveel huishoudens hebben een thuiswonend kind?", en: "How many households have a child at home?"),
        kind: .count, unit: .households, rounding: .randomFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2020,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Ook volwassen kinderen die thuis wonen tellen mee. Het zegt niet hoeveel ouders er alleen voor staan.",
            en: "Grown-up children who live at home count too. It does not say how many parents are on their own."),
        possible: Possible.people, inProfile: false)

    static let singleHouseholdShare = Indicator(
        "aandeel-eenpersoonshuishoudens", theme: .population,
        name: Localized(nl: "Deel eenpersoonshuishoudens", en: "Share of one-person households"),
        question: Localized(nl: "Welk deel van de huishoudens bestaat uit één persoon?", en: "What share of households consists of one person?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "huishoudens"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet of mensen die alleen wonen contact missen. Dat staat bij eenzaamheid.",
            en: "This does not say whether people who live alone miss contact. That is under loneliness."),
        possible: Possible.percent, derivation: .share(of: "eenpersoonshuishoudens", in: "huishoudens"), inProfile: true)

    static let householdsWithoutChildrenShare = Indicator(
        "aandeel-huishoudens-zonder-kinderen", theme: .population,
        name: Localized(nl: "Deel huishoudens zonder kinderen", en: "Share of households without children"),
        question: Localized(
            nl: "Welk deel van de huishoudens heeft twee of meer mensen en geen thuiswonend kind?",
            en: "What share of households has two or more people and no child at home?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "huishoudens"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Jonge stellen en oudere stellen zitten samen in dit deel.",
            en: "Young couples and older couples are together in this share."),
        possible: Possible.percent, derivation: .share(of: "huishoudens-zonder-kinderen", in: "huishoudens"), inProfile: false)

    static let householdsWithChildrenShare = Indicator(
        "aandeel-huishoudens-met-kinderen", theme: .population,
        name: Localized(nl: "Deel huishoudens met kinderen", en: "Share of households with children"),
        question: Localized(nl: "Welk deel van de huishoudens heeft een thuiswonend kind?", en: "What share of households has a child at home?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, aggregation: .weighted(by: "huishoudens"), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit maakt geen verschil tussen gezinnen met één en met twee ouders.",
            en: "This makes no difference between families with one and with two parents."),
        possible: Possible.percent, derivation: .share(of: "huishoudens-met-kinderen", in: "huishoudens"), inProfile: true)

    static let householdSize = Indicator(
        "huishoudensgrootte", theme: .population,
        name: Localized(nl: "Gemiddeld huishouden", en: "Average household"),
        question: Localized(nl: "Uit hoeveel mensen bestaat een huishouden gemiddeld?", en: "How many people are there in an average household?"),
        kind: .mean, unit: .personsPerHousehold, rounding: .oneDecimal, aggregation: .weighted(by: "huishoudens"),
        referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een gemiddelde verbergt verschillen. Veel kleine en enkele grote huishoudens geven hetzelfde getal.",
            en: "An average hides differences. Many small and a few large households give the same number."),
        possible: 1...15, inProfile: true)
}
