import Areas
import Core
import OpenAPI
import Web

/// Indicators as JSON: all that a reader needs to know before the number says something.
enum IndicatorDocument {
    static func short(_ indicator: Indicator, book: FigureBook) -> API.Node {
        .object(head(indicator) + [.init("heeftCijfers", .boolean(!book.columns(of: indicator.key).isEmpty)), .init("_links", links(indicator))])
    }

    static func node(_ indicator: Indicator, book: FigureBook) -> API.Node {
        .object(head(indicator) + meaning(indicator) + [.init("perioden", periods(book.columns(of: indicator.key))), .init("_links", links(indicator))])
    }

    private static func head(_ indicator: Indicator) -> [API.Node.Member] {
        [
            .init("sleutel", .string(indicator.key)), .init("thema", .string(indicator.theme.rawValue)), .init("naam", indicator.name.node),
            .init("soort", indicator.kind.node), .init("eenheid", unit(indicator.unit)),
        ]
    }

    private static func meaning(_ indicator: Indicator) -> [API.Node.Member] {
        [
            .init("vraag", indicator.question.node), .init("richting", indicator.direction.node), .init("grondslag", indicator.basis.node),
            .init("geteldNaar", indicator.registeredAt.node), .init("afronding", rounding(indicator.rounding)),
            .init("weglaten", suppression(indicator.suppression)), .init("onzekerheid", indicator.uncertainty.node),
            .init("samenvoegen", aggregation(indicator.aggregation)), .init("peildatum", indicator.referenceDate.node),
            .init("vergelijkbaarVanaf", .value(indicator.comparableSince)),
            .init(
                "breuken",
                .array(indicator.breaks.map { ["jaar": .integer($0.year), "oorzaak": $0.cause.node, "reden": $0.reason.node] })),
            .init("bron", source(indicator.source)), .init("magEffectTonen", .boolean(indicator.mayShowEffect)),
            .init("zegtNiet", indicator.doesNotSay.node), .init("gevoeligheid", indicator.sensitivity.node),
            .init("mogelijk", ["van": .number(indicator.possible.lowerBound), "tot": .number(indicator.possible.upperBound)]),
            .init("afleiding", derivation(indicator.derivation)), .init("inProfiel", .boolean(indicator.inProfile)),
        ]
    }

    /// How a value is written. The value itself stays in the unit of the source: times `factor` is what a reader sees.
    static func unit(_ unit: Unit) -> API.Node {
        ["voor": .string(unit.prefix), "achter": unit.suffix.node, "factor": .number(unit.factor), "decimalen": .integer(unit.decimals)]
    }

    private static func rounding(_ rounding: Indicator.Rounding) -> API.Node {
        func rule(_ rule: Indicator.Rounding.Rule) -> API.Node {
            let (kind, base): (String, Int?) =
                switch rule {
                case .decimals(let digits): ("decimalen", digits)
                case .nearest(let base): ("dichtstbij", base)
                case .random(let base): ("met-toeval", base)
                case .unknown(let base): ("onbekend", base)
                case .exact: ("geen", nil)
                }
            return ["soort": .string(kind), "op": .value(base)]
        }
        return ["onderGemeente": rule(rounding.belowMunicipality), "vanafGemeente": rule(rounding.municipality)]
    }

    private static func suppression(_ suppression: Indicator.Suppression) -> API.Node {
        ["regel": suppression.rule?.node ?? .null, "onder": .value(suppression.threshold), "teken": .value(suppression.sign)]
    }

    private static func aggregation(_ aggregation: Indicator.Aggregation) -> API.Node {
        switch aggregation {
        case .sum: ["manier": "optellen", "gewicht": .null, "reden": .null]
        case .weighted(let weight): ["manier": "gewogen", "gewicht": .string(weight), "reden": .null]
        case .notPossible(let reason): ["manier": "kan-niet", "gewicht": .null, "reden": reason.node]
        }
    }

    private static func derivation(_ derivation: Indicator.Derivation?) -> API.Node {
        switch derivation {
        case .share(let part, let whole): ["teller": .string(part), "noemer": .string(whole), "per": 100]
        case .rate(let events, let per, let population): ["teller": .string(events), "noemer": .string(population), "per": .integer(per)]
        case nil: .null
        }
    }

    private static func source(_ source: SourceTable) -> API.Node {
        [
            "sleutel": .string(source.key), "uitgever": .string(source.publisher), "titel": source.title.node, "tabel": .value(source.table),
            "adres": .string(source.address), "licentie": .string(source.licence), "naamsvermelding": source.attribution.node,
        ]
    }

    /// In which periods there are figures, on which borders, for which levels.
    private static func periods(_ columns: [FigureColumn]) -> API.Node {
        .array(
            columns.map { column in
                [
                    "periode": .string(column.period.description), "indeling": .integer(column.frame.edition.boundaryYear), "stand": column.status.node,
                    "niveaus": .array(AreaLevel.allCases.filter(column.isDelivered).map { .string($0.rawValue) }),
                    "levering": EditionDocument.name(column.frame.edition),
                ]
            })
    }

    private static func links(_ indicator: Indicator) -> API.Node {
        [
            "self": Links.link(FiguresAPIRoute.indicator(indicator.key).address),
            "waarnemingen": Links.link(FiguresAPIRoute.indicatorObservations(indicator.key).address),
        ]
    }
}
