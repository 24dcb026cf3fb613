import Core
import SQL

/// How many people stand where in a meeting: kept beside the registrations, in the transaction of each change, so that nobody waits for counting a long list.
enum RegistrationTally {
    /// - Parameter people: below zero for who goes
    static func add(
        _ people: Int, _ standing: RegistrationStanding, _ way: Presence, _ subgroup: Identifier?, of meeting: Identifier, in transaction: Transaction
    ) throws {
        guard standing.isLiving, people != 0 else { return }
        let place: Query = """
            meeting = \(meeting.description) AND standing = \(standing) AND way = \(way) AND subgroup = \(subgroup?.description ?? "")
            """
        if people < 0 {
            try transaction.send("UPDATE registration_tally SET people = people - \(-people) WHERE \(place)")
            return
        }
        try transaction.send(
            """
            INSERT INTO registration_tally (meeting, standing, way, subgroup, people)
            VALUES (\(meeting.description), \(standing), \(way), \(subgroup?.description ?? ""), \(people))
            ON CONFLICT (meeting, standing, way, subgroup) DO UPDATE SET people = registration_tally.people + excluded.people
            """)
    }

    static func move(
        _ people: Int, from before: RegistrationStanding, to after: RegistrationStanding, _ way: Presence, _ subgroup: Identifier?, of meeting: Identifier,
        in transaction: Transaction
    ) throws {
        try add(-people, before, way, subgroup, of: meeting, in: transaction)
        try add(people, after, way, subgroup, of: meeting, in: transaction)
    }

    /// Counts anew, where people went from one subgroup to another.
    static func count(_ meeting: Identifier, in transaction: Transaction) throws {
        try transaction.send("DELETE FROM registration_tally WHERE meeting = \(meeting.description)")
        try transaction.send(
            """
            INSERT INTO registration_tally (meeting, standing, way, subgroup, people)
            SELECT meeting, standing, way, COALESCE(subgroup, ''), COUNT(*) FROM registration
            WHERE meeting = \(meeting.description) AND standing IN \(list: RegistrationStanding.living)
            GROUP BY meeting, standing, way, COALESCE(subgroup, '')
            """)
    }
}
