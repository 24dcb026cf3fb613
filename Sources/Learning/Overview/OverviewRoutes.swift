import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// The one page of the overview.
struct OverviewRoutes: Sendable {
    let part: OverviewPart

    var table: [Route] {
        [
            Route(
                .get, "/programmas/{programma}/overzicht", name: "learning.overview", access: .organisers, summary: OverviewWords.both(\.title)
            ) { try await show($1) }
        ]
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let outline = try await part.people.organisedProgramme(context)
        let overview = try await part.overview(outline), labels = try await part.expertise.labelNames()
        let head = PageHead(OverviewWords(context.language).title(outline.programme.name), isListed: false)
        return context.page(head, cache: .noStore) {
            OverviewPage(outline: outline, overview: overview, labels: labels, now: part.people.now(), language: context.language)
        }
    }
}
