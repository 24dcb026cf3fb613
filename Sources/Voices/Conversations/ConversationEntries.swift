import Core
import People
import Web

extension ConversationPart {
    private var follower: JournalFollower { JournalFollower(people.database, kinds: ["conversation", "term"]) }

    /// Announced conversations, as things that can be found.
    var searchSource: SearchSource {
        let follower = follower
        return SearchSource("conversations") {
            // They open and close by themselves: looked at anew every hour.
            try await follower.version() << 24 | (people.now() / 3_600_000) & 0xFF_FFFF
        } entries: {
            let terms = Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            let now = people.now()
            return try await store.announced().map { Self.entry($0, terms, at: now) }
        }
    }

    private static func entry(_ conversation: Conversation, _ terms: [String: Term], at now: Int64) -> SearchEntry {
        let facts = conversation.facts, area = conversation.area
        return SearchEntry(
            .conversation, conversation.id.description, title: Localized(facts.title), note: conversation.state(at: now).name,
            text: Localized([facts.question, facts.decided, facts.notDecided, facts.afterwards].joined(separator: "\n")),
            labels: facts.theme.flatMap { terms[$0]?.label }.map { [$0] } ?? [], areas: area.withParents,
            path: ConversationRoute.conversation(conversation.id).address.segments)
    }

    /// Who holds them, where, and what they are about.
    var linkSource: LinkSource {
        let follower = follower
        return LinkSource("conversations") {
            try await follower.version()
        } links: {
            try await store.announced().flatMap { conversation in
                let own = conversation.reference
                return [
                    Link(own, .organisedBy, ThingReference(.organisation, conversation.owner.description)),
                    Link(own, .involves, ThingReference(.area, conversation.area.description)),
                ] + (conversation.facts.theme.map { [Link(own, .about, ThingReference(.term, $0))] } ?? [])
            }
        }
    }
}
