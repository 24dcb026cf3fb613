import Core
import Credentials
import HTML
import Hummingbird
import People
import Web

/// Handlers of the desk where moderators read and decide, of reports, and of the public log.
struct ModerationRoutes: Sendable {
    let part: ModerationPart

    private typealias Words = ModerationWords
    private var store: ContributionStore { part.contributions }

    var table: [Route] {
        let desk = "/stemmen/{gesprek}/regelen/moderatie", notice = "/stemmen/{gesprek}/inbreng/{inbreng}/melding"
        return [
            Route(.get, desk, name: "voices.moderation", access: .conversationLeads, summary: Words.both(\.queue)) { try await queue($1) },
            Route(.get, desk + "/{inbreng}", name: "voices.moderation.item", access: .conversationLeads, summary: Words.both(\.open)) { try await item($1) },
            Route(.post, desk + "/{inbreng}", name: "voices.moderation.rule", access: .conversationLeads, summary: Words.both(\.save)) { try await rule($1) },
            Route(.get, notice, name: "voices.report.form", summary: Words.both(\.report)) { try await report($1, Form(items: [])) },
            Route(.post, notice, name: "voices.report", summary: Words.both(\.report)) { try await sendReport($1) },
            Route(.get, "/stemmen/{gesprek}/moderatie", name: "voices.moderation.log", summary: Words.both(\.log)) { try await log($1) },
        ]
    }

    // MARK: The desk

    /// Closed words are read here: where the giver is known, that is noted first.
    private func note(_ items: [ModerationItem], _ name: String, _ context: WebContext) async throws {
        let givers = try await store.givers(of: items.map(\.contribution.id))
        try await part.people.readLog.note(.voices, name, of: givers, trace: TraceContext(header: nil), from: part.people.origin(context))
    }

    private func queue(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.led(context), areaName = try await part.conversations.areaName(conversation)
        let items = try await store.queue(of: conversation.id), today = DutchDay(at: part.people.now())
        return context.page(PageHead(Words(context.language).queue, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            ModerationQueuePage(conversation: conversation, areaName: areaName, items: items, today: today, language: context.language)
        }
    }

    private func known(_ context: WebContext) async throws -> (Conversation, ModerationItem) {
        let conversation = try await part.conversations.led(context)
        guard let item = try await store.item(try context.part("inbreng", as: Identifier.self), of: conversation.id) else { throw Problem.notFound }
        return (conversation, item)
    }

    private func item(_ context: WebContext) async throws -> Answer {
        let (conversation, item) = try await known(context)
        return try await page(conversation, item, Form(items: [.init(ModerationForm.shown, item.contribution.words ?? "")]), context)
    }

    private func page(_ conversation: Conversation, _ item: ModerationItem, _ form: Form, _ context: WebContext) async throws -> Answer {
        try await note([item], "voices.moderation.item", context)
        let areaName = try await part.conversations.areaName(conversation)
        return context.formPage(Words(context.language).name(item.contribution.kind), form, styles: ConversationRoutes.styles) { token in
            ModerationItemPage(conversation: conversation, areaName: areaName, item: item, form: form, token: token, language: context.language)
        }
    }

    private func rule(_ context: WebContext) async throws -> Answer {
        let (conversation, item) = try await known(context)
        var form = context.fields
        guard let ruling = ModerationForm.ruling(&form, on: item.contribution) else { return try await page(conversation, item, form, context) }
        do {
            try await store.rule(ruling, on: item.contribution.id, from: part.people.origin(context))
        } catch ContributionStore.Fault.sameModerator {
            form.fail(ModerationForm.outcome, Words.both(\.sameModerator))
            return try await page(conversation, item, form, context)
        } catch is ContributionStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        return .redirect(to: ModerationRoute.queue(conversation.id).address, in: context.language)
    }

    // MARK: For everyone

    private func report(_ context: WebContext, _ form: Form) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let found = try await store.find(try context.part("inbreng", as: Identifier.self))
        guard let found, found.conversation == conversation.id, found.visibility == .everyone, found.state.isShown else { throw Problem.notFound }
        let isDone = context.query["gelukt"] == "gemeld" && form.errors.isEmpty
        return context.formPage(Words(context.language).report, form, styles: ConversationRoutes.styles) { token in
            ModerationReportPage(
                conversation: conversation, areaName: areaName, contribution: found, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func sendReport(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), id = try context.part("inbreng", as: Identifier.self), now = part.people.now()
        var form = context.fields
        let reason = form.choice(ModerationForm.reason, of: Contribution.Reason.self, required: Words.both(\.reasonEmpty))
        let words = form.text(ModerationForm.words, limit: 1000) ?? ""
        if TrapField.isSprung(form) { form.fail(ModerationForm.reason, TrapField.words) }
        guard let reason, form.errors.isEmpty else { return try await report(context, form) }
        guard try await part.mayTry(ContributionStore.reportRule, context) else { throw Problem.tooMany(retryAfter: 3600) }
        do {
            try await store.report(id, in: conversation.id, ModerationItem.Report(reason: reason, words: words), at: now)
        } catch ContributionStore.Fault.unknown { throw Problem.notFound }
        return .redirect(to: ModerationRoute.report(conversation.id, id).address.with(.init("gelukt", "gemeld")), in: context.language)
    }

    private func log(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let waiting = try await store.list(.waiting, in: conversation.id).map(\.addedOn)
        let log = ModerationLog(try await store.decisions(in: conversation.id), waitingSince: waiting, today: DutchDay(at: part.people.now()))
        return context.page(PageHead(Words(context.language).log, styles: ConversationRoutes.styles)) {
            ModerationLogPage(conversation: conversation, areaName: areaName, log: log, language: context.language)
        }
    }
}
