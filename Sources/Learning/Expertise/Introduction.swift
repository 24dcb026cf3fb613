import Core

/// Two to five organisations with comparable questions that are asked whether they want to meet (EXP-05). Times are milliseconds since 1970.
package struct Introduction: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case asked = "gevraagd"
        case shared = "gedeeld"
        case notNow = "niet-nu"
    }

    package enum Answer: String, Sendable, Hashable, CaseIterable {
        case open, yes = "ja", no = "nee"
    }

    package struct Side: Sendable, Hashable {
        package let organisation: Identifier
        /// Nil once they were erased.
        package let person: Identifier?
        package let answer: Answer
    }

    package let id: Identifier
    /// Key of the term that their questions share.
    package let label: String
    package let programme: Identifier?
    /// Whether their figures are alike too.
    package let isAlike: Bool
    package let state: State
    package let addedAt: Int64
    package let dueAt: Int64
    package let sides: [Side]

    package static let days: Int64 = 14 * 86_400_000
    /// Organisations are not brought together again within this time.
    package static let rest: Int64 = 183 * 86_400_000
    package static let sizes = 2...5

    package func side(of person: Identifier?) -> Side? {
        guard let person else { return nil }
        return sides.first { $0.person == person }
    }

    /// What it comes to with these answers; nil while it is still to be seen. Pure.
    package static func outcome(_ answers: [Answer], isDue: Bool) -> State? {
        let yes = answers.filter { $0 == .yes }.count, open = isDue ? 0 : answers.filter { $0 == .open }.count
        if yes + open < 2 { return .notNow }
        return open == 0 ? .shared : nil
    }
}

/// Who helped whom with what (EXP-06). One side enters it, the other confirms.
package struct HelpEntry: Sendable, Hashable {
    package let id: Identifier
    package let ask: Identifier
    package let helper: Identifier?
    package let helperOrganisation: Identifier?
    package let helped: Identifier?
    package let helpedOrganisation: Identifier?
    package let label: String
    package let enteredBy: Identifier?
    package let confirmedAt: Int64?
    package let enteredAt: Int64
}
