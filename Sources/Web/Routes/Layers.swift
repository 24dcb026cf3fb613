import Core
import HTML
import HTTPTypes
import Hummingbird
import Logging
import Transfer

/// Looks who asks, by which name the request goes, and what its path says. First of all layers.
struct ArrivalLayer: RouterMiddleware {
    let configuration: WebConfiguration
    let frame: FrameSource
    let tokens: ForgeryTokens
    let clock: WebClock

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var context = context
        context.arrival = clock.seconds()
        context.frame = await frame()
        context.tokens = tokens
        context.session = CookieHeader.value(of: ForgeryTokens.cookieName, in: request.headers)
        let isProxied = context.peer.map(isTrusted) ?? false
        if isProxied { context.client = forwardedClient(request.headers) ?? context.peer }
        let sent = isProxied ? HTTPField.Name("X-Request-Id").flatMap { request.headers[$0] } : nil
        context.requestID = sent.flatMap { Self.isUsable($0) ? $0 : nil } ?? Digest.hex(Digest.randomBytes(8))
        context.logger[metadataKey: "request"] = .string(context.requestID)
        context.path = RequestPath(target: request.head.path ?? "")
        context.language = context.path.language
        switch context.path {
        case .found(let address, _, let space, _):
            context.address = address
            context.space = space
        case .moved(let address, _): context.address = address
        case .unknown: context.space = (request.head.path ?? "").hasPrefix("/api/") ? .api : .page
        }
        if context.space != .page { context.language = Language.preferred(request.headers[.acceptLanguage], otherwise: context.frame.defaultLanguage) }
        return try await next(request, context)
    }

    private func isTrusted(_ address: NetworkAddress) -> Bool {
        configuration.trustedProxies.contains { $0.contains(address) }
    }

    /// The last address in `X-Forwarded-For` that is not a proxy of ours: what stands before it, anyone could have written.
    private func forwardedClient(_ headers: HTTPFields) -> NetworkAddress? {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
        let entries = headers[values: name].flatMap { $0.split(separator: ",") }.suffix(20)
        for entry in entries.reversed() {
            guard let address = NetworkAddress(entry.filter { !$0.isWhitespace }) else { return nil }
            if !isTrusted(address) { return address }
        }
        return nil
    }

    private static func isUsable(_ id: String) -> Bool {
        (8...64).contains(id.utf8.count) && id.utf8.allSatisfy { MediaKind.isFileNameByte($0) }
    }
}

/// Counts every answer, and writes a line about those that failed or took long.
///
/// The line has no query, no address of the visitor, no cookie: only what helps to find the fault.
struct JournalLayer: RouterMiddleware {
    let metrics: Metrics
    let slow: Double
    let clock: WebClock

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        metrics.begin()
        let response: Response
        do {
            response = try await next(request, context)
        } catch {
            // Only a visitor who left comes here; errors have become answers below.
            metrics.end(method: label(request.method), route: route(context), status: 499, seconds: clock.seconds() - context.arrival)
            throw error
        }
        let seconds = clock.seconds() - context.arrival
        let status = response.status.code
        metrics.end(method: label(request.method), route: route(context), status: status, seconds: seconds)
        let level: Logger.Level = status >= 500 || seconds >= slow ? .info : .debug
        context.logger.log(
            level: level, "answered",
            metadata: [
                "method": .string(label(request.method)), "route": .string(route(context)), "path": .string(String(context.address.path.prefix(200))),
                "status": .stringConvertible(status), "ms": .stringConvertible((seconds * 1000).rounded()),
                "bytes": .string(response.headers[.contentLength] ?? "-"),
            ])
        return response
    }

    private func label(_ method: HTTPRequest.Method) -> String {
        RouteTable.methods.contains(method) || method == .options ? method.rawValue : "OTHER"
    }

    private func route(_ context: WebContext) -> String {
        guard let path = context.endpointPath, path.hasPrefix("/") else { return "none" }
        return path
    }
}

/// Puts the headers on every answer, and takes the body off for HEAD.
struct HeaderLayer: RouterMiddleware {
    let headers: SecurityHeaders

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var asked = request
        if request.method == .head {
            // Answered as GET, so that every header is the same.
            var head = request.head
            head.method = .get
            asked = Request(head: head, body: request.body)
        }
        var response = try await next(asked, context)
        headers.add(to: &response.headers, space: context.space, requestID: context.requestID)
        return request.method == .head ? response.createHeadResponse() : response
    }
}

/// Turns every error into an answer: a page in the reader's language, or a problem document.
struct FaultLayer: RouterMiddleware {
    let delivery: Delivery

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let fault = Fault(error)
            if fault.isUnforeseen {
                context.logger.error("unforeseen error", metadata: ["error": .string(String("\(type(of: error)): \(error)".prefix(2000)))])
            }
            return response(fault, request, context)
        }
    }

    private func response(_ fault: Fault, _ request: Request, _ context: WebContext) -> Response {
        let status = HTTPResponse.Status(code: fault.status)
        var answer: Answer
        if request.wantsJSON(context.space) {
            let document = ProblemDocument(fault, language: context.language, requestID: context.requestID)
            answer = Answer(document.bytes, as: .problem, status: status, cache: .noStore)
        } else if context.space == .plain {
            answer = Answer(Array((fault.title[context.language] + "\n").utf8), as: .text, status: status, cache: .noStore)
        } else {
            let head = PageHead(fault.title[context.language], hasErrors: !fault.errors.isEmpty, isListed: false)
            answer = context.page(head, status: status, cache: .noStore) {
                ProblemPage(fault: fault, frame: context.frame, language: context.language, requestID: context.requestID)
            }
        }
        for field in fault.headers { answer.headers[field.name] = field.value }
        answer.headers.addVary("Accept")
        if context.space != .page { answer.headers.addVary("Accept-Language") }
        return delivery.response(for: answer, to: request.headers)
    }
}

/// Keeps one subscriber from taking the server from the others. Assets and the operator's own routes do not count.
struct RateLayer: RouterMiddleware {
    let limiter: RateLimiter

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        if context.space != .plain, let client = context.client, let wait = limiter.secondsToWait(client, at: context.arrival) {
            throw Problem.tooMany(retryAfter: wait)
        }
        return try await next(request, context)
    }
}

/// Takes the language off the path, so that routes are registered once, and refuses paths that no route can have.
struct PathLayer: RouterMiddleware {
    let delivery: Delivery

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        switch context.path {
        case .unknown: throw Problem.notFound
        case .moved(let address, let language):
            guard request.method == .get else { throw Problem.notFound }
            return delivery.response(for: .redirect(to: address, in: language, status: .permanentRedirect), to: request.headers)
        case .found(_, _, _, let routed):
            guard RouteTable.methods.contains(request.method) || request.method == .options else { throw Refusal.method(allowed: RouteTable.methods) }
            var head = request.head
            head.path = routed
            return try await next(Request(head: head, body: request.body), context)
        }
    }
}
