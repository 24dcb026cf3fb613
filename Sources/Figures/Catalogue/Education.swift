import Core

/// Levels of education, and schools nearby.
extension Catalogue {
    static let educationFigures: [Indicator] = [
        educationLow, educationMiddle, educationHigh, highlyEducated, schoolDistance, schoolsWithin3km,
    ]

    static let educationLow = Indicator(
        "opleiding-laag", theme: .education,
        name: Localized(nl: "Opleiding: laag", en: "Education: low"),
        question: Localized(
            nl: "Hoeveel mensen van 15 tot 75 jaar hebben als hoogste opleiding basisschool, vmbo of mbo 1?",
            en: "How many people aged 15 to 74 have primary school, vmbo or mbo 1 as their highest level?"),
        kind: .count, unit: .people, basis: .sample, rounding: .nearestTen, suppression: .residents30, uncertainty: .notPublished, aggregation: .sum,
        referenceDate: ReferenceDate.firstOfOctober, source: .keyFigures, mayShowEffect: false,
        doesNotSay: Localized(
            nl: "Dit is de hoogste opleiding die iemand afmaakte. Wie nog naar school gaat, staat vaak nog bij laag.",
            en: "This is the highest level that somebody completed. People still at school are often still counted as low."),
        sensitivity: .stigmaProne, possible: Possible.people, inProfile: false)

    static let educationMiddle = Indicator(
        "opleiding-middelbaar", theme: .education,
        name: Localized(nl: "Opleiding: middelbaar", en: "Education: middle"),
        question: Localized(
            nl: "Hoeveel mensen van 15 tot 75 jaar hebben als hoogste opleiding havo, vwo of mbo 2 tot en met 4?",
            en: "How many people aged 15 to 74 have havo, vwo or mbo 2 to 4 as their highest level?"),
        kind: .count, unit: .people, basis: .sample, rounding: .nearestTen, suppression: .residents30, uncertainty: .notPublished, aggregation: .sum,
        referenceDate: ReferenceDate.firstOfOctober, source: .keyFigures, mayShowEffect: false,
        doesNotSay: Localized(
            nl: "Een student in het hoger onderwijs staat hier tot hij een diploma heeft.",
            en: "A student in higher education is counted here until graduation."),
        possible: Possible.people, inProfile: false)

    static let educationHigh = Indicator(
        "opleiding-hoog", theme: .education,
        name: Localized(nl: "Opleiding: hoog", en: "Education: high"),
        question: Localized(
            nl: "Hoeveel mensen van 15 tot 75 jaar hebben als hoogste opleiding hbo of universiteit?",
            en: "How many people aged 15 to 74 have university or applied sciences as their highest level?"),
        kind: .count, unit: .people, basis: .sample, rounding: .nearestTen, suppression: .residents30, uncertainty: .notPublished, aggregation: .sum,
        referenceDate: ReferenceDate.firstOfOctober, source: .keyFigures, mayShowEffect: false,
        doesNotSay: Localized(
            nl: "Diploma's uit het buitenland zijn vaak niet bekend. Het zegt niets over vakmanschap.",
            en: "Diplomas from abroad are often unknown. It says nothing about skill."),
        possible: Possible.people, inProfile: false)

    static let highlyEducated = Indicator(
        "hoogopgeleiden", theme: .education,
        name: Localized(nl: "Deel hbo of universiteit", en: "Share with higher education"),
        question: Localized(
            nl: "Welk deel van de mensen van 15 tot 75 jaar heeft hbo of universiteit afgemaakt?",
            en: "What share of people aged 15 to 74 completed university or applied sciences?"),
        kind: .share, unit: .percent, basis: .sample, rounding: .wholeNumber, suppression: .residents30, uncertainty: .notPublished,
        aggregation: .notPossible(Reason.groupUnknown), referenceDate: ReferenceDate.firstOfOctober, source: .keyFigures, mayShowEffect: false,
        doesNotSay: Localized(
            nl: "Voor een deel van de mensen is dit geschat. Een hoog deel zegt niet dat iedereen goed werk heeft.",
            en: "For part of the people this is estimated. A high share does not say that everybody has good work."),
        possible: Possible.percent, inProfile: true)

    static let schoolDistance = Indicator(
        "afstand-school", theme: .education,
        name: Localized(nl: "Afstand tot basisschool", en: "Distance to primary school"),
        question: Localized(
            nl: "Hoe ver is de dichtstbijzijnde basisschool, gemiddeld over de weg?",
            en: "How far is the nearest primary school, on average by road?"),
        kind: .mean, unit: .kilometres, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .locatedResidents,
        aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit meet over autowegen, niet over fietspaden. Het zegt niet of de school plek heeft of bij je kind past.",
            en: "This measures along roads for cars, not cycle paths. It does not say whether the school has room or suits your child."),
        possible: 0...100, inProfile: true)

    static let schoolsWithin3km = Indicator(
        "scholen-binnen-3-km", theme: .education,
        name: Localized(nl: "Basisscholen binnen 3 km", en: "Primary schools within 3 km"),
        question: Localized(nl: "Uit hoeveel basisscholen kun je kiezen binnen 3 kilometer?", en: "How many primary schools are there within 3 kilometres?"),
        kind: .mean, unit: .schools, rounding: .oneDecimal, suppression: .locatedResidents, aggregation: .weighted(by: "inwoners"),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Scholen voor speciaal onderwijs tellen niet mee. In een stad is het getal vanzelf hoger dan in een dorp.",
            en: "Schools for special education are not counted. In a city the number is higher than in a village by itself."),
        possible: 0...200, inProfile: true)
}
