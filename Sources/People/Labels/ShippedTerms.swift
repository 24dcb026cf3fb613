import Core

/// The vocabulary that every installation begins with (ORG-02, AGD-05 to AGD-08, AGD-14). A row in the database with the same key takes the place of a term here.
enum ShippedTerms {
    static let all: [Term] = themes + domains + goals

    private static let themes: [Term] = [
        theme("eenzaamheid", "Eenzaamheid", "Loneliness"),
        theme("sociale-infrastructuur", "Transities in de sociale infrastructuur", "Transitions in social infrastructure"),
        below("sociale-infrastructuur", "dorpshuizen", "Dorpshuizen", "Village halls", [.village]),
        below("sociale-infrastructuur", "wijkaccommodaties", "Wijkaccommodaties", "Community centres", [.district]),
        below("sociale-infrastructuur", "vrijwilligers", "Inzet van vrijwilligers", "Work of volunteers"),
        below("sociale-infrastructuur", "dorps-en-wijkraden", "Dorpsraden en wijkraden", "Village and district councils", [.district, .village]),
        theme("armoede-en-schulden", "Armoede en schulden", "Poverty and debts"), theme("corona", "Gevolgen van corona", "Effects of COVID-19"),
        theme("gebiedsgericht-werken", "Gebiedsgericht en integraal werken", "Area-based and integral work"),
        theme("bewonersparticipatie", "Bewonersparticipatie", "Resident participation"), theme("veilige-buurt", "Veiligheid in de buurt", "Safety nearby"),
        theme("zorg", "Zorg", "Care"), theme("publieke-voorzieningen", "Publieke voorzieningen", "Public facilities"),
        theme("regenboogbeleid", "Regenboogbeleid", "Rainbow policy", [.neighbourhood, .district]),
    ]

    private static let domains: [Term] = [
        domain("onderwijs", "Onderwijs", "Education"), domain("werk", "Werk", "Work"), domain("participatie", "Participatie", "Participation"),
        domain("wonen", "Wonen", "Housing"), domain("veiligheid", "Veiligheid", "Safety"), domain("gezondheid", "Gezondheid", "Health"),
    ]

    private static let goals: [Term] = [
        goal("leefbaarheid", "Leefbaarheid", "Liveability"), goal("sociale-verbondenheid", "Sociale verbondenheid", "Social connectedness"),
        goal("inwoners-activeren", "Inwoners activeren", "Activating residents"),
    ]

    private static func theme(_ key: String, _ nl: String, _ en: String, _ scales: [Term.Scale] = []) -> Term {
        Term(key: key, vocabulary: .theme, parent: nil, name: Localized(nl: nl, en: en), scales: scales)
    }

    private static func below(_ parent: String, _ key: String, _ nl: String, _ en: String, _ scales: [Term.Scale] = []) -> Term {
        Term(key: key, vocabulary: .theme, parent: parent, name: Localized(nl: nl, en: en), scales: scales)
    }

    private static func goal(_ key: String, _ nl: String, _ en: String) -> Term {
        Term(key: key, vocabulary: .goal, parent: nil, name: Localized(nl: nl, en: en))
    }

    private static func domain(_ key: String, _ nl: String, _ en: String) -> Term {
        Term(key: key, vocabulary: .domain, parent: nil, name: Localized(nl: nl, en: en))
    }
}
