import Core
import HTML
import Hummingbird
import OpenAPI
import People
import Web

/// Handlers of answering a survey, taking it back, and what came of it.
struct SurveyRoutes: Sendable {
    let part: SurveyPart

    private typealias Words = SurveyWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/vragenlijsten", one = base + "/{lijst}"
        return [
            Route(.get, base, name: "voices.surveys", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, one, name: "voices.survey", readsSession: true, summary: Words.both(\.fill)) { try await ask($1, nil) },
            Route(.post, one, name: "voices.survey.answer", readsSession: true, summary: Words.both(\.fill)) { try await answer($1) },
            Route(.get, one + "/bedankt", name: "voices.survey.thanks", summary: Words.both(\.thanks)) { try await thanks($1) },
            Route(.get, one + "/terugnemen", name: "voices.survey.back", summary: Words.both(\.takeBack)) { try await back($1, Form(items: [])) },
            Route(.post, one + "/terugnemen", name: "voices.survey.withdraw", summary: Words.both(\.takeBack)) { try await withdraw($1) },
            Route(.get, one + "/uitkomst", name: "voices.survey.results", summary: Words.both(\.results)) { try await results($1) },
            Route(.get, one + "/uitkomst/uitkomst.csv", name: "voices.survey.csv", summary: Words.both(\.results)) { try await file($1) },
        ]
    }

    private func scene(_ context: WebContext) async throws -> SurveyScene {
        let conversation = try await part.conversations.announced(context), id = try context.part("lijst", as: Identifier.self)
        guard let survey = try await part.shown(in: conversation.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return SurveyScene(conversation: conversation, areaName: try await part.conversations.areaName(conversation), survey: survey)
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let conversation = try await part.conversations.announced(context), areaName = try await part.conversations.areaName(conversation)
        let surveys = try await part.shown(in: conversation.id), words = Words(context.language)
        let head = PageHead(words.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .personal) {
            SurveyListPage(conversation: conversation, areaName: areaName, surveys: surveys, language: context.language)
        }
    }

    // MARK: Answering

    /// - Parameter faulty: a page of the form that came back, with its answers
    private func ask(_ context: WebContext, _ faulty: (form: Form, step: Int, answers: SurveyAnswers)?) async throws -> Answer {
        let scene = try await scene(context), survey = scene.survey, door = try await knock(scene, context)
        var progress = (answers: SurveyAnswers(), isSent: false)
        if let mark = door.mark { progress = try await part.responses.progress(of: mark, in: survey.id) }
        let wanted = faulty?.step ?? context.query[SurveyForm.step].flatMap { Int($0) } ?? 1
        let step = min(max(wanted, 1), max(survey.steps.count, 1)), answers = faulty?.answers ?? progress.answers
        let form = faulty?.form ?? Form(items: []), isSent = progress.isSent
        return context.formPage(survey.title, form, styles: ConversationRoutes.styles) { token in
            SurveyPage(scene: scene, door: door, step: step, answers: answers, isSent: isSent, form: form, token: token, language: context.language)
        }
    }

    private func knock(_ scene: SurveyScene, _ context: WebContext) async throws -> Entrance.Answer {
        try await part.entrance.knock(context, at: scene.conversation, now: part.people.now())
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), survey = scene.survey, id = scene.conversation.id, now = part.people.now()
        let door = try await knock(scene, context)
        guard let mark = door.mark, survey.state == .open else { return .redirect(to: SurveyRoute.answer(id, survey: survey.id).address, in: context.language) }
        var form = context.fields
        let steps = survey.steps, step = min(max(form[SurveyForm.step].flatMap { Int($0) } ?? 1, 1), steps.count)
        let before = try await part.responses.progress(of: mark, in: survey.id)
        guard !before.isSent else { return .redirect(to: SurveyRoute.answer(id, survey: survey.id).address, in: context.language) }
        let asked = steps[step - 1].filter { survey.isAsked($0, before.answers) }
        let answers = SurveyForm.answers(&form, asked, of: survey, before: before.answers)
        if TrapField.isSprung(form) { form.fail(SurveyForm.answer(asked.first ?? 1), TrapField.words) }
        guard form.errors.isEmpty else { return try await ask(context, (form, step, answers)) }
        // A page on which nothing is asked is passed over.
        let next = (step..<steps.count).first { place in steps[place].contains { survey.isAsked($0, answers) } }
        if let next {
            try await part.responses.draft(answers, by: mark, to: survey, at: now)
            return .redirect(to: SurveyRoute.answer(id, survey: survey.id, step: next + 1).address, in: context.language)
        }
        let open = survey.missing(answers, in: Array(1...max(survey.questions.count, 1)))
        if let first = open.first, let page = steps.firstIndex(where: { $0.contains(first) }) {
            try await part.responses.draft(answers, by: mark, to: survey, at: now)
            return .redirect(to: SurveyRoute.answer(id, survey: survey.id, step: page + 1).address, in: context.language)
        }
        guard try await part.contributions.mayTry(ContributionStore.storyRule, part.people.client(context), at: now) else {
            throw Problem.tooMany(retryAfter: 3600)
        }
        return try await send(answers, by: mark, door, scene, context)
    }

    private func send(
        _ answers: SurveyAnswers, by mark: [UInt8], _ door: Entrance.Answer, _ scene: SurveyScene, _ context: WebContext
    ) async throws -> Answer {
        let id = scene.conversation.id, survey = scene.survey, now = part.people.now()
        do {
            let code = try await part.responses.send(answers, by: mark, channel: door.channel, to: survey, at: now)
            let proof = part.proofs.hidden(code, until: now + CodeProofs.pageLife)
            return .redirect(to: SurveyRoute.thanks(id, survey: survey.id, proof: proof).address, in: context.language)
        } catch SurveyStore.Fault.state {
            throw Problem.conflict(Words.both(\.closed))
        } catch SurveyStore.Fault.answered {
            return .redirect(to: SurveyRoute.answer(id, survey: survey.id).address, in: context.language)
        }
    }

    private func thanks(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), code = part.proofs.shown(context.query["bewijs"], at: part.people.now())
        return context.page(PageHead(Words(context.language).thanks, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            SurveyThanksPage(scene: scene, code: code, language: context.language)
        }
    }

    // MARK: Taking back

    private func back(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await scene(context), isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).takeBack, form, styles: ConversationRoutes.styles) { token in
            SurveyBackPage(scene: scene, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func withdraw(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), now = part.people.now()
        var form = context.fields
        guard let code = CodeForm.code(&form) else { return try await back(context, form) }
        guard try await part.contributions.mayTry(ContributionStore.codeRule, part.people.client(context), at: now) else {
            throw Problem.tooMany(retryAfter: 900)
        }
        do {
            try await part.responses.withdraw(code, from: scene.survey, at: now)
        } catch SurveyStore.Fault.unknown {
            form.fail(CodeForm.code, CodeWords.both(\.unknown))
            return try await back(context, form)
        }
        let address = SurveyRoute.withdraw(scene.conversation.id, survey: scene.survey.id).address
        return .redirect(to: address.with(.init("gelukt", "weg")), in: context.language)
    }

    // MARK: Results

    private func results(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), shown = try await part.responses.shown(of: scene.survey.id), words = Words(context.language)
        let head = PageHead(
            words.results + ", " + scene.survey.title, description: words.lead, section: ConversationRoute.list().address, styles: ConversationRoutes.styles)
        return context.page(head, cache: .noStore) { SurveyResultPage(scene: scene, shown: shown, language: context.language) }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), document = SurveyDocument(survey: scene.survey, shown: try await part.responses.shown(of: scene.survey.id))
        return Answer(document.csv, as: .csv, cache: .noStore).asDownload(named: SurveyRoute.file)
    }
}

/// What pages of one survey show.
struct SurveyScene: Sendable {
    let conversation: Conversation
    let areaName: String
    let survey: Survey
}

/// The API of surveys: exactly what the pages show.
struct SurveyAPI: Sendable {
    let part: SurveyPart

    init(_ part: SurveyPart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { SurveyDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "listVragenlijsten", "/gesprekken/{gesprek}/vragenlijsten",
                summary: Localized(nl: "Vragenlijsten van een gesprek, met wat eruit kwam", en: "Surveys of a conversation, with what came of them"),
                description: Localized(
                    nl: "Aantallen gaan pas verder als er vijf mensen bij zijn. Wat mensen in eigen woorden schreven staat er niet bij.",
                    en: "Numbers move only when five more people answered. What people wrote in their own words is not in it."),
                tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("Vragenlijsten"))]
            ) { request in
                let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
                var documents: [SurveyDocument] = []
                for survey in try await part.shown(in: conversation.id) {
                    documents.append(SurveyDocument(survey: survey, shown: try await part.responses.shown(of: survey.id)))
                }
                return .json(SurveyDocument.node(documents, of: conversation.id))
            }
        ]
    }
}
