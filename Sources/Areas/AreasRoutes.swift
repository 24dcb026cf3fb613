import Core
import HTML
import Hummingbird
import Web

/// Handlers of the pages of areas: parse, fetch, render.
package struct AreasRoutes: Sendable {
    private let slice: Slice
    /// What other slices put on the page of an area, in this order.
    private let parts: [AreaPageSource]

    package init(_ slice: Slice, parts: [AreaPageSource]) {
        self.slice = slice
        self.parts = parts
    }

    /// Hits on one page.
    static let limit = 30

    package var table: [Route] {
        [
            Route(.get, "/gebieden", name: "areas.browse", summary: Localized(nl: "Alle provincies en gemeenten", en: "All provinces and municipalities")) {
                try await browse($1)
            },
            Route(.get, "/gebieden/{code}", name: "areas.area", summary: Localized(nl: "De pagina van een gebied", en: "The page of an area")) {
                try await area($1)
            },
            Route(
                .get, "/waar-woon-je", name: "areas.live",
                summary: Localized(nl: "Van postcode of naam naar buurt", en: "From postcode or name to neighbourhood")
            ) {
                try await whereDoYouLive($1)
            },
        ]
    }

    private func browse(_ context: WebContext) async throws -> Answer {
        let gazetteer = try await slice.gazetteer.current()
        guard let year = gazetteer.latestYear, let map = gazetteer.map(of: year) else {
            throw Problem.unavailable(Localized(nl: AreasWords(.nl).noAreas, en: AreasWords(.en).noAreas))
        }
        let provinces = map.areas(of: .province).map { (province: $0, municipalities: map.areas(of: .municipality, within: $0.code)) }
            .filter { !$0.municipalities.isEmpty }
        let placed = Set(provinces.flatMap { $0.municipalities.map(\.code) })
        let page = BrowsePage(
            year: year, provinces: provinces.sorted { $0.province.name < $1.province.name },
            others: map.areas(of: .municipality).filter { !placed.contains($0.code) }, language: context.language)
        return context.page(
            PageHead(AreasWords(context.language).browseTitle, section: AreasRoute.browse.address, styles: ["areas.css"], scripts: AreaSearchBox.scripts),
            cache: .shared(maxAge: 300)
        ) { page }
    }

    private func area(_ context: WebContext) async throws -> Answer {
        let code = try context.part("code", as: AreaCode.self)
        guard code.description == (try context.part("code")) else {
            let address = PageAddress(AreasRoute.area(code).address.segments, query: context.address.query)
            return .redirect(to: address, in: context.language, status: .movedPermanently)
        }
        let gazetteer = try await slice.gazetteer.current()
        guard let newest = gazetteer.latestYear, let area = find(code, context: context, in: gazetteer), let map = gazetteer.map(of: area.year) else {
            throw Problem.notFound
        }
        let request = AreaPageRequest(area: area, language: context.language, address: context.address)
        var facts: [AreaPagePart.Fact] = [], panels: [AreaPagePart.Panel] = []
        for source in parts {
            let part = try await source(request)
            facts += part.facts
            panels += part.panels
        }
        let page = AreaPage(
            area: area, lineage: map.lineage(of: code), children: map.children(of: code), newest: newest,
            existsInNewest: gazetteer.area(code, in: newest) != nil, part: AreaPagePart(facts: facts, panels: panels), language: context.language)
        let words = AreasWords(context.language)
        let head = PageHead(
            "\(area.name), \(words.kind(area.level))", description: words.intro(area, within: nil), section: AreasRoute.browse.address,
            styles: ["areas.css", "figures.css"], expectedBytes: 320 * 1024)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    /// The year asked for must exist for this code; without one, the newest in which it does.
    private func find(_ code: AreaCode, context: WebContext, in gazetteer: Gazetteer) -> Area? {
        guard let text = context.query["jaar"], !text.isEmpty else {
            return gazetteer.newest(code, upTo: gazetteer.latestYear) ?? gazetteer.newest(code)
        }
        return Int(text).flatMap { gazetteer.area(code, in: $0) }
    }

    private func whereDoYouLive(_ context: WebContext) async throws -> Answer {
        var form = context.query
        let question = form["q"] ?? ""
        if form["q"] != nil && question.allSatisfy(\.isWhitespace) {
            form.fail("q", Localized(nl: AreasWords(.nl).liveEmpty, en: AreasWords(.en).liveEmpty))
        }
        let found = question.isEmpty ? [] : try await slice.search.current()?.find(question, limit: Self.limit) ?? []
        let page = WhereDoYouLivePage(fields: form, hits: found, isPostcode: question.first?.isNumber ?? false, language: context.language)
        let head = PageHead(AreasWords(context.language).liveTitle, hasErrors: !form.errors.isEmpty, isListed: question.isEmpty, styles: ["areas.css"])
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }
}
