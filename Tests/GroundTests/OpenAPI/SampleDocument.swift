import OpenAPI

/// A document with one of everything, as the API of areas would have it.
enum SampleDocument {
    static let document = Document(
        info: .init(
            title: "Leefkring", version: "1.2.0", description: "Cijfers over wijken en buurten: \"open\", zonder sleutel.\nVersie één.",
            contact: .init(name: "Beheer", url: "https://example.org", email: "beheer@example.org"),
            licence: .init(name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/")),
        servers: [.init("/api/v1", description: "Deze server")],
        tags: [.init("gebieden", "Gemeenten, wijken en buurten"), .init("document", "Deze beschrijving")],
        operations: operations, schemas: schemas)

    static let operations = [
        Operation(
            id: "getDocument", .get, "/openapi.json", summary: "Deze beschrijving", tags: ["document"],
            responses: [Response(200, "De beschrijving", [.json(.object([]))])]),
        Operation(
            id: "listAreas", .get, "/gebieden", summary: "Zoek gebieden", tags: ["gebieden"],
            parameters: [
                .query("codes", .array(of: .string(pattern: "^[A-Z]{2}[0-9A-Z]{2,8}$"), maximumCount: 5), "Codes van gebieden", example: ["GM0222"]),
                .query("grensJaar", .integer(minimum: 2010, maximum: 2030).defaulting(to: 2024), "Jaar van de grenzen"),
                .header("Accept-Language", .string(values: ["nl", "en"]), "Taal van de woorden"),
            ],
            responses: [
                Response(
                    200, "Gebieden", [.json(.array(of: .reference("Area")), example: [["code": "GM0222", "naam": "Doetinchem", "inwoners": .null]])],
                    headers: [Header("Link", .string(), "Volgende bladzijde (RFC 8288)")])
            ], problems: [.badRequest, .tooManyRequests]),
        Operation(
            id: "getArea", .get, "/gebieden/{code}", summary: "Eén gebied", description: "Een code geldt met een jaar.", tags: ["gebieden"],
            parameters: [.path("code", .string(), "Code van het CBS", example: "BU02220101")],
            responses: [Response(200, "Het gebied", [.json(.reference("Area")), MediaType("application/geo+json", .any)])],
            problems: [.notFound, .badRequest, .notAcceptable]),
        Operation(
            id: "searchAreas", .post, "/gebieden/_zoek", summary: "Zoek op adres", tags: ["gebieden"],
            body: [.json(.object([Property("tekst", .string(minimumLength: 1, maximumLength: 80))]))],
            responses: [Response(200, "Gevonden", [.json(.array(of: .reference("Area")))])], problems: [.badRequest, .unsupportedMediaType], isDeprecated: true),
    ]

    static let schemas: [Document.NamedSchema] = [
        .init(
            "Area",
            .object([
                Property("code", .string().described("Code van het CBS").example("GM0222")), Property("naam", .string()),
                Property("inwoners", .integer(minimum: 0).nullable), Property("dichtheid", .number(minimum: 0, maximum: 1e-5).nullable, required: false),
                Property("niveau", .string(values: ["gemeente", "wijk", "buurt"]).nullable, required: false),
                Property("ligtIn", Schema.reference("Area").nullable.described("Het gebied eromheen"), required: false),
                Property("marge", Schema.reference("Margin").described("Waar gepubliceerd"), required: false),
                Property("waarde", .oneOf([.number(), .string()]), required: false), Property("isActueel", .boolean, required: false),
            ])),
        .init("Margin", .object([Property("onder", .number()), Property("boven", .number())], additional: .string())),
    ]

    /// The sample with its operations changed.
    static func with(_ operations: [Operation], servers: [Document.Server]? = nil, info: Document.Info? = nil) -> Document {
        Document(info: info ?? document.info, servers: servers ?? document.servers, tags: document.tags, operations: operations, schemas: schemas)
    }
}
