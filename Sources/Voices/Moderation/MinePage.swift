import Core
import HTML
import People
import Web

/// What became of what I said.
struct MineState: Sendable {
    let contribution: Contribution
    let ruling: Contribution.Ruling?
    let mayObject: Bool
    /// What became of it; nil before that was told.
    let aftermath: Aftermath?
    let proof: String
}

/// One of what someone said who was signed in, with the proof that it is theirs.
struct MineOwn: Sendable {
    let contribution: Contribution
    let proof: String
}

/// By a code, without an account.
struct MinePage: Component {
    let state: MineState?
    let own: [MineOwn]
    /// Whether the hour is over in which it could be seen.
    let isGone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ModerationWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.mine, lead: state == nil ? words.mineLead : nil, faults: ErrorSummary(form.errors, language: language)) {
            if let state { known(state) } else { asking }
        }
    }

    private var asking: some HTML {
        Group {
            if isGone { Notice(.caution) { p { words.gone } } }
            PostForm(to: ModerationRoute.mine().address, in: language, token: token) {
                TextField(ModerationForm.code, Words.both(\.code), hint: Words.both(\.codeHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.look }
            }
            if !own.isEmpty { list }
        }
    }

    private var list: some HTML {
        Group {
            h2 { words.own }
            ul {
                Each(own) { own in
                    li {
                        a(.href(ModerationRoute.mine(proof: own.proof).address.url(in: language))) {
                            words.name(own.contribution.kind) + ", " + words.day(own.contribution.addedOn.description)
                        }
                        ". " + words.name(own.contribution.state)
                    }
                }
            }
        }
    }

    private func known(_ state: MineState) -> some HTML {
        Group {
            h2 { words.standing }
            p { words.name(state.contribution.state) }
            if let ruling = state.ruling {
                if let reason = ruling.reason { p { words.name(reason) } }
                Paragraphs(ruling.words)
            }
            if let aftermath = state.aftermath {
                h2 { AftermathWords(language).title }
                AftermathNotice(aftermath: aftermath, language: language)
            }
            if let own = state.contribution.words {
                h2 { words.yourWords }
                blockquote(.lang(state.contribution.language).dir("auto")) { Paragraphs(own) }
                acting(state)
            }
        }
    }

    private func acting(_ state: MineState) -> some HTML {
        Group {
            if state.contribution.state == .returned {
                one(.mineAnswer, state, words.answer) {
                    TextField(ModerationForm.answer, Words.both(\.answer), kind: .paragraph(limit: Story.limit), form: form, language: language)
                }
            }
            if state.mayObject {
                one(.mineObject, state, words.object) {
                    p { words.objectLead }
                    TextField(ModerationForm.objection, Words.both(\.objectWords), kind: .paragraph(limit: 1000), form: form, language: language)
                }
            }
            one(.mineEnd, state, words.end) { p { words.endLead } }
        }
    }

    private func one(_ route: ModerationRoute, _ state: MineState, _ title: String, @HTMLBuilder _ fields: () -> some HTML) -> some HTML {
        PostForm(to: route.address, in: language, token: token) {
            input(.type("hidden").name(ModerationForm.proof).value(state.proof))
            fields()
            button(.type("submit").class("knop licht")) { title }
        }
    }
}
