import Core
import People
import SQL

/// What is kept of who hands out codes and who helps, and how long a browser is known.
enum CodeRecords {
    static let names: [String: Localized] = [
        "codes-issued": Localized(nl: "Codes uitgegeven", en: "Codes handed out"),
        "codes-closed": Localized(nl: "Telling van codes afgesloten", en: "Account of codes closed"),
        "assisted": Localized(nl: "Iemand geholpen om mee te doen", en: "Helped someone to take part"),
        "conversation": Localized(nl: "Gesprek", en: "Conversation"), "at": Localized(nl: "Moment", en: "Moment"),
        "reason": Localized(nl: "Soort hulp", en: "Kind of help"),
    ]

    static let all = PersonalRecords("voice-codes", names: names) { subject, reading in
        let person = subject.person.description
        let issued = try reading.all(
            """
            SELECT conversation.title, code_batch.issued_at FROM code_batch JOIN conversation ON conversation.id = code_batch.conversation
            WHERE issued_by = \(person) ORDER BY issued_at
            """
        ) { PersonalRecords.Record(kind: "codes-issued", details: ["conversation": try $0.string(0), "at": DutchDay(at: Int64(try $0.int(1))).description]) }
        let closed = try reading.all(
            """
            SELECT conversation.title, code_closing.closed_at FROM code_closing JOIN conversation ON conversation.id = code_closing.conversation
            WHERE closed_by = \(person) ORDER BY code_closing.closed_at
            """
        ) { PersonalRecords.Record(kind: "codes-closed", details: ["conversation": try $0.string(0), "at": DutchDay(at: Int64(try $0.int(1))).description]) }
        let helped = try reading.all(
            """
            SELECT conversation.title, begun_at, reason, by_telephone FROM assist_session JOIN conversation ON conversation.id = assist_session.conversation
            WHERE helper = \(person) ORDER BY begun_at
            """
        ) { row in
            PersonalRecords.Record(
                kind: "assisted",
                details: [
                    "conversation": try row.string(0), "at": DutchDay(at: Int64(try row.int(1))).description,
                    "reason": CodeDeskWords(.nl).name(try row.bool(3) ? .telephone : try row.raw(2, as: AssistSession.Reason.self)),
                ])
        }
        return issued + closed + helped
    } erase: { subject, _, transaction in
        let person = subject.person.description
        try transaction.execute("UPDATE code_batch SET issued_by = NULL WHERE issued_by = \(person)")
        try transaction.execute("UPDATE code_closing SET closed_by = NULL WHERE closed_by = \(person)")
        try transaction.execute("UPDATE assist_session SET helper = NULL WHERE helper = \(person)")
    } forget: { now, transaction in
        // Half a year after the last day of the conversation nobody can come in again as who they were, and who helped is forgotten.
        let past = Conversation.longPast(at: now)
        let browsers = try transaction.execute(
            "DELETE FROM code_browser WHERE conversation IN (\(past))")
        let helpers = try transaction.execute(
            "UPDATE assist_session SET helper = NULL WHERE helper IS NOT NULL AND conversation IN (\(past))")
        // The municipality has a list of which address got which number: with it, the numbers would tell who took part.
        let numbers = try transaction.execute(
            """
            UPDATE voice_code SET number = NULL WHERE number IS NOT NULL AND batch IN (
                SELECT id FROM code_batch WHERE conversation IN (\(past)))
            """)
        return browsers + helpers + numbers
    }
}
