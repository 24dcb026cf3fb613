import Areas
import Core
import OpenAPI
import Web

/// An own table as data. Page, download and API show these same cells: what is hidden is in none of them.
struct OwnDocument {
    let table: OwnTable
    let map: AreaMap?

    /// What `reden` says of a cell without a number.
    static let withheld = "afgeschermd"

    /// Areas with sums first, each level by code.
    var places: [AreaCode] { table.levels.flatMap { table.areas(of: $0) } }

    var csv: [UInt8] {
        var rows = CSVTable([
            "tabel", "titel", "periode", "code", "gebied", "niveau", "indeling", "categorie", "aantal", "reden", "levering", "afronding", "ondergrens",
            "geteld_door",
        ])
        let revision = table.revision
        for code in places {
            for column in table.columns {
                let cell = table.cell(.area(code), column)
                rows.row([
                    .text(revision.key), .text(revision.title.nl), .text(revision.period.description), .text(code.description),
                    .text(map?.area(code)?.name ?? code.description), .text(code.level.rawValue), .whole(revision.boundaryYear),
                    .text(Self.category(column, revision) ?? "totaal"), cell.shown.map { .whole($0) } ?? .empty,
                    cell.shown == nil ? .text(Self.withheld) : .empty, cell.number.map { .whole($0) } ?? .empty, .whole(OwnTable.roundingBase),
                    .whole(revision.threshold),
                    .text(revision.source),
                ])
            }
        }
        return rows.bytes
    }

    static func category(_ column: Int, _ revision: OwnRevision) -> String? {
        revision.categories.indices.contains(column) ? revision.categories[column] : nil
    }

    static func head(_ revision: OwnRevision) -> [API.Node.Member] {
        [
            .init("sleutel", .string(revision.key)), .init("titel", revision.title.node), .init("periode", .string(revision.period.description)),
            .init("geteldDoor", .value(revision.source.isEmpty ? nil : revision.source)), .init("niveau", .string(revision.level.rawValue)),
            .init("indeling", .integer(revision.boundaryYear)), .init("levering", .integer(revision.number)), .init("ingelezen", .time(revision.importedAt)),
            .init("ondergrens", .integer(revision.threshold)), .init("afronding", .integer(OwnTable.roundingBase)),
            .init("categorieen", .array(revision.categories.map { .string($0) })),
        ]
    }

    static func node(_ revision: OwnRevision) -> API.Node {
        .object(
            head(revision) + [
                .init(
                    "_links",
                    [
                        "self": Links.link(OwnAPIRoute.table(revision.key).address), "cellen": Links.link(OwnAPIRoute.cells(revision.key).address),
                    ])
            ])
    }

    func cells(of code: AreaCode) -> [API.Node] {
        table.columns.map { column in
            .object(
                [
                    .init("gebied", .string(code.description)), .init("naam", .value(map?.area(code)?.name)), .init("niveau", .string(code.level.rawValue)),
                ] + Self.members(table.cell(.area(code), column), Self.category(column, table.revision)))
        }
    }

    /// Nil as category means all.
    static func members(_ cell: OwnCell, _ category: String?) -> [API.Node.Member] {
        [
            .init("categorie", .value(category)), .init("aantal", .value(cell.shown)), .init("reden", cell.shown == nil ? .string(withheld) : .null),
            .init("levering", .value(cell.number)),
        ]
    }

    /// Everything in one document, for the download.
    var whole: API.Node {
        .object(Self.head(table.revision) + [.init("cellen", .array(places.flatMap(cells)))])
    }
}

/// A custom area as data, with what could be put together and why the rest could not.
struct CustomAreaDocument {
    let figures: CustomFigures
    /// Own tables that have the area.
    let tables: [OwnTable]

    private var area: CustomArea { figures.area }

    static func head(_ area: CustomArea) -> [API.Node.Member] {
        [
            .init("sleutel", .string(area.key)), .init("versie", .integer(area.version)), .init("naam", area.name.node),
            .init("indeling", .integer(area.boundaryYear)), .init("buurten", .array(area.members.map { .string($0.description) })),
            .init("gemaakt", .time(area.createdAt)),
        ]
    }

    static func short(_ area: CustomArea) -> API.Node {
        .object(head(area) + [.init("_links", ["self": Links.link(OwnAPIRoute.area(area.key).address)])])
    }

    var node: API.Node {
        let own = tables.map { table -> API.Node in
            let cells = table.columns.map { column in
                API.Node.object(OwnDocument.members(table.cell(.custom(area.id), column), OwnDocument.category(column, table.revision)))
            }
            return [
                "sleutel": .string(table.revision.key), "titel": table.revision.title.node, "periode": .string(table.revision.period.description),
                "cellen": .array(cells),
            ]
        }
        return .object(
            Self.head(area) + [
                .init("cijfers", .array(figures.figures.map(node))), .init("eigenCijfers", .array(own)),
                .init("_links", ["self": Links.link(OwnAPIRoute.area(area.key).address)]),
            ])
    }

    private func node(_ figure: CustomFigures.Figure) -> API.Node {
        let (value, bounds, reason) = Self.parts(figure.outcome)
        return [
            "indicator": .string(figure.indicator.key), "naam": figure.indicator.name.node, "periode": .string(figure.period.description),
            "waarde": .value(value), "ondergrens": .value(bounds?.lowerBound), "bovengrens": .value(bounds?.upperBound), "reden": reason?.node ?? .null,
            "levering": EditionDocument.name(figure.edition),
        ]
    }

    private static func parts(_ outcome: CustomFigures.Outcome) -> (value: Double?, bounds: ClosedRange<Double>?, reason: Localized?) {
        func both(_ words: (FiguresWords) -> String) -> Localized { Localized(nl: words(FiguresWords(.nl)), en: words(FiguresWords(.en))) }
        return switch outcome {
        case .value(let value, let bounds): (value, bounds, nil)
        case .missing(let count, let all): (nil, nil, both { $0.partsMissing(count, of: all) })
        case .unweighed(let count, let all): (nil, nil, both { $0.partsUnweighed(count, of: all) })
        case .refused(let reason): (nil, nil, reason)
        }
    }

    var csv: [UInt8] {
        var rows = CSVTable([
            "eigen_gebied", "naam", "indeling", "soort", "sleutel", "cijfer", "periode", "categorie", "waarde", "ondergrens", "bovengrens", "reden",
            "levering", "naamsvermelding",
        ])
        let start: [CSVTable.Field] = [.text(area.key), .text(area.name.nl), .whole(area.boundaryYear)]
        for figure in figures.figures {
            let (value, bounds, reason) = Self.parts(figure.outcome)
            rows.row(
                start + [
                    .text("open"), .text(figure.indicator.key), .text(figure.indicator.name.nl), .text(figure.period.description), .empty, .optional(value),
                    .optional(bounds?.lowerBound), .optional(bounds?.upperBound), .optional(reason?.nl), .text(figure.edition.name),
                    .text(figure.edition.attribution),
                ])
        }
        for table in tables {
            for column in table.columns {
                let cell = table.cell(.custom(area.id), column), revision = table.revision
                rows.row(
                    start + [
                        .text("eigen"), .text(revision.key), .text(revision.title.nl), .text(revision.period.description),
                        .text(OwnDocument.category(column, revision) ?? "totaal"), cell.shown.map { .whole($0) } ?? .empty, .empty, .empty,
                        cell.shown == nil ? .text(OwnDocument.withheld) : .empty, .optional(cell.number.map { "\(revision.key):\($0)" }),
                        .text(revision.source),
                    ])
            }
        }
        return rows.bytes
    }
}
