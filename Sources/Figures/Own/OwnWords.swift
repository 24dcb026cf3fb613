import Areas
import Core

/// The sentences of the pages of own data and custom areas.
extension FiguresWords {
    var ownTitle: String { say("Eigen cijfers", "Own figures") }
    var ownLead: String {
        say(
            "Dit zijn tellingen die een gemeente of organisatie zelf aanlevert. Wij laten ze pas zien als niemand er een persoon in herkent.",
            "These are counts that a municipality or organisation delivers itself. We show them only when nobody can recognise a person in them.")
    }
    var noOwnTables: String { say("Er zijn nog geen eigen cijfers.", "There are no own figures yet.") }
    var ownTables: String { say("Alle eigen cijfers", "All own figures") }
    var ownTableHead: String { say("Telling", "Count") }
    var countedBy: String { say("Geteld door", "Counted by") }
    var unnamedSource: String { say("niet vermeld", "not named") }
    var countedPer: String { say("Kleinste gebied", "Smallest area") }
    var ownNumber: String { say("Levering", "Delivery") }
    var ownThreshold: String { say("Ondergrens", "Threshold") }
    func thresholdText(_ k: Int) -> String { say("aantallen van 1 tot en met \(k - 1) laten wij niet zien", "we do not show numbers from 1 to \(k - 1)") }
    var ownRounding: String { say("Afronding", "Rounding") }
    var roundingText: String {
        say("op 5, met toeval; dezelfde mensen geven altijd hetzelfde getal", "to 5, by chance; the same people always give the same number")
    }
    func bordersOf(_ year: Int) -> String { say("indeling van \(year)", "borders of \(year)") }

    var chooseLevel: String { say("Kies een niveau", "Choose a level") }
    var chooseMunicipality: String { say("Kies een gemeente", "Choose a municipality") }
    func ownCaption(_ title: String, _ level: AreaLevel, _ place: String?) -> String {
        let kinds = AreasWords(language).kinds(level)
        return place.map { say("\(title): \(kinds) van \($0)", "\(title): \(kinds) of \($0)") } ?? "\(title): \(kinds)"
    }
    var areaHead: String { say("Gebied", "Area") }
    var ownTotal: String { say("Totaal", "Total") }
    var withheld: String { say("afgeschermd", "withheld") }
    func ofDelivery(_ number: Int) -> String { say("levering \(number)", "delivery \(number)") }
    var notAddedUp: String { say("niet opgeteld", "not added up") }

    var whyWithheldTitle: String { say("Waarom staat er ‘afgeschermd’?", "Why does it say ‘withheld’?") }
    func whyWithheld(_ k: Int) -> String {
        say(
            "‘Afgeschermd’ betekent: het aantal is te klein (minder dan \(k)), of bijna iedereen valt in dezelfde groep. Of je zou zo'n getal kunnen uitrekenen door andere getallen af te trekken. Welke van de drie het is, zeggen wij niet. Een nul mag je wel zien.",
            "‘Withheld’ means: the number is too small (fewer than \(k)), or nearly everyone is in the same group. Or you could work out such a number by subtracting others. Which of the three it is, we do not say. A zero may be seen."
        )
    }
    var whyOlder: String {
        say(
            "Staat er een nummer van een eerdere levering bij? Dan laten wij de nieuwe telling niet zien. Anders zie je aan het verschil dat er een paar mensen bij kwamen of weggingen.",
            "Does a number of an earlier delivery stand beside it? Then we do not show the new count. Otherwise the difference would tell that a few people came or went."
        )
    }
    func whyNotAddedUp(_ names: String) -> String {
        say("Niet opgeteld, omdat er gebieden ontbreken: \(names).", "Not added up, because areas are missing: \(names).")
    }

    var ownSaysNotTitle: String { say("Wat deze cijfers niet zeggen", "What these figures do not say") }
    func ownSaysNot(records: Bool) -> [String] {
        [
            say(
                "Ze tellen alleen wat de aanleveraar heeft opgeschreven. Wat niet is gemeld of geteld, zit er niet in.",
                "They count only what the one who delivers wrote down. What was not reported or counted is not in it."),
            say("Door het afronden tellen getallen niet altijd precies op.", "Because of the rounding, numbers do not always add up exactly."),
            say(
                "Een groot gebied heeft meer mensen, dus vaak een hoger aantal. Vergelijk daarom niet zonder het aantal inwoners.",
                "A large area has more people, so often a higher number. So do not compare without the number of residents."),
            records
                ? say("Een rij is één melding of registratie. Eén persoon kan er meer hebben.", "A row is one report or record. One person may have several.")
                : say(
                    "De aantallen zijn al geteld aangeleverd. Wij kunnen niet nagaan hoe.",
                    "The numbers were delivered as counts. We cannot check how they were counted."),
        ]
    }
    var ownDownload: String { say("Meenemen", "Take along") }
    var ownAPI: String { say("Deze cijfers in de API", "These figures in the API") }
    var ownPanelLead: String {
        say("Tellingen die de gemeente of een organisatie zelf aanlevert.", "Counts that the municipality or an organisation delivers itself.")
    }

    var customTitle: String { say("Eigen gebieden", "Custom areas") }
    var customLead: String {
        say(
            "Een eigen gebied bestaat uit hele buurten die iemand bij elkaar heeft gezet. Bijvoorbeeld het werkgebied van een wijkteam.",
            "A custom area is made of whole neighbourhoods that someone put together. For instance the working area of a neighbourhood team.")
    }
    var noCustomAreas: String { say("Er zijn nog geen eigen gebieden.", "There are no custom areas yet.") }
    var allCustomAreas: String { say("Alle eigen gebieden", "All custom areas") }
    func neighbourhoods(_ count: Int) -> String { self.count(count, of: .neighbourhood) }
    var customVersion: String { say("Versie", "Version") }
    var madeOn: String { say("Gemaakt op", "Made on") }
    var madeOf: String { say("De buurten", "The neighbourhoods") }
    func customIntro(_ count: Int, _ year: Int) -> String {
        say(
            "Een eigen gebied van \(neighbourhoods(count)), in de indeling van \(year).",
            "A custom area of \(neighbourhoods(count)), in the borders of \(year).")
    }
    var openFigures: String { say("Open cijfers", "Open figures") }
    var openFiguresLead: String {
        say(
            "Aantallen zijn opgeteld. Aandelen en gemiddelden zijn gewogen met hun eigen aantal. Ontbreekt er een buurt, dan geven wij geen cijfer.",
            "Numbers are added up. Shares and means are weighted by their own number. Where a neighbourhood is missing, we give no figure.")
    }
    func partsMissing(_ count: Int, of all: Int) -> String {
        say(
            "\(count) van \(all) buurten \(count == 1 ? "heeft" : "hebben") geen cijfer",
            "\(count) of \(all) neighbourhoods \(count == 1 ? "has" : "have") no figure")
    }
    func partsUnweighed(_ count: Int, of all: Int) -> String {
        say(
            "bij \(count) van \(all) buurten ontbreekt het aantal om mee te wegen",
            "for \(count) of \(all) neighbourhoods the number to weigh by is missing")
    }
    var customSaysNot: [String] {
        [
            say(
                "Een eigen gebied is een keuze. Met andere buurten erbij kan het cijfer heel anders zijn.",
                "A custom area is a choice. With other neighbourhoods the figure may be quite different."),
            say("Een gemiddelde van het gebied zegt niets over één straat of één mens.", "A mean of the area says nothing about one street or one person."),
            say(
                "De marge is alleen die van het afronden. Andere onzekerheid zit er niet in.",
                "The margin is that of rounding only. Other uncertainty is not in it."),
        ]
    }
    var roundingMargin: String { say("Marge door afronden", "Margin of rounding") }
    var notInTable: String { say("Deze tellingen gaan niet over alle buurten van het gebied.", "These counts are not about all neighbourhoods of the area.") }
}
