import Core
import OpenAPI
import Web

/// Deliveries as JSON.
enum EditionDocument {
    /// What names a delivery wherever it is mentioned.
    static func name(_ edition: Edition) -> API.Node {
        ["bron": .string(edition.source), "nummer": .integer(edition.number)]
    }

    static func members(_ edition: Edition, inForce: Bool) -> [API.Node.Member] {
        [
            .init("bron", .string(edition.source)), .init("nummer", .integer(edition.number)), .init("titel", .string(edition.title)),
            .init("uitgever", .string(edition.publisher)), .init("tabel", .value(edition.table)), .init("adres", .value(edition.address)),
            .init("licentie", .string(edition.licence)), .init("naamsvermelding", .string(edition.attribution)),
            .init("indeling", .integer(edition.boundaryYear)), .init("opgehaald", .time(edition.retrievedAt)),
            .init("gewijzigd", .time(edition.modifiedAt)), .init("ingelezen", .time(edition.importedAt)), .init("gebieden", .integer(edition.rows)),
            .init("sha256", .string(edition.digest)), .init("geldt", .boolean(inForce)),
            .init("_links", ["self": Links.link(FiguresAPIRoute.edition(edition.source, edition.number).address)]),
        ]
    }

    static func detail(_ edition: Edition, inForce: Bool, notes: [Diagnostic]) -> API.Node {
        let remarks = notes.map { note -> API.Node in
            ["rij": .value(note.row), "kolom": .value(note.column), "waarde": .value(note.value), "opmerking": note.reason.node]
        }
        return .object(members(edition, inForce: inForce) + [.init("opmerkingen", .array(remarks))])
    }

    static var schemas: [API.Document.NamedSchema] {
        let remark = API.Schema.object([
            API.Property("rij", API.Schema.integer().nullable), API.Property("kolom", API.Schema.string().nullable),
            API.Property("waarde", API.Schema.string().nullable), API.Property("opmerking", Localized.reference),
        ])
        return [
            .init(
                "LeveringNaam",
                .object([API.Property("bron", .string(pattern: FigureParameters.keyPattern)), API.Property("nummer", .integer(minimum: 1))])),
            .init("Levering", .object(properties)),
            .init(
                "LeveringUitgebreid",
                .object(properties + [API.Property("opmerkingen", .array(of: remark).described("Wat bij het inlezen opviel"))])),
            .init("Leveringen", Paging.schema("leveringen", of: .reference("Levering"))),
        ]
    }

    private static let properties = [
        API.Property("bron", .string(pattern: FigureParameters.keyPattern)), API.Property("nummer", .integer(minimum: 1)), API.Property("titel", .string()),
        API.Property("uitgever", .string()), API.Property("tabel", API.Schema.string().nullable), API.Property("adres", API.Schema.string().nullable),
        API.Property("licentie", .string()), API.Property("naamsvermelding", .string()), API.Property("indeling", .integer()),
        API.Property("opgehaald", API.Schema.string(format: "date-time").nullable),
        API.Property("gewijzigd", API.Schema.string(format: "date-time").nullable), API.Property("ingelezen", .string(format: "date-time")),
        API.Property("gebieden", .integer(minimum: 0).described("Hoeveel gebieden de levering heeft")),
        API.Property("sha256", .string().described("SHA-256 van de bytes en van de mapping")),
        API.Property("geldt", API.Schema.boolean.described("Of dit de nieuwste levering van de bron is")),
        API.Property("_links", Links.schema(["self"])),
    ]
}
