import Core
import OpenAPI
import Web

/// A link from an area to a resource of another slice: Site gives them, so that this slice knows no other.
package struct AreaLink: Sendable {
    let name: String
    let address: @Sendable (Area) -> PageAddress

    package init(_ name: String, _ address: @escaping @Sendable (Area) -> PageAddress) {
        self.name = name
        self.address = address
    }
}

/// Areas as JSON, with the shapes of that JSON.
struct AreaDocument: Sendable {
    let links: [AreaLink]

    /// The members every area has.
    func members(_ area: Area) -> [API.Node.Member] {
        [
            .init("code", .string(area.code.description)), .init("indeling", .integer(area.year)), .init("niveau", .string(area.level.rawValue)),
            .init("naam", .string(area.name)), .init("directBoven", .value(area.parent?.description)), .init("postcode", .value(area.postcode)),
            .init("hectareLand", .value(area.landHectares)),
        ]
    }

    func node(_ area: Area, isGuess: Bool? = nil) -> API.Node {
        .object(members(area) + (isGuess.map { [.init("typefoutVergeven", .boolean($0))] } ?? []) + [.init("_links", links(area))])
    }

    func detail(_ area: Area, map: AreaMap, gazetteer: Gazetteer) -> API.Node {
        .object(
            members(area) + [
                .init("jaren", .array(gazetteer.years.filter { gazetteer.area(area.code, in: $0) != nil }.map { .integer($0) })),
                .init("lijn", .array(map.lineage(of: area.code).map(Self.reference))),
                .init("delen", .array(map.children(of: area.code).map(Self.reference))), .init("_links", links(area)),
            ])
    }

    private static func reference(_ area: Area) -> API.Node {
        ["code": .string(area.code.description), "niveau": .string(area.level.rawValue), "naam": .string(area.name)]
    }

    private func links(_ area: Area) -> API.Node {
        let own: [API.Node.Member] = [
            .init("self", Links.link(AreasAPIRoute.area(area.code, year: area.year).address)),
            .init("grens", Links.link(AreasAPIRoute.boundary(area.code, year: area.year).address)),
        ]
        return .object(own + links.map { .init($0.name, Links.link($0.address(area))) })
    }

    var schemas: [API.Document.NamedSchema] {
        let links = API.Property("_links", Links.schema(["self", "grens"] + self.links.map(\.name)))
        let guess = API.Property("typefoutVergeven", API.Schema.boolean.described("Alleen bij zoeken: pas gevonden toen een typefout mocht"), required: false)
        let detail = [
            API.Property("jaren", .array(of: .integer()).described("Jaren waarin deze code bestaat")),
            API.Property("lijn", .array(of: .reference("GebiedKort")).described("Van het land tot en met het gebied zelf")),
            API.Property("delen", .array(of: .reference("GebiedKort")).described("De gebieden er direct onder")), links,
        ]
        return [
            .init("Gebied", .object(Self.properties + [guess, links])), .init("GebiedUitgebreid", .object(Self.properties + detail)),
            .init("GebiedKort", .object([Self.code, Self.level, Self.name])),
            .init(
                "Gebieden",
                Paging.schema(
                    "gebieden", of: .reference("Gebied"),
                    more: [API.Property("indeling", API.Schema.integer().nullable.described("Jaar van de grenzen; null als er nog geen gebieden zijn"))])),
        ]
    }

    static let code = API.Property("code", .string(pattern: AreaParameters.pattern).described("Code van het CBS; geldt samen met het jaar").example("GM0222"))
    static let year = API.Property("indeling", .integer(minimum: 1900, maximum: 2200).described("Jaar van de grenzen"))
    static let level = API.Property("niveau", .string(values: AreaLevel.allCases.map(\.rawValue)))
    static let name = API.Property("naam", .string())

    private static let properties = [
        code, year, level, name, API.Property("directBoven", API.Schema.string().nullable.described("Code van het gebied er direct boven")),
        API.Property("postcode", API.Schema.string().nullable.described("De postcode die de meeste adressen hebben")),
        API.Property("hectareLand", API.Schema.number(minimum: 0).nullable.described("Oppervlakte van het land in hectare, zoals de bron die geeft")),
    ]
}
