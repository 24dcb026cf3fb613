import Core
import HTML
import People
import Web

/// Counting beside telling, on the page of an area.
struct MatchPanel: Component {
    let scene: MatchScene
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        Group {
            p { words.lead }
            MatchStanding(scene: scene, language: language)
            Each(scene.views) { view in MatchBlock(view: view, isHere: view.match.area == scene.area, isLinked: true, language: language) }
            if !scene.open.isEmpty { SignalDoors(open: scene.open, language: language) }
            p { a(.href(MatchRoute.area(scene.area).address.url(in: language))) { words.all } }
        }
    }
}

/// How much is told, and what still has to be talked over.
private struct MatchStanding: Component {
    let scene: MatchScene
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        Group {
            p { scene.told == 0 ? words.noStories(scene.areaName) : words.told(scene.told, scene.areaName) }
            if scene.contradictions > 0 { Notice(.caution) { p { words.contradictions(scene.contradictions) } } }
        }
    }
}

/// A figure and what people tell, side by side.
struct MatchBlock: Component {
    let view: MatchView
    /// Whether it is about the area of the page itself.
    let isHere: Bool
    /// Whether its heading leads to its own page.
    let isLinked: Bool
    let language: Language

    private var words: MatchWords { MatchWords(language) }
    private var match: Match { view.match }

    var body: some HTML {
        div(.class("tv").id("verhouding-" + match.id.description)) {
            h3 {
                if isLinked {
                    a(.href(MatchRoute.one(match.area, match.id).address.url(in: language))) { match.facts.title }
                } else {
                    match.facts.title
                }
                if !isHere { span(.class("subtiel")) { view.areaName } }
                MatchTag(relation: match.facts.relation, language: language)
            }
            CountingColumn(view: view, language: language)
            TellingColumn(view: view, language: language)
            if isLinked {
                p(.class("samen")) {
                    strong { words.doing }
                    " " + words.name(match.state) + "." + (match.changes.last.map { " " + $0.reason } ?? "")
                }
            }
        }
    }
}

/// How the two stand to each other, as a label with a sign.
private struct MatchTag: Component {
    let relation: Match.Relation
    let language: Language

    var body: some HTML {
        let (kind, sign) = look
        return span(.class("tag").class(kind)) {
            Icon(sign)
            " " + MatchWords(language).name(relation)
        }
    }

    private var look: (kind: String, sign: Icon.Sign) {
        switch relation {
        case .contradicts: ("let-op", .warning)
        case .confirms: ("goed", .check)
        case .explains, .notComparable, .notMeasured, .notTold: ("info", .info)
        }
    }
}

/// What the systems know, with where it comes from and how sure it is.
private struct CountingColumn: Component {
    let view: MatchView
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        div {
            switch view.match.facts.counting {
            case .figure(let figure): self.figure(figure)
            case .partner(let told, let source, let kind):
                p(.class("label")) { words.partner + ", " + words.name(kind) }
                Paragraphs(told)
                p(.class("subtiel")) { source }
            case .nothing:
                p(.class("label")) { words.figure }
                p { words.notMeasured }
            }
        }
    }

    private func figure(_ figure: FigureEvidence) -> some HTML {
        Group {
            p(.class("label")) { words.figure + ", " + words.register }
            p {
                figure.name[language] + ": "
                strong { figure.value[language] }
            }
            p { figure.standing[language] }
            if let newer = view.newer { p { words.newer(newer) } }
            p(.class("subtiel")) { words.source(figure) }
        }
    }
}

/// What people tell, with how many and by which ways.
private struct TellingColumn: Component {
    let view: MatchView
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        div {
            switch view.summary {
            case .stories(let count, let all, let channels):
                p(.class("label")) { words.story + ", " + words.citizen }
                if let quote = view.quote { quoted(quote) }
                p { words.stories(count, of: all) }
                if !channels.isEmpty { p(.class("subtiel")) { words.channels(channels) } }
                origin
            case .statement(let number, let text, let spoken, let outcome):
                p(.class("label")) { words.statement + " \(number), " + words.citizen }
                p(.lang(spoken).dir("auto")) { text }
                p { outcome?[language] ?? words.few }
                origin
            case .gone:
                p(.class("label")) { words.story }
                p { words.gone }
            case .nothing:
                p(.class("label")) { words.story }
                p { words.notTold }
            }
        }
    }

    private func quoted(_ words: MatchView.Words) -> some HTML {
        Group {
            blockquote(.lang(words.language).dir("auto")) { p { words.quote.words } }
            if let conversation = view.conversation {
                p { a(.href(StoryRoute.one(conversation.id, words.quote.story).address.url(in: language))) { CodingWords(language).read } }
            }
        }
    }

    @HTMLBuilder private var origin: some HTML {
        if let conversation = view.conversation {
            p(.class("subtiel")) {
                a(.href(ConversationRoute.conversation(conversation.id).address.url(in: language))) { words.from(conversation.facts.title) }
                ". " + words.chosenThemselves
            }
        }
    }
}

/// Doors to tell something of a place, never of a person.
private struct SignalDoors: Component {
    let open: [Conversation]
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        Group {
            h3 { words.signal }
            p { words.signalLead }
            ul {
                Each(open) { conversation in
                    li { a(.href(PlaceRoute.new(conversation.id).address.url(in: language))) { words.signalIn(conversation.facts.title) } }
                    li { a(.href(StoryRoute.new(conversation.id).address.url(in: language))) { words.tellIn(conversation.facts.title) } }
                }
            }
        }
    }
}

/// The way to a page about an area.
private struct MatchBand: Component {
    let place: MatchPlace
    let here: String
    let lead: String?
    let language: Language

    var body: some HTML {
        TitleBand(here, lead: lead) {
            PlaceTrail(steps, label: ConversationWords.both(\.trail), language: language)
        }
    }

    private var steps: [PlaceTrail.Step] {
        let words = MatchWords(language), area = PlaceTrail.Step(place.name, address: place.hasPage ? PageAddress("gebieden", place.area.description) : nil)
        guard here != words.title else { return [area, PlaceTrail.Step(here)] }
        return [area, PlaceTrail.Step(words.title, address: MatchRoute.area(place.area).address), PlaceTrail.Step(here)]
    }
}

/// Everything that is known of an area by counting beside telling.
struct MatchAreaPage: Component {
    let scene: MatchScene
    let balance: [ThemeBalance]
    let mayWrite: Bool
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        MatchBand(place: scene.place, here: words.title, lead: words.lead, language: language)
        div(.class("wrap inhoud")) {
            MatchStanding(scene: scene, language: language)
            if scene.views.isEmpty { p(.role("status")) { words.noMatches } }
            Each(scene.views) { view in MatchBlock(view: view, isHere: view.match.area == scene.area, isLinked: true, language: language) }
            if !scene.views.isEmpty { p { a(.href(MatchRoute.area(scene.area, isFile: true).address.url(in: language))) { "CSV" } } }
            if !balance.isEmpty { themes }
            if !scene.knowers.isEmpty { KnowerTable(knowers: scene.knowers, language: language) }
            if !scene.open.isEmpty { section(.class("sectie")) { SignalDoors(open: scene.open, language: language) } }
            if mayWrite { p { a(.href(MatchRoute.desk(scene.area).address.url(in: language))) { MatchDeskWords(language).title } } }
        }
    }

    private var themes: some HTML {
        section(.class("sectie").id("themas")) {
            h2 { words.balance }
            p { words.apart }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.balance)) {
                table {
                    caption { words.balance }
                    ColumnHeads(words.theme, words.figures, words.tales, words.known)
                    tbody {
                        Each(balance) { line in
                            tr {
                                th(.scope("row")) { line.theme.name[language] }
                                td(.class("num")) { String(line.figures) }
                                td(.class("num")) { words.count(line.stories) }
                                td { words.verdict(line) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Groups and organisations that know an area well.
private struct KnowerTable: Component {
    let knowers: [Knower]
    let language: Language

    private var words: MatchWords { MatchWords(language) }

    var body: some HTML {
        section(.class("sectie").id("kenners")) {
            h2 { words.knowers }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.knowers)) {
                table {
                    caption { words.knowers }
                    ColumnHeads(words.name, words.kind, words.knows, words.contact)
                    tbody {
                        Each(knowers) { knower in
                            tr {
                                th(.scope("row")) { knower.facts.name }
                                td { words.name(knower.facts.kind) }
                                td { knower.facts.knows }
                                td { knower.facts.contact }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One match on a page of its own, to point to, with all that was done with it.
struct MatchPage: Component {
    let place: MatchPlace
    let view: MatchView
    let theme: Localized?
    let linked: LinkedThings
    let mayWrite: Bool
    let language: Language

    private var words: MatchWords { MatchWords(language) }
    private var match: Match { view.match }

    var body: some HTML {
        MatchBand(place: place, here: match.facts.title, lead: theme?[language], language: language)
        div(.class("wrap inhoud")) {
            MatchBlock(view: view, isHere: true, isLinked: false, language: language)
            if !match.facts.explanation.isEmpty {
                section(.class("sectie")) {
                    h2 { words.why }
                    Paragraphs(match.facts.explanation)
                }
            }
            section(.class("sectie")) {
                h2 { words.doing }
                p { strong { words.name(match.state) } }
                ol {
                    Each(match.changes) { change in li { "\(words.name(change.state)) (\(change.changedOn.written)): \(change.reason)" } }
                }
                p(.class("subtiel")) { words.noted(view.owner, match.addedOn.written) }
                if mayWrite { p { a(.href(MatchRoute.change(match.area, match.id).address.url(in: language))) { MatchDeskWords(language).change } } }
            }
            LinkedThingsSection(linked, language: language)
        }
    }
}
