import Core
import Foundation
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Talking in a closed group")
struct IntervisionJourneyTests {
    @Test("D-36: what is written in a writing step is in no byte of any answer to anyone else before it is opened", arguments: TestDatabase.engines)
    func hidden(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            try await ground.go(2, in: session)
            let secret = "zwaluwnest7391"
            #expect(try await ground.write("Een vraag: \(secret)?", step: 2, in: session, by: 3).status == 303)
            #expect(try await ground.get(.session(session), by: 3).text.contains(secret))
            let places =
                [
                    IntervisionRoute.session(session), .standing(session), .group(ground.group), .home, .sessions(ground.group), .agreements(ground.group),
                ].map { $0.address } + [PageAddress("mijn"), PageAddress("zoeken", query: [.init("q", secret)]), PageAddress("casussen")]
            for index in 0..<3 {
                for place in places {
                    for language in Language.allCases {
                        let reply = try await ground.clients[index].get(place.url(in: language))
                        // The search says back what was searched for; no other page may know the word.
                        let text =
                            place.segments == ["zoeken"] ? reply.text.replacing("value=\"\(secret)\"", with: "").replacing("q=\(secret)", with: "") : reply.text
                        if place.segments != ["zoeken"] { #expect(!text.contains(secret), "\(index) \(place)") }
                        #expect(!text.contains("Een vraag: "), "\(index) \(place)")
                    }
                }
                // Answers to what they send hold nothing of others either.
                let written = try await ground.write("Van mij \(index)", step: 2, in: session, by: index)
                #expect(written.status == 303 && !written.text.contains(secret))
                let moved = try await ground.write("Te vroeg", step: 7, in: session, by: index)
                #expect(moved.status == 400 && !moved.text.contains(secret) && moved.text.contains("Te vroeg"))
            }
            for index in 0..<4 { #expect(try await ground.write("Klaar \(index) \(secret)", step: 2, in: session, ready: true, by: index).status == 303) }
            for index in 0..<4 {
                let text = try await ground.get(.session(session), by: index).text
                #expect((0..<4).allSatisfy { text.contains("Klaar \($0) \(secret)") })
            }
        }
    }

    @Test("D-36: nobody blocks: the facilitator opens it; another member cannot", arguments: TestDatabase.engines)
    func reveal(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            try await ground.go(2, in: session)
            _ = try await ground.write("Wat deed je toen?", step: 2, in: session, by: 2)
            for doe in ["onthul", "verder", "terug", "erbij", "pauze", "sluit", "lobby", "begin"] {
                #expect(try await ground.post(.session(session), [("doe", doe)], by: 3).status == 404, "\(doe)")
            }
            #expect(try await !ground.get(.session(session), by: 3).text.contains("Wat deed je toen?"))
            #expect(try await ground.post(.session(session), [("doe", "onthul")], by: 0).status == 303)
            #expect(try await ground.get(.session(session), by: 3).text.contains("Wat deed je toen?"))
        }
    }

    @Test("D-36: in the step where the bringer listens the words are refused and handed back, and a note for oneself is kept", arguments: TestDatabase.engines)
    func silence(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin("roddelmethode")
            try await ground.go(2, in: session)
            let page = try await ground.get(.session(session), by: 1)
            #expect(page.text.contains("Jij luistert nu") && page.text.contains("buiten de kring") && !page.text.contains("name=\"gedeeld\""))
            let refused = try await ground.write("Maar zo was het niet", step: 2, in: session, by: 1)
            #expect(refused.status == 400 && refused.text.contains("De inbrenger luistert in deze stap") && refused.text.contains("Maar zo was het niet"))
            #expect(try await !ground.get(.session(session), by: 0).text.contains("Maar zo was het niet"))
            #expect(try await ground.write("Dit raakt me", "eigen", step: 2, in: session, by: 1).status == 303)
            #expect(try await ground.get(.session(session), by: 1).text.contains("Dit raakt me"))
            for index in [0, 2, 3] { #expect(try await !ground.get(.session(session), by: index).text.contains("Dit raakt me")) }
        }
    }

    @Test("D-36, CAS-04: the incident method from the form to its end; closing without a yield is refused, with one it closes", arguments: TestDatabase.engines)
    func wholeSession(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            for (index, step) in ShippedMethods.incident.steps.enumerated() {
                let page = try await ground.get(.session(session), by: 2)
                #expect(page.status == 200 && page.text.contains("<h1>Stap \(index + 1) van 10</h1>") && page.text.contains("role=\"status\""))
                #expect(page.text.contains(step.text.nl.replacing("'", with: "&#39;")), "\(index)")
                if step.isHidden {
                    for client in 0..<4 { _ = try await ground.write("Stap \(index) van \(client)", step: index, in: session, ready: true, by: client) }
                }
                try await ground.go(1, in: session)
            }
            let early = try await ground.post(.session(session), [("doe", "sluit")], by: 0)
            #expect(early.status == 409 && early.text.contains("Schrijf eerst op wat dit oplevert"))
            let faulty = try await ground.post(.yields(session), [("soort", "link"), ("wat", ""), ("adres", "javascript:alert(1)")], by: 2)
            #expect(faulty.status == 400)
            for field in ["wat", "adres", "wie", "voor"] { #expect(faulty.text.contains("href=\"#\(field)\""), "\(field)") }
            let fields = [
                ("soort", "actie"), ("wat", "Bel drie buren."), ("wie", ground.people[1].id.description), ("voor", "31-01-2028"),
            ]
            #expect(try await ground.post(.yields(session), fields, by: 2).status == 303)
            #expect(try await ground.post(.consent(session), [("blijft", "ja")], by: 0).status == 404)
            #expect(try await ground.post(.consent(session), [("blijft", "ja")], by: 1).status == 303)
            #expect(try await ground.post(.session(session), [("doe", "sluit")], by: 0).status == 303)
            let closed = try await ground.get(.session(session), by: 3)
            #expect(closed.text.contains("Bel drie buren.") && closed.text.contains("Deze bijeenkomst is klaar") && !closed.text.contains("session.js"))
            // The next one opens with it.
            let next = try await ground.plan()
            #expect(try await ground.get(.session(next), by: 2).text.contains("Bel drie buren."))
        }
    }

    @Test("D-36: where a session stands is numbers only, and an unchanged answer is 304")
    func standing() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin(), place = IntervisionRoute.standing(session).address.url(in: .nl)
            let reply = try await ground.clients[2].get(place)
            let json = try #require(reply.json), tag = try #require(reply[header: "ETag"])
            #expect(Set(json.keys) == ["versie", "woorden", "aanwezig", "klaar", "einde"] && reply.text.contains("\"aanwezig\":4"))
            #expect(reply[header: "Cache-Control"] == "no-store")
            site.clock.advance(seconds: 30)
            #expect(try await ground.clients[2].get(place, headers: ["If-None-Match": tag]).status == 304)
            try await ground.go(1, in: session)
            #expect(try await ground.clients[2].get(place, headers: ["If-None-Match": tag]).status == 200)
        }
    }

    @Test("D-36: without script a page refreshes every 10 seconds when asked to, never while someone has to write, and it can be stopped")
    func refresh() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            let place = IntervisionRoute.session(session).address.url(in: .nl), refreshing = place + "?ververs=aan"
            #expect(try await ground.clients[2].get(place)[header: "Refresh"] == nil)
            let page = try await ground.clients[2].get(refreshing)
            #expect(page[header: "Refresh"] == "10" && page.text.contains("Stop met verversen") && page.text.contains("href=\"\(place)\""))
            try await ground.go(2, in: session)
            #expect(try await ground.clients[2].get(refreshing)[header: "Refresh"] == nil)
            #expect(try await ground.write("Een vraag", step: 2, in: session, ready: true, by: 2).status == 303)
            #expect(try await ground.clients[2].get(refreshing)[header: "Refresh"] == "10")
        }
    }

    @Test("D-36: the page holds the clock of the server: half way, after a reload and after a restart")
    func clock() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site), session = try await ground.begin()
            #expect(try await ground.get(.session(session), by: 2).text.contains(">5:00</strong>"))
            site.clock.advance(seconds: 150)
            #expect(try await ground.get(.session(session), by: 2).text.contains(">2:30</strong>"))
            #expect(try await ground.post(.session(session), [("doe", "erbij")], by: 0).status == 303)
            #expect(try await ground.get(.session(session), by: 2).text.contains(">4:30</strong>"))
            #expect(try await ground.post(.session(session), [("doe", "pauze")], by: 0).status == 303)
            site.clock.advance(seconds: 600)
            let paused = try await ground.get(.session(session), by: 2).text
            #expect(paused.contains(">4:30</strong>") && paused.contains("De klok staat stil"))
            #expect(try await ground.post(.session(session), [("doe", "door")], by: 0).status == 303)
            site.clock.advance(seconds: 600)
            let over = try await ground.get(.session(session), by: 2).text
            #expect(over.contains(">0:00</strong>") && over.contains("De tijd is om"))
        }
    }

    @Test("CAS-08: who is asked sees the agreements and not the people, and answers with a button", arguments: TestDatabase.engines)
    func invitation(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await IntervisionSite(site, count: 2), person = try await site.add("Wubbo Dijk", "wubbo@lindenmeer.example")
            let client = try await IntervisionSite.client(of: person.id, .oneFactor, on: site),
                place = IntervisionRoute.group(ground.group).address.url(in: .nl)
            #expect(try await client.get(place).status == 404)
            #expect(try await ground.post(.members(ground.group), [("mail", "niemand@lindenmeer.example")], by: 0).status == 400)
            #expect(try await ground.post(.members(ground.group), [("mail", "wubbo@lindenmeer.example")], by: 1).status == 404)
            #expect(try await ground.post(.members(ground.group), [("mail", "wubbo@lindenmeer.example")], by: 0).status == 303)
            let page = try await client.get(place)
            #expect(page.status == 200 && page.text.contains("Doe je mee?") && page.text.contains("Alles blijft hier.") && !page.text.contains("Verbruggen"))
            // A look changes nothing.
            #expect(try await !ground.get(.group(ground.group), by: 1).text.contains("Wubbo"))
            #expect(try await site.post(IntervisionRoute.answer(ground.group).address.url(in: .nl), [("antwoord", "ja")], by: client).status == 303)
            #expect(try await client.get(place).text.contains("Verbruggen"))
            #expect(try await ground.get(.group(ground.group), by: 1).text.contains("Wubbo Dijk"))
        }
    }

    @Test("CAS-08, MTG-20: who organises learning in a programme begins a group there and plans a session; an administrator does not")
    func begin() async throws {
        try await PeopleSite.with { site in
            let ground = try await IntervisionSite(site, count: 2), place = IntervisionRoute.newGroup.address.url(in: .nl)
            let lead = try await site.add("Lies Kok", "lies@lindenmeer.example")
            try await site.people.persons.grant(.circleFacilitator, at: .programme(ground.programme), to: lead.id, from: site.origin)
            let client = try await IntervisionSite.client(of: lead.id, .twoFactors, on: site)
            let page = try await client.get(place)
            #expect(page.status == 200 && page.text.contains("Lindenmeer leert"))
            let fields = [
                ("naam", "Kring Oost"), ("programma", ground.programme.description), ("aanwezig", "Altijd."), ("vertrouwen", "Alles blijft hier."),
                ("begeleiding", "Om de beurt."), ("vervanging", "Nee."),
            ]
            let faulty = try await site.post(IntervisionRoute.groups.address.url(in: .nl), Array(fields.dropFirst()), by: client)
            #expect(faulty.status == 400 && faulty.text.contains("href=\"#naam\"") && faulty.text.contains("Om de beurt."))
            let made = try await site.post(IntervisionRoute.groups.address.url(in: .nl), fields, by: client)
            #expect(made.status == 303)
            #expect(try await client.get(try #require(made[header: "Location"])).text.contains("<h1>Kring Oost</h1>"))
            // Leading the programme does not open the groups of others.
            #expect(try await client.get(IntervisionRoute.group(ground.group).address.url(in: .nl)).status == 404)
            for role in [Role.functionalAdministrator, .official] {
                let other = try await site.client(PermissionTable.Subject(role: role, proof: .twoFactors))
                // Who guides no programme is told so, and gets no form.
                let nothing = try await other.get(place)
                #expect(nothing.status == (role == .official ? 404 : 200), "\(role)")
                #expect(nothing.text.contains(GroupWords(.nl).noPlace) == (role != .official) && !nothing.text.contains("name=\"naam\""), "\(role)")
                #expect(try await site.post(IntervisionRoute.groups.address.url(in: .nl), fields, by: other).status == 404, "\(role)")
            }
        }
    }

    @Test("D-36: everyone can read the methods and let the chooser say what fits and why, without an account")
    func chooser() async throws {
        try await PeopleSite.with { site in
            let visitor = site.client()
            for key in ShippedMethods.all.map(\.key) {
                for prefix in ["", "/en"] { #expect(try await visitor.get("\(prefix)/intervisie/methoden/\(key)").status == 200, "\(key)") }
            }
            #expect(try await visitor.get("/intervisie/methoden/anders").status == 404)
            let page = try await visitor.get("/intervisie/kiezer?minuten=60&ervaring=beginner&vertrouwen=gewoon&vraag=inhoud&aantal=1")
            let fits = try #require(page.text.range(of: "Dit past")), less = try #require(page.text.range(of: "Dit past minder"))
            let first = try #require(page.text.range(of: "Incidentmethode")), balint = try #require(page.text.range(of: ">Balint<"))
            #expect(fits.lowerBound < first.lowerBound && first.lowerBound < less.lowerBound && less.lowerBound < balint.lowerBound)
            #expect(page.text.contains("Dit raden we aan voor een eerste keer.") && page.text.contains("Je moet elkaar beter kennen."))
            let faulty = try await visitor.get("/intervisie/kiezer?minuten=5&aantal=1")
            #expect(faulty.status == 400 && faulty.text.contains("href=\"#minuten\"") && faulty.text.contains("href=\"#ervaring\""))
        }
    }
}
