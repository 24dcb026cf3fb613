import Core
import HTML

/// The simple page: a column of text under its heading, with the faults of a form above it.
package struct TextColumn<Content: HTML>: Component {
    let heading: String
    let lead: String?
    let faults: ErrorSummary?
    let menu: SideMenu?
    let content: Content

    /// - Parameters:
    ///   - faults: what is wrong in the form on this page; stands above the heading
    ///   - menu: the pages this one belongs with, beside the text
    package init(_ heading: String, lead: String? = nil, faults: ErrorSummary? = nil, menu: SideMenu? = nil, @HTMLBuilder content: () -> Content) {
        self.heading = heading
        self.lead = lead
        self.faults = faults
        self.menu = menu
        self.content = content()
    }

    package var body: some HTML {
        if let menu {
            div(.class("wrap met-toc")) {
                menu
                div(.class("inhoud smal")) { text }
            }
        } else {
            div(.class("wrap inhoud smal")) { text }
        }
    }

    @HTMLBuilder private var text: some HTML {
        faults
        h1 { heading }
        if let lead { p(.class("inleiding")) { lead } }
        content
    }
}

/// The menu of a part of the site, beside each of its pages.
package struct SideMenu: Component {
    let title: String
    let items: [MenuItem]
    let here: PageAddress
    let language: Language

    /// - Parameter here: the item the page belongs to
    package init(_ title: String, _ items: [MenuItem], here: PageAddress, language: Language) {
        self.title = title
        self.items = items
        self.here = here
        self.language = language
    }

    package var body: some HTML {
        nav(.class("toc").ariaLabel(title)) {
            p(.class("toc-kop")) { title }
            ol { Each(items) { item in li { link(item) } } }
        }
    }

    private func link(_ item: MenuItem) -> some HTML {
        let current: String? = item.address.segments == here.segments ? "true" : nil
        return a(.href(item.address.url(in: language)).ariaCurrent(current)) { item.title[language] }
    }
}

/// The names of the columns of a table.
package struct ColumnHeads: Component {
    private let names: [String]

    package init(_ names: String...) {
        self.names = names
    }

    package var body: some HTML {
        thead { tr { Each(names) { name in th(.scope("col")) { name } } } }
    }
}

/// The band at the top of a page about a thing: trail, heading, one sentence, at most four facts.
package struct TitleBand: Component {
    package struct Fact: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    let heading: String
    let lead: String?
    let facts: [Fact]
    let trail: AnyHTML

    package init(_ heading: String, lead: String? = nil, facts: [Fact] = [], @HTMLBuilder trail: () -> some HTML = { Empty() }) {
        self.heading = heading
        self.lead = lead
        self.facts = facts
        self.trail = AnyHTML(trail())
    }

    package var body: some HTML {
        div(.class("band")) {
            BandRings.drawing
            div(.class("wrap")) {
                trail
                h1 { heading }
                if let lead { p(.class("intro")) { lead } }
                if !facts.isEmpty {
                    dl(.class("feiten")) {
                        Each(facts) { fact in
                            div {
                                dt { fact.name }
                                dd { fact.value }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rings behind a heading: decoration.
private enum BandRings {
    static let drawing = Fragment {
        svg(.class("kringen").viewBox(0, 0, 540, 540).ariaHidden().focusable("false")) {
            g(.fill("none").stroke("currentColor").strokeWidth(3)) { Each([66.0, 132, 198, 264]) { circle(.cx(270).cy(270).r($0)) } }
            circle(.cx(270).cy(270).r(16).fill("currentColor"))
        }
    }
}

/// Where a thing lies, from wide to near: the breadcrumbs. Each step is a ring, smaller than the one before it.
package struct PlaceTrail: Component {
    package struct Step: Sendable, Hashable {
        /// 'gemeente', 'wijk'; nil where the name says enough.
        package let kind: String?
        package let name: String
        /// nil for the thing itself.
        package let address: PageAddress?

        package init(_ name: String, kind: String? = nil, address: PageAddress? = nil) {
            self.kind = kind
            self.name = name
            self.address = address
        }
    }

    let steps: [Step]
    let label: Localized
    let language: Language

    /// - Parameter label: what kind of place it is, for a screen reader
    package init(_ steps: [Step], label: Localized = Localized(nl: "Plek", en: "Place"), language: Language) {
        self.steps = steps
        self.label = label
        self.language = language
    }

    package var body: some HTML {
        nav(.ariaLabel(label[language])) {
            ol(.class("plek")) { Each(steps.enumerated()) { index, step in li { item(step, index) } } }
        }
    }

    private func item(_ step: Step, _ index: Int) -> some HTML {
        Group {
            rings(index)
            span {
                if let kind = step.kind { span(.class("soort")) { kind } }
                if let address = step.address {
                    a(.href(address.url(in: language))) { step.name }
                } else {
                    strong(.ariaCurrent("page")) { step.name }
                }
            }
        }
    }

    /// All rings thin, the one of this step thick.
    private func rings(_ index: Int) -> Fragment {
        TrailRings.drawings.value(for: TrailRings(count: steps.count, here: index)) { Fragment { TrailRings(count: steps.count, here: index) } }
    }
}

/// The sign of a step in a trail: a ring for each step.
private struct TrailRings: Component, Hashable {
    let count: Int
    let here: Int

    static let drawings = Kept<TrailRings, Fragment>()

    var body: some HTML {
        svg(.viewBox(-1, -1, 34, 34).ariaHidden().focusable("false")) {
            Each(0..<count) { ring in
                circle(
                    .cx(16).cy(16).r(15 - Double(ring) * 12 / Double(max(count, 2) - 1)).fill("none").stroke("currentColor")
                        .strokeWidth(ring == here ? 3 : 1).opacity(ring == here ? 1 : 0.5))
            }
        }
    }
}

/// A small sign beside words. Decoration: the words say it too.
package struct Icon: Component {
    package enum Sign: Sendable, Hashable, CaseIterable {
        case warning, check, info, search, person
    }

    let sign: Sign

    package init(_ sign: Sign) {
        self.sign = sign
    }

    package var body: some HTML {
        svg(
            .class("i").viewBox(0, 0, 24, 24).ariaHidden().focusable("false").fill("none").stroke("currentColor").strokeWidth(2.4)
                .strokeLinecap("round").strokeLinejoin("round")
        ) {
            switch sign {
            case .warning: path(.d("M12 3L2 21h20zM12 10v5M12 18v.1"))
            case .check: path(.d("M4 12.5l5.5 5.5L20 6.5"))
            case .info:
                circle(.cx(12).cy(12).r(9))
                path(.d("M12 11v6M12 7v.1"))
            case .person:
                circle(.cx(12).cy(8).r(4.5))
                path(.d("M3.5 21c0-4.5 3.8-7 8.5-7s8.5 2.5 8.5 7"))
            case .search:
                circle(.cx(10.5).cy(10.5).r(6.5))
                path(.d("M15.5 15.5L21 21"))
            }
        }
    }
}

/// A block that tells something apart from the text: a note, a caution, a fault.
package struct Notice<Content: HTML>: Component {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case info = ""
        case caution = "let-op"
        case fault = "fout"
    }

    let kind: Kind
    let content: Content

    package init(_ kind: Kind = .info, @HTMLBuilder content: () -> Content) {
        self.kind = kind
        self.content = content()
    }

    package var body: some HTML {
        div(.class("melding", kind.rawValue, when: kind != .info)) { content }
    }
}

/// Text of several lines, a paragraph for each.
package struct Paragraphs: Component {
    let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var body: some HTML {
        Each(text.split(whereSeparator: \.isNewline).map(String.init)) { line in p { line } }
    }
}
