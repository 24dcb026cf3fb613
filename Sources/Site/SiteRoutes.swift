import Areas
import Core
import Figures
import HTML
import Hummingbird
import Web

/// The pages that belong to no slice: the start page and what is told about the site itself.
struct SiteRoutes: Sendable {
    let site: Composition

    init(_ site: Composition) {
        self.site = site
    }

    var table: [Route] {
        [
            Route(.get, "/", name: "site.home", summary: Localized(nl: "De startpagina", en: "The start page")) { try await home($1) }
        ]
            + SitePage.allCases.map { page in
                Route(.get, page.address.path, name: "site.\(page.rawValue)", summary: page.title) { _, context in
                    context.page(PageHead(page.title[context.language]), cache: .shared(maxAge: 3600)) { TextPage(page: page, language: context.language) }
                }
            } + [
                Route(.get, APIHelp.address.path, name: "site.api", summary: APIHelp.title) { _, context in
                    let words = APIHelp(language: context.language)
                    let head = PageHead(APIHelp.title[context.language], description: words.lead, section: SitePage.help.address, styles: ["api.css"])
                    return context.page(head, cache: .shared(maxAge: 3600)) { APIHelpPage(document: site.api, words: words) }
                }
            ]
    }

    private func home(_ context: WebContext) async throws -> Answer {
        let gazetteer = try await site.areas.gazetteer.current()
        let book = try await site.figures.book.current()
        let page = HomePage(gazetteer: gazetteer, book: book, language: context.language)
        let words = HomeWords(context.language)
        return context.page(PageHead(words.title, description: words.lead, styles: ["areas.css"], scripts: AreaSearchBox.scripts), cache: .shared(maxAge: 300))
        { page }
    }
}
