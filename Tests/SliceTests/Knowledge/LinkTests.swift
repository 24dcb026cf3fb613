import Core
import HTML
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Knowledge

@Suite("Links between things")
struct LinkTests {
    private typealias Fault = LinkStore.Fault

    private static let area = ThingReference(.area, "GM0222"), term = ThingReference(.term, "eenzaamheid")
    private static let figure = ThingReference(.figure, "inwoners"), organisation = ThingReference(.organisation, Identifier(at: 1).description)

    private static func entry(_ thing: ThingReference, for audience: Set<SearchAudience> = [.everyone], areas: [AreaCode] = []) -> SearchEntry {
        SearchEntry(thing.kind, thing.key, title: Localized(thing.key), areas: areas, path: ["x", thing.key], audience: audience)
    }

    private static func shelf(_ entries: [SearchEntry], _ links: [Link] = [], byHand: Set<Link> = []) -> LinkShelf {
        LinkShelf(entries: Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }), elsewhere: [], links: links, byHand: byHand)
    }

    @Test("ORG-21: a thing has one permanent name, which is that of its search entry, and is read as it was printed")
    func references() {
        for kind in SearchEntry.Kind.allCases {
            for key in ["GM0222", "begin/gebieden", "é & ü?#%2F", "a b", String(repeating: "k", count: 200)] {
                let thing = ThingReference(kind, key)
                #expect(ThingReference(thing.description) == thing)
                #expect(Self.entry(thing).id == thing.description && Self.entry(thing).reference == thing)
                for route in [LinkRoute.thing(thing), .links(thing), .links(thing, search: "a & b"), .removal(thing)] {
                    #expect(LinkRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
                }
            }
        }
        let wrong = ["", "/", "gebied", "gebied/", "GEBIED/GM0222", "iets/x", "gebied/a\0b", "gebied/a\nb", "gebied/" + String(repeating: "k", count: 201)]
        for text in wrong { #expect(ThingReference(text) == nil, "\(text)") }
        for target in ["/ding", "/ding/gebied", "/ding/iets/x", "/ding/gebied/x/y", "/ding/gebied/x/verbanden/y", "/ding/gebied/x/verbanden/weg/z", "/"] {
            #expect(LinkRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    @Test("ORG-21: every relation has a name from both sides in both languages, and fits only the kinds it is for; nothing is linked to itself")
    func relations() {
        var names: Set<String> = []
        for relation in Relation.allCases {
            for isBack in [false, true] {
                let name = relation.name(isBack: isBack)
                #expect(!name.nl.isEmpty && !name.en.isEmpty)
                if !isBack || !relation.isSymmetric { #expect(names.insert("\(isBack)" + name.nl).inserted, "\(name.nl)") }
            }
            for from in SearchEntry.Kind.allCases {
                for to in SearchEntry.Kind.allCases {
                    let fits = relation.ends.from.contains(from) && relation.ends.to.contains(to)
                    #expect(Link(ThingReference(from, "a"), relation, ThingReference(to, "b")).fits == fits)
                    #expect(!Link(ThingReference(from, "a"), relation, ThingReference(from, "a")).fits)
                }
            }
        }
        for relation in Relation.byHand { #expect(!relation.ends.from.contains(.person) && !relation.ends.to.contains(.person), "nobody is linked by hand") }
        #expect(Link(Self.term, .related, Self.area) == Link(Self.area, .related, Self.term))
        #expect(Link(Self.organisation, .worksIn, Self.area) != Link(Self.area, .worksIn, Self.organisation))
        for kind in SearchEntry.Kind.allCases {
            for choice in RelationChoice.all(for: kind) { #expect(RelationChoice(choice.description) == choice) }
        }
        for text in ["", "terug:", "terug:hangt-samen-met", "iets", "terug:terug:gaat-over"] { #expect(RelationChoice(text) == nil, "\(text)") }
    }

    @Test("who may lay a link: administrators, and who has a say over one of the ends; a refusal says why")
    func policy() {
        let here = Identifier(at: 1), elsewhere = Identifier(at: 2)
        func decide(_ proof: Actor.Proof, _ role: Role, _ scope: Scope) -> Decision {
            let grant = RoleGrant(id: here, role: role, scope: scope, start: 0, end: nil, reviewed: 0)
            let actor = Actor(person: Actor.Person(id: here, name: "Anna", organisation: nil), grants: [grant], proof: proof)
            return LinkPolicy.change(at: [.programme(here)], by: actor)
        }
        #expect(LinkPolicy.change(at: [.installation], by: .visitor) == .signIn(.twoFactors))
        #expect(decide(.twoFactors, .functionalAdministrator, .installation) == .allowed)
        #expect(decide(.oneFactor, .functionalAdministrator, .installation) == .signIn(.twoFactors))
        #expect(decide(.twoFactors, .programmeFacilitator, .programme(here)) == .allowed)
        #expect(decide(.oneFactor, .programmeFacilitator, .programme(here)) == .signIn(.twoFactors))
        for (role, scope) in [
            (Role.programmeFacilitator, Scope.programme(elsewhere)), (.official, .organisation(here)), (.resident, .installation), (.partner, .installation),
        ] {
            guard case .refused(let reason) = decide(.twoFactors, role, scope) else {
                Issue.record("\(role) \(scope) is not refused")
                continue
            }
            #expect(!reason.nl.isEmpty && !reason.en.isEmpty)
        }
    }

    @Test("ORG-21: a link is seen from both ends; one to what a reader may not see is not there, and not counted")
    func rights() throws {
        let hidden = ThingReference(.organisation, Identifier(at: 2).description)
        let administrator: Set<SearchAudience> = [.role(.functionalAdministrator, at: .installation)]
        let shelf = Self.shelf(
            [Self.entry(Self.area), Self.entry(Self.organisation), Self.entry(hidden, for: administrator)],
            [Link(Self.organisation, .worksIn, Self.area), Link(hidden, .worksIn, Self.area)])
        let panel = shelf.panel(of: Self.area, in: .nl)
        #expect(panel.lines.map(\.count) == [1] && panel.lines[0].isBack && panel.lines[0].things.map(\.title) == [Self.organisation.key])
        #expect(shelf.panel(of: Self.organisation, in: .en).lines.map(\.isBack) == [false])
        #expect(shelf.panel(of: hidden, in: .nl).permanent == nil && shelf.panel(of: hidden, in: .nl).lines.isEmpty)
        let keys = SearchAudience.keys(of: administrator)
        #expect(shelf.ends(of: Self.area, for: keys).count == 2 && shelf.ends(of: Self.area, for: nil).count == 1)
        #expect(shelf.entry(hidden, for: []) == nil && shelf.entry(hidden, for: keys) != nil)
        // What is not there any more leaves no half of a link.
        let gone = Self.shelf([Self.entry(Self.area)], [Link(Self.organisation, .worksIn, Self.area)])
        #expect(gone.panel(of: Self.area, in: .nl).lines.isEmpty)
    }

    @Test("whatever carries a label is linked with its term; a panel shows some of many and says how many more")
    func labels() {
        let label = SearchEntry.Label("thema:eenzaamheid", Localized("Eenzaamheid"))
        let term = SearchEntry(.term, "eenzaamheid", title: Localized("Eenzaamheid"), labels: [label], path: ["onderwerpen", "eenzaamheid"])
        let figures = (0..<30).map { SearchEntry(.figure, "f\($0)", title: Localized("Cijfer \($0)"), labels: [label], path: ["cijfers", "f\($0)"]) }
        let shelf = Self.shelf([term] + figures)
        let lines = shelf.panel(of: Self.term, in: .nl).lines
        #expect(lines.count == 1 && lines[0].relation == .about && lines[0].isBack && lines[0].count == 30 && lines[0].things.count == LinkShelf.shown)
        let page = LinkedThingsList(shelf.panel(of: Self.term, in: .nl), language: .nl).rendered()
        #expect(String(decoding: page, as: UTF8.self).contains("en nog 22"))
        #expect(shelf.panel(of: figures[0].reference, in: .en).lines.first?.things.map(\.title) == ["Eenzaamheid"])
    }

    @Test("rights on a part of a programme are those on the programme; on an area those on what is around it")
    func scopes() throws {
        let programme = ThingReference(.programme, Identifier(at: 5).description), id = try #require(Identifier(programme.key))
        let track = ThingReference(.part, "a"), network = ThingReference(.part, "b"), lost = ThingReference(.part, "c")
        let around = try ["BU02220101", "WK022201", "GM0222"].map { try #require(AreaCode($0)) }
        let neighbourhood = ThingReference(.area, "BU02220101")
        let shelf = Self.shelf(
            [programme, track, network, lost, Self.figure].map { Self.entry($0) } + [Self.entry(neighbourhood, areas: around)],
            [Link(track, .partOf, programme), Link(network, .partOf, track), Link(lost, .partOf, lost)])
        #expect(shelf.scopes(of: programme) == [.programme(id)] && shelf.scopes(of: network) == [.programme(id)])
        #expect(shelf.scopes(of: lost).isEmpty && shelf.scopes(of: Self.figure).isEmpty)
        #expect(shelf.scopes(of: neighbourhood) == Set(around.map { .area($0) }))
    }

    @Test("a link is laid once and taken away, each with one event in the same transaction; labels are links too", arguments: TestDatabase.engines)
    func store(engine: TestDatabase.Engine) async throws {
        try await KnowledgeSample.with(engine, town: false) { sample in
            let store = sample.slice.links, origin = PeopleGround.origin()
            let related = Link(Self.figure, .related, Self.area), about = Link(Self.area, .about, Self.term)
            for link in [related, about] {
                try await store.add(link, from: origin)
                await #expect(throws: Fault.already) { try await store.add(link, from: origin) }
                for end in [link.from, link.to] { #expect(try await store.all(of: end).contains(link)) }
            }
            #expect(try await store.all() == [related, about])
            #expect(try await sample.people.terms.labels(of: Event.Thing("gebied", "GM0222")).map(\.key) == ["eenzaamheid"])
            for (link, fault) in [
                (Link(Self.figure, .worksIn, Self.area), Fault.doesNotFit), (Link(Self.organisation, .governs, Self.area), .doesNotFit),
                (Link(Self.area, .related, Self.area), .doesNotFit), (Link(Self.area, .about, ThingReference(.term, "bestaat-niet")), .unknownTerm),
                (Link(ThingReference(.person, "x"), .related, Self.area), .doesNotFit),
            ] {
                await #expect(throws: fault, "\(link)") { try await store.add(link, from: origin) }
            }
            for link in [related, about] {
                try await store.remove(link, from: origin)
                await #expect(throws: Fault.unknown) { try await store.remove(link, from: origin) }
            }
            #expect(try await store.all().isEmpty)
            let events = try await sample.people.journal.all()
            #expect(events.map(\.event.action).reversed() == ["link.added", "link.added", "link.removed", "link.removed"])
            #expect(try await sample.people.journal.check().fault == nil)
        }
    }
}
