import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Transfer
import Web

/// Handlers of cases: the shared ones for everyone, one's own, and the way from the one to the other.
struct CaseRoutes: Sendable {
    let part: CasesPart

    private typealias Words = CaseWords

    var table: [Route] {
        let one = "/casussen/{casus}"
        return [
            Route(.get, "/casussen", name: "cases.list", readsSession: true, summary: Words.both(\.title)) { try await list($1) },
            Route(.get, one, name: "cases.case", readsSession: true, summary: Words.both(\.title)) { try await show($1, Form(items: [])) },
            route(.get, "/casussen/nieuw", "cases.new", Words.both(\.add)) { try await new($1, nil) },
            route(.post, "/casussen/nieuw", "cases.add", Words.both(\.add)) { try await add($1) },
            route(.get, one + "/bewerken", "cases.edit", Words.both(\.edit)) { try await edit($1, nil) },
            route(.post, one + "/bewerken", "cases.change", Words.both(\.edit)) { try await change($1) },
            route(.post, one + "/delen", "cases.share", Words.both(\.makeVersion)) { try await share($1) },
            route(.get, one + "/controle", "cases.check", Words.both(\.check)) { try await check($1, Form(items: [])) },
            route(.post, one + "/controle", "cases.approve", Words.both(\.approve)) { try await approve($1) },
            route(.post, one + "/intrekken", "cases.withdraw", Words.both(\.withdraw)) { try await withdraw($1) },
            route(.post, one + "/ervaringen", "cases.experience", ExperienceWords.both(\.add)) { try await addExperience($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .person, summary: summary, bodyLimit: 256 << 10, handler: handler)
    }

    private func found(_ context: WebContext) async throws -> (PracticeCase, IntervisionGroup?) {
        guard let one = try await part.store.find(try context.part("casus", as: Identifier.self)) else { throw Problem.notFound }
        var group: IntervisionGroup?
        if let id = one.group { group = try await part.intervision.groups.find(id) }
        return (one, group)
    }

    // MARK: Reading

    private func list(_ context: WebContext) async throws -> Answer {
        guard case .list(let filter)? = CaseRoute(context.address) else { throw Problem.notFound }
        let cases = try await part.store.published().filter(filter.takes), person = context.actor.person?.id, words = Words(context.language)
        var own: [PracticeCase]?
        if let person, !context.actor.needsTwoFactors || context.actor.proof == .twoFactors { own = try await part.store.brought(by: person) }
        let domains = try await part.domains()
        let head = PageHead(words.title, description: words.lead, isListed: filter == CaseFilter(), styles: ["session.css"])
        return context.page(head, cache: person == nil ? .personal : .noStore) {
            CaseListPage(cases: cases, filter: filter, domains: domains, own: own, language: context.language)
        }
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (one, group) = try await found(context), actor = context.actor
        // Everyone may know that it was shared, and that it is no more.
        if one.state == .withdrawn && one.original != nil && !CasePolicy.approve(one, by: actor).isAllowed { throw Problem.gone }
        try CasePolicy.see(one, group: group, by: actor).orProblem()
        let published = try await part.store.published(), domains = try await part.domains()
        let token = actor.person == nil ? nil : context.formToken()
        let place = try await part.place(one), version = one.original == nil ? try await part.store.version(of: one.id) : nil
        let experiences = one.isPublic ? try await experiences(one, form, token, context) : nil
        let linked = one.isPublic ? try await context.linked(to: one.reference) : nil
        let head = PageHead(
            one.title, description: one.isPublic ? one.facts.words[.question] : nil, hasErrors: !form.errors.isEmpty, isListed: one.isPublic,
            styles: ["session.css"])
        let cache: CachePolicy = one.isPublic && actor.person == nil ? .personal : .noStore
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: cache, token: token) {
            ErrorSummary(form.errors, language: context.language)
            CasePage(
                one: one, place: place, domains: domains, similar: SimilarCase.of(one, among: published), fitting: FittingMethod.of(one),
                example: published.first { $0.id == one.facts.inspiredBy }, version: version,
                mayWrite: CasePolicy.write(one, group: group, by: actor).isAllowed, mayApprove: CasePolicy.approve(one, by: actor).isAllowed,
                experiences: experiences, linked: linked, token: token, language: context.language)
        }
    }

    private func experiences(_ one: PracticeCase, _ form: Form, _ token: FormToken?, _ context: WebContext) async throws -> ExperienceSection {
        let all = try await part.intervision.experiences.all(about: one.thing)
        return ExperienceSection(
            experiences: all, names: try await part.people.persons.names(of: all.compactMap(\.person)), target: CaseRoute.experiences(one.id).address,
            page: CaseRoute.practiceCase(one.id).address, form: form, token: token, language: context.language)
    }

    private func addExperience(_ context: WebContext) async throws -> Answer {
        let (one, _) = try await found(context)
        guard one.isPublic, let person = context.actor.person?.id else { throw Problem.notFound }
        var form = context.fields
        guard let draft = ExperienceForm.draft(&form) else { return try await show(context, form) }
        try await part.intervision.experiences.add(
            to: one.thing, place: draft.place, month: draft.month, result: draft.result, words: draft.words, by: person,
            about: one.facts.domains, context.actor.knowledge, from: part.people.origin(context))
        return .redirect(to: CaseRoute.practiceCase(one.id).address.at("ervaringen"), in: context.language)
    }

    // MARK: Writing

    private func new(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let choices = try await part.choices(for: context.actor), sent = form ?? Form(items: [])
        return context.formPage(Words(context.language).add, sent, styles: ["session.css"]) { token in
            CaseEditPage(one: nil, choices: choices, form: sent, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        let choices = try await part.choices(for: context.actor)
        var form = context.fields
        let group = CaseForm.one("groep", of: choices.groups, &form).flatMap { Identifier($0) }
        guard let facts = CaseForm.facts(&form, choices) else { return try await new(context, form) }
        let id = try await part.store.add(facts, group: group, by: person, kind: context.actor.knowledge, from: part.people.origin(context))
        return .redirect(to: CaseRoute.practiceCase(id).address, in: context.language)
    }

    /// The case of the path, for who may write in it.
    private func written(_ context: WebContext) async throws -> (PracticeCase, IntervisionGroup?) {
        let (one, group) = try await found(context)
        try CasePolicy.write(one, group: group, by: context.actor).orProblem()
        return (one, group)
    }

    private func edit(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let (one, _) = try await written(context), choices = try await part.choices(for: context.actor)
        let names = try await part.store.names(of: one.id), sent = form ?? CaseForm.items(one, names: names)
        return context.formPage(Words(context.language).edit, sent, styles: ["session.css"]) { token in
            CaseEditPage(one: one, choices: choices, form: sent, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let (one, _) = try await written(context), choices = try await part.choices(for: context.actor)
        var form = context.fields
        let names = one.original == nil ? "" : IntervisionFields.paragraphs("namen", limit: 2000, &form) ?? ""
        guard let facts = CaseForm.facts(&form, choices) else { return try await edit(context, form) }
        return try await done(CaseRoute.practiceCase(one.id), context) {
            try await part.store.change(one.id, to: facts, names: names, from: part.people.origin(context))
        }
    }

    /// Does it and goes to a page; what cannot be done any more is said.
    private func done(_ place: CaseRoute, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch is CaseStore.Fault { throw Problem.conflict(Words.both(\.conflict)) }
        return .redirect(to: place.address, in: context.language)
    }

    // MARK: Sharing

    private func share(_ context: WebContext) async throws -> Answer {
        let (one, _) = try await found(context)
        guard one.original == nil else { throw Problem.notFound }
        try CasePolicy.approve(one, by: context.actor).orProblem()
        do {
            let id = try await part.store.makeVersion(of: one.id, from: part.people.origin(context))
            return .redirect(to: CaseRoute.edit(id).address, in: context.language)
        } catch is CaseStore.Fault { throw Problem.conflict(Words.both(\.conflict)) }
    }

    private func check(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (one, group) = try await written(context)
        guard one.original != nil else { throw Problem.notFound }
        let found = try await part.marks(in: one, group: group)
        let mayApprove = CasePolicy.approve(one, by: context.actor).isAllowed
        return context.formPage(Words(context.language).check, form, styles: ["session.css"]) { token in
            CaseCheckPage(
                one: one, found: found, digest: Self.digest(one.facts), mayApprove: mayApprove, form: form, token: token, language: context.language)
        }
    }

    /// Says which words a page showed: what changed since is not approved.
    private static func digest(_ facts: PracticeCase.Facts) -> String {
        let words = PracticeCase.Field.allCases.map { facts.words[$0] ?? "" }
        let other = [
            facts.area?.description ?? "", facts.size?.rawValue ?? "", facts.urbanity?.rawValue ?? "", facts.fit.rawValue,
            facts.domains.sorted().joined(separator: " "), "\(facts.isExternal)", facts.source ?? "", facts.inspiredBy?.description ?? "",
        ]
        return Digest.hex(Digest.sha256(Array((words + other).joined(separator: "\u{0}").utf8)))
    }

    private func approve(_ context: WebContext) async throws -> Answer {
        let (one, _) = try await written(context), origin = part.people.origin(context)
        guard one.original != nil else { throw Problem.notFound }
        var form = context.fields
        guard form["woorden"] == Self.digest(one.facts) else { throw Problem.conflict(Words.both(\.conflict)) }
        if form["doe"] == "nagekeken" {
            guard form.has("bekeken", "ja") else {
                form.fail("bekeken", Words.both(\.lookedEmpty))
                return try await check(context, form)
            }
            return try await done(.check(one.id), context) { try await part.store.check(one.id, words: one.facts, from: origin) }
        }
        guard form["doe"] == "delen" else { throw Problem.notFound }
        try CasePolicy.approve(one, by: context.actor).orProblem()
        guard form.has("anderen", "ja") else {
            form.fail("anderen", Words.both(\.consentEmpty))
            return try await check(context, form)
        }
        return try await done(.practiceCase(one.id), context) { try await part.store.publish(one.id, words: one.facts, from: origin) }
    }

    private func withdraw(_ context: WebContext) async throws -> Answer {
        let (one, _) = try await found(context)
        guard let original = one.original else { throw Problem.notFound }
        try CasePolicy.approve(one, by: context.actor).orProblem()
        return try await done(.practiceCase(original), context) { try await part.store.withdraw(one.id, from: part.people.origin(context)) }
    }
}
