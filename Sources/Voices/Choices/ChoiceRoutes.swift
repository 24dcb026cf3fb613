import Core
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of choosing, and of what came of it.
struct ChoiceRoutes: Sendable {
    let part: ChoicePart

    private typealias Words = ChoiceWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/keuzes", one = base + "/{keuze}"
        return [
            Route(.get, base, name: "voices.choices", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, one, name: "voices.choice", readsSession: true, summary: Words.both(\.choose)) { try await show($1, nil) },
            Route(.post, one, name: "voices.choose", readsSession: true, summary: Words.both(\.choose)) { try await choose($1) },
            Route(.get, one + "/uitkomst.csv", name: "voices.choice.csv", summary: Words.both(\.files)) { try await file(.csv, $1) },
            Route(.get, one + "/stemmen.pb", name: "voices.choice.ballots", summary: Words.both(\.files)) { try await file(.ballots, $1) },
        ]
    }

    private func found(_ context: WebContext) async throws -> (conversation: Conversation, choice: SharedChoice) {
        let conversation = try await part.conversations.announced(context), id = try context.part("keuze", as: Identifier.self)
        guard let choice = try await part.shown(in: conversation.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return (conversation, choice)
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let choices = try await part.shown(in: conversation.id), words = Words(context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .personal) {
            ChoiceListPage(conversation: conversation, areaName: areaName, choices: choices, language: context.language)
        }
    }

    private func show(_ context: WebContext, _ faulty: Form?) async throws -> Answer {
        let (conversation, choice) = try await found(context), areaName = try await part.conversations.areaName(conversation)
        let door = try await part.entrance.knock(context, at: conversation, now: part.people.now())
        let own = if let mark = door.mark { try await part.store.ballot(of: mark, on: choice.id) } else { Set<Int>() }
        let isDone = faulty == nil && context.query["gelukt"] != nil
        return context.formPage(choice.facts.title, faulty ?? Form(items: []), styles: ConversationRoutes.styles) { token in
            ChoicePage(
                conversation: conversation, areaName: areaName, choice: choice, door: door, own: own, isDone: isDone, form: faulty ?? Form(items: []),
                token: token, language: context.language)
        }
    }

    private func choose(_ context: WebContext) async throws -> Answer {
        let (conversation, choice) = try await found(context), now = part.people.now()
        let door = try await part.entrance.knock(context, at: conversation, now: now), address = ChoiceRoute.one(conversation.id, choice: choice.id).address
        guard let mark = door.mark else { return .redirect(to: address, in: context.language) }
        var form = context.fields
        guard let approvals = ChoiceForm.ballot(&form, of: choice) else { return try await show(context, form) }
        do {
            try await part.store.vote(approvals, by: mark, channel: door.channel, on: choice, at: now)
        } catch ChoiceStore.Fault.state {
            throw Problem.conflict(Words.both(\.closed))
        } catch ChoiceStore.Fault.empty {
            form.fail(ChoiceForm.chosen, Words.both(\.empty))
            return try await show(context, form)
        }
        return .redirect(to: address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func file(_ file: ChoiceRoute.File, _ context: WebContext) async throws -> Answer {
        let (_, choice) = try await found(context)
        guard choice.outcome.map({ $0.voters >= ChoiceDocument.least }) ?? false else { throw Problem.notFound }
        let document = ChoiceDocument(choice: choice)
        let answer =
            switch file {
            case .csv: Answer(document.csv, as: .csv, cache: .noStore)
            case .ballots:
                Answer(Array(try document.ballots(try await part.store.ballots(on: choice.id)).utf8), as: .text, cache: .noStore)
            }
        return answer.asDownload(named: file.rawValue)
    }
}

/// The API of choices: exactly what the pages show.
struct ChoiceAPI: Sendable {
    let part: ChoicePart

    init(_ part: ChoicePart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { ChoiceDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "listKeuzes", "/gesprekken/{gesprek}/keuzes",
                summary: Localized(nl: "Waar mensen samen over kozen, en wat eruit kwam", en: "What people chose together, and what came of it"),
                description: Localized(
                    nl: "Zolang mensen kiezen staat er geen uitkomst bij.", en: "As long as people choose there is no outcome."),
                tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("Keuzes"))]
            ) { request in
                let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
                return .json(ChoiceDocument.node(try await part.shown(in: conversation.id), of: conversation.id))
            }
        ]
    }
}
