import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the list of conversations and of their announcement, for everyone.
struct ConversationRoutes: Sendable {
    let part: ConversationPart

    private typealias Words = ConversationWords

    static let styles = ["voices.css"]

    var table: [Route] {
        [
            Route(.get, "/stemmen", name: "voices.conversations", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, "/stemmen/{gesprek}", name: "voices.conversation", readsSession: true, summary: Words.both(\.what)) { try await show($1) },
        ]
    }

    // MARK: The list

    private func list(_ context: WebContext) async throws -> Answer {
        let words = Words(context.language), now = part.people.now()
        var form = context.query, filter = ConversationFilter(form.items)
        if let typed = form[ConversationForm.area], !typed.allSatisfy(\.isWhitespace) {
            filter.area = try await part.area(ConversationForm.area, &form)
        }
        let isReadable = form.errors.isEmpty, chosen = filter, shown = form
        let found = isReadable ? try await part.store.announced().filter { chosen.takes($0, at: now) } : []
        let names = try await part.areaNames(found)
        let head = PageHead(
            words.title, description: words.lead, section: ConversationRoute.list().address, hasErrors: !isReadable, isListed: filter == ConversationFilter(),
            styles: Self.styles)
        return context.page(head, status: isReadable ? .ok : .badRequest) {
            ConversationListPage(
                conversations: Conversation.inOrder(found, at: now), names: names, filter: chosen, form: shown, now: now, language: context.language)
        }
    }

    // MARK: The announcement

    private func decision(on conversation: Conversation, at now: Int64) async throws -> AnnouncementView.Decision {
        if let day = try await part.finished(conversation.id) { return .told(on: day) }
        return now >= conversation.facts.decidedBy.end ? .due : .awaited
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.seen(context), now = part.people.now(), actor = context.actor
        let owner = try await part.people.organisations.names(of: [conversation.owner])[conversation.owner] ?? ""
        let doors = conversation.isPublic ? try await part.doors(conversation, conversation.state(at: now)) : []
        let linked = try await context.linked(to: conversation.reference)
        let view = AnnouncementView(
            conversation: conversation, state: conversation.state(at: now), decision: try await decision(on: conversation, at: now),
            areaName: try await part.areaName(conversation),
            owner: owner, doors: doors,
            isOrganiser: VoicesPolicy.organise(conversation, by: actor).isAllowed, linked: linked)
        let head = PageHead(
            conversation.facts.title, description: conversation.facts.question, section: ConversationRoute.list().address, isListed: conversation.isPublic,
            styles: Self.styles)
        return context.page(head, cache: actor.person == nil ? .personal : .noStore) { AnnouncementPage(view: view, language: context.language) }
    }
}

extension Conversation {
    /// Those one can take part in first; the others by their days.
    static func inOrder(_ conversations: [Conversation], at now: Int64) -> [Conversation] {
        func place(_ state: State) -> Int {
            switch state {
            case .open: 0
            case .coming: 1
            case .closed: 2
            case .draft: 3
            }
        }
        let open = conversations.map { (conversation: $0, place: place($0.state(at: now))) }
        return open.sorted { left, right in
            if left.place != right.place { return left.place < right.place }
            let (a, b) = (left.conversation, right.conversation)
            // What ends first comes first; what is over, newest first.
            if a.facts.lastDay != b.facts.lastDay { return (a.facts.lastDay.start < b.facts.lastDay.start) != (left.place == 2) }
            return a.id < b.id
        }
        .map(\.conversation)
    }
}
