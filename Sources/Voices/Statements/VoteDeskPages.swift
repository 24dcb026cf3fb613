import Core
import HTML
import Measures
import People
import Web

/// The desk of who leads a conversation: statements, how often people voted, and people from one place.
struct VoteDeskPage: Component {
    let desk: VoteDesk
    let token: FormToken
    let language: Language

    private typealias Words = VoteDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { desk.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(desk.conversation, areaName: desk.areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(desk.form.errors, language: language)
        ) {
            if desk.isDone { div(.class("melding").role("status")) { p { words.kept } } }
            VoteWarnings(warnings: desk.warnings, statements: desk.statements, language: language)
            section(.class("sectie")) {
                h2 { words.list }
                p { words.listLead }
                if desk.statements.isEmpty { p { words.none } } else { list }
                p { a(.href(VoteRoute.results(id).address.url(in: language))) { words.toResults } }
            }
            if desk.isOver { p { words.isOver } } else { seeding }
            VoteCrowds(desk: desk, token: token, language: language)
        }
    }

    private var list: some HTML {
        PostForm(to: VoteRoute.forEveryone(id).address, in: language, token: token) {
            p(.id(VoteForm.chosen)) { words.forEveryoneHint }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.list)) {
                table {
                    caption { words.list }
                    ColumnHeads(words.number, words.text, words.from, words.votes, words.ways, words.forEveryone)
                    tbody { Each(desk.statements) { statement in row(statement) } }
                }
            }
            button(.type("submit").class("knop")) { words.save }
        }
    }

    private func row(_ statement: Statement) -> some HTML {
        let ways = desk.ways[statement.number] ?? [:], box = "gekozen-\(statement.number)"
        let names = Contribution.Channel.allCases.compactMap { way in ways[way].map { "\(ModerationWords(language).name(way)): \($0)" } }
        return tr {
            th(.scope("row")) { String(statement.number) }
            td(.lang(statement.language).dir("auto")) { statement.words }
            td { statement.isSeed ? words.team : words.resident }
            td { String(statement.tally.votes) }
            td { names.joined(separator: ", ") }
            td {
                div(.class("keuze")) {
                    input(.type("checkbox").id(box).name(VoteForm.chosen).value(String(statement.number)).checked(statement.isForEveryone))
                    label(.for(box)) { VoteWords(language).number(statement.number) }
                }
            }
        }
    }

    private var seeding: some HTML {
        let form = desk.form(of: .seed(id))
        return section(.class("sectie")) {
            h2 { words.seeds }
            PostForm(to: VoteRoute.seed(id).address, in: language, token: token) {
                TextField(
                    VoteForm.seeds, Words.both(\.title), kind: .paragraph(limit: 15_000), hint: Words.both(\.seedsHint), form: form, language: language)
                SelectField(
                    GivingForm.spoken, Words.both(\.language2),
                    choices: desk.conversation.facts.languages.map { Choice($0, Localized(ConversationLanguages.name($0))) }, form: form, language: language)
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }
}

/// What who leads a conversation must look at in how statements are shown.
struct VoteWarnings: Component {
    let warnings: [PriorityWarning]
    let statements: [Statement]
    let language: Language

    private var words: VoteDeskWords { VoteDeskWords(language) }

    var body: some HTML {
        if !warnings.isEmpty {
            Notice(.caution) {
                h2 { words.warnings }
                ul { Each(warnings) { warning in li { sentence(warning) } } }
            }
        }
    }

    private func sentence(_ warning: PriorityWarning) -> String {
        switch warning {
        case .uneven(let most, let least): words.uneven(statements[most].number, statements[least].number)
        case .allEqual: words.allEqual
        }
    }
}

/// People who came from one place, with a button to count them or keep them apart.
struct VoteCrowds: Component {
    let desk: VoteDesk
    let token: FormToken
    let language: Language

    private typealias Words = VoteDeskWords
    private var words: Words { Words(language) }
    private var route: VoteRoute { .crowd(desk.conversation.id) }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { words.crowds }
            if desk.crowds.isEmpty {
                p { words.crowdsNone }
            } else {
                p { words.crowdsLead }
                Each(desk.crowds.enumerated()) { index, crowd in one(crowd, isFirst: index == 0) }
            }
        }
    }

    private func one(_ crowd: VoterCrowd, isFirst: Bool) -> some HTML {
        let faulty = desk.form(of: route), isFaulty = faulty[VoteForm.crowd] == String(crowd.number)
        // The error summary leads to the field by its name: only one on the page may have it as id.
        let name = isFaulty || (isFirst && faulty.errors.isEmpty) ? VoteForm.reason : "\(VoteForm.reason)-\(crowd.number)"
        return PostForm(to: route.address, in: language, token: token) {
            h3 { words.crowd(crowd.people, isApart: crowd.isApart) }
            input(.type("hidden").name(VoteForm.crowd).value(String(crowd.number)))
            div(.class("veld", "is-fout", when: isFaulty)) {
                label(.for(name)) { words.reason }
                select(.id(name).name(VoteForm.reason)) {
                    option(.value("")) { words.reasonEmpty }
                    Each(CrowdReason.allCases) { reason in option(.value(reason.rawValue)) { words.name(reason) } }
                }
            }
            button(.type("submit").class("knop licht").name(VoteForm.standing).value(crowd.isApart ? "telt" : "apart")) {
                crowd.isApart ? words.countThem : words.keepApart
            }
        }
    }
}
