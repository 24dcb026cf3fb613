import Core
import HTML
import HTTPTypes
import Web

/// Handlers of writing the page of an organisation (EXP-07).
struct OrganisationAboutRoutes: Sendable {
    let slice: Slice

    private typealias Words = OrganisationWords

    var table: [Route] {
        let place = "/beheer/organisaties/{organisatie}/pagina"
        return [
            Route(.get, place, name: "organisations.describe", access: .administrator, summary: Words.both(\.describe)) { try await edit($1) },
            Route(.post, place, name: "organisations.describe.save", access: .administrator, summary: Words.both(\.describe)) { try await save($1) },
        ]
    }

    /// One that is there, and that whoever asks may change.
    private func known(_ context: WebContext) async throws -> Organisation {
        let id = try context.part("organisatie", as: Identifier.self)
        guard let organisation = try await slice.organisations.find(id), organisation.endedAt == nil else { throw Problem.notFound }
        try OrganisationPolicy.change(organisation, by: context.actor).orProblem()
        return organisation
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let organisation = try await known(context)
        return try await page(organisation, try await slice.organisations.about(organisation.id).form, context, isSaved: context.query.has("bewaard"))
    }

    private func page(_ organisation: Organisation, _ form: Form, _ context: WebContext, isSaved: Bool = false) async throws -> Answer {
        let chosen = Set(form.all("onderwerp"))
        let terms = try await slice.terms.all(withRetired: true).filter { $0.retiredAt == nil || chosen.contains($0.key) }
        return context.formPage(Words(context.language).describe, form, styles: ["profile.css"]) { token in
            OrganisationDescribePage(organisation: organisation, terms: terms, isSaved: isSaved, form: form, token: token, language: context.language)
        }
    }

    private func save(_ context: WebContext) async throws -> Answer {
        let organisation = try await known(context)
        var form = context.fields
        guard let about = OrganisationAbout(&form) else { return try await page(organisation, form, context) }
        do {
            try await slice.organisations.describe(organisation.id, as: about, from: slice.origin(context))
        } catch TermDraft.Fault.unknownTerm {
            form.fail("onderwerp", Words.both(\.subjectGone))
            return try await page(organisation, form, context)
        } catch OrganisationStore.Fault.unknownOrganisation {
            throw Problem.notFound
        }
        return .redirect(to: OrganisationRoute.describe(organisation.id).address.with(.init("bewaard", "ja")), in: context.language)
    }
}
