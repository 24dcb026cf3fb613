import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import Web

/// Handlers of writing the accessibility statement. The page for everyone is among the pages about the site.
struct StatementRoutes: Sendable {
    let slice: Slice

    private typealias Words = StatementFormWords

    var table: [Route] {
        let place = StatementEditPage.address.path
        return [
            Route(.get, place, name: "statement.edit", access: .administrator, summary: Words.both(\.title)) { try await edit($1) },
            Route(.post, place, name: "statement.save", access: .administrator, summary: Words.both(\.save)) { try await save($1) },
        ]
    }

    private func edit(_ context: WebContext) async throws -> Answer {
        let form = Form(items: StatementForm.items(try await slice.statements.current()))
        return page(context, form, isSaved: context.query.has("bewaard"))
    }

    private func page(_ context: WebContext, _ form: Form, isSaved: Bool = false) -> Answer {
        context.formPage(Words(context.language).title, form) { token in
            StatementEditPage(form: form, isSaved: isSaved, token: token, language: context.language)
        }
    }

    private func save(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let statement = StatementForm.statement(&form, at: slice.now())
        // The page is for good; what someone is reached at is not.
        if let mail = statement?.mail, try await slice.persons.find(mail) != nil { form.fail("mail", Words.both(\.mailOfPerson)) }
        guard let statement, form.errors.isEmpty else { return page(context, form) }
        try await slice.statements.save(statement, from: slice.origin(context))
        return .redirect(to: StatementEditPage.address.with(.init("bewaard", "ja")), in: context.language)
    }
}

/// Reads and fills the form.
enum StatementForm {
    private typealias Words = StatementFormWords

    /// Signs in all points together.
    static let most = 8_000
    private static let mostBarriers = 60

    static func items(_ statement: AccessibilityStatement) -> [Form.Item] {
        let pairs: [(String, String?)] = [
            ("status", statement.status.rawValue), ("organisatie", statement.organisation), ("onderzocht", statement.audited?.written),
            ("onderzoeker", statement.auditor), ("rapport", statement.report), ("punten-nl", statement.barriers.map(\.nl).joined(separator: "\n")),
            ("punten-en", statement.barriers.map(\.en).joined(separator: "\n")), ("mail", statement.mail?.description), ("telefoon", statement.phone),
            ("dagen", statement.answerDays.map(String.init)), ("register", statement.register),
        ]
        return pairs.map { Form.Item($0.0, $0.1 ?? "") }
    }

    /// Nil where something is wrong.
    static func statement(_ form: inout Form, at now: Int64) -> AccessibilityStatement? {
        let status = form.choice("status", of: AccessibilityStatement.Status.self, required: Words.both(\.statusEmpty))
        var statement = AccessibilityStatement(status: status ?? .unknown)
        statement.organisation = form.line("organisatie", limit: 200)
        statement.audited = form.value("onderzocht", as: DutchDay.self, otherwise: Words.both(\.dayShape))
        statement.auditor = form.line("onderzoeker", limit: 200)
        statement.report = address("rapport", &form)
        statement.barriers = barriers(&form)
        statement.mail = form.mail("mail", otherwise: Words.both(\.mailShape))
        statement.phone = form.line("telefoon", limit: 40)
        if let phone = statement.phone, !ProgrammeForms.isPhone(phone) { form.fail("telefoon", Words.both(\.phoneShape)) }
        statement.answerDays = form.whole("dagen", 1...60, otherwise: Words.both(\.daysShape))
        statement.register = address("register", &form)
        // What the parts say against each other is only to be told where they could be read.
        if status != nil && form.errors.isEmpty { for fault in statement.faults(at: now) { explain(fault, in: &form) } }
        return form.errors.isEmpty ? statement : nil
    }

    private static func address(_ name: String, _ form: inout Form) -> String? {
        guard let text = form.line(name, limit: 500) else { return nil }
        guard text.hasPrefix("https://"), text.utf8.count > 11, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E })
        else {
            form.fail(name, Words.both(\.addressShape))
            return nil
        }
        return text
    }

    private static func barriers(_ form: inout Form) -> [Localized] {
        func lines(_ name: String) -> [String] {
            (form.paragraphs(name, limit: most) ?? "").split(whereSeparator: \.isNewline).map {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            .filter { !$0.isEmpty }
        }
        let dutch = lines("punten-nl"), english = lines("punten-en")
        guard dutch.count == english.count, dutch.count <= mostBarriers else {
            form.fail(dutch.count > english.count ? "punten-en" : "punten-nl", Words.both(\.barriersBoth))
            return []
        }
        return zip(dutch, english).map { Localized(nl: $0, en: $1) }
    }

    private static func explain(_ fault: AccessibilityStatement.Fault, in form: inout Form) {
        switch fault {
        case .auditMissing: form.fail("onderzocht", Words.both(\.auditMissing))
        case .auditorMissing: form.fail("onderzoeker", Words.both(\.auditorMissing))
        case .auditInFuture: form.fail("onderzocht", Words.both(\.auditInFuture))
        case .barriersLeft: form.fail("punten-nl", Words.both(\.barriersLeft))
        case .barriersMissing: form.fail("punten-nl", Words.both(\.barriersMissing))
        }
    }
}
