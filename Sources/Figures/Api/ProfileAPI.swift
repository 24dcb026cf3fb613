import Areas
import Core
import OpenAPI
import Web

/// The whole profile of an area, the same value that its page shows.
extension FiguresAPI {
    var getProfile: Endpoint {
        Endpoint(
            id: "getProfiel", "/gebieden/{code}/profiel", summary: Localized(nl: "Het hele profiel van één gebied", en: "The whole profile of one area"),
            description: Localized(
                nl: "Alles wat de pagina van het gebied laat zien: per thema de cijfers, de plaats onder andere gebieden, de samenvatting en wat ontbreekt.",
                en: "All that the page of the area shows: per theme the figures, the place among other areas, the summary, and what is missing."),
            tag: "waarnemingen", parameters: [AreaParameters.code.declared, AreaParameters.year.declared, FigureParameters.all.declared],
            answers: [.json(.reference("Profiel"))]
        ) { request in
            let code = try request.part(AreaParameters.code)
            let profile = try await slice.profile(of: code, year: request[AreaParameters.year], all: request[FigureParameters.all] ?? false)
            guard let profile else { throw Problem.notFound }
            return .bytes(try ProfileDocument(profile).json(), as: .json)
        }
    }
}
