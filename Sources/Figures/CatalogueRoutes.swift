import Areas
import Core
import HTML
import Hummingbird
import Web

/// What figures there are, and what each of them means.
struct CatalogueRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/cijfers", name: "figures.catalogue", summary: Localized(nl: "Alle soorten cijfers", en: "All kinds of figures")) {
                try await catalogue($1)
            },
            Route(.get, "/cijfers/{key}", name: "figures.indicator", summary: Localized(nl: "Wat een cijfer betekent", en: "What a figure means")) {
                try await indicator($1)
            },
        ]
    }

    private func catalogue(_ context: WebContext) async throws -> Answer {
        let book = try await slice.book.current()
        let page = CataloguePage(indicators: Catalogue.all, book: book, language: context.language)
        let words = FiguresWords(context.language)
        let head = PageHead(words.catalogueTitle, description: words.catalogueLead, section: FiguresRoute.catalogue.address, styles: FiguresStyle.sheets)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }

    private func indicator(_ context: WebContext) async throws -> Answer {
        guard let indicator = Catalogue.indicator(try context.part("key")) else { throw Problem.notFound }
        let book = try await slice.book.current()
        let linked = try await context.linked(to: ThingReference(.figure, indicator.key))
        let page = IndicatorPage(indicator: indicator, columns: book.columns(of: indicator.key), linked: linked, language: context.language)
        let head = PageHead(
            indicator.name[context.language], description: indicator.question[context.language], section: FiguresRoute.catalogue.address,
            styles: FiguresStyle.sheets)
        return context.page(head, cache: .shared(maxAge: 300)) { page }
    }
}
