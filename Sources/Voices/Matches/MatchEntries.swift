import Core
import People
import Web

extension MatchPart {
    private var follower: JournalFollower { ContributionStore.follower(people.database, more: ["match"]) }

    /// Figures beside stories, as things that can be found. Words of givers are not among them.
    var searchSource: SearchSource {
        let follower = follower
        return SearchSource("matches") {
            try await follower.version()
        } entries: {
            try await store.list().map { match in
                let relation = MatchWords.both { $0.name(match.facts.relation) }
                return SearchEntry(
                    .match, match.id.description, title: Localized(match.facts.title), note: relation, text: Localized(match.facts.explanation),
                    areas: match.area.withParents, path: MatchRoute.one(match.area, match.id).address.segments)
            }
        }
    }

    /// What each rests on: the figure, the conversation, the statement and the story that is quoted.
    var linkSource: LinkSource {
        let follower = follower
        return LinkSource("matches") {
            try await follower.version()
        } links: {
            try await store.list().flatMap { match in
                let own = ThingReference(.match, match.id.description), facts = match.facts
                let sources: [ThingReference?] = [
                    facts.telling.conversation.map { ThingReference(.conversation, $0.description) },
                    facts.telling.selection?.quote.map { ThingReference(.story, $0.story.description) },
                ]
                return [
                    Link(own, .involves, ThingReference(.area, match.area.description)),
                    Link(own, .organisedBy, ThingReference(.organisation, match.owner.description)),
                ] + sources.compactMap { $0.map { Link(own, .comesFrom, $0) } }
                    + (facts.counting.figure.map { [Link(own, .followedBy, ThingReference(.figure, $0.key))] } ?? [])
            }
        }
    }
}
