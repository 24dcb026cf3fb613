import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of who leads a conversation: choices, their projects, paper and counting.
struct ChoiceDeskRoutes: Sendable {
    let part: ChoicePart

    private typealias Words = ChoiceDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/keuzes", one = base + "/{keuze}"
        return [
            .led(.get, base, "voices.choices.desk", Words.both(\.title)) { try await desk(try await led($1), nil, Form(items: []), $1) },
            .led(.post, base, "voices.choices.add", Words.both(\.add)) { try await add($1) },
            Route(
                .post, base + "/inlezen", name: "voices.choices.read", access: .conversationLeads, summary: Words.both(\.read), uploads: UploadLimits()
            ) { try await read($1) },
            .led(.get, one, "voices.choices.edit", Words.both(\.edit)) { try await edit($1, nil, Form(items: [])) },
            .led(.post, one + "/plannen", "voices.choices.project", Words.both(\.addProject)) { try await project($1) },
            .led(.post, one + "/plannen/weg", "voices.choices.withdraw", Words.both(\.withdraw)) { try await withdraw($1) },
            .led(.post, one + "/openen", "voices.choices.open", Words.both(\.open)) { _, context in
                try await change(context) { try await part.store.open($0, from: part.people.origin(context)) }
            },
            .led(.post, one + "/sluiten", "voices.choices.close", Words.both(\.close)) { try await close($1) },
            .led(.get, one + "/papier", "voices.choices.paper", Words.both(\.paper)) { try await paper($1, Form(items: [])) },
            .led(.post, one + "/papier", "voices.choices.sheet", Words.both(\.paper)) { try await sheet($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.conversations.led(context) }

    private func found(_ context: WebContext) async throws -> (conversation: Conversation, choice: SharedChoice) {
        let conversation = try await led(context), id = try context.part("keuze", as: Identifier.self)
        guard let choice = try await part.store.list(in: conversation.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return (conversation, choice)
    }

    private func desk(_ conversation: Conversation, _ faulty: ChoiceRoute?, _ form: Form, _ context: WebContext) async throws -> Answer {
        let choices = try await part.store.list(in: conversation.id), areaName = try await part.conversations.areaName(conversation)
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            ChoiceDeskPage(
                conversation: conversation, areaName: areaName, choices: choices, faulty: faulty, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let facts = ChoiceForm.facts(&form) else { return try await desk(conversation, .desk(conversation.id), form, context) }
        let id = try await part.store.add(facts, in: conversation.id, from: part.people.origin(context))
        return .redirect(to: ChoiceRoute.edit(conversation.id, choice: id).address, in: context.language)
    }

    private func read(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let found = ChoiceForm.election(&form, context.files.first { $0.field == ChoiceForm.file }) else {
            return try await desk(conversation, .read(conversation.id), form, context)
        }
        let origin = part.people.origin(context), id = try await part.store.read(found.file, title: found.title, in: conversation.id, from: origin)
        if let choice = try await part.store.list(in: conversation.id).first(where: { $0.id == id }) { try await part.count(choice, from: origin) }
        return .redirect(to: ChoiceRoute.edit(conversation.id, choice: id).address, in: context.language)
    }

    private func edit(_ context: WebContext, _ faulty: ChoiceRoute?, _ form: Form) async throws -> Answer {
        let (conversation, choice) = try await found(context), areaName = try await part.conversations.areaName(conversation)
        let sheets = try await part.store.sheets(on: choice.id)
        return context.formPage(choice.facts.title, form, styles: ConversationRoutes.styles) { token in
            ChoiceEditPage(
                conversation: conversation, areaName: areaName, choice: choice, sheets: sheets, faulty: faulty, form: form, token: token,
                language: context.language)
        }
    }

    private func done(_ conversation: Conversation, _ choice: SharedChoice, _ context: WebContext) -> Answer {
        .redirect(to: ChoiceRoute.edit(conversation.id, choice: choice.id).address, in: context.language)
    }

    private func project(_ context: WebContext) async throws -> Answer {
        let (conversation, choice) = try await found(context), route = ChoiceRoute.project(conversation.id, choice: choice.id)
        var form = context.fields
        guard let wanted = ChoiceForm.project(&form, of: choice.facts.kind) else { return try await edit(context, route, form) }
        do {
            try await part.store.addProject(wanted.title, words: wanted.words, cost: wanted.cost, to: choice, from: part.people.origin(context))
        } catch ChoiceStore.Fault.cost {
            form.fail(ChoiceForm.cost, Words.both(\.costHigh))
            return try await edit(context, route, form)
        } catch ChoiceStore.Fault.projects {
            form.fail(ChoiceForm.title, Words.both(\.projectsFull))
            return try await edit(context, route, form)
        } catch ChoiceStore.Fault.state { throw Problem.conflict(Words.both(\.notNow)) }
        return done(conversation, choice, context)
    }

    private func withdraw(_ context: WebContext) async throws -> Answer {
        let (conversation, choice) = try await found(context), route = ChoiceRoute.withdraw(conversation.id, choice: choice.id)
        var form = context.fields
        guard let wanted = ChoiceForm.withdrawal(&form, needsReason: choice.state == .open) else { return try await edit(context, route, form) }
        do {
            try await part.store.withdraw(wanted.project, because: wanted.reason, from: choice, by: part.people.origin(context))
        } catch is ChoiceStore.Fault { throw Problem.conflict(Words.both(\.notNow)) }
        return done(conversation, choice, context)
    }

    private func change(_ context: WebContext, _ write: (SharedChoice) async throws -> Void) async throws -> Answer {
        let (conversation, choice) = try await found(context)
        do { try await write(choice) } catch ChoiceStore.Fault.projects {
            throw Problem.conflict(Words.both(\.projectsFew))
        } catch is ChoiceStore.Fault { throw Problem.conflict(Words.both(\.notNow)) }
        return done(conversation, choice, context)
    }

    /// Closes and counts; a count that failed is done by pressing again.
    private func close(_ context: WebContext) async throws -> Answer {
        let origin = part.people.origin(context)
        return try await change(context) { choice in
            if choice.state == .open { try await part.store.close(choice, from: origin) }
            let now = try await part.store.list(in: choice.conversation).first { $0.id == choice.id }
            guard let now, now.outcome == nil else { return }
            try await part.count(now, from: origin)
        }
    }

    // MARK: Paper

    private func paper(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (conversation, choice) = try await found(context), areaName = try await part.conversations.areaName(conversation)
        let done = form.items.isEmpty ? context.query["gelukt"] : nil
        return context.formPage(Words(context.language).paper, form, styles: ConversationRoutes.styles) { token in
            ChoicePaperPage(
                conversation: conversation, areaName: areaName, choice: choice, done: done, form: form, token: token, language: context.language)
        }
    }

    private func sheet(_ context: WebContext) async throws -> Answer {
        let (conversation, choice) = try await found(context)
        var form = context.fields
        guard let sheet = ChoiceForm.sheet(&form, of: choice) else { return try await paper(context, form) }
        do {
            let counts = try await part.store.enter(sheet.approvals, code: sheet.code, on: choice, from: part.people.origin(context))
            let address = ChoiceRoute.paper(conversation.id, choice: choice.id).address
            return .redirect(to: address.with(.init("gelukt", counts ? "telt" : "wacht")), in: context.language)
        } catch CodeStore.Fault.used(let state) {
            form.fail(ChoiceForm.code, CodeDeskWords.both { $0.used(CodeWords($0.language).name(state)) })
        } catch CodeStore.Fault.unknown {
            form.fail(ChoiceForm.code, CodeWords.both(\.unknown))
        } catch CodeStore.Fault.closed {
            throw Problem.conflict(CodeDeskWords.both(\.notNow))
        } catch ChoiceStore.Fault.samePerson {
            form.fail(ChoiceForm.code, Words.both(\.samePerson))
        } catch ChoiceStore.Fault.counted {
            form.fail(ChoiceForm.code, Words.both(\.counted))
        } catch is ChoiceStore.Fault { throw Problem.conflict(Words.both(\.notNow)) }
        return try await paper(context, form)
    }
}
