import Core
import HTML
import People
import SQL
import Web

/// What someone met when they tried something elsewhere: who, where, when, with what result (CAS-03).
package struct PracticeExperience: Sendable, Hashable {
    package enum Result: String, Sendable, Hashable, CaseIterable {
        case worked = "werkte", partly = "deels", not = "niet"

        package var name: Localized {
            switch self {
            case .worked: Localized(nl: "Het werkte", en: "It worked")
            case .partly: Localized(nl: "Het werkte voor een deel", en: "It worked in part")
            case .not: Localized(nl: "Het werkte niet", en: "It did not work")
            }
        }
    }

    package let id: Identifier
    /// Nil when they are gone.
    package let person: Identifier?
    /// A municipality, in the writer's own words.
    package let place: String
    /// `2026-11`.
    package let month: Period
    package let result: Result
    package let words: String
}

/// Reads and writes experiences with cases and methods. The only writer of its table.
package struct ExperienceStore: Sendable {
    let database: Database
    let journal: Journal
    let deeds: ExpertiseDeeds

    package init(_ database: Database, journal: Journal, deeds: ExpertiseDeeds = .none) {
        self.database = database
        self.journal = journal
        self.deeds = deeds
    }

    static let migration = Migration("intervision-4", reason: "Experiences of others with a shared case or a method") { _ in
        [
            """
            CREATE TABLE practice_experience (
                id TEXT PRIMARY KEY,
                thing_kind TEXT NOT NULL CHECK (thing_kind IN ('case', 'method')),
                thing_id TEXT NOT NULL,
                person TEXT,
                place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
                month TEXT NOT NULL CHECK (length(month) = 7),
                result TEXT NOT NULL CHECK (result IN ('werkte', 'deels', 'niet')),
                words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
                added_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX practice_experience_thing ON practice_experience (thing_kind, thing_id)",
        ]
    }

    /// - Parameters:
    ///   - labels: what the thing is about: who has an experience with it knows about that
    ///   - kind: of the knowledge that the experience shows
    package func add(
        to thing: Event.Thing, place: String, month: Period, result: PracticeExperience.Result, words: String, by person: Identifier,
        about labels: Set<String> = [], _ kind: ExpertiseLine.Kind = .professional, from origin: Origin
    ) async throws {
        let id = Identifier(at: origin.time)
        try await journal.write(from: origin) { [deeds] transaction in
            try deeds(.experience, by: person, about: labels, as: kind, origin, transaction)
            try transaction.execute(
                """
                INSERT INTO practice_experience (id, thing_kind, thing_id, person, place, month, result, words, added_at)
                VALUES (\(id.description), \(thing.kind), \(thing.id), \(person.description), \(place), \(month.description), \(result), \(words),
                    \(origin.time))
                """)
            return ((), Event("experience.added", thing))
        }
    }

    /// The newest first.
    package func all(about thing: Event.Thing) async throws -> [PracticeExperience] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, person, place, month, result, words FROM practice_experience WHERE thing_kind = \(thing.kind) AND thing_id = \(thing.id)
                ORDER BY added_at DESC, id
                """
            ) { row in
                guard let month = Period(try row.string(3)) else { throw SQLError.value(column: "month", "is not one") }
                return PracticeExperience(
                    id: try row.identifier(0), person: try row.optionalString(1).flatMap { Identifier($0) },
                    place: try row.string(2), month: month, result: try row.raw(4), words: try row.string(5))
            }
        }
    }

    /// What stands there stays, without saying who wrote it.
    package static func forget(person: String, in transaction: Transaction) throws {
        try transaction.execute("UPDATE practice_experience SET person = NULL WHERE person = \(person)")
    }
}

/// Reads an experience.
enum ExperienceForm {
    private typealias Words = ExperienceWords

    struct Draft {
        let place: String
        let month: Period
        let result: PracticeExperience.Result
        let words: String
    }

    static func draft(_ form: inout Form) -> Draft? {
        let place = IntervisionFields.line("waar", limit: 100, required: Words.both(\.whereEmpty), &form)
        let typed = form.text("wanneer", limit: 7, required: Words.both(\.monthShape))
        let month = typed.flatMap(month)
        if typed != nil && month == nil { form.fail("wanneer", Words.both(\.monthShape)) }
        let result = form.choice("resultaat", of: PracticeExperience.Result.self, required: Words.both(\.resultEmpty))
        let words = IntervisionFields.paragraphs("ervaring", limit: 2000, required: Words.both(\.wordsEmpty), &form)
        guard let place, let month, let result, let words, form.errors.isEmpty else { return nil }
        return Draft(place: place, month: month, result: result, words: words)
    }

    /// `11-2026` or `2026-11`.
    private static func month(_ text: String) -> Period? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let (year, month) = parts[0] > 12 ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard (1900...2200).contains(year), (1...12).contains(month) else { return nil }
        return Period(year: year, month: month)
    }
}

/// The sentences about experiences, in both languages.
struct ExperienceWords: PageWords {
    let language: Language

    var title: String { say("Ervaringen van anderen", "Experiences of others") }
    var none: String { say("Niemand schreef hier nog iets.", "Nobody wrote here yet.") }
    var add: String { say("Deel je ervaring", "Share your experience") }
    var hint: String {
        say("Je naam staat erbij. Schrijf niets over mensen die je herkent.", "Your name is with it. Write nothing about people who can be recognised.")
    }
    var place: String { say("In welke gemeente?", "In what municipality?") }
    var whereEmpty: String { say("Vul een gemeente in", "Fill in a municipality") }
    var month: String { say("In welke maand?", "In what month?") }
    var monthHint: String { say("Zoals 11-2026.", "Such as 11-2026.") }
    var monthShape: String { say("Vul een maand in, zoals 11-2026", "Fill in a month, such as 11-2026") }
    var result: String { say("Hoe ging het?", "How did it go?") }
    var resultEmpty: String { say("Kies hoe het ging", "Choose how it went") }
    var words: String { say("Wat deed je, en wat gebeurde er?", "What did you do, and what happened?") }
    var wordsEmpty: String { say("Schrijf op wat er gebeurde", "Write what happened") }
    var signIn: String { say("Meld je aan om je ervaring te delen", "Sign in to share your experience") }
    var someone: String { say("Iemand die er niet meer is", "Someone who is gone") }
}

/// The experiences with a thing, and the form for one's own.
struct ExperienceSection: Component {
    let experiences: [PracticeExperience]
    let names: [Identifier: String]
    /// Where one's own goes.
    let target: PageAddress
    /// The page it stands on.
    let page: PageAddress
    let form: Form
    /// Nil for who is not signed in.
    let token: FormToken?
    let language: Language

    private typealias Words = ExperienceWords
    private var words: ExperienceWords { ExperienceWords(language) }

    var body: some HTML {
        section(.class("sectie").id("ervaringen")) {
            h2 { words.title }
            if experiences.isEmpty { p { words.none } }
            Each(experiences) { one in item(one) }
            if let token {
                own(token)
            } else {
                p { a(.href(PeopleRoute.signIn(back: page.url(in: language)).address.url(in: language))) { words.signIn } }
            }
        }
    }

    private func item(_ one: PracticeExperience) -> some HTML {
        div(.class("ervaring")) {
            h3 { "\(one.place), \(Self.text(one.month))" }
            p { strong { one.result.name[language] + "." } }
            Paragraphs(one.words)
            p(.class("subtiel klein")) { one.person.flatMap { names[$0] } ?? words.someone }
        }
    }

    /// `11-2026`.
    private static func text(_ month: Period) -> String { "\(month.month ?? 1)-\(month.year)" }

    private func own(_ token: FormToken) -> some HTML {
        Group {
            h3 { words.add }
            p { words.hint }
            PostForm(to: target, in: language, token: token) {
                TextField("waar", Words.both(\.place), form: form, language: language)
                TextField("wanneer", Words.both(\.month), hint: Words.both(\.monthHint), form: form, language: language)
                ChoiceField(
                    "resultaat", Words.both(\.result), kind: .one,
                    choices: PracticeExperience.Result.allCases.map { Choice($0.rawValue, $0.name) }, form: form, language: language)
                TextField("ervaring", Words.both(\.words), kind: .paragraph(limit: 2000), form: form, language: language)
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }
}
