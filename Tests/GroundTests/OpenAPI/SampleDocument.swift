import OpenAPI

/// A document with one of everything, as the API of areas would have it.
enum SampleDocument {
    static let document = API.Document(
        info: .init(
            title: "Leefkring", version: "1.2.0", description: "Cijfers over wijken en buurten: \"open\", zonder sleutel.\nVersie één.",
            contact: .init(name: "Beheer", url: "https://example.org", email: "beheer@example.org"),
            licence: .init(name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/")),
        servers: [.init("/api/v1", description: "Deze server")],
        tags: [.init("gebieden", "Gemeenten, wijken en buurten"), .init("document", "Deze beschrijving")],
        operations: operations, schemas: schemas)

    static let operations = [
        API.Operation(
            id: "getDocument", .get, "/openapi.json", summary: "Deze beschrijving", tags: ["document"],
            responses: [API.Response(200, "De beschrijving", [.json(.object([]))])]),
        API.Operation(
            id: "listAreas", .get, "/gebieden", summary: "Zoek gebieden", tags: ["gebieden"],
            parameters: [
                .query("codes", .array(of: .string(pattern: "^[A-Z]{2}[0-9A-Z]{2,8}$"), maximumCount: 5), "Codes van gebieden", example: ["GM0222"]),
                .query("grensJaar", .integer(minimum: 2010, maximum: 2030).defaulting(to: 2024), "Jaar van de grenzen"),
                .header("Accept-Language", .string(values: ["nl", "en"]), "Taal van de woorden"),
            ],
            responses: [
                API.Response(
                    200, "Gebieden", [.json(.array(of: .reference("Area")), example: [["code": "GM0222", "naam": "Doetinchem", "inwoners": .null]])],
                    headers: [API.Header("Link", .string(), "Volgende bladzijde (RFC 8288)")])
            ], problems: [.badRequest, .tooManyRequests]),
        API.Operation(
            id: "getArea", .get, "/gebieden/{code}", summary: "Eén gebied", description: "Een code geldt met een jaar.", tags: ["gebieden"],
            parameters: [.path("code", .string(), "Code van het CBS", example: "BU02220101")],
            responses: [API.Response(200, "Het gebied", [.json(.reference("Area")), API.MediaType("application/geo+json", .any)])],
            problems: [.notFound, .badRequest, .notAcceptable]),
        API.Operation(
            id: "searchAreas", .post, "/gebieden/_zoek", summary: "Zoek op adres", tags: ["gebieden"],
            body: [.json(.object([API.Property("tekst", .string(minimumLength: 1, maximumLength: 80))]))],
            responses: [API.Response(200, "Gevonden", [.json(.array(of: .reference("Area")))])], problems: [.badRequest, .unsupportedMediaType],
            isDeprecated: true),
    ]

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Area",
            .object([
                API.Property("code", .string().described("Code van het CBS").example("GM0222")), API.Property("naam", .string()),
                API.Property("inwoners", .integer(minimum: 0).nullable),
                API.Property("dichtheid", .number(minimum: 0, maximum: 1e-5).nullable, required: false),
                API.Property("niveau", .string(values: ["gemeente", "wijk", "buurt"]).nullable, required: false),
                API.Property("ligtIn", API.Schema.reference("Area").nullable.described("Het gebied eromheen"), required: false),
                API.Property("marge", API.Schema.reference("Margin").described("Waar gepubliceerd"), required: false),
                API.Property("waarde", .oneOf([.number(), .string()]), required: false), API.Property("isActueel", .boolean, required: false),
            ])),
        .init("Margin", .object([API.Property("onder", .number()), API.Property("boven", .number())], additional: .string())),
    ]

    /// The sample with its operations changed.
    static func with(_ operations: [API.Operation], servers: [API.Document.Server]? = nil, info: API.Document.Info? = nil) -> API.Document {
        API.Document(info: info ?? document.info, servers: servers ?? document.servers, tags: document.tags, operations: operations, schemas: schemas)
    }
}
