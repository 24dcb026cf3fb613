import Core
import People
import SQL
import Web

/// What organisers of meetings are told about.
package enum MeetingNotice: String, Sendable, Hashable, CaseIterable {
    case programmeDue = "programma-bijeenkomst"

    package var kind: NoticeKind {
        switch self {
        case .programmeDue: NoticeKind(rawValue, MeetingEditWords.both(\.noticeKind))
        }
    }

    package static let kinds = allCases.map(\.kind)
}

/// Reminds organisers of programmes that should be definitive (MTG-19): once at 14 days, once at 10, once when it is late.
package struct MeetingRound: Sendable {
    let part: MeetingPart

    package init(_ part: MeetingPart) {
        self.part = part
    }

    /// To be run every hour or so; what was told is not told again, whatever nodes run it.
    ///
    /// - Returns: how many reminders were given
    @discardableResult
    package func run(from origin: Origin) async throws -> Int {
        let now = origin.time
        let due = try await part.store.list(MeetingFilter(), at: now).compactMap { meeting in MeetingRules.reminder(meeting, at: now).map { (meeting, $0) } }
        guard !due.isEmpty else { return 0 }
        let people = try await part.people.persons.all(withRolesAt: now)
        var count = 0
        for (meeting, reminder) in due {
            guard let outline = try await part.people.programmes.outline(meeting.programme) else { continue }
            let organisers = Self.organisers(of: meeting, outline, among: people)
            if try await tell(organisers, meeting, reminder, from: origin) { count += 1 }
        }
        return count
    }

    /// Those who have their role on the programme, the part, or a part above it; who has it everywhere is not told of everything.
    static func organisers(
        of meeting: Meeting, _ outline: ProgrammeOutline, among people: [(person: Person, grants: [RoleGrant])]
    ) -> [Identifier] {
        let parts = outline.line(to: meeting.part).map { Scope.thing(kind: SearchEntry.Kind.part.rawValue, id: $0) }
        let places = Set([Scope.programme(meeting.programme)] + parts)
        return people.filter { $0.grants.contains { Role.organisers.contains($0.role) && places.contains($0.scope) } }.map(\.person.id)
    }

    private func tell(_ people: [Identifier], _ meeting: Meeting, _ reminder: MeetingRules.Reminder, from origin: Origin) async throws -> Bool {
        let day = Localized(nl: MeetingHours.day(meeting.facts.startsAt, .nl), en: MeetingHours.day(meeting.facts.startsAt, .en))
        let text = NoticeText(MeetingEditWords.both(\.noticeTitle), detail: day, address: MeetingRoute.edit(meeting.id).address)
        return try await part.people.database.write { [part] transaction in
            let isFirst =
                try transaction.execute(
                    """
                    INSERT INTO meeting_reminder (meeting, kind, told_at) VALUES (\(meeting.id.description), \(reminder), \(origin.time)) ON CONFLICT DO NOTHING
                    """) == 1
            guard isFirst else { return false }
            try part.people.notices.tell(MeetingNotice.programmeDue.kind, text, to: people, from: origin, in: transaction)
            try part.people.journal.add(MeetingStore.event("meeting.reminded", meeting.id, ["reminder": reminder.rawValue]), from: origin, in: transaction)
            return true
        }
    }
}
