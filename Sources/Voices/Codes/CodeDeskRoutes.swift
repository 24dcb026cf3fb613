import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of who hands out codes, and of who helps someone at a screen.
struct CodeDeskRoutes: Sendable {
    let part: CodePart

    private typealias Words = CodeDeskWords
    private var store: CodeStore { part.store }

    var table: [Route] {
        let codes = "/stemmen/{gesprek}/regelen/codes", assist = "/stemmen/{gesprek}/regelen/helpen"
        return [
            .led(.get, codes, "voices.codes", Words.both(\.title)) { try await show($1) },
            .led(.post, codes + "/uitgeven", "voices.codes.issue", Words.both(\.issue)) { try await issue($1) },
            .led(.post, codes + "/merken", "voices.codes.mark", Words.both(\.mark)) { try await mark($1) },
            .led(.post, codes + "/vervangen", "voices.codes.replace", Words.both(\.replace)) { try await replace($1) },
            .led(.post, codes + "/papier", "voices.codes.paper", Words.both(\.paperSave)) { try await paper($1) },
            .led(.post, codes + "/afsluiten", "voices.codes.close", Words.both(\.close)) { try await close($1) },
            .led(.get, assist, "voices.assist", Words.both(\.assist)) { try await help($1, Form(items: [])) },
            .led(.post, assist, "voices.assist.begin", Words.both(\.begin)) { try await begin($1) },
            .led(.post, assist + "/klaar", "voices.assist.end", Words.both(\.end)) { try await end($1) },
        ]
    }

    /// Who has a code can take part: only who leads the conversation gets them, and no functional administrator.
    // MARK: Codes

    private func show(_ context: WebContext) async throws -> Answer {
        try await page(try await part.conversations.led(context), nil, Form(items: []), context)
    }

    private func page(_ conversation: Conversation, _ faulty: CodeRoute?, _ form: Form, _ context: WebContext) async throws -> Answer {
        let state = CodeDeskState(
            conversation: conversation, areaName: try await part.conversations.areaName(conversation), batches: try await store.batches(in: conversation.id),
            account: try await store.account(of: conversation.id), isOver: conversation.state(at: part.people.now()) == .closed,
            isDone: faulty == nil && context.query["gelukt"] != nil, faulty: faulty, form: form)
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            CodeDeskPage(state: state, token: token, language: context.language)
        }
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        .redirect(to: CodeRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    /// What came between is said; nothing is overwritten.
    private func writing<Value: Sendable>(_ write: () async throws -> Value) async throws -> Value {
        do { return try await write() } catch CodeStore.Fault.closed {
            throw Problem.conflict(Words.both(\.notNow))
        } catch CodeStore.Fault.notOpen {
            throw Problem.conflict(Words.both(\.closeLater))
        } catch CodeStore.Fault.sums {
            throw Problem.conflict(Words.both(\.fitsNot))
        }
    }

    private func issue(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        var form = context.fields
        guard let wanted = CodeForm.issue(&form) else { return try await page(conversation, .issue(conversation.id), form, context) }
        let made = try await writing {
            try await store.issue(wanted.amount, for: wanted.purpose, note: wanted.note, in: conversation.id, from: part.people.origin(context))
        }
        switch wanted.kind {
        case .file:
            var answer = Answer(made.file(origin: part.people.installation.origin), as: .csv, cache: .noStore)
            answer.holdsSecret = true
            return answer.asDownload(named: "codes-\(made.batch.id.description).csv")
        case .cards: return cards(conversation, made, context)
        }
    }

    private func cards(_ conversation: Conversation, _ made: CodeIssue, _ context: WebContext) -> Answer {
        let head = PageHead(Words(context.language).cards, isListed: false, styles: ConversationRoutes.styles)
        let origin = part.people.installation.origin
        var answer = context.page(head, cache: .noStore) {
            CodeCardsPage(conversation: conversation, issue: made, origin: origin, language: context.language)
        }
        answer.holdsSecret = true
        return answer
    }

    private func mark(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context), route = CodeRoute.mark(conversation.id)
        var form = context.fields
        guard let wanted = CodeForm.mark(&form) else { return try await page(conversation, route, form, context) }
        do {
            try await writing {
                try await store.mark(
                    wanted.numbers, of: wanted.batch, as: wanted.state, reason: wanted.reason, in: conversation.id, from: part.people.origin(context))
            }
        } catch CodeStore.Fault.unknown {
            form.fail(CodeForm.numbers, Words.both(\.numbersUnknown))
            return try await page(conversation, route, form, context)
        }
        return done(conversation, context)
    }

    private func replace(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context), route = CodeRoute.replace(conversation.id)
        var form = context.fields
        guard let wanted = CodeForm.replacement(&form) else { return try await page(conversation, route, form, context) }
        do {
            let print = try await writing {
                try await store.replace(wanted.number, of: wanted.batch, in: conversation.id, from: part.people.origin(context))
            }
            guard let batch = try await store.batches(in: conversation.id).first(where: { $0.id == wanted.batch }) else { throw Problem.notFound }
            return cards(conversation, CodeIssue(batch: batch, prints: [print]), context)
        } catch CodeStore.Fault.unknown {
            form.fail(CodeForm.number, Words.both(\.numbersUnknown))
            return try await page(conversation, route, form, context)
        }
    }

    private func paper(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context), route = CodeRoute.paper(conversation.id)
        var form = context.fields
        guard let code = CodeForm.code(&form, CodeForm.sheet) else { return try await page(conversation, route, form, context) }
        do {
            try await writing { _ = try await store.useOnPaper(code, in: conversation.id, from: part.people.origin(context)) }
        } catch CodeStore.Fault.used(let state) {
            form.fail(CodeForm.sheet, Words.both { $0.used(CodeWords($0.language).name(state)) })
            return try await page(conversation, route, form, context)
        } catch CodeStore.Fault.unknown {
            form.fail(CodeForm.sheet, CodeWords.both(\.unknown))
            return try await page(conversation, route, form, context)
        }
        return done(conversation, context)
    }

    private func close(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        try await writing { try await store.close(conversation.id, from: part.people.origin(context)) }
        return done(conversation, context)
    }

    // MARK: Helping

    private func help(_ context: WebContext, _ form: Form) async throws -> Answer {
        let conversation = try await part.conversations.led(context), now = part.people.now()
        guard let helper = context.actor.person?.id else { throw Problem.notFound }
        let session = try await part.assists.active(for: helper, in: conversation.id, at: now)
        let areaName = try await part.conversations.areaName(conversation), isEnded = context.query["gelukt"] == "klaar"
        return context.formPage(Words(context.language).assist, form, styles: ConversationRoutes.styles) { token in
            AssistPage(
                conversation: conversation, areaName: areaName, session: session, isEnded: isEnded, isOpen: conversation.isOpen(at: now), form: form,
                token: token, language: context.language)
        }
    }

    private func begin(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        guard let helper = context.actor.person?.id else { throw Problem.notFound }
        guard conversation.isOpen(at: part.people.now()) else { throw Problem.conflict(CodeWords.both(\.closed)) }
        var form = context.fields
        guard let reason = form.choice(CodeForm.help, of: AssistSession.Reason.self, required: Words.both(\.choose)) else {
            return try await help(context, form)
        }
        try await part.assists.begin(reason, by: helper, in: conversation.id, from: part.people.origin(context))
        return .redirect(to: CodeRoute.assist(conversation.id).address, in: context.language)
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context)
        guard let helper = context.actor.person?.id else { throw Problem.notFound }
        try await part.assists.end(by: helper, in: conversation.id, from: part.people.origin(context))
        return .redirect(to: CodeRoute.assist(conversation.id).address.with(.init("gelukt", "klaar")), in: context.language)
    }
}
