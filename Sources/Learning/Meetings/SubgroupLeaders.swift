import Core
import Mail
import People
import Web

/// Gives who leads a subgroup the right to that group alone, and takes it back (MTG-15).
struct SubgroupLeaders: Sendable {
    let people: People.Slice

    /// The account of the leader, where a mail address was filled in.
    ///
    /// - Parameter isLeader: who fills it in leads the group, and names no other
    /// - Returns: false with a fault in the form for an address without an account
    func read(_ form: inout Form, into facts: inout Subgroup.Facts, isLeader: Bool = false) async throws -> Bool {
        guard !isLeader, let text = form.text("leider-mail", limit: 254) else { return true }
        guard facts.leader != nil else {
            form.fail("leider", MeetingEditWords.both(\.nameEmpty))
            return false
        }
        guard let mail = try? MailAddress(text), let person = try await people.persons.find(mail), person.isOpen else {
            form.fail("leider-mail", MeetingProgrammeWords.both(\.leaderUnknown))
            return false
        }
        facts.leader?.person = person.id
        return true
    }

    /// Brings the roles in line with who leads the group now.
    ///
    /// - Parameter before: who led it; nil for nobody with an account
    func follow(_ subgroup: Subgroup, before: Identifier?, from origin: Origin) async throws {
        let leader = subgroup.facts.leader?.person
        if let before, before != leader {
            for grant in try await grants(of: before, at: subgroup.scope, origin.time) {
                try await people.persons.end(grant.id, of: before, from: origin)
            }
        }
        if let leader, try await grants(of: leader, at: subgroup.scope, origin.time).isEmpty {
            try await people.persons.grant(.subgroupLeader, at: subgroup.scope, to: leader, from: origin)
        }
    }

    private func grants(of person: Identifier, at scope: Scope, _ now: Int64) async throws -> [RoleGrant] {
        try await people.persons.grants(of: person).filter { $0.role == .subgroupLeader && $0.scope == scope && $0.holds(at: now) }
    }
}
