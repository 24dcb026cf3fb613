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
        let words = NetworkWords(context.language), now = slice.people.now()
        let calls = try await slice.inventory.store.list().filter { $0.isPublic && $0.open(at: now) != nil }
        let outlines = try await slice.people.programmes.outlines()
        let coming = try await slice.meetings.fitting(MeetingFilter(), outlines: outlines)
        let meetings = try await slice.meetings.lines(Array(coming.prefix(4)), outlines: outlines)
        let issues = try await slice.inventory.publishedIssues().map(\.issue).suffix(6).reversed()
        let cases = try await slice.cases.store.published().suffix(3).reversed()
        return context.page(PageHead(words.title, description: words.lead, styles: ["learning.css"])) {
            NetworkPage(calls: calls, meetings: meetings, issues: Array(issues), cases: Array(cases), now: now, language: context.language)
        }
    }
}
