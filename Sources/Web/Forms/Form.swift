import Core
import Transfer

/// The fields a person sent, in their own words: getters read values from it, and the page shows the words again when something is wrong.
///
/// A getter that cannot read its field leaves a ``FieldError`` and gives nil, so one pass finds every fault:
/// ```
/// var form = context.fields
/// let name = form.text("naam", required: Words.fillInYourName)
/// let year = form.whole("jaar", 2000...2030, otherwise: Words.chooseAYear)
/// try form.check()
/// ```
package struct Form: Sendable {
    package typealias Item = PageAddress.Item

    /// Every field in the order it was sent; a name may come more than once.
    package let items: [Item]
    /// What the getters could not read so far.
    package private(set) var errors: [FieldError] = []

    package init(items: [Item]) {
        self.items = items
    }

    /// More fields than any form here has; further ones are left out.
    static let mostFields = 500

    /// Reads `application/x-www-form-urlencoded` bytes. Total: whatever the bytes are, there is a list.
    package static func items(of bytes: [UInt8]) -> [Item] {
        bytes.split(separator: 0x26, maxSplits: mostFields).prefix(mostFields).map { pair in
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? PercentEncoding.decode(parts[1], plusIsSpace: true) : ""
            return Item(PercentEncoding.decode(parts[0], plusIsSpace: true), value)
        }
    }

    // MARK: The words themselves

    /// The first value of this name exactly as sent; nil when it was not.
    package subscript(name: String) -> String? {
        items.first { $0.name == name }?.value
    }

    /// Every value of this name: ticked boxes, repeated query keys.
    package func all(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }

    package func has(_ name: String) -> Bool {
        items.contains { $0.name == name }
    }

    /// Whether this name has this value among its values: is the box ticked, the option chosen.
    package func has(_ name: String, _ value: String) -> Bool {
        items.contains { $0.name == name && $0.value == value }
    }

    // MARK: Values

    /// One line of text without white space around it; nil where nothing was filled in.
    ///
    /// - Parameters:
    ///   - limit: most characters
    ///   - required: what to say when it is empty; nil where it may be
    ///   - tooLong: what to say when it is longer than `limit`
    package mutating func text(_ name: String, limit: Int = 200, required: Localized? = nil, tooLong: Localized? = nil) -> String? {
        let value = trimmed(name)
        if value.isEmpty {
            if let required { fail(name, required) }
            return nil
        }
        guard value.count <= limit else {
            fail(name, tooLong ?? Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters"))
            return nil
        }
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" }) else {
            fail(name, Localized(nl: "Gebruik alleen gewone tekens", en: "Use ordinary characters only"))
            return nil
        }
        return value
    }

    /// A whole number within bounds. Empty gives nil without an error unless `required` says what to do.
    package mutating func whole(_ name: String, _ bounds: ClosedRange<Int>, required: Localized? = nil, otherwise: Localized) -> Int? {
        let value = trimmed(name)
        if value.isEmpty {
            if let required { fail(name, required) }
            return nil
        }
        guard let number = Int(value), bounds.contains(number) else {
            fail(name, otherwise)
            return nil
        }
        return number
    }

    /// Any value that can be read from text: an ``AreaCode``, a ``Period``.
    package mutating func value<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type = Value.self, required: Localized? = nil, otherwise: Localized
    ) -> Value? {
        let text = trimmed(name)
        if text.isEmpty {
            if let required { fail(name, required) }
            return nil
        }
        guard let value = Value(text) else {
            fail(name, otherwise)
            return nil
        }
        return value
    }

    /// One of a closed list. What is not on the list is an error even where nothing is required: a person cannot have chosen it.
    package mutating func choice<Value: RawRepresentable>(
        _ name: String, of type: Value.Type = Value.self, required: Localized? = nil,
        otherwise: Localized = Localized(nl: "Kies een van de antwoorden", en: "Choose one of the answers")
    ) -> Value? where Value.RawValue == String {
        let text = trimmed(name)
        if text.isEmpty {
            if let required { fail(name, required) }
            return nil
        }
        guard let value = Value(rawValue: text) else {
            fail(name, otherwise)
            return nil
        }
        return value
    }

    /// Adds a fault that was found elsewhere.
    package mutating func fail(_ field: String, _ message: Localized) {
        errors.append(FieldError(field: field, message: message))
    }

    /// Refuses with every fault found so far.
    package func check() throws(Problem) {
        if !errors.isEmpty { throw .invalid(errors) }
    }

    private func trimmed(_ name: String) -> String {
        let value = self[name] ?? ""
        guard let start = value.firstIndex(where: { !$0.isWhitespace }), let end = value.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(value[start...end])
    }
}
