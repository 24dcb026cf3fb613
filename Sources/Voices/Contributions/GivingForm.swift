import Core
import Web

/// What every form has in which someone gives something.
enum GivingForm {
    static let spoken = "taal"
    /// What is sent twice from one page comes in once, under the code that the page brings, hidden.
    static let seal = "zegel"
    /// The button that says: send it, though it looks to have personal data.
    static let button = "knop"
    static let anyway = "toch"

    /// - Parameter languages: of the conversation
    static func language(_ form: Form, of languages: [String]) -> String {
        form[spoken].flatMap { languages.contains($0) ? $0 : nil } ?? languages.first ?? "nl"
    }

    static func isSentAnyway(_ form: Form) -> Bool { form[button] == anyway }
}

extension CodeProofs {
    /// The seal of a form: the one that it brought, or a fresh one.
    func seal(_ form: Form, at now: Int64) -> String { form[GivingForm.seal] ?? hidden(.random(), until: now + Self.formLife) }

    /// The code behind the seal of a form.
    func code(_ form: Form, at now: Int64) -> VoiceCode { shown(form[GivingForm.seal], at: now) ?? .random() }
}
