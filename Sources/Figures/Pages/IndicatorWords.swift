import Core

/// What an indicator is worth, in words: used in the details below a figure and on its own page.
extension FiguresWords {
    var notSaidSummary: String { say("Wat zegt dit cijfer niet?", "What does this figure not say?") }
    var question: String { say("Vraag", "Question") }
    var certainty: String { say("Hoe zeker", "How certain") }
    var referenceDate: String { say("Peildatum", "Reference date") }
    var rounding: String { say("Afronding", "Rounding") }
    var suppression: String { say("Weggelaten", "Left out") }
    var howMade: String { say("Hoe gemaakt", "How it is made") }

    func kind(_ kind: Indicator.Kind) -> String {
        switch kind {
        case .count: say("aantal", "number")
        case .share: say("deel, in procenten", "share, in percent")
        case .rate: say("aantal per zoveel inwoners", "number per so many residents")
        case .mean: say("gemiddelde", "average")
        case .median: say("middelste waarde", "middle value")
        case .index: say("samengestelde score", "composite score")
        case .grade: say("klasse", "class")
        case .modelledEstimate: say("schatting met een model", "estimate by a model")
        }
    }

    func basis(_ basis: Indicator.Basis) -> String {
        switch basis {
        case .register: say("Geteld in registers, zoals de bevolkingsadministratie.", "Counted in registers, such as the population register.")
        case .sample: say("Antwoorden van een deel van de mensen.", "Answers of some of the people.")
        case .model: say("Geschat met een model uit andere gegevens.", "Estimated by a model from other data.")
        case .registration: say("Geteld voor zover het gemeld is.", "Counted as far as it was reported.")
        }
    }

    func uncertainty(_ uncertainty: Indicator.Uncertainty) -> String {
        switch uncertainty {
        case .publishedMargin: say("De bron geeft zelf een marge.", "The source itself gives a margin.")
        case .count:
            say(
                "Bij kleine aantallen speelt toeval mee. Wij rekenen een 95%-marge.",
                "With small numbers chance plays a part. We compute a 95% margin.")
        case .sample: say("Een steekproef: niet iedereen is gevraagd.", "A sample: not everyone was asked.")
        case .roundingOnly: say("Alleen de afronding laat ruimte.", "Only the rounding leaves room.")
        case .notPublished: say("Onzeker, maar de bron geeft geen marge.", "Uncertain, but the source gives no margin.")
        }
    }

    func rounding(_ rule: Indicator.Rounding.Rule) -> String {
        switch rule {
        case .exact: say("niet afgerond", "not rounded")
        case .decimals(0): say("op hele getallen", "to whole numbers")
        case .decimals(1): say("op één cijfer achter de komma", "to one decimal")
        case .decimals(let digits): say("op \(digits) cijfers achter de komma", "to \(digits) decimals")
        case .nearest(let base): say("op het dichtstbijzijnde veelvoud van \(base)", "to the nearest multiple of \(base)")
        case .random(let base): say("met toeval naar boven of beneden, op een veelvoud van \(base)", "by chance up or down, to a multiple of \(base)")
        case .unknown(let base):
            say(
                "waarschijnlijk op een veelvoud van \(base); de bron noemt geen regel",
                "probably to a multiple of \(base); the source names no rule")
        }
    }

    func direction(_ direction: Indicator.Direction) -> String {
        switch direction {
        case .higherIsBetter: say("Hoger is gunstiger.", "Higher is more favourable.")
        case .lowerIsBetter: say("Lager is gunstiger.", "Lower is more favourable.")
        case .none: say("Hoger is niet beter of slechter. Het beschrijft alleen.", "Higher is neither better nor worse. It only describes.")
        }
    }

    func registered(_ place: Indicator.Registered) -> String {
        switch place {
        case .residence: say("waar mensen wonen", "where people live")
        case .placeOfEvent: say("waar het gebeurde", "where it happened")
        case .workplace: say("waar mensen werken", "where people work")
        case .institution: say("waar de instelling staat", "where the institution stands")
        case .place: say("de plek zelf", "the place itself")
        }
    }

    func aggregation(_ aggregation: Indicator.Aggregation) -> String {
        switch aggregation {
        case .sum: say("Je mag gebieden bij elkaar optellen.", "Areas may be added up.")
        case .weighted:
            say(
                "Optellen kan alleen met gewichten: grote gebieden tellen zwaarder.",
                "Areas can only be combined with weights: large areas count for more.")
        case .notPossible(let reason): reason[language]
        }
    }

    func derivation(_ derivation: Indicator.Derivation) -> String {
        func name(_ key: String) -> String { (Catalogue.indicator(key)?.name[language] ?? key).lowercased() }
        switch derivation {
        case .share(let part, let whole):
            return say(
                "Eigen berekening: 100 × \(name(part)) / \(name(whole)), uit hetzelfde jaar.",
                "Own calculation: 100 × \(name(part)) / \(name(whole)), of the same year.")
        case .rate(let events, let per, let population):
            let number = Numbers.text(Double(per), in: language)
            return say(
                "Eigen berekening: \(number) × \(name(events)) / \(name(population)), uit hetzelfde jaar.",
                "Own calculation: \(number) × \(name(events)) / \(name(population)), of the same year.")
        }
    }

    func cause(_ cause: Indicator.Break.Cause) -> String {
        switch cause {
        case .definition: say("andere omschrijving", "other definition")
        case .border: say("andere grens", "other border")
        case .method: say("andere methode", "other method")
        }
    }
}
