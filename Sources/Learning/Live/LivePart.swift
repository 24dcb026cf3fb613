import Core
import People
import SQL
import Web

/// Questions and polls while a meeting is on. The table of contents of this part.
///
/// Nothing of it can be searched or linked, and nothing of it is of a person: who takes part is not known.
package struct LivePart: Sendable {
    let people: People.Slice
    let meetings: MeetingPart
    let registration: RegistrationPart
    package let store: LiveStore
    let mark: LiveMark
    /// One for all streams of this node.
    let watch: LiveWatch

    /// The groups whose sessions can be followed too.
    let groups: IntervisionPart
    let groupWatch: LiveWatch

    package static let migrations = LiveMigrations.all

    package init(people: People.Slice, meetings: MeetingPart, registration: RegistrationPart, groups: IntervisionPart) {
        self.people = people
        self.meetings = meetings
        self.registration = registration
        self.groups = groups
        groupWatch = LiveWatch { try await groups.liveStanding(of: $0) }
        let key = people.installation.key, now = people.now
        let store = LiveStore(database: people.database, journal: people.journal, throttle: Throttle(key))
        self.store = store
        mark = LiveMark(key)
        watch = LiveWatch { try await store.standing(of: $0, at: now()) }
    }

    /// What goes when its time is over. It keeps nothing of anyone, so that there is nothing to take along or to erase.
    package static let records = PersonalRecords("live", names: [:]) { _, _ in
        []
    } erase: { _, _, _ in
    } forget: { now, transaction in
        try LiveStore.forget(before: now, transaction)
    }
}
