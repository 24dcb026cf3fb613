import Core
import Mail
import People
import TestSupport
import Testing
import Voices
import Web

/// The fictional Lindenmeer, and a place beside it.
struct VoicesSite {
    let site: PeopleSite
    let owner: Identifier

    init(_ site: PeopleSite) async throws {
        self.site = site
        owner = try await site.people.organisations.add(
            name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode("GM9999"), from: site.origin
        ).id
        _ = try await site.people.organisations.add(name: "Gemeente Elders", kind: .municipality, area: AreaCode("GM9998"), from: site.origin)
    }

    var store: ConversationStore { ConversationStore(database: site.people.database, journal: site.people.journal) }

    func client(_ mail: String, _ role: Role, at area: String, _ proof: Actor.Proof = .twoFactors) async throws -> Client {
        let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
        try await site.people.persons.grant(role, at: .area(try #require(AreaCode(area))), to: person.id, from: site.origin)
        let session = try await site.people.sessions.begin(person.id, proof: proof, device: "", from: site.origin)
        let client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    func fields(_ changes: [(String, String)] = []) -> [(String, String)] {
        // The clock stands on 18 November 2026.
        let usual = [
            ("gebied", "BU99990101"), ("eigenaar", owner.description), ("titel", "Wat vind jij van Waterkers?"), ("vraag", "Wat kan beter?"),
            ("wel", "Waar het geld heen gaat."), ("niet", "Of er huizen komen."), ("invloed", "adviseren"), ("beslist", "De gemeenteraad"),
            ("beslisdag", "31-01-2027"), ("daarna", "Wij lezen alles."), ("van", "01-12-2026"), ("tot", "31-12-2026"), ("wegen", "scherm"),
            ("wegen", "papier"), ("talen", "nl"), ("talen", "ar"), ("huisregels", "Blijf vriendelijk."), ("contact", "Buurthuis De Kers"),
            ("niveau", "open"), ("moderatie", "vooraf"), ("uitnodiging", "Een brief aan elk huis."),
        ]
        let names = Set(changes.map(\.0))
        return usual.filter { !names.contains($0.0) } + changes
    }

    /// Made through the form; the address of its desk.
    func begin(_ client: Client, _ changes: [(String, String)] = []) async throws -> String {
        let sent = try await site.post("/stemmen/regelen/nieuw", fields(changes), by: client)
        #expect(sent.status == 303, "\(sent.text)")
        return String(try #require(sent[header: "Location"]).prefix { $0 != "?" })
    }

    /// An announced conversation that is open by the clock of the site; the address of its page.
    func open(_ client: Client, _ changes: [(String, String)] = []) async throws -> String {
        let desk = try await begin(client, [("van", "18-11-2026")] + changes)
        #expect(try await site.post(desk + "/aankondigen", by: client).status == 303)
        return String(desk.dropLast("/regelen".count))
    }
}
