import Areas
import Core
import OpenAPI
import Web

/// The shapes of ``IndicatorDocument``.
extension IndicatorDocument {
    static var schemas: [API.Document.NamedSchema] {
        let links = API.Property("_links", Links.schema(["self", "waarnemingen"]))
        return [
            .init("Eenheid", unitSchema), .init("IndicatorBron", sourceSchema),
            .init("IndicatorKort", .object(headProperties + [API.Property("heeftCijfers", .boolean), links])),
            .init("Indicator", .object(headProperties + meaningProperties + [API.Property("perioden", .array(of: periodSchema)), links])),
            .init("Indicatoren", Paging.schema("indicatoren", of: .reference("IndicatorKort"))),
        ]
    }

    private static let headProperties = [
        API.Property("sleutel", .string(pattern: FigureParameters.keyPattern).example("inwoners")),
        API.Property("thema", .string(values: Theme.allCases.map(\.rawValue))), API.Property("naam", Localized.reference),
        API.Property("soort", Indicator.Kind.schema), API.Property("eenheid", .reference("Eenheid")),
    ]

    private static let unitSchema = API.Schema.object([
        API.Property("voor", .string().described("Staat voor het getal, zoals het teken van de euro")),
        API.Property("achter", Localized.reference.described("Staat achter het getal, zoals %")),
        API.Property("factor", .number().described("De waarde keer dit getal is wat een lezer ziet")), API.Property("decimalen", .integer(minimum: 0)),
    ])

    private static let sourceSchema = API.Schema.object([
        API.Property("sleutel", .string()), API.Property("uitgever", .string()), API.Property("titel", Localized.reference),
        API.Property("tabel", API.Schema.string().nullable), API.Property("adres", .string(format: "uri")), API.Property("licentie", .string()),
        API.Property("naamsvermelding", Localized.reference),
    ])

    private static var meaningProperties: [API.Property] {
        let text = Localized.reference
        let optional = API.Schema.reference("Tekst").nullable
        return [
            API.Property("vraag", text), API.Property("richting", Indicator.Direction.schema), API.Property("grondslag", Indicator.Basis.schema),
            API.Property("geteldNaar", Indicator.Registered.schema), API.Property("afronding", roundingSchema),
            API.Property(
                "weglaten",
                .object([
                    API.Property("regel", optional), API.Property("onder", API.Schema.integer().nullable), API.Property("teken", API.Schema.string().nullable),
                ]).described("Wanneer de bron geen waarde geeft")), API.Property("onzekerheid", Indicator.Uncertainty.schema),
            API.Property(
                "samenvoegen",
                .object([
                    API.Property("manier", .string(values: ["optellen", "gewogen", "kan-niet"])), API.Property("gewicht", API.Schema.string().nullable),
                    API.Property("reden", optional),
                ])), API.Property("peildatum", text), API.Property("vergelijkbaarVanaf", API.Schema.integer().nullable),
            API.Property(
                "breuken",
                .array(
                    of: .object([API.Property("jaar", .integer()), API.Property("oorzaak", Indicator.Break.Cause.schema), API.Property("reden", text)]))),
            API.Property("bron", .reference("IndicatorBron")),
            API.Property("magEffectTonen", API.Schema.boolean.described("Of het cijfer mag laten zien dat een aanpak werkt")),
            API.Property("zegtNiet", text), API.Property("gevoeligheid", Indicator.Sensitivity.schema),
            API.Property("mogelijk", .object([API.Property("van", .number()), API.Property("tot", .number())])), API.Property("afleiding", derivationSchema),
            API.Property("inProfiel", .boolean),
        ]
    }

    private static var roundingSchema: API.Schema {
        let rule = API.Schema.object([
            API.Property("soort", .string(values: ["decimalen", "dichtstbij", "met-toeval", "onbekend", "geen"])),
            API.Property("op", API.Schema.integer().nullable.described("Het getal waarop is afgerond, of hoeveel decimalen")),
        ])
        return .object([API.Property("onderGemeente", rule), API.Property("vanafGemeente", rule)])
    }

    private static let derivationSchema = API.Schema.object([
        API.Property("teller", .string()), API.Property("noemer", .string()), API.Property("per", .integer()),
    ]).nullable

    private static let periodSchema = API.Schema.object([
        API.Property("periode", .string()), API.Property("indeling", .integer()), API.Property("stand", FigureStatus.schema),
        API.Property("niveaus", .array(of: .string(values: AreaLevel.allCases.map(\.rawValue)))), API.Property("levering", .reference("LeveringNaam")),
    ])
}
