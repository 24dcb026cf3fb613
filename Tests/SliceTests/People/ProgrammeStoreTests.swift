import Core
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@Suite("Programmes")
struct ProgrammeStoreTests {
    private typealias Fault = ProgrammeStore.Fault

    private func origin(_ time: Int64) -> Origin { PeopleInDatabase.origin(time) }

    private func store(_ people: PeopleInDatabase) -> ProgrammeStore { ProgrammeStore(people.database, journal: people.journal) }

    @Test("ORG-01, ORG-24: two programmes in one installation, each with its own facts and its three tracks", arguments: TestDatabase.engines)
    func add(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let programmes = store(people)
            let province = try await people.organisations.add(name: "Gelderland", kind: .province, area: AreaCode("PV25"), from: origin(1))
            let facts = Programme.Facts(
                name: "Kring Óost & wést", purpose: "Samen leren.", owner: province.id, firstYear: 2022, lastYear: 2026,
                goals: ["Leefbaarheid", "Sociale verbondenheid"], postalAddress: "Postbus 1", visitingAddress: "Markt 11")
            let first = try await programmes.add(facts, from: origin(2))
            let second = try await programmes.add(Programme.Facts(name: "Kring Oost en West", purpose: "Anders."), tracks: ["Alleen dit"], from: origin(3))
            let third = try await programmes.add(Programme.Facts(name: "kring oost-west", purpose: "Weer anders."), from: origin(4))
            #expect([first, second, third].map(\.slug.description) == ["kring-oost-west", "kring-oost-en-west", "kring-oost-west-2"])
            let outline = try #require(try await programmes.outline(first.slug))
            #expect(outline.programme == first && outline.programme.facts == facts)
            #expect(outline.parts.map(\.name) == ["(Leer)netwerk", "Pilots", "Inspiratie en inzicht"])
            #expect(outline.parts.map(\.number) == [1, 2, 3] && outline.parts.allSatisfy { $0.kind == .track && $0.parent == nil })
            #expect(try await programmes.outline(second.slug)?.parts.map(\.name) == ["Alleen dit"])
            #expect(try await programmes.list().map(\.name) == ["Kring Oost en West", "kring oost-west", "Kring Óost & wést"])
            #expect(try await programmes.outline(try #require(Slug("bestaat-niet"))) == nil)
            #expect(try await programmes.names(of: [first.id]) == [first.id: facts.name])
            await #expect(throws: Fault.unknownOrganisation) {
                try await programmes.add(Programme.Facts(name: "X", purpose: "Y", owner: Identifier(at: 1)), from: origin(5))
            }
            #expect(try await people.actions() == ["organisation.added"] + Array(repeating: "programme.added", count: 3))
        }
    }

    @Test("what a team writes is kept, the address stays, and a programme ends and goes on", arguments: TestDatabase.engines)
    func change(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let programmes = store(people)
            let club = try await people.organisations.add(name: "Club", kind: .residentsGroup, from: origin(1))
            let programme = try await programmes.add(Programme.Facts(name: "Eerst", purpose: "A", owner: club.id, goals: ["x", "y"]), from: origin(2))
            try await people.organisations.end(club.id, from: origin(3))
            // The owner of then stays; another one must be there.
            let facts = Programme.Facts(name: "Later", purpose: "B\nC", owner: club.id, firstYear: 2030, goals: ["z"])
            try await programmes.change(programme.id, to: facts, from: origin(4))
            let kept = try #require(try await programmes.outline(programme.slug)?.programme)
            #expect(kept.facts == facts && kept.slug.description == "eerst")
            try await programmes.change(programme.id, to: Programme.Facts(name: "Later", purpose: "B"), from: origin(5))
            await #expect(throws: Fault.unknownOrganisation) { try await programmes.change(programme.id, to: facts, from: origin(6)) }
            await #expect(throws: Fault.unknown) { try await programmes.change(Identifier(at: 1), to: facts, from: origin(7)) }
            try await programmes.setEnded(true, programme.id, from: origin(8))
            #expect(try await programmes.outline(programme.slug)?.programme.endedAt == 8)
            await #expect(throws: Fault.unknown) { try await programmes.setEnded(true, programme.id, from: origin(9)) }
            try await programmes.setEnded(false, programme.id, from: origin(10))
            #expect(try await programmes.outline(programme.slug)?.programme.endedAt == nil)
            let actions = ["programme.changed", "programme.changed", "programme.ended", "programme.resumed"]
            #expect(try await people.actions().suffix(4) == actions)
        }
    }

    @Test(
        "ORG-19, ORG-25: a track, a network, a project and a series hang below each other, and up again; nothing hangs where it cannot",
        arguments: TestDatabase.engines)
    func hierarchy(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let programmes = store(people)
            let programme = try await programmes.add(Programme.Facts(name: "P", purpose: "Q"), from: origin(1)).id
            let other = try await programmes.add(Programme.Facts(name: "R", purpose: "S"), from: origin(1)).id
            let slug = try #require(Slug("p"))
            let track = try #require(try await programmes.outline(slug)?.parts.first)
            func add(_ kind: ProgrammePart.Kind, below parent: Identifier?, at time: Int64 = 2) async throws -> ProgrammePart {
                try await programmes.addPart(kind, name: "\(kind)", purpose: "", below: parent, in: programme, from: origin(time))
            }
            let network = try await add(.network, below: track.id), project = try await add(.project, below: network.id)
            let series = try await add(.series, below: project.id), fourth = try await add(.track, below: nil)
            #expect(fourth.number == 4 && network.number == 1)
            let outline = try #require(try await programmes.outline(slug))
            #expect(outline.lineage(of: series).map(\.id) == [track.id, network.id, project.id, series.id])
            #expect(outline.parts(below: network.id) == [project] && outline.parts(below: nil).count == 4)
            for (kind, parent) in [
                (ProgrammePart.Kind.network, nil), (.series, nil), (.track, track.id), (.network, network.id), (.project, series.id), (.network, series.id),
                (.network, Identifier(at: 1)),
            ] { await #expect(throws: Fault.wrongParent, "\(kind)") { _ = try await add(kind, below: parent) } }
            // A part of another programme is none of this one.
            await #expect(throws: Fault.wrongParent) {
                try await programmes.addPart(.network, name: "N", purpose: "", below: track.id, in: other, from: origin(3))
            }
            await #expect(throws: Fault.unknown) { try await programmes.changePart(track.id, name: "N", purpose: "", number: 1, in: other, from: origin(3)) }
            try await programmes.changePart(fourth.id, name: "Vooraan", purpose: "Eerst dit", number: 1, in: programme, from: origin(4))
            #expect(try await programmes.outline(slug)?.parts(below: nil).map(\.number) == [1, 1, 2, 3])
            // What has parts that run does not end; what hangs below an ended part does not go on.
            await #expect(throws: Fault.hasParts) { try await programmes.setPartEnded(true, project.id, in: programme, from: origin(5)) }
            for part in [series, project] { try await programmes.setPartEnded(true, part.id, in: programme, from: origin(6)) }
            await #expect(throws: Fault.wrongParent) { try await programmes.setPartEnded(false, series.id, in: programme, from: origin(7)) }
            await #expect(throws: Fault.wrongParent) { _ = try await add(.series, below: project.id, at: 7) }
            for part in [project, series] { try await programmes.setPartEnded(false, part.id, in: programme, from: origin(8)) }
            #expect(try await programmes.outline(slug)?.parts.allSatisfy { $0.endedAt == nil } == true)
        }
    }

    @Test("ORG-20: several organisations organise a series, each once", arguments: TestDatabase.engines)
    func organisations(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let programmes = store(people), slug = try #require(Slug("p"))
            let programme = try await programmes.add(Programme.Facts(name: "P", purpose: "Q"), from: origin(1)).id
            let track = try #require(try await programmes.outline(slug)?.parts.first)
            let series = try await programmes.addPart(.series, name: "Reeks", purpose: "", below: track.id, in: programme, from: origin(2))
            var organisers: [Identifier] = []
            for number in 1...5 {
                let organisation = try await people.organisations.add(name: "Organisatie \(number)", kind: .company, from: origin(3))
                organisers.append(organisation.id)
                try await programmes.involve(organisation.id, as: .organiser, in: programme, part: series.id, from: origin(4))
            }
            try await programmes.involve(organisers[0], as: .partner, in: programme, from: origin(4))
            for part in [series.id, nil] {
                await #expect(throws: Fault.involvedAlready) {
                    try await programmes.involve(organisers[0], as: part == nil ? .partner : .organiser, in: programme, part: part, from: origin(5))
                }
            }
            await #expect(throws: Fault.unknown) {
                try await programmes.involve(organisers[1], as: .partner, in: programme, part: Identifier(at: 1), from: origin(5))
            }
            await #expect(throws: Fault.unknownOrganisation) { try await programmes.involve(Identifier(at: 1), as: .partner, in: programme, from: origin(5)) }
            let outline = try #require(try await programmes.outline(slug))
            #expect(Set(outline.involvements.filter { $0.part == series.id }.map(\.organisation)) == Set(organisers))
            let first = try #require(outline.involvements.first)
            try await programmes.release(first.id, in: programme, from: origin(6))
            await #expect(throws: Fault.unknown) { try await programmes.release(first.id, in: programme, from: origin(7)) }
            #expect(try await programmes.outline(slug)?.involvements.count == 5)
        }
    }

    @Test("CON-01 to CON-03: whom to ask, by kind, with what everyone may see; erasing someone takes them out", arguments: TestDatabase.engines)
    func contacts(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground async throws in
            let programmes = ground.slice.programmes, origin = PeopleGround.origin(), slug = try #require(Slug("p"))
            let programme = try await programmes.add(Programme.Facts(name: "P", purpose: "Q"), from: origin).id
            let bert = try await ground.person("Bert"), mail = bert.mail
            let details = [
                ProgrammeContact.Details(kind: .practical, name: "B. van Dam", mail: mail, phone: nil, showsMail: true, showsPhone: false),
                ProgrammeContact.Details(kind: .content, name: "Bert", mail: nil, phone: "026 123 45 67", showsMail: false, showsPhone: true),
                ProgrammeContact.Details(kind: .desk, name: "Loket", mail: nil, phone: "026 999 99 99", showsMail: false, showsPhone: true),
            ]
            for one in details { try await programmes.addContact(one, to: programme, from: origin) }
            let outline = try #require(try await programmes.outline(slug))
            #expect(Set(outline.contacts.map(\.details)) == Set(details))
            #expect(details.map(\.publicMail) == [mail, nil, nil] && details[0].publicPhone == nil)
            #expect(try await ground.slice.file(of: bert.id)?.contactFor == ["P"])
            try await ground.slice.persons.erase(bert.id, from: PeopleGround.origin(PeopleGround.start + 10))
            let left = try #require(try await programmes.outline(slug))
            #expect(left.contacts.map(\.details.name) == ["Loket"])
            let desk = try #require(left.contacts.first)
            try await programmes.removeContact(desk.id, of: programme, from: PeopleGround.origin(PeopleGround.start + 20))
            await #expect(throws: Fault.unknown) { try await programmes.removeContact(desk.id, of: programme, from: origin) }
            #expect(try await programmes.outline(slug)?.contacts.isEmpty == true)
        }
    }

    @Test("an administrator and the facilitators of a programme write in it; those of another do not (ORG-04)", arguments: Role.allCases)
    func policy(_ role: Role) {
        let ours = Identifier(at: 1), theirs = Identifier(at: 2)
        func actor(_ scope: Scope, _ proof: Actor.Proof) -> Actor {
            let grant = RoleGrant(id: Identifier(at: 3), role: role, scope: scope, start: 0, end: nil, reviewed: 0)
            return Actor(person: Actor.Person(id: Identifier(at: 4), name: "", organisation: nil), grants: [grant], proof: proof)
        }
        let everywhere = role == .functionalAdministrator || role == .programmeFacilitator, here = role == .programmeFacilitator
        for (scope, mayEdit) in [(Scope.installation, everywhere), (.programme(ours), here), (.programme(theirs), false), (.organisation(ours), false)] {
            #expect(ProgrammePolicy.edit(ours, by: actor(scope, .twoFactors)) == (mayEdit ? .allowed : .hidden), "\(role) \(scope)")
            #expect(ProgrammePolicy.edit(ours, by: actor(scope, .oneFactor)) == (mayEdit ? .signIn(.twoFactors) : .hidden), "\(role) \(scope)")
            // The door of the team lets in who may edit any programme; which one the policy says.
            let door = Access.programmeTeam.decide(actor(scope, .twoFactors))
            #expect(door == (mayEdit || (here && scope == .programme(theirs)) ? .allowed : .hidden), "\(role) \(scope)")
        }
        #expect(ProgrammePolicy.govern(by: actor(.installation, .twoFactors)) == (role == .functionalAdministrator ? .allowed : .hidden))
        #expect(ProgrammePolicy.edit(ours, by: .visitor) == .hidden && Access.programmeTeam.decide(.visitor) == .signIn(.twoFactors))
    }

    @Test("a name in addresses has small letters, digits and hyphens only, whatever the name")
    func slugs() {
        for (name, slug) in [
            ("Kennisprogramma leefbaarheid en sociale verbondenheid", "kennisprogramma-leefbaarheid-en-sociale-verbondenheid"), ("Één's", "eens"),
            ("日本", "programma"),
            ("--", "programma"), ("A/B", "a-b"), (String(repeating: "x", count: 90), String(repeating: "x", count: 60)), ("ß ﬁ", "fi"),
        ] {
            #expect(Slug(of: name).description == slug, "\(name)")
            #expect(Slug(Slug(of: name).numbered(12).description) != nil)
        }
        for text in ["", "-a", "a-", "A", "a b", "a/b", "é", String(repeating: "x", count: 81)] { #expect(Slug(text) == nil, "\(text)") }
    }

    @Test("every address of programmes is read as it was printed, in both languages")
    func addresses() throws {
        let slug = try #require(Slug("kring-1")), id = Identifier(at: 1_790_000_000_000)
        let routes: [ProgrammeRoute] = [
            .list(), .list(goal: "Sociale & meer"), .programme(slug), .part(slug, id), .administration, .edit(slug), .parts(slug), .partEdit(slug, id),
            .partEnd(slug, id), .organisations(slug), .organisationRemoval(slug, id), .contacts(slug), .contactRemoval(slug, id), .end(slug),
        ]
        for route in routes {
            #expect(ProgrammeRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
            #expect(ProgrammeRoute(PageAddress(target: route.address.url(in: .en).dropFirst(3))) == route, "\(route)")
        }
        for target in [
            "/", "/beheer", "/programmas/A", "/programmas/a/x", "/programmas/a/onderdelen", "/programmas/a/onderdelen/x", "/programmas/a/bewerken/x",
            "/programmas/a/bewerken/\(id)", "/programmas/a/bewerken/onderdelen/x", "/programmas/a/bewerken/contact/\(id)", "/programmas/a/\(id)/onderdelen",
        ] {
            #expect(ProgrammeRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
