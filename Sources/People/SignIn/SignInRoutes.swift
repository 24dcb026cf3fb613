import Core
import Credentials
import HTML
import HTTPTypes
import Hummingbird
import Mail
import Web

/// Handlers of signing in and out.
struct SignInRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/aanmelden", name: "people.sign-in", summary: SignInWords.both(\.title)) { _, context in try ask(context, Form(items: [])) },
            Route(.post, "/aanmelden", name: "people.sign-in.send", readsSession: true, summary: SignInWords.both(\.title)) { try await send($0, $1) },
            Route(.get, "/aanmelden/code", name: "people.sign-in.code", summary: SignInWords.both(\.codeTitle)) { _, context in
                try askCode(context, Form(items: []))
            },
            Route(.post, "/aanmelden/code", name: "people.sign-in.code.send", readsSession: true, summary: SignInWords.both(\.code)) {
                try await takeCode($0, $1)
            },
            Route(.get, "/aanmelden/link", name: "people.sign-in.link", summary: SignInWords.both(\.linkTitle)) { _, context in try askLink(context) },
            Route(.post, "/aanmelden/link", name: "people.sign-in.link.send", readsSession: true, summary: SignInWords.both(\.linkTitle)) {
                try await takeLink($0, $1)
            },
            Route(.get, "/aanmelden/tweede-stap", name: "people.sign-in.step", access: .person, summary: SignInWords.both(\.stepTitle)) { _, context in
                try await askStep(context)
            },
            Route(.post, "/aanmelden/tweede-stap", name: "people.sign-in.step.send", access: .person, summary: SignInWords.both(\.stepCode)) {
                try await takeStep($0, $1)
            },
            Route(.post, "/afmelden", name: "people.sign-out", readsSession: true, summary: AccountWords.both(\.signOut)) { try await signOut($1) },
        ]
    }

    // MARK: The address

    private func ask(_ context: WebContext, _ form: Form) throws -> Answer {
        context.formPage(SignInWords(context.language).title, form, scripts: CurrentPasswordField.scripts) { token in
            SignInPage(form: form, token: token, back: back(context), providers: slice.providers.map(\.provider), language: context.language)
        }
    }

    /// With a password it is tried; without one a code goes out.
    private func send(_ request: Request, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let mail = form.mail("mail", required: SignInWords.both(\.mailEmpty), otherwise: SignInWords.both(\.mailShape))
        guard let mail, form.errors.isEmpty else { return try ask(context, form) }
        let goal = back(context) ?? ""
        if let password = form[CurrentPasswordField.name], !password.isEmpty {
            return try await PasswordRoutes(slice: slice).signIn(mail, password, form, goal: goal, request, context) { try ask(context, $0) }
        }
        let begun = try await slice.signIns.begin(mail, goal: goal, client: slice.client(context), from: slice.origin(context))
        slice.shownCodes?.keep(begun.code, for: begun.id)
        return .redirect(to: PeopleRoute.code(begun.id, back: back(context)).address, in: context.language)
    }

    // MARK: The code and the link

    private func askCode(_ context: WebContext, _ form: Form) throws -> Answer {
        guard let attempt = attempt(context.query) else { throw Problem.notFound }
        return context.formPage(SignInWords(context.language).codeTitle, form) { token in
            SignInCodePage(
                attempt: attempt, form: form, token: token, back: back(context), shown: slice.shownCodes?.code(of: attempt), language: context.language)
        }
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Answer {
        guard let attempt = attempt(context.query) else { throw Problem.notFound }
        var form = context.fields
        guard let code = form.text("code", limit: 32, required: SignInWords.both(\.codeEmpty)) else { return try askCode(context, form) }
        switch try await slice.signIns.attempt(attempt, with: .code(code), client: slice.client(context), from: slice.origin(context)) {
        case .accepted(let person, let goal): return try await enter(person, goal: goal, request, context)
        case .wrong(let left): form.fail("code", SignInWords.both { $0.codeWrong(left: left) })
        case .over: form.fail("code", SignInWords.both(\.codeOver))
        }
        return try askCode(context, form)
    }

    private func askLink(_ context: WebContext) throws -> Answer {
        guard case .link(let attempt, let secret)? = PeopleRoute(context.address) else { throw Problem.notFound }
        let token = context.formToken()
        return context.page(PageHead(SignInWords(context.language).linkTitle, isListed: false), token: token) {
            SignInLinkPage(attempt: attempt, secret: secret, token: token, language: context.language)
        }
    }

    private func takeLink(_ request: Request, _ context: WebContext) async throws -> Answer {
        guard let attempt = attempt(context.fields), let secret = context.fields["sleutel"] else { throw Problem.notFound }
        switch try await slice.signIns.attempt(attempt, with: .link(secret), client: slice.client(context), from: slice.origin(context)) {
        case .accepted(let person, let goal): return try await enter(person, goal: goal, request, context)
        case .wrong, .over:
            var form = Form(items: [])
            form.fail("mail", SignInWords.both(\.codeOver))
            return try ask(context, form)
        }
    }

    /// Begins a session. Who needs a second factor, or turned one on, is taken to it before anything else.
    ///
    /// - Parameters:
    ///   - provedAt: when they proved who they are, where that was not now
    ///   - language: of the page to go to; nil for that of the request
    func enter(
        _ person: Identifier, proof: Actor.Proof = .oneFactor, provedAt: Int64? = nil, goal: String, language: Language? = nil, _ request: Request,
        _ context: WebContext
    ) async throws -> Answer {
        let origin = slice.origin(context, person: person)
        // Someone else who used this browser is signed out with it.
        if let earlier = context.visit, let other = earlier.actor.person, other.id != person {
            try await slice.sessions.end(earlier.session, of: other.id, because: "someone else signed in", from: origin)
        }
        let session = try await slice.sessions.begin(
            person, proof: proof, device: Device.name(request.headers[.userAgent]), inPlaceOf: context.visit?.session, provedAt: provedAt, from: origin)
        let grants = try await slice.persons.grants(of: person).filter { $0.holds(at: origin.time) }
        let address =
            if proof == .twoFactors {
                Self.goal(goal)
            } else if try await slice.secondFactors.state(of: person) != .none {
                PeopleRoute.secondStep(back: Self.readable(goal)).address
            } else if grants.contains(where: { $0.role.isProfessional }) {
                PeopleRoute.secondFactor(back: Self.readable(goal)).address
            } else {
                Self.goal(goal)
            }
        return .redirect(to: address, in: language ?? context.language).settingSession(session.secret)
    }

    // MARK: The second step

    private func askStep(_ context: WebContext, _ form: Form = Form(items: [])) async throws -> Answer {
        guard let visit = context.visit, let person = visit.actor.person else { throw Problem.notFound }
        if visit.actor.proof == .twoFactors { return .redirect(to: Self.goal(back(context) ?? ""), in: context.language) }
        if try await slice.secondFactors.state(of: person.id) == .none {
            return .redirect(to: PeopleRoute.secondFactor(back: back(context)).address, in: context.language)
        }
        return context.formPage(SignInWords(context.language).stepTitle, form) { token in
            SecondStepPage(form: form, token: token, back: back(context), language: context.language)
        }
    }

    private func takeStep(_ request: Request, _ context: WebContext) async throws -> Answer {
        guard let visit = context.visit, let person = visit.actor.person else { throw Problem.notFound }
        var form = context.fields
        guard let code = form.text("code", limit: 64, required: SignInWords.both(\.stepEmpty)) else { return try await askStep(context, form) }
        let origin = slice.origin(context)
        switch try await slice.secondFactors.attempt(code, for: person.id, from: origin) {
        case .right:
            let session = try await slice.sessions.begin(
                person.id, proof: .twoFactors, device: Device.name(request.headers[.userAgent]), inPlaceOf: visit.session, isSecondStep: true, from: origin)
            return .redirect(to: Self.goal(back(context) ?? ""), in: context.language).settingSession(session.secret)
        case .wrong: form.fail("code", SignInWords.both(\.stepWrong))
        case .tooMany: form.fail("code", SignInWords.both(\.stepMany))
        case .busy: form.fail("code", SignInWords.both(\.stepBusy))
        }
        return try await askStep(context, form)
    }

    private func signOut(_ context: WebContext) async throws -> Answer {
        if let visit = context.visit, let person = visit.actor.person {
            try await slice.sessions.end(visit.session, of: person.id, because: "signed out", from: slice.origin(context))
        }
        return .redirect(to: .home, in: context.language).settingSession(nil)
    }

    // MARK: Addresses

    private func attempt(_ form: Form) -> Identifier? { form["poging"].flatMap { Identifier($0) } }

    private func back(_ context: WebContext) -> String? { Self.readable(context.query["terug"] ?? "") }

    /// A path of this site, printed anew from its parts: whatever is typed in the address, it leads nowhere else.
    static func readable(_ path: String) -> String? {
        path.isEmpty || path.utf8.count > 1000 ? nil : PageAddress(target: path).url(in: .nl)
    }

    static func goal(_ path: String) -> PageAddress {
        readable(path).map { PageAddress(target: $0) } ?? PeopleRoute.account.address
    }
}
