import Core
import Testing
import Web

@testable import People

@Suite("Who sees what of a profile")
struct PeopleProfileTests {
    private static let owner = Identifier(at: 1)

    private static func actor(_ id: Identifier?, _ proof: Actor.Proof = .oneFactor, _ role: Role? = nil) -> Actor {
        let grants = role.map { [RoleGrant(id: Identifier(at: 3), role: $0, scope: .installation, start: 0, end: nil, reviewed: 0)] } ?? []
        return Actor(person: id.map { Actor.Person(id: $0, name: "", organisation: nil) }, grants: grants, proof: id == nil ? .none : proof)
    }

    @Test("a new profile is seen by nobody but its owner; what is hidden is hidden, not refused; no role sees more")
    func policy() {
        let visitor = Self.actor(nil), owner = Self.actor(Self.owner), member = Self.actor(Identifier(at: 2))
        let administrator = Self.actor(Identifier(at: 4), .twoFactors, .functionalAdministrator)
        var profile = Profile()
        #expect(profile.visibility == .nobody && profile.mailVisibility == .nobody && profile.telephoneVisibility == .nobody)
        let table: [(ProfileVisibility, [Decision])] = [
            (.nobody, [.hidden, .allowed, .hidden, .hidden]), (.members, [.hidden, .allowed, .allowed, .allowed]),
            (.everyone, [.allowed, .allowed, .allowed, .allowed]),
        ]
        for (whole, expected) in table {
            profile.visibility = whole
            for (actor, decision) in zip([visitor, owner, member, administrator], expected) {
                #expect(ProfilePolicy.see(profile, of: Self.owner, isOpen: true, by: actor) == decision, "\(whole)")
                #expect(ProfilePolicy.see(profile, of: Self.owner, isOpen: false, by: actor) == .hidden)
                #expect(ProfilePolicy.see(nil, of: Self.owner, isOpen: true, by: actor) == .hidden)
                for (field, fields) in table {
                    let reach = ProfilePolicy.reach(field, of: profile, Self.owner, by: actor)
                    let own = fields[[visitor, owner, member, administrator].firstIndex(of: actor) ?? 0]
                    #expect(reach.isAllowed == (decision.isAllowed && own.isAllowed), "\(whole) \(field)")
                }
            }
        }
    }

    @Test("every address of files and profiles is read as it was printed")
    func addresses() {
        let id = Identifier(at: 1_790_000_000_000)
        for route in [AttachmentRoute.file(id), .thumbnail(id, width: 320), .own, .remove(id)] {
            #expect(AttachmentRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
        }
        for route in [ProfileRoute.profile(id), .edit] { #expect(ProfileRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)") }
        for target in ["/bestanden", "/bestanden/x", "/bestanden/\(id)/x", "/bestanden/\(id)/-1", "/mijn/bestanden/x/weg", "/mijn/x", "/mensen/x", "/mensen"] {
            #expect(AttachmentRoute(PageAddress(target: target)) == nil && ProfileRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
