import Areas
import Core
import People
import SQL
import Web

/// Learning agendas of programmes and parts: proposals, support, the order of the owners, versions and the theme calendar.
package struct AgendaPart: Sendable {
    let people: People.Slice
    let inventory: InventoryPart
    let meetings: MeetingPart
    package let store: AgendaStore

    package static let migrations = AgendaMigrations.all

    package init(people: People.Slice, inventory: InventoryPart, meetings: MeetingPart) {
        self.people = people
        self.inventory = inventory
        self.meetings = meetings
        store = AgendaStore(people.database, journal: people.journal)
    }

    package var routes: [Route] { AgendaRoutes(part: self).table + AgendaVoiceRoutes(part: self).table + AgendaDeskRoutes(part: self).table }

    /// Whether a part can have an agenda: a series only holds meetings.
    static func takes(_ part: ProgrammePart) -> Bool { part.kind != .series }

    /// Tells who waits for an issue that it is on an agenda now (INV-10). May run on every node at any time.
    ///
    /// - Returns: how many were told
    @discardableResult
    package func tellFollowers(from origin: Origin) async throws -> Int {
        var count = 0
        for (followed, now) in try await inventory.store.followedIssues() {
            guard try await !store.items(from: now).isEmpty, let issue = try await inventory.store.issue(now) else { continue }
            count += try await inventory.store.tellFollowers(of: followed, onAgendaAs: issue, from: origin)
        }
        return count
    }

    // MARK: What its routes share

    /// The agenda of the path; empty where nobody began it.
    func scene(_ context: WebContext) async throws -> AgendaScene {
        let id = try context.part("agenda", as: Identifier.self)
        guard let scene = try await scene(id) else { throw Problem.notFound }
        return scene
    }

    /// - Returns: nil where no programme or part has this id
    func scene(_ id: Identifier) async throws -> AgendaScene? {
        var outline = try await people.programmes.outline(id), part: ProgrammePart?
        if outline == nil {
            outline = try await people.programmes.outlines().first { $0.part(id) != nil }
            part = outline?.part(id)
        }
        guard let outline, part.map(Self.takes) ?? true else { return nil }
        let agenda = try await store.agenda(AgendaPlace(programme: outline.programme.id, part: part?.id))
        let terms = Dictionary(try await people.terms.all(withRetired: true).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let named = agenda.items.flatMap { item in
            item.supports.map(\.organisation) + item.objections.map(\.organisation) + [item.facts.ownerOrganisation, item.proposer].compactMap(\.self)
        }
        let wanted = Set(agenda.items.flatMap(\.issues))
        let issues = wanted.isEmpty ? [] : try await inventory.publishedIssues().filter { wanted.contains($0.issue.id) }
        return AgendaScene(
            agenda: agenda, outline: outline, terms: terms, organisations: try await people.organisations.names(of: named),
            issues: Dictionary(issues.map { ($0.issue.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The item of the path in its agenda, for who may see it.
    func item(_ context: WebContext) async throws -> (AgendaScene, AgendaItem) {
        let scene = try await scene(context)
        guard let item = scene.item(try context.part("punt", as: Identifier.self)) else { throw Problem.notFound }
        try AgendaPolicy.see(item, by: context.actor).orProblem()
        return (scene, item)
    }

    func decision(_ scene: AgendaScene, _ actor: Actor) -> Decision {
        AgendaPolicy.organise(scene.agenda.place, line: scene.outline.line(to: scene.agenda.place.part), by: actor)
    }

    /// - Parameter item: whose labels stay to be chosen, also where they are no longer in use
    func choices(_ item: AgendaItem? = nil) async throws -> AgendaForm.Choices {
        let terms = try await people.terms.all(withRetired: true).filter { term in
            term.retiredAt == nil || item?.facts.theme == term.key || item?.facts.domains.contains(term.key) ?? false
        }
        let organisations = try await people.organisations.list(withEnded: true).filter { $0.endedAt == nil || item?.facts.ownerOrganisation == $0.id }
        var issues = try await inventory.publishedIssues().map { Choice($0.issue.id.description, Localized($0.issue.title)) }
        // One that is no longer published stays with its item until someone takes it off.
        for issue in item?.issues ?? [] where !issues.contains(where: { $0.value == issue.description }) {
            if let known = try await inventory.store.issue(issue) { issues.append(Choice(issue.description, Localized(known.title))) }
        }
        let themes = terms.filter { $0.vocabulary == .theme }
        return AgendaForm.Choices(
            themes: MeetingChoices(programmes: [], terms: terms).choices(of: themes, .nl),
            domains: terms.filter { $0.vocabulary == .domain }.map { Choice($0.key, $0.name) },
            organisations: organisations.map { Choice($0.id.description, Localized($0.name)) }, issues: issues)
    }

    /// The organisations that can agree to a version: those behind the programme and the agenda, and who proposed, supports or leads an item. By name.
    func owners(_ scene: AgendaScene) async throws -> [Choice] {
        let line: [Identifier?] = [nil] + scene.outline.line(to: scene.agenda.place.part).map { $0 }
        let involved = scene.outline.involvements.filter { line.contains($0.part) }.map(\.organisation)
        let own = scene.agenda.items.flatMap { item in item.supports.map(\.organisation) + [item.facts.ownerOrganisation, item.proposer].compactMap(\.self) }
        let names = try await people.organisations.names(of: involved + own + [scene.outline.programme.facts.owner].compactMap(\.self))
        return names.sorted { ($0.value.lowercased(), $0.key) < ($1.value.lowercased(), $1.key) }.map { Choice($0.key.description, Localized($0.value)) }
    }

    /// How many meetings about the theme of an item stand on its page.
    private static let mostMeetings = 5

    /// Coming meetings of the programme about the theme of an item.
    func meetings(about item: AgendaItem, _ scene: AgendaScene) async throws -> [MeetingLine] {
        guard let theme = item.facts.theme else { return [] }
        let filter = MeetingFilter(theme: theme, programme: scene.outline.programme.id)
        let found = try await meetings.fitting(filter, outlines: [scene.outline])
        return try await meetings.lines(Array(found.prefix(Self.mostMeetings)), outlines: [scene.outline])
    }
}
