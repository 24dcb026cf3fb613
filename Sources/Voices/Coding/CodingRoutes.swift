import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of what stories are about, for everyone and at the desk.
struct CodingRoutes: Sendable {
    let part: CodingPart

    private typealias Words = CodingDeskWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/themas", desk = "/stemmen/{gesprek}/regelen/themas", one = desk + "/verhalen/{inbreng}"
        return [
            Route(.get, base, name: "voices.themes", summary: CodingWords.both(\.title)) { try await show($1) },
            Route(.get, base + "/" + CodingRoute.file, name: "voices.themes.csv", summary: CodingWords.both(\.title)) { try await file($1) },
            .led(.get, desk, "voices.coding", Words.both(\.title)) { try await deskPage(try await led($1), Form(items: []), $1) },
            .led(.get, desk + "/" + CodingRoute.deskFile, "voices.coding.csv", Words.both(\.file)) { try await deskFile($1) },
            .led(.post, desk, "voices.coding.theme", Words.both(\.add)) { try await addTheme($1) },
            .led(.post, desk + "/weg", "voices.coding.theme.remove", Words.both(\.remove)) { try await removeTheme($1) },
            .led(.get, one, "voices.coding.story", Words.both(\.one)) { try await story($1, nil) },
            .led(.post, one, "voices.coding.code", Words.both(\.save)) { try await code($1) },
            .led(.post, one + "/citaat-weg", "voices.coding.unquote", Words.both(\.remove)) { try await unquote($1) },
            .led(.get, one + "/samen", "voices.coding.joint", Words.both(\.together)) { try await joint($1) },
            .led(.post, one + "/samen", "voices.coding.decide", Words.both(\.settle)) { try await decide($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.conversations.led(context) }

    // MARK: For everyone

    private func show(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let outcome = try await part.outcome(in: conversation.id), words = CodingWords(context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .personal) {
            CodingPage(conversation: conversation, areaName: areaName, outcome: outcome, language: context.language)
        }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context)
        let document = CodingDocument(conversation: conversation.id, outcome: try await part.outcome(in: conversation.id))
        return Answer(document.csv, as: .csv, cache: .noStore).asDownload(named: CodingRoute.file)
    }

    // MARK: The desk

    private func deskPage(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let areaName = try await part.conversations.areaName(conversation), book = try await part.store.book(in: conversation.id)
        let coder = try await part.store.coder(context.actor.person?.id, in: conversation.id), isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            CodingDeskPage(
                conversation: conversation, areaName: areaName, book: book, subjects: part.subjects, coder: coder, isDone: isDone, form: form, token: token,
                language: context.language)
        }
    }

    /// Which coder found which theme in which story: no words of anybody.
    private func deskFile(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context), book = try await part.store.book(in: conversation.id)
        return Answer(CodingDocument.coders(book), as: .csv, cache: .noStore).asDownload(named: CodingRoute.deskFile)
    }

    private func done(_ conversation: Conversation, _ context: WebContext) -> Answer {
        .redirect(to: CodingRoute.desk(conversation.id).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    private func addTheme(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let wanted = CodingForm.newTheme(&form, subjects: part.subjects) else { return try await deskPage(conversation, form, context) }
        do {
            try await part.store.addTheme(wanted.name, meaning: wanted.meaning, subject: wanted.subject, in: conversation.id, from: part.people.origin(context))
        } catch CodingStore.Fault.full {
            form.fail(CodingForm.name, Words.both(\.full))
            return try await deskPage(conversation, form, context)
        }
        return done(conversation, context)
    }

    private func removeTheme(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        guard let number = context.fields[CodingForm.theme].flatMap({ Int($0) }) else { throw Problem.notFound }
        do {
            try await part.store.removeTheme(number, in: conversation.id, from: part.people.origin(context))
        } catch CodingStore.Fault.used { throw Problem.conflict(Words.both(\.used)) } catch CodingStore.Fault.unknown { throw Problem.notFound }
        return done(conversation, context)
    }

    // MARK: One story

    private func found(_ context: WebContext) async throws -> (conversation: Conversation, book: CodingBook, story: CodedStory) {
        let conversation = try await led(context), id = try context.part("inbreng", as: Identifier.self)
        let book = try await part.store.book(in: conversation.id)
        guard let story = book.stories.first(where: { $0.contribution.id == id }) else { throw Problem.notFound }
        return (conversation, book, story)
    }

    private static func filled(_ themes: Set<Int>) -> Form { Form(items: themes.sorted().map { .init(CodingForm.themes, String($0)) }) }

    private func story(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let (conversation, book, story) = try await found(context), areaName = try await part.conversations.areaName(conversation)
        let coder = try await part.store.coder(context.actor.person?.id, in: conversation.id)
        let shown = form ?? Self.filled(coder.flatMap { story.given[$0] } ?? [])
        return context.formPage(Words(context.language).one, shown, styles: ConversationRoutes.styles) { token in
            CodingStoryPage(
                conversation: conversation, areaName: areaName, book: book, story: story, form: shown, token: token, language: context.language)
        }
    }

    /// Runs a write; what came between is said.
    private func writing(_ write: () async throws -> Void) async throws {
        do { try await write() } catch CodingStore.Fault.alone { throw Problem.conflict(Words.both(\.alone)) } catch is CodingStore.Fault {
            throw Problem.conflict(Words.both(\.changed))
        }
    }

    private func code(_ context: WebContext) async throws -> Answer {
        let (conversation, book, story) = try await found(context)
        var form = context.fields
        guard let themes = CodingForm.chosen(form, of: book) else { throw Problem.conflict(Words.both(\.changed)) }
        let quotes = CodingForm.quote(&form, from: story, themes: themes), origin = part.people.origin(context)
        guard form.errors.isEmpty else { return try await self.story(context, form) }
        try await writing { try await part.store.code(story.contribution.id, themes, quotes: quotes, in: conversation.id, from: origin) }
        let now = try await part.store.book(in: conversation.id), coder = try await part.store.coder(context.actor.person?.id, in: conversation.id)
        guard let next = now.next(for: coder) else { return done(conversation, context) }
        return .redirect(to: CodingRoute.story(conversation.id, next.contribution.id).address, in: context.language)
    }

    private func unquote(_ context: WebContext) async throws -> Answer {
        let (conversation, _, story) = try await found(context), origin = part.people.origin(context)
        guard let theme = context.fields[CodingForm.theme].flatMap({ Int($0) }) else { throw Problem.notFound }
        try await writing { try await part.store.removeQuote(of: story.contribution.id, theme: theme, in: conversation.id, from: origin) }
        return .redirect(to: CodingRoute.story(conversation.id, story.contribution.id).address, in: context.language)
    }

    /// What others found is shown to who did the story too.
    private func joint(_ context: WebContext) async throws -> Answer {
        let (conversation, book, story) = try await found(context), areaName = try await part.conversations.areaName(conversation)
        guard let coder = try await part.store.coder(context.actor.person?.id, in: conversation.id), story.given[coder] != nil else {
            return .redirect(to: CodingRoute.story(conversation.id, story.contribution.id).address, in: context.language)
        }
        guard story.given.count > 1 else { throw Problem.conflict(Words.both(\.alone)) }
        let form = Self.filled(story.joint ?? story.given.values.reduce(into: []) { $0.formUnion($1) })
        return context.formPage(Words(context.language).together, form, styles: ConversationRoutes.styles) { token in
            CodingJointPage(
                conversation: conversation, areaName: areaName, book: book, story: story, form: form, token: token, language: context.language)
        }
    }

    private func decide(_ context: WebContext) async throws -> Answer {
        let (conversation, book, story) = try await found(context), origin = part.people.origin(context)
        let coder = try await part.store.coder(context.actor.person?.id, in: conversation.id)
        guard coder.flatMap({ story.given[$0] }) != nil else { throw Problem.conflict(Words.both(\.alone)) }
        guard let themes = CodingForm.chosen(context.fields, of: book) else { throw Problem.conflict(Words.both(\.changed)) }
        try await writing { try await part.store.decide(story.contribution.id, themes, in: conversation.id, from: origin) }
        return done(conversation, context)
    }
}
