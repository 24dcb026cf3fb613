import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of introductions: organisers propose, both sides answer.
struct IntroductionRoutes: Sendable {
    let part: ExpertisePart

    private typealias Words = ExpertiseWords

    var table: [Route] {
        let one = "/kennismakingen/{kennismaking}", proof = "/kennismakingen/antwoord/{bewijs}"
        return [
            Route(.get, "/kennismakingen", name: "introductions.list", access: .organisers, summary: Words.both(\.introductions)) {
                try await list($1, Form(items: []))
            },
            Route(.post, "/kennismakingen", name: "introductions.propose", access: .organisers, summary: Words.both(\.propose)) { try await propose($1) },
            Route(.get, one, name: "introductions.one", access: .person, summary: Words.both(\.introduction)) { try await show($0, $1) },
            Route(.post, one, name: "introductions.answer", access: .person, summary: Words.both(\.yes)) { try await answer($1) },
            Route(.get, proof, name: "introductions.proof", summary: Words.both(\.introduction)) { try await proved($1) },
            Route(.post, proof, name: "introductions.proof.answer", summary: Words.both(\.yes)) { try await answerProved($1) },
        ]
    }

    // MARK: Proposing

    /// Of the programme, or for what is of no programme of the whole installation.
    private func mayOrganise(_ programme: Identifier?, _ actor: Actor) -> Bool {
        guard let programme else { return actor.decide(Role.organisers.union([.functionalAdministrator])).isAllowed }
        return LearningPolicy.organise(programme: programme, part: nil, by: actor).isAllowed
    }

    private func list(_ context: WebContext, _ form: Form) async throws -> Answer {
        let clusters = try await part.introductions.clusters(at: part.now).filter { mayOrganise($0.programme, context.actor) }
        let all = try await part.introductions.all().filter { mayOrganise($0.programme, context.actor) }
        let organisations = clusters.flatMap(\.askers.keys) + all.flatMap { $0.sides.map(\.organisation) }
        let names = try await part.people.organisations.names(of: organisations), labels = try await part.labelNames()
        return context.formPage(Words(context.language).introductions, form) { token in
            IntroductionsPage(
                clusters: clusters, introductions: all, names: names, labels: labels, form: form, token: token, language: context.language)
        }
    }

    private func propose(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let label = form["onderwerp"] else { throw Problem.notFound }
        let programme = form["programma"].flatMap { Identifier($0) }
        guard mayOrganise(programme, context.actor) else { throw Problem.notFound }
        let chosen = Set(form.all("organisatie").compactMap { Identifier($0) })
        do {
            _ = try await part.introductions.propose(
                chosen, label: label, programme: programme, isAlike: try await areAlike(chosen), site: try await part.siteName(),
                from: part.people.origin(context))
        } catch let fault as IntroductionStore.Fault {
            form.fail("organisatie", fault == .tooSoon ? Words.both(\.tooSoon) : Words.both(\.sidesFault))
            return try await list(context, form)
        }
        return .redirect(to: ExpertiseRoute.introductions.address, in: context.language)
    }

    /// Whether the figures of each are like those of the first.
    private func areAlike(_ organisations: Set<Identifier>) async throws -> Bool {
        var areas: [AreaCode] = []
        for id in organisations.sorted() {
            guard let area = try await part.people.organisations.find(id)?.area else { return false }
            areas.append(area)
        }
        guard let first = areas.first else { return false }
        let alike = try await part.comparable(first)
        return areas.dropFirst().allSatisfy(alike.contains)
    }

    // MARK: Answering

    private func sight(_ found: Introduction, _ side: Introduction.Side, _ context: WebContext) async throws -> IntroductionSight {
        let others = found.sides.filter { $0.organisation != side.organisation }.map(\.organisation)
        let names = try await part.people.organisations.names(of: others)
        let label = try await part.labelNames()[found.label]?[context.language] ?? found.label
        return IntroductionSight(
            introduction: found, side: side, others: others.compactMap { names[$0] }, label: label, isOpen: part.now < found.dueAt)
    }

    private func answerer(_ context: WebContext) throws -> IntroductionStore.Answerer {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        return .person(person, introduction: try context.part("kennismaking", as: Identifier.self))
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Answer {
        guard let (found, side) = try await part.introductions.find(try answerer(context), at: part.now) else { throw Problem.notFound }
        let sight = try await sight(found, side, context)
        var cards: [ContactCard] = []
        // Only who said yes, and only to who said yes.
        if found.state == .shared && side.answer == .yes {
            let people = found.sides.filter { $0.answer == .yes && $0.organisation != side.organisation }.compactMap(\.person)
            try await part.people.note(.profiles, "introductions.contact", of: people, request, context)
            for person in people { if let card = try await part.contact(person) { cards.append(card) } }
        }
        let shown = cards
        return context.formPage(Words(context.language).introduction, Form(items: [])) { token in
            IntroductionPage(
                sight: sight, target: ExpertiseRoute.introduction(found.id).address, cards: shown, token: token, language: context.language)
        }
    }

    private func proved(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        guard let (found, side) = try await part.introductions.find(.proof(proof), at: part.now) else { throw Problem.notFound }
        let sight = try await sight(found, side, context)
        return context.formPage(Words(context.language).introduction, Form(items: [])) { token in
            IntroductionPage(sight: sight, target: ExpertiseRoute.sideProof(proof).address, cards: [], token: token, language: context.language)
        }
    }

    private func take(_ answerer: IntroductionStore.Answerer, _ context: WebContext) async throws {
        guard let (_, side) = try await part.introductions.find(answerer, at: part.now) else { throw Problem.notFound }
        let isYes: Bool
        switch context.fields["antwoord"] {
        case "ja": isYes = true
        case "nee": isYes = false
        default: throw Problem.notFound
        }
        // Whoever answered before, or comes too late, gets to see how it stands.
        do {
            try await part.introductions.answer(isYes, answerer, from: part.people.origin(context, person: side.person))
        } catch IntroductionStore.Fault.over { return }
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let id = try context.part("kennismaking", as: Identifier.self)
        try await take(try answerer(context), context)
        return .redirect(to: ExpertiseRoute.introduction(id).address, in: context.language)
    }

    private func answerProved(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        try await take(.proof(proof), context)
        return .redirect(to: ExpertiseRoute.sideProof(proof).address, in: context.language)
    }
}
