import Areas
import Core
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of counting beside telling, for everyone.
struct MatchRoutes: Sendable {
    let part: MatchPart

    private typealias Words = MatchWords

    var table: [Route] {
        let base = "/gebieden/{code}/" + MatchRoute.segment
        return [
            Route(.get, base, name: "voices.matches", readsSession: true, summary: Words.both(\.title)) { try await show($1) },
            Route(.get, base + "/" + MatchRoute.file, name: "voices.matches.csv", summary: Words.both(\.title)) { try await file($1) },
            Route(.get, base + "/{verhouding}", name: "voices.match", readsSession: true, summary: Words.both(\.more)) { try await one($1) },
        ]
    }

    private func scene(_ context: WebContext) async throws -> MatchScene {
        try await part.scene(of: try await part.place(context))
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), balance = try await part.balance(of: scene)
        let mayWrite = try await !part.owners(of: scene.area, context.actor).isEmpty, words = Words(context.language)
        let head = PageHead("\(words.title): \(scene.areaName)", description: words.lead, styles: ConversationRoutes.styles)
        return context.page(head, cache: context.actor.person == nil ? .personal : .noStore) {
            MatchAreaPage(scene: scene, balance: balance, mayWrite: mayWrite, language: context.language)
        }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        return Answer(MatchDocument(scene: scene).csv, as: .csv, cache: .noStore).asDownload(named: MatchRoute.file)
    }

    private func one(_ context: WebContext) async throws -> Answer {
        let place = try await part.place(context), id = try context.part("verhouding", as: Identifier.self)
        guard let match = try await part.store.find(id), match.area == place.area, let view = try await part.views([match]).first else {
            throw Problem.notFound
        }
        let mayWrite = try await part.owners(of: place.area, context.actor).contains { $0.id == match.owner }
        let theme = part.counting.theme(match.facts.theme)?.name
        let linked = try await context.linked(to: ThingReference(.match, id.description), besides: [.comesFrom])
        let head = PageHead(match.facts.title, description: Words(context.language).lead, styles: ConversationRoutes.styles)
        return context.page(head, cache: context.actor.person == nil ? .personal : .noStore) {
            MatchPage(place: place, view: view, theme: theme, linked: linked, mayWrite: mayWrite, language: context.language)
        }
    }
}

/// Handlers of who lays figures beside stories.
struct MatchDeskRoutes: Sendable {
    let part: MatchPart

    private typealias Words = MatchDeskWords

    var table: [Route] {
        let base = "/gebieden/{code}/" + MatchRoute.segment, desk = base + "/regelen"
        return [
            .led(.get, desk, "voices.matches.desk", Words.both(\.title)) { try await deskPage(try await ground($1), Form(items: []), $1) },
            .led(.get, desk + "/nieuw", "voices.match.new", Words.both(\.begin)) { try await new(try await ground($1), nil, $1) },
            .led(.post, desk + "/nieuw", "voices.match.add", Words.both(\.begin)) { try await add($1) },
            .led(.get, base + "/{verhouding}/regelen", "voices.match.desk", Words.both(\.change)) { try await changePage($1, Form(items: [])) },
            .led(.post, base + "/{verhouding}/regelen", "voices.match.change", Words.both(\.change)) { try await change($1) },
            .led(.post, desk + "/kenners", "voices.knower.add", Words.both(\.knower)) { try await addKnower($1) },
            .led(.post, desk + "/kenners/weg", "voices.knower.remove", Words.both(\.remove)) { try await removeKnower($1) },
        ]
    }

    /// An area with who may write about it: not found for who speaks for nobody there.
    private struct Ground {
        let place: MatchPlace
        let owners: [Organisation]

        var area: AreaCode { place.area }
    }

    private func ground(_ context: WebContext) async throws -> Ground {
        let place = try await part.place(context), owners = try await part.owners(of: place.area, context.actor)
        guard !owners.isEmpty else { throw Problem.notFound }
        return Ground(place: place, owners: owners)
    }

    private func deskPage(_ ground: Ground, _ form: Form, _ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(of: ground.place), conversations = try await part.conversations(about: ground.area)
        let isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            MatchDeskPage(scene: scene, conversations: conversations, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func done(_ area: AreaCode, _ context: WebContext) -> Answer {
        .redirect(to: MatchRoute.desk(area).address.with(.init("gelukt", "bewaard")), in: context.language)
    }

    // MARK: A new one

    private func choices(_ ground: Ground, _ context: WebContext) async throws -> MatchChoices {
        let asked = context.query[MatchRoute.conversation].flatMap { Identifier($0) }
        let conversation = try await part.conversations(about: ground.area).first { $0.id == asked }
        guard asked == nil || conversation != nil else { throw Problem.notFound }
        return try await part.choices(in: ground.area, owners: ground.owners, from: conversation)
    }

    private func new(_ ground: Ground, _ faulty: Form?, _ context: WebContext) async throws -> Answer {
        let choices = try await choices(ground, context), form = faulty ?? Form(items: [])
        return context.formPage(Words(context.language).begin, form, styles: ConversationRoutes.styles) { token in
            MatchNewPage(area: ground.area, areaName: ground.place.name, choices: choices, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let ground = try await ground(context), choices = try await choices(ground, context)
        let book = if let id = choices.conversation?.id { try await part.coding.store.book(in: id) } else { CodingBook(themes: [], stories: []) }
        var form = context.fields
        let read = MatchForm.facts(&form, choices) { words in book.stories.first { $0.mayBeQuoted && $0.words.contains(words) }?.contribution.id }
        guard let read else { return try await new(ground, form, context) }
        do {
            let id = try await part.store.add(read.facts, about: ground.area, by: read.owner, from: part.people.origin(context))
            part.shelf.expire()
            return .redirect(to: MatchRoute.one(ground.area, id).address, in: context.language)
        } catch is MatchStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
    }

    // MARK: What is done with it

    private func view(_ context: WebContext) async throws -> MatchView {
        let ground = try await ground(context), id = try context.part("verhouding", as: Identifier.self)
        guard let match = try await part.store.find(id), match.area == ground.area, ground.owners.contains(where: { $0.id == match.owner }),
            let view = try await part.views([match]).first
        else { throw Problem.notFound }
        return view
    }

    private func changePage(_ context: WebContext, _ form: Form) async throws -> Answer {
        let view = try await view(context)
        return context.formPage(Words(context.language).change, form, styles: ConversationRoutes.styles) { token in
            MatchChangePage(view: view, form: form, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let match = try await view(context).match
        var form = context.fields
        guard let wanted = MatchForm.change(&form) else { return try await changePage(context, form) }
        try await part.store.change(match.id, to: wanted.state, because: wanted.reason, from: part.people.origin(context))
        part.shelf.expire()
        return .redirect(to: MatchRoute.one(match.area, match.id).address, in: context.language)
    }

    // MARK: Who knows the area

    private func addKnower(_ context: WebContext) async throws -> Answer {
        let ground = try await ground(context)
        var form = context.fields
        guard let facts = MatchForm.newKnower(&form) else { return try await deskPage(ground, form, context) }
        try await part.store.addKnower(facts, of: ground.area, from: part.people.origin(context))
        return done(ground.area, context)
    }

    private func removeKnower(_ context: WebContext) async throws -> Answer {
        let ground = try await ground(context)
        guard let id = context.fields[MatchForm.knower].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        do { try await part.store.removeKnower(id, of: ground.area, from: part.people.origin(context)) } catch is MatchStore.Fault { throw Problem.notFound }
        return done(ground.area, context)
    }
}
