import Core
import People
import Web

/// A way from the announcement, or from the desk, to another part of the conversation.
package struct ConversationDoor: Sendable, Hashable {
    package let title: Localized
    /// What someone finds there, in a sentence.
    package let text: Localized
    package let address: PageAddress
    /// How long it takes, in minutes; nil where that differs too much to say.
    package let minutes: Int?
    /// Whether it leads to words that were not said to everyone: then only who leads the conversation sees it.
    package let isClosed: Bool

    package init(_ title: Localized, _ text: Localized, _ address: PageAddress, minutes: Int? = nil, isClosed: Bool = false) {
        self.title = title
        self.text = text
        self.address = address
        self.minutes = minutes
        self.isClosed = isClosed
    }
}

extension ConversationPart {
    /// What this actor finds behind the desk.
    func deskDoors(_ conversation: Conversation, for actor: Actor) async throws -> [ConversationDoor] {
        let leads = VoicesPolicy.lead(conversation, by: actor).isAllowed
        return try await deskDoors(conversation, conversation.state(at: people.now())).filter { leads || !$0.isClosed }
    }
}

/// Asks the other parts for their doors, in the order in which they are shown.
package typealias ConversationDoors = @Sendable (Conversation, Conversation.State) async throws -> [ConversationDoor]
