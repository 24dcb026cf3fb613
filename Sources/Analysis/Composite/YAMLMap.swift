import Core
import Yams

/// A mapping of a YAML file whose keys are known beforehand; what is wrong with it is told with its line.
struct YAMLMap {
    private let source: String
    private let mapping: Node.Mapping
    /// Line in the file, from 1.
    let line: Int

    /// - Throws: for what is no mapping, and for keys that mean nothing here
    init(_ node: Node, source: String, keys: [String]) throws(InputFailure) {
        let line = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            throw InputFailure(source, row: line, Localized(nl: "Hier horen namen met een dubbele punt te staan.", en: "Names with a colon should be here."))
        }
        for (key, _) in mapping where !keys.contains(key.string ?? "") {
            let names = keys.joined(separator: ", ")
            let reason = Localized(nl: "Deze naam hoort hier niet. Er kan staan: \(names).", en: "This name does not belong here. There can be: \(names).")
            throw InputFailure(source, row: key.mark?.line ?? line, column: key.string, reason)
        }
        (self.source, self.mapping, self.line) = (source, mapping, line)
    }

    /// The first document of a file.
    static func read(_ file: InputFile, keys: [String]) throws(InputFailure) -> YAMLMap {
        let text = String(decoding: try file.utf8(), as: UTF8.self)
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            let (line, problem) = trouble(error)
            throw InputFailure(file.name, row: line, Localized(nl: "Dit is geen YAML: \(problem).", en: "This is not YAML: \(problem)."))
        }
        guard let node else { throw InputFailure(file.name, Localized(nl: "Dit bestand is leeg.", en: "This file is empty.")) }
        return try YAMLMap(node, source: file.name, keys: keys)
    }

    private static func trouble(_ error: any Error) -> (line: Int?, problem: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _): (mark.line, problem)
        case .reader(let problem, _, _, _): (nil, problem)
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark.line, "more than one \(keys.map { String(describing: $0) }.joined(separator: ", ").prefix(60))")
        default: (nil, "unreadable")
        }
    }

    /// A fault in the value of a key.
    func refused(_ key: String, _ reason: Localized) -> InputFailure {
        let node = mapping[key]
        return InputFailure(source, row: node?.mark?.line ?? line, column: key, value: node?.string, reason)
    }

    func has(_ key: String) -> Bool { mapping[key] != nil }

    func text(_ key: String) throws(InputFailure) -> String? {
        guard let node = mapping[key] else { return nil }
        guard case .scalar = node, let text = node.string, !text.isEmpty else {
            throw refused(key, Localized(nl: "Hier hoort een tekst.", en: "A text should be here."))
        }
        return text
    }

    func required(_ key: String) throws(InputFailure) -> String {
        guard let text = try text(key) else { throw refused(key, Localized(nl: "Deze naam ontbreekt hier.", en: "This name is missing here.")) }
        return text
    }

    func number(_ key: String) throws(InputFailure) -> Double? {
        guard let node = mapping[key] else { return nil }
        guard let number = node.float, number.isFinite else { throw refused(key, Localized(nl: "Dit is geen getal.", en: "This is not a number.")) }
        return number
    }

    /// A number above 0; 1 where there is none.
    func weight() throws(InputFailure) -> Double {
        let weight = try number("weight") ?? 1
        guard weight > 0 else { throw refused("weight", Localized(nl: "Een gewicht is een getal boven 0.", en: "A weight is a number above 0.")) }
        return weight
    }

    /// Two different numbers.
    func pair(_ key: String) throws(InputFailure) -> (Double, Double)? {
        guard let node = mapping[key] else { return nil }
        let numbers = node.array().compactMap(\.float)
        guard node.array().count == 2, numbers.count == 2, numbers.allSatisfy(\.isFinite), numbers[0] != numbers[1] else {
            throw refused(key, Localized(nl: "Hier horen twee getallen: [0, 100].", en: "Two numbers should be here: [0, 100]."))
        }
        return (numbers[0], numbers[1])
    }

    func flag(_ key: String) throws(InputFailure) -> Bool? {
        guard let node = mapping[key] else { return nil }
        guard let flag = node.bool else { throw refused(key, Localized(nl: "Kies true of false.", en: "Choose true or false.")) }
        return flag
    }

    /// One of the words.
    func choice<Value>(_ key: String, _ words: [(String, Value)]) throws(InputFailure) -> Value? {
        guard let text = try text(key) else { return nil }
        return try value(of: text, key, words)
    }

    /// Some of the words.
    func choices<Value>(_ key: String, _ words: [(String, Value)]) throws(InputFailure) -> [Value]? {
        guard let node = mapping[key] else { return nil }
        var values: [Value] = []
        for item in node.array() { values.append(try value(of: item.string ?? "", key, words)) }
        guard !values.isEmpty else { throw refused(key, Localized(nl: "Deze lijst is leeg.", en: "This list is empty.")) }
        return values
    }

    private func value<Value>(of text: String, _ key: String, _ words: [(String, Value)]) throws(InputFailure) -> Value {
        guard let found = words.first(where: { $0.0 == text }) else {
            let names = words.map(\.0).joined(separator: ", ")
            throw refused(key, Localized(nl: "Kies uit: \(names).", en: "Choose from: \(names)."))
        }
        return found.1
    }

    /// A mapping below this one.
    func map(_ key: String, keys: [String]) throws(InputFailure) -> YAMLMap? {
        guard let node = mapping[key] else { return nil }
        return try YAMLMap(node, source: source, keys: keys)
    }

    /// A list of mappings.
    func list(_ key: String, keys: [String]) throws(InputFailure) -> [YAMLMap] {
        guard let node = mapping[key] else { return [] }
        guard case .sequence(let items) = node else {
            throw refused(key, Localized(nl: "Hier hoort een lijst met streepjes.", en: "A list with dashes should be here."))
        }
        var maps: [YAMLMap] = []
        for item in items { maps.append(try YAMLMap(item, source: source, keys: keys)) }
        return maps
    }
}
