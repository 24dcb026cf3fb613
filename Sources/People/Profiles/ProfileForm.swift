import Core
import HTML
import Mail
import Web

/// The form of one's own profile.
struct ProfileEditPage: Component {
    let person: Person
    /// Those in use, and those that are chosen.
    let terms: [Term]
    let photo: Attachment?
    let kept: KeptFile?
    let hasOrganisation: Bool
    let canKeepFiles: Bool
    let isSaved: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ProfileWords
    private var words: ProfileWords { ProfileWords(language) }

    var body: some HTML {
        TextColumn(words.edit, lead: words.editLead, faults: ErrorSummary(form.errors, language: language)) {
            if isSaved {
                Notice {
                    p {
                        Icon(.check)
                        " " + words.saved + " "
                        a(.href(ProfileRoute.profile(person.id).address.url(in: language))) { words.look }
                    }
                }
            }
            PostForm(to: ProfileRoute.edit.address, in: language, token: token, takesFiles: true) {
                about
                if canKeepFiles { picture }
                reach
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(AttachmentRoute.own.address.url(in: language))) { AttachmentWords(language).own } }
        }
    }

    private var about: some HTML {
        section(.class("sectie").id("over-jou")) {
            h2 { words.about }
            TextField(
                "werk", Words.both(\.work), kind: .paragraph(limit: 2000), hint: Words.both(\.workHint), isRequired: false, form: form, language: language)
            details(form.has("label") ? .class("keuzelijst").custom("open", "") : .class("keuzelijst")) {
                summary { words.terms }
                ChoiceField("label", Words.both(\.terms), kind: .any, choices: choices, isRequired: false, form: form, language: language)
            }
            TextField("kennis", Words.both(\.expertise), hint: Words.both(\.expertiseHint), isRequired: false, form: form, language: language)
            TextField("regio", Words.both(\.region), hint: Words.both(\.regionHint), isRequired: false, form: form, language: language)
            TextField("talen", Words.both(\.languages), isRequired: false, form: form, language: language)
            if hasOrganisation {
                ChoiceField(
                    "organisatie", Words.both(\.organisation), kind: .any, choices: [Choice("ja", Words.both(\.organisationShown))], isRequired: false,
                    form: form, language: language)
            } else {
                p(.class("hint")) { words.noOrganisation }
            }
        }
    }

    /// A subject behind the theme it is below.
    private var choices: [Choice] {
        let names = Dictionary(terms.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        let titled = terms.map { term in
            let above = term.parent.flatMap { names[$0] }
            return Choice(term.key, above.map { Localized(nl: "\($0.nl): \(term.name.nl)", en: "\($0.en): \(term.name.en)") } ?? term.name)
        }
        return titled.sorted { ($0.title[language].lowercased(), $0.value) < ($1.title[language].lowercased(), $1.value) }
    }

    private var picture: some HTML {
        section(.class("sectie").id("foto-vak")) {
            h2 { words.photo }
            if let photo {
                figure(.class("fotonu")) {
                    PictureImage(photo, sizes: "9rem", isNamed: true)
                    figcaption { words.photoNow }
                }
                ChoiceField(
                    "foto-weg", Words.both(\.photoNow), kind: .any, choices: [Choice("ja", Words.both(\.photoRemove))], isRequired: false, form: form,
                    language: language)
            }
            FileField(
                "foto", Words.both(\.photo), accept: FileSelection.pictures.endings, hint: Words.both { $0.photoHint(UploadLimits().file) },
                isRequired: false, kept: kept, form: form, language: language)
            TextField("alt", Words.both(\.alt), hint: Words.both(\.altHint), isRequired: false, form: form, language: language)
        }
    }

    private var reach: some HTML {
        section(.class("sectie").id("wie")) {
            h2 { words.whoTitle }
            who("zien", Words.both(\.who), hint: Words.both(\.whoHint))
            who("mail-zien", Words.both { $0.mailWho(person.mail.description) }, hint: nil)
            TextField("telefoon", Words.both(\.telephone), kind: .telephone, isRequired: false, autocomplete: "tel", form: form, language: language)
            who("telefoon-zien", Words.both(\.telephoneWho), hint: nil)
        }
    }

    private func who(_ name: String, _ title: Localized, hint: Localized?) -> some HTML {
        ChoiceField(name, title, kind: .one, choices: Self.visibilities, hint: hint, form: form, language: language)
    }

    private static let visibilities = ProfileVisibility.allCases.map { one in Choice(one.rawValue, Words.both { $0.visibility(one) }) }
}

extension Profile {
    /// The fields of the form, filled with what is kept.
    func form(terms: [Term], alt: String) -> Form {
        let fields = [
            ("werk", work), ("kennis", expertise), ("regio", region), ("talen", languages), ("telefoon", telephone), ("alt", alt),
            ("zien", visibility.rawValue), ("mail-zien", mailVisibility.rawValue), ("telefoon-zien", telephoneVisibility.rawValue),
        ]
        let chosen = terms.map { ("label", $0.key) } + (showsOrganisation ? [("organisatie", "ja")] : [])
        return Form(items: (fields + chosen).map { Form.Item($0.0, $0.1) })
    }

    /// Nil where a field cannot be read; the form says why.
    init?(_ form: inout Form) {
        self.init()
        let choose = ProfileWords.both(\.choose)
        work = form.paragraphs("werk", limit: 2000) ?? ""
        expertise = form.line("kennis", limit: 500) ?? ""
        region = form.line("regio", limit: 200) ?? ""
        languages = form.line("talen", limit: 200) ?? ""
        telephone = form.line("telefoon", limit: 40) ?? ""
        if !telephone.isEmpty, !Self.isTelephone(telephone) {
            form.fail("telefoon", ProfileWords.both(\.telephoneWrong))
        }
        showsOrganisation = form.has("organisatie", "ja")
        visibility = form.choice("zien", required: choose) ?? .nobody
        mailVisibility = form.choice("mail-zien", required: choose) ?? .nobody
        telephoneVisibility = form.choice("telefoon-zien", required: choose) ?? .nobody
        if !form.errors.isEmpty { return nil }
    }

    private static func isTelephone(_ text: String) -> Bool {
        text.allSatisfy { $0.isASCII && ($0.isNumber || " +-()".contains($0)) } && (7...15).contains(text.count { $0.isNumber })
    }
}
