import Core
import HTML
import Web

/// Whom to ask about a thing, for the page of that thing (CON-05). No mail addresses: programs collect them from pages. The form reaches everyone, and the page
/// of contact shows an address to who asks for it (CON-04).
///
/// Holds nothing of who reads, so that a page with it may be kept by caches.
package struct ContactBlock: Component {
    private let points: [ContactPoint]
    private let form: PageAddress
    private let language: Language

    /// - Parameters:
    ///   - points: those whom the thing names
    ///   - form: of the thing, as ``ContactPlace/form``
    package init(points: [ContactPoint], form: PageAddress, language: Language) {
        self.points = points
        self.form = form
        self.language = language
    }

    package var body: some HTML {
        aside(.class("melding").ariaLabelledBy("meer-weten")) {
            h2(.id("meer-weten")) { ContactWords(language).more }
            ContactPointList(points: points, form: form, language: language)
        }
    }
}

/// People to ask with what everyone may see of them, and the way to the form.
struct ContactPointList: Component {
    let points: [ContactPoint]
    let form: PageAddress
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        Group {
            Each(ContactPoint.Kind.allCases) { kind in group(kind, points.filter { $0.details.kind == kind }) }
            p { a(.class("knop licht").href(form.url(in: language))) { words.ask } }
        }
    }

    private func group(_ kind: ContactPoint.Kind, _ points: [ContactPoint]) -> some HTML {
        Group {
            if !points.isEmpty {
                h3 { kind.name[language] }
                ul(.class("kaal contactlijst")) { Each(points) { point in li { line(point) } } }
            }
        }
    }

    private func line(_ point: ContactPoint) -> some HTML {
        let details = point.details
        return Group {
            strong { details.name }
            if let phone = details.publicPhone {
                ", "
                a(.href(Self.phoneLink(phone))) { phone }
            }
            if details.mail != nil {
                ", "
                a(.href(form.with(.init(ContactForm.to, point.id.description)).at("formulier").url(in: language))) { words.write(details.name) }
            }
        }
    }

    static func phoneLink(_ phone: String) -> String { "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
}

/// Everyone who can be asked, also what is not shown of them, and the form to add someone: for who keeps the list.
struct ContactPointEditing: Component {
    let points: [ContactPoint]
    let add: PageAddress
    let remove: (Identifier) -> PageAddress
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ProgrammeWords
    private var words: Words { Words(language) }

    var body: some HTML {
        Group {
            if points.isEmpty { p { words.noContact } }
            ul(.class("kaal")) { Each(points) { contact in li { line(contact) } } }
            h3 { words.addContact }
            PostForm(to: add, in: language, token: token) {
                SelectField("contact-soort", Words.both(\.contactKind), choices: Self.kinds, form: form, language: language)
                TextField("contact-naam", Words.both(\.contactName), form: form, language: language)
                TextField("contact-mail", Words.both(\.mail), kind: .email, isRequired: false, form: form, language: language)
                TextField("contact-telefoon", Words.both(\.phone), kind: .telephone, isRequired: false, form: form, language: language)
                ChoiceField("contact-zichtbaar", Words.both(\.shown), kind: .any, choices: Self.shown, form: form, language: language)
                button(.type("submit").class("knop")) { words.addContact }
            }
        }
    }

    private static let kinds = ContactPoint.Kind.allCases.map { Choice($0.rawValue, $0.name) }
    private static let shown = [Choice("mail", Words.both(\.showMail)), Choice("telefoon", Words.both(\.showPhone))]

    private func line(_ contact: ContactPoint) -> some HTML {
        let details = contact.details
        let mail = details.mail.map { "\($0)" + (details.showsMail ? "" : " (\(words.notShown))") }
        let phone = details.phone.map { $0 + (details.showsPhone ? "" : " (\(words.notShown))") }
        return Group {
            p { ([details.kind.name[language], details.name, mail, phone] as [String?]).compactMap { $0 }.joined(separator: ", ") }
            PostForm(to: remove(contact.id), in: language, token: token) {
                button(.type("submit").class("knop licht")) {
                    words.remove
                    span(.class("vh")) { ": \(details.name)" }
                }
            }
        }
    }
}
