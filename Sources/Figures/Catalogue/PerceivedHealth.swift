import Core

/// How people feel: perceived health, mind and control. Model estimates of RIVM.
extension Catalogue {
    static let perceivedHealthFigures: [Indicator] = [
        goodPerceivedHealth, goodPerceivedHealthEarlier, anxietyModerate, anxietyHigh, stress, control,
    ]

    static let goodPerceivedHealth = Indicator(
        "goed-ervaren-gezondheid", theme: .health,
        name: Localized(nl: "Goede gezondheid, volgens mensen zelf", en: "Good health, in people's own words"),
        question: Localized(
            nl: "Welk deel van de volwassenen noemt de eigen gezondheid goed of zeer goed?",
            en: "What share of adults calls their own health good or very good?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .perceivedHealth,
        doesNotSay: Localized(
            nl: "Dit is een schatting van RIVM voor mensen zoals hier wonen. Een aanpak in één buurt verandert dit cijfer bijna niet.",
            en: "This is an estimate by RIVM for people like those who live here. An approach in one neighbourhood hardly changes this figure."),
        possible: Possible.percent, inProfile: true)

    static let goodPerceivedHealthEarlier = Indicator(
        "goed-ervaren-gezondheid-eerdere-methode", theme: .health,
        name: Localized(nl: "Goede gezondheid, eerdere rekenwijze", en: "Good health, earlier method"),
        question: Localized(
            nl: "Welk deel van de volwassenen noemt de eigen gezondheid goed? Zo rekende RIVM tot en met 2020.",
            en: "What share of adults calls their own health good? This is how RIVM computed it up to 2020."),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "RIVM rekent nu anders. Zet dit cijfer nooit in één reeks met het nieuwe cijfer: ook over 2020 verschillen zij.",
            en: "RIVM computes it differently now. Never put this figure in one series with the new one: they differ for 2020 too."),
        possible: Possible.percent, inProfile: false)

    static let anxietyModerate = Indicator(
        "risico-angst-depressie", theme: .health,
        name: Localized(nl: "Risico op angst of somberheid", en: "Risk of anxiety or depression"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft een matig of hoog risico op angst of depressie?",
            en: "What share of adults has a moderate or high risk of anxiety or depression?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Een risico is geen ziekte. De vragen gaan over klachten van de laatste weken.",
            en: "A risk is not an illness. The questions are about complaints in recent weeks."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: false)

    static let anxietyHigh = Indicator(
        "hoog-risico-angst-depressie", theme: .health,
        name: Localized(nl: "Hoog risico op angst of somberheid", en: "High risk of anxiety or depression"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft een hoog risico op angst of depressie?",
            en: "What share of adults has a high risk of anxiety or depression?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Dit telt geen mensen in behandeling. Wie het zwaarst lijdt, vult een vragenlijst vaak niet in.",
            en: "This does not count people in treatment. Those who suffer most often do not fill in a questionnaire."),
        sensitivity: .stigmaProne, possible: Possible.percent, inProfile: true)

    static let stress = Indicator(
        "veel-stress", theme: .health,
        name: Localized(nl: "Veel stress", en: "Much stress"),
        question: Localized(
            nl: "Welk deel van de volwassenen had de laatste vier weken heel veel stress?",
            en: "What share of adults had very much stress in the last four weeks?"),
        kind: .modelledEstimate, unit: .percent, direction: .lowerIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, source: .adultHealth,
        doesNotSay: Localized(
            nl: "De enquête van 2020 viel in de coronatijd. Het zegt niet waar de stress vandaan komt.",
            en: "The survey of 2020 fell in the time of corona. It does not say where the stress comes from."),
        possible: Possible.percent, inProfile: true)

    static let control = Indicator(
        "regie-over-leven", theme: .health,
        name: Localized(nl: "Regie over het eigen leven", en: "Control over one's own life"),
        question: Localized(
            nl: "Welk deel van de volwassenen heeft matig of veel regie over het eigen leven?",
            en: "What share of adults has moderate or much control over their own life?"),
        kind: .modelledEstimate, unit: .percent, direction: .higherIsBetter, basis: .model, rounding: .oneDecimal, suppression: .noEstimate,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.surveyYear, comparableSince: 2012,
        source: .adultHealth,
        doesNotSay: Localized(
            nl: "Matig en veel zijn hier samengeteld. Daardoor zit bijna elke buurt hoog.",
            en: "Moderate and much are added together here. So nearly every neighbourhood is high."),
        possible: Possible.percent, inProfile: true)
}
