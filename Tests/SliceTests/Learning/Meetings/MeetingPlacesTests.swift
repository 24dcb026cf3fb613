import Areas
import Core
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@Suite("Places and needs on the pages of meetings")
struct MeetingPlacesTests {
    /// A site of meetings alone, with what registration would say of them.
    private func with(
        _ engine: TestDatabase.Engine, places: Places, needs: [NeedLine] = [], _ body: (MeetingGround, WebStack) async throws -> Void
    ) async throws {
        let taking = MeetingTaking(
            counts: { things in Dictionary(uniqueKeysWithValues: things.map { ($0, places) }) }, changed: { _, _, _ in }, needs: { _ in needs },
            form: { PageAddress("bijeenkomsten", $0.description, "inschrijven") }, seriesForm: { PageAddress("reeksen", $0.description, "inschrijven") },
            list: { PageAddress("bijeenkomsten", $0.description, "deelnemers") })
        try await MeetingGround.with(engine, taking: taking) { ground in
            let part = MeetingPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice, taking: taking)
            var routes = RouteTable()
            try routes.register(part.routes)
            var configuration = WebConfiguration()
            configuration.rateLimit = nil
            let stack = try WebStack.install(
                on: routes, configuration: configuration, frame: SiteFrame(name: "Leefkring"), visits: ground.people.slice.visits)
            try await body(ground, stack)
        }
    }

    @Test("D-05, MTG-24: places left and the length of the list are there for everyone, and the button fits the state", arguments: TestDatabase.engines)
    func places(engine: TestDatabase.Engine) async throws {
        let cases: [(used: Int, waiting: Int, words: [String])] = [
            (4, 0, ["Nog 16 van de 20 plaatsen vrij.", "Schrijf je in"]), (18, 0, ["Nog 2 van de 20 plaatsen vrij.", "Nog enkele plaatsen", "Schrijf je in"]),
            (20, 1, ["Nog 0 van de 20 plaatsen vrij.", "Vol, er is een wachtlijst", "Er wacht 1 mens.", "Ga op de wachtlijst"]),
            (15, 4, ["Nog 5 van de 20 plaatsen vrij.", "Er wachten 4 mensen.", "Ga op de wachtlijst"]),
            (25, 0, ["Nog 0 van de 20 plaatsen vrij.", "Er wacht niemand.", "Ga op de wachtlijst"]),
        ]
        for (used, waiting, words) in cases {
            try await with(engine, places: Places(.init(used: used, waiting: waiting))) { ground, stack in
                let meeting = try await ground.add { $0.capacity = 20 }
                let page = try await Client(stack).get(MeetingRoute.meeting(meeting.id).address.url(in: .nl)).text
                for word in words { #expect(page.contains(word), "\(used) \(waiting): \(word)") }
                #expect(page.contains("/bijeenkomsten/\(meeting.id)/inschrijven"))
                let json = try await Client(stack).get("/bijeenkomsten/bijeenkomsten.json").text
                #expect(json.contains("\"vrij\":\(max(0, 20 - used))") && json.contains("\"wachtenden\":\(waiting)"), "\(json)")
                try await ground.store.cancel(meeting.id, because: "Ziek", from: ground.origin())
                let off = try await Client(stack).get(MeetingRoute.meeting(meeting.id).address.url(in: .nl)).text
                #expect(!off.contains("/inschrijven") && off.contains("Afgelast"))
            }
        }
    }

    @Test(
        "AGD-11: beside the programme stand the needs by theme, first those that no item answers, and the public page says by how many",
        arguments: TestDatabase.engines)
    func needs(engine: TestDatabase.Engine) async throws {
        let lines = [
            NeedLine(id: Identifier(at: 1), text: "Hoe vind ik cijfers?", theme: "eenzaamheid"), NeedLine(id: Identifier(at: 2), text: "Wie helpt mij?"),
        ]
        try await with(engine, places: .none, needs: lines) { ground, stack in
            let meeting = try await ground.add(), path = MeetingRoute.programme(meeting.id).address.url(in: .nl)
            let person = try await ground.people.person("Olga")
            try await ground.people.slice.persons.grant(.circleFacilitator, at: .programme(ground.programme), to: person.id, from: ground.origin())
            let session = try await ground.people.slice.sessions.begin(person.id, proof: .twoFactors, device: "", from: ground.origin())
            let organiser = Client(stack)
            organiser.keep(ForgeryTokens.cookie(session.secret))
            let before = try await organiser.get(path)
            #expect(before.status == 200 && before.text.contains("Nog niet in het programma (2)") && before.text.contains("Eenzaamheid"))
            #expect(before.text.contains("Zonder thema") && !before.text.contains("In het programma ("))
            let fields = [("soort", "expert"), ("titel", "Uitleg"), ("minuten", "20"), ("behoeften", lines[0].id.description), ("behoeften", "x")]
            let sent = try await organiser.post(path, fields, token: before.formToken)
            #expect(sent.status == 303)
            let after = try await organiser.get(path).text
            #expect(after.contains("Nog niet in het programma (1)") && after.contains("In het programma (1)"))
            let page = try await Client(stack).get(MeetingRoute.meeting(meeting.id).address.url(in: .nl)).text
            #expect(page.contains("Gevraagd door 1 deelnemer<"))
            #expect(!page.contains("Hoe vind ik cijfers?"))
        }
    }
}
