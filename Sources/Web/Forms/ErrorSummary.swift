import Core
import HTML

/// The list at the top of a page with faults: how many, and a link to each field.
///
/// Goes above the `h1`, takes the focus by its id, and says itself to a screen reader.
package struct ErrorSummary: Component {
    let errors: [FieldError]
    let language: Language

    package init(_ errors: [FieldError], language: Language) {
        self.errors = errors
        self.language = language
    }

    package var body: some HTML {
        if !errors.isEmpty {
            div(.class("melding fout").id("fouten").role("alert").ariaLabelledBy("fouten-kop").tabindex(-1)) {
                h2(.id("fouten-kop")) {
                    Icon(.warning)
                    " "
                    heading
                }
                ul { Each(errors) { error in li { a(.href("#" + error.field)) { error.message[language] } } } }
            }
        }
    }

    private var heading: String {
        switch language {
        case .nl: errors.count == 1 ? "Er ging iets mis. Pas één ding aan" : "Er ging iets mis. Pas \(Self.dutch(errors.count)) dingen aan"
        case .en: errors.count == 1 ? "Something went wrong. Change one thing" : "Something went wrong. Change \(errors.count) things"
        }
    }

    private static func dutch(_ count: Int) -> String {
        let words = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
        return words.indices.contains(count) ? words[count] : "\(count)"
    }
}

/// What stands above every field, in this order: label, hint, fault; and what the field itself says about them to a screen reader.
struct FieldFrame: Sendable {
    let name: String
    let prompt: String
    let hint: String?
    let isRequired: Bool
    let faults: [String]
    let language: Language

    init(_ name: String, _ prompt: String, hint: Localized?, isRequired: Bool, form: Form, language: Language) {
        self.name = name
        self.prompt = prompt
        self.hint = hint?[language]
        self.isRequired = isRequired
        self.faults = form.errors.filter { $0.field == name }.map { $0.message[language] }
        self.language = language
    }

    var isFaulty: Bool { !faults.isEmpty }

    /// The ids of hint and fault, in reading order; nil where there are none.
    var describedBy: String? {
        let ids = (hint == nil ? [] : ["\(name)-hint"]) + (isFaulty ? ["\(name)-fout"] : [])
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// `aria-invalid` and `aria-describedby`.
    var state: Attributes {
        var attributes = Attributes.none
        if isFaulty { attributes = attributes.aria("invalid", "true") }
        if let describedBy { attributes = attributes.ariaDescribedBy(describedBy) }
        return attributes
    }

    /// The question, with 'not required' where that is so: required is the rule here.
    @HTMLBuilder var question: some HTML {
        prompt
        if !isRequired { span(.class("vrij")) { language == .nl ? " (niet verplicht)" : " (optional)" } }
    }

    @HTMLBuilder var below: some HTML {
        if let hint { p(.class("hint").id("\(name)-hint")) { hint } }
        if isFaulty {
            p(.class("foutregel").id("\(name)-fout")) {
                Icon(.warning)
                span {
                    span(.class("vh")) { language == .nl ? "Fout: " : "Error: " }
                    faults.joined(separator: ". ")
                }
            }
        }
    }
}
