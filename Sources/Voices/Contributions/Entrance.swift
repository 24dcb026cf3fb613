import Core
import Web

/// Who may take part in a conversation, and as whom: by the level that its announcement says.
package struct Entrance: Sendable {
    /// The mark of the code that a browser came in with, in one conversation; nil where it has not.
    package typealias CodeLookup = @Sendable (_ browser: [UInt8], Conversation) async throws -> [UInt8]?

    let marks: VoiceMarks
    let codes: CodeLookup

    package init(marks: VoiceMarks, codes: @escaping CodeLookup) {
        self.marks = marks
        self.codes = codes
    }

    /// What someone finds at the door.
    package enum Answer: Sendable, Hashable {
        /// They take part under this mark.
        case open(mark: [UInt8])
        /// A browser that has no session of forms yet: the page that it is given brings one.
        case fresh
        case needsCode
        case needsAccount
        /// Not begun, or over.
        case closed(Conversation.State)
    }

    /// - Parameter context: of a route that reads sessions
    package func knock(_ context: WebContext, at conversation: Conversation, now: Int64) async throws -> Answer {
        let state = conversation.state(at: now)
        guard state == .open else { return .closed(state) }
        if let person = context.actor.person, conversation.facts.level != .code { return .open(mark: marks.tag(.person(person.id), in: conversation.id)) }
        if conversation.facts.level == .account { return .needsAccount }
        guard let session = context.session else { return conversation.facts.level == .code ? .needsCode : .fresh }
        let browser = marks.tag(.browser(session), in: conversation.id)
        guard conversation.facts.level == .code else { return .open(mark: browser) }
        return try await codes(browser, conversation).map { .open(mark: $0) } ?? .needsCode
    }
}
