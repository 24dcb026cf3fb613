import Core
import HTTPTypes
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Getting into a closed group")
struct IntervisionAttackTests {
    /// Words that stand only in what the group keeps to itself.
    private static let kept = ["Kring Stilte", "Verbruggen", "nooit komt", "zwaluwnest7391", "Gesloten geval"]

    /// The address of a route with the things of the group in it.
    private func target(_ route: Route, _ ground: IntervisionSite, _ session: Identifier, _ yield: Identifier, _ practiceCase: Identifier) -> String {
        route.pattern.replacing("{groep}", with: ground.group.description).replacing("{sessie}", with: session.description)
            .replacing("{persoon}", with: ground.people[1].id.description).replacing("{opbrengst}", with: yield.description)
            .replacing("{casus}", with: practiceCase.description).replacing("{methode}", with: "incident")
    }

    @Test("CAS-08, D-33, D-36: every route of groups, sessions and cases, as every role and as a member of another group: nothing of the group leaves it")
    func everyRoute() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            try await ground.go(2, in: session)
            _ = try await ground.write("zwaluwnest7391", step: 2, in: session, by: 3)
            try await ground.part.sessions.addYield(
                .insight, words: "zwaluwnest7391", address: nil, owner: ground.people[1].id, due: "2028-01-31", to: session, from: site.origin)
            let yield = try #require(try await ground.part.sessions.yields(of: session).first?.id)
            let facts = PracticeCase.Facts(words: [.title: "Gesloten geval", .situation: "zwaluwnest7391", .question: "Hoe?"])
            let closed = try await ground.cases.store.add(facts, group: ground.group, by: ground.people[1].id, from: site.origin)
            let rows = try await counts(site)

            var attackers: [(String, Client)] = []
            for subject in PermissionTable.Subject.all { attackers.append((subject.name, try await site.client(subject))) }
            let stranger = try await site.add("Oda", "oda@lindenmeer.example")
            _ = try await ground.part.groups.add(
                name: "Ander", programme: ground.programme, part: nil, agreements: IntervisionSite.agreements, by: stranger.id, from: site.origin)
            attackers.append(("another group", try await IntervisionSite.client(of: stranger.id, .oneFactor, on: site)))
            let gone = try await site.add("Ulf", "ulf@lindenmeer.example")
            try await ground.part.groups.invite(gone.id, to: ground.group, from: site.origin)
            try await ground.part.groups.answer(true, gone.id, in: ground.group, from: site.origin)
            try await ground.part.groups.remove(gone.id, from: ground.group, origin: site.origin)
            attackers.append(("left the group", try await IntervisionSite.client(of: gone.id, .oneFactor, on: site)))

            let closedPatterns = ["{groep}", "{sessie}", "{casus}"]
            let routes = try site.site.routes().routes.filter { $0.name.hasPrefix("intervision.") || $0.name.hasPrefix("cases.") }
            #expect(routes.count >= 30, "\(routes.count)")
            for (name, client) in attackers {
                for route in routes {
                    let target = target(route, ground, session, yield, closed)
                    let fields = [
                        ("doe", "verder"), ("antwoord", "ja"), ("soort", "gedeeld"), ("stap", "2"), ("gedeeld", "x"), ("blijft", "ja"), ("mail", "a@b.nl"),
                    ]
                    let reply = route.method == .get ? try await client.get(target) : try await site.post(target, fields, by: client)
                    let isClosed = closedPatterns.contains { route.pattern.contains($0) }
                    // Whoever is not signed in is asked to do so first, whatever there is.
                    let refusals = name != "visitor" ? [404] : route.access == .everyone ? [404] : [303, 403]
                    if isClosed { #expect(refusals.contains(reply.status), "\(name) \(route.method) \(target): \(reply.status)") }
                    if isClosed && reply.status == 303 {
                        #expect(
                            reply[header: "Location"]?.hasPrefix("/aanmelden") == true, "\(name) \(route.method) \(target): \(reply[header: "Location"] ?? "")")
                    }
                    for word in Self.kept { #expect(!reply.text.contains(word), "\(name) \(route.method) \(target): \(word)") }
                }
            }
            #expect(
                try await counts(site).filter { $0.key != "intervision_group" && $0.key != "intervision_member" }
                    == rows.filter { $0.key != "intervision_group" && $0.key != "intervision_member" })
            let after = try #require(try await ground.part.sessions.find(session))
            #expect(after.step == 2 && after.state == .running)
        }
    }

    private func counts(_ site: PeopleSite) async throws -> [String: Int] {
        try await site.site.database.read { reading in
            var counts: [String: Int] = [:]
            for table in [
                "intervision_group", "intervision_member", "intervision_method", "intervision_session", "intervision_presence", "intervision_note",
                "intervision_ready", "intervision_reveal", "intervision_yield", "practice_case",
            ] { counts[table] = try reading.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? 0 }
            return counts
        }
    }

    @Test("CAS-08: nothing of a group can be found by a search, also not by its members")
    func search() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            try await ground.go(1, in: session)
            _ = try await ground.write("zwaluwnest7391 van de groep", step: 1, in: session, by: 0)
            for source in ground.part.searchSources + ground.cases.searchSources {
                for entry in try await source.entries() {
                    let text = [entry.title.nl, entry.note.nl, entry.text.nl].joined(separator: " ")
                    for word in Self.kept { #expect(!text.contains(word), "\(entry.id)") }
                }
            }
            #expect(try await ground.part.searchSources.first?.entries().count == 6)
        }
    }
}
