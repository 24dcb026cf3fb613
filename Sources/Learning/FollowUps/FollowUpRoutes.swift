import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of what is asked later. No GET changes anything: programs that read mail open every link.
struct FollowUpRoutes: Sendable {
    let part: FollowUpPart

    private typealias Words = FollowUpWords

    var table: [Route] {
        let proof = "/navraag/{bewijs}"
        return [
            Route(.get, "/mijn/navraag", name: "follow-ups.mine", access: .person, summary: Words.both(\.title)) { try await mine($1) },
            Route(.post, "/mijn/navraag", name: "follow-ups.answer", access: .person, summary: Words.both(\.send)) { try await answerMine($1) },
            Route(.get, proof, name: "follow-ups.proof", summary: Words.both(\.title)) { try await proved($1) },
            Route(.post, proof, name: "follow-ups.proof.answer", summary: Words.both(\.send)) { try await answerProved($1) },
            Route(.post, proof + "/stop", name: "follow-ups.stop", summary: Words.both(\.stop)) { try await stop($1) },
            Route(.get, "/programmas/{programma}/navraag", name: "follow-ups.results", access: .organisers, summary: Words.both(\.results)) {
                try await results($0, $1)
            },
        ]
    }

    // MARK: Answering

    private func person(_ context: WebContext) throws -> Identifier {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        return person
    }

    private func mine(_ context: WebContext, _ form: Form = Form(items: [])) async throws -> Answer {
        let asked = try await part.store.asked(.person(try person(context)), at: part.now)
        return context.formPage(Words(context.language).title, form) { token in
            FollowUpPage(
                asked: asked, target: FollowUpRoute.mine.address, stop: nil, isStopped: false, form: form, token: token, language: context.language)
        }
    }

    private func answerMine(_ context: WebContext) async throws -> Answer {
        let person = try person(context)
        if let faulty = try await take(.person(person), context) { return try await mine(context, faulty) }
        return .redirect(to: FollowUpRoute.mine.address, in: context.language)
    }

    private func proved(_ context: WebContext, _ form: Form = Form(items: [])) async throws -> Answer {
        let proof = try context.part("bewijs"), asked = try await part.store.asked(.proof(proof), at: part.now)
        guard !asked.isEmpty else { throw Problem.notFound }
        let isStopped = try await part.store.isStopped(proof)
        return context.formPage(Words(context.language).title, form) { token in
            FollowUpPage(
                asked: asked, target: FollowUpRoute.proof(proof).address, stop: FollowUpRoute.stop(proof).address, isStopped: isStopped, form: form,
                token: token, language: context.language)
        }
    }

    private func answerProved(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        if let faulty = try await take(.proof(proof), context) { return try await proved(context, faulty) }
        return .redirect(to: FollowUpRoute.proof(proof).address, in: context.language)
    }

    /// - Returns: the form with its faults; nil when it is done, or was done before
    private func take(_ answerer: FollowUpStore.Answerer, _ context: WebContext) async throws -> Form? {
        let asked = try await part.store.asked(answerer, at: part.now)
        guard !asked.isEmpty else { throw Problem.notFound }
        let open = asked.enumerated().filter { $0.element.said == nil }.map { (number: $0.offset + 1, followUp: $0.element) }
        guard !open.isEmpty else { return nil }
        var form = context.fields
        guard let said = FollowUpForm.read(&form, open: open) else { return form }
        do {
            try await part.store.answer(said, answerer, from: part.people.origin(context))
        } catch FollowUpStore.Fault.over { return nil } catch FollowUpStore.Fault.unknown { throw Problem.notFound }
        return nil
    }

    private func stop(_ context: WebContext) async throws -> Answer {
        let proof = try context.part("bewijs")
        do { try await part.store.stop(proof, from: part.people.origin(context)) } catch FollowUpStore.Fault.unknown { throw Problem.notFound }
        return .redirect(to: FollowUpRoute.proof(proof).address, in: context.language)
    }

    // MARK: What came of it

    private func results(_ incoming: Request, _ context: WebContext) async throws -> Answer {
        let outline = try await part.people.organisedProgramme(context), results = try await part.store.results(of: outline.programme.id)
        try await part.people.note(.meetings, "follow-ups.results", of: results.flatMap(\.quotes).compactMap(\.person), incoming, context)
        let head = PageHead(Words(context.language).results(outline.programme.name), isListed: false, styles: ["learning.css"])
        return context.page(head, cache: .noStore) {
            FollowUpResultsPage(programme: outline.programme, results: results, language: context.language)
        }
    }
}

extension People.Slice {
    /// The programme of the path, for who organises the whole of it; not found for others.
    func organisedProgramme(_ context: WebContext) async throws -> ProgrammeOutline {
        guard let outline = try await programmes.outline(try context.part("programma", as: Slug.self)) else { throw Problem.notFound }
        try LearningPolicy.organise(programme: outline.programme.id, part: nil, by: context.actor).orProblem()
        return outline
    }
}
