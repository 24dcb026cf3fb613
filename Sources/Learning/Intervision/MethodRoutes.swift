import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the start of intervision, the methods and the chooser.
struct MethodRoutes: Sendable {
    let part: IntervisionPart

    private typealias Words = MethodWords

    var table: [Route] {
        [
            Route(.get, "/intervisie", name: "intervision.home", readsSession: true, summary: Words.both(\.home)) { try await home($0, $1) },
            Route(.get, "/intervisie/methoden", name: "intervision.methods", summary: Words.both(\.methods)) { _, context in
                let words = Words(context.language)
                return context.page(PageHead(words.methods, description: words.methodsLead, styles: ["session.css"]), cache: .shared(maxAge: 3600)) {
                    MethodListPage(language: context.language)
                }
            },
            Route(.get, "/intervisie/methoden/{methode}", name: "intervision.method", readsSession: true, summary: Words.both(\.method)) {
                try await method($1, Form(items: []))
            },
            Route(
                .post, "/intervisie/methoden/{methode}/ervaringen", name: "intervision.experience", access: .person, summary: ExperienceWords.both(\.add)
            ) { try await addExperience($1) },
            Route(.get, "/intervisie/kiezer", name: "intervision.chooser", summary: Words.both(\.chooser)) { choose($1) },
        ]
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Answer {
        let person = context.actor.person?.id, words = Words(context.language)
        var groups: [IntervisionGroup]?
        if let person, !context.actor.needsTwoFactors || context.actor.proof == .twoFactors { groups = try await part.groups.groups(of: person) }
        let mayBegin = try await !part.places(for: context.actor).isEmpty
        return context.page(PageHead(words.home, description: words.homeLead, styles: ["session.css"]), cache: person == nil ? .personal : .noStore) {
            IntervisionHomePage(groups: groups, person: person, mayBegin: mayBegin, language: context.language)
        }
    }

    private func shipped(_ context: WebContext) throws -> IntervisionMethod {
        let key = try context.part("methode")
        guard let method = ShippedMethods.all.first(where: { $0.key == key }) else { throw Problem.notFound }
        return method
    }

    private func method(_ context: WebContext, _ form: Form) async throws -> Answer {
        let method = try shipped(context), thing = Event.Thing("method", method.key)
        let token = context.actor.person == nil ? nil : context.formToken()
        let experiences = try await part.experiences.all(about: thing)
        let section = ExperienceSection(
            experiences: experiences, names: try await part.people.persons.names(of: experiences.compactMap(\.person)),
            target: IntervisionRoute.methodExperiences(method.key).address, page: IntervisionRoute.method(method.key).address, form: form, token: token,
            language: context.language)
        let linked = try await context.linked(to: method.reference)
        let head = PageHead(
            method.name[context.language], description: method.lead[context.language], hasErrors: !form.errors.isEmpty, styles: ["session.css"])
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .personal, token: token) {
            ErrorSummary(form.errors, language: context.language)
            MethodPage(method: method, experiences: section, linked: linked, language: context.language)
        }
    }

    private func addExperience(_ context: WebContext) async throws -> Answer {
        let method = try shipped(context)
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        var form = context.fields
        guard let draft = ExperienceForm.draft(&form) else { return try await self.method(context, form) }
        try await part.experiences.add(
            to: Event.Thing("method", method.key), place: draft.place, month: draft.month, result: draft.result, words: draft.words, by: person,
            from: part.people.origin(context))
        return .redirect(to: IntervisionRoute.method(method.key).address.at("ervaringen"), in: context.language)
    }

    private func choose(_ context: WebContext) -> Answer {
        var form = context.query
        let words = Words(context.language), isAsked = form.has("minuten")
        let question = isAsked ? IntervisionForms.methodQuestion(&form) : nil
        let advice = question.map { MethodAdvice.all($0, among: ShippedMethods.all) }
        let head = PageHead(
            words.chooser, description: words.chooserLead, hasErrors: !form.errors.isEmpty, isListed: !isAsked, styles: ["session.css"])
        let shown = isAsked ? form : Form(items: [.init("aantal", "1")])
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest) {
            ChooserPage(answers: shown, advice: advice, language: context.language)
        }
    }
}
