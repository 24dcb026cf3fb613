import Core
import HTML
import People
import Web

/// Published stories, a page at a time.
struct StoryListPage: Component {
    let conversation: Conversation
    let areaName: String
    let stories: [Story]
    let mark: Story.Mark?
    let page: Int
    let hasMore: Bool
    let isOpen: Bool
    /// The map, where a story lies on it.
    let frame: PlaceFrame?
    let form: Form
    let language: Language

    private var words: StoryWords { StoryWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(
                conversation, areaName: areaName, here: words.title, lead: conversation.facts.moderation == .before ? words.lead : words.leadAfter,
                language: language)
        ) {
            if isOpen { p { a(.class("knop").href(StoryRoute.new(conversation.id).address.url(in: language))) { words.tell } } }
            HTML::form(
                .class("naast-elkaar").action(StoryRoute.list(conversation.id).address.url(in: language)).method("get").novalidate().ariaLabel(words.filter)
            ) {
                SelectField(StoryForm.marks, StoryWords.both(\.filter), choices: Self.choices, isRequired: false, form: form, language: language)
                button(.type("submit").class("knop licht")) { words.show }
            }
            if stories.isEmpty { p(.role("status")) { words.none } }
            Each(stories) { story in StoryCard(story: story, frame: frame, language: language) }
            paging
        }
    }

    private var paging: some HTML {
        nav(.ariaLabel(words.pages)) {
            if page > 1 { p { a(.href(StoryRoute.list(conversation.id, mark: mark, page: page - 1).address.url(in: language))) { words.previous } } }
            if hasMore { p { a(.href(StoryRoute.list(conversation.id, mark: mark, page: page + 1).address.url(in: language))) { words.next } } }
        }
    }

    private static let choices = [Choice("", StoryWords.both(\.all))] + Story.Mark.allCases.map { Choice($0.rawValue, $0.name) }
}

/// One story on a page of its own, to point to.
struct StoryPage: Component {
    let conversation: Conversation
    let areaName: String
    let story: Story
    let frame: PlaceFrame?
    /// What became of it; nil before that was told.
    let aftermath: Aftermath?
    /// Where it stands beside a figure.
    let uses: [Match]
    let language: Language

    private var words: StoryWords { StoryWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.one, language: language)
        ) {
            StoryCard(story: story, frame: frame, language: language)
            if let aftermath { AftermathNotice(aftermath: aftermath, language: language) }
            p { a(.href(StoryRoute.list(conversation.id).address.url(in: language))) { words.others } }
            if !uses.isEmpty {
                h2 { words.uses }
                ul { Each(uses) { match in li { a(.href(MatchRoute.one(match.area, match.id).address.url(in: language))) { match.facts.title } } } }
            }
        }
    }
}

/// One story as everyone reads it.
struct StoryCard: Component {
    let story: Story
    /// The map, where it lies on it.
    let frame: PlaceFrame?
    let language: Language

    private var words: StoryWords { StoryWords(language) }

    var body: some HTML {
        article(.class("sectie").id("v-" + story.contribution.id.description)) {
            p(.class("subtiel")) {
                words.month(story.month)
                if let place = story.place { ". " + place }
                if let cell = story.cell, let square = frame?.square(of: cell) { ". " + words.square(square.description) }
            }
            div(.lang(story.contribution.language).dir("auto")) { Paragraphs(story.shown ?? "") }
            if let photo = story.photo { StoryPhoto(photo: photo, language: language) }
            if story.contribution.state == .masked { p(.class("subtiel")) { words.masked } }
            if !story.marks.isEmpty {
                ul(.class("tags")) {
                    Each(Story.Mark.allCases.filter { story.marks.contains($0) }) { mark in li { span(.class("tag")) { mark.name[language] } } }
                }
            }
            p {
                a(.href(StoryRoute.one(story.contribution.conversation, story.contribution.id).address.url(in: language))) { words.address }
                " · "
                a(.href(ModerationRoute.report(story.contribution.conversation, story.contribution.id).address.url(in: language))) { words.report }
            }
        }
    }
}

/// The photo of a story, in the width that fits, with the way to see it large.
struct StoryPhoto: Component {
    let photo: Attachment
    let language: Language

    var body: some HTML {
        figure(.class("verhaalfoto")) {
            a(.href(AttachmentRoute.file(photo.id).address.url(in: language))) { PictureImage(photo, sizes: "(min-width: 40rem) 30rem, 92vw", isNamed: true) }
        }
    }
}

/// The form in which someone tells.
struct StoryFormPage: Component {
    let conversation: Conversation
    let areaName: String
    /// nil where the area has no borders: then in words.
    let frame: PlaceFrame?
    /// Whether the text comes back once, because it looks to have personal data.
    let isHinted: Bool
    let mayHelp: Bool
    /// The help that runs; nil where who signed in tells it themselves.
    let assist: AssistSession?
    /// Of this one form.
    let seal: String
    /// Whether this site keeps files.
    let canKeepPhoto: Bool
    /// One that waits.
    let photo: KeptFile?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = StoryWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.tell, lead: words.tellLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist { AssistBanner(assist, token: token, language: language) }
            SafetyNote(language: language)
            PostForm(to: StoryRoute.new(conversation.id).address, in: language, token: token, takesFiles: canKeepPhoto) {
                // The Enter key sends the first button there is: without this one the map, as if someone pointed at its corner.
                if frame != nil { button(.type("submit").class("vh").tabindex(-1).ariaHidden()) { words.send } }
                if isHinted { PersonalDataHint(field: StoryForm.text, text: form[StoryForm.text] ?? "", language: language) }
                TrapField(form, language: language)
                input(.type("hidden").name(GivingForm.seal).value(seal))
                TextField(
                    StoryForm.text, Words.both(\.story), kind: .paragraph(limit: Story.limit), hint: Words.both(\.storyHint), form: form, language: language)
                SelectField(
                    GivingForm.spoken, Words.both(\.spoken),
                    choices: conversation.facts.languages.map { Choice($0, Localized(ConversationLanguages.name($0))) },
                    form: form, language: language)
                ChoiceField(StoryForm.marks, Words.both(\.marks), kind: .any, choices: Self.marks, isRequired: false, form: form, language: language)
                TextField(StoryForm.place, Words.both(\.place), hint: Words.both(\.placeHint), isRequired: false, form: form, language: language)
                if let frame { MapPicker(conversation: conversation.id, frame: frame, hint: Words.both(\.squareHint), form: form, language: language) }
                if canKeepPhoto { picture }
                consent
                button(.type("submit").class("knop")) { words.send }
            }
        }
    }

    @HTMLBuilder private var picture: some HTML {
        FileField(
            ContributionPhotos.field, Words.both(\.photo), accept: FileSelection.pictures.endings, hint: Words.both { $0.photoHint(UploadLimits().file) },
            isRequired: false, kept: photo, form: form, language: language)
        TextField(ContributionPhotos.alt, Words.both(\.alt), hint: Words.both(\.altHint), isRequired: false, form: form, language: language)
    }

    @HTMLBuilder private var consent: some HTML {
        ChoiceField(StoryForm.readers, Words.both(\.readers), kind: .one, choices: Self.readers, form: form, language: language)
        ChoiceField(
            StoryForm.quote, Words.both(\.quote), kind: .any, choices: [Choice("ja", Words.both(\.quoteYes))], isRequired: false, form: form,
            language: language)
        if mayHelp {
            ChoiceField(
                StoryForm.helping, Words.both(\.helping), kind: .any, choices: [Choice("ja", Words.both(\.helpingYes))], isRequired: false, form: form,
                language: language)
        }
    }

    private static let marks = Story.Mark.allCases.map { Choice($0.rawValue, $0.name) }
    private static let readers = [
        Choice(Contribution.Visibility.everyone.rawValue, Words.both(\.everyone)), Choice(Contribution.Visibility.team.rawValue, Words.both(\.team)),
    ]
}

/// Why one cannot tell something here now.
struct StoryDoorPage: Component {
    let conversation: Conversation
    let areaName: String
    let answer: Entrance.Answer
    let language: Language

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: StoryWords(language).tell, language: language)
        ) {
            RefusalNotice(answer: answer, conversation: conversation.id, language: language)
        }
    }
}

/// Thanks, with the code on a strip that prints.
struct StoryThanksPage: Component {
    let conversation: Conversation
    let areaName: String
    /// nil where the proof is old or false.
    let code: VoiceCode?
    let language: Language

    private var words: StoryWords { StoryWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.thanks, language: language)
        ) {
            CodeStrip(code: code, isWaiting: conversation.facts.moderation == .before, language: language)
        }
    }
}
