import Core
import HTML
import People
import Web

/// What the list, the map and the table of places show: one look.
struct PlaceView: Sendable {
    let conversation: Conversation
    let areaName: String
    let ground: PlaceGround?
    let filter: PlaceFilter
    let spread: PlaceSpread
    let places: [Place]
    let page: Int
    let isOpen: Bool
    let themes: [Term]
}

/// Published places: the map, and the list that is equal to it.
struct PlaceListPage: Component {
    let view: PlaceView
    let form: Form
    let language: Language

    private var words: PlaceWords { PlaceWords(language) }
    private var id: Identifier { view.conversation.id }

    var body: some HTML {
        ConversationColumn(ConversationBand(view.conversation, areaName: view.areaName, here: words.title, lead: words.lead, language: language)) {
            if view.isOpen { p { a(.class("knop").href(PlaceRoute.new(id).address.url(in: language))) { words.point } } }
            choices
            p(.role("status")) { view.spread.total == 0 ? words.none : words.total(view.spread.total) }
            if !view.filter.squares.isEmpty {
                p { a(.href(PlaceRoute.list(id, view.filter.within([])).address.url(in: language))) { words.wholeMap } }
            }
            if let ground = view.ground {
                PlaceMap(conversation: id, ground: ground, filter: view.filter, spread: view.spread, language: language)
            } else {
                p { words.noMap }
            }
            if view.spread.total > 0 { PlaceSpreadTable(conversation: id, filter: view.filter, spread: view.spread, language: language) }
            Each(view.places) { place in PlaceCard(place: place, themes: view.themes, language: language) }
            paging
            p { a(.href(PlaceRoute.file(id, .csv, view.filter).address.url(in: language))) { words.csv } }
            p { a(.href(PlaceRoute.file(id, .geoJSON, view.filter).address.url(in: language))) { words.geoJSON } }
        }
    }

    private var choices: some HTML {
        HTML::form(
            .class("naast-elkaar").action(PlaceRoute.list(id).address.url(in: language)).method("get").novalidate().ariaLabel(words.filter)
        ) {
            SelectField(PlaceForm.feeling, PlaceWords.both(\.feeling), choices: Self.feelings, isRequired: false, form: form, language: language)
            SelectField(
                PlaceForm.theme, PlaceWords.both(\.theme), choices: [Self.all] + view.themes.map { Choice($0.key, $0.name) }, isRequired: false, form: form,
                language: language)
            SelectField(
                PlaceForm.month, PlaceWords.both(\.month),
                choices: [Self.all] + months.map { month in Choice(month, StoryWords.both { $0.month(month) }) }, isRequired: false, form: form,
                language: language)
            if !view.filter.squares.isEmpty {
                input(.type("hidden").name(PlaceForm.square).value(view.filter.squares.map(\.description).joined()))
            }
            button(.type("submit").class("knop licht")) { words.show }
        }
    }

    /// From the first month of the conversation to its last.
    private var months: [String] {
        var months: [String] = [], month = String(view.conversation.facts.firstDay.description.prefix(7))
        let last = view.conversation.facts.lastDay.description.prefix(7)
        while month <= last, months.count < 60, let year = Int(month.prefix(4)), let number = Int(month.suffix(2)) {
            months.append(month)
            let next = number % 12 + 1
            month = "\(number == 12 ? year + 1 : year)-\(next < 10 ? "0" : "")\(next)"
        }
        return months
    }

    private var paging: some HTML {
        nav(.ariaLabel(words.pages)) {
            if view.page > 1 { p { a(.href(PlaceRoute.list(id, view.filter, page: view.page - 1).address.url(in: language))) { words.previous } } }
            if view.spread.total > view.page * Place.pageSize {
                p { a(.href(PlaceRoute.list(id, view.filter, page: view.page + 1).address.url(in: language))) { words.next } }
            }
        }
    }

    private static let all = Choice("", PlaceWords.both(\.all))
    private static let feelings = [all] + Place.Feeling.allCases.map { Choice($0.rawValue, $0.name) }
}

/// One place as everyone reads it.
struct PlaceCard: Component {
    let place: Place
    let themes: [Term]
    let language: Language

    private var words: PlaceWords { PlaceWords(language) }

    var body: some HTML {
        article(.class("sectie").id("p-" + place.contribution.id.description)) {
            p(.class("subtiel")) {
                StoryWords(language).month(place.month) + ". " + (place.spot.words.map { $0 + ", " } ?? "") + words.exactness(place.spot.exactness)
            }
            p { span(.class("tag")) { place.spot.feeling.name[language] } }
            if let theme = themes.first(where: { $0.key == place.spot.theme }) { p(.class("subtiel")) { theme.name[language] } }
            div(.lang(place.contribution.language).dir("auto")) { Paragraphs(place.shown ?? "") }
            if place.contribution.state == .masked { p(.class("subtiel")) { words.masked } }
            p { a(.href(ModerationRoute.report(place.contribution.conversation, place.contribution.id).address.url(in: language))) { words.report } }
        }
    }
}

/// The first question: on the map, or in words.
struct PlaceGatewayPage: Component {
    let conversation: Conversation
    let areaName: String
    let language: Language

    private var words: PlaceWords { PlaceWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.point, lead: words.pointLead, language: language)) {
            h2 { words.gateway }
            p { words.gatewayText }
            p { a(.class("knop").href(PlaceRoute.new(conversation.id, way: .map).address.url(in: language))) { words.onMap } }
            p { a(.class("knop licht").href(PlaceRoute.new(conversation.id, way: .words).address.url(in: language))) { words.inWords } }
        }
    }
}

/// Why one cannot point at a place here now, or thanks with the code on a strip that prints.
struct PlaceNoticePage<Content: HTML>: Component {
    let conversation: Conversation
    let areaName: String
    let here: String
    let language: Language
    @HTMLBuilder let content: () -> Content

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: here, language: language)) { content() }
    }
}
