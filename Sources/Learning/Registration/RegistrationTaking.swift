import Core
import People
import SQL

extension RegistrationStore {
    /// What meetings want of registration.
    ///
    /// - Parameter now: milliseconds since 1970
    package func taking(now: @escaping @Sendable () -> Int64) -> MeetingTaking {
        MeetingTaking(
            counts: { try await counts($0, at: now()) }, changed: { try changed($0, from: $1, in: $2) }, needs: { try await needs(of: $0) },
            form: { RegistrationRoute.form($0).address }, seriesForm: { RegistrationRoute.series($0).address },
            list: { RegistrationRoute.participants($0).address })
    }

    /// Within the write of a meeting, which holds it: notes who is to be told, ends offers of what is off or closed, and gives away what came free.
    ///
    /// Mail goes out with the next post, so that several changes of one day come in one (5.3).
    func changed(_ change: MeetingChange, from origin: Origin, in transaction: Transaction) throws {
        guard let door = try MeetingDoor.find(change.after.id, transaction) else { return }
        if change.kinds.contains(.cancelled) {
            _ = try Self.cause(.calledOff, ofAll: RegistrationStanding.living, at: door.id, from: origin, in: transaction)
            _ = try expire(door, from: origin, in: transaction)
            return
        }
        // Of a draft nobody knows the hours yet.
        if change.before.isPublic {
            let occasion = String(change.after.sequence)
            if change.kinds.contains(.hours) {
                try Self.cause(.hours, ofAll: RegistrationStanding.living, at: door.id, occasion: occasion, from: origin, in: transaction)
                try forgetReminders(of: door, in: transaction)
            }
            if change.kinds.contains(.place) {
                try Self.cause(.place, ofAll: RegistrationStanding.living, at: door.id, occasion: occasion, from: origin, in: transaction)
            }
        }
        if change.kinds.contains(.definitive) {
            try Self.cause(.definitive, ofAll: [.registered, .offered], at: door.id, from: origin, in: transaction)
        }
        if change.kinds.contains(.registration) || change.kinds.contains(.hours) { _ = try expire(door, from: origin, in: transaction) }
        try giveTurns(of: door, from: origin, in: transaction)
    }

    /// Who was reminded of the old hours is reminded of the new ones.
    private func forgetReminders(of door: MeetingDoor, in transaction: Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM registration_cause WHERE kind = 'herinnering'
                AND registration IN (SELECT id FROM registration WHERE meeting = \(door.id.description))
            """)
    }
}
