import Core

/// Who may do without the second step. Pure: the same roles give the same answer, and a refusal says why.
package enum SecondFactorPolicy {
    /// Turning off one's own second step.
    ///
    /// - Parameter grants: the roles that hold now
    package static func turnOff(with grants: [RoleGrant]) -> Decision {
        guard let role = grants.first(where: { $0.role.isProfessional })?.role else { return .allowed }
        return .refused(
            Localized(
                nl: "Je hebt de rol \(role.name.nl.lowercased()). Die werkt alleen met de tweede stap. Daarom kan die niet uit.",
                en: "You have the role \(role.name.en.lowercased()). It works with the second step only. That is why it cannot be off."))
    }
}
