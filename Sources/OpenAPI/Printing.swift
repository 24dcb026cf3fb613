extension API.Node {
    /// JSON with two spaces per level and a line feed at the end.
    package var json: String {
        var printer = Printer()
        printer.json(self, indent: 0)
        printer.text += "\n"
        return printer.text
    }

    /// Block style YAML that version 1.1 and 1.2 readers understand alike: whatever could be taken for something else is quoted.
    package var yaml: String {
        var printer = Printer()
        printer.yaml(self, indent: 0, inList: true)
        return printer.text
    }
}

private struct Printer {
    var text = ""

    mutating func json(_ node: API.Node, indent: Int) {
        switch node {
        case .array(let elements) where !elements.isEmpty:
            list(elements, "[", "]", indent: indent) { printer, element in printer.json(element, indent: indent + 1) }
        case .object(let members) where !members.isEmpty:
            list(members, "{", "}", indent: indent) { printer, member in
                printer.text += Self.quoted(member.key) + ": "
                printer.json(member.value, indent: indent + 1)
            }
        case .string(let string): text += Self.quoted(string)
        default: text += Self.scalar(node)
        }
    }

    private mutating func list<Item>(_ items: [Item], _ open: String, _ close: String, indent: Int, item print: (inout Printer, Item) -> Void) {
        text += open
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            margin(indent + 1)
            print(&self, item)
        }
        text += "\n"
        margin(indent)
        text += close
    }

    /// - Parameter inList: true where the first line already has its margin, behind `- ` or at the start of the document
    mutating func yaml(_ node: API.Node, indent: Int, inList: Bool) {
        switch node {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                if index > 0 || !inList { margin(indent) }
                text += "- "
                yaml(element, indent: indent + 1, inList: true)
            }
        case .object(let members) where !members.isEmpty:
            for (index, member) in members.enumerated() {
                if index > 0 || !inList { margin(indent) }
                text += Self.isPlain(member.key) ? member.key : Self.quoted(member.key)
                text += member.value.members.isEmpty && member.value.elements.isEmpty ? ": " : ":\n"
                yaml(member.value, indent: indent + 1, inList: false)
            }
        case .string(let string): text += (Self.isPlain(string) ? string : Self.quoted(string)) + "\n"
        default: text += Self.scalar(node) + "\n"
        }
    }

    private mutating func margin(_ indent: Int) { text += String(repeating: "  ", count: indent) }

    private static func scalar(_ node: API.Node) -> String {
        switch node {
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .number(let value): number(value)
        case .array: "[]"
        case .object: "{}"
        case .null, .string: "null"
        }
    }

    /// JSON and YAML have no NaN and no infinity. YAML 1.1 takes `1e-05` for a text, `1.0e-05` for a number.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let digits = "\(value)"
        guard let exponent = digits.firstIndex(of: "e"), !digits.contains(".") else { return digits }
        return digits[..<exponent] + ".0" + digits[exponent...]
    }

    /// A string of JSON, which is a double-quoted string of YAML too.
    private static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Control characters, the line separators of YAML 1.1, the byte order mark and noncharacters.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Words that some version of YAML reads as a truth value or as nothing.
    private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

    /// Whether a string may stand in YAML without quotes: letters first, then only letters, digits and harmless signs.
    private static func isPlain(_ string: String) -> Bool {
        guard let first = string.unicodeScalars.first, isLetter(first) || first == "/", string.unicodeScalars.last != " " else { return false }
        guard !reserved.contains(string.lowercased()) else { return false }
        return string.unicodeScalars.allSatisfy { scalar in
            isLetter(scalar) || ("0"..."9").contains(scalar) || " -_./(){}+;,".unicodeScalars.contains(scalar)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("\u{C0}"..."\u{17F}").contains(scalar)
    }
}
