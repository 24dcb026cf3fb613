import Core
import HTML
import Measures
import People
import Web

/// The desk of who leads a conversation: searching for groups, all searches, and names.
struct GroupDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let outcome: GroupOutcome
    let state: GroupWork.State
    let isDone: Bool
    let faulty: (route: GroupRoute, form: Form)?
    let token: FormToken
    let language: Language

    private typealias Words = GroupDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(faulty?.form.errors ?? [], language: language)
        ) {
            progress
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            making
            if let newest = outcome.newest {
                section(.class("sectie")) {
                    h2 { words.settings }
                    p { words.settings(newest.run) }
                    GroupRuns(outcome: outcome, language: language)
                }
                if newest.run.isShown { naming(newest.run) }
            }
            p { a(.href(VoteRoute.results(id).address.url(in: language))) { words.toResults } }
        }
    }

    @HTMLBuilder private var progress: some HTML {
        switch state {
        case .none: Group {}
        case .running(let part):
            div(.class("melding").role("status")) {
                p { words.running(part) }
                p { a(.href(GroupRoute.desk(id).address.with(.init("gelukt", "bewaard")).url(in: language))) { words.again } }
            }
        case .refused(let fault): Notice(.caution) { p { words.fault(fault) + "." } }
        case .failed: Notice(.caution) { p { words.failed } }
        }
    }

    private func form(of route: GroupRoute) -> Form { faulty?.route == route ? faulty?.form ?? Form(items: []) : Form(items: []) }

    private var making: some HTML {
        let sent = form(of: .desk(id)), plain = Form(items: [.init(GroupForm.floor, String(OpinionTestPlan().floor))])
        let form = faulty?.route == .desk(id) ? sent : plain
        return section(.class("sectie")) {
            h2 { words.makeHead }
            p { words.makeLead }
            PostForm(to: GroupRoute.desk(id).address, in: language, token: token) {
                TextField(GroupForm.floor, Words.both(\.floor), kind: .whole, hint: Words.both(\.floorHint), form: form, language: language)
                if outcome.newest != nil {
                    TextField(
                        GroupForm.reason, Words.both(\.reason), kind: .paragraph(limit: 300), hint: Words.both(\.reasonHint), isRequired: false, form: form,
                        language: language)
                }
                button(.type("submit").class("knop")) { words.make }
            }
        }
    }

    private func naming(_ run: GroupRun) -> some HTML {
        let known = Form(items: run.groups.map { .init(GroupForm.name($0.letter), outcome.names[$0.letter] ?? "") })
        let form = faulty?.route == .names(id) ? form(of: .names(id)) : known
        return section(.class("sectie")) {
            h2 { words.names }
            p { words.namesLead }
            PostForm(to: GroupRoute.names(id).address, in: language, token: token) {
                Each(run.groups) { group in
                    TextField(
                        GroupForm.name(group.letter), GroupWords.both { $0.group(group.letter) }, isRequired: false, form: form, language: language)
                }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }
}
