import Core
import People
import SQL

/// What is kept of who searched for groups.
enum GroupRecords {
    static let names: [String: Localized] = [
        "groups-made": Localized(nl: "Gezocht naar groepen", en: "Searched for groups"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
        "day": Localized(nl: "Dag", en: "Day"),
    ]

    static let all = PersonalRecords("voice-groups", names: names) { subject, reading in
        try reading.all(
            """
            SELECT conversation.title, opinion_run.made_on FROM opinion_run JOIN conversation ON conversation.id = opinion_run.conversation
            WHERE made_by = \(subject.person.description) ORDER BY opinion_run.made_on, opinion_run.number
            """
        ) { PersonalRecords.Record(kind: "groups-made", details: ["conversation": try $0.string(0), "day": try $0.string(1)]) }
    } erase: { subject, _, transaction in
        try transaction.execute("UPDATE opinion_run SET made_by = NULL WHERE made_by = \(subject.person.description)")
    } forget: { now, transaction in
        let past = Conversation.longPast(at: now)
        return try transaction.execute(
            "UPDATE opinion_run SET made_by = NULL WHERE made_by IS NOT NULL AND conversation IN (\(past))")
    }
}
