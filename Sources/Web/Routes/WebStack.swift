import Core
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Transfer

/// Everything between the socket and the handlers, put together once for server and tests.
///
/// The layers stand around the router, not in it, because two of them decide what the router sees (the path without language, GET for HEAD)
/// and because answers that never reach a route need them too. From the outside in:
///
/// 1. arrival: request id, visitor's address, path, language
/// 2. journal: metrics and the log; sees every answer, with its final status
/// 3. headers: security headers on every answer; HEAD
/// 4. faults: errors become pages or problem documents
/// 5. rate limit: after the faults, so that its refusal is a designed page, and before any work
/// 6. path: language prefix off, slash at the end, paths that cannot be
/// 7. router, and for each route: access, body, forgery guard, handler, delivery (`ETag`, 304, gzip)
///
/// It is a Hummingbird responder: `Application(responder: try WebStack.install(on: table, …))`. Stopping gracefully is Hummingbird's part.
package struct WebStack: HTTPResponder {
    package typealias Context = WebContext

    private let chain: @Sendable (Request, WebContext) async throws -> Response
    /// Every route, with those of the floor itself (`/health`, `/metrics`, assets, `security.txt`).
    package let table: RouteTable
    /// The figures about requests.
    package let metrics: Metrics

    package func respond(to request: Request, context: WebContext) async throws -> Response {
        try await chain(request, context)
    }

    /// Adds the routes of the floor to those of the site, builds the router, and puts the layers around it.
    ///
    /// - Parameters:
    ///   - table: the routes of all slices
    ///   - frame: what stands around every page; its assets are served
    ///   - look: the frame as it is now, where that can change while the server runs
    ///   - checks: what `/health` tries
    ///   - gauges: figures of the application for `/metrics`
    ///   - visits: finds who signed in
    ///   - links: what hangs together with a thing, for ``WebContext/linked(to:besides:)``
    /// - Throws: ``RouteTableError`` when a route of the site takes the place of one of the floor.
    package static func install(
        on table: RouteTable, configuration: WebConfiguration, frame: SiteFrame, checks: [HealthCheck] = [], gauges: [Gauge] = [],
        visits: @escaping VisitSource = { _ in nil }, look: ((SiteFrame) -> FrameSource)? = nil,
        links: LinkedThingsSource? = nil, clock: WebClock = .system
    ) throws(RouteTableError) -> WebStack {
        let metrics = Metrics(gauges: gauges)
        var known = frame
        known.origin = known.origin ?? configuration.origin
        let frame = known
        let source: FrameSource
        if let look { source = look(frame) } else { source = { frame } }
        var table = table
        try table.register(FloorRoutes(configuration: configuration, assets: frame.assets, metrics: metrics, checks: checks, clock: clock).routes)
        // Without any, forms that are open expire when the server stops.
        let secret = configuration.secret.isEmpty ? Digest.randomBytes(32) : configuration.secret
        let tokens = ForgeryTokens(key: secret, origin: configuration.origin)
        let delivery = Delivery(compressed: CompressedBodies(limit: configuration.compressedBodies))
        let router = RouteBinding(configuration: configuration, tokens: tokens, delivery: delivery, visits: visits, links: links).router(table)
            .buildResponder()
        var layers: [any MiddlewareProtocol<Request, Response, WebContext>] = [
            ArrivalLayer(configuration: configuration, frame: source, tokens: tokens, clock: clock),
            JournalLayer(metrics: metrics, slow: configuration.slow, clock: clock),
            HeaderLayer(headers: SecurityHeaders(https: configuration.isHTTPS, apiVersion: configuration.apiVersion)),
            FaultLayer(delivery: delivery),
        ]
        if let limit = configuration.rateLimit { layers.append(RateLayer(limiter: RateLimiter(limit))) }
        layers.append(PathLayer(delivery: delivery))
        let inner: @Sendable (Request, WebContext) async throws -> Response = { try await router.respond(to: $0, context: $1) }
        let chain = layers.reversed().reduce(inner) { inside, layer in
            { @Sendable request, context in try await layer.handle(request, context: context, next: inside) }
        }
        return WebStack(chain: chain, table: table, metrics: metrics)
    }
}

/// Makes Hummingbird routes of the table.
struct RouteBinding: Sendable {
    let configuration: WebConfiguration
    let tokens: ForgeryTokens
    let delivery: Delivery
    let visits: VisitSource
    let links: LinkedThingsSource?
    let memory = UploadMemory()

    func router(_ table: RouteTable) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: RouterErrors())
        var patterns: Set<String> = []
        for route in table.routes {
            router.on(RouterPath(route.pattern), method: route.method) { request, context in try await answer(route, request, context) }
        }
        // Every other method of a known path says which methods there are.
        for route in table.routes where patterns.insert(RouterPath(route.pattern).description).inserted {
            let allowed = table.allowed(route.pattern)
            for method in RouteTable.methods where !allowed.contains(method) {
                router.on(RouterPath(route.pattern), method: method) { _, _ -> Response in throw Refusal.method(allowed: allowed) }
            }
            router.on(RouterPath(route.pattern), method: .options) { request, _ in
                var answer = Answer.empty
                answer.headers[.allow] = (allowed + [.options]).map(\.rawValue).joined(separator: ", ")
                return delivery.response(for: answer, to: request.headers)
            }
        }
        return router
    }

    private func answer(_ route: Route, _ request: Request, _ context: WebContext) async throws -> Response {
        var context = context
        context.links = links
        do {
            return try await answer(route, request, &context)
        } catch let problem as Problem {
            context.note(problem, of: route)
            throw problem
        }
    }

    private func answer(_ route: Route, _ request: Request, _ context: inout WebContext) async throws -> Response {
        var request = request
        if route.access == .operators {
            guard isOperator(request, context) else { throw Problem.notFound }
        } else if route.readsSession {
            if let session = context.session { context.visit = try await visits(session) }
            if let elsewhere = try Self.refusal(of: route, context) { return delivery.response(for: elsewhere, to: request.headers) }
        }
        if route.isUnsafe {
            try await readForm(&request, &context, of: route)
            try guardAgainstForgery(request, context, of: route)
        }
        var answer = try await route.handler(request, context)
        // What someone sees who signed in is nobody else's, also not of who sits down at the same machine (ASVS 14.3.2).
        if context.visit != nil { answer.cache = .noStore }
        return delivery.response(for: answer, to: request.headers)
    }

    /// Nil for who may go on; a page to sign in for who asked for a page and can still prove who they are.
    private static func refusal(of route: Route, _ context: WebContext) throws(Problem) -> Answer? {
        switch route.access.decide(context.actor) {
        case .allowed: return nil
        case .hidden: throw .notFound
        case .refused(let reason): throw .forbidden(reason)
        case .signIn:
            guard let address = context.frame.signIn, context.space == .page, !route.isUnsafe else {
                throw .forbidden(
                    Localized(nl: "Meld je eerst aan. Daarna kun je dit doen.", en: "Sign in first. After that you can do this."))
            }
            let back = PageAddress.Item("terug", context.address.url(in: .nl))
            // Who signed in already can only lack the second step.
            let step = context.visit == nil ? address : PageAddress(address.segments + ["tweede-stap"])
            return .redirect(to: step.with(back), in: context.language)
        }
    }

    /// Reads an urlencoded body, and one with files where the route takes them; other kinds are left for the handler.
    private func readForm(_ request: inout Request, _ context: inout WebContext, of route: Route) async throws {
        let kind = request.headers[.contentType]?.split(separator: ";").first.map { $0.filter { !$0.isWhitespace }.lowercased() }
        let uploads = kind == "multipart/form-data" ? route.uploads : nil
        let limit = uploads?.body ?? route.bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Refusal.tooLarge }
        if let uploads {
            let before = (request, context)
            let read = try await UploadReading(limits: uploads, memory: memory).read(request) { form in
                var context = before.1
                context.form = form
                try guardAgainstForgery(before.0, context, of: route)
            }
            context.form = Form(items: read.items)
            context.files = read.files
        } else if kind == "application/x-www-form-urlencoded" {
            let body = try await request.collectBody(upTo: limit)
            context.form = Form(items: Form.items(of: Array(body.readableBytesView)))
        }
    }

    private func guardAgainstForgery(_ request: Request, _ context: WebContext, of route: Route) throws(Problem) {
        guard case .token = route.forgeryGuard else { return }
        let sent = context.form?[ForgeryTokens.fieldName] ?? HTTPField.Name(ForgeryTokens.headerName).flatMap { request.headers[$0] }
        guard tokens.isSameOrigin(request.head), tokens.fits(sent, session: context.session) else {
            throw .forbidden(
                Localized(
                    nl: "Dit formulier is verlopen. Ga terug, laad de pagina opnieuw en verstuur het nog een keer.",
                    en: "This form has expired. Go back, reload the page and send it once more."))
        }
    }

    /// The machine itself, when no proxy passed the request on, or who knows the token.
    private func isOperator(_ request: Request, _ context: WebContext) -> Bool {
        if let token = configuration.operatorToken, !token.isEmpty, let sent = request.headers[.authorization], sent.hasPrefix("Bearer ") {
            return Digest.areEqual(Digest.sha256(String(sent.dropFirst(7))), Digest.sha256(token))
        }
        let passedOn = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via"].compactMap { HTTPField.Name($0) }
        return (context.peer?.isLoopback ?? false) && !passedOn.contains { request.headers.contains($0) }
    }
}

/// Keeps Hummingbird's own errors from becoming its own answers: here every error has our words.
struct RouterErrors: RouterMiddleware {
    /// An error on its way out of the router, which answers `HTTPError` itself.
    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            switch error.status.code {
            case 404: throw Problem.notFound
            case 413: throw Refusal.tooLarge
            case 415: throw Refusal.mediaType
            case 400..<500: throw Refusal.malformed
            default: throw Unforeseen(description: error.description)
            }
        }
    }
}

/// An error of a library that is not for visitors.
struct Unforeseen: Error, CustomStringConvertible {
    let description: String
}
