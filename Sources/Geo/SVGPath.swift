/// How a rectangle of the map lies in a drawing: one scale for both axes, in the middle, y downwards.
package struct MapFrame: Sendable, Hashable {
    /// Drawing units per metre.
    package let scale: Double
    package let width: Double
    package let height: Double
    private let left: Double
    private let top: Double

    /// - Parameters:
    ///   - box: RD metres; an empty box or one without extent is drawn at its place with scale 1
    ///   - width: of the drawing, in its own units, as `height` and `padding`
    ///   - padding: kept free on all sides
    package init(box: BoundingBox, width: Double, height: Double, padding: Double = 0) {
        let innerWidth = max(width - 2 * padding, 1), innerHeight = max(height - 2 * padding, 1)
        let horizontal = box.width > 0 ? innerWidth / box.width : .infinity
        let vertical = box.height > 0 ? innerHeight / box.height : .infinity
        let fitting = min(horizontal, vertical)
        self.scale = fitting.isFinite ? fitting : 1
        self.width = width
        self.height = height
        let centreX = box.isEmpty ? 0 : (box.minX + box.maxX) / 2, centreY = box.isEmpty ? 0 : (box.minY + box.maxY) / 2
        self.left = width / 2 - centreX * scale
        self.top = height / 2 + centreY * scale
    }

    /// Where a place of the map lies in the drawing.
    package func position(_ point: Point) -> Point { Point(x: left + point.x * scale, y: top - point.y * scale) }
}

extension MultiPolygon {
    /// The `d` of an SVG path in a frame: `M12.5 8l3-4.5…z`, one closed part per ring, for `fill-rule="evenodd"`.
    ///
    /// Points are put on the grid first and then written as steps, so that nothing drifts and neighbours that share points meet exactly. Points that fall
    /// together are written once, rings of fewer than three points not at all; a shape too small for any ring becomes a triangle of one step, so that every
    /// area of a map can be pointed at.
    /// - Parameter decimals: 0 to 3
    package func svgPath(in frame: MapFrame, decimals: Int = 1) -> String {
        guard !isEmpty else { return "" }
        let decimals = min(max(decimals, 0), 3)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pointCount * 6)
        for ring in 0..<ringCount {
            let steps = gridSteps(ofRing: ring, in: frame, decimals: decimals)
            if steps.count >= 6 { appendRing(steps, decimals: decimals, to: &bytes) }
        }
        if bytes.isEmpty {
            let place = frame.position(point(0))
            let x = DecimalText.steps(place.x, decimals: decimals), y = DecimalText.steps(place.y, decimals: decimals)
            appendRing([x, y, x + 1, y, x, y + 1], decimals: decimals, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func gridSteps(ofRing ring: Int, in frame: MapFrame, decimals: Int) -> [Int] {
        var steps: [Int] = []
        for index in points(of: ring) {
            let place = frame.position(point(index))
            let x = DecimalText.steps(place.x, decimals: decimals), y = DecimalText.steps(place.y, decimals: decimals)
            let count = steps.count
            if count >= 2, steps[count - 2] == x, steps[count - 1] == y { continue }
            // There and straight back: a hair that encloses nothing.
            if count >= 4, steps[count - 4] == x, steps[count - 3] == y {
                steps.removeLast(2)
                continue
            }
            steps.append(x)
            steps.append(y)
        }
        while steps.count > 2, steps[0] == steps[steps.count - 2], steps[1] == steps[steps.count - 1] { steps.removeLast(2) }
        return steps
    }

    private func appendRing(_ steps: [Int], decimals: Int, to bytes: inout [UInt8]) {
        bytes.append(0x4D)
        append(steps[0], steps[1], decimals: decimals, to: &bytes)
        bytes.append(0x6C)
        for index in stride(from: 2, to: steps.count, by: 2) {
            if index > 2, steps[index] >= steps[index - 2] { bytes.append(0x20) }
            append(steps[index] - steps[index - 2], steps[index + 1] - steps[index - 1], decimals: decimals, to: &bytes)
        }
        bytes.append(0x7A)
    }

    /// A pair; the space between goes where a minus sign parts the numbers.
    private func append(_ x: Int, _ y: Int, decimals: Int, to bytes: inout [UInt8]) {
        DecimalText.append(x, decimals: decimals, short: true, to: &bytes)
        if y >= 0 { bytes.append(0x20) }
        DecimalText.append(y, decimals: decimals, short: true, to: &bytes)
    }
}
