import Core
import Credentials
import Mail
import People
import SQL
import Transfer

/// What comes with an answer, besides what someone says.
package struct AnswerArrival: Sendable {
    package let round: Identifier
    /// Code of the channel in the link.
    package let channel: String
    /// When the form was opened.
    package let opened: Int64
    /// One form: the same form sent again is the same answer.
    package let number: String
    /// The draft that it was; goes when it is handed in.
    package let draft: String?
    /// The address on the network as one subscriber.
    package let client: String

    package init(round: Identifier, channel: String = CallChannel.direct, opened: Int64, number: String, draft: String? = nil, client: String) {
        self.round = round
        self.channel = channel
        self.opened = opened
        self.number = number
        self.draft = draft
        self.client = client
    }
}

// Handing in, drafts, and what was handed in.
extension InventoryStore {
    /// What came of handing in.
    package enum HandIn: Sendable, Hashable {
        /// - receipt: the number with which the giver can ask what became of it; it is kept nowhere
        case taken(receipt: String, AnswerTiming)
        /// The same form was sent before.
        case already(receipt: String)
        /// The round has not begun.
        case notOpen
        case tooMany
    }

    static let handInRule = Throttle.Rule(kind: "inventory", most: 120, window: 3_600_000)

    /// Takes an answer in. A late one is kept and marked.
    ///
    /// - Throws: ``Fault/unknown`` for a round that is not there
    package func handIn(_ contribution: Contribution, _ arrival: AnswerArrival, from origin: Origin) async throws -> HandIn {
        let receipt = receipt(of: arrival.number), now = origin.time
        return try await database.write { transaction in
            guard try throttle.take(Self.handInRule, arrival.client, at: now, in: transaction) else { return .tooMany }
            let round = try Self.held(arrival.round, transaction)
            guard let view = try Self.find(round.call, transaction) else { throw Fault.unknown }
            guard let timing = round.timing(opened: arrival.opened, at: now) else { return .notOpen }
            let kept = KeptAnswer(contribution, call: view.call, round: round.id, timing: timing, receipt: tag(receipt), now: now)
            guard try insert(kept, transaction) else { return .already(receipt: receipt) }
            try Self.count(arrival.channel, view, round.id, transaction)
            if let draft = arrival.draft { try transaction.execute("DELETE FROM inventory_draft WHERE token = \(Digest.sha256(draft))") }
            // Not which answer: the journal keeps the time.
            try journal.add(Self.event("inventory.handed-in", round.call, ["round": String(round.number)]), from: origin, in: transaction)
            return .taken(receipt: receipt, timing)
        }
    }

    /// Takes in answers that came on paper or in a file: all or none.
    ///
    /// - Throws: ``Fault/unknown`` before the round opened
    package func takeIn(_ contributions: [Contribution], round: Identifier, batch: String, from origin: Origin) async throws -> Int {
        try await journal.write(from: origin) { transaction in
            let round = try Self.held(round, transaction)
            guard let view = try Self.find(round.call, transaction), round.steps[.ready] != nil, origin.time >= round.start, !round.isPublished else {
                throw Fault.unknown
            }
            var taken = 0
            for (index, contribution) in contributions.enumerated() {
                let receipt = tag(receipt(of: "\(batch) \(index)"))
                var kept = KeptAnswer(contribution, call: view.call, round: round.id, timing: .inTime, receipt: receipt, now: origin.time)
                kept.isPaper = true
                guard try insert(kept, transaction) else { continue }
                try Self.count(CallChannel.paper, view, round.id, transaction)
                taken += 1
            }
            return (taken, Self.event("inventory.taken-in", round.call, ["round": String(round.number), "answers": String(taken)]))
        }
    }

    // MARK: Receipts

    /// The number of a receipt: the same for the same form, and nobody else can make it. 80 bits in groups of four.
    func receipt(of form: String) -> String {
        var message = CanonicalBytes("inventory receipt")
        message.add(form)
        let letters = BitEncoding.readable.encode(Array(key.tag(message).prefix(10)))
        return stride(from: 0, to: letters.count, by: 4).map { start in String(letters.dropFirst(start).prefix(4)) }.joined(separator: "-")
    }

    /// What is kept of a receipt.
    func tag(_ receipt: String) -> [UInt8] {
        var message = CanonicalBytes("inventory receipt kept")
        message.add(receipt.lowercased().filter { $0.isLetter || $0.isNumber })
        return Array(key.tag(message).prefix(16))
    }

    /// Who gave answers that have this address: only this installation can make it.
    func giver(_ mail: String) -> String {
        var message = CanonicalBytes("inventory giver")
        message.add(mail)
        return BitEncoding.readable.encode(Array(key.tag(message).prefix(16)))
    }

    private var key: SecretKey { installation.key.derived(for: "leefkring inventory 1") }

    // MARK: Writing

    /// - Returns: false when the same form was sent before
    private func insert(_ kept: KeptAnswer, _ transaction: Transaction) throws -> Bool {
        let answer = kept.contribution
        let added = try transaction.execute(
            """
            INSERT INTO inventory_submission (id, call, round, anonymity, handed_on, timing, origin, role, municipality, municipality_name, quotable, receipt)
            VALUES (\(kept.id.description), \(kept.call.id.description), \(kept.round.description), \(kept.call.facts.anonymity), \(kept.day),
                \(kept.timing), \(kept.isPaper ? "papier" : "formulier"), \(answer.role), \(answer.municipality?.code.description),
                \(answer.municipality?.name), \(answer.isQuotable), \(kept.receipt))
            ON CONFLICT (receipt) DO NOTHING
            """)
        guard added == 1 else { return false }
        for entry in answer.entries { try Self.insert(entry, kept, transaction) }
        for source in answer.sources {
            try transaction.execute("INSERT INTO inventory_source (submission, source) VALUES (\(kept.id.description), \(source))")
        }
        guard kept.call.facts.anonymity != .anonymous, answer.name != nil || answer.mail != nil else { return true }
        try transaction.execute(
            """
            INSERT INTO inventory_name (submission, anonymity, name, mail, mail_key, giver, handed_at)
            VALUES (\(kept.id.description), \(kept.call.facts.anonymity), \(answer.name), \(answer.mail?.description), \(answer.mail?.key),
                \(answer.mail.map { giver($0.key) } ?? kept.id.description), \(kept.now))
            """)
        return true
    }

    private static func insert(_ entry: AnswerEntry.Content, _ kept: KeptAnswer, _ transaction: Transaction) throws {
        var need = KnowledgeNeed(learn: ""), question = PracticeQuestion(asked: "")
        if case .need(let content) = entry { need = content }
        if case .question(let content) = entry { question = content }
        let needs = KnowledgeNeed.Kind.allCases.filter(need.needs.contains).map(\.rawValue).joined(separator: " ")
        try transaction.execute(
            """
            INSERT INTO inventory_entry (id, submission, kind, words, needs, need_words, context, place, tried, urgent, tough, why_tough)
            VALUES (\(kept.freshID.description), \(kept.id.description), \(entry.kind), \(entry.words), \(needs), \(need.words), \(question.context),
                \(question.place), \(question.tried), \(question.isUrgent), \(question.isTough), \(question.whyTough))
            """)
    }

    /// Counted at handing in, and not with the answer (INV-09).
    private static func count(_ code: String, _ view: CallView, _ round: Identifier, _ transaction: Transaction) throws {
        guard let channel = view.channels.first(where: { $0.code == code }) ?? view.channels.first(where: { $0.code == CallChannel.direct }) else { return }
        try transaction.execute(
            """
            INSERT INTO call_channel_count (round, channel, handed) VALUES (\(round.description), \(channel.id.description), 1)
            ON CONFLICT (round, channel) DO UPDATE SET handed = call_channel_count.handed + 1
            """)
    }
}

/// An answer on its way into the tables.
struct KeptAnswer: Sendable {
    let contribution: Contribution
    let call: Call
    let round: Identifier
    let timing: AnswerTiming
    let receipt: [UInt8]
    let now: Int64
    var isPaper = false
    let id: Identifier
    let day: String
    private let stamp: Int64

    init(_ contribution: Contribution, call: Call, round: Identifier, timing: AnswerTiming, receipt: [UInt8], now: Int64) {
        self.contribution = contribution
        self.call = call
        self.round = round
        self.timing = timing
        self.receipt = receipt
        self.now = now
        let day = DutchDay(at: now)
        self.day = day.description
        // An identifier says when it was made: here no more than the day.
        stamp = day.start
        id = Identifier(at: stamp)
    }

    var freshID: Identifier { Identifier(at: stamp) }
}
