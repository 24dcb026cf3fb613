import Core
import People
import SQL
import Web

/// What those who write look-backs are told about.
package enum LookBackNotice: String, Sendable, Hashable, CaseIterable {
    case prepared = "terugblik-schrijven"
    case late = "terugblik-te-laat"

    package var kind: NoticeKind {
        switch self {
        case .prepared: NoticeKind(rawValue, Localized(nl: "Een terugblik die je kunt schrijven", en: "A look-back that you can write"))
        case .late: NoticeKind(rawValue, Localized(nl: "Een terugblik die er nog niet is", en: "A look-back that is not there yet"))
        }
    }

    package static var kinds: [NoticeKind] { allCases.map(\.kind) }
}

/// Prepares the look-backs of meetings that are just over, and tells organisers of those that are late. Any node may run it at any time.
package struct LookBackRound: Sendable {
    let part: LookBacksPart

    /// Days after its end that a look-back is still prepared without anyone asking: older meetings wait for their organiser.
    static let reach: Int64 = 7
    private static let day: Int64 = 86_400_000

    /// - Returns: how many were prepared or told to be late
    @discardableResult
    package func run(from origin: Origin) async throws -> Int {
        var count = 0
        for meeting in try await ended(at: origin.time) {
            do {
                if try await part.prepare(meeting, from: origin) { count += 1 }
            } catch LookBackStore.Fault.notNow, LookBackStore.Fault.unknown {
                // Cancelled or taken away meanwhile.
                continue
            }
        }
        return try await count + tellLate(from: origin)
    }

    /// Public meetings that are over without a look-back.
    private func ended(at now: Int64) async throws -> [Meeting] {
        try await part.people.database.read { reading in
            try MeetingRows.meetings(
                where: """
                    ends_at <= \(now) AND ends_at > \(now - Self.reach * Self.day)
                    AND NOT EXISTS (SELECT 1 FROM look_back WHERE look_back.meeting = meeting.id)
                    """, reading
            ).filter { $0.isPublic && $0.publication != .cancelled }
        }
    }

    private func tellLate(from origin: Origin) async throws -> Int {
        var count = 0
        for lookBack in try await part.store.waiting() where lookBack.isLate(at: origin.time) {
            guard let meeting = try await part.meetings.store.find(lookBack.meeting) else { continue }
            let organisers = try await part.organisers(of: meeting)
            if try await tell(lookBack, meeting, organisers, from: origin) { count += 1 }
        }
        return count
    }

    private func tell(_ lookBack: LookBack, _ meeting: Meeting, _ organisers: [Identifier], from origin: Origin) async throws -> Bool {
        let text = NoticeText(
            LookBackDeskWords.both(\.lateNotice), detail: LookBackDeskWords.both(\.lateNoticeDetail), address: LookBackRoute.desk(meeting.id).address)
        return try await part.people.database.write { [part] transaction in
            let isFirst = try transaction.execute(
                "UPDATE look_back SET late_told_at = \(origin.time) WHERE id = \(lookBack.id.description) AND late_told_at IS NULL")
            guard isFirst == 1 else { return false }
            try part.people.notices.tell(LookBackNotice.late.kind, text, to: organisers, from: origin, in: transaction)
            try part.people.journal.add(LookBackStore.event("late", lookBack.id), from: origin, in: transaction)
            return true
        }
    }
}

extension LookBacksPart {
    /// Prepares the look-back of a meeting, and tells leaders and organisers once that they can write.
    ///
    /// - Returns: whether it is new
    @discardableResult
    func prepare(_ meeting: Meeting, from origin: Origin) async throws -> Bool {
        let organisers = try await organisers(of: meeting), desk = LookBackRoute.desk(meeting.id).address
        let text = NoticeText(LookBackDeskWords.both(\.preparedNotice), detail: LookBackDeskWords.both(\.preparedNoticeDetail), address: desk)
        let notices = people.notices, questions = try await taken(meeting.id)
        return try await store.generate(for: meeting.id, asked: questions, from: origin) { _, items, transaction in
            let leaders = items.flatMap(\.subgroups).compactMap { $0.facts.leader?.person }
            try notices.tell(LookBackNotice.prepared.kind, text, to: leaders + organisers, from: origin, in: transaction)
        }.isNew
    }

    /// Who is told of a look-back, as of the meeting itself.
    func organisers(of meeting: Meeting) async throws -> [Identifier] {
        guard let outline = try await people.programmes.outline(meeting.programme) else { return [] }
        return MeetingRound.organisers(of: meeting, outline, among: try await people.persons.all(withRolesAt: now))
    }
}
