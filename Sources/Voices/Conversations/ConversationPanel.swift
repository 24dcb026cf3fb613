import Areas
import Core
import HTML
import People
import Web

/// What is being talked about in an area, for its page.
package struct ConversationPanel: Sendable {
    private let picture: Snapshot<[Conversation]>
    private let now: @Sendable () -> Int64
    /// Most on one page.
    private static let most = 5

    package init(_ part: ConversationPart) {
        let follower = JournalFollower(part.people.database, kinds: ["conversation"]), store = part.store
        now = part.people.now
        picture = Snapshot {
            try await follower.version()
        } load: {
            try await store.announced()
        }
    }

    /// For the page of an area. Nothing where nobody was asked anything.
    package var source: AreaPageSource { { request in try await part(request) } }

    private func part(_ request: AreaPageRequest) async throws -> AreaPagePart {
        let place = request.area.code, now = now()
        guard place.level >= .municipality else { return AreaPagePart() }
        let found = Conversation.inOrder(try await picture.current().filter { $0.touches(place) }, at: now)
        guard !found.isEmpty else { return AreaPagePart() }
        let content = ConversationPanelContent(conversations: Array(found.prefix(Self.most)), area: place, now: now, language: request.language)
        return AreaPagePart(panels: [.init(anchor: "gesprekken", title: ConversationWords(request.language).here, content: content)])
    }
}

/// Everything below the heading of the panel.
struct ConversationPanelContent: Component {
    let conversations: [Conversation]
    let area: AreaCode
    let now: Int64
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }

    var body: some HTML {
        Group {
            p { words.hereLead }
            ul {
                Each(conversations) { conversation in
                    li {
                        a(.href(ConversationRoute.conversation(conversation.id).address.url(in: language))) { conversation.facts.title }
                        " "
                        ConversationTag(state: conversation.state(at: now), language: language)
                        " " + words.say(conversation.facts.influence)
                    }
                }
            }
            p { a(.href(ConversationRoute.list(ConversationFilter(area: area)).address.url(in: language))) { words.allHere } }
        }
    }
}
