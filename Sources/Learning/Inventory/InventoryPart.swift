import Areas
import Core
import People
import SQL
import Web

/// Calls, rounds, answers without an account, the desk of the facilitator, and what is published of it. The table of contents of the part.
package struct InventoryPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: InventoryStore
    /// What became of issues.
    let agenda: AgendaStore

    /// What names of answers are read for, in the register of processing.
    static let activity = ProcessingActivity.inventory

    package static let migrations = InventoryMigrations.all

    package init(areas: Areas.Slice, people: People.Slice) {
        self.areas = areas
        self.people = people
        store = InventoryStore(people)
        agenda = AgendaStore(people.database, journal: people.journal)
    }

    package var routes: [Route] {
        CallRoutes(part: self).table + AnswerRoutes(part: self).table + JoinRoutes(part: self).table + CallDeskRoutes(part: self).table
            + WorkbenchRoutes(part: self).table
    }

    package var searchSources: [SearchSource] { [searchSource] }

    package var linkSources: [LinkSource] { [linkSource] }

    /// The municipalities that someone can choose: of the newest borders, else those that are organisations here.
    func places() async throws -> [AnswerPlace] {
        let gazetteer = try await areas.gazetteer.current()
        if let map = gazetteer.latestYear.flatMap({ gazetteer.map(of: $0) }) {
            let found = map.areas(of: .municipality).map { AnswerPlace(code: $0.code, name: $0.name) }
            if !found.isEmpty { return found.sorted { $0.name < $1.name } }
        }
        return try await people.organisations.list(kind: .municipality).compactMap { organisation in
            organisation.area.map { AnswerPlace(code: $0, name: organisation.name) }
        }
        .sorted { $0.name < $1.name }
    }

    /// The call of the path as everyone may see it: one of which a round was made ready.
    func publicCall(_ context: WebContext) async throws -> CallView {
        guard let view = try await store.find(try context.part("oproep", as: Identifier.self)), view.isPublic else { throw Problem.notFound }
        return view
    }

    func outline(_ view: CallView) async throws -> ProgrammeOutline {
        guard let outline = try await people.programmes.outline(view.call.programme) else { throw Problem.notFound }
        return outline
    }
}
