import Core
import People
import Web

extension StoryPart {
    private var follower: JournalFollower { ContributionStore.follower(people.database) }

    /// Published stories, as things that can be found: what was taken back is gone from here too.
    var searchSource: SearchSource {
        let follower = follower
        return SearchSource("stories") {
            try await follower.version()
        } entries: {
            let conversations = Dictionary(try await conversations.store.announced().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return try await store.publishedEverywhere().compactMap { story in
                conversations[story.contribution.conversation].map { Self.entry(story, in: $0) }
            }
        }
    }

    private static func entry(_ story: Story, in conversation: Conversation) -> SearchEntry {
        let area = conversation.area, id = story.contribution.id
        return SearchEntry(
            .story, id.description, title: Localized(story.opening), note: Localized(conversation.facts.title),
            text: Localized([story.shown, story.place].compactMap(\.self).joined(separator: "\n")),
            areas: area.withParents,
            path: StoryRoute.one(conversation.id, id).address.segments)
    }

    /// From which conversation they come, and what that is about.
    var linkSource: LinkSource {
        let follower = follower
        return LinkSource("stories") {
            try await follower.version()
        } links: {
            let themes = Dictionary(try await conversations.store.announced().map { ($0.id, $0.facts.theme) }, uniquingKeysWith: { first, _ in first })
            return try await store.publishedEverywhere().flatMap { story in
                let own = ThingReference(.story, story.contribution.id.description), conversation = story.contribution.conversation
                return [Link(own, .comesFrom, ThingReference(.conversation, conversation.description))]
                    + (themes[conversation].flatMap(\.self).map { [Link(own, .about, ThingReference(.term, $0))] } ?? [])
            }
        }
    }
}
