/// Receives a page as bytes: one growing buffer, everything escaped on its way in.
///
/// UTF-8. The only way to write markup is ``raw(_:)``, which takes literals of the source code and nothing else.
@usableFromInline package struct HTMLWriter: ~Copyable {
    @usableFromInline var bytes: [UInt8]

    /// - Parameter capacity: bytes reserved beforehand; more is fine, it only costs copying.
    @inlinable package init(capacity: Int = 32 * 1024) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Bytes written so far.
    @inlinable package var count: Int { bytes.count }

    /// Writes a literal as it is: the one unsafe word of this module.
    @inlinable package mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
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
        if value >= 0 && value < 10 { bytes.append(0x30 &+ UInt8(truncatingIfNeeded: value)) } else { appendDigits(value) }
    }

    /// Writes a number for machines (SVG, CSS, data attributes): a point, no grouping, no trailing zeros, `0` for what is not finite.
    @inlinable package mutating func number(_ value: Double, decimals: Int = 2) {
        DecimalText.append(value, decimals: decimals, to: &bytes)
    }

    /// Gives the bytes and ends the writer.
    @inlinable package consuming func finish() -> [UInt8] { bytes }

    @inlinable mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// By address: as an array each append counts a reference up and down, and a page has hundreds of fragments.
    @inlinable mutating func written(_ other: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: other) }

    @usableFromInline mutating func appendDigits(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

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
        var start = 0
        for index in Self.plainStart(of: text)..<text.count {
            let byte = text[index]
            guard byte < 64, HTMLWriter.escapes >> UInt64(byte) & 1 != 0 else { continue }
            if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
            start = index + 1
            switch byte {
            case 0x22: raw("&quot;")
            case 0x26: raw("&amp;")
            case 0x27: raw("&#39;")
            case 0x3C: raw("&lt;")
            case 0x3E: raw("&gt;")
            default: raw("\u{FFFD}")
            }
        }
        if start == 0 { bytes.append(contentsOf: text) } else { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...])) }
    }
}

/// Prints numbers as short as machines can read them: `12.5`, `-3`, `0.07`.
@usableFromInline package enum DecimalText {
    @usableFromInline static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// Appends ASCII digits; rounds to at most `decimals` (0 to 6), drops trailing zeros, prints `0` for infinities and NaN.
    ///
    /// Sizes from 10^12 on print at that bound: no drawing needs them, and no integer overflows.
    @usableFromInline package static func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
        guard value.isFinite else {
            bytes.append(0x30)
            return
        }
        var places = min(max(decimals, 0), 6)
        var digits = Int64(min(abs(value), 1e12) * powers[places] + 0.5)
        if digits == 0 {
            bytes.append(0x30)
            return
        }
        if value < 0 { bytes.append(0x2D) }
        while places > 0 && digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        // Backwards from the last digit, until the digit before the point is written.
        var low = bytes.count
        var written = 0
        repeat {
            if written == places && places > 0 { bytes.append(0x2E) }
            bytes.append(0x30 + UInt8(digits % 10))
            digits /= 10
            written += 1
        } while digits > 0 || written <= places
        // Not `reverse()` of the slice: that copies it to a new array first.
        var high = bytes.count - 1
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }
}
