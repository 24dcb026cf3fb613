extension API {
    /// One thing a client can do: a method on a path.
    package struct Operation: Sendable {
        /// The methods the design rules allow (/core/http-methods).
        package enum Method: String, Sendable, CaseIterable {
            case get, post, put, patch, delete
        }

        /// Unique in the document; lowerCamelCase.
        package let id: String
        package let method: Method
        /// Behind the server's address, with parameters in braces: `/gebieden/{code}`.
        package let path: String
        /// Dutch (/core/doc-language).
        package let summary: String
        package let description: String?
        package let tags: [String]
        package let parameters: [Parameter]
        package let body: [MediaType]
        package let responses: [Response]
        /// What can go wrong; answered as `application/problem+json`.
        package let problems: [ProblemResponse]
        package let isDeprecated: Bool

        package init(
            id: String, _ method: Method, _ path: String, summary: String, description: String? = nil, tags: [String] = [], parameters: [Parameter] = [],
            body: [MediaType] = [], responses: [Response], problems: [ProblemResponse] = [], isDeprecated: Bool = false
        ) {
            self.id = id
            self.method = method
            self.path = path
            self.summary = summary
            self.description = description
            self.tags = tags
            self.parameters = parameters
            self.body = body
            self.responses = responses
            self.problems = problems
            self.isDeprecated = isDeprecated
        }

        func node(_ edition: Document.Edition) -> Node {
            let answers = responses.map { Node.Member("\($0.status)", $0.node(edition)) } + problems.map { Node.Member("\($0.status)", $0.reference) }
            return .members([
                "operationId": .string(id), "summary": .string(summary), "description": description.map(Node.string),
                "tags": tags.nodeUnlessEmpty(Node.string), "deprecated": isDeprecated ? true : nil,
                "parameters": parameters.nodeUnlessEmpty { $0.node(edition) },
                "requestBody": body.isEmpty ? nil : .members(["required": true, "content": .object(body.map { $0.member(edition) })]),
                "responses": .object(answers),
            ])
        }
    }

    /// A part of the path, a query key or a header.
    package struct Parameter: Sendable {
        package enum Place: String, Sendable {
            case path, query, header
        }

        package let name: String
        package let place: Place
        let schema: Schema
        let description: String
        let isRequired: Bool
        let example: Node?

        private init(_ name: String, _ place: Place, _ schema: Schema, _ description: String, required: Bool, example: Node?) {
            self.name = name
            self.place = place
            self.schema = schema
            self.description = description
            self.isRequired = required
            self.example = example
        }

        /// A part of the path; always required.
        package static func path(_ name: String, _ schema: Schema, _ description: String, example: Node? = nil) -> Parameter {
            Parameter(name, .path, schema, description, required: true, example: example)
        }

        /// A query key in camelCase. A list is written with commas: `codes=GM0222,GM0202`.
        package static func query(_ name: String, _ schema: Schema, _ description: String, required: Bool = false, example: Node? = nil) -> Parameter {
            Parameter(name, .query, schema, description, required: required, example: example)
        }

        package static func header(_ name: String, _ schema: Schema, _ description: String, required: Bool = false, example: Node? = nil) -> Parameter {
            Parameter(name, .header, schema, description, required: required, example: example)
        }

        func node(_ edition: Document.Edition) -> Node {
            var isList = false
            if case .array = schema.kind { isList = true }
            return .members([
                "name": .string(name), "in": .string(place.rawValue), "description": .string(description), "required": isRequired ? true : nil,
                "explode": isList && place == .query ? false : nil, "schema": schema.node(edition), "example": example,
            ])
        }
    }

    /// A content type with the shape of what it carries.
    package struct MediaType: Sendable {
        package let name: String
        let schema: Schema
        let example: Node?

        /// - Parameter name: `application/json`, `application/geo+json`, `text/csv`, …
        package init(_ name: String, _ schema: Schema, example: Node? = nil) {
            self.name = name
            self.schema = schema
            self.example = example
        }

        package static func json(_ schema: Schema, example: Node? = nil) -> MediaType { MediaType("application/json", schema, example: example) }

        func member(_ edition: Document.Edition) -> Node.Member {
            Node.Member(name, .members(["schema": schema.node(edition), "example": example]))
        }
    }

    /// A header of a response.
    package struct Header: Sendable {
        let name: String
        let schema: Schema
        let description: String

        package init(_ name: String, _ schema: Schema, _ description: String) {
            self.name = name
            self.schema = schema
            self.description = description
        }

        func member(_ edition: Document.Edition) -> Node.Member {
            Node.Member(name, ["description": .string(description), "schema": schema.node(edition)])
        }

        /// Every response carries the full version of the API (/core/version-header); described once, in the components.
        static let version = Node.Member("API-Version", ["$ref": "#/components/headers/API-Version"])
    }

    /// An answer to an operation.
    package struct Response: Sendable {
        package let status: Int
        let description: String
        let content: [MediaType]
        let headers: [Header]

        package init(_ status: Int = 200, _ description: String, _ content: [MediaType] = [], headers: [Header] = []) {
            self.status = status
            self.description = description
            self.content = content
            self.headers = headers
        }

        func node(_ edition: Document.Edition) -> Node {
            .members([
                "description": .string(description), "headers": .object([Header.version] + headers.map { $0.member(edition) }),
                "content": .objectUnlessEmpty(content.map { $0.member(edition) }),
            ])
        }
    }

    /// An answer that something went wrong, shared by all operations (RFC 9457).
    package struct ProblemResponse: Sendable, Hashable {
        package let status: Int
        /// Name in the components.
        package let name: String
        let description: String

        /// - Parameter description: Dutch, for the document
        package init(_ status: Int, name: String, _ description: String) {
            self.status = status
            self.name = name
            self.description = description
        }

        package static let badRequest = ProblemResponse(400, name: "BadRequest", "De invoer klopt niet. Alle fouten staan in één antwoord.")
        package static let forbidden = ProblemResponse(403, name: "Forbidden", "Je mag dit niet zien of doen.")
        package static let notFound = ProblemResponse(404, name: "NotFound", "Dit bestaat niet.")
        package static let methodNotAllowed = ProblemResponse(405, name: "MethodNotAllowed", "Dit kan niet op dit adres. De kop Allow zegt wat wel kan.")
        package static let notAcceptable = ProblemResponse(406, name: "NotAcceptable", "Wij hebben dit niet in het soort dat je vraagt.")
        package static let conflict = ProblemResponse(409, name: "Conflict", "Dit kan niet in de stand van nu.")
        package static let gone = ProblemResponse(410, name: "Gone", "Dit is er niet meer en komt niet terug.")
        package static let unsupportedMediaType = ProblemResponse(415, name: "UnsupportedMediaType", "Dit soort inhoud lezen wij niet.")
        package static let tooManyRequests = ProblemResponse(
            429, name: "TooManyRequests", "Te veel vragen in korte tijd. De kop Retry-After zegt hoe lang je wacht.")
        package static let unavailable = ProblemResponse(503, name: "Unavailable", "Een deel werkt nu niet. Probeer het later weer.")

        var reference: Node { ["$ref": .string("#/components/responses/" + name)] }

        var node: Node {
            [
                "description": .string(description), "headers": .object([Header.version]),
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ]
        }
    }
}
