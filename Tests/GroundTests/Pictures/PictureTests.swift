import CLcms
import Foundation
import TestSupport
import Testing

@testable import Pictures

@Suite("Pictures") struct PictureTests {
    /// Four fields of colour: red, green, blue, yellow.
    static func corners(_ width: Int = 64, _ height: Int = 40) throws -> Picture {
        let colours: [[UInt8]] = [[220, 30, 30, 255], [30, 200, 30, 255], [30, 30, 220, 255], [230, 220, 30, 255]]
        let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in colours[(y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1)] } }
        return try #require(Picture(width: width, height: height, pixels: pixels))
    }

    static func colour(_ picture: Picture, _ x: Int, _ y: Int) -> [Int] { (0..<4).map { Int(picture.pixels[(y * picture.width + x) * 4 + $0]) } }

    static func isNear(_ left: [Int], _ right: [Int], _ most: Int = 12) -> Bool { zip(left, right).allSatisfy { abs($0 - $1) <= most } }

    /// A TIFF header with an orientation, and words that must not stay.
    static func note(_ orientation: UInt8, isBig: Bool) -> [UInt8] {
        let number: (Int, Int) -> [UInt8] = { value, count in
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isBig ? bytes.reversed() : bytes
        }
        let entry = number(274, 2) + number(3, 2) + number(1, 4) + number(Int(orientation), 2) + [0, 0]
        return Array((isBig ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(1, 2) + entry + number(0, 4) + Array("GPS geheime plek".utf8)
    }

    /// The file with the note in it, and words in the other places where a file can have them.
    static func noted(_ kind: FileKind, _ picture: Picture, _ note: [UInt8]) throws -> [UInt8] {
        func big(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        switch kind {
        case .jpeg:
            let file = try JPEGFile.write(picture, quality: 95)
            let exif = Array("Exif\0\0".utf8) + note
            let xmp = Array("http://ns.adobe.com/xap/1.0/\0<x>geheime naam</x>".utf8)
            let segments = [
                (0xE1, exif), (0xE1, xmp), (0xED, Array("Photoshop 3.0\0geheim".utf8)), (0xE2, Array("ICC_PROFILE\0\u{1}\u{1}geheim".utf8)),
                (0xFE, Array("geheim".utf8)),
            ]
            return file.prefix(2) + segments.flatMap { [0xFF, UInt8($0.0)] + big($0.1.count + 2, 2) + $0.1 } + file.dropFirst(2)
                + Array("geheim achteraan".utf8)
        case .png:
            let file = try PNGFile.write(picture)
            let chunks = [("eXIf", note), ("tEXt", Array("Comment\0geheim".utf8)), ("tIME", [7, 234, 11, 22, 1, 2, 3])]
            let extra = chunks.flatMap { big($0.1.count, 4) + Array($0.0.utf8) + $0.1 + crc(Array($0.0.utf8) + $0.1) }
            return file.prefix(33) + extra + file.dropFirst(33) + Array("geheim achteraan".utf8)
        default:
            let file = try WebPFile.write(picture, quality: nil)
            func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
            let even = note.count % 2 == 0 ? note : note + [0]
            // The extended form: flags for EXIF, then width and height less one.
            let head = Array("VP8X".utf8) + little(10, 4) + little(8, 4) + little(picture.width - 1, 3) + little(picture.height - 1, 3)
            let body = Array("WEBP".utf8) + head + file.dropFirst(12) + Array("EXIF".utf8) + little(note.count, 4) + even
            return Array("RIFF".utf8) + little(body.count, 4) + body
        }
    }

    /// CRC-32 as PNG wants it.
    static func crc(_ bytes: [UInt8]) -> [UInt8] {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        value ^= 0xFFFF_FFFF
        return (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    @Test(
        "nothing but the pixels stays, and the picture stands upright, however the camera was held", arguments: [FileKind.jpeg, .png, .webp],
        1...8 as ClosedRange<UInt8>)
    func clean(kind: FileKind, orientation: UInt8) throws {
        let picture = try Self.corners()
        let file = try Self.noted(kind, picture, Self.note(orientation, isBig: orientation % 2 == 0))
        #expect(String(decoding: file, as: UTF8.self).contains("geheim"))
        let clean = try CleanPicture(file, thumbnails: [16])
        #expect(clean.full.kind == kind && FileKind(clean.full.bytes) == kind)
        for bytes in [clean.full.bytes] + clean.thumbnails.map(\.bytes) {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["geheim", "Exif", "EXIF", "eXIf", "GPS", "ICC", "http", "tEXt", "tIME", "XMP"] { #expect(!text.contains(word), "\(word)") }
        }
        // Which corner (0 left top, 1 right top, 2 left bottom, 3 right bottom) stands where, from EXIF 2.32, table of tag 274.
        let order: [[Int]] = [[0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1], [3, 1, 2, 0], [1, 3, 0, 2]]
        let colours = [[220, 30, 30], [30, 200, 30], [30, 30, 220], [230, 220, 30]]
        for (bytes, tolerance) in [(clean.full.bytes, 25), (clean.thumbnails[0].bytes, 40)] {
            let read = try Picture(bytes)
            #expect(orientation >= 5 ? read.height > read.width : read.width > read.height)
            let (w, h) = (read.width, read.height)
            for (place, corner) in zip(
                [(w / 4, h / 4), (w - 1 - w / 4, h / 4), (w / 4, h - 1 - h / 4), (w - 1 - w / 4, h - 1 - h / 4)], order[Int(orientation) - 1])
            {
                #expect(Self.isNear(Self.colour(read, place.0, place.1), colours[corner], tolerance), "\(place) \(corner)")
            }
        }
        #expect(max(clean.thumbnails[0].width, clean.thumbnails[0].height) == 16)
    }

    @Test("PNG and WebP without loss keep every pixel, also half seen through")
    func lossless() throws {
        var chance = Chance(62)
        for (width, height) in [(1, 1), (3, 2), (17, 31), (100, 1)] {
            // Colour under nothing at all may be lost.
            let pixels = (0..<width * height).flatMap { _ in
                (0..<4).map { $0 == 3 ? UInt8.random(in: 1...255, using: &chance) : UInt8.random(in: 0...255, using: &chance) }
            }
            let picture = try #require(Picture(width: width, height: height, pixels: pixels))
            #expect(try Picture(PNGFile.write(picture)) == picture)
            #expect(try Picture(WebPFile.write(picture, quality: nil)) == picture)
            #expect(try Picture(CleanPicture(PNGFile.write(picture)).full.bytes) == picture)
            #expect(try Picture(CleanPicture(WebPFile.write(picture, quality: nil)).full.bytes) == picture)
        }
    }

    @Test("the eight ways to hold a camera: turning back gives the picture again")
    func orientations() throws {
        var chance = Chance(63)
        let picture = try #require(Picture(width: 5, height: 3, pixels: (0..<60).map { _ in UInt8.random(in: 0...255, using: &chance) }))
        let inverse: [Int: Int] = [1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6]
        var seen: Set<Picture> = []
        for (way, back) in inverse {
            let turned = picture.upright(try #require(Orientation(rawValue: way)))
            seen.insert(turned)
            #expect(turned.upright(try #require(Orientation(rawValue: back))) == picture)
        }
        #expect(seen.count == 8)
    }

    @Test("a picture is made smaller by its longest side, never larger, with colours that are the mean of what was there")
    func smaller() throws {
        let picture = try Self.corners(200, 100)
        let small = try picture.smaller(side: 20)
        #expect(small.width == 20 && small.height == 10)
        #expect(Self.isNear(Self.colour(small, 3, 2), [220, 30, 30, 255], 3) && Self.isNear(Self.colour(small, 16, 7), [230, 220, 30, 255], 3))
        let one = try picture.smaller(side: 1)
        #expect(one.width == 1 && one.height == 1 && Self.isNear(Self.colour(one, 0, 0), [128, 120, 78, 255], 4))
        #expect(try picture.smaller(side: 200) == picture)
        let thin = try #require(Picture(width: 20_000, height: 1, pixels: [UInt8](repeating: 200, count: 80_000)))
        #expect(try thin.smaller(side: 100).width == 100)
    }

    @Test("a large photo is read at a fraction of its size")
    func fraction() throws {
        let file = try JPEGFile.write(Self.corners(3200, 2000), quality: 90)
        let picture = try Picture(file, side: 400)
        #expect(picture.width == 400 && picture.height == 250)
        #expect(Self.isNear(Self.colour(picture, 50, 50), [220, 30, 30, 255]) && Self.isNear(Self.colour(picture, 350, 200), [230, 220, 30, 255]))
    }

    @Test("ASVS 5.2: too many bytes, too many pixels, other files and cut off ones are refused, each by its name")
    func refused() throws {
        let picture = try Self.corners(100, 100)
        for file in [
            try PNGFile.write(picture), try JPEGFile.write(picture, quality: 90), try WebPFile.write(picture, quality: 80),
            try WebPFile.write(picture, quality: nil),
        ] {
            #expect(throws: PictureFault.tooLarge(limit: 40)) { try Picture(file, limits: .init(bytes: 40)) }
            #expect(throws: PictureFault.tooManyPixels(limit: 9_999)) { try Picture(file, limits: .init(pixels: 9_999)) }
            #expect(try Picture(file, limits: .init(pixels: 10_000)).width == 100)
            for part in 1..<20 {
                let cut = try? Picture(Array(file.prefix(file.count * part / 20)))
                #expect(cut == nil, "\(String(describing: FileKind(file))) \(part)")
            }
        }
        for bytes in [[], Array("GIF89a".utf8), Array("%PDF-1.4".utf8), Array("tekst".utf8)] {
            #expect(throws: PictureFault.notAPicture) { try Picture(bytes) }
        }
        // A PNG that says it is 60,000 by 60,000: nothing is set aside for it.
        var huge = try PNGFile.write(picture)
        huge.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
        huge.replaceSubrange(29..<33, with: Self.crc(Array(huge[12..<29])))
        #expect(throws: PictureFault.tooManyPixels(limit: 50_000_000)) { try Picture(huge) }
        #expect(
            Picture(width: 1, height: 1, pixels: [1, 2, 3]) == nil && Picture(width: 0, height: 0, pixels: []) == nil
                && Picture(width: .max, height: .max, pixels: []) == nil)
    }

    @Test("the colours of a phone (Display P3) come out as those of a screen; a broken profile changes nothing")
    func colours() throws {
        // sRGB's red, green and blue in Display P3, as CSS Color 4 gives them: color(display-p3 0.9175 0.2003 0.1387) is #f00.
        for (stored, seen) in [
            ([234, 51, 35], [255, 0, 0]), ([117, 251, 76], [0, 255, 0]), ([10, 10, 245], [10, 10, 255]), ([128, 128, 128], [128, 128, 128]),
        ] {
            let pixels = [[UInt8]](repeating: stored.map { UInt8($0) } + [255], count: 64 * 64).flatMap { $0 }
            let picture = try #require(Picture(width: 64, height: 64, pixels: pixels))
            let file = try JPEGFile.write(picture, quality: 100)
            let profile = try Self.displayP3()
            // In two pieces, the second first.
            let pieces = [(2, profile.dropFirst(200)), (1, profile.prefix(200))].flatMap { number, piece -> [UInt8] in
                let content = Array("ICC_PROFILE\0".utf8) + [UInt8(number), 2] + piece
                return [0xFF, 0xE2, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
            }
            let marked = Array(file.prefix(2)) + pieces + file.dropFirst(2)
            let (converted, plain) = (Self.colour(try Picture(marked), 30, 30), Self.colour(try Picture(file), 30, 30))
            #expect(Self.isNear(converted, seen + [255], 6), "\(converted) \(seen)")
            #expect(Self.isNear(plain, stored + [255], 4))
            var chance = Chance(66)
            for _ in 0..<Fuzz.mutations { _ = try? Picture(Array(file.prefix(2)) + chance.mutated(pieces) + file.dropFirst(2)) }
        }
    }

    /// The profile of Display P3: its primaries and white (SMPTE EG 432-1, D65) with the curve of sRGB.
    private static func displayP3() throws -> [UInt8] {
        var white = cmsCIExyY(x: 0.3127, y: 0.3290, Y: 1)
        var primaries = cmsCIExyYTRIPLE(
            Red: cmsCIExyY(x: 0.680, y: 0.320, Y: 1), Green: cmsCIExyY(x: 0.265, y: 0.690, Y: 1), Blue: cmsCIExyY(x: 0.150, y: 0.060, Y: 1))
        let curve = try #require(cmsBuildParametricToneCurve(nil, 4, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]))
        defer { cmsFreeToneCurve(curve) }
        var curves: [OpaquePointer?] = [curve, curve, curve]
        let profile = try #require(cmsCreateRGBProfile(&white, &primaries, &curves))
        defer { cmsCloseProfile(profile) }
        var size: UInt32 = 0
        cmsSaveProfileToMem(profile, nil, &size)
        var bytes = [UInt8](repeating: 0, count: Int(size))
        cmsSaveProfileToMem(profile, &bytes, &size)
        return bytes
    }

    @Test("a note about how the camera was held that makes no sense is passed over")
    func oddNotes() throws {
        let picture = try Self.corners()
        let good = Self.note(6, isBig: true)
        var chance = Chance(64)
        for kind in [FileKind.jpeg, .png, .webp] {
            #expect(Orientation(of: try Self.noted(kind, picture, good), kind: kind) == .turned90)
            for note in [[], [0x4D], Array(good.prefix(12)), Array(good.prefix(20)), Self.note(0, isBig: false), Self.note(9, isBig: true)] {
                #expect(Orientation(of: try Self.noted(kind, picture, note), kind: kind) == .upright)
            }
            for _ in 0..<Fuzz.strings { _ = Orientation(of: try Self.noted(kind, Self.dot, chance.mutated(good)), kind: kind) }
        }
    }

    private static let dot = Picture(unchecked: 1, 1, [1, 2, 3, 255])

    @Test("any bytes give a picture or an error")
    func anything() throws {
        let picture = try Self.corners(24, 16)
        var chance = Chance(65)
        var read = 0
        for kind in [FileKind.jpeg, .png, .webp] {
            let file = try Self.noted(kind, picture, Self.note(5, isBig: false))
            for _ in 0..<Fuzz.strings {
                let bytes = chance.mutated(file)
                if (try? CleanPicture(bytes, limits: .init(pixels: 1_000_000), thumbnails: [8])) != nil { read += 1 }
            }
        }
        #expect(read > 0)
    }
}
