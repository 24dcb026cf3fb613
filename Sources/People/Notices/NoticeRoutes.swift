import Core
import HTML
import Hummingbird
import Web

/// Handlers of what people are told, and of the one click that ends mail.
struct NoticeRoutes: Sendable {
    let slice: Slice

    private typealias Words = NoticeWords

    /// A mail program sends no cookie and comes from no page; what is signed in the address is all the authority there is (RFC 8058).
    private static let signed = ForgeryGuard.notNeeded(because: "the signed address in the mail is the authority; no cookie is looked at")

    var table: [Route] {
        [
            Route(.get, "/mijn/berichten", name: "notices.list", access: .person, summary: Words.both(\.title)) { try await list($1) },
            Route(.post, "/mijn/berichten/keuzes", name: "notices.choose", access: .person, summary: Words.both(\.choices)) { try await choose($1) },
            Route(.post, "/mijn/berichten/gelezen", name: "notices.read", access: .person, summary: Words.both(\.markAll)) { try await read($1) },
            Route(.get, "/berichten/uit", name: "notices.stop", summary: Words.both(\.stopTitle)) { _, context in
                try stopPage(context, try wish(context), isDone: false)
            },
            Route(.post, "/berichten/uit", name: "notices.stop.now", summary: Words.both(\.stopButton), forgeryGuard: Self.signed) { try await stop($1) },
        ]
    }

    private func me(_ context: WebContext) throws -> Identifier {
        guard let person = context.actor.person else { throw Problem.notFound }
        return person.id
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let person = try me(context), notices = slice.notices
        let entries = try await notices.list(of: person), paces = try await notices.paces(of: person), token = context.formToken()
        return context.page(PageHead(Words(context.language).title, isListed: false, styles: ["contact.css"]), token: token) {
            NoticesPage(
                entries: entries, kinds: notices.kinds, paces: paces, isSaved: context.query.has("bewaard"), token: token, language: context.language)
        }
    }

    private func choose(_ context: WebContext) async throws -> Answer {
        let person = try me(context)
        let chosen = slice.notices.kinds.compactMap { kind in
            context.fields[kind.key].flatMap { NoticePace(rawValue: $0) }.map { (kind.key, $0) }
        }
        try await slice.notices.choose(Dictionary(chosen) { $1 }, for: person, from: slice.origin(context))
        return .redirect(to: NoticeRoute.list.address.with(.init("bewaard", "ja")), in: context.language)
    }

    private func read(_ context: WebContext) async throws -> Answer {
        let person = try me(context)
        var one: Identifier?
        if let sent = context.fields["bericht"] {
            guard let id = Identifier(sent) else { throw Problem.notFound }
            one = id
        }
        try await slice.notices.read(one, of: person, from: slice.origin(context))
        return .redirect(to: NoticeRoute.list.address, in: context.language)
    }

    // MARK: One click

    private typealias Wish = (person: Identifier, what: Unsubscribing.What, token: String)

    private func wish(_ context: WebContext) throws -> Wish {
        guard let token = context.query["sleutel"], let found = slice.notices.unsubscribing.open(token, at: slice.now()) else { throw Problem.notFound }
        return (found.person, found.what, token)
    }

    private func stopPage(_ context: WebContext, _ wish: Wish, isDone: Bool) throws -> Answer {
        let words = Words(context.language), name: String
        switch wish.what {
        case .kind(let key):
            guard let kind = slice.notices.kind(key), !kind.isSecurity else { throw Problem.notFound }
            name = kind.name[context.language].lowercased()
        case .digest(let pace): name = words.digestName(pace)
        }
        return context.page(PageHead(words.stopTitle, isListed: false), cache: .noStore) {
            NoticeStopPage(name: name, isDone: isDone, token: wish.token, language: context.language)
        }
    }

    private func stop(_ context: WebContext) async throws -> Answer {
        let wish = try wish(context), answer = try stopPage(context, wish, isDone: true)
        try await slice.notices.stop(wish.what, for: wish.person, from: slice.origin(context, person: wish.person))
        return answer
    }
}
