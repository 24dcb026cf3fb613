import Core
import People
import SQL

/// What is kept of who laid figures beside stories.
enum MatchRecords {
    static let names: [String: Localized] = [
        "match-noted": Localized(nl: "Een cijfer naast verhalen gelegd", en: "Laid a figure beside stories"),
        "match-changed": Localized(nl: "Opgeschreven wat er met een verschil is gedaan", en: "Noted what was done with a difference"),
        "knower-noted": Localized(nl: "Opgeschreven wie een gebied kent", en: "Noted who knows an area"),
        "title": Localized(nl: "Titel", en: "Title"), "day": Localized(nl: "Dag", en: "Day"),
    ]

    static let all = PersonalRecords("voice-matches", names: names) { subject, reading in
        let person = subject.person.description
        let noted = try reading.all("SELECT title, added_on FROM ring_match WHERE added_by = \(person) ORDER BY added_on, id") {
            PersonalRecords.Record(kind: "match-noted", details: ["title": try $0.string(0), "day": try $0.string(1)])
        }
        let changed = try reading.all(
            """
            SELECT title, changed_on FROM ring_match_change JOIN ring_match ON ring_match.id = match_id
            WHERE changed_by = \(person) ORDER BY changed_on, match_id, number
            """
        ) { PersonalRecords.Record(kind: "match-changed", details: ["title": try $0.string(0), "day": try $0.string(1)]) }
        let knowers = try reading.all("SELECT name FROM area_knower WHERE added_by = \(person) ORDER BY name, id") {
            PersonalRecords.Record(kind: "knower-noted", details: ["title": try $0.string(0)])
        }
        return noted + changed + knowers
    } erase: { subject, _, transaction in
        let person = subject.person.description
        try transaction.execute("UPDATE ring_match SET added_by = NULL WHERE added_by = \(person)")
        try transaction.execute("UPDATE ring_match_change SET changed_by = NULL WHERE changed_by = \(person)")
        try transaction.execute("UPDATE area_knower SET added_by = NULL WHERE added_by = \(person)")
    } forget: { now, transaction in
        // What was noted stays; who did it is forgotten half a year later.
        let day = DutchDay(at: now - RetentionTerm.voices * 86_400_000).description
        return try transaction.execute("UPDATE ring_match SET added_by = NULL WHERE added_by IS NOT NULL AND added_on < \(day)")
            + transaction.execute("UPDATE ring_match_change SET changed_by = NULL WHERE changed_by IS NOT NULL AND changed_on < \(day)")
    }
}
