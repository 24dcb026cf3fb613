/// Who asks for something, as far as policies need to know.
package struct Actor: Sendable, Hashable {
    /// Who signed in; nil for a visitor.
    package let person: Person?
    /// The roles that hold now.
    package let grants: [RoleGrant]
    /// How surely it is this person.
    package let proof: Proof

    package struct Person: Sendable, Hashable {
        package let id: Identifier
        package let name: String
        /// On whose behalf they act: the organisation of their membership now; nil for themselves.
        package let organisation: Identifier?

        package init(id: Identifier, name: String, organisation: Identifier?) {
            self.id = id
            self.name = name
            self.organisation = organisation
        }
    }

    package enum Proof: Int, Sendable, Hashable, Comparable {
        case none, oneFactor, twoFactors

        package static func < (left: Proof, right: Proof) -> Bool { left.rawValue < right.rawValue }
    }

    package init(person: Person?, grants: [RoleGrant], proof: Proof) {
        self.person = person
        self.grants = grants
        self.proof = proof
    }

    /// A visitor who did not sign in.
    package static let visitor = Actor(person: nil, grants: [], proof: .none)

    /// Any role of a professional: then a second factor is required.
    package var needsTwoFactors: Bool { grants.contains { $0.role.isProfessional } }

    /// What these roles let them do at one of these places. A role in the whole installation holds everywhere; that of a professional only after a second
    /// factor.
    ///
    /// - Returns: allowed, to be proved first, or hidden
    package func decide(_ roles: Set<Role>, at scopes: Set<Scope> = []) -> Decision {
        let fitting = grants.filter { roles.contains($0.role) && ($0.scope == .installation || scopes.contains($0.scope)) }
        if fitting.contains(where: { proof == .twoFactors || !$0.role.isProfessional }) { return .allowed }
        return fitting.isEmpty ? .hidden : .signIn(.twoFactors)
    }
}

/// What a policy answers, with the reason in words that may be shown.
package enum Decision: Sendable, Hashable {
    case allowed
    /// Known to the actor, but not for them.
    case refused(Localized)
    /// They must first say who they are, or prove it better.
    case signIn(Actor.Proof)
    /// They may not know that it is there.
    case hidden

    package var isAllowed: Bool { self == .allowed }
}
