import Core
import HTML
import HTTPTypes
import People
import Web

/// Handlers of what someone offered in an answer: they sign in and choose what it is about.
struct ExpertiseOfferRoutes: Sendable {
    let part: ExpertisePart

    private typealias Words = ExpertiseWords

    var table: [Route] {
        let place = "/mijn/expertise/aanbod/{bewijs}"
        return [
            Route(.get, place, name: "expertise.offer", access: .person, summary: Words.both(\.offerTitle)) { try await show($1) },
            Route(.post, place, name: "expertise.offer.send", access: .person, summary: Words.both(\.offerSend)) { try await send($1) },
        ]
    }

    /// Who asks, and the proof that they came from an answer.
    private func known(_ context: WebContext) throws -> (person: Identifier, token: String) {
        let token = try context.part("bewijs")
        guard let person = context.actor.person?.id, OfferProof.holds(token, part.people.installation.key, at: part.now) else { throw Problem.notFound }
        return (person, token)
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (_, token) = try known(context)
        return try await page(token, Form(items: [.init("soort", context.actor.knowledge.rawValue)]), context)
    }

    private func page(_ proof: String, _ form: Form, _ context: WebContext) async throws -> Answer {
        let labels = try await part.labels()
        return context.formPage(Words(context.language).offerTitle, form) { token in
            ExpertiseOfferPage(proof: proof, labels: labels, form: form, token: token, language: context.language)
        }
    }

    private func send(_ context: WebContext) async throws -> Answer {
        let (person, token) = try known(context)
        var form = context.fields
        let label = ExpertiseForms.one("onderwerp", of: try await part.labels(), required: Words.both(\.chooseOne), &form)
        let kind = form.choice("soort", of: ExpertiseLine.Kind.self, required: Words.both(\.chooseOne))
        guard let label, let kind else { return try await page(token, form, context) }
        var region: AreaCode?
        if let organisation = context.actor.person?.organisation { region = try await part.people.organisations.find(organisation)?.area }
        do {
            try await part.store.offer(label, kind: kind, by: person, region: region, from: part.people.origin(context))
        } catch ExpertiseStore.Fault.unknown {
            // Someone took it out of use just now.
            form.fail("onderwerp", Words.both(\.chooseOne))
            return try await page(token, form, context)
        }
        return .redirect(to: ExpertiseRoute.mine.address.at("regels"), in: context.language)
    }
}

/// One subject for what someone offered. Nothing of the answer is here.
struct ExpertiseOfferPage: Component {
    let proof: String
    let labels: [Choice]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ExpertiseWords
    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.offerTitle, lead: words.offerLead, faults: ErrorSummary(form.errors, language: language)) {
            p { words.offerPromise }
            PostForm(to: ExpertiseRoute.offer(proof).address, in: language, token: token) {
                SelectField("onderwerp", Words.both(\.subject), choices: [Choice("", Words.both(\.offerChoose))] + labels, form: form, language: language)
                ChoiceField("soort", Words.both(\.kindLabel), kind: .one, choices: kinds, form: form, language: language)
                button(.type("submit").class("knop")) { words.offerSend }
            }
        }
    }

    private var kinds: [Choice] { ExpertiseLine.Kind.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.kind(kind) }) } }
}
