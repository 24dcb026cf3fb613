import Core
import HTML
import Hummingbird
import Mail
import Web

/// Handlers of profiles: one's own to change, and those of others to see.
struct ProfileRoutes: Sendable {
    let slice: Slice

    private typealias Words = ProfileWords

    private static let styles = AttachmentList<Empty>.styles + ["profile.css"]

    var table: [Route] {
        [
            Route(.get, "/mensen/{persoon}", name: "profiles.profile", readsSession: true, summary: Words.both(\.profile)) { try await show($0, $1) },
            Route(.get, "/mijn/profiel", name: "profiles.edit", access: .person, summary: Words.both(\.edit)) { try await edit($1) },
            Route(.post, "/mijn/profiel", name: "profiles.save", access: .person, summary: Words.both(\.change), uploads: UploadLimits()) {
                try await save($1)
            },
        ]
    }

    // MARK: As others see it

    private func show(_ request: Request, _ context: WebContext) async throws -> Answer {
        let id = try context.part("persoon", as: Identifier.self), actor = context.actor
        guard let person = try await slice.persons.find(id) else { throw Problem.notFound }
        let isOwn = actor.person?.id == id
        let kept = try await slice.profiles.find(id), known = kept ?? (isOwn ? Profile() : nil)
        guard let profile = known, ProfilePolicy.see(known, of: id, isOpen: person.isOpen, by: actor).isAllowed else { throw Problem.notFound }
        let view = try await view(person, profile, by: actor, in: context.language)
        // What everyone may read leaves no line where nobody is known to read it.
        if actor.person != nil { try await slice.note(.profiles, "profiles.profile", of: [id], request, context) }
        let head = PageHead(person.name, isListed: false, styles: Self.styles)
        return context.page(head, cache: .noStore) { ProfilePage(view: view, language: context.language) }
    }

    private func view(_ person: Person, _ profile: Profile, by actor: Actor, in language: Language) async throws -> ProfileView {
        let id = person.id, thing = Event.Thing("person", id.description), now = slice.now()
        let files = try await slice.attachments.store.files(of: thing)
        let grants = try await slice.persons.grants(of: id).filter { $0.holds(at: now) }
        let places = try await slice.placeNames(of: grants.map(\.scope))
        var organisations: [Organisation] = []
        if profile.showsOrganisation {
            for membership in try await slice.organisations.memberships(of: id) where membership.holds(at: now) {
                if let organisation = try await slice.organisations.find(membership.organisation) { organisations.append(organisation) }
            }
        }
        func reach(_ field: ProfileVisibility, _ value: String) -> String? {
            !value.isEmpty && ProfilePolicy.reach(field, of: profile, id, by: actor).isAllowed ? value : nil
        }
        return ProfileView(
            person: id, name: person.name, profile: profile, photo: files.first { $0.id == profile.photo }, files: files.filter { $0.id != profile.photo },
            roles: grants.map { (grant: $0, place: places.text($0.scope, language)) }, organisations: organisations,
            terms: try await slice.terms.labels(of: thing), mail: reach(profile.mailVisibility, person.mail.description),
            telephone: reach(profile.telephoneVisibility, profile.telephone), isOwn: actor.person?.id == id,
            isAdministrator: actor.decide([.functionalAdministrator]).isAllowed)
    }

    // MARK: One's own

    private func me(_ context: WebContext) async throws -> Person {
        guard let id = context.actor.person?.id, let person = try await slice.persons.find(id) else { throw Problem.notFound }
        return person
    }

    private func photo(of profile: Profile?) async throws -> Attachment? {
        guard let photo = profile?.photo else { return nil }
        return try await slice.attachments.store.find(photo)
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let person = try await me(context), profile = try await slice.profiles.find(person.id)
        let chosen = try await slice.terms.labels(of: Event.Thing("person", person.id.description))
        let form = (profile ?? Profile()).form(terms: chosen, alt: try await photo(of: profile)?.alt ?? "")
        return try await page(context, person, profile, form, kept: nil, isSaved: context.query.has("bewaard"))
    }

    private func page(
        _ context: WebContext, _ person: Person, _ profile: Profile?, _ form: Form, kept: Attachment?, isSaved: Bool = false
    ) async throws -> Answer {
        let photo = try await photo(of: profile), now = slice.now()
        let chosen = Set(form.all("label")), terms = try await slice.terms.all(withRetired: true).filter { $0.retiredAt == nil || chosen.contains($0.key) }
        let hasOrganisation = try await slice.organisations.memberships(of: person.id).contains { $0.holds(at: now) }
        return context.formPage(Words(context.language).edit, form, styles: Self.styles) { token in
            ProfileEditPage(
                person: person, terms: terms, photo: photo, kept: kept.map { KeptFile($0) }, hasOrganisation: hasOrganisation,
                canKeepFiles: slice.attachments.folder != nil, isSaved: isSaved, form: form, token: token, language: context.language)
        }
    }

    private func save(_ context: WebContext) async throws -> Answer {
        let person = try await me(context), before = try await slice.profiles.find(person.id)
        var form = context.fields
        let sent = try await slice.file("foto", .pictures, in: &form, context)
        let hasPhoto = sent != nil || (before?.photo != nil && !form.has("foto-weg", "ja"))
        let alt = form.line("alt", limit: 300, required: hasPhoto ? UploadFault.altMissing.message : nil) ?? ""
        let read = Profile(&form)
        guard let profile = read, form.errors.isEmpty else { return try await page(context, person, before, form, kept: sent) }
        let photo: ProfileStore.Photo = if let sent { .new(sent.id, alt: alt) } else if hasPhoto { .same(alt: alt) } else { .none }
        do {
            let gone = try await slice.profiles.save(
                profile, terms: Set(form.all("label")), photo: photo, limits: slice.attachments.settings.limits, from: slice.origin(context))
            await slice.attachments.letGo(gone)
        } catch let fault as UploadFault {
            form.fail(fault == .altMissing ? "alt" : "foto", fault.message)
            return try await page(context, person, before, form, kept: sent)
        } catch TermDraft.Fault.unknownTerm {
            form.fail("label", Words.both(\.termGone))
            return try await page(context, person, before, form, kept: sent)
        }
        return .redirect(to: ProfileRoute.edit.address.with(.init("bewaard", "ja")), in: context.language)
    }
}
