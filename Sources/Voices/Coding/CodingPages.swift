import Core
import HTML
import People
import Web

/// What stories are about, for everyone.
struct CodingPage: Component {
    let conversation: Conversation
    let areaName: String
    let outcome: CodingOutcome
    let language: Language

    private var words: CodingWords { CodingWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            if outcome.lines.isEmpty || outcome.decided == 0 {
                p(.role("status")) { words.none }
            } else {
                p { words.decided(outcome.decided, of: outcome.stories) }
                Notice { p { words.noVotes } }
                Each(outcome.lines) { line in one(line) }
                p { a(.href(CodingRoute.results(conversation.id, isFile: true).address.url(in: language))) { "CSV" } }
            }
        }
    }

    private func one(_ line: CodingOutcome.Line) -> some HTML {
        section(.class("sectie").id("thema-\(line.theme.number)")) {
            h2 { line.theme.name }
            if !line.theme.meaning.isEmpty { p { line.theme.meaning } }
            p { words.about(line.stories, of: outcome.decided) }
            Each(line.quotes) { quote in
                figure {
                    blockquote(.lang(quote.language).dir("auto")) { p { quote.words } }
                    figcaption { a(.href(StoryRoute.one(conversation.id, quote.story).address.url(in: language))) { words.read } }
                }
            }
            p(.class("subtiel")) { words.agreement(line.agreement) }
        }
    }
}

/// The desk: themes, one's own part, what others found differently, and whether all see the same.
struct CodingDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let book: CodingBook
    let subjects: [AreaTheme]
    /// The number of who looks; nil before the first story.
    let coder: Int?
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CodingDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            if !book.themes.isEmpty {
                own
                differences
                agreement
            }
            themes
            p { a(.href(CodingRoute.results(id).address.url(in: language))) { CodingWords(language).title } }
        }
    }

    private var own: some HTML {
        section(.class("sectie")) {
            h2 { words.mine }
            if book.stories.isEmpty {
                p { words.noStories }
            } else {
                p { words.progress(book.done(by: coder), of: book.stories.count) }
                if let next = book.next(for: coder) {
                    p { a(.class("knop").href(CodingRoute.story(id, next.contribution.id).address.url(in: language))) { words.go } }
                } else {
                    p { words.allDone }
                }
                p { a(.href(CodingRoute.desk(id, isFile: true).address.url(in: language))) { words.file } }
            }
        }
    }

    /// Only what this coder did too: before that, what others found stays unknown to them.
    private var differences: some HTML {
        let open = book.stories.filter { story in story.isDisputed && coder.map { story.given[$0] != nil } ?? false }
        return section(.class("sectie")) {
            h2 { words.differences }
            if open.isEmpty { p { words.noDifferences } }
            ul {
                Each(open) { story in
                    li {
                        span(.lang(story.contribution.language).dir("auto")) { String(story.words.prefix(120)) }
                        " "
                        a(.href(CodingRoute.joint(id, story.contribution.id).address.url(in: language))) { words.together }
                    }
                }
            }
        }
    }

    private var agreement: some HTML {
        let lines = CodingOutcome(book).lines, names = CodingWords(language)
        return section(.class("sectie")) {
            h2 { words.agreement }
            p { words.agreementLead }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.agreement)) {
                table {
                    caption { words.agreement }
                    ColumnHeads(words.theme, words.measure, words.value, words.margin, words.stories)
                    tbody { Each(lines.sorted { $0.theme.number < $1.theme.number }) { line in row(line, names) } }
                }
            }
        }
    }

    private func row(_ line: CodingOutcome.Line, _ names: CodingWords) -> some HTML {
        let found = line.agreement
        let margin = found?.interval.map { "\(names.number($0.lowerBound)) – \(names.number($0.upperBound))" } ?? "–"
        return tr {
            th(.scope("row")) { line.theme.name }
            td { found.map { names.name($0.measure) } ?? "–" }
            td(.class("num")) { found.map { names.number($0.value) } ?? words.tooFew }
            td(.class("num")) { margin }
            td(.class("num")) { found.map { String($0.stories) } ?? "–" }
        }
    }

    private var themes: some HTML {
        section(.class("sectie")) {
            h2 { words.themes }
            if book.themes.isEmpty { p { words.noThemes } }
            Each(book.themes) { theme in
                div(.class("naast-elkaar")) {
                    p {
                        strong { theme.name }
                        if !theme.meaning.isEmpty { ": " + theme.meaning }
                    }
                    PostForm(to: CodingRoute.removeTheme(id).address, in: language, token: token) {
                        input(.type("hidden").name(CodingForm.theme).value(String(theme.number)))
                        button(.type("submit").class("knop licht").ariaLabel("\(words.remove): \(theme.name)")) { words.remove }
                    }
                }
            }
            PostForm(to: CodingRoute.desk(id).address, in: language, token: token) {
                TextField(CodingForm.name, Words.both(\.theme), form: form, language: language)
                TextField(
                    CodingForm.meaning, Words.both(\.meaning), kind: .paragraph(limit: 400), hint: Words.both(\.meaningHint), isRequired: false, form: form,
                    language: language)
                if !subjects.isEmpty {
                    SelectField(
                        CodingForm.subject, Words.both(\.subject),
                        choices: [Choice("", Words.both(\.noSubject))] + subjects.map { Choice($0.key, $0.name) }, isRequired: false, form: form,
                        language: language)
                }
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }
}

/// One story, for one coder alone.
struct CodingStoryPage: Component {
    let conversation: Conversation
    let areaName: String
    let book: CodingBook
    let story: CodedStory
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CodingDeskWords
    private var words: Words { Words(language) }
    private var route: CodingRoute { .story(conversation.id, story.contribution.id) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.one, lead: words.oneLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            CodedWords(story: story)
            PostForm(to: route.address, in: language, token: token) {
                CodingThemesField(book: book, form: form, language: language)
                if story.mayBeQuoted { quoting } else { p(.class("subtiel")) { words.noQuote } }
                button(.type("submit").class("knop")) { words.save }
            }
            chosen
            p { a(.href(CodingRoute.desk(conversation.id).address.url(in: language))) { words.back } }
        }
    }

    private var quoting: some HTML {
        let choices = [Choice("", Words.both(\.none))] + book.themes.map { Choice(String($0.number), Localized($0.name)) }
        return Group {
            TextField(
                CodingForm.quote, Words.both(\.quote), kind: .paragraph(limit: CodingTheme.quoteLimit), hint: Words.both(\.quoteHint), isRequired: false,
                form: form, language: language)
            SelectField(CodingForm.quoteTheme, Words.both(\.quoteTheme), choices: choices, isRequired: false, form: form, language: language)
        }
    }

    @HTMLBuilder private var chosen: some HTML {
        let quotes = story.quotesInForce.sorted { $0.key < $1.key }, names = Dictionary(uniqueKeysWithValues: book.themes.map { ($0.number, $0.name) })
        if !quotes.isEmpty {
            section(.class("sectie")) {
                h2 { words.quotes }
                Each(quotes) { quote in
                    blockquote(.lang(story.contribution.language).dir("auto")) { p { quote.value } }
                    PostForm(to: CodingRoute.unquote(conversation.id, story.contribution.id).address, in: language, token: token) {
                        input(.type("hidden").name(CodingForm.theme).value(String(quote.key)))
                        button(.type("submit").class("knop licht").ariaLabel("\(words.remove): \(names[quote.key] ?? "")")) { words.remove }
                    }
                }
            }
        }
    }
}

/// What each coder found in one story, and what they decide together.
struct CodingJointPage: Component {
    let conversation: Conversation
    let areaName: String
    let book: CodingBook
    let story: CodedStory
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CodingDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.together, lead: words.jointLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            CodedWords(story: story)
            ul { Each(story.given.sorted { $0.key < $1.key }) { coder, themes in li { words.coder(coder) + ": " + names(themes) } } }
            if let joint = story.joint { p { words.settled + ": " + names(joint) } }
            PostForm(to: CodingRoute.joint(conversation.id, story.contribution.id).address, in: language, token: token) {
                CodingThemesField(book: book, form: form, language: language)
                button(.type("submit").class("knop")) { words.settle }
            }
            p { a(.href(CodingRoute.desk(conversation.id).address.url(in: language))) { words.back } }
        }
    }

    private func names(_ themes: Set<Int>) -> String {
        let names = book.themes.filter { themes.contains($0.number) }.map(\.name)
        return names.isEmpty ? words.noTheme : names.joined(separator: ", ")
    }
}

/// The words of a story that is sorted.
private struct CodedWords: Component {
    let story: CodedStory

    var body: some HTML {
        blockquote(.lang(story.contribution.language).dir("auto")) { Paragraphs(story.words) }
    }
}

/// All themes, to choose from.
private struct CodingThemesField: Component {
    let book: CodingBook
    let form: Form
    let language: Language

    var body: some HTML {
        ChoiceField(
            CodingForm.themes, CodingDeskWords.both(\.which), kind: .any,
            choices: book.themes.map { Choice(String($0.number), Localized($0.name), hint: $0.meaning.isEmpty ? nil : Localized($0.meaning)) },
            hint: CodingDeskWords.both(\.whichHint), isRequired: false, form: form, language: language)
    }
}
