import Core
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
            places: try await slice.placeNames(of: visit.actor.grants.map(\.scope)), doors: slice.doors.own, token: token,
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
        let archive = PersonArchive(file, site: context.frame.name, language: context.language, names: slice.fileNames)
        return Answer(try archive.bytes, as: MediaKind("application/zip", isText: false), cache: .noStore).asDownload(named: "mijn-gegevens.zip")
    }
}
