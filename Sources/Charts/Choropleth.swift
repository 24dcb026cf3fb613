import HTML

/// A map with a colour class per area, its own area outlined and named.
///
/// Two drawings lie over each other: the areas, which stretch, and the words, which keep their size at any width. A table must stand beside it.
package struct Choropleth: Component {
    /// The area the page is about.
    package struct Own: Sendable, Hashable {
        package let code: String
        package let name: String
        /// A second line, such as the value.
        package let note: String
        /// A point inside the area; nil takes the middle of its corners.
        package let point: MapPoint?

        package init(code: String, name: String, note: String = "", point: MapPoint? = nil) {
            self.code = code
            self.name = name
            self.note = note
            self.point = point
        }
    }

    /// A bar that shows how long a round distance is.
    package struct ScaleBar: Sendable, Hashable {
        /// In units of the map.
        package let length: Double
        /// `2 kilometer`
        package let text: String

        package init(length: Double, text: String) {
            self.length = length.isFinite ? max(length, 0) : 0
            self.text = text
        }
    }

    private let ground: ChoroplethGround
    private let own: Own?

    /// - Parameters:
    ///   - label: the map in a few words: place, figure, period
    ///   - explanation: what there is to see, and where the same stands as text
    ///   - north: the letter over a north arrow (`N`); nil for no arrow
    ///   - prefix: begins every id of this map; different for each map on a page, a letter first
    package init(
        label: String, explanation: String, frame: MapFrame, shapes: [ShapeOnMap], palette: MapPalette = .sequential, own: Own? = nil,
        scaleBar: ScaleBar? = nil, north: String? = nil, prefix: String
    ) {
        self.init(
            ground: ChoroplethGround(
                label: label, explanation: explanation, frame: frame, shapes: shapes, palette: palette, scaleBar: scaleBar, north: north, prefix: prefix),
            own: own)
    }

    /// On a ground that was drawn before: it is the same whichever area is the own one.
    package init(ground: ChoroplethGround, own: Own?) {
        self.ground = ground
        self.own = own
    }

    package var body: some HTML {
        div(.class("kaart")) {
            ground.areas
            Part { [ground, own] out in
                if let outline = own.flatMap({ ground.outlines[$0.code] }) {
                    path(.class("halo").d(outline)).render(into: &out)
                    path(.class("gekozen").d(outline)).render(into: &out)
                }
                out.raw("</svg>")
            }
            svg(.class("opschrift").ariaHidden()) {
                if let own { ownLabel(own) }
                ground.signs
            }
        }
    }

    /// A line from the area to its name, in the corner where the fewest corners of areas lie.
    @HTMLBuilder private func ownLabel(_ own: Own) -> some HTML {
        if let point = own.point ?? ground.outlines[own.code].flatMap(MapLabel.middle) {
            let label = ground.label
            let (x, y) = (ground.frame.across(point), ground.frame.down(point))
            let top = label.isBottom ? (own.note.isEmpty ? -12 : -30) : 22.0
            svg(.class("bijschrift").x(percent: label.x).y(percent: label.y)) {
                // Counted from the corner: the area in percent, the end near the words in pixels.
                line(
                    .class("wijzer").x1(percent: x - label.x).y1(percent: y - label.y).x2(label.isRight ? -34 : 34)
                        .y2(label.isBottom ? top - 18 : own.note.isEmpty ? 29 : 47))
                svgText(.class(label.isRight ? "naam eind" : "naam").y(top)) { own.name }
                if !own.note.isEmpty { svgText(.class(label.isRight ? "eind" : "begin").y(top + 18)) { own.note } }
            }
            circle(.class("anker").cx(percent: x).cy(percent: y).r(4))
        }
    }
}

/// All areas of a map with their colours: everything but the own area. Drawn once, used for every area on it.
package struct ChoroplethGround: Sendable {
    let frame: MapFrame
    let outlines: [String: String]
    let label: MapLabel
    /// The opened drawing; who draws the own area closes it.
    let areas: Fragment
    let signs: Fragment

    /// - Parameters: as those of ``Choropleth``
    package init(
        label: String, explanation: String, frame: MapFrame, shapes: [ShapeOnMap], palette: MapPalette = .sequential, scaleBar: Choropleth.ScaleBar? = nil,
        north: String? = nil, prefix: String
    ) {
        self.frame = frame
        self.outlines = Dictionary(shapes.map { ($0.code, $0.path) }, uniquingKeysWith: { first, _ in first })
        self.label = MapLabel(frame: frame, shapes: shapes, avoidBottomLeft: scaleBar != nil, avoidTopRight: north != nil)
        self.areas = Fragment { out in
            // Links inside an image would be hidden from a screen reader; a map with links is a group.
            let role = shapes.contains { $0.href != nil } ? "group" : "img"
            out.raw("<svg")
            Attributes.class("vlakken").role(role).ariaLabel(label).ariaDescribedBy(prefix + "-uitleg")
                .viewBox(frame.x, frame.y, frame.width, frame.height).render(into: &out)
            out.raw(">")
            desc(.id(prefix + "-uitleg")) { explanation }.render(into: &out)
            if shapes.contains(where: { $0.colourClass == nil }) { MissingPattern(id: prefix + "-geen").render(into: &out) }
            if palette == .clusters { MapHatching.patterns(Set(shapes.compactMap(\.colourClass)), prefix: prefix).render(into: &out) }
            for shape in shapes { Self.area(shape, palette, prefix).render(into: &out) }
        }
        self.signs = Fragment {
            if let scaleBar { Self.bar(scaleBar, frame) }
            if let north { Self.arrow(north) }
        }
    }

    @HTMLBuilder private static func area(_ shape: ShapeOnMap, _ palette: MapPalette, _ prefix: String) -> some HTML {
        let fill = palette.fill(shape.colourClass, prefix: prefix)
        let attributes = Attributes.class(palette.name(shape.colourClass)).d(shape.path).when(fill != nil, .fill("url(#\(fill ?? ""))"))
        if let href = shape.href {
            // Not a stop for the tab key: the table beside the map leads to the same pages, in order.
            svgLink(.href(href).tabindex(-1)) { path(attributes) { svgTitle { shape.title } } }
        } else {
            path(attributes) { svgTitle { shape.title } }
        }
    }

    @HTMLBuilder private static func bar(_ scaleBar: Choropleth.ScaleBar, _ frame: MapFrame) -> some HTML {
        let width = min(scaleBar.length / frame.width * 100, 90)
        svg(.class("schaal").x(percent: 2).y(percent: 100)) {
            line(.class("meet").x2(percent: width).y1(-10).y2(-10))
            line(.class("meet").y1(-16).y2(-9))
            line(.class("meet").x1(percent: width).x2(percent: width).y1(-16).y2(-9))
            svgText(.y(-22)) { scaleBar.text }
        }
    }

    private static func arrow(_ letter: String) -> some HTML {
        svg(.class("noord").x(percent: 97).y(8)) {
            path(.d("M0 40V20M-5 26l5-8 5 8"))
            svgText(.class("midden-op").y(13)) { letter }
        }
    }
}

/// Which corner of a map has room for a name.
struct MapLabel: Sendable {
    let isRight: Bool
    let isBottom: Bool

    /// Bottom right when corners are equally free, unless something else stands there.
    init(frame: MapFrame, shapes: [ShapeOnMap], avoidBottomLeft: Bool, avoidTopRight: Bool) {
        // The room a name takes: about two fifths of the width and a sixth of the height.
        let (width, height) = (frame.width * 0.4, frame.height * 0.16)
        var counts = [0, 0, avoidTopRight ? Int.max / 2 : 0, avoidBottomLeft ? Int.max / 2 : 0]
        for shape in shapes {
            for corner in PathCorners.read(shape.path) {
                let (x, y) = (corner.x - frame.x, corner.y - frame.y)
                let (left, right) = (x >= 0 && x < width, x > frame.width - width && x <= frame.width)
                let (top, bottom) = (y >= 0 && y < height, y > frame.height - height && y <= frame.height)
                if right && bottom { counts[0] += 1 }
                if left && top { counts[1] += 1 }
                if right && top { counts[2] += 1 }
                if left && bottom { counts[3] += 1 }
            }
        }
        let best = counts.indices.min { (counts[$0], $0) < (counts[$1], $1) } ?? 0
        isRight = best == 0 || best == 2
        isBottom = best == 0 || best == 3
    }

    /// The corner in percent of the map.
    var x: Double { isRight ? 98 : 2 }
    var y: Double { isBottom ? 100 : 0 }

    /// The middle of an area's corners; nil for an area without any.
    static func middle(of path: String) -> MapPoint? {
        let corners = PathCorners.read(path)
        guard !corners.isEmpty else { return nil }
        let sum = corners.reduce((0.0, 0.0)) { ($0.0 + $1.x, $0.1 + $1.y) }
        return MapPoint(sum.0 / Double(corners.count), sum.1 / Double(corners.count))
    }
}
