import Core
import HTML
import Measures
import People
import Web

/// Everything in a conversation that people choose together.
struct ChoiceListPage: Component {
    let conversation: Conversation
    let areaName: String
    let choices: [SharedChoice]
    let language: Language

    private var words: ChoiceWords { ChoiceWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            if choices.isEmpty {
                p(.role("status")) { words.none }
            } else {
                ul(.class("kaal")) {
                    Each(choices) { choice in
                        li {
                            h2 { a(.href(ChoiceRoute.one(conversation.id, choice: choice.id).address.url(in: language))) { choice.facts.title } }
                            p { words.standing(choice) }
                        }
                    }
                }
            }
        }
    }
}

/// One choice: its form as long as people choose, and what came of it after.
struct ChoicePage: Component {
    let conversation: Conversation
    let areaName: String
    let choice: SharedChoice
    let door: Entrance.Answer
    /// What this visitor chose.
    let own: Set<Int>
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ChoiceWords { ChoiceWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: choice.facts.title, lead: words.standing(choice), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist = door.assist { AssistBanner(assist, token: token, language: language) }
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            Paragraphs(choice.facts.words)
            if choice.facts.kind == .budget { p { words.rule(choice.facts.budget, fills: choice.facts.fills) } }
            if let outcome = choice.outcome {
                ChoiceResult(conversation: conversation.id, choice: choice, outcome: outcome, own: own, language: language)
            } else if door.isOpen {
                ChoiceBallot(conversation: conversation.id, choice: choice, own: own, form: form, token: token, language: language)
            } else {
                RefusalNotice(answer: door, conversation: conversation.id, language: language)
                ChoiceProjects(choice: choice, language: language)
            }
        }
    }
}

/// What can be chosen, to read.
struct ChoiceProjects: Component {
    let choice: SharedChoice
    let language: Language

    private var words: ChoiceWords { ChoiceWords(language) }

    var body: some HTML {
        ul {
            Each(choice.projects) { project in
                li {
                    strong { project.title }
                    if choice.facts.kind == .budget { ", " + words.money(project.cost) }
                    if let reason = project.withdrawn { ". " + words.withdrawn(reason) }
                    Paragraphs(project.words)
                }
            }
        }
    }
}

/// The boxes of a ballot.
struct ChoiceBallot: Component {
    let conversation: Identifier
    let choice: SharedChoice
    let own: Set<Int>
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ChoiceWords { ChoiceWords(language) }
    private var ticked: Set<Int> { form.items.isEmpty ? own : Set(form.all(ChoiceForm.chosen).compactMap { Int($0) }) }

    var body: some HTML {
        Notice { p { choice.facts.kind == .budget ? words.published : words.publishedOrder } }
        PostForm(to: ChoiceRoute.one(conversation, choice: choice.id).address, in: language, token: token) {
            TrapField(form, language: language)
            fieldset(.id(ChoiceForm.chosen).class("veld", "is-fout", when: !form.errors.isEmpty)) {
                legend { words.question }
                p(.class("hint")) { words.hint }
                Each(choice.open) { project in box(project) }
            }
            button(.type("submit").class("knop")) { own.isEmpty ? words.send : words.change }
        }
        let gone = choice.projects.filter { $0.withdrawn != nil }
        if !gone.isEmpty { ul { Each(gone) { project in li { project.title + ". " + words.withdrawn(project.withdrawn ?? "") } } } }
    }

    private func box(_ project: SharedChoice.Project) -> some HTML {
        let name = "\(ChoiceForm.chosen)-\(project.number)"
        return div(.class("keuze")) {
            input(
                .type("checkbox").id(name).name(ChoiceForm.chosen).value(String(project.number)).checked(ticked.contains(project.number)))
            label(.for(name)) {
                "\(project.number). \(project.title)" + (choice.facts.kind == .budget ? ", " + words.money(project.cost) : "")
                if !project.words.isEmpty { span(.class("hint")) { " " + project.words } }
            }
        }
    }
}

/// What came of a choice, project by project, in words.
struct ChoiceResult: Component {
    let conversation: Identifier
    let choice: SharedChoice
    let outcome: ChoiceOutcome
    let own: Set<Int>
    let language: Language

    private var words: ChoiceWords { ChoiceWords(language) }
    private var lines: [ChoiceDocument.Line] { ChoiceDocument(choice: choice).lines }

    var body: some HTML {
        section(.class("sectie").id("uitkomst")) {
            h2 { words.outcome }
            if outcome.voters < ChoiceDocument.least {
                p { words.few }
            } else {
                p { words.voters(outcome.voters) }
                ways
                Notice { p { words.noSample } }
                if choice.facts.kind == .budget { divided }
                explained
                table
                if choice.facts.kind == .budget { spending }
                files
            }
        }
    }

    private var divided: some HTML {
        let budget = choice.facts.budget
        return Group {
            p { words.spent(budget - outcome.left, of: budget, left: outcome.left) }
            Each(words.shares(Double(budget) / Double(outcome.voters), raisedBy: outcome.step, of: budget)) { line in p { line } }
        }
    }

    @HTMLBuilder private var ways: some HTML {
        let counts = outcome.channels.sorted { $0.key < $1.key }
        if counts.count == 1 || counts.allSatisfy({ $0.value >= ShownPeople.least }) {
            ul {
                Each(counts) { way, count in
                    li { (Contribution.Channel(rawValue: way).map { ModerationWords(language).name($0) } ?? way) + ": \(count)" }
                }
            }
        } else {
            p { ResultWords(language).waysFew }
        }
    }

    private var explained: some HTML {
        ol(.class("kaal")) {
            Each(lines) { line in
                li(.class("uitkomst").id("plan-\(line.project.number)")) {
                    h3 { line.project.title }
                    p { words.explained(line, choice, outcome) }
                }
            }
        }
    }

    private var table: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.table)) {
            HTML::table {
                caption { words.table }
                ColumnHeads(words.number, words.project, words.cost, words.supporters, words.chosen)
                tbody {
                    Each(lines) { line in
                        tr {
                            th(.scope("row")) { String(line.project.number) }
                            td { line.project.title }
                            td(.class("num")) { choice.facts.kind == .budget ? words.money(line.project.cost) : "–" }
                            td(.class("num")) { words.count(line.supporters) }
                            td { words.chosen(line, choice.facts.kind) }
                        }
                    }
                }
            }
        }
    }

    /// How one's own part was spent; only for who chose, in this browser.
    @HTMLBuilder private var spending: some HTML {
        if !own.isEmpty {
            h3 { words.ownPart }
            let paid = outcome.spending(of: own, budget: choice.facts.budget)
            if paid.isEmpty { p { words.ownNothing } }
            ul { Each(paid) { one in li { (choice.project(one.project)?.title ?? "") + ": " + words.money(one.paid) } } }
        }
    }

    private var files: some HTML {
        Group {
            h3 { words.files }
            ul {
                li { a(.href(ChoiceRoute.file(conversation, choice: choice.id, .csv).address.url(in: language))) { "CSV" } }
                if choice.facts.kind == .budget {
                    li { a(.href(ChoiceRoute.file(conversation, choice: choice.id, .ballots).address.url(in: language))) { words.ballots } }
                }
            }
        }
    }
}
