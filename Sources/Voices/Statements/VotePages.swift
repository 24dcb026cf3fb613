import Core
import HTML
import Measures
import People
import Web

/// One statement with three buttons.
struct VotePage: Component {
    let scene: VoteScene
    let ballot: Ballot
    let statement: Statement
    /// The number of the one before; nil where there is none.
    let before: Int?
    /// Whether the form of this page can be sent to ``VoteRoute/resume(_:proof:)`` later.
    let mayResume: Bool
    /// The help that runs.
    let assist: AssistSession?
    let token: FormToken
    let language: Language

    private var words: VoteWords { VoteWords(language) }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.title, lead: words.lead, language: language)
        ) {
            if let assist { AssistBanner(assist, token: token, language: language) }
            VoteProgress(scene: scene, ballot: ballot, language: language)
            if before != nil { p(.role("status")) { words.kept } }
            voting
            if let before { p { a(.href(VoteRoute.vote(id, number: before).address.url(in: language))) { words.backTo } } }
            p(.class("subtiel")) { words.noTime + " " + words.stop + " " + words.keys }
            VoteWays(conversation: id, mayResume: mayResume, language: language)
        }
    }

    private var voting: some HTML {
        section(.class("stelling").ariaLabelledBy("stelling")) {
            h2(.class("subtiel")) { words.number(statement.number) }
            p(.class("tekst").id("stelling").lang(statement.language).dir("auto")) { statement.words }
            if let choice = ballot.choices[statement.number] { p { words.yours(choice) + " " + words.changeLead } }
            PostForm(to: VoteRoute.vote(id).address, in: language, token: token) {
                input(.type("hidden").name(VoteForm.statement).value(String(statement.number)))
                div(.class("stemknoppen").role("group").ariaLabel(words.question)) {
                    Each([Vote.Choice.agree, .disagree, .pass]) { choice in
                        button(.type("submit").class("stemknop").name(VoteForm.choice).value(choice.sent)) { words.name(choice) }
                    }
                }
            }
        }
    }
}

/// How many were answered, as a bar and in words.
struct VoteProgress: Component {
    let scene: VoteScene
    let ballot: Ballot
    let language: Language

    private var done: Int { scene.statements.count { ballot.choices[$0.number] != nil } }
    private var all: Int { scene.statements.count { !ballot.own.contains($0.number) || ballot.choices[$0.number] != nil } }

    var body: some HTML {
        div(.class("voortgang")) {
            p { VoteWords(language).progress(done, of: all) }
            svg(.ariaHidden()) {
                rect(.class("spoor").width(percent: 100).height(percent: 100))
                rect(.class("vol").width(percent: all == 0 ? 0 : 100 * Double(done) / Double(all)).height(percent: 100))
            }
        }
    }
}

/// What else one can do here.
struct VoteWays: Component {
    let conversation: Identifier
    let mayResume: Bool
    let language: Language

    private var words: VoteWords { VoteWords(language) }

    var body: some HTML {
        ul {
            li { a(.href(VoteRoute.write(conversation).address.url(in: language))) { words.write } }
            if mayResume { li { a(.href(VoteRoute.resume(conversation).address.url(in: language))) { words.resume } } }
            li { a(.href(VoteRoute.results(conversation).address.url(in: language))) { words.toResults } }
        }
    }
}

/// Nothing more to ask.
struct VoteEndPage: Component {
    let scene: VoteScene
    let ballot: Ballot
    let before: Int?
    let message: String
    let mayResume: Bool
    let language: Language

    private var words: VoteWords { VoteWords(language) }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.title, language: language)
        ) {
            VoteProgress(scene: scene, ballot: ballot, language: language)
            div(.class("melding").role("status")) { p { message } }
            if let before { p { a(.href(VoteRoute.vote(id, number: before).address.url(in: language))) { words.backTo } } }
            VoteWays(conversation: id, mayResume: mayResume, language: language)
        }
    }
}

/// Why one cannot vote now.
struct VoteDoorPage: Component {
    let scene: VoteScene
    let answer: Entrance.Answer
    let language: Language

    private var words: VoteWords { VoteWords(language) }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.title, language: language)
        ) {
            RefusalNotice(answer: answer, conversation: id, language: language)
            p { a(.href(VoteRoute.results(id).address.url(in: language))) { words.toResults } }
        }
    }
}

/// Where someone writes a statement.
struct StatementWritePage: Component {
    let scene: VoteScene
    /// Whether the text comes back once, because it looks to have personal data.
    let isHinted: Bool
    /// Of this one form.
    let seal: String
    /// The help that runs.
    let assist: AssistSession?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = VoteWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.write, lead: words.writeLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist { AssistBanner(assist, token: token, language: language) }
            PostForm(to: VoteRoute.write(scene.conversation.id).address, in: language, token: token) {
                if isHinted { PersonalDataHint(field: VoteForm.words, text: form[VoteForm.words] ?? "", language: language) }
                input(.type("hidden").name(GivingForm.seal).value(seal))
                TrapField(form, language: language)
                TextField(VoteForm.words, Words.both(\.text), hint: Words.both(\.textHint), form: form, language: language)
                SelectField(
                    GivingForm.spoken, Words.both(\.spoken),
                    choices: scene.conversation.facts.languages.map { Choice($0, Localized(ConversationLanguages.name($0))) }, form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.send }
            }
            p { a(.href(VoteRoute.vote(scene.conversation.id).address.url(in: language))) { words.goOn } }
        }
    }
}

/// Thanks, with the code on a strip that prints.
struct StatementThanksPage: Component {
    let scene: VoteScene
    /// nil where the proof is old or false.
    let code: VoiceCode?
    let language: Language

    private var words: VoteWords { VoteWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.thanks, language: language)
        ) {
            CodeStrip(code: code, isWaiting: scene.conversation.facts.moderation == .before, language: language)
            p { a(.class("knop").href(VoteRoute.vote(scene.conversation.id).address.url(in: language))) { words.goOn } }
        }
    }
}

/// Going on with another device: making a code, or typing one.
struct VoteResumePage: Component {
    let scene: VoteScene
    let code: VoiceCode?
    let isProofGone: Bool
    /// Whether somebody voted in this browser: they can make a code.
    let hasVoted: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = VoteWords
    private var words: Words { Words(language) }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.resume, lead: words.resumeLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isProofGone { Notice(.caution) { p { GivingWords(language).proofGone } } }
            if let code {
                section(.class("sectie strook")) {
                    p { words.resumeCode }
                    p { strong { code.spaced } }
                }
            } else if hasVoted {
                making
            } else {
                p { words.resumeNot }
                typing
            }
            p { a(.href(VoteRoute.vote(id).address.url(in: language))) { words.goOn } }
        }
    }

    private var making: some HTML {
        PostForm(to: VoteRoute.resume(id).address, in: language, token: token) {
            p { words.resumeMakeLead + " " + words.resumeOld }
            button(.type("submit").class("knop")) { words.resumeMake }
        }
    }

    private var typing: some HTML {
        section(.class("sectie")) {
            h2 { words.resumeType }
            PostForm(to: VoteRoute.resumeCode(id).address, in: language, token: token) {
                TrapField(form, language: language)
                TextField(
                    VoteForm.code, Words.both(\.resumeField), hint: Words.both(\.resumeHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.resumeEnter }
            }
        }
    }
}
