import Core
import Credentials
import Mail
import People
import SQL

/// What worksheets keep of people, so that it is taken along, erased and forgotten with the rest.
package enum WorksheetRecords {
    static let names: [String: Localized] = [
        "worksheet": Localized(nl: "Werkblad", en: "Worksheet"), "title": Localized(nl: "Titel", en: "Title"),
        "day": Localized(nl: "Dag", en: "Day"), "words": Localized(nl: "Wat je schreef", en: "What you wrote"),
        "sharing": Localized(nl: "Wie het leest", en: "Who reads it"),
    ]

    /// - Parameter key: of the installation
    package static func all(_ key: SecretKey) -> PersonalRecords {
        let mark = RegistrationMark(key)
        return PersonalRecords(
            "worksheets", names: names,
            records: { subject, reading in
                try WorksheetStore.sheets("person = \(subject.person.description) OR mail_key = \(mark.tag(key: subject.mailKey))", reading)
                    .map { try record($0, reading) }
            },
            // What someone wrote goes whole, also what they shared.
            erase: { subject, _, transaction in
                try transaction.execute(
                    """
                    DELETE FROM worksheet_sheet WHERE person = \(subject.person.description) OR mail_key = \(mark.tag(key: subject.mailKey))
                    """)
            }, forget: { now, transaction in try forget(before: now, transaction) })
    }

    private static func record(_ sheet: FilledSheet, _ reading: Reading) throws -> PersonalRecords.Record {
        let worksheet = try WorksheetStore.worksheets("id = \(sheet.worksheet.description)", reading).first
        let pairs = zip(worksheet?.facts.questions ?? [], sheet.answers).filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        return PersonalRecords.Record(
            kind: "worksheet",
            details: [
                "title": worksheet?.facts.title, "day": AmsterdamTime(at: sheet.changedAt).day.description, "words": pairs.joined(separator: "\n"),
                "sharing": sheet.sharing.rawValue,
            ])
    }

    /// As long as who came to the meeting is known.
    private static func forget(before now: Int64, _ transaction: Transaction) throws -> Int {
        let limit = now - RetentionTerm.registrations * 86_400_000
        return try transaction.execute(
            """
            DELETE FROM worksheet_sheet WHERE worksheet IN (
                SELECT worksheet.id FROM worksheet JOIN meeting ON meeting.id = worksheet.meeting WHERE meeting.ends_at < \(limit))
            """)
    }
}
