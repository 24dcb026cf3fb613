import Core
import Credentials
import HTML
import Hummingbird
import Measures
import People
import Web

/// Handlers of voting, of writing a statement, and of going on with another device.
struct VoteRoutes: Sendable {
    let part: VotePart

    private typealias Words = VoteWords

    var table: [Route] {
        let base = "/stemmen/{gesprek}/stellingen"
        return [
            Route(.get, base, name: "voices.statements", readsSession: true, summary: Words.both(\.title)) { try await ask($1) },
            Route(.post, base, name: "voices.vote", readsSession: true, summary: Words.both(\.question)) { try await vote($1) },
            Route(.get, base + "/nieuw", name: "voices.statement.new", readsSession: true, summary: Words.both(\.write)) {
                try await new($1, Form(items: []), isHinted: false)
            },
            Route(.post, base + "/nieuw", name: "voices.statement.add", readsSession: true, summary: Words.both(\.write)) { try await add($1) },
            Route(.get, base + "/bedankt", name: "voices.statement.thanks", summary: Words.both(\.thanks)) { try await thanks($1) },
            Route(.get, base + "/verder", name: "voices.resume", readsSession: true, summary: Words.both(\.resume)) { try await resume($1, Form(items: [])) },
            Route(.post, base + "/verder", name: "voices.resume.make", readsSession: true, summary: Words.both(\.resumeMake)) { try await makeCode($1) },
            Route(.post, base + "/verder/code", name: "voices.resume.enter", readsSession: true, summary: Words.both(\.resumeType)) { try await enter($1) },
        ]
    }

    // MARK: Voting

    private func ask(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), words = Words(context.language)
        guard case .vote(let id, let number, let before)? = VoteRoute(context.address) else { throw Problem.notFound }
        let door = try await door(scene, context)
        guard door.isOpen else { return closed(scene, door, context) }
        let ballot = if let mark = door.mark { try await part.ballots.ballot(of: mark, in: id) } else { Ballot() }
        let back = before.flatMap { scene.statement($0) != nil && ballot.choices[$0] != nil ? $0 : nil }
        let mayResume = mayResume(scene, door, context)
        guard let statement = chosen(number, scene, ballot) else {
            let message = scene.statements.isEmpty ? words.none : words.done
            return end(scene, message, ballot, before: back, mayResume: mayResume, context)
        }
        return context.formPage(words.title, Form(items: []), styles: ConversationRoutes.styles) { token in
            VotePage(
                scene: scene, ballot: ballot, statement: statement, before: back, mayResume: mayResume, assist: door.assist, token: token,
                language: context.language)
        }
    }

    /// The one that was asked for, where this person may vote on it; else the next.
    private func chosen(_ number: Int?, _ scene: VoteScene, _ ballot: Ballot) -> Statement? {
        if let number, let asked = scene.statement(number), !ballot.own.contains(number) { return asked }
        return scene.next(for: ballot, number: Double.random(in: 0..<1))
    }

    private func door(_ scene: VoteScene, _ context: WebContext) async throws -> Entrance.Answer {
        try await part.entrance.knock(context, at: scene.conversation, now: part.people.now())
    }

    private func mayResume(_ scene: VoteScene, _ door: Entrance.Answer, _ context: WebContext) -> Bool {
        scene.conversation.facts.level == .open && context.actor.person == nil && door.assist == nil
    }

    private func end(_ scene: VoteScene, _ message: String, _ ballot: Ballot, before: Int?, mayResume: Bool, _ context: WebContext) -> Answer {
        context.page(PageHead(Words(context.language).title, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            VoteEndPage(scene: scene, ballot: ballot, before: before, message: message, mayResume: mayResume, language: context.language)
        }
    }

    private func closed(_ scene: VoteScene, _ door: Entrance.Answer, _ context: WebContext) -> Answer {
        context.page(PageHead(Words(context.language).title, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            VoteDoorPage(scene: scene, answer: door, language: context.language)
        }
    }

    private func vote(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), id = scene.conversation.id
        let door = try await door(scene, context)
        guard let mark = door.mark else { return .redirect(to: VoteRoute.vote(id).address, in: context.language) }
        guard let (number, choice) = VoteForm.vote(context.fields) else { throw Problem.notFound }
        let ballot = try await part.ballots.ballot(of: mark, in: id)
        // Gone meanwhile, or never there: the next one says enough.
        guard scene.statement(number) != nil, !ballot.own.contains(number) else { return .redirect(to: VoteRoute.vote(id).address, in: context.language) }
        let isOne = scene.conversation.facts.level != .open || context.actor.person != nil
        let cast = CastVote(mark: mark, statement: number, choice: choice, channel: door.channel, client: isOne ? nil : part.people.client(context))
        let voter = try await part.queue.cast(cast, in: id)
        part.ballots.note(cast, by: voter, in: id)
        return .redirect(to: VoteRoute.vote(id, before: number).address, in: context.language)
    }

    // MARK: Writing

    private func new(_ context: WebContext, _ form: Form, isHinted: Bool) async throws -> Answer {
        let scene = try await part.scene(context), words = Words(context.language)
        let door = try await door(scene, context)
        guard door.isOpen else { return closed(scene, door, context) }
        let seal = part.proofs.seal(form, at: part.people.now())
        return context.formPage(words.write, form, styles: ConversationRoutes.styles) { token in
            StatementWritePage(
                scene: scene, isHinted: isHinted, seal: seal, assist: door.assist, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), id = scene.conversation.id, now = part.people.now()
        let door = try await door(scene, context)
        guard let mark = door.mark else { return .redirect(to: VoteRoute.write(id).address, in: context.language) }
        var form = context.fields
        guard let entry = VoteForm.written(&form, languages: scene.conversation.facts.languages, by: context.actor, assist: door.assist) else {
            return try await new(context, form, isHinted: false)
        }
        if !GivingForm.isSentAnyway(form) && MarkedText.found(in: entry.words) { return try await new(context, form, isHinted: true) }
        guard try await mayTry(ContributionStore.storyRule, context) else { throw Problem.tooMany(retryAfter: 3600) }
        do {
            let receipt = try await part.book.propose(entry, by: mark, in: scene.conversation, code: part.proofs.code(form, at: now), at: now)
            part.ballots.forget(mark, in: id)
            part.scenes.expire(id)
            let proof = part.proofs.hidden(receipt.code, until: now + CodeProofs.pageLife)
            return .redirect(to: VoteRoute.written(id, proof: proof).address, in: context.language)
        } catch StatementBook.Fault.full {
            form.fail(VoteForm.words, Words.both(\.full))
            return try await new(context, form, isHinted: false)
        }
    }

    private func mayTry(_ rule: Throttle.Rule, _ context: WebContext) async throws -> Bool {
        try await part.book.contributions.mayTry(rule, part.people.client(context), at: part.people.now())
    }

    private func thanks(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context)
        let code = part.proofs.shown(context.query["bewijs"], at: part.people.now())
        return context.page(PageHead(Words(context.language).thanks, isListed: false, styles: ConversationRoutes.styles), cache: .noStore) {
            StatementThanksPage(scene: scene, code: code, language: context.language)
        }
    }

    // MARK: Going on elsewhere

    private func resume(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await part.scene(context), words = Words(context.language)
        let door = try await door(scene, context)
        guard door.isOpen else { return closed(scene, door, context) }
        guard mayResume(scene, door, context) else {
            return end(scene, words.resumeAccount, Ballot(), before: nil, mayResume: false, context)
        }
        let hasVoted = if let mark = door.mark { try await part.ballots.ballot(of: mark, in: scene.conversation.id).voter != nil } else { false }
        let proof = context.query["bewijs"], code = part.proofs.shown(proof, at: part.people.now())
        return context.formPage(words.resume, form, styles: ConversationRoutes.styles) { token in
            VoteResumePage(
                scene: scene, code: code, isProofGone: proof != nil && code == nil, hasVoted: hasVoted, form: form, token: token, language: context.language)
        }
    }

    private func makeCode(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), id = scene.conversation.id, now = part.people.now()
        let door = try await door(scene, context)
        guard mayResume(scene, door, context), let mark = door.mark else {
            return .redirect(to: VoteRoute.resume(id).address, in: context.language)
        }
        do {
            let code = try await part.votes.resumeCode(for: mark, in: id, at: now)
            let proof = part.proofs.hidden(code, until: now + CodeProofs.pageLife)
            return .redirect(to: VoteRoute.resume(id, proof: proof).address, in: context.language)
        } catch VoteStore.Fault.unknown {
            return .redirect(to: VoteRoute.resume(id).address, in: context.language)
        }
    }

    private func enter(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), id = scene.conversation.id
        let door = try await door(scene, context)
        guard mayResume(scene, door, context), let mark = door.mark else {
            return .redirect(to: VoteRoute.resume(id).address, in: context.language)
        }
        var form = context.fields
        if TrapField.isSprung(form) { form.fail(VoteForm.code, TrapField.words) }
        guard let code = CodeForm.code(&form, VoteForm.code), form.errors.isEmpty else { return try await resume(context, form) }
        guard try await mayTry(ContributionStore.codeRule, context) else { throw Problem.tooMany(retryAfter: 900) }
        do {
            try await part.votes.resume(code, as: mark, in: id, at: part.people.now())
        } catch let fault as VoteStore.Fault {
            form.fail(VoteForm.code, fault == .voted ? Words.both(\.resumeVoted) : Words.both(\.resumeUnknown))
            return try await resume(context, form)
        }
        part.ballots.forget(mark, in: id)
        return .redirect(to: VoteRoute.vote(id).address, in: context.language)
    }
}
