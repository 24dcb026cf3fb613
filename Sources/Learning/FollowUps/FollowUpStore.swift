import Core
import Credentials
import Mail
import People
import SQL
import Transfer

/// Asks people later what they used, and writes what they say. The only writer of these tables.
package struct FollowUpStore: Sendable {
    let database: Database
    let journal: Journal
    let post: FollowUpPost
    let mark: RegistrationMark

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such link, or it is over its time.
        case unknown
        /// Said before.
        case over
    }

    static func digest(_ token: String) -> [UInt8] { Digest.sha256(Array("follow-up \(token)".utf8)) }

    // MARK: Whom to ask

    /// One person and one meeting or session.
    private struct Cause: Hashable {
        let kind: FollowUp.Kind
        let thing: Identifier
        let term: FollowUp.Term
        let programme: Identifier
        let title: String
        let happenedAt: Int64
        let recipient: FollowUpPost.Recipient
    }

    /// Asks all who are due, and reminds once who said nothing: all causes of a day in one mail. May run on every node at any time.
    ///
    /// - Returns: how many people got a mail
    @discardableResult
    package func round(site: @Sendable () async throws -> String, from origin: Origin) async throws -> Int {
        guard AmsterdamTime(at: origin.time).hour >= FollowUp.hour else { return 0 }
        let due = try await database.read { reading in
            var due: [[UInt8]: [Cause]] = [:]
            for term in FollowUp.Term.allCases {
                let causes = try Self.meetings(term, at: origin.time, reading) + sessions(term, at: origin.time, reading)
                for cause in causes where post.reaches(cause.recipient) {
                    due[cause.recipient.tag, default: []].append(cause)
                }
            }
            for recipient in try Self.silent(at: origin.time, reading) where due[recipient.tag] == nil && post.reaches(recipient) { due[recipient.tag] = [] }
            return due
        }
        guard !due.isEmpty else { return 0 }
        let name = try await site()
        var count = 0
        for (tag, causes) in due.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            if try await ask(tag, causes, site: name, from: origin) { count += 1 }
        }
        return count
    }

    /// The moments between which something ended that is asked about today.
    private static func span(_ term: FollowUp.Term, at now: Int64) -> Range<Int64> {
        let day: Int64 = 86_400_000, end = DutchDay(at: now).end - term.days * day
        return end - FollowUp.late * day..<end
    }

    /// Who was there, or may have been: where nobody noted who came, everyone with a place is asked. Who was absent is not.
    private static func meetings(_ term: FollowUp.Term, at now: Int64, _ reading: Reading) throws -> [Cause] {
        let span = span(term, at: now)
        return try reading.all(
            """
            SELECT meeting.id, meeting.programme, meeting.title, meeting.ends_at, registration.mail_key, registration.person, registration.mail,
                registration.name, registration.language
            FROM meeting JOIN registration ON registration.meeting = meeting.id
            WHERE meeting.ends_at >= \(span.lowerBound) AND meeting.ends_at < \(span.upperBound) AND registration.standing = 'ingeschreven'
                AND registration.attendance <> 'afwezig' AND registration.mail <> ''
                AND NOT EXISTS (SELECT 1 FROM meeting_state WHERE meeting_state.meeting = meeting.id AND meeting_state.state = 'afgelast')
                AND NOT EXISTS (SELECT 1 FROM follow_up_stop WHERE follow_up_stop.mail_key = registration.mail_key)
                AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.thing = meeting.id AND follow_up.months = \(term.rawValue)
                    AND follow_up.mail_key = registration.mail_key)
            ORDER BY meeting.ends_at, meeting.id, registration.id
            """
        ) { row in
            let recipient = FollowUpPost.Recipient(
                tag: try row.bytes(4), person: try row.optionalString(5).flatMap { Identifier($0) }, mail: try row.string(6), name: try row.string(7),
                language: Language(rawValue: try row.string(8)) ?? .nl)
            return Cause(
                kind: .meeting, thing: try row.identifier(0), term: term, programme: try row.identifier(1), title: try row.string(2),
                happenedAt: Int64(try row.int(3)), recipient: recipient)
        }
    }

    /// Who was in a session that was closed.
    private func sessions(_ term: FollowUp.Term, at now: Int64, _ reading: Reading) throws -> [Cause] {
        let span = Self.span(term, at: now)
        let found = try reading.all(
            """
            SELECT intervision_session.id, intervision_group.programme, intervision_session.closed_at, person.id, person.mail, person.name, person.language
            FROM intervision_session JOIN intervision_group ON intervision_group.id = intervision_session.group_id
            JOIN intervision_presence ON intervision_presence.session = intervision_session.id
            JOIN person ON person.id = intervision_presence.person
            WHERE intervision_session.state = 'gesloten' AND intervision_session.closed_at >= \(span.lowerBound)
                AND intervision_session.closed_at < \(span.upperBound) AND person.closed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.thing = intervision_session.id AND follow_up.months = \(term.rawValue)
                    AND follow_up.person = person.id)
            ORDER BY intervision_session.closed_at, intervision_session.id, person.id
            """
        ) { row in
            let mail = try row.string(4), key = (try? MailAddress(mail).key) ?? mail.lowercased()
            let recipient = FollowUpPost.Recipient(
                tag: mark.tag(key: key), person: try row.identifier(3), mail: mail, name: try row.string(5),
                language: Language(rawValue: try row.string(6)) ?? .nl)
            return Cause(
                kind: .session, thing: try row.identifier(0), term: term, programme: try row.identifier(1), title: "", happenedAt: Int64(try row.int(2)),
                recipient: recipient)
        }
        let stopped = Set(try reading.all("SELECT mail_key FROM follow_up_stop") { try $0.bytes(0) })
        return found.filter { !stopped.contains($0.recipient.tag) }
    }

    /// Who was asked two weeks ago and said nothing.
    private static func silent(at now: Int64, _ reading: Reading) throws -> [FollowUpPost.Recipient] {
        try reading.all("SELECT mail_key, person, mail, name, language FROM follow_up WHERE \(isSilent(at: now)) ORDER BY id") { row in
            FollowUpPost.Recipient(
                tag: try row.bytes(0), person: try row.optionalString(1).flatMap { Identifier($0) }, mail: try row.string(2), name: try row.string(3),
                language: Language(rawValue: try row.string(4)) ?? .nl)
        }
    }

    private static func isSilent(at now: Int64) -> Query {
        let day: Int64 = 86_400_000, end = DutchDay(at: now).end - FollowUp.reminder * day
        return """
            answered_at IS NULL AND reminded_at IS NULL AND mail <> '' AND asked_at < \(end) AND asked_at >= \(end - FollowUp.life + FollowUp.reminder * day)
                AND NOT EXISTS (SELECT 1 FROM follow_up_stop WHERE follow_up_stop.mail_key = follow_up.mail_key)
            """
    }

    // MARK: Asking

    /// - Returns: whether a mail went out: another node may have been first
    private func ask(_ tag: [UInt8], _ causes: [Cause], site: String, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            var lines: [Identifier] = []
            for cause in causes {
                let id = Identifier(at: origin.time)
                if try Self.insert(id, cause, at: origin.time, transaction) { lines.append(id) }
            }
            let reminded = try transaction.all("SELECT id FROM follow_up WHERE mail_key = \(tag) AND \(Self.isSilent(at: origin.time))") {
                try $0.identifier(0)
            }
            for id in reminded {
                let isFirst =
                    try transaction.execute(
                        """
                        UPDATE follow_up SET reminded_at = \(origin.time) WHERE id = \(id.description) AND reminded_at IS NULL AND answered_at IS NULL
                        """) == 1
                if isFirst { lines.append(id) }
            }
            guard let first = lines.first, let recipient = try Self.recipient(first, transaction) else { return false }
            let asked = try Self.followUps("id IN \(list: lines.map(\.description))", transaction)
            let token = try Self.prove(tag, lines, at: origin.time, transaction)
            try post.send(asked, to: recipient, token: token, isReminder: Set(lines) == Set(reminded), site: site, from: origin, in: transaction)
            let details = ["new": String(asked.filter { $0.askedAt == origin.time }.count), "reminded": String(reminded.count)]
            try journal.add(Event("follow-up.asked", Event.Thing("follow-up", first.description), details: details), from: origin, in: transaction)
            return true
        }
    }

    private static func insert(_ id: Identifier, _ cause: Cause, at now: Int64, _ transaction: Transaction) throws -> Bool {
        let one = cause.recipient
        return try transaction.execute(
            """
            INSERT INTO follow_up (id, thing_kind, thing, months, programme, title, happened_at, mail_key, person, mail, name, language, asked_at,
                used_words, outcome, sharing)
            VALUES (\(id.description), \(cause.kind), \(cause.thing.description), \(cause.term.rawValue), \(cause.programme.description), \(cause.title),
                \(cause.happenedAt), \(one.tag), \(one.person?.description), \(one.mail), \(one.name), \(one.language), \(now), '', '', 'niet')
            ON CONFLICT (thing, months, mail_key) DO NOTHING
            """) == 1
    }

    private static func recipient(_ id: Identifier, _ reading: Reading) throws -> FollowUpPost.Recipient? {
        try reading.first("SELECT mail_key, person, mail, name, language FROM follow_up WHERE id = \(id.description)") { row in
            FollowUpPost.Recipient(
                tag: try row.bytes(0), person: try row.optionalString(1).flatMap { Identifier($0) }, mail: try row.string(2), name: try row.string(3),
                language: Language(rawValue: try row.string(4)) ?? .nl)
        }
    }

    /// A link for these, of which only a digest is kept.
    private static func prove(_ tag: [UInt8], _ lines: [Identifier], at now: Int64, _ transaction: Transaction) throws -> String {
        let token = RandomText.token(bits: 128), digest = digest(token)
        try transaction.execute(
            "INSERT INTO follow_up_proof (token, mail_key, made_at, ends_at) VALUES (\(digest), \(tag), \(now), \(now + FollowUp.life))")
        for line in lines {
            try transaction.execute("INSERT INTO follow_up_proof_line (token, follow_up) VALUES (\(digest), \(line.description))")
        }
        return token
    }
}
