import Core
import HTML
import People
import Web

/// What the learning network has for everyone now: the same for all who come, so it is read once for all of them.
package struct NetworkNews: Sendable {
    /// Calls with a round that is open.
    let calls: [CallView]
    /// The next meetings.
    let meetings: [MeetingLine]
    /// Those that were published last, the newest first.
    let issues: [LearningIssue]
    let cases: [PracticeCase]

    /// Made anew after any write, and every minute: calls open and meetings begin by the clock.
    static func snapshot(people: People.Slice, inventory: InventoryPart, meetings: MeetingPart, cases: CasesPart) -> Snapshot<NetworkNews> {
        Snapshot(interval: .zero) {
            try await people.journal.newest() << 24 | people.now() / 60_000 & 0xFF_FFFF
        } load: {
            let now = people.now(), outlines = try await people.programmes.outlines()
            let coming = try await meetings.fitting(MeetingFilter(), outlines: outlines)
            return NetworkNews(
                calls: try await inventory.store.list().filter { $0.isPublic && $0.open(at: now) != nil },
                meetings: try await meetings.lines(Array(coming.prefix(4)), outlines: outlines),
                issues: try await inventory.publishedIssues().map(\.issue).suffix(6).reversed(),
                cases: try await cases.store.published().suffix(3).reversed())
        }
    }
}

/// The learning network on the start page of the site.
package struct NetworkTeaser: Component {
    let news: NetworkNews
    let language: Language
    /// Of each at most.
    private let most = 3

    package init(_ news: NetworkNews, language: Language) {
        self.news = news
        self.language = language
    }

    private var words: NetworkWords { NetworkWords(language) }

    package var body: some HTML {
        section(.class("sectie").id("leernetwerk")) {
            h2 { words.title }
            p { words.lead }
            Each(news.calls.prefix(most)) { view in
                div(.class("melding")) {
                    h3 { view.facts.title }
                    p { a(.class("knop").href(InventoryRoute.call(view.id).address.url(in: language))) { words.takePart } }
                }
            }
            MeetingCards(lines: Array(news.meetings.prefix(most)), language: language, isBelowSection: true)
            p { a(.href(NetworkRoutes.address.url(in: language))) { words.more } }
        }
    }
}
