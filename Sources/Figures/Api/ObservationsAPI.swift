import Areas
import Core
import OpenAPI
import Web

/// The figures themselves: of many areas for one indicator, and of one area for many.
extension FiguresAPI {
    var listIndicatorObservations: Endpoint {
        Endpoint(
            id: "listWaarnemingenVanIndicator", "/indicatoren/{sleutel}/waarnemingen",
            summary: Localized(nl: "Eén cijfer van veel gebieden", en: "One figure of many areas"),
            description: Localized(
                nl: "Zonder jaar en periode krijg je de nieuwste. De volgorde is die van de code.",
                en: "Without year and period you get the newest. The order is that of the code."), tag: "waarnemingen",
            parameters: [
                FigureParameters.key.declared, AreaParameters.year.declared, FigureParameters.level.declared, AreaParameters.within.declared,
                FigureParameters.period.declared,
            ] + Paging.parameters, answers: [.json(.reference("Waarnemingen"))],
            check: { AreaParameters.check($0, try await slice.areas.gazetteer.current(), &$1) },
            answer: ofIndicator)
    }

    private func ofIndicator(_ request: EndpointRequest) async throws -> EndpointAnswer {
        let indicator = try request.part(FigureParameters.key)
        let level = request[FigureParameters.level] ?? .municipality
        let (year, period) = (request[AreaParameters.year], request[FigureParameters.period])
        let column = try await slice.book.current().columns(of: indicator.key).filter { column in
            (year == nil || column.frame.edition.boundaryYear == year) && (period == nil || column.period == period) && column.isDelivered(for: level)
        }.max { ($0.frame.edition.boundaryYear, $0.period) < ($1.frame.edition.boundaryYear, $1.period) }
        guard let column else { return .json(Paging(request, total: 0).node("waarnemingen", [])) }
        let map = try await slice.areas.gazetteer.current().map(of: column.frame.edition.boundaryYear)
        let positions = Self.positions(request, column: column, level: level, map: map)
        let paging = Paging(request, total: positions.count)
        let items = positions[paging.range].map { position in
            let code = column.frame.codes[position]
            return ObservationDocument.node(column.observation(at: position), of: indicator, code: code, name: map?.area(code)?.name)
        }
        return .json(paging.node("waarnemingen", items))
    }

    private static func positions(_ request: EndpointRequest, column: FigureColumn, level: AreaLevel, map: AreaMap?) -> [Int] {
        let all = column.frame.positions(of: level)
        guard let within = request[AreaParameters.within] else { return Array(all) }
        return (map?.areas(of: level, within: within) ?? []).compactMap { column.frame.position(of: $0.code) }
    }

    var listAreaObservations: Endpoint {
        Endpoint(
            id: "listWaarnemingenVanGebied", "/gebieden/{code}/waarnemingen",
            summary: Localized(nl: "De cijfers van één gebied, over de jaren", en: "The figures of one area, over the years"),
            description: Localized(
                nl: "De volgorde is die van de lijst van indicatoren, en dan die van de periode. Een cijfer op andere grenzen is niet vergelijkbaar.",
                en: "The order is that of the list of indicators, then of the period. A figure on other borders is not comparable."), tag: "waarnemingen",
            parameters: [
                AreaParameters.code.declared, AreaParameters.year.declared, FigureParameters.indicators.declared, FigureParameters.period.declared,
                FigureParameters.edition.declared,
            ] + Paging.parameters, answers: [.json(.reference("Waarnemingen"))],
            check: { request, faults in
                AreaParameters.check(request, try await slice.areas.gazetteer.current(), &faults)
                if let name = request[FigureParameters.edition], try await !isKnown(name) {
                    faults.add(FigureParameters.edition, Localized(nl: "Deze levering is er niet.", en: "There is no such delivery."))
                }
            },
            answer: ofArea)
    }

    private func isKnown(_ name: EditionName) async throws -> Bool {
        try await slice.editions.editions().contains { $0.source == name.source && $0.number == name.number }
    }

    private func ofArea(_ request: EndpointRequest) async throws -> EndpointAnswer {
        let code = try request.part(AreaParameters.code)
        let gazetteer = try await slice.areas.gazetteer.current()
        guard let area = gazetteer.area(code, asked: request[AreaParameters.year]) else { throw Problem.notFound }
        guard let book = try await book(request[FigureParameters.edition]),
            let builder = ProfileBuilder(code: code, year: area.year, book: book, gazetteer: gazetteer, currentYear: slice.currentYear())
        else { throw Problem.notFound }
        let wanted = request[FigureParameters.indicators].map { chosen in Set(chosen.map(\.key)) }
        let period = request[FigureParameters.period]
        let found = book.indicators.filter { wanted?.contains($0.key) != false }.flatMap { indicator in
            (builder.figure(of: indicator)?.series ?? []).filter { period == nil || $0.period == period }.map { (indicator: indicator, observation: $0) }
        }
        let paging = Paging(request, total: found.count)
        let items = found[paging.range].map { ObservationDocument.node($0.observation, of: $0.indicator, code: code) }
        return .json(paging.node("waarnemingen", items))
    }

    private func book(_ edition: EditionName?) async throws -> FigureBook? {
        guard let edition else { return try await slice.book.current() }
        return try await slice.editions.book(source: edition.source, number: edition.number)
    }
}

extension FigureColumn {
    /// The figure at a position of the frame, on the borders of its own edition.
    func observation(at position: Int) -> Observation {
        let value = value(at: position)
        return Observation(
            period: period, value: value.isNaN ? nil : value, missing: missing(at: position), interval: interval(at: position), status: status,
            edition: frame.edition, comparable: .same)
    }
}
