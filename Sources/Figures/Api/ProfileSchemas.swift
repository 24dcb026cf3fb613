import Areas
import Core
import OpenAPI
import Web

/// The shapes of ``ProfileDocument``.
enum ProfileSchemas {
    static var all: [API.Document.NamedSchema] {
        [
            .init(
                "Profiel",
                .object([
                    API.Property("gebied", area), API.Property("cijfers", .array(of: .reference("ProfielCijfer"))),
                    API.Property("bronnen", .array(of: source).described("Elke levering waar een cijfer uit komt")),
                ])), .init("ProfielCijfer", figure), .init("ProfielWaarneming", observation), .init("Plaats", standing),
        ]
    }

    private static var area: API.Schema {
        let level = API.Schema.string(values: AreaLevel.allCases.map(\.rawValue))
        let place = API.Schema.object([API.Property("code", .string()), API.Property("naam", .string()), API.Property("niveau", level)])
        return .object([
            API.Property("code", .string(pattern: AreaParameters.pattern)), API.Property("naam", .string()), API.Property("niveau", level),
            API.Property("indeling", .integer().described("Jaar van de grenzen")), API.Property("hectareLand", API.Schema.number().nullable),
            API.Property("postcode", API.Schema.string().nullable),
            API.Property("ligtIn", .array(of: place).described("Van het land af, zonder het gebied zelf")),
        ])
    }

    private static var figure: API.Schema {
        .object([
            API.Property("sleutel", .string(pattern: FigureParameters.keyPattern)), API.Property("naam", Localized.reference),
            API.Property("thema", .string(values: Theme.allCases.map(\.rawValue))), API.Property("eenheid", .reference("Eenheid")),
            API.Property("soort", Indicator.Kind.schema), API.Property("grondslag", Indicator.Basis.schema), API.Property("zegtNiet", Localized.reference),
            API.Property("waarnemingen", .array(of: .reference("ProfielWaarneming")).described("De oudste eerst")),
            API.Property("plaatsInNederland", API.Schema.reference("Plaats").nullable),
            API.Property("plaatsInGemeente", API.Schema.reference("Plaats").nullable),
            API.Property("letOp", .array(of: Localized.reference)),
        ])
    }

    private static var observation: API.Schema {
        .object([
            API.Property("periode", .string()), API.Property("waarde", API.Schema.number().nullable),
            API.Property("reden", API.Schema.reference("Reden").nullable), API.Property("marge", API.Schema.reference("Marge").nullable),
            API.Property("stand", FigureStatus.schema), API.Property("vergelijkbaar", .boolean),
            API.Property("nietVergelijkbaarOmdat", API.Schema.reference("Tekst").nullable),
            API.Property("bron", .string().described("De levering, zoals kwb-2024:1")),
        ])
    }

    private static let standing = API.Schema.object([
        API.Property("aantal", .integer(minimum: 0).described("Gebieden van dit niveau met een cijfer")), API.Property("zonderCijfer", .integer(minimum: 0)),
        API.Property("deelLager", .number(minimum: 0, maximum: 1).described("Deel met een lagere waarde; gelijke waarden tellen niet mee")),
        API.Property("deelHoger", .number(minimum: 0, maximum: 1)), API.Property("midden", .number()),
    ]).described("Waar de nieuwste waarde staat onder de gebieden van dit niveau")

    private static let source = API.Schema.object([
        API.Property("sleutel", .string()), API.Property("levering", .integer(minimum: 1)), API.Property("titel", .string()),
        API.Property("uitgever", .string()), API.Property("tabel", API.Schema.string().nullable), API.Property("adres", API.Schema.string().nullable),
        API.Property("licentie", .string()), API.Property("naamsvermelding", .string()), API.Property("indeling", .integer()),
        API.Property("opgehaald", API.Schema.string(format: "date-time").nullable),
        API.Property("gewijzigd", API.Schema.string(format: "date-time").nullable), API.Property("ingelezen", .string(format: "date-time")),
        API.Property("sha256", .string()),
    ])
}
