import Core
import HTML

/// A form that changes something: it posts to its address and carries the token.
package struct PostForm<Content: HTML>: Component {
    let target: String
    let token: FormToken
    let takesFiles: Bool
    let content: Content

    /// - Parameter takesFiles: for a form with a ``FileField``; its route must have uploads
    package init(to address: PageAddress, in language: Language, token: FormToken, takesFiles: Bool = false, @HTMLBuilder content: () -> Content) {
        self.target = address.url(in: language)
        self.token = token
        self.takesFiles = takesFiles
        self.content = content()
    }

    package var body: some HTML {
        // `novalidate`: the server says what is wrong, in the visitor's language and in words that help.
        form(takesFiles ? plain.enctype("multipart/form-data") : plain) {
            // First: a file behind it is not even read where the token is wrong.
            input(.type("hidden").name(ForgeryTokens.fieldName).value(token.field))
            content
        }
    }

    private var plain: Attributes { .action(target).method("post").novalidate() }
}

/// One line, or several, of text.
package struct TextField: Component {
    package enum Kind: Sendable, Hashable {
        case line, email, telephone, whole, search
        /// Never shows what was typed before. With script a button makes the signs visible (`password.js`); pasting is always allowed (ASVS 6.2.6, 6.2.7).
        case password
        /// Several lines, with the most characters.
        case paragraph(limit: Int)
    }

    let frame: FieldFrame
    let kind: Kind
    let words: String
    let autocomplete: String?

    /// - Parameters:
    ///   - name: of the field; also its id, so that the error summary can link to it
    ///   - form: what the person sent before: the field shows those words again
    ///   - autocomplete: the purpose by WCAG 1.3.5, such as `given-name`
    package init(
        _ name: String, _ label: Localized, kind: Kind = .line, hint: Localized? = nil, isRequired: Bool = true, autocomplete: String? = nil, form: Form,
        language: Language
    ) {
        self.frame = FieldFrame(name, label[language], hint: hint, isRequired: isRequired, form: form, language: language)
        self.kind = kind
        self.words = kind == .password ? "" : form[name] ?? ""
        self.autocomplete = autocomplete
    }

    package var body: some HTML {
        div(.class("veld", "is-fout", when: frame.isFaulty)) {
            label(.for(frame.name)) { frame.question }
            frame.below
            if case .paragraph(let limit) = kind {
                textarea(shared.rows(6).maxLength(limit)) { words }
            } else {
                input(oneLine)
            }
        }
    }

    private var shared: Attributes {
        let attributes = Attributes.id(frame.name).name(frame.name).adding(frame.state)
        return autocomplete.map { attributes.autocomplete($0) } ?? attributes
    }

    private var oneLine: Attributes {
        let attributes = shared.value(words)
        return switch kind {
        case .email: attributes.type("email").spellcheck("false")
        case .telephone: attributes.type("tel")
        // A number box lets a wheel change the number unseen; a text box with digits does not.
        case .whole: attributes.type("text").inputmode("numeric").class("kort")
        case .search: attributes.type("search")
        case .password:
            shared.type("password").spellcheck("false").data("toon", frame.language == .nl ? "Toon wachtwoord" : "Show password")
                .data("verberg", frame.language == .nl ? "Verberg wachtwoord" : "Hide password")
        case .line, .paragraph: attributes.type("text")
        }
    }
}

/// One answer of a list.
package struct Choice: Sendable, Hashable {
    package let value: String
    package let title: Localized
    package let hint: Localized?

    package init(_ value: String, _ title: Localized, hint: Localized? = nil) {
        self.value = value
        self.title = title
        self.hint = hint
    }
}

/// One of many, as a drop-down list.
package struct SelectField: Component {
    let frame: FieldFrame
    let choices: [Choice]
    let chosen: String?

    package init(_ name: String, _ label: Localized, choices: [Choice], hint: Localized? = nil, isRequired: Bool = true, form: Form, language: Language) {
        self.frame = FieldFrame(name, label[language], hint: hint, isRequired: isRequired, form: form, language: language)
        self.choices = choices
        self.chosen = form[name]
    }

    package var body: some HTML {
        div(.class("veld", "is-fout", when: frame.isFaulty)) {
            label(.for(frame.name)) { frame.question }
            frame.below
            select(Attributes.id(frame.name).name(frame.name).adding(frame.state)) {
                Each(choices) { choice in option(.value(choice.value).selected(choice.value == chosen)) { choice.title[frame.language] } }
            }
        }
    }
}

/// One of a few (radio buttons), or any of a few (boxes to tick), all in sight.
package struct ChoiceField: Component {
    package enum Kind: String, Sendable, Hashable {
        case one = "radio"
        case any = "checkbox"
    }

    let frame: FieldFrame
    let kind: Kind
    let choices: [Choice]
    let chosen: Set<String>

    package init(
        _ name: String, _ label: Localized, kind: Kind, choices: [Choice], hint: Localized? = nil, isRequired: Bool = true, form: Form, language: Language
    ) {
        self.frame = FieldFrame(name, label[language], hint: hint, isRequired: isRequired, form: form, language: language)
        self.kind = kind
        self.choices = choices
        self.chosen = Set(form.all(name))
    }

    package var body: some HTML {
        fieldset(group) {
            legend { frame.question }
            frame.below
            Each(choices.enumerated()) { index, choice in
                div(.class("keuze")) {
                    input(box(index, choice))
                    label(.for(id(index))) { choice.title[frame.language] }
                    if let hint = choice.hint { p(.class("hint").id(id(index) + "-hint")) { hint[frame.language] } }
                }
            }
        }
    }

    /// The first box has the name of the field as id: there the error summary leads to.
    private func id(_ index: Int) -> String {
        index == 0 ? frame.name : "\(frame.name)-\(index + 1)"
    }

    private var group: Attributes {
        let attributes = Attributes.class("veld", "is-fout", when: frame.isFaulty)
        return frame.describedBy.map { attributes.ariaDescribedBy($0) } ?? attributes
    }

    private func box(_ index: Int, _ choice: Choice) -> Attributes {
        var attributes = Attributes.type(kind.rawValue).id(id(index)).name(frame.name).value(choice.value).checked(chosen.contains(choice.value))
        // On radio buttons the standard does not know `aria-invalid`; the group's description says it.
        if frame.isFaulty && kind == .any { attributes = attributes.aria("invalid", "true") }
        if choice.hint != nil { attributes = attributes.ariaDescribedBy(id(index) + "-hint") }
        return attributes
    }
}
