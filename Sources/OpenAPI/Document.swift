extension API {
    /// The description of an API, printed as an OpenAPI document.
    package struct Document: Sendable {
        /// The edition of the standard. The tooling of the Dutch API rules reads 3.0, so that is the default.
        package enum Edition: String, Sendable, CaseIterable {
            case v3_0 = "3.0.3"
            case v3_1 = "3.1.0"
        }

        package struct Info: Sendable {
            let title: String
            /// Major.minor.patch, the same as the header API-Version.
            let version: String
            let description: String
            let contact: Contact
            let licence: Licence

            package init(title: String, version: String, description: String, contact: Contact, licence: Licence) {
                self.title = title
                self.version = version
                self.description = description
                self.contact = contact
                self.licence = licence
            }
        }

        package struct Contact: Sendable {
            let name: String
            let url: String
            let email: String

            package init(name: String, url: String, email: String) {
                self.name = name
                self.url = url
                self.email = email
            }
        }

        package struct Licence: Sendable {
            let name: String
            let url: String

            package init(name: String, url: String) {
                self.name = name
                self.url = url
            }
        }

        package struct Server: Sendable {
            let url: String
            let description: String?

            /// - Parameter url: ends with the major version: `/api/v1`
            package init(_ url: String, description: String? = nil) {
                self.url = url
                self.description = description
            }
        }

        package struct Tag: Sendable {
            let name: String
            let description: String

            package init(_ name: String, _ description: String) {
                self.name = name
                self.description = description
            }
        }

        /// A schema with the name it is referred to by.
        package struct NamedSchema: Sendable {
            let name: String
            let schema: Schema

            package init(_ name: String, _ schema: Schema) {
                self.name = name
                self.schema = schema
            }
        }

        package let info: Info
        package let servers: [Server]
        package let tags: [Tag]
        /// In the order of the document; operations on one path come together at the first of them.
        package let operations: [Operation]
        /// Shapes that operations refer to by name. `Problem` and `FieldError` are there already.
        package let schemas: [NamedSchema]

        package init(info: Info, servers: [Server], tags: [Tag] = [], operations: [Operation], schemas: [NamedSchema] = []) {
            self.info = info
            self.servers = servers
            self.tags = tags
            self.operations = operations
            self.schemas = schemas
        }

        /// As JSON; the same text for the same document, always.
        package func json(_ edition: Edition = .v3_0) -> String { tree(edition).json }

        /// As YAML; the same tree as ``json(_:)``.
        package func yaml(_ edition: Edition = .v3_0) -> String { tree(edition).yaml }

        /// The document as a tree, as both printers write it.
        package func tree(_ edition: Edition = .v3_0) -> Node {
            .members([
                "openapi": .string(edition.rawValue), "info": infoNode,
                "servers": .array(servers.map { .members(["url": .string($0.url), "description": $0.description.map(Node.string)]) }),
                "tags": tags.nodeUnlessEmpty { ["name": .string($0.name), "description": .string($0.description)] },
                "paths": .object(paths(edition)), "components": components(edition),
            ])
        }

        private var infoNode: Node {
            [
                "title": .string(info.title), "version": .string(info.version), "description": .string(info.description),
                "contact": ["name": .string(info.contact.name), "url": .string(info.contact.url), "email": .string(info.contact.email)],
                "license": ["name": .string(info.licence.name), "url": .string(info.licence.url)],
            ]
        }

        private func paths(_ edition: Edition) -> [Node.Member] {
            var order: [String] = []
            var methods: [String: [Node.Member]] = [:]
            for operation in operations {
                if methods[operation.path] == nil { order.append(operation.path) }
                methods[operation.path, default: []].append(Node.Member(operation.method.rawValue, operation.node(edition)))
            }
            return order.map { Node.Member($0, .object(methods[$0] ?? [])) }
        }

        private func components(_ edition: Edition) -> Node {
            var seen: Set<String> = []
            let problems = operations.flatMap(\.problems).filter { seen.insert($0.name).inserted }.sorted { ($0.status, $0.name) < ($1.status, $1.name) }
            let shared = problems.isEmpty ? [] : [NamedSchema("Problem", Self.problem), NamedSchema("FieldError", Self.fieldError)]
            let version = Schema.string(pattern: #"^\d+\.\d+\.\d+$"#).example(.string(info.version))
            return .members([
                "schemas": .objectUnlessEmpty((schemas + shared).map { Node.Member($0.name, $0.schema.node(edition)) }),
                "responses": .objectUnlessEmpty(problems.map { Node.Member($0.name, $0.node) }),
                "headers": ["API-Version": ["description": "De volledige versie van deze API.", "schema": version.node(edition)]],
            ])
        }

        /// The one shape of everything that goes wrong (RFC 9457).
        private static let problem = Schema.object([
            Property("type", .string(format: "uri-reference").described("Soort probleem"), required: false),
            Property("status", .integer(minimum: 400, maximum: 599).described("De HTTP-status")),
            Property("title", .string().described("Wat er mis is, in een paar woorden")),
            Property("detail", .string().described("Wat je eraan kunt doen")),
            Property("instance", .string(format: "uri-reference").described("De naam van dit verzoek; hij staat ook in ons logboek"), required: false),
            Property("errors", .array(of: .reference("FieldError")).described("Elke fout in de invoer"), required: false),
        ])

        private static let fieldError = Schema.object([
            Property("field", .string().described("Naam van het veld of de sleutel")),
            Property("detail", .string().described("Wat je moet veranderen")),
        ])
    }
}
