import Core
import Credentials
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of signing in at a provider, and of the providers that are added to an account.
struct IdentityRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.post, "/aanmelden/openid/{aanbieder}", name: "people.provider", summary: IdentityWords.both(\.leaveTitle)) { try await signIn($1) },
            Route(
                .get, "/aanmelden/openid/{aanbieder}/terug", name: "people.provider.return", readsSession: true, summary: IdentityWords.both(\.returnTitle)
            ) { try await takeAnswer($0, $1) },
            Route(.get, "/aanmelden/openid/{aanbieder}/mislukt", name: "people.provider.problem", summary: IdentityWords.both(\.problemTitle)) {
                try problem($1)
            },
            Route(.get, "/aanmelden/openid-sleutels.json", name: "people.provider.keys", summary: IdentityWords.both(\.keys)) { _, _ in keys() },
            Route(.get, "/mijn/koppelingen", name: "people.identities", access: .person, summary: IdentityWords.both(\.title)) { try await list($1) },
            Route(.post, "/mijn/koppelen/{aanbieder}", name: "people.identity.bind", access: .person, summary: IdentityWords.both(\.bindTitle)) {
                try await bind($1)
            },
            Route(
                .post, "/mijn/koppelingen/{koppeling}/weg", name: "people.identity.remove", access: .person, summary: IdentityWords.both(\.remove)
            ) { try await remove($1) },
        ]
    }

    // MARK: Leaving

    private func signIn(_ context: WebContext) async throws -> Answer {
        let goal = SignInRoutes.readable(context.query["terug"] ?? "") ?? ""
        return try await leave(try desk(context), person: nil, goal: goal, context)
    }

    private func bind(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.identities.address, context) { return detour }
        return try await leave(try desk(context), person: person.id, goal: "", context)
    }

    /// A page that leads to the provider at once. Not a redirect: the policy that forms of this site send nothing elsewhere (`form-action`) holds for the
    /// redirects after a form too, and a provider may send the browser on to others.
    private func leave(_ desk: ProviderDesk, person: Identifier?, goal: String, _ context: WebContext) async throws -> Answer {
        guard let origin = slice.installation.origin, let browser = context.session else { throw Problem.notFound }
        let provider = desk.provider, key = provider.key, now = slice.now()
        let description: OpenIDProvider
        do throws(ProviderDesk.Fault) { description = try await desk.describe(at: now) } catch {
            return .redirect(to: CredentialRoute.providerProblem(key, .unreachable).address, in: context.language)
        }
        let redirect = origin + CredentialRoute.providerReturn(key).address.url(in: .nl)
        let signIn = OpenIDSignIn(provider: description, client: provider.client, redirect: redirect, levels: provider.levels, at: now)
        let flow = IdentityStore.Flow(signIn: signIn, person: person, language: context.language, goal: goal)
        try await slice.identities.begin(flow, at: key, browser: browser, client: slice.client(context), from: slice.origin(context))
        let address = signIn.address(at: description, scopes: provider.scopes, language: context.language.rawValue)
        let words = IdentityWords(context.language), name = provider.name[context.language]
        var answer = context.page(PageHead(words.leaveTitle, isListed: false), cache: .noStore) {
            TextColumn(words.leaveTitle, lead: words.leaveLead(name)) { p { a(.class("knop").href(address).rel("noreferrer")) { words.leave(name) } } }
        }
        if let refresh = HTTPField.Name("Refresh") { answer.headers[refresh] = "0; url=" + address }
        return answer
    }

    // MARK: Coming back

    private func takeAnswer(_ request: Request, _ context: WebContext) async throws -> Answer {
        let desk = try desk(context), key = desk.provider.key, origin = slice.origin(context)
        let flow = try await slice.identities.take(
            state: context.query["state"] ?? "", at: key, browser: context.session ?? "", client: slice.client(context), now: origin.time)
        guard let flow else {
            try await slice.identities.refuse("state", at: key, from: origin)
            return .redirect(to: CredentialRoute.providerProblem(key, .over).address, in: context.language)
        }
        func fail(_ problem: ProviderProblem, _ reason: String, of person: Identifier? = nil) async throws -> Answer {
            try await slice.identities.refuse(reason, at: key, person: person ?? flow.person, from: origin)
            return .redirect(to: CredentialRoute.providerProblem(key, problem).address, in: flow.language)
        }
        let proof: IdentityProof
        switch await identify(flow, desk, context) {
        case .success(let found): proof = found
        case .failure(let refusal): return try await fail(refusal.problem, refusal.reason)
        }
        if let person = flow.person {
            guard context.actor.person?.id == person else { return try await fail(.over, "person") }
            switch try await slice.identities.bind(proof, at: desk.provider, to: person, from: origin) {
            case .done, .already: return .redirect(to: CredentialRoute.identities.address, in: flow.language)
            case .taken: return try await fail(.taken, "of another account")
            case .closed: return try await fail(.closed, "account closed")
            }
        }
        switch try await slice.identities.enter(proof, at: desk.provider, in: flow.language, from: origin) {
        case .known(let person), .added(let person): return try await enter(person, proof, flow, desk.provider, request, context)
        case .unknown: return try await fail(.unknown, "unknown identity")
        case .closed: return try await fail(.closed, "account closed")
        }
    }

    /// Why an answer was not taken: for the page, and for the journal.
    private struct Refusal: Error {
        let problem: ProviderProblem
        let reason: String
    }

    private func identify(_ flow: IdentityStore.Flow, _ desk: ProviderDesk, _ context: WebContext) async -> Result<IdentityProof, Refusal> {
        do {
            let description = try await desk.describe(at: slice.now())
            let query = context.query.items.map { (name: $0.name, value: $0.value) }
            let code = try flow.signIn.code(in: query, namesIssuer: description.namesIssuer)
            return .success(try await desk.identify(by: code, for: flow.signIn, at: slice.now()))
        } catch let fault as OpenIDSignIn.AnswerFault {
            switch fault {
            case .refused("access_denied"): return .failure(Refusal(problem: .cancelled, reason: "access_denied"))
            case .refused(let word): return .failure(Refusal(problem: .refused, reason: word))
            case .foreign: return .failure(Refusal(problem: .over, reason: "answer of another sign-in"))
            case .malformed: return .failure(Refusal(problem: .refused, reason: "neither code nor error"))
            }
        } catch let fault as ProviderDesk.Fault {
            switch fault {
            case .unreachable: return .failure(Refusal(problem: .unreachable, reason: "unreachable"))
            case .refused(let word): return .failure(Refusal(problem: .refused, reason: word))
            case .level: return .failure(Refusal(problem: .level, reason: "level"))
            }
        } catch {
            return .failure(Refusal(problem: .unreachable, reason: "unreachable"))
        }
    }

    /// Begins a session. How fresh the proof is, only the provider can say: it may have asked nothing of someone who was signed in there since the morning.
    private func enter(
        _ person: Identifier, _ proof: IdentityProof, _ flow: IdentityStore.Flow, _ provider: IdentityProvider, _ request: Request, _ context: WebContext
    ) async throws -> Answer {
        let seconds = proof.claims["auth_time"]?.number.flatMap { Int64(exactly: $0.rounded()) } ?? 0
        let provedAt = min(max(seconds, 0), slice.now() / 1000) * 1000
        let factors: Actor.Proof = proof.level.map { provider.twoFactorLevels.contains($0) } ?? false ? .twoFactors : .oneFactor
        var answer = try await SignInRoutes(slice: slice).enter(
            person, proof: factors, provedAt: provedAt, goal: flow.goal, language: flow.language, request, context)
        answer.cache = .noStore
        return answer
    }

    private func problem(_ context: WebContext) throws -> Answer {
        let provider = try desk(context).provider
        guard let problem = context.query["reden"].flatMap({ ProviderProblem(rawValue: $0) }) else { throw Problem.notFound }
        let words = IdentityWords(context.language)
        return context.page(PageHead(words.problemTitle, hasErrors: true, isListed: false), cache: .noStore) {
            ProviderProblemPage(problem: problem, provider: provider, language: context.language)
        }
    }

    private func keys() -> Answer {
        Answer(slice.providers.map(\.provider).keySet, as: .json, cache: .shared(maxAge: 3600))
    }

    // MARK: One's own

    private func list(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.identities.address, context) { return detour }
        let identities = try await slice.identities.all(of: person.id), token = context.formToken()
        let page = IdentityPage(identities: identities, providers: slice.providers.map(\.provider), token: token, language: context.language)
        return context.page(PageHead(IdentityWords(context.language).title, isListed: false), token: token) { page }
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.identities.address, context) { return detour }
        let origin = slice.origin(context)
        guard let id = Identifier(try context.part("koppeling")),
            try await slice.identities.remove(id, of: person.id, from: origin)
        else { throw Problem.notFound }
        try await slice.sessions.endOthers(than: visit.session, of: person.id, because: "identity removed", from: origin)
        return .redirect(to: CredentialRoute.identities.address, in: context.language)
    }

    private func desk(_ context: WebContext) throws -> ProviderDesk {
        let key = try context.part("aanbieder")
        guard let desk = slice.providers.first(where: { $0.provider.key == key }) else { throw Problem.notFound }
        return desk
    }
}
