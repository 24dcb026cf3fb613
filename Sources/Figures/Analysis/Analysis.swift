import Core
import HTML
import Measures
import Web

/// One kind of analysis: what it asks, what it computes, and how that is shown. The frame around it is the same for all, see ``AnalysisRoutes``.
///
/// `result` is pure: the same question, areas and deliveries give the same outcome, so it is computed once and kept.
protocol Analysis: Sendable {
    associatedtype Question: AnalysisQuestion
    associatedtype Outcome: Sendable
    associatedtype Choices: HTML
    associatedtype Content: HTML

    /// Fills in what was left open and says in the form what these areas do not have.
    func complete(_ question: Question, _ scene: AnalysisScene, form: inout Form) -> Question

    /// Whether the first computation may take longer than about half a second; then it shows its progress.
    func isLong(_ question: Question, _ scene: AnalysisScene) -> Bool

    /// Nil where there are no figures to compute with.
    ///
    /// - Parameter question: complete
    func outcome(_ question: Question, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> Outcome?

    /// Whether the outcome depends on who borders on whom.
    var needsNeighbours: Bool { get }

    /// Whether the form is long enough to fold away until it is wanted.
    var foldsChoices: Bool { get }

    /// The fields of the form.
    func choices(_ question: Question, _ scene: AnalysisScene, form: Form) -> Choices

    /// What came out: sentences, table first, map.
    func content(_ outcome: Outcome, _ question: Question, _ scene: AnalysisScene) -> Content

    /// How to read it, what it does not say, and by which method it was made.
    func interpretation(_ outcome: Outcome?, _ question: Question, _ scene: AnalysisScene) -> Interpretation

    /// The deliveries the outcome was made from.
    func sources(_ outcome: Outcome) -> [Edition]

    /// The files there are, with the command that makes the outcome again from them.
    func recipe(_ question: Question, _ scene: AnalysisScene) -> AnalysisRecipe

    /// The bytes of one of those files; nil for another.
    func file(_ file: AnalysisFile, _ outcome: Outcome, _ question: Question, _ scene: AnalysisScene) throws -> [UInt8]?
}

extension Analysis {
    func isLong(_ question: Question, _ scene: AnalysisScene) -> Bool { false }

    var foldsChoices: Bool { true }

    var needsNeighbours: Bool { false }
}

/// How an outcome is made again elsewhere.
struct AnalysisRecipe: Sendable, Hashable {
    /// Besides ``AnalysisFile/result``, ``AnalysisFile/document`` and ``AnalysisFile/input``.
    var further: [AnalysisFile] = []
    /// The arguments behind `leefkring analyse`; empty where there is no command for it.
    var arguments: [String] = []

    var files: [AnalysisFile] { [.result, .document, .input] + further }

    /// As typed into a terminal, in the folder with the files.
    var command: String? {
        arguments.isEmpty ? nil : (["leefkring", "analyse"] + arguments.map(Self.quoted)).joined(separator: " ")
    }

    /// Words that a shell would take apart are put between quotes.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2C, 0x2D, 0x2E, 0x2F, 0x3D, 0x5F: true
                default: false
                }
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

/// What is known about an analysis besides its outcome: every page shows all of it.
struct Interpretation: Sendable {
    /// Notes that several analyses need.
    enum Caution: Sendable, Hashable {
        /// What holds for areas need not hold for people.
        case ecologicalFallacy
        /// A list can brand a neighbourhood.
        case stigma
    }

    /// A choice behind the outcome, in words.
    struct Parameter: Sendable {
        let name: Localized
        let value: Localized

        init(_ name: Localized, _ value: Localized) {
            self.name = name
            self.value = value
        }
    }

    /// What you get from it.
    let yields: Localized
    /// How to read it, sentence by sentence.
    let reading: [Localized]
    let advantages: [Localized]
    let limits: [Localized]
    /// Always in sight.
    let doesNotSay: [Localized]
    var cautions: [Caution] = []
    /// Name of the method with its source.
    let method: Localized
    var parameters: [Parameter] = []
    /// Raised when the same question would get another outcome.
    let version: Int
    /// Nil where nothing is drawn by chance.
    var seed: UInt64?
}
