import Core
import Credentials
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of answering: the form page by page, going on later, the receipt, and what became of an answer.
struct AnswerRoutes: Sendable {
    let part: InventoryPart

    private typealias Words = AnswerWords

    /// No cookie is set and no session is read: the signed seal shows whose form it is, and the draft is known by its secret link.
    static let noAuthority = ForgeryGuard.notNeeded(
        because: "acts for nobody: who is signed in plays no part, and the signed seal or the secret link shows whose form it is")

    var table: [Route] {
        [
            Route(.get, "/oproepen/{oproep}/meedoen", name: "inventory.answer", summary: Words.both(\.title)) { try await begin($1) },
            post("/oproepen/{oproep}/meedoen", "inventory.answer.send", Words.both(\.next)) { try await send($0) },
            Route(.get, "/oproepen/{oproep}/bedankt", name: "inventory.thanks", summary: Words.both(\.thanksTitle)) { try await thanks($1) },
            post("/oproepen/{oproep}/volgen", "inventory.follow", Words.both(\.follow)) { try await follow($0) },
            Route(.get, "/inbreng/stand", name: "inventory.standing", summary: Words.both(\.standingTitle)) { try await standing(Form(items: []), nil, $1) },
            post("/inbreng/stand", "inventory.standing.ask", Words.both(\.look)) { try await ask($0) },
            Route(.get, "/inbreng/{bewijs}", name: "inventory.draft", summary: Words.both(\.laterTitle)) { try await resume($1) },
            post("/inbreng/{bewijs}", "inventory.draft.send", Words.both(\.next)) { try await sendDraft($0) },
            post("/inbreng/{bewijs}/mail", "inventory.draft.mail", Words.both(\.laterMail)) { try await mail($0) },
            post("/inbreng/{bewijs}/wissen", "inventory.draft.forget", Words.both(\.forget)) { try await forget($0) },
        ]
    }

    private func post(_ pattern: String, _ name: String, _ summary: Localized, _ handler: @escaping @Sendable (WebContext) async throws -> Answer) -> Route {
        Route(.post, pattern, name: name, summary: summary, forgeryGuard: Self.noAuthority) { try await handler($1) }
    }

    private var key: SecretKey { part.people.installation.key }
    private var now: Int64 { part.people.now() }

    /// Nobody is signed in here, whatever the browser holds.
    private func origin(_ context: WebContext) -> Origin { Origin(person: nil, request: context.requestID, channel: .web, time: now) }

    // MARK: The form

    private func begin(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context)
        guard view.open(at: now) != nil else { return .redirect(to: InventoryRoute.call(view.id).address, in: context.language) }
        let via = view.channels.first { $0.code == context.query[AnswerForm.via] }?.code ?? CallChannel.direct
        return page(
            AnswerPageState(
                view: view, step: 1, form: Form(items: []), seal: AnswerSeal.field(key: key, at: now), via: via, token: nil, places: try await part.places()),
            context)
    }

    private func page(_ state: AnswerPageState, status: HTTPResponse.Status? = nil, _ context: WebContext) -> Answer {
        var state = state
        state.origin = part.people.installation.origin
        let head = PageHead(
            state.view.facts.title, hasErrors: !state.form.errors.isEmpty, isListed: false, styles: ["inventory.css"], scripts: ["inventory.js"])
        let faulty: HTTPResponse.Status = state.form.errors.isEmpty ? .ok : .badRequest
        return context.page(head, status: status ?? faulty, cache: .noStore) { AnswerPage(state: state, language: context.language) }
    }

    /// The first page, from who has no draft yet.
    private func send(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context), sent = context.fields
        // A form that was opened in time may come in behind the end.
        guard let seal = AnswerSeal(sent[AnswerForm.seal], key: key, at: now),
            let round = view.shown.last(where: { $0.start <= seal.openedAt && seal.openedAt < $0.end })
        else {
            guard view.open(at: now) != nil else { return .redirect(to: InventoryRoute.call(view.id).address, in: context.language) }
            return page(try await fresh(view, sent, notice: Words(context.language).again), status: .badRequest, context)
        }
        let via = view.channels.first { $0.code == sent[AnswerForm.via] }?.code ?? CallChannel.direct
        let carried = [Form.Item(AnswerForm.seal, sent[AnswerForm.seal] ?? ""), Form.Item(AnswerForm.via, via)]
        let items = AnswerForm.merge(sent, on: 1, into: carried)
        guard let state = try await checked(AnswerPageKey(view: view, step: 1, token: nil), items, sent, context) else {
            return try await go(nil, items, from: 1, view, round.id, sent, context)
        }
        return page(state, context)
    }

    private func fresh(_ view: CallView, _ sent: Form, notice: String) async throws -> AnswerPageState {
        AnswerPageState(
            view: view, step: 1, form: Form(items: sent.items), seal: AnswerSeal.field(key: key, at: now),
            via: sent[AnswerForm.via] ?? CallChannel.direct, token: nil, places: try await part.places(), notice: notice)
    }

    /// The page once more where it cannot go on; nil where it can. Who saves, goes back or changes the language is not held up.
    private func checked(_ key: AnswerPageKey, _ items: [Form.Item], _ sent: Form, _ context: WebContext) async throws -> AnswerPageState? {
        let places = try await part.places(), button = sent[AnswerForm.button] ?? "verder"
        var form = Form(items: items), notice: String?
        if button == "verder" || button == "inleveren" {
            _ = AnswerForm.contribution(&form, of: key.view, places: places, steps: [key.step])
            let seal = AnswerSeal(form[AnswerForm.seal], key: self.key, at: now)
            let isTrapped = TrapField.isSprung(sent)
            if form.errors.isEmpty, isTrapped || seal?.isTooFast(at: now) ?? true { notice = Words(context.language).again }
        }
        guard !form.errors.isEmpty || notice != nil else { return nil }
        return AnswerPageState(
            view: key.view, step: key.step, form: form, seal: form[AnswerForm.seal] ?? "", via: form[AnswerForm.via] ?? CallChannel.direct,
            token: key.token, places: places, notice: notice)
    }

    /// Keeps what was sent and goes where the button leads.
    private func go(
        _ token: String?, _ items: [Form.Item], from step: Int, _ view: CallView, _ round: Identifier, _ sent: Form, _ context: WebContext
    ) async throws -> Answer {
        let client = part.people.client(context)
        guard
            let token = try await part.store.keepDraft(token, items, call: view.id, round: round, client: client, from: origin(context))
        else { throw Problem.tooMany(retryAfter: 3600) }
        let other: Language = context.language == .nl ? .en : .nl
        switch sent[AnswerForm.button] {
        case "bewaar": return .redirect(to: InventoryRoute.draft(token, step: step).address.with(.init("gelukt", "bewaard")).at("later"), in: context.language)
        case "taal": return .redirect(to: InventoryRoute.draft(token, step: step).address, in: other)
        case "terug": return .redirect(to: InventoryRoute.draft(token, step: max(1, step - 1)).address, in: context.language)
        default: return .redirect(to: InventoryRoute.draft(token, step: min(AnswerForm.steps, step + 1)).address, in: context.language)
        }
    }

    // MARK: The draft

    private func found(_ context: WebContext) async throws -> (token: String, draft: AnswerDraft, view: CallView, step: Int) {
        let token = try context.part("bewijs")
        guard let draft = try await part.store.draft(token, at: now), let view = try await part.store.find(draft.call) else { throw Problem.gone }
        let step = context.query["stap"].flatMap { Int($0) } ?? 1
        return (token, draft, view, min(max(step, 1), AnswerForm.steps))
    }

    private func resume(_ context: WebContext) async throws -> Answer {
        let (token, draft, view, step) = try await found(context), words = Words(context.language)
        let notices = ["bewaard": words.kept, "mail": words.mailed]
        return page(
            AnswerPageState(
                view: view, step: step, form: draft.fields, seal: draft.fields[AnswerForm.seal] ?? "",
                via: draft.fields[AnswerForm.via] ?? CallChannel.direct, token: token, places: try await part.places(),
                notice: context.query["gelukt"].flatMap { notices[$0] }), context)
    }

    private func sendDraft(_ context: WebContext) async throws -> Answer {
        let (token, draft, view, step) = try await found(context), sent = context.fields
        let items = AnswerForm.merge(sent, on: step, into: draft.fields.items)
        if let state = try await checked(AnswerPageKey(view: view, step: step, token: token), items, sent, context) { return page(state, context) }
        guard step == AnswerForm.steps, sent[AnswerForm.button] == "inleveren" else {
            return try await go(token, items, from: step, view, draft.round, sent, context)
        }
        return try await handIn(token, items, view, draft.round, context)
    }

    private func handIn(_ token: String, _ items: [Form.Item], _ view: CallView, _ round: Identifier, _ context: WebContext) async throws -> Answer {
        var form = Form(items: items)
        let places = try await part.places(), contribution = AnswerForm.contribution(&form, of: view, places: places)
        guard form.errors.isEmpty, let seal = AnswerSeal(form[AnswerForm.seal], key: key, at: now) else {
            // Something on an earlier page: back to it, with the fault said there.
            var first = Form(items: items)
            _ = AnswerForm.contribution(&first, of: view, places: places, steps: [1])
            return page(
                AnswerPageState(
                    view: view, step: first.errors.isEmpty ? AnswerForm.steps : 1, form: first.errors.isEmpty ? form : first,
                    seal: form[AnswerForm.seal] ?? "", via: form[AnswerForm.via] ?? "", token: token, places: places, notice: nil), status: .badRequest,
                context)
        }
        let arrival = AnswerArrival(
            round: round, channel: form[AnswerForm.via] ?? CallChannel.direct, opened: seal.openedAt, number: seal.number, draft: token,
            client: part.people.client(context))
        switch try await part.store.handIn(contribution, arrival, from: origin(context)) {
        case .taken(let receipt, let timing): return done(contribution, view, round, receipt, timing, context)
        case .already(let receipt): return done(contribution, view, round, receipt, .inTime, context)
        case .notOpen: return .redirect(to: InventoryRoute.call(view.id).address, in: context.language)
        case .tooMany:
            let state = AnswerPageState(
                view: view, step: AnswerForm.steps, form: form, seal: form[AnswerForm.seal] ?? "", via: form[AnswerForm.via] ?? "", token: token,
                places: places, notice: Words(context.language).tooMany)
            return page(state, status: .tooManyRequests, context)
        }
    }

    private func mail(_ context: WebContext) async throws -> Answer {
        let (token, draft, view, _) = try await found(context)
        var sent = context.fields
        let step = sent["stap"].flatMap { Int($0) } ?? 1
        guard let address = AnswerForm.address(&sent, "mail-link", required: Words.both(\.mailEmpty)) else {
            var form = Form(items: draft.fields.items + [Form.Item("mail-link", sent["mail-link"] ?? "")])
            for fault in sent.errors { form.fail(fault.field, fault.message) }
            return page(
                AnswerPageState(
                    view: view, step: min(max(step, 1), AnswerForm.steps), form: form, seal: form[AnswerForm.seal] ?? "",
                    via: form[AnswerForm.via] ?? CallChannel.direct, token: token, places: try await part.places(), notice: nil), context)
        }
        let isSent = try await part.store.mail(
            token, of: view, to: address, in: context.language, client: part.people.client(context), from: origin(context))
        guard isSent else { throw Problem.tooMany(retryAfter: 3600) }
        return .redirect(to: InventoryRoute.draft(token, step: step).address.with(.init("gelukt", "mail")).at("later"), in: context.language)
    }

    private func forget(_ context: WebContext) async throws -> Answer {
        let (token, _, view, _) = try await found(context)
        try await part.store.forgetDraft(token, from: origin(context))
        return .redirect(to: InventoryRoute.call(view.id).address, in: context.language)
    }

    // MARK: Afterwards

    /// Who handed in may see the number for an hour.
    private static let hour: Int64 = 3_600_000

    private var proofs: TokenSigner { TokenSigner(key, purpose: "inventory receipt") }

    private static let offered = "aanbod"

    private func done(
        _ contribution: Contribution, _ view: CallView, _ round: Identifier, _ receipt: String, _ timing: AnswerTiming, _ context: WebContext
    ) -> Answer {
        // Of an anonymous answer no account shows anything: a line of that day would say whose it is.
        let hasOffer = contribution.offer != nil && view.facts.anonymity != .anonymous
        let pieces = [receipt, timing.rawValue, round.description] + (hasOffer ? [Self.offered] : [])
        let proof = proofs.sign(pieces.joined(separator: " "), until: now + Self.hour)
        return .redirect(to: InventoryRoute.thanks(view.id, proof: proof).address, in: context.language)
    }

    private func thanks(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context)
        return thanks(view, Form(items: []), context)
    }

    private func thanks(_ view: CallView, _ form: Form, _ context: WebContext) -> Answer {
        let parts = (context.query["bewijs"].flatMap { try? proofs.open($0, at: now) } ?? "").split(separator: " ").map(String.init)
        let isProved = (3...4).contains(parts.count), hasOffer = parts.count == 4 && parts[3] == Self.offered,
            round = isProved ? Identifier(parts[2]).flatMap { view.round($0) } : nil
        let number = form["ronde"].flatMap { Int($0) }.flatMap { view.round(number: $0) }
        let head = PageHead(
            Words(context.language).thanksTitle, hasErrors: !form.errors.isEmpty, isListed: false, styles: ["inventory.css"], scripts: ["inventory.js"])
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .noStore) {
            AnswerThanksPage(
                view: view, receipt: isProved ? parts[0] : nil, isLate: isProved && parts[1] == AnswerTiming.late.rawValue,
                round: round ?? number ?? view.shown.last, offer: hasOffer ? OfferProof.token(part.people.installation.key, at: now) : nil, form: form,
                language: context.language)
        }
    }

    private func follow(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context)
        var form = context.fields
        let address = AnswerForm.address(&form, "mail", required: Words.both(\.mailEmpty))
        if TrapField.isSprung(form) { form.fail("mail", TrapField.words) }
        guard let address, form.errors.isEmpty else { return thanks(view, form, context) }
        guard let round = form["ronde"].flatMap({ Int($0) }).flatMap({ view.round(number: $0) }) else { throw Problem.notFound }
        do {
            let isKept = try await part.store.follow(
                round.id, address, in: context.language, client: part.people.client(context), from: origin(context))
            guard isKept else { throw Problem.tooMany(retryAfter: 3600) }
        } catch is InventoryStore.Fault {
            return .redirect(to: InventoryRoute.call(view.id).address, in: context.language)
        }
        return .redirect(to: InventoryRoute.call(view.id).address.with(.init("gelukt", "volgen")), in: context.language)
    }

    // MARK: What became of it

    private func standing(_ form: Form, _ found: AnswerStanding?, _ context: WebContext) async throws -> Answer {
        var items: [Identifier: [AgendaItem]] = [:]
        // Before the outcome is known an issue is not named, nor what came of it.
        for issue in found.map({ $0.round.isPublished ? $0.issues : [] }) ?? [] { items[issue.id] = try await part.agenda.items(from: issue.id) }
        let agenda = items
        let head = PageHead(Words(context.language).standingTitle, hasErrors: !form.errors.isEmpty, isListed: false)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .noStore) {
            AnswerStandingPage(form: form, standing: found, items: agenda, language: context.language)
        }
    }

    private func ask(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let number = AnswerForm.line(&form, "nummer", limit: 60, required: Words.both(\.numberEmpty)) else {
            return try await standing(form, nil, context)
        }
        guard try await part.store.mayLook(part.people.client(context), at: now) else { throw Problem.tooMany(retryAfter: 3600) }
        let found = try await part.store.standing(of: number)
        if found == nil { form.fail("nummer", Words.both(\.numberUnknown)) }
        return try await standing(form, found, context)
    }
}

/// Which page of which form.
private struct AnswerPageKey {
    let view: CallView
    let step: Int
    let token: String?
}
