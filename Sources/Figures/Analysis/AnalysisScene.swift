import Areas
import Core
import Web

/// What every part of one analysis needs: the place, its areas, the figures, the outlines and the language.
struct AnalysisScene: Sendable {
    /// The area the address names; marked in tables and on maps where it is one of those that are analysed.
    let area: Area
    /// The area whose parts are analysed: the municipality of a district or neighbourhood.
    let place: Area
    let level: AreaLevel
    /// Levels that can be chosen.
    let levels: [AreaLevel]
    /// All areas of the level in the place, by code.
    let all: [Area]
    /// The areas that are analysed, by code: all, or an own choice.
    let areas: [Area]
    let scope: AnalysisScope
    let gazetteer: Gazetteer
    let map: AreaMap
    let book: FigureBook
    let language: Language
    /// The newest boundary year, which addresses leave out.
    let newest: Int
    /// Of the shelf that outlines and neighbours come from.
    var boundaries: Gazetteer.Identity?
    /// Outlines of all areas of the level in the place; nil where there are none.
    var paths: MapPaths?
    /// Who borders on whom in the whole country; nil where an analysis does not need it or there are no boundaries.
    var neighbours: Neighbours?

    var words: FiguresWords { FiguresWords(language) }
    var isOwnChoice: Bool { !scope.areas.isEmpty }

    /// Faults of the scope are said in the form; then all areas of the usual level are taken.
    init?(area: Area, form: inout Form, gazetteer: Gazetteer, book: FigureBook, language: Language) {
        guard let map = gazetteer.map(of: area.year) else { return nil }
        let place = area.level > .municipality ? area.code.municipality.flatMap(map.area) ?? area : area
        // The districts of a province still fit on a map and in a list.
        let districts: [AreaLevel] = area.level == .province && !map.areas(of: .district, within: area.code).isEmpty ? [.district] : []
        let levels = MapScope.levels(for: area, map: map) + districts
        guard let usual = levels.first else { return nil }
        let newest = gazetteer.latestYear ?? area.year
        var scope = AnalysisScope(year: area.year == newest ? nil : area.year)
        if let level = form.choice("niveau", of: AreaLevel.self, otherwise: MapForm.noLevel) {
            if levels.contains(level) { scope.level = level } else { form.fail("niveau", MapForm.noLevel) }
        }
        let own = Self.ownChoice(&form, map: map, level: scope.level)
        scope.areas = own.map(\.code)
        let level = own.first?.level ?? scope.level ?? usual
        if level == usual { scope.level = nil } else { scope.level = level }
        let all = map.areas(of: level, within: place.code)
        (self.area, self.place, self.level, self.levels, self.all, self.areas) = (area, place, level, levels, all, own.isEmpty ? all : own)
        (self.scope, self.gazetteer, self.map, self.book, self.language, self.newest) = (scope, gazetteer, map, book, language, newest)
    }

    /// More areas than this do not fit in an address.
    static let mostChosen = 300

    /// The areas that were ticked or named, by code; none when something is wrong with them.
    private static func ownChoice(_ form: inout Form, map: AreaMap, level: AreaLevel?) -> [Area] {
        var found: Set<Area> = []
        for words in form.all("gebied") where !words.allSatisfy(\.isWhitespace) {
            guard let area = AreaCode(words).flatMap(map.area) else {
                form.fail("gebied", AnalysisFaults.unknownArea(words))
                return []
            }
            guard area.level == level ?? found.first?.level ?? area.level, area.level >= .municipality else {
                form.fail("gebied", AnalysisFaults.otherLevel(area.name))
                return []
            }
            found.insert(area)
        }
        if found.count == 1 || found.count > mostChosen {
            form.fail("gebied", found.count == 1 ? AnalysisFaults.oneArea : AnalysisFaults.tooManyAreas)
            return []
        }
        return found.sorted { $0.code < $1.code }
    }

    // MARK: Addresses

    func url(_ route: FiguresRoute) -> String { route.address.url(in: language) }

    func url(_ route: AnalysisRoute) -> String { route.address.url(in: language) }

    func url(of area: Area) -> String { area.address(newest: newest).url(in: language) }

    /// The overview, or another analysis of the same areas.
    func url(_ kind: AnalysisKind?) -> String { url(AnalysisRoute(area.code, kind, items: scope.items)) }

    func address(_ question: some AnalysisQuestion, file: AnalysisFile? = nil) -> PageAddress {
        AnalysisRoute(area.code, scope, question, file: file).address
    }

    /// What an outcome depends on besides the question.
    var key: AnalysisKey {
        AnalysisKey(areas: areas, place: place, editions: book.editions.map(\.id), gazetteer: gazetteer.identity, boundaries: boundaries)
    }
}

/// The areas, deliveries and boundaries an outcome was computed from.
struct AnalysisKey: Sendable, Hashable {
    let areas: [Area]
    let place: Area
    let editions: [Int64]
    /// Both kept alive: what they are tells them from those of boundaries that were read again.
    let gazetteer: Gazetteer.Identity
    let boundaries: Gazetteer.Identity?
}
