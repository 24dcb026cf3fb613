import Core
import People
import SQL

/// What someone does with their own place.
package enum OwnStep: String, Sendable, Hashable, CaseIterable {
    case cancel = "afmelden"
    case leave = "van-de-lijst"
    case accept = "aannemen"
    case decline = "weigeren"
    /// Takes a place that is free in the last hours, without an offer.
    case take = "plek-nemen"
}

extension RegistrationStore {
    /// Takes a step. What comes free goes to whose turn it is in the same transaction (5.2, rule 4).
    ///
    /// - Returns: the registration afterwards
    /// - Throws: ``Fault``
    @discardableResult
    package func take(_ step: OwnStep, _ id: Identifier, from origin: Origin) async throws -> Registration {
        try await write(id, from: origin) { registration, door, transaction in
            switch step {
            case .cancel: try cancel(registration, door, from: origin, in: transaction)
            case .leave: try leave(registration, from: origin, in: transaction)
            case .decline: try decline(registration, door, from: origin, in: transaction)
            case .accept: try accept(registration, door, from: origin, in: transaction)
            case .take: try takeFree(registration, door, from: origin, in: transaction)
            }
            try giveTurns(of: door, from: origin, in: transaction)
            return Self.event("registration.\(Self.past(step))", registration.id, ["meeting": door.id.description])
        }
    }

    private static func past(_ step: OwnStep) -> String {
        switch step {
        case .cancel: "cancelled"
        case .leave: "left"
        case .accept: "accepted"
        case .decline: "declined"
        case .take: "taken"
        }
    }

    /// A write about one registration, with its meeting held and both read anew.
    func write(
        _ id: Identifier, from origin: Origin, _ body: @escaping @Sendable (Registration, MeetingDoor, Transaction) throws -> Event
    ) async throws -> Registration {
        guard let meeting = try await find(id)?.meeting else { throw Fault.unknown }
        return try await journal.write(from: origin) { transaction in
            guard let door = try MeetingDoor.hold(meeting, in: transaction), let registration = try Self.find(id, transaction) else {
                throw Fault.unknown
            }
            let event = try body(registration, door, transaction)
            return (try Self.find(id, transaction) ?? registration, event)
        }
    }

    // MARK: The steps

    /// Until the start; after closing it is noted as late.
    private func cancel(_ registration: Registration, _ door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws {
        guard origin.time < door.facts.startsAt else { throw Fault.over }
        let isLate = origin.time >= door.facts.closing
        guard try Self.step(registration.id, from: .registered, to: .cancelled, isLate: isLate, from: origin, in: transaction) else { throw Fault.state }
        try Self.cause(.cancelled, of: registration.id, from: origin, in: transaction)
    }

    private func leave(_ registration: Registration, from origin: Origin, in transaction: Transaction) throws {
        guard try Self.step(registration.id, from: .waiting, to: .left, from: origin, in: transaction) else { throw Fault.state }
    }

    /// One of a group speaks for themselves alone: the others keep the offer. Without anyone left it ends.
    private func decline(_ registration: Registration, _ door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws {
        guard try openOffer(registration, transaction) != nil, try Self.step(registration.id, from: .offered, to: .declined, from: origin, in: transaction)
        else { throw Fault.state }
        let others = try entry(of: registration, standing: .offered, transaction)
        if others.isEmpty { try end(registration.number, of: door.id, as: "afgewezen", in: transaction) }
    }

    /// One of a group takes the places of all of it.
    private func accept(_ registration: Registration, _ door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws {
        guard registration.standing == .offered, let end = try openOffer(registration, transaction) else { throw Fault.state }
        guard origin.time < min(end, door.facts.closing), !door.isCancelled else { throw Fault.over }
        for member in try entry(of: registration, standing: .offered, transaction) {
            guard try Self.step(member, from: .offered, to: .registered, from: origin, in: transaction) else { throw Fault.state }
            try Self.cause(.registered, of: member, from: origin, in: transaction)
        }
        try self.end(registration.number, of: door.id, as: "aangenomen", in: transaction)
    }

    /// In the last hours what is free is for who is first, also of those who wait.
    private func takeFree(_ registration: Registration, _ door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws {
        guard door.shut(at: origin.time) == nil else { throw Fault.over }
        let state = try PlaceState(door, transaction)
        guard registration.standing == .waiting, !state.rules.makesOffers(at: origin.time) else { throw Fault.state }
        let members = try entry(of: registration, standing: .waiting, transaction), draft = registration.draft
        let entry = PlaceEntry(
            number: registration.number, way: draft.way, subgroup: draft.subgroup, role: draft.role, municipality: draft.municipality, size: members.count)
        guard RegistrationDesk.fits(entry, state.rules, state.tally, at: origin.time) else { throw Fault.full }
        for member in members {
            guard try Self.step(member, from: .waiting, to: .registered, from: origin, in: transaction) else { throw Fault.state }
            try Self.cause(.registered, of: member, from: origin, in: transaction)
        }
    }

    // MARK: Offers

    /// Those of the same number who stand so: one person, or those of a group who are left.
    func entry(of registration: Registration, standing: RegistrationStanding, _ reading: Reading) throws -> [Identifier] {
        try reading.all(
            """
            SELECT id FROM registration WHERE meeting = \(registration.meeting.description) AND number = \(registration.number) AND standing = \(standing)
            ORDER BY member
            """
        ) { Identifier(try $0.string(0)) }.compactMap { $0 }
    }

    /// When the open offer ends; nil where there is none.
    func openOffer(_ registration: Registration, _ reading: Reading) throws -> Int64? {
        try reading.first(
            """
            SELECT ends_at FROM registration_offer WHERE meeting = \(registration.meeting.description) AND number = \(registration.number) AND state = 'open'
            """
        ) { Int64(try $0.int(0)) }
    }

    func end(_ number: Int64, of meeting: Identifier, as state: StaticString, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE registration_offer SET state = \(state.description) WHERE meeting = \(meeting.description) AND number = \(number) AND state = 'open'
            """)
    }

    /// Ends offers whose time is over, all of them where the meeting is closed or cancelled; the meeting is held.
    ///
    /// - Returns: how many entries lost their offer
    func expire(_ door: MeetingDoor, from origin: Origin, in transaction: Transaction) throws -> Int {
        let isShut = door.isCancelled || origin.time >= door.facts.closing
        let numbers = try transaction.all(
            """
            UPDATE registration_offer SET state = 'verlopen' WHERE meeting = \(door.id.description) AND state = 'open'
                AND ends_at <= \(isShut ? Int64.max : origin.time) RETURNING number
            """
        ) { Int64(try $0.int(0)) }
        for number in numbers {
            let people = try transaction.all(
                """
                UPDATE registration SET standing = 'verlopen' WHERE meeting = \(door.id.description) AND number = \(number) AND standing = 'aangeboden'
                RETURNING id, way, subgroup
                """
            ) { row in (id: try row.identifier(0), way: try row.raw(1, as: Presence.self), subgroup: try row.optionalString(2).flatMap { Identifier($0) }) }
            for (person, way, subgroup) in people {
                try RegistrationTally.move(1, from: .offered, to: .expired, way, subgroup, of: door.id, in: transaction)
                try Self.note(person, .expired, from: origin, in: transaction)
                // Of a meeting that is off they hear that alone.
                if !door.isCancelled { try Self.cause(.expired, of: person, from: origin, in: transaction) }
            }
        }
        return numbers.count
    }

    // MARK: Their own words

    /// What can be filled in later, by who has a place or waits (D-09).
    package struct OwnWords: Sendable, Hashable {
        package var need: String
        package var caseText: String
        package var extra: String

        package init(need: String, caseText: String, extra: String) {
            self.need = need
            self.caseText = caseText
            self.extra = extra
        }
    }

    package func change(_ words: OwnWords, of id: Identifier, from origin: Origin) async throws {
        _ = try await write(id, from: origin) { registration, door, transaction in
            guard registration.standing.isLiving, origin.time < door.facts.endsAt else { throw Fault.state }
            try transaction.execute(
                """
                UPDATE registration SET need = \(words.need), case_text = \(words.caseText), extra = \(words.extra) WHERE id = \(id.description)
                """)
            return Self.event("registration.changed", id, ["meeting": door.id.description])
        }
    }

    /// Goes to another subgroup, where there is room and nobody waits for it; where people choose for themselves.
    package func change(subgroup: Identifier, of id: Identifier, from origin: Origin) async throws {
        _ = try await write(id, from: origin) { registration, door, transaction in
            guard door.facts.subgroups == .choice, registration.standing == .registered, origin.time < door.facts.startsAt else { throw Fault.state }
            let state = try PlaceState(door, transaction)
            guard state.subgroups.contains(subgroup) else { throw Fault.unknown }
            let used = state.tally.subgroups[subgroup] ?? 0, waits = state.waiting.contains { $0.key.subgroup == subgroup && $0.value > 0 }
            if registration.draft.subgroup != subgroup {
                guard !waits, used < state.rules.maximum[subgroup] ?? .max else { throw Fault.full }
                try transaction.execute("UPDATE registration SET subgroup = \(subgroup.description) WHERE id = \(id.description)")
                try RegistrationTally.count(door.id, in: transaction)
                try giveTurns(of: door, from: origin, in: transaction)
            }
            return Self.event("registration.regrouped", id, ["meeting": door.id.description])
        }
    }
}
