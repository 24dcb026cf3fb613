import Core
import Web

extension Slice {
    /// Kinds of figures and their sources, as things that can be found.
    package var searchSource: SearchSource {
        SearchSource("figures") {
            try await editions.version()
        } entries: {
            let sources = try await book.newest().editions
            return Catalogue.all.map(Self.entry) + sources.map(Self.entry)
        }
    }

    /// Own tables and custom areas, as things that can be found. What may be shown of them is the same for everyone.
    package var ownSearchSource: SearchSource {
        SearchSource("own figures") {
            try await own.version()
        } entries: {
            let shelf = try await ownShelf.newest()
            let tables = shelf.tables.map { table in
                SearchEntry(
                    .figure, "eigen/" + table.revision.key, title: table.revision.title, note: Localized(nl: "eigen cijfer", en: "own figure"),
                    text: Localized(table.revision.source), path: OwnRoute.table(table.revision.key).address.segments)
            }
            let areas = shelf.areas.map { area in
                SearchEntry(
                    .figure, "eigen-gebied/" + area.key, title: area.name, note: Localized(nl: "eigen gebied", en: "custom area"),
                    areas: Array(Set(area.members.flatMap { [$0] + ($0.municipality.map { [$0] } ?? []) })).sorted(),
                    path: OwnRoute.area(area.key).address.segments)
            }
            return tables + areas
        }
    }

    private static func entry(_ indicator: Indicator) -> SearchEntry {
        SearchEntry(
            .figure, indicator.key, title: indicator.name, note: indicator.theme.name,
            text: Localized(
                nl: indicator.question.nl + " " + indicator.doesNotSay.nl, en: indicator.question.en + " " + indicator.doesNotSay.en),
            labels: [SearchEntry.Label("thema:" + indicator.theme.rawValue, indicator.theme.name)],
            path: FiguresRoute.indicator(indicator.key).address.segments)
    }

    private static func entry(_ edition: Edition) -> SearchEntry {
        SearchEntry(
            .source, edition.source, title: Localized(edition.title), note: Localized(edition.publisher),
            text: Localized(edition.publisher + ". " + edition.attribution),
            path: FiguresRoute.source(edition.source).address.segments)
    }
}
