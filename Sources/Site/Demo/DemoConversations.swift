import Core
import People
import Voices

/// The conversations of the demonstration: one that is open now, and one that is over.
struct DemoConversations: Sendable, Decodable {
    struct Conversation: Sendable, Decodable {
        let at: DemoMoment
        let announcedAt: DemoMoment
        let by: String
        let owner: String
        let area: DemoArea
        let title: String
        let question: String
        let decided: String
        let notDecided: String
        let influence: DemoWord<Voices.Conversation.Influence>
        let decider: String
        /// Days from today.
        let decidedBy: Int
        let firstDay: Int
        let lastDay: Int
        let afterwards: String
        let ways: [DemoWord<Voices.Conversation.Way>]
        let invitation: String
        let languages: [String]
        let houseRules: String
        let contact: String
        let stories: [Story]
        let voting: DemoVoting?
        let gathering: DemoTakingPart?
        let meaning: DemoMeaning?
        let answers: DemoAnswers?
    }

    /// What somebody told, and what a moderator decided; those without a day still wait.
    struct Story: Sendable, Decodable {
        let at: DemoMoment
        let words: String
        let language: String?
        let marks: [DemoWord<Voices.Story.Mark>]
        let place: String?
        /// Everyone, unless said otherwise.
        let readers: DemoWord<Contribution.Visibility>?
        let quote: Bool
        let decidedAt: DemoMoment?
        let ruling: Ruling?
    }

    struct Ruling: Sendable, Decodable {
        let state: DemoWord<Contribution.State>
        let reason: DemoWord<Contribution.Reason>
        let shown: String?
        let words: String
    }

    let conversations: [Conversation]

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let store = site.voices.conversations.store
        for conversation in conversations {
            let announced = try days.moment(conversation.announcedAt), facts = try Self.facts(conversation, days)
            script.at(try days.moment(conversation.at), by: conversation.by) { book, origin in
                let id = try await store.add(facts, about: conversation.area.code, by: book.id(.organisation, conversation.owner), from: origin)
                book.keep(id, .conversation, conversation.title)
            }
            script.at(announced, by: conversation.by) { book, origin in try await store.announce(book.id(.conversation, conversation.title), from: origin) }
            for (number, story) in conversation.stories.enumerated() {
                try write(story, named: "\(conversation.title) \(number)", in: conversation, &script, site, days)
            }
            try conversation.voting?.write(of: conversation.title, by: conversation.by, &script, site, days)
            try conversation.gathering?.write(of: conversation.title, by: conversation.by, &script, site, days)
            try conversation.meaning?.write(of: conversation, &script, site, days)
            try conversation.answers?.write(of: conversation, &script, site, days)
        }
    }

    private func write(
        _ story: Story, named name: String, in conversation: Conversation, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays
    ) throws {
        let voices = site.voices, at = try days.moment(story.at)
        script.at(at) { book, _ in
            let entry = Contribution.Entry(
                .story, story.words, language: story.language ?? "nl", visibility: story.readers?.value ?? .everyone, isQuotable: story.quote)
            guard let known = try await voices.conversations.store.find(book.id(.conversation, conversation.title)) else { return }
            let receipt = try await voices.stories.store.give(entry, marks: Set(story.marks.map(\.value)), place: story.place, in: known, at: at)
            book.keep(receipt.id, .story, name)
        }
        guard let decidedAt = story.decidedAt else { return }
        script.at(try days.moment(decidedAt), by: conversation.by) { book, origin in
            let ruling = story.ruling.map { Contribution.Ruling($0.state.value, shown: $0.shown, reason: $0.reason.value, words: $0.words) }
            try await voices.contributions.rule(ruling ?? Contribution.Ruling(.published), on: book.id(.story, name), from: origin)
        }
    }

    private static func facts(_ conversation: Conversation, _ days: DemoDays) throws -> Voices.Conversation.Facts {
        func day(_ number: Int) throws -> DutchDay {
            guard let day = DutchDay(days.date(number)) else { throw DemoFault.refused("\(number)", Localized(nl: "geen dag", en: "no day")) }
            return day
        }
        return Voices.Conversation.Facts(
            title: conversation.title, question: conversation.question, decided: conversation.decided, notDecided: conversation.notDecided,
            influence: conversation.influence.value, decider: conversation.decider, decidedBy: try day(conversation.decidedBy),
            afterwards: conversation.afterwards, firstDay: try day(conversation.firstDay), lastDay: try day(conversation.lastDay),
            ways: Set(conversation.ways.map(\.value)), invitation: conversation.invitation, languages: conversation.languages,
            houseRules: conversation.houseRules, contact: conversation.contact, level: .open, moderation: .before)
    }
}
