import Core
import HTML
import People
import Web

/// What the learning network has for everyone now: the next meetings and the calls that are open.
package struct NetworkNews: Sendable {
    let calls: [CallView]
    let meetings: [MeetingLine]
}

extension Slice {
    /// - Parameter most: how many of each at most
    package func news(most: Int = 3) async throws -> NetworkNews {
        let now = people.now(), outlines = try await people.programmes.outlines()
        let calls = try await inventory.store.list().filter { $0.isPublic && $0.open(at: now) != nil }
        let coming = try await meetings.fitting(MeetingFilter(), outlines: outlines)
        return NetworkNews(calls: Array(calls.prefix(most)), meetings: try await meetings.lines(Array(coming.prefix(most)), outlines: outlines))
    }
}

/// The learning network on the start page of the site.
package struct NetworkTeaser: Component {
    let news: NetworkNews
    let language: Language

    package init(_ news: NetworkNews, language: Language) {
        self.news = news
        self.language = language
    }

    private var words: NetworkWords { NetworkWords(language) }

    package var body: some HTML {
        section(.class("sectie").id("leernetwerk")) {
            h2 { words.title }
            p { words.lead }
            Each(news.calls) { view in
                div(.class("melding")) {
                    h3 { view.facts.title }
                    p { a(.class("knop").href(InventoryRoute.call(view.id).address.url(in: language))) { words.takePart } }
                }
            }
            MeetingCards(lines: news.meetings, language: language, isBelowSection: true)
            p { a(.href(NetworkRoutes.address.url(in: language))) { words.more } }
        }
    }
}
