import Core
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Pages")
struct PageTests {
    @Test("a page has its landmarks once, one heading, a skip link that lands, and its place in the menu")
    func structure() async throws {
        let client = try TestSite().client
        for path in ["/", "/gebieden/GM0222", "/formulier", "/bestaat-niet"] {
            let text = try await client.get(path).text
            for part in ["<h1>", "<main ", "<header ", "<footer ", "<title>", "id=\"inhoud\"", "href=\"#inhoud\"", "<nav class=\"nav\""] {
                #expect(text.components(part) == 1, "\(path) \(part)")
            }
            #expect(text.hasPrefix("<!DOCTYPE html>"))
            #expect(text.contains("aria-label=\"Hoofdmenu\""))
        }
        let area = try await client.get("/gebieden/GM0222").text
        #expect(area.contains("<a href=\"/gebieden\" aria-current=\"true\">Gebieden</a>"))
        #expect(area.contains("<title>Gebied GM0222 - Arnhem - Leefkring</title>"))
        #expect(area.contains("<strong aria-current=\"page\">GM0222</strong>"))
        #expect(try await client.get("/").text.contains("<meta name=\"description\" content=\"De start\">"))
    }

    @Test("ids are unique on a page")
    func ids() async throws {
        let client = try TestSite().client
        for path in ["/", "/formulier", "/bestaat-niet"] {
            let ids = try await client.get(path).text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("a table of routes refuses what cannot be")
    func table() throws {
        func route(_ method: HTTPRequest.Method, _ pattern: String, _ name: String) -> Route { Route(method, pattern, name: name) { _, _ in .empty } }
        var table = RouteTable()
        try table.register([route(.get, "/gebieden/{code}", "a"), route(.put, "/gebieden/{code}", "b"), route(.get, "/gebieden/{code}.csv", "c")])
        let wrong = [
            route(.get, "/gebieden/{naam}", "d"), route(.get, "/x", "a"), route(.head, "/y", "e"), route(.get, "z", "f"), route(.get, "/z/", "g"),
            route(.get, "/en/z", "h"), route(.get, "/nl", "i"), route(.trace, "/z", "j"), route(.get, "/a//b", "k"),
        ]
        for route in wrong { #expect(throws: RouteTableError.self, "\(route.pattern)") { try table.register([route]) } }
        #expect(table.routes.count == 3)
        var taken = RouteTable()
        try taken.register([route(.get, "/health", "mine")])
        #expect(throws: RouteTableError.self) { try WebStack.install(on: taken, configuration: WebConfiguration(), frame: .bare) }
    }

    @Test("the permission table can be printed from the routes, those of the floor too")
    func permissions() throws {
        let routes = try TestSite().stack.table.routes
        #expect(routes.filter { $0.access == .operators }.map(\.pattern) == ["/metrics"])
        #expect(routes.map(\.name).contains("floor.assets"))
        #expect(Set(routes.map(\.name)).count == routes.count)
    }

    @Test("a pattern with an ending and one without are different routes")
    func endings() async throws {
        var table = RouteTable()
        func route(_ pattern: String, _ name: String) -> Route {
            Route(.get, pattern, name: name) { _, context in Answer(Array("\(name) \(try context.part("code"))".utf8), as: .text, cache: .noStore) }
        }
        try table.register([route("/gebieden/{code}", "page"), route("/gebieden/{code}.csv", "csv"), route("/gebieden/{code}/cijfers", "figures")])
        let client = Client(try WebStack.install(on: table, configuration: WebConfiguration(), frame: .bare))
        #expect(try await client.get("/gebieden/GM0222").text == "page GM0222")
        #expect(try await client.get("/gebieden/GM0222.csv").text == "csv GM0222")
        #expect(try await client.get("/en/gebieden/GM0222/cijfers").text == "figures GM0222")
    }
}
