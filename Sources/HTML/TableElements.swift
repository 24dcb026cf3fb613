// Tables.

/// `<table>`: always with a caption.
@inlinable package func table<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<table", "</table>", attributes, content())
}

/// `<caption>`.
@inlinable package func caption<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<caption", "</caption>", attributes, content())
}

/// `<thead>`.
@inlinable package func thead<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<thead", "</thead>", attributes, content())
}

/// `<tbody>`.
@inlinable package func tbody<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<tbody", "</tbody>", attributes, content())
}

/// `<tfoot>`.
@inlinable package func tfoot<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<tfoot", "</tfoot>", attributes, content())
}

/// `<tr>`.
@inlinable package func tr<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<tr", "</tr>", attributes, content())
}

/// `<th>`: with `scope`.
@inlinable package func th<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<th", "</th>", attributes, content())
}

/// `<td>`.
@inlinable package func td<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<td", "</td>", attributes, content())
}

/// `<colgroup>`.
@inlinable package func colgroup<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<colgroup", "</colgroup>", attributes, content())
}

/// `<col>`.
@inlinable package func col(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<col", ">", attributes) }
