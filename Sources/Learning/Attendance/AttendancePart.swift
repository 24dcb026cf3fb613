import Core
import People
import SQL
import Web

/// A code by which people say that they are at a meeting. The list itself, where organisers note who was there, is of registration.
package struct AttendancePart: Sendable {
    let people: People.Slice
    let meetings: MeetingPart
    let registration: RegistrationPart
    package let store: AttendanceStore

    package static let migrations = AttendanceMigrations.all

    package init(people: People.Slice, meetings: MeetingPart, registration: RegistrationPart) {
        self.people = people
        self.meetings = meetings
        self.registration = registration
        let key = people.installation.key
        store = AttendanceStore(database: people.database, journal: people.journal, throttle: Throttle(key), mark: RegistrationMark(key))
    }

    package var routes: [Route] { AttendanceRoutes(part: self).table }
}
