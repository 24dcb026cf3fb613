import Foundation
import TestSupport
import Testing

@testable import Pictures

@Suite("Pictures, beside Pillow", .enabled(if: PythonPeer.has("PIL"))) struct PillowTests {
    struct Made: Decodable {
        let name: String
        let width: Int
        let height: Int
        let corners: [[Int]]
    }

    struct Seen: Decodable {
        let name: String
        let format: String
        let width: Int
        let height: Int
        let corners: [[Int]]
        let notes: [String]
    }

    private func lines<Line: Decodable>(_ data: Data) throws -> [Line] {
        try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test("photos with place, time, camera and names come out without them, upright, in the same colours and of the same kind")
    func cleaned() throws {
        let (before, after, small) = (try TestFolder(), try TestFolder(), try TestFolder())
        let made: [Made] = try lines(PythonPeer.output("pictures.py", ["make", before.path]))
        #expect(made.count >= 33)
        for picture in made {
            let file = Array(try Data(contentsOf: URL(filePath: "\(before.path)/\(picture.name)")))
            let clean = try CleanPicture(file, side: 1000, thumbnails: [80])
            try Data(clean.full.bytes).write(to: URL(filePath: "\(after.path)/\(picture.name)"))
            try Data(clean.thumbnails[0].bytes).write(to: URL(filePath: "\(small.path)/\(picture.name)"))
        }
        for (folder, longest, tolerance) in [(after, 1000, 20), (small, 80, 30)] {
            let seen: [Seen] = try lines(PythonPeer.output("pictures.py", ["look", folder.path]))
            #expect(seen.count == made.count)
            for (expected, seen) in zip(made.sorted { $0.name < $1.name }, seen) {
                let ending = try #require(expected.name.split(separator: ".").last)
                #expect(seen.name == expected.name)
                #expect(seen.format == (longest == 80 ? "WEBP" : ["jpg": "JPEG", "png": "PNG", "webp": "WEBP"][ending]))
                let factor = min(1, Double(longest) / Double(max(expected.width, expected.height)))
                #expect(
                    abs(Double(seen.width) - Double(expected.width) * factor) <= 0.5 && abs(Double(seen.height) - Double(expected.height) * factor) <= 0.5,
                    "\(seen)")
                for (left, right) in zip(expected.corners, seen.corners) {
                    #expect(PictureTests.isNear(left, right, tolerance), "\(seen.name): \(left) \(right)")
                }
                // What the form itself says; nothing of these is about the maker.
                let harmless: Set = [
                    "jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background", "timestamp", "duration", "gamma", "srgb", "transparency",
                ]
                #expect(Set(seen.notes).subtracting(harmless).isEmpty, "\(seen.name): \(seen.notes)")
            }
        }
        func fault(_ name: String) throws -> PictureFault? {
            let file = Array(try Data(contentsOf: URL(filePath: "\(before.path)/\(name)")))
            do throws(PictureFault) { _ = try Picture(file) } catch { return error }
            return nil
        }
        #expect(try fault("refused-cmyk.jpg") == .unsupported)
        #expect(try fault("refused-moving.webp") == .unsupported)
    }
}
