import Core
import Learning
import People

/// What came of past meetings in the demonstration: worksheets that people filled in, look-backs and yields.
struct DemoLookBacks: Sendable, Decodable {
    struct Text: Sendable, Decodable {
        /// What the part is about, as in the programme.
        let topic: String
        let by: String
        let outcome: String
        let steps: String?
        let works: String?
        let worksNot: String?
    }

    struct Figure: Sendable, Decodable {
        let label: String
        let value: String
        let unit: String
        let period: String
        let source: String
        /// Of the source: days from today.
        let day: Int
    }

    struct Yield: Sendable, Decodable {
        let title: String
        let forWhom: String
        let steps: String
        let works: String
        let worksNot: String
        let firstStep: String
        let licence: DemoWord<LearningYield.Licence>
        let source: String
        let isShared: Bool
    }

    struct Sheet: Sendable, Decodable {
        let person: String
        let answers: [String]
        /// Nil where nobody else reads it.
        let sharing: DemoWord<Worksheet.Sharing>?
        let isNamed: Bool?
    }

    struct Paper: Sendable, Decodable {
        let title: String
        let intro: String
        let questions: [String]
        let sheets: [Sheet]
    }

    struct Past: Sendable, Decodable {
        let meeting: String
        let author: String
        let aboutAuthor: String
        let tomorrow: String
        let main: String
        let texts: [Text]
        let points: [String]
        let figures: [Figure]
        let yields: [Yield]
        let worksheet: Paper?
    }

    let organiser: String
    let lookBacks: [Past]

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays, _ meetings: DemoMeetings, _ people: DemoPeople) throws {
        for past in lookBacks {
            guard let meeting = meetings.meetings.first(where: { $0.key == past.meeting }) else {
                throw DemoFault.refused(past.meeting, Localized(nl: "is geen bijeenkomst", en: "is no meeting"))
            }
            let start = try days.working(meeting.at), end = start + Int64(meeting.minutes) * DemoDays.minute
            DemoLookingBack(past, start: start, end: end, organiser: organiser, site: site, days: days, people: people).write(&script)
        }
    }
}

/// One meeting from its worksheet to its yields.
private struct DemoLookingBack {
    let past: DemoLookBacks.Past
    /// Milliseconds since 1970.
    let start: Int64
    let end: Int64
    let organiser: String
    let site: Composition
    let days: DemoDays
    let people: DemoPeople

    init(_ past: DemoLookBacks.Past, start: Int64, end: Int64, organiser: String, site: Composition, days: DemoDays, people: DemoPeople) {
        self.past = past
        self.start = start
        self.end = end
        self.organiser = organiser
        self.site = site
        self.days = days
        self.people = people
    }

    private var store: LookBackStore { site.learning.lookBacks.store }

    func write(_ script: inout DemoScript) {
        if let paper = past.worksheet { fill(paper, &script) }
        // After the meeting was told to be held.
        script.at(end + 90 * DemoDays.minute, by: organiser) { book, origin in try await store.generate(for: book.id(.meeting, past.meeting), from: origin) }
        for (index, text) in past.texts.enumerated() {
            script.at(end + DemoDays.day + Int64(index) * 20 * DemoDays.minute, by: text.by) { book, origin in try await write(text, book, from: origin) }
        }
        script.at(end + 3 * DemoDays.day, by: organiser) { book, origin in try await join(book, from: origin) }
        script.at(end + 5 * DemoDays.day, by: organiser) { book, origin in try await publish(book, from: origin) }
    }

    // MARK: The look-back

    private func draft(_ book: DemoBook) async throws -> LookBackDraft {
        guard let draft = try await store.draft(of: book.id(.meeting, past.meeting)) else { throw missing(past.meeting) }
        return draft
    }

    private func missing(_ key: String) -> any Error { DemoFault.refused(key, Localized(nl: "is er niet", en: "is not there")) }

    private func write(_ text: DemoLookBacks.Text, _ book: DemoBook, from origin: Origin) async throws {
        let draft = try await draft(book)
        guard let piece = draft.pieces.first(where: { $0.topic == text.topic }) else { throw missing(text.topic) }
        let words = LookBackPiece.Text(outcome: text.outcome, steps: text.steps ?? "", works: text.works ?? "", worksNot: text.worksNot ?? "")
        try await store.write(words, of: piece.id, in: draft.lookBack.id, version: piece.version, isFacilitator: text.by == organiser, from: origin)
    }

    private func join(_ book: DemoBook, from origin: Origin) async throws {
        let held = try await draft(book).lookBack
        try await store.join(held.id, from: origin)
        let facts = LookBack.Facts(tomorrow: past.tomorrow, main: past.main, aboutAuthor: past.aboutAuthor)
        try await store.change(held.id, to: facts, author: book.person(past.author), version: held.version, from: origin)
        for point in past.points { try await store.addPoint(point, to: held.id, from: origin) }
        for figure in past.figures {
            let facts = LookBackFigure.Facts(
                label: figure.label, value: figure.value, unit: figure.unit, period: figure.period, source: figure.source, day: days.date(figure.day))
            try await store.addFigure(facts, to: held.id, from: origin)
        }
    }

    private func publish(_ book: DemoBook, from origin: Origin) async throws {
        let id = try await draft(book).lookBack.id, yields = site.learning.lookBacks.yields
        try await store.publish(id, from: origin)
        for yield in past.yields {
            let facts = LearningYield.Facts(
                title: yield.title, forWhom: yield.forWhom, steps: yield.steps, works: yield.works, worksNot: yield.worksNot,
                firstStep: yield.firstStep, licence: yield.licence.value, source: yield.source)
            let noted = try await yields.note(facts, of: .lookBack(id), from: origin)
            if yield.isShared { try await yields.share(noted, from: origin) }
        }
    }

    // MARK: The worksheet

    private func fill(_ paper: DemoLookBacks.Paper, _ script: inout DemoScript) {
        script.at(start - DemoDays.day, by: organiser) { book, origin in
            let facts = Worksheet.Facts(title: paper.title, intro: paper.intro, questions: paper.questions)
            try await site.learning.worksheets.store.add(facts, to: book.id(.meeting, past.meeting), from: origin)
        }
        for (index, sheet) in paper.sheets.enumerated() {
            script.at(start + Int64(60 + index) * DemoDays.minute, by: sheet.person) { book, origin in try await hand(sheet, book, from: origin) }
        }
    }

    private func hand(_ sheet: DemoLookBacks.Sheet, _ book: DemoBook, from origin: Origin) async throws {
        let store = site.learning.worksheets.store, meeting = try book.id(.meeting, past.meeting), person = try book.person(sheet.person)
        let registrations = try await site.learning.registration.store.participants(of: meeting)
        guard let worksheet = try await store.worksheets(of: meeting).first,
            let registration = registrations.first(where: { $0.draft.person == person && $0.standing.isLiving })
        else { throw missing("\(past.meeting) \(sheet.person)") }
        let owner = WorksheetStore.Owner(registration: registration.id, person: person)
        try await store.save(sheet.answers, on: worksheet.id, by: owner, version: 0, from: origin)
        guard let sharing = sheet.sharing?.value else { return }
        let name = sheet.isNamed == true ? people.member(sheet.person)?.name : nil
        try await store.share(worksheet.id, by: owner, with: sharing, name: name, from: origin)
    }
}
