import Core
import Credentials
import People
import SQL

/// Reads and writes answers to surveys, and keeps what everyone may see of them: it moves by five people or more.
package struct SurveyResponses: Sendable {
    let database: Database
    let journal: Journal
    let codes: CodeStore

    package init(codes: CodeStore) {
        database = codes.database
        journal = codes.journal
        self.codes = codes
    }

    private typealias Fault = SurveyStore.Fault

    // MARK: Answering

    /// Keeps what somebody answered so far, for when they are interrupted.
    package func draft(_ answers: SurveyAnswers, by mark: [UInt8], to survey: Survey, at time: Int64) async throws {
        let text = try KeptText.of(answers), id = survey.id.description, day = DutchDay(at: time).description
        try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO survey_draft (survey, mark, answers, kept_on) VALUES (\(id), \(mark), \(text), \(day))
                ON CONFLICT (survey, mark) DO UPDATE SET answers = excluded.answers, kept_on = excluded.kept_on
                """)
        }
    }

    /// What somebody answered so far, and whether they sent it.
    package func progress(of mark: [UInt8], in survey: Identifier) async throws -> (answers: SurveyAnswers, isSent: Bool) {
        try await database.read { reading in
            let sent = try reading.first("SELECT 1 FROM survey_response WHERE survey = \(survey.description) AND mark = \(mark)") { try $0.int(0) }
            let text = try reading.first("SELECT answers FROM survey_draft WHERE survey = \(survey.description) AND mark = \(mark)") { try $0.string(0) }
            return (try text.map { try KeptText.value($0) } ?? SurveyAnswers(), sent != nil)
        }
    }

    /// Takes in what somebody answered; the draft goes.
    ///
    /// - Returns: the code to take it back with; told once
    /// - Throws: ``SurveyStore/Fault/state``, ``SurveyStore/Fault/answered``
    package func send(
        _ answers: SurveyAnswers, by mark: [UInt8], channel: Contribution.Channel, to survey: Survey, at time: Int64
    ) async throws -> VoiceCode {
        let code = VoiceCode.random(), tag = codes.marks.tag(code)
        return try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            guard try SurveyStore.hold(survey.id, transaction) == .open else { throw Fault.state }
            try Self.write(survey.kept(answers), by: mark, receipt: tag, channel: channel, to: survey, transaction)
            try transaction.execute("DELETE FROM survey_draft WHERE survey = \(survey.id.description) AND mark = \(mark)")
            return (code, ConversationStore.event("voices.answered-survey", survey.conversation))
        }
    }

    /// The same from a sheet: one code, one answer.
    ///
    /// - Throws: ``CodeStore/Fault``, ``SurveyStore/Fault/state``
    package func enter(_ answers: SurveyAnswers, code: VoiceCode, to survey: Survey, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try SurveyStore.hold(survey.id, transaction) == .open else { throw Fault.state }
            let mark = try codes.useOnPaper(code, in: survey.conversation, at: origin.time, transaction)
            // The code of the sheet is the code to take it back with.
            try Self.write(survey.kept(answers), by: mark, receipt: codes.marks.tag(code), channel: .paper, to: survey, transaction)
            return ((), ConversationStore.event("survey.sheet", survey.conversation, ["survey": survey.id.description]))
        }
    }

    private static func write(
        _ answers: SurveyAnswers, by mark: [UInt8], receipt: [UInt8], channel: Contribution.Channel, to survey: Survey, _ transaction: Transaction
    ) throws {
        let id = survey.id.description
        let known = try transaction.first("SELECT 1 FROM survey_response WHERE survey = \(id) AND mark = \(mark)") { try $0.int(0) }
        guard known == nil else { throw Fault.answered }
        let number = try transaction.first("UPDATE survey SET newest = newest + 1 WHERE id = \(id) RETURNING newest") { try $0.int(0) }
        guard let number else { throw Fault.unknown }
        try transaction.execute(
            "INSERT INTO survey_response (survey, number, mark, receipt, channel) VALUES (\(id), \(number), \(mark), \(receipt), \(channel))")
        let values = answers.values.sorted { $0.key < $1.key }.flatMap { question, values in values.map { (question: question, value: $0) } }
        try transaction.send(
            "INSERT INTO survey_value (survey, response, question, value)", rows: values.map { "(\(id), \(number), \($0.question), \($0.value))" })
        try count(answers, channel, 1, of: survey, transaction)
    }

    /// Takes an answer back with its code: it goes everywhere, and counts less from then on.
    ///
    /// - Throws: ``SurveyStore/Fault/unknown``
    package func withdraw(_ code: VoiceCode, from survey: Survey, at time: Int64) async throws {
        let tag = codes.marks.tag(code), id = survey.id.description
        try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            let state = try SurveyStore.hold(survey.id, transaction)
            let found = try transaction.first("SELECT number, channel FROM survey_response WHERE survey = \(id) AND receipt = \(tag)") {
                (number: try $0.int(0), channel: try $0.raw(1, as: Contribution.Channel.self))
            }
            guard let found else { throw Fault.unknown }
            var answers = SurveyAnswers()
            try transaction.each("SELECT question, value FROM survey_value WHERE survey = \(id) AND response = \(found.number)") {
                answers.values[try $0.int(0), default: []].append(try $0.string(1))
            }
            try transaction.execute("DELETE FROM survey_value WHERE survey = \(id) AND response = \(found.number)")
            try transaction.execute("DELETE FROM survey_response WHERE survey = \(id) AND number = \(found.number)")
            try Self.count(answers, found.channel, -1, of: survey, transaction)
            // A split that was told is not made anew: the difference would tell of the one who left.
            return ((), ConversationStore.event("voices.survey-withdrawn", survey.conversation, ["state": state.rawValue]))
        }
    }

    // MARK: Counting

    /// Under question 0 stand people by channel; under each question people by value, and under the empty value who answered it.
    private static func count(
        _ answers: SurveyAnswers, _ channel: Contribution.Channel, _ change: Int, of survey: Survey, _ transaction: Transaction
    ) throws {
        let id = survey.id.description
        var keys: [(question: Int, value: String)] = [(0, ""), (0, channel.rawValue)]
        for (number, values) in answers.values {
            guard let question = survey.question(number) else { continue }
            let counted = Set(values.compactMap(question.counted))
            guard !counted.isEmpty else { continue }
            keys += [(number, "")] + counted.map { (number, $0) }
        }
        for key in keys.sorted(by: { ($0.question, $0.value) < ($1.question, $1.value) }) {
            try transaction.send(
                "INSERT INTO survey_count (survey, question, value, people) VALUES (\(id), \(key.question), \(key.value), 0) ON CONFLICT (survey, question, value) DO NOTHING"
            )
            try transaction.send(
                "UPDATE survey_count SET people = people + \(change) WHERE survey = \(id) AND question = \(key.question) AND value = \(key.value)")
        }
        // All of a question moves together, once five people are between what is shown and what is.
        try transaction.send(
            """
            UPDATE survey_count SET shown = people WHERE survey = \(id) AND question IN (
                SELECT question FROM survey_count AS whole WHERE whole.survey = \(id) AND whole.value = ''
                AND ABS(whole.people - whole.shown) >= \(ShownPeople.least))
            """)
    }

    /// What everyone may see.
    func shown(of survey: Identifier) async throws -> SurveyShown {
        try await database.read { reading in
            var counts: [Int: [String: Int]] = [:]
            try reading.each("SELECT question, value, shown FROM survey_count WHERE survey = \(survey.description) AND shown > 0") {
                counts[try $0.int(0), default: [:]][try $0.string(1)] = try $0.int(2)
            }
            let found = try reading.first("SELECT found FROM survey_split WHERE survey = \(survey.description)") { try $0.string(0) }
            return SurveyShown(counts: counts, splits: try found.map { try KeptText.value($0) } ?? [])
        }
    }

    /// All answers, by response; for splitting.
    static func answers(to survey: Identifier, _ reading: Reading) throws -> [SurveyAnswers] {
        var all: [Int: SurveyAnswers] = [:]
        try reading.each("SELECT number FROM survey_response WHERE survey = \(survey.description)") { all[try $0.int(0)] = SurveyAnswers() }
        try reading.each("SELECT response, question, value FROM survey_value WHERE survey = \(survey.description)") { row in
            all[try row.int(0), default: SurveyAnswers()].values[try row.int(1), default: []].append(try row.string(2))
        }
        return all.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Words that people wrote, by question, in no order that tells who wrote two of them; for who leads the conversation.
    func texts(of survey: Survey) async throws -> [Int: [String]] {
        let numbers = survey.questions.enumerated().filter { $0.element.kind == .text }.map { $0.offset + 1 }
        return try await database.read { reading in
            var texts: [Int: [String]] = [:]
            try reading.each(
                "SELECT question, value FROM survey_value WHERE survey = \(survey.id.description) AND question IN \(list: numbers) ORDER BY question, value"
            ) { texts[try $0.int(0), default: []].append(try $0.string(1)) }
            return texts
        }
    }
}

/// Counts as everyone may see them.
package struct SurveyShown: Sendable, Hashable {
    /// By question and value; the empty value holds who answered it, and question 0 holds people by channel.
    let counts: [Int: [String: Int]]
    let splits: [SurveySplit]

    package var people: Int { counts[0]?[""] ?? 0 }

    func people(_ question: Int) -> Int { counts[question]?[""] ?? 0 }
    func count(_ question: Int, _ value: String) -> Int { counts[question]?[value] ?? 0 }

    /// Ways with their people; empty where that would tell of fewer than five.
    var channels: [(way: Contribution.Channel, people: Int)] {
        let ways = Contribution.Channel.allCases.compactMap { way in (counts[0]?[way.rawValue]).flatMap { $0 > 0 ? (way: way, people: $0) : nil } }
        return ways.allSatisfy { $0.people >= ShownPeople.least } ? ways : []
    }
}

/// A question split by a background question, once and for all when the survey closed.
package struct SurveySplit: Sendable, Hashable, Codable {
    package let question: Int
    package let background: Int
    /// By value of the background question: by value of the question, people, rounded to 5.
    package let cells: [String: [String: Int]]

    /// Each cell and what is left of its row, and of its column, has none or this many people.
    static let least = 10

    /// Every split that tells nothing of fewer than ten people, also not by subtraction: all of it is told, or nothing.
    static func all(of survey: Survey, _ answers: [SurveyAnswers]) -> [SurveySplit] {
        let backgrounds = survey.questions.enumerated().filter { $0.element.isBackground && $0.element.kind == .one }.map { $0.offset + 1 }
        return backgrounds.flatMap { background in
            survey.questions.enumerated().compactMap { place, question -> SurveySplit? in
                guard place + 1 != background, !question.isBackground, question.kind == .one || question.kind == .scale else { return nil }
                return SurveySplit(place + 1, by: background, of: survey, answers)
            }
        }
    }

    private init?(_ question: Int, by background: Int, of survey: Survey, _ answers: [SurveyAnswers]) {
        guard let asked = survey.question(question) else { return nil }
        var cells: [String: [String: Int]] = [:], untold = 0
        for answer in answers {
            guard let value = answer[question].first, let counted = asked.counted(value) else { continue }
            guard let group = answer[background].first else {
                untold += 1
                continue
            }
            cells[group, default: [:]][counted, default: 0] += 1
        }
        // Who did not answer the background question is what is left when all groups are taken from the total.
        guard cells.count > 1, untold == 0 || untold >= Self.least else { return nil }
        for row in cells.values {
            let people = row.values.reduce(0, +)
            guard row.values.allSatisfy({ $0 >= Self.least && (people - $0 == 0 || people - $0 >= Self.least) }) else { return nil }
        }
        self.question = question
        self.background = background
        // Rounded: what everyone sees of all together can be a few people behind, and the difference must tell of nobody.
        self.cells = cells.mapValues { row in row.mapValues { GroupRun.rounded(Double($0)) } }
    }
}
