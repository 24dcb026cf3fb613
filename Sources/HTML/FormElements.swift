// Forms.

/// `<form>`.
@inlinable package func form<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<form", "</form>", attributes, content())
}

/// `<fieldset>`.
@inlinable package func fieldset<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<fieldset", "</fieldset>", attributes, content())
}

/// `<legend>`.
@inlinable package func legend<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<legend", "</legend>", attributes, content())
}

/// `<label>`.
@inlinable package func label<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<label", "</label>", attributes, content())
}

/// `<button>`: give it a type.
@inlinable package func button<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<button", "</button>", attributes, content())
}

/// `<select>`.
@inlinable package func select<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<select", "</select>", attributes, content())
}

/// `<optgroup>`.
@inlinable package func optgroup<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<optgroup", "</optgroup>", attributes, content())
}

/// `<option>`.
@inlinable package func option<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<option", "</option>", attributes, content())
}

/// `<datalist>`.
@inlinable package func datalist<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<datalist", "</datalist>", attributes, content())
}

/// `<output>`.
@inlinable package func output<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<output", "</output>", attributes, content())
}

/// `<progress>`: how far work has come.
@inlinable package func progress<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<progress", "</progress>", attributes, content())
}

/// `<meter>`: a value in a known range.
@inlinable package func meter<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<meter", "</meter>", attributes, content())
}

/// `<textarea>`. The parser drops a first line end, so one is written for it to drop.
@inlinable package func textarea(_ attributes: Attributes = .none, content: () -> String) -> Element<Pair<Raw, String>> {
    Element("<textarea", "</textarea>", attributes, Pair(Raw("\n"), content()))
}

/// `<input>`.
@inlinable package func input(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<input", ">", attributes) }
