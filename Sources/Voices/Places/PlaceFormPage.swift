import Core
import HTML
import People
import Web

/// The form in which someone points at a place, on the map or in words.
struct PlaceFormPage: Component {
    let conversation: Conversation
    let areaName: String
    /// nil where the area has no borders: then in words.
    let frame: PlaceFrame?
    let way: PlaceRoute.Way
    let themes: [Term]
    /// Whether the text comes back once, because it looks to have personal data.
    let isHinted: Bool
    let mayHelp: Bool
    let assist: AssistSession?
    /// Of this one form.
    let seal: String
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = PlaceWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.point, lead: words.pointLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist { AssistBanner(assist, token: token, language: language) }
            SafetyNote(language: language)
            PostForm(to: PlaceRoute.new(conversation.id).address, in: language, token: token) {
                // The Enter key sends the first button there is: without this one the picture, as if someone pointed at its corner.
                button(.type("submit").class("vh").tabindex(-1).ariaHidden()) { words.send }
                if isHinted { PersonalDataHint(field: PlaceForm.text, text: form[PlaceForm.text] ?? "", language: language) }
                TrapField(form, language: language)
                input(.type("hidden").name(GivingForm.seal).value(seal))
                input(.type("hidden").name(PlaceForm.way).value(way.rawValue))
                if !conversation.facts.isAboutHome {
                    ChoiceField(
                        PlaceForm.home, Words.both(\.kind), kind: .one,
                        choices: [
                            Choice(PlaceForm.Kind.street.rawValue, Words.both(\.street)),
                            Choice(PlaceForm.Kind.home.rawValue, Words.both(\.home), hint: Words.both(\.homeHint)),
                        ], form: form, language: language)
                }
                if way == .map { map } else { described }
                said
                button(.type("submit").class("knop")) { words.send }
            }
        }
    }

    @HTMLBuilder private var map: some HTML {
        if let frame { MapPicker(conversation: conversation.id, frame: frame, hint: Words.both(\.squaresHint), form: form, language: language) }
        shape
    }

    @HTMLBuilder private var described: some HTML {
        TextField(PlaceForm.street, Words.both(\.spot), hint: Words.both(\.whereHint), form: form, language: language)
        if frame != nil {
            SelectField(
                PlaceForm.part, Words.both(\.part),
                choices: [Choice("", Words.both(\.unknown))] + PlaceForm.parts.map { name in Choice(name, Words.both { $0.part(name) }) }, isRequired: false,
                form: form, language: language)
        }
        shape
    }

    private var shape: some HTML {
        SelectField(
            PlaceForm.shape, Words.both(\.shape), choices: Place.Shape.allCases.map { Choice($0.rawValue, $0.name) }, isRequired: false, form: form,
            language: language)
    }

    @HTMLBuilder private var said: some HTML {
        ChoiceField(
            PlaceForm.feeling, Words.both(\.feeling), kind: .one, choices: Place.Feeling.allCases.map { Choice($0.rawValue, $0.name) }, form: form,
            language: language)
        TextField(
            PlaceForm.text, Words.both(\.text), kind: .paragraph(limit: Place.limit), hint: Words.both(\.textHint), form: form, language: language)
        SelectField(
            GivingForm.spoken, Words.both(\.spoken),
            choices: conversation.facts.languages.map { Choice($0, Localized(ConversationLanguages.name($0))) }, form: form, language: language)
        if !themes.isEmpty {
            SelectField(
                PlaceForm.theme, Words.both(\.theme), choices: [Choice("", Words.both(\.unknown))] + themes.map { Choice($0.key, $0.name) },
                isRequired: false, form: form, language: language)
        }
        ChoiceField(
            PlaceForm.readers, Words.both(\.readers), kind: .one,
            choices: [
                Choice(Contribution.Visibility.everyone.rawValue, Words.both(\.everyone)),
                Choice(Contribution.Visibility.team.rawValue, Words.both(\.team)),
            ], form: form, language: language)
        if mayHelp {
            ChoiceField(
                PlaceForm.helping, Words.both(\.helping), kind: .any, choices: [Choice("ja", Words.both(\.helpingYes))], isRequired: false, form: form,
                language: language)
        }
    }
}
