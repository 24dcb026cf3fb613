import Foundation
import OpenAPI
import Testing

@Suite("OpenAPI: compact JSON")
struct CompactTests {
    @Test("a node is written without white space and reads back the same")
    func roundTrip() throws {
        let node: API.Node = [
            "leeg": .null, "ja": true, "getal": 64.8, "heel": 2315, "rond": 19.0, "lijst": [1, "a\"b\\c\n\t\u{1}é€😀"], "niets": [], "object": [:],
        ]
        let text = String(decoding: node.bytes, as: UTF8.self)
        #expect(!text.contains("\n") && !text.contains(": "))
        let read = try JSONSerialization.jsonObject(with: Data(node.bytes)) as? [String: Any]
        #expect(read?["getal"] as? Double == 64.8)
        #expect((read?["lijst"] as? [Any])?.last as? String == "a\"b\\c\n\t\u{1}é€😀")
        #expect(read?["leeg"] is NSNull)
    }

    @Test(
        "numbers keep every digit of the source", arguments: [(19.0, "19"), (0.1, "0.1"), (-3.5, "-3.5"), (1e22, "1e+22"), (.nan, "null"), (.infinity, "null")])
    func numbers(_ value: Double, _ text: String) {
        #expect(String(decoding: API.Node.number(value).bytes, as: UTF8.self) == text)
    }
}
