import Core
import Mail
import People
import SQL

/// Closing a poll, and making a meeting of it.
extension DatePollStore {
    /// Closes it before its time.
    package func close(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(id, transaction).state == .open else { throw Fault.over }
            try transaction.execute("UPDATE date_poll SET state = 'gesloten', closed_at = \(origin.time) WHERE id = \(id.description)")
            return ((), Self.event("date-poll.closed", id))
        }
    }

    /// Closes what is over its deadline and tells who asked. Running it twice, or on two nodes, is running it once.
    ///
    /// - Returns: how many
    @discardableResult
    package func closeDue(from origin: Origin) async throws -> Int {
        let due = try await database.read { try Self.polls("state = 'open' AND deadline <= \(origin.time)", $0) }
        var count = 0
        for poll in due {
            let isClosed = try await database.write { transaction in
                let changed = try transaction.execute(
                    "UPDATE date_poll SET state = 'gesloten', closed_at = \(origin.time) WHERE id = \(poll.id.description) AND state = 'open'")
                guard changed == 1 else { return false }
                if let organiser = poll.organiser { try post.tellClosed(poll.id, to: organiser, from: origin, in: transaction) }
                try journal.add(Self.event("date-poll.closed", poll.id), from: origin, in: transaction)
                return true
            }
            if isClosed { count += 1 }
        }
        return count
    }

    /// Makes it this moment: one step that adds the draft of a meeting and tells everyone, with a file for their calendar.
    ///
    /// - Returns: the meeting
    /// - Throws: ``Fault``; of two who choose at once the second gets ``Fault/over``
    package func choose(_ number: Int, of id: Identifier, site: String, from origin: Origin) async throws -> Identifier {
        let meeting = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            let poll = try Self.hold(id, transaction)
            guard poll.state != .decided else { throw Fault.over }
            guard let option = poll.option(number) else { throw Fault.unknown }
            guard option.endsAt > origin.time else { throw Fault.over }
            do {
                _ = try MeetingStore.insert(meeting, Self.facts(poll, option), poll.place.programme, transaction, origin)
            } catch MeetingStore.Fault.unknownProgramme { throw Fault.place } catch MeetingStore.Fault.unknownPart { throw Fault.place }
            try transaction.execute(
                """
                UPDATE date_poll SET state = 'gekozen', chosen = \(number), meeting = \(meeting.description),
                    closed_at = COALESCE(closed_at, \(origin.time))
                WHERE id = \(id.description)
                """)
            guard let decided = try Self.polls("id = \(id.description)", transaction).first else { throw Fault.unknown }
            for invitee in try Self.invitees(of: id, transaction) {
                try post.tellChosen(invitee.guest, decided, option, meeting, site: site, from: origin, in: transaction)
            }
            return (meeting, Self.event("date-poll.decided", id, ["meeting": meeting.description]))
        }
    }

    /// What the organisers begin with.
    private static func facts(_ poll: DatePoll, _ option: DatePoll.Option) -> Meeting.Facts {
        MeetingRules.tidy(
            Meeting.Facts(
                part: poll.place.part, title: poll.facts.title, purpose: poll.facts.about, form: poll.facts.form, startsAt: option.startsAt,
                endsAt: option.endsAt, place: poll.facts.location))
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> DatePoll? { try await database.read { try Self.polls("id = \(id.description)", $0).first } }

    /// The newest first.
    package func all() async throws -> [DatePoll] { try await database.read { Array(try Self.polls("1 = 1", $0).reversed()) } }

    /// In the order they were asked; for who organises.
    package func invitees(of poll: Identifier) async throws -> [DatePoll.Invitee] { try await database.read { try Self.invitees(of: poll, $0) } }

    /// What the page behind a personal link shows: the poll, one's own answers, and counts. Never who said what.
    package struct Asked: Sendable {
        package let poll: DatePoll
        package let invitee: DatePoll.Invitee
        package let tally: DatePollTally
    }

    /// - Returns: nil for a link that was not made here, or is over its time
    package func find(token: String, at now: Int64) async throws -> Asked? {
        try await database.read { reading in
            let found = try reading.first("SELECT poll, id FROM date_poll_person WHERE \(Self.link(token))") { (try $0.identifier(0), try $0.identifier(1)) }
            guard let (id, mine) = found, let poll = try Self.polls("id = \(id.description)", reading).first else { return nil }
            let last = max(poll.facts.deadline, poll.options.map(\.endsAt).max() ?? 0)
            guard now < last + DatePollRules.linkDays * 86_400_000 else { return nil }
            let all = try Self.invitees(of: id, reading)
            return all.first { $0.id == mine }.map { Asked(poll: poll, invitee: $0, tally: DatePollTally(poll.options, all)) }
        }
    }

    /// The one person with this name who registered for a meeting there; nil for none, and for several.
    package func guest(named name: String, at place: DatePoll.Place, isRequired: Bool) async throws -> DatePoll.Guest? {
        let here: Query = place.part.map { "meeting.part = \($0.description)" } ?? "meeting.programme = \(place.programme.description) AND meeting.part IS NULL"
        let found = try await database.read { reading in
            try reading.all(
                """
                SELECT registration.mail, registration.person, registration.language FROM registration JOIN meeting ON meeting.id = registration.meeting
                WHERE \(here) AND registration.name = \(name) AND registration.mail <> '' ORDER BY registration.id
                """
            ) { row -> DatePoll.Guest? in
                guard let mail = try? MailAddress(try row.string(0)) else { return nil }
                return DatePoll.Guest(
                    mail: mail, name: name, person: try row.optionalString(1).flatMap { Identifier($0) },
                    language: Language(rawValue: try row.string(2)) ?? .nl, isRequired: isRequired)
            }.compactMap { $0 }
        }
        return Set(found.map(\.mail.key)).count == 1 ? found.last : nil
    }

    static func polls(_ condition: Query, _ reading: Reading) throws -> [DatePoll] {
        var options: [String: [DatePoll.Option]] = [:]
        try reading.each(
            """
            SELECT poll, number, starts_at, ends_at, maximum FROM date_poll_option
            WHERE poll IN (SELECT date_poll.id FROM date_poll WHERE \(condition)) ORDER BY poll, number
            """
        ) { row in
            let option = DatePoll.Option(
                number: try row.int(1), startsAt: Int64(try row.int(2)), endsAt: Int64(try row.int(3)), maximum: try row.optionalInt(4))
            options[try row.string(0), default: []].append(option)
        }
        return try reading.all(
            """
            SELECT id, programme, part, title, about, minutes, form, location, deadline, state, organiser, chosen, meeting, added_at FROM date_poll
            WHERE \(condition) ORDER BY id
            """
        ) { row in
            func optional(_ index: Int) throws -> Identifier? { try row.optionalString(index).flatMap { Identifier($0) } }
            let facts = DatePoll.Facts(
                title: try row.string(3), about: try row.string(4), minutes: try row.int(5), form: try row.raw(6), location: try row.string(7),
                deadline: Int64(try row.int(8)))
            return DatePoll(
                id: try row.identifier(0), place: DatePoll.Place(programme: try row.identifier(1), part: try optional(2)), facts: facts,
                options: options[try row.string(0)] ?? [], state: try row.raw(9), organiser: try optional(10), chosen: try row.optionalInt(11),
                meeting: try optional(12), addedAt: Int64(try row.int(13)))
        }
    }

    static func invitees(of poll: Identifier, _ reading: Reading) throws -> [DatePoll.Invitee] {
        var answers: [String: [Int: DatePoll.Answer]] = [:]
        try reading.each(
            """
            SELECT invitee, number, answer FROM date_poll_answer
            WHERE invitee IN (SELECT date_poll_person.id FROM date_poll_person WHERE poll = \(poll.description))
            """
        ) { row in answers[try row.string(0), default: [:]][try row.int(1)] = try row.raw(2) }
        return try reading.all(
            "SELECT id, person, name, mail, language, required, answered_at FROM date_poll_person WHERE poll = \(poll.description) ORDER BY required DESC, id"
        ) { row in
            guard let mail = try? MailAddress(try row.string(3)) else { throw SQLError.value(column: "mail", "is not a mail address") }
            let guest = DatePoll.Guest(
                mail: mail, name: try row.string(2), person: try row.optionalString(1).flatMap { Identifier($0) },
                language: try row.raw(4), isRequired: try row.bool(5))
            return DatePoll.Invitee(
                id: try row.identifier(0), guest: guest, answeredAt: try row.optionalInt(6).map(Int64.init), answers: answers[try row.string(0)] ?? [:])
        }
    }
}
