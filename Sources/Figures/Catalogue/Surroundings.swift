import Core

/// Density, urbanity and surface of an area.
extension Catalogue {
    static let surroundingsFigures: [Indicator] = [
        density, addressDensity, urbanity, surface, land, water,
    ]

    static let density = Indicator(
        "bevolkingsdichtheid", theme: .population,
        name: Localized(nl: "Bevolkingsdichtheid", en: "Population density"),
        question: Localized(nl: "Hoeveel inwoners zijn er per vierkante kilometer land?", en: "How many residents are there per square kilometre of land?"),
        kind: .rate, unit: .residentsPerSquareKilometre, rounding: .wholeNumber, suppression: .tenResidents, aggregation: .weighted(by: "oppervlakte-land"),
        referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niet hoe dicht huizen op elkaar staan. Een park of een bedrijventerrein telt mee als land.",
            en: "This does not say how close houses stand. A park or a business estate counts as land."),
        possible: 0...150_000, inProfile: true)

    static let addressDensity = Indicator(
        "adressendichtheid", theme: .population,
        name: Localized(nl: "Omgevingsadressendichtheid", en: "Address density of the surroundings"),
        question: Localized(
            nl: "Hoeveel adressen liggen er gemiddeld per vierkante kilometer binnen één kilometer?",
            en: "How many addresses lie within one kilometre, on average per square kilometre?"),
        kind: .mean, unit: .addressesPerSquareKilometre, registeredAt: .place, rounding: .wholeNumber, aggregation: .notPossible(Reason.addressesUnknown),
        referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit kijkt over de grens van de buurt heen. Een dorpsrand naast een stad krijgt dus een hoog getal.",
            en: "This looks beyond the border of the neighbourhood. So a village edge next to a city gets a high number."),
        possible: 0...50_000, inProfile: false)

    static let urbanity = Indicator(
        "stedelijkheid", theme: .population,
        name: Localized(nl: "Stedelijkheid", en: "Urbanity"),
        question: Localized(
            nl: "Hoe stedelijk is dit gebied, van 1 (zeer sterk) tot 5 (niet)?",
            en: "How urban is this area, from 1 (very strongly) to 5 (not)?"),
        kind: .grade, unit: .classOfFive, registeredAt: .place, aggregation: .notPossible(Reason.classOfArea), referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit is een klasse van adressen per vierkante kilometer. Het zegt niets over drukte of sfeer.",
            en: "This is a class of addresses per square kilometre. It says nothing about bustle or atmosphere."),
        possible: 1...5, inProfile: true)

    static let surface = Indicator(
        "oppervlakte-totaal", theme: .population,
        name: Localized(nl: "Oppervlakte", en: "Surface"),
        question: Localized(nl: "Hoe groot is dit gebied met land en water samen?", en: "How large is this area with land and water together?"),
        kind: .count, unit: .hectares, registeredAt: .place, rounding: .wholeNumber, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Bij kustgemeenten telt zee mee die bij de gemeente hoort. Kijk voor wonen naar het land.",
            en: "In coastal municipalities the sea that belongs to them counts. For living, look at the land."),
        possible: 0...5_000_000, inProfile: false)

    static let land = Indicator(
        "oppervlakte-land", theme: .population,
        name: Localized(nl: "Oppervlakte land", en: "Land surface"),
        question: Localized(nl: "Hoe groot is het land in dit gebied?", en: "How large is the land in this area?"),
        kind: .count, unit: .hectares, registeredAt: .place, rounding: .wholeNumber, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit komt uit een bodemkaart die enkele jaren oud kan zijn. Het zegt niet wat er op het land staat.",
            en: "This comes from a land use map that can be some years old. It does not say what stands on the land."),
        possible: 0...5_000_000, inProfile: false)

    static let water = Indicator(
        "oppervlakte-water", theme: .population,
        name: Localized(nl: "Oppervlakte water", en: "Water surface"),
        question: Localized(nl: "Hoe groot is het water in dit gebied?", en: "How large is the water in this area?"),
        kind: .count, unit: .hectares, registeredAt: .place, rounding: .wholeNumber, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary,
        comparableSince: 2017, source: .keyFigures,
        doesNotSay: Localized(nl: "Sloten smaller dan zes meter tellen niet als water.", en: "Ditches narrower than six metres do not count as water."),
        possible: 0...5_000_000, inProfile: false)
}
