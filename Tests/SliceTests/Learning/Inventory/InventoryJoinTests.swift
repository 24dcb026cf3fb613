import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Joining, tips and what goes")
struct InventoryJoinTests {
    private static let now = InventoryGround.now

    private func join(_ inventory: InventoryGround, _ mail: String = "bo@voorbeeld.nl", at time: Int64 = now) async throws -> String {
        let view = try await inventory.view()
        let isSent = try await inventory.store.join(
            "Bo Bakker", try MailAddress(mail), to: view, in: .nl, client: "192.0.2.1", from: PeopleGround.origin(time))
        #expect(isSent)
        let text = try await inventory.ground.database.read { reading in
            try reading.first("SELECT body_text FROM outbox WHERE kind = 'inventory-join' ORDER BY id DESC LIMIT 1") { try $0.string(0) } ?? ""
        }
        let link = try #require(text.firstMatch(of: /https:\/\/buurt\.example\.nl\/aansluiten\/([A-Za-z0-9_-]{22})/))
        return String(link.1)
    }

    @Test("INV-16: someone joins the network with a name and a mail, apart from any answer, and says by mail that it is them", arguments: TestDatabase.engines)
    func joining(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let store = inventory.store, call = inventory.call.id
            let token = try await join(inventory)
            #expect(try await store.joins(of: call).isEmpty)
            #expect(try await store.submissions(of: call).isEmpty)
            #expect(try await !inventory.ground.holds("network_join", token))
            #expect(try await store.join(token, at: Self.now)?.name == "Bo Bakker")
            try await store.confirm(token, from: PeopleGround.origin())
            #expect(try await store.joins(of: call).map(\.mail) == ["bo@voorbeeld.nl"])
            // Asking again says nothing else, and the newest link is the one that works.
            let again = try await join(inventory, "BO@voorbeeld.nl", at: Self.now + 1000)
            #expect(try await store.join(token, at: Self.now) == nil)
            await #expect(throws: InventoryStore.Fault.unknown) { try await store.confirm(token, from: PeopleGround.origin()) }
            try await store.leave(again, from: PeopleGround.origin())
            #expect(try await inventory.ground.rows("network_join").isEmpty)
            let late = try await join(inventory, "an@voorbeeld.nl", at: Self.now + 2000), day = PeopleGround.day
            #expect(try await store.join(late, at: Self.now + 1000 + 30 * day) != nil)
            #expect(try await store.join(late, at: Self.now + 2000 + 30 * day) == nil)
            #expect(try await inventory.forgotten(at: Self.now + 2000 + 30 * day) == 1)
        }
    }

    @Test("INV-12: a tip is kept as a draft with the tipster as its source; the same form comes in once", arguments: TestDatabase.engines)
    func tips(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let tip = TipDraft(
                title: "De soepfiets", words: "Soep op straat.", link: "https://voorbeeld.nl/soep", name: "Bo", mail: try MailAddress("bo@voorbeeld.nl"))
            for seal in ["1", "1", "2"] {
                let isKept = try await inventory.store.tip(tip, to: inventory.call.id, seal: seal, client: "192.0.2.1", from: PeopleGround.origin())
                #expect(isKept)
            }
            let tips = try await inventory.store.tips(of: inventory.call.id)
            #expect(tips.count == 2 && tips.allSatisfy { $0.title == "De soepfiets" && $0.name == "Bo" && $0.link == "https://voorbeeld.nl/soep" })
            #expect(try await inventory.forgotten(at: Self.now + 730 * PeopleGround.day) == 2)
            #expect(try await inventory.store.tips(of: inventory.call.id).allSatisfy { $0.name == nil && $0.mail == nil && $0.title == "De soepfiets" })
        }
    }

    @Test("AVG: names go a year after the round and with an erasure; the words stay as the words of nobody", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine, .named) { inventory in
            let store = inventory.store
            for (form, mail) in [("a", "bo@voorbeeld.nl"), ("b", "an@voorbeeld.nl")] {
                try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen elkaar?", mail: mail), form: form)
            }
            _ = try await join(inventory)
            let kept = try await inventory.kept(with: "Bo@voorbeeld.nl")
            #expect(kept.map(\.kind) == ["answer", "joined"])
            #expect(kept.compactMap { $0.details["text"] } == ["Hoe vinden mensen elkaar?"] && kept.last?.details == ["call": "Wat wil jij leren?"])
            try await inventory.ground.database.write { try InventoryStore.forget(mail: "bo@voorbeeld.nl", in: $0) }
            let gone = try await inventory.kept(with: "bo@voorbeeld.nl")
            #expect(gone.isEmpty)
            #expect(try await store.submissions(of: inventory.call.id).count == 2)
            let year = InventoryGround.end + 365 * PeopleGround.day
            #expect(try await inventory.forgotten(at: year - 1) == 0)
            #expect(try await inventory.forgotten(at: year) == 1)
            #expect(try await inventory.ground.rows("inventory_name").isEmpty)
            #expect(try await store.submissions(of: inventory.call.id).count == 2)
        }
    }
}
