/// The letters of one word while a stemmer takes endings off.
///
/// Letters are UTF-16 units: every Dutch letter, with or without an accent, is one.
struct Letters {
    private(set) var units: [UInt16]

    init(_ word: String) {
        units = Array(word.utf16)
    }

    var count: Int { units.count }
    var text: String { String(decoding: units, as: UTF16.self) }

    subscript(place: Int) -> UInt16 { units[place] }

    /// Whether the letters before `end` are these (ASCII or accented).
    func ends(_ ending: StaticString, at end: Int) -> Bool {
        let start = end - ending.length
        return start >= 0 && starts(ending, at: start)
    }

    func ends(_ ending: StaticString) -> Bool { ends(ending, at: count) }

    /// Whether these letters stand at `start`.
    func starts(_ letters: StaticString, at start: Int) -> Bool {
        guard start >= 0, start + letters.length <= count else { return false }
        return letters.withUTF8Buffer { bytes in
            var place = start
            var index = 0
            while index < bytes.count {
                var unit = UInt16(bytes[index])
                if unit >= 0xC0, index + 1 < bytes.count {
                    unit = (unit & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F)
                    index += 1
                }
                if units[place] != unit { return false }
                place += 1
                index += 1
            }
            return true
        }
    }

    mutating func cut(to end: Int) {
        units.removeSubrange(min(max(0, end), count)...)
    }

    /// Takes what stands from `start` on away, and puts these letters there.
    mutating func replace(from start: Int, with letters: StaticString) {
        cut(to: start)
        units.append(contentsOf: letters.description.utf16)
    }

    mutating func insert(_ unit: UInt16, at place: Int) {
        units.insert(unit, at: min(max(0, place), count))
    }

    mutating func put(_ unit: UInt16, at place: Int) {
        if units.indices.contains(place) { units[place] = unit }
    }

    mutating func remove(_ range: Range<Int>) {
        units.removeSubrange(range.clamped(to: 0..<count))
    }
}

extension StaticString {
    /// Letters, not bytes.
    fileprivate var length: Int {
        withUTF8Buffer { bytes in bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
    }
}
