import Core
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of telling of oneself, and of who is missing.
struct MissingRoutes: Sendable {
    let part: MissingPart

    private typealias Words = MissingWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}"
        return [
            Route(.get, base + "/over-jou", name: "voices.about", readsSession: true, summary: Words.both(\.about)) { try await about($1, nil) },
            Route(.post, base + "/over-jou", name: "voices.about.tell", readsSession: true, summary: Words.both(\.about)) { try await tell($1) },
            Route(.get, base + "/wie-missen-we", name: "voices.missing", summary: Words.both(\.title)) { try await show($1) },
            Route(.get, base + "/wie-missen-we/wie-missen-we.csv", name: "voices.missing.csv", summary: Words.both(\.title)) { try await file($1) },
        ]
    }

    private func announced(_ context: WebContext) async throws -> Conversation { try await part.votes.conversations.announced(context) }

    private func about(_ context: WebContext, _ faulty: Form?) async throws -> Answer {
        let conversation = try await announced(context), areaName = try await part.votes.conversations.areaName(conversation)
        let door = try await part.votes.entrance.knock(context, at: conversation, now: part.people.now())
        let questions = try await part.asked(in: conversation)
        let told = if let mark = door.mark { try await part.store.told(by: mark, in: conversation.id) } else { [Background: String]() }
        let form = faulty ?? Form(items: told.map { .init($0.key.rawValue, $0.value) }), isDone = faulty == nil && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).about, form, styles: ConversationRoutes.styles) { token in
            AboutPage(
                conversation: conversation, areaName: areaName, door: door, questions: questions, isDone: isDone, form: form, token: token,
                language: context.language)
        }
    }

    private func tell(_ context: WebContext) async throws -> Answer {
        let conversation = try await announced(context), now = part.people.now()
        let door = try await part.votes.entrance.knock(context, at: conversation, now: now), address = MissingRoute.about(conversation.id).address
        guard let mark = door.mark else { return .redirect(to: address, in: context.language) }
        var form = context.fields, answers: [Background: String] = [:]
        for asked in try await part.asked(in: conversation) {
            let typed = form[asked.question.rawValue] ?? ""
            if asked.answers.contains(where: { $0.value == typed }) {
                answers[asked.question] = typed
            } else if !typed.isEmpty {
                form.fail(asked.question.rawValue, Words.both(\.wrong))
            }
        }
        if TrapField.isSprung(form) { form.fail(Background.age.rawValue, TrapField.words) }
        guard form.errors.isEmpty else { return try await about(context, form) }
        try await part.store.tell(answers, by: mark, in: conversation.id, at: now)
        return .redirect(to: address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let conversation = try await announced(context), areaName = try await part.votes.conversations.areaName(conversation)
        let outcomes = try await part.outcomes(of: conversation), inhabitants = try await part.votes.inhabitants(conversation.area)
        let words = Words(context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) {
            MissingPage(conversation: conversation, areaName: areaName, outcomes: outcomes, inhabitants: inhabitants, language: context.language)
        }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let conversation = try await announced(context), document = MissingDocument(outcomes: try await part.outcomes(of: conversation))
        return Answer(document.csv, as: .csv, cache: .noStore).asDownload(named: MissingRoute.file)
    }
}

/// The API of who is missing: exactly what the page shows.
struct MissingAPI: Sendable {
    let part: MissingPart

    init(_ part: MissingPart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { MissingDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "getWieMissenWe", "/gesprekken/{gesprek}/wie-missen-we",
                summary: Localized(nl: "Wie meedeed naast wie er woont", en: "Who took part beside who lives there"),
                description: Localized(
                    nl: "Dit is geen weging. Wie meedoet, koos dat zelf. Aantallen staan er vanaf 10 mensen.",
                    en: "This is no weighting. Who takes part chose that themselves. Numbers are told from 10 people."),
                tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("WieMissenWe"))]
            ) { request in
                let conversation = try await part.votes.conversations.published(try request.part(ConversationAPI.conversation))
                return .json(MissingDocument(outcomes: try await part.outcomes(of: conversation)).node(of: conversation.id))
            }
        ]
    }
}

/// Handlers of who leads a conversation: what is asked, and visits.
struct MissingDeskRoutes: Sendable {
    let part: MissingPart

    private typealias Words = MissingDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/wie-missen-we"
        return [
            .led(.get, base, "voices.missing.desk", MissingWords.both(\.title)) { try await desk(try await led($1), Form(items: []), $1) },
            .led(.post, base, "voices.missing.ask", Words.both(\.ask)) { try await ask($1) },
            .led(.post, base + "/bezoeken", "voices.missing.visit", Words.both(\.plan)) { try await plan($1) },
            .led(.post, base + "/bezoeken/klaar", "voices.missing.visited", Words.both(\.done)) { try await finish($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.votes.conversations.led(context) }

    private func desk(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let questions = try await part.store.questions(in: conversation.id), visits = try await part.store.visits(in: conversation.id)
        let areaName = try await part.votes.conversations.areaName(conversation), outcomes = try await part.outcomes(of: conversation)
        let offered = try await part.offered(in: conversation), isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(MissingWords(context.language).title, form, styles: ConversationRoutes.styles) { token in
            MissingDeskPage(
                conversation: conversation, areaName: areaName, questions: questions, offered: offered, outcomes: outcomes, visits: visits, isDone: isDone,
                form: form,
                token: token, language: context.language)
        }
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        .redirect(to: MissingRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func ask(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        let questions = Set(context.fields.all(MissingForm.questions).compactMap { Background(rawValue: $0) })
        try await part.store.ask(questions, in: conversation.id, from: part.people.origin(context))
        return done(conversation, context)
    }

    private func plan(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let visit = MissingForm.visit(&form) else { return try await desk(conversation, form, context) }
        try await part.store.plan(
            visit.people, place: visit.place, visitor: visit.visitor, day: visit.day, in: conversation.id, from: part.people.origin(context))
        return done(conversation, context)
    }

    private func finish(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        guard let id = context.fields[MissingForm.visit].flatMap({ Identifier($0) }),
            try await part.store.finish(id, in: conversation.id, from: part.people.origin(context))
        else { throw Problem.notFound }
        return done(conversation, context)
    }
}
