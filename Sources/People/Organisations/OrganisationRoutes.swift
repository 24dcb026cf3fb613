import Core
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of the pages of organisations, and of keeping them.
struct OrganisationRoutes: Sendable {
    let slice: Slice

    private typealias Words = OrganisationWords

    var table: [Route] {
        let place = "/beheer/organisaties/{organisatie}"
        return [
            Route(.get, "/organisaties", name: "organisations.list", summary: Words.both(\.title)) { try await list($1) },
            Route(.get, "/organisaties/{organisatie}", name: "organisations.organisation", summary: Words.both(\.title)) { try await show($1) },
            Route(.get, "/organisaties/{organisatie}/mensen", name: "organisations.people", access: .person, summary: Words.both(\.people)) {
                try await people($0, $1)
            },
            administrator(.get, "/beheer/organisaties", "organisations.administration", Words.both(\.administration)) { _, context in
                try await administration(context, Form(items: []))
            },
            administrator(.post, "/beheer/organisaties", "organisations.add", Words.both(\.add)) { try await add($1) },
            administrator(.get, place, "organisations.edit", Words.both(\.edit)) { try await edit($1) },
            administrator(.post, place, "organisations.change", Words.both(\.save)) { try await change($1) },
            administrator(.post, place + "/einde", "organisations.end", Words.both(\.end)) { try await close($1, isEnd: true) },
            administrator(.post, place + "/hervat", "organisations.resume", Words.both(\.resume)) { try await close($1, isEnd: false) },
        ] + OrganisationAboutRoutes(slice: slice).table
    }

    private func administrator(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .administrator, summary: summary, handler: handler)
    }

    private func known(_ context: WebContext) async throws -> Organisation {
        guard let organisation = try await slice.organisations.find(try context.part("organisatie", as: Identifier.self)) else { throw Problem.notFound }
        return organisation
    }

    // MARK: For everyone

    private func list(_ context: WebContext) async throws -> Answer {
        guard case .list(let kind, let withEnded)? = OrganisationRoute(context.address) else { throw Problem.notFound }
        let organisations = try await slice.organisations.list(kind: kind, withEnded: withEnded)
        let places = try await slice.placeNames(of: organisations.compactMap(\.area).map { .area($0) })
        let words = Words(context.language)
        return context.page(PageHead(words.title, description: words.lead)) {
            OrganisationListPage(organisations: organisations, places: places, form: context.query, language: context.language)
        }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let organisation = try await known(context)
        var name: String?
        if let area = organisation.area { name = try await slice.areaName(area) }
        let linked = try await context.linked(to: organisation.reference)
        let about = try await slice.organisations.about(organisation.id)
        let terms = about.terms.isEmpty ? [] : try await slice.terms.all(withRetired: true).filter { about.terms.contains($0.key) }
        let profiles = try await slice.profiles.shown(of: organisation.id, at: slice.now())
        return context.page(PageHead(organisation.name)) {
            OrganisationPage(
                organisation: organisation, areaName: name, about: about, terms: terms, linked: linked, profiles: profiles, language: context.language)
        }
    }

    private func people(_ request: Request, _ context: WebContext) async throws -> Answer {
        let organisation = try await known(context)
        switch OrganisationPolicy.readMembers(of: organisation.id, by: context.actor) {
        case .allowed: break
        case .refused(let reason): throw Problem.forbidden(reason)
        case .signIn(.twoFactors): return .redirect(to: PeopleRoute.secondStep(back: context.address.url(in: .nl)).address, in: context.language)
        case .signIn, .hidden: throw Problem.notFound
        }
        let now = slice.now()
        let memberships = try await slice.organisations.members(of: organisation.id).filter { $0.holds(at: now) }
        let names = try await slice.persons.names(of: memberships.map(\.person))
        let members = memberships.compactMap { membership in names[membership.person].map { (name: $0, membership: membership) } }
            .sorted { ($0.name, $0.membership.id) < ($1.name, $1.membership.id) }
        try await slice.note(.administration, "organisations.people", of: memberships.map(\.person), request, context)
        // Who is here signed in: what members see, they see.
        let profiles = Set(try await slice.profiles.shown().map(\.person))
        return context.page(PageHead(Words(context.language).people, isListed: false), cache: .noStore) {
            OrganisationPeoplePage(organisation: organisation, members: members, profiles: profiles, language: context.language)
        }
    }

    // MARK: For administrators

    private func administration(_ context: WebContext, _ form: Form) async throws -> Answer {
        let organisations = try await slice.organisations.list(withEnded: true).filter { $0.listed == nil }
        return context.formPage(Words(context.language).administration, form) { token in
            OrganisationAdministrationPage(organisations: organisations, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let name = form.line("naam", limit: 200, required: Words.both(\.nameEmpty))
        let kind = form.choice("soort", of: OrganisationKind.self, required: Words.both(\.kindEmpty))
        let area = form.value("gebied", as: AreaCode.self, otherwise: Words.both(\.areaShape))
        guard let name, let kind, form.errors.isEmpty else { return try await administration(context, form) }
        do {
            let organisation = try await slice.organisations.add(name: name, kind: kind, area: area, from: slice.origin(context))
            return .redirect(to: OrganisationRoute.edit(organisation.id).address, in: context.language)
        } catch let fault as OrganisationStore.Fault {
            try explain(fault, in: &form)
            return try await administration(context, form)
        }
    }

    private func explain(_ fault: OrganisationStore.Fault, in form: inout Form) throws {
        switch fault {
        case .name: form.fail("naam", Words.both(\.nameEmpty))
        case .wrongArea: form.fail("gebied", Words.both(\.areaWrong))
        case .areaTaken: form.fail("gebied", Words.both(\.areaTaken))
        default: throw fault
        }
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let organisation = try await known(context)
        let items = [Form.Item("naam", organisation.name), Form.Item("gebied", organisation.area?.description ?? "")]
        return edit(organisation, context, Form(items: items))
    }

    private func edit(_ organisation: Organisation, _ context: WebContext, _ form: Form) -> Answer {
        var refusal: Localized?
        if case .refused(let reason) = OrganisationPolicy.change(organisation, by: context.actor) { refusal = reason }
        return context.formPage(organisation.name, form) { token in
            OrganisationEditPage(organisation: organisation, refusal: refusal, form: form, token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let organisation = try await changeable(context)
        var form = context.fields
        let name = form.line("naam", limit: 200, required: Words.both(\.nameEmpty))
        let area = form.value("gebied", as: AreaCode.self, otherwise: Words.both(\.areaShape))
        guard let name, form.errors.isEmpty else { return edit(organisation, context, form) }
        do {
            try await slice.organisations.change(organisation.id, name: name, area: area, from: slice.origin(context))
            return .redirect(to: OrganisationRoute.edit(organisation.id).address, in: context.language)
        } catch let fault as OrganisationStore.Fault {
            try explain(fault, in: &form)
            return edit(organisation, context, form)
        }
    }

    private func changeable(_ context: WebContext) async throws -> Organisation {
        let organisation = try await known(context)
        try OrganisationPolicy.change(organisation, by: context.actor).orProblem()
        return organisation
    }

    private func close(_ context: WebContext, isEnd: Bool) async throws -> Answer {
        let organisation = try await changeable(context), origin = slice.origin(context)
        do {
            if isEnd {
                try await slice.organisations.end(organisation.id, from: origin)
            } else {
                try await slice.organisations.resume(organisation.id, from: origin)
            }
        } catch OrganisationStore.Fault.unknownOrganisation {
            throw Problem.notFound
        }
        return .redirect(to: OrganisationRoute.edit(organisation.id).address, in: context.language)
    }
}

extension Decision {
    /// Goes on where the policy allows it; says why not elsewhere.
    package func orProblem() throws(Problem) {
        switch self {
        case .allowed: return
        case .refused(let reason): throw .forbidden(reason)
        case .signIn, .hidden: throw .notFound
        }
    }
}
