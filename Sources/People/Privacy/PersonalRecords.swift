import Core
import SQL

/// What another slice keeps of people, so that it is erased, taken along and forgotten in time with the rest.
package struct PersonalRecords: Sendable {
    /// Whom it is about: by who they are, and by their address, for much is kept of people without an account.
    package struct Subject: Sendable, Hashable {
        package let person: Identifier
        /// As `MailAddress.key`.
        package let mailKey: String

        package init(person: Identifier, mailKey: String) {
            self.person = person
            self.mailKey = mailKey
        }
    }

    /// One thing that is kept of someone, for their file.
    package struct Record: Sendable, Hashable, Encodable {
        /// What it is, in words that ``names`` gives.
        package let kind: String
        /// By the name of the field, which ``names`` gives words too; a field without a value is left out.
        package let details: [String: String]

        package init(kind: String, details: [String: String?]) {
            self.kind = kind
            self.details = details.compactMapValues { $0 }
        }
    }

    /// Of these records and no others, for the proof of what was forgotten.
    package let name: String
    /// What readers see for kinds and fields.
    package let names: [String: Localized]
    /// Everything that is kept of someone, the oldest first.
    package let records: @Sendable (Subject, Reading) throws -> [Record]
    /// Takes out who it was of; in the transaction that erases the person, while their row still says who they are.
    package let erase: @Sendable (Subject, _ now: Int64, Transaction) throws -> Void
    /// Takes away what is past its term.
    ///
    /// - Returns: how many
    package let forget: @Sendable (_ now: Int64, Transaction) throws -> Int

    package init(
        _ name: String, names: [String: Localized], records: @escaping @Sendable (Subject, Reading) throws -> [Record],
        erase: @escaping @Sendable (Subject, _ now: Int64, Transaction) throws -> Void, forget: @escaping @Sendable (_ now: Int64, Transaction) throws -> Int
    ) {
        self.name = name
        self.names = names
        self.records = records
        self.erase = erase
        self.forget = forget
    }
}
