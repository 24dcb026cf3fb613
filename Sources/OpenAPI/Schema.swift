extension API {
    /// What a value of the API looks like.
    package struct Schema: Sendable, Hashable {
        indirect enum Kind: Sendable, Hashable {
            case any
            /// Type, and the keywords that go with it.
            case plain(type: String, [Node.Member])
            case array(Schema, [Node.Member])
            case object([Property], additional: Schema?)
            /// Name of a schema in the components.
            case reference(String)
            case oneOf([Schema])
        }

        let kind: Kind
        private(set) var description: String?
        private(set) var example: Node?
        private(set) var fallback: Node?
        private(set) var isNullable = false

        private init(_ kind: Kind) { self.kind = kind }

        /// Anything at all.
        package static let any = Schema(.any)
        package static let boolean = Schema(.plain(type: "boolean", []))

        /// - Parameters:
        ///   - format: `date`, `date-time`, `uri`, …
        ///   - values: the only texts allowed
        ///   - pattern: regular expression (ECMA-262)
        package static func string(
            format: String? = nil, values: [String]? = nil, pattern: String? = nil, minimumLength: Int? = nil, maximumLength: Int? = nil
        ) -> Schema {
            let keywords = Node.members([
                "format": format.map(Node.string), "enum": values.map { .array($0.map(Node.string)) }, "pattern": pattern.map(Node.string),
                "minLength": minimumLength.map(Node.integer), "maxLength": maximumLength.map(Node.integer),
            ])
            return Schema(.plain(type: "string", keywords.members))
        }

        package static func integer(minimum: Int? = nil, maximum: Int? = nil) -> Schema {
            Schema(.plain(type: "integer", Node.members(["minimum": minimum.map(Node.integer), "maximum": maximum.map(Node.integer)]).members))
        }

        package static func number(minimum: Double? = nil, maximum: Double? = nil) -> Schema {
            Schema(.plain(type: "number", Node.members(["minimum": minimum.map(Node.number), "maximum": maximum.map(Node.number)]).members))
        }

        package static func array(of element: Schema, minimumCount: Int? = nil, maximumCount: Int? = nil) -> Schema {
            Schema(.array(element, Node.members(["minItems": minimumCount.map(Node.integer), "maxItems": maximumCount.map(Node.integer)]).members))
        }

        /// - Parameter additional: what members beside the named ones look like; nil leaves it open
        package static func object(_ properties: [Property], additional: Schema? = nil) -> Schema { Schema(.object(properties, additional: additional)) }

        /// The schema with this name in the components.
        package static func reference(_ name: String) -> Schema { Schema(.reference(name)) }

        /// Exactly one of these.
        package static func oneOf(_ choices: [Schema]) -> Schema { Schema(.oneOf(choices)) }

        package func described(_ text: String) -> Schema { changed { $0.description = text } }
        package func example(_ value: Node) -> Schema { changed { $0.example = value } }
        /// What the server takes where the client gives nothing.
        package func defaulting(to value: Node) -> Schema { changed { $0.fallback = value } }
        /// Or null.
        package var nullable: Schema { changed { $0.isNullable = true } }

        private func changed(_ change: (inout Schema) -> Void) -> Schema {
            var copy = self
            change(&copy)
            return copy
        }
    }

    /// A member of an object.
    package struct Property: Sendable, Hashable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        /// - Parameter required: whether the member is always there; its value may still be null where the schema says so
        package init(_ name: String, _ schema: Schema, required: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = required
        }
    }
}

extension API.Schema {
    /// The schema as it stands in a document of the edition.
    func node(_ edition: API.Document.Edition) -> API.Node {
        var members = core(edition)
        let note = API.Node.members(["description": description.map(API.Node.string), "default": fallback, "example": example]).members
        if case .reference = kind, edition == .v3_0, !note.isEmpty, !isNullable {
            // 3.0 ignores everything beside a reference.
            members = [API.Node.Member("allOf", .array([.object(members)]))]
        }
        return .object(members + note)
    }

    private func core(_ edition: API.Document.Edition) -> [API.Node.Member] {
        switch kind {
        case .any: []
        case .plain(let type, let keywords): typed(type, keywords, edition)
        case .array(let element, let keywords): typed("array", [API.Node.Member("items", element.node(edition))] + keywords, edition)
        case .object(let properties, let additional): typed("object", members(properties, additional, edition), edition)
        case .reference(let name):
            isNullable ? choice([API.Schema.reference(name)], edition) : [API.Node.Member("$ref", .string("#/components/schemas/" + name))]
        case .oneOf(let choices): choice(choices, edition)
        }
    }

    private func typed(_ type: String, _ keywords: [API.Node.Member], _ edition: API.Document.Edition) -> [API.Node.Member] {
        guard isNullable else { return [API.Node.Member("type", .string(type))] + keywords }
        // A closed list of texts has to name null too, or null is still refused.
        let open = keywords.map { member in member.key == "enum" ? API.Node.Member("enum", .array(member.value.elements + [.null])) : member }
        return edition == .v3_0
            ? [API.Node.Member("type", .string(type)), API.Node.Member("nullable", true)] + open
            : [API.Node.Member("type", .array([.string(type), "null"]))] + open
    }

    private func choice(_ choices: [API.Schema], _ edition: API.Document.Edition) -> [API.Node.Member] {
        let null: API.Node = edition == .v3_0 ? ["type": "string", "nullable": true, "enum": [.null]] : ["type": "null"]
        return [API.Node.Member("oneOf", .array(choices.map { $0.node(edition) } + (isNullable ? [null] : [])))]
    }

    private func members(_ properties: [API.Property], _ additional: API.Schema?, _ edition: API.Document.Edition) -> [API.Node.Member] {
        let required = properties.filter(\.isRequired)
        return API.Node.members([
            "required": required.nodeUnlessEmpty { .string($0.name) },
            "properties": .objectUnlessEmpty(properties.map { API.Node.Member($0.name, $0.schema.node(edition)) }),
            "additionalProperties": additional?.node(edition),
        ]).members
    }
}
