import Core
import Credentials
import HTML
import Hummingbird
import Mail
import Web

/// Handlers of the pages about oneself and of the administration.
struct AccountRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/mijn", name: "people.account", access: .person, summary: AccountWords.both(\.title)) { try await account($1) },
            Route(.post, "/mijn/aanmeldingen/{sessie}/einde", name: "people.session.end", access: .person, summary: AccountWords.both(\.end)) {
                try await end($1)
            },
            Route(.get, "/mijn/tweede-stap", name: "people.second-factor", access: .person, summary: AccountWords.both(\.stepSet)) { _, context in
                try await secondFactor(context, Form(items: []))
            },
            Route(.post, "/mijn/tweede-stap", name: "people.second-factor.confirm", access: .person, summary: AccountWords.both(\.stepCode)) {
                try await confirm($0, $1)
            },
            Route(.get, "/mijn/gegevens.zip", name: "people.archive", access: .person, summary: AccountWords.both(\.archive)) { try await archive($1) },
            Route(.get, "/mijn/gegevens.json", name: "people.file", access: .person, summary: AccountWords.both(\.file)) { try await file($1) },
            Route(.get, "/privacy/verwerkingen", name: "people.register", summary: AccountWords.both(\.register)) { _, context in
                context.page(PageHead(AccountWords(context.language).register), cache: .shared(maxAge: 3600)) { RegisterPage(language: context.language) }
            },
        ]
    }

    private func signedIn(_ context: WebContext) throws -> (visit: Visit, person: Actor.Person) {
        guard let visit = context.visit, let person = visit.actor.person else { throw Problem.notFound }
        return (visit, person)
    }

    private func account(_ context: WebContext) async throws -> Answer {
        let (visit, who) = try signedIn(context)
        guard let person = try await slice.persons.find(who.id) else { throw Problem.notFound }
        let token = context.formToken(), providers = slice.providers.map(\.provider)
        let page = AccountPage(
            person: person, visit: visit, sessions: try await slice.sessions.sessions(of: who.id, at: slice.now()),
            factor: try await slice.secondFactors.state(of: who.id), passwordAt: try await slice.passwords.changedAt(of: who.id),
            identities: try await slice.identities.all(of: who.id).map { providers.name(of: $0) }, hasProviders: !providers.isEmpty,
            places: try await slice.placeNames(of: visit.actor.grants.map(\.scope)), token: token,
            language: context.language)
        return context.page(PageHead(AccountWords(context.language).title, isListed: false), token: token) { page }
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let (_, person) = try signedIn(context)
        guard let session = Identifier(try context.part("sessie")),
            try await slice.sessions.end(session, of: person.id, because: "ended by its owner", from: slice.origin(context))
        else { throw Problem.notFound }
        return .redirect(to: PeopleRoute.account.address.at("aanmeldingen"), in: context.language)
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let (_, person) = try signedIn(context)
        guard let file = try await slice.file(of: person.id) else { throw Problem.notFound }
        return Answer(try file.json, as: .json, cache: .noStore).asDownload(named: "mijn-gegevens.json")
    }

    private func archive(_ context: WebContext) async throws -> Answer {
        let (_, person) = try signedIn(context)
        guard let file = try await slice.file(of: person.id) else { throw Problem.notFound }
        let archive = PersonArchive(file, site: context.frame.name, language: context.language)
        return Answer(try archive.bytes, as: MediaKind("application/zip", isText: false), cache: .noStore).asDownload(named: "mijn-gegevens.zip")
    }

    // MARK: The second factor

    private func secondFactor(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (visit, who) = try signedIn(context)
        if let detour = try await slice.detour(visit, to: secondFactorPage(context), context) { return detour }
        guard let app = try await slice.secondFactors.proposal(for: who.id, at: slice.now()), let person = try await slice.persons.find(who.id) else {
            return .redirect(to: PeopleRoute.account.address.at("tweede-stap"), in: context.language)
        }
        return context.formPage(AccountWords(context.language).stepSet, form) { token in
            SecondFactorPage(
                app: app, account: person.mail.description, site: context.frame.name, form: form, token: token,
                back: SignInRoutes.readable(context.query["terug"] ?? ""), language: context.language)
        }
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (visit, person) = try signedIn(context)
        if let detour = try await slice.detour(visit, to: secondFactorPage(context), context) { return detour }
        var form = context.fields
        let origin = slice.origin(context)
        guard let typed = form.text("code", limit: 32, required: SignInWords.both(\.stepEmpty)) else { return try await secondFactor(context, form) }
        guard let codes = try await slice.secondFactors.confirm(typed, for: person.id, from: origin) else {
            form.fail("code", AccountWords.both(\.stepCodeWrong))
            return try await secondFactor(context, form)
        }
        let session = try await slice.sessions.begin(
            person.id, proof: .twoFactors, device: Device.name(request.headers[.userAgent]), inPlaceOf: visit.session, isSecondStep: true, from: origin)
        try await slice.sessions.endOthers(than: session.id, of: person.id, because: "second factor changed", from: origin)
        let back = SignInRoutes.goal(context.query["terug"] ?? "")
        return context.page(PageHead(AccountWords(context.language).recoveryTitle, isListed: false), cache: .noStore) {
            RecoveryPage(codes: codes, back: back, language: context.language)
        }.settingSession(session.secret)
    }

    private func secondFactorPage(_ context: WebContext) -> PageAddress {
        PeopleRoute.secondFactor(back: SignInRoutes.readable(context.query["terug"] ?? "")).address
    }
}
