/// An element with content.
@usableFromInline package struct Element<Content: HTML>: HTML {
    @usableFromInline let open: StaticString
    @usableFromInline let close: StaticString
    @usableFromInline let attributes: Attributes
    @usableFromInline let content: Content

    /// - Parameters:
    ///   - open: `<td`, without its `>`
    ///   - close: `</td>`
    @inlinable init(_ open: StaticString, _ close: StaticString, _ attributes: Attributes, _ content: Content) {
        self.open = open
        self.close = close
        self.attributes = attributes
        self.content = content
    }

    @inlinable package func render(into out: inout HTMLWriter) {
        out.raw(open)
        attributes.render(into: &out)
        out.byte(0x3E)
        content.render(into: &out)
        out.raw(close)
    }
}

/// An element that cannot have content (`<br>`), or a graphic without any (`<path d="…"/>`).
@usableFromInline package struct LeafElement: HTML {
    @usableFromInline let open: StaticString
    @usableFromInline let close: StaticString
    @usableFromInline let attributes: Attributes

    /// - Parameter close: `>` for HTML, `/>` for SVG.
    @inlinable init(_ open: StaticString, _ close: StaticString, _ attributes: Attributes) {
        self.open = open
        self.close = close
        self.attributes = attributes
    }

    @inlinable package func render(into out: inout HTMLWriter) {
        out.raw(open)
        attributes.render(into: &out)
        out.raw(close)
    }
}
