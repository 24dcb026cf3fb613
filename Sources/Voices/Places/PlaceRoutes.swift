import Core
import Credentials
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of places: looking at them and pointing at one.
struct PlaceRoutes: Sendable {
    let part: PlacePart

    private typealias Words = PlaceWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/plekken"
        return [
            Route(.get, base, name: "voices.places", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, base + "/nieuw", name: "voices.place.new", readsSession: true, summary: Words.both(\.point)) { try await begin($1) },
            Route(.post, base + "/nieuw", name: "voices.place.add", readsSession: true, summary: Words.both(\.point)) { try await add($1) },
            Route(.get, base + "/bedankt", name: "voices.place.thanks", summary: Words.both(\.thanks)) { try await thanks($1) },
            Route(.get, base + "/kaart.svg", name: "voices.place.map", summary: Words.both(\.picture)) { try await picture($1) },
            Route(.get, base + "/plekken.csv", name: "voices.places.csv", summary: Words.both(\.files)) { try await file(.csv, $1) },
            Route(.get, base + "/plekken.geojson", name: "voices.places.geojson", summary: Words.both(\.files)) { try await file(.geoJSON, $1) },
        ]
    }

    // MARK: Looking

    private func list(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language), query = context.query
        let filter = PlaceFilter { query[$0] }, page = min(max(query["blad"].flatMap { Int($0) } ?? 1, 1), 10_000)
        let ground = try await part.ground(of: conversation)
        let view = PlaceView(
            conversation: conversation, areaName: try await part.conversations.areaName(conversation), ground: ground, filter: filter,
            spread: try await part.store.spread(in: conversation.id, filter, frame: ground?.frame),
            places: try await part.store.list(in: conversation.id, filter, frame: ground?.frame, from: (page - 1) * Place.pageSize), page: page,
            isOpen: conversation.isOpen(at: part.people.now()), themes: try await part.themes())
        let head = PageHead(
            words.title, description: words.lead, section: ConversationRoute.list().address, isListed: page == 1 && filter == PlaceFilter(),
            styles: ConversationRoutes.styles)
        // What was taken back is gone at the next look: nothing of it is kept without asking.
        return context.page(head, cache: .personal) { PlaceListPage(view: view, form: query, language: context.language) }
    }

    private func picture(_ context: WebContext) async throws -> Answer {
        guard let ground = try await part.ground(of: try await part.conversations.announced(context)) else { throw Problem.notFound }
        return Answer(PlacePicture(ground: ground).rendered(), as: .svg, cache: .personal)
    }

    private func file(_ file: PlaceRoute.File, _ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), query = context.query, frame = try await part.ground(of: conversation)?.frame
        let document = PlaceDocument(places: try await part.store.all(in: conversation.id, PlaceFilter { query[$0] }, frame: frame))
        let answer =
            switch file {
            case .csv: Answer(document.csv, as: .csv, cache: .noStore)
            case .geoJSON: Answer(try document.geoJSON().bytes, as: .geoJSON, cache: .noStore)
            }
        return answer.asDownload(named: file.rawValue)
    }

    // MARK: Pointing

    private func door(_ conversation: Conversation, _ context: WebContext) async throws -> Entrance.Answer {
        try await part.entrance.knock(context, at: conversation, now: part.people.now())
    }

    private func begin(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), way = context.query[PlaceForm.way].flatMap { PlaceRoute.Way(rawValue: $0) }
        let ground = try await part.ground(of: conversation), isOpen = try await door(conversation, context).isOpen
        guard way == nil, ground != nil, isOpen else {
            return try await new(context, Form(items: [.init(PlaceForm.way, (way ?? .words).rawValue)]), isHinted: false)
        }
        let areaName = try await part.conversations.areaName(conversation)
        return context.page(PageHead(Words(context.language).point, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            PlaceGatewayPage(conversation: conversation, areaName: areaName, language: context.language)
        }
    }

    private func new(_ context: WebContext, _ form: Form, isHinted: Bool) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), words = Words(context.language)
        let areaName = try await part.conversations.areaName(conversation), door = try await door(conversation, context)
        guard door.isOpen else {
            return context.page(PageHead(words.point, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
                PlaceNoticePage(conversation: conversation, areaName: areaName, here: words.point, language: context.language) {
                    RefusalNotice(answer: door, conversation: conversation.id, language: context.language)
                }
            }
        }
        let frame = try await part.ground(of: conversation)?.frame, themes = try await part.themes()
        let way = frame == nil ? .words : form[PlaceForm.way].flatMap { PlaceRoute.Way(rawValue: $0) } ?? .words
        let mayHelp = door.assist == nil && VoicesPolicy.lead(conversation, by: context.actor).isAllowed
        let seal = part.proofs.seal(form, at: part.people.now())
        return context.formPage(words.point, form, styles: ConversationRoutes.styles) { token in
            PlaceFormPage(
                conversation: conversation, areaName: areaName, frame: frame, way: way, themes: themes, isHinted: isHinted, mayHelp: mayHelp,
                assist: door.assist, seal: seal, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), now = part.people.now()
        let door = try await door(conversation, context)
        guard door.isOpen else { return .redirect(to: PlaceRoute.new(conversation.id).address, in: context.language) }
        var form = context.fields
        let frame = try await part.ground(of: conversation)?.frame
        if let frame, PlaceForm.pointed(form) {
            return try await new(context, PlaceForm.pointing(form, in: frame, isAboutHome: conversation.facts.isAboutHome), isHinted: false)
        }
        guard let told = PlaceForm.told(&form, in: conversation, frame: frame, themes: Set(try await part.themes().map(\.key))) else {
            return try await new(context, form, isHinted: false)
        }
        let isHinted = !GivingForm.isSentAnyway(form) && (MarkedText.found(in: told.words) || told.spot.words.map(MarkedText.found) ?? false)
        if isHinted { return try await new(context, form, isHinted: true) }
        guard try await part.store.contributions.mayTry(ContributionStore.storyRule, part.people.client(context), at: now) else {
            throw Problem.tooMany(retryAfter: 3600)
        }
        let entry = told.entry(by: context.actor, assist: door.assist, mayHelp: VoicesPolicy.lead(conversation, by: context.actor).isAllowed)
        let receipt = try await part.store.give(entry, at: told.spot, in: conversation, code: part.proofs.code(form, at: now), at: now)
        let proof = part.proofs.hidden(receipt.code, until: now + CodeProofs.pageLife)
        return .redirect(to: PlaceRoute.thanks(conversation.id, proof: proof).address, in: context.language)
    }

    private func thanks(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let code = part.proofs.shown(context.query["bewijs"], at: part.people.now()), words = Words(context.language)
        return context.page(PageHead(words.thanks, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            PlaceNoticePage(conversation: conversation, areaName: areaName, here: words.thanks, language: context.language) {
                CodeStrip(code: code, isWaiting: conversation.facts.moderation == .before, language: context.language)
            }
        }
    }
}
