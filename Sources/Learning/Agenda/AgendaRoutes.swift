import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import OpenAPI
import People
import Web

/// Handlers of agendas as everyone reads them.
struct AgendaRoutes: Sendable {
    let part: AgendaPart

    private typealias Words = AgendaWords

    static let styles = ["learning.css"]

    var table: [Route] {
        let place = "/leeragenda/{agenda}"
        return [
            Route(.get, "/leeragenda", name: "agenda.list", readsSession: true, summary: Words.both(\.all)) { try await list($1) },
            Route(.get, place, name: "agenda.agenda", readsSession: true, summary: Words.both(\.title)) { try await show($1) },
            Route(.get, place + "/versies/{nummer}", name: "agenda.version", summary: Words.both(\.versions)) { try await version($1) },
            Route(.get, place + "/kalender", name: "agenda.calendar", summary: Words.both(\.calendar)) { try await calendar($1) },
        ]
            + AgendaRoute.CalendarFile.allCases.map { file in
                Route(.get, place + "/" + file.rawValue, name: "agenda." + file.rawValue, summary: Words.both { $0.file(file) }) {
                    try await self.file(file, $1)
                }
            }
    }

    private func list(_ context: WebContext) async throws -> Answer {
        var lines: [AgendaListPage.Line] = []
        let outlines = try await part.people.programmes.outlines()
        for place in try await part.store.places() {
            let agenda = try await part.store.agenda(place), outline = outlines.first { $0.programme.id == place.programme }
            guard let outline, agenda.items.contains(where: \.isPublic) else { continue }
            let name = place.part.flatMap { outline.part($0)?.name } ?? outline.programme.name
            lines.append(AgendaListPage.Line(id: place.id, name: name, items: agenda.living))
        }
        let there = Set(lines.map(\.id)), starts = Self.starts(outlines, context.actor).filter { start in !there.contains { $0.description == start.value } }
        let words = Words(context.language), head = PageHead(words.all, description: words.listLead, styles: Self.styles)
        return context.page(head, cache: context.actor.person == nil ? .personal : .noStore) {
            AgendaListPage(lines: lines, starts: starts, language: context.language)
        }
    }

    /// Where someone may begin an agenda.
    private static func starts(_ outlines: [ProgrammeOutline], _ actor: Actor) -> [Choice] {
        outlines.filter { $0.programme.endedAt == nil }.flatMap { outline -> [Choice] in
            let mine = OrganisedPlaces(outline, actor)
            let whole = mine.holds(nil) ? [Choice(outline.programme.id.description, Localized(outline.programme.name))] : []
            return whole
                + outline.parts.filter { AgendaPart.takes($0) && $0.endedAt == nil && mine.holds($0.id) }
                .map { Choice($0.id.description, Localized($0.name)) }
        }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        guard case .agenda(_, let filter)? = AgendaRoute(context.address) else { throw Problem.notFound }
        let scene = try await part.scene(context), versions = try await part.store.versions(of: scene.id), actor = context.actor
        let domains = try await part.people.terms.all().filter { $0.vocabulary == .domain }.map { Choice($0.key, $0.name) }
        let words = Words(context.language)
        let head = PageHead(words.title(scene.name), description: words.lead, isListed: filter == AgendaFilter(), styles: Self.styles)
        return context.page(head, cache: actor.person == nil ? .personal : .noStore) {
            AgendaPage(
                scene: scene, filter: filter, domains: domains, versions: versions, isSignedIn: actor.person != nil,
                mayOrganise: part.decision(scene, actor).isAllowed, language: context.language)
        }
    }

    private func version(_ context: WebContext) async throws -> Answer {
        guard case .version(_, let number)? = AgendaRoute(context.address) else { throw Problem.notFound }
        let scene = try await part.scene(context), versions = try await part.store.versions(of: scene.id)
        guard let version = versions.first(where: { $0.number == number }) else { throw Problem.notFound }
        let head = PageHead(Words(context.language).version(number) + ", " + scene.name, styles: Self.styles)
        return context.page(head) {
            AgendaVersionPage(version: version, before: versions.first { $0.number == number - 1 }, scene: scene, language: context.language)
        }
    }

    private func calendar(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), words = Words(context.language)
        return context.page(PageHead("\(words.calendar), \(scene.name)", description: words.calendarLead, styles: Self.styles)) {
            AgendaCalendarPage(scene: scene, language: context.language)
        }
    }

    private func file(_ file: AgendaRoute.CalendarFile, _ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context), document = AgendaDocument(scene: scene)
        switch file {
        case .calendar:
            let events = document.events(in: context.language, origin: part.people.installation.origin)
            let name = "\(Words(context.language).calendar), \(scene.name)"
            return Answer(CalendarFile(feed: .init(name: name), events: events).bytes, as: .calendar, cache: .shared(maxAge: 300))
        case .csv: return Answer(document.csv, as: .csv, cache: .shared(maxAge: 60)).asDownload(named: "\(Slug(of: scene.name))-\(file.rawValue)")
        case .json:
            return Answer(document.calendarNode.bytes, as: .json, cache: .shared(maxAge: 60)).asDownload(named: "\(Slug(of: scene.name))-\(file.rawValue)")
        }
    }
}
