import Core
import Learning
import Testing

@Suite("Who may do what with meetings")
struct MeetingPolicyTests {
    private static let programme = Identifier(at: 1), track = Identifier(at: 2), network = Identifier(at: 3), series = Identifier(at: 4)
    private static let line = [track, network, series]

    private func actor(_ role: Role, _ scope: Scope, _ proof: Actor.Proof = .twoFactors) -> Actor {
        let grant = RoleGrant(id: Identifier(at: 5), role: role, scope: scope, start: 0, end: nil, reviewed: 0)
        return Actor(person: Actor.Person(id: Identifier(at: 6), name: "Anna", organisation: nil), grants: [grant], proof: proof)
    }

    private func part(_ id: Identifier) -> Scope { .thing(kind: "programmaonderdeel", id: id) }

    private func meeting(_ steps: MeetingStep.Kind...) -> Meeting {
        let facts = Meeting.Facts(part: Self.series, number: 1, title: "Een", form: .online, startsAt: 0, endsAt: 1)
        return Meeting(
            id: Identifier(at: 7), programme: Self.programme, facts: facts, sequence: 0, steps: steps.map { MeetingStep($0, at: 0, by: nil) }, addedAt: 0,
            updatedAt: 0)
    }

    @Test("ORG-05, ORG-13: who organises a programme, a network or a series organises the meetings in it and below it")
    func organising() {
        func decide(_ scope: Scope, _ proof: Actor.Proof = .twoFactors) -> Decision {
            MeetingPolicy.organise(programme: Self.programme, line: Self.line, by: actor(.circleFacilitator, scope, proof))
        }
        for scope in [.programme(Self.programme), part(Self.track), part(Self.network), part(Self.series)] {
            #expect(decide(scope) == .allowed && decide(scope, .oneFactor) == .signIn(.twoFactors), "\(scope)")
        }
        #expect(decide(part(Identifier(at: 9))) == .hidden && decide(.programme(Identifier(at: 9))) == .hidden)
        // A series does not open the network above it.
        let ofSeries = actor(.adviser, part(Self.series))
        #expect(MeetingPolicy.organise(programme: Self.programme, line: [Self.track, Self.network], by: ofSeries) == .hidden)
        #expect(MeetingPolicy.organise(programme: Self.programme, line: [], by: ofSeries) == .hidden)
    }

    @Test("a draft is hidden from everyone but who organises it; what is public is for everyone")
    func drafts() {
        let organiser = actor(.programmeFacilitator, .programme(Self.programme)), other = actor(.programmeFacilitator, .programme(Identifier(at: 9)))
        func see(_ meeting: Meeting, _ actor: Actor) -> Decision { MeetingPolicy.see(meeting, line: Self.line, by: actor) }
        #expect(see(meeting(.draft), .visitor) == .hidden && see(meeting(.draft), other) == .hidden && see(meeting(.draft), organiser) == .allowed)
        #expect(see(meeting(.draft), actor(.functionalAdministrator, .installation)) == .allowed)
        for steps in [[MeetingStep.Kind.draft, .announced], [.draft, .announced, .cancelled]] {
            let open = steps.count == 2 ? meeting(.draft, .announced) : meeting(.draft, .announced, .cancelled)
            #expect(see(open, .visitor) == .allowed, "\(steps)")
        }
    }

    @Test("MTG-15: who leads a subgroup has rights on that group alone, from whatever organisation, and after a second factor")
    func leaders() {
        let own = Subgroup(id: Identifier(at: 10), meeting: Identifier(at: 7), facts: .init(title: "Een"))
        let other = Subgroup(id: Identifier(at: 11), meeting: Identifier(at: 7), facts: .init(title: "Twee"))
        let leader = actor(.subgroupLeader, .thing(kind: "subgroep", id: own.id)), open = meeting(.draft, .announced)
        func lead(_ subgroup: Subgroup, _ actor: Actor) -> Decision { MeetingPolicy.lead(subgroup, of: open, line: Self.line, by: actor) }
        #expect(lead(own, leader) == .allowed && lead(other, leader) == .hidden)
        #expect(lead(own, actor(.subgroupLeader, own.scope, .oneFactor)) == .signIn(.twoFactors))
        #expect(MeetingPolicy.organise(programme: Self.programme, line: Self.line, by: leader) == .hidden)
        #expect(MeetingPolicy.see(meeting(.draft), line: Self.line, by: leader) == .hidden)
        #expect(lead(own, actor(.adviser, part(Self.series))) == .allowed && lead(own, .visitor) == .hidden)
        // Another role on the thing opens nothing.
        #expect(lead(own, actor(.projectLeader, own.scope)) == .hidden)
    }
}
