import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of look-backs as readers see them.
struct LookBackRoutes: Sendable {
    let part: LookBacksPart

    private typealias Words = LookBackWords

    /// The second has the look of experiences.
    static let styles = ["learning.css", "session.css"]
    /// How much one catches up with at a time (learning network 9).
    static let mostToCatchUp = 10
    /// How far back that goes, in days.
    static let catchUpDays: Int64 = 92

    var table: [Route] {
        let place = "/bijeenkomsten/{bijeenkomst}/terugblik"
        return [
            Route(.get, place, name: "look-backs.look-back", readsSession: true, summary: Words.both(\.lookBack)) { try await show($1, Form(items: [])) },
            Route(.get, place + "/versies/{nummer}", name: "look-backs.edition", readsSession: true, summary: Words.both(\.editions)) {
                try await edition($1)
            },
            Route(.post, place + "/ervaringen", name: "look-backs.experience", access: .person, summary: Words.both(\.addExperience)) {
                try await addExperience($1)
            },
            Route(.get, "/aandachtspunten/{punt}", name: "look-backs.point", readsSession: true, summary: Words.both(\.point)) { try await point($1) },
            Route(.get, "/leernetwerk/bijpraten", name: "look-backs.catch-up", summary: Words.both(\.catchUp)) { try await catchUp($1) },
        ]
    }

    // MARK: A look-back

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await part.scene(context)
        guard let lookBack = scene.draft?.lookBack, lookBack.isPublic, let edition = try await part.store.editions(of: lookBack.id).last else {
            // Whoever writes it goes on writing; to others it is not there.
            try scene.writing.orProblem()
            return .redirect(to: LookBackRoute.desk(scene.meeting.id).address, in: context.language)
        }
        let token = context.actor.person == nil ? nil : context.formToken()
        let sight = try await sight(scene, edition, context)
        let head = PageHead(
            Words(context.language).title(scene.meeting.facts.title), description: LookBackPage.first(edition.facts.tomorrow),
            hasErrors: !form.errors.isEmpty, styles: Self.styles)
        let cache = context.actor.person == nil ? CachePolicy.personal : .noStore
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: cache, token: token) {
            LookBackPage(sight: sight, form: form, token: token, language: context.language)
        }
    }

    private func sight(_ scene: LookBackScene, _ edition: LookBackEdition, _ context: WebContext) async throws -> LookBackSight {
        let id = edition.lookBack, experiences = try await part.store.experiences(of: id)
        let editions = try await part.store.editions(of: id)
        return LookBackSight(
            scene: scene, edition: edition, editions: editions, author: try await part.name(edition.author), points: try await part.store.points(of: id),
            experiences: experiences.map { LookBackSight.Experience(method: $0.method, experience: $0.experience) },
            names: try await part.people.persons.names(of: experiences.compactMap(\.experience.person)),
            yields: try await part.yields.yields(of: id).filter(\.isPublic),
            linked: try await context.linked(to: ThingReference(.lookBack, id.description), besides: [.partOf]))
    }

    private func edition(_ context: WebContext) async throws -> Answer {
        guard case .edition(_, let number)? = LookBackRoute(context.address) else { throw Problem.notFound }
        let scene = try await part.scene(context)
        guard let lookBack = scene.draft?.lookBack, lookBack.isPublic else { throw Problem.notFound }
        guard let edition = try await part.store.editions(of: lookBack.id).first(where: { $0.number == number }) else { throw Problem.notFound }
        let author = try await part.name(edition.author), words = Words(context.language)
        let head = PageHead(words.editionTitle(number, scene.meeting.facts.title), isListed: false, styles: Self.styles)
        return context.page(head, cache: .noStore) {
            LookBackEditionPage(scene: scene, edition: edition, author: author, language: context.language)
        }
    }

    private func addExperience(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context)
        guard let lookBack = scene.draft?.lookBack, lookBack.isPublic else { throw Problem.notFound }
        var form = context.fields
        let method = LookBackForm.method(&form), draft = ExperienceForm.draft(&form)
        guard let method, let draft else { return try await show(context, form) }
        try await part.store.addExperience(draft, with: method.key, to: lookBack.id, from: part.people.origin(context))
        return .redirect(to: LookBackRoute.lookBack(scene.meeting.id).address.at("ervaringen"), in: context.language)
    }

    // MARK: A point

    private func point(_ context: WebContext) async throws -> Answer {
        let id = try context.part("punt", as: Identifier.self)
        guard let point = try await part.store.point(id), point.publishedAt != nil, let lookBack = try await part.store.find(point.lookBack),
            let meeting = try await part.meetings.store.find(lookBack.meeting),
            let outline = try await part.people.programmes.outline(meeting.programme)
        else { throw Problem.notFound }
        try MeetingPolicy.see(meeting, line: outline.line(to: meeting.part), by: context.actor).orProblem()
        let linked = try await context.linked(to: point.reference)
        let head = PageHead(point.title, description: point.words, isListed: point.withdrawnAt == nil, styles: Self.styles)
        return context.page(head, cache: meeting.isPublic ? .shared(maxAge: 60) : .noStore) {
            AttentionPointPage(
                point: point, meeting: meeting, origin: part.people.installation.origin ?? "", linked: linked, language: context.language)
        }
    }

    // MARK: Catching up

    private func catchUp(_ context: WebContext) async throws -> Answer {
        let since = part.now - Self.catchUpDays * 86_400_000, words = Words(context.language)
        let lookBacks = try await part.store.published(since: since).map { CatchUpItem($0) }
        let yields = try await part.yields.shared(since: since).map { CatchUpItem($0) }
        let items = (lookBacks + yields).sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(Self.mostToCatchUp)
        let head = PageHead(words.catchUp, description: words.catchUpLead, styles: Self.styles)
        return context.page(head) { CatchUpPage(items: Array(items), language: context.language) }
    }
}

extension AttentionPoint {
    package var reference: ThingReference { ThingReference(.lookBack, id.description) }

    /// The first words, for a heading.
    var title: String {
        guard words.count > 90 else { return words }
        let cut = words.prefix(90), whole = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return whole + "…"
    }
}
