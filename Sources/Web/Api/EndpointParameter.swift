import Core
import OpenAPI

/// A part of the path or a key of the query of the API: how it is described, what it may be, and how it is read, declared once.
package struct EndpointParameter<Value: Sendable>: Sendable {
    /// The parameter as an endpoint lists it.
    package let declared: DeclaredParameter
    let read: @Sendable (String) -> Value?

    private init(_ declared: DeclaredParameter, read: @escaping @Sendable (String) -> Value?) {
        self.declared = declared
        self.read = read
    }

    /// The name in the address.
    package var name: String { declared.name }

    /// A part of the path. What cannot be read is not found.
    package static func path(
        _ name: String, _ schema: API.Schema, _ description: Localized, example: String, read: @escaping @Sendable (String) -> Value?
    ) -> Self {
        Self(
            DeclaredParameter(
                name: name, description: description, expected: description, example: example,
                documented: .path(name, schema, description.nl, example: .string(example)), isReadable: { read($0) != nil }),
            read: read)
    }

    /// A key of the query.
    ///
    /// - Parameters:
    ///   - expected: what may be given, as a sentence; it is the fault when something else is
    ///   - example: for the document and the help page; nil where the example of an operation is clearer without
    ///   - node: the example as the schema has it, where that is no text
    package static func query(
        _ name: String, _ schema: API.Schema, _ description: Localized, expected: Localized, example: String? = nil, node: API.Node? = nil,
        read: @escaping @Sendable (String) -> Value?
    ) -> Self {
        Self(
            DeclaredParameter(
                name: name, description: description, expected: expected, example: example,
                documented: .query(name, schema, description.nl + " " + expected.nl, example: node ?? example.map { .string($0) }),
                isReadable: { read($0) != nil }),
            read: read)
    }
}

extension EndpointParameter where Value == Int {
    /// A whole number within bounds; digits only.
    package static func whole(
        _ name: String, _ bounds: ClosedRange<Int>, default fallback: Int? = nil, _ description: Localized, example: Int? = nil
    ) -> Self {
        var schema = API.Schema.integer(minimum: bounds.lowerBound, maximum: bounds.upperBound)
        if let fallback { schema = schema.defaulting(to: .integer(fallback)) }
        let (low, high) = (bounds.lowerBound, bounds.upperBound)
        return .query(
            name, schema, description, expected: Localized(nl: "Een heel getal van \(low) tot en met \(high).", en: "A whole number from \(low) to \(high)."),
            example: example.map(String.init), node: example.map { .integer($0) }
        ) { text in
            guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), bounds.contains(number) else {
                return nil
            }
            return number
        }
    }
}

extension EndpointParameter where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a closed list of words.
    package static func choice(_ name: String, of type: Value.Type, default fallback: Value? = nil, _ description: Localized, example: Value? = nil) -> Self {
        let words = Value.allCases.map(\.rawValue)
        var schema = API.Schema.string(values: words)
        if let fallback { schema = schema.defaulting(to: .string(fallback.rawValue)) }
        let list = words.joined(separator: ", ")
        return .query(
            name, schema, description, expected: Localized(nl: "Een van deze woorden: \(list).", en: "One of these words: \(list)."),
            example: example?.rawValue, read: { Value(rawValue: $0) })
    }
}

extension EndpointParameter where Value == Bool {
    /// `true` or `false`.
    package static func flag(_ name: String, _ description: Localized) -> Self {
        .query(
            name, API.Schema.boolean.defaulting(to: false), description, expected: Localized(nl: "Kies true of false.", en: "Choose true or false."),
            read: { ["true": true, "false": false][$0] })
    }
}

/// A parameter without the type of its value: what documents, checks and help pages need.
package struct DeclaredParameter: Sendable {
    package let name: String
    package let description: Localized
    /// What may be given, as a sentence.
    package let expected: Localized
    package let example: String?
    let documented: API.Parameter
    let isReadable: @Sendable (String) -> Bool

    package var isInPath: Bool { documented.place == .path }
}
