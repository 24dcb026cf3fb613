import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of organising a call: what it says, its questions, rounds and channels.
struct CallDeskRoutes: Sendable {
    let part: InventoryPart

    private typealias Words = CallDeskWords

    var table: [Route] {
        let call = "/organiseren/oproepen/{oproep}"
        return [
            route(.get, "/organiseren/oproepen", "inventory.desk.list", Words.both(\.title)) { try await list(CallDeskForms.empty, $1) },
            route(.post, "/organiseren/oproepen", "inventory.desk.add", Words.both(\.add)) { try await add($1) },
            route(.get, call, "inventory.desk.call", Words.both(\.about)) { try await show($1) },
            route(.post, call, "inventory.desk.change", Words.both(\.save)) { try await change($1) },
            route(.post, call + "/vragen", "inventory.desk.questions", Words.both(\.questions)) { try await questions($1) },
            route(.post, call + "/rondes", "inventory.desk.round.add", Words.both(\.addRound)) { try await addRound($1) },
            route(.post, call + "/rondes/{ronde}", "inventory.desk.round.step", Words.both(\.makeReady)) { try await step($1) },
            route(.post, call + "/kanalen", "inventory.desk.channel.add", Words.both(\.addChannel)) { try await addChannel($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary, handler: handler)
    }

    private var store: InventoryStore { part.store }

    private func back(_ view: CallView, _ place: String, _ context: WebContext) -> Answer {
        .redirect(to: CallDeskRoute.call(view.id).address.at(place), in: context.language)
    }

    // MARK: The list

    private func list(_ form: Form, _ context: WebContext) async throws -> Answer {
        let views = try await store.list().filter { part.organises($0.call, context.actor) }
        let places = try await places(context).map { Choice($0.value, Localized($0.name)) }, now = part.people.now()
        return context.formPage(Words(context.language).title, form, styles: ["inventory.css"]) { token in
            CallDeskListPage(views: views, places: places, form: form, token: token, now: now, language: context.language)
        }
    }

    /// Programmes, networks and series where this actor organises.
    private func places(_ context: WebContext) async throws -> [(value: String, name: String)] {
        try await part.people.programmes.outlines().filter { $0.programme.endedAt == nil }.flatMap { outline -> [(value: String, name: String)] in
            let programme = outline.programme
            let whole = LearningPolicy.organise(programme: programme.id, part: nil, by: context.actor).isAllowed
            let parts = outline.parts.filter { part in
                part.endedAt == nil && LearningPolicy.organise(programme: programme.id, part: part.id, by: context.actor).isAllowed
            }
            return (whole ? [(programme.id.description, programme.name)] : [])
                + parts.map { ("\(programme.id) \($0.id)", "\(programme.name): \($0.name)") }
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let facts = CallDeskForms.facts(&form), wanted = form["programma"] ?? ""
        guard try await places(context).contains(where: { $0.value == wanted }) else {
            form.fail("programma", Words.both(\.programmeEmpty))
            return try await list(form, context)
        }
        let ids = wanted.split(separator: " ").compactMap { Identifier(String($0)) }
        guard let facts, let programme = ids.first else { return try await list(form, context) }
        let call = try await store.add(facts, programme: programme, part: ids.count > 1 ? ids[1] : nil, from: part.people.origin(context))
        return .redirect(to: CallDeskRoute.call(call.id).address, in: context.language)
    }

    // MARK: One call

    private func state(_ view: CallView) async throws -> CallDeskState {
        CallDeskState(
            view: view, counts: try await store.handedIn(of: view.id), sets: try await store.sets(), facts: CallDeskForms.items(view),
            origin: part.people.installation.origin)
    }

    private func page(_ state: CallDeskState, _ context: WebContext) -> Answer {
        let now = part.people.now()
        return context.formPage(state.view.facts.title, state.faulty, styles: ["inventory.css"]) { token in
            CallDeskPage(state: state, token: token, now: now, language: context.language)
        }
    }

    private func show(_ context: WebContext) async throws -> Answer { page(try await state(try await part.mine(context)), context) }

    private func change(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context), isFixed = view.call.promisedAt != nil
        var form = context.fields
        if isFixed {
            // What is fixed is not in the form; it stays as it is.
            let fixed = CallDeskForms.items(view).items.filter { item in !["titel", "doel", "wie"].contains(item.name) }
            form = Form(items: form.items.filter { ["titel", "doel", "wie"].contains($0.name) } + fixed)
        }
        let questions = CallDeskForms.questions(&form)
        guard let facts = CallDeskForms.facts(&form) else {
            var state = try await state(view)
            state.facts = form
            return page(state, context)
        }
        do {
            try await store.change(view.id, to: facts, questions: questions, from: part.people.origin(context))
        } catch InventoryStore.Fault.promised {
            throw Problem.conflict(Words.both(\.fixed))
        }
        return back(view, "over", context)
    }

    private func questions(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        var form = context.fields
        if form["doe"] == "gebruik" {
            let set = try await store.sets().first { $0.id.description == form["set"] }
            do {
                try await store.change(view.id, to: view.facts, questions: set?.questions ?? CallQuestion.usual, from: part.people.origin(context))
            } catch InventoryStore.Fault.promised {
                throw Problem.conflict(Words.both(\.fixed))
            }
            return back(view, "over", context)
        }
        if let name = AnswerForm.line(&form, "set-naam", limit: 100, required: Words.both(\.setEmpty)) {
            do {
                try await store.keep(view.questions, as: name, from: part.people.origin(context))
                return back(view, "vragen", context)
            } catch InventoryStore.Fault.nameTaken {
                form.fail("set-naam", Words.both(\.setTaken))
            }
        }
        var state = try await state(view)
        state.keep = form
        return page(state, context)
    }

    // MARK: Rounds

    private func addRound(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        var form = context.fields
        if let period = CallDeskForms.period(&form) {
            do {
                try await store.addRound(to: view.id, start: period.start, end: period.end, from: part.people.origin(context))
                return back(view, "rondes", context)
            } catch InventoryStore.Fault.roundTimes {
                form.fail("tot", Words.both(\.roundTimes))
            }
        }
        return try await again(view, round: form, context)
    }

    private func again(_ view: CallView, round form: Form, _ context: WebContext) async throws -> Answer {
        var state = try await state(view)
        state.round = form
        return page(state, context)
    }

    private func step(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        guard let round = view.round(try context.part("ronde", as: Identifier.self)) else { throw Problem.notFound }
        let origin = part.people.origin(context)
        var form = context.fields
        do {
            switch form["doe"] {
            case "klaar": try await store.makeReady(round.id, from: origin)
            case "uitgewerkt": try await store.workOut(round.id, from: origin)
            case "gepubliceerd": try await store.publish(round.id, from: origin)
            case "einde":
                let field = "einde-\(round.number)"
                guard let day = CallDeskForms.day(&form, field) else { return try await again(view, round: form, context) }
                try await store.moveEnd(of: round.id, to: day.end, from: origin)
            default: throw Problem.notFound
            }
        } catch InventoryStore.Fault.unplaced {
            throw Problem.conflict(Words.both(\.unplaced))
        } catch InventoryStore.Fault.roundTimes {
            form.fail("einde-\(round.number)", Words.both(\.roundTimes))
            return try await again(view, round: form, context)
        } catch InventoryStore.Fault.unknown {
            throw Problem.notFound
        }
        return back(view, "rondes", context)
    }

    private func addChannel(_ context: WebContext) async throws -> Answer {
        let view = try await part.mine(context)
        var form = context.fields
        if let name = AnswerForm.line(&form, "kanaal", limit: 80, required: Words.both(\.channelEmpty)) {
            do {
                try await store.addChannel(name, to: view.id, from: part.people.origin(context))
                return back(view, "kanalen", context)
            } catch InventoryStore.Fault.nameTaken {
                form.fail("kanaal", Words.both(\.channelTaken))
            }
        }
        var state = try await state(view)
        state.channel = form
        return page(state, context)
    }
}

extension InventoryPart {
    func organises(_ call: Call, _ actor: Actor) -> Bool {
        LearningPolicy.organise(programme: call.programme, part: call.part, by: actor).isAllowed
    }

    /// The call of the path, for who organises it.
    func mine(_ context: WebContext) async throws -> CallView {
        guard let view = try await store.find(try context.part("oproep", as: Identifier.self)) else { throw Problem.notFound }
        try LearningPolicy.organise(programme: view.call.programme, part: view.call.part, by: context.actor).orProblem()
        return view
    }

    /// Whether this actor sees who wrote an answer: of a confidential one only who leads the learning there.
    func seesNames(_ call: Call, _ actor: Actor) -> Bool {
        switch call.facts.anonymity {
        case .anonymous: false
        case .confidential: LearningPolicy.lead(programme: call.programme, part: call.part, by: actor).isAllowed
        case .named: organises(call, actor)
        }
    }
}
