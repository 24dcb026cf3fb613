import Core

/// The themes of a neighbourhood profile, in the order a profile shows them.
package enum Theme: String, Sendable, Hashable, CaseIterable {
    case population = "bevolking"
    case housing = "wonen"
    case workAndIncome = "werk-en-inkomen"
    case education = "onderwijs"
    case health = "gezondheid"
    case socialCohesion = "sociale-samenhang"
    case safety = "veiligheid"
    case amenities = "voorzieningen"
    case liveability = "leefbaarheid"

    package var name: Localized {
        switch self {
        case .population: Localized(nl: "Bevolking", en: "Population")
        case .housing: Localized(nl: "Wonen", en: "Housing")
        case .workAndIncome: Localized(nl: "Werk en inkomen", en: "Work and income")
        case .education: Localized(nl: "Onderwijs", en: "Education")
        case .health: Localized(nl: "Gezondheid", en: "Health")
        case .socialCohesion: Localized(nl: "Sociale samenhang", en: "Social cohesion")
        case .safety: Localized(nl: "Veiligheid", en: "Safety")
        case .amenities: Localized(nl: "Voorzieningen", en: "Amenities")
        case .liveability: Localized(nl: "Leefbaarheid", en: "Liveability")
        }
    }
}
