import Core
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("A case, from closed to shared")
struct CaseJourneyTests {
    private static let fields = [
        ("titel", "Niemand kwam"), ("situatie", "Anke Verbruggen nodigde iedereen uit. Bel 06-12345678."), ("vraag", "Hoe bereik ik wie nooit komt?"),
        ("aanpak", "Een brief."), ("methoden", "soepavond"), ("samenwerking", "Met de school."), ("rol", "De gemeente betaalt."), ("stappen", "Eerst bellen."),
        ("werkt", "Langsgaan."), ("werkt_niet", "Een brief."), ("uitkomst", "Nu komen er acht."), ("grootte", "tot-50000"), ("stedelijk", "4"),
        ("soort", "inhoud"), ("domein", "wonen"), ("domein", "werk"),
    ]

    private static let shared = fields.filter { $0.0 != "situatie" } + [("situatie", "Iemand nodigde de buurt uit.")]

    private func id(_ reply: Reply) throws -> Identifier {
        let place = try #require(reply[header: "Location"])
        return try #require(place.split(separator: "/").compactMap { Identifier(String($0)) }.first)
    }

    private func post(_ route: CaseRoute, _ fields: [(String, String)] = [], on ground: IntervisionSite, by index: Int) async throws -> Reply {
        try await ground.site.post(route.address.url(in: .nl), fields, by: ground.clients[index])
    }

    private func get(_ route: CaseRoute, _ client: Client) async throws -> Reply { try await client.get(route.address.url(in: .nl)) }

    /// The digest of the words that the page of the check shows.
    private func digest(_ page: Reply) throws -> String {
        try #require(page.text.firstMatch(of: /name="woorden" value="([0-9a-f]+)"/).map { String($0.1) })
    }

    @Test(
        "CAS-01, D-33: a case is seen by who brought it and the group; marks are shown; nothing is public before the bringer agrees, and then all of it is",
        arguments: TestDatabase.engines)
    func wholeWay(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site), visitor = site.client()
            let faulty = try await post(.new, [("titel", ""), ("soort", "inhoud"), ("werkt", "Langsgaan.")], on: ground, by: 1)
            #expect(faulty.status == 400 && faulty.text.contains("Langsgaan."))
            for field in ["titel", "situatie", "vraag"] { #expect(faulty.text.contains("href=\"#\(field)\""), "\(field)") }
            let added = try await post(.new, Self.fields + [("groep", ground.group.description)], on: ground, by: 1)
            #expect(added.status == 303)
            let closed = try id(added)
            #expect(try await get(.practiceCase(closed), ground.clients[2]).text.contains("Anke Verbruggen nodigde"))
            #expect(try await get(.practiceCase(closed), visitor).status == 404)
            #expect(try await post(.edit(closed), Self.fields, on: ground, by: 2).status == 404)
            #expect(try await post(.share(closed), on: ground, by: 2).status == 404)

            let version = try id(try await post(.share(closed), on: ground, by: 1))
            #expect(try await get(.practiceCase(version), visitor).status == 404)
            let check = try await get(.check(version), ground.clients[1])
            #expect(check.text.contains("<mark>Anke</mark>") && check.text.contains("<mark>06-12345678</mark>") && check.text.contains("Telefoonnummer"))
            // The facilitator of the group prepares it and cannot share it.
            #expect(try await post(.edit(version), Self.shared, on: ground, by: 0).status == 303)
            let clean = try await get(.check(version), ground.clients[0])
            #expect(clean.text.contains("We vonden niets.") && !clean.text.contains("<mark>"))
            let old = try digest(check), words = try digest(clean)
            #expect(old != words)
            let steps = [("doe", "nagekeken"), ("bekeken", "ja")]
            #expect(try await post(.check(version), steps + [("woorden", old)], on: ground, by: 0).status == 409)
            #expect(try await post(.check(version), [("doe", "nagekeken"), ("woorden", words)], on: ground, by: 0).status == 400)
            #expect(try await post(.check(version), steps + [("woorden", words)], on: ground, by: 0).status == 303)
            let approval = [("doe", "delen"), ("anderen", "ja"), ("woorden", words)]
            #expect(try await post(.check(version), approval, on: ground, by: 0).status == 404)
            #expect(try await post(.check(version), [("doe", "delen"), ("woorden", words)], on: ground, by: 1).status == 400)
            #expect(try await get(.practiceCase(version), visitor).status == 404)
            #expect(try await post(.check(version), approval, on: ground, by: 1).status == 303)

            let page = try await get(.practiceCase(version), visitor)
            #expect(page.status == 200 && !page.text.contains("Verbruggen") && !page.text.contains("12345678"))
            for word in [
                "Iemand nodigde de buurt uit.", "Met de school.", "De gemeente betaalt.", "Eerst bellen.", "Langsgaan.", "20.000 tot 50.000 inwoners",
                "Weinig stedelijk", "Wonen",
            ] { #expect(page.text.contains(word), "\(word)") }
            // The case itself stays closed.
            #expect(try await get(.practiceCase(closed), visitor).status == 404)
            #expect(try await post(.withdraw(version), on: ground, by: 0).status == 404)
            #expect(try await post(.withdraw(version), on: ground, by: 1).status == 303)
            #expect(try await get(.practiceCase(version), visitor).status == 410)
            #expect(try await visitor.get("/casussen").text.contains("Er is nog niets gedeeld"))
        }
    }

    private func publish(_ title: String, on ground: IntervisionSite, _ change: (inout PracticeCase.Facts) -> Void = { _ in }) async throws -> Identifier {
        let store = ground.cases.store, origin = ground.site.origin
        var facts = PracticeCase.Facts(
            words: [.title: title, .situation: "Iets.", .question: "Hoe?", .methods: "soepavond"], size: .to50, urbanity: .little, domains: ["wonen", "werk"])
        change(&facts)
        let closed = try await store.add(facts, group: nil, by: ground.people[1].id, from: origin),
            version = try await store.makeVersion(of: closed, from: origin)
        var shared = facts
        shared.area = nil
        try await store.check(version, words: shared, from: origin)
        try await store.publish(version, words: shared, from: origin)
        return version
    }

    @Test("CAS-06, CAS-09, CAS-11, AGD-19: shared cases are chosen by size, urbanity and domains; a page shows what is like it, why, and its example")
    func comparing() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site, count: 2), visitor = site.client()
            let first = try await publish("Eerste verhaal", on: ground), second = try await publish("Tweede verhaal", on: ground) { $0.inspiredBy = first }
            let other = try await publish("Grote stad", on: ground) {
                $0.size = .above
                $0.urbanity = .very
                $0.domains = ["veiligheid"]
                $0.words[.methods] = nil
                $0.fit = .dilemma
                $0.isExternal = true
                $0.source = "https://voorbeeld.nl/verhaal"
            }
            let list = CaseRoute.list(CaseFilter(size: .to50, urbanity: .little, domains: ["wonen", "werk"])).address.url(in: .nl)
            let page = try await visitor.get(list)
            #expect(page.text.contains("Eerste verhaal") && page.text.contains("Tweede verhaal") && !page.text.contains("Grote stad"))
            #expect(try await visitor.get("/casussen?domein=veiligheid").text.contains("Grote stad"))
            #expect(try await visitor.get("/casussen?domein=veiligheid&domein=wonen").text.contains("Er is nog niets gedeeld"))
            let one = try await get(.practiceCase(second), visitor).text
            #expect(one.contains("Gaat ook over: Werk, Wonen.") && one.contains("Zelfde methode: soepavond.") && one.contains("Gemeente van dezelfde grootte."))
            #expect(one.contains("Voorbeeld hiervoor") && one.contains("href=\"\(CaseRoute.practiceCase(first).address.url(in: .nl))\""))
            #expect(one.contains("/intervisie/methoden/incident") && one.contains("Past bij deze soort vraag"))
            let external = try await get(.practiceCase(other), visitor).text
            #expect(external.contains("Van buiten") && external.contains("href=\"https://voorbeeld.nl/verhaal\"") && !external.contains("Eerste verhaal"))
            let links = try await ground.cases.linkSources[0].links()
            #expect(links.contains(Link(ThingReference(.practiceCase, second.description), .comesFrom, ThingReference(.practiceCase, first.description))))
            #expect(links.allSatisfy { $0.fits })
            let entries = try await ground.cases.searchSources[0].entries()
            #expect(Set(entries.map(\.title.nl)) == ["Eerste verhaal", "Tweede verhaal", "Grote stad"])
            #expect(entries.first { $0.title.nl == "Eerste verhaal" }?.labels.count == 2)
        }
    }

    @Test("CAS-03: someone from another municipality adds what they met: who, where, when, with what result", arguments: TestDatabase.engines)
    func experience(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site, count: 2), visitor = site.client(), version = try await publish("Eerste verhaal", on: ground)
            let faulty = try await post(.experiences(version), [("waar", ""), ("wanneer", "13-2026"), ("ervaring", "Het ging goed.")], on: ground, by: 0)
            #expect(faulty.status == 400 && faulty.text.contains("Het ging goed."))
            for field in ["waar", "wanneer", "resultaat"] { #expect(faulty.text.contains("href=\"#\(field)\""), "\(field)") }
            let fields = [("waar", "Lindenmeer"), ("wanneer", "9-2026"), ("resultaat", "deels"), ("ervaring", "Met zes mensen ging het goed.")]
            #expect(try await post(.experiences(version), fields, on: ground, by: 0).status == 303)
            let page = try await get(.practiceCase(version), visitor).text
            for word in ["Lindenmeer, 9-2026", "Het werkte voor een deel.", "Met zes mensen ging het goed.", "Anke Verbruggen"] {
                #expect(page.contains(word), "\(word)")
            }
            // Not with what is closed.
            let closed = try await ground.cases.store.find(version)?.original
            #expect(try await post(.experiences(try #require(closed)), fields, on: ground, by: 0).status == 404)
        }
    }
}
