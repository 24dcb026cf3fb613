import Areas
import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

@testable import Voices

/// The slice with people and areas on a fresh database, and a conversation in the fictional Lindenmeer that can be opened.
struct VoicesGround: Sendable {
    let people: PeopleGround
    let slice: Voices.Slice
    let owner: Identifier

    static let area = AreaCode("BU99990101")!
    /// The first day of ``facts`` at noon.
    static let noon: Int64 = DutchDay("2026-10-01")!.start + 43_200_000

    static let facts = Conversation.Facts(
        title: "Wat vind jij van Waterkers?", question: "Wat gaat goed in de buurt, en wat kan beter?", decided: "Waar het geld van 2027 heen gaat.",
        notDecided: "Of er nieuwe huizen komen.", influence: .advise, decider: "De gemeenteraad van Lindenmeer", decidedBy: DutchDay("2026-12-15")!,
        afterwards: "Wij lezen alles en schrijven wat wij ermee doen.", firstDay: DutchDay("2026-10-01")!, lastDay: DutchDay("2026-11-30")!,
        ways: [.screen, .paper, .help], invitation: "Een brief aan elk huis.", languages: ["nl", "ar"], houseRules: "Blijf vriendelijk.",
        contact: "Buurthuis De Kers, 0900 0000", level: .open, moderation: .before)

    static func with(_ engine: TestDatabase.Engine, _ body: (VoicesGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: Areas.Slice.migrations + Voices.Slice.migrations) { people async throws in
            let owner = try await people.slice.organisations.add(
                name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode("GM9999"), from: PeopleGround.origin())
            let slice = Voices.Slice(areas: Areas.Slice(database: people.database), people: people.slice)
            try await body(VoicesGround(people: people, slice: slice, owner: owner.id))
        }
    }

    /// A conversation, announced unless said otherwise.
    func conversation(_ facts: Conversation.Facts = facts, isAnnounced: Bool = true) async throws -> Conversation {
        let store = slice.conversations.store, origin = PeopleGround.origin()
        let id = try await store.add(facts, about: Self.area, by: owner, from: origin)
        if isAnnounced { try await store.announce(id, from: origin) }
        return try #require(try await store.find(id))
    }

    /// What can be found of stories.
    func found() async throws -> [SearchEntry] {
        var entries: [SearchEntry] = []
        for source in slice.searchSources { entries += try await source.entries() }
        return entries.filter { $0.kind == .story }
    }
}
