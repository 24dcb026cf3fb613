import Areas
import Core
import People
import SQL
import Web

/// Figures beside what people tell, on the page of an area and on pages of their own. The table of contents of this part.
package struct MatchPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    let contributions: ContributionStore
    let votes: VotePart
    let coding: CodingPart
    let counting: CountingSide
    package let store: MatchStore
    let shelf: MatchShelf

    package static let migrations = MatchMigrations.all

    package init(people: People.Slice, contributions: ContributionStore, votes: VotePart, coding: CodingPart, counting: CountingSide) {
        self.people = people
        self.contributions = contributions
        self.votes = votes
        self.coding = coding
        self.counting = counting
        conversations = votes.conversations
        store = MatchStore(database: people.database, journal: people.journal)
        shelf = MatchShelf(store: store, coding: coding.store, conversations: conversations.store)
    }

    package var routes: [Route] { MatchRoutes(part: self).table + MatchDeskRoutes(part: self).table }

    package var searchSources: [SearchSource] { [searchSource] }

    package var linkSources: [LinkSource] { [linkSource] }

    /// Behind the announcement, where something of it was laid beside a figure.
    package static func doors(_ conversation: Conversation, in database: Database) async throws -> [ConversationDoor] {
        let areas = try await MatchStore.areas(of: conversation.id, in: database)
        return areas.prefix(1).map { ConversationDoor(MatchWords.both(\.title), MatchWords.both(\.lead), MatchRoute.area($0).address) }
    }

    // MARK: What is shown

    /// The name of an area that exists, or that an organisation governs; nil for any other.
    func name(of area: AreaCode) async throws -> String? {
        guard area.level >= .municipality else { return nil }
        if let name = try await people.areaName(area) { return name }
        return try await people.organisations.list().first { $0.area == area }?.name
    }

    /// The area of the path (`{code}`), written as it is.
    func place(_ context: WebContext) async throws -> MatchPlace {
        let area = try context.part("code", as: AreaCode.self)
        guard area.description == (try context.part("code")), let name = try await name(of: area) else { throw Problem.notFound }
        return MatchPlace(area: area, name: name, hasPage: try await people.areaName(area) != nil)
    }

    /// Matches of an area and of areas within it.
    func matches(in area: AreaCode) async throws -> [Match] { try await shelf.newest().matches(in: area) }

    func views(_ matches: some Collection<Match>) async throws -> [MatchView] {
        let owners = try await people.organisations.names(of: Set(matches.map(\.owner)))
        var views: [MatchView] = [], figures: [AreaCode: [FigureEvidence]] = [:], books: [Identifier: CodingBook] = [:]
        for match in matches {
            let kept = match.facts.counting.figure, area = match.area
            if kept != nil && figures[area] == nil { figures[area] = try await counting.figures(area) }
            let now = kept.flatMap { kept in figures[area]?.first { $0.key == kept.key } }
            if let id = match.facts.telling.selection?.conversation, books[id] == nil { books[id] = try await coding.store.book(in: id) }
            let conversation = if let id = match.facts.telling.conversation { try await conversations.store.find(id) } else { Conversation?.none }
            views.append(
                MatchView(
                    match: match, owner: owners[match.owner] ?? "", areaName: try await name(of: area) ?? area.description,
                    conversation: conversation, summary: try await summary(match.facts.telling, books), quote: try await quote(match.facts.telling),
                    newer: now == kept ? nil : now))
        }
        return views
    }

    private func quote(_ telling: Match.Telling) async throws -> MatchView.Words? {
        guard let quote = telling.selection?.quote, let story = try await contributions.find(quote.story), quote.holds(in: story) else { return nil }
        return MatchView.Words(quote: quote, language: story.language)
    }

    /// How much was told. Only what everyone may read counts.
    ///
    /// - Parameter books: of the conversations of which stories are told
    private func summary(_ telling: Match.Telling, _ books: [Identifier: CodingBook]) async throws -> TellingSummary {
        switch telling {
        case .nothing: return .nothing
        case .stories(let selection):
            let marked = if let mark = selection.mark { try await store.marked(mark, in: selection.conversation) } else { Set<Identifier>() }
            return TellingSummary(selection, stories: books[selection.conversation]?.stories ?? [], marked: marked)
        case .statement(let conversation, let contribution):
            let outcome = VoteOutcome(scene: try await votes.freshScene(of: conversation), inhabitants: nil)
            guard let one = outcome.all.first(where: { $0.statement.contribution == contribution }) else { return .gone }
            return .statement(
                number: one.statement.number, words: one.statement.words, language: one.statement.language,
                outcome: one.isHidden ? nil : ResultWords.both { $0.sentence(one) })
        }
    }

    // MARK: Writing

    /// The organisations in whose name this actor can write about an area.
    func owners(of area: AreaCode, _ actor: Actor) async throws -> [Organisation] {
        guard actor.person != nil else { return [] }
        return try await people.organisations.list().filter { VoicesPolicy.speaks(for: $0, about: area, by: actor) }
    }

    /// Announced conversations about an area.
    func conversations(about area: AreaCode) async throws -> [Conversation] {
        Conversation.inOrder(try await conversations.store.announced().filter { $0.touches(area) }, at: people.now())
    }

    /// What can be chosen for one match.
    func choices(in area: AreaCode, owners: [Organisation], from conversation: Conversation?) async throws -> MatchChoices {
        var codingThemes: [CodingTheme] = [], statements: [Statement] = []
        if let id = conversation?.id {
            codingThemes = try await coding.store.book(in: id).themes
            statements = try await votes.freshScene(of: id).statements
        }
        return MatchChoices(
            owners: owners, figures: try await counting.figures(area), themes: counting.themes, conversation: conversation, codingThemes: codingThemes,
            statements: statements)
    }

    // MARK: By theme

    /// How much is known of each theme by counting and by telling: of this area and areas within it. Empty where nothing is told.
    func balance(of scene: MatchScene) async throws -> [ThemeBalance] {
        guard !scene.views.isEmpty || scene.told > 0 else { return [] }
        let area = scene.area, content = try await shelf.newest()
        let figures = try await counting.figures(area), told = content.stories(in: area, counting.themes)
        return counting.themes.map { theme in
            ThemeBalance(theme: theme, figures: figures.count { $0.theme == theme.key }, stories: ShownPeople.told(told[theme.key] ?? 0))
        }
    }

    /// What the pages of an area say of it.
    ///
    /// - Parameter limit: for the page of the area itself, which may be a second old
    func scene(of place: MatchPlace, limit: Int? = nil) async throws -> MatchScene {
        let area = place.area, content = try await limit == nil ? shelf.newest() : shelf.current()
        let now = people.now(), matches = content.matches(in: area)
        let open = Conversation.inOrder(content.conversations.filter { $0.touches(area) && $0.isOpen(at: now) }, at: now)
        return MatchScene(
            place: place, views: try await views(matches.prefix(limit ?? matches.count)),
            contradictions: matches.count { $0.facts.relation == .contradicts && $0.state == .open },
            told: content.stories(in: area), knowers: content.knowers(of: area),
            open: Array(open.prefix(3)))
    }

    /// For the page of an area.
    package var source: AreaPageSource {
        { request in
            let area = request.area.code
            guard area.level >= .municipality else { return AreaPagePart() }
            let scene = try await scene(of: MatchPlace(area: area, name: request.area.name, hasPage: true), limit: 4)
            let content = MatchPanel(scene: scene, language: request.language)
            return AreaPagePart(panels: [.init(anchor: "tellen", title: MatchWords(request.language).title, content: content)])
        }
    }
}

/// An area that pages of this part are about.
struct MatchPlace: Sendable {
    let area: AreaCode
    let name: String
    /// Whether the area has a page of its own.
    let hasPage: Bool
}

/// Everything that is known of an area by counting beside telling.
struct MatchScene: Sendable {
    let place: MatchPlace
    /// Those that are shown.
    let views: [MatchView]
    /// Contradictions that nobody talked over yet, also those that are not shown.
    let contradictions: Int
    /// Published stories, ideas and places, in all.
    let told: Int
    let knowers: [Knower]
    /// Conversations in which one can tell something now.
    let open: [Conversation]

    var area: AreaCode { place.area }
    var areaName: String { place.name }
}
