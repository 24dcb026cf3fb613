import Areas
import Core
import HTML
import Hummingbird
import People
import Search
import Web

/// Handlers of the pages of the search.
struct KnowledgeRoutes: Sendable {
    let slice: Slice

    /// Lines of a list of suggestions, and how many of them may be areas.
    private static let suggestions = (all: 8, areas: 5)
    /// Letters of a question that are looked at.
    private static let longest = 200

    var table: [Route] {
        [
            Route(.get, "/zoeken", name: "knowledge.search", readsSession: true, summary: KnowledgeWords.both(\.title)) { try await search($0, $1) },
            Route(.get, "/zoeken/suggesties", name: "knowledge.suggestions", summary: KnowledgeWords.both(\.suggestionsTitle)) {
                try await suggestions($1)
            },
        ]
    }

    private func search(_ request: Request, _ context: WebContext) async throws -> Answer {
        var question = SearchQuestion(context.address)
        question.words = String(question.words.prefix(Self.longest))
        // A code goes straight to its page, also one that only an older year has.
        if let code = AreaCode(question.words), try await slice.areas.gazetteer.current().newest(code) != nil {
            return .redirect(to: AreasRoute.area(code).address, in: context.language)
        }
        var findings: Findings?
        if !question.isEmpty {
            let found = try await slice.finding(for: context.actor, in: context.language)
                .findings(question, range: SearchResultsPage.range(of: question.page))
            try await note(found, request, context)
            findings = found
        }
        let page = SearchResultsPage(question: question, findings: findings, language: context.language)
        let head = PageHead(
            KnowledgeWords(context.language).title, section: AreasRoute.browse.address, isListed: question.items.isEmpty,
            styles: ["areas.css", "search.css"], scripts: SearchBox.scripts)
        // What was written a moment ago is found, and what one may see is one's own.
        return context.page(head, cache: .personal) { page }
    }

    /// That data of these people is read, before it is shown.
    private func note(_ findings: Findings, _ request: Request, _ context: WebContext) async throws {
        // A visitor finds only those who show themselves to everyone.
        guard context.actor.person != nil else { return }
        let people = findings.hits.filter { $0.entry.kind == .person }.compactMap { Identifier($0.entry.key) }
        try await slice.people.note(.administration, "knowledge.search", of: people, request, context)
    }

    /// The same for everyone, so that anyone may keep it for a moment: what not everyone may see is only on the page.
    private func suggestions(_ context: WebContext) async throws -> Answer {
        let typed = String((context.query[SearchQuestion.Key.words] ?? "").prefix(Self.longest))
        let named = try await slice.areas.search.current()?.find(typed, limit: Self.suggestions.all) ?? []
        let words = KnowledgeWords(context.language), ofAreas = AreasWords(context.language)
        let shelf = try await slice.desk.current()
        let found = shelf.snapshot(in: context.language).suggestions(for: typed, reader: SearchReader(), limit: 3 * Self.suggestions.all)
        var others: [SuggestionList.Line] = [], seen: Set<String> = []
        for suggestion in found {
            let id = suggestion.kind == nil ? String(suggestion.key.dropFirst(Core.SearchEntry.ownLabel.count)) : suggestion.key
            guard let entry = shelf.entries[id], let path = entry.path, entry.kind != .area, seen.insert(id).inserted else { continue }
            others.append(SuggestionList.Line(title: entry.title[context.language], note: words.about(entry), address: PageAddress(path)))
        }
        // An area with a typing error is a guess: what begins with these letters goes before it.
        let areas = named.first?.isGuess == true && !others.isEmpty ? [] : named
        let room = max(Self.suggestions.areas, Self.suggestions.all - others.count)
        let lines = areas.prefix(room).map { hit in
            SuggestionList.Line(title: hit.area.name, note: ofAreas.about(hit), address: AreasRoute.area(hit.area.code).address)
        }
        let list = SuggestionList(lines: Array((lines + others).prefix(Self.suggestions.all)), language: context.language)
        return Answer(list.rendered(), as: .html, cache: .shared(maxAge: 60))
    }
}

extension Slice {
    /// Looks for what someone may see, as it is now.
    func finding(for actor: Actor, in language: Language) async throws -> Finding {
        let gazetteer = try await areas.gazetteer.current()
        return Finding(
            shelf: try await desk.current(), areaSearch: try await areas.search.current(), map: gazetteer.latestYear.flatMap(gazetteer.map),
            reader: SearchReader(actor), language: language)
    }
}
