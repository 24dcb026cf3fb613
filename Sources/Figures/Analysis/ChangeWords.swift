import Areas
import Core
import Measures

/// The words of the page about what changed.
extension FiguresWords {
    var changeFrom: String { say("Begin", "Beginning") }
    var changeTo: String { say("Eind", "End") }
    func fromTo(_ from: Period, _ to: Period) -> String { say("\(period(from)) tot \(period(to))", "\(period(from)) to \(period(to))") }
    var notComparable: String {
        say(
            "Deze twee jaren zijn niet te vergelijken. Wij rekenen daarom geen verschil uit.",
            "These two years cannot be compared. So we compute no difference.")
    }
    func changeSummary(_ table: ChangeTable, _ level: AreaLevel) -> String {
        let up = table.count(.up), down = table.count(.down), all = table.rows.count - table.count(.missing)
        let alone = table.count(.upAlone, .downAlone), unclear = table.count(.unclear) + alone
        if table.basis == .none {
            return say(
                "Van dit cijfer is geen marge bekend. Wij kunnen niet zeggen of een verschil meer is dan toeval.",
                "No margin is known for this figure. We cannot say whether a difference is more than chance.")
        }
        let certain = say(
            "Van \(count(all, of: level)) ging het cijfer in \(up) duidelijk omhoog en in \(down) duidelijk omlaag.",
            "Of \(count(all, of: level)), the figure clearly rose in \(up) and clearly fell in \(down).")
        let rest =
            table.basis == .rounding
            ? say(" In \(unclear) kan het verschil afronding zijn.", " In \(unclear) the difference may be rounding.")
            : say(" In \(unclear) kan het verschil toeval of afronding zijn.", " In \(unclear) the difference may be chance or rounding.")
        return certain + rest
    }

    func notFinal(_ period: Period, _ status: FigureStatus) -> String {
        say(
            "De cijfers van \(self.period(period)) zijn \(self.status(status)). Zij kunnen nog veranderen.",
            "The figures of \(self.period(period)) are \(self.status(status)). They may still change.")
    }

    func changeBasis(_ table: ChangeTable) -> String {
        switch table.basis {
        case .chance:
            let by = Numbers.text(0.05 * Double(table.family), in: language)
            return say(
                "De marge telt toeval en afronding mee (95%). Wij bekeken \(table.family) gebieden. Door toeval alleen zouden er ongeveer \(by) ‘duidelijk’ lijken. Daarvoor is gecorrigeerd.",
                "The margin allows for chance and rounding (95%). We looked at \(table.family) areas. By chance alone about \(by) would seem ‘clear’. That was corrected for."
            )
        case .published:
            return say(
                "De marge komt van de bron (95%). De fouten van één onderzoek hangen samen. Lees de marge van het verschil dus als een indruk.",
                "The margin comes from the source (95%). The errors of one study hang together. So read the margin of the difference as an impression.")
        case .rounding:
            return say(
                "Dit cijfer is geteld. De marge is wat afronding open laat: het echte verschil ligt er zeker binnen. Over toeval zegt zij niets.",
                "This figure was counted. The margin is what rounding leaves open: the true difference certainly lies within it. It says nothing about chance.")
        case .none:
            return say(
                "De tabel toont het verschil zonder oordeel.", "The table shows the difference without a verdict.")
        }
    }

    var regressionTitle: String { say("Terug naar het midden", "Back to the middle") }
    func regressionLine(_ table: ChangeTable, _ selected: ChangeTable.Selected, _ level: AreaLevel) -> String {
        let unit = table.indicator.unit
        let kind = selected.isHigh ? say("hoogste", "highest") : say("laagste", "lowest")
        let areas = count(selected.areas.count, of: level)
        return say(
            "De \(areas) met het \(kind) cijfer in \(period(table.from)) veranderden gemiddeld \(signed(selected.change, unit)). Alle gebieden samen veranderden \(signed(selected.overall, unit)). Wie aan de rand begint, schuift ook zonder oorzaak naar het midden. Wij verwachtten daarom \(signed(selected.expected, unit)), vergeleken met de rest. Dat deel is dus geen succes en geen tegenslag.",
            "The \(areas) with the \(kind) figure in \(period(table.from)) changed by \(signed(selected.change, unit)) on average. All areas together changed by \(signed(selected.overall, unit)). Who starts at the edge moves towards the middle even without a cause. So we expected \(signed(selected.expected, unit)), compared with the rest. That part is no success and no setback."
        )
    }

    var upCaption: String { say("Duidelijk omhoog", "Clearly up") }
    var downCaption: String { say("Duidelijk omlaag", "Clearly down") }
    var aloneCaption: String { say("Misschien veranderd", "Possibly changed") }
    func aloneHelp(_ family: Int) -> String {
        say(
            "Apart bekeken is het verschil groter dan de marge. Maar wij bekeken \(family) gebieden tegelijk. Dan kan het toeval zijn.",
            "Looked at alone, the difference is larger than the margin. But we looked at \(family) areas at once. Then it may be chance.")
    }
    var unclearCaption: String { say("Kan toeval of afronding zijn", "May be chance or rounding") }
    var cannotSayCaption: String { say("Niet te zeggen: geen marge bekend", "Cannot be said: no margin known") }
    var missingCaption: String { say("Niet te vergelijken", "Cannot be compared") }
    var differenceHead: String { say("Verschil", "Difference") }
    var expectedHead: String { say("Terug naar het midden", "Back to the middle") }
    var withoutMargin: String { say("geen marge", "no margin") }
    var notKnown: String { say("onbekend", "unknown") }
    var otherFigures: String { say("Alle andere cijfers", "All other figures") }
    var otherFiguresHelp: String {
        say(
            "Aantal gebieden per antwoord, tussen het oudste en het nieuwste jaar dat te vergelijken is. Ook hier geldt: hoe meer je bekijkt, hoe vaker toeval opvalt.",
            "Number of areas per answer, between the oldest and the newest year that can be compared. Here too: the more you look at, the more often chance stands out."
        )
    }
    func silentFigures(_ count: Int) -> String { say("Cijfers zonder marge: \(count)", "Figures without a margin: \(count)") }
    var silentHelp: String {
        say(
            "Van deze cijfers geeft de bron geen marge. Wij kunnen niet zeggen of een verschil meer is dan toeval. Bekijk ze een voor een.",
            "For these figures the source gives no margin. We cannot say whether a difference is more than chance. Look at them one by one.")
    }
    var upHead: String { say("Omhoog", "Up") }
    var downHead: String { say("Omlaag", "Down") }
    var unclearHead: String { say("Niet duidelijk", "Not clear") }
    var cannotSayHead: String { say("Niet te zeggen", "Cannot be said") }

    /// `+3 procentpunt`, `−12`.
    func signed(_ value: Double, _ unit: Unit) -> String {
        let text = difference(abs(value), unit)
        let isZero = difference(0, unit) == text
        return isZero ? text : (value > 0 ? "+" : "−") + text
    }

    /// `−2 tot +5 procentpunt`.
    func signedRange(_ range: ClosedRange<Double>, _ unit: Unit) -> String {
        func bare(_ value: Double) -> String {
            let text = unit.number(abs(value), in: language)
            return text == unit.number(0, in: language) ? text : (value > 0 ? "+" : "−") + text
        }
        return bare(range.lowerBound) + say(" tot ", " to ") + signed(range.upperBound, unit)
    }
}

/// How a change is read, in both languages.
enum ChangeWords {
    static func interpretation(_ outcome: ChangeOutcome?) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je ziet in welke gebieden een cijfer echt veranderde. Je ziet ook waar het verschil toeval of afronding kan zijn.",
                en: "You see in which areas a figure really changed. You also see where the difference may be chance or rounding."),
            reading: reading, advantages: advantages, limits: limits,
            doesNotSay: [
                Localized(
                    nl: "Een verandering zegt niet waardoor die kwam. Ook niet of een aanpak heeft gewerkt.",
                    en: "A change does not say what caused it. Nor whether an approach worked."),
                Localized(
                    nl: "In een gebied wonen nu deels andere mensen dan toen. Het cijfer kan veranderen terwijl niemand veranderde.",
                    en: "Partly other people live in an area now than then. The figure can change while nobody changed."),
                Localized(
                    nl: "Twee jaren zijn geen lijn. Wat ertussen gebeurde, zie je hier niet.",
                    en: "Two years make no line. What happened between them you do not see here."),
            ] + (outcome.map { [$0.indicator.doesNotSay] } ?? []),
            cautions: [.ecologicalFallacy, .stigma],
            method: Localized(
                nl:
                    "Verschil van twee cijfers met interval (Newcombe, 1998), correctie van Benjamini en Hochberg (1995), terugval naar het midden (Galton, 1886)",
                en:
                    "Difference of two figures with its interval (Newcombe, 1998), correction of Benjamini and Hochberg (1995), regression to the mean (Galton, 1886)"
            ),
            parameters: parameters(outcome), version: 1)
    }

    private static func parameters(_ outcome: ChangeOutcome?) -> [Interpretation.Parameter] {
        var list: [Interpretation.Parameter] = [
            .init(Localized(nl: "Zekerheid", en: "Confidence"), Localized("95%")),
            .init(
                Localized(nl: "Deel dat toeval mag zijn", en: "Part that may be chance"),
                Localized(nl: "5% van de gevonden gebieden", en: "5% of the areas found")),
        ]
        guard let outcome else { return list }
        list.append(
            .init(
                Localized(nl: "Jaren", en: "Years"),
                Localized(nl: FiguresWords(.nl).fromTo(outcome.from, outcome.to), en: FiguresWords(.en).fromTo(outcome.from, outcome.to))))
        if let regression = outcome.table?.regression {
            list.append(
                .init(
                    Localized(nl: "Samenhang tussen begin en eind (ρ)", en: "Correlation between beginning and end (ρ)"),
                    Localized(
                        nl: "\(Numbers.text(regression.correlation, decimals: 2, in: .nl)), over \(regression.areas) gebieden",
                        en: "\(Numbers.text(regression.correlation, decimals: 2, in: .en)), over \(regression.areas) areas")))
        }
        return list
    }

    private static let reading = [
        Localized(
            nl: "Kijk naar de marge, niet alleen naar het verschil. Staat er een min én een plus in, dan kan het ook andersom zijn.",
            en: "Look at the margin, not only at the difference. If it holds a minus and a plus, it may also be the other way round."),
        Localized(
            nl: "‘Misschien veranderd’ is geen bewijs. Van 100 gebieden lijken er door toeval altijd een paar veranderd.",
            en: "‘Possibly changed’ is no proof. Of 100 areas a few always seem to have changed by chance."),
        Localized(
            nl: "De laatste kolom zegt hoeveel je ook zonder oorzaak verwacht. Trek dat af voordat je iets concludeert.",
            en: "The last column says how much you expect without any cause. Take that off before you conclude anything."),
    ]
    private static let advantages = [
        Localized(
            nl: "Jaren met een andere betekenis of manier van meten worden niet vergeleken.", en: "Years with another definition or method are not compared."),
        Localized(
            nl: "Gebieden met een andere grens worden niet vergeleken, ook als hun code gelijk bleef.",
            en: "Areas with another border are not compared, even where their code stayed."),
        Localized(nl: "Je ziet ook wat niet te zeggen is.", en: "You also see what cannot be said."),
    ]
    private static let limits = [
        Localized(
            nl: "De terugval naar het midden is geschat uit dezelfde twee jaren. Met meer jaren zou dat beter zijn.",
            en: "The move back to the middle is estimated from the same two years. More years would be better."),
        Localized(
            nl: "Bij schattingen met een model ontbreekt vaak de marge.", en: "Model estimates often come without a margin."),
        Localized(
            nl: "De jaren zijn gekozen. Met een ander begin kan het beeld anders zijn.",
            en: "The years were chosen. With another beginning the picture can differ."),
    ]
}
