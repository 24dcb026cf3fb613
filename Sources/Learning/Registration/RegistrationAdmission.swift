import Core
import Mail
import People
import SQL

/// What came of asking for a place.
package enum RegistrationOutcome: Sendable, Hashable {
    /// In the order of the form; all in the same state.
    case taken([Registration])
    /// Everyone asked for stands there already. Their mail is sent again.
    case already([Registration])
    case shut(MeetingDoor.Shut)
    /// Too many from this address on the network.
    case tooMany
}

extension RegistrationStore {
    /// How often one address on the network may register; a town hall has many people behind one.
    static let rule = Throttle.Rule(kind: "registration", most: 60, window: 3_600_000)
    /// How often a mail goes to one address again.
    static let again = Throttle.Rule(kind: "registration-again", most: 5, window: 24 * 3_600_000)

    /// Asks for a place for one person, or for all of a group or none (D-04). The one way in, from wherever someone comes.
    ///
    /// - Parameters:
    ///   - drafts: 1 to 8 people with different addresses; who stands there already keeps the place they have
    ///   - client: the visitor's address on the network as one subscriber; nil for who is not counted
    /// - Throws: ``Fault/unknown``
    package func register(
        _ drafts: [RegistrationDraft], for meeting: Identifier, by path: RegistrationPath = .form, client: String? = nil, from origin: Origin
    ) async throws -> RegistrationOutcome {
        let request = RegistrationRequest(drafts: drafts, path: path, client: client, origin: origin)
        return try await queue.outcome(of: request, for: meeting) { try await register($0, for: meeting) }
    }

    /// Those who came together, in one transaction: the meeting is held and counted once.
    private func register(_ requests: [RegistrationRequest], for meeting: Identifier) async throws -> [RegistrationOutcome] {
        let site = try await siteName()
        let (outcomes, gaveTurns) = try await database.write { transaction in
            guard let door = try MeetingDoor.hold(meeting, next: requests.count, in: transaction) else { throw Fault.unknown }
            let isOpen = requests.map { door.shut(at: $0.origin.time, byOrganiser: $0.path == .organiser) == nil }
            let isWithin = try throttle.takeAll(
                Self.rule, zip(requests, isOpen).map { $1 ? $0.client : nil }, at: requests.last?.origin.time ?? 0, in: transaction)
            var turn = RegistrationTurn(
                state: try PlaceState(door, transaction), mails: RegistrationMails(door: door, site: site, installation: installation, organizer: organizer),
                present: try living(requests.flatMap { $0.drafts.map(\.mail) }, at: meeting, transaction),
                number: door.lastNumber - Int64(requests.count), rows: RegistrationRows(self))
            var events: [(Event, Origin)] = []
            let outcomes = try zip(requests, isWithin).map { request, isWithin in
                turn.number += 1
                let (outcome, event) = try register(request, isWithin: isWithin, &turn, in: transaction)
                if let event { events.append((event, request.origin)) }
                return outcome
            }
            try turn.rows.finish(in: transaction)
            // Last: whoever writes anything waits for the head of the journal.
            try journal.add(events, in: transaction)
            return (outcomes, turn.state.gaveTurns)
        }
        // Whatever goes wrong here is done by the next round: the registrations are done.
        if gaveTurns, let origin = requests.first?.origin { _ = try? await post(of: meeting, from: origin) }
        return outcomes
    }

    /// - Parameter isWithin: whether it is within what one address on the network may
    private func register(
        _ request: RegistrationRequest, isWithin: Bool, _ turn: inout RegistrationTurn, in transaction: Transaction
    ) throws -> (RegistrationOutcome, Event?) {
        let door = turn.state.door, origin = request.origin
        if let shut = door.shut(at: origin.time, byOrganiser: request.path == .organiser) { return (.shut(shut), nil) }
        guard isWithin else { return (.tooMany, nil) }
        let asked = Set(request.drafts.map(\.mail.key)), present = turn.present.filter { asked.contains($0.mail.key) }, known = Set(present.map(\.mail.key))
        let fresh = Array(request.drafts.filter { !known.contains($0.mail.key) }.prefix(8))
        if !present.isEmpty {
            try turn.rows.finish(in: transaction)
            try sendAgain(present, turn.mails, from: origin, in: transaction)
        }
        guard !fresh.isEmpty else { return (.already(present), present.isEmpty ? nil : Self.meetingEvent("registration.repeated", door.id)) }
        let taken = try admit(fresh, number: turn.number, path: request.path, &turn.state, turn.mails, &turn.rows, from: origin, in: transaction)
        turn.present += taken
        let details = [
            "meeting": door.id.description, "standing": taken.first?.standing.rawValue ?? "", "path": request.path.rawValue, "people": String(taken.count),
        ]
        return (.taken(taken), Self.event("registration.added", taken.first?.id ?? door.id, details))
    }

    /// Those of these addresses who stand there now, in the order they came. Sorted here: the database would walk everyone in that order.
    func living(_ mails: [MailAddress], at meeting: Identifier, _ reading: Reading) throws -> [Registration] {
        try reading.all(
            """
            SELECT \(Self.columns) FROM registration WHERE meeting = \(meeting.description) AND mail_key IN \(list: mails.map(tag))
                AND standing IN \(RegistrationStanding.livingWords)
            """, Self.registration
        ).sorted { ($0.number, $0.member) < ($1.number, $1.member) }
    }

    /// Whoever asks again gets the same mail again, but nobody's mailbox can be filled.
    private func sendAgain(_ present: [Registration], _ mails: RegistrationMails, from origin: Origin, in transaction: Transaction) throws {
        for registration in present where try throttle.take(Self.again, registration.mail.key, at: origin.time, in: transaction) {
            let facts = try Self.mailFacts(registration, transaction)
            try outbox.add(mails.mail(to: registration, [.again], facts), from: origin, in: transaction)
        }
    }

    // MARK: Giving a place

    /// Decides and writes; the meeting is held.
    ///
    /// - Parameters:
    ///   - state: as it is afterwards too
    ///   - rows: what is to be written, which the caller finishes
    func admit(
        _ drafts: [RegistrationDraft], number: Int64, path: RegistrationPath, _ state: inout PlaceState, _ mails: RegistrationMails,
        _ rows: inout RegistrationRows, from origin: Origin, in transaction: Transaction
    ) throws -> [Registration] {
        let door = state.door, drafts = fitting(drafts, state)
        guard let first = drafts.first else { return [] }
        let entry = PlaceEntry(
            number: number, way: first.way, subgroup: first.subgroup, role: first.role, municipality: first.municipality, size: drafts.count)
        let admission = try decide(entry, &state, &rows, from: origin, in: transaction), line = PlaceState.Line(way: entry.way, subgroup: entry.subgroup)
        let standing: RegistrationStanding =
            switch admission {
            case .registered: .registered
            case .waiting: .waiting
            case .offered: .offered
            }
        let taken = drafts.enumerated().map { member, draft in
            Registration(
                id: Identifier(at: origin.time), meeting: door.id, number: number, member: member, draft: draft, standing: standing, path: path,
                addedAt: origin.time)
        }
        var facts = RegistrationMails.Facts()
        facts.ahead = state.waiting[line] ?? 0
        state.add(entry, as: standing)
        if case .offered(let until) = admission {
            try Self.offer(number, of: door.id, until: until, from: origin, in: transaction)
            facts.offerEnd = until
        }
        for registration in taken {
            let states = standing == .offered ? [.waiting, standing] : [standing]
            rows.add(registration, through: states, mails.mail(to: registration, [.first(standing, by: path)], facts), from: origin)
        }
        try rows.sendPortion(in: transaction)
        return taken
    }

    /// What the desk says, with as little reading as it takes: on a busy morning this is what everyone waits for.
    private func decide(
        _ entry: PlaceEntry, _ state: inout PlaceState, _ rows: inout RegistrationRows, from origin: Origin, in transaction: Transaction
    ) throws -> RegistrationDesk.Admission {
        let rules = state.rules, now = origin.time
        if state.waiting.isEmpty || !rules.makesOffers(at: now) { return RegistrationDesk.admit(entry, rules, state.tally, list: [], at: now) }
        let isSameLine = state.waiting[PlaceState.Line(way: entry.way, subgroup: entry.subgroup)] != nil
        // Before them somebody waits for the very same.
        if rules.isStrict(at: now), rules.reserved.isEmpty, isSameLine { return .waiting }
        if !rules.isStrict(at: now), isSameLine, !RegistrationDesk.fits(entry, rules, state.tally, at: now) { return .waiting }
        try rows.finish(in: transaction)
        let turns = try giveTurns(state, from: origin, in: transaction)
        state.gaveTurns = state.gaveTurns || !turns.isEmpty
        for turn in turns {
            state.add(turn, as: .offered)
            state.leaveList(turn)
        }
        var list: [PlaceEntry] = []
        let waiting = WaitingList(of: state.door.id, transaction)
        while let other = try waiting.next() { list.append(other) }
        return RegistrationDesk.admit(entry, rules, state.tally, list: list, at: now)
    }

    /// Only a way and subgroups that this meeting has. Those of a group go together.
    private func fitting(_ drafts: [RegistrationDraft], _ state: PlaceState) -> [RegistrationDraft] {
        let door = state.door, known = state.subgroups
        return drafts.map { draft in
            var fit = draft
            if !door.ways.contains(draft.way) { fit.way = door.mainWay }
            fit.subgroup = door.facts.subgroups == .choice ? drafts[0].subgroup.flatMap { known.contains($0) ? $0 : nil } : nil
            var seen: Set<Identifier> = []
            let wishes = draft.wishes.filter { known.contains($0) && seen.insert($0).inserted }
            fit.wishes = door.facts.subgroups == .wishes ? Array(wishes.prefix(3)) : []
            return fit
        }
    }

    // MARK: Turns

    /// Offers what is free to those whose turn it is; the meeting is held. Their mail goes out with the next post.
    ///
    /// - Returns: who got an offer
    @discardableResult
    func giveTurns(_ state: PlaceState, from origin: Origin, in transaction: Transaction) throws -> [PlaceEntry] {
        let door = state.door, now = origin.time
        guard !state.waiting.isEmpty, door.shut(at: now) == nil else { return [] }
        let list = WaitingList(of: door.id, transaction)
        let turns = try RegistrationDesk.turns(state.rules, state.tally, at: now) { try list.next() }
        let until = RegistrationDesk.offerEnd(from: now, closesAt: door.facts.closing)
        for turn in turns {
            let people = try transaction.all(
                """
                UPDATE registration SET standing = 'aangeboden' WHERE meeting = \(door.id.description) AND number = \(turn.number) AND standing = 'wacht'
                RETURNING id
                """
            ) { Identifier(try $0.string(0)) }
            try RegistrationTally.move(people.count, from: .waiting, to: .offered, turn.way, turn.subgroup, of: door.id, in: transaction)
            try Self.offer(turn.number, of: door.id, until: until, from: origin, in: transaction)
            for person in people.compactMap({ $0 }) {
                try Self.note(person, .offered, from: origin, in: transaction)
                try Self.cause(.offer, of: person, from: origin, in: transaction)
            }
        }
        return turns
    }

    /// As ``giveTurns(_:from:in:)``, with the state as it is now.
    @discardableResult
    func giveTurns(of door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws -> [PlaceEntry] {
        try giveTurns(PlaceState(door, transaction), from: origin, in: transaction)
    }

    private static func offer(_ number: Int64, of meeting: Identifier, until: Int64, from origin: Origin, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO registration_offer (meeting, number, made_at, ends_at, state)
            VALUES (\(meeting.description), \(number), \(origin.time), \(until), 'open')
            """)
    }
}
