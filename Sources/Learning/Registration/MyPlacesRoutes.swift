import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of all places of who signed in, and of their secret calendar.
struct MyPlacesRoutes: Sendable {
    let part: RegistrationPart

    private typealias Words = OwnPlaceWords

    var table: [Route] {
        [
            Route(.get, "/mijn/inschrijvingen", name: "registration.mine", access: .person, summary: Words.both(\.mine)) { try await show($1) },
            Route(.post, "/mijn/inschrijvingen/agenda", name: "registration.feed-make", access: .person, summary: Words.both(\.calendarMake)) {
                try await make($1)
            },
            Route(.post, "/mijn/inschrijvingen/agenda/einde", name: "registration.feed-end", access: .person, summary: Words.both(\.calendarEnd)) {
                try await end($1)
            },
            Route(.get, "/mijn-agenda/{geheim}", name: "registration.feed", summary: Words.both(\.calendar)) { try await feed($1) },
        ]
    }

    private func person(_ context: WebContext) async throws -> Person {
        guard let id = context.actor.person?.id, let person = try await part.people.persons.find(id), person.isOpen else { throw Problem.notFound }
        return person
    }

    private func show(_ context: WebContext) async throws -> Answer { try await page(try await person(context), made: nil, context) }

    private func page(_ person: Person, made: String?, _ context: WebContext) async throws -> Answer {
        let all = try await part.store.registrations(of: person.id, mail: person.mail), hasFeed = try await part.feeds.has(person.id)
        let key = part.people.installation.key
        let lines = all.map { registration, door in
            MyPlacesPage.Line(registration: registration, door: door, proof: RegistrationProof.make(registration.id, door, key))
        }
        let link = made.map { (part.people.installation.origin ?? "") + RegistrationRoute.feed($0).address.path }
        return context.formPage(Words(context.language).mine, Form(items: [])) { token in
            MyPlacesPage(lines: lines, hasFeed: hasFeed, link: link, now: part.now, token: token, language: context.language)
        }
    }

    private func make(_ context: WebContext) async throws -> Answer {
        let person = try await person(context)
        let secret = try await part.feeds.make(for: person.id, from: part.people.origin(context))
        return try await page(person, made: secret, context)
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let person = try await person(context)
        try await part.feeds.end(for: person.id, from: part.people.origin(context))
        return .redirect(to: RegistrationRoute.mine.address, in: context.language)
    }

    /// What was called off or left stays for 30 days, so that calendars take it out.
    private static let kept: Int64 = 30 * 86_400_000

    private func feed(_ context: WebContext) async throws -> Answer {
        let named = try context.part("geheim")
        guard named.hasSuffix(".ics"), let id = try await part.feeds.person(String(named.dropLast(4))),
            let person = try await part.people.persons.find(id), person.isOpen
        else { throw Problem.notFound }
        let now = part.now, origin = part.people.installation.origin
        let all = try await part.store.registrations(of: person.id, mail: person.mail)
        let shown = all.filter { registration, door in
            registration.standing == .registered && (!door.isCancelled || now < door.updatedAt + Self.kept)
        }
        let events = shown.map { RegistrationCalendar.event($0.door, in: person.language, origin: origin) }
        let file = CalendarFile(feed: CalendarFile.Feed(name: Words(person.language).mine), events: events)
        return Answer(file.bytes, as: .calendarFile, cache: .noStore)
    }
}

/// All meetings of who signed in, and their calendar.
struct MyPlacesPage: Component {
    struct Line: Sendable {
        let registration: Registration
        let door: MeetingDoor
        let proof: String
    }

    let lines: [Line]
    let hasFeed: Bool
    /// The secret link, just made; it is shown once.
    let link: String?
    let now: Int64
    let token: FormToken
    let language: Language

    private var words: OwnPlaceWords { OwnPlaceWords(language) }

    var body: some HTML {
        TextColumn(words.mine) {
            if lines.isEmpty { p { words.mineEmpty } }
            ul(.class("kaal")) { Each(lines) { line in li { item(line) } } }
            p { a(.href(WorksheetRoute.all.address.url(in: language))) { WorksheetWords(language).mine } }
            section(.class("sectie").id("agenda")) {
                h2 { words.calendar }
                p { words.calendarLead }
                if let link {
                    Notice {
                        p { words.calendarCopy }
                        p { code { link } }
                    }
                } else if hasFeed {
                    p { words.calendarOn }
                }
                PostForm(to: RegistrationRoute.feedMaking.address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { hasFeed ? words.calendarAgain : words.calendarMake }
                }
                if hasFeed {
                    PostForm(to: RegistrationRoute.feedEnd.address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.calendarEnd }
                    }
                }
            }
        }
    }

    private func item(_ line: Line) -> some HTML {
        Group {
            h2 { line.door.facts.title }
            p { MeetingHours.whole(line.door.facts.startsAt, line.door.facts.endsAt, language) }
            p { line.door.isCancelled ? RegistrationWords(language).shut(.cancelled) : words.state(line.registration.standing) }
            p {
                a(.href(RegistrationRoute.own(line.proof).address.url(in: language))) {
                    words.own
                    span(.class("vh")) { " (\(line.door.facts.title))" }
                }
            }
        }
    }
}
