import Core
import HTML
import Web

/// What someone was told, and how often they want mail about it.
struct NoticesPage: Component {
    let entries: [NoticeStore.Entry]
    let kinds: [NoticeKind]
    let paces: [String: NoticePace]
    let isSaved: Bool
    let token: FormToken
    let language: Language

    private typealias Words = NoticeWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            if isSaved { div(.class("melding").role("status")) { p { words.saved } } }
            list
            section(.class("sectie").id("keuzes")) {
                h2 { words.choices }
                p { words.choicesLead }
                PostForm(to: NoticeRoute.choices.address, in: language, token: token) {
                    Each(kinds.filter { !$0.isSecurity }) { kind in
                        SelectField(kind.key, kind.name, choices: Self.choices, form: form, language: language)
                    }
                    button(.type("submit").class("knop")) { words.save }
                }
                h3(.class("keuzes-vast")) { words.always }
                p { words.alwaysLead }
                ul { Each(kinds.filter(\.isSecurity)) { kind in li { kind.name[language] } } }
            }
        }
    }

    private static let choices = NoticePace.allCases.map { Choice($0.rawValue, $0.name) }

    private var form: Form { Form(items: paces.map { .init($0.key, $0.value.rawValue) }) }

    @HTMLBuilder private var list: some HTML {
        if entries.isEmpty {
            p { words.none }
        } else {
            if unread > 0 {
                p { strong { words.newCount(unread) } }
                PostForm(to: NoticeRoute.read.address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.markAll }
                }
            }
            ul(.class("kaal berichten")) { Each(entries) { entry in li(.class("bericht", "is-nieuw", when: entry.readAt == nil)) { item(entry) } } }
        }
    }

    private var unread: Int { entries.count { $0.readAt == nil } }

    private func item(_ entry: NoticeStore.Entry) -> some HTML {
        let title = entry.text.title[language]
        return Group {
            h2(.class("bericht-kop")) {
                if let address = entry.text.address { a(.href(address.url(in: language))) { title } } else { title }
                if entry.readAt == nil {
                    " "
                    span(.class("tag info")) { words.new }
                }
            }
            if !entry.text.detail[language].isEmpty { p { entry.text.detail[language] } }
            p(.class("subtiel")) { AccountWords(language).time(entry.madeAt) }
            if entry.readAt == nil {
                PostForm(to: NoticeRoute.read.address, in: language, token: token) {
                    input(.type("hidden").name("bericht").value(entry.id.description))
                    button(.type("submit").class("tekstknop")) {
                        words.markRead
                        span(.class("vh")) { words.markReadOf(title) }
                    }
                }
            }
        }
    }
}

/// Asks who came by the link in a mail whether that mail is to stop: programs that look at links press no buttons.
struct NoticeStopPage: Component {
    /// What ends, in words.
    let name: String
    let isDone: Bool
    let token: String
    let language: Language

    private var words: NoticeWords { NoticeWords(language) }

    var body: some HTML {
        TextColumn(words.stopTitle, lead: isDone ? words.stopped(name) : words.stopQuestion(name)) {
            if !isDone {
                form(.action(NoticeRoute.stop(token: token).address.url(in: language)).method("post")) {
                    input(.type("hidden").name("List-Unsubscribe").value("One-Click"))
                    button(.type("submit").class("knop")) { words.stopButton }
                }
            }
            p { a(.href(NoticeRoute.list.address.at("keuzes").url(in: language))) { words.choose } }
        }
    }
}
