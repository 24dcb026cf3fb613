import Core
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of changing a programme: by administrators and by the facilitators of that programme.
struct ProgrammeEditRoutes: Sendable {
    let slice: Slice

    private typealias Words = ProgrammeWords

    var table: [Route] {
        let place = "/programmas/{programma}/bewerken", part = place + "/onderdelen/{onderdeel}"
        return [
            route(.get, place, "programmes.edit", Words.both(\.edit)) { try await show($0, $1) },
            route(.post, place, "programmes.change", Words.both(\.save)) { try await change($1) },
            route(.post, place + "/einde", "programmes.end", Words.both(\.finishProgramme), access: .administrator) { try await end($1) },
            route(.post, place + "/onderdelen", "programmes.part.add", Words.both(\.addPart)) { try await addPart($1) },
            route(.get, part, "programmes.part.edit", Words.both(\.parts)) { try await showPart($1) },
            route(.post, part, "programmes.part.change", Words.both(\.parts)) { try await changePart($1) },
            route(.post, part + "/einde", "programmes.part.end", Words.both(\.finish)) { try await endPart($1) },
            route(.post, place + "/organisaties", "programmes.organisation.add", Words.both(\.addOrganisation)) { try await involve($1) },
            route(.post, place + "/organisaties/{deelname}/weg", "programmes.organisation.remove", Words.both(\.remove)) { try await release($1) },
            route(.post, place + "/contact", "programmes.contact.add", Words.both(\.addContact)) { try await addContact($1) },
            route(.post, place + "/contact/{contact}/weg", "programmes.contact.remove", Words.both(\.remove)) { try await removeContact($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, access: Access = .programmeTeam,
        handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: access, summary: summary, handler: handler)
    }

    /// The programme of the path, for who may change it.
    private func mine(_ context: WebContext) async throws -> ProgrammeOutline {
        let outline = try await slice.outline(context)
        try ProgrammePolicy.edit(outline.programme.id, by: context.actor).orProblem()
        return outline
    }

    private func back(_ outline: ProgrammeOutline, _ part: String, _ context: WebContext) -> Answer {
        .redirect(to: ProgrammeRoute.edit(outline.programme.slug).address.at(part), in: context.language)
    }

    /// A fault of the store that stands in no form: what is not there is not found.
    private func elsewhere(_ fault: ProgrammeStore.Fault) -> any Error {
        switch fault {
        case .hasParts: Problem.conflict(Words.both(\.finishParts))
        case .wrongParent: Problem.conflict(Words.both(\.resumeAbove))
        default: Problem.notFound
        }
    }

    // MARK: The programme itself

    private func show(_ request: Request, _ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        // Contact data that is not public is that of people, as far as they are known here.
        var read: [Identifier] = []
        for contact in outline.contacts where !contact.details.showsMail {
            if let mail = contact.details.mail, let person = try await slice.persons.find(mail) { read.append(person.id) }
        }
        try await slice.note(.contacts, "programmes.edit", of: read, request, context)
        return try await page(outline, context, forms(outline))
    }

    private func page(_ outline: ProgrammeOutline, _ context: WebContext, _ forms: ProgrammeEditForms) async throws -> Answer {
        let choices = ProgrammeChoices(
            organisations: try await slice.organisations.list(), names: try await slice.organisationNames(in: outline))
        let governs = ProgrammePolicy.govern(by: context.actor).isAllowed
        return context.formPage(Words(context.language).editTitle(outline.programme.name), forms.faulty) { token in
            ProgrammeEditPage(outline: outline, choices: choices, forms: forms, governs: governs, token: token, language: context.language)
        }
    }

    private func forms(_ outline: ProgrammeOutline) -> ProgrammeEditForms { ProgrammeEditForms(facts: ProgrammeForms.items(outline.programme.facts)) }

    private func change(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        var form = context.fields
        if let facts = ProgrammeForms.facts(&form) {
            do {
                try await slice.programmes.change(outline.programme.id, to: facts, from: slice.origin(context))
                return back(outline, "over", context)
            } catch ProgrammeStore.Fault.unknownOrganisation {
                form.fail("eigenaar", Words.both(\.organisationEmpty))
            }
        }
        return try await page(outline, context, ProgrammeEditForms(facts: form))
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let outline = try await slice.outline(context)
        try ProgrammePolicy.govern(by: context.actor).orProblem()
        do {
            try await slice.programmes.setEnded(outline.programme.endedAt == nil, outline.programme.id, from: slice.origin(context))
        } catch let fault as ProgrammeStore.Fault {
            throw elsewhere(fault)
        }
        return back(outline, "einde", context)
    }

    // MARK: Parts

    private func addPart(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        var form = context.fields
        let kind = form.choice("deel-soort", of: ProgrammePart.Kind.self, required: Words.both(\.kindEmpty))
        let parent = form.value("deel-onder", as: Identifier.self, otherwise: Words.both(\.underWrong))
        if let words = ProgrammeForms.part(&form), let kind {
            do {
                try await slice.programmes.addPart(
                    kind, name: words.name, purpose: words.purpose, below: parent, in: outline.programme.id, from: slice.origin(context))
                return back(outline, "onderdelen", context)
            } catch ProgrammeStore.Fault.wrongParent {
                form.fail("deel-onder", Words.both(\.underWrong))
            }
        }
        var forms = forms(outline)
        forms.part = form
        return try await page(outline, context, forms)
    }

    private func part(_ outline: ProgrammeOutline, _ context: WebContext) throws -> ProgrammePart {
        guard let part = outline.part(try context.part("onderdeel", as: Identifier.self)) else { throw Problem.notFound }
        return part
    }

    private func showPart(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context), part = try part(outline, context)
        let form = Form(items: [.init("deel-naam", part.name), .init("deel-doel", part.purpose), .init("deel-nummer", "\(part.number)")])
        return show(part, outline, form, context)
    }

    private func show(_ part: ProgrammePart, _ outline: ProgrammeOutline, _ form: Form, _ context: WebContext) -> Answer {
        context.formPage(Words(context.language).editTitle(part.name), form) { token in
            ProgrammePartEditPage(outline: outline, part: part, form: form, token: token, language: context.language)
        }
    }

    private func changePart(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context), part = try part(outline, context)
        var form = context.fields
        let number = form.whole("deel-nummer", 1...99, required: Words.both(\.numberShape), otherwise: Words.both(\.numberShape))
        guard let words = ProgrammeForms.part(&form), let number else { return show(part, outline, form, context) }
        try await slice.programmes.changePart(
            part.id, name: words.name, purpose: words.purpose, number: number, in: outline.programme.id, from: slice.origin(context))
        return back(outline, "onderdelen", context)
    }

    private func endPart(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context), part = try part(outline, context)
        do {
            try await slice.programmes.setPartEnded(part.endedAt == nil, part.id, in: outline.programme.id, from: slice.origin(context))
        } catch let fault as ProgrammeStore.Fault {
            throw elsewhere(fault)
        }
        return back(outline, "onderdelen", context)
    }

    // MARK: Organisations

    private func involve(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        var form = context.fields
        let empty = Words.both(\.organisationEmpty)
        let organisation = form.value("organisatie", as: Identifier.self, required: empty, otherwise: empty)
        let capacity = form.choice("hoedanigheid", of: Involvement.Capacity.self, required: Words.both(\.capacity))
        let part = form.value("waarbij", as: Identifier.self, otherwise: Words.both(\.involvedIn))
        if part != nil, outline.parts.allSatisfy({ $0.id != part }) { form.fail("waarbij", Words.both(\.involvedIn)) }
        if let organisation, let capacity, form.errors.isEmpty {
            do {
                try await slice.programmes.involve(organisation, as: capacity, in: outline.programme.id, part: part, from: slice.origin(context))
                return back(outline, "organisaties", context)
            } catch ProgrammeStore.Fault.unknownOrganisation {
                form.fail("organisatie", empty)
            } catch ProgrammeStore.Fault.involvedAlready {
                form.fail("organisatie", Words.both(\.organisationTwice))
            }
        }
        var forms = forms(outline)
        forms.organisation = form
        return try await page(outline, context, forms)
    }

    private func release(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        do {
            try await slice.programmes.release(try context.part("deelname", as: Identifier.self), in: outline.programme.id, from: slice.origin(context))
        } catch let fault as ProgrammeStore.Fault {
            throw elsewhere(fault)
        }
        return back(outline, "organisaties", context)
    }

    // MARK: Contact

    private func addContact(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        var form = context.fields
        guard let contact = ProgrammeForms.contact(&form) else {
            var forms = forms(outline)
            forms.contact = form
            return try await page(outline, context, forms)
        }
        try await slice.programmes.addContact(contact, to: outline.programme.id, from: slice.origin(context))
        return back(outline, "contact", context)
    }

    private func removeContact(_ context: WebContext) async throws -> Answer {
        let outline = try await mine(context)
        do {
            try await slice.programmes.removeContact(try context.part("contact", as: Identifier.self), of: outline.programme.id, from: slice.origin(context))
        } catch let fault as ProgrammeStore.Fault {
            throw elsewhere(fault)
        }
        return back(outline, "contact", context)
    }
}
