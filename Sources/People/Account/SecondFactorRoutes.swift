import Core
import Credentials
import HTML
import Hummingbird
import Mail
import Web

/// Handlers of one's own second step: an app, another app, recovery codes, and doing without.
struct SecondFactorRoutes: Sendable {
    let slice: Slice

    private typealias Words = SecondFactorWords

    var table: [Route] {
        [
            Route(.get, "/mijn/tweede-stap", name: "people.second-factor", access: .person, summary: Words.both(\.set)) { _, context in
                try await ask(context, Form(items: []))
            },
            Route(.post, "/mijn/tweede-stap", name: "people.second-factor.confirm", access: .person, summary: Words.both(\.code)) {
                try await confirm($0, $1)
            },
            Route(.post, "/mijn/tweede-stap/weg", name: "people.second-factor.remove", access: .person, summary: Words.both(\.remove)) {
                try await remove($0, $1)
            },
            Route(.get, "/mijn/herstelcodes", name: "people.recovery", access: .person, summary: Words.both(\.renew)) { try await askRenewal($1) },
            Route(.post, "/mijn/herstelcodes", name: "people.recovery.renew", access: .person, summary: Words.both(\.renew)) { try await renew($1) },
        ]
    }

    private func place(_ context: WebContext) -> PageAddress {
        PeopleRoute.secondFactor(back: SignInRoutes.readable(context.query["terug"] ?? "")).address
    }

    private func own(_ context: WebContext) -> Answer {
        .redirect(to: PeopleRoute.account.address.at("tweede-stap"), in: context.language)
    }

    // MARK: An app

    private func ask(_ context: WebContext, _ form: Form) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: place(context), context) { return detour }
        guard let app = try await slice.secondFactors.proposal(for: person.id, in: visit.session, at: slice.now()) else { return own(context) }
        let isOther = try await slice.secondFactors.state(of: person.id) != .none
        let words = Words(context.language)
        return context.formPage(isOther ? words.other : words.set, form) { token in
            SecondFactorPage(
                app: app, account: person.mail.description, site: context.frame.name,
                turnOff: isOther ? SecondFactorPolicy.turnOff(with: visit.actor.grants) : nil, form: form, token: token,
                back: SignInRoutes.readable(context.query["terug"] ?? ""), language: context.language)
        }
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: place(context), context) { return detour }
        var form = context.fields
        let origin = slice.origin(context), isOther = try await slice.secondFactors.state(of: person.id) != .none
        guard let typed = form.text("code", limit: 32, required: SignInWords.both(\.stepEmpty)) else { return try await ask(context, form) }
        guard let codes = try await slice.secondFactors.confirm(typed, for: person.id, in: visit.session, from: origin) else {
            form.fail("code", Words.both(\.codeWrong))
            return try await ask(context, form)
        }
        let session = try await slice.sessions.begin(
            person.id, proof: .twoFactors, device: Device.name(request.headers[.userAgent]), inPlaceOf: visit.session, isSecondStep: true, from: origin)
        try await slice.sessions.endOthers(than: session.id, of: person.id, because: "second factor changed", from: origin)
        return show(codes, isOther ? .changed : .set, back: SignInRoutes.goal(context.query["terug"] ?? ""), context).settingSession(session.secret)
    }

    private func show(_ codes: [String], _ reason: RecoveryPage.Reason, back: PageAddress, _ context: WebContext) -> Answer {
        context.page(PageHead(Words(context.language).recoveryTitle, isListed: false), cache: .noStore) {
            RecoveryPage(codes: codes, reason: reason, back: back, language: context.language)
        }
    }

    // MARK: Doing without

    private func remove(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: PeopleRoute.secondFactor().address, context) { return detour }
        if try await slice.secondFactors.state(of: person.id) == .none { return own(context) }
        let origin = slice.origin(context)
        do {
            guard try await slice.secondFactors.remove(of: person.id, from: origin, if: { SecondFactorPolicy.turnOff(with: $0) }) else { return own(context) }
        } catch SecondFactorStore.Fault.refused(let decision) {
            try decision.orProblem()
        }
        // What was proved with an app that is no more proves nothing, should they be given a role that needs one.
        let session = try await slice.sessions.begin(
            person.id, proof: .oneFactor, device: Device.name(request.headers[.userAgent]), inPlaceOf: visit.session, isSecondStep: true, from: origin)
        try await slice.sessions.endOthers(than: session.id, of: person.id, because: "second factor removed", from: origin)
        return own(context).settingSession(session.secret)
    }

    // MARK: Recovery codes

    private func askRenewal(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.recoveryCodes.address, context) { return detour }
        guard case .confirmed(let left) = try await slice.secondFactors.state(of: person.id) else { return own(context) }
        return context.formPage(Words(context.language).renew, Form(items: [])) { token in
            RenewalPage(left: left, token: token, language: context.language)
        }
    }

    private func renew(_ context: WebContext) async throws -> Answer {
        let (visit, person) = try await slice.whoAsks(context)
        if let detour = try await slice.detour(visit, to: CredentialRoute.recoveryCodes.address, context) { return detour }
        if try await slice.secondFactors.state(of: person.id) == .none { return own(context) }
        let origin = slice.origin(context)
        guard let codes = try await slice.secondFactors.renewRecovery(of: person.id, from: origin) else {
            throw Problem.unavailable(Words.both(\.renewBusy))
        }
        try await slice.sessions.endOthers(than: visit.session, of: person.id, because: "recovery codes renewed", from: origin)
        return show(codes, .renewed, back: PeopleRoute.account.address.at("tweede-stap"), context)
    }
}
