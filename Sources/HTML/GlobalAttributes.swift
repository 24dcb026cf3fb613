// Attributes for every element, and for pages, links, media and tables.

extension Attributes {
    /// `id`: unique on the page.
    @inlinable package static func id(_ value: String) -> Attributes { Attributes().id(value) }
    /// As the static form.
    @inlinable package consuming func id(_ value: String) -> Attributes { adding("id", .text(value)) }

    /// `lang`: language of the content, as `nl` or `en`.
    @inlinable package static func lang(_ value: String) -> Attributes { Attributes().lang(value) }
    /// As the static form.
    @inlinable package consuming func lang(_ value: String) -> Attributes { adding("lang", .text(value)) }

    /// `dir`: `ltr`, `rtl` or `auto`.
    @inlinable package static func dir(_ value: String) -> Attributes { Attributes().dir(value) }
    /// As the static form.
    @inlinable package consuming func dir(_ value: String) -> Attributes { adding("dir", .text(value)) }

    /// `title`: never the only place of an explanation.
    @inlinable package static func title(_ value: String) -> Attributes { Attributes().title(value) }
    /// As the static form.
    @inlinable package consuming func title(_ value: String) -> Attributes { adding("title", .text(value)) }

    /// `role`: only where no element says it.
    @inlinable package static func role(_ value: String) -> Attributes { Attributes().role(value) }
    /// As the static form.
    @inlinable package consuming func role(_ value: String) -> Attributes { adding("role", .text(value)) }

    /// `hidden`.
    @inlinable package static func hidden(_ on: Bool = true) -> Attributes { Attributes().hidden(on) }
    /// As the static form.
    @inlinable package consuming func hidden(_ on: Bool = true) -> Attributes { on ? adding("hidden", .flag) : self }

    /// `inert`.
    @inlinable package static func inert(_ on: Bool = true) -> Attributes { Attributes().inert(on) }
    /// As the static form.
    @inlinable package consuming func inert(_ on: Bool = true) -> Attributes { on ? adding("inert", .flag) : self }

    /// `tabindex`: 0 or -1.
    @inlinable package static func tabindex(_ value: Int) -> Attributes { Attributes().tabindex(value) }
    /// As the static form.
    @inlinable package consuming func tabindex(_ value: Int) -> Attributes { adding("tabindex", .int(value)) }

    /// `translate`: `yes` or `no`.
    @inlinable package static func translate(_ value: String) -> Attributes { Attributes().translate(value) }
    /// As the static form.
    @inlinable package consuming func translate(_ value: String) -> Attributes { adding("translate", .text(value)) }

    /// `itemprop`.
    @inlinable package static func itemprop(_ value: String) -> Attributes { Attributes().itemprop(value) }
    /// As the static form.
    @inlinable package consuming func itemprop(_ value: String) -> Attributes { adding("itemprop", .text(value)) }

    /// `href`: http, https, mailto, tel, relative or `#`; anything else becomes `#` (see ``SafeURL``).
    @inlinable package static func href(_ value: String) -> Attributes { Attributes().href(value) }
    /// As the static form.
    @inlinable package consuming func href(_ value: String) -> Attributes { adding("href", .text(SafeURL.checked(value))) }

    /// `src`: checked as ``href(_:)`` is.
    @inlinable package static func src(_ value: String) -> Attributes { Attributes().src(value) }
    /// As the static form.
    @inlinable package consuming func src(_ value: String) -> Attributes { adding("src", .text(SafeURL.checked(value))) }

    /// `cite`: checked as ``href(_:)`` is.
    @inlinable package static func cite(_ value: String) -> Attributes { Attributes().cite(value) }
    /// As the static form.
    @inlinable package consuming func cite(_ value: String) -> Attributes { adding("cite", .text(SafeURL.checked(value))) }

    /// `poster`: checked as ``href(_:)`` is.
    @inlinable package static func poster(_ value: String) -> Attributes { Attributes().poster(value) }
    /// As the static form.
    @inlinable package consuming func poster(_ value: String) -> Attributes { adding("poster", .text(SafeURL.checked(value))) }

    /// `rel`.
    @inlinable package static func rel(_ value: String) -> Attributes { Attributes().rel(value) }
    /// As the static form.
    @inlinable package consuming func rel(_ value: String) -> Attributes { adding("rel", .text(value)) }

    /// `target`.
    @inlinable package static func target(_ value: String) -> Attributes { Attributes().target(value) }
    /// As the static form.
    @inlinable package consuming func target(_ value: String) -> Attributes { adding("target", .text(value)) }

    /// `hreflang`.
    @inlinable package static func hreflang(_ value: String) -> Attributes { Attributes().hreflang(value) }
    /// As the static form.
    @inlinable package consuming func hreflang(_ value: String) -> Attributes { adding("hreflang", .text(value)) }

    /// `download`: the name of the file.
    @inlinable package static func download(_ value: String) -> Attributes { Attributes().download(value) }
    /// As the static form.
    @inlinable package consuming func download(_ value: String) -> Attributes { adding("download", .text(value)) }

    /// `referrerpolicy`.
    @inlinable package static func referrerPolicy(_ value: String) -> Attributes { Attributes().referrerPolicy(value) }
    /// As the static form.
    @inlinable package consuming func referrerPolicy(_ value: String) -> Attributes { adding("referrerpolicy", .text(value)) }

    /// `crossorigin`.
    @inlinable package static func crossorigin(_ value: String) -> Attributes { Attributes().crossorigin(value) }
    /// As the static form.
    @inlinable package consuming func crossorigin(_ value: String) -> Attributes { adding("crossorigin", .text(value)) }

    /// `integrity`.
    @inlinable package static func integrity(_ value: String) -> Attributes { Attributes().integrity(value) }
    /// As the static form.
    @inlinable package consuming func integrity(_ value: String) -> Attributes { adding("integrity", .text(value)) }

    /// `media`.
    @inlinable package static func media(_ value: String) -> Attributes { Attributes().media(value) }
    /// As the static form.
    @inlinable package consuming func media(_ value: String) -> Attributes { adding("media", .text(value)) }

    /// `as` of a link.
    @inlinable package static func `as`(_ value: String) -> Attributes { Attributes().as(value) }
    /// As the static form.
    @inlinable package consuming func `as`(_ value: String) -> Attributes { adding("as", .text(value)) }

    /// `defer`.
    @inlinable package static func `defer`(_ on: Bool = true) -> Attributes { Attributes().defer(on) }
    /// As the static form.
    @inlinable package consuming func `defer`(_ on: Bool = true) -> Attributes { on ? adding("defer", .flag) : self }

    /// `alt`: what the picture says; empty for decoration.
    @inlinable package static func alt(_ value: String) -> Attributes { Attributes().alt(value) }
    /// As the static form.
    @inlinable package consuming func alt(_ value: String) -> Attributes { adding("alt", .text(value)) }

    /// `loading`: `lazy`.
    @inlinable package static func loading(_ value: String) -> Attributes { Attributes().loading(value) }
    /// As the static form.
    @inlinable package consuming func loading(_ value: String) -> Attributes { adding("loading", .text(value)) }

    /// `decoding`.
    @inlinable package static func decoding(_ value: String) -> Attributes { Attributes().decoding(value) }
    /// As the static form.
    @inlinable package consuming func decoding(_ value: String) -> Attributes { adding("decoding", .text(value)) }

    /// `sizes`.
    @inlinable package static func sizes(_ value: String) -> Attributes { Attributes().sizes(value) }
    /// As the static form.
    @inlinable package consuming func sizes(_ value: String) -> Attributes { adding("sizes", .text(value)) }

    /// `controls`.
    @inlinable package static func controls(_ on: Bool = true) -> Attributes { Attributes().controls(on) }
    /// As the static form.
    @inlinable package consuming func controls(_ on: Bool = true) -> Attributes { on ? adding("controls", .flag) : self }

    /// `kind` of a track.
    @inlinable package static func kind(_ value: String) -> Attributes { Attributes().kind(value) }
    /// As the static form.
    @inlinable package consuming func kind(_ value: String) -> Attributes { adding("kind", .text(value)) }

    /// `srclang` of a track.
    @inlinable package static func srclang(_ value: String) -> Attributes { Attributes().srclang(value) }
    /// As the static form.
    @inlinable package consuming func srclang(_ value: String) -> Attributes { adding("srclang", .text(value)) }

    /// `charset`.
    @inlinable package static func charset(_ value: String) -> Attributes { Attributes().charset(value) }
    /// As the static form.
    @inlinable package consuming func charset(_ value: String) -> Attributes { adding("charset", .text(value)) }

    /// `content` of a meta.
    @inlinable package static func content(_ value: String) -> Attributes { Attributes().content(value) }
    /// As the static form.
    @inlinable package consuming func content(_ value: String) -> Attributes { adding("content", .text(value)) }

    /// `property` of a meta.
    @inlinable package static func property(_ value: String) -> Attributes { Attributes().property(value) }
    /// As the static form.
    @inlinable package consuming func property(_ value: String) -> Attributes { adding("property", .text(value)) }

    /// `datetime` in ISO 8601.
    @inlinable package static func datetime(_ value: String) -> Attributes { Attributes().datetime(value) }
    /// As the static form.
    @inlinable package consuming func datetime(_ value: String) -> Attributes { adding("datetime", .text(value)) }

    /// `open` of details or dialog.
    @inlinable package static func `open`(_ on: Bool = true) -> Attributes { Attributes().open(on) }
    /// As the static form.
    @inlinable package consuming func `open`(_ on: Bool = true) -> Attributes { on ? adding("open", .flag) : self }

    /// `start` of a numbered list.
    @inlinable package static func start(_ value: Int) -> Attributes { Attributes().start(value) }
    /// As the static form.
    @inlinable package consuming func start(_ value: Int) -> Attributes { adding("start", .int(value)) }

    /// `reversed` of a numbered list.
    @inlinable package static func reversed(_ on: Bool = true) -> Attributes { Attributes().reversed(on) }
    /// As the static form.
    @inlinable package consuming func reversed(_ on: Bool = true) -> Attributes { on ? adding("reversed", .flag) : self }

    /// `colspan`.
    @inlinable package static func colspan(_ value: Int) -> Attributes { Attributes().colspan(value) }
    /// As the static form.
    @inlinable package consuming func colspan(_ value: Int) -> Attributes { adding("colspan", .int(value)) }

    /// `rowspan`.
    @inlinable package static func rowspan(_ value: Int) -> Attributes { Attributes().rowspan(value) }
    /// As the static form.
    @inlinable package consuming func rowspan(_ value: Int) -> Attributes { adding("rowspan", .int(value)) }

    /// `scope`: `col`, `row`, `colgroup` or `rowgroup`.
    @inlinable package static func scope(_ value: String) -> Attributes { Attributes().scope(value) }
    /// As the static form.
    @inlinable package consuming func scope(_ value: String) -> Attributes { adding("scope", .text(value)) }

    /// `headers`: ids of header cells.
    @inlinable package static func headers(_ value: String) -> Attributes { Attributes().headers(value) }
    /// As the static form.
    @inlinable package consuming func headers(_ value: String) -> Attributes { adding("headers", .text(value)) }

    /// `abbr` of a header cell.
    @inlinable package static func abbr(_ value: String) -> Attributes { Attributes().abbr(value) }
    /// As the static form.
    @inlinable package consuming func abbr(_ value: String) -> Attributes { adding("abbr", .text(value)) }

    /// `span` of columns.
    @inlinable package static func span(_ value: Int) -> Attributes { Attributes().span(value) }
    /// As the static form.
    @inlinable package consuming func span(_ value: Int) -> Attributes { adding("span", .int(value)) }

    /// `class`: names with spaces between them.
    @inlinable package static func `class`(_ names: String) -> Attributes { Attributes().adding("class", .text(names)) }
    /// As the static form.
    @inlinable package consuming func `class`(_ names: String) -> Attributes { adding("class", .text(names)) }

    /// `class`: names that always count, and names that count only when the condition holds.
    @usableFromInline package static func `class`(_ names: String, _ more: String, when condition: Bool) -> Attributes {
        Attributes().class(names, more, when: condition)
    }
    /// As the static form.
    @usableFromInline package consuming func `class`(_ names: String, _ more: String, when condition: Bool) -> Attributes {
        adding("class", .text(condition ? names + " " + more : names))
    }

    /// `aria-hidden="true"`: for decoration.
    @inlinable package static func ariaHidden() -> Attributes { Attributes().ariaHidden() }
    /// As the static form.
    @inlinable package consuming func ariaHidden() -> Attributes { adding("hidden", .text("true"), prefix: .aria) }

    /// `aria-label`: the name of something without visible text.
    @inlinable package static func ariaLabel(_ value: String) -> Attributes { Attributes().ariaLabel(value) }
    /// As the static form.
    @inlinable package consuming func ariaLabel(_ value: String) -> Attributes { adding("label", .text(value), prefix: .aria) }

    /// `aria-labelledby`: ids of the elements that name this one.
    @inlinable package static func ariaLabelledBy(_ value: String) -> Attributes { Attributes().ariaLabelledBy(value) }
    /// As the static form.
    @inlinable package consuming func ariaLabelledBy(_ value: String) -> Attributes { adding("labelledby", .text(value), prefix: .aria) }

    /// `aria-describedby`: ids of the elements that say more.
    @inlinable package static func ariaDescribedBy(_ value: String) -> Attributes { Attributes().ariaDescribedBy(value) }
    /// As the static form.
    @inlinable package consuming func ariaDescribedBy(_ value: String) -> Attributes { adding("describedby", .text(value), prefix: .aria) }

    /// `aria-current`: `page`, `step`, `location`, `true`; nothing for nil.
    @inlinable package static func ariaCurrent(_ value: String?) -> Attributes { Attributes().ariaCurrent(value) }
    /// As the static form.
    @inlinable package consuming func ariaCurrent(_ value: String?) -> Attributes {
        if let value { append(Attribute(name: "current", prefix: .aria, value: .text(value))) }
        return self
    }

    /// These only when the condition holds: `.class("rij").when(isOwn, .ariaCurrent("true"))`.
    @usableFromInline package consuming func when(_ condition: Bool, _ others: @autoclosure () -> Attributes) -> Attributes {
        condition ? adding(others()) : self
    }
}
