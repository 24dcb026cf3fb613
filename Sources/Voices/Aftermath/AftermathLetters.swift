import Core
import HTML
import People
import Web

/// Answers as letters, one on a page: for who gave something on paper, at a table, by telephone or with help.
struct AftermathLettersPage: Component {
    let conversation: Conversation
    /// Those with an answer that came without a screen of their own.
    let lines: [AftermathLine]
    let language: Language

    private var words: AftermathWords { AftermathWords(language) }

    /// Ways of taking part after which somebody may have no screen.
    static let channels: Set<Contribution.Channel> = [.paper, .workshop, .assisted, .telephone]

    var body: some HTML {
        TextColumn(words.letters, lead: words.lettersLead) {
            if lines.isEmpty { p(.role("status")) { words.noLetters } }
            Each(lines) { line in letter(line) }
            p { a(.href(AftermathRoute.desk(conversation.id).address.url(in: language))) { words.desk } }
        }
    }

    private func letter(_ line: AftermathLine) -> some HTML {
        section(.class("vel")) {
            h2 { conversation.facts.title }
            p { words.youSaid(line.contribution.addedOn.written, ModerationWords(language).name(line.contribution.channel).lowercased()) }
            blockquote(.lang(line.contribution.language).dir("auto")) { Paragraphs(line.contribution.words ?? "") }
            h3 { words.title }
            AftermathNotice(aftermath: line.aftermath, language: language)
            p { words.questions(conversation.facts.contact) }
        }
    }
}
