import Core
import People
import Voices

/// What became of the stories of the demonstration. After it the conversation is done with.
struct DemoAnswers: Sendable, Decodable {
    /// The answer to one story, by its place in the list.
    struct Told: Sendable, Decodable {
        let story: Int
        let outcome: DemoWord<Aftermath.Outcome>
        let reason: String
    }

    let at: DemoMoment
    let told: [Told]

    func write(of conversation: DemoConversations.Conversation, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let title = conversation.title, store = site.voices.aftermath.store
        script.at(try days.moment(at), by: conversation.by) { book, origin in
            let talk = try book.id(.conversation, title)
            for one in told {
                let story = try book.id(.story, "\(title) \(one.story)")
                try await store.tell(one.outcome.value, because: one.reason, next: nil, about: [story], in: talk, from: origin)
            }
            try await store.finish(talk, from: origin)
        }
    }
}
