import Foundation
import OpenAPI
import Testing

@Suite("JSON and YAML printing")
struct PrintingTests {
    @Test("YAML stands in blocks, with quotes only where they are needed")
    func blocks() {
        let node: API.Node = [
            "openapi": "3.0.3", "leeg": [:], "lijst": [], "paths": ["/wijken/{code}": ["get": ["tags": ["wijken", "a: b"], "200": true]]],
            "rij": [["a": 1, "b": [2, [3]]], .null, 0.5, "no"],
        ]
        #expect(
            node.yaml == """
                openapi: "3.0.3"
                leeg: {}
                lijst: []
                paths:
                  /wijken/{code}:
                    get:
                      tags:
                        - wijken
                        - "a: b"
                      "200": true
                rij:
                  - a: 1
                    b:
                      - 2
                      - - 3
                  - null
                  - 0.5
                  - "no"

                """)
    }

    @Test("JSON is indented and escaped")
    func json() {
        let node: API.Node = ["a": ["é\"\\\n\u{1}"], "b": [:], "c": .number(.nan), "d": -7, "e": 1.5]
        #expect(node.json == "{\n  \"a\": [\n    \"é\\\"\\\\\\n\\u0001\"\n  ],\n  \"b\": {},\n  \"c\": null,\n  \"d\": -7,\n  \"e\": 1.5\n}\n")
    }

    static let nasty = [
        "", " ", "a ", " a", "~", "null", "Null", "NO", "on", "y", "true", "1", "1e5", "1_000", "0x1F", "12:30:00", "2024-01-01", ".inf", "-", "- a", "a: b",
        "a:", "a #b",
        "#", "%a", "&a", "*a", "!a", "!!str a", "@a", "`a", "|", ">", "'a'", "\"a\"", "[a]", "{a}", "a,b", "a\nb", "a\r\nb", "a\tb", "\u{85}", "\u{2028}",
        "\u{FEFF}",
        "\u{0}", "\u{7F}", "é", "élan", "漢字", "😀", "e\u{301}", "---", "...", "? a", "=", "<<", "/a/{b}", "a - b", "a\\b", "\u{FFFE}", "× 100 %", "_a", "$ref",
        "infinity",
    ]

    @Test("every text survives JSON")
    func texts() throws {
        let printed = API.Node.array(Self.nasty.map(API.Node.string)).json
        #expect(try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String] == Self.nasty)
    }

    @Test("every text and number, as key and as value, survives YAML", .enabled(if: Validator.isPresent))
    func yaml() throws {
        let numbers: [API.Node] = [
            0, -1, 0.1, 1e-7, 1e300, -2.5e-10, 2.5e-300, 1e16, 123456789.123, .integer(.max), .integer(.min), .number(.infinity), true, false, .null,
        ]
        let node = API.Node.object(
            Self.nasty.map { API.Node.Member($0, .string($0)) } + [
                API.Node.Member("list", .array(Self.nasty.map(API.Node.string) + numbers + [[], [:], [[], [[:]], [["a": []]]]]))
            ])
        #expect(try Validator.complaint(json: node.json, yaml: node.yaml, isDocument: false) == "")
    }
}
