import Core
import Credentials
import HTTPTypes
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

/// A site with a programme, a group that facilitates itself, and a browser for each member.
struct IntervisionSite: Sendable {
    let site: PeopleSite
    let cases: CasesPart
    let programme: Identifier
    let group: Identifier
    let people: [Person]
    /// The first facilitates the group.
    let clients: [Client]

    var part: IntervisionPart { cases.groups }

    static let agreements = IntervisionGroup.Agreements(
        attendance: "Altijd.", confidentiality: "Alles blijft hier.", facilitating: "Om de beurt.", replacement: "Nee.")

    init(_ site: PeopleSite, count: Int = 4) async throws {
        let cases = CasesPart(people: site.people)
        let programme = try await site.people.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: site.origin)
        var people: [Person] = [], clients: [Client] = []
        for name in ["Anke", "Berend", "Chaima", "Dorus", "Evi", "Fenna"].prefix(count) {
            let person = try await site.add("\(name) Verbruggen", "\(name.lowercased())@lindenmeer.example")
            people.append(person)
            clients.append(try await Self.client(of: person.id, .oneFactor, on: site))
        }
        let first = try #require(people.first)
        group = try await cases.groups.groups.add(
            name: "Kring Stilte", programme: programme.id, part: nil, agreements: Self.agreements, by: first.id, from: site.origin)
        for person in people.dropFirst() {
            try await cases.groups.groups.invite(person.id, to: group, from: site.origin)
            try await cases.groups.groups.answer(true, person.id, in: group, from: site.origin)
        }
        self.site = site
        self.cases = cases
        self.programme = programme.id
        self.people = people
        self.clients = clients
    }

    static func client(of person: Identifier, _ proof: Actor.Proof, on site: PeopleSite) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: proof, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    func post(_ route: IntervisionRoute, _ fields: [(String, String)] = [], by index: Int) async throws -> Reply {
        try await site.post(route.address.url(in: .nl), fields, by: clients[index])
    }

    func get(_ route: IntervisionRoute, by index: Int) async throws -> Reply { try await clients[index].get(route.address.url(in: .nl)) }

    /// A session that is planned by way of the form; the second member brings the question.
    func plan(_ method: String = "incident", question: String = "Hoe bereik ik wie nooit komt?") async throws -> Identifier {
        let fields = [
            ("dag", "31-12-2027"), ("tijd", "14:30"), ("methode", method), ("vraag", question), ("begeleider", people[0].id.description),
            ("inbrenger", people[1].id.description),
        ]
        let reply = try await post(.sessions(group), fields, by: 0)
        #expect(reply.status == 303, "\(reply.status)")
        let place = try #require(reply[header: "Location"]).split(separator: "/").last.map(String.init)
        return try #require(place.flatMap { Identifier($0) })
    }

    /// The same with everyone in it, begun.
    func begin(_ method: String = "incident") async throws -> Identifier {
        let session = try await plan(method)
        #expect(try await post(.session(session), [("doe", "lobby")], by: 0).status == 303)
        for index in clients.indices { #expect(try await post(.session(session), [("doe", "kom")], by: index).status == 303) }
        #expect(try await post(.session(session), [("doe", "begin")], by: 0).status == 303)
        return session
    }

    func go(_ count: Int, in session: Identifier) async throws {
        for _ in 0..<count { #expect(try await post(.session(session), [("doe", "verder")], by: 0).status == 303) }
    }

    func write(_ words: String, _ kind: String = "gedeeld", step: Int, in session: Identifier, ready: Bool = false, by index: Int) async throws -> Reply {
        let fields = [("soort", kind), ("stap", "\(step)"), (kind, words)] + (ready ? [("klaar", "ja")] : [])
        return try await post(.words(session), fields, by: index)
    }
}
