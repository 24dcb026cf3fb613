import Core
import Testing

@testable import Learning

@Suite("Rules of a session")
struct SessionRulesTests {
    private static let bringer = Identifier(at: 1), facilitator = Identifier(at: 2), noteTaker = Identifier(at: 3), other = Identifier(at: 4)

    private func session(_ state: IntervisionSession.State, step: Int = 0) -> IntervisionSession {
        IntervisionSession(
            id: Identifier(at: 9), group: Identifier(at: 8), method: "incident", question: "", practiceCase: nil, plannedAt: 0,
            roles: IntervisionSession.Roles(bringer: Self.bringer, facilitator: Self.facilitator, noteTaker: Self.noteTaker), state: state, step: step,
            clock: StepClock(startedAt: 0), version: 1, words: 0, keepsYields: nil, closedAt: nil)
    }

    private func refusal(_ person: Identifier, _ state: IntervisionSession.State = .running, step: Int, isPresent: Bool = true, isOpen: Bool = false)
        -> SessionRules.Refusal?
    {
        SessionRules.refusal(
            of: person, in: session(state, step: step), on: ShippedMethods.incident.steps[step], isPresent: isPresent, isOpen: isOpen)
    }

    @Test("D-36: in a writing step everyone who came in writes until it is open; elsewhere who takes notes or facilitates")
    func writers() {
        for person in [Self.bringer, Self.facilitator, Self.noteTaker, Self.other] {
            #expect(refusal(person, step: 2) == nil)
            #expect(refusal(person, step: 2, isOpen: true) == .alreadyOpen)
            #expect(refusal(person, step: 2, isPresent: false) == .notPresent)
            for state in [IntervisionSession.State.planned, .lobby, .yields, .closed] { #expect(refusal(person, state, step: 2) == .notRunning) }
            #expect(refusal(person, .paused, step: 2) == nil)
        }
        #expect(refusal(Self.other, step: 1) == .notWriter && refusal(Self.bringer, step: 1) == .notWriter)
        #expect(refusal(Self.noteTaker, step: 1) == nil && refusal(Self.facilitator, step: 1) == nil)
    }

    @Test("D-36: where the bringer listens, the bringer's words for the group are refused")
    func silence() {
        #expect(refusal(Self.bringer, step: 7) == .bringerListens)
        #expect(refusal(Self.noteTaker, step: 7) == nil)
    }

    @Test("D-36: what can be read are the open steps so far, and the written ones that were opened")
    func open() {
        #expect(SessionRules.open(ShippedMethods.incident, upTo: 3, revealed: []) == [0, 1, 3])
        #expect(SessionRules.open(ShippedMethods.incident, upTo: 3, revealed: [2, 6]) == [0, 1, 2, 3])
        #expect(SessionRules.open(ShippedMethods.incident, upTo: 9, revealed: [2, 4, 6]) == Set(0...9))
    }

    @Test("D-36: the clock counts down, waits at zero, stands still in a break and takes extra time")
    func clock() {
        let clock = StepClock(startedAt: 1_000)
        #expect(clock.left(of: 5, at: 1_000) == 300_000 && clock.left(of: 5, at: 61_000) == 240_000)
        #expect(clock.left(of: 5, at: 300_999) == 1 && clock.left(of: 5, at: 301_000) == 0 && clock.left(of: 5, at: 9_999_999) == 0)
        #expect(StepClock(startedAt: 1_000, added: 120_000).left(of: 5, at: 301_000) == 120_000)
        #expect(StepClock(startedAt: 1_000, pausedAt: 61_000).left(of: 5, at: 9_999_999) == 240_000)
        #expect(StepClock(startedAt: nil).left(of: 5, at: 7) == 300_000)
        #expect(StepClockLine.text(300_000) == "5:00" && StepClockLine.text(245_000) == "4:05" && StepClockLine.text(1) == "0:01")
        #expect(StepClockLine.text(0) == "0:00")
    }

    @Test("CAS-08: nobody sees a group by a role: not an administrator, not who leads the programme; a professional after the second factor")
    func policy() {
        let member = IntervisionMember(person: Self.other, isFacilitator: false, state: .member, invitedAt: 0)
        let lead = IntervisionMember(person: Self.facilitator, isFacilitator: true, state: .member, invitedAt: 0)
        let asked = IntervisionMember(person: Self.noteTaker, isFacilitator: true, state: .invited, invitedAt: 0)
        let gone = IntervisionMember(person: Self.bringer, isFacilitator: true, state: .left, invitedAt: 0)
        let group = IntervisionGroup(
            id: Identifier(at: 8), name: "Kring", programme: Identifier(at: 7), part: nil,
            agreements: .init(attendance: "", confidentiality: "", facilitating: "", replacement: ""), addedAt: 0, endedAt: nil,
            members: [member, lead, asked, gone])
        func actor(_ person: Identifier, _ roles: [Role] = [], _ proof: Actor.Proof = .twoFactors) -> Actor {
            let grants = roles.map { RoleGrant(id: Identifier(at: 6), role: $0, scope: .installation, start: 0, end: nil, reviewed: 0) }
            return Actor(person: Actor.Person(id: person, name: "", organisation: nil), grants: grants, proof: proof)
        }
        #expect(IntervisionPolicy.see(group, by: .visitor) == .hidden && IntervisionPolicy.know(group, by: .visitor) == .hidden)
        for role in Role.allCases {
            let stranger = actor(Identifier(at: 5), [role])
            #expect(IntervisionPolicy.see(group, by: stranger) == .hidden && IntervisionPolicy.know(group, by: stranger) == .hidden, "\(role)")
            #expect(IntervisionPolicy.facilitate(group, by: stranger) == .hidden, "\(role)")
        }
        #expect(IntervisionPolicy.see(group, by: actor(Self.other)) == .allowed && IntervisionPolicy.facilitate(group, by: actor(Self.other)) == .hidden)
        #expect(IntervisionPolicy.see(group, by: actor(Self.other, [.official], .oneFactor)) == .signIn(.twoFactors))
        #expect(IntervisionPolicy.see(group, by: actor(Self.other, [.resident], .oneFactor)) == .allowed)
        #expect(IntervisionPolicy.facilitate(group, by: actor(Self.facilitator)) == .allowed)
        #expect(IntervisionPolicy.know(group, by: actor(Self.noteTaker)) == .allowed && IntervisionPolicy.see(group, by: actor(Self.noteTaker)) == .hidden)
        #expect(IntervisionPolicy.know(group, by: actor(Self.bringer)) == .hidden && IntervisionPolicy.facilitate(group, by: actor(Self.bringer)) == .hidden)
        #expect(IntervisionPolicy.make(programme: Identifier(at: 7), part: nil, by: actor(Self.other, [.functionalAdministrator])) == .hidden)
        #expect(IntervisionPolicy.make(programme: Identifier(at: 7), part: nil, by: actor(Self.other, [.circleFacilitator])) == .allowed)
    }
}
