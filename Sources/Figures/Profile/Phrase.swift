import Core

/// Words that are put together for a reader: one growing buffer instead of a string for each part.
///
/// A profile has hundreds of sentences; made as strings of strings they took a tenth of the time of a page.
struct Phrase {
    let language: Language
    private var bytes: [UInt8] = []

    init(_ language: Language) {
        self.language = language
        bytes.reserveCapacity(256)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// What was put together, after which the phrase is empty.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func add(_ nl: StaticString, _ en: StaticString) {
        (language == .nl ? nl : en).withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: Localized) { add(text[language]) }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func add(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// A value as a reader sees it: `€ 278.000`.
    mutating func add(_ value: Double, _ unit: Unit, withUnit: Bool = true) {
        if withUnit { add(unit.prefix) }
        add(unit.number(value, in: language))
        if withUnit { add(unit.suffix) }
    }

    /// A space, unless nothing stands before it.
    mutating func space() { if !bytes.isEmpty { bytes.append(0x20) } }
}
