// Elements inside running text.

/// `<p>`.
@inlinable package func p<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<p", "</p>", attributes, content())
}

/// `<blockquote>`.
@inlinable package func blockquote<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<blockquote", "</blockquote>", attributes, content())
}

/// `<a>`: the address goes through ``SafeURL``.
@inlinable package func a<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<a", "</a>", attributes, content())
}

/// `<span>`.
@inlinable package func span<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<span", "</span>", attributes, content())
}

/// `<em>`: stress.
@inlinable package func em<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<em", "</em>", attributes, content())
}

/// `<strong>`: weight.
@inlinable package func strong<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<strong", "</strong>", attributes, content())
}

/// `<b>`: stands out without weight.
@inlinable package func b<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<b", "</b>", attributes, content())
}

/// `<i>`: another voice.
@inlinable package func i<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<i", "</i>", attributes, content())
}

/// `<u>`: marked otherwise, as a misspelling.
@inlinable package func u<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<u", "</u>", attributes, content())
}

/// `<s>`: no longer right.
@inlinable package func s<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<s", "</s>", attributes, content())
}

/// `<small>`: side remarks.
@inlinable package func small<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<small", "</small>", attributes, content())
}

/// `<mark>`: found by the reader's search.
@inlinable package func mark<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<mark", "</mark>", attributes, content())
}

/// `<sub>`.
@inlinable package func sub<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<sub", "</sub>", attributes, content())
}

/// `<sup>`.
@inlinable package func sup<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<sup", "</sup>", attributes, content())
}

/// `<code>`.
@inlinable package func code<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<code", "</code>", attributes, content())
}

/// `<kbd>`.
@inlinable package func kbd<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<kbd", "</kbd>", attributes, content())
}

/// `<samp>`.
@inlinable package func samp<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<samp", "</samp>", attributes, content())
}

/// `<abbr>`.
@inlinable package func abbr<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<abbr", "</abbr>", attributes, content())
}

/// `<cite>`.
@inlinable package func cite<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<cite", "</cite>", attributes, content())
}

/// `<q>`.
@inlinable package func q<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<q", "</q>", attributes, content())
}

/// `<dfn>`: the place where a term is defined.
@inlinable package func dfn<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<dfn", "</dfn>", attributes, content())
}

/// `<del>`.
@inlinable package func del<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<del", "</del>", attributes, content())
}

/// `<ins>`.
@inlinable package func ins<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<ins", "</ins>", attributes, content())
}

/// `<bdi>`: a name of unknown direction.
@inlinable package func bdi<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<bdi", "</bdi>", attributes, content())
}

/// `<time>`: with `datetime` in ISO 8601.
@inlinable package func time<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<time", "</time>", attributes, content())
}

/// `<data>`.
@inlinable package func data<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<data", "</data>", attributes, content())
}

/// `<pre>`. The parser drops a first line end, so one is written for it to drop.
@inlinable package func pre<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Pair<Raw, Content>> {
    Element("<pre", "</pre>", attributes, Pair(Raw("\n"), content()))
}

/// `<br>`.
@inlinable package func br(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<br", ">", attributes) }

/// `<wbr>`: a place where a long word may break.
@inlinable package func wbr(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<wbr", ">", attributes) }
