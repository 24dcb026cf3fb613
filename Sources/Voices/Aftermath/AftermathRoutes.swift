import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of what became of what people said, for everyone and at the desk.
struct AftermathRoutes: Sendable {
    let part: AftermathPart

    private typealias Words = AftermathWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}", desk = base + "/regelen/opvolging"
        return [
            Route(.get, base + "/wat-er-mee-gebeurde", name: "voices.aftermath", summary: Words.both(\.title)) { try await show($1) },
            .led(.get, desk, "voices.aftermath.desk", Words.both(\.desk)) { try await self.desk(try await led($1), Form(items: []), $1) },
            .led(.post, desk, "voices.aftermath.tell", Words.both(\.tell)) { try await tell($1) },
            .led(.post, desk + "/afronden", "voices.aftermath.finish", Words.both(\.finish)) { try await finish($1) },
            .led(.get, desk + "/brieven", "voices.aftermath.letters", Words.both(\.letters)) { try await letters($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.conversations.led(context) }

    private func show(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language), id = conversation.id
        let page = AftermathPage(
            conversation: conversation, areaName: try await part.conversations.areaName(conversation), lines: try await part.store.published(in: id),
            count: try await part.store.count(in: id), finished: try await part.store.finished(id), language: context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) { page }
    }

    private func desk(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let id = conversation.id, areaName = try await part.conversations.areaName(conversation), isAll = context.query["alles"] != nil
        let lines = try await part.store.lines(in: id).filter { isAll || ($0.aftermath == nil && $0.contribution.state != .refused) }
        let count = try await part.store.count(in: id), finished = try await part.store.finished(id),
            isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).desk, form, styles: ConversationRoutes.styles) { token in
            AftermathDeskPage(
                conversation: conversation, areaName: areaName, lines: lines, count: count, finished: finished, isAll: isAll, isDone: isDone, form: form,
                token: token, language: context.language)
        }
    }

    private func letters(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), channels = AftermathLettersPage.channels
        let lines = try await part.store.lines(in: conversation.id).filter { $0.aftermath != nil && channels.contains($0.contribution.channel) }
        let head = PageHead(Words(context.language).letters, isListed: false, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) { AftermathLettersPage(conversation: conversation, lines: lines, language: context.language) }
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        .redirect(to: AftermathRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func tell(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let told = AftermathForm.told(&form) else { return try await desk(conversation, form, context) }
        do {
            try await part.store.tell(
                told.outcome, because: told.reason, next: told.next, about: told.ids, in: conversation.id, from: part.people.origin(context))
        } catch AftermathStore.Fault.unknown { throw Problem.conflict(Words.both(\.changed)) }
        return done(conversation, context)
    }

    private func finish(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        do {
            try await part.store.finish(conversation.id, from: part.people.origin(context))
        } catch AftermathStore.Fault.open(let count) { throw Problem.conflict(Words.both { $0.stillOpen(count) }) }
        return done(conversation, context)
    }
}

/// Reads what somebody tells givers.
enum AftermathForm {
    static let chosen = "gekozen"
    static let outcome = "uitkomst"
    static let reason = "reden"
    static let next = "volgende"

    private typealias Words = AftermathWords

    static func told(_ form: inout Form) -> (outcome: Aftermath.Outcome, reason: String, next: DutchDay?, ids: Set<Identifier>)? {
        let ids = Set(form.all(chosen).compactMap { Identifier($0) })
        if ids.isEmpty { form.fail(chosen, Words.both(\.chosenEmpty)) }
        let outcome = form.choice(outcome, of: Aftermath.Outcome.self, required: Words.both(\.outcomeEmpty))
        let reason = form.text(reason, limit: 1000, required: Words.both(\.reasonEmpty))
        let next = form.value(next, as: DutchDay.self, otherwise: WorkshopDeskWords.both(\.dayWrong))
        guard let outcome, let reason, form.errors.isEmpty else { return nil }
        return (outcome, reason, next, ids)
    }
}
