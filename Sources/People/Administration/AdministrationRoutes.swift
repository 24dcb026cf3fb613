import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import Web

/// Handlers of the administration of people: who there is, what they may, on whose behalf.
struct AdministrationRoutes: Sendable {
    let slice: Slice

    private typealias Words = AdministrationWords

    var table: [Route] {
        people + ofPerson + [
            route(.get, "/beheer/rollen", "people.review", Words.both(\.review)) { try await review($0, $1) },
            route(.post, "/beheer/rollen", "people.review.decide", Words.both(\.review)) { try await decideReview($1) },
        ]
    }

    private var people: [Route] {
        [
            route(.get, "/beheer/mensen", "people.people", AccountWords.both(\.people)) { try await list($0, $1, PeoplePage.empty($1.frame.defaultLanguage)) },
            route(.post, "/beheer/mensen", "people.person.add", Words.both(\.add)) { try await add($0, $1) },
        ]
    }

    private var ofPerson: [Route] {
        let place = "/beheer/mensen/{persoon}"
        return [
            route(.get, place, "people.person", AccountWords.both(\.people)) { try await show($0, $1) },
            route(.post, place + "/rollen", "people.role.give", Words.both(\.give)) { try await give($0, $1) },
            route(.post, place + "/rollen/{rol}/einde", "people.role.end", Words.both(\.end)) { try await endRole($1) },
            route(.post, place + "/lidmaatschappen", "people.membership.start", Words.both(\.join)) { try await join($0, $1) },
            route(.post, place + "/lidmaatschappen/{lidmaatschap}/einde", "people.membership.end", Words.both(\.leave)) { try await leave($1) },
            route(.post, place + "/aanmeldingen/einde", "people.sessions.end", Words.both(\.closeSessions)) { try await closeSessions($1) },
            route(.post, place + "/tweede-stap/weg", "people.second-factor.reset", Words.both(\.resetStep)) { try await resetStep($1) },
            route(.get, place + "/wissen", "people.erasure", Words.both(\.erase)) { try await askErasure($0, $1, Form(items: [])) },
            route(.post, place + "/wissen", "people.erase", Words.both(\.erase)) { try await erase($0, $1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .administrator, summary: summary, handler: handler)
    }

    // MARK: Everyone

    private func list(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let now = slice.now()
        let entries = try await slice.persons.all(withRolesAt: now).filter { $0.person.isOpen }
        let places = try await slice.placeNames(of: entries.flatMap { $0.grants.map(\.scope) })
        try await slice.note(.administration, "people.people", of: entries.map(\.person.id), request, context)
        return context.formPage(AccountWords(context.language).people, form) { token in
            PeoplePage(entries: entries, places: places, now: now, form: form, token: token, language: context.language)
        }
    }

    private func add(_ request: Request, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let name = form.line("naam", limit: 200, required: Words.both(\.nameEmpty))
        let mail = form.mail("mail", required: Words.both(\.mailEmpty), otherwise: Words.both(\.mailShape))
        let language = form.choice("taal", of: Language.self, required: Words.both(\.mailLanguage))
        guard let name, let mail, let language, form.errors.isEmpty else { return try await list(request, context, form) }
        do {
            let person = try await slice.persons.add(name: name, mail: mail, language: language, from: slice.origin(context))
            return .redirect(to: AdministrationRoute.person(person.id).address, in: context.language)
        } catch PersonStore.Fault.mailTaken {
            form.fail("mail", Words.both(\.mailTaken))
            return try await list(request, context, form)
        }
    }

    // MARK: One person

    private func known(_ context: WebContext) async throws -> Person {
        guard let person = try await slice.persons.find(try context.part("persoon", as: Identifier.self)), person.isOpen else { throw Problem.notFound }
        return person
    }

    private func show(_ request: Request, _ context: WebContext, role: Form = RoleForm.empty, member: Form = Form(items: [])) async throws -> Answer {
        let view = try await view(try await known(context), context)
        let read = [view.person.id] + view.lines.compactMap(\.origin.person)
        try await slice.note(.administration, "people.person", of: read, request, context)
        return context.formPage(view.person.name, role.errors.isEmpty ? member : role) { token in
            PersonPage(view: view, roleForm: role, memberForm: member, token: token, language: context.language)
        }
    }

    private func view(_ person: Person, _ context: WebContext) async throws -> PersonView {
        let now = slice.now()
        let grants = try await slice.persons.grants(of: person.id), memberships = try await slice.organisations.memberships(of: person.id)
        let lines = try await slice.journal.lines(JournalQuestion(thing: Event.Thing("person", person.id.description)))
        var refusal: Localized?
        if case .refused(let reason) = RolePolicy.give(.resident, at: .installation, to: person.id, by: context.actor) { refusal = reason }
        let hasSecondStep = try await slice.secondFactors.state(of: person.id) != .none
        return PersonView(
            person: person, grants: grants.reversed(), memberships: memberships.reversed(), organisations: try await slice.organisations.list(),
            programmes: try await slice.programmes.list().filter { $0.endedAt == nil },
            places: try await slice.placeNames(of: grants.map(\.scope) + memberships.map { .organisation($0.organisation) }),
            openSessions: try await slice.sessions.sessions(of: person.id, at: now).count,
            resetStep: hasSecondStep ? RolePolicy.resetStep(of: person.id, by: context.actor) : nil, lines: lines,
            names: try await slice.persons.names(of: lines.compactMap(\.origin.person)), ownRefusal: refusal, now: now)
    }

    private func back(_ person: Person, _ part: String, _ context: WebContext) -> Answer {
        .redirect(to: AdministrationRoute.person(person.id).address.at(part), in: context.language)
    }

    // MARK: Roles

    private func give(_ request: Request, _ context: WebContext) async throws -> Answer {
        let person = try await known(context), now = slice.now()
        try RolePolicy.give(.resident, at: .installation, to: person.id, by: context.actor).orProblem()
        var asked = RoleForm(context.fields)
        guard let wish = asked.read(at: now) else { return try await show(request, context, role: asked.form) }
        if case .refused(let reason) = RolePolicy.give(wish.role, at: wish.scope, to: person.id, by: context.actor) { asked.fail("waar", reason) }
        try await check(wish, of: person, at: now, &asked)
        guard asked.form.errors.isEmpty else { return try await show(request, context, role: asked.form) }
        try await slice.persons.grant(wish.role, subRole: wish.subRole, at: wish.scope, to: person.id, until: wish.end, from: slice.origin(context))
        return back(person, "rollen", context)
    }

    /// What only the database can tell of a role that was asked for.
    private func check(_ wish: RoleForm.Wish, of person: Person, at now: Int64, _ asked: inout RoleForm) async throws {
        switch wish.scope {
        case .area(let code): if try await slice.areaName(code) == nil { asked.fail("gebied", Words.both(\.areaUnknown)) }
        case .organisation(let id):
            let found = try await slice.organisations.find(id)
            if found == nil || found?.endedAt != nil { asked.fail("organisatie", Words.both(\.organisationGone)) }
        case .programme(let id): if try await slice.programmes.names(of: [id]).isEmpty { asked.fail("programma", Words.both(\.programmeEmpty)) }
        case .installation, .thing: break
        }
        let isThere = try await slice.persons.grants(of: person.id).contains { grant in
            grant.role == wish.role && grant.scope == wish.scope && grant.subRole == wish.subRole && grant.holds(at: now)
        }
        if isThere { asked.fail("rol", Words.both(\.roleTwice)) }
    }

    private func endRole(_ context: WebContext) async throws -> Answer {
        let person = try await known(context)
        try await end(try context.part("rol", as: Identifier.self), of: person.id, context)
        return back(person, "rollen", context)
    }

    private func end(_ role: Identifier, of person: Identifier, _ context: WebContext) async throws {
        let actor = context.actor
        do {
            try await slice.persons.end(role, of: person, from: slice.origin(context)) { grant, others in
                RolePolicy.end(grant, others: others, by: actor)
            }
        } catch PersonStore.Fault.unknownGrant {
            throw Problem.notFound
        } catch PersonStore.Fault.refused(let decision) {
            try decision.orProblem()
        }
    }

    // MARK: Organisations

    private func join(_ request: Request, _ context: WebContext) async throws -> Answer {
        let person = try await known(context)
        try RolePolicy.join(person.id, by: context.actor).orProblem()
        var form = context.fields
        let empty = Words.both(\.organisationEmpty)
        let organisation = form.value("lid-organisatie", as: Identifier.self, required: empty, otherwise: empty)
        let start = form.value("lid-vanaf", as: DutchDay.self, otherwise: Words.both(\.dayShape))
        guard let organisation, form.errors.isEmpty else { return try await show(request, context, member: form) }
        do {
            try await slice.organisations.join(person.id, organisation, since: start?.start, from: slice.origin(context))
            return back(person, "organisaties", context)
        } catch OrganisationStore.Fault.memberAlready {
            form.fail("lid-organisatie", Words.both(\.memberAlready))
        } catch OrganisationStore.Fault.unknownOrganisation {
            form.fail("lid-organisatie", Words.both(\.organisationGone))
        }
        return try await show(request, context, member: form)
    }

    private func leave(_ context: WebContext) async throws -> Answer {
        let person = try await known(context)
        do {
            try await slice.organisations.leave(try context.part("lidmaatschap", as: Identifier.self), of: person.id, from: slice.origin(context))
        } catch OrganisationStore.Fault.unknownMembership {
            throw Problem.notFound
        }
        return back(person, "organisaties", context)
    }

    // MARK: Sessions, the second step and erasure

    private func closeSessions(_ context: WebContext) async throws -> Answer {
        let person = try await known(context)
        try await slice.sessions.endOthers(than: nil, of: person.id, because: "ended by an administrator", from: slice.origin(context))
        return back(person, "aanmeldingen", context)
    }

    private func resetStep(_ context: WebContext) async throws -> Answer {
        let person = try await known(context)
        try RolePolicy.resetStep(of: person.id, by: context.actor).orProblem()
        try await slice.resetStep(of: person.id, from: slice.origin(context))
        return back(person, "tweede-stap", context)
    }

    private func askErasure(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let person = try await known(context)
        try await slice.note(.administration, "people.erasure", of: [person.id], request, context)
        return context.formPage(Words(context.language).eraseTitle(person.name), form) { token in
            ErasurePage(person: person, form: form, token: token, language: context.language)
        }
    }

    private func erase(_ request: Request, _ context: WebContext) async throws -> Answer {
        let person = try await known(context), actor = context.actor
        var form = context.fields
        guard form.has("zeker", "ja") else {
            form.fail("zeker", Words.both(\.eraseUnsure))
            return try await askErasure(request, context, form)
        }
        do {
            try await slice.persons.erase(person.id, from: slice.origin(context)) { administers, others in
                RolePolicy.erase(person.id, administers: administers, others: others, by: actor)
            }
        } catch PersonStore.Fault.refused(let decision) {
            try decision.orProblem()
        }
        return .redirect(to: PeopleRoute.people.address, in: context.language)
    }

    // MARK: The yearly look

    private func review(_ request: Request, _ context: WebContext) async throws -> Answer {
        let due = try await slice.reviews.due(at: slice.now())
        let places = try await slice.placeNames(of: due.map(\.grant.scope))
        try await slice.note(.administration, "people.review", of: due.map(\.person), request, context)
        return context.formPage(Words(context.language).review, Form(items: [])) { token in
            RoleReviewPage(due: due, places: places, reader: context.actor.person?.id, token: token, language: context.language)
        }
    }

    private func decideReview(_ context: WebContext) async throws -> Answer {
        let form = context.fields
        guard let person = form["persoon"].flatMap({ Identifier($0) }), let role = form["rol"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        switch form["besluit"] {
        case "blijft":
            try RolePolicy.confirm(of: person, by: context.actor).orProblem()
            do {
                try await slice.reviews.review(role, of: person, from: slice.origin(context))
            } catch RoleReview.Fault.unknownGrant {
                throw Problem.notFound
            }
        case "einde": try await end(role, of: person, context)
        default: throw Problem.notFound
        }
        return .redirect(to: AdministrationRoute.review.address, in: context.language)
    }
}

extension Slice {
    /// Takes the second step away from someone who lost their phone and their recovery codes, and signs them out everywhere.
    ///
    /// - Returns: false where it was not on; then nothing is done
    @discardableResult
    package func resetStep(of person: Identifier, from origin: Origin) async throws -> Bool {
        guard try await secondFactors.reset(of: person, from: origin) else { return false }
        try await sessions.endOthers(than: nil, of: person, because: "second factor reset", from: origin)
        return true
    }

    /// That data of these people is read: not that of who reads.
    package func note(_ activity: ProcessingActivity, _ name: String, of people: [Identifier], _ request: Request, _ context: WebContext) async throws {
        let trace = TraceContext(header: HTTPField.Name("traceparent").flatMap { request.headers[$0] })
        let others = people.filter { $0 != context.actor.person?.id }
        try await readLog.note(activity, name, of: others, trace: trace, from: origin(context))
    }
}
