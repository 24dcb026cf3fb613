import Core
import HTML
import Measures
import People
import Web

/// What came of the votes, for everyone: what we share first, then where we differ, then what we do not know.
struct ResultPage: Component {
    let outcome: VoteOutcome
    let isOpen: Bool
    let language: Language

    private var words: ResultWords { ResultWords(language) }
    private var id: Identifier { outcome.scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(outcome.scene.conversation, areaName: outcome.scene.areaName, here: words.title, lead: words.lead, language: language)
        ) {
            if isOpen { p { a(.class("knop").href(VoteRoute.vote(id).address.url(in: language))) { words.toVote } } }
            ResultPeople(outcome: outcome, language: language)
            if outcome.all.isEmpty {
                p(.role("status")) { words.none }
            } else {
                found
                hidden
                GroupSection(outcome: outcome.groups, conversation: id, isOpen: isOpen, language: language)
                ResultTable(outcome: outcome, language: language)
                files
            }
        }
    }

    private var found: some HTML {
        Group {
            section(.class("sectie").id("gedeeld")) {
                h2 { words.shared }
                if outcome.shared.isEmpty { p { words.sharedNone } }
                Each(outcome.shared) { one in ResultBars(one: one, conversation: id, language: language) }
            }
            if !outcome.dividing.isEmpty {
                section(.class("sectie").id("verschil")) {
                    h2 { words.dividing }
                    Each(outcome.dividing) { one in ResultBars(one: one, conversation: id, language: language) }
                }
            }
            if !outcome.unsure.isEmpty {
                section(.class("sectie").id("onzeker")) {
                    h2 { words.unsure }
                    Each(outcome.unsure) { one in ResultBars(one: one, conversation: id, language: language) }
                }
            }
        }
    }

    @HTMLBuilder private var hidden: some HTML {
        if !outcome.hidden.isEmpty {
            section(.class("sectie").id("weinig")) {
                h2 { words.hidden }
                p { words.hiddenLead }
                ul { Each(outcome.hidden) { one in li(.lang(one.statement.language).dir("auto")) { one.statement.words } } }
            }
        }
    }

    private var files: some HTML {
        section(.class("sectie").id("bestanden")) {
            h2 { words.files }
            ul {
                li { a(.href(VoteRoute.results(id, file: .csv).address.url(in: language))) { "CSV" } }
                li { a(.href(VoteRoute.results(id, file: .json).address.url(in: language))) { "JSON" } }
                if outcome.groups.newest != nil {
                    Each(GroupRoute.File.allCases) { file in
                        li { a(.href(GroupRoute.file(id, file).address.url(in: language))) { file.rawValue } }
                    }
                }
            }
        }
    }
}

/// How many took part, beside how many live there; how; and what that says.
struct ResultPeople: Component {
    let outcome: VoteOutcome
    let language: Language

    private var words: ResultWords { ResultWords(language) }

    var body: some HTML {
        section(.class("sectie").id("wie")) {
            h2 { words.who }
            p { words.people(outcome.people.total) }
            if let count = outcome.inhabitants { p { words.inhabitants(count) } }
            Notice { p { words.noSample } }
            if outcome.scene.apart > 0 { p { words.apart(outcome.scene.apart) } }
            h3 { words.level }
            p { outcome.scene.conversation.facts.level.meaning[language] }
            h3 { words.ways }
            ways
            p(.class("subtiel")) { words.steps }
        }
    }

    @HTMLBuilder private var ways: some HTML {
        if let split = outcome.people.split {
            ul {
                Each(split.ways.map { "\(ModerationWords(language).name($0.way)): \($0.people)" }) { line in li { line } }
                if split.others > 0 { li { words.otherWays(split.others) } }
            }
        } else {
            p { words.waysFew }
        }
    }
}

/// One statement with its bar, in words too.
struct ResultBars: Component {
    let one: StatementOutcome
    let conversation: Identifier
    let language: Language

    private var words: ResultWords { ResultWords(language) }
    private var tally: VoteTally { one.tally }

    var body: some HTML {
        article(.class("uitkomst").id("stelling-\(one.statement.number)")) {
            div {
                h3(.lang(one.statement.language).dir("auto")) { one.statement.words }
                p { words.sentence(one) }
                p { a(.href(reporting).ariaLabel("\(words.report): \(one.statement.number)")) { words.report } }
            }
            div(.class("balken")) {
                div {
                    span { words.everyone }
                    bar
                    span(.class("n")) { String(tally.votes) }
                }
            }
        }
    }

    private var reporting: String { ModerationRoute.report(conversation, one.statement.contribution).address.url(in: language) }

    /// Agree from the left, disagree from the right, so that each can be compared from its own side.
    private var bar: some HTML {
        let agree = share(tally.agree), disagree = share(tally.disagree)
        return svg(.role("img").ariaLabel(words.bar(one))) {
            rect(.class("v-pas").width(percent: 100).height(percent: 100))
            rect(.class("v-eens").width(percent: agree).height(percent: 100))
            rect(.class("v-oneens").x(percent: 100 - disagree).width(percent: disagree).height(percent: 100))
        }
    }

    private func share(_ count: Int) -> Double { tally.votes == 0 ? 0 : 100 * Double(count) / Double(tally.votes) }
}

/// Everything once more, as a table.
struct ResultTable: Component {
    let outcome: VoteOutcome
    let language: Language

    private var words: ResultWords { ResultWords(language) }
    private var votes: VoteWords { VoteWords(language) }

    var body: some HTML {
        section(.class("sectie").id("tabel")) {
            h2 { words.table }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.table)) {
                table {
                    caption { words.table }
                    ColumnHeads(words.number, words.text, votes.name(.agree), votes.name(.disagree), votes.name(.pass), words.votes, words.margin)
                    tbody { Each(outcome.all) { one in row(one) } }
                }
            }
        }
    }

    private func row(_ one: StatementOutcome) -> some HTML {
        func count(_ value: Int) -> String { one.isHidden ? "–" : String(value) }
        return tr {
            th(.scope("row")) { String(one.statement.number) }
            td(.lang(one.statement.language).dir("auto")) { one.statement.words }
            td { count(one.tally.agree) }
            td { count(one.tally.disagree) }
            td { count(one.tally.pass) }
            td { one.isHidden ? words.few : String(one.tally.votes) }
            td { words.margin(one) }
        }
    }
}
