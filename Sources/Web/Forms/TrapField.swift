import Core
import HTML

/// A field that programs fill in and people do not meet: not shown, not reached by keyboard, not read out, not filled in by browsers.
///
/// A text browser that shows it says what to do.
package struct TrapField: Component {
    package static let name = "homepage"
    package static let words = Localized(nl: "Laat dit vak leeg", en: "Leave this box empty")

    private let value: String
    private let language: Language

    /// - Parameter form: what came back, so that who sees the field can empty it; nil for a form that is shown for the first time
    package init(_ form: Form? = nil, language: Language) {
        value = form?[Self.name] ?? ""
        self.language = language
    }

    /// Whether something was filled in.
    package static func isSprung(_ form: Form) -> Bool { !(form[name] ?? "").isEmpty }

    package var body: some HTML {
        div(.class("weg").ariaHidden().inert()) {
            label(.for(Self.name)) { Self.words[language] }
            input(.type("text").name(Self.name).id(Self.name).value(value).tabindex(-1).autocomplete("off"))
        }
    }
}
