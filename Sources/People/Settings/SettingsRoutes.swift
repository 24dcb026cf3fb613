import Core
import HTML
import HTTPTypes
import Hummingbird
import Transfer
import Web

/// Handlers of the settings of the installation, and of the style sheet that comes of them.
struct SettingsRoutes: Sendable {
    let slice: Slice

    private typealias Words = SettingsWords

    var table: [Route] {
        [
            Route(.get, "/beheer/instellingen", name: "settings.show", access: .administrator, summary: Words.both(\.title)) { try await show($1) },
            Route(.post, "/beheer/instellingen", name: "settings.save", access: .administrator, summary: Words.both(\.save)) { try await save($1) },
            Route(.get, "/thema/{kenmerk}", name: "settings.theme", summary: Localized(nl: "De kleuren van de site", en: "The colours of the site")) {
                try await theme($1)
            },
        ]
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let look = try await slice.settings.look() ?? InstallationLook(name: context.frame.name)
        let form = Form(items: [
            .init("naam", look.name), .init("regel-nl", look.tagline.nl), .init("regel-en", look.tagline.en),
            .init("hoofdkleur", look.theme.main?.description ?? ""), .init("tweede-kleur", look.theme.accent?.description ?? ""),
            .init("taal", look.language.rawValue),
        ])
        return page(context, form, isSaved: context.query.has("bewaard"))
    }

    private func page(_ context: WebContext, _ form: Form, isSaved: Bool = false) -> Answer {
        context.formPage(Words(context.language).title, form) { token in
            SettingsPage(form: form, isSaved: isSaved, token: token, language: context.language)
        }
    }

    private func save(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let look = SettingsForm.look(&form) else { return page(context, form) }
        try await slice.settings.save(look, from: slice.origin(context))
        slice.look.expire()
        return .redirect(to: SettingsPage.address.with(.init("bewaard", "ja")), in: context.language)
    }

    /// The sheet of now, whatever name it is asked by: a page kept from before names an older one, and stays readable.
    private func theme(_ context: WebContext) async throws -> Answer {
        let asked = try context.part("kenmerk")
        guard asked.utf8.count == 20, asked.hasSuffix(".css"), let theme = try await slice.look.current()?.theme, !theme.isNothing else {
            throw Problem.notFound
        }
        return Answer(Array(theme.sheet.utf8), as: .css, cache: theme.address.segments.last == asked ? .immutable : .shared(maxAge: 60))
    }
}

extension Theme {
    /// Where the style sheet is: another address after every change, so that browsers may keep it.
    package var address: PageAddress {
        PageAddress("thema", Digest.hex(Array(Digest.sha256(Array(sheet.utf8)).prefix(8))) + ".css")
    }
}

/// Reads the settings.
private enum SettingsForm {
    private typealias Words = SettingsWords

    static func look(_ form: inout Form) -> InstallationLook? {
        let name = form.line("naam", limit: 60, required: Words.both(\.nameEmpty))
        let dutch = form.line("regel-nl", limit: 80), english = form.line("regel-en", limit: 80)
        if (dutch == nil) != (english == nil) { form.fail(dutch == nil ? "regel-nl" : "regel-en", Words.both(\.taglineBoth)) }
        let main = form.value("hoofdkleur", as: Colour.self, otherwise: Words.both(\.colourShape))
        if let main, let ratio = Theme.fault(ofMain: main) { form.fail("hoofdkleur", Words.both { $0.contrast(ratio) }) }
        let accent = form.value("tweede-kleur", as: Colour.self, otherwise: Words.both(\.colourShape))
        let language = form.choice("taal", of: Language.self, required: Words.both(\.defaultLanguage))
        guard let name, let language, form.errors.isEmpty else { return nil }
        return InstallationLook(
            name: name, tagline: Localized(nl: dutch ?? "", en: english ?? ""), theme: Theme(main: main, accent: accent), language: language)
    }
}

/// The settings, to be changed.
struct SettingsPage: Component {
    let form: Form
    let isSaved: Bool
    let token: FormToken
    let language: Language

    static let address = PageAddress("beheer", "instellingen")

    private typealias Words = SettingsWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language), menu: .administration(SettingsPage.address, language))
        {
            if isSaved { div(.class("melding").role("status")) { p { words.saved } } }
            PostForm(to: Self.address, in: language, token: token) {
                TextField("naam", Words.both(\.name), hint: Words.both(\.nameHint), form: form, language: language)
                TextField("regel-nl", Words.both(\.taglineNl), hint: Words.both(\.taglineHint), isRequired: false, form: form, language: language)
                TextField("regel-en", Words.both(\.taglineEn), isRequired: false, form: form, language: language)
                TextField("hoofdkleur", Words.both(\.main), hint: Words.both(\.mainHint), isRequired: false, form: form, language: language)
                TextField("tweede-kleur", Words.both(\.accent), hint: Words.both(\.accentHint), isRequired: false, form: form, language: language)
                ChoiceField(
                    "taal", Words.both(\.defaultLanguage), kind: .one, choices: Self.languages, hint: Words.both(\.defaultLanguageHint), form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private static let languages = Language.allCases.map { Choice($0.rawValue, Localized($0.ownName)) }
}
