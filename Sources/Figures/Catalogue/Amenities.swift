import Core

/// Services nearby, and vehicles.
extension Catalogue {
    static let amenitiesFigures: [Indicator] = [
        doctorDistance, supermarketDistance, childCareDistance, cars, petrolCars, otherCars, carsPerHousehold, carsPerArea, motorcycles,
    ]

    static let doctorDistance = Indicator(
        "afstand-huisarts", theme: .amenities,
        name: Localized(nl: "Afstand tot huisarts", en: "Distance to family doctor"),
        question: Localized(
            nl: "Hoe ver is de dichtstbijzijnde huisarts, gemiddeld over de weg?",
            en: "How far is the nearest family doctor, on average by road?"),
        kind: .mean, unit: .kilometres, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .locatedResidents,
        aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet of de huisarts nieuwe mensen aanneemt.", en: "This does not say whether the doctor accepts new patients."),
        possible: 0...100, inProfile: true)

    static let supermarketDistance = Indicator(
        "afstand-supermarkt", theme: .amenities,
        name: Localized(nl: "Afstand tot supermarkt", en: "Distance to supermarket"),
        question: Localized(
            nl: "Hoe ver is de dichtstbijzijnde grote supermarkt, gemiddeld over de weg?",
            en: "How far is the nearest large supermarket, on average by road?"),
        kind: .mean, unit: .kilometres, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .locatedResidents,
        aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear, comparableSince: 2020, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Kleine winkels en de markt tellen niet mee. De prijs van de winkel zie je hier niet.",
            en: "Small shops and the market are not counted. The prices of the shop do not show here."),
        possible: 0...100, inProfile: true)

    static let childCareDistance = Indicator(
        "afstand-kinderdagverblijf", theme: .amenities,
        name: Localized(nl: "Afstand tot kinderopvang", en: "Distance to day nursery"),
        question: Localized(
            nl: "Hoe ver is het dichtstbijzijnde kinderdagverblijf, gemiddeld over de weg?",
            en: "How far is the nearest day nursery, on average by road?"),
        kind: .mean, unit: .kilometres, direction: .lowerIsBetter, rounding: .oneDecimal, suppression: .locatedResidents,
        aggregation: .weighted(by: "inwoners"), referenceDate: ReferenceDate.duringYear, source: .keyFigures,
        doesNotSay: Localized(nl: "Gastouders tellen niet mee. Er kan een wachtlijst zijn.", en: "Childminders are not counted. There can be a waiting list."),
        possible: 0...100, inProfile: true)

    static let cars = Indicator(
        "autos", theme: .amenities,
        name: Localized(nl: "Auto's", en: "Cars"),
        question: Localized(
            nl: "Hoeveel auto's staan hier op naam van een bewoner of bedrijf?",
            en: "How many cars are registered here to a resident or company?"),
        kind: .count, unit: .cars, rounding: .nearestFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Leaseauto's staan bij het leasebedrijf. Daardoor kan een buurt duizenden auto's hebben die er nooit zijn.",
            en: "Lease cars are registered at the lease company. So a neighbourhood can have thousands of cars that are never there."),
        possible: 0...20_000_000, inProfile: false)

    static let petrolCars = Indicator(
        "autos-benzine", theme: .amenities,
        name: Localized(nl: "Auto's op benzine", en: "Petrol cars"),
        question: Localized(nl: "Hoeveel auto's rijden op benzine?", en: "How many cars run on petrol?"),
        kind: .count, unit: .cars, rounding: .nearestFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Dit zegt niets over hoe zuinig of hoe oud de auto's zijn.",
            en: "This says nothing about how economical or how old the cars are."),
        possible: 0...20_000_000, inProfile: false)

    static let otherCars = Indicator(
        "autos-andere-brandstof", theme: .amenities,
        name: Localized(nl: "Auto's op andere brandstof", en: "Cars on other fuels"),
        question: Localized(nl: "Hoeveel auto's rijden op iets anders dan benzine?", en: "How many cars run on something other than petrol?"),
        kind: .count, unit: .cars, rounding: .nearestFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Diesel en elektrisch zitten hier samen. Het is dus geen maat voor schone auto's.",
            en: "Diesel and electric are together here. So it is not a measure of clean cars."),
        possible: 0...20_000_000, inProfile: false)

    static let carsPerHousehold = Indicator(
        "autos-per-huishouden", theme: .amenities,
        name: Localized(nl: "Auto's per huishouden", en: "Cars per household"),
        question: Localized(nl: "Hoeveel auto's zijn er gemiddeld per huishouden?", en: "How many cars are there per household, on average?"),
        kind: .mean, unit: .carsPerHousehold, rounding: .oneDecimal, suppression: .households50, aggregation: .weighted(by: "huishoudens"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(
            nl: "Auto's van leasebedrijven maken dit hoger. Het zegt niet wie geen auto kan betalen.",
            en: "Cars of lease companies make this higher. It does not say who cannot afford a car."),
        possible: 0...2.5, inProfile: true)

    static let carsPerArea = Indicator(
        "autos-per-km2", theme: .amenities,
        name: Localized(nl: "Auto's per vierkante kilometer", en: "Cars per square kilometre"),
        question: Localized(nl: "Hoeveel auto's zijn er per vierkante kilometer land?", en: "How many cars are there per square kilometre of land?"),
        kind: .rate, unit: .carsPerSquareKilometre, rounding: .wholeNumber, suppression: .households50, aggregation: .weighted(by: "oppervlakte-land"),
        referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(nl: "Dit zegt niet of er genoeg parkeerplekken zijn.", en: "This does not say whether there are enough parking places."),
        possible: 0...100_000, inProfile: false)

    static let motorcycles = Indicator(
        "motorfietsen", theme: .amenities,
        name: Localized(nl: "Motorfietsen", en: "Motorcycles"),
        question: Localized(nl: "Hoeveel motorfietsen staan hier op naam?", en: "How many motorcycles are registered here?"),
        kind: .count, unit: .motorcycles, rounding: .nearestFive, aggregation: .sum, referenceDate: ReferenceDate.firstOfJanuary, source: .keyFigures,
        doesNotSay: Localized(nl: "Scooters en brommers tellen niet mee.", en: "Scooters and mopeds are not counted."),
        possible: 0...20_000_000, inProfile: false)
}
