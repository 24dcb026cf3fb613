// Drawings.

/// `<svg>`: with `role="img"` and a name, or hidden with `aria-hidden`.
@inlinable package func svg<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<svg", "</svg>", attributes, content())
}

/// `<g>`: things drawn together.
@inlinable package func g<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<g", "</g>", attributes, content())
}

/// `<defs>`: things to use elsewhere.
@inlinable package func defs<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<defs", "</defs>", attributes, content())
}

/// `<symbol>`: a sign to use more than once.
@inlinable package func symbol<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<symbol", "</symbol>", attributes, content())
}

/// `<pattern>`: a fill; its id must be unique on the page.
@inlinable package func pattern<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<pattern", "</pattern>", attributes, content())
}

/// `<clipPath>`.
@inlinable package func clipPath<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<clipPath", "</clipPath>", attributes, content())
}

/// `<text>` in SVG.
@inlinable package func svgText<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<text", "</text>", attributes, content())
}

/// `<tspan>`.
@inlinable package func tspan<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<tspan", "</tspan>", attributes, content())
}

/// `<title>` in SVG: the short name of a drawing or part.
@inlinable package func svgTitle<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<title", "</title>", attributes, content())
}

/// `<desc>` in SVG: the long description.
@inlinable package func desc<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<desc", "</desc>", attributes, content())
}

/// `<a>` in SVG.
@inlinable package func svgLink<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<a", "</a>", attributes, content())
}

/// `<path>` in SVG, without content.
@inlinable package func path(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<path", "/>", attributes) }

/// `<path>` in SVG with content, such as a title.
@inlinable package func path<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<path", "</path>", attributes, content())
}

/// `<rect>` in SVG, without content.
@inlinable package func rect(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<rect", "/>", attributes) }

/// `<rect>` in SVG with content, such as a title.
@inlinable package func rect<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<rect", "</rect>", attributes, content())
}

/// `<line>` in SVG, without content.
@inlinable package func line(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<line", "/>", attributes) }

/// `<line>` in SVG with content, such as a title.
@inlinable package func line<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<line", "</line>", attributes, content())
}

/// `<circle>` in SVG, without content.
@inlinable package func circle(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<circle", "/>", attributes) }

/// `<circle>` in SVG with content, such as a title.
@inlinable package func circle<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<circle", "</circle>", attributes, content())
}

/// `<ellipse>` in SVG, without content.
@inlinable package func ellipse(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<ellipse", "/>", attributes) }

/// `<ellipse>` in SVG with content, such as a title.
@inlinable package func ellipse<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<ellipse", "</ellipse>", attributes, content())
}

/// `<polyline>` in SVG, without content.
@inlinable package func polyline(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<polyline", "/>", attributes) }

/// `<polyline>` in SVG with content, such as a title.
@inlinable package func polyline<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<polyline", "</polyline>", attributes, content())
}

/// `<polygon>` in SVG, without content.
@inlinable package func polygon(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<polygon", "/>", attributes) }

/// `<polygon>` in SVG with content, such as a title.
@inlinable package func polygon<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<polygon", "</polygon>", attributes, content())
}

/// `<use>` in SVG, without content.
@inlinable package func use(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<use", "/>", attributes) }

/// `<use>` in SVG with content, such as a title.
@inlinable package func use<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<use", "</use>", attributes, content())
}
