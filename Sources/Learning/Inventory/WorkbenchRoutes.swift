import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of sorting answers, of the report, and of lists for organisers.
struct WorkbenchRoutes: Sendable {
    let part: InventoryPart

    private typealias Words = CallDeskWords

    var table: [Route] {
        let call = "/organiseren/oproepen/{oproep}"
        return [
            route(.get, call + "/werkbank", "inventory.desk.workbench", Words.both(\.workbench)) { try await show($1) },
            route(.post, call + "/werkbank", "inventory.desk.sort", Words.both(\.place)) { try await sort($1) },
            route(.get, call + "/vraagstukken/{vraagstuk}", "inventory.desk.issue", Words.both(\.issue)) { try await issue($1) },
            route(.post, call + "/vraagstukken/{vraagstuk}", "inventory.desk.issue.change", Words.both(\.describe)) { try await changeIssue($1) },
            route(.get, call + "/inbreng/{inzending}", "inventory.desk.submission", Words.both(\.submission)) { try await submission($0, $1) },
            route(.get, call + "/rapport", "inventory.desk.report", Words.both(\.report)) { try await report($1) },
            route(.get, call + "/mensen", "inventory.desk.people", Words.both(\.people)) { try await people($0, $1) },
            route(.get, call + "/lijsten/{soort}.csv", "inventory.desk.list.file", Words.both(\.lists)) { try await file($1) },
            route(.get, call + "/invoer", "inventory.desk.paper", Words.both(\.paperTitle)) { try await paper($1) },
            Route(
                .post, call + "/invoer", name: "inventory.desk.paper.take-in", access: .organisers, summary: Words.both(\.takeIn), bodyLimit: 2 << 20
            ) { try await takeIn($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary, handler: handler)
    }

    private var store: InventoryStore { part.store }

    // MARK: The workbench

    private func show(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        return page(WorkbenchState(view: view, desk: try await store.workbench(of: view.id), round: round(view, context)), context)
    }

    private func round(_ view: CallView, _ context: WebContext) -> CallRound? {
        context.query["ronde"].flatMap { Int($0) }.flatMap { view.round(number: $0) }
    }

    private func page(_ state: WorkbenchState, _ context: WebContext) -> Answer {
        context.formPage(Words(context.language).workbench, state.form, styles: ["inventory.css"]) { token in
            WorkbenchPage(state: state, token: token, language: context.language)
        }
    }

    private func sort(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), origin = part.people.origin(context)
        var form = context.fields
        let back = Answer.redirect(to: CallDeskRoute.workbench(view.id, round: round(view, context)?.number).address, in: context.language)
        if form["stap"] == "ongedaan" {
            do { try await store.undo(at: view.id, from: origin) } catch is InventoryStore.Fault { throw Problem.notFound }
            return back
        }
        guard let id = form["wat"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        let field = CallDeskForms.name("woorden", id)
        let words = form["stap"] == "merk" ? AnswerForm.text(&form, field, limit: 3000, required: Words.both(\.notInAnswer)) : nil
        let place = CallDeskForms.place(&form, of: id)
        if let place, form.errors.isEmpty {
            do {
                try await put(id, words, place, at: view.id, from: origin)
                return back
            } catch InventoryStore.Fault.notInAnswer {
                form.fail(field, Words.both(\.notInAnswer))
            } catch is InventoryStore.Fault {
                throw Problem.notFound
            }
        }
        let state = WorkbenchState(view: view, desk: try await store.workbench(of: view.id), round: round(view, context), form: form, about: id)
        return page(state, context)
    }

    /// - Parameter words: of an answer, to be marked; nil for a fragment
    private func put(_ id: Identifier, _ words: String?, _ place: CallDeskForms.Place, at call: Identifier, from origin: Origin) async throws {
        guard let words else {
            switch place {
            case .issue(let issue): try await store.take(.attach(fragment: id, issue: issue), at: call, from: origin)
            case .new(let title): try await store.take(.create(title: title, fragments: [id]), at: call, from: origin)
            case .aside(let reason): try await store.take(.aside(fragment: id, reason: reason), at: call, from: origin)
            }
            return
        }
        switch place {
        case .issue(let issue): try await store.take(.mark(entry: id, words: words, issue: issue, new: nil, aside: nil), at: call, from: origin)
        case .new(let title): try await store.take(.mark(entry: id, words: words, issue: nil, new: title, aside: nil), at: call, from: origin)
        case .aside(let reason): try await store.take(.mark(entry: id, words: words, issue: nil, new: nil, aside: reason), at: call, from: origin)
        }
    }

    // MARK: One issue

    private func state(_ context: WebContext) async throws -> IssueDeskState {
        let view = try await part.mine(context), desk = try await store.workbench(of: view.id)
        guard let issue = desk.issue(try context.part("vraagstuk", as: Identifier.self)) else { throw Problem.notFound }
        let facts = CallDeskForms.items(issue.facts)
        return IssueDeskState(
            view: view, desk: desk, issue: issue, terms: try await part.people.terms.all(), facts: facts,
            name: Form(items: [Form.Item("naam", issue.title)]))
    }

    private func page(_ state: IssueDeskState, _ context: WebContext) -> Answer {
        context.formPage(state.issue.title, state.faulty, styles: ["inventory.css"]) { token in
            IssueDeskPage(state: state, token: token, language: context.language)
        }
    }

    private func issue(_ context: WebContext) async throws -> Answer { page(try await state(context), context) }

    private func changeIssue(_ context: WebContext) async throws -> Answer {
        let state = try await state(context)
        do {
            switch context.fields["doe"] {
            case "beschrijf": return try await describe(state, context)
            case "noem": return try await rename(state, context)
            case "splits": return try await split(state, context)
            case "voeg-samen": return try await merge(state, context)
            case "los":
                guard let fragment = context.fields["stuk"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
                try await store.take(.detach(fragment: fragment, issue: state.issue.id), at: state.view.id, from: part.people.origin(context))
                return back(state, state.issue.id, context)
            default: throw Problem.notFound
            }
        } catch is InventoryStore.Fault {
            throw Problem.notFound
        }
    }

    private func back(_ state: IssueDeskState, _ issue: Identifier, _ context: WebContext) -> Answer {
        .redirect(to: CallDeskRoute.issue(state.view.id, issue).address, in: context.language)
    }

    private func describe(_ state: IssueDeskState, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let facts = CallDeskForms.issue(&form, title: state.issue.title, terms: state.terms) else {
            var state = state
            state.facts = form
            return page(state, context)
        }
        try await store.describe(state.issue.id, as: facts, from: part.people.origin(context))
        return back(state, state.issue.id, context)
    }

    private func rename(_ state: IssueDeskState, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let title = AnswerForm.line(&form, "naam", required: Words.both(\.nameEmpty)) else {
            var state = state
            state.name = form
            return page(state, context)
        }
        try await store.take(.rename(issue: state.issue.id, title: title), at: state.view.id, from: part.people.origin(context))
        return back(state, state.issue.id, context)
    }

    private func merge(_ state: IssueDeskState, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let target = form["naar"].flatMap({ Identifier($0) }) else {
            form.fail("naar", Words.both(\.chooseIssue))
            var state = state
            state.split = form
            return page(state, context)
        }
        try await store.take(.merge(issue: state.issue.id, into: target), at: state.view.id, from: part.people.origin(context))
        return back(state, target, context)
    }

    private func split(_ state: IssueDeskState, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        let title = AnswerForm.line(&form, "nieuw", required: Words.both(\.nameEmpty)), pieces = form.all("stukken-weg").compactMap { Identifier($0) }
        if pieces.isEmpty { form.fail("stukken-weg", Words.both(\.splitEmpty)) }
        guard let title, form.errors.isEmpty else {
            var state = state
            state.split = form
            return page(state, context)
        }
        let made = try await store.take(
            .split(issue: state.issue.id, title: title, fragments: pieces), at: state.view.id, from: part.people.origin(context))
        return back(state, made ?? state.issue.id, context)
    }

    // MARK: One answer, and people

    private func submission(_ request: Request, _ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), id = try context.part("inzending", as: Identifier.self)
        guard let submission = try await store.submissions(of: view.id).first(where: { $0.id == id }) else { throw Problem.notFound }
        let desk = try await store.workbench(of: view.id), sees = part.seesNames(view.call, context.actor)
        let name = sees ? try await store.name(of: id) : nil
        try await note([name?.mail], "inventory.desk.submission", request, context)
        return context.page(PageHead(Words(context.language).submission, isListed: false, styles: ["contact.css", "inventory.css"]), cache: .noStore) {
            SubmissionPage(
                view: view, submission: submission, entries: desk.entries.filter { $0.submission.id == id }, name: name, seesNames: sees, desk: desk,
                language: context.language)
        }
    }

    /// Names that are read leave a line, as far as the people are known here.
    private func note(_ mails: [String?], _ name: String, _ request: Request, _ context: WebContext) async throws {
        var read: [Identifier] = []
        for mail in mails.compactMap(\.self) {
            if let address = try? MailAddress(mail), let person = try await part.people.persons.find(address) { read.append(person.id) }
        }
        try await part.people.note(InventoryPart.activity, name, of: read, request, context)
    }

    private func people(_ request: Request, _ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), joins = try await store.joins(of: view.id), tips = try await store.tips(of: view.id)
        try await note(joins.map(\.mail) + tips.map(\.mail), "inventory.desk.people", request, context)
        return context.page(PageHead(Words(context.language).people, isListed: false), cache: .noStore) {
            CallPeoplePage(view: view, joins: joins, tips: tips, language: context.language)
        }
    }

    // MARK: The report and the lists

    private func report(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), submissions = try await store.submissions(of: view.id), desk = try await store.workbench(of: view.id)
        let sources = try await store.sources(of: view.id), terms = try await part.people.terms.all(withRetired: true)
        let state = DemandState(
            view: view, report: DemandReport(submissions: submissions, sources: sources, desk: desk), desk: desk, terms: IssueTerms(terms))
        return context.page(PageHead(Words(context.language).report, isListed: false, styles: ["inventory.css"]), cache: .noStore) {
            DemandPage(state: state, language: context.language)
        }
    }

    /// One of the three lists (INV-03). Names stand in none of them.
    private func file(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        guard let kind = AnswerEntry.Kind(rawValue: try context.part("soort")) else { throw Problem.notFound }
        let entries = try await store.workbench(of: view.id).entries.filter { $0.content.kind == kind }
        let bytes = AnswerLists.bytes(kind, entries, of: view)
        return Answer(bytes, as: .csv, cache: .noStore).asDownload(named: "\(kind.rawValue)-\(view.id).csv")
    }

    // MARK: Paper

    private func paper(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        return page(PaperState(view: view, taken: context.query["opgenomen"].flatMap { Int($0) }), context)
    }

    private func page(_ state: PaperState, _ context: WebContext) -> Answer {
        context.formPage(Words(context.language).paperTitle, state.form, styles: ["inventory.css"]) { token in
            PaperPage(state: state, token: token, now: part.people.now(), language: context.language)
        }
    }

    private func takeIn(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), origin = part.people.origin(context)
        var state = PaperState(view: view)
        state.form = context.fields
        let round = state.form["ronde"].flatMap { Identifier($0) }.flatMap { view.round($0) }
        if round == nil { state.form.fail("ronde", Words.both(\.roundEmpty)) }
        let rows = AnswerSheet.rows(state.form["regels"] ?? "")
        if rows.count < 2 { state.form.fail("regels", Words.both(\.rowsEmpty)) }
        guard let round, state.form.errors.isEmpty else { return page(state, context) }
        do {
            let found = try PaperImport(view: view, places: try await part.places()).read(rows)
            let taken = try await store.takeIn(found, round: round.id, batch: PaperImport.batch(rows, round: round.id), from: origin)
            return .redirect(to: CallDeskRoute.paper(view.id).address.with(.init("opgenomen", String(taken))), in: context.language)
        } catch let refused as ImportRefused {
            state.faults = refused.diagnostics
            state.form.fail("regels", Words.both(\.faultsTitle))
        } catch InventoryStore.Fault.unknown {
            state.form.fail("ronde", Words.both(\.roundEmpty))
        }
        return page(state, context)
    }
}
