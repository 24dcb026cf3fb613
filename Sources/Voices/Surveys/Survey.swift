import Core
import People

/// Questions about a neighbourhood, that people answer on a screen or on paper.
package struct Survey: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    package let title: String
    package let words: String
    package let state: State
    /// In the order of the form; numbered from 1.
    package let questions: [SurveyQuestion]

    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft = "ontwerp"
        /// Nothing of the questions changes any more.
        case open = "open"
        case closed = "gesloten"
    }

    package static let mostQuestions = 60

    package func question(_ number: Int) -> SurveyQuestion? { questions.indices.contains(number - 1) ? questions[number - 1] : nil }

    /// Whether a question is asked, with what was answered so far.
    package func isAsked(_ number: Int, _ answers: SurveyAnswers) -> Bool {
        guard let question = question(number) else { return false }
        guard let condition = question.condition else { return true }
        return isAsked(condition.question, answers) && answers[condition.question].contains(condition.value)
    }

    /// The pages of the form: a page ends before a question that depends on one of that page.
    package var steps: [[Int]] {
        var steps: [[Int]] = [], here: [Int] = []
        for number in 1...max(questions.count, 1) where number <= questions.count {
            if let condition = questions[number - 1].condition, here.contains(condition.question) {
                steps.append(here)
                here = []
            }
            here.append(number)
        }
        return here.isEmpty ? steps : steps + [here]
    }

    /// Answers to what is asked, alone.
    package func kept(_ answers: SurveyAnswers) -> SurveyAnswers {
        SurveyAnswers(answers.values.filter { isAsked($0.key, answers) && !$0.value.isEmpty })
    }

    /// Required questions that are asked and lack an answer.
    package func missing(_ answers: SurveyAnswers, in numbers: [Int]) -> [Int] {
        numbers.filter { isAsked($0, answers) && (question($0)?.isRequired ?? false) && answers[$0].isEmpty }
    }
}

/// One question of a survey, in the languages it has.
package struct SurveyQuestion: Sendable, Hashable, Codable {
    package var kind: Kind
    /// By language; Dutch is always there.
    package var words: [String: String]
    /// Answers to choose from, each by language; of a choice.
    package var options: [[String: String]]
    /// What the ends of a scale mean, by language.
    package var low: [String: String]
    package var high: [String: String]
    /// Of a scale or a number.
    package var least: Int
    package var most: Int
    package var isRequired: Bool
    /// Whether results of others may be split by it: age class, tenure.
    package var isBackground: Bool
    package var condition: Condition?

    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case one = "een"
        case several = "meer"
        case scale = "schaal"
        case number = "getal"
        /// Who leads the conversation reads it, and nobody else.
        case text = "tekst"
    }

    /// Only asked where an earlier question got this answer.
    package struct Condition: Sendable, Hashable, Codable {
        package let question: Int
        package let value: String

        package init(question: Int, value: String) {
            self.question = question
            self.value = value
        }
    }

    package init(
        _ kind: Kind, _ words: [String: String], options: [[String: String]] = [], low: [String: String] = [:], high: [String: String] = [:], least: Int = 1,
        most: Int = 5, isRequired: Bool = false, isBackground: Bool = false, condition: Condition? = nil
    ) {
        self.kind = kind
        self.words = words
        self.options = options
        self.low = low
        self.high = high
        self.least = least
        self.most = most
        self.isRequired = isRequired
        self.isBackground = isBackground
        self.condition = condition
    }

    static let textLimit = 2000
    /// Numbers are told in this many parts of their range.
    static let parts = 5

    /// In a language, or in Dutch where it has none.
    static func text(_ words: [String: String], _ language: String) -> String { words[language].flatMap { $0.isEmpty ? nil : $0 } ?? words["nl"] ?? "" }

    /// The language in which it is read.
    static func tongue(_ words: [String: String], _ language: String) -> String { words[language]?.isEmpty ?? true ? "nl" : language }

    /// Whether a value can be an answer.
    func accepts(_ value: String) -> Bool {
        switch kind {
        case .one, .several: Int(value).map { (1...max(options.count, 1)).contains($0) && String($0) == value } ?? false
        case .scale, .number: Int(value).map { (least...max(least, most)).contains($0) && String($0) == value } ?? false
        case .text: !value.isEmpty && value.count <= Self.textLimit
        }
    }

    /// Under which value an answer is counted; nil for words, which are not counted.
    func counted(_ value: String) -> String? {
        switch kind {
        case .one, .several, .scale: return value
        case .number: return Int(value).map { String(part(of: $0)) }
        case .text: return nil
        }
    }

    private func part(of value: Int) -> Int {
        let width = Double(most - least + 1) / Double(min(Self.parts, most - least + 1))
        return min(Int(Double(value - least) / width), min(Self.parts, most - least + 1) - 1) + 1
    }

    /// What results tell: each value with its words.
    func outcomes(_ language: String) -> [(value: String, words: String)] {
        switch kind {
        case .one, .several: return options.enumerated().map { (String($0.offset + 1), Self.text($0.element, language)) }
        case .scale:
            return (least...max(least, most)).map { value in
                let end = value == least ? Self.text(low, language) : value == most ? Self.text(high, language) : ""
                return (String(value), end.isEmpty ? String(value) : "\(value): \(end)")
            }
        case .number:
            let all = Dictionary(grouping: least...max(least, most)) { part(of: $0) }
            return all.sorted { $0.key < $1.key }.map { (String($0.key), "\($0.value.min() ?? 0)–\($0.value.max() ?? 0)") }
        case .text: return []
        }
    }
}

/// What somebody answered: values by the number of the question.
package struct SurveyAnswers: Sendable, Hashable, Codable {
    package var values: [Int: [String]]

    package init(_ values: [Int: [String]] = [:]) {
        self.values = values
    }

    package subscript(number: Int) -> [String] { values[number] ?? [] }
}
