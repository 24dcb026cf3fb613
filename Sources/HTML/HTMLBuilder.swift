/// Puts the lines of a block together as one value, with `if`, `switch` and `for`.
///
/// Pairs instead of parameter packs: packs are not specialised by Swift 6.3, and measured twice as slow.
@resultBuilder
@usableFromInline package enum HTMLBuilder {
    @inlinable package static func buildExpression<Content: HTML>(_ content: Content) -> Content { content }

    @inlinable package static func buildBlock() -> Empty { Empty() }

    @inlinable package static func buildPartialBlock<Content: HTML>(first: Content) -> Content { first }

    @inlinable package static func buildPartialBlock<First: HTML, Second: HTML>(accumulated: First, next: Second) -> Pair<First, Second> {
        Pair(accumulated, next)
    }

    @inlinable package static func buildOptional<Content: HTML>(_ content: Content?) -> Content? { content }

    @inlinable package static func buildEither<First: HTML, Second: HTML>(first: First) -> Either<First, Second> { .first(first) }

    @inlinable package static func buildEither<First: HTML, Second: HTML>(second: Second) -> Either<First, Second> { .second(second) }

    /// A plain `for` keeps its parts in an array; ``Each`` writes them one by one and is the better form.
    ///
    /// Swift 6.3 cannot infer a `some HTML` body with a `for` whose parts are themselves `some HTML` (a method of the page): use ``Each`` there.
    @inlinable package static func buildArray<Content: HTML>(_ contents: [Content]) -> [Content] { contents }
}

/// Two parts, one after the other.
@usableFromInline package struct Pair<First: HTML, Second: HTML>: HTML {
    @usableFromInline let first: First
    @usableFromInline let second: Second

    @inlinable init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    @inlinable package func render(into out: inout HTMLWriter) {
        first.render(into: &out)
        second.render(into: &out)
    }
}

/// One of two parts: what `if`-`else` and `switch` become.
@usableFromInline package enum Either<First: HTML, Second: HTML>: HTML {
    case first(First)
    case second(Second)

    @inlinable package func render(into out: inout HTMLWriter) {
        switch self {
        case .first(let content): content.render(into: &out)
        case .second(let content): content.render(into: &out)
        }
    }
}

/// A part for each element of a sequence, made only while it is written.
@usableFromInline package struct Each<Elements: Sequence, Content: HTML>: HTML {
    @usableFromInline let elements: Elements
    @usableFromInline let content: (Elements.Element) -> Content

    @inlinable package init(_ elements: Elements, @HTMLBuilder content: @escaping (Elements.Element) -> Content) {
        self.elements = elements
        self.content = content
    }

    @inlinable package func render(into out: inout HTMLWriter) {
        for element in elements { content(element).render(into: &out) }
    }
}

/// A block without an element of its own, for a part that is more than one element.
@usableFromInline package struct Group<Content: HTML>: HTML {
    @usableFromInline let content: Content

    @inlinable package init(@HTMLBuilder content: () -> Content) { self.content = content() }

    @inlinable package func render(into out: inout HTMLWriter) { content.render(into: &out) }
}
