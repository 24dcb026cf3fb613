import Core
import People

extension VoicesPolicy {
    /// Whether this actor can begin a conversation in the name of this organisation about some area.
    static func speaksSomewhere(for organisation: Organisation, by actor: Actor) -> Bool {
        if speaksEverywhere(for: organisation.id, by: actor) { return true }
        guard organisation.kind == .municipality else { return false }
        return actor.grants.contains { grant in
            guard case .area(let area) = grant.scope else { return false }
            return actor.decide(Role.conversationLeads, at: [grant.scope]).isAllowed && governs(organisation, area)
        }
    }

    /// The same about this area. Who leads in an area speaks for its municipality, and for no other.
    static func speaks(for organisation: Organisation, about area: AreaCode, by actor: Actor) -> Bool {
        guard begin(area: area, owner: organisation.id, by: actor).isAllowed else { return false }
        return speaksEverywhere(for: organisation.id, by: actor) || (organisation.kind == .municipality && governs(organisation, area))
    }

    /// By a role at the organisation or in the whole installation.
    private static func speaksEverywhere(for organisation: Identifier, by actor: Actor) -> Bool {
        actor.decide([.functionalAdministrator]).isAllowed || actor.decide(Role.conversationLeads, at: [.organisation(organisation)]).isAllowed
    }

    /// A municipality whose area is not known here may be any.
    private static func governs(_ organisation: Organisation, _ area: AreaCode) -> Bool {
        organisation.area.map { $0 == area.municipality } ?? true
    }
}
