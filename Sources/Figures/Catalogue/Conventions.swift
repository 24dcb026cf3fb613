import Core

/// How CBS rounds, per kind of figure (metadata of table 84799NED, checked on the figures of 2020 and 2024).
extension Indicator.Rounding {
    /// Residents and households: by chance up or down to a multiple of 5; a municipality is exact.
    static let randomFive = Indicator.Rounding(belowMunicipality: .random(5), municipality: .exact)
    /// Vehicles, businesses, care: multiples of 5, municipalities too.
    static let nearestFive = Indicator.Rounding(belowMunicipality: .nearest(5), municipality: .nearest(5))
    /// Benefits, education, energy: multiples of 10, municipalities too.
    static let nearestTen = Indicator.Rounding(belowMunicipality: .nearest(10), municipality: .nearest(10))
    static let nearestHundred = Indicator.Rounding(belowMunicipality: .nearest(100), municipality: .nearest(100))
    /// Births and deaths: the table names no rule of their own, the group they belong to is rounded to 5.
    static let unknownFive = Indicator.Rounding(belowMunicipality: .unknown(5), municipality: .exact)
    static let wholeNumber = Indicator.Rounding.decimals(0)
    static let oneDecimal = Indicator.Rounding.decimals(1)
}

/// When a source leaves a figure out.
extension Indicator.Suppression {
    static let tenResidents = below(10, nl: "Alleen bij 10 of meer inwoners.", en: "Only with 10 or more residents.")
    static let locatedResidents = below(
        10, nl: "Alleen bij 10 of meer inwoners, en als van 90 procent de plek van het adres bekend is.",
        en: "Only with 10 or more residents, and if the place of 90 percent of their addresses is known.")
    static let residents30 = below(
        30, nl: "Alleen bij 30 of meer inwoners. Ook andere cijfers die iets over één persoon verraden, blijven weg.",
        en: "Only with 30 or more residents. Other figures that would tell something about one person are left out too.")
    static let residents150 = below(150, nl: "Alleen bij 150 of meer inwoners.", en: "Only with 150 or more residents.")
    static let workers150 = below(150, nl: "Alleen bij 150 of meer werkenden.", en: "Only with 150 or more working people.")
    static let persons100 = below(100, nl: "Alleen bij 100 of meer mensen met inkomen.", en: "Only with 100 or more people with income.")
    static let persons2500 = below(2_500, nl: "Alleen bij 2.500 of meer mensen.", en: "Only with 2,500 or more people.")
    static let households50 = below(
        50, nl: "Alleen bij 50 of meer huishoudens, en bij hooguit 2,5 auto per huishouden.",
        en: "Only with 50 or more households, and at most 2.5 cars per household.")
    static let households100 = below(100, nl: "Alleen bij 100 of meer huishoudens.", en: "Only with 100 or more households.")
    static let targetHouseholds100 = below(
        100, nl: "Alleen bij 100 of meer huishoudens met een heel jaar inkomen. Studenten tellen niet mee.",
        en: "Only with 100 or more households with a full year of income. Students are not counted.")
    static let sixDwellings = below(6, nl: "Alleen bij zes of meer bewoonde woningen.", en: "Only with six or more occupied dwellings.")
    static let tenDwellings = below(10, nl: "Alleen bij tien of meer bewoonde woningen.", en: "Only with ten or more occupied dwellings.")
    static let twentyDwellings = below(20, nl: "Alleen bij 20 of meer woningen.", en: "Only with 20 or more dwellings.")
    static let valuedDwellings = below(
        20, nl: "Alleen bij 20 of meer woningen en 50 of meer panden met een WOZ-waarde.",
        en: "Only with 20 or more dwellings and 50 or more properties with a valuation.")
    static let knownTenure = below(
        20, nl: "Alleen bij 20 of meer woningen, en als van minstens de helft de eigenaar bekend is.",
        en: "Only with 20 or more dwellings, and if the owner of at least half of them is known.")
    static let zeroToSeven = below(
        8, nl: "Aantallen van 0 tot en met 7 zijn geheim. Zo is niemand te herkennen.",
        en: "Numbers from 0 to 7 are secret. So nobody can be recognised.")
    /// The table gives no number; in 2020 it happened in neighbourhoods of up to 60 residents.
    static let smallAreas = Indicator.Suppression(
        rule: Localized(nl: "In heel kleine buurten laat CBS dit cijfer weg.", en: "In very small neighbourhoods CBS leaves this figure out."), sign: ".")
    static let noEstimate = Indicator.Suppression(
        rule: Localized(
            nl: "RIVM geeft geen schatting voor buurten met heel weinig volwassenen.", en: "RIVM gives no estimate for neighbourhoods with very few adults."),
        sign: ".")
    static let tooFewResidents = Indicator.Suppression(
        rule: Localized(nl: "Gebieden met te weinig inwoners krijgen geen score.", en: "Areas with too few residents get no score."))

    private static func below(_ threshold: Int, nl: String, en: String) -> Indicator.Suppression {
        Indicator.Suppression(rule: Localized(nl: nl, en: en), threshold: threshold, sign: ".")
    }
}

/// The day or period within the year that a figure speaks of.
enum ReferenceDate {
    static let firstOfJanuary = Localized(nl: "1 januari", en: "1 January")
    static let firstOfOctober = Localized(nl: "1 oktober", en: "1 October")
    static let wholeYear = Localized(nl: "het hele jaar", en: "the whole year")
    static let duringYear = Localized(nl: "in dit jaar; de bron noemt geen dag", en: "in this year; the source names no day")
    static let valuationDay = Localized(nl: "1 januari van het jaar ervoor", en: "1 January of the year before")
    static let surveyYear = Localized(nl: "het jaar van de enquête", en: "the year of the survey")
    static let edition = Localized(nl: "de meting van dit jaar", en: "the edition of this year")
}

/// Why a figure of a larger or drawn area cannot be made from those of its parts.
enum Reason {
    static let modelled = Localized(
        nl: "Dit is de uitkomst van een model. Die mag je niet optellen of middelen.", en: "This is the outcome of a model. It may not be added or averaged.")
    static let median = Localized(
        nl: "Een middelste waarde kun je niet uit andere middelste waarden maken.", en: "A middle value cannot be made from other middle values.")
    static let classOfArea = Localized(
        nl: "Een klasse geldt voor het hele gebied en telt niet op.", en: "A class holds for the whole area and does not add up.")
    static let groupUnknown = Localized(
        nl: "De bron zegt niet hoe groot de groep is waarvan dit een deel is.", en: "The source does not say how large the group is of which this is a share.")
    static let addressesUnknown = Localized(nl: "De bron zegt niet hoeveel adressen er zijn.", en: "The source does not say how many addresses there are.")
}

/// Values outside these ranges are refused at import.
enum Possible {
    static let percent: ClosedRange<Double> = 0...100
    /// More than the whole country has: no figure of an area can be larger.
    static let people: ClosedRange<Double> = 0...20_000_000
    /// Per 1,000 residents of 1 January; may pass 1,000 where an area grows within the year.
    static let rate: ClosedRange<Double> = 0...20_000
}
