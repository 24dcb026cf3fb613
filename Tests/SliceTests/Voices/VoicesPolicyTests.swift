import Areas
import Core
import People
import TestSupport
import Testing

@testable import Voices

@Suite("Who holds conversations")
struct VoicesPolicyTests {
    private static let owner = Identifier(at: 1), other = Identifier(at: 2), id = Identifier(at: 3)

    private func actor(_ role: Role, _ scope: Scope, _ proof: Actor.Proof = .twoFactors) -> Actor {
        let grant = RoleGrant(id: Identifier(at: 4), role: role, scope: scope, start: 0, end: nil, reviewed: 0)
        return Actor(person: Actor.Person(id: Identifier(at: 5), name: "Anna", organisation: nil), grants: [grant], proof: proof)
    }

    private func conversation(openedAt: Int64? = 1) -> Conversation {
        Conversation(id: Self.id, area: VoicesGround.area, owner: Self.owner, facts: VoicesGround.facts, openedAt: openedAt, closedAt: nil, addedAt: 0)
    }

    private func area(_ code: String) throws -> Scope { .area(try #require(AreaCode(code))) }

    private func organisation(_ id: Identifier, _ kind: OrganisationKind, _ area: String?) -> Organisation {
        Organisation(id: id, name: "X", kind: kind, area: area.flatMap { AreaCode($0) }, addedAt: 0, endedAt: nil)
    }

    @Test("WYK-28: a conversation is led in its area or one around it, at its organisation, or in it alone, after a second factor")
    func leads() throws {
        let fitting = [
            try area("BU99990101"), try area("WK999901"), try area("GM9999"), .organisation(Self.owner), .thing(kind: "gesprek", id: Self.id), .installation,
        ]
        for role in [Role.official, .director, .projectLeader, .neighbourhoodProfessional] {
            for scope in fitting {
                #expect(VoicesPolicy.lead(conversation(), by: actor(role, scope)) == .allowed, "\(role) \(scope)")
                #expect(VoicesPolicy.organise(conversation(), by: actor(role, scope, .oneFactor)) == .signIn(.twoFactors), "\(role) \(scope)")
            }
            for scope in [try area("BU99990102"), try area("GM9998"), .organisation(Self.other), .thing(kind: "gesprek", id: Self.other)] {
                #expect(VoicesPolicy.lead(conversation(), by: actor(role, scope)) == .hidden, "\(role) \(scope)")
                #expect(VoicesPolicy.organise(conversation(), by: actor(role, scope)) == .hidden, "\(role) \(scope)")
            }
        }
        for role in Set(Role.allCases).subtracting([.official, .director, .projectLeader, .neighbourhoodProfessional, .functionalAdministrator]) {
            #expect(VoicesPolicy.organise(conversation(), by: actor(role, .installation)) == .hidden, "\(role)")
        }
    }

    @Test("a functional administrator helps to organise, and reads nothing that was not said to everyone")
    func administrators() {
        let administrator = actor(.functionalAdministrator, .installation)
        #expect(VoicesPolicy.organise(conversation(), by: administrator) == .allowed)
        #expect(VoicesPolicy.lead(conversation(), by: administrator) == .hidden)
    }

    @Test("doors to words that were not said to everyone are shown to who leads, and not to a functional administrator")
    func doors() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let (open, closed) = ("Codes", "Lezen")
            let doors: ConversationDoors = { conversation, state in
                #expect(state == .coming)
                let address = ConversationRoute.desk(conversation.id).address
                return [ConversationDoor(Localized(open), Localized(""), address), ConversationDoor(Localized(closed), Localized(""), address, isClosed: true)]
            }
            let part = ConversationPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice, deskDoors: doors)
            let one = try await ground.conversation()
            func titles(_ actor: Actor) async throws -> [String] { try await part.deskDoors(one, for: actor).map(\.title.nl) }
            #expect(try await titles(actor(.official, .organisation(ground.owner))) == [open, closed])
            #expect(try await titles(actor(.functionalAdministrator, .installation)) == [open])
        }
    }

    @Test("everyone sees what was announced; a draft only who organises it")
    func seeing() {
        #expect(VoicesPolicy.see(conversation(), by: .visitor) == .allowed)
        #expect(VoicesPolicy.see(conversation(openedAt: nil), by: .visitor) == .hidden)
        #expect(VoicesPolicy.see(conversation(openedAt: nil), by: actor(.official, .organisation(Self.owner))) == .allowed)
    }

    @Test("who leads in an area speaks for its municipality alone; who leads at an organisation, for that one")
    func owners() throws {
        let own = organisation(Self.owner, .municipality, "GM9999"), elsewhere = organisation(Self.other, .municipality, "GM9998")
        let club = organisation(Self.id, .residentsGroup, "GM9999")
        let inArea = actor(.official, try area("GM9999")), atClub = actor(.neighbourhoodProfessional, .organisation(Self.id))
        for (actor, allowed) in [(inArea, [own]), (atClub, [club]), (self.actor(.functionalAdministrator, .installation), [own, elsewhere, club])] {
            for one in [own, elsewhere, club] {
                #expect(VoicesPolicy.speaksSomewhere(for: one, by: actor) == allowed.contains(one), "\(one.kind)")
                #expect(VoicesPolicy.speaks(for: one, about: VoicesGround.area, by: actor) == allowed.contains(one), "\(one.kind)")
            }
        }
        #expect(try !VoicesPolicy.speaks(for: own, about: #require(AreaCode("BU99980101")), by: inArea))
    }
}
