import Core
import People
import SQL

/// What groups and cases keep of people, so that it is taken along, erased and forgotten with the rest.
enum GroupRecords {
    static let names: [String: Localized] = [
        "group": Localized(nl: "Groep", en: "Group"), "note": Localized(nl: "Wat je in een groep schreef", en: "What you wrote in a group"),
        "yield": Localized(nl: "Wat je meenam uit een groep", en: "What you took from a group"),
        "practice": Localized(nl: "Verhaal uit de praktijk", en: "Story from practice"), "question": Localized(nl: "Vraag", en: "Question"),
    ]

    static let all = PersonalRecords("intervision", names: names) { subject, reading in
        let id = subject.person.description
        let lists: [(kind: String, field: String, rows: Query)] = [
            (
                "group", "name",
                """
                SELECT intervision_group.name FROM intervision_member JOIN intervision_group ON intervision_group.id = intervision_member.group_id
                WHERE person = \(id) ORDER BY intervision_group.id
                """
            ),
            ("note", "text", "SELECT body FROM intervision_note WHERE person = \(id) ORDER BY session, step"),
            ("yield", "text", "SELECT words FROM intervision_yield WHERE owner = \(id) ORDER BY id"),
            ("practice", "title", "SELECT titel FROM practice_case WHERE bringer = \(id) ORDER BY id"),
            ("question", "text", "SELECT question FROM intervision_session WHERE bringer = \(id) AND question <> '' ORDER BY id"),
        ]
        return try lists.flatMap { list in
            try reading.all(list.rows) { PersonalRecords.Record(kind: list.kind, details: [list.field: try $0.string(0)]) }
        }
    } erase: { subject, _, transaction in
        try IntervisionPart.forget(person: subject.person, in: transaction)
        try CasesPart.forget(person: subject.person, in: transaction)
    } forget: { now, transaction in
        try IntervisionPart.forget(before: now, in: transaction)
    }
}
