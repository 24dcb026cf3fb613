import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of closed groups: making one, agreements, who is in it, methods of its own.
struct GroupRoutes: Sendable {
    let part: IntervisionPart

    private typealias Words = GroupWords

    var table: [Route] {
        let place = "/intervisie/groepen", group = place + "/{groep}"
        return [
            route(.get, place + "/nieuw", "intervision.group.new", Words.both(\.newGroup), access: .organisers) { try await new($1, nil) },
            route(.post, place, "intervision.group.add", Words.both(\.newGroup), access: .organisers) { try await add($1) },
            route(.get, group, "intervision.group", Words.both(\.group)) { try await show($0, $1, Form(items: [])) },
            route(.get, group + "/afspraken", "intervision.agreements", Words.both(\.changeAgreements)) { try await agreements($1, nil) },
            route(.post, group + "/afspraken", "intervision.agreements.change", Words.both(\.changeAgreements)) { try await changeAgreements($1) },
            route(.post, group + "/leden", "intervision.invite", Words.both(\.invite)) { try await invite($0, $1) },
            route(.post, group + "/leden/{persoon}", "intervision.member.change", Words.both(\.members)) { try await changeMember($1) },
            route(.post, group + "/antwoord", "intervision.answer", Words.both(\.invitation)) { try await answer($1) },
            route(.post, group + "/einde", "intervision.group.end", Words.both(\.end)) { try await end($1) },
            route(.get, group + "/methoden", "intervision.group.method", Words.both(\.addMethod)) { try await methodForm($1, Form(items: [])) },
            route(.post, group + "/methoden", "intervision.group.method.add", Words.both(\.addMethod)) { try await addMethod($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, access: Access = .person, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: access, summary: summary, handler: handler)
    }

    private func back(_ group: IntervisionGroup, _ context: WebContext) -> Answer {
        .redirect(to: IntervisionRoute.group(group.id).address, in: context.language)
    }

    private func page(_ title: String, _ form: Form, _ context: WebContext, @HTMLBuilder main: (FormToken) -> some HTML) -> Answer {
        context.formPage(title, form, styles: ["session.css"], main: main)
    }

    // MARK: Making a group

    private func new(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let places = try await part.places(for: context.actor)
        guard !places.isEmpty else {
            return page(Words(context.language).newGroup, Form(items: []), context) { _ in
                TextColumn(Words(context.language).newGroup, lead: Words(context.language).noPlace) { HTML::Group {} }
            }
        }
        let choices = places.map { Choice($0.value, Localized($0.name)) }
        return page(Words(context.language).newGroup, form ?? Form(items: []), context) { token in
            AgreementsPage(
                group: nil, programmes: choices, form: form ?? AgreementsPage.usual(context.language), token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let places = try await part.places(for: context.actor)
        guard !places.isEmpty, let person = context.actor.person?.id else { throw Problem.notFound }
        var form = context.fields
        let place = places.first { $0.value == form["programma"] }
        if place == nil { form.fail("programma", Words.both(\.programmeEmpty)) }
        guard let draft = IntervisionForms.agreements(&form), let place else { return try await new(context, form) }
        let id = try await part.groups.add(
            name: draft.name, programme: place.programme, part: place.part, agreements: draft.agreements, by: person, from: part.people.origin(context))
        return .redirect(to: IntervisionRoute.group(id).address, in: context.language)
    }

    // MARK: A group

    private func show(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Answer {
        let group = try await part.group(context)
        try IntervisionPolicy.know(group, by: context.actor).orProblem()
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        guard IntervisionPolicy.see(group, by: context.actor).isAllowed else {
            return page(Words(context.language).invitation, form, context) { token in
                InvitationPage(group: group, token: token, language: context.language)
            }
        }
        try await part.people.note(.groups, "intervision.group", of: group.members.map(\.person), request, context)
        let sessions = try await part.sessions.sessions(of: group.id), methods = try await part.groups.methods(of: group.id)
        let names = try await part.people.persons.names(of: group.members.map(\.person))
        return page(group.name, form, context) { token in
            GroupPage(
                group: group, sessions: sessions, methods: methods, names: names, person: person, form: form, token: token, language: context.language)
        }
    }

    private func agreements(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let group = try await part.facilitated(context)
        return page(Words(context.language).changeAgreements, form ?? Form(items: []), context) { token in
            AgreementsPage(group: group, programmes: [], form: form ?? IntervisionForms.items(group), token: token, language: context.language)
        }
    }

    private func changeAgreements(_ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context)
        var form = context.fields
        guard let draft = IntervisionForms.agreements(&form) else { return try await agreements(context, form) }
        return try await done(group, context) {
            try await part.groups.change(group.id, name: draft.name, agreements: draft.agreements, from: part.people.origin(context))
        }
    }

    /// Does it and goes back to the group; what cannot be done any more is said.
    private func done(_ group: IntervisionGroup, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch let fault as IntervisionGroupStore.Fault {
            throw Problem.conflict(fault == .lastFacilitator ? Words.both(\.lastFacilitator) : Words.both(\.conflict))
        }
        return back(group, context)
    }

    // MARK: Members

    private func invite(_ request: Request, _ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context)
        var form = context.fields
        guard let typed = form.text("mail", limit: 254, required: Words.both(\.mailEmpty)) else { return try await show(request, context, form) }
        var person: Person?
        do throws(MailAddress.Fault) {
            let address = try MailAddress(typed)
            person = try? await part.people.persons.find(address)
        } catch { person = nil }
        guard let person, person.isOpen else {
            form.fail("mail", Words.both(\.mailUnknown))
            return try await show(request, context, form)
        }
        do {
            try await part.groups.invite(person.id, to: group.id, facilitates: form.has("begeleidt", "ja"), from: part.people.origin(context))
        } catch IntervisionGroupStore.Fault.already {
            form.fail("mail", Words.both(\.already))
            return try await show(request, context, form)
        } catch IntervisionGroupStore.Fault.unknown {
            throw Problem.conflict(Words.both(\.conflict))
        }
        return back(group, context)
    }

    private func changeMember(_ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context), person = try context.part("persoon", as: Identifier.self), origin = part.people.origin(context)
        guard group.member(person) != nil else { throw Problem.notFound }
        return try await done(group, context) {
            switch context.fields["doe"] {
            case "weg": try await part.groups.remove(person, from: group.id, origin: origin)
            case "wel": try await part.groups.setFacilitates(true, person, in: group.id, from: origin)
            case "niet": try await part.groups.setFacilitates(false, person, in: group.id, from: origin)
            default: throw Problem.notFound
            }
        }
    }

    /// Yes or no to an invitation, or leaving: each for themselves.
    private func answer(_ context: WebContext) async throws -> Answer {
        let group = try await part.group(context), origin = part.people.origin(context)
        try IntervisionPolicy.know(group, by: context.actor).orProblem()
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        let said = context.fields["antwoord"]
        let answer = try await done(group, context) {
            switch said {
            case "ja", "nee": try await part.groups.answer(said == "ja", person, in: group.id, from: origin)
            case "weg": try await part.groups.remove(person, from: group.id, origin: origin)
            default: throw Problem.notFound
            }
        }
        return said == "ja" ? answer : .redirect(to: IntervisionRoute.home.address, in: context.language)
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context)
        return try await done(group, context) { try await part.groups.end(group.id, from: part.people.origin(context)) }
    }

    // MARK: Methods of their own

    private func methodForm(_ context: WebContext, _ form: Form) async throws -> Answer {
        let group = try await part.facilitated(context)
        return page(Words(context.language).addMethod, form, context) { token in
            OwnMethodPage(group: group, form: form, token: token, language: context.language)
        }
    }

    private func addMethod(_ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context)
        var form = context.fields
        guard let draft = IntervisionForms.method(&form) else { return try await methodForm(context, form) }
        return try await done(group, context) { _ = try await part.groups.addMethod(draft, to: group.id, from: part.people.origin(context)) }
    }
}
