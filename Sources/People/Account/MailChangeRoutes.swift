import Core
import HTML
import Hummingbird
import Mail
import Web

/// Handlers of another mail address for oneself.
struct MailChangeRoutes: Sendable {
    let slice: Slice

    private typealias Words = MailChangeWords

    var table: [Route] {
        [
            Route(.get, "/mijn/mailadres", name: "people.mail", access: .person, summary: Words.both(\.title)) { _, context in
                try await ask(context, Form(items: []))
            },
            Route(.post, "/mijn/mailadres", name: "people.mail.send", access: .person, summary: Words.both(\.send)) { try await send($1) },
            Route(.get, "/mijn/mailadres/code", name: "people.mail.code", access: .person, summary: Words.both(\.codeTitle)) { _, context in
                try await askCode(context, Form(items: []))
            },
            Route(.post, "/mijn/mailadres/code", name: "people.mail.change", access: .person, summary: Words.both(\.title)) { try await change($1) },
        ]
    }

    private func ask(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.mail.address, context) { return detour }
        return context.formPage(Words(context.language).title, form) { token in
            MailChangePage(mail: person.mail, form: form, token: token, language: context.language)
        }
    }

    private func send(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.mail.address, context) { return detour }
        var form = context.fields
        let mail = form.mail("mail", required: Words.both(\.newEmpty), otherwise: SignInWords.both(\.mailShape))
        if mail?.key == person.mail.key { form.fail("mail", Words.both(\.same)) }
        guard let mail, form.errors.isEmpty else { return try await ask(context, form) }
        let code = try await slice.mailChanges.begin(mail, for: person, client: slice.client(context), from: slice.origin(context))
        slice.shownCodes?.keep(code, for: person.id)
        return .redirect(to: CredentialRoute.mailCode.address, in: context.language)
    }

    private func askCode(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.mailCode.address, context) { return detour }
        guard let mail = try await slice.mailChanges.pending(of: person.id) else {
            return .redirect(to: CredentialRoute.mail.address, in: context.language)
        }
        return context.formPage(Words(context.language).codeTitle, form) { token in
            MailCodePage(mail: mail, form: form, token: token, shown: slice.shownCodes?.code(of: person.id), language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.mailCode.address, context) { return detour }
        var form = context.fields
        guard let code = form.text("code", limit: 32, required: SignInWords.both(\.codeEmpty)) else { return try await askCode(context, form) }
        let origin = slice.origin(context), asked = try await slice.mailChanges.pending(of: person.id)
        switch try await slice.mailChanges.attempt(code, for: person.id, client: slice.client(context), from: origin) {
        case .changed:
            try await slice.sessions.endOthers(than: visit.session, of: person.id, because: "mail address changed", from: origin)
            return .redirect(to: PeopleRoute.account.address.at("mailadres"), in: context.language)
        case .wrong(let left): form.fail("code", SignInWords.both { $0.codeWrong(left: left) })
        case .over: form.fail("code", SignInWords.both(\.codeOver))
        case .taken:
            var again = Form(items: asked.map { [PageAddress.Item("mail", $0.description)] } ?? [])
            again.fail("mail", Words.both(\.taken))
            return try await ask(context, again)
        }
        return try await askCode(context, form)
    }
}
