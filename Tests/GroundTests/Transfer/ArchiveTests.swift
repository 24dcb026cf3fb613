import TestSupport
import Testing
import Transfer

@Suite("Archives and XML")
struct ArchiveTests {
    private static let parts: [(name: String, bytes: [UInt8])] = [("een.txt", Array("hallo".utf8)), ("map/twee.bin", [UInt8](repeating: 7, count: 100_000))]

    @Test("parts come out as they went in, packed or not", arguments: [false, true])
    func parts(packed: Bool) throws {
        let archive = try Archive(WorkbookFile.archive(Self.parts, packed: packed), limit: 1 << 20)
        for part in Self.parts { #expect(try archive.part(part.name) == part.bytes) }
        #expect(archive.has("een.txt") && !archive.has("drie"))
        #expect(throws: ArchiveError.missing("drie")) { try archive.part("drie") }
    }

    @Test("an archive that was made has every part as it was given, empty and large ones too")
    func made() throws {
        let parts: [(name: String, content: [UInt8])] = [
            ("léeg.txt", []), ("map/een.txt", Array("hallo".utf8)), ("groot", [UInt8](repeating: 3, count: 3 << 20)),
        ]
        let bytes = try Archive.bytes(of: parts), archive = try Archive(bytes, limit: 4 << 20)
        for part in parts { #expect(try archive.part(part.name) == part.content) }
        #expect(bytes.count < 1 << 16)
        #expect(throws: ArchiveError.self) { try Archive.bytes(of: [("een", []), ("een", [])]) }
    }

    @Test("a small file that unpacks to much is stopped at the limit")
    func bomb() throws {
        let bytes = WorkbookFile.archive([("groot", [UInt8](repeating: 0, count: 8 << 20))], packed: true)
        #expect(bytes.count < 1 << 16)
        #expect(throws: ArchiveError.tooLarge) { try Archive(bytes, limit: 1 << 20).part("groot") }
        #expect(try Archive(bytes, limit: 8 << 20).part("groot").count == 8 << 20)
    }

    @Test("damaged archives give an error or bytes that pass their own sum, never a crash", arguments: 0..<40)
    func damaged(seed: Int) throws {
        var random = Chance(UInt64(seed))
        let sound = WorkbookFile.archive(Self.parts, packed: Bool.random(using: &random))
        var bytes = sound
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeLast(Int.random(in: 0...bytes.count / 4, using: &random))
            default: bytes.swapAt(Int.random(in: bytes.indices, using: &random), Int.random(in: bytes.indices, using: &random))
            }
        }
        guard let archive = try? Archive(bytes, limit: 1 << 20) else { return }
        for part in Self.parts { if let read = try? archive.part(part.name) { #expect(read.count <= 1 << 20) } }
        #expect(throws: ArchiveError.notAnArchive) { try Archive([], limit: 10) }
    }

    private func events(_ text: String) throws -> [XMLStream.Event] {
        final class Box { var events: [XMLStream.Event] = [] }
        let box = Box()
        try XMLStream.read(Array(text.utf8)) { event throws(ArchiveError) in box.events.append(event) }
        return box.events
    }

    @Test("XML comes as starts, texts and ends, without namespaces")
    func stream() throws {
        let found = try events("<a xmlns='urn:x' xmlns:y='urn:y'><y:b y:id='1' k='&lt;'>t</y:b></a>")
        #expect(found == [.start("a", [:]), .start("b", ["id": "1", "k": "<"]), .text("t"), .end("b"), .end("a")])
    }

    @Test(
        "XML that is broken, too deep, or brings its own entities is refused with its line",
        arguments: [
            "", "<a>", "<a></b>", "\n<a>&x;</a>", "<!DOCTYPE a [<!ENTITY x 'yyyyyyyy'>]><a>&x;&x;</a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            String(repeating: "<a>", count: 5000), "<a>\u{1}</a>",
        ])
    func refused(text: String) {
        #expect(throws: ArchiveError.self) { try events(text) }
    }
}
