import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of asking, answering and the log of help. No GET changes anything: programs that read mail open every link.
struct HelpRoutes: Sendable {
    let part: ExpertisePart

    private typealias Words = ExpertiseWords

    var table: [Route] {
        let request = "/meedenken/vragen/{verzoek}", ask = "/meedenken/gevraagd/{vraag}", proof = "/meedenken/antwoord/{bewijs}"
        return [
            Route(.get, "/meedenken", name: "help.requests", access: .person, summary: Words.both(\.requests)) { try await requests($1) },
            Route(.post, "/meedenken", name: "help.add", access: .person, summary: Words.both(\.send)) { try await add($1) },
            Route(.get, request, name: "help.request", access: .person, summary: Words.both(\.requestTitle)) { try await show($0, $1) },
            Route(.post, request + "/einde", name: "help.close", access: .person, summary: Words.both(\.close)) { try await close($0, $1) },
            Route(.post, ask, name: "help.answer", access: .person, summary: Words.both(\.accept)) { try await answer($1) },
            Route(.post, ask + "/hulp", name: "help.enter", access: .person, summary: Words.both(\.iHelped)) { try await enter($1) },
            Route(.get, "/meedenken/hulp", name: "help.log", access: .organisers, summary: Words.both(\.log)) { try await log($1) },
            Route(.post, "/meedenken/hulp/{hulp}", name: "help.confirm", access: .person, summary: Words.both(\.confirm)) { try await confirm($1) },
            Route(.get, proof, name: "help.proof", summary: Words.both(\.requestTitle)) { try await proved($1) },
            Route(.post, proof, name: "help.proof.answer", summary: Words.both(\.accept)) { try await answerProved($1) },
        ]
    }

    private func person(_ context: WebContext) throws -> Identifier {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        return person
    }

    // MARK: Asking

    private func requests(_ context: WebContext, _ form: Form? = nil) async throws -> Answer {
        let person = try person(context), mine = try await part.requests.requests(of: person)
        let names = try await part.labelNames(), labels = try await part.labels()
        let programmes = try await part.programmes(of: context.actor.person?.organisation)
        let usual = Form(items: [.init("wie", HelpRequest.Wanted.any.rawValue), .init("hulp", HelpKind.talk.rawValue)] + context.query.items)
        let form = form ?? usual
        return context.formPage(Words(context.language).requests, form) { token in
            HelpRequestsPage(
                requests: mine, names: names, labels: labels, programmes: programmes, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let person = try person(context), organisation = context.actor.person?.organisation
        var form = context.fields
        let labels = try await part.labels(), programmes = try await part.programmes(of: organisation)
        guard let draft = ExpertiseForms.request(&form, labels: labels, programmes: programmes) else { return try await requests(context, form) }
        var area: AreaCode?
        if let organisation { area = try await part.people.organisations.find(organisation)?.area }
        let added = try await part.requests.add(
            draft, by: person, organisation: organisation, area: area, try await part.surroundings(of: area), from: part.people.origin(context))
        return .redirect(to: ExpertiseRoute.request(added.id).address, in: context.language)
    }

    // MARK: One request

    private func request(_ context: WebContext) async throws -> HelpRequest {
        guard let request = try await part.requests.find(try context.part("verzoek", as: Identifier.self)) else { throw Problem.notFound }
        return request
    }

    /// The asker sees who said yes; who was asked sees the question; nobody else sees anything.
    private func show(_ incoming: Request, _ context: WebContext, _ form: Form = Form(items: [])) async throws -> Answer {
        let request = try await request(context), person = try person(context)
        let asks = try await part.requests.asks(of: request.id)
        if request.asker == person { return try await own(request, asks, incoming, context, form) }
        guard let ask = asks.first(where: { $0.person == person }) else { throw Problem.notFound }
        let sight = try await sight(request, ask, context)
        var card: ContactCard?
        if ask.state == .accepted {
            try await part.people.note(.profiles, "help.contact", of: [request.asker].compactMap { $0 }, incoming, context)
            card = try await part.contact(request.asker)
        }
        let entry = try await part.requests.entries(of: person).first { $0.ask == ask.id }, shown = card
        return context.formPage(Words(context.language).requestTitle, form) { token in
            HelpAskPage(
                sight: sight, target: ExpertiseRoute.ask(ask.id).address, card: shown, isSignedIn: true, entry: entry, token: token,
                language: context.language)
        }
    }

    private func sight(_ request: HelpRequest, _ ask: HelpAsk, _ context: WebContext) async throws -> HelpSight {
        let label = try await part.labelNames()[request.draft.label]?[context.language] ?? request.draft.label
        var organisation: String?
        if let id = request.organisation { organisation = try await part.people.organisations.find(id)?.name }
        return HelpSight(request: request, ask: ask, organisation: organisation, label: label)
    }

    private func own(_ request: HelpRequest, _ asks: [HelpAsk], _ incoming: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let person = try person(context), accepted = asks.filter { $0.state == .accepted }
        try await part.people.note(.profiles, "help.contact", of: accepted.map(\.person), incoming, context)
        let entries = try await part.requests.entries(of: person)
        var willing: [Willing] = []
        for ask in accepted {
            let card = try await part.contact(ask.person)
            willing.append(Willing(ask: ask, card: card, entry: entries.first { $0.ask == ask.id }))
        }
        let label = try await part.labelNames()[request.draft.label]?[context.language] ?? request.draft.label, people = willing
        return context.formPage(Words(context.language).requestTitle, form) { token in
            OwnRequestPage(
                request: request, label: label, willing: people, isUnsent: asks.isEmpty, asker: person, form: form, token: token,
                language: context.language)
        }
    }

    private func close(_ incoming: Request, _ context: WebContext) async throws -> Answer {
        let request = try await request(context), person = try person(context)
        guard request.asker == person else { throw Problem.notFound }
        var form = context.fields
        let outcome = ExpertiseForms.paragraphs("opbrengst", limit: 2000, &form)
        guard form.errors.isEmpty else { return try await show(incoming, context, form) }
        let helpful = Set(form.all("hielp").compactMap { Identifier($0) })
        do {
            try await part.requests.close(request.id, by: person, outcome: outcome ?? "", helpful: helpful, from: part.people.origin(context))
        } catch HelpStore.Fault.unknown { throw Problem.conflict(Words.both(\.over)) }
        return .redirect(to: ExpertiseRoute.request(request.id).address, in: context.language)
    }

    // MARK: Answering

    private func isYes(_ context: WebContext) throws -> Bool {
        switch context.fields["antwoord"] {
        case "ja": true
        case "nee": false
        default: throw Problem.notFound
        }
    }

    /// Whoever answered before, or comes too late, gets to see how it stands.
    private func take(_ answerer: HelpStore.Answerer, _ context: WebContext) async throws -> HelpAsk {
        guard let ask = try await part.requests.ask(answerer, at: part.now), let request = try await part.requests.find(ask.request) else {
            throw Problem.notFound
        }
        let around = try await part.surroundings(of: request.area)
        do {
            try await part.requests.answer(
                try isYes(context), answerer, around, from: part.people.origin(context, person: ask.person))
        } catch HelpStore.Fault.over { return ask }
        return ask
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let ask = try await take(.person(try person(context), ask: try context.part("vraag", as: Identifier.self)), context)
        return .redirect(to: ExpertiseRoute.request(ask.request).address, in: context.language)
    }

    private func answerProved(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        _ = try await take(.proof(proof), context)
        return .redirect(to: ExpertiseRoute.askProof(proof).address, in: context.language)
    }

    private func proved(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        guard let ask = try await part.requests.ask(.proof(proof), at: part.now), let request = try await part.requests.find(ask.request) else {
            throw Problem.notFound
        }
        let sight = try await sight(request, ask, context)
        return context.formPage(Words(context.language).requestTitle, Form(items: [])) { token in
            HelpAskPage(
                sight: sight, target: ExpertiseRoute.askProof(proof).address, card: nil, isSignedIn: false, entry: nil, token: token,
                language: context.language)
        }
    }

    // MARK: The log of help

    private func enter(_ context: WebContext) async throws -> Answer {
        let person = try person(context)
        let answerer = HelpStore.Answerer.person(person, ask: try context.part("vraag", as: Identifier.self))
        guard let ask = try await part.requests.ask(answerer, at: part.now) else { throw Problem.notFound }
        do { try await part.requests.enter(ask, by: person, from: part.people.origin(context)) } catch HelpStore.Fault.unknown { throw Problem.notFound }
        return .redirect(to: ExpertiseRoute.request(ask.request).address, in: context.language)
    }

    private func confirm(_ context: WebContext) async throws -> Answer {
        let person = try person(context), id = try context.part("hulp", as: Identifier.self)
        do {
            try await part.requests.confirm(id, by: person, from: part.people.origin(context))
        } catch HelpStore.Fault.unknown { throw Problem.notFound }
        return .redirect(to: ExpertiseRoute.mine.address, in: context.language)
    }

    private func log(_ context: WebContext) async throws -> Answer {
        struct Key: Hashable {
            let helper: Identifier?
            let helped: Identifier?
            let label: String
        }
        let words = Words(context.language), entries = try await part.requests.confirmed()
        let names = try await part.people.organisations.names(of: entries.flatMap { [$0.helperOrganisation, $0.helpedOrganisation].compactMap { $0 } })
        let labels = try await part.labelNames()
        let groups = Dictionary(grouping: entries) { Key(helper: $0.helperOrganisation, helped: $0.helpedOrganisation, label: $0.label) }
        let rows = groups.map { key, all in
            HelpLogPage.Row(
                helper: key.helper.flatMap { names[$0] } ?? words.noOrganisation, helped: key.helped.flatMap { names[$0] } ?? words.noOrganisation,
                label: labels[key.label]?[context.language] ?? key.label, count: all.count)
        }.sorted { ($0.helper, $0.helped, $0.label) < ($1.helper, $1.helped, $1.label) }
        return context.page(PageHead(words.log, isListed: false), cache: .noStore) { HelpLogPage(rows: rows, language: context.language) }
    }
}
