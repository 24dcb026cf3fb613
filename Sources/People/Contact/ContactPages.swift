import Core
import HTML
import Mail
import Web

/// What the form has to say besides its faults.
enum ContactQuestion: Sendable, Hashable {
    case none
    /// Press once more.
    case again
    case tooMany
    case doubtful([ContactSign])
    case advertising([ContactSign])
}

/// What stands on the page of contact, apart from who can be asked.
struct ContactPageState {
    var form: Form
    var question = ContactQuestion.none
    /// The signed moment of showing.
    let seal: String
    /// Whose mail address is shown.
    var shown: Identifier?
}

/// Whom to ask, where they are, and the form (CON-01 to CON-06).
struct ContactPage: Component {
    let place: ContactPlace
    let state: ContactPageState
    /// Whether addresses of the network asked for too many mail addresses.
    var isShownTooMuch = false
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.title, lead: place.name.map(words.placeLead) ?? words.siteLead) { if let name = place.name { trail(name) } }
            div(.class("wrap inhoud")) {
                ErrorSummary(state.form.errors, language: language)
                ContactAlert(question: state.question, language: language)
                div(.class("contact")) {
                    section(.class("contact-mensen").id("mensen")) {
                        h2 { words.people }
                        people
                        addresses
                    }
                    section(.class("contact-formulier").id("formulier")) {
                        h2 { words.formTitle }
                        ContactFormFields(place: place, state: state, language: language)
                    }
                }
            }
        }
    }

    private func trail(_ name: String) -> some HTML {
        PlaceTrail([PlaceTrail.Step(name, address: place.page), PlaceTrail.Step(words.title)], label: ContactWords.both(\.place), language: language)
    }

    @HTMLBuilder private var people: some HTML {
        if place.points.isEmpty && place.desk.isEmpty { p { words.nobody } }
        Each(ContactTopic.allCases) { topic in group(topic.kind.name[language], place.points.filter { $0.details.kind == topic.kind }) }
        group(words.general, place.desk)
        if isShownTooMuch { Notice(.caution) { p { words.tooMany } } }
    }

    private func group(_ heading: String, _ points: [ContactPoint]) -> some HTML {
        Group {
            if !points.isEmpty {
                h3 { heading }
                ul(.class("kaal contactlijst")) { Each(points) { point in li { card(point) } } }
            }
        }
    }

    private func card(_ point: ContactPoint) -> some HTML {
        let details = point.details
        return Group {
            p { strong { details.name } }
            if let phone = details.publicPhone { p { a(.href(ContactPointList.phoneLink(phone))) { phone } } }
            if let mail = details.publicMail {
                if state.shown == point.id {
                    p(.id("adres").tabindex(-1)) { a(.href("mailto:\(mail)")) { mail.description } }
                } else {
                    form(.action(ContactRoute.address.address.at("adres").url(in: language)).method("post")) {
                        input(.type("hidden").name(ContactForm.seal).value(state.seal))
                        input(.type("hidden").name("soort").value(place.thing.kind))
                        input(.type("hidden").name("ding").value(place.thing.id))
                        input(.type("hidden").name("wie").value(point.id.description))
                        button(.type("submit").class("tekstknop")) {
                            words.showAddress
                            span(.class("vh")) { words.ofWhom(details.name) }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var addresses: some HTML {
        if !place.visitingAddress.isEmpty {
            h3 { words.visiting }
            div(.class("adres")) { Paragraphs(place.visitingAddress) }
        }
        if !place.postalAddress.isEmpty {
            h3 { words.postal }
            div(.class("adres")) { Paragraphs(place.postalAddress) }
        }
    }
}

/// What must be known before the form is sent again. Says itself to a screen reader.
private struct ContactAlert: Component {
    let question: ContactQuestion
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        switch question {
        case .none: Empty()
        case .again: alert { p { words.again } }
        case .tooMany: alert { p { words.tooMany } }
        case .doubtful(let signs):
            alert {
                h2 { words.doubtTitle }
                p { words.doubtLead }
                list(signs)
                p { a(.href("#" + ContactForm.meant)) { words.meant } }
            }
        case .advertising(let signs):
            alert {
                p { words.refusedLead }
                list(signs)
                p { words.refusedWay }
            }
        }
    }

    private func list(_ signs: [ContactSign]) -> some HTML { ul { Each(signs) { sign in li { words.sign(sign) } } } }

    private func alert(@HTMLBuilder _ content: () -> some HTML) -> some HTML {
        div(.class("melding let-op").id("melding").role("alert").tabindex(-1)) { content() }
    }
}

/// The form itself. Complete without script; the little work of a script is only an extra.
private struct ContactFormFields: Component {
    let place: ContactPlace
    let state: ContactPageState
    let language: Language

    private typealias Words = ContactWords
    private var words: Words { Words(language) }
    private var form: Form { state.form }

    var body: some HTML {
        HTML::form(.action(place.form.url(in: language)).method("post").novalidate().id("vraag")) {
            input(.type("hidden").name(ContactForm.seal).value(state.seal))
            input(.type("hidden").name(ContactForm.work).value(""))
            ChoiceField("soort", Words.both(\.topicQuestion), kind: .one, choices: Self.topics, form: form, language: language)
            if reachable.count > 1 { SelectField(ContactForm.to, Words.both(\.to), choices: people, isRequired: false, form: form, language: language) }
            TextField("onderwerp", Words.both(\.subject), form: form, language: language)
            TextField("bericht", Words.both(\.body), kind: .paragraph(limit: 5000), hint: Words.both(\.bodyHint), form: form, language: language)
            TextField("naam", Words.both(\.name), autocomplete: "name", form: form, language: language)
            TextField("mail", Words.both(\.yourMail), kind: .email, hint: Words.both(\.mailHint), autocomplete: "email", form: form, language: language)
            TextField(
                "telefoon", Words.both(\.yourPhone), kind: .telephone, hint: Words.both(\.phoneHint), isRequired: false, autocomplete: "tel", form: form,
                language: language)
            TrapField(form, language: language)
            if isDoubtful {
                ChoiceField(
                    ContactForm.meant, Words.both(\.meant), kind: .any, choices: [Choice("ja", Words.both(\.meantYes))], form: form, language: language)
            }
            p(.class("hint")) {
                words.privacy
                " "
                a(.href(PeopleRoute.register.address.at(ProcessingActivity.questions.rawValue).url(in: language))) { words.privacyLink }
            }
            button(.type("submit").class("knop").id("verstuur")) { words.send }
        }
    }

    private var isDoubtful: Bool { if case .doubtful = state.question { true } else { false } }

    private var reachable: [ContactPoint] { (place.points + place.desk).filter { $0.details.mail != nil } }

    private var people: [Choice] {
        [Choice("", Words.both(\.anyone))]
            + reachable.map { Choice($0.id.description, Localized(nl: Self.line($0, .nl), en: Self.line($0, .en))) }
    }

    private static func line(_ point: ContactPoint, _ language: Language) -> String {
        "\(point.details.name) (\(point.details.kind.name[language].lowercased()))"
    }

    private static let topics = ContactTopic.allCases.map { Choice($0.rawValue, $0.name, hint: $0.hint) }
}

/// After sending: who takes it along and by when.
struct ContactSentPage: Component {
    /// What was sent; nil where the page was asked for by itself.
    let message: ContactMessage?
    /// Who it went to; nil for the administrators.
    let name: String?
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        TextColumn(words.sentTitle, lead: words.sentLead) {
            if let message { p { words.takes(name) + " " + words.promise(message.promisedAt) } }
            p { a(.href(PageAddress.home.url(in: language))) { words.backHome } }
        }
    }
}
