extension API {
    /// A value of JSON whose objects keep the order in which they were written, so that a printed document changes only where its content does.
    package indirect enum Node: Sendable, Hashable {
        case null
        case boolean(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case array([Node])
        case object([Member])

        package struct Member: Sendable, Hashable {
            package let key: String
            package let value: Node

            package init(_ key: String, _ value: Node) {
                self.key = key
                self.value = value
            }
        }

        /// An object of the members that are there; those that are nil are left out.
        package static func members(_ pairs: KeyValuePairs<String, Node?>) -> Node {
            .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
        }

        /// The member with this key; nil where there is none or this is no object.
        package subscript(_ key: String) -> Node? {
            members.first { $0.key == key }?.value
        }

        /// The members in order; empty for anything but an object.
        package var members: [Member] {
            if case .object(let members) = self { members } else { [] }
        }

        /// The elements in order; empty for anything but an array.
        package var elements: [Node] {
            if case .array(let elements) = self { elements } else { [] }
        }

        /// The text; nil for anything but a string.
        package var text: String? {
            if case .string(let text) = self { text } else { nil }
        }
    }
}

extension API.Node: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: API.Node...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, API.Node)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}

extension Array {
    /// An array node of the elements, or nil where there are none: empty lists are left out of a document.
    func nodeUnlessEmpty(_ node: (Element) -> API.Node) -> API.Node? { isEmpty ? nil : .array(map(node)) }
}

extension API.Node {
    /// An object node, or nil where it would be empty.
    static func objectUnlessEmpty(_ members: [Member]) -> API.Node? { members.isEmpty ? nil : .object(members) }
}
