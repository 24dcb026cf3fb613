import Core
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Questions and polls on the site")
struct LiveJourneyTests {
    @Test("MTG-21: who leads opens, a visitor without account asks by the code, and a stranger does not find the desk")
    func journey() async throws {
        try await PeopleSite.with { site in
            let programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: site.origin).id
            let starts = site.origin.time + 3_600_000
            let facts = Meeting.Facts(title: "Samen lezen", form: .physical, startsAt: starts, endsAt: starts + 3_600_000, place: "Markt 11", capacity: nil)
            let meetings = site.site.learning.meetings.store, meeting = try await meetings.add(facts, to: programme, from: site.origin).id
            try await meetings.announce(meeting, from: site.origin)
            let person = try await site.people.persons.add(name: "Olga", mail: MailAddress("olga.vink@lindenmeer.example"), from: site.origin)
            try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: person.id, from: site.origin)
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
            let organiser = site.client(), visitor = site.client(), desk = LiveRoute.desk(meeting).address.url(in: .nl)
            organiser.keep(ForgeryTokens.cookie(session.secret))
            let opened = try await site.post(desk, [("doe", "open")], by: organiser)
            #expect(opened.status == 303, "\(opened.status)")
            let live = try #require(try await site.site.learning.live.store.session(of: meeting)), page = LiveRoute.session(live.code).address.url(in: .nl)
            let entered = try await site.post("/live", [("code", live.code.description.lowercased())], by: visitor)
            #expect(entered[header: "Location"] == page)
            let asked = try await site.post(page, [("vraag", "Wie doet er mee?")], by: visitor)
            #expect(asked.status == 303, "\(asked.status)")
            #expect(try await site.site.learning.live.store.questions(of: live.id, mark: nil).map(\.body) == ["Wie doet er mee?"])
            let stranger = try await site.post(desk, [("doe", "sluit")], by: visitor)
            #expect(stranger.status != 303 || stranger[header: "Location"] != desk, "\(stranger.status)")
            #expect(try await site.site.learning.live.store.session(of: meeting)?.closedAt == nil)
        }
    }
}
