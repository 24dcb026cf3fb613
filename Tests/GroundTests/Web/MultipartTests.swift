import TestSupport
import Testing

@testable import Web

@Suite("Forms with files")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=----grens"

    /// What a form with fields and one file looks like.
    private static func body(_ parts: [(head: String, content: [UInt8])], boundary: String = "----grens") -> [UInt8] {
        parts.reduce(into: [UInt8]()) { bytes, part in
            bytes += Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.content + [0x0D, 0x0A]
        } + Array("--\(boundary)--\r\n".utf8)
    }

    private static let random: [UInt8] = {
        var chance = Chance(7)
        return (0..<5000).map { _ in UInt8.random(in: 0...255, using: &chance) }
    }()

    private static let parts: [(head: String, content: [UInt8])] = [
        ("Content-Disposition: form-data; name=\"alt\"", Array("Een brug".utf8)), ("Content-Disposition: form-data; name=\"leeg\"", []),
        ("Content-Disposition: form-data; name=\"foto\"; filename=\"de %22brug%22.jpg\"\r\nContent-Type: image/jpeg", random),
        ("content-disposition:form-data;name=los;filename=\"a\\\"b.txt\"", Array("\r\n--\r\n----gren".utf8)),
    ]

    /// The parts as they come out, pieces of one body together; nil for what cannot be read.
    private static func read(_ bytes: [UInt8], type: String = type, cuts: [Int] = []) -> [(MultipartReader.Head, [UInt8])]? {
        guard var reader = MultipartReader(contentType: type) else { return nil }
        var found: [(MultipartReader.Head, [UInt8])] = [], isOpen = false
        do {
            let ends = [0] + cuts.sorted() + [bytes.count]
            for (start, end) in zip(ends, ends.dropFirst()) {
                try reader.take(bytes[start..<end]) { piece in
                    switch piece {
                    case .begin(let head):
                        #expect(!isOpen)
                        isOpen = true
                        found.append((head, []))
                    case .bytes(let bytes): found[found.count - 1].1 += bytes
                    case .end: isOpen = false
                    }
                }
            }
            try reader.finish()
            return found
        } catch {
            return nil
        }
    }

    @Test("fields and files come out as they went in, wherever the network cuts them")
    func cuts() throws {
        let body = Self.body(Self.parts)
        var chance = Chance(1)
        for round in 0..<300 {
            let cuts =
                round == 0 ? Array(1..<body.count) : (0..<Int.random(in: 0...40, using: &chance)).map { _ in Int.random(in: 0...body.count, using: &chance) }
            let found = try #require(Self.read(body, cuts: cuts))
            #expect(found.map(\.0.name) == ["alt", "leeg", "foto", "los"])
            #expect(found.map(\.0.fileName) == [nil, nil, "de \"brug\".jpg", "a\"b.txt"])
            #expect(found.map(\.1) == Self.parts.map(\.content))
        }
        // Words before the first part and behind the last one mean nothing.
        #expect(Self.read(Array("Dit is een formulier\r\n".utf8) + body + Array("en verder".utf8))?.count == 4)
        #expect(Self.read(Self.body([], boundary: "----grens"))?.isEmpty == true)
    }

    @Test("what is cut off, has no name or no boundary is refused")
    func refused() {
        let body = Self.body(Self.parts)
        for length in [0, 1, 20, 200, body.count - 5] { #expect(Self.read(Array(body.prefix(length))) == nil, "\(length)") }
        for head in ["", "Content-Type: text/plain", "Content-Disposition: attachment; name=\"x\"", "Content-Disposition: form-data; filename=\"x\""] {
            #expect(Self.read(Self.body([(head, [1])])) == nil, "\(head)")
        }
        #expect(Self.read(Self.body([("Content-Disposition: form-data; name=\"\(String(repeating: "x", count: 9000))\"", [1])])) == nil)
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
            "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
            "text/plain; boundary=x", "multipart/form-data; boundary=\"a\u{7}\"",
        ] {
            #expect(MultipartReader(contentType: type) == nil, "\(type)")
        }
        #expect(MultipartReader(contentType: "Multipart/Form-Data; charset=utf-8; boundary=\"a b:c\"") != nil)
    }

    @Test("random bytes and changed forms never break the reader, and it never gives more than came in")
    func fuzz() {
        var chance = Chance(2026)
        let body = Self.body(Self.parts)
        for round in 0..<3000 {
            var bytes = body
            switch round % 3 {
            case 0:
                for _ in 0..<Int.random(in: 1...8, using: &chance) {
                    bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
                }
            case 1: bytes.removeSubrange(Int.random(in: 0..<bytes.count / 2, using: &chance)..<Int.random(in: bytes.count / 2..<bytes.count, using: &chance))
            default:
                let words = ["\r\n", "------grens", "--", "name=", "\"", ";", "form-data", "Content-Disposition:", "\0", "\\"].map { Array($0.utf8) }
                bytes = (0..<Int.random(in: 0...60, using: &chance)).flatMap { _ in words.randomElement(using: &chance) ?? [] }
            }
            let found = Self.read(bytes, cuts: [bytes.count / 3, bytes.count / 2])
            #expect((found ?? []).reduce(0) { $0 + $1.1.count } <= bytes.count)
        }
    }
}
