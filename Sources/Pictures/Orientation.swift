/// How a camera was held: what must be done to the pixels before the note about it is thrown away (EXIF 2.32, tag 274).
enum Orientation: Int {
    case upright = 1
    case mirrored, turned180, flipped, transposed, turned90, transversed, turned270

    /// Upright where nothing, or nothing sensible, is said.
    init(of bytes: [UInt8], kind: FileKind) {
        let note =
            switch kind {
            case .jpeg: Orientation.noteInJPEG(bytes)
            case .png: Orientation.noteInPNG(bytes)
            case .webp: Orientation.noteInWebP(bytes)
            default: nil as ArraySlice<UInt8>?
            }
        self = note.flatMap(Orientation.read) ?? .upright
    }

    /// Whether width and height change places.
    var isSideways: Bool { rawValue >= 5 }

    /// Where in the picture as stored the pixel of the upright picture comes from.
    ///
    /// - Parameters:
    ///   - width: of the picture as stored
    ///   - height: of the picture as stored
    func source(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> (x: Int, y: Int) {
        switch self {
        case .upright: (x, y)
        case .mirrored: (width - 1 - x, y)
        case .turned180: (width - 1 - x, height - 1 - y)
        case .flipped: (x, height - 1 - y)
        case .transposed: (y, x)
        case .turned90: (y, height - 1 - x)
        case .transversed: (width - 1 - y, height - 1 - x)
        case .turned270: (width - 1 - y, x)
        }
    }

    private static let mark: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]

    private static func noteInJPEG(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        JPEGSegments(bytes).first { $0.marker == 0xE1 && $0.content.starts(with: mark) }?.content.dropFirst(mark.count)
    }

    private static func noteInPNG(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        PNGChunks(bytes).first { $0.name.elementsEqual("eXIf".utf8) }?.content
    }

    private static func noteInWebP(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let content = WebPChunks(bytes).first { $0.name.elementsEqual("EXIF".utf8) }?.content
        // Some programs write the front of the JPEG form here too.
        return content.map { $0.starts(with: mark) ? $0.dropFirst(mark.count) : $0 }
    }

    /// The tag in the first directory of a TIFF header.
    private static func read(_ note: ArraySlice<UInt8>) -> Orientation? {
        let bytes = Array(note)
        guard bytes.count >= 14 else { return nil }
        let isBig = bytes[0] == 0x4D
        guard bytes[0] == bytes[1], isBig || bytes[0] == 0x49 else { return nil }
        func number(_ position: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 << 8 | Int(bytes[position + (isBig ? $1 : count - 1 - $1)]) }
        }
        let directory = number(4, 4)
        guard number(2, 2) == 42, directory >= 8, directory + 2 <= bytes.count else { return nil }
        for index in 0..<number(directory, 2) {
            let entry = directory + 2 + index * 12
            guard entry + 12 <= bytes.count else { return nil }
            // 3 is a number of two bytes, of which there is one.
            if number(entry, 2) == 274 { return number(entry + 2, 2) == 3 && number(entry + 4, 4) == 1 ? Orientation(rawValue: number(entry + 8, 2)) : nil }
        }
        return nil
    }
}
