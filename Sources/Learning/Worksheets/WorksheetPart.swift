import Core
import People
import SQL
import Web

/// Worksheets: thinking about one's own practice during and after a meeting. The table of contents of this part.
///
/// Nothing of it can be searched, linked or read over the API: what people write is theirs.
package struct WorksheetPart: Sendable {
    let people: People.Slice
    let meetings: MeetingPart
    let registration: RegistrationPart
    package let store: WorksheetStore
    /// To be run every minute, on every node.
    package let post: WorksheetPost

    package static let migrations = WorksheetMigrations.all

    package init(people: People.Slice, meetings: MeetingPart, registration: RegistrationPart) {
        self.people = people
        self.meetings = meetings
        self.registration = registration
        let installation = people.installation, look = people.look
        store = WorksheetStore(people.database, journal: people.journal)
        post = WorksheetPost(
            database: people.database, journal: people.journal, outbox: people.outbox, installation: installation,
            siteName: { try await look.current()?.name ?? installation.name })
    }

    package var routes: [Route] { WorksheetRoutes(part: self).table + WorksheetSheetRoutes(part: self).table }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    /// The worksheet that the path names, of this meeting.
    func worksheet(of meeting: Identifier, _ context: WebContext) async throws -> Worksheet {
        guard let found = try await store.find(try context.part("werkblad", as: Identifier.self)), found.meeting == meeting else { throw Problem.notFound }
        return found
    }

    /// Who signed in; nil for a visitor.
    func person(_ context: WebContext) async throws -> Person? {
        guard let id = context.actor.person?.id, let person = try await people.persons.find(id), person.isOpen else { return nil }
        return person
    }

    /// The place of someone at the meeting that they fill the worksheet in by: the one they wrote by before, else the one they have.
    func owner(of worksheet: Worksheet, person: Person) async throws -> Registration? {
        let all = try await registration.store.registrations(of: person.id, mail: person.mail).map(\.registration)
        let here = all.filter { $0.meeting == worksheet.meeting }
        if let sheet = try await store.sheet(worksheet.id, of: here.map(\.id)) { return here.first { $0.id == sheet.registration } }
        return here.first { $0.standing == .registered }
    }
}
