/// HTML that was written before: bytes that this module escaped, to be put into a page later or more than once.
package struct Fragment: HTML, Sendable {
    private let bytes: [UInt8]

    /// Writes the content now.
    package init(@HTMLBuilder _ content: () -> some HTML) {
        var writer = HTMLWriter()
        content().render(into: &writer)
        bytes = writer.finish()
    }

    package static let empty = Fragment { Empty() }

    package var isEmpty: Bool { bytes.isEmpty }

    package func render(into out: inout HTMLWriter) {
        out.written(self.bytes)
    }
}
