import Core
import People

/// What several people want to learn, made of fragments of their answers (INV-08).
package struct LearningIssue: Sendable, Hashable {
    package let id: Identifier
    package let call: Identifier
    package let facts: Facts
    /// Where it went, when it was merged.
    package let mergedInto: Identifier?

    /// What the facilitator writes of it.
    package struct Facts: Sendable, Hashable {
        package var title: String
        /// Key of a theme; nil while it has none.
        package var theme: String?
        /// Keys of domains; there may be several (AGD-13).
        package var domains: [String]
        package var words: String
        /// One question a line.
        package var questions: String
        package var level: Term.Scale?
        package var isTough: Bool
        /// Always there for a tough one (AGD-18).
        package var whyTough: String
        /// How its domains make each other stronger.
        package var reinforces: String
        /// What can be done about it.
        package var perspective: String

        package init(
            title: String, theme: String? = nil, domains: [String] = [], words: String = "", questions: String = "", level: Term.Scale? = nil,
            isTough: Bool = false, whyTough: String = "", reinforces: String = "", perspective: String = ""
        ) {
            self.title = title
            self.theme = theme
            self.domains = domains
            self.words = words
            self.questions = questions
            self.level = level
            self.isTough = isTough
            self.whyTough = whyTough
            self.reinforces = reinforces
            self.perspective = perspective
        }
    }

    package var title: String { facts.title }
    package var reference: ThingReference { ThingReference(.issue, id.description) }
}

/// Some words of an answer that the facilitator marked.
package struct AnswerFragment: Sendable, Hashable {
    package let id: Identifier
    package let entry: Identifier
    package let words: String
    /// Why it goes to no issue; nil for one that does, or that still must.
    package let aside: String?
    package let issues: [Identifier]

    /// Nothing is published while one is not (section 3).
    package var isPlaced: Bool { aside != nil || !issues.isEmpty }
}

/// All that stands on the desk of who sorts the answers of a call.
package struct Workbench: Sendable {
    /// By number of their round, then by day.
    package let entries: [AnswerEntry]
    package let fragments: [AnswerFragment]
    /// Those that are there now, by title.
    package let issues: [LearningIssue]
    /// The last step that can be taken back.
    package let last: Step?

    package struct Step: Sendable, Hashable {
        package let number: Int
        package let kind: Kind

        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case mark = "merk"
            case attach = "hang"
            case detach = "los"
            case rename = "noem"
            case merge = "voeg-samen"
            case split = "splits"
            case aside = "leg-apart"
            case create = "maak"
        }
    }

    package func entry(_ id: Identifier) -> AnswerEntry? { entries.first { $0.id == id } }

    package func issue(_ id: Identifier) -> LearningIssue? { issues.first { $0.id == id } }

    package func fragments(of issue: Identifier) -> [AnswerFragment] { fragments.filter { $0.issues.contains(issue) } }

    package func fragments(in entry: Identifier) -> [AnswerFragment] { fragments.filter { $0.entry == entry } }

    /// Answers in which nothing was marked yet; what people can teach others may stay so.
    package func untouched(in round: Identifier? = nil) -> [AnswerEntry] {
        let touched = Set(fragments.map(\.entry))
        return entries.filter { $0.content.kind.isPlaced && !touched.contains($0.id) && (round == nil || $0.submission.round == round) }
    }

    package func unplaced(in round: Identifier? = nil) -> [AnswerFragment] {
        fragments.filter { fragment in !fragment.isPlaced && (round == nil || entry(fragment.entry)?.submission.round == round) }
    }

    /// Who stands behind an issue, each counted once.
    ///
    /// - Parameter rounds: answers of these rounds only; nil for all
    package func givers(of issue: Identifier, in rounds: Set<Identifier>? = nil) -> [Submission] {
        var seen: Set<String> = []
        return fragments(of: issue).compactMap { entry($0.entry)?.submission }
            .filter { rounds?.contains($0.round) ?? true }.sorted { $0.id < $1.id }.filter { seen.insert($0.giver).inserted }
    }
}
