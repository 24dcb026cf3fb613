import Core

/// The Leefbaarometer: its score, and its parts under the theme they belong to.
extension Catalogue {
    static let liveabilityFigures: [Indicator] = [
        liveabilityClass, liveabilityDeviation, physicalContribution, housingStockContribution, amenitiesContribution, cohesionContribution,
        nuisanceContribution, physicalClass, housingStockClass, amenitiesClass, cohesionClass, nuisanceClass,
    ]

    static let liveabilityClass = Indicator(
        "leefbaarometer-klasse", theme: .liveability,
        name: Localized(nl: "Leefbaarheid in klassen", en: "Liveability in classes"),
        question: Localized(
            nl: "In welke van negen klassen valt dit gebied, volgens de Leefbaarometer?",
            en: "In which of nine classes does this area fall, according to the Leefbaarometer?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Dit is een voorspelling uit kenmerken van de omgeving. Let op: klasse 4 heet zwak en is beter dan klasse 3, die onvoldoende heet. "
                + "Bewoners zijn hier niet gevraagd.",
            en: "This is a prediction from features of the surroundings. Note: class 4 is called weak and is better than class 3, called insufficient. "
                + "Residents here were not asked."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: true)

    static let liveabilityDeviation = Indicator(
        "leefbaarometer-afwijking", theme: .liveability,
        name: Localized(nl: "Leefbaarheid naast het gemiddelde", en: "Liveability beside the average"),
        question: Localized(
            nl: "Hoeveel beter of slechter scoort dit gebied dan Nederland gemiddeld?",
            en: "How much better or worse does this area score than the Netherlands on average?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "De score heeft geen eenheid die je kunt voelen. De makers noemen haar een signaal: zij zegt niet waardoor het komt of wat helpt.",
            en: "The score has no unit that you can feel. Its makers call it a signal: it does not say what causes it or what helps."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let physicalContribution = Indicator(
        "leefbaarometer-fysieke-omgeving", theme: .liveability,
        name: Localized(nl: "Leefbaarometer: fysieke omgeving", en: "Leefbaarometer: physical surroundings"),
        question: Localized(
            nl: "Hoeveel draagt de fysieke omgeving bij aan de leefbaarheid hier?",
            en: "How much do the physical surroundings add to liveability here?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Het gaat om groen, water, geluid en ligging, gezien van bovenaf. Hoe schoon of mooi een straat is, zit er niet in.",
            en: "This is about green, water, noise and location, seen from above. How clean or beautiful a street is, is not in it."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let housingStockContribution = Indicator(
        "leefbaarometer-woningvoorraad", theme: .housing,
        name: Localized(nl: "Leefbaarometer: woningen", en: "Leefbaarometer: housing stock"),
        question: Localized(nl: "Hoeveel dragen de woningen bij aan de leefbaarheid hier?", en: "How much does the housing stock add to liveability here?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Dit gaat over soort, leeftijd en eigendom van woningen. Vocht, schimmel en onderhoud zie je niet.",
            en: "This is about kind, age and ownership of dwellings. Damp, mould and upkeep do not show."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let amenitiesContribution = Indicator(
        "leefbaarometer-voorzieningen", theme: .amenities,
        name: Localized(nl: "Leefbaarometer: voorzieningen", en: "Leefbaarometer: amenities"),
        question: Localized(nl: "Hoeveel dragen de voorzieningen bij aan de leefbaarheid hier?", en: "How much do the amenities add to liveability here?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Dit telt wat er is en hoe ver het is. Of het open, betaalbaar en goed is, zit er niet in.",
            en: "This counts what there is and how far it is. Whether it is open, affordable and good is not in it."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let cohesionContribution = Indicator(
        "leefbaarometer-sociale-samenhang", theme: .socialCohesion,
        name: Localized(nl: "Leefbaarometer: sociale samenhang", en: "Leefbaarometer: social cohesion"),
        question: Localized(
            nl: "Hoeveel draagt de sociale samenhang bij aan de leefbaarheid hier?",
            en: "How much does social cohesion add to liveability here?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Dit wordt afgeleid uit wie er wonen en hoe lang. Of buren elkaar helpen, is niet gevraagd.",
            en: "This is derived from who lives there and for how long. Whether neighbours help each other was not asked."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let nuisanceContribution = Indicator(
        "leefbaarometer-overlast-onveiligheid", theme: .safety,
        name: Localized(nl: "Leefbaarometer: overlast en onveiligheid", en: "Leefbaarometer: nuisance and insecurity"),
        question: Localized(
            nl: "Hoeveel dragen overlast en onveiligheid bij aan de leefbaarheid hier?",
            en: "How much do nuisance and insecurity add to liveability here?"),
        kind: .index, unit: .scoreDeviation, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Een hoger getal betekent minder overlast. Het zegt niet hoe veilig bewoners zich voelen.",
            en: "A higher number means less nuisance. It does not say how safe residents feel."),
        sensitivity: .stigmaProne, possible: -3...3, inProfile: true)

    static let physicalClass = Indicator(
        "leefbaarometer-fysieke-omgeving-klasse", theme: .liveability,
        name: Localized(nl: "Fysieke omgeving in klassen", en: "Physical surroundings in classes"),
        question: Localized(
            nl: "In welke van negen klassen valt de fysieke omgeving hier?",
            en: "In which of nine classes do the physical surroundings fall here?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "De klasse vergelijkt gebieden met elkaar. Zij zegt niet of de lucht hier gezond is.",
            en: "The class compares areas with each other. It does not say whether the air here is healthy."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: false)

    static let housingStockClass = Indicator(
        "leefbaarometer-woningvoorraad-klasse", theme: .housing,
        name: Localized(nl: "Woningen in klassen", en: "Housing stock in classes"),
        question: Localized(nl: "In welke van negen klassen vallen de woningen hier?", en: "In which of nine classes does the housing stock fall here?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Een lage klasse zegt niet dat mensen ontevreden zijn met hun huis.",
            en: "A low class does not say that people are unhappy with their home."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: false)

    static let amenitiesClass = Indicator(
        "leefbaarometer-voorzieningen-klasse", theme: .amenities,
        name: Localized(nl: "Voorzieningen in klassen", en: "Amenities in classes"),
        question: Localized(nl: "In welke van negen klassen vallen de voorzieningen hier?", en: "In which of nine classes do the amenities fall here?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Dorpen vallen vaak in een lage klasse. Mensen kunnen daar toch tevreden wonen.",
            en: "Villages often fall in a low class. People can still live there happily."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: false)

    static let cohesionClass = Indicator(
        "leefbaarometer-sociale-samenhang-klasse", theme: .socialCohesion,
        name: Localized(nl: "Sociale samenhang in klassen", en: "Social cohesion in classes"),
        question: Localized(nl: "In welke van negen klassen valt de sociale samenhang hier?", en: "In which of nine classes does social cohesion fall here?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Een hechte straat in een buurt met veel verhuizingen zie je hier niet.",
            en: "A close street in a neighbourhood with many removals does not show here."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: false)

    static let nuisanceClass = Indicator(
        "leefbaarometer-overlast-onveiligheid-klasse", theme: .safety,
        name: Localized(nl: "Overlast en onveiligheid in klassen", en: "Nuisance and insecurity in classes"),
        question: Localized(
            nl: "In welke van negen klassen vallen overlast en onveiligheid hier?",
            en: "In which of nine classes do nuisance and insecurity fall here?"),
        kind: .grade, unit: .classOfNine, direction: .higherIsBetter, basis: .model, registeredAt: .place, suppression: .tooFewResidents,
        uncertainty: .notPublished, aggregation: .notPossible(Reason.modelled), referenceDate: ReferenceDate.edition, comparableSince: 2002,
        source: .leefbaarometer,
        doesNotSay: Localized(
            nl: "Een hogere klasse betekent minder overlast. Drukke plekken zoals een centrum vallen vaak laag uit.",
            en: "A higher class means less nuisance. Busy places such as a town centre often come out low."),
        sensitivity: .stigmaProne, possible: 1...9, inProfile: false)
}
