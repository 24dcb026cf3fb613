import Core
import Mail
import Web

/// A meeting in the calendar of who registered. Without the link to join: files are passed on.
enum RegistrationCalendar {
    static func event(_ door: MeetingDoor, in language: Language, origin: String?) -> CalendarEvent {
        let facts = door.facts
        let status: CalendarEvent.Status = door.isCancelled ? .cancelled : door.isDefinitive ? .confirmed : .tentative
        var event = CalendarEvent(
            id: "\(door.id)@leefkring", sequence: door.sequence, start: facts.startsAt, end: facts.endsAt, changedAt: door.updatedAt, status: status,
            summary: facts.title)
        event.description = facts.subject
        let place = [facts.place, facts.address].filter { !$0.isEmpty }.joined(separator: ", ")
        event.place = place.isEmpty && facts.form != .physical ? "Online" : place
        event.address = origin.map { $0 + RegistrationRoute.meeting(door.id).url(in: language) }
        return event
    }
}
