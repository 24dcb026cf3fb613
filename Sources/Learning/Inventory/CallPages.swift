import Core
import HTML
import People
import Web

/// All calls that everyone may see (INV-01).
struct CallListPage: Component {
    let views: [CallView]
    let now: Int64
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            if views.isEmpty { p { words.none } }
            Each(views) { view in
                section(.class("sectie")) {
                    h2 { a(.href(InventoryRoute.call(view.id).address.url(in: language))) { view.facts.title } }
                    p {
                        CallTag(state: view.state(at: now), language: language)
                        " "
                        period(view)
                    }
                    p { view.facts.goal.split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
                }
            }
            p { a(.href(InventoryRoute.standing.address.url(in: language))) { words.stand } }
            p { a(.href(InventoryRoute.issues().address.url(in: language))) { words.issues } }
        }
    }

    private func period(_ view: CallView) -> String {
        let round = view.open(at: now) ?? view.shown.last
        return round.map { words.period(words.date($0.start), words.date($0.end - 1)) } ?? ""
    }
}

/// The state of a round as a label.
struct CallTag: Component {
    let state: CallRound.State
    let language: Language

    var body: some HTML { span(.class("tag")) { state.name[language] } }
}

/// The page of a call: goal, period, contact, and the way to take part.
struct CallPage: Component {
    let view: CallView
    let outline: ProgrammeOutline
    let linked: LinkedThings
    let now: Int64
    /// A word about what was just done; nil for none.
    let notice: String?
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        Group {
            TitleBand(view.facts.title, facts: facts) { trail }
            div(.class("wrap inhoud smal")) {
                if let notice { div(.class("melding").role("status")) { p { notice } } }
                Paragraphs(view.facts.goal)
                action
                AnswerPromise(facts: view.facts, language: language)
                rounds
                contact
                AnswerBeside(call: view.id, language: language)
                p { a(.href(InventoryRoute.standing.address.url(in: language))) { words.stand } }
                LinkedThingsSection(linked, language: language)
                p(.class("subtiel")) {
                    words.desk
                    " "
                    a(.href(CallDeskRoute.call(view.id).address.url(in: language))) { words.deskLink }
                }
            }
        }
    }

    private var trail: some HTML {
        PlaceTrail(
            [
                PlaceTrail.Step(words.title, address: InventoryRoute.calls.address),
                PlaceTrail.Step(outline.programme.name, address: ProgrammeRoute.programme(outline.programme.slug).address), PlaceTrail.Step(view.facts.title),
            ], label: CallWords.both(\.trail), language: language)
    }

    private var facts: [TitleBand.Fact] {
        let round = view.open(at: now) ?? view.shown.last
        let period = round.map { TitleBand.Fact(words.round($0.number), words.period(words.date($0.start), words.date($0.end - 1))) }
        return [TitleBand.Fact(words.state, view.state(at: now).name[language])] + (period.map { [$0] } ?? [])
    }

    @HTMLBuilder private var action: some HTML {
        if view.open(at: now) != nil {
            p {
                a(.class("knop").href(InventoryRoute.answer(view.id).address.url(in: language))) { words.takePart }
                " "
                span(.class("subtiel")) { words.minutes }
            }
        } else if let coming = view.shown.first(where: { $0.state(at: now) == .coming }) {
            p { AnswerWords(language).notYet(words.moment(coming.start)) }
        } else {
            p { AnswerWords(language).noRound }
        }
    }

    private var rounds: some HTML {
        section(.class("sectie").id("rondes")) {
            h2 { words.rounds }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.rounds)) {
                table {
                    caption(.class("vh")) { words.rounds }
                    ColumnHeads(words.round, words.from, words.until, words.state)
                    tbody { Each(view.shown) { round in tr { cells(round) } } }
                }
            }
        }
    }

    private func cells(_ round: CallRound) -> some HTML {
        Group {
            th(.scope("row")) { String(round.number) }
            td { words.moment(round.start) }
            td { words.moment(round.end) }
            td {
                if round.isPublished {
                    a(.href(InventoryRoute.outcome(view.id, round: round.number).address.url(in: language))) { round.state(at: now).name[language] }
                } else {
                    round.state(at: now).name[language]
                }
            }
        }
    }

    private var contact: some HTML {
        section(.class("sectie").id("contact")) {
            h2 { words.contact }
            p { words.contactLead(view.facts.contact) }
            p {
                a(.class("knop licht").href(ContactRoute.programme(outline.programme.slug).address.url(in: language))) { words.ask }
            }
        }
    }
}
