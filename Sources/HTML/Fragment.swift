/// HTML that was written before: bytes that this module escaped, to be put into a page later or more than once.
package struct Fragment: HTML, Sendable {
    private let bytes: [UInt8]

    /// Writes the content now.
    package init(@HTMLBuilder _ content: () -> some HTML) {
        var writer = HTMLWriter(capacity: 2 * 1024)
        content().render(into: &writer)
        // Exactly as long as it is: fragments are kept, and a buffer that grew holds up to twice as much.
        bytes = writer.finish().withUnsafeBufferPointer { Array($0) }
    }

    package static let empty = Fragment { Empty() }

    package var isEmpty: Bool { bytes.isEmpty }

    package func render(into out: inout HTMLWriter) {
        out.written(self.bytes)
    }
}
