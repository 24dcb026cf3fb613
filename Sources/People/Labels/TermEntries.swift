import Core
import Web

extension Slice {
    /// Labels, as things that can be found, also those out of use: what has them keeps them.
    package var termSource: SearchSource {
        let follower = JournalFollower(database, kinds: ["term"])
        return SearchSource("terms") {
            try await follower.version()
        } entries: {
            let terms = try await terms.all(withRetired: true)
            let known = Dictionary(terms.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            return terms.map { Self.entry($0, parent: $0.parent.flatMap { known[$0] }) }
        }
    }

    /// - Parameter parent: of a subject the theme above it: whoever looks for that finds the subject too
    private static func entry(_ term: Term, parent: Term?) -> SearchEntry {
        let retired = term.retiredAt == nil ? Localized("") : LabelWords.both { ", " + $0.retired }
        let name = term.vocabulary.name
        return SearchEntry(
            .term, term.key, title: term.name, note: Localized(nl: name.nl + retired.nl, en: name.en + retired.en),
            labels: [term.label] + (parent.map { [$0.label] } ?? []), path: LabelRoute.subject(term.key).address.segments)
    }
}
