import Areas
import Core
import HTML
import Web

extension Profile {
    /// The area whose areas are the dots of a strip: the municipality, or the province for a municipality.
    var nearby: Area? {
        guard area.level >= .municipality else { return nil }
        return lineage.last { $0.level == (area.level == .municipality ? .province : .municipality) }
    }
}

/// What every panel of one profile needs. A class, because it is handed to hundreds of small parts.
final class ProfileScene: Sendable {
    let profile: Profile
    let book: FigureBook
    let language: Language
    let words: FiguresWords
    /// The newest boundary year, which addresses leave out.
    let newest: Int
    /// The page as it was asked for.
    let address: PageAddress
    /// An older delivery that is read instead of the figures in force.
    let edition: Edition?
    let nearby: Area?

    init(profile: Profile, book: FigureBook, language: Language, newest: Int, address: PageAddress, edition: Edition? = nil) {
        self.profile = profile
        self.book = book
        self.language = language
        self.words = FiguresWords(language)
        self.newest = newest
        self.address = address
        self.edition = edition
        self.nearby = profile.nearby
    }

    var area: Area { profile.area }
    var level: AreaLevel { profile.area.level }

    /// Boundary year for addresses; nil for the newest.
    var year: Int? { area.year == newest ? nil : area.year }

    func url(_ route: FiguresRoute) -> String { route.address.url(in: language) }

    func url(of area: Area) -> String { area.address(newest: newest).url(in: language) }

    func text(_ value: Double, _ indicator: Indicator) -> String { indicator.unit.text(value, in: language) }
}

/// One figure of a profile with what its parts need again and again. A class, because a figure is a large value and its parts are many.
final class FigureView: Sendable {
    let figure: Figure
    let scene: ProfileScene
    let unit: Unit
    /// The newest value without and with its unit; nil when missing.
    let number: String?
    let value: String?
    let template: FigureTemplate

    init(_ figure: Figure, _ scene: ProfileScene) {
        self.figure = figure
        self.scene = scene
        let unit = figure.indicator.unit
        self.unit = unit
        let number = figure.latest.value.map { unit.number($0, in: scene.language) }
        self.number = number
        self.value = number.map { unit.text(of: $0, in: scene.language) }
        self.template = figure.template(scene.level, in: scene.language)
    }

    var words: FiguresWords { scene.words }
    var language: Language { scene.language }

    func text(_ value: Double) -> String { unit.text(value, in: scene.language) }
}

/// The panels of a profile on the page of an area, in the order a reader needs them.
struct ProfilePanels {
    let scene: ProfileScene
    let map: MapPanel

    var part: AreaPagePart { part(with: nil) }

    /// - Parameter own: own figures of the area; nil where there are none
    func part(with own: OwnPanel?) -> AreaPagePart {
        let words = scene.words
        let facts = scene.profile.facts.map { AreaPagePart.Fact(name: $0.name[scene.language], value: $0.value[scene.language]) }
        return AreaPagePart(
            facts: facts,
            panels: [
                AreaPagePart.Panel(anchor: "kort", title: words.brief, content: SummaryPanel(scene: scene)),
                AreaPagePart.Panel(anchor: "kaart", title: words.map, content: map),
                AreaPagePart.Panel(anchor: "cijfers", title: words.byTheme, content: ThemesPanel(scene: scene)),
            ] + (own.map { [AreaPagePart.Panel(anchor: "eigen-cijfers", title: words.ownTitle, content: $0)] } ?? []) + [
                AreaPagePart.Panel(anchor: "weten", title: words.knowing, content: PositionPanel(scene: scene)),
                AreaPagePart.Panel(anchor: "meenemen", title: words.taking, content: SharePanel(scene: scene)),
            ])
    }
}
