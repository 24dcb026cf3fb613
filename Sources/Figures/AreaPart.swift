import Areas
import Core
import Web

extension Slice {
    /// What this slice puts on the page of an area.
    package var areaPart: AreaPageSource { { request in try await part(request) } }

    private func part(_ request: AreaPageRequest) async throws -> AreaPagePart {
        let reading = try await reading(request.address)
        guard let key = key(request, reading) else { return try await panels(request, reading).part }
        if let known = panels.part(key) { return known }
        let fresh = try await panels(request, reading).part
        panels.keep(fresh, as: key)
        return fresh
    }

    /// Nil for what is not worth keeping: older deliveries and figures that do not exist.
    private func key(_ request: AreaPageRequest, _ reading: (book: FigureBook, edition: Edition?)) -> PanelShelf.Key? {
        let figure = request.address.query.first { $0.name == "cijfer" && !$0.value.isEmpty }?.value
        guard reading.edition == nil, figure.map({ Catalogue.indicator($0) != nil }) ?? true else { return nil }
        return PanelShelf.Key(
            code: request.area.code, year: request.area.year, language: request.language, figure: figure, edition: reading.book.editions.map(\.id).max() ?? 0)
    }

    private func panels(_ request: AreaPageRequest, _ reading: (book: FigureBook, edition: Edition?)) async throws -> ProfilePanels {
        let gazetteer = try await areas.gazetteer.current()
        let area = request.area
        guard let builder = ProfileBuilder(code: area.code, year: area.year, book: reading.book, gazetteer: gazetteer, currentYear: currentYear()),
            let areaMap = gazetteer.map(of: area.year)
        else { throw Problem.notFound }
        let scene = ProfileScene(
            profile: builder.profile(), book: reading.book, language: request.language, newest: gazetteer.latestYear ?? area.year, address: request.address,
            edition: reading.edition)
        return ProfilePanels(scene: scene, map: try await mapPanel(scene, areaMap, gazetteer))
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
        guard let scope = MapScope(profile: scene.area, map: areaMap),
            let paths = try await maps.current().paths(of: scope.level, within: scope.place, map: areaMap, shapes: areas.shapes)
        else { return MapPanel(scene: scene, place: scene.area, paths: nil, values: nil, choices: choices, unknown: unknown) }
        let drawn = areaMap.areas(of: scope.level, within: scope.place.code)
        let candidates = chosen.map { [$0] } ?? FigureChoices.usual(choices)
        let values = candidates.lazy.compactMap { MapValues($0, areas: drawn, book: scene.book, gazetteer: gazetteer) }.first
        let offered = chosen.map { item in choices.contains { $0.key == item.key } ? choices : choices + [item] } ?? choices
        return MapPanel(scene: scene, place: scope.place, paths: paths, values: values, choices: offered, unknown: unknown)
    }
}
