import Core

/// Who holds conversations with residents, and who reads what was not said to everyone.
package enum VoicesPolicy {
    /// Begins a conversation about an area in the name of an organisation.
    package static func begin(area: AreaCode, owner: Identifier, by actor: Actor) -> Decision {
        return prefer(actor.decide(Role.conversationLeads, at: Set(area.withParents.map(Scope.area)).union([.organisation(owner)])), actor)
    }

    /// Changes what a conversation says, opens and closes it. Functional administrators help everywhere.
    package static func organise(_ conversation: Conversation, by actor: Actor) -> Decision { prefer(lead(conversation, by: actor), actor) }

    /// Reads what people wrote before anyone else does, and what they wrote to the team alone. Not for functional administrators.
    package static func lead(_ conversation: Conversation, by actor: Actor) -> Decision {
        actor.decide(Role.conversationLeads, at: conversation.scopes)
    }

    /// Sees its page: everyone once it is announced, before that only who organises it.
    package static func see(_ conversation: Conversation, by actor: Actor) -> Decision {
        conversation.isPublic ? .allowed : organise(conversation, by: actor)
    }

    private static func prefer(_ own: Decision, _ actor: Actor) -> Decision {
        let administrator = actor.decide([.functionalAdministrator])
        return administrator.isAllowed || own == .hidden ? administrator : own
    }
}
