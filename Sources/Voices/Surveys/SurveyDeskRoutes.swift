import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of who leads a conversation: making surveys, paper, and the words that people wrote.
struct SurveyDeskRoutes: Sendable {
    let part: SurveyPart

    private typealias Words = SurveyDeskWords
    private typealias Action = SurveyRoute.Action

    var table: [Route] {
        let base = "/stemmen/{gesprek}/regelen/vragenlijsten", one = base + "/{lijst}"
        func act(_ action: Action, _ name: String, _ summary: Localized, _ handler: @escaping Route.Handler) -> Route {
            .led(.post, one + "/" + action.rawValue, "voices.surveys." + name, summary, handler: handler)
        }
        return [
            .led(.get, base, "voices.surveys.desk", Words.both(\.title)) { try await desk(try await led($1), Form(items: []), $1) },
            .led(.post, base, "voices.surveys.add", Words.both(\.add)) { try await add($1) },
            .led(.get, one, "voices.surveys.edit", Words.both(\.edit)) { try await edit($1, nil, Form(items: [])) },
            act(.add, "question", Words.both(\.addQuestion)) { try await question($1) },
            act(.remove, "remove", Words.both(\.remove)) { _, context in
                try await numbered(context) { try await part.store.remove($0, from: $1, by: part.people.origin(context)) }
            },
            act(.raise, "raise", Words.both(\.raise)) { _, context in
                try await numbered(context) { try await part.store.raise($0, in: $1, by: part.people.origin(context)) }
            },
            act(.useSet, "set", Words.both(\.useSet)) { try await useSet($1) },
            act(.keepSet, "keep", Words.both(\.keepSet)) { try await keepSet($1) },
            act(.open, "open", Words.both(\.open)) { _, context in
                try await change(context) { try await part.store.open($0.survey, from: part.people.origin(context)) }
            },
            act(.close, "close", Words.both(\.close)) { _, context in
                try await change(context) { try await part.store.close($0.survey, from: part.people.origin(context)) }
            },
            act(.print, "print", Words.both(\.print)) { try await print($1) },
            .led(.get, one + "/papier", "voices.surveys.paper", Words.both(\.paper)) { try await paper($1, Form(items: [])) },
            act(.paper, "sheet", Words.both(\.paper)) { try await sheet($1) },
            .led(.get, one + "/woorden", "voices.surveys.texts", Words.both(\.texts)) { try await texts($1) },
        ]
    }

    private func led(_ context: WebContext) async throws -> Conversation { try await part.conversations.led(context) }

    private func scene(_ context: WebContext) async throws -> SurveyScene {
        let conversation = try await led(context), id = try context.part("lijst", as: Identifier.self)
        guard let survey = try await part.store.list(in: conversation.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        return SurveyScene(conversation: conversation, areaName: try await part.conversations.areaName(conversation), survey: survey)
    }

    private func desk(_ conversation: Conversation, _ form: Form, _ context: WebContext) async throws -> Answer {
        let surveys = try await part.store.list(in: conversation.id), areaName = try await part.conversations.areaName(conversation)
        return context.formPage(Words(context.language).title, form, styles: ConversationRoutes.styles) { token in
            SurveyDeskPage(conversation: conversation, areaName: areaName, surveys: surveys, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let conversation = try await led(context)
        var form = context.fields
        guard let wanted = SurveyForm.survey(&form) else { return try await desk(conversation, form, context) }
        let id = try await part.store.add(wanted.title, words: wanted.words, in: conversation.id, from: part.people.origin(context))
        return .redirect(to: SurveyRoute.edit(conversation.id, survey: id).address, in: context.language)
    }

    private func edit(_ context: WebContext, _ faulty: SurveyRoute.Action?, _ form: Form) async throws -> Answer {
        let scene = try await scene(context), sets = try await part.store.sets(of: scene.conversation.owner)
        return context.formPage(scene.survey.title, form, styles: ConversationRoutes.styles) { token in
            SurveyEditPage(scene: scene, sets: sets, faulty: faulty, form: form, token: token, language: context.language)
        }
    }

    private func done(_ scene: SurveyScene, _ context: WebContext) -> Answer {
        .redirect(to: SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id).address, in: context.language)
    }

    private func change(_ context: WebContext, _ write: (SurveyScene) async throws -> Void) async throws -> Answer {
        let scene = try await scene(context)
        do { try await write(scene) } catch SurveyStore.Fault.questions {
            throw Problem.conflict(Words.both(\.questionsWrong))
        } catch SurveyStore.Fault.needed {
            throw Problem.conflict(Words.both(\.isNeeded))
        } catch is SurveyStore.Fault { throw Problem.conflict(Words.both(\.notNow)) }
        return done(scene, context)
    }

    private func numbered(_ context: WebContext, _ write: (Int, Survey) async throws -> Void) async throws -> Answer {
        guard let number = context.fields[SurveyForm.number].flatMap({ Int($0) }) else { throw Problem.notFound }
        return try await change(context) { try await write(number, $0.survey) }
    }

    private func question(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        var form = context.fields
        guard let question = SurveyForm.question(&form, of: scene.survey, languages: scene.conversation.facts.languages) else {
            return try await edit(context, .add, form)
        }
        return try await change(context) { try await part.store.append([question], to: $0.survey, from: part.people.origin(context)) }
    }

    private func useSet(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), key = context.fields[SurveyForm.chosenSet]
        guard let found = try await part.store.sets(of: scene.conversation.owner).first(where: { $0.key == key }) else { throw Problem.notFound }
        return try await change(context) { try await part.store.append(found.questions, to: $0.survey, from: part.people.origin(context)) }
    }

    private func keepSet(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let title = form.text(SurveyForm.setTitle, limit: 100, required: Words.both(\.titleEmpty)) else { return try await edit(context, .keepSet, form) }
        return try await change(context) { scene in
            guard !scene.survey.questions.isEmpty else { throw SurveyStore.Fault.questions }
            try await part.store.keep(scene.survey, as: title, of: scene.conversation.owner, from: part.people.origin(context))
        }
    }

    // MARK: Paper

    private func print(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        var form = context.fields
        guard let wanted = SheetForm.print(&form) else { return try await edit(context, .print, form) }
        guard scene.survey.state == .open else { throw Problem.conflict(Words.both(\.notNow)) }
        let issue: CodeIssue
        do {
            issue = try await part.codes.store.issue(
                wanted.amount, for: .sheets, note: scene.survey.title, in: scene.conversation.id, from: part.people.origin(context))
        } catch CodeStore.Fault.closed { throw Problem.conflict(CodeDeskWords.both(\.notNow)) }
        let origin = part.people.installation.origin,
            language = form[GivingForm.spoken].flatMap { scene.conversation.facts.languages.contains($0) ? $0 : nil } ?? "nl"
        let head = PageHead(Words(context.language).print, isListed: false, styles: ConversationRoutes.styles)
        var answer = context.page(head, cache: .noStore) {
            SurveyPrintPage(scene: scene, issue: issue, size: wanted.size, origin: origin, tongue: language, language: context.language)
        }
        answer.holdsSecret = true
        return answer
    }

    private func paper(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await scene(context), isDone = form.items.isEmpty && context.query["gelukt"] != nil
        return context.formPage(Words(context.language).paper, form, styles: ConversationRoutes.styles) { token in
            SurveyPaperPage(scene: scene, isDone: isDone, form: form, token: token, language: context.language)
        }
    }

    private func sheet(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        var form = context.fields
        guard let sheet = SurveyForm.sheet(&form, of: scene.survey) else { return try await paper(context, form) }
        do {
            try await part.responses.enter(sheet.answers, code: sheet.code, to: scene.survey, from: part.people.origin(context))
            let address = SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id, .paper).address
            return .redirect(to: address.with(.init("gelukt", "bewaard")), in: context.language)
        } catch CodeStore.Fault.used(let state) {
            form.fail(SurveyForm.code, CodeDeskWords.both { $0.used(CodeWords($0.language).name(state)) })
        } catch CodeStore.Fault.unknown {
            form.fail(SurveyForm.code, CodeWords.both(\.unknown))
        } catch is SurveyStore.Fault {
            throw Problem.conflict(Words.both(\.notNow))
        } catch CodeStore.Fault.closed { throw Problem.conflict(CodeDeskWords.both(\.notNow)) }
        return try await paper(context, form)
    }

    private func texts(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context), texts = try await part.responses.texts(of: scene.survey)
        return context.page(PageHead(Words(context.language).texts, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            SurveyTextsPage(scene: scene, texts: texts, language: context.language)
        }
    }
}
