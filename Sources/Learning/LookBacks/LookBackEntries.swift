import Core
import People
import Web

extension LookBacksPart {
    /// What makes entries and links of this part change.
    private static let kinds = ["look-back", "yield", "meeting", "term", "link", "intervision"]

    /// Published look-backs, their points of attention (TER-03), and yields that everyone may use.
    package var searchSources: [SearchSource] {
        let follower = JournalFollower(people.database, kinds: Self.kinds)
        return [
            SearchSource("look-backs") {
                try await follower.version()
            } entries: {
                let published = try await store.published(), terms = try await people.terms.all(withRetired: true)
                let labels = try await meetings.store.labels(of: published.map(\.meeting.id))
                let entries = published.flatMap { one -> [SearchEntry] in
                    let worn = terms.filter { labels[one.meeting.id]?.contains($0.key) ?? false }.map(\.label)
                    return [Self.entry(one, worn)] + one.points.map { Self.entry($0, of: one, worn) }
                }
                return entries + (try await yields.shared()).map(Self.entry)
            }
        ]
    }

    private static func entry(_ one: PublishedLookBack, _ labels: [SearchEntry.Label]) -> SearchEntry {
        let facts = one.edition.facts, pieces = one.edition.pieces.flatMap { [$0.topic, $0.text.outcome, $0.text.steps, $0.text.works, $0.text.worksNot] }
        let text = ([facts.tomorrow, facts.main] + pieces).filter { !$0.isEmpty }.joined(separator: "\n")
        let day = Localized(nl: MeetingHours.date(one.meeting.facts.startsAt, .nl), en: MeetingHours.date(one.meeting.facts.startsAt, .en))
        return SearchEntry(
            .lookBack, one.lookBack.id.description, title: LookBackWords.both { $0.title(one.meeting.facts.title) }, note: day, text: Localized(text),
            labels: labels, areas: areas(of: one.meeting), path: LookBackRoute.lookBack(one.meeting.id).address.segments)
    }

    private static func entry(_ point: AttentionPoint, of one: PublishedLookBack, _ labels: [SearchEntry.Label]) -> SearchEntry {
        let note = LookBackWords.both { "\($0.point), \(one.meeting.facts.title)" }
        return SearchEntry(
            .lookBack, point.id.description, title: Localized(point.title), note: note, text: Localized(point.words), labels: labels,
            areas: areas(of: one.meeting), path: LookBackRoute.point(point.id).address.segments)
    }

    private static func entry(_ yield: LearningYield) -> SearchEntry {
        let texts = yield.facts.texts.dropFirst().filter { !$0.isEmpty }
        return SearchEntry(
            .lookBack, yield.id.description, title: Localized(yield.facts.title), note: YieldWords.both(\.one),
            text: Localized(texts.joined(separator: "\n")), path: YieldRoute.one(yield.id).address.segments)
    }

    private static func areas(of meeting: Meeting) -> [AreaCode] {
        meeting.facts.area.map { Array(Set([$0] + [$0.municipality].compactMap(\.self))).sorted() } ?? []
    }

    /// From a meeting to its look-back, and on to points and yields: on the page of the meeting in one click (TER-01).
    package var linkSources: [LinkSource] {
        let follower = JournalFollower(people.database, kinds: Self.kinds)
        return [
            LinkSource("look-backs") {
                try await follower.version()
            } links: {
                let published = try await store.published(), known = Set(published.map(\.lookBack.id))
                let links = published.flatMap { one -> [Link] in
                    [Link(one.lookBack.reference, .comesFrom, one.meeting.reference)]
                        + one.points.map { Link($0.reference, .comesFrom, one.lookBack.reference) }
                }
                let yields = try await yields.shared().compactMap { yield in
                    yield.source.lookBack.flatMap { known.contains($0) ? Link(yield.reference, .comesFrom, ThingReference(.lookBack, $0.description)) : nil }
                }
                return links + yields
            }
        ]
    }
}
