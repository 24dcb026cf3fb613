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
    /// `k1` to `k5`: one colour from light to dark.
    case sequential
    /// `d1` to `d7`: two colours around a neutral middle, `d4`.
    case diverging

    /// The CSS class of a class number; `k0` for none. Numbers beyond the scale get its end.
    package func name(_ number: Int?) -> String {
        guard let number else { return "k0" }
        return switch self {
        case .sequential: "k\(min(max(number, 1), 5))"
        case .diverging: "d\(min(max(number, 1), 7))"
        }
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
    /// Corners in order; stops at the first command it does not know.
    static func read(_ text: String) -> [MapPoint] {
        var corners: [MapPoint] = []
        var numbers: [Double] = []
        var command: UInt8 = 0x4D
        var here = MapPoint(0, 0)
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.first {
            if byte == 0x2D || byte == 0x2B || byte == 0x2E || (0x30...0x39).contains(byte) {
                numbers.append(number(&bytes))
                guard let next = step(command, numbers, from: here) else { continue }
                numbers = []
                here = next
                corners.append(here)
            } else if byte == 0x20 || byte == 0x2C || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                bytes.removeFirst()
            } else {
                guard "MmLlHhVvZz".utf8.contains(byte) else { return corners }
                command = byte
                numbers = []
                bytes.removeFirst()
            }
        }
        return corners
    }

    private static func step(_ command: UInt8, _ numbers: [Double], from here: MapPoint) -> MapPoint? {
        switch (command, numbers.count) {
        case (0x48, 1): MapPoint(numbers[0], here.y)
        case (0x68, 1): MapPoint(here.x + numbers[0], here.y)
        case (0x56, 1): MapPoint(here.x, numbers[0])
        case (0x76, 1): MapPoint(here.x, here.y + numbers[0])
        case (0x4D, 2), (0x4C, 2): MapPoint(numbers[0], numbers[1])
        case (0x6D, 2), (0x6C, 2): MapPoint(here.x + numbers[0], here.y + numbers[1])
        default: nil
        }
    }

    /// A number without exponent; 0 for a sign or point alone.
    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Double {
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
                if scale > 0 { value += Double(byte - 0x30) * scale } else { value = value * 10 + Double(byte - 0x30) }
            } else {
                break
            }
            bytes.removeFirst()
        }
        return sign * value
    }
}
