import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of who leads: who organises the meeting, and who leads one of its groups.
struct LiveDeskRoutes: Sendable {
    let part: LivePart

    private typealias Words = LiveWords

    var table: [Route] {
        let desk = "/bijeenkomsten/{bijeenkomst}/live"
        return [
            Route(.get, desk, name: "live.desk", access: .person, summary: Words.both(\.desk)) { try await show($1, Form(items: [])) },
            Route(.post, desk, name: "live.desk.open", access: .person, summary: Words.both(\.open)) { try await act($1) },
            Route(.post, desk + "/vragen/{vraag}", name: "live.desk.question", access: .person, summary: Words.both(\.state)) { try await set($1) },
            Route(.post, desk + "/peilingen", name: "live.desk.poll", access: .person, summary: Words.both(\.newPoll)) { try await openPoll($1) },
            Route(.post, desk + "/peilingen/{peiling}", name: "live.desk.poll.close", access: .person, summary: Words.both(\.closePoll)) {
                try await closePoll($1)
            },
        ]
    }

    /// The meeting, for who leads it; not found for others.
    private func led(_ context: WebContext) async throws -> Meeting {
        let (meeting, outline) = try await part.meetings.known(context), line = outline.line(to: meeting.part), actor = context.actor
        if MeetingPolicy.organise(programme: meeting.programme, line: line, by: actor).isAllowed { return meeting }
        let leads = try await part.registration.store.subgroups(of: meeting.id).contains {
            MeetingPolicy.lead($0, of: meeting, line: line, by: actor).isAllowed
        }
        guard meeting.isPublic, leads else { throw Problem.notFound }
        return meeting
    }

    private func session(_ meeting: Meeting) async throws -> LiveSession {
        guard let session = try await part.store.session(of: meeting.id) else { throw Problem.notFound }
        return session
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let meeting = try await led(context), session = try await part.store.session(of: meeting.id)
        var questions: [LiveQuestion] = [], polls: [LivePoll] = []
        if let session {
            questions = try await part.store.questions(of: session.id, mark: nil, withHidden: true)
            polls = try await part.store.polls(of: session.id, mark: nil)
        }
        let isOpen = session?.isOpen(at: part.people.now()) ?? false
        return context.formPage(Words(context.language).desk, form, styles: ["live.css"]) { token in
            LiveDeskPage(
                meeting: meeting, session: session, questions: questions, polls: polls, isOpen: isOpen, form: form, token: token, language: context.language)
        }
    }

    /// Does it and goes back to the desk; what cannot be done any more is said.
    private func done(_ meeting: Meeting, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch let fault as LiveStore.Fault { throw Problem.conflict(LivePart.words(fault)) }
        return .redirect(to: LiveRoute.desk(meeting.id).address, in: context.language)
    }

    private func act(_ context: WebContext) async throws -> Answer {
        let meeting = try await led(context), origin = part.people.origin(context)
        switch context.fields["doe"] {
        case "open":
            do { try await part.store.open(for: meeting.id, from: origin) } catch LiveStore.Fault.over { throw Problem.conflict(Words.both(\.meetingOver)) }
            return .redirect(to: LiveRoute.desk(meeting.id).address, in: context.language)
        case "sluit":
            let session = try await session(meeting)
            return try await done(meeting, context) { try await part.store.close(session.id, from: origin) }
        default: throw Problem.notFound
        }
    }

    private func set(_ context: WebContext) async throws -> Answer {
        let meeting = try await led(context), session = try await session(meeting), question = try context.part("vraag", as: Identifier.self)
        let fields = context.fields
        guard let state = fields["stand-\(question)"].flatMap({ LiveQuestion.State(rawValue: $0) }) else { throw Problem.notFound }
        let answer = String((fields["antwoord-\(question)"] ?? "").unicodeScalars.filter { $0 != "\u{0}" && $0 != "\r" })
        guard answer.unicodeScalars.count <= LiveQuestion.answerLimit else { throw Problem.conflict(Words.both(\.answerLong)) }
        return try await done(meeting, context) {
            try await part.store.set(
                question, to: state, answer: answer, isTaken: fields.has("mee-\(question)", "ja"), in: session.id, from: part.people.origin(context))
        }
    }

    private func openPoll(_ context: WebContext) async throws -> Answer {
        let meeting = try await led(context), session = try await session(meeting)
        var form = context.fields
        let question = form.text("peiling", limit: LivePoll.limit, required: Words.both(\.pollEmpty), tooLong: Words.both(\.pollEmpty))
        let kind = form.choice("soort", of: LivePoll.Kind.self, required: Words.both(\.pollEmpty)) ?? .single
        var options: [String] = []
        if kind.hasOptions {
            options = (form["keuzes"] ?? "").split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
            let fits = options.allSatisfy { $0.unicodeScalars.count <= LivePoll.optionLimit } && Set(options).count == options.count
            if !fits || !(2...LivePoll.mostOptions).contains(options.count) { form.fail("keuzes", Words.both(\.optionsShape)) }
        }
        guard let question, form.errors.isEmpty else { return try await show(context, form) }
        let wanted = options
        return try await done(meeting, context) {
            try await part.store.openPoll(kind, question, options: wanted, in: session.id, from: part.people.origin(context))
        }
    }

    private func closePoll(_ context: WebContext) async throws -> Answer {
        let meeting = try await led(context), session = try await session(meeting), poll = try context.part("peiling", as: Identifier.self)
        return try await done(meeting, context) { try await part.store.closePoll(poll, in: session.id, from: part.people.origin(context)) }
    }
}
