import Core
import HTML
import Web

/// One thing to catch up with.
struct CatchUpItem: Sendable {
    enum Kind: Sendable, Hashable {
        case lookBack, yield
    }

    let kind: Kind
    let id: Identifier
    /// Milliseconds since 1970.
    let at: Int64
    let title: String
    /// What one can do with it.
    let words: String
    let address: PageAddress

    init(_ published: PublishedLookBack) {
        kind = .lookBack
        id = published.lookBack.id
        at = published.lookBack.publishedAt ?? 0
        title = published.meeting.facts.title
        words = published.edition.facts.tomorrow
        address = LookBackRoute.lookBack(published.meeting.id).address
    }

    init(_ yield: LearningYield) {
        kind = .yield
        id = yield.id
        at = yield.sharedAt ?? 0
        title = yield.facts.title
        words = yield.facts.firstStep
        address = YieldRoute.one(yield.id).address
    }
}

/// What came of three months, for who was not there (MTG-22).
struct CatchUpPage: Component {
    let items: [CatchUpItem]
    let language: Language

    private var words: LookBackWords { LookBackWords(language) }

    var body: some HTML {
        TextColumn(words.catchUp, lead: words.catchUpLead) {
            if items.isEmpty { p { words.catchUpNone } } else { list }
            p { a(.href(YieldRoute.list().address.url(in: language))) { words.toYields } }
            p { a(.href(NetworkRoutes.address.url(in: language))) { words.toNetwork } }
        }
    }

    private var list: some HTML {
        Group {
            p { TaskTime.words(TaskTime.reading(items.flatMap { [$0.title, $0.words] }), language) }
            ol(.class("kaal").id("bijpraten")) {
                Each(items) { item in
                    li {
                        h2 { a(.href(item.address.url(in: language))) { item.title } }
                        p(.class("subtiel")) { "\(words.kind(item.kind)), \(MeetingHours.date(item.at, language))" }
                        Paragraphs(item.words)
                    }
                }
            }
        }
    }
}
