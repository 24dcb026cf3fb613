import Core
import Mail
import People
import TestSupport
import Testing

@testable import Learning

@Suite("How often a visitor may ask")
struct InventoryLimitTests {
    private typealias Store = InventoryStore

    /// How many of so many tries were within the rules.
    private static func count(_ tries: Int, _ attempt: (Int) async throws -> Bool) async throws -> Int {
        var done = 0
        for number in 0..<tries where try await attempt(number) { done += 1 }
        return done
    }

    @Test("ASVS 2.4.1: the link of a draft goes so often to one address, and so often at the wish of one client, and no oftener")
    func drafts() async throws {
        try await InventoryGround.with(.sqlite) { inventory in
            let store = inventory.store, view = try await inventory.view(), origin = PeopleGround.origin()
            let sameAddress = try await Self.count(Store.mailRule.most + 2) { number in
                try await store.mail("x", of: view, to: try MailAddress("bo@voorbeeld.nl"), in: .nl, client: "192.0.2.\(number)", from: origin)
            }
            #expect(sameAddress == Store.mailRule.most)
            let sameClient = try await Self.count(Store.mailFromRule.most + 2) { number in
                try await store.mail("x", of: view, to: try MailAddress("an\(number)@voorbeeld.nl"), in: .nl, client: "198.51.100.7", from: origin)
            }
            #expect(sameClient == Store.mailFromRule.most)
            #expect(try await inventory.ground.rows("outbox").count == sameAddress + sameClient)
        }
    }

    @Test("ASVS 2.4.1: whoever joins for others is stopped, and so is whoever has one address mailed again and again")
    func joins() async throws {
        try await InventoryGround.with(.sqlite) { inventory in
            let store = inventory.store, view = try await inventory.view(), origin = PeopleGround.origin()
            let sameAddress = try await Self.count(Store.mailRule.most + 2) { number in
                try await store.join("Bo", try MailAddress("bo@voorbeeld.nl"), to: view, in: .nl, client: "192.0.2.\(number)", from: origin)
            }
            #expect(sameAddress == Store.mailRule.most)
            let sameClient = try await Self.count(Store.mailFromRule.most + 2) { number in
                try await store.join("An", try MailAddress("an\(number)@voorbeeld.nl"), to: view, in: .nl, client: "198.51.100.7", from: origin)
            }
            #expect(sameClient == Store.mailFromRule.most)
        }
    }

    @Test("ASVS 2.4.1: addresses to be told, drafts and answers are counted by client too")
    func others() async throws {
        try await InventoryGround.with(.sqlite) { inventory in
            let store = inventory.store, round = inventory.round.id, origin = PeopleGround.origin()
            let followers = try await Self.count(Store.mailFromRule.most + 2) { number in
                try await store.follow(round, try MailAddress("an\(number)@voorbeeld.nl"), in: .nl, client: "198.51.100.7", from: origin)
            }
            #expect(followers == Store.mailFromRule.most)
            var answers = 0
            for number in 0..<Store.handInRule.most + 2 {
                if case .taken = try await inventory.handIn(try InventoryGround.question("Hoe \(number)?"), form: "f\(number)") { answers += 1 }
            }
            #expect(answers == Store.handInRule.most)
        }
    }

    @Test("ASVS 2.4.1: whoever leaves addresses with an issue is stopped too")
    func issues() async throws {
        try await InventoryGround.with(.sqlite) { inventory in
            let words = "Hoe bereiken wij stille bewoners?"
            try await inventory.handIn(try InventoryGround.question(words), form: "f")
            let entry = try #require(try await inventory.desk().entries.first { $0.content.words == words })
            let issue = try #require(try await inventory.take(.mark(entry: entry.id, words: words, new: "Stille bewoners")))
            let kept = try await Self.count(Store.mailFromRule.most + 2) { number in
                try await inventory.store.follow(
                    issue: issue, try MailAddress("an\(number)@voorbeeld.nl"), in: .nl, client: "198.51.100.7", from: PeopleGround.origin())
            }
            #expect(kept == Store.mailFromRule.most)
        }
    }
}
