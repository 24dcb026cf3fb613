import Core
import Mail
import People
import SQL

/// Reads and writes date polls. The only writer of these tables.
package struct DatePollStore: Sendable {
    let database: Database
    let journal: Journal
    let post: DatePollPost
    let mark: RegistrationMark

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such poll, moment or person.
        case unknown
        /// Something that cannot be asked: no moments, one twice, one before the deadline, too many people.
        case facts
        /// No such programme or part, or one that has ended.
        case place
        /// Closed or decided.
        case over
        /// So many people chose this moment that there is no room.
        case full(Int)
    }

    static func event(_ action: String, _ poll: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("date-poll", poll.description), details: details)
    }

    // MARK: Asking

    /// Asks people when they can; each gets a mail with a link of their own.
    ///
    /// - Parameters:
    ///   - guests: of one address the first counts
    ///   - site: the name of the site, for the mail
    @discardableResult
    package func ask(
        _ facts: DatePoll.Facts, _ options: [DatePoll.Option], _ guests: [DatePoll.Guest], at place: DatePoll.Place, site: String, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        let sorted = options.sorted { $0.startsAt < $1.startsAt }.enumerated().map { index, option in
            DatePoll.Option(number: index + 1, startsAt: option.startsAt, endsAt: option.endsAt, maximum: option.maximum)
        }
        guard DatePollRules.fits(facts, sorted, at: origin.time), !guests.isEmpty else { throw Fault.facts }
        return try await journal.write(from: origin) { transaction in
            try Self.hold(place, transaction)
            try transaction.execute(
                """
                INSERT INTO date_poll (id, programme, part, title, about, minutes, form, location, deadline, state, organiser, added_at)
                VALUES (\(id.description), \(place.programme.description), \(place.part?.description), \(facts.title), \(facts.about), \(facts.minutes),
                    \(facts.form), \(facts.location), \(facts.deadline), 'open', \(origin.person?.description), \(origin.time))
                """)
            for option in sorted {
                try transaction.execute(
                    """
                    INSERT INTO date_poll_option (poll, number, starts_at, ends_at, maximum)
                    VALUES (\(id.description), \(option.number), \(option.startsAt), \(option.endsAt), \(option.maximum))
                    """)
            }
            guard let poll = try Self.polls("id = \(id.description)", transaction).first else { throw Fault.unknown }
            try invite(guests, to: poll, site: site, from: origin, in: transaction)
            return (id, Self.event("date-poll.asked", id, ["programme": place.programme.description]))
        }
    }

    /// Holds the programme, and the part where there is one: it must run.
    private static func hold(_ place: DatePoll.Place, _ transaction: Transaction) throws {
        var held = try transaction.execute("UPDATE programme SET added_at = added_at WHERE id = \(place.programme.description) AND ended_at IS NULL")
        guard held == 1 else { throw Fault.place }
        guard let part = place.part else { return }
        held = try transaction.execute(
            """
            UPDATE programme_part SET added_at = added_at
            WHERE id = \(part.description) AND programme = \(place.programme.description) AND ended_at IS NULL
            """)
        guard held == 1 else { throw Fault.place }
    }

    private func invite(_ guests: [DatePoll.Guest], to poll: DatePoll, site: String, from origin: Origin, in transaction: Transaction) throws {
        for guest in guests {
            let id = Identifier(at: origin.time), token = DatePollPost.token()
            let isNew = try transaction.execute(
                """
                INSERT INTO date_poll_person (id, poll, person, name, mail, mail_key, language, required, token, asked_at)
                VALUES (\(id.description), \(poll.id.description), \(guest.person?.description), \(guest.name), \(guest.mail.description),
                    \(mark.tag(key: guest.mail.key)), \(guest.language), \(guest.isRequired), \(DatePollPost.digest(token)), \(origin.time))
                ON CONFLICT (poll, mail_key) DO NOTHING
                """)
            if isNew == 1 { try post.invite(guest, to: poll, token: token, site: site, from: origin, in: transaction) }
        }
        let count = try transaction.first("SELECT COUNT(*) FROM date_poll_person WHERE poll = \(poll.id.description)") { try $0.int(0) } ?? 0
        guard count <= DatePollRules.mostPeople else { throw Fault.facts }
    }

    /// Asks more people while it is open; who was asked is not asked again.
    package func add(_ guests: [DatePoll.Guest], to id: Identifier, site: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let poll = try Self.hold(id, transaction)
            guard poll.isOpen(at: origin.time) else { throw Fault.over }
            try invite(guests, to: poll, site: site, from: origin, in: transaction)
            return ((), Self.event("date-poll.people-added", id))
        }
    }

    /// Takes someone off, with their answers: their link works no more.
    package func remove(_ invitee: Identifier, from id: Identifier, origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let poll = try Self.hold(id, transaction)
            guard poll.state != .decided else { throw Fault.over }
            let gone = try transaction.execute("DELETE FROM date_poll_person WHERE id = \(invitee.description) AND poll = \(id.description)")
            guard gone == 1 else { throw Fault.unknown }
            return ((), Self.event("date-poll.person-removed", id))
        }
    }

    /// Holds the poll: answers, closing and choosing wait for each other, so that no moment gets more people than it takes.
    static func hold(_ id: Identifier, _ transaction: Transaction) throws -> DatePoll {
        try transaction.execute("UPDATE date_poll SET added_at = added_at WHERE id = \(id.description)")
        guard let poll = try polls("id = \(id.description)", transaction).first else { throw Fault.unknown }
        return poll
    }

    // MARK: Answering

    /// Says of every moment whether someone can; the last time counts.
    ///
    /// - Parameter token: of the link in their mail
    package func answer(_ answers: [Int: DatePoll.Answer], token: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let poll = try transaction.first("SELECT poll FROM date_poll_person WHERE \(Self.link(token))") { try $0.identifier(0) }
            guard let poll else { throw Fault.unknown }
            let held = try Self.hold(poll, transaction)
            guard held.isOpen(at: origin.time) else { throw Fault.over }
            // Once more: who was taken off meanwhile is asked no more.
            let all = try Self.invitees(of: poll, transaction)
            let mine = try transaction.first("SELECT id FROM date_poll_person WHERE \(Self.link(token))") { try $0.identifier(0) }
            guard let mine, Set(answers.keys) == Set(held.options.map(\.number)) else { throw Fault.unknown }
            for line in DatePollTally(held.options, all.filter { $0.id != mine }).lines {
                let number = line.option.number, before = all.first { $0.id == mine }?.answers[number]
                // Who had a place keeps it.
                if line.isFull && answers[number]?.can == true && before?.can != true { throw Fault.full(number) }
            }
            try transaction.execute("DELETE FROM date_poll_answer WHERE invitee = \(mine.description)")
            for (number, answer) in answers.sorted(by: { $0.key < $1.key }) {
                try transaction.execute("INSERT INTO date_poll_answer (invitee, number, answer) VALUES (\(mine.description), \(number), \(answer))")
            }
            try transaction.execute("UPDATE date_poll_person SET answered_at = \(origin.time) WHERE id = \(mine.description)")
            return ((), Self.event("date-poll.answered", poll))
        }
    }
}
