/// Anything that can write itself as HTML: text, elements, and blocks of them.
@usableFromInline package protocol HTML {
    /// Writes the value; everything that is not markup goes through the writer's escaping.
    func render(into out: inout HTMLWriter)
}

/// A part of a page that is made of other parts: a value with a `body`.
@usableFromInline package protocol Component: HTML {
    associatedtype Body: HTML
    /// What the component shows.
    @HTMLBuilder var body: Body { get }
}

extension Component {
    @inlinable package func render(into out: inout HTMLWriter) { body.render(into: &out) }
}

extension HTML {
    /// The value as UTF-8 bytes, without a document type: for a part of a page.
    @usableFromInline package func rendered() -> [UInt8] {
        var out = HTMLWriter(capacity: 2 * 1024)
        render(into: &out)
        return out.finish()
    }
}

/// A whole page as UTF-8 bytes: `<!DOCTYPE html>` and the value, which is an `html` element.
///
/// - Parameter capacity: bytes the page will have, as far as known
@inlinable package func renderDocument(_ page: some HTML, capacity: Int = 32 * 1024) -> [UInt8] {
    var out = HTMLWriter(capacity: capacity)
    out.document(page)
    return out.finish()
}

extension String: HTML {
    @inlinable package func render(into out: inout HTMLWriter) { out.text(self) }
}

extension Substring: HTML {
    @inlinable package func render(into out: inout HTMLWriter) { out.text(self) }
}

extension Int: HTML {
    @inlinable package func render(into out: inout HTMLWriter) { out.int(self) }
}

extension Optional: HTML where Wrapped: HTML {
    @inlinable package func render(into out: inout HTMLWriter) { self?.render(into: &out) }
}

extension Array: HTML where Element: HTML {
    @inlinable package func render(into out: inout HTMLWriter) {
        for element in self { element.render(into: &out) }
    }
}

/// Markup from a literal in the source code, written as it is. There is no form that takes a `String`.
@usableFromInline package struct Raw: HTML {
    @usableFromInline let literal: StaticString

    @inlinable package init(_ literal: StaticString) { self.literal = literal }

    @inlinable package func render(into out: inout HTMLWriter) { out.raw(literal) }
}

/// Nothing.
@usableFromInline package struct Empty: HTML {
    @inlinable package init() {}

    @inlinable package func render(into out: inout HTMLWriter) {}
}

/// HTML of any type, for places where parts of different slices come together in one list.
@usableFromInline package struct AnyHTML: HTML {
    @usableFromInline let content: any HTML

    @inlinable package init(_ content: any HTML) { self.content = content }

    @inlinable package func render(into out: inout HTMLWriter) { content.render(into: &out) }
}
