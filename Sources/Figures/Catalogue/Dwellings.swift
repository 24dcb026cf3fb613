import Core

/// Homes: number, kind, owner and value.
extension Catalogue {
    static let dwellingsFigures: [Indicator] = [
        dwellings, dwellingValue, singleFamilyHomes, apartments, occupiedDwellings, vacantDwellings, ownerOccupied, rented, housingAssociation,
        otherLandlords, unknownOwner, builtBefore2000, builtSince2000,
    ]

    static let dwellings = Indicator(
        "woningvoorraad", theme: .housing,
        name: Localized(nl: "Woningen", en: "Dwellings"),
        question: Localized(nl: "Hoeveel woningen staan hier op 1 januari?", en: "How many dwellings stand here on 1 January?"),
        kind: .count, unit: .dwellings, registeredAt: .place, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2022,
        source: .keyFigures,
        doesNotSay: Localized(
            nl: "Ook lege woningen tellen mee. Een kamer in een studentenhuis is vaak geen aparte woning.",
            en: "Empty dwellings count too. A room in a student house is often not a separate dwelling."),
        possible: 0...12_000_000, inProfile: true)

    static let dwellingValue = Indicator(
        "woningwaarde", theme: .housing,
        name: Localized(nl: "Gemiddelde WOZ-waarde", en: "Average property value (WOZ)"),
        question: Localized(
            nl: "Hoeveel is een woning hier gemiddeld waard voor de WOZ?",
            en: "What is a dwelling worth here on average for the property valuation (WOZ)?"),
        kind: .mean, unit: .thousandEuros, registeredAt: .place, rounding: .wholeNumber, suppression: .valuedDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.valuationDay, comparableSince: 2022, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit is niet de verkoopprijs. De waarde hoort bij 1 januari van het jaar ervoor. Een hoge waarde zegt niet dat de bewoners rijk zijn.",
            en: "This is not the selling price. The value belongs to 1 January of the year before. A high value does not say that residents are rich."),
        possible: 1...20_000, inProfile: true)

    static let singleFamilyHomes = Indicator(
        "eengezinswoningen", theme: .housing,
        name: Localized(nl: "Eengezinswoningen", en: "Single-family homes"),
        question: Localized(nl: "Welk deel van de woningen is een eengezinshuis?", en: "What share of dwellings is a single-family house?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit gaat over het gebouw. In een eengezinshuis kan ook één persoon wonen.",
            en: "This is about the building. One person can live in a single-family house too."),
        possible: Possible.percent, inProfile: true)

    static let apartments = Indicator(
        "meergezinswoningen", theme: .housing,
        name: Localized(nl: "Meergezinswoningen", en: "Dwellings in shared buildings"),
        question: Localized(
            nl: "Welk deel van de woningen zit met andere woningen of ruimtes in één gebouw?",
            en: "What share of dwellings shares a building with other dwellings or rooms?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(nl: "Een flat en een woning boven een winkel tellen hetzelfde.", en: "A block of flats and a home above a shop count the same."),
        possible: Possible.percent, inProfile: false)

    static let occupiedDwellings = Indicator(
        "bewoonde-woningen", theme: .housing,
        name: Localized(nl: "Bewoonde woningen", en: "Occupied dwellings"),
        question: Localized(nl: "In welk deel van de woningen staat iemand ingeschreven?", en: "In what share of dwellings is somebody registered?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een tweede huis zonder inschrijving telt als niet bewoond, ook als er vaak iemand is.",
            en: "A second home without registration counts as not occupied, even when somebody is often there."),
        possible: Possible.percent, inProfile: false)

    static let vacantDwellings = Indicator(
        "onbewoonde-woningen", theme: .housing,
        name: Localized(nl: "Niet-bewoonde woningen", en: "Dwellings without residents"),
        question: Localized(nl: "In welk deel van de woningen staat niemand ingeschreven?", en: "In what share of dwellings is nobody registered?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit is niet hetzelfde als leegstand. Een vakantiehuis of een pas verkocht huis telt ook mee.",
            en: "This is not the same as vacancy. A holiday home or a house just sold counts too."),
        possible: Possible.percent, inProfile: false)

    static let ownerOccupied = Indicator(
        "koopwoningen", theme: .housing,
        name: Localized(nl: "Koopwoningen", en: "Owner-occupied homes"),
        question: Localized(nl: "Welk deel van de woningen is van de bewoner zelf?", en: "What share of dwellings is owned by the resident?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .knownTenure, aggregation: .weighted(by: "woningvoorraad"),
        referenceDate: ReferenceDate.firstOfJanuary, comparableSince: 2022, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een tweede huis telt ook als koopwoning. Het zegt niet of bewoners hun lasten kunnen betalen.",
            en: "A second home counts as owner-occupied too. It does not say whether residents can pay their costs."),
        possible: Possible.percent, inProfile: true)

    static let rented = Indicator(
        "huurwoningen", theme: .housing,
        name: Localized(nl: "Huurwoningen", en: "Rented homes"),
        question: Localized(nl: "Welk deel van de woningen wordt verhuurd?", en: "What share of dwellings is let?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .knownTenure, aggregation: .weighted(by: "woningvoorraad"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niets over de hoogte van de huur.", en: "This says nothing about the level of the rent."),
        possible: Possible.percent, inProfile: false)

    static let housingAssociation = Indicator(
        "corporatiewoningen", theme: .housing,
        name: Localized(nl: "Woningen van een corporatie", en: "Homes of a housing association"),
        question: Localized(nl: "Welk deel van de woningen is van een woningcorporatie?", en: "What share of dwellings is owned by a housing association?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .knownTenure, aggregation: .weighted(by: "woningvoorraad"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit telt de eigenaar, niet de huurprijs. Het is dus niet het deel sociale huur.",
            en: "This counts the owner, not the rent. So it is not the share of social housing."),
        possible: Possible.percent, inProfile: true)

    static let otherLandlords = Indicator(
        "particuliere-huurwoningen", theme: .housing,
        name: Localized(nl: "Huurwoningen van andere eigenaren", en: "Homes of other landlords"),
        question: Localized(
            nl: "Welk deel van de woningen wordt verhuurd door een bedrijf of particulier?",
            en: "What share of dwellings is let by a company or a private person?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .knownTenure, aggregation: .weighted(by: "woningvoorraad"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Grote beleggers en mensen met één huurhuis tellen hetzelfde.",
            en: "Large investors and people who let one house count the same."),
        possible: Possible.percent, inProfile: false)

    static let unknownOwner = Indicator(
        "eigendom-onbekend", theme: .housing,
        name: Localized(nl: "Eigenaar onbekend", en: "Owner unknown"),
        question: Localized(nl: "Van welk deel van de woningen is de eigenaar niet bekend?", en: "Of what share of dwellings is the owner not known?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .knownTenure, aggregation: .weighted(by: "woningvoorraad"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een hoog deel maakt de cijfers over koop en huur minder zeker.",
            en: "A high share makes the figures on owning and renting less certain."),
        possible: Possible.percent, inProfile: false)

    static let builtBefore2000 = Indicator(
        "bouwjaar-voor-2000", theme: .housing,
        name: Localized(nl: "Gebouwd voor 2000", en: "Built before 2000"),
        question: Localized(nl: "Welk deel van de woningen is gebouwd voor het jaar 2000?", en: "What share of dwellings was built before the year 2000?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een oud huis kan helemaal verbouwd zijn. Het bouwjaar verandert dan niet.",
            en: "An old house can be fully renovated. The year of building does not change then."),
        possible: Possible.percent, inProfile: false)

    static let builtSince2000 = Indicator(
        "bouwjaar-vanaf-2000", theme: .housing,
        name: Localized(nl: "Gebouwd in 2000 of later", en: "Built in 2000 or later"),
        question: Localized(nl: "Welk deel van de woningen is gebouwd in 2000 of later?", en: "What share of dwellings was built in 2000 or later?"),
        kind: .share, unit: .percent, registeredAt: .place, rounding: .wholeNumber, suppression: .twentyDwellings,
        aggregation: .weighted(by: "woningvoorraad"), referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Een kantoor dat later woning werd, houdt het bouwjaar van het gebouw.",
            en: "An office that became a home later keeps the building's year."),
        possible: Possible.percent, inProfile: false)
}
