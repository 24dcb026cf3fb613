import Foundation
import OpenAPI
import Testing

@Suite("API document")
struct DocumentTests {
    let document = SampleDocument.document

    @Test("is JSON with its members in the order they were written, the same every time", arguments: API.Document.Edition.allCases)
    func json(edition: API.Document.Edition) throws {
        let text = document.json(edition)
        #expect(text == document.json(edition))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["openapi"] as? String == edition.rawValue)
        #expect((root["paths"] as? [String: Any])?.count == 4)
        let places = ["\"openapi\"", "\"info\"", "\"servers\"", "\"tags\"", "\"paths\"", "\"/gebieden\"", "\"/gebieden/{code}\"", "\"components\""].map { key in
            text.range(of: key)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil } && zip(places, places.dropFirst()).allSatisfy { ($0 ?? text.endIndex) < ($1 ?? text.startIndex) })
    }

    @Test("says null in the words of its edition")
    func nullable() {
        let old = document.tree(.v3_0)["components"]?["schemas"]?["Area"]?["properties"]
        #expect(old?["inwoners"] == ["type": "integer", "nullable": true, "minimum": 0])
        #expect(old?["niveau"]?["enum"] == ["gemeente", "wijk", "buurt", .null])
        #expect(old?["marge"]?["allOf"] == [["$ref": "#/components/schemas/Margin"]])
        let new = document.tree(.v3_1)["components"]?["schemas"]?["Area"]?["properties"]
        #expect(new?["inwoners"] == ["type": ["integer", "null"], "minimum": 0])
        #expect(new?["ligtIn"]?["oneOf"] == [["$ref": "#/components/schemas/Area"], ["type": "null"]])
    }

    @Test("every reference leads somewhere, names are unique, path parameters are declared", arguments: API.Document.Edition.allCases)
    func structure(edition: API.Document.Edition) {
        #expect(document.structureFindings(edition).isEmpty)
    }

    @Test("a document that does not fit together says where")
    func broken() {
        let responses = [API.Response(200, "", [.json(.reference("Nothing"))]), API.Response(200, "")]
        let parameters = [API.Parameter.path("naam", .string(), ""), .query("a", .string(), ""), .query("a", .string(), "")]
        let operations = [
            API.Operation(id: "same", .get, "/gebieden/{code}", summary: "", tags: ["onbekend"], parameters: parameters, responses: responses),
            API.Operation(id: "same", .get, "/gebieden/{code}", summary: "", parameters: [.path("code", .string(), "")], responses: [API.Response(200, "")]),
        ]
        let findings = SampleDocument.with(operations).structureFindings()
        for part in [
            "#/components/schemas/Nothing leads nowhere", "operationId same", "parameter code is not declared", "parameter naam is not in the path",
            "parameter query a is declared", "tag onbekend", "GET /gebieden/{code} is described more", "status 200",
        ] {
            #expect(findings.contains { $0.contains(part) }, "\(part)")
        }
        #expect(findings.count == 8)
    }

    @Test("validates as OpenAPI, and its YAML says the same as its JSON", .enabled(if: Validator.isPresent), arguments: API.Document.Edition.allCases)
    func validates(edition: API.Document.Edition) throws {
        #expect(try Validator.complaint(json: document.json(edition), yaml: document.yaml(edition), isDocument: true) == "")
    }

    @Test("the validator would have seen a fault", .enabled(if: Validator.isPresent))
    func validatorWorks() throws {
        let wrong = API.Node.object(document.tree().members.filter { $0.key != "info" })
        #expect(try Validator.complaint(json: wrong.json, yaml: wrong.yaml, isDocument: true).contains("info"))
    }
}

/// The validator of the OpenAPI standard for Python, where it is installed: by LEEFKRING_PYTHON, in `.venv`, or on the path.
enum Validator {
    static let python: [String]? = {
        let checkout = (0..<4).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
        let named = ProcessInfo.processInfo.environment["LEEFKRING_PYTHON"].map { [$0] }
        return [named, [checkout.appending(path: ".venv/bin/python3").path], ["/usr/bin/env", "python3"]].compactMap { $0 }.first { command in
            (try? run(command + ["-c", "import openapi_spec_validator, yaml"]))?.status == 0
        }
    }()

    static var isPresent: Bool { python != nil }

    /// What the validator says; empty when all is well.
    static func complaint(json: String, yaml: String, isDocument: Bool) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "openapi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [folder.appending(path: "a.json"), folder.appending(path: "a.yaml")]
        try Data(json.utf8).write(to: files[0])
        try Data(yaml.utf8).write(to: files[1])
        let script = """
            import sys, json, yaml
            one, other = json.load(open(sys.argv[1], encoding="utf-8")), yaml.safe_load(open(sys.argv[2], encoding="utf-8"))
            if one != other: sys.exit("YAML and JSON differ: %r %r" % (one, other))
            if sys.argv[3] == "true":
                from openapi_spec_validator import validate
                validate(one)
            """
        let result = try run(python! + ["-c", script, files[0].path, files[1].path, "\(isDocument)"])
        return result.status == 0 ? "" : result.errors
    }

    private static func run(_ command: [String]) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let bytes = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
