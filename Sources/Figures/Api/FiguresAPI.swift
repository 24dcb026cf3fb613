import Areas
import Core
import OpenAPI
import Web

/// The API of figures: what is counted, by whom, and the values.
package struct FiguresAPI: Sendable {
    let slice: Slice

    package init(_ slice: Slice) {
        self.slice = slice
    }

    package static let tags = [
        API.Document.Tag("indicatoren", "Wat een cijfer betekent: vraag, eenheid, zekerheid, bron, en wat het niet zegt"),
        API.Document.Tag("waarnemingen", "De cijfers zelf, elk met bron, periode en zekerheid"),
        API.Document.Tag("leveringen", "Wat een bron wanneer heeft geleverd; ook oudere leveringen blijven te lezen"),
    ]

    /// Links from an area to its figures.
    package static let areaLinks = [
        AreaLink("waarnemingen") { FiguresAPIRoute.areaObservations($0.code, year: $0.year).address },
        AreaLink("profiel") { FiguresAPIRoute.profile($0.code, year: $0.year).address },
    ]

    package var schemas: [API.Document.NamedSchema] { IndicatorDocument.schemas + ObservationDocument.schemas + EditionDocument.schemas + ProfileSchemas.all }

    package var endpoints: [Endpoint] {
        [listIndicators, getIndicator, listIndicatorObservations, listAreaObservations, getProfile, listEditions, getEdition]
    }

    private var listIndicators: Endpoint {
        Endpoint(
            id: "listIndicatoren", "/indicatoren", summary: Localized(nl: "Alle soorten cijfers", en: "All kinds of figures"), tag: "indicatoren",
            parameters: [FigureParameters.theme.declared] + Paging.parameters, answers: [.json(.reference("Indicatoren"))]
        ) { request in
            let book = try await slice.book.current()
            let theme = request[FigureParameters.theme]
            let found = Catalogue.all.filter { theme == nil || $0.theme == theme }
            let paging = Paging(request, total: found.count)
            return .json(paging.node("indicatoren", found[paging.range].map { IndicatorDocument.short($0, book: book) }))
        }
    }

    private var getIndicator: Endpoint {
        Endpoint(
            id: "getIndicator", "/indicatoren/{sleutel}", summary: Localized(nl: "Alles over één soort cijfer", en: "All about one kind of figure"),
            tag: "indicatoren", parameters: [FigureParameters.key.declared], answers: [.json(.reference("Indicator"))]
        ) { request in
            let indicator = try request.part(FigureParameters.key)
            return .json(IndicatorDocument.node(indicator, book: try await slice.book.current()))
        }
    }

    private var listEditions: Endpoint {
        Endpoint(
            id: "listLeveringen", "/leveringen", summary: Localized(nl: "Alle leveringen", en: "All deliveries"),
            description: Localized(
                nl: "Op volgorde van bron, de nieuwste van elke bron eerst.", en: "Ordered by source, the newest of each source first."), tag: "leveringen",
            parameters: Paging.parameters, answers: [.json(.reference("Leveringen"))]
        ) { request in
            let editions = try await slice.editions.editions()
            let paging = Paging(request, total: editions.count)
            let items = editions[paging.range].map { API.Node.object(EditionDocument.members($0, inForce: Self.isInForce($0, editions))) }
            return .json(paging.node("leveringen", items))
        }
    }

    private var getEdition: Endpoint {
        Endpoint(
            id: "getLevering", "/leveringen/{bron}/{nummer}", summary: Localized(nl: "Eén levering van één bron", en: "One delivery of one source"),
            tag: "leveringen", parameters: [FigureParameters.source.declared, FigureParameters.number.declared],
            answers: [.json(.reference("LeveringUitgebreid"))]
        ) { request in
            let (source, number) = (try request.part(FigureParameters.source), try request.part(FigureParameters.number))
            let editions = try await slice.editions.editions()
            guard let edition = editions.first(where: { $0.source == source && $0.number == number }) else { throw Problem.notFound }
            let notes = try await slice.editions.notes(edition: edition.id)
            return .json(EditionDocument.detail(edition, inForce: Self.isInForce(edition, editions), notes: notes))
        }
    }

    /// Whether no newer delivery of the same source came.
    private static func isInForce(_ edition: Edition, _ all: [Edition]) -> Bool {
        !all.contains { $0.source == edition.source && $0.number > edition.number }
    }
}
