import Core
import HTML
import Hummingbird
import Measures
import People
import Web

/// Handlers of who prints sheets and types them in.
struct SheetRoutes: Sendable {
    let part: SheetPart

    private typealias Words = SheetWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/papier"
        return [
            .led(.get, base, "voices.sheets", Words.both(\.title)) { try await desk(try await led($1), Form(items: []), $1) },
            .led(.post, base + "/vellen", "voices.sheets.print", Words.both(\.print)) { try await print($1) },
            .led(.get, base + "/invoer", "voices.sheets.entry", Words.both(\.entry)) { try await typing(try await led($1), .entry, Form(items: []), $1) },
            .led(.post, base + "/invoer", "voices.sheets.enter", Words.both(\.entry)) { try await enter($1) },
            .led(.get, base + "/controle", "voices.sheets.second", Words.both(\.check)) { try await typing(try await led($1), .check, Form(items: []), $1) },
            .led(.post, base + "/controle", "voices.sheets.check", Words.both(\.check)) { try await check($1) },
            .led(.post, base + "/controle/besluit", "voices.sheets.settle", Words.both(\.settle)) { try await settle($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.votes.conversations.led(context) }

    private func scene(_ conversation: Conversation) async throws -> SheetScene {
        SheetScene(
            conversation: conversation, areaName: try await part.votes.conversations.areaName(conversation),
            statements: try await part.votes.book.list(in: conversation.id), count: try await part.store.count(in: conversation.id))
    }

    private func desk(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let scene = try await scene(conversation)
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            SheetDeskPage(scene: scene, form: form, token: token, language: context.language)
        }
    }

    // MARK: Printing

    private func print(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), scene = try await scene(conversation)
        var form = context.fields
        if scene.statements.isEmpty { form.fail(SheetForm.amount, Words.both(\.noStatements)) }
        guard let wanted = SheetForm.print(&form) else { return try await desk(conversation, form, context) }
        let note = Words(context.language).title
        let issue: CodeIssue
        do {
            issue = try await part.codes.store.issue(wanted.amount, for: .sheets, note: note, in: conversation.id, from: part.people.origin(context))
        } catch CodeStore.Fault.closed { throw Problem.conflict(CodeDeskWords.both(\.notNow)) }
        let origin = part.people.installation.origin
        let head = PageHead(Words(context.language).print, isListed: false, styles: ConversationRoutes.styles)
        var answer = context.page(head, cache: .noStore) {
            SheetPrintPage(scene: scene, issue: issue, size: wanted.size, origin: origin, language: context.language)
        }
        answer.holdsSecret = true
        return answer
    }

    // MARK: Typing in

    private func typing(_ conversation: Conversation, _ turn: SheetTypingPage.Turn, _ form: Form, _ context: WebContext) async throws -> Answer {
        let scene = try await scene(conversation), isDone = form.items.isEmpty && context.query["gelukt"] != nil, words = Words(context.language)
        return context.formPage(turn == .entry ? words.entry : words.check, form, styles: ConversationRoutes.styles) { token in
            SheetTypingPage(scene: scene, turn: turn, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func enter(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), statements = try await part.votes.book.list(in: conversation.id)
        var form = context.fields
        guard let sheet = SheetForm.entry(&form, statements: statements) else { return try await typing(conversation, .entry, form, context) }
        do {
            let mark = try await part.store.enter(sheet.entry, code: sheet.code, in: conversation.id, from: part.people.origin(context))
            part.votes.ballots.forget(mark, in: conversation.id)
            part.votes.scenes.expire(conversation.id)
        } catch CodeStore.Fault.used(let state) {
            form.fail(SheetForm.code, CodeDeskWords.both { $0.used(CodeWords($0.language).name(state)) })
            return try await typing(conversation, .entry, form, context)
        } catch CodeStore.Fault.unknown {
            form.fail(SheetForm.code, CodeWords.both(\.unknown))
            return try await typing(conversation, .entry, form, context)
        } catch CodeStore.Fault.closed { throw Problem.conflict(CodeDeskWords.both(\.notNow)) }
        return .redirect(to: SheetRoute.entry(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func check(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), scene = try await scene(conversation)
        var form = context.fields
        guard let sheet = SheetForm.entry(&form, statements: scene.statements) else { return try await typing(conversation, .check, form, context) }
        do {
            let found = try await part.store.check(sheet.entry, code: sheet.code, in: conversation.id, from: part.people.origin(context))
            guard !found.isEmpty else {
                return .redirect(to: SheetRoute.check(conversation.id).address.with(.init("gelukt", "gelijk")), in: context.language)
            }
            let now = part.people.now(), proof = part.votes.proofs.hidden(sheet.code, until: now + CodeProofs.pageLife)
            return context.formPage(Words(context.language).settle, Form(items: []), styles: ConversationRoutes.styles) { token in
                SheetSettlePage(scene: scene, differences: found, proof: proof, form: Form(items: []), token: token, language: context.language)
            }
        } catch let fault as SheetStore.Fault {
            form.fail(SheetForm.code, Words.both { $0.fault(fault) })
            return try await typing(conversation, .check, form, context)
        }
    }

    private func settle(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), statements = try await part.votes.book.list(in: conversation.id)
        var form = context.fields
        let choices = SheetForm.settled(&form, statements: statements)
        guard let code = part.votes.proofs.shown(form[SheetForm.proof], at: part.people.now()) else { throw Problem.conflict(Words.both(\.settleLate)) }
        guard form.errors.isEmpty else {
            let scene = try await scene(conversation), faulty = form
            let asked = choices.keys.map { $0 } + form.errors.compactMap { Int($0.field.dropFirst()) }
            return context.formPage(Words(context.language).settle, form, styles: ConversationRoutes.styles) { token in
                SheetSettlePage(
                    scene: scene, differences: asked.sorted().map { SheetDifference(statement: $0, first: nil, second: nil) },
                    proof: faulty[SheetForm.proof] ?? "", form: faulty, token: token, language: context.language)
            }
        }
        do {
            try await part.store.settle(choices, code: code, in: conversation.id, from: part.people.origin(context))
        } catch SheetStore.Fault.unknown { throw Problem.conflict(Words.both { $0.fault(.unknown) }) }
        part.votes.scenes.expire(conversation.id)
        return .redirect(to: SheetRoute.check(conversation.id).address.with(.init("gelukt", "besloten")), in: context.language)
    }
}

/// What the pages of sheets show.
struct SheetScene: Sendable {
    let conversation: Conversation
    let areaName: String
    let statements: [Statement]
    let count: SheetCount
}
