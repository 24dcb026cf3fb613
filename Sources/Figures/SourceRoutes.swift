import Areas
import Core
import HTML
import Hummingbird
import Web

/// Where figures come from: sources, their deliveries, and what was noticed when these came in.
struct SourceRoutes: Sendable {
    let slice: Slice

    var table: [Route] {
        [
            Route(.get, "/bronnen", name: "figures.sources", summary: Localized(nl: "Alle bronnen", en: "All sources")) { try await sources($1) },
            Route(.get, "/bronnen/{source}", name: "figures.source", summary: Localized(nl: "De leveringen van een bron", en: "The deliveries of a source")) {
                try await source($1)
            },
            Route(.get, "/bronnen/{source}/{number}", name: "figures.edition", summary: Localized(nl: "Een levering", en: "A delivery")) {
                try await edition($1)
            },
        ]
    }

    private func sources(_ context: WebContext) async throws -> Answer {
        let editions = try await slice.editions.editions()
        // The newest of each source: they come newest first.
        var seen: Set<String> = []
        let newest = editions.filter { seen.insert($0.source).inserted }
        let page = SourcesPage(editions: newest, language: context.language)
        return context.page(head(FiguresWords(context.language).sourcesTitle), cache: .shared(maxAge: 300)) { page }
    }

    private func source(_ context: WebContext) async throws -> Answer {
        let key = try context.part("source")
        let editions = try await slice.editions.editions().filter { $0.source == key }
        guard let newest = editions.first else { throw Problem.notFound }
        let page = SourcePage(editions: editions, language: context.language)
        return context.page(head(FiguresWords(context.language).sourceTitle(newest.title)), cache: .shared(maxAge: 300)) { page }
    }

    private func edition(_ context: WebContext) async throws -> Answer {
        let key = try context.part("source"), number = try context.part("number", as: Int.self)
        let all = try await slice.editions.editions().filter { $0.source == key }
        guard let edition = all.first(where: { $0.number == number }) else { throw Problem.notFound }
        let notes = try await slice.editions.notes(edition: edition.id)
        let book = try await slice.editions.book(source: key, number: number)
        let gazetteer = try await slice.areas.gazetteer.current()
        let columns = book.map { book in book.indicators.flatMap { book.columns(of: $0.key) } } ?? []
        let example = columns.first?.frame.codes.first { $0.level == .municipality }.flatMap { gazetteer.newest($0, upTo: gazetteer.latestYear) }
        let page = EditionPage(
            edition: edition, newest: all.first?.number ?? number, notes: notes, columns: columns.map { ($0.indicator, $0.period) }, example: example,
            language: context.language)
        return context.page(head("\(edition.title), \(FiguresWords(context.language).delivery(number))"), cache: .shared(maxAge: 300)) { page }
    }

    private func head(_ title: String) -> PageHead { PageHead(title, section: FiguresRoute.sources.address, styles: FiguresStyle.sheets) }
}
