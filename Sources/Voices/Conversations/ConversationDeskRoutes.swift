import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of who organises conversations: begin one, write its announcement, announce it, give more time.
struct ConversationDeskRoutes: Sendable {
    let part: ConversationPart

    private typealias Words = ConversationDeskWords

    var table: [Route] {
        let desk = "/stemmen/{gesprek}/regelen"
        return [
            .led(.get, "/stemmen/regelen", "voices.desks", Words.both(\.title)) { try await list($1) },
            .led(.get, "/stemmen/regelen/nieuw", "voices.conversation.new", Words.both(\.add)) { try await begin($1) },
            .led(.post, "/stemmen/regelen/nieuw", "voices.conversation.add", Words.both(\.add)) { try await add($1) },
            .led(.get, desk, "voices.desk", Words.both(\.text)) { try await show($1) },
            .led(.post, desk, "voices.conversation.change", Words.both(\.save)) { try await change($1) },
            .led(.post, desk + "/aankondigen", "voices.conversation.announce", Words.both(\.announce)) { try await announce($1) },
            .led(.post, desk + "/langer", "voices.conversation.extend", Words.both(\.extend)) { try await extend($1) },
        ]
    }

    private var store: ConversationStore { part.store }

    // MARK: The list

    private func list(_ context: WebContext) async throws -> Answer {
        let now = part.people.now(), actor = context.actor
        let found = Conversation.inOrder(try await store.list().filter { VoicesPolicy.organise($0, by: actor).isAllowed }, at: now)
        let names = try await part.areaNames(found)
        let head = PageHead(Words(context.language).title, isListed: false, styles: ConversationRoutes.styles)
        let mayBegin = try await !part.owners(actor).isEmpty
        return context.page(head, cache: .noStore) {
            ConversationDeskListPage(conversations: found, names: names, mayBegin: mayBegin, now: now, language: context.language)
        }
    }

    // MARK: A new one

    private func begin(_ context: WebContext) async throws -> Answer {
        let owners = try await part.owners(context.actor)
        // The list says that there is no organisation to begin one for.
        guard !owners.isEmpty else { return .redirect(to: ConversationRoute.desks.address, in: context.language) }
        return try await new(ConversationForm.fresh(context.language), owners, context)
    }

    private func new(_ form: Form, _ owners: [Organisation], _ context: WebContext) async throws -> Answer {
        guard !owners.isEmpty else { throw Problem.notFound }
        let choices = ConversationChoices(owners: owners, themes: try await themes(besides: nil))
        return context.formPage(Words(context.language).add, form, styles: ConversationRoutes.styles) { token in
            ConversationNewPage(form: form, choices: choices, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let owners = try await part.owners(context.actor), area = try await part.area(ConversationForm.area, &form)
        let owner = owners.first { $0.id.description == form[ConversationForm.owner] }
        if owner == nil { form.fail(ConversationForm.owner, Words.both(\.ownerEmpty)) }
        let facts = ConversationForm.facts(&form, themes: Set(try await themes(besides: nil).map(\.key)))
        if let area, let owner, !VoicesPolicy.speaks(for: owner, about: area, by: context.actor) {
            let mayBegin = VoicesPolicy.begin(area: area, owner: owner.id, by: context.actor).isAllowed
            form.fail(mayBegin ? ConversationForm.owner : ConversationForm.area, Words.both(mayBegin ? \.ownerNotYours : \.areaNotYours))
        }
        guard let area, let owner, let facts, form.errors.isEmpty else { return try await new(form, owners, context) }
        let id = try await store.add(facts, about: area, by: owner.id, from: part.people.origin(context))
        return done(id, "bewaard", context)
    }

    /// Themes that can be chosen, and the one that was.
    private func themes(besides chosen: String?) async throws -> [Term] {
        try await part.people.terms.all(withRetired: true).filter { $0.vocabulary == .theme && ($0.retiredAt == nil || $0.key == chosen) }
    }

    private func done(_ id: Identifier, _ what: String, _ context: WebContext) -> Answer {
        .redirect(to: ConversationRoute.desk(id).address.with(.init("gelukt", what)), in: context.language)
    }

    // MARK: One conversation

    private func state(_ conversation: Conversation, _ context: WebContext) async throws -> ConversationDeskState {
        let names = try await part.people.organisations.names(of: [conversation.owner])
        return ConversationDeskState(
            conversation: conversation, areaName: try await part.areaName(conversation), owner: names[conversation.owner] ?? "",
            doors: try await part.deskDoors(conversation, for: context.actor),
            choices: ConversationChoices(owners: [], themes: try await themes(besides: conversation.facts.theme)),
            notice: Self.notice(context.query["gelukt"], Words(context.language)), facts: ConversationForm.items(conversation.facts))
    }

    private static func notice(_ word: String?, _ words: Words) -> String? {
        switch word {
        case "bewaard": words.kept
        case "aangekondigd": words.announced
        case "langer": words.extended
        default: nil
        }
    }

    private func page(_ state: ConversationDeskState, _ context: WebContext) -> Answer {
        let now = part.people.now()
        return context.formPage(state.conversation.facts.title, state.faulty, styles: ConversationRoutes.styles) { token in
            ConversationDeskPage(state: state, token: token, now: now, language: context.language)
        }
    }

    private func show(_ context: WebContext) async throws -> Answer { page(try await state(try await part.organised(context), context), context) }

    /// Runs a write; what came between is said instead of overwritten.
    private func writing(_ write: () async throws -> Void) async throws {
        do { try await write() } catch ConversationStore.Fault.unknown {
            throw Problem.notFound
        } catch is ConversationStore.Fault {
            throw Problem.conflict(Words.both(\.notNow))
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.organised(context)
        var form = context.fields
        let themes = Set(try await themes(besides: conversation.facts.theme).map(\.key))
        guard !conversation.isPublic else { throw Problem.conflict(Words.both(\.notNow)) }
        guard let facts = ConversationForm.facts(&form, themes: themes) else {
            var state = try await state(conversation, context)
            state.facts = form
            return page(state, context)
        }
        try await writing { try await store.change(conversation.id, to: facts, from: part.people.origin(context)) }
        return done(conversation.id, "bewaard", context)
    }

    private func announce(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.organised(context)
        // Announced after its last day it would never have been open.
        if !conversation.isPublic && conversation.facts.lastDay.end <= part.people.now() {
            var state = try await state(conversation, context)
            state.facts.fail("tot", Words.both(\.lastPast))
            return page(state, context)
        }
        try await writing { try await store.announce(conversation.id, from: part.people.origin(context)) }
        return done(conversation.id, "aangekondigd", context)
    }

    private func extend(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.organised(context)
        guard conversation.isPublic, conversation.closedAt == nil else { throw Problem.conflict(Words.both(\.notNow)) }
        var form = context.fields
        if let day = ConversationForm.day(ConversationForm.until, &form) {
            do {
                try await store.extend(conversation.id, to: day, from: part.people.origin(context))
                return done(conversation.id, "langer", context)
            } catch ConversationStore.Fault.state {
                form.fail(ConversationForm.until, Words.both(\.extendFault))
            }
        }
        var state = try await state(conversation, context)
        state.longer = form
        return page(state, context)
    }
}

extension Route {
    /// A route of who leads conversations.
    static func led(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .conversationLeads, summary: summary, handler: handler)
    }
}
