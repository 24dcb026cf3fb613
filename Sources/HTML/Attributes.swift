/// The attributes of one element, chained: `div(.class("kop").id("top")) { … }`.
///
/// The first lives in the value itself; only a second makes a (single) allocation. Written in the order given.
/// There is no way to write a style or an event handler: the content security policy forbids both.
@usableFromInline package struct Attributes {
    @usableFromInline var first: Attribute?
    @usableFromInline var others: [Attribute]

    /// No attributes.
    @inlinable package init() {
        first = nil
        others = []
    }

    /// No attributes.
    @inlinable package static var none: Attributes { Attributes() }

    /// These and then the other's; for components that let their caller add some. An attribute given twice counts once in a browser: the first.
    @usableFromInline package consuming func adding(_ other: Attributes) -> Attributes {
        if let attribute = other.first { append(attribute) }
        for attribute in other.others { append(attribute) }
        return self
    }

    @inlinable consuming func adding(_ name: StaticString, _ value: Attribute.Value, prefix: Attribute.Prefix = .none) -> Attributes {
        append(Attribute(name: name, prefix: prefix, value: value))
        return self
    }

    @inlinable mutating func append(_ attribute: Attribute) {
        if first == nil {
            first = attribute
        } else {
            if others.isEmpty { others.reserveCapacity(7) }
            others.append(attribute)
        }
    }

    /// Each with a space before it, as they stand in an opening tag.
    @inlinable package func render(into out: inout HTMLWriter) {
        guard let first else { return }
        first.render(into: &out)
        for attribute in others { attribute.render(into: &out) }
    }
}

/// One attribute with its value, unescaped until it is written.
@usableFromInline struct Attribute {
    @usableFromInline enum Value {
        case text(String)
        case int(Int)
        case number(Double)
        case percent(Double)
        /// A boolean attribute: its presence is its value.
        case flag
    }

    @usableFromInline enum Prefix {
        case none, aria, data
    }

    @usableFromInline let name: StaticString
    @usableFromInline let prefix: Prefix
    @usableFromInline let value: Value

    @inlinable init(name: StaticString, prefix: Prefix, value: Value) {
        self.name = name
        self.prefix = prefix
        self.value = value
    }

    @inlinable func render(into out: inout HTMLWriter) {
        switch prefix {
        case .none: out.raw(" ")
        case .aria: out.raw(" aria-")
        case .data: out.raw(" data-")
        }
        out.raw(name)
        if case .flag = value { return }
        out.raw("=\"")
        switch value {
        case .text(let text): out.text(text)
        case .int(let number): out.int(number)
        case .number(let number): out.number(number)
        case .percent(let number):
            out.number(number)
            out.byte(0x25)
        case .flag: break
        }
        out.byte(0x22)
    }
}

extension Attributes {
    /// An attribute this module has no word for. Writes nothing when the name is malformed, `style`, `srcdoc`, `srcset`, or begins with `on`;
    /// addresses are checked as those of ``href(_:)`` are.
    @usableFromInline package static func custom(_ name: StaticString, _ value: String) -> Attributes { Attributes().custom(name, value) }

    /// As the static form.
    @usableFromInline package consuming func custom(_ name: StaticString, _ value: String) -> Attributes {
        let lower = name.description.lowercased()
        guard AttributeName.isWellFormed(name), !lower.hasPrefix("on"), !AttributeName.refused.contains(lower) else { return self }
        append(Attribute(name: name, prefix: .none, value: .text(AttributeName.addresses.contains(lower) ? SafeURL.checked(value) : value)))
        return self
    }

    /// `data-` and the name: `.data("kop", "Jaar")` writes `data-kop="Jaar"`.
    @usableFromInline package static func data(_ name: StaticString, _ value: String) -> Attributes { Attributes().data(name, value) }

    /// As the static form.
    @usableFromInline package consuming func data(_ name: StaticString, _ value: String) -> Attributes {
        if AttributeName.isWellFormed(name) { append(Attribute(name: name, prefix: .data, value: .text(value))) }
        return self
    }

    /// `aria-` and the name: `.aria("label", "Sluiten")` writes `aria-label="Sluiten"`.
    @usableFromInline package static func aria(_ name: StaticString, _ value: String) -> Attributes { Attributes().aria(name, value) }

    /// As the static form.
    @usableFromInline package consuming func aria(_ name: StaticString, _ value: String) -> Attributes {
        if AttributeName.isWellFormed(name) { append(Attribute(name: name, prefix: .aria, value: .text(value))) }
        return self
    }
}

enum AttributeName {
    /// Names that hold style, script, a document, or a list of addresses that nobody checks.
    static let refused: Set<String> = ["style", "srcdoc", "srcset", "imagesrcset", "http-equiv", "ping"]
    static let addresses: Set<String> = [
        "href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest", "longdesc", "codebase", "icon",
    ]

    /// Letters, digits, `-`, `_`, `:` and `.`, and not empty: nothing that could end the name or begin another.
    static func isWellFormed(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { bytes in
            !bytes.isEmpty
                && bytes.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x3A, 0x2E: true
                    default: false
                    }
                }
        }
    }
}
