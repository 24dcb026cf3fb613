import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Answers one request of who organises the meeting. Every look at the list of participants leaves lines in the read log.
struct ParticipantDesk: Sendable {
    let part: RegistrationPart
    let request: Request

    private typealias Words = ParticipantWords

    // MARK: Looking

    /// What the list is read for, in the register of processing.
    static let activity = ProcessingActivity.meetings

    /// Noted before it is shown. Who has no account stands in the log by their registration.
    private func participants(_ meeting: Meeting, _ name: String, _ context: WebContext) async throws -> [Registration] {
        let all = try await part.store.participants(of: meeting.id)
        try await part.people.note(Self.activity, name, of: all.map { $0.draft.person ?? $0.id }, request, context)
        return all
    }

    func show(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context)
        return try await page(meeting, Form(items: []), isDone: context.query["bewaard"] == "1", context)
    }

    private func page(
        _ meeting: Meeting, _ form: Form, isDone: Bool = false, refusal: RegistrationStore.Fault? = nil, _ context: WebContext
    ) async throws -> Answer {
        let all = try await participants(meeting, "registration.participants", context)
        let groups = try await part.store.subgroups(of: meeting.id).map { ($0.id, $0.facts.title) }
        let sight = ParticipantSight(
            meeting: meeting, all: all, subgroups: Dictionary(groups, uniquingKeysWith: { first, _ in first }),
            lots: try await part.store.reserved(of: meeting.id), isDone: isDone, refusal: refusal, now: part.now)
        var answer = context.formPage(Words(context.language).titleOf(meeting.facts.title), form) { token in
            ParticipantsPage(sight: sight, form: form, token: token, language: context.language)
        }
        if refusal != nil { answer.status = .conflict }
        return answer
    }

    func file(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context), all = try await participants(meeting, "registration.participants-file", context)
        let groups = try await part.store.subgroups(of: meeting.id)
        return Answer(ParticipantFile(all, subgroups: groups, language: context.language).bytes, as: .csv, cache: .noStore).asDownload(named: "deelnemers.csv")
    }

    // MARK: Doing

    private func done(_ meeting: Meeting, _ context: WebContext) async -> Answer {
        await part.post(meeting.id, context)
        return .redirect(to: RegistrationRoute.participants(meeting.id).address.with(.init("bewaard", "1")), in: context.language)
    }

    /// Does it and goes back to the list; says why not where it cannot be done.
    private func act(_ context: WebContext, _ body: (Meeting) async throws -> Void) async throws -> Answer {
        let meeting = try await part.organised(context)
        do { try await body(meeting) } catch let fault as RegistrationStore.Fault {
            if fault == .unknown { throw Problem.notFound }
            return try await page(meeting, Form(items: []), refusal: fault, context)
        }
        return await done(meeting, context)
    }

    func remove(_ context: WebContext) async throws -> Answer {
        let id = try context.part("inschrijving", as: Identifier.self)
        return try await act(context) { meeting in
            guard try await part.store.find(id)?.meeting == meeting.id else { throw Problem.notFound }
            try await part.store.remove(id, from: part.people.origin(context))
        }
    }

    func setPlaces(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context)
        var form = context.fields
        let capacity = form.whole("plaatsen", 1...MeetingRules.most, otherwise: Words.both(\.wholeNumber))
        let online = form.whole("plaatsen-online", 1...MeetingRules.most, otherwise: Words.both(\.wholeNumber))
        guard form.errors.isEmpty else { return try await page(meeting, form, context) }
        return try await act(context) { try await part.store.setPlaces(capacity, online: online, of: $0.id, from: part.people.origin(context)) }
    }

    func keep(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context)
        var form = context.fields
        let role = form.choice("rol", of: Role.self), typed = RegistrationForm.oneLine("gemeente", limit: 100, required: nil, &form)
        let count = form.whole("aantal", 1...MeetingRules.most, required: Words.both(\.wholeNumber), otherwise: Words.both(\.wholeNumber))
        let day = form.value("tot", as: DutchDay.self, required: Words.both(\.keepUntilHint), otherwise: Words.both(\.keepUntilHint))
        var group: ReservedGroup? = role.map { .role($0) }
        if let typed, role == nil {
            group = try await part.municipality(named: typed).map { .municipality($0.description) }
            if group == nil { form.fail("gemeente", Words.both(\.municipalityWrong)) }
        }
        if group == nil && typed == nil { form.fail("rol", Words.both(\.keepForEmpty)) }
        let until = day.map { min($0.end, meeting.facts.closing) }
        if let until, until <= part.now { form.fail("tot", Words.both(\.keepUntilWrong)) }
        guard let group, let count, let until, form.errors.isEmpty else { return try await page(meeting, form, context) }
        return try await act(context) { try await part.store.reserve(group, count, until: until, of: $0.id, from: part.people.origin(context)) }
    }

    func release(_ context: WebContext) async throws -> Answer {
        let lot = try context.part("plekken", as: Identifier.self)
        return try await act(context) { try await part.store.unreserve(lot, of: $0.id, from: part.people.origin(context)) }
    }

    func setAttendance(_ context: WebContext) async throws -> Answer {
        let pairs = context.fields.items.compactMap { item -> (Identifier, Attendance)? in
            guard item.name.hasPrefix("was-"), let id = Identifier(String(item.name.dropFirst(4))), let attendance = Attendance(rawValue: item.value) else {
                return nil
            }
            return (id, attendance)
        }
        let all = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        return try await act(context) { try await part.store.setAttendance(all, of: $0.id, from: part.people.origin(context)) }
    }

    // MARK: Adding

    func adding(_ context: WebContext) async throws -> Answer { addingPage(try await part.organised(context), Form(items: []), context) }

    private func addingPage(_ meeting: Meeting, _ form: Form, _ context: WebContext) -> Answer {
        context.formPage(Words(context.language).add, form) { token in AddingPage(meeting: meeting, form: form, token: token, language: context.language) }
    }

    func add(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context)
        var form = context.fields, questions = RegistrationForm.Questions()
        questions.ways = meeting.facts.form == .both ? [.physical, .online] : [meeting.facts.form == .online ? .online : .physical]
        // An organiser may add someone for whom it is not.
        guard var drafts = RegistrationForm.drafts(&form, questions, person: nil, language: context.language) else { return addingPage(meeting, form, context) }
        drafts[0].municipality = try await part.municipality(named: drafts[0].municipalityName)?.description
        drafts[0].person = try await part.people.persons.find(drafts[0].mail)?.id
        let outcome = try await part.store.register(drafts, for: meeting.id, by: .organiser, from: part.people.origin(context))
        if case .shut = outcome { return try await page(meeting, Form(items: []), refusal: .over, context) }
        return await done(meeting, context)
    }

    // MARK: Dividing

    func division(_ context: WebContext) async throws -> Answer { try await divisionPage(try await part.organised(context), refusal: nil, context) }

    private func divisionPage(_ meeting: Meeting, refusal: RegistrationStore.Fault?, _ context: WebContext) async throws -> Answer {
        let people = try await participants(meeting, "registration.division", context).filter { $0.standing == .registered }
        let subgroups = try await part.store.subgroups(of: meeting.id), wishes = try await part.store.wishes(of: meeting.id)
        let groups = subgroups.map { SubgroupAssignment.Group(id: $0.id, maximum: $0.facts.maximum) }
        let outcome = SubgroupAssignment(over: groups, spreadsMunicipalities: meeting.facts.balances).divide(
            people.map { registration in
                SubgroupAssignment.Participant(
                    id: registration.id, wishes: wishes[registration.id] ?? [], municipality: registration.draft.municipality.flatMap { AreaCode($0) },
                    pinned: registration.isPinned ? registration.draft.subgroup : nil)
            })
        var answer = context.formPage(Words(context.language).divide, Form(items: [])) { token in
            DivisionPage(
                meeting: meeting, people: people, subgroups: subgroups, outcome: outcome, wishes: wishes, refusal: refusal, token: token,
                language: context.language)
        }
        if refusal != nil { answer.status = .conflict }
        return answer
    }

    func divide(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.organised(context), form = context.fields
        let pairs = form.items.compactMap { item -> (Identifier, Identifier)? in
            guard item.name.hasPrefix("groep-"), let person = Identifier(String(item.name.dropFirst(6))), let group = Identifier(item.value) else { return nil }
            return (person, group)
        }
        do {
            try await part.store.assign(
                Dictionary(pairs, uniquingKeysWith: { first, _ in first }), pinned: Set(form.all("vast").compactMap { Identifier($0) }), of: meeting.id,
                from: part.people.origin(context))
        } catch let fault as RegistrationStore.Fault {
            if fault == .unknown { throw Problem.notFound }
            return try await divisionPage(meeting, refusal: fault, context)
        }
        return await done(meeting, context)
    }
}
