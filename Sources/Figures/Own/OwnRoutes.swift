import Areas
import Core
import HTML
import Hummingbird
import OpenAPI
import Web

/// Pages and downloads of own tables and custom areas.
struct OwnRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/eigen-cijfers", name: "figures.own", summary: Localized(nl: "Alle eigen cijfers", en: "All own figures")) { try await tables($1) },
            Route(.get, "/eigen-cijfers/{tabel}", name: "figures.own.table", summary: Localized(nl: "Een eigen telling", en: "An own count")) {
                try await table($1)
            },
            Route(
                .get, "/eigen-cijfers/{tabel}/cijfers.csv", name: "figures.own.csv",
                summary: Localized(nl: "Een eigen telling als CSV", en: "An own count as CSV")
            ) { try await tableFile($1, .csv) },
            Route(
                .get, "/eigen-cijfers/{tabel}/cijfers.json", name: "figures.own.json",
                summary: Localized(nl: "Een eigen telling als JSON", en: "An own count as JSON")
            ) { try await tableFile($1, .json) },
            Route(.get, "/eigen-gebieden", name: "figures.custom", summary: Localized(nl: "Alle eigen gebieden", en: "All custom areas")) {
                try await areas($1)
            },
            Route(.get, "/eigen-gebieden/{eigenGebied}", name: "figures.custom.area", summary: Localized(nl: "Een eigen gebied", en: "A custom area")) {
                try await area($1)
            },
            Route(
                .get, "/eigen-gebieden/{eigenGebied}/cijfers.csv", name: "figures.custom.csv",
                summary: Localized(nl: "Cijfers van een eigen gebied als CSV", en: "Figures of a custom area as CSV")
            ) { try await areaFile($1, .csv) },
            Route(
                .get, "/eigen-gebieden/{eigenGebied}/cijfers.json", name: "figures.custom.json",
                summary: Localized(nl: "Cijfers van een eigen gebied als JSON", en: "Figures of a custom area as JSON")
            ) { try await areaFile($1, .json) },
        ]
    }

    private static let styles = ["figures.css", "own.css"]

    private func tables(_ context: WebContext) async throws -> Answer {
        let page = OwnTablesPage(shelf: try await slice.ownShelf.current(), language: context.language)
        let words = FiguresWords(context.language)
        let head = PageHead(words.ownTitle, description: words.ownLead, section: OwnRoute.tables.address, styles: Self.styles)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    private func table(_ context: WebContext) async throws -> Answer {
        let table = try await slice.ownTable(try context.part("tabel"))
        let gazetteer = try await slice.areas.gazetteer.current()
        guard let map = gazetteer.map(of: table.revision.boundaryYear) else { throw Problem.notFound }
        let codes = Set(table.revision.leaves.compactMap(\.municipality)).sorted()
        let municipalities = codes.compactMap { map.area($0) }
        guard case .table(_, let asked, let askedLevel)? = OwnRoute(context.address) else { throw Problem.notFound }
        let within = asked.flatMap { code in municipalities.first { $0.code == code } } ?? municipalities.first
        if let asked, within?.code != asked { throw Problem.notFound }
        let level = askedLevel ?? table.revision.level
        guard table.levels.contains(level) || level == table.revision.level else { throw Problem.notFound }
        let shown = table.areas(of: level).filter { level == .municipality || $0.municipality == within?.code }
        let incomplete = Self.incomplete(table, map).filter { level == .municipality || $0.municipality == within?.code }
        let page = OwnTablePage(
            table: table, municipalities: municipalities, within: within, level: level, areas: shown.compactMap { map.area($0) },
            incomplete: incomplete.map { map.area($0)?.name ?? $0.description }, newest: gazetteer.latestYear, language: context.language)
        let head = PageHead(table.revision.title[context.language], section: OwnRoute.tables.address, styles: Self.styles)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    /// Areas above that miss a part, and so have no sum.
    static func incomplete(_ table: OwnTable, _ map: AreaMap) -> [AreaCode] {
        let above = [AreaLevel.municipality, .district].filter { $0 < table.revision.level }.flatMap { level in
            Set(table.revision.leaves.compactMap { level == .district ? $0.district : $0.municipality }).sorted()
        }
        return above.filter { !table.has(.area($0)) && map.area($0) != nil }
    }

    private func tableFile(_ context: WebContext, _ format: FiguresRoute.FileFormat) async throws -> Answer {
        let table = try await slice.ownTable(try context.part("tabel"))
        let map = try await slice.areas.gazetteer.current().map(of: table.revision.boundaryYear)
        let document = OwnDocument(table: table, map: map)
        return Self.answer(format, name: "eigen-cijfers-\(table.revision.key)", csv: { document.csv }, json: { document.whole })
    }

    private func areas(_ context: WebContext) async throws -> Answer {
        let page = CustomAreasPage(areas: try await slice.ownShelf.current().areas, language: context.language)
        let words = FiguresWords(context.language)
        let head = PageHead(words.customTitle, description: words.customLead, section: OwnRoute.areas.address, styles: Self.styles)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    private func area(_ context: WebContext) async throws -> Answer {
        let (area, shelf) = try await slice.customArea(try context.part("eigenGebied"))
        let gazetteer = try await slice.areas.gazetteer.current()
        let members = area.members.compactMap { gazetteer.area($0, in: area.boundaryYear) }
        let page = CustomAreaPage(
            figures: CustomFigures(area, book: try await slice.book.current()), tables: shelf.tables.filter { $0.revision.boundaryYear == area.boundaryYear },
            members: members, newest: gazetteer.latestYear, language: context.language)
        let head = PageHead(area.name[context.language], section: OwnRoute.areas.address, styles: Self.styles)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    private func areaFile(_ context: WebContext, _ format: FiguresRoute.FileFormat) async throws -> Answer {
        let (area, shelf) = try await slice.customArea(try context.part("eigenGebied"))
        let document = CustomAreaDocument(figures: CustomFigures(area, book: try await slice.book.current()), tables: shelf.tables(of: area))
        return Self.answer(format, name: "eigen-gebied-\(area.key)", csv: { document.csv }, json: { document.node })
    }

    private static func answer(_ format: FiguresRoute.FileFormat, name: String, csv: () -> [UInt8], json: () -> API.Node) -> Answer {
        switch format {
        case .csv: Answer(csv(), as: .csv, cache: .shared(maxAge: 300)).asDownload(named: name + ".csv")
        case .json: Answer(json().bytes, as: .json, cache: .shared(maxAge: 300)).asDownload(named: name + ".json")
        }
    }
}
