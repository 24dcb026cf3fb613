import Areas
import Core
import Hummingbird
import Jobs
import Web

extension Slice {
    /// Every page of the slice.
    package func routes(jobs: JobStore) -> [Route] {
        FileRoutes(slice: self).table + MapRoutes(slice: self).table + ComparisonRoutes(slice: self).table + CatalogueRoutes(slice: self).table
            + SourceRoutes(slice: self).table + OwnRoutes(slice: self).table + AnalysisTable(slice: self, jobs: jobs).table + JobRoutes(jobs: jobs).table
    }

    /// The area that a path names, in the year that the query names or else the newest in which the code exists.
    func area(of context: WebContext, in gazetteer: Gazetteer) throws(Problem) -> Area {
        let code = try context.part("code", as: AreaCode.self)
        guard let text = context.query["jaar"], !text.isEmpty else {
            guard let area = gazetteer.newest(code, upTo: gazetteer.latestYear) else { throw .notFound }
            return area
        }
        guard let year = Int(text), let area = gazetteer.area(code, in: year) else { throw .notFound }
        return area
    }
}

/// The style sheet of the pages of this slice.
enum FiguresStyle {
    static let sheets = ["figures.css"]
}

/// Downloads of the profile of one area.
struct FileRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(
                .get, "/gebieden/{code}/cijfers.csv", name: "figures.csv",
                summary: Localized(nl: "Cijfers van een gebied als CSV", en: "Figures of an area as CSV")
            ) { try await file($1, .csv) },
            Route(
                .get, "/gebieden/{code}/cijfers.json", name: "figures.json",
                summary: Localized(nl: "Cijfers van een gebied als JSON", en: "Figures of an area as JSON")
            ) { try await file($1, .json) },
        ]
    }

    private func file(_ context: WebContext, _ format: FiguresRoute.FileFormat) async throws -> Answer {
        let gazetteer = try await slice.areas.gazetteer.current()
        let area = try slice.area(of: context, in: gazetteer)
        let reading = try await slice.reading(context.address)
        guard
            let builder = ProfileBuilder(code: area.code, year: area.year, book: reading.book, gazetteer: gazetteer, currentYear: slice.currentYear())
        else { throw Problem.notFound }
        let document = ProfileDocument(builder.profile(all: context.query["alles"] == "ja"))
        return try Self.answer([document], format, name: "cijfers-\(area.code)-\(area.year)")
    }

    /// One profile is one document; several are a list.
    static func answer(_ documents: [ProfileDocument], _ format: FiguresRoute.FileFormat, name: String, isList: Bool = false) throws -> Answer {
        switch format {
        case .csv:
            var rows = FigureRows()
            for document in documents { rows.add(document) }
            return Answer(rows.bytes, as: .csv, cache: .shared(maxAge: 300)).asDownload(named: name + ".csv")
        case .json:
            let bytes = isList ? try ProfileDocument.json(documents) : try documents.first?.json() ?? []
            return Answer(bytes, as: .json, cache: .shared(maxAge: 300)).asDownload(named: name + ".json")
        }
    }
}
