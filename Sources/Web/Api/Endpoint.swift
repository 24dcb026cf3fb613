import Core
import HTTPTypes
import Hummingbird
import OpenAPI

/// One operation of the API: what the document says of it and what answers it, declared once, so that the two cannot differ.
///
/// A request is checked whole before the handler runs: `Accept`, every query key, and what ``init(id:_:summary:description:tag:parameters:answers:check:answer:)``
/// calls `check`. So a client hears of every fault in one answer.
package struct Endpoint: Sendable {
    package typealias Check = @Sendable (EndpointRequest, inout EndpointFaults) async throws -> Void
    package typealias Handler = @Sendable (EndpointRequest) async throws -> EndpointAnswer

    /// What stands before every path; ends with the major version (/core/uri-version).
    package static let root = "/api/v1"

    /// Permanent name, lowerCamelCase.
    package let id: String
    /// Behind ``root``: `/gebieden/{code}`.
    package let path: String
    package let summary: Localized
    package let description: Localized?
    package let tag: String
    package let parameters: [DeclaredParameter]
    private let answers: API.Response
    private let kinds: [String]
    private let check: Check?
    private let handler: Handler

    /// - Parameters:
    ///   - answers: the content types of a good answer with their shapes
    ///   - headers: of a good answer, beside those every answer has
    ///   - check: finds faults that only the data can tell; runs also when other parameters are wrong, which then read as nil
    package init(
        id: String, _ path: String, summary: Localized, description: Localized? = nil, tag: String, parameters: [DeclaredParameter] = [],
        answers: [API.MediaType], headers: [API.Header] = [], check: Check? = nil, answer handler: @escaping Handler
    ) {
        self.id = id
        self.path = path
        self.summary = summary
        self.description = description
        self.tag = tag
        self.parameters = parameters
        self.answers = API.Response(200, summary.nl, answers, headers: headers)
        self.kinds = answers.map(\.name)
        self.check = check
        self.handler = handler
    }

    /// What can go wrong at every endpoint.
    package static let problems: [API.ProblemResponse] = [
        .badRequest, .notFound, .methodNotAllowed, .notAcceptable, .tooManyRequests,
        API.ProblemResponse(500, name: "ServerError", "Er ging iets mis bij ons. Het ligt niet aan jou."), .unavailable,
    ]

    /// The lines of the document.
    package var operation: API.Operation {
        API.Operation(
            id: id, .get, path, summary: summary.nl, description: description?.nl, tags: [tag], parameters: parameters.map(\.documented), responses: [answers],
            problems: Self.problems)
    }

    /// The line in the table of routes.
    package var route: Route {
        Route(.get, Self.root + path, name: "api." + id, summary: summary) { request, context in
            guard Acceptance(request.headers[.accept]).takes(anyOf: kinds) else { throw Refusal.notAcceptable }
            let asked = EndpointRequest(context: context)
            var faults = EndpointFaults()
            faults.check(context.query, against: parameters)
            try await check?(asked, &faults)
            guard faults.errors.isEmpty else { throw Problem.invalid(faults.errors) }
            return try await handler(asked).answer
        }
    }

    /// An address that shows what the operation does: its path with the examples of its parameters.
    package var example: PageAddress {
        let segments = (Self.root + path).split(separator: "/").map { segment -> String in
            guard segment.hasPrefix("{") else { return String(segment) }
            return parameters.first { "{\($0.name)}" == segment }?.example ?? String(segment)
        }
        let query = parameters.filter { !$0.isInPath }.compactMap { parameter in parameter.example.map { PageAddress.Item(parameter.name, $0) } }
        return PageAddress(segments, query: query)
    }
}

/// A good answer of an endpoint.
package struct EndpointAnswer: Sendable {
    private(set) var answer: Answer

    /// - Parameter node: becomes compact JSON
    package static func json(_ node: API.Node) -> EndpointAnswer { bytes(node.bytes, as: .json) }

    package static func bytes(_ bytes: [UInt8], as kind: MediaKind) -> EndpointAnswer {
        EndpointAnswer(answer: Answer(bytes, as: kind, cache: .noStore))
    }

    /// The same with one more header.
    package func with(_ name: String, _ value: String) -> EndpointAnswer {
        var copy = self
        if let name = HTTPField.Name(name) { copy.answer.headers[name] = value }
        return copy
    }
}

/// What a client takes, by its `Accept` header (RFC 9110, 12.5.1).
struct Acceptance: Sendable {
    private let ranges: [(kind: String, weight: Double)]

    init(_ header: String?) {
        ranges = (header ?? "").split(separator: ",").prefix(50).map { part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (pieces.first ?? "", weight)
        }
    }

    /// Whether one of these content types will do. GeoJSON is JSON, so who asks for JSON gets it too.
    func takes(anyOf kinds: [String]) -> Bool {
        ranges.isEmpty || kinds.contains { takes($0) } || (kinds.contains("application/geo+json") && takes("application/json"))
    }

    /// The most specific range that fits decides.
    private func takes(_ kind: String) -> Bool {
        let group = kind.prefix { $0 != "/" } + "/*"
        for range in [kind, String(group), "*/*"] {
            if let found = ranges.first(where: { $0.kind == range }) { return found.weight > 0 }
        }
        return false
    }
}
