import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Cases")
struct CaseStoreTests {
    private static func facts(_ title: String = "Niemand kwam", _ change: (inout PracticeCase.Facts) -> Void = { _ in }) -> PracticeCase.Facts {
        var facts = PracticeCase.Facts(words: [
            .title: title, .situation: "Er kwam niemand op de avond.", .question: "Hoe bereik ik wie nooit komt?", .approach: "Een brief.",
            .methods: "huisbezoek, soepavond", .collaboration: "Met de school.", .role: "De gemeente betaalt.", .steps: "Eerst bellen.", .works: "Langsgaan.",
            .worksNot: "Een brief.", .outcome: "Nu komen er acht.",
        ])
        facts.size = .to50
        facts.urbanity = .little
        facts.domains = ["wonen", "werk"]
        change(&facts)
        return facts
    }

    @Test(
        "CAS-01, CAS-05, CAS-07, CAS-09, CAS-12: a case keeps every field, its kind of municipality, and whether it is from outside",
        arguments: TestDatabase.engines)
    func fields(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            let store = CaseStore(ground.people.database, journal: ground.people.slice.journal)
            let facts = Self.facts {
                $0.area = AreaCode("GM0222")
                $0.isExternal = true
                $0.source = "https://voorbeeld.nl/verhaal"
                $0.fit = .dilemma
            }
            #expect(Set(PracticeCase.Field.allCases).subtracting(facts.words.keys) == [.takenOver])
            let id = try await store.add(facts, group: ground.group.id, by: ground.bringer, from: ground.origin(1))
            let one = try #require(try await store.find(id))
            #expect(one.facts == facts && one.state == .closed && one.bringer == ground.bringer && one.group == ground.group.id)
            #expect(try await store.cases(of: ground.group.id).map(\.id) == [id])
            #expect(try await store.published().isEmpty)
            let changed = Self.facts("Nu wel") { $0.size = nil }
            try await store.change(id, to: changed, names: "", from: ground.origin(1))
            #expect(try await store.find(id)?.facts == changed)
            _ = try await ground.people.actions()
        }
    }

    @Test(
        "D-33: nothing is shared before these very words were looked through and approved; a changed word is looked at again",
        arguments: TestDatabase.engines)
    func sharing(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            let store = CaseStore(ground.people.database, journal: ground.people.slice.journal), origin = ground.origin(1)
            let facts = Self.facts { $0.area = AreaCode("GM0222") }
            let id = try await store.add(facts, group: ground.group.id, by: ground.bringer, from: origin)
            await #expect(throws: CaseStore.Fault.unknown) { try await store.publish(id, words: facts, from: origin) }
            let version = try await store.makeVersion(of: id, from: origin)
            await #expect(throws: CaseStore.Fault.versionThere) { _ = try await store.makeVersion(of: id, from: origin) }
            let draft = try #require(try await store.find(version))
            #expect(draft.state == .draft && draft.original == id && draft.facts.area == nil && draft.facts.words == facts.words)
            await #expect(throws: CaseStore.Fault.unknown) { try await store.publish(version, words: draft.facts, from: origin) }
            try await store.check(version, words: draft.facts, from: origin)
            // Changed by someone else: the check does not hold any more.
            let other = Self.facts("Anders")
            try await store.change(version, to: other, names: "Sien", from: origin)
            #expect(try await store.find(version)?.state == .draft)
            #expect(try await store.names(of: version) == "Sien")
            await #expect(throws: CaseStore.Fault.unknown) { try await store.check(version, words: draft.facts, from: origin) }
            #expect(try await store.find(version)?.state == .draft)
            try await store.check(version, words: other, from: origin)
            await #expect(throws: CaseStore.Fault.unknown) { try await store.publish(version, words: draft.facts, from: origin) }
            #expect(try await store.published().isEmpty)
            try await store.publish(version, words: other, from: origin)
            #expect(try await store.published().map(\.id) == [version])
            // The case itself stays as it is, and closed.
            let kept = try await store.find(id)
            #expect(kept?.facts == facts && kept?.state == .closed)
            await #expect(throws: CaseStore.Fault.unknown) { try await store.change(version, to: facts, names: "", from: origin) }
            try await store.withdraw(version, from: origin)
            #expect(try await store.published().isEmpty)
            let again = try await store.makeVersion(of: id, from: origin)
            #expect(again != version)
        }
    }

    @Test("CAS-03: an experience says who, where, when and with what result, with a case or a method", arguments: TestDatabase.engines)
    func experiences(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            let store = ground.part.experiences, thing = Event.Thing("method", "incident"), month = try #require(Period("2026-11"))
            try await store.add(
                to: thing, place: "Lindenmeer", month: month, result: .partly, words: "Met zes mensen ging het goed.", by: ground.bringer,
                from: ground.origin(1))
            let one = try #require(try await store.all(about: thing).first)
            #expect(one.person == ground.bringer && one.place == "Lindenmeer" && one.month == month && one.result == .partly)
            #expect(try await store.all(about: Event.Thing("method", "balint")).isEmpty)
            let person = ground.bringer
            try await ground.people.database.write { try IntervisionPart.forget(person: person, in: $0) }
            #expect(try await store.all(about: thing).first?.person == nil)
        }
    }

    @Test("CAS-01: with who brought it a closed case goes; what they shared stays without saying who", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            let store = CaseStore(ground.people.database, journal: ground.people.slice.journal), origin = ground.origin(1)
            let id = try await store.add(Self.facts("Zebedea"), group: ground.group.id, by: ground.bringer, from: origin)
            let version = try await store.makeVersion(of: id, from: origin), shared = Self.facts("Gedeeld")
            try await store.change(version, to: shared, names: "", from: origin)
            try await store.check(version, words: shared, from: origin)
            try await store.publish(version, words: shared, from: origin)
            let person = ground.bringer
            try await ground.people.database.write { try CasesPart.forget(person: person, in: $0) }
            for words in ["Zebedea", person.description] { #expect(try await !ground.people.holds("practice_case", words), "\(words)") }
            let left = try #require(try await store.published().first)
            #expect(left.facts == shared && left.bringer == nil && left.group == nil)
        }
    }

    private func shared(_ number: Int64, _ change: (inout PracticeCase.Facts) -> Void = { _ in }) -> PracticeCase {
        PracticeCase(
            id: Identifier(at: number), facts: Self.facts("Geval \(number)", change), bringer: Identifier(at: 1), group: nil,
            original: Identifier(at: 100 + number),
            state: .published, addedAt: 0, publishedAt: number)
    }

    @Test("CAS-06: what is like a case comes with the reasons, the most alike first; methods that fit its question too")
    func similar() {
        let one = shared(1)
        let twin = shared(2),
            domain = shared(3) {
                $0.domains = ["werk"]
                $0.size = .above
                $0.urbanity = .very
                $0.fit = .dilemma
                $0.words[.methods] = nil
            }
        let method = shared(4) {
            $0.domains = []
            $0.size = nil
            $0.urbanity = nil
            $0.fit = .ownPart
            $0.words[.methods] = "Soepavond"
        }
        let stranger = shared(5) {
            $0.domains = ["zorg"]
            $0.size = nil
            $0.urbanity = .very
            $0.words[.methods] = nil
        }
        let found = SimilarCase.of(one, among: [stranger, method, domain, twin, one])
        #expect(found.map(\.practiceCase.id) == [twin.id, method.id, domain.id] || found.map(\.practiceCase.id) == [twin.id, domain.id, method.id])
        #expect(found.first?.reasons == [.domains(["werk", "wonen"]), .methods(["huisbezoek", "soepavond"]), .size, .urbanity, .question])
        #expect(found.first { $0.practiceCase.id == domain.id }?.reasons == [.domains(["werk"])])
        #expect(found.first { $0.practiceCase.id == method.id }?.reasons == [.methods(["soepavond"])])
        #expect(FittingMethod.of(one).map(\.method.key).first == "vijfstappen" && FittingMethod.of(one).allSatisfy { $0.method.fits.contains(.content) })
    }

    @Test("CAS-09, AGD-19: a filter takes what has the size, the urbanity and all of the domains")
    func filter() {
        let one = shared(1)
        #expect(CaseFilter().takes(one) && CaseFilter(size: .to50).takes(one) && CaseFilter(urbanity: .little).takes(one))
        #expect(!CaseFilter(size: .above).takes(one) && !CaseFilter(urbanity: .not).takes(one))
        #expect(CaseFilter(domains: ["wonen"]).takes(one) && CaseFilter(domains: ["wonen", "werk"]).takes(one))
        #expect(!CaseFilter(domains: ["wonen", "zorg"]).takes(one) && !CaseFilter(size: .above, domains: ["wonen"]).takes(one))
    }

    @Test("CAS-01, D-33: who brought it and the group see a case; only who brought it approves; nobody by a role")
    func policy() {
        let bringer = Identifier(at: 1), member = Identifier(at: 2), lead = Identifier(at: 3)
        func actor(_ person: Identifier?, _ roles: Role...) -> Actor {
            let grants = roles.map { RoleGrant(id: Identifier(at: 6), role: $0, scope: .installation, start: 0, end: nil, reviewed: 0) }
            return Actor(person: person.map { Actor.Person(id: $0, name: "", organisation: nil) }, grants: grants, proof: person == nil ? .none : .twoFactors)
        }
        let group = IntervisionGroup(
            id: Identifier(at: 8), name: "Kring", programme: Identifier(at: 7), part: nil,
            agreements: .init(attendance: "", confidentiality: "", facilitating: "", replacement: ""), addedAt: 0, endedAt: nil,
            members: [
                IntervisionMember(person: member, isFacilitator: false, state: .member, invitedAt: 0),
                IntervisionMember(person: lead, isFacilitator: true, state: .member, invitedAt: 0),
            ])
        func one(_ state: PracticeCase.State) -> PracticeCase {
            PracticeCase(
                id: Identifier(at: 9), facts: Self.facts(), bringer: bringer, group: group.id, original: state == .closed ? nil : Identifier(at: 10),
                state: state,
                addedAt: 0, publishedAt: nil)
        }
        for state in PracticeCase.State.allCases {
            let known = one(state), isPublic = state == .published
            #expect(CasePolicy.see(known, group: group, by: actor(bringer)) == .allowed, "\(state)")
            #expect(CasePolicy.see(known, group: group, by: .visitor).isAllowed == isPublic, "\(state)")
            for role in Role.allCases {
                #expect(CasePolicy.see(known, group: group, by: actor(Identifier(at: 4), role)).isAllowed == isPublic, "\(state) \(role)")
                #expect(CasePolicy.write(known, group: group, by: actor(Identifier(at: 4), role)) == .hidden, "\(state) \(role)")
                #expect(CasePolicy.approve(known, by: actor(Identifier(at: 4), role)) == .hidden, "\(state) \(role)")
            }
            #expect(CasePolicy.see(known, group: group, by: actor(member)).isAllowed == (state != .withdrawn), "\(state)")
            #expect(CasePolicy.write(known, group: group, by: actor(member)) == .hidden, "\(state)")
            #expect(CasePolicy.write(known, group: group, by: actor(lead)).isAllowed == (state == .draft || state == .checked), "\(state)")
            #expect(CasePolicy.approve(known, by: actor(lead)) == .hidden && CasePolicy.approve(known, by: actor(bringer)) == .allowed, "\(state)")
        }
    }
}
