import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of joining the network and of tipping an example: apart from answering (INV-12, INV-16).
struct JoinRoutes: Sendable {
    let part: InventoryPart

    private typealias Words = AnswerWords

    var table: [Route] {
        [
            Route(.get, "/oproepen/{oproep}/aansluiten", name: "inventory.join", summary: Words.both(\.joinTitle)) {
                join(try await part.publicCall($1), Form(items: []), $1)
            },
            post("/oproepen/{oproep}/aansluiten", "inventory.join.send", Words.both(\.join)) { try await sendJoin($0) },
            Route(.get, "/aansluiten/{bewijs}", name: "inventory.join.proof", summary: Words.both(\.joinProofTitle)) { try await proof($1) },
            post("/aansluiten/{bewijs}", "inventory.join.decide", Words.both(\.joinYes)) { try await decide($0) },
            Route(.get, "/oproepen/{oproep}/tip", name: "inventory.tip", summary: Words.both(\.tipTitle)) {
                tip(try await part.publicCall($1), Form(items: []), $1)
            },
            post("/oproepen/{oproep}/tip", "inventory.tip.send", Words.both(\.tipSend)) { try await sendTip($0) },
        ]
    }

    private func post(_ pattern: String, _ name: String, _ summary: Localized, _ handler: @escaping @Sendable (WebContext) async throws -> Answer) -> Route {
        Route(.post, pattern, name: name, summary: summary, forgeryGuard: AnswerRoutes.noAuthority) { try await handler($1) }
    }

    private var now: Int64 { part.people.now() }

    private func origin(_ context: WebContext) -> Origin { Origin(person: nil, request: context.requestID, channel: .web, time: now) }

    private func done(_ view: CallView, _ word: String, _ context: WebContext) -> Answer {
        .redirect(to: InventoryRoute.call(view.id).address.with(.init("gelukt", word)), in: context.language)
    }

    /// A form of a person has its hidden box empty.
    private func spring(_ form: inout Form, _ field: String) {
        if TrapField.isSprung(form) { form.fail(field, TrapField.words) }
    }

    // MARK: Joining

    private func join(_ view: CallView, _ form: Form, _ context: WebContext) -> Answer {
        let head = PageHead(Words(context.language).joinTitle, hasErrors: !form.errors.isEmpty, isListed: false, styles: ["inventory.css"])
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .noStore) {
            JoinPage(view: view, form: form, language: context.language)
        }
    }

    private func sendJoin(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context)
        var form = context.fields
        let name = AnswerForm.line(&form, "naam", required: Words.both(\.nameEmpty))
        let mail = AnswerForm.address(&form, "mail", required: Words.both(\.mailEmpty))
        spring(&form, "naam")
        guard let name, let mail, form.errors.isEmpty else { return join(view, form, context) }
        let isSent = try await part.store.join(
            name, mail, to: view, in: context.language, client: part.people.client(context), from: origin(context))
        guard isSent else { throw Problem.tooMany(retryAfter: 3600) }
        return done(view, "aansluiten", context)
    }

    private func found(_ context: WebContext) async throws -> (token: String, join: NetworkJoin, view: CallView) {
        let token = try context.part("bewijs")
        guard let join = try await part.store.join(token, at: now), let view = try await part.store.find(join.call) else { throw Problem.gone }
        return (token, join, view)
    }

    private func proof(_ context: WebContext) async throws -> Answer {
        let (token, join, view) = try await found(context)
        return context.page(PageHead(Words(context.language).joinProofTitle, isListed: false), cache: .noStore) {
            JoinProofPage(join: join, call: view.facts.title, token: token, language: context.language)
        }
    }

    private func decide(_ context: WebContext) async throws -> Answer {
        let (token, _, view) = try await found(context)
        if context.fields["besluit"] == "nee" {
            try await part.store.leave(token, from: origin(context))
            return done(view, "weg", context)
        }
        try await part.store.confirm(token, from: origin(context))
        return .redirect(to: InventoryRoute.joinProof(token).address, in: context.language)
    }

    // MARK: Tips

    private func tip(_ view: CallView, _ form: Form, _ context: WebContext) -> Answer {
        let head = PageHead(Words(context.language).tipTitle, hasErrors: !form.errors.isEmpty, isListed: false, styles: ["inventory.css"])
        let seal = AnswerSeal.field(key: part.people.installation.key, at: now)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .noStore) {
            TipPage(view: view, form: form, seal: seal, language: context.language)
        }
    }

    private func sendTip(_ context: WebContext) async throws -> Answer {
        let view = try await part.publicCall(context)
        var form = context.fields
        let title = AnswerForm.line(&form, "titel", required: Words.both(\.tipNameEmpty))
        let words = AnswerForm.text(&form, "woorden", required: Words.both(\.answerEmpty))
        let link = AnswerForm.line(&form, "link", limit: 500) ?? ""
        if !link.isEmpty, !link.hasPrefix("https://") { form.fail("link", Words.both(\.tipLinkShape)) }
        let name = AnswerForm.line(&form, "naam"), mail = AnswerForm.address(&form, "mail")
        spring(&form, "titel")
        let seal = AnswerSeal(form[AnswerForm.seal], key: part.people.installation.key, at: now)
        if form.errors.isEmpty, seal?.isTooFast(at: now) ?? true { form.fail("titel", Words.both(\.again)) }
        guard let title, let words, let seal, form.errors.isEmpty else { return tip(view, form, context) }
        let draft = TipDraft(title: title, words: words, link: link, name: name, mail: mail)
        let isKept = try await part.store.tip(draft, to: view.id, seal: seal.number, client: part.people.client(context), from: origin(context))
        guard isKept else { throw Problem.tooMany(retryAfter: 3600) }
        return done(view, "tip", context)
    }
}
