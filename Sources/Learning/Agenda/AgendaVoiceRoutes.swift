import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of an item, and of what organisations say: proposals, support and objections.
struct AgendaVoiceRoutes: Sendable {
    let part: AgendaPart

    private typealias Words = AgendaWords

    var table: [Route] {
        let place = "/leeragenda/{agenda}", item = place + "/punten/{punt}"
        return [
            Route(.get, item, name: "agenda.item", readsSession: true, summary: Words.both(\.theme)) { try await show($1, Form(items: [])) },
            route(.post, item + "/steun", "agenda.support", Words.both(\.support)) { try await support($1) },
            route(.post, item + "/bezwaar", "agenda.object", Words.both(\.object)) { try await object($1) },
            route(.get, place + "/voorstellen", "agenda.proposals", Words.both(\.proposals)) { try await proposals($1, Form(items: [])) },
            route(.post, place + "/voorstellen", "agenda.propose", Words.both(\.propose)) { try await propose($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .person, summary: summary, handler: handler)
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (scene, item) = try await part.item(context)
        return try await AgendaItemAnswer(part: part, scene: scene, item: item).page(context, form)
    }

    /// The organisation of who speaks.
    private func speaker(_ context: WebContext) throws -> Identifier {
        try AgendaPolicy.speak(by: context.actor).orProblem()
        guard let organisation = context.actor.person?.organisation else { throw Problem.notFound }
        return organisation
    }

    private func support(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await part.item(context), organisation = try speaker(context), origin = part.people.origin(context)
        var form = context.fields
        if form["doe"] == "intrekken" {
            return try await done(scene, item, at: "steun", context) { try await part.store.withdrawSupport(item.id, of: organisation, from: origin) }
        }
        guard let brings = form.text("inbreng", limit: 500, required: Words.both(\.bringsEmpty)) else { return try await show(context, form) }
        return try await done(scene, item, at: "steun", context) {
            try await part.store.support(item.id, by: organisation, brings: brings, from: origin)
        }
    }

    private func object(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await part.item(context), organisation = try speaker(context)
        var form = context.fields
        guard let words = form.text("bezwaar", limit: 1000, required: Words.both(\.objectionEmpty)) else { return try await show(context, form) }
        return try await done(scene, item, at: "bezwaren", context) {
            try await part.store.object(item.id, by: organisation, words: words, from: part.people.origin(context))
        }
    }

    private func done(
        _ scene: AgendaScene, _ item: AgendaItem, at place: String, _ context: WebContext, _ work: () async throws -> Void
    ) async throws -> Answer {
        do { try await work() } catch is AgendaStore.Fault { throw Problem.conflict(AgendaDeskWords.both(\.changed)) }
        return .redirect(to: AgendaRoute.item(scene.id, item.id).address.at(place), in: context.language)
    }

    // MARK: Proposals

    private func proposals(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await part.scene(context), choices = try await part.choices(), maySpeak = AgendaPolicy.speak(by: context.actor).isAllowed
        return context.formPage(Words(context.language).proposals, form, styles: AgendaRoutes.styles) { token in
            AgendaProposalsPage(scene: scene, choices: choices, maySpeak: maySpeak, form: form, token: token, language: context.language)
        }
    }

    private func propose(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), choices = try await part.choices()
        _ = try speaker(context)
        var form = context.fields
        let issues = AgendaForm.issues(&form, choices)
        guard let facts = AgendaForm.facts(&form, choices, isProposal: true, person: nil) else { return try await proposals(context, form) }
        let id = try await part.store.propose(facts, issues: issues, at: scene.agenda.place, from: part.people.origin(context))
        return .redirect(to: AgendaRoute.item(scene.id, id).address, in: context.language)
    }
}

/// The page of an item, also with the faults of a form on it.
struct AgendaItemAnswer: Sendable {
    let part: AgendaPart
    let scene: AgendaScene
    let item: AgendaItem

    func page(_ context: WebContext, _ form: Form) async throws -> Answer {
        let actor = context.actor, token = actor.person == nil ? nil : context.formToken()
        var owner: String?
        if actor.person != nil, let person = item.facts.ownerPerson { owner = try await part.people.persons.names(of: [person])[person] }
        let meetings = try await part.meetings(about: item, scene), mayOrganise = part.decision(scene, actor).isAllowed
        let head = PageHead(
            item.facts.title, description: item.isPublic ? item.facts.words : nil, hasErrors: !form.errors.isEmpty, isListed: item.isPublic,
            styles: AgendaRoutes.styles)
        return context.page(
            head, status: form.errors.isEmpty ? .ok : .badRequest, cache: actor.person == nil ? .personal : .noStore, token: token
        ) {
            AgendaItemPage(
                item: item, scene: scene, owner: owner, meetings: meetings, speaker: actor.person?.organisation, mayOrganise: mayOrganise, form: form,
                token: token, language: context.language)
        }
    }
}
