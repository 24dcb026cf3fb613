import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of organising: adding, changing and the steps of a meeting. By who organises its programme or part, and administrators.
struct MeetingEditRoutes: Sendable {
    let part: MeetingPart

    private typealias Words = MeetingEditWords

    var table: [Route] {
        let place = "/bijeenkomsten/{bijeenkomst}"
        return [
            route(.get, "/organiseren", "meetings.organising", Words.both(\.organising)) { try await organising($1) },
            route(.get, "/organiseren/nieuw", "meetings.new", Words.both(\.new)) { try await showNew($1) },
            route(.post, "/organiseren/nieuw", "meetings.add", Words.both(\.add)) { try await add($1) },
            route(.get, place + "/bewerken", "meetings.edit", Words.both(\.about)) { try await show($1) },
            route(.post, place + "/bewerken", "meetings.change", Words.both(\.save)) { try await change($1) },
            route(.post, place + "/stappen", "meetings.step", Words.both(\.steps)) { try await step($1) },
            route(.post, place + "/vervolg", "meetings.copy", Words.both(\.copy)) { try await copy($1) },
            route(.post, place + "/weg", "meetings.remove", Words.both(\.remove)) { try await remove($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary, handler: handler)
    }

    // MARK: What someone organises

    private func organising(_ context: WebContext) async throws -> Answer {
        let actor = context.actor, now = part.now
        let outlines = try await part.people.programmes.outlines().filter { outline in
            outline.programme.endedAt == nil && !OrganisedPlaces(outline, actor).isEmpty
        }
        var groups: [OrganisedProgramme] = []
        for outline in outlines {
            let mine = OrganisedPlaces(outline, actor)
            let meetings = try await part.store.list(MeetingFilter(when: .all, programme: outline.programme.id), withDrafts: true, at: now)
            let lines = try await part.lines(meetings.filter { mine.holds($0.part) }, outlines: [outline])
            groups.append(OrganisedProgramme(outline: outline, lines: lines, isWhole: mine.whole))
        }
        return context.page(PageHead(Words(context.language).organising, isListed: false, styles: MeetingRoutes.styles), cache: .noStore) {
            OrganisingPage(groups: groups, taking: part.taking, now: now, language: context.language)
        }
    }

    // MARK: A new one

    private func organised(_ context: WebContext) async throws -> ProgrammeOutline {
        guard case .new(let programme?, _)? = MeetingRoute(context.address), let outline = try await part.people.programmes.outline(programme),
            outline.programme.endedAt == nil, !OrganisedPlaces(outline, context.actor).isEmpty
        else { throw Problem.notFound }
        return outline
    }

    private func showNew(_ context: WebContext) async throws -> Answer {
        guard case .new(let programme, let series)? = MeetingRoute(context.address) else { throw Problem.notFound }
        // Without a programme there is nothing to choose from: that page has them all.
        guard programme != nil else { return .redirect(to: MeetingRoute.organising.address, in: context.language) }
        let outline = try await organised(context)
        let form = Form(items: MeetingForm.empty.items + (series.map { [.init("reeks", $0.description)] } ?? []))
        return try await new(outline, form, context)
    }

    private func new(_ outline: ProgrammeOutline, _ form: Form, _ context: WebContext) async throws -> Answer {
        let choices = MeetingEditChoices(outline: outline, terms: try await part.people.terms.all())
        return context.formPage(Words(context.language).new, form, styles: MeetingRoutes.styles) { token in
            MeetingNewPage(outline: outline, choices: choices, form: form, token: token, language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let outline = try await organised(context)
        var form = context.fields
        if let sent = MeetingForm.read(&form, parts: Set(outline.parts.map(\.id))) {
            if OrganisedPlaces(outline, context.actor).holds(sent.facts.part) {
                do {
                    let meeting = try await part.store.add(
                        sent.facts, to: outline.programme.id, terms: sent.terms, from: part.people.origin(context))
                    return .redirect(to: MeetingRoute.programme(meeting.id).address, in: context.language)
                } catch let fault as MeetingStore.Fault {
                    try MeetingForm.fail(fault, &form)
                }
            } else {
                form.fail("reeks", Words.both(\.belongsEmpty))
            }
        }
        return try await new(outline, form, context)
    }

    // MARK: Changing

    private func show(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.mine(context)
        return try await page(meeting, outline, try await form(meeting), Form(items: []), context)
    }

    private func form(_ meeting: Meeting) async throws -> Form {
        MeetingForm.items(meeting.facts, terms: try await part.people.terms.labels(of: MeetingStore.thing(meeting.id)).map(\.key))
    }

    private func page(_ meeting: Meeting, _ outline: ProgrammeOutline, _ form: Form, _ stepForm: Form, _ context: WebContext) async throws -> Answer {
        let worn = Set(try await part.people.terms.labels(of: MeetingStore.thing(meeting.id)).map(\.key))
        // A label out of use can stay where it is.
        let terms = try await part.people.terms.all(withRetired: true).filter { $0.retiredAt == nil || worn.contains($0.key) }
        let choices = MeetingEditChoices(outline: outline, terms: terms), hasItems = try await !part.store.items(of: meeting.id).isEmpty
        let faulty = form.errors.isEmpty ? stepForm : form
        return context.formPage(Words(context.language).editTitle(meeting.facts.title), faulty, styles: MeetingRoutes.styles) { token in
            MeetingEditPage(
                meeting: meeting, choices: choices, form: form, stepForm: stepForm, hasItems: hasItems, list: part.taking.list(meeting.id), now: part.now,
                token: token, language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.mine(context)
        var form = context.fields
        if let sent = MeetingForm.read(&form, parts: Set(outline.parts.map(\.id))) {
            do {
                try await part.store.change(
                    meeting.id, to: sent.facts, terms: sent.terms, reason: sent.reason, from: part.people.origin(context))
                return back(meeting.id, context)
            } catch let fault as MeetingStore.Fault {
                try MeetingForm.fail(fault, &form)
            }
        }
        return try await page(meeting, outline, form, Form(items: []), context)
    }

    private func back(_ meeting: Identifier, _ context: WebContext) -> Answer {
        .redirect(to: MeetingRoute.edit(meeting).address, in: context.language)
    }

    // MARK: Steps

    private func step(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.mine(context)
        let origin = part.people.origin(context), store = part.store
        var form = context.fields
        do {
            switch form.choice("stap", of: MeetingStep.Kind.self) {
            case .announced: try await store.announce(meeting.id, from: origin)
            case .definitive: try await store.makeDefinitive(meeting.id, from: origin)
            case .held: try await store.markHeld(meeting.id, from: origin)
            case .cancelled:
                guard let reason = form.text("afgelast", limit: 1000, required: Words.both(\.cancelEmpty)) else {
                    return try await page(meeting, outline, try await self.form(meeting), form, context)
                }
                try await store.cancel(meeting.id, because: reason, from: origin)
            case .draft, .moved, .lookedBack, nil: throw Problem.notFound
            }
        } catch MeetingStore.Fault.facts {
            form.fail("afgelast", Words.both(\.textLong))
            return try await page(meeting, outline, try await self.form(meeting), form, context)
        } catch let fault as MeetingStore.Fault {
            throw fault == .unknown ? Problem.notFound : Problem.conflict(Words.both(\.notNow))
        }
        return back(meeting.id, context)
    }

    private func copy(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.mine(context)
        var form = context.fields
        guard let start = MeetingForm.moment(&form, day: "volgende-dag", clock: "volgende-begin", isRequired: true) else {
            return try await page(meeting, outline, try await self.form(meeting), form, context)
        }
        let terms = try await part.people.terms.labels(of: MeetingStore.thing(meeting.id)).filter { $0.retiredAt == nil }.map(\.key)
        do {
            let next = try await part.store.copy(meeting.id, startingAt: start, terms: Set(terms), from: part.people.origin(context))
            return back(next.id, context)
        } catch let fault as MeetingStore.Fault {
            throw fault == .unknown ? Problem.notFound : Problem.conflict(Words.both(\.goneMeanwhile))
        }
    }

    private func remove(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.mine(context)
        let origin = part.people.origin(context), items = try await part.store.items(of: meeting.id)
        do {
            try await part.store.removeDraft(meeting.id, from: origin)
            for item in items { try await MeetingSlideRoutes(part: part).removeAll(of: item.id, from: origin) }
        } catch let fault as MeetingStore.Fault {
            throw fault == .unknown ? Problem.notFound : Problem.conflict(Words.both(\.notNow))
        }
        return .redirect(to: MeetingRoute.organising.address, in: context.language)
    }
}

/// Where in a programme someone organises.
struct OrganisedPlaces: Sendable {
    let whole: Bool
    private let parts: Set<Identifier>

    init(_ outline: ProgrammeOutline, _ actor: Actor) {
        let id = outline.programme.id
        whole = MeetingPolicy.organise(programme: id, line: [], by: actor).isAllowed
        parts = Set(outline.parts.map(\.id).filter { MeetingPolicy.organise(programme: id, line: outline.line(to: $0), by: actor).isAllowed })
    }

    var isEmpty: Bool { !whole && parts.isEmpty }

    func holds(_ part: Identifier?) -> Bool { whole || part.map(parts.contains) ?? false }
}
