import Areas
import Core
import OpenAPI
import Web

/// One figure of one area as JSON, complete in itself: value or reason, interval, time, borders, status, unit and source.
enum ObservationDocument {
    /// - Parameter name: of the area, where the list is about many
    static func node(_ observation: Observation, of indicator: Indicator, code: AreaCode, name: String? = nil) -> API.Node {
        let breach: Localized? = if case .broken(let reason) = observation.comparable { reason } else { nil }
        return .members([
            "gebied": .string(code.description), "naam": name.map { .string($0) }, "indicator": .string(indicator.key),
            "periode": .string(observation.period.description), "indeling": .integer(observation.edition.boundaryYear), "waarde": .value(observation.value),
            "reden": reason(observation), "marge": margin(observation.interval), "stand": observation.status.node,
            "eenheid": IndicatorDocument.unit(indicator.unit),
            "eigenBerekening": .boolean(indicator.derivation != nil), "vergelijkbaar": .boolean(breach == nil), "nietVergelijkbaarOmdat": breach?.node ?? .null,
            "bron": source(observation.edition),
        ])
    }

    private static func reason(_ observation: Observation) -> API.Node {
        guard observation.value == nil else { return .null }
        let reason = observation.missing ?? .notDelivered
        return ["code": reason.node, "uitleg": reason.explanation.node]
    }

    private static func margin(_ interval: Interval?) -> API.Node {
        guard let interval else { return .null }
        return ["van": .number(interval.lower), "tot": .number(interval.upper), "soort": interval.kind.node]
    }

    private static func source(_ edition: Edition) -> API.Node {
        [
            "tabel": .value(edition.table), "titel": .string(edition.title), "uitgever": .string(edition.publisher), "levering": EditionDocument.name(edition),
            "opgehaald": .time(edition.retrievedAt), "licentie": .string(edition.licence), "naamsvermelding": .string(edition.attribution),
        ]
    }

    static var schemas: [API.Document.NamedSchema] {
        let unknown = API.Schema.object([
            API.Property("code", .string(values: MissingReason.allCases.filter { $0 != .none }.map(\.apiWord))), API.Property("uitleg", Localized.reference),
        ])
        let margin = API.Schema.object([
            API.Property("van", .number()), API.Property("tot", .number()),
            API.Property("soort", Interval.Kind.schema.described("De marge van de bron, toeval bij kleine aantallen, of alleen wat afronding openlaat")),
        ])
        let source = API.Schema.object([
            API.Property("tabel", API.Schema.string().nullable.described("Nummer van de tabel bij de uitgever")), API.Property("titel", .string()),
            API.Property("uitgever", .string()), API.Property("levering", .reference("LeveringNaam")),
            API.Property("opgehaald", API.Schema.string(format: "date-time").nullable), API.Property("licentie", .string()),
            API.Property("naamsvermelding", .string().described("De woorden die de licentie vraagt")),
        ])
        return [
            .init("Reden", unknown.described("Waarom er geen waarde is")), .init("Marge", margin.described("Waar het echte getal kan liggen")),
            .init("Bron", source),
            .init("Waarneming", .object(measured + context).described("Eén cijfer van één gebied. Geen waarde is nooit nul.")),
            .init("Waarnemingen", Paging.schema("waarnemingen", of: .reference("Waarneming"))),
        ]
    }

    private static let measured = [
        API.Property("gebied", .string(pattern: AreaParameters.pattern)), API.Property("naam", .string(), required: false),
        API.Property("indicator", .string(pattern: FigureParameters.keyPattern)), API.Property("periode", .string().example("2024")),
        API.Property("indeling", .integer().described("Het jaar van de grenzen en codes van de bron")),
        API.Property("waarde", API.Schema.number().nullable.described("Zoals de bron hem geeft, niet afgerond. Null als er geen is: zie reden")),
        API.Property("reden", API.Schema.reference("Reden").nullable), API.Property("marge", API.Schema.reference("Marge").nullable),
    ]

    private static let context = [
        API.Property("stand", FigureStatus.schema), API.Property("eenheid", .reference("Eenheid")),
        API.Property("eigenBerekening", API.Schema.boolean.described("Door ons berekend uit andere cijfers van de bron")),
        API.Property("vergelijkbaar", API.Schema.boolean.described("Gaat over hetzelfde stuk land als het gebied van het gevraagde jaar")),
        API.Property("nietVergelijkbaarOmdat", API.Schema.reference("Tekst").nullable), API.Property("bron", .reference("Bron")),
    ]
}
