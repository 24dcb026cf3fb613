import Core
import Credentials
import HTML
import HTTPTypes
import Hummingbird
import Web

/// Handlers of asking: the forms, mail addresses that someone wants to see, and the word of thanks.
struct ContactRoutes: Sendable {
    let slice: Slice

    private typealias Words = ContactWords

    /// The form is its own proof of where it comes from (see ``ContactSeal``), works for browsers that keep no cookies, and acts for nobody who is signed in.
    private static let noAuthority = ForgeryGuard.notNeeded(
        because: "acts for nobody: who is signed in plays no part, and the signed seal shows whose form it is")

    var table: [Route] {
        [
            Route(.get, "/contact", name: "contact.site", summary: Words.both(\.title)) { try show(try await slice.installationContact(), $1) },
            post("/contact", "contact.site.send") { try await slice.installationContact() },
            Route(.get, "/programmas/{programma}/contact", name: "contact.programme", summary: Words.both(\.title)) { try show(try await programme($1), $1) },
            post("/programmas/{programma}/contact", "contact.programme.send", programme),
            Route(.get, "/contact/over/{soort}/{ding}", name: "contact.thing", summary: Words.both(\.title)) { try show(try await thing($1), $1) },
            post("/contact/over/{soort}/{ding}", "contact.thing.send", thing),
            Route(.post, "/contact/adres", name: "contact.address", summary: Words.both(\.showAddress), forgeryGuard: Self.noAuthority) {
                try await showAddress($1)
            },
            Route(.get, "/contact/verstuurd", name: "contact.sent", summary: Words.both(\.sentTitle)) { try await sent($1) },
        ]
    }

    private func post(_ pattern: String, _ name: String, _ find: @escaping @Sendable () async throws -> ContactPlace) -> Route {
        post(pattern, name) { _ in try await find() }
    }

    private func post(_ pattern: String, _ name: String, _ find: @escaping @Sendable (WebContext) async throws -> ContactPlace) -> Route {
        Route(.post, pattern, name: name, summary: Words.both(\.send), forgeryGuard: Self.noAuthority) { try await send(try await find($1), $1) }
    }

    @Sendable private func programme(_ context: WebContext) async throws -> ContactPlace { try await slice.contactPlace(try await slice.outline(context)) }

    /// What only some may know of is not found here: a page that everyone may see.
    @Sendable private func thing(_ context: WebContext) async throws -> ContactPlace {
        let thing = Event.Thing(try context.part("soort"), try context.part("ding"))
        guard let place = try await slice.contactPlace(thing, for: .visitor) else { throw Problem.notFound }
        return place
    }

    // MARK: The page

    private var key: SecretKey { slice.installation.key }

    private func show(_ place: ContactPlace, _ context: WebContext) throws -> Answer {
        let wanted = context.query[ContactForm.to].map { [Form.Item(ContactForm.to, $0)] } ?? []
        return page(place, ContactPageState(form: Form(items: wanted), seal: ContactSeal.field(.first, key: key, at: slice.now())), context)
    }

    private func page(
        _ place: ContactPlace, _ state: ContactPageState, isShownTooMuch: Bool = false, status: HTTPResponse.Status = .ok, _ context: WebContext
    ) -> Answer {
        let words = Words(context.language), name = place.name ?? context.frame.name
        let head = PageHead(
            "\(words.title) \(name)", description: place.name.map(words.placeLead) ?? words.siteLead, hasErrors: status != .ok, styles: ["contact.css"],
            scripts: ["contact.js"])
        return context.page(head, status: status, cache: .noStore) {
            ContactPage(place: place, state: state, isShownTooMuch: isShownTooMuch, language: context.language)
        }
    }

    /// The form once more, with everything that was typed.
    private func again(
        _ place: ContactPlace, _ form: Form, _ question: ContactQuestion, step: ContactSeal.Step = .again, status: HTTPResponse.Status = .badRequest,
        _ context: WebContext
    ) -> Answer {
        let state = ContactPageState(form: form, question: question, seal: ContactSeal.field(step, key: key, at: slice.now()))
        return page(place, state, status: status, context)
    }

    // MARK: Sending

    private func send(_ place: ContactPlace, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let now = slice.now(), client = slice.client(context)
        guard let draft = ContactForm.draft(&form, language: context.language) else { return again(place, form, .none, context) }
        let seal = ContactSeal(form[ContactForm.seal], key: key, at: now)
        let signs = ContactSigns.points(of: draft, hidden: form[TrapField.name] ?? "", repeats: try await slice.contact.repeats(of: draft, at: now))
        let isMeant = form.has(ContactForm.meant, "ja"), isWorked = ContactSeal.isWorked(form[ContactForm.seal], answer: form[ContactForm.work])
        let judgement = ContactJudgement.judge(signs, seal: seal, isMeant: isMeant, isWorked: isWorked, at: now)
        if case .send(let doubts) = judgement, let seal {
            let wanted = form[ContactForm.to].flatMap { Identifier($0) }
            let sending = try await slice.contact.send(
                draft, about: place, seal: seal.number, wanted: wanted, doubts: doubts, client: client, from: slice.origin(context))
            switch sending {
            case .sent(let message), .already(let message): return thanks(message, context)
            case .used: return again(place, form, .again, context)
            case .tooMany: return again(place, form, .tooMany, status: .tooManyRequests, context)
            }
        }
        guard try await slice.contact.take(.trying, client: client, at: now) else { return again(place, form, .tooMany, status: .tooManyRequests, context) }
        switch judgement {
        case .doubtful(let signs):
            // The second time the box itself is what is missing.
            if seal?.step == .doubtful { form.fail(ContactForm.meant, Words.both(\.doubtError)) }
            return again(place, form, .doubtful(signs), step: .doubtful, context)
        case .advertising(let signs):
            form.fail("bericht", Words.both(\.refusedError))
            return again(place, form, .advertising(signs), context)
        case .again, .send: return again(place, form, .again, context)
        }
    }

    /// Who sent may see for an hour who takes it along.
    private static let hour: Int64 = 3_600_000

    private var proofs: TokenSigner { TokenSigner(key, purpose: "contact sent") }

    private func thanks(_ message: ContactMessage, _ context: WebContext) -> Answer {
        let proof = proofs.sign(message.id.description, until: slice.now() + Self.hour)
        return .redirect(to: ContactRoute.sent(proof: proof).address, in: context.language)
    }

    private func sent(_ context: WebContext) async throws -> Answer {
        var message: ContactMessage?, name: String?
        if let proof = context.query["bewijs"], let id = (try? proofs.open(proof, at: slice.now())).flatMap({ Identifier($0) }) {
            message = try await slice.contact.find(id)
            if let message, let point = message.point {
                name = try await slice.contactPlace(message.thing, for: .visitor)?.point(point)?.details.name
            }
        }
        let words = Words(context.language)
        return context.page(PageHead(words.sentTitle, isListed: false), cache: .noStore) {
            ContactSentPage(message: message, name: name, language: context.language)
        }
    }

    // MARK: A mail address

    /// Shows one address to who has the page open and presses a button: no program that only reads pages gets it.
    private func showAddress(_ context: WebContext) async throws -> Answer {
        let form = context.fields, now = slice.now()
        guard let kind = form["soort"], let id = form["ding"], let who = form["wie"].flatMap({ Identifier($0) }),
            let place = try await slice.contactPlace(Event.Thing(kind, id), for: .visitor), place.point(who)?.details.publicMail != nil
        else { throw Problem.notFound }
        var state = ContactPageState(form: Form(items: []), seal: ContactSeal.field(.first, key: key, at: now))
        guard ContactSeal(form[ContactForm.seal], key: key, at: now) != nil else { return page(place, state, context) }
        guard try await slice.contact.take(.showing, client: slice.client(context), at: now) else {
            return page(place, state, isShownTooMuch: true, status: .tooManyRequests, context)
        }
        state.shown = who
        return page(place, state, context)
    }
}
