import Core
import People
import SQL

/// What is kept of who answered a survey.
package enum SurveyRecords {
    static let names: [String: Localized] = [
        "survey-answered": Localized(nl: "Een vragenlijst ingevuld", en: "Answered a survey"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
        "survey": Localized(nl: "Vragenlijst", en: "Survey"), "answers": Localized(nl: "Antwoorden", en: "Answers"),
    ]

    /// - Parameter marks: of the installation
    static func all(_ marks: VoiceMarks) -> PersonalRecords {
        PersonalRecords("voice-surveys", names: names) { subject, reading in
            var records: [PersonalRecords.Record] = []
            for (survey, conversation, title, name) in try surveys(reading) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                let values = try reading.all(
                    """
                    SELECT question, value FROM survey_value
                    JOIN survey_response ON survey_response.survey = survey_value.survey AND survey_response.number = survey_value.response
                    WHERE survey_value.survey = \(survey.description) AND mark = \(mark) ORDER BY question, value
                    """
                ) { "\(try $0.int(0)): \(try $0.string(1))" }
                guard !values.isEmpty else { continue }
                let details = ["conversation": title, "survey": name, "answers": values.joined(separator: "; ")]
                records.append(PersonalRecords.Record(kind: "survey-answered", details: details))
            }
            return records
        } erase: { subject, _, transaction in
            // The answer stays counted; nobody can be found behind it any more, and words that could tell go.
            for (survey, conversation, _, _) in try surveys(transaction) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try anonymise("survey = \(survey.description) AND mark = \(mark)", survey, transaction)
                try transaction.execute("DELETE FROM survey_draft WHERE survey = \(survey.description) AND mark = \(mark)")
            }
        } forget: { now, transaction in
            let past = Conversation.longPast(at: now)
            let over: Query = "survey IN (SELECT id FROM survey WHERE conversation IN (\(past)))"
            return try transaction.execute("UPDATE survey_response SET mark = NULL, receipt = NULL WHERE mark IS NOT NULL AND \(over)")
                + transaction.execute("DELETE FROM survey_draft WHERE \(over)")
        }
    }

    private static func anonymise(_ these: Query, _ survey: Identifier, _ transaction: Transaction) throws {
        let texts = try SurveyStore.questions(survey, transaction).enumerated().filter { $0.element.kind == .text }.map { $0.offset + 1 }
        try transaction.execute(
            """
            DELETE FROM survey_value WHERE survey = \(survey.description) AND question IN \(list: texts)
                AND response IN (SELECT number FROM survey_response WHERE \(these))
            """)
        try transaction.execute("UPDATE survey_response SET mark = NULL, receipt = NULL WHERE \(these)")
    }

    private static func surveys(_ reading: Reading) throws -> [(Identifier, Identifier, String, String)] {
        try reading.all(
            """
            SELECT survey.id, conversation.id, conversation.title, survey.title FROM survey JOIN conversation ON conversation.id = survey.conversation
            ORDER BY survey.id
            """
        ) { (try $0.identifier(0), try $0.identifier(1), try $0.string(2), try $0.string(3)) }
    }
}
