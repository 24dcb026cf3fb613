import HTML

/// One area on a map.
package struct ShapeOnMap: Sendable, Hashable {
    package let code: String
    package let name: String
    /// SVG path data in the units of the map; moves and straight lines.
    package let path: String
    /// Class from 1 up; nil where there is no figure.
    package let colourClass: Int?
    /// Name and value, shown by the browser when the pointer rests on the area.
    package let title: String
    /// Address of the area's page.
    package let href: String?

    package init(code: String, name: String, path: String, class colourClass: Int?, title: String, href: String? = nil) {
        self.code = code
        self.name = name
        self.path = path
        self.colourClass = colourClass
        self.title = title
        self.href = href
    }
}

/// A point on a map, in its units; y runs down.
package struct MapPoint: Sendable, Hashable {
    package let x: Double
    package let y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// The part of the plane a map shows; y runs down.
package struct MapFrame: Sendable, Hashable {
    package let x, y, width, height: Double

    /// Sizes that are not positive and finite become 1.
    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x.isFinite ? x : 0
        self.y = y.isFinite ? y : 0
        self.width = width.isFinite && width > 0 ? width : 1
        self.height = height.isFinite && height > 0 ? height : 1
    }

    /// Place across in percent, kept within the frame.
    func across(_ point: MapPoint) -> Double { min(max((point.x - x) / width, 0), 1) * 100 }

    /// Place down in percent, kept within the frame.
    func down(_ point: MapPoint) -> Double { min(max((point.y - y) / height, 0), 1) * 100 }
}

/// The scale of colours of a map: which class names its areas get.
package enum MapPalette: Sendable, Hashable {
    /// `k1` to `k5`, on maps with more classes to `k7`: one colour from light to dark.
    case sequential
    /// `d1` to `d7`: two colours around a neutral middle, `d4`.
    case diverging
    /// `c1` to `c10`: two colours, each full, striped and dotted, so that no class is told by its colour alone; see ``MapHatching``.
    case clusters

    /// The CSS class of a class number; `k0` for none. Numbers beyond the scale get its end.
    package func name(_ number: Int?) -> String {
        guard let number else { return "k0" }
        return switch self {
        case .sequential: "k\(min(max(number, 1), 7))"
        case .diverging: "d\(min(max(number, 1), 7))"
        case .clusters: "c\(min(max(number, 1), 10))"
        }
    }

    /// The id of the pattern a class is filled with; nil where its CSS class says the colour.
    func fill(_ number: Int?, prefix: String) -> String? {
        guard let number else { return prefix + "-geen" }
        return self == .clusters && MapHatching.of(number) != nil ? "\(prefix)-\(name(number))" : nil
    }
}

/// Stripes for areas without a figure. Fills cannot share an id over a page, so each figure makes its own.
struct MissingPattern: Component {
    let id: String

    var body: some HTML {
        defs {
            pattern(.id(id).width(7).height(7).patternUnits("userSpaceOnUse").patternTransform("rotate(45)")) {
                rect(.class("geenvlak").width(7).height(7))
                line(.class("geenlijn").y2(7))
            }
        }
    }
}

/// Reads the corners of SVG path data that has only moves and straight lines.
struct PathCorners {
    private var bytes: ArraySlice<UInt8>
    private var corners: [MapPoint] = []
    private var here = MapPoint(0, 0)
    /// The first number of a pair that is not complete yet.
    private var held: Double?

    /// Corners in order; stops at the first command it does not know.
    static func read(_ text: String) -> [MapPoint] {
        var reader = PathCorners(bytes: ArraySlice(text.utf8))
        reader.readAll()
        return reader.corners
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func readAll() {
        var command: UInt8 = 0x4D
        while let byte = bytes.first {
            switch byte {
            case 0x2D, 0x2B, 0x2E, 0x30...0x39: take(number(), command)
            case 0x20, 0x2C, 0x0A, 0x09, 0x0D: bytes.removeFirst()
            case 0x4D, 0x6D, 0x4C, 0x6C, 0x48, 0x68, 0x56, 0x76, 0x5A, 0x7A:
                command = byte
                held = nil
                bytes.removeFirst()
            default: return
            }
        }
    }

    private mutating func take(_ number: Double, _ command: UInt8) {
        switch command {
        case 0x48: here = MapPoint(number, here.y)
        case 0x68: here = MapPoint(here.x + number, here.y)
        case 0x56: here = MapPoint(here.x, number)
        case 0x76: here = MapPoint(here.x, here.y + number)
        default:
            guard let first = held else {
                held = number
                return
            }
            held = nil
            let isRelative = command == 0x6D || command == 0x6C
            here = isRelative ? MapPoint(here.x + first, here.y + number) : MapPoint(first, number)
        }
        corners.append(here)
    }

    /// A number without exponent; 0 for a sign or point alone.
    private mutating func number() -> Double {
        var sign = 1.0
        if let byte = bytes.first, byte == 0x2D || byte == 0x2B {
            sign = byte == 0x2D ? -1 : 1
            bytes.removeFirst()
        }
        var value = 0.0
        var scale = 0.0
        while let byte = bytes.first {
            if byte == 0x2E, scale == 0 {
                scale = 1
            } else if (0x30...0x39).contains(byte) {
                scale *= 0.1
                value = scale > 0 ? value + Double(byte - 0x30) * scale : value * 10 + Double(byte - 0x30)
            } else {
                break
            }
            bytes.removeFirst()
        }
        return sign * value
    }
}
