import Core
import Mail
import Web

/// Reads what a visitor asks. Every fault is said at once, and nothing that was typed is lost.
enum ContactForm {
    private typealias Words = ContactWords

    static let seal = "zegel", work = "arbeid", meant = "zeker", to = "aan"

    static func draft(_ form: inout Form, language: Language) -> ContactDraft? {
        let topic = form.choice("soort", of: ContactTopic.self, required: Words.both(\.topicEmpty))
        let subject = oneLine("onderwerp", limit: 150, required: Words.both(\.subjectEmpty), &form)
        let body = form.paragraphs("bericht", limit: 5000, required: Words.both(\.bodyEmpty))
        let name = oneLine("naam", limit: 100, required: Words.both(\.nameEmpty), &form)
        let mail = mail(&form)
        let phone = oneLine("telefoon", limit: 40, required: nil, &form)
        if let phone, !isPhone(phone) { form.fail("telefoon", Words.both(\.phoneShape)) }
        guard let topic, let name, let mail, let subject, let body, form.errors.isEmpty else { return nil }
        return ContactDraft(topic: topic, name: name, mail: mail, phone: phone, subject: subject, body: body, language: language)
    }

    /// No person can type a line end in a field of one line; in a mail it would begin a new field of the head.
    private static func oneLine(_ name: String, limit: Int, required: Localized?, _ form: inout Form) -> String? {
        if let sent = form[name], sent.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" }) {
            form.fail(name, Words.both(\.oneLine))
            return nil
        }
        return form.line(name, limit: limit, required: required)
    }

    private static func mail(_ form: inout Form) -> MailAddress? {
        guard let typed = oneLine("mail", limit: 254, required: Words.both(\.mailEmpty), &form) else { return nil }
        do throws(MailAddress.Fault) { return try MailAddress(typed) } catch {
            form.fail("mail", error == .international ? Words.both(\.mailLetters) : Words.both(\.mailShape))
            return nil
        }
    }

    private static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        return (3...15).contains(digits) && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "+-()./ ".unicodeScalars.contains($0) }
    }
}
