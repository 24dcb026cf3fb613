// Attributes for drawings: SVG presentation attributes, which a strict content security policy allows.

extension Attributes {
    /// `d`: the course of a path.
    @inlinable package static func d(_ value: String) -> Attributes { Attributes().d(value) }
    /// As the static form.
    @inlinable package consuming func d(_ value: String) -> Attributes { adding("d", .text(value)) }

    /// `points` of a polyline or polygon.
    @inlinable package static func points(_ value: String) -> Attributes { Attributes().points(value) }
    /// As the static form.
    @inlinable package consuming func points(_ value: String) -> Attributes { adding("points", .text(value)) }

    /// `preserveAspectRatio`.
    @inlinable package static func preserveAspectRatio(_ value: String) -> Attributes { Attributes().preserveAspectRatio(value) }
    /// As the static form.
    @inlinable package consuming func preserveAspectRatio(_ value: String) -> Attributes { adding("preserveAspectRatio", .text(value)) }

    /// `transform`.
    @inlinable package static func transform(_ value: String) -> Attributes { Attributes().transform(value) }
    /// As the static form.
    @inlinable package consuming func transform(_ value: String) -> Attributes { adding("transform", .text(value)) }

    /// `patternUnits`.
    @inlinable package static func patternUnits(_ value: String) -> Attributes { Attributes().patternUnits(value) }
    /// As the static form.
    @inlinable package consuming func patternUnits(_ value: String) -> Attributes { adding("patternUnits", .text(value)) }

    /// `patternTransform`.
    @inlinable package static func patternTransform(_ value: String) -> Attributes { Attributes().patternTransform(value) }
    /// As the static form.
    @inlinable package consuming func patternTransform(_ value: String) -> Attributes { adding("patternTransform", .text(value)) }

    /// `clip-path`.
    @inlinable package static func clipPath(_ value: String) -> Attributes { Attributes().clipPath(value) }
    /// As the static form.
    @inlinable package consuming func clipPath(_ value: String) -> Attributes { adding("clip-path", .text(value)) }

    /// `vector-effect`: `non-scaling-stroke`.
    @inlinable package static func vectorEffect(_ value: String) -> Attributes { Attributes().vectorEffect(value) }
    /// As the static form.
    @inlinable package consuming func vectorEffect(_ value: String) -> Attributes { adding("vector-effect", .text(value)) }

    /// `fill`: prefer a class.
    @inlinable package static func fill(_ value: String) -> Attributes { Attributes().fill(value) }
    /// As the static form.
    @inlinable package consuming func fill(_ value: String) -> Attributes { adding("fill", .text(value)) }

    /// `stroke`: prefer a class.
    @inlinable package static func stroke(_ value: String) -> Attributes { Attributes().stroke(value) }
    /// As the static form.
    @inlinable package consuming func stroke(_ value: String) -> Attributes { adding("stroke", .text(value)) }

    /// `stroke-linecap`.
    @inlinable package static func strokeLinecap(_ value: String) -> Attributes { Attributes().strokeLinecap(value) }
    /// As the static form.
    @inlinable package consuming func strokeLinecap(_ value: String) -> Attributes { adding("stroke-linecap", .text(value)) }

    /// `stroke-linejoin`.
    @inlinable package static func strokeLinejoin(_ value: String) -> Attributes { Attributes().strokeLinejoin(value) }
    /// As the static form.
    @inlinable package consuming func strokeLinejoin(_ value: String) -> Attributes { adding("stroke-linejoin", .text(value)) }

    /// `stroke-dasharray`.
    @inlinable package static func strokeDasharray(_ value: String) -> Attributes { Attributes().strokeDasharray(value) }
    /// As the static form.
    @inlinable package consuming func strokeDasharray(_ value: String) -> Attributes { adding("stroke-dasharray", .text(value)) }

    /// `text-anchor`: `start`, `middle` or `end`.
    @inlinable package static func textAnchor(_ value: String) -> Attributes { Attributes().textAnchor(value) }
    /// As the static form.
    @inlinable package consuming func textAnchor(_ value: String) -> Attributes { adding("text-anchor", .text(value)) }

    /// `dominant-baseline`.
    @inlinable package static func dominantBaseline(_ value: String) -> Attributes { Attributes().dominantBaseline(value) }
    /// As the static form.
    @inlinable package consuming func dominantBaseline(_ value: String) -> Attributes { adding("dominant-baseline", .text(value)) }

    /// `focusable`.
    @inlinable package static func focusable(_ value: String) -> Attributes { Attributes().focusable(value) }
    /// As the static form.
    @inlinable package consuming func focusable(_ value: String) -> Attributes { adding("focusable", .text(value)) }

    /// `stroke-width`.
    @inlinable package static func strokeWidth(_ value: Double) -> Attributes { Attributes().strokeWidth(value) }
    /// As the static form.
    @inlinable package consuming func strokeWidth(_ value: Double) -> Attributes { adding("stroke-width", .number(value)) }

    /// `opacity`.
    @inlinable package static func opacity(_ value: Double) -> Attributes { Attributes().opacity(value) }
    /// As the static form.
    @inlinable package consuming func opacity(_ value: Double) -> Attributes { adding("opacity", .number(value)) }

    /// `pathLength`.
    @inlinable package static func pathLength(_ value: Double) -> Attributes { Attributes().pathLength(value) }
    /// As the static form.
    @inlinable package consuming func pathLength(_ value: Double) -> Attributes { adding("pathLength", .number(value)) }

    /// `x` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func x(_ value: Double) -> Attributes { Attributes().x(value) }
    /// As the static form.
    @inlinable package consuming func x(_ value: Double) -> Attributes { adding("x", .number(value)) }

    /// `y` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func y(_ value: Double) -> Attributes { Attributes().y(value) }
    /// As the static form.
    @inlinable package consuming func y(_ value: Double) -> Attributes { adding("y", .number(value)) }

    /// `width` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func width(_ value: Double) -> Attributes { Attributes().width(value) }
    /// As the static form.
    @inlinable package consuming func width(_ value: Double) -> Attributes { adding("width", .number(value)) }

    /// `height` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func height(_ value: Double) -> Attributes { Attributes().height(value) }
    /// As the static form.
    @inlinable package consuming func height(_ value: Double) -> Attributes { adding("height", .number(value)) }

    /// `cx` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func cx(_ value: Double) -> Attributes { Attributes().cx(value) }
    /// As the static form.
    @inlinable package consuming func cx(_ value: Double) -> Attributes { adding("cx", .number(value)) }

    /// `cy` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func cy(_ value: Double) -> Attributes { Attributes().cy(value) }
    /// As the static form.
    @inlinable package consuming func cy(_ value: Double) -> Attributes { adding("cy", .number(value)) }

    /// `r` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func r(_ value: Double) -> Attributes { Attributes().r(value) }
    /// As the static form.
    @inlinable package consuming func r(_ value: Double) -> Attributes { adding("r", .number(value)) }

    /// `rx` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func rx(_ value: Double) -> Attributes { Attributes().rx(value) }
    /// As the static form.
    @inlinable package consuming func rx(_ value: Double) -> Attributes { adding("rx", .number(value)) }

    /// `ry` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func ry(_ value: Double) -> Attributes { Attributes().ry(value) }
    /// As the static form.
    @inlinable package consuming func ry(_ value: Double) -> Attributes { adding("ry", .number(value)) }

    /// `x1` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func x1(_ value: Double) -> Attributes { Attributes().x1(value) }
    /// As the static form.
    @inlinable package consuming func x1(_ value: Double) -> Attributes { adding("x1", .number(value)) }

    /// `x2` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func x2(_ value: Double) -> Attributes { Attributes().x2(value) }
    /// As the static form.
    @inlinable package consuming func x2(_ value: Double) -> Attributes { adding("x2", .number(value)) }

    /// `y1` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func y1(_ value: Double) -> Attributes { Attributes().y1(value) }
    /// As the static form.
    @inlinable package consuming func y1(_ value: Double) -> Attributes { adding("y1", .number(value)) }

    /// `y2` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func y2(_ value: Double) -> Attributes { Attributes().y2(value) }
    /// As the static form.
    @inlinable package consuming func y2(_ value: Double) -> Attributes { adding("y2", .number(value)) }

    /// `dx` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func dx(_ value: Double) -> Attributes { Attributes().dx(value) }
    /// As the static form.
    @inlinable package consuming func dx(_ value: Double) -> Attributes { adding("dx", .number(value)) }

    /// `dy` in user units (CSS pixels for `width` and `height` of a picture).
    @inlinable package static func dy(_ value: Double) -> Attributes { Attributes().dy(value) }
    /// As the static form.
    @inlinable package consuming func dy(_ value: Double) -> Attributes { adding("dy", .number(value)) }

    /// `x` as a share of the drawing: `.x(percent: 12.5)` writes `12.5%`.
    @inlinable package static func x(percent value: Double) -> Attributes { Attributes().x(percent: value) }
    /// As the static form.
    @inlinable package consuming func x(percent value: Double) -> Attributes { adding("x", .percent(value)) }

    /// `y` as a share of the drawing: `.y(percent: 12.5)` writes `12.5%`.
    @inlinable package static func y(percent value: Double) -> Attributes { Attributes().y(percent: value) }
    /// As the static form.
    @inlinable package consuming func y(percent value: Double) -> Attributes { adding("y", .percent(value)) }

    /// `width` as a share of the drawing: `.width(percent: 12.5)` writes `12.5%`.
    @inlinable package static func width(percent value: Double) -> Attributes { Attributes().width(percent: value) }
    /// As the static form.
    @inlinable package consuming func width(percent value: Double) -> Attributes { adding("width", .percent(value)) }

    /// `height` as a share of the drawing: `.height(percent: 12.5)` writes `12.5%`.
    @inlinable package static func height(percent value: Double) -> Attributes { Attributes().height(percent: value) }
    /// As the static form.
    @inlinable package consuming func height(percent value: Double) -> Attributes { adding("height", .percent(value)) }

    /// `cx` as a share of the drawing: `.cx(percent: 12.5)` writes `12.5%`.
    @inlinable package static func cx(percent value: Double) -> Attributes { Attributes().cx(percent: value) }
    /// As the static form.
    @inlinable package consuming func cx(percent value: Double) -> Attributes { adding("cx", .percent(value)) }

    /// `cy` as a share of the drawing: `.cy(percent: 12.5)` writes `12.5%`.
    @inlinable package static func cy(percent value: Double) -> Attributes { Attributes().cy(percent: value) }
    /// As the static form.
    @inlinable package consuming func cy(percent value: Double) -> Attributes { adding("cy", .percent(value)) }

    /// `x1` as a share of the drawing: `.x1(percent: 12.5)` writes `12.5%`.
    @inlinable package static func x1(percent value: Double) -> Attributes { Attributes().x1(percent: value) }
    /// As the static form.
    @inlinable package consuming func x1(percent value: Double) -> Attributes { adding("x1", .percent(value)) }

    /// `x2` as a share of the drawing: `.x2(percent: 12.5)` writes `12.5%`.
    @inlinable package static func x2(percent value: Double) -> Attributes { Attributes().x2(percent: value) }
    /// As the static form.
    @inlinable package consuming func x2(percent value: Double) -> Attributes { adding("x2", .percent(value)) }

    /// `y1` as a share of the drawing: `.y1(percent: 12.5)` writes `12.5%`.
    @inlinable package static func y1(percent value: Double) -> Attributes { Attributes().y1(percent: value) }
    /// As the static form.
    @inlinable package consuming func y1(percent value: Double) -> Attributes { adding("y1", .percent(value)) }

    /// `y2` as a share of the drawing: `.y2(percent: 12.5)` writes `12.5%`.
    @inlinable package static func y2(percent value: Double) -> Attributes { Attributes().y2(percent: value) }
    /// As the static form.
    @inlinable package consuming func y2(percent value: Double) -> Attributes { adding("y2", .percent(value)) }

    /// `viewBox`: the corner and the size of what is drawn, in user units.
    @usableFromInline package static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Attributes {
        Attributes().viewBox(x, y, width, height)
    }
    /// As the static form.
    @usableFromInline package consuming func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Attributes {
        var bytes: [UInt8] = []
        for (index, value) in [x, y, width, height].enumerated() {
            if index > 0 { bytes.append(0x20) }
            DecimalText.append(value, decimals: 2, to: &bytes)
        }
        return adding("viewBox", .text(String(decoding: bytes, as: UTF8.self)))
    }
}
