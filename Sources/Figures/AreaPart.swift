import Areas
import Core
import Web

extension Slice {
    /// What this slice puts on the page of an area.
    package var areaPart: AreaPageSource { { request in try await part(request) } }

    private func part(_ request: AreaPageRequest) async throws -> AreaPagePart {
        let (book, edition) = try await reading(request.address)
        let gazetteer = try await areas.gazetteer.current()
        let area = request.area
        guard let builder = ProfileBuilder(code: area.code, year: area.year, book: book, gazetteer: gazetteer, currentYear: currentYear()),
            let areaMap = gazetteer.map(of: area.year)
        else { throw Problem.notFound }
        let scene = ProfileScene(
            profile: builder.profile(), book: book, language: request.language, newest: gazetteer.latestYear ?? area.year, address: request.address,
            edition: edition)
        let panels = ProfilePanels(scene: scene, map: try await mapPanel(scene, areaMap, gazetteer))
        return panels.part(with: OwnPanel(area, tables: try await ownShelf.current().tables(of: .area(area.code), year: area.year), in: request.language))
    }

    /// The figures in force, or the older delivery that the address asks for (`editie=kwb-2024:1`).
    func reading(_ address: PageAddress) async throws -> (book: FigureBook, edition: Edition?) {
        guard let wanted = address.query.first(where: { $0.name == "editie" && !$0.value.isEmpty })?.value else { return (try await book.current(), nil) }
        let parts = wanted.split(separator: ":")
        guard parts.count == 2, let number = Int(parts[1]), let book = try await editions.book(source: String(parts[0]), number: number) else {
            throw Problem.notFound
        }
        return (book, book.editions.first)
    }

    private func mapPanel(_ scene: ProfileScene, _ areaMap: AreaMap, _ gazetteer: Gazetteer) async throws -> MapPanel {
        let choices = scene.profile.figures.filter { $0.latest.value != nil }.map(\.indicator)
        let wanted = scene.address.query.first { $0.name == "cijfer" && !$0.value.isEmpty }?.value
        let chosen = wanted.flatMap(Catalogue.indicator)
        let unknown = chosen == nil ? wanted : nil
        let shelf = try await maps.current()
        guard let scope = MapScope(profile: scene.area, map: areaMap),
            let paths = try await shelf.paths(of: scope.level, within: scope.place, map: areaMap, shapes: areas.shapes)
        else { return MapPanel(scene: scene, place: scene.area, sheet: nil, hasOutlines: false, choices: choices, unknown: unknown) }
        let candidates = chosen.map { [$0] } ?? FigureChoices.usual(choices)
        let sheet = candidates.firstResult { shelf.sheet(of: $0, scope, paths, scene, areaMap, gazetteer) }
        let offered = chosen.map { item in choices.contains { $0.key == item.key } ? choices : choices + [item] } ?? choices
        return MapPanel(scene: scene, place: scope.place, sheet: sheet, hasOutlines: true, choices: offered, unknown: unknown)
    }
}
