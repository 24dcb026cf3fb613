import Core
import Credentials
import Measures
import People
import SQL

/// What is kept of how people voted. A voter is a number; what ties a person or browser to it is a keyed mark, which goes with time.
///
/// Only the votes of who signed in can be found again, with the key of the installation and the person together.
package enum VoteRecords {
    /// - Parameter key: of the installation
    package static func all(_ key: SecretKey) -> PersonalRecords {
        let names: [String: Localized] = [
            "voted": Localized(nl: "Gestemd in een gesprek", en: "Voted in a conversation"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
            "statement": Localized(nl: "Stelling", en: "Statement"), "answer": Localized(nl: "Antwoord", en: "Answer"),
        ]
        let marks = VoiceMarks(key)
        return PersonalRecords("votes", names: names) { subject, reading in
            var records: [PersonalRecords.Record] = []
            for (conversation, title) in try voted(reading) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try reading.each(
                    """
                    SELECT contribution.shown, vote.value FROM voter_mark
                    JOIN vote ON vote.conversation = voter_mark.conversation AND vote.voter = voter_mark.voter
                    JOIN statement ON statement.conversation = vote.conversation AND statement.number = vote.statement
                    JOIN contribution ON contribution.id = statement.contribution
                    WHERE voter_mark.conversation = \(conversation.description) AND voter_mark.mark = \(mark) ORDER BY vote.statement
                    """
                ) { row in
                    let answers = [VoteWords(.nl).name(.disagree), VoteWords(.nl).name(.pass), VoteWords(.nl).name(.agree)]
                    let details = ["conversation": title, "statement": try row.optionalString(0), "answer": answers[min(max(try row.int(1) + 1, 0), 2)]]
                    records.append(PersonalRecords.Record(kind: "voted", details: details))
                }
            }
            return records
        } erase: { subject, _, transaction in
            // The votes stay counted; nobody can be found behind them any more.
            for (conversation, _) in try voted(transaction) {
                let mark = marks.tag(.person(subject.person), in: conversation), id = conversation.description
                try transaction.execute(
                    """
                    UPDATE voter SET resume = NULL WHERE conversation = \(id) AND number IN (
                        SELECT voter FROM voter_mark WHERE conversation = \(id) AND mark = \(mark))
                    """)
                try transaction.execute("DELETE FROM voter_mark WHERE conversation = \(id) AND mark = \(mark)")
                try transaction.execute("DELETE FROM statement_author WHERE conversation = \(id) AND mark = \(mark)")
            }
        } forget: { now, transaction in
            // Half a year after the last day nobody can go on any more as who they were.
            let past = Conversation.longPast(at: now)
            let over: Query = "conversation IN (\(past))"
            let forgotten = try transaction.execute("DELETE FROM voter_mark WHERE \(over)")
            try transaction.execute("DELETE FROM statement_author WHERE \(over)")
            try transaction.execute("UPDATE voter SET resume = NULL WHERE resume IS NOT NULL AND \(over)")
            return forgotten
        }
    }

    private static func voted(_ reading: Reading) throws -> [(Identifier, String)] {
        try reading.all("SELECT id, title FROM conversation WHERE id IN (SELECT conversation FROM voter_count) ORDER BY id") {
            (try $0.identifier(0), try $0.string(1))
        }
    }
}
