import Core

/// The units figures are written in.
extension Unit {
    // Numbers of things.
    static let residents = Unit(suffix: Localized(nl: " inwoners", en: " residents"), comparison: .larger)
    static let people = Unit(suffix: Localized(nl: " mensen", en: " people"), comparison: .larger)
    static let households = Unit(suffix: Localized(nl: " huishoudens", en: " households"), comparison: .larger)
    static let dwellings = Unit(suffix: Localized(nl: " woningen", en: " dwellings"), comparison: .larger)
    static let businessLocations = Unit(suffix: Localized(nl: " vestigingen", en: " locations"), comparison: .more)
    static let births = Unit(suffix: Localized(nl: " geboorten", en: " births"), comparison: .more)
    static let deaths = Unit(suffix: Localized(nl: " sterfgevallen", en: " deaths"), comparison: .more)
    static let crimes = Unit(suffix: Localized(nl: " misdrijven", en: " crimes"), comparison: .more)
    static let cars = Unit(suffix: Localized(nl: " auto's", en: " cars"), comparison: .more)
    static let motorcycles = Unit(suffix: Localized(nl: " motorfietsen", en: " motorcycles"), comparison: .more)
    /// An average number, with one decimal.
    static let schools = Unit(suffix: Localized(nl: " scholen", en: " schools"), decimals: 1, comparison: .more)

    // Shares and rates.
    static let percent = Unit(suffix: Localized("%"))
    static let percentWithDecimal = Unit(suffix: Localized("%"), decimals: 1)
    static let perThousand = Unit(suffix: Localized(nl: " per 1.000 inwoners", en: " per 1,000 residents"))
    static let personsPerHousehold = Unit(suffix: Localized(nl: " personen", en: " persons"), decimals: 1, comparison: .larger)
    static let carsPerHousehold = Unit(suffix: Localized(nl: " auto's per huishouden", en: " cars per household"), decimals: 1, comparison: .more)
    static let residentsPerSquareKilometre = Unit(suffix: Localized(nl: " inwoners per km²", en: " residents per km²"))
    static let addressesPerSquareKilometre = Unit(suffix: Localized(nl: " adressen per km²", en: " addresses per km²"))
    static let carsPerSquareKilometre = Unit(suffix: Localized(nl: " auto's per km²", en: " cars per km²"))

    // Distances, surfaces, money, energy.
    static let kilometres = Unit(suffix: Localized(" km"), decimals: 1, comparison: .farther)
    static let hectares = Unit(suffix: Localized(nl: " hectare", en: " hectares"), comparison: .larger)
    /// CBS writes thousands of euros (`278`, `32.1`); readers see euros.
    static let thousandEuros = Unit(prefix: "€ ", factor: 1_000)
    static let kilowattHours = Unit(suffix: Localized(" kWh"))
    static let cubicMetres = Unit(suffix: Localized(" m³"))

    // Classes and scores.
    /// Urbanity: 1 is very strongly urban, 5 is not urban.
    static let classOfFive = Unit(suffix: Localized(nl: " van 5", en: " of 5"))
    /// Leefbaarometer: 1 is lowest, 9 is highest.
    static let classOfNine = Unit(suffix: Localized(nl: " van 9", en: " of 9"))
    /// Leefbaarometer: distance to the national average, without a unit. The source gives up to nine decimals; three say enough.
    static let scoreDeviation = Unit(decimals: 3)
}
