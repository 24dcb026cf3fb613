/// Pixels, four bytes each: red, green, blue (sRGB), opacity; row after row, upright.
package struct Picture: Sendable, Hashable {
    /// What a picture may cost.
    package struct Limits: Sendable, Hashable {
        /// Most bytes of the file.
        package var bytes: Int
        /// Most pixels as the file says: four bytes of memory each, and the same again while the picture is turned or made smaller.
        package var pixels: Int

        package init(bytes: Int = 20 << 20, pixels: Int = 50_000_000) {
            self.bytes = bytes
            self.pixels = pixels
        }
    }

    package let width: Int
    package let height: Int
    package let pixels: [UInt8]

    /// Nil where the bytes are not four for every pixel.
    package init?(width: Int, height: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, width <= 65_500, height <= 65_500, pixels.count == width * height * 4 else { return nil }
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Reads a JPEG, PNG or WebP, turns it upright and makes it as small as asked.
    ///
    /// - Parameter side: the longest side that is wanted, in pixels; a smaller picture stays as it is
    package init(_ bytes: [UInt8], limits: Limits = Limits(), side: Int = .max) throws(PictureFault) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        guard let kind = FileKind(bytes), kind.isPicture else { throw .notAPicture }
        let side = max(side, 1)
        let read =
            switch kind {
            case .jpeg: try JPEGFile.read(bytes, pixels: limits.pixels, side: side)
            case .png: try PNGFile.read(bytes, pixels: limits.pixels)
            default: try WebPFile.read(bytes, pixels: limits.pixels)
            }
        self = ColourProfile.apply(try read.smaller(side: side), from: bytes, kind: kind).upright(Orientation(of: bytes, kind: kind))
    }

    /// The same picture with its longest side at most so long.
    package func smaller(side: Int) throws(PictureFault) -> Picture {
        guard max(width, height) > side, side > 0 else { return self }
        let long = Double(max(width, height))
        let newWidth = max(1, Int((Double(width) * Double(side) / long).rounded()))
        let newHeight = max(1, Int((Double(height) * Double(side) / long).rounded()))
        return try WebPFile.scaled(self, width: newWidth, height: newHeight)
    }

    /// Whether any pixel can be seen through.
    package var hasOpacity: Bool { stride(from: 3, to: pixels.count, by: 4).contains { pixels[$0] != 255 } }

    func upright(_ orientation: Orientation) -> Picture {
        guard orientation != .upright else { return self }
        let (newWidth, newHeight) = orientation.isSideways ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 0, count: pixels.count)
        pixels.withUnsafeBytes { from in
            turned.withUnsafeMutableBytes { to in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let source = orientation.source(x, y, width, height)
                        let pixel = from.loadUnaligned(fromByteOffset: (source.y * width + source.x) * 4, as: UInt32.self)
                        to.storeBytes(of: pixel, toByteOffset: (y * newWidth + x) * 4, as: UInt32.self)
                    }
                }
            }
        }
        return Picture(unchecked: newWidth, newHeight, turned)
    }

    init(unchecked width: Int, _ height: Int, _ pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
