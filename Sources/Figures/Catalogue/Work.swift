import Core

/// Work and business.
extension Catalogue {
    static let workFigures: [Indicator] = [
        labourParticipation, employees, selfEmployed, businesses,
    ]

    static let labourParticipation = Indicator(
        "netto-arbeidsparticipatie", theme: .workAndIncome,
        name: Localized(nl: "Mensen met betaald werk", en: "People in paid work"),
        question: Localized(nl: "Welk deel van de mensen van 15 tot 75 jaar heeft betaald werk?", en: "What share of people aged 15 to 74 has paid work?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, suppression: .residents150, aggregation: .notPossible(Reason.groupUnknown),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Studenten en mensen met pensioen tellen mee als niet-werkend. Een laag deel is dus niet altijd werkloosheid.",
            en: "Students and retired people count as not working. So a low share is not always unemployment."),
        possible: Possible.percent, inProfile: true)

    static let employees = Indicator(
        "werknemers", theme: .workAndIncome,
        name: Localized(nl: "Werknemers", en: "Employees"),
        question: Localized(nl: "Welk deel van de werkenden is in dienst bij een ander?", en: "What share of working people is employed by somebody else?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, suppression: .workers150, aggregation: .notPossible(Reason.groupUnknown),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een vast contract en een oproepcontract tellen hetzelfde.",
            en: "A permanent contract and an on-call contract count the same."),
        possible: Possible.percent, inProfile: false)

    static let selfEmployed = Indicator(
        "zelfstandigen", theme: .workAndIncome,
        name: Localized(nl: "Zelfstandigen", en: "Self-employed"),
        question: Localized(nl: "Welk deel van de werkenden werkt voor zichzelf?", en: "What share of working people works for themselves?"),
        kind: .share, unit: .percent, rounding: .wholeNumber, suppression: .workers150, aggregation: .notPossible(Reason.groupUnknown),
        referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Wie ook een baan heeft, telt bij het werk met de meeste uren. Het zegt niets over hun inkomen.",
            en: "People who also have a job are counted under the work with most hours. It says nothing about their income."),
        possible: Possible.percent, inProfile: false)

    static let businesses = Indicator(
        "bedrijfsvestigingen", theme: .workAndIncome,
        name: Localized(nl: "Vestigingen van bedrijven", en: "Business locations"),
        question: Localized(nl: "Hoeveel vestigingen van bedrijven zijn hier?", en: "How many business locations are there?"),
        kind: .count, unit: .businessLocations, registeredAt: .workplace, rounding: .nearestFive, aggregation: .sum,
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Scholen, zorg en overheid tellen niet mee. Een zelfstandige zonder personeel is ook een vestiging.",
            en: "Schools, care and government are not counted. A self-employed person without staff is a location too."),
        possible: 0...5_000_000, inProfile: false)
}
