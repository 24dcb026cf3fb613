import Foundation
import OpenAPI

/// Checks answers against the document of the API: is the status described, the content type, every header, every member.
///
/// Stricter than the document itself: a member that the document does not name is a finding too.
package struct Conformance: Sendable {
    private let root: API.Node

    /// - Parameter document: as published
    package init(_ document: API.Document) {
        root = document.tree()
    }

    /// What in an answer differs from the document; empty when nothing does.
    ///
    /// - Parameter path: of the request, behind the server's address, without query
    package func findings(_ reply: Reply, method: String = "get", path: String) -> [String] {
        guard let operation = operation(method, path) else { return ["\(path): not described"] }
        guard let response = operation["responses"]?[String(reply.status)].map(resolved) else { return ["\(path): status \(reply.status) is not described"] }
        var findings: [String] = []
        for header in response["headers"]?.members ?? [] where reply[header: header.key] == nil { findings.append("\(path): no header \(header.key)") }
        let kind = reply[header: "Content-Type"].map { String($0.prefix { $0 != ";" }) } ?? ""
        guard let schema = response["content"]?[kind]?["schema"] else { return findings + ["\(path): content type \(kind) is not described"] }
        guard let body = try? JSONDecoder().decode(JSONTree.self, from: Data(reply.bytes)) else { return findings + ["\(path): not JSON"] }
        return findings + check(body.node, schema, at: "$")
    }

    /// The operation whose path fits; literal paths go before those with parameters.
    private func operation(_ method: String, _ path: String) -> API.Node? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let fitting = (root["paths"]?.members ?? []).filter { member in
            let pieces = member.key.split(separator: "/", omittingEmptySubsequences: false)
            return pieces.count == parts.count && zip(pieces, parts).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && !$1.isEmpty) }
        }
        return (fitting.first { !$0.key.contains("{") } ?? fitting.first)?.value[method]
    }

    private func resolved(_ node: API.Node) -> API.Node {
        guard let reference = node["$ref"]?.text, reference.hasPrefix("#/") else { return node }
        return reference.dropFirst(2).split(separator: "/").reduce(root) { $0[String($1)] ?? .null }
    }

    private func check(_ value: API.Node, _ schema: API.Node, at place: String) -> [String] {
        let schema = resolved(schema)
        if value == .null, schema["nullable"] == .boolean(true) { return [] }
        if let choices = schema["oneOf"]?.elements {
            let fitting = choices.filter { check(value, $0, at: place).isEmpty }
            if fitting.count == 1 { return [] }
            return ["\(place): fits \(fitting.count) of \(choices.count) shapes"] + (choices.first.map { check(value, $0, at: place) } ?? [])
        }
        if let parts = schema["allOf"]?.elements { return parts.flatMap { check(value, $0, at: place) } }
        if let allowed = schema["enum"]?.elements, !allowed.contains(value) { return ["\(place): \(value) is not one of the words"] }
        switch (schema["type"]?.text, value) {
        case (nil, _), ("boolean", .boolean): return []
        case ("string", .string(let text)): return checkText(text, schema, at: place)
        case ("integer", .integer), ("number", .integer), ("number", .number): return checkNumber(value, schema, at: place)
        case ("array", .array(let elements)): return checkList(elements, schema, at: place)
        case ("object", .object(let members)): return checkMembers(members, schema, at: place)
        case (let type?, _): return ["\(place): not of type \(type)"]
        }
    }

    private func checkText(_ text: String, _ schema: API.Node, at place: String) -> [String] {
        var findings: [String] = []
        if let pattern = schema["pattern"]?.text, text.range(of: pattern, options: .regularExpression) == nil {
            findings.append("\(place): \(text) does not fit \(pattern)")
        }
        let format = [
            "date-time": #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"#, "date": #"^\d{4}-\d\d-\d\d$"#, "uri": #"^https?://[^ ]+$"#, "uri-reference": "^[^ ]*$",
        ]
        if let name = schema["format"]?.text, let pattern = format[name], text.range(of: pattern, options: .regularExpression) == nil {
            findings.append("\(place): \(text) is no \(name)")
        }
        return findings
    }

    private func checkNumber(_ value: API.Node, _ schema: API.Node, at place: String) -> [String] {
        guard let number = Self.number(value) else { return [] }
        if let least = Self.number(schema["minimum"]), number < least { return ["\(place): \(number) is less than \(least)"] }
        if let most = Self.number(schema["maximum"]), number > most { return ["\(place): \(number) is more than \(most)"] }
        return []
    }

    private static func number(_ node: API.Node?) -> Double? {
        switch node {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }

    private func checkList(_ elements: [API.Node], _ schema: API.Node, at place: String) -> [String] {
        var findings: [String] = []
        let count = Double(elements.count)
        if let least = Self.number(schema["minItems"]), count < least { findings.append("\(place): fewer than \(least) items") }
        if let most = Self.number(schema["maxItems"]), count > most { findings.append("\(place): more than \(most) items") }
        guard let item = schema["items"] else { return findings }
        return findings + elements.enumerated().flatMap { check($1, item, at: "\(place)[\($0)]") }
    }

    private func checkMembers(_ members: [API.Node.Member], _ schema: API.Node, at place: String) -> [String] {
        let known = schema["properties"]?.members ?? []
        let present = Set(members.map(\.key))
        var findings = (schema["required"]?.elements ?? []).compactMap(\.text).filter { !present.contains($0) }.map { "\(place): no \($0)" }
        for member in members {
            if let property = known.first(where: { $0.key == member.key }) {
                findings += check(member.value, property.value, at: "\(place).\(member.key)")
            } else if let additional = schema["additionalProperties"] {
                findings += check(member.value, additional, at: "\(place).\(member.key)")
            } else if !known.isEmpty {
                findings.append("\(place): \(member.key) is not described")
            }
        }
        return findings
    }
}

/// Any JSON, with booleans and numbers kept apart.
package struct JSONTree: Decodable, Sendable {
    package let node: API.Node

    package init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Key.self) {
            node = .object(try members.allKeys.map { .init($0.stringValue, try members.decode(JSONTree.self, forKey: $0).node) })
        } else if var list = try? decoder.unkeyedContainer() {
            var elements: [API.Node] = []
            while !list.isAtEnd { elements.append(try list.decode(JSONTree.self).node) }
            node = .array(elements)
        } else {
            node = try Self.scalar(decoder.singleValueContainer())
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> API.Node {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .boolean(value) }
        if let value = try? container.decode(Int.self) { return .integer(value) }
        if let value = try? container.decode(Double.self) { return .number(value) }
        return .string(try container.decode(String.self))
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
