import Core
import Mail
import People
import SQL

/// Reads and writes the codes of meetings, and notes by them who is there.
package struct AttendanceStore: Sendable {
    let database: Database
    let journal: Journal
    let throttle: Throttle
    let mark: RegistrationMark

    /// Codes typed from one address: a room has many people behind one, and a code is one of a hundred million.
    static let typing = Throttle.Rule(kind: "attendance", most: 150, window: 900_000)

    /// What came of a code that someone typed.
    package enum Outcome: Sendable, Hashable {
        /// They stand on the list as present.
        case present
        /// No meeting has this code now.
        case unknown
        /// Right, but nobody is registered so.
        case notRegistered
        /// Too many tries from one address.
        case tooMany
    }

    /// Who types it.
    package struct Subject: Sendable, Hashable {
        let person: Identifier?
        let mailKey: String

        package init(person: Person) {
            self.person = person.id
            mailKey = person.mail.key
        }

        /// Someone who did not sign in.
        package init(mail: MailAddress) {
            person = nil
            mailKey = mail.key
        }
    }

    static func event(_ action: String, _ meeting: Identifier) -> Event { Event(action, Event.Thing("meeting", meeting.description)) }

    /// Makes the code of a meeting, or another in its place: the one before works no more.
    @discardableResult
    package func make(for meeting: Identifier, from origin: Origin) async throws -> AttendanceCode {
        let code = AttendanceCode.random()
        return try await journal.write(from: origin) { transaction in
            guard let door = try MeetingDoor.find(meeting, transaction), !door.isCancelled, origin.time < AttendanceCode.span(of: door.facts).upperBound else {
                throw RegistrationStore.Fault.over
            }
            try transaction.execute(
                """
                INSERT INTO attendance_code (meeting, code, made_at) VALUES (\(meeting.description), \(code.description), \(origin.time))
                ON CONFLICT (meeting) DO UPDATE SET code = excluded.code, made_at = excluded.made_at
                """)
            return (code, Self.event("attendance.code-made", meeting))
        }
    }

    /// - Returns: nil where none was made
    package func code(of meeting: Identifier) async throws -> AttendanceCode? {
        try await database.read { reading in
            try reading.first("SELECT code FROM attendance_code WHERE meeting = \(meeting.description)") { AttendanceCode(try $0.string(0)) } ?? nil
        }
    }

    /// How many of those with a place were there. Unknown is not absent: nobody is put among the absent by a code.
    package func counts(of meeting: Identifier) async throws -> [Attendance: Int] {
        let rows = try await database.read { reading in
            try reading.all(
                "SELECT attendance, COUNT(*) FROM registration WHERE meeting = \(meeting.description) AND standing = 'ingeschreven' GROUP BY attendance"
            ) { (try $0.raw(0, as: Attendance.self), try $0.int(1)) }
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// Notes that someone is there, by the code of the meeting that is on now. Typing it again changes nothing.
    ///
    /// - Parameter client: whose tries are counted together
    package func enter(_ code: AttendanceCode, _ subject: Subject, client: String, from origin: Origin) async throws -> Outcome {
        try await database.write { transaction in
            guard try throttle.take(Self.typing, client, at: origin.time, in: transaction) else { return .tooMany }
            let meeting = try transaction.first("SELECT meeting FROM attendance_code WHERE code = \(code.description)") { try $0.identifier(0) }
            guard let meeting, let door = try MeetingDoor.find(meeting, transaction), !door.isCancelled,
                AttendanceCode.span(of: door.facts).contains(origin.time)
            else { return .unknown }
            let registration = try transaction.first(
                """
                SELECT id FROM registration WHERE meeting = \(meeting.description) AND standing = 'ingeschreven'
                    AND (person = \(subject.person?.description) OR mail_key = \(mark.tag(key: subject.mailKey))) ORDER BY id
                """
            ) { try $0.identifier(0) }
            guard let registration else { return .notRegistered }
            if try RegistrationStore.notePresent(registration, in: transaction) {
                try journal.add(Self.event("attendance.entered", meeting), from: origin, in: transaction)
            }
            return .present
        }
    }
}

extension RegistrationStore {
    /// Notes that someone with a place is there.
    ///
    /// - Returns: whether that is new
    static func notePresent(_ registration: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE registration SET attendance = 'aanwezig' WHERE id = \(registration.description) AND standing = 'ingeschreven' AND attendance <> 'aanwezig'
            """) == 1
    }
}
