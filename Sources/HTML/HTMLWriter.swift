/// Receives a page as bytes, everything escaped on its way in.
///
/// UTF-8. The only way to write markup is ``raw(_:)``, which takes literals of the source code and nothing else.
/// Memory of its own instead of an array: a page is tens of thousands of short pieces, and an array asks at each whether it is still alone.
@usableFromInline package struct HTMLWriter: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    /// Bytes written so far.
    @usableFromInline package internal(set) var count = 0
    /// Bytes that fit before more memory is needed.
    @usableFromInline var room: Int
    /// The memory belongs to an array that is being filled, as long as it is enough.
    @usableFromInline var isLent: Bool

    /// - Parameter capacity: bytes reserved beforehand; more is fine, it only costs copying.
    @usableFromInline package init(capacity: Int = 32 * 1024) {
        room = max(capacity, 64)
        start = .allocate(capacity: room)
        isLent = false
    }

    private init(lent memory: UnsafeMutablePointer<UInt8>, room: Int) {
        start = memory
        self.room = room
        isLent = true
    }

    deinit { if !isLent { start.deallocate() } }

    /// Writes into memory of the caller, as far as that is enough.
    ///
    /// - Returns: how many bytes were written there; or 0, and all bytes in an array of their own, where there was no room for them
    @usableFromInline package static func fill(
        _ memory: UnsafeMutableBufferPointer<UInt8>, _ write: (inout HTMLWriter) -> Void
    ) -> (count: Int, longer: [UInt8]?) {
        var out = memory.baseAddress.map { HTMLWriter(lent: $0, room: memory.count) } ?? HTMLWriter()
        write(&out)
        return out.isLent ? (out.count, nil) : (0, out.finish())
    }

    /// `<!DOCTYPE html>` and the page, which is an `html` element.
    @inlinable package mutating func document(_ page: some HTML) {
        raw("<!DOCTYPE html>\n")
        page.render(into: &self)
    }

    /// Writes a literal as it is: the one unsafe word of this module.
    @inlinable package mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { add($0) }
    }

    /// Writes text, with `& < > " '` as character references, so it is safe in content and between attribute quotes.
    ///
    /// A NUL, which no HTML document may hold, becomes U+FFFD.
    @inlinable package mutating func text(_ text: String) {
        escape(text.utf8)
    }

    /// As ``text(_:)-(String)``.
    @inlinable package mutating func text(_ text: Substring) {
        escape(text.utf8)
    }

    /// Writes a whole number with plain digits.
    @inlinable package mutating func int(_ value: Int) {
        if value >= 0 && value < 10 { byte(0x30 &+ UInt8(truncatingIfNeeded: value)) } else { appendDigits(value) }
    }

    /// Writes a number for machines (SVG, CSS, data attributes): a point, no grouping, no trailing zeros, `0` for what is not finite.
    @inlinable package mutating func number(_ value: Double, decimals: Int = 2) {
        makeRoom(DecimalText.longest)
        count += DecimalText.write(value, decimals: decimals, to: start + count)
    }

    /// Gives the bytes, in an array exactly as long as they are, and ends the writer.
    @usableFromInline package consuming func finish() -> [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

    @inlinable mutating func byte(_ byte: UInt8) {
        makeRoom(1)
        (start + count).initialize(to: byte)
        count += 1
    }

    /// Adds bytes as they are; they must not be those of this writer.
    @inlinable mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        makeRoom(bytes.count)
        (start + count).initialize(from: first, count: bytes.count)
        count += bytes.count
    }

    @inlinable mutating func makeRoom(_ more: Int) { if room - count < more { grow(more) } }

    @usableFromInline mutating func grow(_ more: Int) {
        let larger = max(2 * room, count + more), memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.initialize(from: start, count: count)
        if !isLent { start.deallocate() }
        (start, room, isLent) = (memory, larger, false)
    }

    @usableFromInline mutating func appendDigits(_ value: Int) {
        var digits = String(value)
        digits.withUTF8 { add($0) }
    }

    @inlinable mutating func escape<Bytes: Collection<UInt8>>(_ text: Bytes) {
        if text.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil {
            Array(text).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    /// Bit n is set for each byte n that needs a reference: NUL `"` `&` `'` `<` `>`, all below 64.
    @inlinable static var escapes: UInt64 { 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E }

    /// How many bytes from the start need no reference, in steps of eight.
    ///
    /// A byte of a word is 0 where `(word - 0x01…) & ~word & 0x80…` has its high bit; the characters are brought to 0 two at a time.
    private static func plainStart(of text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        var index = 0
        while index + 8 <= text.count {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            let quoteOrAmpersand = zeros((word & (ones &* 0xFB)) ^ (ones &* 0x22)), angle = zeros((word & (ones &* 0xFD)) ^ (ones &* 0x3C))
            guard (quoteOrAmpersand | angle | zeros(word ^ (ones &* 0x27)) | zeros(word)) & (ones &* 0x80) == 0 else { break }
            index += 8
        }
        return index
    }

    @usableFromInline mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        for index in Self.plainStart(of: text)..<text.count {
            let byte = text[index]
            guard byte < 64, HTMLWriter.escapes >> UInt64(byte) & 1 != 0 else { continue }
            if plain < index { add(UnsafeBufferPointer(rebasing: text[plain..<index])) }
            plain = index + 1
            switch byte {
            case 0x22: raw("&quot;")
            case 0x26: raw("&amp;")
            case 0x27: raw("&#39;")
            case 0x3C: raw("&lt;")
            case 0x3E: raw("&gt;")
            default: raw("\u{FFFD}")
            }
        }
        add(plain == 0 ? text : UnsafeBufferPointer(rebasing: text[plain...]))
    }
}
