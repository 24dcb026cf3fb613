import Core
import People
import SQL

/// Everything that the pages of areas need of this part, read once and again when something changed.
package struct MatchShelf: Sendable {
    package struct Content: Sendable {
        let matches: [Match]
        let knowers: [Knower]
        let conversations: [Conversation]
        /// Published contributions in own words, by conversation.
        let told: [Identifier: Int]
        /// Of those by conversation and theme of the profile, where their themes are decided.
        let sorted: [Identifier: [String: Int]]

        /// What was told in an area and in areas within it, by theme of the profile: by how stories were sorted, else by what the conversation is about.
        func stories(in area: AreaCode, _ themes: [AreaTheme]) -> [String: Int] {
            var counts: [String: Int] = [:]
            for conversation in conversations where conversation.area.withParents.contains(area) {
                if let sorted = sorted[conversation.id] {
                    counts.merge(sorted) { $0 + $1 }
                } else if let term = conversation.facts.theme, let theme = themes.first(where: { $0.terms.contains(term) }) {
                    counts[theme.key, default: 0] += told[conversation.id] ?? 0
                }
            }
            return counts
        }

        /// Of an area and of areas within it.
        func matches(in area: AreaCode) -> [Match] { matches.filter { $0.area.withParents.contains(area) } }

        func knowers(of area: AreaCode) -> [Knower] { knowers.filter { $0.area.withParents.contains(area) } }

        /// All that was told in an area and in areas within it.
        func stories(in area: AreaCode) -> Int {
            conversations.filter { $0.area.withParents.contains(area) }.reduce(0) { $0 + (told[$1.id] ?? 0) }
        }
    }

    private let picture: Snapshot<Content>

    init(store: MatchStore, coding: CodingStore, conversations: ConversationStore) {
        let follower = ContributionStore.follower(store.database, more: ["match", "coding"])
        picture = Snapshot {
            try await follower.version()
        } load: {
            var sorted: [Identifier: [String: Int]] = [:]
            for id in try await store.sortedConversations() {
                let book = try await coding.book(in: id), subjects = Dictionary(uniqueKeysWithValues: book.themes.map { ($0.number, $0.subject) })
                guard subjects.values.contains(where: { $0 != nil }) else { continue }
                sorted[id] = [:]
                for story in book.stories where story.isOpen {
                    for subject in Set((story.themes ?? []).compactMap { subjects[$0] ?? nil }) { sorted[id]?[subject, default: 0] += 1 }
                }
            }
            return Content(
                matches: try await store.list(), knowers: try await store.knowers(), conversations: try await conversations.announced(),
                told: try await store.openCounts(), sorted: sorted)
        }
    }

    /// For the node that made a change itself.
    func expire() { picture.expire() }

    /// As of a second ago.
    func current() async throws -> Content { try await picture.current() }

    /// As of now.
    func newest() async throws -> Content { try await picture.newest() }
}
