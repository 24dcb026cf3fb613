import Core
import People
import SQL

/// What programmes of meetings keep of people: names that stand there for everyone, for as long as the meeting does.
enum MeetingRecords {
    static let names: [String: Localized] = [
        "speaker": Localized(nl: "Spreker", en: "Speaker"), "leader": Localized(nl: "Leider van een groep", en: "Leader of a group"),
    ]

    static let all = PersonalRecords("meetings", names: names) { subject, reading in
        let lists: [(kind: String, titles: Query)] = [
            (
                "speaker",
                """
                SELECT programme_item.title FROM item_speaker JOIN programme_item ON programme_item.id = item_speaker.item
                WHERE person = \(subject.person.description) ORDER BY programme_item.id
                """
            ),
            ("leader", "SELECT title FROM subgroup WHERE leader_person = \(subject.person.description) ORDER BY id"),
        ]
        return try lists.flatMap { list in
            try reading.all(list.titles) { PersonalRecords.Record(kind: list.kind, details: ["title": try $0.string(0)]) }
        }
    } erase: { subject, _, transaction in
        try MeetingStore.forget(subject.person, in: transaction)
    } forget: { _, _ in
        0
    }
}
