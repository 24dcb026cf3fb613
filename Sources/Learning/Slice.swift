import Areas
import Core
import Mail
import People
import SQL
import Web

/// Learning together: from a question to a meeting, a case, a yield and a look-back. The table of contents of the slice.
///
/// A class, because its parts are large values: the composition only points to it.
package final class Slice: Sendable {
    let people: People.Slice
    package let inventory: InventoryPart
    package let meetings: MeetingPart
    package let registration: RegistrationPart
    package let cases: CasesPart
    package let agenda: AgendaPart
    package let expertise: ExpertisePart

    /// In the order they run; appended to, never changed.
    package static let migrations =
        InventoryPart.migrations + MeetingPart.migrations + RegistrationPart.migrations + IntervisionPart.migrations + CasesPart.migrations
        + AgendaPart.migrations + ExpertisePart.migrations

    /// All that people can be told about.
    package static let noticeKinds = MeetingNotice.kinds + IntervisionPart.noticeKinds + ExpertisePart.noticeKinds

    /// - Parameter organizer: the address that mail of this site comes from; without it mail about meetings brings no appointment
    package init(areas: Areas.Slice, people: People.Slice, organizer: Mailbox? = nil) {
        self.people = people
        inventory = InventoryPart(areas: areas, people: people)
        registration = RegistrationPart(areas: areas, people: people, organizer: organizer)
        meetings = MeetingPart(areas: areas, people: people, taking: registration.taking)
        cases = CasesPart(people: people)
        agenda = AgendaPart(people: people, inventory: inventory, meetings: meetings)
        expertise = ExpertisePart(areas: areas, people: people)
    }

    package var routes: [Route] {
        NetworkRoutes(slice: self).table + inventory.routes + meetings.routes + registration.routes + cases.routes + cases.groups.routes
            + agenda.routes + expertise.routes
    }

    /// What can be found.
    package var searchSources: [SearchSource] {
        inventory.searchSources + meetings.searchSources + cases.searchSources + cases.groups.searchSources
    }

    /// How things of this slice hang together, and with others.
    package var linkSources: [LinkSource] { inventory.linkSources + meetings.linkSources + cases.linkSources }
}
