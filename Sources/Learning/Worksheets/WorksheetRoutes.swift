import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of the worksheets of a meeting: looking, and making them.
struct WorksheetRoutes: Sendable {
    let part: WorksheetPart

    private typealias Words = WorksheetWords

    var table: [Route] {
        let all = "/bijeenkomsten/{bijeenkomst}/werkbladen", one = all + "/{werkblad}"
        return [
            Route(.get, all, name: "worksheets.list", readsSession: true, summary: Words.both(\.list)) { try await list($1) },
            Route(.get, one, name: "worksheets.one", readsSession: true, summary: Words.both(\.look)) { try await show($0, $1) },
            organising(.get, all + "/nieuw", "worksheets.new", Words.both(\.add)) { try await new($0, Form(items: []), $1) },
            organising(.post, all + "/nieuw", "worksheets.add", Words.both(\.add)) { try await add($0, $1) },
            organising(.post, all + "/overnemen", "worksheets.copy", Words.both(\.copy)) { try await copy($0, $1) },
            organising(.get, one + "/bewerken", "worksheets.edit", Words.both(\.edit)) { try await edit($0, nil, $1) },
            organising(.post, one + "/bewerken", "worksheets.change", Words.both(\.save)) { try await change($0, $1) },
            organising(.post, one + "/weg", "worksheets.remove", Words.both(\.remove)) { try await remove($0, $1) },
        ]
    }

    private func organising(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized,
        _ handler: @escaping @Sendable (Meeting, WebContext) async throws -> Answer
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary) { _, context in
            try await handler(part.meetings.mine(context).meeting, context)
        }
    }

    // MARK: Looking

    private func list(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.meetings.meeting(context)
        let mayEdit = MeetingPolicy.organise(programme: meeting.programme, line: outline.line(to: meeting.part), by: context.actor).isAllowed
        let worksheets = try await part.store.worksheets(of: meeting.id)
        return context.page(PageHead(Words(context.language).listOf(meeting.facts.title), isListed: false), cache: .noStore) {
            WorksheetListPage(
                title: Words(context.language).listOf(meeting.facts.title), worksheets: worksheets, target: { .one(meeting.id, $0.id) },
                back: MeetingRoute.meeting(meeting.id).address, backWords: Words(context.language).toMeeting,
                adding: mayEdit ? .new(meeting.id) : nil, language: context.language)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.meetings.meeting(context), worksheet = try await part.worksheet(of: meeting.id, context)
        let line = outline.line(to: meeting.part), person = try await part.person(context)
        let isFacilitator = WorksheetPolicy.facilitate(programme: meeting.programme, line: line, by: context.actor).isAllowed
        var isOfCircle = false, filling: PageAddress?
        if let person {
            isOfCircle = try await part.store.isOfCircle(meeting, person: person.id, tag: part.registration.store.tag(person.mail))
            filling = try await part.owner(of: worksheet, person: person).map { _ in WorksheetRoute.mine(meeting.id, worksheet.id).address }
        }
        let reader = WorksheetReader(isFacilitator: isFacilitator, isOfCircle: isOfCircle)
        let shared = try await part.store.shared(worksheet.id, reader.readable)
        // Of the circle everyone reads what its members chose to give them; who has a role there reads it by that role.
        let read = isFacilitator ? shared.filter { $0.sharing != .everyone } : []
        try await part.people.note(.meetings, "worksheets.shared", of: read.map { $0.person ?? $0.registration }, request, context)
        let sight = WorksheetPage.Sight(
            worksheet: worksheet, item: try await item(of: worksheet), shared: shared, filling: filling, isSignedIn: person != nil,
            mayEdit: MeetingPolicy.organise(programme: meeting.programme, line: line, by: context.actor).isAllowed)
        return context.page(PageHead(worksheet.facts.title, isListed: false), cache: .noStore) {
            WorksheetPage(sight: sight, address: context.address, language: context.language)
        }
    }

    private func item(of worksheet: Worksheet) async throws -> String? {
        guard let item = worksheet.facts.item else { return nil }
        return try await part.meetings.store.items(of: worksheet.meeting).first { $0.id == item }?.facts.title
    }

    // MARK: Making

    private func applications(_ meeting: Meeting) async throws -> [ProgrammeItem] {
        try await part.meetings.store.items(of: meeting.id).filter { $0.facts.kind == .application }
    }

    private func new(_ meeting: Meeting, _ form: Form, _ context: WebContext) async throws -> Answer {
        let sight = WorksheetEditPage.Sight(
            meeting: meeting, worksheet: nil, isUsed: false, items: try await applications(meeting), others: try await part.store.toCopy(for: meeting),
            form: form)
        return context.formPage(Words(context.language).add, form) { WorksheetEditPage(sight: sight, token: $0, language: context.language) }
    }

    private func add(_ meeting: Meeting, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let facts = WorksheetForm.facts(&form, items: try await applications(meeting)) else { return try await new(meeting, form, context) }
        do {
            let made = try await part.store.add(facts, to: meeting.id, from: part.people.origin(context))
            return .redirect(to: WorksheetRoute.one(meeting.id, made.id).address, in: context.language)
        } catch WorksheetStore.Fault.item {
            form.fail("deel", Words.both(\.itemFault))
            return try await new(meeting, form, context)
        }
    }

    private func copy(_ meeting: Meeting, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let wanted = form["werkblad"].flatMap { Identifier($0) }
        guard let source = try await part.store.toCopy(for: meeting).first(where: { $0.id == wanted }) else {
            form.fail("werkblad", Words.both(\.copyFault))
            return try await new(meeting, form, context)
        }
        var facts = source.facts
        facts.item = nil
        let made = try await part.store.add(facts, to: meeting.id, copiedFrom: source.id, from: part.people.origin(context))
        return .redirect(to: WorksheetRoute.edit(meeting.id, made.id).address, in: context.language)
    }

    /// - Parameter form: what was sent; nil to begin with what is kept
    private func edit(_ meeting: Meeting, _ form: Form?, _ context: WebContext) async throws -> Answer {
        let worksheet = try await part.worksheet(of: meeting.id, context), form = form ?? WorksheetForm.items(worksheet.facts)
        let sight = WorksheetEditPage.Sight(
            meeting: meeting, worksheet: worksheet, isUsed: try await part.store.isUsed(worksheet.id), items: try await applications(meeting), others: [],
            form: form)
        return context.formPage(Words(context.language).edit, form) { WorksheetEditPage(sight: sight, token: $0, language: context.language) }
    }

    private func change(_ meeting: Meeting, _ context: WebContext) async throws -> Answer {
        let worksheet = try await part.worksheet(of: meeting.id, context)
        var form = context.fields
        guard let facts = WorksheetForm.facts(&form, items: try await applications(meeting)) else { return try await edit(meeting, form, context) }
        do {
            try await part.store.change(worksheet.id, to: facts, from: part.people.origin(context))
        } catch let fault as WorksheetStore.Fault {
            switch fault {
            case .inUse: form.fail(WorksheetForm.question(1), Words.both(\.inUse))
            case .item: form.fail("deel", Words.both(\.itemFault))
            default: throw Problem.notFound
            }
            return try await edit(meeting, form, context)
        }
        return .redirect(to: WorksheetRoute.one(meeting.id, worksheet.id).address, in: context.language)
    }

    private func remove(_ meeting: Meeting, _ context: WebContext) async throws -> Answer {
        let worksheet = try await part.worksheet(of: meeting.id, context)
        do { try await part.store.remove(worksheet.id, from: part.people.origin(context)) } catch let fault as WorksheetStore.Fault {
            throw fault == .inUse ? Problem.conflict(Words.both(\.inUse)) : Problem.notFound
        }
        return .redirect(to: WorksheetRoute.list(meeting.id).address, in: context.language)
    }
}
