import Core
import HTML
import Mail
import Web

/// The statement for everyone: the parts and their order are those of the model of Decision (EU) 2018/1523.
package struct StatementPage: Component {
    /// A part of the text that comes along with the program: how it is made to be accessible.
    package struct Part: Sendable {
        let heading: String
        let paragraphs: [String]

        package init(_ heading: String, _ paragraphs: [String]) {
            self.heading = heading
            self.paragraphs = paragraphs
        }
    }

    let statement: AccessibilityStatement
    let title: String
    let parts: [Part]
    let now: Int64
    let language: Language

    /// Where a complaint goes after the organisation itself.
    private static let ombudsman = "https://www.nationaleombudsman.nl/"

    private var words: StatementWords { StatementWords(language) }
    private var days: AccountWords { AccountWords(language) }

    /// - Parameters:
    ///   - parts: after the statement itself
    ///   - now: milliseconds since 1970
    package init(_ statement: AccessibilityStatement, title: String, parts: [Part], now: Int64, language: Language) {
        self.statement = statement
        self.title = title
        self.parts = parts
        self.now = now
        self.language = language
    }

    package var body: some HTML {
        TextColumn(title, lead: words.lead(statement.organisation)) {
            status
            barriers
            tell
            complaint
            Each(parts) { part in
                section {
                    h2 { part.heading }
                    Each(part.paragraphs) { paragraph in p { paragraph } }
                }
            }
        }
    }

    private var status: some HTML {
        section {
            h2 { words.statusTitle }
            Notice(statement.status == .full ? .info : .caution) {
                p { strong { words.statusLetter(statement.status) + ": " + words.status(statement.status) } }
                p { words.meaning(statement.status) }
                if statement.isOutdated(at: now) { p { words.outdated } }
            }
            dl(.class("over")) {
                fact(words.norm) { words.normName }
                if let audited = statement.audited { fact(words.audited) { days.date(audited.start) } }
                if let auditor = statement.auditor { fact(words.auditor) { auditor } }
                if let report = statement.report { fact(words.report) { a(.href(report).rel("external")) { words.readReport } } }
                if let register = statement.register { fact(words.register) { a(.href(register).rel("external")) { words.readRegister } } }
                if let changed = statement.changedAt { fact(words.changed) { days.date(changed) } }
            }
        }
    }

    private func fact(_ name: String, @HTMLBuilder value: () -> some HTML) -> some HTML {
        let value = AnyHTML(value())
        return div {
            dt { name }
            dd { value }
        }
    }

    private var barriers: some HTML {
        section {
            h2 { words.barriersTitle }
            if statement.barriers.isEmpty {
                p { statement.status == .full ? words.noBarriers : words.unknownBarriers }
            } else {
                ul { Each(statement.barriers) { barrier in li { barrier[language] } } }
            }
        }
    }

    private var tell: some HTML {
        section(.id("melden")) {
            h2 { words.tellTitle }
            p { words.tell }
            if statement.mail == nil && statement.phone == nil {
                p { words.nowhere }
            } else {
                dl(.class("over")) {
                    if let mail = statement.mail { fact(words.mail) { a(.href("mailto:\(mail)")) { mail.description } } }
                    if let phone = statement.phone {
                        fact(words.phone) { a(.href("tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") })) { phone } }
                    }
                }
            }
            if let count = statement.answerDays { p { words.answer(count) } }
        }
    }

    private var complaint: some HTML {
        section {
            h2 { words.complaintTitle }
            p { words.complaint }
            p { a(.href(Self.ombudsman).rel("external")) { words.ombudsman } }
        }
    }
}

/// The form for administrators.
struct StatementEditPage: Component {
    let form: Form
    let isSaved: Bool
    let token: FormToken
    let language: Language

    static let address = PageAddress("beheer", "toegankelijkheid")
    static let published = PageAddress("toegankelijkheid")

    private typealias Words = StatementFormWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(
            words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language), menu: .administration(Self.address, language)
        ) {
            if isSaved { div(.class("melding").role("status")) { p { words.saved } } }
            p { a(.href(Self.published.url(in: language))) { words.see } }
            PostForm(to: Self.address, in: language, token: token) {
                ChoiceField("status", Words.both(\.status), kind: .one, choices: Self.statuses, form: form, language: language)
                line("organisatie", Words.both(\.organisation))
                line("onderzocht", Words.both(\.audited), hint: Words.both(\.auditedHint))
                line("onderzoeker", Words.both(\.auditor))
                line("rapport", Words.both(\.report), hint: Words.both(\.addressHint))
                Group {
                    paragraph("punten-nl", Words.both(\.barriersNl), hint: Words.both(\.barriersHint))
                    paragraph("punten-en", Words.both(\.barriersEn))
                    line("mail", Words.both(\.mail), kind: .email, hint: Words.both(\.mailHint))
                    line("telefoon", Words.both(\.phone), kind: .telephone)
                    line("dagen", Words.both(\.days), kind: .whole)
                    line("register", Words.both(\.register), hint: Words.both(\.addressHint))
                }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private func line(_ name: String, _ label: Localized, kind: TextField.Kind = .line, hint: Localized? = nil) -> TextField {
        TextField(name, label, kind: kind, hint: hint, isRequired: false, form: form, language: language)
    }

    private func paragraph(_ name: String, _ label: Localized, hint: Localized? = nil) -> TextField {
        line(name, label, kind: .paragraph(limit: StatementForm.most), hint: hint)
    }

    private static let statuses = AccessibilityStatement.Status.allCases.map { status in
        Choice(
            status.rawValue, StatementWords.both { "\(status.rawValue): " + $0.status(status) }, hint: StatementWords.both { $0.meaning(status) })
    }
}
