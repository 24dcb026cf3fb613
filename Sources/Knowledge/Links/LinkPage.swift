import Core
import HTML
import Web

/// Everything that hangs together with a thing, as far as the reader may see it, and the forms to lay a link and take one away.
struct LinkPage: Component {
    /// What the reader may change here.
    struct Changing {
        let form: Form
        let token: FormToken
        /// What the words that were looked for gave; nil where nothing was asked.
        let found: [SearchEntry]?
    }

    let entry: SearchEntry
    let ends: [(end: LinkShelf.End, entry: SearchEntry)]
    /// The address for good, with the origin of the site where that is known.
    let permanent: String
    /// Nil for who may not.
    let changing: Changing?
    /// Whether the reader may change links with this thing.
    let mayChange: (ThingReference) -> Bool
    let language: Language

    private var words: LinkWords { LinkWords(language) }
    private var name: String { entry.title[language] }

    var body: some HTML {
        TextColumn(words.title(name), lead: words.lead, faults: changing.flatMap { ErrorSummary($0.form.errors, language: language) }) {
            if let path = entry.path { p { a(.href(PageAddress(path).url(in: language))) { words.back } } }
            if ends.isEmpty { p { words.none } }
            dl(.class("verbanden")) {
                Each(LinkShelf.lines(ends)) { line in
                    div {
                        dt { line[0].end.relation.name(isBack: line[0].end.isBack)[language] }
                        Each(line) { item in dd { one(item.end, item.entry) } }
                    }
                }
            }
            if let changing { adding(changing) }
            section(.class("sectie").id("adres")) {
                h2 { words.address }
                p { code { permanent } }
                p(.class("subtiel")) { words.addressHint }
            }
        }
    }

    private func one(_ end: LinkShelf.End, _ other: SearchEntry) -> some HTML {
        Group {
            div {
                if let path = other.path { a(.href(PageAddress(path).url(in: language))) { other.title[language] } } else { other.title[language] }
                span(.class("subtiel")) { " " + KnowledgeWords(language).about(other) }
            }
            if let changing, end.isByHand, mayChange(end.other) {
                PostForm(to: LinkRoute.removal(entry.reference).address, in: language, token: changing.token) {
                    input(.type("hidden").name("ander").value(end.other.description))
                    input(.type("hidden").name("verband").value(RelationChoice(relation: end.relation, isBack: end.isBack).description))
                    button(.type("submit").class("knop licht klein")) {
                        words.remove
                        span(.class("vh")) { words.removing(other.title[language]) }
                    }
                }
            }
        }
    }

    private func adding(_ changing: Changing) -> some HTML {
        section(.class("sectie").id("leggen")) {
            h2 { words.add }
            p { words.addLead }
            HTML::form(.action(LinkRoute.links(entry.reference).address.at("leggen").url(in: language)).method("get")) {
                TextField(
                    LinkRoute.Key.search, LinkWords.both(\.search), kind: .search, hint: LinkWords.both(\.searchHint), form: changing.form, language: language)
                button(.type("submit").class("knop licht")) { words.searchButton }
            }
            if let found = changing.found { choosing(found, changing) }
        }
    }

    @HTMLBuilder private func choosing(_ found: [SearchEntry], _ changing: Changing) -> some HTML {
        if found.isEmpty {
            p(.role("status")) { words.nothing(changing.form[LinkRoute.Key.search] ?? "") }
        } else {
            let relations = RelationChoice.all(for: entry.kind).map { Choice($0.description, $0.relation.name(isBack: $0.isBack)) }
            PostForm(to: LinkRoute.links(entry.reference).address, in: language, token: changing.token) {
                input(.type("hidden").name(LinkRoute.Key.search).value(changing.form[LinkRoute.Key.search] ?? ""))
                ChoiceField(
                    "ander", LinkWords.both(\.other), kind: .one, choices: found.map(Self.choice), form: changing.form, language: language)
                SelectField(
                    "verband", LinkWords.both(\.relation), choices: [Choice("", LinkWords.both(\.relationEmpty))] + relations,
                    hint: Localized(nl: LinkWords(.nl).relationHint(entry.title.nl), en: LinkWords(.en).relationHint(entry.title.en)), form: changing.form,
                    language: language)
                button(.type("submit").class("knop")) { words.lay }
            }
        }
    }

    private static func choice(_ entry: SearchEntry) -> Choice {
        let about = Localized(nl: KnowledgeWords(.nl).about(entry), en: KnowledgeWords(.en).about(entry))
        return Choice(entry.id, entry.title, hint: about)
    }
}

/// A relation with the side it is seen from, as one value of a form: `gaat-over`, `terug:gaat-over`.
struct RelationChoice: Sendable, Hashable, LosslessStringConvertible {
    let relation: Relation
    let isBack: Bool

    init(relation: Relation, isBack: Bool) {
        self.relation = relation
        self.isBack = isBack && !relation.isSymmetric
    }

    init?(_ text: String) {
        let isBack = text.hasPrefix("terug:")
        guard let relation = Relation(rawValue: isBack ? String(text.dropFirst(6)) : text), !isBack || !relation.isSymmetric else { return nil }
        self.init(relation: relation, isBack: isBack)
    }

    var description: String { (isBack ? "terug:" : "") + relation.rawValue }

    /// What people may say of a thing of this kind.
    static func all(for kind: SearchEntry.Kind) -> [RelationChoice] {
        Relation.byHand.flatMap { relation in
            [
                relation.ends.from.contains(kind) ? RelationChoice(relation: relation, isBack: false) : nil,
                relation.ends.to.contains(kind) && !relation.isSymmetric ? RelationChoice(relation: relation, isBack: true) : nil,
            ].compactMap(\.self)
        }
    }

    /// The link between the thing it is said of and the other.
    func link(_ thing: ThingReference, _ other: ThingReference) -> Link { isBack ? Link(other, relation, thing) : Link(thing, relation, other) }
}
