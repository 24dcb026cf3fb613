import Core
import OpenAPI
import Web

/// The API of areas: what there is and where it lies.
package struct AreasAPI: Sendable {
    let slice: Slice
    let document: AreaDocument

    /// - Parameter links: from an area to resources of other slices
    package init(_ slice: Slice, links: [AreaLink] = []) {
        self.slice = slice
        self.document = AreaDocument(links: links)
    }

    package static let tags = [
        API.Document.Tag("gebieden", "Provincies, gemeenten, wijken en buurten, per jaar"), API.Document.Tag("grenzen", "Waar gebieden liggen, als GeoJSON"),
    ]

    package var schemas: [API.Document.NamedSchema] { document.schemas + BoundaryDocument.schemas }

    package var endpoints: [Endpoint] { [listAreas, getArea, getBoundary, listBoundaries] }

    private var listAreas: Endpoint {
        Endpoint(
            id: "listGebieden", "/gebieden", summary: Localized(nl: "Zoek en blader in gebieden", en: "Find and browse areas"),
            description: Localized(
                nl: "Gebieden staan op volgorde van niveau en code. Wie zoekt, krijgt de beste eerst, en hoogstens duizend.",
                en: "Areas are ordered by level and code. A search gives the best first, and at most a thousand."), tag: "gebieden",
            parameters: [
                AreaParameters.year.declared, AreaParameters.level.declared, AreaParameters.within.declared, AreaParameters.search.declared,
            ] + Paging.parameters, answers: [.json(.reference("Gebieden"))], check: check
        ) { request in
            let gazetteer = try await slice.gazetteer.current()
            let year = request[AreaParameters.year] ?? gazetteer.latestYear
            let found = try await found(request, map: year.flatMap(gazetteer.map), isNewest: year == gazetteer.latestYear)
            let paging = Paging(request, total: found.count)
            let items = found[paging.range].map { document.node($0.area, isGuess: $0.isGuess) }
            return .json(.object([.init("indeling", .value(year))] + paging.node("gebieden", items).members))
        }
    }

    private func check(_ request: EndpointRequest, _ faults: inout EndpointFaults) async throws {
        AreaParameters.check(request, try await slice.gazetteer.current(), &faults)
    }

    /// The areas a request chooses; with whether a typing error was forgiven, where it searches.
    private func found(_ request: EndpointRequest, map: AreaMap?, isNewest: Bool) async throws -> [(area: Area, isGuess: Bool?)] {
        guard let map else { return [] }
        let level = request[AreaParameters.level]
        guard let question = request[AreaParameters.search] else {
            return AreaParameters.chosen(request, level: level, in: map).map { ($0, nil) }
        }
        let search: AreaSearch = if isNewest, let ready = try await slice.search.current() { ready } else { AreaSearch(map) }
        let inside = request[AreaParameters.within].map { code in
            Set(AreaLevel.allCases.flatMap { map.areas(of: $0, within: code) }.map(\.code))
        }
        return search.find(question, limit: 1000)
            .filter { (level == nil || $0.area.level == level) && inside?.contains($0.area.code) != false }.map { ($0.area, $0.isGuess) }
    }

    private var getArea: Endpoint {
        Endpoint(
            id: "getGebied", "/gebieden/{code}", summary: Localized(nl: "Eén gebied", en: "One area"),
            description: Localized(
                nl: "Een code geldt samen met een jaar. Zonder jaar krijg je het nieuwste jaar waarin de code bestaat.",
                en: "A code counts together with a year. Without a year you get the newest in which the code exists."), tag: "gebieden",
            parameters: [AreaParameters.code.declared, AreaParameters.year.declared], answers: [.json(.reference("GebiedUitgebreid"))]
        ) { request in
            let (area, gazetteer) = try await area(request)
            guard let map = gazetteer.map(of: area.year) else { throw Problem.notFound }
            return .json(document.detail(area, map: map, gazetteer: gazetteer))
        }
    }

    /// The area in the path; not found where its code does not exist in the year asked for.
    func area(_ request: EndpointRequest) async throws -> (Area, Gazetteer) {
        let gazetteer = try await slice.gazetteer.current()
        let code = try request.part(AreaParameters.code)
        guard let area = gazetteer.area(code, asked: request[AreaParameters.year]) else { throw Problem.notFound }
        return (area, gazetteer)
    }
}
