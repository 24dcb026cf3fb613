import Core
import HTML

/// What hangs together with a thing, in both directions, as far as one reader may know: the values of a panel on its page.
package struct LinkedThings: Sendable {
    /// The things that stand to it in one way.
    package struct Line: Sendable {
        package let relation: Relation
        /// Seen from the thing that the links lead to.
        package let isBack: Bool
        /// The first of them, by name.
        package let things: [Thing]
        /// All of them.
        package let count: Int

        package init(relation: Relation, isBack: Bool, things: [Thing], count: Int) {
            self.relation = relation
            self.isBack = isBack
            self.things = things
            self.count = count
        }
    }

    package struct Thing: Sendable {
        package let title: String
        /// What it is, where the title does not say so.
        package let note: String
        package let address: PageAddress

        package init(title: String, note: String, address: PageAddress) {
            self.title = title
            self.note = note
            self.address = address
        }
    }

    package let lines: [Line]
    /// Leads to the page of the thing for good; nil where nothing knows it.
    package let permanent: PageAddress?
    /// Where all of them stand.
    package let all: PageAddress?

    package init(lines: [Line], permanent: PageAddress?, all: PageAddress?) {
        self.lines = lines
        self.permanent = permanent
        self.all = all
    }

    package static let none = LinkedThings(lines: [], permanent: nil, all: nil)

    /// Without relations that the page shows in words of its own.
    package func without(_ relations: Set<Relation>) -> LinkedThings {
        LinkedThings(lines: lines.filter { !relations.contains($0.relation) }, permanent: permanent, all: all)
    }
}

/// Gives what everyone may know of what hangs together with a thing. Cheap: pages ask it each time.
package typealias LinkedThingsSource = @Sendable (ThingReference, Language) async throws -> LinkedThings

extension WebContext {
    /// What hangs together with a thing, for everyone, so that the page may be kept by anyone.
    ///
    /// - Parameter relations: what the page tells in words of its own
    package func linked(to thing: ThingReference, besides relations: Set<Relation> = []) async throws -> LinkedThings {
        try await links?(thing, language).without(relations) ?? .none
    }
}

/// The lists of linked things below a heading of the page.
package struct LinkedThingsList: Component {
    let linked: LinkedThings
    let language: Language

    package init(_ linked: LinkedThings, language: Language) {
        self.linked = linked
        self.language = language
    }

    package var body: some HTML {
        Group {
            if linked.lines.isEmpty {
                p(.class("subtiel")) { language == .nl ? "Er is nog niets aan verbonden." : "Nothing is linked to this yet." }
            } else {
                dl(.class("verbanden")) {
                    Each(linked.lines) { line in
                        div {
                            dt { line.relation.name(isBack: line.isBack)[language] }
                            Each(line.things) { thing in dd { item(thing) } }
                            if line.count > line.things.count { dd { more(line.count - line.things.count) } }
                        }
                    }
                }
            }
            if let permanent = linked.permanent {
                p(.class("klein")) {
                    a(.href(permanent.url(in: language)).rel("bookmark")) { language == .nl ? "Vast adres van deze pagina" : "Permanent address of this page" }
                    if let all = linked.all {
                        " "
                        span(.class("subtiel").ariaHidden()) { "·" }
                        " "
                        a(.href(all.url(in: language))) { language == .nl ? "Alle verbanden" : "All links" }
                    }
                }
            }
        }
    }

    private func item(_ thing: LinkedThings.Thing) -> some HTML {
        Group {
            a(.href(thing.address.url(in: language))) { thing.title }
            if !thing.note.isEmpty { span(.class("subtiel")) { " " + thing.note } }
        }
    }

    @HTMLBuilder private func more(_ count: Int) -> some HTML {
        let number = Numbers.text(Double(count), in: language)
        if let all = linked.all { a(.href(all.url(in: language))) { language == .nl ? "en nog \(number)" : "and \(number) more" } }
    }
}

/// The same as a part of a page with a heading of its own; nothing where no one knows of links.
package struct LinkedThingsSection: Component {
    let linked: LinkedThings
    let language: Language

    package init(_ linked: LinkedThings, language: Language) {
        self.linked = linked
        self.language = language
    }

    package static let title = Localized(nl: "Verbanden", en: "Links")
    package static let anchor = "verbanden"

    package var body: some HTML {
        if linked.permanent != nil {
            section(.class("sectie").id(Self.anchor)) {
                h2 { Self.title[language] }
                LinkedThingsList(linked, language: language)
            }
        }
    }
}
