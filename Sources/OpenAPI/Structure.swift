extension API.Document {
    /// What is wrong inside the document itself: references to nothing, names used twice, path parameters that are not declared. Empty when all is well.
    package func structureFindings(_ edition: Edition = .v3_0) -> [String] { API.Structure(tree(edition)).findings() }
}

extension API {
    /// Checks that the parts of an OpenAPI tree fit together.
    struct Structure {
        private let root: Node

        init(_ root: Node) { self.root = root }

        func findings() -> [String] { references(in: root, at: "#") + repeatedNames() + operations.flatMap(parameterFindings) + tagFindings() }

        /// One method on one path.
        struct Located {
            let path: String
            let method: String
            let node: Node

            var name: String { "\(method.uppercased()) \(path)" }
        }

        var operations: [Located] {
            (root["paths"]?.members ?? []).flatMap { path in
                path.value.members.map { Located(path: path.key, method: $0.key, node: $0.value) }
            }
        }

        /// The node itself, or what its reference leads to.
        func resolved(_ node: Node) -> Node? {
            guard let reference = node["$ref"]?.text else { return node }
            guard reference.hasPrefix("#/") else { return nil }
            return reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false).reduce(Optional(root)) { place, key in
                // The escapes of RFC 6901, in the order it prescribes.
                place?[Self.replacing("~0", by: "~", in: Self.replacing("~1", by: "/", in: String(key)))]
            }
        }

        private static func replacing(_ escape: String, by text: String, in key: String) -> String {
            key.split(separator: escape, omittingEmptySubsequences: false).joined(separator: text)
        }

        private func references(in node: Node, at place: String) -> [String] {
            let here = node["$ref"]?.text.flatMap { resolved(node) == nil ? "\(place): \($0) leads nowhere" : nil }
            let deeper =
                node.members.flatMap { references(in: $0.value, at: place + "/" + $0.key) }
                + node.elements.enumerated().flatMap { references(in: $1, at: "\(place)/\($0)") }
            return (here.map { [$0] } ?? []) + deeper
        }

        private func repeatedNames() -> [String] {
            let ids = operations.compactMap { $0.node["operationId"]?.text }
            let missing = operations.filter { $0.node["operationId"]?.text?.isEmpty ?? true }.map { "\($0.name): no operationId" }
            let twice = repeated(ids).map { "operationId \($0) is used more than once" }
            let methods = operations.map(\.name)
            let components = (root["components"]?.members ?? []).flatMap { part in
                repeated(part.value.members.map(\.key)).map { "component \(part.key)/\($0) is there more than once" }
            }
            let answers = operations.flatMap { operation in
                repeated(operation.node["responses"]?.members.map(\.key) ?? []).map { "\(operation.name): status \($0) is described more than once" }
            }
            return missing + twice + repeated(methods).map { "\($0) is described more than once" } + components + answers
        }

        private func repeated(_ names: [String]) -> [String] {
            Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
        }

        private func parameterFindings(_ operation: Located) -> [String] {
            let inPath = Set(operation.path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { String($0.dropFirst().dropLast()) })
            let parameters = (operation.node["parameters"]?.elements ?? []).compactMap(resolved)
            let declared = parameters.filter { $0["in"]?.text == "path" }.compactMap { $0["name"]?.text }
            let names = parameters.map { "\($0["in"]?.text ?? "") \($0["name"]?.text ?? "")" }
            return inPath.subtracting(declared).sorted().map { "\(operation.name): path parameter \($0) is not declared" }
                + Set(declared).subtracting(inPath).sorted().map { "\(operation.name): parameter \($0) is not in the path" }
                + repeated(names).map { "\(operation.name): parameter \($0) is declared more than once" }
        }

        private func tagFindings() -> [String] {
            let known = Set((root["tags"]?.elements ?? []).compactMap { $0["name"]?.text })
            return operations.flatMap { operation in
                (operation.node["tags"]?.elements ?? []).compactMap(\.text).filter { !known.contains($0) }.map {
                    "\(operation.name): tag \($0) is not described"
                }
            }
        }
    }
}
