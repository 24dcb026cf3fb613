import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import Web

/// Handlers of passwords: signing in with one, proving anew who one is, and changing it.
struct PasswordRoutes: Sendable {
    let slice: Slice

    /// The names of fields.
    static let newName = "nieuw-wachtwoord", othersName = "andere-apparaten"

    var table: [Route] {
        [
            Route(.get, "/mijn/bewijs", name: "people.proof", access: .person, summary: CredentialWords.both(\.proofTitle)) { _, context in
                try await askProof(context, Form(items: []))
            },
            Route(.post, "/mijn/bewijs", name: "people.proof.send", access: .person, summary: CredentialWords.both(\.proofTitle)) {
                try await takeProof($0, $1)
            },
            Route(.post, "/mijn/bewijs/code", name: "people.proof.code", access: .person, summary: SignInWords.both(\.sendCode)) {
                try await sendCode($1)
            },
            Route(.get, "/mijn/wachtwoord", name: "people.password", access: .person, summary: CredentialWords.both(\.change)) { _, context in
                try await ask(context, Form(items: [PageAddress.Item(Self.othersName, "ja")]))
            },
            Route(.post, "/mijn/wachtwoord", name: "people.password.set", access: .person, summary: CredentialWords.both(\.keep)) {
                try await set($1)
            },
            Route(.post, "/mijn/wachtwoord/weg", name: "people.password.remove", access: .person, summary: CredentialWords.both(\.remove)) {
                try await remove($1)
            },
        ]
    }

    // MARK: Signing in

    /// Takes the password of the page to sign in.
    ///
    /// - Parameter again: shows the page anew, with the fault
    func signIn(
        _ mail: MailAddress, _ password: String, _ form: Form, goal: String, _ request: Request, _ context: WebContext, again: (Form) throws -> Answer
    ) async throws -> Answer {
        var form = form
        let name = CurrentPasswordField.name
        switch try await slice.passwords.attempt(password, of: mail, client: slice.client(context), from: slice.origin(context)) {
        case .accepted(let person): return try await SignInRoutes(slice: slice).enter(person, goal: goal, request, context)
        case .wrong: form.fail(name, CredentialWords.both(\.wrong))
        case .tooMany: form.fail(name, CredentialWords.both(\.tooMany))
        case .busy: form.fail(name, CredentialWords.both(\.busy))
        }
        return try again(form)
    }

    // MARK: Proving it anew

    private func askProof(_ context: WebContext, _ form: Form) async throws -> Answer {
        let person = try await slice.whoAsks(context).person
        let hasPassword = try await slice.passwords.changedAt(of: person.id) != nil
        return context.formPage(CredentialWords(context.language).proofTitle, form, scripts: CurrentPasswordField.scripts) { token in
            ProofPage(
                mail: person.mail.description, hasPassword: hasPassword, form: form, token: token, back: back(context), language: context.language)
        }
    }

    private func takeProof(_ request: Request, _ context: WebContext) async throws -> Answer {
        let person = try await slice.whoAsks(context).person
        var form = context.fields
        let name = CurrentPasswordField.name, typed = form[name] ?? ""
        guard !typed.isEmpty else {
            form.fail(name, CredentialWords.both(\.proofEmpty))
            return try await askProof(context, form)
        }
        switch try await slice.passwords.attempt(typed, of: person.mail, client: slice.client(context), from: slice.origin(context)) {
        case .accepted(person.id): return try await SignInRoutes(slice: slice).enter(person.id, goal: back(context) ?? "", request, context)
        case .accepted, .wrong: form.fail(name, CredentialWords.both(\.proofWrong))
        case .tooMany: form.fail(name, CredentialWords.both(\.proofMany))
        case .busy: form.fail(name, CredentialWords.both(\.proofBusy))
        }
        return try await askProof(context, form)
    }

    private func sendCode(_ context: WebContext) async throws -> Answer {
        let person = try await slice.whoAsks(context).person
        let begun = try await slice.signIns.begin(person.mail, goal: back(context) ?? "", client: slice.client(context), from: slice.origin(context))
        slice.shownCodes?.keep(begun.code, for: begun.id)
        return .redirect(to: PeopleRoute.code(begun.id, back: back(context)).address, in: context.language)
    }

    private func back(_ context: WebContext) -> String? { SignInRoutes.readable(context.query["terug"] ?? "") }

    // MARK: Changing

    private func ask(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.password.address, context) { return detour }
        let hasPassword = try await slice.passwords.changedAt(of: person.id) != nil
        let words = CredentialWords(context.language)
        return context.formPage(hasPassword ? words.change : words.set, form, scripts: CurrentPasswordField.scripts) { token in
            PasswordPage(mail: person.mail.description, hasPassword: hasPassword, form: form, token: token, language: context.language)
        }
    }

    private func set(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.password.address, context) { return detour }
        var form = context.fields
        let origin = slice.origin(context), typed = form[Self.newName] ?? "", current = form[CurrentPasswordField.name] ?? ""
        let hasPassword = try await slice.passwords.changedAt(of: person.id) != nil
        if hasPassword && current.isEmpty { form.fail(CurrentPasswordField.name, CredentialWords.both(\.currentEmpty)) }
        if typed.isEmpty { form.fail(Self.newName, CredentialWords.both(\.newEmpty)) }
        guard form.errors.isEmpty else { return try await ask(context, form) }
        let change = try await slice.passwords.set(
            typed, current: hasPassword ? current : nil, of: person, context: try await namesAround(person, context), client: slice.client(context),
            from: origin)
        switch change {
        case .done:
            if form.has(Self.othersName, "ja") {
                try await slice.sessions.endOthers(than: visit.session, of: person.id, because: "password changed", from: origin)
            }
            return .redirect(to: PeopleRoute.account.address.at("wachtwoord"), in: context.language)
        case .faulty(let faults): for fault in faults { form.fail(Self.newName, CredentialWords.both { $0.fault(fault) }) }
        case .wrongCurrent: form.fail(CurrentPasswordField.name, CredentialWords.both(\.currentWrong))
        case .tooMany: form.fail(CurrentPasswordField.name, CredentialWords.both(\.currentMany))
        case .busy: form.fail(Self.newName, CredentialWords.both(\.setBusy))
        case .overtaken: form.fail(Self.newName, CredentialWords.both(\.overtaken))
        }
        return try await ask(context, form)
    }

    /// Names that make a password no stronger (ASVS 6.2.11): of the site and its place, and of their organisations.
    private func namesAround(_ person: Person, _ context: WebContext) async throws -> [String] {
        var names = [context.frame.name, context.frame.place ?? "", slice.installation.name]
        for membership in try await slice.organisations.memberships(of: person.id).prefix(10) {
            if let organisation = try await slice.organisations.find(membership.organisation) { names.append(organisation.name) }
        }
        return names
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.password.address, context) { return detour }
        let origin = slice.origin(context)
        if try await slice.passwords.remove(of: person.id, from: origin) == .done {
            try await slice.sessions.endOthers(than: visit.session, of: person.id, because: "password removed", from: origin)
        }
        return .redirect(to: PeopleRoute.account.address.at("wachtwoord"), in: context.language)
    }
}

extension Slice {
    /// Who is signed in, with what is kept of them.
    func whoAsks(_ context: WebContext) async throws -> (visit: Visit, person: Person) {
        guard let visit = context.visit, let id = visit.actor.person?.id, let person = try await persons.find(id) else { throw Problem.notFound }
        return (visit, person)
    }

    /// The page to go to first where someone did not prove who they are a moment ago; nil where they did.
    ///
    /// - Parameter place: where they wanted to go
    func detour(_ visit: Visit, to place: PageAddress, _ context: WebContext) async throws -> Answer? {
        guard let person = visit.actor.person?.id else { throw Problem.notFound }
        let hasSecondFactor = try await secondFactors.state(of: person) != .none
        let provedAt = try await sessions.provedAt(visit.session)
        let back = place.url(in: .nl)
        switch FreshProof.decide(provedAt: provedAt, proof: visit.actor.proof, hasSecondFactor: hasSecondFactor, at: now()) {
        case .fresh: return nil
        case .stale: return .redirect(to: CredentialRoute.proof(back: back).address, in: context.language)
        case .secondStep: return .redirect(to: PeopleRoute.secondStep(back: back).address, in: context.language)
        }
    }
}
