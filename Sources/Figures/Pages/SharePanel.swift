import Areas
import Core
import HTML
import Web

/// Downloads, the permanent address, and the sources with the words their licences ask for.
struct SharePanel: Component {
    let scene: ProfileScene

    private var words: FiguresWords { scene.words }
    private var code: AreaCode { scene.area.code }

    var body: some HTML {
        Group {
            FileButtons(
                csv: FiguresRoute.file(code, .csv, year: scene.year).address, json: FiguresRoute.file(code, .json, year: scene.year).address,
                language: scene.language)
            p { a(.href(scene.url(.file(code, .csv, year: scene.year, all: true)))) { words.csvAll } }
            p { a(.href(scene.url(.comparison([code.description])))) { words.compareThis(scene.area.name) } }
            p { a(.href(AnalysisRoute(code, items: AnalysisScope(year: scene.year).items).address.url(in: scene.language))) { words.toAnalysis(analysed) } }
            p { words.printing }
            p(.class("klein")) {
                words.permanent
                addressText
                " " + words.codeAndYear(code.description, scene.area.year)
            }
            if scene.profile.years.count > 1 { otherYears }
            SourceList(editions: editions, language: scene.language)
        }
    }

    /// The municipality of a district or neighbourhood, else the area itself.
    private var analysed: String { scene.profile.lineage.last { $0.level <= .municipality }?.name ?? scene.area.name }

    private var addressText: some HTML {
        HTML::code { AreasRoute.area(code, year: scene.area.year).address.url(in: scene.language) }
    }

    private var otherYears: some HTML {
        p(.class("klein")) {
            words.otherYears
            Each(scene.profile.years.reversed().filter { $0 != scene.area.year }) { year in
                a(.href(AreasRoute.area(code, year: year).address.url(in: scene.language))) { String(year) }
                " "
            }
        }
    }

    /// Every delivery a shown figure comes from, once.
    private var editions: [Edition] {
        var found: [Edition] = []
        for figure in scene.profile.figures {
            for observation in figure.series where !found.contains(where: { $0 === observation.edition }) { found.append(observation.edition) }
        }
        return found.sorted { ($0.source, $0.number) < ($1.source, $1.number) }
    }
}

/// The words a licence asks for, as a link to the delivery: the same on every page.
enum EditionLink {
    private struct Key: Hashable {
        let edition: Edition
        let attribution: String
        let language: Language
    }

    private static let links = Kept<Key, Fragment>()

    static func to(_ edition: Edition, in language: Language) -> Fragment {
        links.value(for: Key(edition: edition, attribution: edition.attribution, language: language)) {
            Fragment {
                a(.href(FiguresRoute.edition(edition.source, edition.number).address.url(in: language)).dutch(on: language)) { edition.attribution }
            }
        }
    }
}
