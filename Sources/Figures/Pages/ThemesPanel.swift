import Areas
import Charts
import Core
import HTML

/// The figures of one theme, ready to be written.
struct ThemeViews {
    let theme: Theme
    let views: [FigureView]
}

/// All figures of a profile by theme, each with its sentence first; then the same as one table.
struct ThemesPanel: Component {
    let scene: ProfileScene

    private let themes: [ThemeViews]
    private let parts: Contributions?

    init(scene: ProfileScene) {
        self.scene = scene
        self.themes = scene.profile.themes.map { part in ThemeViews(theme: part.theme, views: part.figures.map { FigureView($0, scene) }) }
        self.parts = Contributions(scene.profile)
    }

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            CautionSign.definition
            p { words.themesLead(scene.level, nearby: scene.nearby?.name) }
            if scene.profile.figures.contains(where: { $0.strip != nil }) { key }
            Each(themes) { part in
                section(.class("thema").id(part.theme.rawValue)) {
                    h3 { part.theme.name[scene.language] }
                    Each(part.views) { view in FigureArticle(view, isPart: parts != nil && Contributions.holds(view.figure.indicator)) }
                    if part.theme == .liveability { contributions }
                }
            }
            AllFiguresTable(scene: scene, themes: themes)
        }
    }

    private var key: some HTML {
        StripKey(
            label: words.keyLabel, counted: words.counted(scene.area.name), estimated: words.estimated(scene.area.name), margin: words.marginKey,
            others: words.other(scene.level, nearby: scene.nearby?.name), distribution: words.distributionKey, median: words.medianKey(scene.level))
    }

    /// The five parts that add up to the deviation of the Leefbaarometer; only when all are from one edition and period.
    @HTMLBuilder private var contributions: some HTML {
        if let parts {
            h4(.id(Contributions.anchor)) { words.contributions }
            p { words.contributionsLead(Contributions.signed(parts.total, in: scene.language)) }
            DivergingBars(
                caption: words.contributions,
                heads: DivergingBars.Heads(name: words.part, bar: words.difference, number: words.number, meaning: words.meaning),
                rows: parts.parts.map { part in
                    DivergingBars.Row(part.name[scene.language], part.value, meaning: part.value.map(words.contribution) ?? words.noFigure)
                }, missing: words.noFigure
            ) { Contributions.signed($0, in: scene.language) }
        }
    }
}

/// The Leefbaarometer taken apart: its deviation and the five contributions that make it.
struct Contributions {
    struct Part {
        let name: Localized
        let value: Double?
    }

    let total: Double
    let parts: [Part]

    private static let keys = [
        "leefbaarometer-woningvoorraad", "leefbaarometer-fysieke-omgeving", "leefbaarometer-voorzieningen", "leefbaarometer-sociale-samenhang",
        "leefbaarometer-overlast-onveiligheid",
    ]

    static let anchor = "leefbaarometer-delen"

    static func holds(_ indicator: Indicator) -> Bool { keys.contains(indicator.key) }

    /// Nil where the deviation or every part of it is unknown.
    init?(_ profile: Profile) {
        let figures = profile.figures
        guard let whole = figures.first(where: { $0.indicator.key == "leefbaarometer-afwijking" }), let total = whole.latest.value else { return nil }
        let parts = Self.keys.compactMap { key -> Part? in
            guard let figure = figures.first(where: { $0.indicator.key == key }) else { return nil }
            let isSame = figure.latest.period == whole.latest.period && figure.latest.edition.id == whole.latest.edition.id
            return Part(name: Self.names[key] ?? figure.indicator.name, value: isSame ? figure.latest.value : nil)
        }
        guard parts.contains(where: { $0.value != nil }) else { return nil }
        self.total = total
        self.parts = parts
    }

    private static let names = Dictionary(
        keys.compactMap { key in Catalogue.indicator(key).map { (key, short($0.name)) } }, uniquingKeysWith: { first, _ in first })

    /// `Leefbaarometer: woningen` -> `Woningen`; the heading says what it is a part of.
    private static func short(_ name: Localized) -> Localized {
        func cut(_ text: String) -> String {
            let rest = text.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == " " } } ?? Substring(text)
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        return Localized(nl: cut(name.nl), en: cut(name.en))
    }

    /// `+0,06` or `−0,12`: the sign says the direction.
    static func signed(_ value: Double, in language: Language) -> String {
        (value > 0 ? "+" : "") + Numbers.text(value, decimals: 3, in: language)
    }
}
