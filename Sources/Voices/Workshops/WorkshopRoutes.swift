import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of what came of workshops, for everyone.
struct WorkshopRoutes: Sendable {
    let part: WorkshopPart

    private typealias Words = WorkshopWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/werkplaatsen"
        return [
            Route(.get, base, name: "voices.workshops", summary: Words.both(\.title)) { try await show($1) },
            Route(.get, base + "/" + WorkshopRoute.file, name: "voices.workshops.csv", summary: Words.both(\.table)) { try await file($1) },
        ]
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let outcomes = try await part.outcomes(in: conversation.id), words = Words(context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .personal) {
            WorkshopPage(conversation: conversation, areaName: areaName, outcomes: outcomes, language: context.language)
        }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context)
        let document = WorkshopDocument(conversation: conversation.id, outcomes: try await part.outcomes(in: conversation.id))
        return Answer(document.csv, as: .csv, cache: .noStore).asDownload(named: WorkshopRoute.file)
    }
}

/// Handlers of who runs a workshop.
struct WorkshopDeskRoutes: Sendable {
    let part: WorkshopPart

    private typealias Words = WorkshopDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/werkplaatsen", one = base + "/{werkplaats}"
        return [
            .led(.get, base, "voices.workshops.desk", Words.both(\.title)) { try await desk(try await led($1), Form(items: []), $1) },
            .led(.post, base, "voices.workshops.add", Words.both(\.add)) { try await add($1) },
            .led(.get, base + "/vel", "voices.workshops.find", Words.both(\.enter)) { try await find($1) },
            .led(.get, one + "/vellen", "voices.workshops.print", Words.both(\.print)) { try await print($1) },
            .led(.get, one + "/tafels/{tafel}", "voices.workshops.table", Words.both(\.enter)) { try await table($1, Form(items: []), nil) },
            .led(.post, one + "/tafels/{tafel}", "voices.workshops.enter", Words.both(\.enter)) { try await enter($1) },
            .led(.get, one + "/tafels/{tafel}/uitspraak", "voices.workshops.said", Words.both(\.quote)) {
                try await table($1, Form(items: []), part.proofs.shown($1.query["bewijs"], at: part.people.now()))
            },
            .led(.post, one + "/tafels/{tafel}/uitspraak", "voices.workshops.quote", Words.both(\.quote)) { try await quote($1) },
            .led(.post, one + "/afsluiten", "voices.workshops.close", Words.both(\.close)) { try await close($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.conversations.led(context) }

    private func workshop(_ conversation: Conversation, _ context: WebContext) async throws -> Workshop {
        let id = try context.part("werkplaats", as: Identifier.self)
        guard let found = try await part.store.list(in: conversation.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return found
    }

    private func tableNumber(_ workshop: Workshop, _ context: WebContext) throws -> Int {
        let number = try context.part("tafel", as: Int.self)
        guard (1...workshop.facts.tables).contains(number) else { throw Problem.notFound }
        return number
    }

    private func desk(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let workshops = try await part.store.list(in: conversation.id), areaName = try await part.conversations.areaName(conversation)
        let isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            WorkshopDeskPage(
                conversation: conversation, areaName: areaName, workshops: workshops, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        .redirect(to: WorkshopRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let wanted = WorkshopForm.workshop(&form) else { return try await desk(conversation, form, context) }
        do {
            _ = try await part.store.add(wanted.facts, options: wanted.options, in: conversation.id, from: part.people.origin(context))
        } catch WorkshopStore.Fault.full {
            form.fail(WorkshopForm.title, Words.both(\.full))
            return try await desk(conversation, form, context)
        }
        return done(conversation, context)
    }

    /// From the code on a sheet to its table.
    private func find(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), workshops = try await part.store.list(in: conversation.id)
        var form = context.query
        if let typed = form.text(WorkshopForm.sheet, limit: 20, required: Words.both(\.sheetUnknown)) {
            let numbers = Workshop.numbers(typed: typed)
            if let numbers, let found = workshops.first(where: { $0.number == numbers.workshop }), (1...found.facts.tables).contains(numbers.table) {
                return .redirect(to: WorkshopRoute.table(conversation.id, workshop: found.id, table: numbers.table).address, in: context.language)
            }
            form.fail(WorkshopForm.sheet, Words.both(\.sheetUnknown))
        }
        return try await desk(conversation, form, context)
    }

    private func print(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), workshop = try await workshop(conversation, context)
        return context.page(PageHead(Words(context.language).print, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            WorkshopPrintPage(conversation: conversation, workshop: workshop, language: context.language)
        }
    }

    private func table(_ context: WebContext, _ form: Form, _ code: VoiceCode?) async throws -> Answer {
        let conversation = try await led(context), workshop = try await workshop(conversation, context), number = try tableNumber(workshop, context)
        let areaName = try await part.conversations.areaName(conversation), seal = part.proofs.seal(form, at: part.people.now())
        let isDone = form.items.isEmpty && context.query["gelukt"] != nil
        var answer = context.formPage(Words(context.language).table(number), form, styles: ConversationRoutes.styles) { token in
            WorkshopTablePage(
                conversation: conversation, areaName: areaName, workshop: workshop, number: number, isDone: isDone, code: code, seal: seal, form: form,
                token: token, language: context.language)
        }
        answer.holdsSecret = code != nil
        return answer
    }

    private func writing(_ write: () async throws -> Void) async throws {
        do { try await write() } catch WorkshopStore.Fault.closed {
            throw Problem.conflict(Words.both(\.isClosed))
        } catch WorkshopStore.Fault.empty {
            throw Problem.conflict(Words.both(\.isEmpty))
        } catch WorkshopStore.Fault.unknown { throw Problem.notFound }
    }

    private func enter(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), workshop = try await workshop(conversation, context), number = try tableNumber(workshop, context)
        var form = context.fields
        guard let yield = WorkshopForm.yield(&form, of: workshop) else { return try await table(context, form, nil) }
        try await writing { try await part.store.enter(yield, of: number, in: workshop, from: part.people.origin(context)) }
        let address = WorkshopRoute.table(conversation.id, workshop: workshop.id, table: number).address
        return .redirect(to: address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func quote(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), workshop = try await workshop(conversation, context), number = try tableNumber(workshop, context)
        var form = context.fields
        if workshop.tables[number] == nil { form.fail(WorkshopForm.words, Words.both(\.tableFirst)) }
        guard let said = WorkshopForm.quote(&form), let yield = workshop.tables[number] else { return try await table(context, form, nil) }
        let now = part.people.now()
        let receipt = try await part.store.quote(
            said.words, isQuotable: said.isQuotable, people: yield.people, language: conversation.facts.languages.first ?? "nl", in: conversation,
            code: part.proofs.code(form, at: now), by: context.actor.person?.id, at: now)
        let proof = part.proofs.hidden(receipt.code, until: now + CodeProofs.pageLife)
        return .redirect(to: WorkshopRoute.quote(conversation.id, workshop: workshop.id, table: number, proof: proof).address, in: context.language)
    }

    private func close(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), workshop = try await workshop(conversation, context)
        try await writing { try await part.store.close(workshop, from: part.people.origin(context)) }
        return done(conversation, context)
    }
}
