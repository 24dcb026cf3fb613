import Core
import HTML
import Web

/// After handing in: the number of the receipt, who takes it along, and what else one can do (INV-13, INV-17).
struct AnswerThanksPage: Component {
    let view: CallView
    /// Nil where the page was asked for by itself.
    let receipt: String?
    let isLate: Bool
    let round: CallRound?
    /// Shows that they offered to teach others; nil where they did not, or where the answer is anonymous.
    let offer: String?
    let form: Form
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        TextColumn(words.thanksTitle, lead: words.thanksLead, faults: ErrorSummary(form.errors, language: language)) {
            p(.id("ingestuurd").data("oproep", view.id.description)) { words.takes(view.facts.contact) }
            if isLate { Notice(.caution) { p { words.late } } }
            if let receipt { number(receipt) }
            if let offer { bringing(offer) }
            if let round, !round.isPublished { AnswerFollow(view: view, round: round, form: form, language: language) }
            AnswerBeside(call: view.id, language: language)
        }
    }

    private func bringing(_ offer: String) -> some HTML {
        section(.class("sectie").id("aanbod")) {
            h2 { words.offerTitle }
            p { words.offerLead }
            p { a(.class("knop licht").href(ExpertiseRoute.offer(offer).address.url(in: language))) { words.offerLink } }
        }
    }

    private func number(_ receipt: String) -> some HTML {
        section(.class("sectie")) {
            h2 { words.receipt }
            p(.class("bonnummer")) { strong(.id("nummer")) { receipt } }
            p { words.receiptLead }
            p { a(.href(InventoryRoute.standing.address.url(in: language))) { words.standingTitle } }
        }
    }
}

/// One mail when the outcome is known, apart from every answer.
private struct AnswerFollow: Component {
    let view: CallView
    let round: CallRound
    let form: Form
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        section(.class("sectie").id("volgen")) {
            h2 { words.followTitle }
            p { words.followLead }
            OpenForm(to: InventoryRoute.follow(view.id), language: language) {
                input(.type("hidden").name("ronde").value(String(round.number)))
                TrapField(language: language)
                TextField("mail", AnswerWords.both(\.yourMail), kind: .email, autocomplete: "email", form: form, language: language)
                button(.type("submit").class("knop")) { words.follow }
            }
        }
    }
}

/// Joining and tipping: apart from answering (INV-12, INV-16).
struct AnswerBeside: Component {
    let call: Identifier
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        p(.class("knoppen")) {
            a(.class("knop licht").href(InventoryRoute.join(call).address.url(in: language))) { words.joinTitle }
            a(.class("knop licht").href(InventoryRoute.tip(call).address.url(in: language))) { words.tipTitle }
        }
    }
}

/// Asks what became of an answer, by its number (INV-10).
struct AnswerStandingPage: Component {
    let form: Form
    let standing: AnswerStanding?
    /// On agendas, by the issue that they come from.
    let items: [Identifier: [AgendaItem]]
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        TextColumn(words.standingTitle, lead: words.standingLead, faults: ErrorSummary(form.errors, language: language)) {
            if let standing { AnswerStandingBlock(standing: standing, items: items, language: language) }
            OpenForm(to: InventoryRoute.standing, language: language) {
                TextField("nummer", AnswerWords.both(\.receipt), form: form, language: language)
                button(.type("submit").class("knop")) { words.look }
            }
        }
    }
}

private struct AnswerStandingBlock: Component {
    let standing: AnswerStanding
    let items: [Identifier: [AgendaItem]]
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        div(.class("melding").role("status").id("stand")) {
            h2 { standing.state.name[language] }
            p { words.handedIn(CallWords(language).day(standing.day), standing.view.facts.title) }
            p { words.takes(standing.view.facts.contact) }
            issues
            if !standing.reasons.isEmpty {
                p { words.setAside }
                ul { Each(standing.reasons) { reason in li { reason } } }
            }
        }
    }

    /// What the issues are called is known when the outcome is.
    @HTMLBuilder private var issues: some HTML {
        if !standing.issues.isEmpty {
            if standing.round.isPublished {
                p { words.inIssues }
                ul {
                    Each(standing.issues) { issue in
                        li {
                            a(.href(InventoryRoute.issue(issue.id).address.url(in: language))) { issue.title }
                            Each(items[issue.id] ?? []) { item in
                                br()
                                a(.href(AgendaRoute.item(item.agenda, item.id).address.url(in: language))) {
                                    words.onAgenda(item.facts.title, item.state.name[language].lowercased())
                                }
                            }
                        }
                    }
                }
            } else {
                p { words.inUnknownIssues }
            }
        }
    }
}

/// The small form to join the network.
struct JoinPage: Component {
    let view: CallView
    let form: Form
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        TextColumn(words.joinTitle, lead: words.joinLead, faults: ErrorSummary(form.errors, language: language)) {
            OpenForm(to: InventoryRoute.join(view.id), language: language) {
                TrapField(language: language)
                TextField("naam", AnswerWords.both(\.yourName), hint: AnswerWords.both(\.joinReaders), autocomplete: "name", form: form, language: language)
                TextField(
                    "mail", AnswerWords.both(\.yourMail), kind: .email, hint: AnswerWords.both(\.joinReaders), autocomplete: "email", form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.join }
            }
        }
    }
}

/// What the link in the mail opens: it changes nothing until a button is pressed.
struct JoinProofPage: Component {
    let join: NetworkJoin
    let call: String
    let token: String
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        TextColumn(words.joinProofTitle, lead: words.joinProofLead(join.name, call)) {
            if join.confirmedAt != nil { Notice { p { words.joined } } }
            OpenForm(to: InventoryRoute.joinProof(token), language: language) {
                div(.class("knoppen")) {
                    button(.type("submit").class("knop").name("besluit").value("ja")) { words.joinYes }
                    button(.type("submit").class("knop licht").name("besluit").value("nee")) { words.joinNo }
                }
            }
        }
    }
}

/// The small form for an example that someone knows of.
struct TipPage: Component {
    let view: CallView
    let form: Form
    let seal: String
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        TextColumn(words.tipTitle, lead: words.tipLead, faults: ErrorSummary(form.errors, language: language)) {
            OpenForm(to: InventoryRoute.tip(view.id), language: language) {
                input(.type("hidden").name(AnswerForm.seal).value(seal))
                TrapField(language: language)
                TextField("titel", AnswerWords.both(\.tipName), form: form, language: language)
                TextField(
                    "woorden", AnswerWords.both(\.tipWords), kind: .paragraph(limit: 2000), hint: AnswerWords.both(\.plainHint), form: form, language: language)
                TextField("link", AnswerWords.both(\.tipLink), isRequired: false, form: form, language: language)
                TextField(
                    "naam", AnswerWords.both(\.yourName), hint: AnswerWords.both(\.tipReaders), isRequired: false, autocomplete: "name", form: form,
                    language: language)
                TextField(
                    "mail", AnswerWords.both(\.yourMail), kind: .email, hint: AnswerWords.both(\.tipReaders), isRequired: false, autocomplete: "email",
                    form: form, language: language)
                button(.type("submit").class("knop")) { words.tipSend }
            }
        }
    }
}
