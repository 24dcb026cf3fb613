import Areas
import Charts
import Core
import Geo

/// The outlines of the areas of a map as drawing instructions: the same for every figure, so made once.
package final class MapPaths: Sendable {
    struct Path: Sendable {
        let code: AreaCode
        let d: String
        let label: MapPoint
    }

    let paths: [Path]
    let frame: Charts.MapFrame
    /// Drawing units per metre.
    let scale: Double

    private static let width = 720.0
    private static let padding = 12.0
    /// Higher than it is wide by this at most, so that a map fits on a screen.
    private static let mostHeight = 760.0

    /// Nil without outlines.
    ///
    /// - Parameter outlines: RD metres
    init?(_ outlines: [Outline]) {
        let box = outlines.reduce(BoundingBox.empty) { $0.union($1.shape.boundingBox) }
        guard !outlines.isEmpty, !box.isEmpty else { return nil }
        let ratio = box.width > 0 ? box.height / box.width : 1
        let height = min(max(Self.width * ratio, Self.width / 3), Self.mostHeight)
        let frame = Geo.MapFrame(box: box, width: Self.width, height: height, padding: Self.padding)
        self.frame = Charts.MapFrame(x: 0, y: 0, width: frame.width, height: frame.height)
        self.scale = frame.scale
        self.paths = outlines.map { outline in
            let place = frame.position(outline.label)
            return Path(code: outline.code, d: outline.shape.svgPath(in: frame), label: MapPoint(place.x, place.y))
        }
    }

    /// A round distance of about a fifth of the width.
    func scaleBar(_ words: FiguresWords) -> Choropleth.ScaleBar {
        let target = Self.width / 5 / max(scale, 1e-9)
        var step = 1.0
        while step * 10 <= target { step *= 10 }
        let metres = [5.0, 2, 1].map { $0 * step }.first { $0 <= target } ?? step
        return Choropleth.ScaleBar(length: metres * scale, text: words.distance(metres))
    }
}
