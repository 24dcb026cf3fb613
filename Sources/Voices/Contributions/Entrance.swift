import Core
import Web

/// Who may take part in a conversation, and as whom: by the level that its announcement says.
package struct Entrance: Sendable {
    /// The mark of the code that a browser came in with, in one conversation; nil where it has not.
    package typealias CodeLookup = @Sendable (_ browser: [UInt8], Conversation) async throws -> [UInt8]?

    /// The help that a person gives now in a conversation; nil where they help nobody.
    package typealias AssistLookup = @Sendable (_ helper: Identifier, _ conversation: Identifier, _ now: Int64) async throws -> AssistSession?

    let marks: VoiceMarks
    let codes: CodeLookup
    let assists: AssistLookup

    package init(marks: VoiceMarks, codes: @escaping CodeLookup, assists: @escaping AssistLookup) {
        self.marks = marks
        self.codes = codes
        self.assists = assists
    }

    /// What someone finds at the door.
    package enum Answer: Sendable, Hashable {
        /// They take part under this mark; or somebody beside them does, whom they help.
        case open(mark: [UInt8], assist: AssistSession?)
        /// A browser that has no session of forms yet: the page that it is given brings one.
        case fresh
        case needsCode
        case needsAccount
        /// Not begun, or over.
        case closed(Conversation.State)

        /// Whether someone can take part, at least from the next page on.
        package var isOpen: Bool {
            switch self {
            case .open, .fresh: true
            case .needsCode, .needsAccount, .closed: false
            }
        }

        /// The mark under which they take part; nil where they do not.
        package var mark: [UInt8]? { if case .open(let mark, _) = self { mark } else { nil } }

        /// The help that runs.
        package var assist: AssistSession? { if case .open(_, let assist) = self { assist } else { nil } }

        /// How it comes in.
        package var channel: Contribution.Channel { assist?.channel ?? .screen }
    }

    /// - Parameter context: of a route that reads sessions
    package func knock(_ context: WebContext, at conversation: Conversation, now: Int64) async throws -> Answer {
        let state = conversation.state(at: now)
        guard state == .open else { return .closed(state) }
        if let person = context.actor.person {
            // Who helps is not who takes part, at every level.
            if let assist = try await assists(person.id, conversation.id, now) { return .open(mark: assist.participant(marks), assist: assist) }
            if conversation.facts.level != .code { return .open(mark: marks.tag(.person(person.id), in: conversation.id), assist: nil) }
        }
        if conversation.facts.level == .account { return .needsAccount }
        guard let session = context.session else { return conversation.facts.level == .code ? .needsCode : .fresh }
        let browser = marks.tag(.browser(session), in: conversation.id)
        guard conversation.facts.level == .code else { return .open(mark: browser, assist: nil) }
        return try await codes(browser, conversation).map { .open(mark: $0, assist: nil) } ?? .needsCode
    }
}
