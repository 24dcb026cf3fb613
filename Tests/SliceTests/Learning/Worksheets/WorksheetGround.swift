import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A meeting with people and a worksheet, on a fresh database.
struct WorksheetGround: Sendable {
    let base: RegistrationGround
    let store: WorksheetStore
    let post: WorksheetPost

    static let start = PeopleGround.start
    static let hour = PeopleGround.hour, day = PeopleGround.day
    static let questions = ["Wat neem je mee?", "Wat doe je morgen?"]

    init(_ base: RegistrationGround) {
        self.base = base
        let slice = base.people.slice
        store = WorksheetStore(slice.database, journal: slice.journal)
        post = WorksheetPost(
            database: slice.database, journal: slice.journal, outbox: slice.outbox, installation: slice.installation, siteName: { "Buurtplein" })
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (WorksheetGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: RegistrationGround.migrations + WorksheetPart.migrations) { people in
            let programme = try await people.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            try await body(WorksheetGround(RegistrationGround(people, programme: programme.id)))
        }
    }

    func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// A worksheet with two questions.
    func worksheet(_ meeting: Identifier) async throws -> Identifier {
        try await store.add(Worksheet.Facts(title: "Aan de slag", intro: "Neem de tijd.", questions: Self.questions), to: meeting, from: origin()).id
    }

    /// When the usual meeting begins.
    static let begins = start + 30 * day

    func save(_ answers: [String], _ worksheet: Identifier, _ owner: WorksheetStore.Owner, version: Int = 0, at time: Int64 = begins) async throws {
        try await store.save(answers, on: worksheet, by: owner, version: version, from: origin(time, by: owner.person))
    }

    static func owner(_ registration: Registration, _ person: Identifier? = nil) -> WorksheetStore.Owner {
        WorksheetStore.Owner(registration: registration.id, person: person)
    }
}
