import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import Web

/// Handlers of answering: the list of questions, one question, and whom to ask at the installation.
struct ContactTeamRoutes: Sendable {
    let slice: Slice

    private typealias Words = ContactWords

    var table: [Route] {
        [
            Route(.get, "/vragen", name: "contact.questions", access: .person, summary: Words.both(\.questions)) { try await list($0, $1) },
            Route(.get, "/vragen/{vraag}", name: "contact.question", access: .person, summary: Words.both(\.howFar)) {
                try await show($0, $1, Form(items: []))
            },
            Route(.post, "/vragen/{vraag}", name: "contact.question.decide", access: .person, summary: Words.both(\.howFar)) { try await decide($0, $1) },
            Route(.get, "/vragen/{vraag}/wissen", name: "contact.erasure", access: .person, summary: Words.both(\.erase)) {
                try await askErasure($0, $1, Form(items: []))
            },
            Route(.post, "/vragen/{vraag}/wissen", name: "contact.erase", access: .person, summary: Words.both(\.erase)) { try await erase($0, $1) },
            Route(.get, "/beheer/contact", name: "contact.administration", access: .administrator, summary: Words.both(\.administration)) {
                try await administration($1, Form(items: []))
            },
            Route(.post, "/beheer/contact", name: "contact.point.add", access: .administrator, summary: Words.both(\.administration)) {
                try await addPoint($1)
            },
            Route(.post, "/beheer/contact/{contact}/weg", name: "contact.point.remove", access: .administrator, summary: Words.both(\.administration)) {
                try await removePoint($1)
            },
        ]
    }

    // MARK: Questions

    private func list(_ request: Request, _ context: WebContext) async throws -> Answer {
        let filter = context.query["welke"].flatMap { ContactFilter(rawValue: $0) } ?? .open, actor = context.actor
        let messages = try await slice.contact.list(ContactReach(of: actor), filter)
        try await slice.noteWriters(of: messages, "contact.questions", request, context)
        let views = try await slice.questionViews(messages, context), words = Words(context.language)
        return context.page(PageHead(words.questions, isListed: false, styles: ["contact.css"]), cache: .noStore) {
            ContactQuestionsPage(
                questions: views, filter: filter, needsStep: actor.needsTwoFactors && actor.proof < .twoFactors, now: slice.now(), language: context.language)
        }
    }

    /// The question of the path, for who may answer it.
    private func mine(_ context: WebContext) async throws -> ContactMessage {
        guard let message = try await slice.contact.find(try context.part("vraag", as: Identifier.self)) else { throw Problem.notFound }
        try ContactPolicy.answer(about: message.thing, assigned: message.assigned, by: context.actor).orProblem()
        return message
    }

    private func show(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let message = try await mine(context)
        try await slice.noteWriters(of: [message], "contact.question", request, context)
        guard let view = try await slice.questionViews([message], context).first else { throw Problem.notFound }
        let token = context.formToken()
        let head = PageHead(message.draft.subject, hasErrors: !form.errors.isEmpty, isListed: false, styles: ["contact.css"])
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, token: token) {
            ContactQuestionPage(question: view, form: form, token: token, now: slice.now(), language: context.language)
        }
    }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Answer {
        let message = try await mine(context)
        var form = context.fields
        do {
            if form["besluit"] == "geef-door" {
                guard let next = form.value("naar", as: Identifier.self, required: Words.both(\.passEmpty), otherwise: Words.both(\.passEmpty)),
                    let place = try await slice.contactPlace(message.thing, for: context.actor)
                else { return try await show(request, context, form) }
                try await slice.contact.pass(message.id, to: next, at: place, from: slice.origin(context))
                // Who passed it on may not see it any more.
                let isMine = ContactPolicy.answer(about: message.thing, assigned: nil, by: context.actor).isAllowed
                return .redirect(to: (isMine ? ContactRoute.question(message.id) : .questions()).address, in: context.language)
            }
            guard let step = form["besluit"].flatMap({ ContactStore.Step(rawValue: $0) }) else { throw Problem.notFound }
            try await slice.contact.step(step, message.id, from: slice.origin(context))
        } catch ContactStore.Fault.unknown {
            throw Problem.conflict(Words.both(\.conflict))
        }
        return .redirect(to: ContactRoute.question(message.id).address, in: context.language)
    }

    private func askErasure(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let message = try await mine(context)
        try await slice.noteWriters(of: [message], "contact.erasure", request, context)
        return context.formPage(Words(context.language).erase, form) { token in
            ContactErasurePage(message: message, form: form, token: token, language: context.language)
        }
    }

    private func erase(_ request: Request, _ context: WebContext) async throws -> Answer {
        let message = try await mine(context)
        var form = context.fields
        guard form.has("zeker", "ja") else {
            form.fail("zeker", Words.both(\.eraseUnsure))
            return try await askErasure(request, context, form)
        }
        do {
            try await slice.contact.erase(message.id, from: slice.origin(context))
        } catch ContactStore.Fault.unknown {
            throw Problem.notFound
        }
        return .redirect(to: ContactRoute.questions().address, in: context.language)
    }

    // MARK: Whom to ask at the installation

    private func administration(_ context: WebContext, _ form: Form) async throws -> Answer {
        let points = try await slice.contact.points(of: ContactPlace.installation)
        return context.formPage(Words(context.language).administration, form) { token in
            ContactAdministrationPage(points: points, form: form, token: token, language: context.language)
        }
    }

    private func addPoint(_ context: WebContext) async throws -> Answer {
        try ContactPolicy.administer(by: context.actor).orProblem()
        var form = context.fields
        guard let details = ProgrammeForms.contact(&form) else { return try await administration(context, form) }
        try await slice.contact.addPoint(details, to: ContactPlace.installation, from: slice.origin(context))
        return .redirect(to: ContactRoute.administration.address, in: context.language)
    }

    private func removePoint(_ context: WebContext) async throws -> Answer {
        try ContactPolicy.administer(by: context.actor).orProblem()
        do {
            let point = try context.part("contact", as: Identifier.self)
            try await slice.contact.removePoint(point, of: ContactPlace.installation, from: slice.origin(context))
        } catch ContactStore.Fault.unknown {
            throw Problem.notFound
        }
        return .redirect(to: ContactRoute.administration.address, in: context.language)
    }
}

extension Slice {
    /// That questions of these people are read. Who has no account stands there as their question.
    fileprivate func noteWriters(of messages: [ContactMessage], _ name: String, _ request: Request, _ context: WebContext) async throws {
        let accounts = try await persons.identifiers(of: messages.map(\.draft.mail))
        try await note(.questions, name, of: messages.map { accounts[$0.draft.mail.key] ?? $0.id }, request, context)
    }

    fileprivate func questionViews(_ messages: [ContactMessage], _ context: WebContext) async throws -> [ContactQuestionView] {
        var places: [Event.Thing: ContactPlace] = [:]
        for thing in Set(messages.map(\.thing)) { places[thing] = try await contactPlace(thing, for: context.actor) }
        let names = try await persons.names(of: messages.compactMap(\.takenBy))
        return messages.map { message in
            ContactQuestionView(
                message: message, place: places[message.thing], takenBy: message.takenBy.flatMap { names[$0] }, site: context.frame.name)
        }
    }
}
