import Core
import People
import SQL

/// What is kept of who chose what, and of who typed in paper.
package enum ChoiceRecords {
    static let names: [String: Localized] = [
        "chosen": Localized(nl: "Gekozen in een gesprek", en: "Chosen in a conversation"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
        "choice": Localized(nl: "Keuze", en: "Choice"), "project": Localized(nl: "Plan", en: "Plan"),
    ]

    /// - Parameter marks: of the installation
    static func all(_ marks: VoiceMarks) -> PersonalRecords {
        PersonalRecords("voice-choices", names: names) { subject, reading in
            var records: [PersonalRecords.Record] = []
            for (choice, conversation, title) in try choices(reading) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try reading.each(
                    """
                    SELECT shared_choice.title, choice_project.title FROM choice_ballot
                    JOIN choice_approval ON choice_approval.choice = choice_ballot.choice AND choice_approval.ballot = choice_ballot.number
                    JOIN choice_project ON choice_project.choice = choice_approval.choice AND choice_project.number = choice_approval.project
                    JOIN shared_choice ON shared_choice.id = choice_ballot.choice
                    WHERE choice_ballot.choice = \(choice.description) AND mark = \(mark) ORDER BY choice_project.number
                    """
                ) { row in
                    let details = ["conversation": title, "choice": try row.string(0), "project": try row.string(1)]
                    records.append(PersonalRecords.Record(kind: "chosen", details: details))
                }
            }
            return records
        } erase: { subject, _, transaction in
            // The ballot stays counted; nobody can be found behind it any more.
            for (choice, conversation, _) in try choices(transaction) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try transaction.execute("UPDATE choice_ballot SET mark = NULL WHERE choice = \(choice.description) AND mark = \(mark)")
            }
            try transaction.execute("UPDATE choice_sheet SET entered_by = NULL WHERE entered_by = \(subject.person.description)")
        } forget: { now, transaction in
            let past = Conversation.longPast(at: now)
            let over: Query = """
                choice IN (SELECT id FROM shared_choice WHERE conversation IN (\(past)))
                """
            return try transaction.execute("UPDATE choice_ballot SET mark = NULL WHERE mark IS NOT NULL AND \(over)")
                + transaction.execute("DELETE FROM choice_sheet WHERE \(over)")
        }
    }

    private static func choices(_ reading: Reading) throws -> [(Identifier, Identifier, String)] {
        try reading.all(
            """
            SELECT shared_choice.id, conversation.id, conversation.title FROM shared_choice JOIN conversation ON conversation.id = shared_choice.conversation
            ORDER BY shared_choice.id
            """
        ) { (try $0.identifier(0), try $0.identifier(1), try $0.string(2)) }
    }
}
