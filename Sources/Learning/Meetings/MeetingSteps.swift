import Core
import People
import SQL

// MARK: From draft to held

extension MeetingStore {
    /// Makes a draft public, with a provisional programme.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func announce(_ id: Identifier, from origin: Origin) async throws { try await take(.announced, id, change: .announced, from: origin) }

    /// Says that the programme stays as it is (MTG-19). Needs at least one item, and a place where people go to one.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func makeDefinitive(_ id: Identifier, from origin: Origin) async throws {
        try await take(.definitive, id, change: .definitive, from: origin) { meeting, transaction in
            guard meeting.facts.form == .online || !meeting.facts.place.isEmpty, try !MeetingRows.items(of: id, transaction).isEmpty else {
                throw Fault.notNow
            }
        }
    }

    /// Calls it off. The page stays, with the reason.
    ///
    /// - Parameter reason: 1 to 1000 signs, for everyone
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``, ``Fault/facts(_:)`` without a reason
    package func cancel(_ id: Identifier, because reason: String, from origin: Origin) async throws {
        guard MeetingRules.fits(reason, 1...1000) else { throw Fault.facts(.text) }
        try await take(.cancelled, id, reason: reason, change: .cancelled, from: origin)
    }

    /// Says that it took place; not before its end.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func markHeld(_ id: Identifier, from origin: Origin) async throws {
        try await take(.held, id, from: origin) { [deeds] meeting, transaction in
            guard origin.time >= meeting.facts.endsAt else { throw Fault.notNow }
            try Self.noteLeaders(of: meeting, deeds, origin, transaction)
        }
    }

    /// Who led a subgroup of a meeting knows about what it was about (EXP-03).
    private static func noteLeaders(of meeting: Meeting, _ deeds: ExpertiseDeeds, _ origin: Origin, _ transaction: Transaction) throws {
        let leaders = Set(try MeetingRows.subgroups(of: meeting.id, transaction).compactMap(\.facts.leader?.person))
        guard !leaders.isEmpty else { return }
        let subjects = try TermStore.subjects(of: thing(meeting.id), transaction)
        for leader in leaders.sorted() { try deeds(.subgroup, by: leader, about: subjects, origin, transaction) }
    }

    /// Notes, in the transaction that publishes its look-back, that it has one; nothing where it has one already.
    ///
    /// - Parameter deeds: ``deeds`` of the store; told where nobody had said yet that it was held
    /// - Throws: ``Fault/unknown``, ``Fault/notNow`` for one that is not over
    package static func markLookedBack(_ id: Identifier, deeds: ExpertiseDeeds = .none, from origin: Origin, in transaction: Transaction) throws {
        guard let meeting = try MeetingRows.hold(id, transaction) else { throw Fault.unknown }
        guard meeting.publication != .lookedBack else { return }
        guard meeting.isPublic, meeting.publication != .cancelled, origin.time >= meeting.facts.endsAt else { throw Fault.notNow }
        var number = meeting.steps.count + 1
        if meeting.publication != .held {
            try insert(MeetingStep(.held, at: origin.time, by: origin.person), number: number, of: id, transaction)
            try noteLeaders(of: meeting, deeds, origin, transaction)
            number += 1
        }
        try insert(MeetingStep(.lookedBack, at: origin.time, by: origin.person), number: number, of: id, transaction)
    }

    /// - Parameters:
    ///   - change: what registration is told; nil for nothing. It raises the sequence: calendars show the status
    ///   - check: what else must hold
    private func take(
        _ next: Publication, _ id: Identifier, reason: String = "", change: MeetingChange.Kind? = nil, from origin: Origin,
        if check: @escaping @Sendable (Meeting, Transaction) throws -> Void = { _, _ in }
    ) async throws {
        let kind = next.step
        try await journal.write(from: origin) { [taking] transaction in
            guard let before = try MeetingRows.hold(id, transaction) else { throw Fault.unknown }
            guard before.publication.next.contains(next) else { throw Fault.notNow }
            if next == .cancelled && origin.time >= before.facts.endsAt { throw Fault.notNow }
            try check(before, transaction)
            let step = MeetingStep(kind, at: origin.time, by: origin.person, reason: reason)
            try Self.insert(step, number: before.steps.count + 1, of: id, transaction)
            try transaction.execute(
                "UPDATE meeting SET sequence = sequence + \(change == nil ? 0 : 1), updated_at = \(origin.time) WHERE id = \(id.description)")
            guard let after = try MeetingRows.meeting(id, transaction) else { throw Fault.unknown }
            if let change { try taking.changed(MeetingChange([change], before: before, after: after, reason: reason), origin, transaction) }
            return ((), Self.event("meeting.\(change?.rawValue ?? "held")", id))
        }
    }
}

extension Publication {
    /// The row that says so.
    var step: MeetingStep.Kind {
        switch self {
        case .draft: .draft
        case .announced: .announced
        case .definitive: .definitive
        case .held: .held
        case .lookedBack: .lookedBack
        case .cancelled: .cancelled
        }
    }
}
