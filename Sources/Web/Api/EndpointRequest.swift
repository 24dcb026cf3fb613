import Core
import OpenAPI

/// A request to an endpoint whose parameters have been checked.
package struct EndpointRequest: Sendable {
    package let context: WebContext

    /// The value of a query key; nil where it was not given.
    package subscript<Value>(_ parameter: EndpointParameter<Value>) -> Value? {
        context.query[parameter.name].flatMap(parameter.read)
    }

    /// The value of a part of the path; not found where it cannot be read.
    package func part<Value>(_ parameter: EndpointParameter<Value>) throws(Problem) -> Value {
        guard let value = parameter.read(try context.part(parameter.name)) else { throw .notFound }
        return value
    }
}

/// Everything that is wrong with one request, gathered so that one answer can name it all (/core/error-handling).
package struct EndpointFaults: Sendable {
    package private(set) var errors: [FieldError] = []

    package init() {}

    package mutating func add<Value>(_ parameter: EndpointParameter<Value>, _ message: Localized) {
        add(parameter.name, message)
    }

    mutating func add(_ name: String, _ message: Localized) {
        errors.append(FieldError(field: name, message: message))
    }

    /// Reads every key of the query against the declared ones: unknown, repeated and unreadable ones are faults.
    mutating func check(_ query: Form, against parameters: [DeclaredParameter]) {
        let keys = parameters.filter { !$0.isInPath }
        var seen: Set<String> = []
        for item in query.items where !keys.contains(where: { $0.name == item.name }) && seen.insert(item.name).inserted {
            add(String(item.name.prefix(100)), Self.unknown(keys.map(\.name)))
        }
        for key in keys {
            let values = query.all(key.name)
            if values.count > 1 {
                add(key.name, Localized(nl: "Geef deze sleutel één keer.", en: "Give this key once."))
            } else if let value = values.first, !key.isReadable(value) {
                add(key.name, key.expected)
            }
        }
    }

    private static func unknown(_ names: [String]) -> Localized {
        guard !names.isEmpty else { return Localized(nl: "Deze sleutel bestaat hier niet.", en: "This key does not exist here.") }
        let list = names.joined(separator: ", ")
        return Localized(nl: "Deze sleutel bestaat hier niet. Wel: \(list).", en: "This key does not exist here. These do: \(list).")
    }
}
