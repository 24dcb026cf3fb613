extension API.Document {
    /// Where the document breaks a rule of the NLGov REST API Design Rules 2.2 that can be read from it.
    ///
    /// Empty when all is well; each finding starts with the name of the rule.
    ///
    /// Source: https://gitdocumentatie.logius.nl/publicatie/api/adr/
    package func designRuleFindings(_ edition: Edition = .v3_0) -> [String] { tree(edition).designRuleFindings() }
}

extension API.Node {
    /// The same for any OpenAPI tree, however it was made.
    package func designRuleFindings() -> [String] { API.DesignRules(self).findings() }
}

extension API {
    /// Reads the machine-testable design rules on any OpenAPI tree.
    private struct DesignRules {
        private let root: Node
        private let structure: Structure

        init(_ root: Node) {
            self.root = root
            structure = Structure(root)
        }

        func findings() -> [String] {
            paths() + contact() + versions() + published() + structure.operations.flatMap { method($0) + queryKeys($0) + responses($0) }
        }

        private func paths() -> [String] {
            (root["paths"]?.members ?? []).map(\.key).flatMap { path -> [String] in
                if path == "/" { return [] }
                var findings: [String] = []
                if !path.hasPrefix("/") { findings.append("path-segments-kebab-case: \(path) does not start with a slash") }
                if path.hasSuffix("/") { findings.append("no-trailing-slash: \(path)") }
                let segments = path.split(separator: "/")
                for (index, segment) in segments.enumerated() where !Self.isSegment(segment, isLast: index == segments.count - 1) {
                    findings.append("path-segments-kebab-case: \(segment) in \(path)")
                }
                return findings
            }
        }

        /// `wijken`, `geen-cijfer`, `openapi.json`, `{code}`, and as the last one `_zoek` (/core/resource-operations).
        private static func isSegment(_ segment: Substring, isLast: Bool) -> Bool {
            if segment.hasPrefix("{") && segment.hasSuffix("}") {
                return isCamelCase(segment.dropFirst().dropLast())
            }
            let words = isLast && segment.hasPrefix("_") ? segment.dropFirst() : segment
            return words.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }).allSatisfy {
                word in
                !word.isEmpty && word.allSatisfy { isLower($0) || isDigit($0) }
            }
        }

        private func queryKeys(_ operation: Structure.Located) -> [String] {
            let parameters = (operation.node["parameters"]?.elements ?? []).compactMap(structure.resolved)
            let keys = parameters.filter { $0["in"]?.text == "query" }.compactMap { $0["name"]?.text }
            return keys.filter { !Self.isCamelCase($0.hasPrefix("$") ? $0.dropFirst() : Substring($0)) }.map {
                "query-keys-camel-case: \($0) in \(operation.name)"
            }
        }

        /// A small letter, then letters and digits only.
        private static func isCamelCase(_ name: Substring) -> Bool {
            guard let first = name.utf8.first, isLower(first) else { return false }
            return name.utf8.allSatisfy { isLower($0) || isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        }

        private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        private func contact() -> [String] {
            ["name", "url", "email"].filter { root["info"]?["contact"]?[$0]?.text?.isEmpty ?? true }.map { "doc-openapi-contact: info.contact has no \($0)" }
        }

        private func versions() -> [String] {
            var findings: [String] = []
            let version = root["info"]?["version"]?.text ?? ""
            let numbers = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            if numbers.count != 3 || !numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) && ($0.count == 1 || $0.first != UInt8(ascii: "0")) }) {
                findings.append("semver: version \"\(version)\" is not major.minor.patch")
            }
            let servers = (root["servers"]?.elements ?? []).compactMap { $0["url"]?.text }
            if servers.isEmpty { findings.append("uri-version: no server") }
            let major = "v" + (version.split(separator: ".").first ?? "")
            for server in servers where server.split(separator: "/").last.map(String.init) != major {
                findings.append("uri-version: \(server) does not end with \(major)")
            }
            return findings
        }

        private func published() -> [String] {
            root["paths"]?["/openapi.json"]?["get"] == nil ? ["publish-openapi: GET /openapi.json is not described"] : []
        }

        private func method(_ operation: Structure.Located) -> [String] {
            Operation.Method(rawValue: operation.method) == nil ? ["http-methods: \(operation.name)"] : []
        }

        private func responses(_ operation: Structure.Located) -> [String] {
            let responses = operation.node["responses"]?.members ?? []
            if responses.isEmpty { return ["error-handling: \(operation.name) describes no response"] }
            return responses.flatMap { member -> [String] in
                let status = member.key
                let place = "\(status) of \(operation.name)"
                guard let response = structure.resolved(member.value) else { return ["error-handling: \(place) leads nowhere"] }
                var findings: [String] = []
                if status == "422" { findings.append("error-handling: \(place), use 400") }
                if !(response["headers"]?.members.contains { $0.key.lowercased() == "api-version" } ?? false) {
                    findings.append("version-header: \(place) has no API-Version")
                }
                let isError = status.hasPrefix("4") || status.hasPrefix("5") || status == "default"
                if isError && response["content"]?.members.map(\.key) != ["application/problem+json"] {
                    findings.append("error-handling: \(place) is not application/problem+json")
                }
                return findings
            }
        }
    }
}
