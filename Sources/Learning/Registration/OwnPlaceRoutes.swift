import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of one's own place, behind the proof in a mail. No GET changes anything: programs that read mail open every link (D-13).
struct OwnPlaceRoutes: Sendable {
    let part: RegistrationPart

    private typealias Words = OwnPlaceWords

    var table: [Route] {
        let steps = OwnStep.allCases.map { step in
            Route(.post, "/inschrijvingen/{bewijs}/\(step.rawValue)", name: "registration.step-\(step.rawValue)", summary: Words.both { $0.button(step) }) {
                try await take(step, $1)
            }
        }
        return [
            Route(.get, "/inschrijvingen/{bewijs}", name: "registration.own", summary: Words.both(\.title)) { try await show($1) },
            Route(.get, "/inschrijvingen/{bewijs}/agenda.ics", name: "registration.file", summary: Words.both(\.file)) { try await file($1) },
            Route(.post, "/inschrijvingen/{bewijs}/vraag", name: "registration.words", summary: Words.both(\.words)) { try await change($1) },
            Route(.post, "/inschrijvingen/{bewijs}/groep", name: "registration.subgroup", summary: Words.both(\.otherGroup)) { try await regroup($1) },
            Route(.post, "/inschrijvingen/{bewijs}/andere-datum", name: "registration.other-date", summary: Words.both(\.otherDate)) { try await move($1) },
        ] + steps
    }

    // MARK: Looking

    /// Whose proof it is; not found for one that was not made here or is over its time.
    private func registration(_ context: WebContext) async throws -> (proof: String, Registration) {
        let proof = try context.part("bewijs")
        guard let id = RegistrationProof.open(proof, part.people.installation.key, at: part.now), let found = try await part.store.find(id) else {
            throw Problem.notFound
        }
        return (proof, found)
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (proof, registration) = try await registration(context)
        return try await page(proof, registration, form: RegistrationForm.items(registration), isSaved: context.query["bewaard"] == "1", context)
    }

    private func page(
        _ proof: String, _ registration: Registration, form: Form, refusal: RegistrationStore.Fault? = nil, isSaved: Bool = false, _ context: WebContext
    ) async throws -> Answer {
        let now = part.now
        guard let place = try await part.store.place(of: registration.id, at: now) else { throw Problem.notFound }
        let others = registration.standing == .registered ? try await part.store.otherDates(for: registration, at: now) : []
        let sight = OwnPlaceSight(
            place: place, proof: proof, others: others, form: form, refusal: refusal, isSaved: isSaved, now: now)
        var answer = context.formPage(Words(context.language).title, form) { token in OwnPlacePage(sight: sight, token: token, language: context.language) }
        if refusal != nil { answer.status = .conflict }
        return answer
    }

    private func file(_ context: WebContext) async throws -> Answer {
        let (_, registration) = try await registration(context)
        guard registration.standing == .registered, let door = try await part.store.door(registration.meeting) else { throw Problem.notFound }
        let event = RegistrationCalendar.event(door, in: context.language, origin: part.people.installation.origin)
        return Answer(CalendarFile(event).bytes, as: .calendarFile, cache: .noStore).asDownload(named: "agenda.ics")
    }

    // MARK: Doing

    private func take(_ step: OwnStep, _ context: WebContext) async throws -> Answer {
        try await act(context) { registration in try await part.store.take(step, registration.id, from: part.people.origin(context)) }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let (proof, registration) = try await registration(context)
        guard let words = RegistrationForm.words(&form) else { return try await page(proof, registration, form: form, context) }
        return try await act(context, isSaved: true) { registration in
            try await part.store.change(words, of: registration.id, from: part.people.origin(context))
        }
    }

    private func regroup(_ context: WebContext) async throws -> Answer {
        guard let group = context.fields["groep"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        return try await act(context, isSaved: true) { registration in
            try await part.store.change(subgroup: group, of: registration.id, from: part.people.origin(context))
        }
    }

    private func move(_ context: WebContext) async throws -> Answer {
        guard let meeting = context.fields["bijeenkomst"].flatMap({ Identifier($0) }) else { throw Problem.notFound }
        let (proof, registration) = try await registration(context)
        do {
            let moved = try await part.store.move(registration.id, to: meeting, from: part.people.origin(context))
            await part.post(registration.meeting, context)
            guard let door = try await part.store.door(meeting) else { throw Problem.notFound }
            let next = RegistrationProof.make(moved.id, door, part.people.installation.key)
            return .redirect(to: RegistrationRoute.own(next).address, in: context.language)
        } catch let fault as RegistrationStore.Fault {
            return try await page(proof, registration, form: RegistrationForm.items(registration), refusal: fault, context)
        }
    }

    /// Does it and shows how one stands then; says why not where it cannot be done.
    private func act(
        _ context: WebContext, isSaved: Bool = false, _ body: (Registration) async throws -> Void
    ) async throws -> Answer {
        let (proof, registration) = try await registration(context)
        do { try await body(registration) } catch let fault as RegistrationStore.Fault {
            guard let now = try await part.store.find(registration.id) else { throw Problem.notFound }
            return try await page(proof, now, form: RegistrationForm.items(now), refusal: fault, context)
        }
        await part.post(registration.meeting, context)
        let own = RegistrationRoute.own(proof).address
        return .redirect(to: isSaved ? own.with(.init("bewaard", "1")) : own, in: context.language)
    }
}

extension MediaKind {
    /// RFC 5545.
    static let calendarFile = MediaKind("text/calendar; charset=utf-8", isText: true)
}
