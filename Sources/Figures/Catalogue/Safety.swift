import Core

/// Crimes known to the police.
extension Catalogue {
    static let safetyFigures: [Indicator] = [
        crimes, crimeRate,
    ]

    static let crimes = Indicator(
        "misdrijven", theme: .safety,
        name: Localized(nl: "Misdrijven", en: "Crimes"),
        question: Localized(
            nl: "Hoeveel misdrijven registreerde de politie die hier gebeurden?",
            en: "How many crimes that happened here did the police register?"),
        kind: .count, unit: .crimes, basis: .registration, registeredAt: .placeOfEvent, uncertainty: .count, aggregation: .sum,
        referenceDate: ReferenceDate.wholeYear, comparableSince: 2021, source: .police,
        doesNotSay: Localized(
            nl: "Alleen wat de politie weet, telt mee. Zaken zonder bekende plek tellen bij de gemeente en niet bij een buurt.",
            en: "Only what the police know is counted. Cases without a known place count for the municipality and not for a neighbourhood."),
        sensitivity: .stigmaProne, possible: 0...5_000_000, inProfile: true)

    static let crimeRate = Indicator(
        "misdrijven-per-1000", theme: .safety,
        name: Localized(nl: "Misdrijven per 1.000 inwoners", en: "Crimes per 1,000 residents"),
        question: Localized(nl: "Hoeveel misdrijven waren er hier per 1.000 inwoners?", en: "How many crimes happened here per 1,000 residents?"),
        kind: .rate, unit: .perThousand, direction: .lowerIsBetter, basis: .registration, registeredAt: .placeOfEvent, uncertainty: .count,
        aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.wholeYear, comparableSince: 2021, source: .police,
        doesNotSay: Localized(
            nl: "Het misdrijf gebeurde hier, maar de dader en het slachtoffer wonen vaak elders. "
                + "Een winkelstraat met weinig inwoners krijgt zo een heel hoog cijfer.",
            en: "The crime happened here, but offender and victim often live elsewhere. "
                + "A shopping street with few residents gets a very high figure this way."),
        sensitivity: .stigmaProne, possible: 0...1_000_000, derivation: .rate(of: "misdrijven", per: 1_000, in: "inwoners"), inProfile: true)
}
