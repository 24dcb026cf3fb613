import Areas
import Core
import Figures
import HTML
import HTTPTypes
import Hummingbird
import Learning
import People
import Web

/// The pages that belong to no slice: the start page and what is told about the site itself.
struct SiteRoutes: Sendable {
    let site: Composition

    init(_ site: Composition) {
        self.site = site
    }

    var table: [Route] {
        [
            Route(.get, "/", name: "site.home", summary: Localized(nl: "De startpagina", en: "The start page")) { try await home($0, $1) }
        ]
            + SitePage.allCases.filter { $0 != .accessibility }.map { page in
                Route(.get, page.address.path, name: "site.\(page.rawValue)", summary: page.title) { _, context in
                    context.page(PageHead(page.title[context.language]), cache: .shared(maxAge: 3600)) { TextPage(page: page, language: context.language) }
                }
            } + [
                Route(.get, SitePage.accessibility.address.path, name: "site.accessibility", summary: SitePage.accessibility.title) {
                    try await accessibility($1)
                },
                Route(.get, APIHelp.address.path, name: "site.api", summary: APIHelp.title) { _, context in
                    let words = APIHelp(language: context.language)
                    let head = PageHead(APIHelp.title[context.language], description: words.lead, section: SitePage.help.address, styles: ["api.css"])
                    return context.page(head, cache: .shared(maxAge: 3600)) { APIHelpPage(document: site.api, words: words) }
                },
            ]
    }

    private func accessibility(_ context: WebContext) async throws -> Answer {
        let language = context.language, title = SitePage.accessibility.title[language]
        let parts = TextPages.parts(of: .accessibility).map { part in StatementPage.Part(part.heading[language], part.paragraphs.map { $0[language] }) }
        let statement = try await site.people.statements.current(), now = site.people.now()
        // Who has just written it sees it at once.
        return context.page(PageHead(title), cache: .shared(maxAge: 0)) {
            StatementPage(statement, title: title, parts: parts, now: now, language: language)
        }
    }

    /// `/` is the start page in Dutch, `/en` that in English. Where the language of the installation is English, `/` leads on to `/en`: not for who prefers
    /// Dutch, and not for who comes from a page of this site, where they chose the language. Nowhere else is a language guessed.
    private func home(_ request: Request, _ context: WebContext) async throws -> Answer {
        var answer = try await page(request, context)
        // Caches tell apart whom it is for.
        if context.frame.defaultLanguage != .nl && context.language == .nl { answer.headers[.vary] = "Accept-Language, Sec-Fetch-Site" }
        return answer
    }

    private func page(_ request: Request, _ context: WebContext) async throws -> Answer {
        let usual = context.frame.defaultLanguage
        if context.language == .nl && usual != .nl && !Self.comesFromHere(request) {
            let preferred = Language.preferred(request.headers[.acceptLanguage], otherwise: usual)
            if preferred != .nl { return .redirect(to: .home, in: preferred, status: .found) }
        }
        let gazetteer = try await site.areas.gazetteer.current()
        let book = try await site.figures.book.current()
        let page = HomePage(gazetteer: gazetteer, book: book, news: try await site.learning.news.current(), language: context.language)
        let words = HomeWords(context.language)
        return context.page(
            PageHead(words.title, description: words.lead, styles: ["areas.css", "learning.css"], scripts: AreaSearchBox.scripts), cache: .shared(maxAge: 300)
        ) { page }
    }

    private static func comesFromHere(_ request: Request) -> Bool { HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] } == "same-origin" }
}
