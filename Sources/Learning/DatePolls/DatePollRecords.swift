import Core
import Credentials
import Mail
import People
import SQL

/// What date polls keep of people, so that it is taken along, erased and forgotten with the rest.
package enum DatePollRecords {
    static let names: [String: Localized] = [
        "date-poll": Localized(nl: "Datumprikker voor jou", en: "Date poll for you"),
        "date-poll-asked": Localized(nl: "Datumprikker van jou", en: "Date poll of yours"),
        "title": Localized(nl: "Titel", en: "Title"), "day": Localized(nl: "Dag", en: "Day"), "answer": Localized(nl: "Antwoord", en: "Answer"),
    ]

    /// - Parameter key: of the installation
    package static func all(_ key: SecretKey) -> PersonalRecords {
        let mark = RegistrationMark(key)
        return PersonalRecords(
            "date-polls", names: names, records: { subject, reading in try records(subject, mark.tag(key: subject.mailKey), reading) },
            erase: { subject, _, transaction in
                try transaction.execute(
                    "DELETE FROM date_poll_person WHERE person = \(subject.person.description) OR mail_key = \(mark.tag(key: subject.mailKey))")
                try transaction.execute("UPDATE date_poll SET organiser = NULL WHERE organiser = \(subject.person.description)")
            }, forget: { now, transaction in try forget(before: now, transaction) })
    }

    private static func records(_ subject: PersonalRecords.Subject, _ tag: [UInt8], _ reading: Reading) throws -> [PersonalRecords.Record] {
        let asked = try DatePollStore.polls("organiser = \(subject.person.description)", reading).map { poll in
            PersonalRecords.Record(kind: "date-poll-asked", details: ["title": poll.facts.title, "day": day(poll.addedAt)])
        }
        let mine = try reading.all(
            "SELECT poll, id FROM date_poll_person WHERE person = \(subject.person.description) OR mail_key = \(tag) ORDER BY id"
        ) { (poll: try $0.identifier(0), id: try $0.identifier(1)) }
        let said = try mine.compactMap { one -> PersonalRecords.Record? in
            guard let poll = try DatePollStore.polls("id = \(one.poll.description)", reading).first else { return nil }
            let answers = try DatePollStore.invitees(of: one.poll, reading).first { $0.id == one.id }?.answers ?? [:]
            let words = poll.options.compactMap { option in
                answers[option.number].map { "\(MeetingHours.moment(option.startsAt, .nl)): \(DatePollWords(.nl).answer($0))" }
            }
            return PersonalRecords.Record(
                kind: "date-poll",
                details: ["title": poll.facts.title, "day": day(poll.addedAt), "answer": words.isEmpty ? nil : words.joined(separator: "\n")])
        }
        return asked + said
    }

    private static func day(_ moment: Int64) -> String { AmsterdamTime(at: moment).day.description }

    /// The whole poll, with everyone who was asked.
    private static func forget(before now: Int64, _ transaction: Transaction) throws -> Int {
        let limit = now - DatePollRules.keptDays * 86_400_000
        return try transaction.execute(
            """
            DELETE FROM date_poll WHERE deadline < \(limit) AND NOT EXISTS (
                SELECT 1 FROM date_poll_option WHERE date_poll_option.poll = date_poll.id AND ends_at >= \(limit))
            """)
    }
}
