import Core
import Credentials
import People

extension Slice {
    /// What the slice keeps of people, so that it is taken along, erased and forgotten with the rest.
    ///
    /// - Parameter key: of the installation
    package static func personalRecords(_ key: SecretKey) -> [PersonalRecords] {
        [
            RegistrationRecords.all(key), InventoryRecords.all, GroupRecords.all, MeetingRecords.all, AgendaRecords.all, ExpertisePart.records,
            LookBackRecords.all, WorksheetRecords.all(key), DatePollRecords.all(key), FollowUpRecords.all(key), LivePart.records,
        ]
    }

    /// What time brings: offers that end, places that come free, reminders. May run on every node at any time.
    package func round(from origin: Origin) async throws {
        try await MeetingRound(meetings).run(from: origin)
        try await registration.round.run(from: origin)
        try await cases.groups.remind(from: origin)
        try await expertise.round(from: origin)
        try await agenda.tellFollowers(from: origin)
        try await lookBacks.round.run(from: origin)
        try await worksheets.post.run(from: origin)
        try await datePolls.round(from: origin)
        try await followUps.round(from: origin)
    }
}
