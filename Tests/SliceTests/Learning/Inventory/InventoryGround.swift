import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A call on a fresh database, with a round that is open at ``now``.
struct InventoryGround: Sendable {
    let ground: PeopleGround
    let store: InventoryStore
    let call: Call
    let round: CallRound

    static let now = PeopleGround.start
    static let start = now - PeopleGround.day
    static let end = now + PeopleGround.day

    static func with(
        _ engine: TestDatabase.Engine, _ anonymity: Anonymity = .anonymous, ready: Bool = true, _ body: (InventoryGround) async throws -> Void
    ) async throws {
        try await PeopleGround.with(engine, more: InventoryPart.migrations) { ground in
            let programme = try await ground.slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: PeopleGround.origin())
            let store = InventoryStore(ground.slice)
            let call = try await store.add(facts(anonymity), programme: programme.id, from: PeopleGround.origin())
            let round = try await store.addRound(to: call.id, start: start, end: end, from: PeopleGround.origin())
            if ready { try await store.makeReady(round.id, from: PeopleGround.origin()) }
            try await body(InventoryGround(ground: ground, store: store, call: call, round: round))
        }
    }

    static func facts(_ anonymity: Anonymity = .anonymous) -> Call.Facts {
        let who: FieldRule = anonymity == .anonymous ? .absent : .optional
        return Call.Facts(
            title: "Wat wil jij leren?", goal: "Wij zoeken vragen uit de praktijk.", anonymity: anonymity,
            fields: [.role: .required, .municipality: .optional, .name: who, .mail: who], contact: "Mies Molen")
    }

    static func question(_ words: String, role: Role = .official, quotable: Bool = true, mail: String? = nil) throws -> Contribution {
        Contribution(
            role: role, municipality: AnswerPlace(code: try #require(AreaCode("GM0222")), name: "Doetinchem"),
            question: PracticeQuestion(
                asked: words, context: "Weinig plekken", place: "De Linde", tried: "Een koffieuur", isUrgent: true, isTough: true, whyTough: "Al jaren"),
            isQuotable: quotable, name: mail == nil ? nil : "Zebedea Quist", mail: try mail.map { try MailAddress($0) })
    }

    /// What the daily clean-up takes away at this moment: how many rows.
    func forgotten(at time: Int64) async throws -> Int { try await ground.database.write { try InventoryRecords.all.forget(time, $0) } }

    /// What is kept with an address, for who it is of.
    func kept(with mail: String) async throws -> [PersonalRecords.Record] {
        let subject = try PersonalRecords.Subject(person: Identifier(at: 1), mailKey: MailAddress(mail).key)
        return try await ground.database.read { try InventoryRecords.all.records(subject, $0) }
    }

    @discardableResult
    func handIn(
        _ contribution: Contribution, form: String, opened: Int64 = now, at time: Int64 = now, channel: String = CallChannel.direct, draft: String? = nil,
        round: Identifier? = nil
    ) async throws -> InventoryStore.HandIn {
        try await store.handIn(
            contribution,
            AnswerArrival(round: round ?? self.round.id, channel: channel, opened: opened, number: form, draft: draft, client: "192.0.2.77"),
            from: PeopleGround.origin(time))
    }

    func receipt(_ handIn: InventoryStore.HandIn) throws -> String {
        guard case .taken(let receipt, _) = handIn else {
            Testing.Issue.record("not taken: \(handIn)")
            return ""
        }
        return receipt
    }

    func desk() async throws -> Workbench { try await store.workbench(of: call.id) }

    func view() async throws -> CallView { try #require(try await store.find(call.id)) }

    @discardableResult
    func take(_ step: WorkbenchStep) async throws -> Identifier? { try await store.take(step, at: call.id, from: PeopleGround.origin()) }

    /// The tables of this part.
    static let tables = [
        "learning_call", "call_promise", "call_question", "question_set", "question_set_line", "call_channel", "call_round", "call_round_state",
        "call_channel_count", "inventory_submission", "inventory_name", "inventory_entry", "inventory_source", "inventory_draft", "inventory_follower",
        "network_join", "practice_tip", "learning_issue", "issue_domain", "answer_fragment", "issue_fragment", "issue_step", "issue_change",
        "issue_follower",
    ]
}
