import Core

/// Loneliness, informal care, volunteering, getting by, and noise of neighbours. Model estimates of RIVM.
extension Catalogue {
    static let socialCohesionFigures: [Indicator] = [
        lonely, severelyLonely, emotionallyLonely, sociallyLonely, informalCarers, volunteers, gettingBy, neighbourNoise,
    ]

    static let lonely = Indicator(
        "eenzaam", theme: .socialCohesion,
        name: Localized(nl: "Eenzaam", en: "Lonely"),
        question: Localized(nl: "Welk deel van de volwassenen voelt zich eenzaam?", en: "What share of adults feels lonely?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit gaat over gemis, niet over alleen zijn. Ook mensen met veel contact kunnen eenzaam zijn.",
            en: "This is about missing others, not about being alone. People with many contacts can be lonely too."),
        possible: Possible.percent, inProfile: true)

    static let severelyLonely = Indicator(
        "ernstig-eenzaam", theme: .socialCohesion,
        name: Localized(nl: "Ernstig eenzaam", en: "Severely lonely"),
        question: Localized(
            nl: "Welk deel van de volwassenen is ernstig of zeer ernstig eenzaam?",
            en: "What share of adults is severely or very severely lonely?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Het cijfer komt van een model met leeftijd, inkomen en huishouden. Een actieve straat zie je er niet aan.",
            en: "The figure comes from a model with age, income and household. It does not show an active street."),
        possible: Possible.percent, inProfile: true)

    static let emotionallyLonely = Indicator(
        "emotioneel-eenzaam", theme: .socialCohesion,
        name: Localized(nl: "Emotioneel eenzaam", en: "Emotionally lonely"),
        question: Localized(
            nl: "Welk deel van de volwassenen mist een hechte band met iemand?",
            en: "What share of adults misses a close bond with somebody?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Meer activiteiten in de buurt lossen dit gemis vaak niet op.",
            en: "More activities in the neighbourhood often do not solve this."),
        possible: Possible.percent, inProfile: false)

    static let sociallyLonely = Indicator(
        "sociaal-eenzaam", theme: .socialCohesion,
        name: Localized(nl: "Sociaal eenzaam", en: "Socially lonely"),
        question: Localized(
            nl: "Welk deel van de volwassenen mist een kring van mensen om zich heen?",
            en: "What share of adults misses a circle of people around them?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "De kring kan overal wonen. Dit meet dus niet het contact met de buren.",
            en: "The circle can live anywhere. So this does not measure contact with neighbours."),
        possible: Possible.percent, inProfile: false)

    static let informalCarers = Indicator(
        "mantelzorgers", theme: .socialCohesion,
        name: Localized(nl: "Mantelzorgers", en: "Informal carers"),
        question: Localized(
            nl: "Welk deel van de volwassenen zorgt voor een naaste die hulp nodig heeft?",
            en: "What share of adults cares for somebody close who needs help?"),
        kind: .modelledEstimate, unit: .percent, basis: .model, rounding: .oneDecimal, suppression: .noEstimate, uncertainty: .notPublished,
        aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit telt waar de helper woont. Degene die zorg krijgt, kan ergens anders wonen.",
            en: "This counts where the helper lives. The person who receives care can live elsewhere."),
        possible: Possible.percent, inProfile: true)

    static let volunteers = Indicator(
        "vrijwilligers", theme: .socialCohesion,
        name: Localized(nl: "Vrijwilligers", en: "Volunteers"),
        question: Localized(nl: "Welk deel van de volwassenen doet vrijwilligerswerk?", en: "What share of adults does voluntary work?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Een buurvrouw helpen noemen mensen vaak geen vrijwilligerswerk. Het werk kan ook buiten de buurt zijn.",
            en: "People often do not call helping a neighbour voluntary work. The work can also be outside the neighbourhood."),
        possible: Possible.percent, inProfile: true)

    static let gettingBy = Indicator(
        "moeite-met-rondkomen", theme: .workAndIncome,
        name: Localized(nl: "Moeite met rondkomen", en: "Trouble getting by"),
        question: Localized(
            nl: "Welk deel van de volwassenen had het laatste jaar moeite om rond te komen?",
            en: "What share of adults had trouble getting by in the last year?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit is wat mensen zelf zeggen. Wie schulden heeft, doet minder vaak mee aan een enquête.",
            en: "This is what people say themselves. People with debts take part in surveys less often."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let neighbourNoise = Indicator(
        "geluidhinder-buren", theme: .liveability,
        name: Localized(nl: "Veel last van geluid van buren", en: "Much noise from neighbours"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft ernstige hinder van geluid van buren?",
            en: "What share of adults is severely annoyed by noise from neighbours?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit is geen meting van geluid. Het hangt ook af van hoe dun de muren zijn.",
            en: "This is not a measurement of sound. It also depends on how thin the walls are."),
        possible: Possible.percent, inProfile: true)
}
