import Core
import People
import SQL

/// What is kept of who signed in and said something, so that it is taken along, erased and forgotten with the rest.
enum ContributionRecords {
    static let names: [String: Localized] = [
        "said": Localized(nl: "Gezegd in een gesprek", en: "Said in a conversation"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
    ]

    static let all = PersonalRecords("voices", names: names) { subject, reading in
        try reading.all(
            """
            SELECT conversation.title, contribution.added_on, contribution.words FROM contribution_giver
            JOIN contribution ON contribution.id = contribution_giver.contribution
            JOIN conversation ON conversation.id = contribution.conversation
            WHERE contribution_giver.person = \(subject.person.description) ORDER BY contribution.added_on, contribution.id
            """
        ) { PersonalRecords.Record(kind: "said", details: ["conversation": try $0.string(0), "day": try $0.string(1), "text": try $0.optionalString(2)]) }
    } erase: { subject, _, transaction in
        let given = try transaction.all("SELECT contribution FROM contribution_giver WHERE person = \(subject.person.description)") { try $0.identifier(0) }
        for contribution in given { _ = try ContributionStore.empty(contribution, transaction) }
        try transaction.execute("DELETE FROM contribution_giver WHERE person = \(subject.person.description)")
        try transaction.execute("UPDATE contribution SET entered_by = NULL WHERE entered_by = \(subject.person.description)")
        try transaction.execute("UPDATE contribution_ruling SET ruled_by = NULL WHERE ruled_by = \(subject.person.description)")
    } forget: { now, transaction in
        // Half a year after the last day of the conversation nobody knows any more who said what.
        let past = Conversation.longPast(at: now)
        return try transaction.execute(
            """
            DELETE FROM contribution_giver WHERE contribution IN (
                SELECT id FROM contribution WHERE conversation IN (\(past)))
            """)
    }
}
