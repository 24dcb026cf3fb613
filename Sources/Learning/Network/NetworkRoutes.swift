import Core
import HTML
import HTTPTypes
import People
import Web

/// Handlers of the door of the learning network.
package struct NetworkRoutes: Sendable {
    /// Its address.
    package static let address = PageAddress("leernetwerk")

    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/leernetwerk", name: "learning.network", summary: NetworkWords.both(\.title)) { try await door($1) }
        ]
    }

    private func door(_ context: WebContext) async throws -> Answer {
        let words = NetworkWords(context.language), news = try await slice.news.current()
        return context.page(PageHead(words.title, description: words.lead, styles: ["learning.css"])) {
            NetworkPage(news: news, language: context.language)
        }
    }
}
