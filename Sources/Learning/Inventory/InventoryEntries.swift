import Core
import People
import Web

extension InventoryPart {
    /// Calls and published issues, as things that can be found.
    var searchSource: SearchSource {
        let follower = JournalFollower(people.database, kinds: ["call", "issue", "term"])
        return SearchSource("inventory") {
            // Rounds open and close by themselves: looked at anew every hour.
            try await follower.version() << 24 | (people.now() / 3_600_000) & 0xFF_FFFF
        } entries: {
            let terms = Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            let now = people.now()
            return try await store.list().filter(\.isPublic).map { Self.entry($0, at: now) } + (try await publishedIssues()).map { Self.entry($0, terms) }
        }
    }

    private static func entry(_ view: CallView, at now: Int64) -> SearchEntry {
        SearchEntry(
            .call, view.id.description, title: Localized(view.facts.title), note: view.state(at: now).name, text: Localized(view.facts.goal),
            path: InventoryRoute.call(view.id).address.segments)
    }

    private static func entry(_ published: PublishedIssue, _ terms: [String: Term]) -> SearchEntry {
        let facts = published.issue.facts
        let text = [facts.words, facts.questions, facts.whyTough, facts.reinforces, facts.perspective].filter { !$0.isEmpty }.joined(separator: "\n")
        return SearchEntry(
            .issue, published.issue.id.description, title: Localized(facts.title), note: Localized(published.view.facts.title), text: Localized(text),
            labels: ([facts.theme] + facts.domains.map { $0 }).compactMap { $0 }.compactMap { terms[$0]?.label },
            path: InventoryRoute.issue(published.issue.id).address.segments)
    }

    /// Where calls belong, where issues come from, and what they are about.
    var linkSource: LinkSource {
        let follower = JournalFollower(people.database, kinds: ["call", "issue", "term"])
        return LinkSource("inventory") {
            try await follower.version()
        } links: {
            let terms = Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            let calls = try await store.list().filter(\.isPublic).map { view in
                Link(
                    view.call.reference, .partOf,
                    view.call.part.map { ThingReference(.part, $0.description) } ?? ThingReference(.programme, view.call.programme.description))
            }
            let issues = try await publishedIssues().flatMap { Self.links($0, terms) }
            return calls + issues
        }
    }

    private static func links(_ published: PublishedIssue, _ terms: [String: Term]) -> [Link] {
        let facts = published.issue.facts, own = published.issue.reference
        let labels = ([facts.theme] + facts.domains.map { $0 }).compactMap { $0 }.compactMap { terms[$0] }
        return [Link(own, .comesFrom, published.view.call.reference)] + labels.map { Link(own, .about, ThingReference(.term, $0.key)) }
    }
}
