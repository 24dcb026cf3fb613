import Core

/// Moving, weight, smoking and drinking. Model estimates of RIVM.
extension Catalogue {
    static let lifestyleFigures: [Indicator] = [
        activityGuideline, weeklySports, underweight, normalWeight, overweight, obesity, smokers, alcoholGuideline, drinkers, heavyDrinkers,
        excessiveDrinkers, walkOrCycle, walk, cycle,
    ]

    static let activityGuideline = Indicator(
        "beweegrichtlijn", theme: .health,
        name: Localized(nl: "Genoeg beweging", en: "Enough exercise"),
        question: Localized(
            nl: "Welk deel van de volwassenen beweegt genoeg volgens de richtlijn?",
            en: "What share of adults moves enough according to the guideline?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Mensen schatten zelf hoeveel zij bewegen. Dat valt vaak hoger uit dan het echt is.",
            en: "People judge for themselves how much they move. That often comes out higher than it really is."),
        possible: Possible.percent, inProfile: true)

    static let weeklySports = Indicator(
        "wekelijks-sporten", theme: .health,
        name: Localized(nl: "Sport elke week", en: "Sports every week"),
        question: Localized(nl: "Welk deel van de volwassenen sport elke week?", en: "What share of adults does sports every week?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Wie op het werk of op de fiets veel beweegt, telt niet mee als sporter.",
            en: "People who move a lot at work or by bicycle do not count as doing sports."),
        possible: Possible.percent, inProfile: false)

    static let underweight = Indicator(
        "ondergewicht", theme: .health,
        name: Localized(nl: "Ondergewicht", en: "Underweight"),
        question: Localized(
            nl: "Welk deel van de volwassenen weegt te weinig voor de eigen lengte?",
            en: "What share of adults weighs too little for their height?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit gaat om kleine groepen. Het zegt niet of iemand ziek is of altijd al licht was.",
            en: "This is about small groups. It does not say whether somebody is ill or was always light."),
        possible: Possible.percent, inProfile: false)

    static let normalWeight = Indicator(
        "gezond-gewicht", theme: .health,
        name: Localized(nl: "Gezond gewicht", en: "Healthy weight"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft een gewicht dat past bij de eigen lengte?",
            en: "What share of adults has a weight that fits their height?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "De maat is gewicht en lengte. Spieren en vet tellen daarin hetzelfde.",
            en: "The measure is weight and height. Muscle and fat count the same in it."),
        possible: Possible.percent, inProfile: false)

    static let overweight = Indicator(
        "overgewicht", theme: .health,
        name: Localized(nl: "Overgewicht", en: "Overweight"),
        question: Localized(nl: "Welk deel van de volwassenen heeft overgewicht?", en: "What share of adults is overweight?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Mensen geven zelf lengte en gewicht op. Ernstig overgewicht zit ook in dit deel.",
            en: "People report height and weight themselves. Severe overweight is part of this share too."),
        possible: Possible.percent, inProfile: true)

    static let obesity = Indicator(
        "ernstig-overgewicht", theme: .health,
        name: Localized(nl: "Ernstig overgewicht", en: "Severe overweight"),
        question: Localized(nl: "Welk deel van de volwassenen heeft ernstig overgewicht?", en: "What share of adults is severely overweight?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit zegt niets over de oorzaak. Medicijnen, geld en werk spelen ook mee.",
            en: "This says nothing about the cause. Medicines, money and work play a part too."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let smokers = Indicator(
        "rokers", theme: .health,
        name: Localized(nl: "Rokers", en: "Smokers"),
        question: Localized(nl: "Welk deel van de volwassenen rookt?", en: "What share of adults smokes?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Af en toe roken en elke dag roken tellen hetzelfde. Jongeren onder 18 jaar zitten er niet in.",
            en: "Smoking now and then and smoking every day count the same. Young people under 18 are not included."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let alcoholGuideline = Indicator(
        "alcoholrichtlijn", theme: .health,
        name: Localized(nl: "Weinig of geen alcohol", en: "Little or no alcohol"),
        question: Localized(
            nl: "Welk deel van de volwassenen drinkt geen alcohol, of hooguit één glas per dag?",
            en: "What share of adults drinks no alcohol, or one glass a day at most?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(nl: "Mensen noemen vaak minder glazen dan zij drinken.", en: "People often report fewer glasses than they drink."),
        possible: Possible.percent, inProfile: false)

    static let drinkers = Indicator(
        "drinkers", theme: .health,
        name: Localized(nl: "Mensen die wel eens drinken", en: "People who drink at times"),
        question: Localized(nl: "Welk deel van de volwassenen drinkt wel eens alcohol?", en: "What share of adults ever drinks alcohol?"),
        kind: .modelledEstimate, unit: .percent, basis: .model, rounding: .oneDecimal, suppression: .noEstimate, uncertainty: .notPublished,
        aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Eén glas per jaar telt ook mee. Dit is dus geen maat voor een probleem.",
            en: "One glass a year counts too. So this is not a measure of a problem."),
        possible: Possible.percent, inProfile: false)

    static let heavyDrinkers = Indicator(
        "zware-drinkers", theme: .health,
        name: Localized(nl: "Zware drinkers", en: "Heavy drinkers"),
        question: Localized(
            nl: "Welk deel van de volwassenen drinkt zeker eens per week veel glazen op één dag?",
            en: "What share of adults drinks many glasses on one day at least once a week?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit telt drinken op één dag. Wie elke dag iets minder drinkt, kan hier buiten vallen.",
            en: "This counts drinking on one day. People who drink somewhat less every day can fall outside it."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let excessiveDrinkers = Indicator(
        "overmatige-drinkers", theme: .health,
        name: Localized(nl: "Overmatige drinkers", en: "Excessive drinkers"),
        question: Localized(nl: "Welk deel van de volwassenen drinkt per week te veel glazen?", en: "What share of adults drinks too many glasses per week?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit gaat over de hele week. Zware drinkers op één dag zijn een andere groep, met overlap.",
            en: "This is about the whole week. Heavy drinkers on one day are another group, with overlap."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let walkOrCycle = Indicator(
        "lopen-of-fietsen", theme: .health,
        name: Localized(nl: "Lopen of fietsen naar werk of school", en: "Walking or cycling to work or school"),
        question: Localized(
            nl: "Welk deel van de volwassenen loopt of fietst naar werk of school?",
            en: "What share of adults walks or cycles to work or school?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Wie thuis werkt of geen werk heeft, maakt deze rit niet. De tabel is over 2016 en 2020 leeg.",
            en: "People who work at home or have no work do not make this trip. The table is empty for 2016 and 2020."),
        possible: Possible.percent, inProfile: false)

    static let walk = Indicator(
        "lopen-naar-werk", theme: .health,
        name: Localized(nl: "Lopen naar werk of school", en: "Walking to work or school"),
        question: Localized(nl: "Welk deel van de volwassenen loopt naar werk of school?", en: "What share of adults walks to work or school?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Lopen naar de bus telt niet mee. Over 2016 en 2020 gaf RIVM geen cijfer.",
            en: "Walking to the bus is not counted. RIVM gave no figure for 2016 and 2020."),
        possible: Possible.percent, inProfile: false)

    static let cycle = Indicator(
        "fietsen-naar-werk", theme: .health,
        name: Localized(nl: "Fietsen naar werk of school", en: "Cycling to work or school"),
        question: Localized(nl: "Welk deel van de volwassenen fietst naar werk of school?", en: "What share of adults cycles to work or school?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "Het zegt niets over hoe veilig de route is. Over 2016 en 2020 is er geen cijfer.",
            en: "It says nothing about how safe the route is. There is no figure for 2016 and 2020."),
        possible: Possible.percent, inProfile: false)
}
