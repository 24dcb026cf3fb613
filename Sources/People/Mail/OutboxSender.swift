import Core
import Mail
import SQL

/// Takes mail out of the outbox when its time has come, hands it to a mail server and keeps the server's word.
///
/// Any number of nodes may do this side by side: a mail is taken by one of them. A mail is never handed over twice; where it is not known whether the server
/// has it, it is not sent again.
package struct OutboxSender: Sendable {
    package typealias Send = @Sendable (MailMessage) async -> SMTPDelivery

    /// Milliseconds after which a node that took a mail and said nothing more is taken for dead; a server is never waited for so long.
    package static let patience: Int64 = 600_000
    /// Minutes between tries: soon at first, then every 12 hours, almost 4 days in all.
    private static let pauses: [Int64] = [1, 5, 15, 60, 360] + Array(repeating: 720, count: 7)

    private let outbox: Outbox
    private let node: String
    private let from: Mailbox
    private let now: @Sendable () -> Int64
    private let send: Send
    private let close: @Sendable () async -> Void

    /// - Parameters:
    ///   - node: the name of this node
    ///   - from: whom the mail comes from
    ///   - now: milliseconds since 1970
    ///   - send: as a rule that of an `SMTPSender`
    ///   - close: after a number of mails in a row, as the server would close an idle connection by itself
    package init(
        _ outbox: Outbox, node: String, from: Mailbox, now: @escaping @Sendable () -> Int64, send: @escaping Send,
        close: @escaping @Sendable () async -> Void = {}
    ) {
        self.outbox = outbox
        self.node = node
        self.from = from
        self.now = now
        self.send = send
        self.close = close
    }

    /// Sends what is due, again and again, until the task is cancelled; then the mail that is on its way is brought to its end.
    ///
    /// - Parameter failed: told what went wrong with the database; the next round tries again
    package func run(every pause: Duration = .seconds(2), failed: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do { try await sendDue() } catch { if !Task.isCancelled { failed(error) } }
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    /// One round: all that is due now, one after the other, until the server cannot be reached.
    ///
    /// - Returns: how many mails ended how; nil stands for those that are to be tried again
    /// - Throws: errors of the database
    @discardableResult
    package func sendDue() async throws -> [OutboxEntry.Outcome?: Int] {
        var counts: [OutboxEntry.Outcome?: Int] = [:]
        var look = try await look()
        if look.hasLost { counts[.uncertain] = try await endLost() }
        guard !look.due.isEmpty else { return counts }
        do { try await send(&look.due, &counts) } catch {
            await close()
            throw error
        }
        await close()
        return counts
    }

    private func send(_ due: inout [Identifier], _ counts: inout [OutboxEntry.Outcome?: Int]) async throws {
        while !due.isEmpty {
            for id in due {
                if Task.isCancelled { return }
                guard let taken = try await take(id) else { continue }
                let delivery = await delivery(of: taken)
                if let end = try await record(delivery, of: taken) { counts[end.outcome, default: 0] += 1 }
                // Not about this mail: the next would fare the same.
                if delivery.outcome == .notSent { return }
            }
            due = try await look().due
        }
    }

    /// When a mail is tried again.
    ///
    /// - Parameter tries: how often it has been tried
    /// - Returns: milliseconds since 1970; nil when it has been tried often enough
    static func nextTry(after tries: Int, now: Int64) -> Int64? {
        let place = max(tries, 1) - 1
        return place < pauses.count ? now + pauses[place] * 60_000 : nil
    }
}

// MARK: Taking

extension OutboxSender {
    /// A mail that is this node's to send.
    private struct Taken {
        let id: Identifier
        let kind: String
        /// Nil for what cannot be made into a message.
        let message: MailMessage?
        let takenAt: Int64
        /// With this one.
        let tries: Int
        let expiry: Int64?
    }

    /// What there is to do.
    ///
    /// - Returns: the first ids that are due, in order, and whether a node went away with a mail
    private func look() async throws -> (due: [Identifier], hasLost: Bool) {
        let now = now()
        return try await outbox.database.read { reading in
            let due = try reading.all(
                "SELECT id FROM outbox WHERE outcome IS NULL AND taken_at IS NULL AND due_at <= \(now) ORDER BY due_at, id LIMIT 20"
            ) { Identifier(try $0.string(0)) }
            let lost = try reading.first("SELECT 1 FROM outbox WHERE outcome IS NULL AND taken_at < \(now - Self.patience)") { try $0.int(0) }
            return (due.compactMap { $0 }, lost != nil)
        }
    }

    /// - Returns: nil when another node was quicker
    private func take(_ id: Identifier) async throws -> Taken? {
        let (now, node, from) = (now(), node, from)
        return try await outbox.database.write { transaction in
            try transaction.first(
                """
                UPDATE outbox SET taken_at = \(now), taken_by = \(node), tries = tries + 1
                WHERE id = \(id.description) AND outcome IS NULL AND taken_at IS NULL AND due_at <= \(now)
                RETURNING kind, added_at, tries, recipient, recipient_name, language, subject, body_text, body_html, expires_at,
                    reply_to, reply_name, unsubscribe, calendar, calendar_method
                """
            ) { row in
                Taken(
                    id: id, kind: try row.string(0), message: try Self.message(row, id: id, from: from), takenAt: now, tries: try row.int(2),
                    expiry: try row.optionalInt(9).map(Int64.init))
            }
        }
    }

    /// Its name and date are those of the mail, not of the try, so that a reader's program would see two copies as one.
    private static func message(_ row: Row, id: Identifier, from: Mailbox) throws -> MailMessage? {
        guard let address = try? MailAddress(try row.string(3)), let name = MessageID(id.description, domain: from.address.domain) else { return nil }
        let recipient = try row.string(4), html = try row.string(8)
        var message = MailMessage(
            id: name, date: Int64(try row.int(1)), from: from, to: Mailbox(address, name: recipient.isEmpty ? nil : recipient), subject: try row.string(6),
            text: try row.string(7), html: html.isEmpty ? nil : html)
        message.language = try row.string(5)
        if let address = try row.optionalString(10).flatMap({ try? MailAddress($0) }) { message.replyTo = Mailbox(address, name: try row.optionalString(11)) }
        message.unsubscribe = try row.optionalString(12).flatMap { UnsubscribeLink($0) }
        if let text = try row.optionalString(13), let method = try row.optionalString(14).flatMap(CalendarMethod.init(rawValue:)) {
            message.calendar = MailCalendar(method: method, text: text)
        }
        return message
    }

    private func delivery(of taken: Taken) async -> SMTPDelivery {
        guard let message = taken.message else {
            return SMTPDelivery(outcome: .permanent, code: nil, answer: "its address or name cannot stand in a message", transcript: [], server: node)
        }
        return await send(message)
    }
}

// MARK: Writing down

extension OutboxSender {
    /// What becomes of a mail after a try.
    private enum End: Sendable {
        case ended(OutboxEntry.Outcome)
        case again(at: Int64)

        var outcome: OutboxEntry.Outcome? {
            if case .ended(let outcome) = self { outcome } else { nil }
        }

        var action: String { "mail." + (outcome?.rawValue ?? "delayed") }
    }

    private func end(_ delivery: SMTPDelivery, of taken: Taken, at time: Int64) -> End {
        switch delivery.outcome {
        case .accepted: .ended(.sent)
        case .permanent: .ended(.refused)
        case .uncertain: .ended(.uncertain)
        case .temporary, .notSent:
            Self.nextTry(after: taken.tries, now: time).flatMap { $0 < taken.expiry ?? .max ? .again(at: $0) : nil } ?? .ended(.expired)
        }
    }

    /// Writes down what came of it, with some patience: a word that is lost leaves the mail uncertain.
    ///
    /// - Returns: nil when the mail was not this node's any more
    private func record(_ delivery: SMTPDelivery, of taken: Taken) async throws -> End? {
        let time = now()
        let end = end(delivery, of: taken, at: time)
        // A task of its own: in one that was cancelled nothing is written.
        return try await Task {
            for attempt in 0..<6 {
                do { return try await write(end, delivery, of: taken, at: time) } catch let error as SQLError {
                    switch error {
                    case .connection, .busy: try await Task.sleep(for: .milliseconds(100 << attempt))
                    default: throw error
                    }
                }
            }
            return try await write(end, delivery, of: taken, at: time)
        }.value
    }

    private func write(_ end: End, _ delivery: SMTPDelivery, of taken: Taken, at time: Int64) async throws -> End? {
        let changes: Query =
            switch end {
            case .again(let due): "outcome = NULL, ended_at = NULL, taken_at = NULL, taken_by = NULL, due_at = \(due)"
            // It may be asked to be sent again.
            case .ended(.uncertain): "outcome = 'uncertain', ended_at = \(time)"
            // With the words of someone else goes the subject that they gave.
            case .ended(let outcome):
                """
                outcome = \(outcome), ended_at = \(time), body_text = '', body_html = '', unsubscribe = NULL, calendar = NULL, calendar_method = NULL,
                    subject = CASE WHEN reply_to IS NULL THEN subject ELSE '' END, reply_to = NULL, reply_name = NULL
                """
            }
        var details = ["kind": taken.kind, "tries": String(taken.tries)]
        // Not the server's words: they can hold the address, and the journal forgets nothing.
        if let code = delivery.code { details["code"] = String(code) }
        let event = Event(end.action, Event.Thing("mail", taken.id.description), details: details)
        return try await outbox.database.write { [origin = origin(at: time), journal = outbox.journal] transaction in
            // A word that comes late is better than doubt. The number of tries and the time say that it is still the same try.
            let changed = try transaction.execute(
                """
                UPDATE outbox SET \(changes), proof = \(delivery.server + ": " + delivery.answer)
                WHERE id = \(taken.id.description) AND taken_at = \(taken.takenAt) AND taken_by = \(node) AND tries = \(taken.tries)
                    AND (outcome IS NULL OR outcome = 'uncertain')
                """)
            guard changed == 1 else { return nil }
            try journal.add(event, from: origin, in: transaction)
            return end
        }
    }

    /// Mail that a node took and died with: it may have been handed over, so it is not sent again by itself.
    ///
    /// - Returns: how many
    private func endLost() async throws -> Int {
        let now = now()
        return try await outbox.database.write { [origin = origin(at: now), journal = outbox.journal] transaction in
            let lost = try transaction.all(
                """
                UPDATE outbox SET outcome = 'uncertain', ended_at = \(now), proof = taken_by || ': took it and was not heard of again'
                WHERE outcome IS NULL AND taken_at < \(now - Self.patience)
                RETURNING id, kind, tries
                """
            ) { row in (id: try row.string(0), kind: try row.string(1), tries: try row.int(2)) }
            for mail in lost {
                let details = ["kind": mail.kind, "tries": String(mail.tries)]
                try journal.add(Event("mail.uncertain", Event.Thing("mail", mail.id), details: details), from: origin, in: transaction)
            }
            return lost.count
        }
    }

    private func origin(at time: Int64) -> Origin {
        Origin(person: nil, request: "outbox " + node, channel: .job, time: time)
    }
}
