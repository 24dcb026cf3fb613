import SQL

extension PeopleMigrations {
    /// An appointment that goes with a mail; wiped with the words of the mail.
    static let mailCalendar = Migration("outbox-1", reason: "An appointment that goes with a mail") { _ in
        [
            "ALTER TABLE outbox ADD COLUMN calendar TEXT",
            "ALTER TABLE outbox ADD COLUMN calendar_method TEXT CHECK (calendar_method IN ('PUBLISH', 'REQUEST', 'CANCEL', 'REPLY'))",
        ]
    }
}
