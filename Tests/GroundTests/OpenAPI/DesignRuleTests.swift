import OpenAPI
import Testing

@Suite("NLGov API design rules")
struct DesignRuleTests {
    @Test("the sample keeps every rule", arguments: API.Document.Edition.allCases)
    func clean(edition: API.Document.Edition) {
        #expect(SampleDocument.document.designRuleFindings(edition).isEmpty)
    }

    private let published = SampleDocument.operations[0]

    private func findings(path: String = "/gebieden", parameters: [API.Parameter] = [], responses: [API.Response] = [API.Response(200, "")]) -> [String] {
        let operation = API.Operation(id: "it", .get, path, summary: "", parameters: parameters, responses: responses)
        return SampleDocument.with([published, operation]).designRuleFindings()
    }

    @Test(
        "a path that breaks the rules is found",
        arguments: ["/Gebieden", "/geen_cijfer", "/gebieden/", "/_zoek/gebieden", "/a--b", "/gebieden/{Code}", "/wijk%20", "gebieden"])
    func badPath(path: String) {
        #expect(findings(path: path).count == 1)
    }

    @Test("a path that keeps the rules is not", arguments: ["/", "/gebieden", "/geen-cijfer/{code}", "/gebieden/_zoek", "/gebieden.csv", "/wijk2"])
    func goodPath(path: String) {
        #expect(findings(path: path).isEmpty)
    }

    @Test(
        "query keys are camelCase",
        arguments: [("grensJaar", true), ("$filter", true), ("a1", true), ("grens_jaar", false), ("Jaar", false), ("", false), ("é", false)])
    func queryKeys(name: String, isGood: Bool) {
        #expect(findings(parameters: [.query(name, .string(), "")]).isEmpty == isGood)
        #expect(findings(parameters: [.header(name, .string(), "")]).isEmpty)
    }

    @Test("errors are problem+json, and faulty input is 400, not 422")
    func errors() {
        #expect(findings(responses: [API.Response(404, "", [.json(.any)])]) == ["error-handling: 404 of GET /gebieden is not application/problem+json"])
        #expect(findings(responses: [API.Response(500, "")]).count == 1)
        #expect(
            findings(responses: [API.Response(422, "", [API.MediaType("application/problem+json", .any)])]) == ["error-handling: 422 of GET /gebieden, use 400"]
        )
        #expect(findings(responses: []).count == 1)
    }

    @Test("contact, versions and the address of the document are there")
    func information() {
        let info = API.Document.Info(
            title: "Leefkring", version: "1.02", description: "", contact: .init(name: "Beheer", url: "", email: ""),
            licence: .init(name: "EUPL-1.2", url: "https://eupl.eu"))
        let found = SampleDocument.with([], servers: [.init("/api"), .init("/api/v2")], info: info).designRuleFindings()
        #expect(found.count { $0.hasPrefix("doc-openapi-contact") } == 2)
        #expect(found.count { $0.hasPrefix("semver") } == 1)
        #expect(found.count { $0.hasPrefix("uri-version") } == 2)
        #expect(found.count { $0.hasPrefix("publish-openapi") } == 1)
        #expect(SampleDocument.with([published], servers: []).designRuleFindings() == ["uri-version: no server"])
    }

    @Test("a document made elsewhere is judged by the same rules: methods and API-Version on every response")
    func tree() {
        let document: API.Node = [
            "info": ["version": "2.0.0", "contact": ["name": "a", "url": "b", "email": "c"]], "servers": [["url": "https://example.org/v2"]],
            "paths": [
                "/openapi.json": ["get": ["responses": ["200": ["headers": ["api-version": [:]]]]]],
                "/gebieden": [
                    "trace": ["responses": ["200": ["description": ""], "404": ["$ref": "#/components/responses/NotFound"], "500": ["$ref": "elsewhere"]]]
                ],
            ],
            "components": ["responses": ["NotFound": ["headers": ["API-Version": [:]], "content": ["application/problem+json": [:]]]]],
        ]
        #expect(
            document.designRuleFindings() == [
                "http-methods: TRACE /gebieden", "version-header: 200 of TRACE /gebieden has no API-Version",
                "error-handling: 500 of TRACE /gebieden leads nowhere",
            ])
    }

    @Test(
        "nothing at all is a document without rules kept, not a crash",
        arguments: [API.Node.null, [], [:], "text", ["paths": ["/a": 1, "": [:]]], ["paths": []]])
    func odd(tree: API.Node) {
        #expect(tree.designRuleFindings().count >= 5)
    }
}
