import Areas
import Core
import OpenAPI
import Web

/// The API of own tables and custom areas.
package struct OwnAPI: Sendable {
    let slice: Slice

    package init(_ slice: Slice) {
        self.slice = slice
    }

    package static let tags = [
        API.Document.Tag("eigen-cijfers", "Tellingen die een gemeente zelf aanlevert, afgeschermd en afgerond"),
        API.Document.Tag("eigen-gebieden", "Buurten die bij elkaar zijn gezet, met hun cijfers"),
    ]

    private static let table = EndpointParameter<String>.path(
        "tabel", .string(pattern: FigureParameters.keyPattern), Localized(nl: "De vaste naam van de telling.", en: "The permanent name of the count."),
        example: "meldingen", read: { OwnKey.isValid($0) ? $0 : nil })

    private static let area = EndpointParameter<String>.path(
        "eigenGebied", .string(pattern: FigureParameters.keyPattern),
        Localized(nl: "De vaste naam van het eigen gebied.", en: "The permanent name of the custom area."), example: "wijkteam-noord",
        read: { OwnKey.isValid($0) ? $0 : nil })

    package var endpoints: [Endpoint] { [listTables, getTable, listCells, listAreas, getArea] }

    private var listTables: Endpoint {
        Endpoint(
            id: "listEigenCijfers", "/eigen-cijfers", summary: Localized(nl: "Alle eigen tellingen", en: "All own counts"), tag: "eigen-cijfers",
            parameters: Paging.parameters, answers: [.json(.reference("EigenTellingen"))]
        ) { request in
            let tables = try await slice.ownShelf.current().tables
            let paging = Paging(request, total: tables.count)
            return .json(paging.node("tellingen", tables[paging.range].map { OwnDocument.node($0.revision) }))
        }
    }

    private var getTable: Endpoint {
        Endpoint(
            id: "getEigenTelling", "/eigen-cijfers/{tabel}",
            summary: Localized(nl: "Eén eigen telling, zonder de aantallen", en: "One own count, without its numbers"),
            tag: "eigen-cijfers", parameters: [Self.table.declared], answers: [.json(.reference("EigenTelling"))]
        ) { request in
            let table = try await slice.ownTable(try request.part(Self.table))
            return .json(OwnDocument.node(table.revision))
        }
    }

    private var listCells: Endpoint {
        Endpoint(
            id: "listEigenCellen", "/eigen-cijfers/{tabel}/cellen",
            summary: Localized(nl: "De aantallen van een eigen telling", en: "The numbers of an own count"),
            description: Localized(
                nl: "Grote gebieden eerst, en dan op code. Zonder categorie is het totaal. Een aantal dat afgeschermd is, is null met een reden.",
                en: "Large areas first, then by code. Without category it is the total. A number that is withheld is null with a reason."),
            tag: "eigen-cijfers", parameters: [Self.table.declared, AreaParameters.level.declared] + Paging.parameters,
            answers: [.json(.reference("EigenCellen"))]
        ) { request in
            let table = try await slice.ownTable(try request.part(Self.table))
            let document = OwnDocument(table: table, map: try await slice.areas.gazetteer.current().map(of: table.revision.boundaryYear))
            let level = request[AreaParameters.level]
            let cells = document.places.filter { level == nil || $0.level == level }.flatMap(document.cells)
            let paging = Paging(request, total: cells.count)
            return .json(paging.node("cellen", Array(cells[paging.range])))
        }
    }

    private var listAreas: Endpoint {
        Endpoint(
            id: "listEigenGebieden", "/eigen-gebieden", summary: Localized(nl: "Alle eigen gebieden", en: "All custom areas"), tag: "eigen-gebieden",
            parameters: Paging.parameters, answers: [.json(.reference("EigenGebieden"))]
        ) { request in
            let areas = try await slice.ownShelf.current().areas
            let paging = Paging(request, total: areas.count)
            return .json(paging.node("eigenGebieden", areas[paging.range].map(CustomAreaDocument.short)))
        }
    }

    private var getArea: Endpoint {
        Endpoint(
            id: "getEigenGebied", "/eigen-gebieden/{eigenGebied}",
            summary: Localized(nl: "Eén eigen gebied met zijn cijfers", en: "One custom area with its figures"),
            description: Localized(
                nl: "Een cijfer dat niet uit de buurten is samen te stellen, is null met een reden.",
                en: "A figure that cannot be put together from the neighbourhoods is null with a reason."), tag: "eigen-gebieden",
            parameters: [Self.area.declared], answers: [.json(.reference("EigenGebied"))]
        ) { request in
            let (area, shelf) = try await slice.customArea(try request.part(Self.area))
            return .json(CustomAreaDocument(figures: CustomFigures(area, book: try await slice.book.current()), tables: shelf.tables(of: area)).node)
        }
    }

    // MARK: Shapes

    package var schemas: [API.Document.NamedSchema] {
        [
            .init("EigenTelling", .object(Self.tableProperties + [API.Property("_links", Links.schema(["self", "cellen"]))])),
            .init("EigenTellingen", Paging.schema("tellingen", of: .reference("EigenTelling"))), .init("EigenCel", .object(Self.place + Self.cell)),
            .init("EigenCellen", Paging.schema("cellen", of: .reference("EigenCel"))),
            .init("EigenGebiedKort", .object(Self.areaProperties + [API.Property("_links", Links.schema(["self"]))])),
            .init("EigenGebieden", Paging.schema("eigenGebieden", of: .reference("EigenGebiedKort"))),
            .init(
                "EigenGebied",
                .object(
                    Self.areaProperties + [
                        API.Property("cijfers", .array(of: Self.figure)), API.Property("eigenCijfers", .array(of: Self.ownFigures)),
                        API.Property("_links", Links.schema(["self"])),
                    ])),
        ]
    }

    private static let tableProperties = [
        API.Property("sleutel", .string(pattern: FigureParameters.keyPattern)), API.Property("titel", Localized.reference), API.Property("periode", .string()),
        API.Property("geteldDoor", API.Schema.string().nullable),
        API.Property("niveau", API.Schema.string(values: AreaLevel.allCases.map(\.rawValue)).described("Van de kleinste gebieden")),
        API.Property("indeling", .integer()), API.Property("levering", .integer(minimum: 1)), API.Property("ingelezen", .string(format: "date-time")),
        API.Property("ondergrens", API.Schema.integer(minimum: 1).described("Aantallen van 1 tot hier zijn afgeschermd")),
        API.Property("afronding", API.Schema.integer(minimum: 1).described("Aantallen zijn hier een veelvoud van")),
        API.Property("categorieen", .array(of: .string())),
    ]

    private static let place = [
        API.Property("gebied", .string(pattern: AreaParameters.pattern)), API.Property("naam", API.Schema.string().nullable),
        API.Property("niveau", .string(values: AreaLevel.allCases.map(\.rawValue))),
    ]

    private static let cell = [
        API.Property("categorie", API.Schema.string().nullable.described("null is het totaal")),
        API.Property("aantal", API.Schema.integer(minimum: 0).nullable),
        API.Property("reden", API.Schema.string(values: [OwnDocument.withheld]).nullable),
        API.Property("levering", API.Schema.integer(minimum: 1).nullable.described("De levering waar het aantal van is")),
    ]

    private static let areaProperties = [
        API.Property("sleutel", .string(pattern: FigureParameters.keyPattern)), API.Property("versie", .integer(minimum: 1)),
        API.Property("naam", Localized.reference), API.Property("indeling", .integer()),
        API.Property("buurten", .array(of: .string(pattern: AreaParameters.pattern))), API.Property("gemaakt", .string(format: "date-time")),
    ]

    private static let figure = API.Schema.object([
        API.Property("indicator", .string(pattern: FigureParameters.keyPattern)), API.Property("naam", Localized.reference),
        API.Property("periode", .string()), API.Property("waarde", API.Schema.number().nullable), API.Property("ondergrens", API.Schema.number().nullable),
        API.Property("bovengrens", API.Schema.number().nullable), API.Property("reden", API.Schema.reference("Tekst").nullable),
        API.Property("levering", .reference("LeveringNaam")),
    ])

    private static let ownFigures = API.Schema.object([
        API.Property("sleutel", .string(pattern: FigureParameters.keyPattern)), API.Property("titel", Localized.reference),
        API.Property("periode", .string()), API.Property("cellen", .array(of: .object(cell))),
    ])
}
