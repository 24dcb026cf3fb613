import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("From answers to issues")
struct IssueWorkbenchTests {
    private static let asked = ["Hoe vinden mensen elkaar in de wijk?", "Hoe houd je een buurthuis open?", "Wie zorgt er voor de moestuin?"]

    /// A call with three answers, each marked as a whole and with an issue of its own.
    private func sorted(_ inventory: InventoryGround) async throws -> (issues: [Identifier], fragments: [Identifier]) {
        for (index, words) in Self.asked.enumerated() { try await inventory.handIn(try InventoryGround.question(words), form: "f\(index)") }
        var issues: [Identifier] = [], fragments: [Identifier] = []
        for words in Self.asked {
            let entry = try #require(try await inventory.desk().entries.first { $0.content.words == words })
            let issue = try await inventory.take(.mark(entry: entry.id, words: words, new: "V: " + words))
            issues.append(try #require(issue))
            fragments.append(try #require(try await inventory.desk().fragments.first { $0.words == words }).id)
        }
        return (issues, fragments)
    }

    /// What stands on the desk, in words that can be laid side by side.
    private func picture(_ inventory: InventoryGround) async throws -> [String] {
        let desk = try await inventory.desk()
        let fragments = desk.fragments.map { fragment in
            "\(fragment.words)|\(fragment.aside ?? "-")|\(fragment.issues.compactMap { desk.issue($0)?.title }.sorted().joined(separator: "+"))"
        }
        return fragments.sorted() + desk.issues.map(\.title)
    }

    @Test("INV-08: an issue is traced to its fragments and answers, and back", arguments: TestDatabase.engines)
    func trace(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let (issues, fragments) = try await sorted(inventory)
            try await inventory.take(.attach(fragment: fragments[0], issue: issues[1]))
            let desk = try await inventory.desk()
            // From the issue to the answers.
            let own = desk.fragments(of: issues[1]).compactMap { desk.entry($0.entry)?.content.words }
            #expect(Set(own) == [Self.asked[0], Self.asked[1]])
            // From the answer to the issues.
            let entry = try #require(desk.entries.first { $0.content.words == Self.asked[0] })
            #expect(Set(desk.fragments(in: entry.id).flatMap(\.issues)) == [issues[0], issues[1]])
            // Attaching twice changes nothing.
            try await inventory.take(.attach(fragment: fragments[0], issue: issues[1]))
            #expect(try await inventory.desk().fragments == desk.fragments)
        }
    }

    @Test("INV-08: attach, detach, rename, merge, split, set aside: each step is taken back exactly, one after the other", arguments: TestDatabase.engines)
    func undo(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let (issues, fragments) = try await sorted(inventory)
            let steps: [WorkbenchStep] = [
                .attach(fragment: fragments[0], issue: issues[1]), .rename(issue: issues[0], title: "Ontmoeten"),
                .aside(fragment: fragments[2], reason: "Te klein"), .attach(fragment: fragments[2], issue: issues[0]),
                .split(issue: issues[1], title: "Apart", fragments: [fragments[0]]), .merge(issue: issues[1], into: issues[0]),
                .detach(fragment: fragments[1], issue: issues[0]), .aside(fragment: fragments[0], reason: "Dubbel"),
                .create(title: "Nieuw", fragments: [fragments[0]]),
            ]
            var pictures = [try await picture(inventory)]
            for step in steps {
                try await inventory.take(step)
                pictures.append(try await picture(inventory))
            }
            #expect(Set(pictures.map { $0.joined(separator: "\n") }).count == steps.count + 1, "every step shows")
            for picture in pictures.dropLast().reversed() {
                try await inventory.store.undo(at: inventory.call.id, from: PeopleGround.origin())
                #expect(try await self.picture(inventory) == picture)
            }
            // Down to the very first, and no further.
            for _ in 0..<3 { try await inventory.store.undo(at: inventory.call.id, from: PeopleGround.origin()) }
            #expect(try await picture(inventory).isEmpty)
            await #expect(throws: InventoryStore.Fault.nothingToUndo) {
                try await inventory.store.undo(at: inventory.call.id, from: PeopleGround.origin())
            }
            #expect(try await inventory.desk().untouched().count == 3)
        }
    }

    @Test("INV-08: merging and splitting keep every fragment in one place; what was merged leads on", arguments: TestDatabase.engines)
    func mergeAndSplit(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let (issues, fragments) = try await sorted(inventory)
            try await inventory.take(.merge(issue: issues[0], into: issues[1]))
            try await inventory.take(.merge(issue: issues[1], into: issues[2]))
            var desk = try await inventory.desk()
            #expect(desk.issues.map(\.id) == [issues[2]] && desk.fragments(of: issues[2]).count == 3)
            #expect(try await inventory.store.issue(issues[0])?.mergedInto == issues[1])
            let split = try await inventory.take(.split(issue: issues[2], title: "Moestuin", fragments: [fragments[2]])), made = try #require(split)
            desk = try await inventory.desk()
            #expect(desk.fragments(of: made).map(\.id) == [fragments[2]] && desk.fragments(of: issues[2]).count == 2)
            for step in [
                .merge(issue: issues[2], into: issues[2]), .merge(issue: issues[0], into: issues[2]), .attach(fragment: fragments[0], issue: issues[0]),
                .split(issue: issues[2], title: "X", fragments: [fragments[2]]), .detach(fragment: fragments[2], issue: issues[2]),
            ] as [WorkbenchStep] {
                await #expect(throws: InventoryStore.Fault.unknown) { try await inventory.take(step) }
            }
            #expect(try await inventory.desk().fragments == desk.fragments, "a refused step leaves nothing")
        }
    }

    @Test("a fragment is words of the answer, whatever its line ends; of another call nothing can be taken", arguments: TestDatabase.engines)
    func marks(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen\nelkaar, en waar?"), form: "a")
            let entry = try #require(try await inventory.desk().entries.first)
            try await inventory.take(.mark(entry: entry.id, words: "mensen\r\nelkaar"))
            for words in ["mensen zoeken", " ", "elkaar en"] {
                await #expect(throws: InventoryStore.Fault.notInAnswer) { try await inventory.take(.mark(entry: entry.id, words: words)) }
            }
            let other = try await inventory.store.add(
                InventoryGround.facts(), programme: inventory.call.programme, from: PeopleGround.origin())
            await #expect(throws: InventoryStore.Fault.unknown) {
                try await inventory.store.take(.mark(entry: entry.id, words: "mensen"), at: other.id, from: PeopleGround.origin())
            }
        }
    }

    @Test("AGD-13, AGD-18: an issue lies in several domains and says how they strengthen each other; tough only with a reason", arguments: TestDatabase.engines)
    func facts(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let (issues, _) = try await sorted(inventory)
            let facts = LearningIssue.Facts(
                title: "Telt hier niet", theme: "eenzaamheid", domains: ["wonen", "veiligheid", "wonen"], words: "Over ontmoeten.", questions: "Hoe?\nWaar?",
                level: .district, isTough: true, whyTough: "Het speelt al jaren.", reinforces: "Wie veilig woont, gaat naar buiten.",
                perspective: "Begin klein.")
            try await inventory.store.describe(issues[0], as: facts, from: PeopleGround.origin())
            let kept = try #require(try await inventory.store.issue(issues[0])).facts
            #expect(kept.title == "V: " + Self.asked[0] && kept.domains == ["veiligheid", "wonen"] && kept.theme == "eenzaamheid")
            #expect(kept.isTough && kept.whyTough == "Het speelt al jaren." && kept.reinforces == "Wie veilig woont, gaat naar buiten.")
            #expect(kept.level == .district && kept.perspective == "Begin klein." && kept.questions == "Hoe?\nWaar?")
            var silent = facts
            silent.whyTough = ""
            await #expect(throws: SQLError.self) { try await inventory.store.describe(issues[0], as: silent, from: PeopleGround.origin()) }
            #expect(IssueFilter(domains: ["wonen", "veiligheid"]).takes(kept) && IssueFilter(theme: "eenzaamheid", domains: ["wonen"]).takes(kept))
            #expect(!IssueFilter(domains: ["wonen", "werk"]).takes(kept) && !IssueFilter(theme: "zorg").takes(kept))
        }
    }

    @Test("INV-10: who asked to be told gets one mail at publication, and the address is gone; it never stood with an answer", arguments: TestDatabase.engines)
    func followers(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let ground = inventory.ground, store = inventory.store
            _ = try await sorted(inventory)
            for mail in ["bo@voorbeeld.nl", "BO@voorbeeld.nl", "an@voorbeeld.nl"] {
                let isKept = try await store.follow(
                    inventory.round.id, try MailAddress(mail), in: mail.hasPrefix("an") ? .en : .nl, client: "192.0.2.1", from: PeopleGround.origin())
                #expect(isKept)
            }
            for table in InventoryGround.tables where table != "inventory_follower" {
                #expect(try await !ground.holds(table, "voorbeeld.nl"), "\(table)")
            }
            let after = InventoryGround.end + 1
            try await store.workOut(inventory.round.id, from: PeopleGround.origin(after))
            #expect(try await ground.rows("outbox").isEmpty)
            try await store.publish(inventory.round.id, from: PeopleGround.origin(after))
            let mails = try await ground.database.read { reading in
                try reading.all("SELECT recipient, language, body_text FROM outbox WHERE kind = 'inventory-outcome' ORDER BY recipient") { row in
                    (to: try row.string(0), language: try row.string(1), text: try row.string(2))
                }
            }
            #expect(mails.map(\.to) == ["an@voorbeeld.nl", "bo@voorbeeld.nl"] && mails.map(\.language) == ["en", "nl"])
            #expect(mails[1].text.contains("https://buurt.example.nl/oproepen/\(inventory.call.id)/uitkomst?ronde=1"))
            #expect(try await ground.rows("inventory_follower").isEmpty)
            await #expect(throws: InventoryStore.Fault.unknown) {
                _ = try await store.follow(
                    inventory.round.id, try MailAddress("cor@voorbeeld.nl"), in: .nl, client: "192.0.2.1", from: PeopleGround.origin(after))
            }
        }
    }
}
