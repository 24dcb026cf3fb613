import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of making an agenda: items, states, the order and versions. By who organises the programme or part.
struct AgendaDeskRoutes: Sendable {
    let part: AgendaPart

    private typealias Words = AgendaDeskWords

    var table: [Route] {
        let desk = "/leeragenda/{agenda}/bewerken", item = desk + "/punten/{punt}"
        return [
            route(.get, desk, "agenda.desk", Words.both(\.title)) { try await show($1, Form(items: [])) },
            route(.get, desk + "/nieuw", "agenda.new", Words.both(\.add)) { try await new($1, Form(items: [])) },
            route(.post, desk + "/nieuw", "agenda.add", Words.both(\.add)) { try await add($1) },
            route(.post, desk + "/versies", "agenda.record", Words.both(\.record)) { try await record($1) },
            route(.get, item, "agenda.edit", Words.both(\.edit)) { try await edit($1, nil) },
            route(.post, item, "agenda.change", Words.both(\.save)) { try await change($1) },
            route(.post, item + "/stap", "agenda.step", Words.both(\.step)) { try await step($1) },
            route(.post, item + "/plaats", "agenda.move", Words.both(\.move)) { try await move($1) },
            route(.post, item + "/verband", "agenda.effect", Words.both(\.effect)) { try await effect($1) },
            route(.post, item + "/antwoord", "agenda.answer", Words.both(\.answer)) { try await answer($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary, handler: handler)
    }

    /// The agenda of the path, for who makes it.
    private func mine(_ context: WebContext) async throws -> AgendaScene {
        let scene = try await part.scene(context)
        try part.decision(scene, context.actor).orProblem()
        return scene
    }

    private func item(_ context: WebContext) async throws -> (AgendaScene, AgendaItem) {
        let scene = try await mine(context)
        guard let item = scene.item(try context.part("punt", as: Identifier.self)) else { throw Problem.notFound }
        return (scene, item)
    }

    // MARK: The desk

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await mine(context), versions = try await part.store.versions(of: scene.id)
        let organisations = try await part.owners(scene)
        return context.formPage(Words(context.language).title, form, styles: AgendaRoutes.styles) { token in
            AgendaDeskPage(scene: scene, organisations: organisations, versions: versions, form: form, token: token, language: context.language)
        }
    }

    private func record(_ context: WebContext) async throws -> Answer {
        let scene = try await mine(context), known = Set(try await part.owners(scene).map(\.value))
        var form = context.fields
        let agreed = Set(form.all("eens").compactMap { Identifier($0) })
        if !known.isSuperset(of: form.all("eens")) { form.fail("eens", Words.both(\.choose)) }
        let note = form.text("bij", limit: 1000) ?? ""
        guard form.errors.isEmpty else { return try await show(context, form) }
        do {
            let number = try await part.store.record(scene.agenda.place, agreed: agreed, note: note, from: part.people.origin(context))
            return .redirect(to: AgendaRoute.version(scene.id, number).address, in: context.language)
        } catch AgendaStore.Fault.empty {
            form.fail("bij", Words.both(\.recordEmpty))
            return try await show(context, form)
        }
    }

    private func move(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await item(context), field = "reden-\(item.id)"
        var form = context.fields
        let direction = form.choice("kant", of: AgendaStore.Direction.self, required: Words.both(\.choose)), reason = form.text(field, limit: 500) ?? ""
        guard let direction, form.errors.isEmpty else { return try await show(context, form) }
        do {
            try await part.store.move(item.id, direction, inputs: scene.inputs, reason: reason, from: part.people.origin(context))
        } catch AgendaStore.Fault.departs {
            form.fail(field, Words.both(\.departs))
            return try await show(context, form)
        } catch is AgendaStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        return .redirect(to: AgendaRoute.desk(scene.id).address, in: context.language)
    }

    // MARK: Items

    private func new(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await mine(context), choices = try await part.choices()
        return context.formPage(Words(context.language).add, form, styles: AgendaRoutes.styles) { token in
            AgendaEditPage(item: nil, scene: scene, choices: choices, form: form, token: token, language: context.language)
        }
    }

    /// The account of the owner by their mail address; leaves a fault where there is none.
    private func owner(_ form: inout Form) async throws -> Identifier? {
        guard let text = form.text("trekker-mail", limit: 254) else { return nil }
        guard let mail = try? MailAddress(text), let person = try await part.people.persons.find(mail), person.isOpen else {
            form.fail("trekker-mail", Words.both(\.personUnknown))
            return nil
        }
        return person.id
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let scene = try await mine(context), choices = try await part.choices()
        var form = context.fields
        let issues = AgendaForm.issues(&form, choices), person = try await owner(&form)
        guard let facts = AgendaForm.facts(&form, choices, isProposal: false, person: person) else { return try await new(context, form) }
        let id = try await part.store.propose(facts, issues: issues, at: scene.agenda.place, from: part.people.origin(context))
        return .redirect(to: AgendaRoute.edit(scene.id, id).address, in: context.language)
    }

    private func edit(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let (scene, item) = try await item(context), choices = try await part.choices(item)
        var mail = ""
        if let person = item.facts.ownerPerson { mail = try await part.people.persons.find(person)?.mail.description ?? "" }
        // What was not sent comes from the item: the forms of steps and relations stand on the same page.
        let known = AgendaForm.items(item, mail: mail), sent = form.map { $0.has("naam") ? $0 : $0.filled(from: known) } ?? known
        return context.formPage(item.facts.title, sent, styles: AgendaRoutes.styles) { token in
            AgendaEditPage(item: item, scene: scene, choices: choices, form: sent, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await item(context), choices = try await part.choices(item)
        var form = context.fields
        let issues = AgendaForm.issues(&form, choices), person = try await owner(&form)
        guard let facts = AgendaForm.facts(&form, choices, isProposal: false, person: person) else { return try await edit(context, form) }
        return try await done(.edit(scene.id, item.id), context) {
            try await part.store.change(item.id, to: facts, issues: issues, from: part.people.origin(context))
        }
    }

    private func step(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await item(context)
        var form = context.fields
        let state = form.choice("naar", of: AgendaItem.State.self, required: Words.both(\.choose))
        let month = form.value("maand", as: Period.self, otherwise: Words.both(\.monthShape))
        let reason = form.text("reden", limit: 1000, required: state?.needsReason ?? false ? Words.both(\.reasonEmpty) : nil) ?? ""
        if state == .planned, month?.month == nil || month?.day != nil, form.errors.isEmpty { form.fail("maand", Words.both(\.monthShape)) }
        guard let state, form.errors.isEmpty else { return try await edit(context, form) }
        return try await done(.edit(scene.id, item.id), context) {
            try await part.store.take(item.id, to: state, reason: reason, month: month, from: part.people.origin(context))
        }
    }

    private func effect(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await item(context)
        var form = context.fields
        let others = scene.agenda.items.filter { $0.id != item.id }.map { Choice($0.id.description, Localized($0.facts.title)) }
        let other = AgendaForm.one("ander", of: others, &form).flatMap { Identifier($0) }, words = form.text("hoe", limit: 500) ?? ""
        if other == nil, form.errors.isEmpty { form.fail("ander", Words.both(\.choose)) }
        guard let other, form.errors.isEmpty else { return try await edit(context, form) }
        return try await done(.edit(scene.id, item.id), context) {
            try await part.store.setEffect(of: item.id, on: other, words: words, from: part.people.origin(context))
        }
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let (scene, item) = try await item(context)
        var form = context.fields
        guard let id = form["op"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        guard let words = form.text("antwoord-\(id)", limit: 1000, required: Words.both(\.answerEmpty)) else {
            return try await AgendaItemAnswer(part: part, scene: scene, item: item).page(context, form)
        }
        return try await done(.item(scene.id, item.id), context) {
            try await part.store.answer(id, of: item.id, words: words, from: part.people.origin(context))
        }
    }

    /// Does it and goes to a page; what cannot be done any more is said.
    private func done(_ place: AgendaRoute, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch is AgendaStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        return .redirect(to: place.address, in: context.language)
    }
}

extension Form {
    /// The same with the fields of another form behind it, for names that were not sent; its faults stay.
    fileprivate func filled(from other: Form) -> Form {
        var whole = Form(items: items + other.items.filter { !has($0.name) })
        for error in errors { whole.fail(error.field, error.message) }
        return whole
    }
}
