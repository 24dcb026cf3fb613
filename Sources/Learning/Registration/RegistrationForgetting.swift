import Core
import Credentials
import Mail
import People
import SQL

extension RegistrationStore {
    /// Days after a meeting that who came stays known; what stays then is a role, a municipality and whether someone was there.
    static let term = RetentionTerm.registrations

    /// Takes out who people were, of meetings that are past their term. A step of the daily retention.
    ///
    /// - Returns: how many registrations
    @discardableResult
    package static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        let limit = now - term * 86_400_000
        let old = try transaction.all(
            """
            SELECT registration.id FROM registration JOIN meeting ON meeting.id = registration.meeting
            WHERE meeting.ends_at < \(limit) AND registration.mail <> ''
            """
        ) { try $0.string(0) }
        for id in old { try blank(id, in: transaction) }
        return old.count
    }

    /// Takes out everything that tells who someone is, as a part of erasing a person: by account and by address. Places they had come free with the next round.
    ///
    /// - Parameter tag: the mark of their address
    static func forget(_ person: Identifier?, tag: [UInt8], from origin: Origin, in transaction: Transaction) throws {
        let rows = try transaction.all(
            "SELECT id, standing FROM registration WHERE person = \(person?.description) OR mail_key = \(tag)"
        ) { (id: try $0.string(0), standing: try $0.raw(1, as: RegistrationStanding.self)) }
        for row in rows {
            let next: RegistrationStanding? =
                switch row.standing {
                case .registered: .cancelled
                case .waiting: .left
                case .offered: .declined
                default: nil
                }
            if let next, let id = Identifier(row.id) { _ = try step(id, from: row.standing, to: next, from: origin, in: transaction) }
            try blank(row.id, in: transaction)
        }
        try transaction.execute("DELETE FROM calendar_feed WHERE person = \(person?.description)")
    }

    private static func blank(_ id: String, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE registration SET person = NULL, name = '', mail = '', mail_key = \(Array(id.utf8)), need = '', case_text = '', extra = ''
            WHERE id = \(id)
            """)
        try transaction.execute("UPDATE registration_state SET actor = NULL WHERE registration = \(id)")
        try transaction.execute("DELETE FROM registration_cause WHERE registration = \(id)")
    }
}

/// What registration keeps of people, so that it is taken along, erased and forgotten with the rest.
enum RegistrationRecords {
    static let names: [String: Localized] = [
        "registration": Localized(nl: "Inschrijving", en: "Registration"), "meeting": Localized(nl: "Bijeenkomst", en: "Meeting"),
        "standing": Localized(nl: "Stand van de inschrijving", en: "State of the registration"), "day": Localized(nl: "Dag", en: "Day"),
        "municipality": Localized(nl: "Gemeente", en: "Municipality"), "need": Localized(nl: "Wat je wilde leren", en: "What you wanted to learn"),
        "case": Localized(nl: "Wat je meebracht", en: "What you brought"), "more": Localized(nl: "Wat je nog liet weten", en: "What else you told"),
        "attendance": Localized(nl: "Of je er was", en: "Whether you were there"),
    ]

    /// - Parameter key: of the installation
    static func all(_ key: SecretKey) -> PersonalRecords {
        let mark = RegistrationMark(key)
        return PersonalRecords(
            "registrations", names: names,
            records: { subject, reading in try records(subject, mark.tag(key: subject.mailKey), reading) },
            erase: { subject, now, transaction in
                let origin = Origin(person: nil, request: "erasure", channel: .job, time: now)
                try RegistrationStore.forget(subject.person, tag: mark.tag(key: subject.mailKey), from: origin, in: transaction)
            }, forget: { now, transaction in try RegistrationStore.forget(before: now, in: transaction) })
    }

    private static func records(_ subject: PersonalRecords.Subject, _ tag: [UInt8], _ reading: Reading) throws -> [PersonalRecords.Record] {
        try reading.all(
            """
            SELECT meeting.title, meeting.starts_at, registration.standing, registration.role, registration.municipality_name, registration.need,
                registration.case_text, registration.extra, registration.attendance
            FROM registration JOIN meeting ON meeting.id = registration.meeting
            WHERE registration.person = \(subject.person.description) OR registration.mail_key = \(tag) ORDER BY registration.id
            """
        ) { row in
            func words(_ column: Int) throws -> String? {
                let text = try row.string(column)
                return text.isEmpty ? nil : text
            }
            return PersonalRecords.Record(
                kind: "registration",
                details: [
                    "meeting": try row.string(0), "day": AmsterdamTime(at: Int64(try row.int(1))).day.description, "standing": try row.string(2),
                    "role": try row.string(3), "municipality": try words(4), "need": try words(5), "case": try words(6), "more": try words(7),
                    "attendance": try row.string(8),
                ])
        }
    }
}
