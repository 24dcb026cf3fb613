import Core
import People
import Voices

/// What professionals make of the stories of the demonstration: themes found by two readers, and figures beside stories. Figures and words are invented.
struct DemoMeaning: Sendable, Decodable {
    struct Theme: Sendable, Decodable {
        let name: String
        let meaning: String
        let subject: String?
    }

    /// What the readers found in a story, by its place in the list.
    struct Found: Sendable, Decodable {
        let story: Int
        let first: Set<Int>
        let second: Set<Int>
        /// Where they differed.
        let together: Set<Int>?
        let quote: String?
    }

    struct Side: Sendable, Decodable {
        let title: String
        let theme: String
        let figure: FigureEvidence?
        let partner: Partner?
        let mark: DemoWord<Story.Mark>?
        let storyTheme: Int?
        /// A story by its place, with words of it.
        let story: Int
        let quote: String
        let relation: DemoWord<Match.Relation>
        let explanation: String
        let changedAt: DemoMoment?
        let state: DemoWord<Match.State>?
        let reason: String?
    }

    struct Partner: Sendable, Decodable {
        let words: String
        let source: String
        let kind: DemoWord<Match.Information>
    }

    struct Group: Sendable, Decodable {
        let name: String
        let kind: DemoWord<Knower.Kind>
        let knows: String
        let contact: String
    }

    let at: DemoMoment
    let readers: [String]
    let themes: [Theme]
    let found: [Found]
    let sides: [Side]
    let knowers: [Group]

    func write(of conversation: DemoConversations.Conversation, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let title = conversation.title, at = try days.moment(at)
        for (place, reader) in readers.prefix(2).enumerated() {
            script.at(at, by: reader) { book, origin in try await sort(title, isFirst: place == 0, site.voices.coding.store, book, origin) }
        }
        let area = conversation.area.code, store = site.voices.matches.store
        script.at(at, by: conversation.by) { book, origin in
            for group in knowers {
                let facts = Knower.Facts(name: group.name, kind: group.kind.value, knows: group.knows, contact: group.contact)
                try await store.addKnower(facts, of: area, from: origin)
            }
        }
        for side in sides {
            script.at(at, by: conversation.by) { book, origin in
                let facts = try facts(side, of: title, book)
                let id = try await store.add(facts, about: area, by: book.id(.organisation, conversation.owner), from: origin)
                book.keep(id, .match, side.title)
            }
            guard let changedAt = side.changedAt, let state = side.state, let reason = side.reason else { continue }
            script.at(try days.moment(changedAt), by: conversation.by) { book, origin in
                try await store.change(book.id(.match, side.title), to: state.value, because: reason, from: origin)
            }
        }
    }

    private func sort(_ title: String, isFirst: Bool, _ store: CodingStore, _ book: DemoBook, _ origin: Origin) async throws {
        let conversation = try book.id(.conversation, title)
        if isFirst {
            for theme in themes {
                try await store.addTheme(theme.name, meaning: theme.meaning, subject: theme.subject, in: conversation, from: origin)
            }
        }
        for one in found {
            let story = try book.id(.story, "\(title) \(one.story)"), themes = isFirst ? one.first : one.second
            let quotes = isFirst ? one.quote.flatMap { words in themes.min().map { [$0: words] } } ?? [:] : [:]
            try await store.code(story, themes, quotes: quotes, in: conversation, from: origin)
            if !isFirst, let together = one.together { try await store.decide(story, together, in: conversation, from: origin) }
        }
    }

    private func facts(_ side: Side, of title: String, _ book: DemoBook) throws -> Match.Facts {
        let counting: Match.Counting =
            if let figure = side.figure {
                .figure(figure)
            } else if let partner = side.partner {
                .partner(words: partner.words, source: partner.source, kind: partner.kind.value)
            } else {
                .nothing
            }
        let quote = Match.Quote(story: try book.id(.story, "\(title) \(side.story)"), words: side.quote)
        let stories = Match.StorySelection(conversation: try book.id(.conversation, title), mark: side.mark?.value, theme: side.storyTheme, quote: quote)
        return Match.Facts(
            title: side.title, theme: side.theme, counting: counting, telling: .stories(stories), relation: side.relation.value, explanation: side.explanation)
    }
}
