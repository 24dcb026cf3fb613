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
    package let lookBacks: LookBacksPart
    package let worksheets: WorksheetPart
    package let datePolls: DatePollPart
    package let attendance: AttendancePart
    package let live: LivePart
    package let followUps: FollowUpPart
    package let overview: OverviewPart
    package let report: ReportPart
    package let panel: LearningPanel
    /// For the start page and the door of the network.
    package let news: Snapshot<NetworkNews>

    /// In the order they run; appended to, never changed.
    package static let migrations =
        InventoryPart.migrations + MeetingPart.migrations + RegistrationPart.migrations + IntervisionPart.migrations + CasesPart.migrations
        + AgendaPart.migrations + ExpertisePart.migrations + LookBacksPart.migrations + WorksheetPart.migrations + DatePollPart.migrations
        + AttendancePart.migrations + FollowUpPart.migrations + LivePart.migrations

    /// All that people can be told about.
    package static let noticeKinds =
        MeetingNotice.kinds + IntervisionPart.noticeKinds + ExpertisePart.noticeKinds + LookBacksPart.noticeKinds + DatePollPart.noticeKinds
        + FollowUpPart.noticeKinds

    /// - Parameter organizer: the address that mail of this site comes from; without it mail about meetings brings no appointment
    package init(areas: Areas.Slice, people: People.Slice, organizer: Mailbox? = nil) {
        self.people = people
        inventory = InventoryPart(areas: areas, people: people)
        registration = RegistrationPart(areas: areas, people: people, organizer: organizer)
        meetings = MeetingPart(areas: areas, people: people, taking: registration.taking, deeds: ExpertisePart.deeds)
        cases = CasesPart(people: people, deeds: ExpertisePart.deeds)
        agenda = AgendaPart(people: people, inventory: inventory, meetings: meetings)
        expertise = ExpertisePart(areas: areas, people: people)
        live = LivePart(people: people, meetings: meetings, registration: registration, groups: cases.groups)
        let asked = live.store
        lookBacks = LookBacksPart(
            people: people, meetings: meetings, intervision: cases.groups, taken: { meeting in try await asked.takenLines(from: meeting) })
        worksheets = WorksheetPart(people: people, meetings: meetings, registration: registration)
        datePolls = DatePollPart(people: people, organizer: organizer)
        attendance = AttendancePart(people: people, meetings: meetings, registration: registration)
        followUps = FollowUpPart(people: people)
        overview = OverviewPart(people: people, meetings: meetings, expertise: expertise, lateLookBacks: lookBacks.late)
        report = ReportPart(areas: areas, people: people, inventory: inventory, followUps: followUps.store)
        news = NetworkNews.snapshot(people: people, inventory: inventory, meetings: meetings, cases: cases)
        panel = LearningPanel(people: people, inventory: inventory, meetings: meetings, cases: cases)
    }

    package var routes: [Route] {
        NetworkRoutes(slice: self).table + inventory.routes + meetings.routes + registration.routes + cases.routes + cases.groups.routes
            + agenda.routes + expertise.routes + lookBacks.routes + worksheets.routes + datePolls.routes + attendance.routes + followUps.routes
            + live.routes + overview.routes + report.routes
    }

    /// What can be found.
    package var searchSources: [SearchSource] {
        inventory.searchSources + agenda.searchSources + meetings.searchSources + cases.searchSources + cases.groups.searchSources + lookBacks.searchSources
    }

    /// How things of this slice hang together, and with others.
    package var linkSources: [LinkSource] {
        inventory.linkSources + agenda.linkSources + expertise.linkSources + meetings.linkSources + cases.linkSources + lookBacks.linkSources
    }
}
