// Attributes for forms and their fields.

extension Attributes {
    /// `action`: checked as ``href(_:)`` is.
    @inlinable package static func action(_ value: String) -> Attributes { Attributes().action(value) }
    /// As the static form.
    @inlinable package consuming func action(_ value: String) -> Attributes { adding("action", .text(SafeURL.checked(value))) }

    /// `formaction`: checked as ``href(_:)`` is.
    @inlinable package static func formAction(_ value: String) -> Attributes { Attributes().formAction(value) }
    /// As the static form.
    @inlinable package consuming func formAction(_ value: String) -> Attributes { adding("formaction", .text(SafeURL.checked(value))) }

    /// `method`: `get` or `post`.
    @inlinable package static func method(_ value: String) -> Attributes { Attributes().method(value) }
    /// As the static form.
    @inlinable package consuming func method(_ value: String) -> Attributes { adding("method", .text(value)) }

    /// `enctype`.
    @inlinable package static func enctype(_ value: String) -> Attributes { Attributes().enctype(value) }
    /// As the static form.
    @inlinable package consuming func enctype(_ value: String) -> Attributes { adding("enctype", .text(value)) }

    /// `novalidate`: our own messages are better than the browser's.
    @inlinable package static func novalidate(_ on: Bool = true) -> Attributes { Attributes().novalidate(on) }
    /// As the static form.
    @inlinable package consuming func novalidate(_ on: Bool = true) -> Attributes { on ? adding("novalidate", .flag) : self }

    /// `name`.
    @inlinable package static func name(_ value: String) -> Attributes { Attributes().name(value) }
    /// As the static form.
    @inlinable package consuming func name(_ value: String) -> Attributes { adding("name", .text(value)) }

    /// `type`.
    @inlinable package static func type(_ value: String) -> Attributes { Attributes().type(value) }
    /// As the static form.
    @inlinable package consuming func type(_ value: String) -> Attributes { adding("type", .text(value)) }

    /// `value`.
    @inlinable package static func value(_ value: String) -> Attributes { Attributes().value(value) }
    /// As the static form.
    @inlinable package consuming func value(_ value: String) -> Attributes { adding("value", .text(value)) }

    /// `for`: id of the field a label belongs to.
    @inlinable package static func `for`(_ value: String) -> Attributes { Attributes().for(value) }
    /// As the static form.
    @inlinable package consuming func `for`(_ value: String) -> Attributes { adding("for", .text(value)) }

    /// `form`: id of the form a field belongs to.
    @inlinable package static func form(_ value: String) -> Attributes { Attributes().form(value) }
    /// As the static form.
    @inlinable package consuming func form(_ value: String) -> Attributes { adding("form", .text(value)) }

    /// `list`: id of a datalist.
    @inlinable package static func list(_ value: String) -> Attributes { Attributes().list(value) }
    /// As the static form.
    @inlinable package consuming func list(_ value: String) -> Attributes { adding("list", .text(value)) }

    /// `label` of an option group.
    @inlinable package static func label(_ value: String) -> Attributes { Attributes().label(value) }
    /// As the static form.
    @inlinable package consuming func label(_ value: String) -> Attributes { adding("label", .text(value)) }

    /// `placeholder`: an example, never a label.
    @inlinable package static func placeholder(_ value: String) -> Attributes { Attributes().placeholder(value) }
    /// As the static form.
    @inlinable package consuming func placeholder(_ value: String) -> Attributes { adding("placeholder", .text(value)) }

    /// `autocomplete`: as WCAG 1.3.5 asks for personal fields.
    @inlinable package static func autocomplete(_ value: String) -> Attributes { Attributes().autocomplete(value) }
    /// As the static form.
    @inlinable package consuming func autocomplete(_ value: String) -> Attributes { adding("autocomplete", .text(value)) }

    /// `autocapitalize`.
    @inlinable package static func autocapitalize(_ value: String) -> Attributes { Attributes().autocapitalize(value) }
    /// As the static form.
    @inlinable package consuming func autocapitalize(_ value: String) -> Attributes { adding("autocapitalize", .text(value)) }

    /// `spellcheck`: `true` or `false`.
    @inlinable package static func spellcheck(_ value: String) -> Attributes { Attributes().spellcheck(value) }
    /// As the static form.
    @inlinable package consuming func spellcheck(_ value: String) -> Attributes { adding("spellcheck", .text(value)) }

    /// `inputmode`: `numeric`, `decimal`, `email`.
    @inlinable package static func inputmode(_ value: String) -> Attributes { Attributes().inputmode(value) }
    /// As the static form.
    @inlinable package consuming func inputmode(_ value: String) -> Attributes { adding("inputmode", .text(value)) }

    /// `enterkeyhint`.
    @inlinable package static func enterKeyHint(_ value: String) -> Attributes { Attributes().enterKeyHint(value) }
    /// As the static form.
    @inlinable package consuming func enterKeyHint(_ value: String) -> Attributes { adding("enterkeyhint", .text(value)) }

    /// `pattern`.
    @inlinable package static func pattern(_ value: String) -> Attributes { Attributes().pattern(value) }
    /// As the static form.
    @inlinable package consuming func pattern(_ value: String) -> Attributes { adding("pattern", .text(value)) }

    /// `accept`: kinds of files.
    @inlinable package static func accept(_ value: String) -> Attributes { Attributes().accept(value) }
    /// As the static form.
    @inlinable package consuming func accept(_ value: String) -> Attributes { adding("accept", .text(value)) }

    /// `min`.
    @inlinable package static func min(_ value: String) -> Attributes { Attributes().min(value) }
    /// As the static form.
    @inlinable package consuming func min(_ value: String) -> Attributes { adding("min", .text(value)) }

    /// `max`.
    @inlinable package static func max(_ value: String) -> Attributes { Attributes().max(value) }
    /// As the static form.
    @inlinable package consuming func max(_ value: String) -> Attributes { adding("max", .text(value)) }

    /// `step`.
    @inlinable package static func step(_ value: String) -> Attributes { Attributes().step(value) }
    /// As the static form.
    @inlinable package consuming func step(_ value: String) -> Attributes { adding("step", .text(value)) }

    /// `low` of a meter.
    @inlinable package static func low(_ value: String) -> Attributes { Attributes().low(value) }
    /// As the static form.
    @inlinable package consuming func low(_ value: String) -> Attributes { adding("low", .text(value)) }

    /// `high` of a meter.
    @inlinable package static func high(_ value: String) -> Attributes { Attributes().high(value) }
    /// As the static form.
    @inlinable package consuming func high(_ value: String) -> Attributes { adding("high", .text(value)) }

    /// `optimum` of a meter.
    @inlinable package static func optimum(_ value: String) -> Attributes { Attributes().optimum(value) }
    /// As the static form.
    @inlinable package consuming func optimum(_ value: String) -> Attributes { adding("optimum", .text(value)) }

    /// `minlength`.
    @inlinable package static func minLength(_ value: Int) -> Attributes { Attributes().minLength(value) }
    /// As the static form.
    @inlinable package consuming func minLength(_ value: Int) -> Attributes { adding("minlength", .int(value)) }

    /// `maxlength`.
    @inlinable package static func maxLength(_ value: Int) -> Attributes { Attributes().maxLength(value) }
    /// As the static form.
    @inlinable package consuming func maxLength(_ value: Int) -> Attributes { adding("maxlength", .int(value)) }

    /// `size`.
    @inlinable package static func size(_ value: Int) -> Attributes { Attributes().size(value) }
    /// As the static form.
    @inlinable package consuming func size(_ value: Int) -> Attributes { adding("size", .int(value)) }

    /// `rows`.
    @inlinable package static func rows(_ value: Int) -> Attributes { Attributes().rows(value) }
    /// As the static form.
    @inlinable package consuming func rows(_ value: Int) -> Attributes { adding("rows", .int(value)) }

    /// `cols`.
    @inlinable package static func cols(_ value: Int) -> Attributes { Attributes().cols(value) }
    /// As the static form.
    @inlinable package consuming func cols(_ value: Int) -> Attributes { adding("cols", .int(value)) }

    /// `checked`.
    @inlinable package static func checked(_ on: Bool = true) -> Attributes { Attributes().checked(on) }
    /// As the static form.
    @inlinable package consuming func checked(_ on: Bool = true) -> Attributes { on ? adding("checked", .flag) : self }

    /// `selected`.
    @inlinable package static func selected(_ on: Bool = true) -> Attributes { Attributes().selected(on) }
    /// As the static form.
    @inlinable package consuming func selected(_ on: Bool = true) -> Attributes { on ? adding("selected", .flag) : self }

    /// `disabled`: rarely; say why something cannot be done instead.
    @inlinable package static func disabled(_ on: Bool = true) -> Attributes { Attributes().disabled(on) }
    /// As the static form.
    @inlinable package consuming func disabled(_ on: Bool = true) -> Attributes { on ? adding("disabled", .flag) : self }

    /// `readonly`.
    @inlinable package static func readonly(_ on: Bool = true) -> Attributes { Attributes().readonly(on) }
    /// As the static form.
    @inlinable package consuming func readonly(_ on: Bool = true) -> Attributes { on ? adding("readonly", .flag) : self }

    /// `required`.
    @inlinable package static func required(_ on: Bool = true) -> Attributes { Attributes().required(on) }
    /// As the static form.
    @inlinable package consuming func required(_ on: Bool = true) -> Attributes { on ? adding("required", .flag) : self }

    /// `multiple`.
    @inlinable package static func multiple(_ on: Bool = true) -> Attributes { Attributes().multiple(on) }
    /// As the static form.
    @inlinable package consuming func multiple(_ on: Bool = true) -> Attributes { on ? adding("multiple", .flag) : self }

    /// `autofocus`.
    @inlinable package static func autofocus(_ on: Bool = true) -> Attributes { Attributes().autofocus(on) }
    /// As the static form.
    @inlinable package consuming func autofocus(_ on: Bool = true) -> Attributes { on ? adding("autofocus", .flag) : self }
}
