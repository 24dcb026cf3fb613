/// HTML that was written before: bytes that this module escaped, to be put into a page later or more than once.
package struct Fragment: HTML, Sendable {
    private let bytes: [UInt8]

    /// Writes the content now.
    package init(@HTMLBuilder _ content: () -> some HTML) {
        self.init { out in content().render(into: &out) }
    }

    /// Writes with the writer itself: for pieces that are opened in one fragment and closed in another.
    package init(writing write: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter(capacity: 2 * 1024)
        write(&writer)
        // Exactly as long as it is: fragments are kept.
        bytes = writer.finish()
    }

    package static let empty = Fragment { Empty() }

    /// Escaped text.
    package init(_ text: String) {
        self.init { out in out.text(text) }
    }

    package var isEmpty: Bool { bytes.isEmpty }
    /// Bytes.
    package var count: Int { bytes.count }

    /// A part of it, as far as it goes: for pieces of which one place differs per page.
    package func render(_ part: Range<Int>, into out: inout HTMLWriter) {
        bytes.withUnsafeBufferPointer { out.add(UnsafeBufferPointer(rebasing: $0[part.clamped(to: $0.indices)])) }
    }

    package func render(into out: inout HTMLWriter) {
        bytes.withUnsafeBufferPointer { out.add($0) }
    }
}

/// A part of a page that is made only while it is written, with the writer itself: where a page has dozens of it, this is several times faster than values.
package struct Part: HTML {
    private let write: (inout HTMLWriter) -> Void

    package init(_ write: @escaping (inout HTMLWriter) -> Void) {
        self.write = write
    }

    package func render(into out: inout HTMLWriter) { write(&out) }
}
