import Core
import Credentials
import HTML
import Hummingbird
import People
import Web

/// Handlers of stories: reading them and telling one.
struct StoryRoutes: Sendable {
    let part: StoryPart

    private typealias Words = StoryWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/verhalen"
        return [
            Route(.get, base, name: "voices.stories", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, base + "/nieuw", name: "voices.story.new", readsSession: true, summary: Words.both(\.tell)) {
                try await new($1, Form(items: []), isHinted: false)
            },
            Route(.post, base + "/nieuw", name: "voices.story.add", readsSession: true, summary: Words.both(\.tell), uploads: UploadLimits()) {
                try await add($1)
            },
            Route(.get, base + "/{inbreng}", name: "voices.story", summary: Words.both(\.one)) { try await one($1) },
            Route(.get, base + "/bedankt", name: "voices.story.thanks", summary: Words.both(\.thanks)) { try await thanks($1) },
        ]
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language), query = context.query
        let mark = query["soort"].flatMap { Story.Mark(rawValue: $0) }, page = min(max(query["blad"].flatMap { Int($0) } ?? 1, 1), 10_000)
        let all = try await part.store.published(in: conversation.id, mark: mark), areaName = try await part.conversations.areaName(conversation)
        let shown = Array(all.dropFirst((page - 1) * Story.pageSize).prefix(Story.pageSize)), frame = try await frame(of: shown, in: conversation)
        let isOpen = conversation.isOpen(at: part.people.now())
        let head = PageHead(
            words.title, description: words.lead, section: ConversationRoute.list().address, isListed: page == 1 && mark == nil,
            styles: ConversationRoutes.styles)
        // What was taken back is gone at the next look: nothing of it is kept without asking.
        return context.page(head, cache: .personal) {
            StoryListPage(
                conversation: conversation, areaName: areaName, stories: shown, mark: mark, page: page, hasMore: all.count > page * Story.pageSize,
                isOpen: isOpen, frame: frame, form: query, language: context.language)
        }
    }

    private func one(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let found = try await part.store.published(try context.part("inbreng", as: Identifier.self), in: conversation.id)
        guard let story = found else { throw Problem.notFound }
        let head = PageHead(
            story.opening, description: Words(context.language).lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        let contributions = part.store.contributions
        let aftermath = try await AftermathStore(database: contributions.database, journal: contributions.journal).find(story.contribution.id)
        let frame = try await frame(of: [story], in: conversation)
        let uses = try await MatchStore(database: contributions.database, journal: contributions.journal).quoting(story.contribution.id)
        return context.page(head, cache: .personal) {
            StoryPage(conversation: conversation, areaName: areaName, story: story, frame: frame, aftermath: aftermath, uses: uses, language: context.language)
        }
    }

    /// The map, where one of these lies on it.
    private func frame(of stories: [Story], in conversation: Conversation) async throws -> PlaceFrame? {
        stories.contains { $0.cell != nil } ? try await part.frame(conversation) : nil
    }

    // MARK: Telling

    private func door(_ conversation: Conversation, _ context: WebContext) async throws -> Entrance.Answer {
        try await part.entrance.knock(context, at: conversation, now: part.people.now())
    }

    private func new(_ context: WebContext, _ form: Form, isHinted: Bool, photo: Attachment? = nil) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language)
        let areaName = try await part.conversations.areaName(conversation)
        let door = try await door(conversation, context)
        guard door.isOpen else {
            return context.page(PageHead(words.tell, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
                StoryDoorPage(conversation: conversation, areaName: areaName, answer: door, language: context.language)
            }
        }
        let mayHelp = door.assist == nil && VoicesPolicy.lead(conversation, by: context.actor).isAllowed
        let seal = part.proofs.seal(form, at: part.people.now()), frame = try await part.frame(conversation)
        return context.formPage(words.tell, form, styles: ConversationRoutes.styles) { token in
            StoryFormPage(
                conversation: conversation, areaName: areaName, frame: frame, isHinted: isHinted, mayHelp: mayHelp, assist: door.assist, seal: seal,
                canKeepPhoto: part.people.attachments.folder != nil, photo: photo.map { KeptFile($0) }, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), now = part.people.now()
        let door = try await door(conversation, context)
        guard door.isOpen else { return .redirect(to: StoryRoute.new(conversation.id).address, in: context.language) }
        var form = context.fields
        let contributions = part.store.contributions
        let client = part.people.client(context)
        let isFree = context.files.isEmpty ? true : try await contributions.mayTry(ContributionStore.photoRule, client, at: now)
        guard isFree else { throw Problem.tooMany(retryAfter: 3600) }
        let photo = try await part.people.file(ContributionPhotos.field, .pictures, in: &form, context, asVisitor: true)
        let frame = try await part.frame(conversation)
        if let frame, PlaceForm.pointed(form) {
            return try await new(context, PlaceForm.pointing(form, in: frame, isAboutHome: true), isHinted: false, photo: photo)
        }
        guard let told = StoryForm.told(&form, languages: conversation.facts.languages, frame: frame, photo: photo) else {
            return try await new(context, form, isHinted: false, photo: photo)
        }
        let isHinted = !GivingForm.isSentAnyway(form) && [told.words, told.place, told.photo?.alt].contains { $0.map(MarkedText.found) ?? false }
        if isHinted { return try await new(context, form, isHinted: true, photo: photo) }
        guard try await contributions.mayTry(ContributionStore.storyRule, client, at: now) else { throw Problem.tooMany(retryAfter: 3600) }
        let entry = told.entry(by: context.actor, assist: door.assist, mayHelp: VoicesPolicy.lead(conversation, by: context.actor).isAllowed)
        let receipt = try await part.store.give(
            entry, marks: told.marks, place: told.place, point: told.point, photo: told.photo, in: conversation, code: part.proofs.code(form, at: now), at: now)
        let proof = part.proofs.hidden(receipt.code, until: now + CodeProofs.pageLife)
        return .redirect(to: StoryRoute.thanks(conversation.id, proof: proof).address, in: context.language)
    }

    private func thanks(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let code = part.proofs.shown(context.query["bewijs"], at: part.people.now())
        let head = PageHead(Words(context.language).thanks, isListed: false, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) {
            StoryThanksPage(conversation: conversation, areaName: areaName, code: code, language: context.language)
        }
    }
}
