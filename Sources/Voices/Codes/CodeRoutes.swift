import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of typing a code, and of the account for everyone.
struct CodeRoutes: Sendable {
    let part: CodePart

    private typealias Words = CodeWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}"
        return [
            Route(.get, "/stemmen/code", name: "voices.code.any", readsSession: true, summary: Words.both(\.title)) {
                try await page($1, nil, Form(items: []))
            },
            Route(.post, "/stemmen/code", name: "voices.code.any.enter", readsSession: true, summary: Words.both(\.enter)) { try await enter($1, nil) },
            Route(.get, base + "/code", name: "voices.code", readsSession: true, summary: Words.both(\.title)) {
                try await page($1, try await part.conversations.announced($1), Form(items: []))
            },
            Route(.post, base + "/code", name: "voices.code.enter", readsSession: true, summary: Words.both(\.enter)) {
                try await enter($1, try await part.conversations.announced($1))
            },
            Route(.get, base + "/verantwoording", name: "voices.code.account", summary: Words.both(\.account)) { try await account($1) },
        ]
    }

    private func page(_ context: WebContext, _ conversation: Conversation?, _ form: Form) async throws -> Answer {
        let areaName = try await name(conversation), isIn = form.errors.isEmpty ? try await isIn(conversation, context) : false
        let isOpen = conversation?.isOpen(at: part.people.now()) ?? true
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles, scripts: ["voice-code.js"]) { token in
            CodeEntryPage(
                conversation: conversation, areaName: areaName, isIn: isIn, isOpen: isOpen, form: form, token: token, language: context.language)
        }
    }

    private func name(_ conversation: Conversation?) async throws -> String {
        guard let conversation else { return "" }
        return try await part.conversations.areaName(conversation)
    }

    private func isIn(_ conversation: Conversation?, _ context: WebContext) async throws -> Bool {
        guard let conversation, let session = context.session else { return false }
        return try await part.store.admission(part.store.marks.tag(.browser(session), in: conversation.id), conversation) != nil
    }

    private func enter(_ context: WebContext, _ conversation: Conversation?) async throws -> Answer {
        var form = context.fields
        if TrapField.isSprung(form) { form.fail(CodeForm.code, TrapField.words) }
        guard let code = CodeForm.code(&form), form.errors.isEmpty else { return try await page(context, conversation, form) }
        // A browser without a session has no form of ours yet: the page brings one.
        guard let session = context.session else { return .redirect(to: CodeRoute.enter(conversation?.id).address, in: context.language) }
        let client = part.people.client(context), now = part.people.now()
        do {
            let id = try await part.store.enter(code, session: session, in: conversation?.id, client: client, at: now)
            return .redirect(to: CodeRoute.enter(id).address, in: context.language)
        } catch CodeStore.Fault.tooMany {
            throw Problem.tooMany(retryAfter: 900)
        } catch let fault as CodeStore.Fault {
            form.fail(CodeForm.code, Self.message(fault, conversation))
            return try await page(context, conversation, form)
        }
    }

    private static func message(_ fault: CodeStore.Fault, _ conversation: Conversation?) -> Localized {
        switch fault {
        case .used(.paper): Words.both(\.onPaper)
        case .used: Words.both { $0.notValid(conversation?.facts.contact) }
        case .notOpen, .closed: Words.both(\.closed)
        case .unknown, .sums, .tooMany: Words.both(conversation == nil ? \.unknownAnywhere : \.unknown)
        }
    }

    /// Only after the last day: until then two looks would show that somebody took part.
    private func account(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language)
        guard conversation.state(at: part.people.now()) == .closed else { throw Problem.notFound }
        let account = try await part.store.account(of: conversation.id), areaName = try await part.conversations.areaName(conversation)
        return context.page(PageHead(words.account, description: words.accountLead, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            CodeAccountPage(conversation: conversation, areaName: areaName, account: account, language: context.language)
        }
    }
}
