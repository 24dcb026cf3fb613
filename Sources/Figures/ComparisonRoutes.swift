import Areas
import Core
import HTML
import Hummingbird
import Web

/// Areas side by side.
struct ComparisonRoutes: Sendable {
    let slice: Slice

    /// More columns cannot be read beside each other.
    static let most = 5

    var table: [Route] {
        [
            Route(.get, "/vergelijken", name: "figures.comparison", summary: Localized(nl: "Gebieden naast elkaar", en: "Areas side by side")) {
                try await comparison($1)
            },
            Route(
                .get, "/vergelijken/cijfers.csv", name: "figures.comparison.csv",
                summary: Localized(nl: "Een vergelijking als CSV", en: "A comparison as CSV")
            ) { try await file($1, .csv) },
            Route(
                .get, "/vergelijken/cijfers.json", name: "figures.comparison.json",
                summary: Localized(nl: "Een vergelijking als JSON", en: "A comparison as JSON")
            ) { try await file($1, .json) },
        ]
    }

    /// What the address asks for: areas that were found, and words that were not.
    struct Request: Sendable {
        var areas: [Area] = []
        /// What could not be taken, with the areas it may mean.
        var open: (words: String, hits: [AreaSearch.Hit])?
        var fault: Localized?
    }

    private func comparison(_ context: WebContext) async throws -> Answer {
        let request = try await read(context)
        let book = try await slice.book.current()
        let gazetteer = try await slice.areas.gazetteer.current()
        let profiles = profiles(request.areas, book: book, gazetteer: gazetteer)
        var form = Form(items: [.init("gebied", request.open?.words ?? "")])
        if let fault = request.fault { form.fail("gebied", fault) }
        let figures = Comparison(profiles)
        let wanted = context.query["cijfer"].flatMap { $0.isEmpty ? nil : $0 }
        if let wanted, !figures.rows.contains(where: { $0.indicator.key == wanted }) { form.fail("cijfer", FiguresWords.both(\.unknownFigure)) }
        let page = ComparisonPage(
            comparison: figures, hits: request.open?.hits ?? [], form: form, chosen: wanted, newest: gazetteer.latestYear ?? 0, language: context.language)
        let head = PageHead(
            FiguresWords(context.language).comparisonTitle, section: FiguresRoute.comparison([]).address, hasErrors: !form.errors.isEmpty,
            isListed: request.areas.isEmpty, styles: FiguresStyle.sheets)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .shared(maxAge: 300)) { page }
    }

    private func file(_ context: WebContext, _ format: FiguresRoute.FileFormat) async throws -> Answer {
        let request = try await read(context)
        if let fault = request.fault { throw Problem.invalid([FieldError(field: "gebied", message: fault)]) }
        guard !request.areas.isEmpty else { throw Problem.invalid([FieldError(field: "gebied", message: FiguresWords.both(\.fillArea))]) }
        let profiles = profiles(request.areas, book: try await slice.book.current(), gazetteer: try await slice.areas.gazetteer.current())
        return try FileRoutes.answer(profiles.map { ProfileDocument($0) }, format, name: "vergelijking", isList: true)
    }

    private func profiles(_ areas: [Area], book: FigureBook, gazetteer: Gazetteer) -> [Profile] {
        areas.compactMap { area in
            ProfileBuilder(code: area.code, year: area.year, book: book, gazetteer: gazetteer, currentYear: slice.currentYear())?.profile()
        }
    }

    /// Codes are taken as they are; other words are searched for, and taken when they mean one area only.
    private func read(_ context: WebContext) async throws -> Request {
        let gazetteer = try await slice.areas.gazetteer.current()
        var request = Request()
        for words in context.query.all("gebied").prefix(20) where !words.allSatisfy(\.isWhitespace) {
            let found = try await find(words, gazetteer)
            switch (found.area, request.areas.count) {
            case (let area?, _) where request.areas.contains { $0.code == area.code }: continue
            case (_?, Self.most...):
                request.open = (words, [])
                request.fault = FiguresWords.both(\.tooManyAreas)
            case (let area?, _): request.areas.append(area)
            case (nil, _):
                request.open = (words, found.hits)
                request.fault = found.hits.isEmpty ? FiguresWords.both(\.areaNotFound) : FiguresWords.both(\.areaAmbiguous)
            }
        }
        return request
    }

    private func find(_ words: String, _ gazetteer: Gazetteer) async throws -> (area: Area?, hits: [AreaSearch.Hit]) {
        if let code = AreaCode(words), let area = gazetteer.newest(code, upTo: gazetteer.latestYear) { return (area, []) }
        let hits = try await slice.areas.search.current()?.find(words, limit: 8) ?? []
        return hits.count == 1 && !hits[0].isGuess ? (hits[0].area, []) : (nil, hits)
    }
}
