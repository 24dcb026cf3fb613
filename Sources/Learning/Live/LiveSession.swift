import Core
import Credentials
import Transfer

/// What people ask and choose together while a meeting is on.
package struct LiveSession: Sendable, Hashable {
    package let id: Identifier
    package let meeting: Identifier
    package let code: AttendanceCode
    /// One more with each change that people can see.
    package let version: Int
    /// Milliseconds since 1970: it ends by then, whatever happens.
    package let endsAt: Int64
    package let closedAt: Int64?

    /// Milliseconds after the end of the meeting.
    static let after: Int64 = 2 * 3_600_000

    package func isOpen(at now: Int64) -> Bool { closedAt == nil && now < endsAt }
}

/// What someone wants to know, without who asked.
package struct LiveQuestion: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case open
        case answered = "beantwoord"
        /// Only who leads still sees it.
        case hidden = "verborgen"
    }

    package let id: Identifier
    package let body: String
    package let state: State
    /// Empty where it was answered aloud, or not yet.
    package let answer: String
    /// Taken along to look back on.
    package let isTaken: Bool
    package let supports: Int
    /// Whether the browser that reads supported it.
    package let isMine: Bool

    static let limit = 500, answerLimit = 1000
}

/// One question that everyone answers for themselves.
package struct LivePoll: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case single = "een", multiple = "meer"
        /// 1 up to 5.
        case scale = "schaal"
        case text = "tekst"

        var hasOptions: Bool { self == .single || self == .multiple }
    }

    package let id: Identifier
    package let kind: Kind
    package let question: String
    /// In order, counted from 1; empty for a scale or text.
    package let options: [String]
    package let isOpen: Bool
    /// What the browser that reads chose; empty where it did not.
    package let mine: [Answer]
    /// Only of a closed poll with enough answers.
    package let result: Result?

    package struct Answer: Sendable, Hashable {
        /// Of the option or on the scale; 0 for text.
        package let number: Int
        package let body: String

        package init(number: Int, body: String = "") {
            self.number = number
            self.body = body
        }
    }

    /// Without who chose what: numbers only, and texts in the order of the alphabet.
    package struct Result: Sendable, Hashable {
        package let people: Int
        package let counts: [Int: Int]
        package let texts: [String]
    }

    static let limit = 300, optionLimit = 100, textLimit = 300, mostOptions = 10
    /// Fewer answers are shown to nobody, not to who leads either.
    static let least = 5

    /// Whether these can be answers to it.
    func takes(_ answers: [Answer]) -> Bool {
        let numbers = Set(answers.map(\.number))
        guard !answers.isEmpty, numbers.count == answers.count else { return false }
        return switch kind {
        case .single: answers.count == 1 && numbers.isSubset(of: options.indices.map { $0 + 1 })
        case .multiple: numbers.isSubset(of: options.indices.map { $0 + 1 })
        case .scale: answers.count == 1 && numbers.isSubset(of: 1...5)
        case .text: numbers == [0] && answers.allSatisfy { !$0.body.isEmpty && $0.body.unicodeScalars.count <= Self.textLimit }
        }
    }
}

/// Tells browsers in one session apart, and nothing else: it cannot be led back to the session of the browser nor compared with another meeting.
package struct LiveMark: Sendable {
    private let key: SecretKey

    package init(_ key: SecretKey) { self.key = key.derived(for: "leefkring live 1") }

    /// - Parameter browser: the secret that guards the forms of this browser
    package func tag(_ browser: String, in session: Identifier) -> String {
        var bytes = CanonicalBytes("live")
        bytes.add(session.description)
        bytes.add(browser)
        return Digest.hex(Array(key.tag(bytes).prefix(16)))
    }
}
