import Core

/// Energy use of homes.
extension Catalogue {
    static let energyFigures: [Indicator] = [
        electricity, gas, districtHeating,
    ]

    static let electricity = Indicator(
        "elektriciteitsverbruik", theme: .housing,
        name: Localized(nl: "Gemiddeld stroomverbruik", en: "Average electricity use"),
        question: Localized(
            nl: "Hoeveel stroom krijgt een woning gemiddeld per jaar van het net?",
            en: "How much electricity does a dwelling get from the grid per year, on average?"),
        kind: .mean, unit: .kilowattHours, registeredAt: .place, rounding: .nearestTen, suppression: .sixDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Stroom van eigen zonnepanelen telt niet mee. Een laag getal betekent dus niet altijd zuinig leven.",
            en: "Electricity from own solar panels is not counted. So a low number does not always mean careful use."),
        possible: 0...50_000, inProfile: true)

    static let gas = Indicator(
        "aardgasverbruik", theme: .housing,
        name: Localized(nl: "Gemiddeld gasverbruik", en: "Average gas use"),
        question: Localized(
            nl: "Hoeveel aardgas gebruikt een woning gemiddeld per jaar?",
            en: "How much natural gas does a dwelling use per year, on average?"),
        kind: .mean, unit: .cubicMetres, registeredAt: .place, rounding: .nearestTen, suppression: .sixDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Woningen met stadswarmte tellen mee met weinig of geen gas. Daar lijkt het verbruik dus lager.",
            en: "Dwellings with district heating count with little or no gas. There the use looks lower."),
        possible: 0...20_000, inProfile: true)

    static let districtHeating = Indicator(
        "stadsverwarming", theme: .housing,
        name: Localized(nl: "Woningen met stadswarmte", en: "Dwellings with district heating"),
        question: Localized(
            nl: "Welk deel van de woningen krijgt warmte uit een warmtenet?",
            en: "What share of dwellings gets heat from a district network?"),
        kind: .share, unit: .percentWithDecimal, registeredAt: .place, rounding: .oneDecimal, suppression: .tenDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.wholeYear, source: .keyFigures,
        doesNotSay: Localized(nl: "Hoeveel warmte deze woningen gebruiken is niet bekend.", en: "How much heat these dwellings use is not known."),
        possible: Possible.percent, inProfile: false)
}
