import Core
import Credentials
import People
import SQL
import TestSupport
import Testing
import Transfer
import Web

@testable import Voices

@Suite("Stories and moderation")
struct StoryStoreTests {
    private static let moderator = Identifier(at: 1), other = Identifier(at: 2)

    private static func origin(_ person: Identifier) -> Origin { Origin(person: person, request: "test", channel: .web, time: VoicesGround.noon) }

    private static func give(
        _ words: String, _ ground: VoicesGround, visibility: Contribution.Visibility = .everyone
    ) async throws -> (StoryStore, Conversation, ContributionStore.Receipt) {
        let conversation = try await ground.conversation(), store = StoryStore(contributions: ground.slice.contributions)
        let receipt = try await store.give(
            Contribution.Entry(.story, words, visibility: visibility), marks: [.chance, .dream], place: "Het plein", in: conversation, at: VoicesGround.noon)
        return (store, conversation, receipt)
    }

    @Test("WYK-11: a story is read by everyone after a moderator published it, with its marks and month", arguments: TestDatabase.engines)
    func publishes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Een mooi plein", ground)
            let before = try await store.published(in: conversation.id)
            #expect(before.isEmpty)
            try await store.contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin(Self.moderator))
            let story = try #require(try await store.published(in: conversation.id, mark: .dream).first)
            #expect(story.shown == "Een mooi plein" && story.marks == [.chance, .dream] && story.place == "Het plein" && story.month == "2026-10")
            let others = try await store.published(in: conversation.id, mark: .problem)
            #expect(others.isEmpty)
        }
    }

    @Test("WYK-31: what was told to the team alone is not public, and cannot be reported")
    func keepsForTheTeam() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Alleen voor jullie", ground, visibility: .team)
            try await store.contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin(Self.moderator))
            let published = try await store.published(in: conversation.id)
            #expect(published.isEmpty)
            await #expect(throws: ContributionStore.Fault.unknown) {
                try await store.contributions.report(
                    receipt.id, in: conversation.id, ModerationItem.Report(reason: .hurtful, words: ""), at: VoicesGround.noon)
            }
        }
    }

    @Test("WYK-03: an objection is made once and decided by another moderator", arguments: TestDatabase.engines)
    func objects(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Iets", ground), contributions = store.contributions
            let refusal = Contribution.Ruling(.refused, reason: .offTopic, words: "Dit hoort hier niet")
            try await contributions.rule(refusal, on: receipt.id, from: Self.origin(Self.moderator))
            try await contributions.object(receipt.id, words: "Wel waar", at: VoicesGround.noon)
            await #expect(throws: ContributionStore.Fault.notNow) {
                try await contributions.object(receipt.id, words: "Nog eens", at: VoicesGround.noon)
            }
            let queue = try await contributions.queue(of: conversation.id)
            #expect(queue.map(\.objection) == ["Wel waar"])
            await #expect(throws: ContributionStore.Fault.sameModerator) {
                try await contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin(Self.moderator))
            }
            try await contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin(Self.other))
            let after = try await contributions.queue(of: conversation.id)
            #expect(after.isEmpty)
        }
    }

    @Test("WYK-25: a question goes back to the giver, whose new words wait again")
    func answers() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let (store, _, receipt) = try await Self.give("Daar is het", ground)
            try await store.contributions.rule(
                Contribution.Ruling(.returned, reason: .unclear, words: "Waar precies?"), on: receipt.id, from: Self.origin(Self.moderator))
            try await store.contributions.answer(receipt.id, words: "Bij de brug", at: VoicesGround.noon)
            let known = try #require(try await store.contributions.find(receipt.code))
            #expect(known.state == .waiting && known.words == "Bij de brug")
        }
    }

    @Test("WYK-31: a report hides nothing by itself, and stands in the queue until a moderator decides")
    func reports() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Een verhaal", ground), contributions = store.contributions
            try await contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: Self.origin(Self.moderator))
            for _ in 1...2 {
                try await contributions.report(
                    receipt.id, in: conversation.id, ModerationItem.Report(reason: .hurtful, words: "Niet aardig"), at: VoicesGround.noon)
            }
            let published = try await store.published(in: conversation.id), queue = try await contributions.queue(of: conversation.id)
            #expect(published.count == 1 && queue.first?.reports.count == 2)
        }
    }

    @Test("WYK-03: taking a story back takes its words from every table, and leaves a row that counts", arguments: TestDatabase.engines)
    func takesBack(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Kikkerdril in de vijver", ground), contributions = store.contributions
            let masked = Contribution.Ruling(.masked, shown: "Kikkerdril", reason: .personalData, words: "Over Kikkerdril")
            try await contributions.rule(masked, on: receipt.id, from: Self.origin(Self.moderator))
            #expect(try await ground.found().map(\.title.nl) == ["Kikkerdril"])
            try await contributions.object(receipt.id, words: "Kikkerdril moet", at: VoicesGround.noon)
            try await contributions.report(
                receipt.id, in: conversation.id, ModerationItem.Report(reason: .unclear, words: "Kikkerdril?"), at: VoicesGround.noon)
            try await contributions.withdraw(receipt.id, at: VoicesGround.noon)
            let published = try await store.published(in: conversation.id), known = try await contributions.find(receipt.id)
            #expect(published.isEmpty && known?.state == .withdrawn)
            #expect(try await ground.found().isEmpty)
            let left = try await ground.people.database.read { reading in
                try reading.all(
                    """
                    SELECT COALESCE(words, '') || COALESCE(shown, '') FROM contribution UNION ALL SELECT words FROM contribution_ruling
                    UNION ALL SELECT words FROM contribution_objection UNION ALL SELECT words FROM contribution_report UNION ALL SELECT words FROM story_place
                    """
                ) { try $0.string(0) }
            }
            #expect(left.joined() == "")
        }
    }

    @Test("WYK-03: what is sent twice from one page comes in once; changed and sent again it is another", arguments: TestDatabase.engines)
    func twice(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = StoryStore(contributions: ground.slice.contributions), code = VoiceCode.random()
            func give(_ words: String) async throws -> ContributionStore.Receipt {
                try await store.give(
                    Contribution.Entry(.story, words), marks: [.chance], place: "Het plein", in: conversation, code: code, at: VoicesGround.noon)
            }
            let receipts = try await withThrowingTaskGroup(of: ContributionStore.Receipt.self) { group in
                for _ in 1...6 { group.addTask { try await give("Eén keer") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.id)).count == 1 && Set(receipts.map(\.code)) == [code])
            let other = try await give("Iets anders"), waiting = try await store.contributions.list(.waiting, in: conversation.id)
            #expect(other.code != code && Set(waiting.compactMap(\.words)) == ["Eén keer", "Iets anders"])
        }
    }

    @Test("WYK-31: a moderator sees the place, and takes it away for good")
    func place() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let (store, conversation, receipt) = try await Self.give("Iets", ground), contributions = store.contributions
            let item = try await contributions.item(receipt.id, of: conversation.id)
            #expect(item?.place == "Het plein")
            let ruling = Contribution.Ruling(.masked, reason: .personalData, hidesPlace: true)
            try await contributions.rule(ruling, on: receipt.id, from: Self.origin(Self.moderator))
            let story = try await store.published(receipt.id, in: conversation.id)
            #expect(story?.shown == "Iets" && story?.place == nil)
        }
    }

    @Test("a code goes through an address unreadable, and is shown for as long as it was meant to be")
    func proofs() throws {
        let key = SecretKey.random(), proofs = CodeProofs(key), code = VoiceCode.random()
        let hidden = proofs.hidden(code, until: 1000)
        #expect(proofs.shown(hidden, at: 999) == code && proofs.shown(hidden, at: 1000) == nil && CodeProofs(.random()).shown(hidden, at: 0) == nil)
        let payload = try #require(hidden.split(separator: ".").first.flatMap { BitEncoding.base64URL.decode($0) })
        #expect(!String(decoding: payload, as: UTF8.self).contains(code.description) && proofs.hidden(code, until: 1000) != hidden)
        let own = OwnProofs(key), id = Identifier(at: 5)
        #expect(own.open(own.sign(id, at: 0), at: OwnProofs.life - 1) == id && own.open(own.sign(id, at: 0), at: OwnProofs.life) == nil)
        #expect(own.open(hidden, at: 0) == nil && proofs.shown(own.sign(id, at: 0), at: 0) == nil)
    }
}
